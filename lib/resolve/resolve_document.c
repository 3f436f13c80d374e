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

/* The first whole date of a stretch that is no date of a life (1965年8月1日生). */
static bool date_in(const zgi_rs *rs, zgi_span in, zgi_date *out)
{
    const zgi_text *t = rs->text;
    zgi_date d;
    for (uint32_t i = in.begin; i < in.end; i++) {
        uint32_t next = i;
        if (zgi_rs_numeral(t, i) && (i == in.begin || !zgi_rs_numeral(t, i - 1)) &&
            zgi_rs_date_at(t, &next, in.end, &d) && d.day != 0 &&
            zgi_rs_set_at(rs, ZGI_SET_LIFE, next, in.end, &next) == ZGI_NONE) {
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
    const zgi_set *words = &rs->know->sets[ZGI_SET_SOURCE];
    for (uint32_t i = 0; i < t->n; i++) {
        uint32_t next = 0;
        if (!zgi_set_may(words, t->ch[i]))
            continue;
        if (i > 0 && (t->ch[i - 1] == '"' || t->ch[i - 1] == 0x201c || t->ch[i - 1] == 0x300c))
            continue; /* 凡注明“来源:…”的作品: a notice of rights */
        if (zgi_set_at(words, t, i, t->n, &next) == ZGI_NONE)
            continue;
        zgi_span line = line_of(t, i), name = source_name(t, next, line.end);
        if (zgi_span_len(name) < 2)
            continue;
        out->source = zgi_rs_source(rs, name);
        if (rs->date.year == 0)
            date_in(rs, line, &rs->date);
        return out->source != NULL;
    }
    return true;
}

/* 荆州日报讯, 荆楚网(湖北日报网)讯, 湖北日报客户端8月11日讯: the name at the head of the sentence, up to its
 * bracket, date or 讯; empty when there is none. */
static zgi_span masthead(const zgi_rs *rs, uint32_t begin, uint32_t end)
{
    const zgi_text *t = rs->text;
    zgi_span name = {begin, begin};
    uint32_t next = 0;
    if (begin < end && t->ch[begin] == 0x636e) /* 据 */
        name.begin = name.end = ++begin;
    while (name.end < end && (t->ch[name.end] >= 0x4e00 || t->ch[name.end] == '-') &&
           zgi_rs_set_at(rs, ZGI_SET_SENDS, name.end, end, &next) == ZGI_NONE)
        name.end++;
    if (zgi_span_len(name) < 2 || name.end >= end ||
        zgi_rs_set_end(rs, ZGI_SET_MASTHEAD, name, &next) == ZGI_NONE)
        return (zgi_span){begin, begin};
    uint32_t at = name.end;
    if (t->ch[at] == '(')
        while (at < end && t->ch[at] != ')')
            at++;
    while (at < end && zgi_rs_set_at(rs, ZGI_SET_SENDS, at, end, &next) == ZGI_NONE &&
           (t->ch[at] < 0x4e00 || t->ch[at] == 0x6708 || t->ch[at] == 0x65e5)) /* 月 日 */
        at++;
    bool sent = at < end && zgi_rs_set_at(rs, ZGI_SET_SENDS, at, end, &next) != ZGI_NONE;
    return sent ? name : (zgi_span){begin, begin};
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
        zgi_span name = masthead(rs, at.begin, end);
        if (zgi_span_len(name) > 0) {
            out->source = zgi_rs_source(rs, name);
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
        date_in(rs, t->sentences[s].at, &rs->date);
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
