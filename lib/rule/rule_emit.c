/* From a match to drafts: which titles, which organisation for each, which persons, which status.
 *
 * Takes the stretch of items that a rule captured as `posts`, walks it from left to right with the
 * organisation and the time word that are in force; a title without an organisation of its own
 * takes the one in force if it can be a post of it (title kinds & organisation kinds).
 * 「荆州区委常委、市公安局荆州分局局长」 → 荆州区委+常委, 市公安局荆州分局+局长.
 */
#include "rule/rule_chain.h"

#include <string.h>

#include "dict/dict_outcome.h"

bool zgi_rule_is_post(char c)
{
    return c == ZGI_I_TITLE || c == ZGI_I_RANK || c == ZGI_I_ROLE || c == ZGI_I_BYLINE ||
           c == ZGI_I_GENERIC;
}

static uint8_t kind_of(const zgi_chain *c, char letter)
{
    if (letter == ZGI_I_ROLE)
        return ZGI_FK_ROLE;
    if (letter == ZGI_I_GENERIC)
        return ZGI_FK_GENERIC;
    if (letter == ZGI_I_BYLINE)
        return c->match->rule->emit == ZGI_EM_BYLINE ? ZGI_FK_BYLINE : ZGI_FK_ROLE;
    return ZGI_FK_POST;
}

static uint8_t event_of(char trigger)
{
    switch (trigger) {
    case ZGI_I_ELECT:
        return ZGI_EV_ELECT;
    case ZGI_I_RESIGN:
        return ZGI_EV_RESIGN;
    case ZGI_I_REMOVE:
        return ZGI_EV_REMOVE;
    case ZGI_I_PROPOSED:
        return ZGI_EV_PROPOSE;
    case ZGI_I_APPOINT:
    case ZGI_I_CHANGE:
        return ZGI_EV_APPOINT;
    default:
        return ZGI_EV_NONE;
    }
}

static uint8_t status_of_trigger(const zgi_item *trigger)
{
    if (trigger->bits & (uint32_t)ZGI_F_ACTING) /* 代理某县县长职务 */
        return ZGI_S_ACTING;
    switch (trigger->letter) {
    case ZGI_I_APPOINT:
    case ZGI_I_ELECT:
        return ZGI_S_APPOINTED;
    case ZGI_I_REMOVE:
    case ZGI_I_RESIGN:
        return ZGI_S_REMOVED;
    case ZGI_I_PROPOSED:
        return ZGI_S_PROPOSED;
    default:
        return ZGI_S_CURRENT;
    }
}

static bool governs(char c)
{
    return c == ZGI_I_APPOINT || c == ZGI_I_ELECT || c == ZGI_I_REMOVE || c == ZGI_I_RESIGN ||
           c == ZGI_I_PROPOSED;
}

#define SHORT_HEADING 3u /* items before the trigger: a number, a mark, a word */

bool zgi_rule_heading(const zgi_items *items, zgi_item *out)
{
    uint32_t found = ZGI_NONE;
    for (uint32_t k = 0; k < items->count; k++) {
        char c = items->items[k].letter;
        if (governs(c))
            found = k;
        else if (c == ZGI_I_NAME || c == ZGI_I_COMMA || zgi_rule_is_post(c))
            return false;
    }
    uint32_t last = items->count - 1;
    bool alone = found == last && last <= SHORT_HEADING; /* 一、任命 */
    if (found == ZGI_NONE || (!alone && items->items[last].letter != ZGI_I_COLON))
        return false;
    *out = items->items[found];
    return true;
}

bool zgi_rule_leads(const zgi_items *items, zgi_item *out)
{
    enum { REACH = 6 }; /* 市人大常委会 决定 任命 */
    uint32_t n = items->count, k = 0;
    if (n < 3 || items->items[n - 1].letter != ZGI_I_SEMI)
        return false;
    while (k < n && k < REACH && !governs(items->items[k].letter)) {
        char c = items->items[k++].letter;
        if (c == ZGI_I_NAME || c == ZGI_I_COMMA || zgi_rule_is_post(c))
            return false;
    }
    if (k >= n || k >= REACH || items->items[k].letter == ZGI_I_RESIGN)
        return false;
    uint32_t next = k + 1;
    while (next < n &&
           (items->items[next].letter == ZGI_I_SPACE || items->items[next].letter == ZGI_I_COLON))
        next++;
    *out = items->items[k];
    return next < n && items->items[next].letter == ZGI_I_NAME;
}

