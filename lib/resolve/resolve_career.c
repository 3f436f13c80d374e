/* Careers: which of a person's dated posts are past.
 *
 * 「2016年任县委书记，2018年任副市长，现任市长」: 任 says appointed, the document says that it was long ago. A post
 * dated by year is former when the same person has a later dated one, or one without a date that is
 * told as of now, or is introduced as former (原…). A line 「曾任…；…；…」 stays former to its end.
 */
#include "resolve/resolve_time.h"

#include <string.h>

typedef struct zgi_career {
    uint32_t *latest;  /* [people] latest dated post, months */
    uint32_t *present; /* [people] posts told as of now, without a date */
    uint8_t *lead;     /* [people] status of the first post + 1 */
    uint32_t *past;    /* [people] place in the order of the last post told as former + 1 */
} zgi_career;

/* How far the dates of the running sentence are read. */
typedef struct zgi_reading {
    uint32_t sentence, at;
    zgi_when when;
} zgi_reading;

/* 次年: the year after; 今年 is now, no date of a career; 去年 is past, in a document of unknown year
 * before any other date. */
static zgi_when shifted(const zgi_rs *rs, zgi_when when, const char *by)
{
    if (strcmp(by, "now") == 0)
        return (zgi_when){0, false, false};
    if (by[0] == 'l') /* last, last2 */
        return (zgi_when){rs->date.year ? (rs->date.year - (by[4] ? 2 : 1)) * 12 : 1, false, false};
    if (when.months == 0) /* 同年 of a year named before the sentence */
        return (zgi_when){1, false, false};
    if (when.months > 12 && by[0] == '1')
        when.months = (when.months / 12 + 1) * 12;
    when.day = false;
    return when;
}

/* Read on up to `title`: the last date with a year; a word such as 同年 keeps the date before. */
static zgi_when read_to(zgi_rs *rs, zgi_reading *r, uint32_t sentence, uint32_t title)
{
    const zgi_text *t = rs->text;
    zgi_date d;
    uint32_t next = 0;
    if (r->sentence != sentence) {
        bool same_line = r->sentence != ZGI_NONE &&
                         t->sentences[r->sentence].line == t->sentences[sentence].line;
        zgi_when before = r->when;
        *r = (zgi_reading){sentence, t->sentences[sentence].at.begin, {0, false, false}};
        for (uint32_t i = r->at; same_line && before.months != 0 && i < title; i++)
            if (zgi_rs_set_at(rs, ZGI_SET_CAREER, i, title, &next) != ZGI_NONE) {
                r->when = before;
                break;
            }
    }
    for (; r->at < title; r->at++) {
        next = r->at;
        uint32_t row = zgi_rs_set_at(rs, ZGI_SET_YEAR, r->at, title, &next);
        if (row != ZGI_NONE) {
            r->when = shifted(rs, r->when, zgi_table_cell(&rs->know->words, row, 2));
            r->at = next - 1;
            continue;
        }
        if (!zgi_rs_numeral(t, r->at) || (r->at > 0 && zgi_rs_numeral(t, r->at - 1)) ||
            !zgi_rs_date_at(t, &next, title, &d)) {
            next = r->at;
            if (zgi_rs_numeral(t, r->at) && zgi_rs_day_at(t, &next, title, &d) && d.day != 0)
                r->when.day = true;
            continue;
        }
        r->when = (zgi_when){d.year * 12 + (d.month ? d.month - 1 : 0), d.day != 0,
                             next < title && t->ch[next] == 0x8d77}; /* 起 */
        r->at = next - 1;
    }
    return r->when;
}

static bool is_now(const zgi_rs *rs, uint32_t i)
{
    uint8_t s = rs->draft_status[i];
    return rs->in->drafts->items[i].kind == ZGI_FK_POST && rs->draft_when[i].months == 0 &&
           (s == ZGI_S_CURRENT || s == ZGI_S_APPOINTED || s == ZGI_S_ACTING || s == ZGI_S_PROPOSED);
}

