/* UTF-8 → one unit a code point: folded, with its dense dictionary code and its byte offset.
 *
 * Checks UTF-8 by hand and strictly (RFC 3629: no overlong forms, no surrogates, nothing over
 * U+10FFFF). A bad part is stepped over as one unit, where a part is as long as a decoder's U+FFFD
 * would stand for, so that offsets agree with what Python, browsers and Java make of such bytes.
 * 「何\xff远」 → 何, ZGI_CH_BREAK, 远
 */
#include "text/text_inner.h"

#include <string.h>
#include <utf8proc.h>

typedef struct zgi_units {
    uint16_t *ch, *code;
    uint32_t *off;
    uint32_t cap;
} zgi_units;

/* What may follow a first byte: number of bytes after it and the range of the second one. The
 * ranges shut out overlong forms (E0, F0), surrogates (ED) and what is over U+10FFFF (F4). */
static int lead(uint8_t b, uint8_t *low, uint8_t *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (b >= 0xc2 && b <= 0xdf)
        return 1;
    if (b >= 0xe0 && b <= 0xef) {
        *low = b == 0xe0 ? 0xa0 : 0x80;
        *high = b == 0xed ? 0x9f : 0xbf;
        return 2;
    }
    if (b >= 0xf0 && b <= 0xf4) {
        *low = b == 0xf0 ? 0x90 : 0x80;
        *high = b == 0xf4 ? 0x8f : 0xbf;
        return 3;
    }
    return -1;
}

int zgi_utf8_next(const uint8_t *p, const uint8_t *end, uint32_t *c)
{
    uint8_t low, high;
    if (p[0] < 0x80) {
        *c = p[0];
        return 1;
    }
    int more = lead(p[0], &low, &high);
    if (more < 0)
        return -1;
    uint32_t value = p[0] & (0x3fu >> more);
    for (int k = 1; k <= more; k++) {
        if (p + k >= end || p[k] < low || p[k] > high)
            return -k;
        value = value << 6 | (p[k] & 0x3fu);
        low = 0x80;
        high = 0xbf;
    }
    *c = value;
    return more + 1;
}

/* Characters that no table knows may still be blanks: zero-width ones, marks of direction, the
 * byte order mark. They separate words as a blank does. */
static uint16_t unknown_char(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    if (category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP)
        return '\n';
    if (category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_CF)
        return ' ';
    if (category == UTF8PROC_CATEGORY_CC)
        return c == 0 ? ZGI_CH_BREAK : ' ';
    return c == 0xffff ? ZGI_CH_ASTRAL : (uint16_t)c;
}

/* What is looked up at all: below 0x80 only controls, above only what is no mark and no Han. */
static inline bool worth_asking(uint16_t c)
{
    if (c < 0x80)
        return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    return c < 0x2010 || (c > 0x2027 && c < 0x3000) || c > 0x9fff;
}

static inline void put_bmp(const zgi_dict_view *dict, zgi_units *u, uint32_t n, uint32_t c)
{
    uint16_t folded = dict->fold[c];
    uint16_t code = dict->char_code[folded];
    if (code == 0 && worth_asking(folded))
        folded = unknown_char(folded);
    u->ch[n] = folded;
    u->code[n] = code;
}

/* One unit for each character, or for each bad byte at most. */
static bool make_units(zgi_arena *arena, size_t cap, zgi_units *u)
{
    u->cap = (uint32_t)cap;
    u->ch = zgi_arena_alloc(arena, cap * sizeof *u->ch + 1);
    u->code = zgi_arena_alloc(arena, cap * sizeof *u->code + 1);
    u->off = zgi_arena_alloc(arena, (cap + 1) * sizeof *u->off);
    return u->ch && u->code && u->off;
}

/* Bytes that begin a character: exactly the number of units when all of it is UTF-8. */
static size_t count_starts(const uint8_t *p, size_t len)
{
    size_t n = 0;
    while (len > 0) { /* blocks whose count fits in a byte: sixteen bytes at a time are counted */
        size_t block = len < 255 ? len : 255;
        uint8_t starts = 0;
        for (size_t i = 0; i < block; i++)
            starts = (uint8_t)(starts + ((p[i] & 0xc0) != 0x80));
        n += starts;
        p += block;
        len -= block;
    }
    return n;
}

/* A character outside the BMP, or a bad part. Returns its length in bytes. */
static size_t put_rare(zgi_text *text, zgi_units *u, uint32_t n, size_t at)
{
    uint32_t c = 0;
    int len = zgi_utf8_next(text->src + at, text->src + text->src_len, &c);
    u->code[n] = 0;
    u->ch[n] = len > 0 ? ZGI_CH_ASTRAL : ZGI_CH_BREAK;
    if (len > 0) {
        text->astral_count++;
        return (size_t)len;
    }
    if (text->bad == 0)
        text->bad_at = at;
    text->bad += (uint32_t)-len;
    return (size_t)-len;
}

/* False when there are more units than u->cap, which needs bad bytes. */
static bool decode(const zgi_dict_view *dict, zgi_text *text, zgi_units *u)
{
    const uint8_t *p = text->src;
    size_t len = text->src_len, i = 0;
    uint32_t n = 0;
    text->astral_count = text->bad = 0;
    while (i < len) {
        uint8_t b = p[i];
        if (n == u->cap)
            return false;
        u->off[n] = (uint32_t)i;
        if (b < 0x80) {
            put_bmp(dict, u, n++, b);
            i++;
            continue;
        }
        if ((b & 0xf0) == 0xe0 && len - i >= 3 && (p[i + 1] & 0xc0) == 0x80 &&
            (p[i + 2] & 0xc0) == 0x80) {
            uint32_t c = (b & 0x0fu) << 12 | (p[i + 1] & 0x3fu) << 6 | (p[i + 2] & 0x3fu);
            if (c >= 0x800 && (c & 0xf800) != 0xd800) {
                put_bmp(dict, u, n++, c);
                i += 3;
                continue;
            }
        } else if (b >= 0xc2 && b <= 0xdf && len - i >= 2 && (p[i + 1] & 0xc0) == 0x80) {
            put_bmp(dict, u, n++, (b & 0x1fu) << 6 | (p[i + 1] & 0x3fu));
            i += 2;
            continue;
        }
        i += put_rare(text, u, n++, i);
    }
    u->off[n] = (uint32_t)i;
    text->n = n;
    return true;
}

static zg_status list_astral(zgi_arena *arena, zgi_text *text)
{
    uint32_t *list = zgi_arena_alloc(arena, text->astral_count * sizeof *list + 1);
    if (list == NULL)
        return ZG_E_MEMORY;
    uint32_t k = 0;
    for (uint32_t i = 0; k < text->astral_count; i++)
        if (text->off[i + 1] - text->off[i] == 4)
            list[k++] = i;
    text->astral = list;
    return ZG_OK;
}

zg_status zgi_text_decode(const zgi_dict_view *dict, zgi_arena *arena, zgi_text *text)
{
    zgi_units u;
    if (!make_units(arena, count_starts(text->src, text->src_len), &u))
        return ZG_E_MEMORY;
    if (!decode(dict, text, &u)) {
        if (!make_units(arena, text->src_len, &u))
            return ZG_E_MEMORY;
        (void)decode(dict, text, &u);
    }
    text->ch = u.ch;
    text->code = u.code;
    text->off = u.off;
    return list_astral(arena, text);
}
