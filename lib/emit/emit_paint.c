/* The text in characters, each with the part (person, title, organisation) that the facts give it:
 * for the formats that show the text itself.
 *
 * Takes the caller's bytes and facts in the caller's unit; a span that does not begin and end with
 * a character of this text is left out, so that a wrong text does no harm.
 * 县长何远说 → 县长/title 何远/person 说/none
 */
#include "emit/emit_inner.h"

static uint32_t units_of(zg_offsets offsets, int bytes, uint32_t c)
{
    if (offsets == ZG_OFFSETS_UTF8)
        return bytes < 0 ? (uint32_t)-bytes : (uint32_t)bytes;
    return offsets == ZG_OFFSETS_UTF16 && bytes > 0 && c > 0xffff ? 2 : 1;
}

static bool make_room(zgi_painted *p, zgi_arena *arena)
{
    size_t cap = p->length + 1;
    if (p->length >= UINT32_MAX)
        return false;
    p->off = zgi_arena_zalloc(arena, cap, sizeof *p->off);
    p->unit = zgi_arena_zalloc(arena, cap, sizeof *p->unit);
    p->role = zgi_arena_zalloc(arena, cap, sizeof *p->role);
    p->first = zgi_arena_zalloc(arena, cap, sizeof *p->first);
    return p->off != NULL && p->unit != NULL && p->role != NULL && p->first != NULL;
}

static void cut(zgi_painted *p, zg_offsets offsets)
{
    uint32_t at = 0, unit = 0, c = 0;
    for (p->count = 0; at < p->length; p->count++) {
        int n = zgi_utf8_next(p->utf8 + at, p->utf8 + p->length, &c);
        p->off[p->count] = at;
        p->unit[p->count] = unit;
        at += n < 0 ? (uint32_t)-n : (uint32_t)n;
        unit += units_of(offsets, n, c);
    }
    p->off[p->count] = at;
    p->unit[p->count] = unit;
}

uint32_t zgi_painted_at(const zgi_painted *p, uint32_t unit)
{
    uint32_t low = 0, high = p->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->unit[middle] < unit)
            low = middle + 1;
        else
            high = middle;
    }
    return p->unit[low] == unit ? low : UINT32_MAX;
}

uint32_t zgi_painted_char(const zgi_painted *p, uint32_t k)
{
    uint32_t c = 0xfffd;
    int n = zgi_utf8_next(p->utf8 + p->off[k], p->utf8 + p->length, &c);
    return n < 0 ? 0xfffd : c;
}

void zgi_painted_put(const zgi_painted *p, uint32_t k, zgi_json *out)
{
    uint32_t c = 0;
    int n = zgi_utf8_next(p->utf8 + p->off[k], p->utf8 + p->length, &c);
    if (n < 0)
        zgi_emit_text(out, "\xef\xbf\xbd");
    else
        zgi_json_raw(out, (const char *)p->utf8 + p->off[k], (size_t)n);
}

static void paint(zgi_painted *p, zgi_span span, uint8_t role)
{
    if (span.begin == UINT32_MAX)
        return;
    uint32_t begin = zgi_painted_at(p, span.begin), end = zgi_painted_at(p, span.end);
    if (begin == UINT32_MAX || end == UINT32_MAX || begin >= end)
        return;
    for (uint32_t k = begin; k < end; k++) {
        p->role[k] = role;
        p->first[k] = k == begin;
    }
}

bool zgi_emit_paint(const zgi_emit_in *in, zgi_arena *arena, zgi_painted *out)
{
    const zgi_facts *facts = in->facts;
    *out = (zgi_painted){.utf8 = in->text.utf8, .length = in->text.length};
    if (!make_room(out, arena))
        return false;
    cut(out, in->offsets);
    for (uint32_t k = 0; k < facts->fact_count; k++)
        paint(out, facts->facts[k].org, ZGI_ROLE_ORG);
    for (uint32_t k = 0; k < facts->fact_count; k++)
        paint(out, facts->facts[k].title, ZGI_ROLE_TITLE);
    for (uint32_t k = 0; k < facts->fact_count; k++)
        paint(out, facts->facts[k].person, ZGI_ROLE_PERSON);
    return true;
}

void zgi_painted_quote(const zgi_painted *p, zgi_span chars, zgi_json *out)
{
    zgi_json piece;
    zgi_json_init(&piece, out->arena);
    for (uint32_t k = chars.begin; k < chars.end; k++)
        zgi_painted_put(p, k, &piece);
    zgi_json_string_n(out, piece.len > 0 ? piece.data : "", piece.len);
    out->failed = out->failed || piece.failed;
}
