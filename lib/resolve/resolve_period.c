/* The period of a post: from when to when, as a résumé line tells it.
 *
 * 「2016.05—2018.03 某县委副书记、县长」 → 2016-05 to 2018-03 for both; 「2016年5月起，任…」, 「2016.05至今」
 * → from 2016-05, still held; 「2016年5月任某县县长」 → from 2016-05, its end not told. Takes the draft
 * and the sentence; a date that is about something else, or a title that stands before its holder's
 * name, gives nothing. Dates are never guessed: what is not written is NULL.
 */
#include "resolve/resolve_time.h"

/* A range being read. `open`: without an end, by 起 or a bare dash; `now`: by 至今. */
typedef struct zgi_range {
    zgi_date first, last;
    bool found, open, now, single;
} zgi_range;

static bool dash(uint16_t c)
{
    static const uint16_t dashes[] = {'-',    '~',    0x2013, 0x2014, 0x2015,
                                      0x2500, 0xff5e, 0x301c, 0x81f3, 0x5230}; /* 至 到 */
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (dashes[i] == c)
            return true;
    return false;
}

static uint32_t gap(const zgi_text *t, uint32_t at, uint32_t end, bool *dashed)
{
    *dashed = false;
    while (at < end && (zgi_rs_blank(t->ch[at]) || dash(t->ch[at]))) {
        *dashed = *dashed || dash(t->ch[at]);
        at++;
    }
    return at;
}

/* 2011 of 2011—2014年: four figures and nothing more. */
static bool bare_year(const zgi_text *t, uint32_t *at, uint32_t end, uint32_t *year)
{
    uint32_t i = *at, v = 0;
    for (; i < end && t->ch[i] >= '0' && t->ch[i] <= '9'; i++)
        v = i - *at < 5 ? v * 10 + (uint32_t)(t->ch[i] - '0') : v;
    if (i != *at + 4 || v < 1900 || v > 2099)
        return false;
    *at = i;
    *year = v;
    return true;
}

/* What closes a range: a date, 10月 of the same year, 2014 after 2011—, or 今. */
static bool closing(const zgi_text *t, uint32_t *at, uint32_t end, zgi_range *r)
{
    if (*at < end && t->ch[*at] == 0x4eca) { /* 今 */
        ++*at;
        return r->open = r->now = true;
    }
    if (zgi_rs_date_at(t, at, end, &r->last))
        return true;
    if (r->first.year != 0 && zgi_rs_day_at(t, at, end, &r->last)) {
        r->last.year = r->first.year;
        return true;
    }
    r->last = (zgi_date){0, 0, 0};
    return bare_year(t, at, end, &r->last.year);
}

/* A range that begins at *at; a date that begins none is `single`. */
static bool range_at(const zgi_text *t, uint32_t *at, uint32_t end, zgi_range *r)
{
    uint32_t i = *at, next = 0;
    bool dashed = false;
    *r = (zgi_range){{0, 0, 0}, {0, 0, 0}, false, false, false, false};
    bool dated = zgi_rs_date_at(t, &i, end, &r->first);
    if (!dated && !bare_year(t, &i, end, &r->first.year))
        return false;
    next = gap(t, i, end, &dashed);
    uint32_t after = next;
    r->found = dashed && closing(t, &after, end, r);
    if (r->found) {
        next = after;
    } else if (!dated) {
        return false;
    } else if (next < end && t->ch[next] == 0x8d77) { /* 起 */
        r->found = r->open = true;
        next++;
    } else if (dashed && t->ch[next - 1] != 0x81f3 && t->ch[next - 1] != 0x5230) {
        r->found = r->open = true; /* 2018.03—　某县县长 */
    } else {
        r->single = true;
    }
    *at = next;
    return true;
}

/* Between a single date and 任 nothing but a comma, a blank. */
static bool only_marks(const zgi_text *t, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (!zgi_rs_blank(t->ch[i]) && t->ch[i] != ',' && t->ch[i] != ':')
            return false;
    return true;
}

/* 2016年5月任, 2016年5月，调任: the date says when the post was taken up. */
static bool takes_up(const zgi_text *t, const zgi_draft *d, uint32_t from)
{
    zgi_span e = d->event;
    return !zgi_rs_none(e) && e.begin >= from && e.begin < e.end && t->ch[e.end - 1] == 0x4efb &&
           only_marks(t, from, e.begin); /* 任 */
}

