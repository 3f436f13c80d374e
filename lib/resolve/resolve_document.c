/* The document as a whole: its date, its source, its place.
 *
 * 「来源: 荆州日报客户端 2021-12-07」 → source 荆州日报客户端, date 2021-12-07; 「本报讯」 → 本报;
 * 「中新网荆州12月7日电」 → 中新网. The date is the one beside the source, or the first whole date of the
 * heading or the first sentences; a date deep in the body is no date of the document.
 */
#include "resolve/resolve_time.h"

enum { LEAD = 3, HOME_VOTES = 6 };
/* LEAD: sentences that may still date the report. HOME_VOTES: a heading, or two places in the body;
 * one place named in passing is no home. */

static zgi_span line_of(const zgi_text *t, uint32_t at)
{
    zgi_span s = {at, at};
    while (s.begin > 0 && t->ch[s.begin - 1] != '\n' && at - s.begin < 200)
        s.begin--;
    while (s.end < t->n && t->ch[s.end] != '\n' && s.end - at < 200)
        s.end++;
    return s;
}

/* The first whole date of a stretch. */
static bool date_in(const zgi_text *t, zgi_span in, zgi_date *out)
{
    zgi_date d;
    for (uint32_t i = in.begin; i < in.end; i++) {
        uint32_t next = i;
        if (t->ch[i] >= '0' && t->ch[i] <= '9' &&
            (i == in.begin || t->ch[i - 1] < '0' || t->ch[i - 1] > '9') &&
            zgi_rs_date_at(t, &next, in.end, &d) && d.day != 0) {
            *out = d;
            return true;
        }
    }
    return false;
}

/* What follows 来源: up to a blank, a bracket or a mark. */
static zgi_span source_name(const zgi_text *t, uint32_t at, uint32_t end)
{
    while (at < end && zgi_rs_blank(t->ch[at]))
        at++;
    zgi_span s = {at, at};
    while (s.end < end && !zgi_rs_blank(t->ch[s.end]) && t->ch[s.end] != ZGI_CH_BREAK &&
           (t->ch[s.end] > 0x7f ? t->ch[s.end] >= 0x3400 : t->ch[s.end] >= '0') &&
           t->ch[s.end] != '|' && s.end - s.begin < 30)
        s.end++;
    return s;
}

static bool source_line(zgi_rs *rs, zgi_facts *out)
{
    const zgi_text *t = rs->text;
    for (uint32_t i = 0; i < t->n; i++) {
        if (t->ch[i] != 0x6765 && t->ch[i] != 0x7a3f) /* 来 稿 */
            continue;
        uint32_t next = 0;
        if (zgi_rs_set_at(rs, ZGI_SET_SOURCE, i, t->n, &next) == ZGI_NONE)
            continue;
        zgi_span line = line_of(t, i), name = source_name(t, next, line.end);
        if (zgi_span_len(name) < 2)
            continue;
        out->source = zgi_rs_source(rs, name);
        if (rs->date.year == 0)
            date_in(t, line, &rs->date);
        return out->source != NULL;
    }
    return true;
}

/* 本报讯, 新华社北京12月3日电, 荆州日报讯(记者 …): the agency at the head of the body. */
static bool dateline(zgi_rs *rs, zgi_facts *out)
{
    enum { SCAN = 24, SENTENCES = 6 };
    const zgi_text *t = rs->text;
    for (uint32_t s = 0; s < t->sentence_count && s < SENTENCES; s++) {
        zgi_span at = t->sentences[s].at;
        uint32_t end = at.begin + SCAN < at.end ? at.begin + SCAN : at.end, next = 0;
        if (zgi_rs_set_at(rs, ZGI_SET_AGENCY, at.begin, at.end, &next) != ZGI_NONE &&
            zgi_rs_set_in(rs, ZGI_SET_SENDS, (zgi_span){next, end > next ? end : next})) {
            out->source = zgi_rs_source(rs, (zgi_span){at.begin, next});
            return out->source != NULL;
        }
        for (uint32_t i = at.begin + 2; i + 1 < end; i++) /* 荆州日报讯 */
            if (t->ch[i] == 0x8baf && (t->ch[i - 1] == 0x62a5 || t->ch[i - 1] == 0x7f51)) {
                out->source = zgi_rs_source(rs, (zgi_span){at.begin, i});
                return out->source != NULL;
            }
    }
    return true;
}

static void lead_date(zgi_rs *rs)
{
    const zgi_text *t = rs->text;
    uint32_t seen = 0;
    for (uint32_t s = 0; s < t->sentence_count && seen < LEAD && rs->date.year == 0; s++) {
        date_in(t, t->sentences[s].at, &rs->date);
        seen += t->sentences[s].zone == ZGI_Z_BODY;
    }
}

zg_status zgi_rs_document(zgi_rs *rs, zgi_facts *out)
{
    if (!source_line(rs, out) || (out->source == NULL && !dateline(rs, out)))
        return ZG_E_MEMORY;
    if (rs->date.year == 0)
        lead_date(rs);
    out->date = zgi_rs_iso(rs, rs->date);
    uint32_t home = rs->home_votes >= HOME_VOTES ? rs->home : ZGI_NONE;
    if (home != ZGI_NONE) {
        out->place_name = zgi_rs_place_name(rs, home);
        out->place_code = zgi_rs_place_code(rs, home);
    }
    return ZG_OK;
}
