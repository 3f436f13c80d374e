/* Stands before the C library's calls (LD_PRELOAD) and makes one of them fail. For Linux.
 *
 *   FAULT_CALL   alloc, read, write, open, stat, mmap, close, thread: which calls are counted
 *   FAULT_AT     the number of the call that fails, from 1; 0: none
 *   FAULT_KIND   once, ever (that call and all after it), or each (every second call from there on)
 *   FAULT_ERRNO  the error it gives; 0: no error but a short read or write of one byte
 *   FAULT_REPORT a file that gets "calls N live N" at the end: how many there were, and how many
 *                blocks of memory were not given back
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ALLOC, READ, WRITE, OPEN, STAT, MMAP, CLOSE, THREAD, NOTHING };
enum { ONCE, EVER, EACH };

static int counted = NOTHING, kind, error;
static long at;
static atomic_long calls, live;
static const char *report;

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
static void (*real_free)(void *);
static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_open)(const char *, int, ...);
static int (*real_fstat)(int, struct stat *);
static void *(*real_mmap)(void *, size_t, int, int, int, off_t);
static int (*real_close)(int);
static int (*real_create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

/* dlsym itself may ask for memory before it has found malloc, and so do libraries that start before
 * this one: that of C++, which libxml2 may bring, takes 72 KB. */
static char early[1 << 18];
static size_t early_used;
static bool is_early(const void *p)
{
    return (const char *)p >= early && (const char *)p < early + sizeof early;
}

static void *early_take(size_t size)
{
    size = (size + 31) / 16 * 16;
    if (size > sizeof early - early_used)
        abort();
    void *p = early + early_used;
    early_used += size;
    return p;
}

static void find(void *into, const char *name)
{
    void *p = dlsym(RTLD_NEXT, name);
    if (p == NULL)
        abort();
    memcpy(into, &p, sizeof p);
}

static int which(const char *name)
{
    static const char *const names[] = {"alloc", "read", "write", "open",
                                        "stat",  "mmap", "close", "thread"};
    for (int k = 0; name != NULL && k < NOTHING; k++)
        if (strcmp(names[k], name) == 0)
            return k;
    return NOTHING;
}

static void find_all(void)
{
    find(&real_calloc, "calloc");
    find(&real_realloc, "realloc");
    find(&real_free, "free");
    find(&real_read, "read");
    find(&real_write, "write");
    find(&real_open, "open");
    find(&real_fstat, "fstat");
    find(&real_mmap, "mmap");
    find(&real_close, "close");
    find(&real_create, "pthread_create");
    find(&real_malloc, "malloc");
}

__attribute__((constructor)) static void begin(void)
{
    const char *text;
    find_all();
    report = getenv("FAULT_REPORT");
    at = (text = getenv("FAULT_AT")) ? atol(text) : 0;
    error = (text = getenv("FAULT_ERRNO")) ? atoi(text) : 0;
    text = getenv("FAULT_KIND");
    kind = text == NULL || text[0] == 'o' ? ONCE : strcmp(text, "ever") == 0 ? EVER : EACH;
    atomic_store(&live, 0);
    counted = which(getenv("FAULT_CALL"));
}

__attribute__((destructor)) static void end(void)
{
    char line[80];
    if (report == NULL)
        return;
    int n = snprintf(line, sizeof line, "calls %ld live %ld\n", atomic_load(&calls),
                     atomic_load(&live));
    counted = NOTHING;
    int fd = real_open(report, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd >= 0 && real_write(fd, line, (size_t)n) == n)
        real_close(fd);
}

static bool fails(int call)
{
    if (call != counted)
        return false;
    long n = atomic_fetch_add(&calls, 1) + 1;
    if (at <= 0 || n < at)
        return false;
    bool hit = kind == ONCE ? n == at : kind == EVER || (n - at) % 2 == 0;
    if (hit && call == ALLOC)
        errno = ENOMEM;
    else if (hit && error != 0)
        errno = error;
    return hit;
}

void *malloc(size_t size)
{
    if (real_malloc == NULL)
        return early_take(size);
    void *p = fails(ALLOC) ? NULL : real_malloc(size);
    atomic_fetch_add(&live, p != NULL);
    return p;
}

void *calloc(size_t count, size_t size)
{
    if (real_malloc == NULL)
        return early_take(count * size);
    void *p = fails(ALLOC) ? NULL : real_calloc(count, size);
    atomic_fetch_add(&live, p != NULL);
    return p;
}

void *realloc(void *old, size_t size)
{
    if (real_malloc == NULL || is_early(old)) {
        void *p = real_malloc == NULL ? early_take(size) : real_malloc(size);
        return old == NULL || p == NULL ? p : memcpy(p, old, size < 64 ? size : 64);
    }
    void *p = fails(ALLOC) ? NULL : real_realloc(old, size);
    atomic_fetch_add(&live, p != NULL && old == NULL);
    return p;
}

void free(void *p)
{
    if (p == NULL || is_early(p))
        return;
    atomic_fetch_sub(&live, 1);
    real_free(p);
}

ssize_t read(int fd, void *to, size_t len)
{
    if (!fails(READ))
        return real_read(fd, to, len);
    return error != 0 ? -1 : real_read(fd, to, len > 0 ? 1 : 0);
}

ssize_t write(int fd, const void *from, size_t len)
{
    if (!fails(WRITE))
        return real_write(fd, from, len);
    return error != 0 ? -1 : real_write(fd, from, len > 0 ? 1 : 0);
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
    va_end(args);
    return fails(OPEN) ? -1 : real_open(path, flags, mode);
}

int fstat(int fd, struct stat *info)
{
    return fails(STAT) ? -1 : real_fstat(fd, info);
}

void *mmap(void *hint, size_t len, int rights, int flags, int fd, off_t offset)
{
    return fd >= 0 && fails(MMAP) ? MAP_FAILED : real_mmap(hint, len, rights, flags, fd, offset);
}

int close(int fd)
{
    bool bad = fails(CLOSE);
    int rc = real_close(fd); /* a close that fails has closed all the same */
    if (bad)
        errno = error;
    return bad ? -1 : rc;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg)
{
    return fails(THREAD) ? error : real_create(thread, attr, start, arg);
}
