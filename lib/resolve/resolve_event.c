/* When and by whom: the date of an appointment, who decided it.
 *
 * 「12月6日，市人大常委会决定任命王敏为副市长」 in a report of 2021 → 2021-12-06, by 市人大常委会;
 * 「省人大常委会第十次会议决定：⏎任命…」 → by 省人大常委会第十次会议, also for the lines below it.
 */
#include "resolve/resolve_time.h"

/* 昨日 → 1 day before the report. */
static bool relative_at(const zgi_rs *rs, uint32_t at, uint32_t end, zgi_date *out)
{
    if (rs->date.day == 0)
        return false;
    uint32_t next = 0, row = zgi_rs_set_at(rs, ZGI_SET_RELATIVE, at, end, &next);
    if (row == ZGI_NONE)
        return false;
    *out =
        zgi_rs_days_back(rs->date, (uint32_t)(zgi_table_cell(&rs->know->words, row, 2)[0] - '0'));
    return true;
}

/* 同年, 次年 after a year, 今年, 去年 of a dated document: the year that the next month belongs to. */
static zgi_date year_word(const zgi_rs *rs, zgi_date before, const char *by)
{
    zgi_date d = {0, 0, 0};
    if (by[0] == 'n')
        d.year = rs->date.year;
    else if (by[0] == 'l' && rs->date.year > 2) /* last, last2: 去年, 前年 */
        d.year = rs->date.year - (by[4] == '2' ? 2 : 1);
    else if (by[0] != 'l' && before.year != 0)
        d.year = before.year + (uint32_t)(by[0] - '0');
    return d;
}

/* 本月10日, 上月20日: a day of the document's month or the one before. */
static bool month_word(const zgi_rs *rs, uint32_t *at, uint32_t end, zgi_date *out)
{
    uint32_t next = *at, row = zgi_rs_set_at(rs, ZGI_SET_MONTH, *at, end, &next);
    if (row == ZGI_NONE || rs->date.month == 0)
        return false;
    *out = (zgi_date){rs->date.year, rs->date.month, 0};
    if (zgi_table_cell(&rs->know->words, row, 2)[0] == '1') {
        out->year -= out->month == 1;
        out->month = out->month == 1 ? 12 : out->month - 1;
    }
    zgi_rs_dayno_at(rs->text, &next, end, &out->day);
    *at = next;
    return true;
}

/* 15日 in a report of the 15th, 16th, 17th or 18th: a day so near is of its month. */
static bool near_day(const zgi_rs *rs, uint32_t *at, uint32_t end, zgi_date *out)
{
    enum { NEAR = 3 };
    uint32_t next = *at, day = 0;
    if (rs->date.day == 0 || !zgi_rs_dayno_at(rs->text, &next, end, &day) || day > rs->date.day ||
        rs->date.day - day > NEAR)
        return false;
    *out = rs->date;
    out->day = day;
    *at = next;
    return true;
}

/* What a date is read against: the last one of the stretch, the year of months without one. */
typedef struct zgi_stretch {
    zgi_date found;
    uint32_t year;
} zgi_stretch;

/* A date that begins at *at; steps over it. */
static void date_step(const zgi_rs *rs, uint32_t *at, uint32_t end, zgi_stretch *s)
{
    const zgi_text *t = rs->text;
    zgi_date d = {0, 0, 0};
    uint32_t next = *at, row = zgi_rs_set_at(rs, ZGI_SET_YEAR, *at, end, &next);
    bool inside = *at > 0 && zgi_rs_numeral(t, *at) && zgi_rs_numeral(t, *at - 1);
    if (row != ZGI_NONE) {
        s->found = year_word(rs, s->found, zgi_table_cell(&rs->know->words, row, 2));
        s->year = s->found.year;
    } else if ((next = *at, !inside && zgi_rs_date_at(t, &next, end, &d))) {
        s->found = d;
        s->year = d.year;
    } else if ((next = *at, !inside && zgi_rs_day_at(t, &next, end, &d))) {
        d.year = s->year;
        s->found = d;
    } else if ((next = *at, month_word(rs, &next, end, &d)) || near_day(rs, &next, end, &d)) {
        s->found = d;
    } else if ((next = *at + 1, relative_at(rs, *at, end, &d))) {
        s->found = d;
    }
    *at = next > *at ? next : *at + 1;
}

