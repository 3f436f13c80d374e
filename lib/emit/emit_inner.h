/* The formats of the emit room, seen by its door. `out` collects the bytes. */
#ifndef ZGI_EMIT_INNER_H
#define ZGI_EMIT_INNER_H

#include "emit/emit.h"

#include <string.h>

void zgi_emit_json(const zgi_emit_in *in, zgi_json *out);
void zgi_emit_tsv(const zgi_emit_in *in, bool header, zgi_json *out);
void zgi_emit_table(const zgi_emit_in *in, zgi_json *out);

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
