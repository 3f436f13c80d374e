/* Who is who: every mention joined by name, and the person a sentence without a subject speaks of.
 *
 * Two mentions are one person when their names are the same after folding. 「卢远，男……。历任科长、
 * 局长。」 → the second sentence speaks of 卢远: the last name before it that a sentence was about.
 */
#include "resolve/resolve_inner.h"

static uint32_t letters(const zgi_text *t, zgi_span at)
{
    uint32_t n = 0;
    for (uint32_t i = at.begin; i < at.end; i++)
        n += !zgi_rs_blank(t->ch[i]);
    return n;
}

/* Names of the mentions and of the drafts, sorted by place, each place once. */
static bool gather(zgi_rs *rs)
{
    const zgi_mentions *m = rs->in->mentions;
    const zgi_drafts *d = rs->in->drafts;
    uint32_t n = 0, most = m->count + d->count;
    uint64_t *keys = zgi_arena_alloc(rs->arena, ((size_t)most + 1) * sizeof *keys);
    rs->people.spans = zgi_arena_alloc(rs->arena, ((size_t)most + 1) * sizeof(zgi_span));
    if (keys == NULL || rs->people.spans == NULL)
        return false;
    for (uint32_t i = 0; i < m->count; i++)
        if (letters(rs->text, m->items[i].at) > 1)
            keys[n++] = (uint64_t)m->items[i].at.begin << 32 | m->items[i].at.end;
    for (uint32_t i = 0; i < d->count; i++)
        if (!d->items[i].no_person && !zgi_rs_none(d->items[i].person))
            keys[n++] = (uint64_t)d->items[i].person.begin << 32 | d->items[i].person.end;
    if (!zgi_rs_sort(rs->arena, keys, n))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0 && keys[i] == keys[i - 1])
            continue;
        zgi_span at = {(uint32_t)(keys[i] >> 32), (uint32_t)keys[i]};
        rs->people.spans[rs->people.span_count++] = at;
    }
    return true;
}

static uint32_t person_of(zgi_rs *rs, zgi_span at)
{
    zgi_people *p = &rs->people;
    uint32_t hash = zgi_rs_hash(rs->text, at), first = zgi_map_get(&p->by_hash, hash);
    for (uint32_t i = first; i != ZGI_NONE; i = p->items[i].next_same)
        if (zgi_rs_same(rs->text, p->items[i].first, at))
            return i;
    zgi_human human = {at, hash, first, 0, false};
    if (!ZGI_PUSH(rs->arena, p, human))
        return ZGI_NONE;
    zgi_map_put(&p->by_hash, hash, p->count - 1);
    return p->count - 1;
}

/* Nothing but blanks, quotes and digits of a date before it. */
static bool opens(const zgi_text *t, const zgi_sentence *s, uint32_t at)
{
    for (uint32_t i = s->at.begin; i < at; i++)
        if (!zgi_rs_blank(t->ch[i]))
            return false;
    return true;
}

/* 卢远，男，…: a profile begins. */
static bool profiled(const zgi_text *t, uint32_t end)
{
    while (end < t->n && (zgi_rs_blank(t->ch[end]) || t->ch[end] == ',' || t->ch[end] == '('))
        end++;
    return end < t->n &&
           (zgi_rs_word(t, end, t->n, "男", NULL) || zgi_rs_word(t, end, t->n, "女", NULL) ||
            zgi_rs_word(t, end, t->n, "简历", NULL));
}

/* 姓名：卢远 */
static bool entered(const zgi_text *t, uint32_t begin)
{
    while (begin > 0 && (zgi_rs_blank(t->ch[begin - 1]) || t->ch[begin - 1] == ':'))
        begin--;
    return begin > 1 && t->ch[begin - 2] == 0x59d3 && t->ch[begin - 1] == 0x540d; /* 姓名 */
}

/* …的是卢远。: the sentence leads to a name, and the next one goes on from there. */
static bool presented(const zgi_text *t, zgi_span at)
{
    bool copula = at.begin > 0 && (t->ch[at.begin - 1] == 0x662f || t->ch[at.begin - 1] == 0x4e3a);
    return copula && (at.end == t->n || t->ch[at.end] == 0x3002); /* 是 为 。 */
}

