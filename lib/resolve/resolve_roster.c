/* The body whose roster it is: of a label without an organisation, the one in the heading above.
 *
 * Takes a draft whose title opens a line as a label (组长：…), gives the organisation of the nearest
 * heading before: a line that is a body's name, perhaps with 名单 or 组成人员 after it, or a sentence
 * that ends so before a colon. Which words end a body's name and a heading stands in table `words`.
 * 「县防汛抗旱指挥部名单 ⏎ 指挥长：张三」 → 县防汛抗旱指挥部
 */
#include "resolve/resolve_inner.h"

/* A roster has at most so many lines, and a heading so many characters. */
enum { REACH = 48, HEADING = 80 };

/* The title opens its line, and a colon or a blank stands after it. */
static bool is_label(const zgi_text *t, const zgi_draft *d)
{
    const zgi_sentence *s = &t->sentences[d->sentence];
    uint32_t at = s->at.begin, end = d->title.end;
    while (at < d->title.begin && (zgi_rs_blank(t->ch[at]) || t->ch[at] < 0x3400))
        at++;
    if (!s->first || at != d->title.begin || d->person.begin < end)
        return false;
    return end < t->n && (t->ch[end] == ':' || zgi_rs_blank(t->ch[end]));
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

/* What the heading `in` names: begins where the organisation does that ends at its end. */
static zgi_span body_of(const zgi_rs *rs, zgi_span in, uint32_t body)
{
    const zgi_text *t = rs->text;
    zgi_span at = {body, in.end};
    for (uint32_t i = zgi_rs_orgs_before(rs, in.end), n = 0; i-- > 0 && n < 4; n++) {
        zgi_span o = rs->in->orgs->items[i].at;
        if (o.end == in.end && o.begin >= in.begin && o.begin < at.begin)
            at = o;
    }
    if (at.begin > in.begin && t->ch[at.begin - 1] == 0x300b) /* 《县志》编纂委员会 */
        for (uint32_t k = at.begin; k-- > in.begin;)
            if (t->ch[k] == 0x300a) {
                at.begin = k;
                break;
            }
    return at;
}

/* The body that sentence `s` is the heading of, or none. */
static zgi_span heading(const zgi_rs *rs, const zgi_sentence *s)
{
    const zgi_text *t = rs->text;
    zgi_span in = s->at;
    bool list = t->ch[in.end - 1] == ':';
    uint32_t tail = 0, body = 0;
    if (zgi_span_len(in) > HEADING)
        in.begin = in.end - HEADING;
    strip(t, &in);
    for (int n = 0; n < 2 && zgi_rs_set_end(rs, ZGI_SET_ROSTER, in, &tail) != ZGI_NONE; n++) {
        in.end = tail;
        strip(t, &in);
    }
    if (in.end <= in.begin || zgi_rs_set_end(rs, ZGI_SET_BODY, in, &body) == ZGI_NONE)
        return ZGI_NO_SPAN;
    zgi_span at = body_of(rs, in, body);
    bool whole = at.begin == s->at.begin;
    return (whole || list) && zgi_span_len(at) > 2 ? at : ZGI_NO_SPAN;
}

/* Prose between a heading and a label: the list has not begun there, or is over. */
static bool is_prose(const zgi_text *t, const zgi_sentence *s)
{
    return zgi_span_len(s->at) > HEADING || t->ch[s->at.end - 1] == 0x3002; /* 。 */
}

zgi_span zgi_rs_roster_body(const zgi_rs *rs, const zgi_draft *d)
{
    const zgi_text *t = rs->text;
    if (!is_label(t, d) || zgi_rs_head_slot(rs, d) != ZGI_SLOT_COUNT)
        return ZGI_NO_SPAN;
    for (uint32_t n = 1; n <= REACH && n <= d->sentence; n++) {
        const zgi_sentence *s = &t->sentences[d->sentence - n];
        zgi_span at = heading(rs, s);
        if (!zgi_rs_none(at))
            return at;
        if (is_prose(t, s))
            break;
    }
    return ZGI_NO_SPAN;
}
