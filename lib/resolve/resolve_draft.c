/* Each draft's organisation, as the whole document lets a reader name it.
 *
 * With an organisation written: completed (市委 → 荆州市委), a partial one under its parent (宣传部).
 * Without: 县长 takes the county of its place in the text; 副主席 after 作家协会主席 takes the 协会;
 * else the fullest wording of the same post of the same person; 国家主席 takes 中国.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

static bool can_host(const zgi_full *f, const zgi_draft *d)
{
    uint32_t kinds = f->kinds & d->title_bits & ZGI_K_ALL & ~(uint32_t)ZGI_K_REGION;
    return f->text != NULL && kinds != 0;
}

/* Nothing unknown stands before the title: it begins a clause or follows a joint word (和, 原). Else
 * its own organisation is there and was not recognised. */
static bool stands_bare(const zgi_rs *rs, const zgi_draft *d)
{
    enum { JOINT = 2 }; /* characters of the longest joint word */
    const zgi_text *t = rs->text;
    uint32_t at = d->title.begin, begin = t->sentences[d->sentence].at.begin, next = 0;
    while (at > begin && zgi_rs_blank(t->ch[at - 1]))
        at--;
    uint16_t c = at == begin ? 0 : t->ch[at - 1];
    bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');   /* ICU护士长 */
    if (at == begin || (c < 0x4e00 && !letter) || d->event.end == at) /* 当选为 | 秘书长 */
        return true;
    for (uint32_t n = 1; n <= JOINT && at >= begin + n; n++)
        if (zgi_rs_set_at(rs, ZGI_SET_JOINT, at - n, at, &next) != ZGI_NONE && next == at)
            return true;
    return false;
}

/* 市委书记游诗韵到武汉大学，与校长…: an organisation between the two titles is nearer than the first
 * one's. ZGI_NONE: none that can have the title. */
static uint32_t nearer(const zgi_rs *rs, const zgi_draft *before, const zgi_draft *d)
{
    enum { TRIES = 8 };
    for (uint32_t i = zgi_rs_orgs_before(rs, d->title.begin), n = 0; i-- > 0 && n < TRIES; n++) {
        const zgi_org *o = &rs->in->orgs->items[i];
        if (o->at.begin < before->title.end)
            break;
        if ((o->kinds & d->title_bits & ZGI_K_ALL & ~(uint32_t)ZGI_K_REGION) != 0)
            return i;
    }
    return ZGI_NONE;
}

/* A title without organisation takes the nearest before it in its sentence that can have it. */
static void from_chain(zgi_rs *rs, uint32_t k, zgi_full *out)
{
    const zgi_draft *items = rs->in->drafts->items, *d = &items[rs->draft_order[k]];
    for (uint32_t n = 1; n <= ZGI_RS_CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        if (items[j].sentence != d->sentence)
            return;
        bool same = rs->draft_person[j] == rs->draft_person[rs->draft_order[k]];
        if (!zgi_rs_none(d->event) && items[j].event_type != d->event_type)
            continue; /* 某处处长李远当选主席: not of the 处 that he comes from */
        if (!same && !stands_bare(rs, d))
            return;
        if (rs->draft_by[j] == ZGI_BY_CONTEXT && !zgi_rs_none(rs->draft_org[j]))
            continue; /* 组长：李远（县长）: the heading's body has no 县长 */
        if (can_host(&rs->draft_full[j], d)) {
            uint32_t other = same || !zgi_rs_none(d->event) ? ZGI_NONE : nearer(rs, &items[j], d);
            bool found = other != ZGI_NONE && rs->fulls[other].text != NULL;
            *out = found ? rs->fulls[other] : rs->draft_full[j];
            rs->draft_by[rs->draft_order[k]] = found ? ZGI_BY_CONTEXT : ZGI_BY_SHARED;
            return;
        }
    }
}

/* 市政府党组书记、市长: the government's party group lent it; 市政府党组成员、副市长 and 区政府副区长、
 * 代区长 are of the government. */