enum { REACH = 300 }; /* characters: a date further off is of something else */

static zgi_date date_before(const zgi_rs *rs, uint32_t from, uint32_t end)
{
    zgi_stretch s = {{0, 0, 0}, rs->date.year};
    from = end - from > REACH ? end - REACH : from;
    while (from < end)
        date_step(rs, &from, end, &s);
    return s.found;
}

/* …决定：⏎任命甲为乙；⏎免去…: the line that leads to the one of the event, ZGI_NONE. */
static uint32_t lead_of(const zgi_rs *rs, uint32_t sentence)
{
    enum { LINES = 40 };
    const zgi_text *t = rs->text;
    for (uint32_t k = sentence; k-- > 0 && sentence - k <= LINES;) {
        zgi_span at = t->sentences[k].at;
        while (at.end > at.begin && zgi_rs_blank(t->ch[at.end - 1]))
            at.end--;
        if (at.end > at.begin && t->ch[at.end - 1] == ':' && zgi_rs_set_in(rs, ZGI_SET_DECIDE, at))
            return k;
        if (at.end > at.begin && t->ch[at.end - 1] == 0x3002 && !t->sentences[k].last)
            return ZGI_NONE; /* prose, no list */
    }
    return ZGI_NONE;
}

/* The last date before the trigger in its sentence, else in the line that leads to it. */
const char *zgi_rs_event_date(zgi_rs *rs, zgi_span event)
{
    const zgi_sentence *sentences = rs->text->sentences;
    uint32_t s = zgi_rs_sentence(rs->text, event.begin);
    zgi_date d = date_before(rs, sentences[s].at.begin, event.begin);
    uint32_t lead = d.month == 0 && d.year == 0 ? lead_of(rs, s) : ZGI_NONE;
    if (lead != ZGI_NONE)
        d = date_before(rs, sentences[lead].at.begin, sentences[lead].at.end);
    return zgi_rs_iso(rs, d);
}

/* Behind an organisation: its body (董事会) and which meeting (第十次会议), as part of who decided. */
static uint32_t meeting_end(const zgi_rs *rs, uint32_t at, uint32_t end, bool *body)
{
    enum { FIGURES = 4 };
    uint32_t next = at;
    *body = zgi_rs_set_at(rs, ZGI_SET_ASSEMBLY, at, end, &next) != ZGI_NONE;
    at = *body ? next : at;
    zgi_date year;
    uint32_t no = at;
    if (zgi_rs_date_at(rs->text, &no, end, &year) && year.month != 0)
        return at;
    if (no >= end || rs->text->ch[no] != 0x7b2c) /* 第; 2021年第 */
        return at;
    next = no + 1;
    while (next < end && next - no <= FIGURES && zgi_rs_numeral(rs->text, next))
        next++;
    if (next >= end || rs->text->ch[next] != 0x6b21) /* 次 */
        return at;
    uint32_t row = zgi_rs_set_at(rs, ZGI_SET_ASSEMBLY, next + 1, end, &next);
    *body = *body || row != ZGI_NONE;
    return row == ZGI_NONE ? at : next;
}

/* …会议于12月6日决定. */
static uint32_t over_date(const zgi_rs *rs, uint32_t at, uint32_t end)
{
    zgi_date d;
    uint32_t next = at + (at < end && rs->text->ch[at] == 0x4e8e); /* 于 */
    bool dated = zgi_rs_date_at(rs->text, &next, end, &d) ||
                 zgi_rs_day_at(rs->text, &next, end, &d) ||
                 zgi_rs_dayno_at(rs->text, &next, end, &d.day);
    return dated ? next : at;
}

enum { INVESTIGATORS = ZGI_K_DISCIPLINE | ZGI_K_PROCURATORATE | ZGI_K_COURT | ZGI_K_POLICE };

/* Organisation `i` with what belongs to it up to `to`. */
static const char *with_meeting(zgi_rs *rs, uint32_t i, uint32_t to)
{
    uint32_t from = rs->in->orgs->items[i].at.end;
    const char *more = to > from ? zgi_rs_source(rs, (zgi_span){from, to}) : NULL;
    return more ? zgi_rs_join(rs, rs->fulls[i].text, more) : rs->fulls[i].text;
}

