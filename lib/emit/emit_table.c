/* A table for people: aligned columns, Han characters counted as two cells.
 *
 * Takes facts; gives the document's id, place and date, a row for each triple, the persons without
 * one, and the warnings. Control and unseen characters are written as <U+001B>, so that a text can
 * do nothing to a terminal.
 *   PERSON  TITLE     ORGANISATION          STATUS   KIND  SURE  RULE
 *   何远    党委书记  荆州市公安县章庄铺镇  current  post  95    appos-003
 */
#include "emit/emit_inner.h"

#include <utf8proc.h>

enum { COL_PERSON, COL_TITLE, COL_ORG, COL_STATUS, COL_KIND, COL_SURE, COL_RULE, COLUMNS };

static const char *const heads[COLUMNS] = {"PERSON", "TITLE", "ORGANISATION", "STATUS",
                                           "KIND",   "SURE",  "RULE"};

/* <U+10FFFF> */
void zgi_emit_escape(zgi_json *out, uint32_t c)
{
    char text[12] = "<U+";
    uint32_t n = 3, digits = c > 0xfffff ? 6 : c > 0xffff ? 5 : 4;
    while (digits > 0)
        text[n++] = "0123456789ABCDEF"[c >> (4 * --digits) & 15];
    text[n++] = '>';
    zgi_json_raw(out, text, n);
}

static uint32_t width_of(uint32_t c)
{
    if (zgi_emit_unseen(c))
        return c > 0xfffff ? 10 : c > 0xffff ? 9 : 8;
    if (c >= 0x3000 && c <= 0x9fff)
        return 2;
    return (uint32_t)utf8proc_charwidth((utf8proc_int32_t)c);
}

/* Writes the text (to `out` NULL: only measures); gives its width in cells. */
static uint32_t put_text(zgi_json *out, const char *s)
{
    uint32_t width = 0;
    size_t len;
    for (size_t k = 0; s[k] != 0; k += len) {
        uint32_t c = zgi_emit_char(s + k, &len);
        width += width_of(c);
        if (out == NULL)
            continue;
        if (zgi_emit_unseen(c))
            zgi_emit_escape(out, c);
        else
            zgi_json_raw(out, s + k, len);
    }
    return width;
}

static const char *cell(const zgi_fact *f, int column, char digits[ZGI_UTOA_SIZE])
{
    const char *s = NULL;
    switch (column) {
    case COL_PERSON:
        s = f->person_text;
        break;
    case COL_TITLE:
        s = f->title_text;
        break;
    case COL_ORG:
        s = f->org_full ? f->org_full : f->org_text;
        break;
    case COL_STATUS:
        s = zgi_word_status(f->status);
        break;
    case COL_KIND:
        s = zgi_word_kind(f->kind);
        break;
    case COL_SURE:
        s = zgi_utoa(f->confidence, digits);
        break;
    case COL_RULE:
        s = f->rule;
        break;
    default:
        break;
    }
    return s == NULL || s[0] == 0 ? "-" : s;
}

static void measure(const zgi_facts *facts, uint32_t width[COLUMNS])
{
    char digits[ZGI_UTOA_SIZE];
    for (int c = 0; c < COLUMNS; c++)
        width[c] = put_text(NULL, heads[c]);
    for (uint32_t k = 0; k < facts->fact_count; k++) {
        for (int c = 0; c < COLUMNS; c++) {
            uint32_t w = put_text(NULL, cell(&facts->facts[k], c, digits));
            if (w > width[c])
                width[c] = w;
        }
    }
}

static void put_cell(zgi_json *out, const char *s, int column, const uint32_t width[COLUMNS])
{
    uint32_t used = put_text(out, s);
    if (column + 1 == COLUMNS) {
        zgi_emit_text(out, "\n");
        return;
    }
    for (; used < width[column] + 2; used++)
        zgi_emit_text(out, " ");
}

/* id · 荆州市 · 2021-12-07, as far as known */
static void put_head(const zgi_emit_in *in, zgi_json *out)
{
    const char *const parts[] = {in->id, in->facts->place_name, in->facts->date, in->facts->source};
    bool any = false;
    for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++) {
        if (parts[k] == NULL)
            continue;
        if (any)
            zgi_emit_text(out, " · ");
        put_text(out, parts[k]);
        any = true;
    }
    if (any)
        zgi_emit_text(out, "\n");
}

static void put_others(const zgi_facts *facts, zgi_json *out)
{
    bool any = false;
    for (uint32_t k = 0; k < facts->person_count; k++) {
        if (facts->persons[k].fact_count > 0)
            continue;
        zgi_emit_text(out, any ? ", " : "without a post: ");
        put_text(out, facts->persons[k].name);
        any = true;
    }
    if (any)
        zgi_emit_text(out, "\n");
}

void zgi_emit_table(const zgi_emit_in *in, zgi_json *out)
{
    const zgi_facts *facts = in->facts;
    char digits[ZGI_UTOA_SIZE];
    uint32_t width[COLUMNS];
    put_head(in, out);
    measure(facts, width);
    for (int c = 0; c < COLUMNS && facts->fact_count > 0; c++)
        put_cell(out, heads[c], c, width);
    for (uint32_t k = 0; k < facts->fact_count; k++)
        for (int c = 0; c < COLUMNS; c++)
            put_cell(out, cell(&facts->facts[k], c, digits), c, width);
    if (facts->fact_count == 0)
        zgi_emit_text(out, "no triples\n");
    put_others(facts, out);
    for (uint32_t k = 0; k < facts->warning_count; k++) {
        zgi_emit_text(out, "warning: ");
        put_text(out, facts->warnings[k]);
        zgi_emit_text(out, "\n");
    }
}