static bool of_group(const zgi_rs *rs, const zgi_draft *d)
{
    zgi_span between = {d->org.end, d->title.begin}, head = d->head;
    const uint16_t *ch = rs->text->ch;
    bool vice = false, told = false;
    for (uint32_t i = d->title.begin; i < head.begin; i++)
        vice = vice || ch[i] == 0x526f; /* 副 */
    for (uint32_t i = between.begin; i + zgi_span_len(head) <= between.end; i++)
        told = told || zgi_rs_same(rs->text, (zgi_span){i, i + zgi_span_len(head)}, head);
    return !vice && !told && between.begin < between.end &&
           zgi_rs_find(rs->text, between, "党组") != ZGI_NONE;
}

/* 县委副书记、县长: the 县长 is of the county, not of the 县委 that the chain lent it. */
static bool detaches(const zgi_rs *rs, const zgi_draft *d)
{
    return d->shared && !zgi_rs_none(d->org) && (d->org_kinds & ZGI_K_ALL) != ZGI_K_REGION &&
           zgi_rs_head_slot(rs, d) != ZGI_SLOT_COUNT &&
           (!zgi_rs_ends(rs->text, d->org, "政府", NULL) || of_group(rs, d));
}

static uint32_t post_key(const zgi_rs *rs, uint32_t draft)
{
    uint32_t title = zgi_rs_hash(rs->text, rs->in->drafts->items[draft].title);
    return (title ^ (rs->draft_person[draft] * 0x9e3779b9u)) * 16777619u;
}

/* Remember for each person and title the fullest organisation: of those written out, or of all. */
static bool remember(zgi_rs *rs, bool written_out, zgi_map *fullest)
{
    uint32_t n = rs->in->drafts->count;
    if (!zgi_map_init(rs->arena, fullest, n))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const zgi_full *f = &rs->draft_full[i];
        bool stated = !zgi_rs_none(rs->draft_org[i]) && !f->doubtful;
        if (f->text == NULL || f->open || rs->draft_person[i] == ZGI_NONE ||
            (written_out && !stated))
            continue;
        uint32_t key = post_key(rs, i), had = zgi_map_get(fullest, key);
        if (had == ZGI_NONE || strlen(rs->draft_full[had].text) < strlen(f->text))
            zgi_map_put(fullest, key, i);
    }
    return true;
}

/* The draft that words the same post of the same person most fully, ZGI_NONE. */
static uint32_t remembered(const zgi_rs *rs, const zgi_map *fullest, uint32_t i)
{
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t had = zgi_map_get(fullest, post_key(rs, i));
    bool same = had != ZGI_NONE && had != i && rs->draft_person[had] == rs->draft_person[i] &&
                zgi_rs_same(rs->text, items[had].title, items[i].title);
    return same ? had : ZGI_NONE;
}

/* What a person's post is called elsewhere goes before what the place in the text suggests. */
static bool from_memory(zgi_rs *rs)
{
    zgi_map fullest;
    if (!remember(rs, true, &fullest))
        return false;
    for (uint32_t i = 0; i < rs->in->drafts->count; i++) {
        zgi_full *f = &rs->draft_full[i];
        zgi_span at = rs->draft_org[i];
        uint32_t had = rs->draft_person[i] == ZGI_NONE ? ZGI_NONE : remembered(rs, &fullest, i);
        if (had == ZGI_NONE || (zgi_rs_none(at) && rs->draft_by[i] != ZGI_BY_CONTEXT))
            continue;
        if (!zgi_rs_none(at)) {
            const char *text = zgi_rs_source(rs, at);
            if (text == NULL)
                return false;
            if (strlen(text) >= strlen(rs->draft_full[had].text) ||
                !zgi_rs_tail(rs->draft_full[had].text, text))
                continue;
        }
        *f = rs->draft_full[had];
    }
    return true;
}

/* 「某协会昨日召开会议，会长何远主持」: the sentence's own subject, when it can have the title and no
 * other organisation stands between. */
static void from_subject(const zgi_rs *rs, const zgi_draft *d, zgi_full *out)
{
    uint32_t begin = rs->text->sentences[d->sentence].at.begin;
    uint32_t i = zgi_rs_orgs_before(rs, begin);
    if (i >= rs->in->orgs->count || !stands_bare(rs, d) ||
        zgi_rs_head_slot(rs, d) != ZGI_SLOT_COUNT)
        return;
    const zgi_org *o = &rs->in->orgs->items[i];
    uint32_t kinds = o->kinds & d->title_bits & ZGI_K_ALL & ~(uint32_t)ZGI_K_REGION;
    if (o->at.begin > begin + 1 || o->at.end > d->title.begin || kinds == 0 || rs->fulls[i].open ||
        zgi_rs_orgs_before(rs, d->title.begin) != i + 1)
        return;
    *out = rs->fulls[i];
    out->doubtful = true;
}

