/* The body whose roster it is: of a label without an organisation, the one in the heading above.
 *
 * Takes a draft whose title opens a line as a label (组长：…), gives the organisation of the nearest
 * heading before: a line that is a body's or a unit's name, perhaps with 名单 after it and a number
 * before it, or a sentence that ends so before a colon. Which words end a body's name and a
 * heading stands in table `words`; 理事会 and its like go back to the association (value `inner`).
 * 「县防汛抗旱指挥部名单 ⏎ 指挥长：张三」 → 县防汛抗旱指挥部
 */
#include <string.h>

#include "resolve/resolve_inner.h"

/* A roster has at most so many lines, and a heading so many characters; 第二十四届 has five. */
enum { REACH = 48, HEADING = 80, TERM = 6 };

/* The title opens its line or follows a semicolon, and a colon or a blank stands after it. */
static bool is_label(const zgi_text *t, const zgi_draft *d)
{
    const zgi_sentence *s = &t->sentences[d->sentence];
    uint32_t at = s->at.begin, end = d->title.end;
    while (at < d->title.begin && (zgi_rs_blank(t->ch[at]) || t->ch[at] < 0x3400))
        at++;
    bool colon = end < t->n && t->ch[end] == ':';
    bool opens = s->first || colon || (s->at.begin > 0 && t->ch[s->at.begin - 1] == ';');
    if (colon && d->title.begin > s->at.begin && t->ch[d->title.begin - 1] == ':')
        at = d->title.begin; /* 名单：组长：张三 */
    if (!opens || at != d->title.begin || d->person.begin < end)
        return false;
    return end < t->n && (t->ch[end] == ':' || t->ch[end] == '(' || zgi_rs_blank(t->ch[end]));
}

static void strip(const zgi_text *t, zgi_span *in)
{
    while (in->end > in->begin) {
        uint16_t c = t->ch[in->end - 1];
        bool mark = zgi_rs_blank(c) || c == ':' || c == ',' || c == ')' || c == '(';
        if (!mark)
            return;
        in->end--;
    }
}

/* Where a heading begins behind its number: 一、 (二) 3. */
static uint32_t past_number(const zgi_text *t, zgi_span in)
{
    static const uint16_t numbers[] = {0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, /* 一二三四五 */
                                       0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341, '('};
    for (uint32_t i = in.begin; i < in.end && i < in.begin + 5; i++) {
        uint16_t c = t->ch[i];
        bool number = c >= '0' && c <= '9';
        if (i > in.begin && (c == 0x3001 || c == '.' || c == ')')) /* 、 */
            return i + 1;
        for (size_t k = 0; !number && k < sizeof numbers / sizeof numbers[0]; k++)
            number = c == numbers[k];
        if (!number)
            break;
    }
    return in.begin;
}

/* 某协会第五届理事会 → 某协会: the term goes, too. */
static uint32_t before_term(const zgi_text *t, zgi_span in)
{
    uint32_t i = in.end;
    if (i == in.begin || t->ch[i - 1] != 0x5c4a) /* 届 */
        return in.end;
    while (i > in.begin && in.end - i < TERM)
        if (t->ch[--i] == 0x7b2c) /* 第 */
            return i;
    return in.end;
}

/* The longest organisation that ends at the end of `in`, *kinds of what; begins at `otherwise` when
 * none does. */
static zgi_span org_of(const zgi_rs *rs, zgi_span in, uint32_t otherwise, uint32_t *kinds)
{
    const zgi_text *t = rs->text;
    zgi_span at = {otherwise, in.end};
    *kinds = 0;
    for (uint32_t i = zgi_rs_orgs_before(rs, in.end), n = 0; i-- > 0 && n < 4; n++) {
        const zgi_org *o = &rs->in->orgs->items[i];
        if (o->at.end == in.end && o->at.begin >= in.begin && o->at.begin <= at.begin) {
            at = o->at;
            *kinds = o->kinds;
        }
    }
    if (at.begin > in.begin && t->ch[at.begin - 1] == 0x300b) /* 《县志》编纂委员会 */
        for (uint32_t k = at.begin; k-- > in.begin;)
            if (t->ch[k] == 0x300a) {
                at.begin = k;
                break;
            }
    return at;
}

/* 关于成立某工作领导小组: all that follows the verb is the name. ZGI_NONE: no such verb. */
static uint32_t founded(const zgi_text *t, zgi_span in)
{
    static const char *const verbs[] = {"成立", "组建", "设立", "调整"};
    uint32_t found = ZGI_NONE, next = 0;
    for (uint32_t i = in.begin; i < in.end; i++) {
        if (t->ch[i] == ',' || t->ch[i] == 0x3002)
            found = ZGI_NONE;
        for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
            if (zgi_rs_word(t, i, in.end, verbs[k], &next))
                found = next + (t->ch[next] == 0x4e86); /* 了 */
    }
    return found;
}