/* One person's two posts in one line without a full stop between. */
static bool one_period(const zgi_rs *rs, uint32_t before, uint32_t i)
{
    const zgi_draft *a = &rs->in->drafts->items[before], *b = &rs->in->drafts->items[i];
    const zgi_sentence *s = rs->text->sentences;
    if (rs->draft_person[i] != rs->draft_person[before] ||
        s[a->sentence].line != s[b->sentence].line || b->title.begin < a->title.end)
        return false;
    for (uint32_t k = a->title.end; k < b->title.begin; k++)
        if (rs->text->ch[k] == 0x3002) /* 。 */
            return false;
    return true;
}

/* 「曾任甲局局长；乙局局长；丙局局长。」: a line's bare continuation has the status of what it continues. */
static bool continues(const zgi_rs *rs, uint32_t i, uint32_t before)
{
    const zgi_draft *b = &rs->in->drafts->items[i];
    const zgi_dict_view *dict = rs->dict;
    return b->rule < dict->rule_count &&
           strcmp(dict->strings + dict->rules[b->rule].emit, "cv") == 0 &&
           one_period(rs, before, i);
}

/* 韦若川为县政协主席: the rule joined them by 为 or 是. */
static bool is_copula(const zgi_rs *rs, uint32_t i)
{
    uint16_t before =
        rs->in->drafts->items[i].evidence.begin < rs->text->n
            ? rs->text->ch[rs->draft_span[i].end < rs->text->n ? rs->draft_span[i].end : 0]
            : 0;
    return before == 0x4e3a || before == 0x662f || before == 0x7cfb; /* 为 是 系 */
}

/* 担任, 任: a post was held; 转任, 当选, 任命 would tell what is news. 兼任 tells what is held now. */
static uint32_t held_row(const zgi_rs *rs, uint32_t i)
{
    zgi_span event = rs->in->drafts->items[i].event;
    uint32_t next = 0, row = ZGI_NONE;
    if (!zgi_rs_none(event))
        row = zgi_rs_set_at(rs, ZGI_SET_HELD, event.begin, event.end, &next);
    return row != ZGI_NONE && next == event.end ? row : ZGI_NONE;
}

/* 此前, 之前 in the sentence before the title. */
static bool earlier(const zgi_rs *rs, uint32_t i)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    enum { REACH = 40 };
    zgi_span in = {rs->text->sentences[d->sentence].at.begin, d->title.begin};
    if (zgi_span_len(in) > REACH)
        in.begin = in.end - REACH;
    return zgi_rs_set_in(rs, ZGI_SET_EARLIER, in);
}

/* 曾任甲局局长，后转任乙局局长: told on in one sentence as past. */
static bool goes_on(const zgi_rs *rs, uint32_t i, uint32_t before)
{
    const zgi_draft *a = &rs->in->drafts->items[before], *b = &rs->in->drafts->items[i];
    uint32_t from = 0;
    if (rs->draft_status[before] != ZGI_S_FORMER || zgi_rs_none(b->event) ||
        !one_period(rs, before, i))
        return false;
    if (a->event.begin == b->event.begin) /* the next post of the same 任 */
        return true;
    zgi_span lead = {a->title.end, b->event.begin};
    return held_row(rs, i) != ZGI_NONE ||
           (lead.begin < lead.end && zgi_rs_set_end(rs, ZGI_SET_THEN, lead, &from) != ZGI_NONE);
}

/* The status by the draft's own sentence: what the rule gave, unless the sentence tells more. */
static uint8_t own_status(const zgi_rs *rs, uint32_t i, uint32_t before)
{
    uint8_t s = rs->in->drafts->items[i].status;
    uint32_t held = held_row(rs, i);
    bool dated = rs->draft_when[i].months != 0;
    if (!dated && rs->draft_when[i].day)
        return s; /* told to the day: it is what is news */
    if (s == ZGI_S_CURRENT && before != ZGI_NONE && rs->draft_status[before] == ZGI_S_FORMER &&
        continues(rs, i, before))
        return ZGI_S_FORMER;
    if ((s == ZGI_S_CURRENT && is_copula(rs, i)) || (s == ZGI_S_APPOINTED && held != ZGI_NONE))
        if (earlier(rs, i))
            return ZGI_S_FORMER;
    if (s != ZGI_S_APPOINTED || dated)
        return s;
    if (before != ZGI_NONE && goes_on(rs, i, before))
        return ZGI_S_FORMER;
    if (held != ZGI_NONE && strcmp(zgi_table_cell(&rs->know->words, held, 2), "now") == 0)
        return ZGI_S_CURRENT;
    return s;
}