/* The trigger that governs a match: the last one before it in the sentence, else the heading. */
static const zgi_item *governor(const zgi_rule_in *in, const zgi_match *match)
{
    for (uint32_t k = match->all.begin; k-- > 0;)
        if (governs(zgi_item_at(in, k)->letter))
            return zgi_item_at(in, k);
    return in->heading.letter != 0 ? &in->heading : NULL;
}

/* The trigger of a match: its own, or what governs it. */
static const zgi_item *trigger_of(const zgi_rule_in *in, const zgi_match *match)
{
    if (match->event.begin != ZGI_NONE)
        return zgi_item_at(in, match->event.begin);
    bool led = in->heading.letter != 0 && match->rule->emit == ZGI_EM_PAIR &&
               match->names.begin < match->posts.begin && match->names.begin <= 1;
    return match->rule->status == ZGI_STATUS_GOVERNED || led ? governor(in, match) : NULL;
}

static zg_status add_person(const zgi_draft *base, const zgi_item *person, zgi_arena *arena,
                            zgi_drafts *drafts)
{
    zgi_draft d = *base;
    d.no_person = person == NULL;
    d.person = person ? person->at : zgi_no_span;
    return ZGI_PUSH(arena, drafts, d) ? ZG_OK : ZG_E_MEMORY;
}

/* 选手代表, 市民代表: without an organisation 代表 is no office. */
static bool is_bare_delegate(const zgi_rule_in *in, const zgi_item *t)
{
    const uint16_t *c = in->text->ch + t->at.begin;
    return t->at.end - t->at.begin == 2 && c[0] == 0x4ee3 && c[1] == 0x8868;
}

/* In force for the chain, or 代 that the title itself or a bracket behind it says. */
static uint8_t status_of_title(const zgi_chain *c, uint32_t k)
{
    if (c->status == ZGI_S_REMOVED || c->status == ZGI_S_FORMER)
        return c->status;
    bool acting = zgi_item_at(c->in, k)->acting || zgi_rule_stands_in(c->in, c->match, k);
    return acting ? (uint8_t)ZGI_S_ACTING : c->status;
}

/* One post of everybody whose it is. */
static zg_status tell(zgi_chain *c, const zgi_draft *d, zgi_arena *arena, zgi_drafts *drafts)
{
    const zgi_rule_in *in = c->in;
    const zgi_match *m = c->match;
    if (m->rule->emit == ZGI_EM_TOPIC || m->rule->emit == ZGI_EM_CV) {
        bool nobody = d->kind == ZGI_FK_GENERIC; /* ，有关部门负责人，: never one who is named */
        if (nobody)
            return ZG_OK;
        const zgi_item *who = zgi_rule_topic(in, m->posts.begin, &nobody);
        return nobody ? ZG_OK : add_person(d, who, arena, drafts);
    }
    if (m->rule->emit == ZGI_EM_EACH)
        return add_person(d, zgi_item_at(in, zgi_rule_each_name(in, m, c->nth++)), arena, drafts);
    uint32_t nth = 0;
    for (uint32_t p = m->names.begin; p < m->names.end; p++)
        if (zgi_item_at(in, p)->letter == ZGI_I_NAME && (c->only == 0 || ++nth == c->only)) {
            zg_status status = add_person(d, zgi_item_at(in, p), arena, drafts);
            if (status != ZG_OK)
                return status;
        }
    return ZG_OK;
}

static uint32_t count_names(const zgi_rule_in *in, zgi_span names)
{
    uint32_t n = 0;
    for (uint32_t p = names.begin; p != ZGI_NONE && p < names.end; p++)
        n += zgi_item_at(in, p)->letter == ZGI_I_NAME;
    return n;
}

/* 金融处、外债处处长: the same post in each of them; 财政局、审计局局长张三、李四: one for each. */
static zg_status tell_twins(zgi_chain *c, const zgi_draft *d, zgi_arena *arena, zgi_drafts *drafts)
{
    bool deal = c->match->rule->emit == ZGI_EM_PAIR && c->twin_count > 0 &&
                zgi_item_at(c->in, c->twins[0] + 1)->letter == ZGI_I_SEP &&
                count_names(c->in, c->match->names) == c->twin_count + 1;
    uint32_t twins = c->unlike && !deal ? 0 : c->twin_count;
    zg_status status = ZG_OK;
    for (uint32_t n = 0; status == ZG_OK && n < twins; n++) {
        zgi_draft twin = *d;
        twin.org = zgi_item_at(c->in, c->twins[n])->at;
        c->only = deal ? n + 1 : 0;
        status = tell(c, &twin, arena, drafts);
    }
    c->only = deal ? twins + 1 : 0;
    if (status == ZG_OK)
        status = tell(c, d, arena, drafts);
    c->twin_count = c->only = 0;
    c->unlike = false;
    return status;
}

