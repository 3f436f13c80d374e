/* UTF-8 as Unicode's table 3-7 has it: no overlong forms, no surrogates, nothing over U+10FFFF.
 *
 * The second byte's range depends on the first; the others are always 80..BF:
 *   C2..DF 80..BF | E0 A0..BF | E1..EC, EE, EF 80..BF | ED 80..9F | F0 90..BF | F1..F3 80..BF
 *   | F4 80..8F */
#include "cli_utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static size_t length_of(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
        return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        *low = lead == 0xe0 ? 0xa0 : 0x80;
        *high = lead == 0xed ? 0x9f : 0xbf;
        return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        *low = lead == 0xf0 ? 0x90 : 0x80;
        *high = lead == 0xf4 ? 0x8f : 0xbf;
        return 4;
    }
    return 0;
}

size_t cli_utf8_step(const unsigned char *in, size_t len, size_t *bad)
{
    unsigned char low, high;
    if (in[0] < 0x80) {
        return 1;
    }
    size_t want = length_of(in[0], &low, &high);
    *bad = 1;
    if (want == 0) {
        return 0;
    }
    for (size_t i = 1; i < want; i++) {
        if (i >= len || in[i] < low || in[i] > high) {
            *bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xbf;
    }
    return want;
}

size_t cli_utf8_steers(const char *in, size_t len, unsigned *code)
{
    const unsigned char *p = (const unsigned char *)in;
    if (p[0] < 0x80) {
        *code = p[0];
        return (p[0] < 0x20 && p[0] != '\t') || p[0] == 0x7f ? 1 : 0;
    }
    if (len >= 2 && ((p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0) || /* U+0080 .. U+009F */
                     (p[0] == 0xd8 && p[1] == 0x9c))) {               /* U+061C */
        *code = (unsigned)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
        return 2;
    }
    if (len >= 3 && p[0] == 0xe2 && (p[1] & 0xfe) == 0x80 && (p[2] & 0xc0) == 0x80) {
        unsigned c = 0x2000u | (unsigned)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
        *code = c;
        return c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
                       (c >= 0x2066 && c <= 0x2069)
                   ? 3
                   : 0;
    }
    return 0;
}

/* Eight ASCII bytes in one look. */
static bool ascii8(const unsigned char *in)
{
    uint64_t word;
    memcpy(&word, in, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

/* Most Chinese text: three bytes, and the second may be any of 80..BF. */
static bool han3(const unsigned char *in)
{
    return in[0] >= 0xe1 && in[0] <= 0xec && (in[1] & 0xc0) == 0x80 && (in[2] & 0xc0) == 0x80;
}

size_t cli_utf8_valid(const char *in, size_t len)
{
    const unsigned char *p = (const unsigned char *)in;
    size_t at = 0, bad;
    while (at < len) {
        if (len - at >= 8 && ascii8(p + at)) {
            at += 8;
            continue;
        }
        if (len - at >= 3 && han3(p + at)) {
            at += 3;
            continue;
        }
        size_t n = cli_utf8_step(p + at, len - at, &bad);
        if (n == 0) {
            return at;
        }
        at += n;
    }
    return len;
}

cli_utf8_counts cli_utf8_count(const char *in, size_t len)
{
    const unsigned char *p = (const unsigned char *)in;
    cli_utf8_counts c = {0};
    for (size_t at = 0; at < len;) {
        size_t bad = 0;
        size_t n = cli_utf8_step(p + at, len - at, &bad);
        if (n == 0) {
            if (c.bad++ == 0) {
                c.bad_at = at;
            }
            n = bad;
        } else if (n > 1) {
            c.wide++;
        } else if (p[at] == 0x7f ||
                   (p[at] < 0x20 && (p[at] < '\t' || p[at] > '\r') && p[at] != 0x1b)) {
            c.control++;
        }
        at += n;
    }
    return c;
}