/* The body or unit that the line `in` names; `whole` and `list` say what kind of heading it is. */
static zgi_span named(const zgi_rs *rs, zgi_span in, const zgi_draft *d, bool list)
{
    uint32_t body = 0, kinds = 0, row = zgi_rs_set_end(rs, ZGI_SET_BODY, in, &body);
    uint32_t verb = founded(rs->text, in);
    if (row == ZGI_NONE) {
        zgi_span at = org_of(rs, in, in.end, &kinds);
        return at.begin == in.begin && (kinds & d->title_bits & ZGI_K_ALL) != 0 ? at : ZGI_NO_SPAN;
    }
    if (strcmp(zgi_table_cell(&rs->know->words, row, 2), "inner") == 0 && body > in.begin) {
        zgi_span unit = {in.begin, before_term(rs->text, (zgi_span){in.begin, body})};
        zgi_span at = org_of(rs, unit, unit.end, &kinds);
        if (at.begin == in.begin)
            return at;
    }
    zgi_span at = org_of(rs, in, body, &kinds);
    if (verb != ZGI_NONE && verb < body)
        at.begin = verb;
    bool whole = at.begin == in.begin || verb != ZGI_NONE;
    return (whole || list) && zgi_span_len(at) > 2 ? at : ZGI_NO_SPAN;
}

/* The body that sentence `s` is the heading of, or none. */
static zgi_span heading(const zgi_rs *rs, const zgi_sentence *s, const zgi_draft *d)
{
    const zgi_text *t = rs->text;
    zgi_span in = s->at;
    bool list = t->ch[in.end - 1] == ':';
    uint32_t tail = 0, colon = in.begin;
    while (colon < in.end && t->ch[colon] != ':')
        colon++;
    zgi_span head = {in.begin, colon};
    if (colon + 1 < in.end && zgi_rs_set_end(rs, ZGI_SET_ROSTER, head, &tail) != ZGI_NONE) {
        in.end = colon; /* 某委员会名单：主任：张三；副主任：李四 */
        list = true;
    }
    if (zgi_span_len(in) > HEADING)
        in.begin = in.end - HEADING;
    strip(t, &in);
    in.begin = past_number(t, in);
    for (int n = 0; n < 3 && zgi_rs_set_end(rs, ZGI_SET_ROSTER, in, &tail) != ZGI_NONE; n++) {
        in.end = tail;
        strip(t, &in);
    }
    return in.end > in.begin ? named(rs, in, d, list) : ZGI_NO_SPAN;
}

/* 某委员会组成人员名单：主任：张三。: the heading before the first colon of a sentence. */
static zgi_span inline_heading(const zgi_rs *rs, const zgi_sentence *s, const zgi_draft *d)
{
    uint32_t colon = s->at.begin;
    while (colon < s->at.end && colon < d->title.begin && rs->text->ch[colon] != ':')
        colon++;
    if (colon == s->at.begin || colon >= s->at.end || colon >= d->title.begin)
        return ZGI_NO_SPAN;
    zgi_sentence head = *s;
    head.at.end = colon + 1;
    return heading(rs, &head, d);
}

/* Prose between a heading and a label: the list has not begun there, or is over. */
static bool is_prose(const zgi_text *t, const zgi_sentence *s)
{
    enum { LABEL = 8 }; /* 副主任：张三、李四。 */
    for (uint32_t i = s->at.begin; i < s->at.end && i < s->at.begin + LABEL; i++)
        if (t->ch[i] == ':')
            return false;
    return zgi_span_len(s->at) > HEADING || t->ch[s->at.end - 1] == 0x3002; /* 。 */
}

zgi_span zgi_rs_roster_body(const zgi_rs *rs, const zgi_draft *d)
{
    const zgi_text *t = rs->text;
    if (!is_label(t, d) || zgi_rs_head_slot(rs, d) != ZGI_SLOT_COUNT)
        return ZGI_NO_SPAN;
    for (uint32_t n = 0; n <= REACH && n <= d->sentence; n++) {
        const zgi_sentence *s = &t->sentences[d->sentence - n];
        zgi_span at = n > 0 ? heading(rs, s, d) : ZGI_NO_SPAN;
        if (zgi_rs_none(at))
            at = inline_heading(rs, s, d);
        if (!zgi_rs_none(at))
            return at;
        if (n == 0)
            continue;
        if (is_prose(t, s))
            break;
    }
    return ZGI_NO_SPAN;
}