static zg_status add_title(zgi_chain *c, uint32_t k, zgi_arena *arena, zgi_drafts *drafts)
{
    const zgi_rule_in *in = c->in;
    const zgi_match *m = c->match;
    const zgi_item *t = zgi_item_at(in, k);
    zgi_draft d = {0};
    zgi_rule_fill_org(c, t, &d);
    d.title = t->at;
    c->committee = t->body && in->text->ch[t->at.begin] == 0x515a; /* 党 */
    if (c->body != ZGI_NONE) {
        d.title.begin = zgi_item_at(in, c->body)->at.begin;
        c->body = ZGI_NONE;
    }
    zgi_rule_level(in->text, t, &d);
    if (k >= 2 && zgi_item_at(in, k - 1)->letter == ZGI_I_FORMER &&
        (zgi_item_at(in, k - 2)->letter == ZGI_I_BODY || /* 党委原书记, 驻某国前大使 */
         (zgi_item_at(in, k - 2)->letter == ZGI_I_COUNT &&
          in->text->ch[zgi_item_at(in, k - 2)->at.begin] == 0x9a7b))) {
        d.title.begin = zgi_item_at(in, k - 2)->at.begin;
        d.gap = zgi_item_at(in, k - 1)->at;
    }
    d.head = t->head;
    d.title_bits = t->bits;
    d.rank = t->letter == ZGI_I_RANK;
    d.sentence = in->sentence;
    d.rule = m->rule->index;
    d.confidence = (uint8_t)m->rule->row->confidence;
    d.kind = kind_of(c, t->letter);
    if (d.org.begin == ZGI_NONE && is_bare_delegate(in, t))
        d.kind = ZGI_FK_ROLE;
    d.status = status_of_title(c, k);
    const zgi_item *trigger = trigger_of(in, m);
    d.event = trigger ? trigger->at : zgi_no_span;
    d.event_type = trigger ? event_of(trigger->letter) : (uint8_t)ZGI_EV_NONE;
    d.evidence = (zgi_span){zgi_item_at(in, m->all.begin)->at.begin,
                            zgi_item_at(in, m->all.end - 1)->at.end};
    return tell_twins(c, &d, arena, drafts);
}

/* 某人编辑了一本书: a title after the name that is a verb there, or that addresses nobody. */
static bool is_no_address(const zgi_chain *c, const zgi_item *it)
{
    const zgi_match *m = c->match;
    const zgi_text *t = c->in->text;
    uint16_t next = it->at.end < t->n ? t->ch[it->at.end] : 0;
    if (m->names.begin != ZGI_NONE && m->names.begin < m->posts.begin &&
        m->event.begin == ZGI_NONE &&
        (next == 0x4e86 || next == 0x7740 || next == 0x8fc7)) /* 了 着 过 */
        return true;
    return m->rule->emit == ZGI_EM_AFTER && ((it->bits & (uint32_t)ZGI_F_VERBLIKE) ||
                                             !zgi_org_title_addresses(t, it->head, it->bits));
}

/* What one item of the chain changes; titles become drafts. */
static zg_status step(zgi_chain *c, uint32_t k, char *classes, zgi_arena *arena, zgi_drafts *drafts)
{
    const zgi_item *it = zgi_item_at(c->in, k);
    if (it->letter == ZGI_I_ORG || it->letter == ZGI_I_PLACE) {
        zgi_rule_take_org(c, k);
    } else if (it->letter == ZGI_I_WORD) {
        if (k + 1 < c->match->posts.end && zgi_rule_is_post(zgi_item_at(c->in, k + 1)->letter))
            c->org = ZGI_NONE; /* 省委书记、省级 | 总河长: whose that is the word would say */
    } else if (it->letter == ZGI_I_FORMER) {
        c->inside = c->next != ZGI_NONE;
        c->status = ZGI_S_FORMER;
    } else if (it->letter == ZGI_I_NOW) {
        c->status = ZGI_S_CURRENT;
    } else if (it->letter == ZGI_I_PROPOSED) {
        c->status = ZGI_S_PROPOSED;
    } else if (zgi_rule_is_post(it->letter)) {
        if (is_no_address(c, it))
            return ZG_OK;
        zg_status status = add_title(c, k, arena, drafts);
        if (status != ZG_OK)
            return status;
        classes[k] = '#';
        if (c->next != ZGI_NONE) {
            c->org = c->next;
            if (!(zgi_item_at(c->in, c->next)->bits & (uint32_t)ZGI_F_PARTIAL))
                c->parent = c->next;
            c->next = ZGI_NONE;
        }
    }
    return ZG_OK;
}