/* 中央纪委国家监委驻某部: its group for discipline sits at a ministry. */
static bool stationed(const zgi_rs *rs, zgi_span org)
{
    return zgi_rs_find(rs->text, org, "纪委") != ZGI_NONE;
}

/* Does organisation `i`, before `end`, decide? Its name with body and meeting, or NULL. */
static const char *decides(zgi_rs *rs, uint32_t i, uint32_t end, bool charge)
{
    enum { GAP = 12 };
    uint32_t public = ZGI_K_PARTY | ZGI_K_GOVERNMENT | ZGI_K_CONGRESS, at = 0;
    zgi_span org = rs->in->orgs->items[i].at;
    bool body = false;
    if (rs->fulls[i].text == NULL || org.end > end)
        return NULL;
    uint32_t to = meeting_end(rs, org.end, end, &body);
    uint32_t said = over_date(rs, to, end);
    zgi_span after = {said, said};
    while (after.end < end && after.end < said + GAP && rs->text->ch[after.end] != 0x7684)
        after.end++; /* 的: 关于某县委主要负责同志调整的决定 is not that committee's */
    if ((rs->fulls[i].kinds & (charge ? INVESTIGATORS | public : public)) == 0 && !body)
        return NULL;
    zgi_span before = {org.begin > GAP ? org.begin - GAP : 0, org.begin};
    bool told = charge && zgi_rs_set_end(rs, ZGI_SET_ACCEPT, before, &at) != ZGI_NONE;
    zgi_set_id words = charge ? ZGI_SET_TOWARDS : ZGI_SET_DECIDE;
    told = told || (after.begin < after.end && zgi_rs_set_in(rs, words, after));
    return told ? with_meeting(rs, i, to) : NULL;
}

static const char *decider(zgi_rs *rs, uint32_t sentence, uint32_t end, bool charge)
{
    enum { TRIES = 8 };
    uint32_t n = zgi_rs_orgs_before(rs, end);
    for (uint32_t i = n; i-- > 0 && n - i <= TRIES;) {
        if (rs->in->orgs->items[i].at.begin < rs->text->sentences[sentence].at.begin)
            return NULL;
        const char *by = decides(rs, i, end, charge);
        if (by != NULL)
            return by;
    }
    return NULL;
}

/* …，目前正接受某市纪委监委审查调查: named behind the trigger. */
static const char *behind(zgi_rs *rs, uint32_t sentence, uint32_t from)
{
    enum { BEFORE = 8 };
    uint32_t end = rs->text->sentences[sentence].at.end, at = 0;
    bool body = false;
    for (uint32_t i = zgi_rs_orgs_before(rs, from); i < rs->fulls_ready; i++) {
        zgi_span org = rs->in->orgs->items[i].at;
        if (org.begin >= end)
            break;
        zgi_span before = {org.begin - from > BEFORE ? org.begin - BEFORE : from, org.begin};
        if ((rs->fulls[i].kinds & INVESTIGATORS) == 0 && !stationed(rs, org))
            continue;
        if (zgi_rs_set_end(rs, ZGI_SET_ACCEPT, before, &at) != ZGI_NONE)
            return with_meeting(rs, i, meeting_end(rs, org.end, end, &body));
    }
    return NULL;
}

/* The organ before 决定, 批准, 任命 … in the sentence of the event or the line that leads to it. */
const char *zgi_rs_event_by(zgi_rs *rs, zgi_span event, uint8_t type)
{
    const zgi_sentence *sentences = rs->text->sentences;
    uint32_t s = zgi_rs_sentence(rs->text, event.begin);
    bool charge = type == ZGI_EV_INVESTIGATE;
    const char *by = decider(rs, s, charge ? event.begin : event.end, charge);
    if (by == NULL && charge)
        by = behind(rs, s, event.end);
    uint32_t lead = by == NULL && !charge ? lead_of(rs, s) : ZGI_NONE;
    return lead == ZGI_NONE ? by : decider(rs, lead, sentences[lead].at.end, false);
}
