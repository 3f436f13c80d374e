/* Putting a failure into the caller's zg_error, and sizes that cannot overflow. */
#include "base/base_error.h"

#include <stdarg.h>
#include <string.h>

char *zgi_utoa(uint64_t v, char buf[ZGI_UTOA_SIZE])
{
    char digits[ZGI_UTOA_SIZE];
    size_t n = 0;
    do {
        digits[n++] = (char)('0' + v % 10);
        v /= 10;
    } while (v != 0);
    for (size_t k = 0; k < n; k++)
        buf[k] = digits[n - 1 - k];
    buf[n] = 0;
    return buf;
}

/* The largest length <= n at which s can be cut without splitting a UTF-8 character. */
static size_t whole_characters(const char *s, size_t n)
{
    while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
        n--;
    return n;
}

zg_status zgi_fail(zg_error *err, zg_status code, uint32_t line, uint64_t offset, ...)
{
    if (err == NULL)
        return code;
    err->code = code;
    err->line = line;
    err->offset = offset;
    size_t len = 0, room = sizeof err->detail - 1;
    bool full = false;
    va_list pieces;
    va_start(pieces, offset);
    for (const char *s = va_arg(pieces, const char *); s != NULL && !full;
         s = va_arg(pieces, const char *)) {
        size_t n = strlen(s);
        if (n > room - len) {
            n = whole_characters(s, room - len);
            full = true;
        }
        memcpy(err->detail + len, s, n);
        len += n;
    }
    va_end(pieces);
    err->detail[len] = 0;
    return code;
}

bool zgi_size_mul(size_t a, size_t b, size_t *out)
{
    if (b != 0 && a > SIZE_MAX / b)
        return false;
    *out = a * b;
    return true;
}

bool zgi_size_add(size_t a, size_t b, size_t *out)
{
    if (a > SIZE_MAX - b)
        return false;
    *out = a + b;
    return true;
}
