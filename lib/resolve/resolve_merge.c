/* What is said twice is said once; then the persons with their facts.
 *
 * Two facts of one person, title and kind are the same post when their organisations are the same,
 * or one is bare or the tail of the other (思茅区委书记, later 区委书记, later 书记). The fuller wording
 * stays, the first of two equals; its status stays too, unless it is `current` and the other tells
 * more (appointed, removed, acting, former).
 */
#include "resolve/resolve_inner.h"

#include <string.h>

static uint32_t text_hash(const char *s)
{
    uint32_t h = 2166136261u;
    for (; *s != 0; s++)
        h = (h ^ (uint8_t)*s) * 16777619u;
    return h;
}

/* Nothing is written, nothing is known, or what is known is part of the other. */
static bool within(const zgi_fact *bare, const zgi_fact *whole)
{
    bool tail = bare->org_text == NULL ||
                (whole->org_text != NULL && zgi_rs_tail(whole->org_text, bare->org_text));
    bool agree = bare->org_full == NULL || whole->org_full == NULL ||
                 zgi_rs_tail(whole->org_full, bare->org_full) ||
                 zgi_rs_tail(bare->org_full, whole->org_full);
    return tail && agree;
}

static bool same_post(const zgi_fact *a, const zgi_fact *b)
{
    if (a->person_index != b->person_index || a->kind != b->kind ||
        strcmp(a->title_text, b->title_text) != 0)
        return false;
    if (a->org_full != NULL && b->org_full != NULL && strcmp(a->org_full, b->org_full) == 0)
        return true;
    return within(a, b) || within(b, a);
}

static size_t fullness(const zgi_fact *f)
{
    return (f->org_text ? 1000 + strlen(f->org_text) : 0) + (f->org_full ? strlen(f->org_full) : 0);
}

/* Which of two tellings of one post is its status. What a career dates by year is not news: it
 * never stands against a telling as of now. */
static uint8_t merged_status(const zgi_rs *rs, const zgi_fact *facts, uint32_t to, uint32_t from)
{
    bool to_dated = rs->draft_when[rs->fact_draft[to]].months != 0;
    bool from_dated = rs->draft_when[rs->fact_draft[from]].months != 0;
    uint8_t a = facts[to].status, b = facts[from].status;
    if (a == ZGI_S_CURRENT)
        return b != ZGI_S_CURRENT && !from_dated ? b : a;
    if (b == ZGI_S_CURRENT && to_dated && !from_dated)
        return b;
    return a;
}

/* Take what `from` tells and `to` does not. */
static void enrich(zgi_fact *to, const zgi_fact *from)
{
    if (to->event_type == ZGI_EV_NONE && from->event_type != ZGI_EV_NONE) {
        to->event_type = from->event_type;
        to->event = from->event;
        to->event_date = from->event_date;
        to->event_by = from->event_by;
    }
    if (!to->has_period && from->has_period) {
        to->has_period = true;
        to->period_start = from->period_start;
        to->period_end = from->period_end;
    }
    if (to->org_full == NULL && from->org_full != NULL) {
        to->org_full = from->org_full;
        to->org_code = from->org_code;
        to->org_kind = from->org_kind;
        to->has_org = true;
    }
    if (to->rank == NULL)
        to->rank = from->rank;
    if (to->confidence < from->confidence)
        to->confidence = from->confidence;
}

/* The earlier fact that says the same as `i`, ZGI_NONE; `next` links facts with one key. */
static uint32_t earlier(const zgi_fact *facts, uint32_t i, uint32_t first, const uint32_t *next)
{
    enum { TRIES = 64 }; /* wordings of one title of one person: more are not compared */
    for (uint32_t j = first, tries = 0; j != ZGI_NONE && tries < TRIES; j = next[j], tries++)
        if (facts[j].kind != UINT8_MAX && same_post(&facts[j], &facts[i]))
            return j;
    return ZGI_NONE;
}

static bool merge(zgi_rs *rs, zgi_fact *facts, uint32_t n)
{
    zgi_map first;
    uint32_t *next = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof *next);
    if (next == NULL || !zgi_map_init(rs->arena, &first, n))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t key = text_hash(facts[i].title_text) ^ (facts[i].person_index * 0x9e3779b9u);
        uint32_t head = zgi_map_get(&first, key), j = earlier(facts, i, head, next);
        if (j != ZGI_NONE && fullness(&facts[j]) >= fullness(&facts[i])) {
            facts[j].status = merged_status(rs, facts, j, i);
            enrich(&facts[j], &facts[i]);
            facts[i].kind = UINT8_MAX; /* dropped */
            continue;
        }
        if (j != ZGI_NONE) {
            facts[i].status = merged_status(rs, facts, i, j);
            enrich(&facts[i], &facts[j]);
            facts[j].kind = UINT8_MAX;
        }
        next[i] = head;
        zgi_map_put(&first, key, i);
    }
    return true;
}

static bool mentions(zgi_rs *rs, zgi_person *persons)
{
    const zgi_people *p = &rs->people;
    zgi_span *spans = zgi_arena_alloc(rs->arena, ((size_t)p->span_count + 1) * sizeof *spans);
    uint32_t *at = zgi_arena_alloc(rs->arena, ((size_t)p->count + 1) * sizeof *at);
    if (spans == NULL || at == NULL)
        return false;
    for (uint32_t i = 0, sum = 0; i < p->count; i++) {
        at[i] = sum;
        persons[i].mentions = spans + sum;
        sum += p->items[i].mention_count;
    }
    for (uint32_t i = 0; i < p->span_count; i++) {
        uint32_t who = p->span_person[i];
        spans[at[who]++] = p->spans[i];
        persons[who].mention_count++;
    }
    return true;
}

static bool facts_of(zgi_rs *rs, zgi_person *persons, const zgi_facts *out)
{
    uint32_t *list = zgi_arena_alloc(rs->arena, ((size_t)out->fact_count + 1) * sizeof *list);
    uint32_t *at = zgi_arena_zalloc(rs->arena, (size_t)out->person_count + 1, sizeof *at);
    if (list == NULL || at == NULL)
        return false;
    for (uint32_t i = 0; i < out->fact_count; i++)
        persons[out->facts[i].person_index].fact_count++;
    for (uint32_t i = 0, sum = 0; i < out->person_count; i++) {
        persons[i].facts = list + sum;
        at[i] = sum;
        sum += persons[i].fact_count;
    }
    for (uint32_t i = 0; i < out->fact_count; i++)
        list[at[out->facts[i].person_index]++] = i;
    return true;
}

zg_status zgi_rs_merge(zgi_rs *rs, zgi_fact *facts, zgi_facts *out)
{
    uint32_t kept = 0, n = rs->people.count;
    zgi_person *persons = zgi_arena_zalloc(rs->arena, (size_t)n + 1, sizeof *persons);
    if (persons == NULL || !merge(rs, facts, out->fact_count))
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i < out->fact_count; i++)
        if (facts[i].kind != UINT8_MAX)
            facts[kept++] = facts[i];
    out->facts = facts;
    out->fact_count = kept;
    out->persons = persons;
    out->person_count = n;
    for (uint32_t i = 0; i < n; i++)
        if ((persons[i].name = zgi_rs_source(rs, rs->people.items[i].first)) == NULL)
            return ZG_E_MEMORY;
    if (!mentions(rs, persons) || !facts_of(rs, persons, out))
        return ZG_E_MEMORY;
    return zgi_rs_profiles(rs, persons);
}