static void read_drafts(zgi_rs *rs, zgi_career *c)
{
    const zgi_draft *items = rs->in->drafts->items;
    zgi_reading reading = {ZGI_NONE, 0, {0, false, false}};
    for (uint32_t k = 0; k < rs->in->drafts->count; k++) {
        uint32_t i = rs->draft_order[k], who = rs->draft_person[i];
        uint32_t before = k > 0 ? rs->draft_order[k - 1] : ZGI_NONE;
        rs->draft_when[i] = read_to(rs, &reading, items[i].sentence, items[i].title.begin);
        rs->draft_status[i] = items[i].status;
        if (who == ZGI_NONE)
            continue;
        rs->draft_status[i] = own_status(rs, i, before);
        if (c->lead[who] == 0 && rs->draft_when[i].months == 0) /* 原…; a dated line is no lead */
            c->lead[who] = (uint8_t)(rs->draft_status[i] + 1);
        if (rs->draft_status[i] == ZGI_S_FORMER)
            c->past[who] = k + 1;
        if (is_now(rs, i))
            c->present[who]++;
        if (rs->draft_when[i].months > c->latest[who])
            c->latest[who] = rs->draft_when[i].months;
    }
}

/* Posts of the person told as of now later in the same sentence: they follow on from this one. */
static uint32_t follow_on(const zgi_rs *rs, uint32_t k)
{
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t i = rs->draft_order[k], n = 0;
    for (uint32_t m = k + 1; m < rs->in->drafts->count; m++) {
        uint32_t j = rs->draft_order[m];
        if (items[j].sentence != items[i].sentence)
            break;
        n += rs->draft_person[j] == rs->draft_person[i] && is_now(rs, j);
    }
    return n;
}

static bool is_past(const zgi_rs *rs, const zgi_career *c, uint32_t k)
{
    uint32_t i = rs->draft_order[k], who = rs->draft_person[i];
    zgi_when when = rs->draft_when[i];
    if (who == ZGI_NONE || rs->draft_status[i] != ZGI_S_APPOINTED)
        return false;
    if (when.months == 0) /* 原副校长某某在担任办公室主任时… */
        return !when.day && c->lead[who] == ZGI_S_FORMER + 1 && held_row(rs, i) != ZGI_NONE;
    if (when.months < c->latest[who])
        return true;
    zgi_date ended;
    bool since = when.since && !zgi_rs_until(rs, &rs->in->drafts->items[i], &ended);
    if (when.day || since || follow_on(rs, k) > 0)
        return false; /* the day is told of what is news */
    return c->present[who] > 0 || c->lead[who] == ZGI_S_FORMER + 1 || c->past[who] > k + 1;
}

zg_status zgi_rs_careers(zgi_rs *rs)
{
    uint32_t n = rs->in->drafts->count, people = rs->people.count;
    zgi_career c = {zgi_arena_zalloc(rs->arena, (size_t)people + 1, sizeof(uint32_t)),
                    zgi_arena_zalloc(rs->arena, (size_t)people + 1, sizeof(uint32_t)),
                    zgi_arena_zalloc(rs->arena, (size_t)people + 1, 1),
                    zgi_arena_zalloc(rs->arena, (size_t)people + 1, sizeof(uint32_t))};
    rs->draft_status = zgi_arena_zalloc(rs->arena, (size_t)n + 1, 1);
    rs->draft_when = zgi_arena_zalloc(rs->arena, (size_t)n + 1, sizeof *rs->draft_when);
    if (c.latest == NULL || c.present == NULL || c.lead == NULL || c.past == NULL ||
        rs->draft_status == NULL || rs->draft_when == NULL)
        return ZG_E_MEMORY;
    read_drafts(rs, &c);
    for (uint32_t k = 0; k < n; k++)
        if (is_past(rs, &c, k))
            rs->draft_status[rs->draft_order[k]] = ZGI_S_FORMER;
    return ZG_OK;
}
