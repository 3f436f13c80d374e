/* What characters make without a lexicon: marks, blanks, numbers, Latin words, dates. */
#ifndef ZGI_SCAN_CHARS_H
#define ZGI_SCAN_CHARS_H

#include "scan/scan.h"

/* The edge that begins at `i` by its characters alone. False for a Han character. */
bool zgi_scan_char(const zgi_text *text, uint32_t i, zgi_span at, zgi_edge *out);

static inline bool zgi_is_digit(uint16_t c)
{
    return c >= '0' && c <= '9';
}
static inline bool zgi_is_latin(uint16_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xc0 && c <= 0x24f && c != 0xd7);
}
static inline bool zgi_is_han(uint16_t c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
           (c >= 0xf900 && c <= 0xfaff);
}

/* The longest date or span of dates that begins at `i`: 2016年5月18日, 5月18日, 2016.05—2018.03,
 * 2016年5月至2018年3月; its length in characters, 0 when there is none. */
uint32_t zgi_scan_date(const zgi_text *text, uint32_t i, uint32_t end);

#endif
