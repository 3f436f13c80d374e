/* CSV (RFC 4180): the columns of the TSV, every value as it is, quoted where it must be; what is
 * unknown is an empty cell. Lines end with CR and LF, as the RFC has it.
 */
#include "emit/emit_inner.h"

static const char header_line[] = "id,person,title,org,org_full,code,status,kind,event,date,"
                                  "period,rank,confidence,rule,begin,end\r\n";

static void put_cell(zgi_json *out, const char *s)
{
    if (s != NULL && s[strcspn(s, "\",\r\n")] != 0) {
        zgi_json_raw(out, "\"", 1);
        for (; *s != 0; s++)
            zgi_json_raw(out, *s == '"' ? "\"\"" : s, *s == '"' ? 2 : 1);
        zgi_json_raw(out, "\"", 1);
    } else if (s != NULL) {
        zgi_emit_text(out, s);
    }
    zgi_json_raw(out, ",", 1);
}

static void put_number(zgi_json *out, uint32_t v, const char *after)
{
    char digits[ZGI_UTOA_SIZE];
    zgi_emit_text(out, v == UINT32_MAX ? "" : zgi_utoa(v, digits));
    zgi_emit_text(out, after);
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
    if (f->period_start != NULL || f->period_end != NULL) { /* digits and '-': never quoted */
        zgi_emit_text(out, f->period_start ? f->period_start : "");
        zgi_emit_text(out, "/");
        zgi_emit_text(out, f->period_end ? f->period_end : "");
    }
    zgi_emit_text(out, ",");
    put_cell(out, f->rank);
    put_number(out, f->confidence, ",");
    put_cell(out, f->rule);
    put_number(out, f->evidence.begin, ",");
    put_number(out, f->evidence.end, "\r\n");
}

void zgi_emit_csv(const zgi_emit_in *in, bool header, zgi_json *out)
{
    if (header)
        zgi_json_raw(out, header_line, sizeof header_line - 1);
    for (uint32_t k = 0; k < in->facts->fact_count; k++)
        put_row(out, in->id, &in->facts->facts[k]);
}
