/* Memory of the host tool (see compile_memory.h): every piece has a head that joins it to a ring,
 * so that all can be given back at the end. */
#include "compile/compile_memory.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef union head {
    struct {
        union head *next, *back;
    } ring;
    max_align_t align;
} head;

static head ring = {{&ring, &ring}}; /* a process that ends when its work is done may have one */

static void join(head *h)
{
    h->ring.next = &ring;
    h->ring.back = ring.ring.back;
    ring.ring.back->ring.next = h;
    ring.ring.back = h;
}

static void leave(head *h)
{
    h->ring.back->ring.next = h->ring.next;
    h->ring.next->ring.back = h->ring.back;
}

_Noreturn void zgc_no_memory(void)
{
    fputs("zgc: 内存不足 / out of memory\n", stderr);
    exit(2);
}

void *zgc_resize(void *p, size_t count, size_t size)
{
    head *old = p == NULL ? NULL : (head *)p - 1;
    if (old != NULL)
        leave(old);
    bool fits = size == 0 || count <= (SIZE_MAX - sizeof(head)) / size;
    head *h = fits ? realloc(old, sizeof *h + count * size) : NULL;
    if (h == NULL)
        zgc_no_memory();
    join(h);
    return h + 1;
}

void *zgc_alloc(size_t count, size_t size)
{
    void *p = zgc_resize(NULL, count, size);
    memset(p, 0, count * size);
    return p;
}

void zgc_free(void *p)
{
    if (p == NULL)
        return;
    head *h = (head *)p - 1;
    leave(h);
    free(h);
}

void zgc_free_all(void)
{
    while (ring.ring.next != &ring)
        zgc_free(ring.ring.next + 1);
}

char *zgc_strndup(const char *s, size_t len)
{
    char *p = zgc_alloc(len + 1, 1);
    if (len > 0)
        memcpy(p, s, len);
    return p;
}

char *zgc_join(const char *a, const char *b, const char *c)
{
    size_t x = strlen(a), y = strlen(b), z = strlen(c);
    char *p = zgc_alloc(x + y + z + 1, 1);
    memcpy(p, a, x);
    memcpy(p + x, b, y);
    memcpy(p + x + y, c, z);
    return p;
}