/* Bare titles that nothing has answered yet. */
static bool last_resorts(zgi_rs *rs)
{
    zgi_map fullest;
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t n = rs->in->drafts->count;
    if (!remember(rs, false, &fullest))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        if (rs->draft_person[i] == ZGI_NONE || !zgi_rs_none(rs->draft_org[i]) ||
            rs->draft_full[i].text != NULL)
            continue;
        uint32_t had = remembered(rs, &fullest, i);
        if (had != ZGI_NONE)
            rs->draft_full[i] = rs->draft_full[had];
        else if (!zgi_rs_head_fixed(rs, i, false))
            return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (rs->draft_person[i] == ZGI_NONE || !zgi_rs_none(rs->draft_org[i]) ||
            items[i].kind != ZGI_FK_POST || rs->draft_full[i].text != NULL)
            continue;
        if (!zgi_rs_head_fixed(rs, i, true))
            return false;
        if (rs->draft_full[i].text == NULL)
            zgi_rs_head_unit(rs, i);
        if (rs->draft_full[i].text == NULL)
            zgi_rs_head_elected(rs, i);
        if (rs->draft_full[i].text == NULL)
            from_subject(rs, &items[i], &rs->draft_full[i]);
    }
    return true;
}

static bool put_in_order(zgi_rs *rs)
{
    uint32_t n = rs->in->drafts->count;
    uint64_t *keys = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof *keys);
    rs->draft_order = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof(uint32_t));
    rs->draft_full = zgi_arena_zalloc(rs->arena, (size_t)n + 1, sizeof(zgi_full));
    rs->draft_by = zgi_arena_zalloc(rs->arena, (size_t)n + 1, 1);
    rs->draft_org = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof(zgi_span));
    rs->head_person =
        zgi_arena_zalloc(rs->arena, (size_t)rs->know->heads.rows + 1, sizeof(uint32_t));
    rs->head_text = zgi_arena_zalloc(rs->arena, (size_t)rs->know->heads.rows + 1, sizeof(char *));
    if (rs->draft_org == NULL || rs->head_person == NULL || rs->head_text == NULL)
        return false;
    if (keys == NULL || rs->draft_order == NULL || rs->draft_full == NULL || rs->draft_by == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++)
        keys[i] = (uint64_t)rs->in->drafts->items[i].title.begin << 32 | i;
    if (!zgi_rs_sort(rs->arena, keys, n))
        return false;
    for (uint32_t i = 0; i < n; i++)
        rs->draft_order[i] = (uint32_t)keys[i];
    return true;
}

/* 村党支部书记、村委会主任: a bare word for the unit goes on to the next title of the same person. */
static bool from_bare(zgi_rs *rs, uint32_t k, zgi_full *f)
{
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t i = rs->draft_order[k], j = k > 0 ? rs->draft_order[k - 1] : i;
    if (i == j || items[i].sentence != items[j].sentence || !zgi_rs_none(items[j].org) ||
        zgi_rs_none(rs->draft_org[j]) || rs->draft_person[i] != rs->draft_person[j] ||
        rs->text->ch[items[i].title.begin - 1] != 0x3001) /* 、 */
        return false;
    rs->draft_org[i] = rs->draft_org[j];
    rs->draft_by[i] = ZGI_BY_SHARED;
    *f = rs->draft_full[j];
    return true;
}

/* 某街道党工委副书记张三、办事处副主任李四: the office is of the same street. */
static bool from_street(zgi_rs *rs, uint32_t k, zgi_full *f)
{
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t i = rs->draft_order[k], j = k > 0 ? rs->draft_order[k - 1] : i;
    if (i == j || items[i].sentence != items[j].sentence || zgi_rs_none(rs->draft_org[j]) ||
        (rs->draft_full[j].kinds & ZGI_K_REGION) == 0 ||
        zgi_rs_find(rs->text, items[i].title, "办事处") != items[i].title.begin)
        return false;
    rs->draft_org[i] = rs->draft_org[j];
    rs->draft_by[i] = ZGI_BY_SHARED;
    *f = rs->draft_full[j];
    return true;
}

