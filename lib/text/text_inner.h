/* What the files of the text room share. Nothing outside the room includes this. */
#ifndef ZGI_TEXT_INNER_H
#define ZGI_TEXT_INNER_H

#include "text/text.h"

/* Marks by code point, after folding (full-width forms are ASCII). */
enum {
    ZGI_M_IDEO_STOP = 0x3002, /* 。 */
    ZGI_M_ELLIPSIS = 0x2026,  /* … */
    ZGI_M_IDEO_SEP = 0x3001   /* 、 */
};

static inline bool zgi_ch_blank(uint16_t c)
{
    return c == ' ' || c == '\t' || c == '\r';
}
static inline bool zgi_ch_gap(uint16_t c)
{
    return zgi_ch_blank(c) || c == '\n';
}
static inline bool zgi_ch_digit(uint16_t c)
{
    return c >= '0' && c <= '9';
}
static inline bool zgi_ch_alpha(uint16_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
static inline bool zgi_ch_alnum(uint16_t c)
{
    return zgi_ch_digit(c) || zgi_ch_alpha(c);
}

/* text_decode.c: fills ch, code, off, n, astral, bad, bad_at. */
zg_status zgi_text_decode(const zgi_dict_view *dict, zgi_arena *arena, zgi_text *text);

/* text_split.c: fills sentences, line_count, cut. */
zg_status zgi_text_split(const zgi_chrome *chrome, zgi_arena *arena, zgi_text *text);

/* text_chrome.c: is this whole line what a site prints round an article? `block` remembers from
 * line to line that a section of chrome (相关新闻, 免责声明) has begun; false at the start. */
bool zgi_chrome_line(const zgi_chrome *chrome, const zgi_text *text, zgi_span line, bool *block);

#endif
