/* A byte buffer that grows by half, so that a 100 MB line is copied a few times and no more. */
#include "cli_buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool cli_buffer_reserve(cli_buffer *b, size_t extra)
{
    if (b->cap - b->len >= extra) {
        return true;
    }
    if (extra > SIZE_MAX / 4 || b->len > SIZE_MAX / 4) {
        return false;
    }
    size_t need = b->len + extra;
    size_t cap = b->cap + b->cap / 2;
    if (cap < need) {
        cap = need;
    }
    if (cap < 4096) {
        cap = 4096;
    }
    char *data = realloc(b->data, cap);
    if (data == NULL) {
        return false;
    }
    b->data = data;
    b->cap = cap;
    return true;
}

bool cli_buffer_add(cli_buffer *b, const void *data, size_t len)
{
    if (!cli_buffer_reserve(b, len)) {
        return false;
    }
    if (len > 0) {
        memcpy(b->data + b->len, data, len);
        b->len += len;
    }
    return true;
}

bool cli_buffer_addf(cli_buffer *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0 || !cli_buffer_reserve(b, (size_t)len + 1)) {
        return false;
    }
    va_start(args, format);
    (void)vsnprintf(b->data + b->len, (size_t)len + 1, format, args);
    va_end(args);
    b->len += (size_t)len;
    return true;
}

void cli_buffer_shrink(cli_buffer *b, size_t keep)
{
    if (b->cap > keep && b->len == 0) {
        cli_buffer_free(b);
    }
}

void cli_buffer_free(cli_buffer *b)
{
    free(b->data);
    *b = (cli_buffer){0};
}
