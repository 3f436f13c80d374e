/* TSV: a header and a row for each triple; for spreadsheets and awk.
 *
 * One tab between cells, no quoting: what would break a cell (tab, line end, any control or unseen
 * character) is a blank there, and what is unknown is "-". Column `id` is the caller's id of the
 * document; `date` the event's; `period` start/end; begin and end those of the evidence.
 */
#include "emit/emit_inner.h"

static const char header_line[] =
    "id\tperson\ttitle\torg\torg_full\tcode\tstatus\tkind\tevent\tdate\t"
    "period\trank\tconfidence\trule\tbegin\tend\n";

static void put_value(zgi_json *out, const char *s)
{
    size_t from = 0, k = 0, len;
    for (; s[k] != 0; k += len) {
        if (!zgi_emit_unseen(zgi_emit_char(s + k, &len)))
            continue;
        zgi_json_raw(out, s + from, k - from);
        zgi_json_raw(out, " ", 1);
        from = k + len;
    }
    zgi_json_raw(out, s + from, k - from);
}

static void put_cell(zgi_json *out, const char *s)
{
    put_value(out, s == NULL || s[0] == 0 ? "-" : s);
    zgi_json_raw(out, "\t", 1);
}

static void put_number(zgi_json *out, uint32_t v, const char *after)
{
    char digits[ZGI_UTOA_SIZE];
    zgi_emit_text(out, v == UINT32_MAX ? "-" : zgi_utoa(v, digits));
    zgi_emit_text(out, after);
}

/* 2016-05/2018-03; 2016-05/ when it has no end. */
static void put_period(zgi_json *out, const zgi_fact *f)
{
    if (f->period_start == NULL && f->period_end == NULL) {
        put_cell(out, NULL);
        return;
    }
    put_value(out, f->period_start ? f->period_start : "");
    zgi_json_raw(out, "/", 1);
    put_value(out, f->period_end ? f->period_end : "");
    zgi_json_raw(out, "\t", 1);
}

static void put_row(zgi_json *out, const char *id, const zgi_fact *f)
{
    put_cell(out, id);
    put_cell(out, f->person_text);
    put_cell(out, f->title_text);
    put_cell(out, f->org_text);
    put_cell(out, f->org_full);
    put_cell(out, f->org_code);
    put_cell(out, zgi_word_status(f->status));
    put_cell(out, zgi_word_kind(f->kind));
    put_cell(out, zgi_word_event(f->event_type));
    put_cell(out, f->event_date);
    put_period(out, f);
    put_cell(out, f->rank);
    put_number(out, f->confidence, "\t");
    put_cell(out, f->rule);
    put_number(out, f->evidence.begin, "\t");
    put_number(out, f->evidence.end, "\n");
}

void zgi_emit_tsv(const zgi_emit_in *in, bool header, zgi_json *out)
{
    if (header)
        zgi_json_raw(out, header_line, sizeof header_line - 1);
    for (uint32_t k = 0; k < in->facts->fact_count; k++)
        put_row(out, in->id, &in->facts->facts[k]);
}
