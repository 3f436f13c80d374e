/* When and by whom: the date of an appointment, who decided it.
 *
 * 「12月6日，市人大常委会决定任命王敏为副市长」 in a report of 2021 → 2021-12-06, by 市人大常委会.
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

static bool digit(uint16_t c)
{
    return c >= '0' && c <= '9';
}

/* 同年, 次年 after a year, 今年, 去年 of a dated document: the year that the next month belongs to. */
static zgi_date year_word(const zgi_rs *rs, zgi_date before, const char *by)
{
    zgi_date d = {0, 0, 0};
    if (by[0] == 'n')
        d.year = rs->date.year;
    else if (by[0] == 'l')
        d.year = 0; /* 去年, 前年: which year is not told apart here */
    else if (before.year != 0)
        d.year = before.year + (uint32_t)(by[0] - '0');
    return d;
}

enum { REACH = 300 }; /* characters: a date further off is of something else */

/* The last date before the trigger in its sentence; what its year is must be said. */
const char *zgi_rs_event_date(zgi_rs *rs, uint32_t sentence, zgi_span event)
{
    const zgi_text *t = rs->text;
    zgi_date found = {0, 0, 0}, d = {0, 0, 0};
    uint32_t year = rs->date.year; /* of months written without one */
    uint32_t from = t->sentences[sentence].at.begin;
    if (event.begin - from > REACH)
        from = event.begin - REACH;
    for (uint32_t i = from; i < event.begin; i++) {
        uint32_t next = i, row = zgi_rs_set_at(rs, ZGI_SET_YEAR, i, event.begin, &next);
        bool inside = i > 0 && digit(t->ch[i]) && digit(t->ch[i - 1]);
        if (row != ZGI_NONE) {
            found = year_word(rs, found, zgi_table_cell(&rs->know->words, row, 2));
            year = found.year;
            i = next - 1;
        } else if (!inside && zgi_rs_date_at(t, &next, event.begin, &d)) {
            found = d;
            year = d.year;
            i = next - 1;
        } else if (!inside && zgi_rs_day_at(t, &next, event.begin, &d)) {
            d.year = year;
            found = d;
            i = next - 1;
        } else if (relative_at(rs, i, event.begin, &d)) {
            found = d;
        }
    }
    return zgi_rs_iso(rs, found);
}

/* The organ before 决定, 批准, 任命 … in the sentence of the event. */
const char *zgi_rs_event_by(zgi_rs *rs, uint32_t sentence, zgi_span event)
{
    enum { GAP = 12, TRIES = 8 };
    uint32_t n = zgi_rs_orgs_before(rs, event.begin);
    for (uint32_t i = n; i-- > 0 && n - i <= TRIES;) {
        zgi_span at = rs->in->orgs->items[i].at;
        if (at.begin < rs->text->sentences[sentence].at.begin)
            return NULL;
        if ((rs->fulls[i].kinds & (ZGI_K_PARTY | ZGI_K_GOVERNMENT | ZGI_K_CONGRESS)) == 0)
            continue;
        zgi_span after = {at.end, at.end + GAP < event.end ? at.end + GAP : event.end};
        if (after.begin < after.end && zgi_rs_set_in(rs, ZGI_SET_DECIDE, after))
            return rs->fulls[i].text;
    }
    return NULL;
}
