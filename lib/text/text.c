/* The door of the text room: check the size, decode, split; and what was decided, for the trace. */
#include "text/text_inner.h"

#include <string.h>

/* Character offsets are 32 bits and one bit is kept: spans may be added without overflow. */
#define TEXT_MAX 0x7fffffffu

static uint32_t line_of(const uint8_t *src, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += src[i] == '\n';
    return line;
}

zg_status zgi_text_run(const zgi_dict_view *dict, const zgi_chrome *chrome, const uint8_t *src,
                       size_t len, bool strict, zgi_arena *arena, zgi_text *out, zg_error *err)
{
    memset(out, 0, sizeof *out);
    if (len > TEXT_MAX)
        return zgi_fail(err, ZG_E_TOO_LARGE, 0, 0,
                        "the input is longer than 2^31 - 1 bytes: split it into documents", NULL);
    out->src = src;
    out->src_len = len;
    zg_status status = zgi_text_decode(dict, arena, out);
    if (status == ZG_OK && strict && out->bad > 0)
        return zgi_fail(err, ZG_E_UTF8, line_of(src, out->bad_at), out->bad_at,
                        "the input is not UTF-8 here: convert it (GB 18030?), or read it without "
                        "`strict`, which steps over bad bytes",
                        NULL);
    if (status == ZG_OK)
        status = zgi_text_split(chrome, arena, out);
    if (status != ZG_OK)
        return zgi_fail(err, status, 0, 0, "out of memory while reading the text", NULL);
    return ZG_OK;
}

static const char *zone_name(uint8_t zone)
{
    static const char *const names[] = {"body", "headline", "chrome"};
    return names[zone];
}

zg_status zgi_text_dump(const zgi_text *text, zgi_json *out)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "stage");
    zgi_json_string(out, "text");
    zgi_json_key(out, "characters");
    zgi_json_uint(out, text->n);
    zgi_json_key(out, "bad");
    zgi_json_uint(out, text->bad);
    zgi_json_key(out, "cut");
    zgi_json_uint(out, text->cut);
    zgi_json_key(out, "lines");
    zgi_json_uint(out, text->line_count);
    zgi_json_key(out, "sentences");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < text->sentence_count; k++) {
        const zgi_sentence *s = &text->sentences[k];
        zgi_json_open(out, '{');
        zgi_json_key(out, "span");
        zgi_json_open(out, '[');
        zgi_json_uint(out, s->at.begin);
        zgi_json_uint(out, s->at.end);
        zgi_json_close(out, ']');
        zgi_json_key(out, "line");
        zgi_json_uint(out, s->line);
        zgi_json_key(out, "zone");
        zgi_json_string(out, zone_name(s->zone));
        zgi_json_key(out, "text");
        zgi_json_string_n(out, (const char *)text->src + text->off[s->at.begin],
                          text->off[s->at.end] - text->off[s->at.begin]);
        zgi_json_close(out, '}');
    }
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
    return out->failed ? ZG_E_MEMORY : ZG_OK;
}