/* One draft's organisation. False: memory is out. */
static bool complete(zgi_rs *rs, uint32_t k, const zgi_draft *d, zgi_full *f)
{
    uint32_t i = rs->draft_order[k];
    bool detached = detaches(rs, d);
    f->place = ZGI_NONE;
    rs->draft_by[i] = ZGI_BY_CONTEXT;
    rs->draft_org[i] = detached ? ZGI_NO_SPAN : d->org;
    bool whole = rs->text->ch[d->title.begin] == 0x6821; /* 校长助理: of no faculty */
    if (!zgi_rs_none(rs->draft_org[i])) {
        bool ok = zgi_rs_org_written(rs, k, f);
        if (ok && d->shared && whole && (f->top_kinds & ZGI_K_SCHOOL) != 0)
            zgi_rs_org_top(f);
        return ok;
    }
    if (d->kind != ZGI_FK_POST)
        return true; /* 记者, 市领导: whose they are is not said */
    rs->draft_org[i] = zgi_rs_roster_body(rs, d);
    if (!zgi_rs_none(rs->draft_org[i]))
        return zgi_rs_org_known(rs, rs->draft_org[i], 0, f);
    if (!zgi_rs_org_bare(rs, d, &rs->draft_org[i], f))
        return false;
    if (!zgi_rs_none(rs->draft_org[i])) {
        rs->draft_by[i] = ZGI_BY_STATED;
        return true;
    }
    if (!detached && (from_bare(rs, k, f) || from_street(rs, k, f)))
        return true;
    if (!zgi_rs_head_place(rs, d, detached ? i : ZGI_NONE, f))
        return false;
    if (f->text == NULL)
        from_chain(rs, k, f);
    if (f->text != NULL && whole && (f->top_kinds & ZGI_K_SCHOOL) != 0)
        zgi_rs_org_top(f);
    return true;
}

/* 国防部发言人某某少将: a rank is held where the post before it is, if it can be one there; those of
 * the army at ministries, too. */
static bool lends_to_rank(const zgi_rs *rs, uint32_t from, uint32_t to)
{
    const zgi_draft *a = &rs->in->drafts->items[from], *b = &rs->in->drafts->items[to];
    const zgi_full *f = &rs->draft_full[from];
    bool army =
        (b->title_bits & ZGI_K_MILITARY) && (f->kinds & (ZGI_K_MILITARY | ZGI_K_GOVERNMENT));
    for (uint32_t at = a->title.end; at < b->title.begin; at++)
        if (rs->text->ch[at] == ',')
            return false;
    return a->sentence == b->sentence && rs->draft_person[from] == rs->draft_person[to] &&
           a->kind == ZGI_FK_POST && f->text != NULL && (army || can_host(f, b));
}

static void ranks_beside(zgi_rs *rs)
{
    uint32_t n = rs->in->drafts->count;
    for (uint32_t k = 0; k < n; k++) {
        uint32_t i = rs->draft_order[k];
        const zgi_draft *d = &rs->in->drafts->items[i];
        if (!d->rank || rs->draft_full[i].text != NULL || !zgi_rs_none(rs->draft_org[i]))
            continue;
        uint32_t from = k > 0 ? rs->draft_order[k - 1] : ZGI_NONE;
        if (from == ZGI_NONE || !lends_to_rank(rs, from, i))
            continue;
        rs->draft_full[i] = rs->draft_full[from];
        rs->draft_by[i] = ZGI_BY_CONTEXT;
    }
}

zg_status zgi_rs_drafts(zgi_rs *rs)
{
    if (!put_in_order(rs))
        return ZG_E_MEMORY;
    for (uint32_t k = 0; k < rs->in->drafts->count; k++) {
        uint32_t i = rs->draft_order[k];
        const zgi_draft *d = &rs->in->drafts->items[i];
        zgi_full *f = &rs->draft_full[i];
        if (!complete(rs, k, d, f))
            return ZG_E_MEMORY;
    }
    if (!from_memory(rs) || !last_resorts(rs))
        return ZG_E_MEMORY;
    ranks_beside(rs);
    return ZG_OK;
}
