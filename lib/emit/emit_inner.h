/* The formats of the emit room, seen by its door. `out` collects the bytes. */
#ifndef ZGI_EMIT_INNER_H
#define ZGI_EMIT_INNER_H

#include "emit/emit.h"

#include <string.h>

void zgi_emit_json(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_tsv(const zgi_emit_in *in, bool header, zgi_json *out);
void zgi_emit_table(const zgi_emit_in *in, zgi_json *out);

void zgi_emit_csv(const zgi_emit_in *in, bool header, zgi_json *out);
void zgi_emit_ftm(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_popolo(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_brat(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_annotation(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_conll(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_highlight(const zgi_emit_in *in, bool color, zgi_json *out);

/* A character that must not reach a terminal, as <U+001B>. */
void zgi_emit_escape(zgi_json *out, uint32_t c);

/* The text in characters, each with the part that the facts give it. A bad byte counts as one and
 * is written U+FFFD. */
enum { ZGI_ROLE_NONE, ZGI_ROLE_ORG, ZGI_ROLE_TITLE, ZGI_ROLE_PERSON };

typedef struct zgi_painted {
    const uint8_t *utf8;
    size_t length;
    uint32_t *off;  /* [count + 1] the byte where each character begins */
    uint32_t *unit; /* [count + 1] the same in the unit of the result's spans */
    uint8_t *role;  /* [count] */
    bool *first;    /* [count] does a span begin here */
    uint32_t count;
} zgi_painted;

/* False when memory is out. Where spans overlap, a person goes before a title, a title before an
 * organisation. */
bool zgi_emit_paint(const zgi_emit_in *in, zgi_arena *arena, zgi_painted *out);
/* The character k; U+FFFD when it is none. */
uint32_t zgi_painted_char(const zgi_painted *p, uint32_t k);
/* The character with which an offset of the result begins; UINT32_MAX when none does. */
uint32_t zgi_painted_at(const zgi_painted *p, uint32_t unit);
/* Writes the character k: as it stands, a bad byte as U+FFFD. */
void zgi_painted_put(const zgi_painted *p, uint32_t k, zgi_json *out);
/* A stretch of characters as a value of JSON. */
void zgi_painted_quote(const zgi_painted *p, zgi_span chars, zgi_json *out);

static inline void zgi_emit_text(zgi_json *out, const char *s)
{
    zgi_json_raw(out, s, strlen(s));
}

/* One character of checked UTF-8: its code point; *len gets its bytes. */
static inline uint32_t zgi_emit_char(const char *s, size_t *len)
{
    const unsigned char *p = (const unsigned char *)s;
    if (p[0] < 0x80)
        return *len = 1, p[0];
    if (p[0] < 0xe0)
        return *len = 2, (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
    if (p[0] < 0xf0)
        return *len = 3, (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
    *len = 4;
    return (p[0] & 7u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
}

/* What must not reach a terminal or a column: controls, line separators, marks of direction and
 * other characters that are not seen. */
bool zgi_emit_unseen(uint32_t c);

#endif
