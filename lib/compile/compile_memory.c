/* Memory of the host tool (see compile_memory.h). */
#include "compile/compile_memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *must(void *p)
{
    if (p == NULL) {
        fputs("zgc: 内存不足 / out of memory\n", stderr);
        exit(2);
    }
    return p;
}

void *zgc_alloc(size_t count, size_t size)
{
    return must(calloc(count > 0 ? count : 1, size));
}

void *zgc_resize(void *p, size_t count, size_t size)
{
    return must(size != 0 && count > SIZE_MAX / size ? NULL : realloc(p, count * size));
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