/* 张三摄李四…: the text went on without a mark; 张三 took the photograph, and nobody is told of when
 * 记者 stands before him. Gives the item of that name, ZGI_NONE: no such credit. */
static uint32_t credited(const zgi_rule_in *in, const zgi_match *match)
{
    uint32_t k = match->posts.begin;
    if (match->rule->emit != ZGI_EM_BYLINE || match->names.begin < k ||
        zgi_item_at(in, k)->at.end - zgi_item_at(in, k)->at.begin > 1)
        return ZGI_NONE;
    while (k > 0 && zgi_item_at(in, k - 1)->letter == ZGI_I_SPACE)
        k--;
    return k > 0 && zgi_item_at(in, k - 1)->letter == ZGI_I_NAME ? k - 1 : ZGI_NONE;
}

static bool has_byline(const zgi_rule_in *in, uint32_t name)
{
    while (name > 0 && zgi_item_at(in, name - 1)->letter == ZGI_I_SPACE)
        name--;
    return name > 0 && zgi_item_at(in, name - 1)->letter == ZGI_I_BYLINE;
}

zg_status zgi_rule_emit(const zgi_rule_in *in, const zgi_match *match, char *classes,
                        zgi_arena *arena, zgi_drafts *drafts)
{
    zgi_chain c = {.in = in,
                   .match = match,
                   .org = ZGI_NONE,
                   .next = ZGI_NONE,
                   .parent = ZGI_NONE,
                   .status = match->rule->status,
                   .body = ZGI_NONE};
    if (match->rule->emit == ZGI_EM_EACH && !zgi_rule_each_holds(in, match))
        return ZG_OK;
    zgi_match credit = *match;
    uint32_t who = credited(in, match);
    if (who != ZGI_NONE && has_byline(in, who))
        return ZG_OK;
    if (who != ZGI_NONE) {
        credit.names = (zgi_span){who, who + 1};
        credit.all.begin = who;
        c.match = match = &credit;
    }
    const zgi_item *trigger = trigger_of(in, match);
    if (c.status == ZGI_STATUS_GOVERNED || (match->event.begin == ZGI_NONE && trigger != NULL))
        c.status = trigger ? status_of_trigger(trigger) : (uint8_t)ZGI_S_CURRENT;
    else if (trigger != NULL && (trigger->bits & (uint32_t)ZGI_F_ACTING))
        c.status = ZGI_S_ACTING;
    char before = zgi_item_at(in, match->all.begin)->letter;
    if (match->rule->emit == ZGI_EM_AFTER && match->all.begin < match->names.begin &&
        (before == ZGI_I_ORG || before == ZGI_I_PLACE) &&
        zgi_rule_can_hold(zgi_item_at(in, match->all.begin), zgi_item_at(in, match->posts.begin)))
        c.next = match->all.begin; /* 某部卢明远副部长 */
    if ((match->rule->emit == ZGI_EM_TOPIC && zgi_rule_is_mention(in, match)) ||
        !zgi_rule_moves(in, match))
        return ZG_OK;
    if (in->cv && (match->rule->emit == ZGI_EM_CV || match->rule->emit == ZGI_EM_TOPIC))
        c.status = zgi_rule_status_of_span(in, match->posts.begin, c.status);
    c.base = c.status;
    for (uint32_t k = match->posts.begin; k < match->posts.end; k++) {
        zg_status status = step(&c, k, classes, arena, drafts);
        if (status != ZG_OK)
            return status;
    }
    /* 提名某部部长张三为…: he is 部长, proposed is the other post. */
    if (match->rule->emit == ZGI_EM_PAIR && match->event.begin != ZGI_NONE &&
        classes[match->event.begin] == ZGI_I_PROPOSED)
        classes[match->event.begin] = ZGI_I_VERB;
    /* 记者张三 摄: the second byline word is told with the first. */
    for (uint32_t k = match->all.begin; k < match->all.end; k++)
        if (match->rule->emit == ZGI_EM_BYLINE && classes[k] == ZGI_I_BYLINE)
            classes[k] = '#';
    return ZG_OK;
}