/* Index of the last name that begins before `at`, ZGI_NONE. */
static uint32_t name_before(const zgi_people *p, uint32_t at)
{
    uint32_t low = 0, high = p->span_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (p->spans[mid].begin < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low == 0 ? ZGI_NONE : low - 1;
}

/* 记者卢远: who made the text is not whom it speaks of. Marks the names of bylines. */
static void find_authors(zgi_rs *rs, bool *author)
{
    const zgi_drafts *d = rs->in->drafts;
    for (uint32_t i = 0; i < d->count; i++) {
        const zgi_draft *one = &d->items[i];
        bool wrote = one->kind == ZGI_FK_BYLINE ||
                     (one->kind == ZGI_FK_ROLE &&
                      zgi_rs_word(rs->text, one->title.begin, one->title.end, "作者", NULL));
        if (!wrote || one->no_person)
            continue;
        uint32_t at = name_before(&rs->people, one->person.begin + 1);
        if (at != ZGI_NONE)
            author[at] = true;
    }
}

/* Mark for every name the latest one that is a subject: first in its sentence and certain. */
static void find_topics(zgi_rs *rs, const bool *author)
{
    const zgi_text *t = rs->text;
    const zgi_mentions *m = rs->in->mentions;
    uint32_t topic = ZGI_NONE, sentence = ZGI_NONE, k = 0;
    for (uint32_t i = 0; i < rs->people.span_count; i++) {
        zgi_span at = rs->people.spans[i];
        uint32_t in = zgi_rs_sentence(t, at.begin);
        while (k < m->count && m->items[k].at.begin < at.begin)
            k++;
        bool strong = k < m->count && m->items[k].at.begin == at.begin && m->items[k].strong;
        bool apart =
            (at.begin > 0 && t->ch[at.begin - 1] == ',') || (at.end < t->n && t->ch[at.end] == ',');
        bool first = in != sentence && (strong || apart || opens(t, &t->sentences[in], at.begin));
        if ((first && !author[i]) || profiled(t, at.end) || presented(t, at) ||
            entered(t, at.begin))
            topic = i;
        sentence = in;
        rs->people.span_topic[i] = topic;
    }
}

/* Does another person's name begin between the two? */
bool zgi_rs_named_between(const zgi_rs *rs, uint32_t from, uint32_t to)
{
    uint32_t i = name_before(&rs->people, to);
    return i != ZGI_NONE && rs->people.spans[i].begin >= from;
}

static bool line_mark(uint16_t c)
{
    return zgi_rs_blank(c) || c == '/' || c == 0x25a1 || c == 0x25a0 || c == 0x25ce; /* □ ■ ◎ */
}

/* 卢远 on a line of its own, or behind 作者: or □: who wrote the text. */
static bool signs(const zgi_rs *rs, zgi_span at)
{
    const zgi_text *t = rs->text;
    uint32_t begin = at.begin, end = at.end;
    while (begin > 0 && t->ch[begin - 1] != '\n' && line_mark(t->ch[begin - 1]))
        begin--;
    while (end < t->n && t->ch[end] != '\n' && zgi_rs_blank(t->ch[end]))
        end++;
    if (begin > 2 && t->ch[begin - 1] == ':' && t->ch[begin - 2] == 0x8005) /* 作者: */
        return true;
    return (begin == 0 || t->ch[begin - 1] == '\n') && (end == t->n || t->ch[end] == '\n');
}

/* （作者系某大学教授）: the first name of the document that signs it; ZGI_NONE. */
static uint32_t author(const zgi_rs *rs, const zgi_draft *d)
{
    if (!zgi_rs_word(rs->text, d->evidence.begin, d->evidence.end, "作者", NULL))
        return ZGI_NONE;
    for (uint32_t i = 0; i < rs->people.span_count; i++)
        if (signs(rs, rs->people.spans[i]))
            return i;
    return ZGI_NONE;
}

static void assign(zgi_rs *rs, uint32_t i)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    const zgi_people *p = &rs->people;
    uint32_t at = ZGI_NONE;
    if (!d->no_person && !zgi_rs_none(d->person)) {
        at = name_before(p, d->person.begin + 1);
    } else {
        at = author(rs, d);
        if (at == ZGI_NONE) {
            at = name_before(p, d->title.begin);
            at = at == ZGI_NONE ? ZGI_NONE : p->span_topic[at];
        }
    }
    rs->draft_person[i] = at == ZGI_NONE ? ZGI_NONE : p->span_person[at];
    rs->draft_span[i] = at == ZGI_NONE ? ZGI_NO_SPAN : p->spans[at];
}

zg_status zgi_rs_people(zgi_rs *rs)
{
    zgi_people *p = &rs->people;
    uint32_t drafts = rs->in->drafts->count;
    if (!gather(rs))
        return ZG_E_MEMORY;
    p->span_person = zgi_arena_alloc(rs->arena, ((size_t)p->span_count + 1) * sizeof(uint32_t));
    p->span_topic = zgi_arena_alloc(rs->arena, ((size_t)p->span_count + 1) * sizeof(uint32_t));
    rs->draft_person = zgi_arena_alloc(rs->arena, ((size_t)drafts + 1) * sizeof(uint32_t));
    rs->draft_span = zgi_arena_alloc(rs->arena, ((size_t)drafts + 1) * sizeof(zgi_span));
    bool *author = zgi_arena_zalloc(rs->arena, (size_t)p->span_count + 1, sizeof *author);
    if (author == NULL || p->span_person == NULL || p->span_topic == NULL ||
        rs->draft_person == NULL || rs->draft_span == NULL ||
        !zgi_map_init(rs->arena, &p->by_hash, p->span_count))
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i < p->span_count; i++) {
        uint32_t person = person_of(rs, p->spans[i]);
        if (person == ZGI_NONE)
            return ZG_E_MEMORY;
        p->span_person[i] = person;
        p->items[person].mention_count++;
    }
    find_authors(rs, author);
    find_topics(rs, author);
    for (uint32_t i = 0; i < drafts; i++)
        assign(rs, i);
    return ZG_OK;
}
