/* See torture.h. */
#define _POSIX_C_SOURCE 200809L

#include "torture.h"

#include <glob.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned results, failures;

void torture_result(bool good, const char *name, const char *format, ...)
{
    printf("%sok %u - %s\n", good ? "" : "not ", ++results, name);
    failures += !good;
    if (!good) {
        va_list args;
        va_start(args, format);
        printf("# ");
        vprintf(format, args);
        printf("\n");
        va_end(args);
    }
    fflush(stdout);
}

void torture_total(const char *target, uint64_t executions, uint64_t findings)
{
    printf("# total %s %llu executions, %llu findings\n", target, (unsigned long long)executions,
           (unsigned long long)findings);
    fflush(stdout);
}

int torture_end(void)
{
    printf("1..%u\n", results);
    return failures > 0;
}

_Noreturn void torture_stop(const char *why)
{
    printf("not ok %u - %s\n", ++results, why);
    exit(1);
}

bool torture_is_long(int argc, char **argv)
{
    return argc > 1 && strcmp(argv[1], "long") == 0;
}

#define HEAD 16

static void *take(size_t size, void *ctx)
{
    torture_memory *m = ctx;
    m->calls++;
    if (m->fail_at > 0 && (m->for_ever ? m->calls >= m->fail_at : m->calls == m->fail_at))
        return NULL;
    if (m->limit > 0 && (size > m->limit || m->bytes > m->limit - size))
        return NULL;
    char *p = malloc(size + HEAD);
    if (p == NULL)
        return NULL;
    memcpy(p, &size, sizeof size);
    m->live++;
    m->bytes += size;
    m->peak = m->bytes > m->peak ? m->bytes : m->peak;
    return p + HEAD;
}

static void give(void *p, size_t size, void *ctx)
{
    torture_memory *m = ctx;
    size_t asked;
    char *head = (char *)p - HEAD;
    memcpy(&asked, head, sizeof asked);
    m->wrong_size |= asked != size;
    m->live--;
    m->bytes -= asked;
    free(head);
}

static void *resize(void *p, size_t old_size, size_t new_size, void *ctx)
{
    void *q = take(new_size, ctx);
    if (q != NULL && p != NULL) {
        memcpy(q, p, old_size < new_size ? old_size : new_size);
        give(p, old_size, ctx);
    }
    return q;
}

zg_allocator torture_allocator(torture_memory *memory)
{
    return (zg_allocator){sizeof(zg_allocator), take, resize, give, memory};
}

torture_text torture_read(const char *path)
{
    FILE *f = fopen(path, "rb");
    torture_text t = {0};
    size_t n, cap = 0;
    do {
        if (cap - t.len < 65536) {
            t.bytes = realloc(t.bytes, cap += 65536 + cap / 2);
            if (t.bytes == NULL)
                torture_stop("no memory for a file");
        }
        n = f == NULL ? 0 : fread(t.bytes + t.len, 1, cap - t.len - 1, f);
        t.len += n;
    } while (n > 0);
    if (f == NULL || ferror(f) || t.len == 0)
        torture_stop(path);
    fclose(f);
    t.bytes[t.len] = 0;
    return t;
}

const char *torture_built(const char *name)
{
    static char path[512];
    const char *b = getenv("B");
    (void)snprintf(path, sizeof path, "%s/%s", b == NULL ? "build" : b, name);
    return path;
}

size_t torture_documents(torture_text *out, size_t room)
{
    glob_t found;
    size_t n = 0;
    if (glob("tests/golden/*.txt", 0, NULL, &found) != 0)
        torture_stop("tests/golden has no documents (run it from the top folder)");
    for (size_t k = 0; k < found.gl_pathc && n + 1 < room; k++)
        out[n++] = torture_read(found.gl_pathv[k]);
    globfree(&found);
    out[n++] = torture_read("examples/county-congress.txt");
    return n;
}

uint64_t torture_random(uint64_t *state)
{
    uint64_t x = *state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    *state = x;
    return x * UINT64_C(0x2545f4914f6cdd1d);
}

size_t torture_below(uint64_t *state, size_t below)
{
    return below == 0 ? 0 : (size_t)((torture_random(state) >> 11) % below);
}

typedef struct gathered {
    char *bytes;
    size_t len;
} gathered;

static int gather(const char *bytes, size_t len, void *ctx)
{
    gathered *g = ctx;
    char *more = realloc(g->bytes, g->len + len + 1);
    if (more == NULL)
        return 1;
    g->bytes = more;
    memcpy(more + g->len, bytes, len);
    g->len += len;
    more[g->len] = 0;
    return 0;
}

char *torture_json(zg_session *session, const char *text, size_t len, zg_status *status)
{
    zg_result *result;
    gathered g = {0};
    *status = zg_extract(session, text, len, &result, NULL);
    if (*status == ZG_OK)
        *status = zg_result_write(result, ZG_FORMAT_JSON, NULL, gather, &g, NULL);
    zg_result_free(result);
    if (*status != ZG_OK) {
        free(g.bytes);
        return NULL;
    }
    return g.bytes;
}
