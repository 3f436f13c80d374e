/* Dates: as they stand in the text, to ISO. Nothing is guessed: a day without a year takes the
 * document's year only when that is known.
 *
 * 2021年12月6日, 二〇二一年十二月六日, 2016.05 → 2021-12-06, 2021-12-06, 2016-05; 昨日 in a report of 2021-12-07 →
 * 2021-12-06; 「2016.05—2018.03 某县副县长」 → period 2016-05 to 2018-03.
 */
#include "resolve/resolve_time.h"

/* 零 一 … 九 as a figure; 10 for 十, 11 for what is none. */
static uint32_t han(uint16_t c)
{
    static const uint16_t figures[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                       0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341};
    for (uint32_t v = 0; v < sizeof figures / sizeof *figures; v++)
        if (figures[v] == c)
            return v;
    return c == 0x25cb || c == 0x96f6 ? 0 : 11; /* ○ 零 */
}

bool zgi_rs_numeral(const zgi_text *t, uint32_t at)
{
    uint16_t c = t->ch[at];
    return (c >= '0' && c <= '9') || (c > 0x2000 && han(c) < 11);
}

/* 一九七二, 二〇二一: a year by its figures. */
static bool han_year(const zgi_text *t, uint32_t *at, uint32_t end, uint32_t *out)
{
    uint32_t v = 0, i = *at;
    for (; i < end && i < *at + 4 && han(t->ch[i]) < 10; i++)
        v = v * 10 + han(t->ch[i]);
    if (i != *at + 4)
        return false;
    *at = i;
    *out = v;
    return true;
}

/* 八, 十二, 二十, 三十一: a month or a day. */
static bool han_small(const zgi_text *t, uint32_t *at, uint32_t end, uint32_t *out)
{
    uint32_t i = *at, v = 0;
    if (i < end && han(t->ch[i]) < 10)
        v = han(t->ch[i++]);
    if (i < end && han(t->ch[i]) == 10) {
        v = (i == *at ? 1 : v) * 10;
        i++;
        if (i < end && han(t->ch[i]) < 10)
            v += han(t->ch[i++]);
    }
    if (i == *at)
        return false;
    *at = i;
    *out = v;
    return true;
}

static bool number(const zgi_text *t, uint32_t *at, uint32_t end, uint32_t most, uint32_t *out)
{
    uint32_t i = *at, v = 0, n = 0;
    if (i < end && t->ch[i] > 0x2000)
        return most == 4 ? han_year(t, at, end, out) : han_small(t, at, end, out);
    for (; i < end && n < most && t->ch[i] >= '0' && t->ch[i] <= '9'; i++, n++)
        v = v * 10 + (uint32_t)(t->ch[i] - '0');
    if (n == 0 || (i < end && t->ch[i] >= '0' && t->ch[i] <= '9'))
        return false;
    *at = i;
    *out = v;
    return true;
}

static bool one_of(uint16_t c, const uint16_t *set)
{
    for (; *set != 0; set++)
        if (*set == c)
            return true;
    return false;
}

static bool skip(const zgi_text *t, uint32_t *at, uint32_t end, const uint16_t *set)
{
    if (*at >= end || !one_of(t->ch[*at], set))
        return false;
    ++*at;
    return true;
}

static void blanks(const zgi_text *t, uint32_t *at, uint32_t end)
{
    while (*at < end && zgi_rs_blank(t->ch[*at]))
        ++*at;
}

/* A date with a year at *at; steps over it. */
bool zgi_rs_date_at(const zgi_text *t, uint32_t *at, uint32_t end, zgi_date *out)
{
    static const uint16_t after_year[] = {0x5e74, '-', '.', '/', 0};  /* 年 */
    static const uint16_t after_month[] = {0x6708, '-', '.', '/', 0}; /* 月 */
    static const uint16_t after_day[] = {0x65e5, 0};                  /* 日 */
    uint32_t i = *at, j = 0;
    zgi_date d = {0, 0, 0};
    if (!number(t, &i, end, 4, &d.year) || d.year < 1900 || d.year > 2099 ||
        !skip(t, &i, end, after_year))
        return false;
    bool written = t->ch[i - 1] == 0x5e74;
    j = i;
    blanks(t, &j, end);
    if (!number(t, &j, end, 2, &d.month) || d.month < 1 || d.month > 12) {
        d.month = 0;
        *at = i;
        *out = d;
        return written; /* 2016年 alone; 2016. alone is no date */
    }
    i = j;
    if (skip(t, &j, end, after_month)) {
        bool dashed = t->ch[i] != 0x6708;
        uint32_t k = j;
        if (number(t, &k, end, 2, &d.day) && d.day >= 1 && d.day <= 31 &&
            (skip(t, &k, end, after_day) || dashed))
            j = k;
        else
            d.day = 0;
        i = dashed && d.day == 0 ? i : j;
    }
    *at = i;
    *out = d;
    return true;
}

/* 12月6日, 12月 without a year. */
bool zgi_rs_day_at(const zgi_text *t, uint32_t *at, uint32_t end, zgi_date *out)
{
    uint32_t i = *at;
    zgi_date d = {0, 0, 0};
    if (!number(t, &i, end, 2, &d.month) || d.month < 1 || d.month > 12 || i >= end ||
        t->ch[i] != 0x6708)
        return false;
    *at = ++i;
    if (number(t, &i, end, 2, &d.day) && d.day >= 1 && d.day <= 31 && i < end && t->ch[i] == 0x65e5)
        *at = i + 1;
    else
        d.day = 0;
    *out = d;
    return true;
}

bool zgi_rs_dayno_at(const zgi_text *t, uint32_t *at, uint32_t end, uint32_t *day)
{
    uint32_t i = *at, v = 0;
    if ((i > 0 && zgi_rs_numeral(t, i - 1)) || !number(t, &i, end, 2, &v) || v < 1 || v > 31 ||
        i >= end || t->ch[i] != 0x65e5) /* 日 */
        return false;
    *at = i + 1;
    *day = v;
    return true;
}

static uint32_t days_in(uint32_t year, uint32_t month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

zgi_date zgi_rs_days_back(zgi_date d, uint32_t back)
{
    for (; back > 0; back--) {
        if (d.day > 1) {
            d.day--;
            continue;
        }
        d.month = d.month > 1 ? d.month - 1 : 12;
        d.year -= d.month == 12;
        d.day = days_in(d.year, d.month);
    }
    return d;
}

static char *two(char *out, uint32_t v)
{
    *out++ = '-';
    *out++ = (char)('0' + v / 10);
    *out++ = (char)('0' + v % 10);
    return out;
}

const char *zgi_rs_iso(zgi_rs *rs, zgi_date d)
{
    char text[16], *out = text;
    if (d.year == 0)
        return NULL;
    for (uint32_t unit = 1000; unit > 0; unit /= 10)
        *out++ = (char)('0' + d.year / unit % 10);
    if (d.month != 0)
        out = two(out, d.month);
    if (d.month != 0 && d.day != 0)
        out = two(out, d.day);
    return zgi_arena_strndup(rs->arena, text, (size_t)(out - text));
}
