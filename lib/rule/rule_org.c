/* Which organisation a title of a chain is of.
 *
 * The one right before it; else the one in force, if its kinds can have the title: 市公安局副局长、党委委员.
 * 「某大学统战部部长、党委副书记」: the committee is the university's.
 */
#include "rule/rule_chain.h"

#include "dict/dict_outcome.h"

bool zgi_rule_can_hold(const zgi_item *org, const zgi_item *title)
{
    uint32_t kinds = title->bits & ZGI_K_ALL, of = org->bits & ZGI_K_ALL;
    return kinds == 0 || of == 0 || (kinds & of) != 0;
}

/* The organisation in force, if the title can be a post of it. A body word goes to the unit as a
 * whole: 某大学统战部部长、党委副书记 → 某大学 + 党委副书记. */
static uint32_t shared_org(const zgi_chain *c, const zgi_item *title)
{
    if (c->org == ZGI_NONE)
        return ZGI_NONE;
    bool part = (zgi_item_at(c->in, c->org)->bits & (uint32_t)ZGI_F_PARTIAL) != 0;
    uint32_t org = part && title->body && c->parent != ZGI_NONE ? c->parent : c->org;
    const uint16_t *ch = c->in->text->ch;
    uint16_t last = ch[zgi_item_at(c->in, org)->at.end - 1];
    if (part && org == c->org && title->body && ch[title->at.begin] == 0x515a &&
        (last == 0x90e8 || last == 0x5904 || last == 0x79d1 || last == 0x5ba4))
        return ZGI_NONE; /* 统战部部长，党委副书记: of a unit that is not written here */
    bool inner = c->committee && (title->bits & ZGI_K_PARTY) != 0; /* 党委委员、常委 */
    return inner || zgi_rule_can_hold(zgi_item_at(c->in, org), title) ? org : ZGI_NONE;
}

/* 某大学学生处处长，党委副书记: the party committee is the university's; a branch (党支部) may be
 * the department's own. */
static void lift_to_unit(const zgi_chain *c, uint32_t item, const zgi_item *title, zgi_draft *d)
{
    const zgi_item *o = zgi_item_at(c->in, item);
    const uint16_t *t = c->in->text->ch + title->at.begin;
    if (!d->shared || !title->body || o->org == ZGI_NONE || t[0] != 0x515a || t[1] != 0x59d4)
        return; /* 党委 */
    const zgi_org *org = &c->in->items->orgs[o->org];
    if (org->unit_end == ZGI_NONE)
        return;
    d->org.end = org->unit_end;
    d->org_kinds = org->unit_kinds;
}

void zgi_rule_fill_org(zgi_chain *c, const zgi_item *title, zgi_draft *d)
{
    uint32_t org = c->next;
    d->org = d->parent = zgi_no_span;
    d->org_kinds = 0;
    if (title->bits & (uint32_t)ZGI_F_SOLO) {
        c->next = ZGI_NONE;
        return;
    }
    if (org == ZGI_NONE) {
        org = shared_org(c, title);
        d->shared = org != ZGI_NONE;
    }
    if (org != ZGI_NONE) {
        const zgi_item *o = zgi_item_at(c->in, org);
        d->org = o->at;
        const zgi_item *left = org > 0 ? zgi_item_at(c->in, org - 1) : NULL;
        if (left != NULL && o->letter == ZGI_I_ORG && left->letter == ZGI_I_PLACE &&
            left->at.end == o->at.begin) /* 石桥镇 | 李家湾村 */
            d->org.begin = left->at.begin;
        d->org_kinds = o->bits & (ZGI_K_ALL | (uint32_t)ZGI_F_PARTIAL);
        lift_to_unit(c, org, title, d);
    }
    if ((org == ZGI_NONE || (d->org_kinds & (uint32_t)ZGI_F_PARTIAL)) && c->parent != ZGI_NONE &&
        c->parent != org)
        d->parent = zgi_item_at(c->in, c->parent)->at;
}

/* 纪委 and its like: of a firm or school they belong to the title, as 党委 does. */
static bool is_unit_body(const zgi_chain *c, const zgi_item *organ)
{
    uint32_t units = ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL | ZGI_K_INSTITUTE |
                     ZGI_K_ASSOCIATION | ZGI_K_MEDIA;
    uint32_t courts = ZGI_K_COURT | ZGI_K_PROCURATORATE; /* 副院长、审判委员会委员 */
    if (c->org != ZGI_NONE && (zgi_item_at(c->in, c->org)->bits & organ->bits & courts) != 0)
        return organ->at.end - organ->at.begin == 5;
    return c->org != ZGI_NONE && (zgi_item_at(c->in, c->org)->bits & units) != 0 &&
           (organ->bits & ZGI_K_DISCIPLINE) != 0 && organ->at.end - organ->at.begin == 2;
}

static bool same_ending(const zgi_rule_in *in, uint32_t a, uint32_t b)
{
    const zgi_item *x = zgi_item_at(in, a), *y = zgi_item_at(in, b);
    return x->letter == ZGI_I_ORG && y->letter == ZGI_I_ORG && a != b &&
           in->text->ch[x->at.end - 1] == in->text->ch[y->at.end - 1];
}

/* 金融处、外债处 | 处长: units of one sort before one title share it. */
static void keep_twin(zgi_chain *c, uint32_t k)
{
    char joint = k > 0 ? zgi_item_at(c->in, k - 1)->letter : 0;
    if (c->next == ZGI_NONE || c->next + 2 != k || (joint != ZGI_I_SEP && joint != ZGI_I_CONJ) ||
        zgi_item_at(c->in, k)->letter != ZGI_I_ORG ||
        zgi_item_at(c->in, c->next)->letter != ZGI_I_ORG) {
        c->twin_count = 0;
        c->unlike = false;
        return;
    }
    c->unlike = c->unlike || !same_ending(c->in, c->next, k);
    if (c->twin_count < ZGI_TWINS)
        c->twins[c->twin_count++] = c->next;
}

void zgi_rule_take_org(zgi_chain *c, uint32_t k)
{
    const zgi_item *it = zgi_item_at(c->in, k);
    if (it->letter == ZGI_I_ORG && is_unit_body(c, it)) {
        c->body = k;
        return;
    }
    keep_twin(c, k);
    if (c->inside && (it->bits & (uint32_t)ZGI_F_PARTIAL) == 0)
        c->status = c->base; /* 某党前主席、某基金会董事长: still its 董事长 */
    c->inside = it->acting;
    if (it->acting && c->status == ZGI_S_CURRENT) /* 某州原林业局局长 */
        c->status = ZGI_S_FORMER;
    if (c->next != ZGI_NONE && ((it->bits & (uint32_t)ZGI_F_PARTIAL) ||
                                zgi_item_at(c->in, k - 1)->letter == ZGI_I_PARTICLE))
        c->parent = c->next; /* 到某局工作，任办公室主任; 某公司的人事科 */
    c->next = k;
}
