/* Under investigation: event `investigate` of the posts that a notice names beside their holder.
 *
 * 「某县委原书记卢远涉嫌严重违纪违法，目前正接受审查调查」 → 涉嫌严重违纪违法; 「某市纪委监委对某局原局长卢远立案审查」 →
 * 立案审查. Reads on from the holder's name over what may stand between (his other posts, the names
 * beside his, dates, brackets, 因, 正, 被 and an organisation) up to a word of the set `charge`; any
 * other word ends it, so that 「某县纪委书记卢远说，有人涉嫌受贿」 says nothing of him. Words of the value
 * `object` say what investigators do: they need 被, 接受 between or 对, 给予 before.
 */
#include "resolve/resolve_time.h"

enum { REACH = 80, STEPS = 24 };

/* Where an organisation, a place or a post that begins at `at` ends; `at` when none does. */
static uint32_t over_unit(const zgi_rs *rs, uint32_t at)
{
    uint32_t n = zgi_rs_orgs_before(rs, at + 1), end = at;
    const zgi_site *site = zgi_rs_site_at(rs, at);
    if (n > 0 && rs->in->orgs->items[n - 1].at.begin == at)
        end = rs->in->orgs->items[n - 1].at.end;
    if (site != NULL && site->at.end > end)
        end = site->at.end;
    return end;
}

static uint32_t over_title(const zgi_rs *rs, uint32_t i, uint32_t at)
{
    enum { NEAR = 12 };
    const zgi_drafts *d = rs->in->drafts;
    for (uint32_t k = i > NEAR ? i - NEAR : 0; k < d->count && k < i + NEAR; k++)
        if (d->items[k].title.begin == at)
            return d->items[k].title.end;
    return at;
}

static uint32_t over_name(const zgi_rs *rs, uint32_t at)
{
    const zgi_people *p = &rs->people;
    uint32_t low = 0, high = p->span_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (p->spans[mid].begin < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low < p->span_count && p->spans[low].begin == at ? p->spans[low].end : at;
}

static uint32_t over_bracket(const zgi_text *t, uint32_t at, uint32_t end)
{
    if (at >= end || t->ch[at] != '(')
        return at;
    while (at < end && t->ch[at] != ')')
        at++;
    return at < end ? at + 1 : at;
}

/* Marks and dates. */
static uint32_t over_marks(const zgi_text *t, uint32_t at, uint32_t end)
{
    zgi_date d;
    uint32_t next = at;
    if (zgi_rs_date_at(t, &next, end, &d) || zgi_rs_day_at(t, &next, end, &d))
        return next;
    while (next < end && (zgi_rs_blank(t->ch[next]) || t->ch[next] == ',' ||
                          t->ch[next] == 0x201c || t->ch[next] == 0x201d)) /* “ ” */
        next++;
    return next;
}

/* What may stand between; *listed: in a list of several persons, whose names and posts may. */
static uint32_t over(const zgi_rs *rs, uint32_t i, uint32_t at, uint32_t end, bool *listed)
{
    const zgi_text *t = rs->text;
    uint32_t next = over_marks(t, at, end);
    if (next == at)
        next = over_bracket(t, at, end);
    if (next == at && (t->ch[at] == 0x3001 || t->ch[at] == 0x548c)) { /* 、 和 */
        *listed = true;
        next = at + 1;
    }
    if (next == at)
        next = over_unit(rs, at);
    if (next == at)
        next = over_title(rs, i, at);
    if (next == at)
        zgi_rs_set_at(rs, ZGI_SET_GRADES, at, end, &next);
    if (next == at && *listed)
        next = over_name(rs, at);
    return next;
}

/* 对, 给予 right before the posts. */
static bool is_object(const zgi_rs *rs, const zgi_draft *d)
{
    enum { BEFORE = 6 };
    uint32_t at = d->evidence.begin, from = 0;
    zgi_span before = {at > BEFORE ? at - BEFORE : 0, at};
    return zgi_rs_set_end(rs, ZGI_SET_TOWARDS, before, &from) != ZGI_NONE;
}

static zgi_span find(const zgi_rs *rs, uint32_t i)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    uint32_t at = d->person.end, end = rs->text->sentences[d->sentence].at.end, next = 0;
    bool object = is_object(rs, d), listed = false;
    if (at >= end) /* a roster's label stands lines before the name */
        return ZGI_NO_SPAN;
    end = end - at > REACH ? at + REACH : end;
    for (uint32_t steps = 0; at < end && steps < STEPS; steps++) {
        uint32_t row = zgi_rs_set_at(rs, ZGI_SET_CHARGE, at, end, &next);
        bool done_to = row != ZGI_NONE && zgi_table_cell(&rs->know->words, row, 2)[0] == 'o';
        if (row != ZGI_NONE && (!done_to || object))
            return (zgi_span){at, next};
        row = zgi_rs_set_at(rs, ZGI_SET_BETWEEN, at, end, &next);
        if (row == ZGI_NONE)
            next = over(rs, i, at, end, &listed);
        else
            object = object || zgi_table_cell(&rs->know->words, row, 2)[0] == 'p';
        if (next == at)
            break;
        at = next;
    }
    return ZGI_NO_SPAN;
}

/* The trigger, none where the sentence tells of no investigation of the draft's holder. */
zgi_span zgi_rs_charge(const zgi_rs *rs, uint32_t i)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    if (d->kind != ZGI_FK_POST || d->no_person || !zgi_rs_none(d->event) ||
        zgi_rs_none(d->person) || d->person.begin < rs->text->sentences[d->sentence].at.begin)
        return ZGI_NO_SPAN;
    return find(rs, i);
}