/* The last range before the title with only that title's own clause between; what stands in
 * brackets (其间：…) is of something else. */
static zgi_range before_title(zgi_rs *rs, const zgi_draft *d)
{
    const zgi_text *t = rs->text;
    zgi_range kept = {{0, 0, 0}, {0, 0, 0}, false, false, false, false}, outer = kept, r;
    for (uint32_t i = t->sentences[d->sentence].at.begin; i < d->title.begin; i++) {
        uint32_t next = i;
        if (t->ch[i] == '(')
            outer = kept;
        else if (t->ch[i] == ')')
            kept = outer;
        if (!zgi_rs_numeral(t, i) || (i > 0 && zgi_rs_numeral(t, i - 1)) ||
            !range_at(t, &next, d->title.begin, &r))
            continue;
        if (r.single)
            r.found = takes_up(t, d, next);
        r.found = r.found && !zgi_rs_named_between(rs, next, d->title.begin);
        kept = r; /* a later date of another kind: the range before was about something else */
        i = next > i ? next - 1 : i;
    }
    return kept;
}

/* 某县县长(2016.05—2018.03) */
static zgi_range in_bracket(const zgi_rs *rs, const zgi_draft *d)
{
    enum { REACH = 30 };
    const zgi_text *t = rs->text;
    uint32_t at = d->title.end, end = at + REACH < t->n ? at + REACH : t->n;
    zgi_range none = {{0, 0, 0}, {0, 0, 0}, false, false, false, false}, r;
    if (at >= end || t->ch[at++] != '(' || !range_at(t, &at, end, &r) || r.single || at >= end ||
        t->ch[at] != ')')
        return none;
    return r;
}

/* …起任某国总理，直到2006年9月: when a range that was left open ended. */
bool zgi_rs_until(const zgi_rs *rs, const zgi_draft *d, zgi_date *last)
{
    enum { REACH = 24 };
    const zgi_text *t = rs->text;
    uint32_t at = d->title.end, end = at + REACH < t->n ? at + REACH : t->n, next = 0;
    while (at < end && (zgi_rs_blank(t->ch[at]) || t->ch[at] == ','))
        at++;
    return zgi_rs_set_at(rs, ZGI_SET_UNTIL, at, end, &next) != ZGI_NONE &&
           zgi_rs_date_at(t, &next, end, last);
}

/* 1997年8月起，历任甲、乙、丙: one after the other, so that only the first began then. */
static bool in_turn(const zgi_rs *rs, const zgi_draft *d)
{
    enum { REACH = 80 };
    zgi_span in = {rs->text->sentences[d->sentence].at.begin, d->title.begin};
    in.begin = zgi_span_len(in) > REACH ? in.end - REACH : in.begin;
    return zgi_rs_set_in(rs, ZGI_SET_IN_TURN, in);
}

bool zgi_rs_period(zgi_rs *rs, const zgi_draft *d, zgi_fact *f)
{
    bool holder_after = f->person.begin >= d->title.end &&
                        f->person.begin < rs->text->sentences[d->sentence].at.end;
    zgi_range r = in_bracket(rs, d);
    if (!r.found && !holder_after)
        r = before_title(rs, d);
    if (!r.found || ((r.open || r.single) && in_turn(rs, d)))
        return false;
    if (r.open && !r.now && zgi_rs_until(rs, d, &r.last))
        r.open = false;
    f->period_start = zgi_rs_iso(rs, r.first);
    f->period_end = zgi_rs_iso(rs, r.last);
    bool telling = f->status == ZGI_S_CURRENT || f->status == ZGI_S_APPOINTED;
    if (telling && (r.open || r.last.year != 0))
        f->status = r.open ? ZGI_S_CURRENT : ZGI_S_FORMER;
    if (r.now && f->status == ZGI_S_FORMER && d->status != ZGI_S_FORMER)
        f->status = ZGI_S_CURRENT; /* 2015年1月至今任, and later posts beside it */
    if (f->event_type == ZGI_EV_APPOINT && !r.single && f->event_date != NULL)
        f->event_date = f->period_start; /* 2016.05—2018.03任: taken up when the period begins */
    return f->period_start != NULL;
}
