/* Drafts → facts: strings, organisation, grades, rank, dates; still with what is said twice.
 *
 * Takes each draft with its person and its completed organisation; gives one fact each, in order of
 * the person's place and then the title's: 荆州市 | 副市长 | 王敏, head 市长, grade 副.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

static const char *kind_word(uint32_t kinds)
{
    static const char *const names[] = {
#define ZGI_X(id, name, bit) [bit] = name,
        ZGI_KINDS(ZGI_X)
#undef ZGI_X
    };
    for (uint32_t bit = 0; bit < sizeof names / sizeof *names; bit++)
        if (kinds & (1u << bit))
            return names[bit];
    return NULL;
}

/* The grade words before the head, longest first: 第一副 → 第一, 副. */
static bool grades(zgi_rs *rs, const zgi_draft *d, zgi_fact *f)
{
    enum { MOST = 8 };
    const char **out = NULL;
    uint32_t at = d->title.begin, n = 0;
    while (at < d->head.begin && n < MOST) {
        uint32_t best = 0;
        uint32_t row = zgi_rs_set_at(rs, ZGI_SET_GRADES, at, d->head.begin, &best);
        if (row == ZGI_NONE) {
            at++;
            continue;
        }
        if (out == NULL && (out = zgi_arena_alloc(rs->arena, MOST * sizeof *out)) == NULL)
            return false;
        out[n++] = zgi_rs_source(rs, (zgi_span){at, best});
        if (out[n - 1] == NULL)
            return false;
        at = best;
    }
    f->grades = out;
    f->grade_count = n;
    return true;
}

static bool organisation(zgi_rs *rs, uint32_t i, zgi_fact *f)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    const zgi_full *full = &rs->draft_full[i];
    f->org = rs->draft_org[i];
    if (!zgi_rs_none(f->org) && (f->org_text = zgi_rs_source(rs, f->org)) == NULL)
        return false;
    f->org_full = full->text;
    f->has_org = f->org_text != NULL || f->org_full != NULL;
    f->org_by = rs->draft_by[i];
    f->org_kind = f->has_org
                      ? kind_word(zgi_rs_none(f->org) ? full->kinds : full->kinds | d->org_kinds)
                      : NULL;
    if (f->org_full != NULL && !full->doubtful)
        f->org_code = zgi_rs_place_code(rs, full->place);
    return true;
}

/* Without what stands inside it and is none of it: 党委原书记 → 党委书记. 摄 is written for 摄影. */
static const char *title_text(zgi_rs *rs, const zgi_draft *d)
{
    const uint16_t *c = rs->text->ch + d->title.begin;
    if (d->kind == ZGI_FK_BYLINE && zgi_span_len(d->title) == 1 && *c == 0x6444)
        return "摄影";
    if (zgi_span_len(d->gap) == 0)
        return zgi_rs_source(rs, d->title);
    const char *a = zgi_rs_source(rs, (zgi_span){d->title.begin, d->gap.begin});
    const char *b = zgi_rs_source(rs, (zgi_span){d->gap.end, d->title.end});
    return a && b ? zgi_rs_join(rs, a, b) : NULL;
}

static bool fact(zgi_rs *rs, uint32_t i, zgi_fact *f)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    memset(f, 0, sizeof *f);
    f->person = rs->draft_span[i];
    f->title = d->title;
    f->evidence = d->evidence;
    f->event = d->event;
    f->status = rs->draft_status[i];
    f->told = d->status;
    f->kind = d->kind;
    f->event_type = zgi_rs_none(d->event) ? (uint8_t)ZGI_EV_NONE : d->event_type;
    f->confidence = d->confidence;
    f->person_index = rs->draft_person[i];
    f->person_text = zgi_rs_source(rs, f->person);
    f->title_text = title_text(rs, d);
    f->title_head = zgi_rs_source(rs, zgi_span_len(d->head) ? d->head : d->title);
    if (d->rule < rs->dict->rule_count)
        f->rule = rs->dict->strings + rs->dict->rules[d->rule].id;
    if (f->person_text == NULL || f->title_text == NULL || f->title_head == NULL)
        return false;
    if (!organisation(rs, i, f) || !grades(rs, d, f))
        return false;
    f->rank = d->kind == ZGI_FK_POST ? zgi_rs_rank(rs, d, &rs->draft_full[i], f->title_head) : NULL;
    zgi_span charge = zgi_rs_charge(rs, i);
    if (!zgi_rs_none(charge)) {
        f->event = charge;
        f->event_type = ZGI_EV_INVESTIGATE;
    }
    if (f->event_type != ZGI_EV_NONE) {
        f->event_date = zgi_rs_event_date(rs, f->event);
        f->event_by = zgi_rs_event_by(rs, f->event, f->event_type);
    }
    f->has_period = zgi_rs_period(rs, d, f);
    zgi_rs_sure(rs, f);
    return true;
}

/* In order of the person's place, then the title's. */
zg_status zgi_rs_facts(zgi_rs *rs, zgi_fact **made, zgi_facts *out)
{
    uint32_t n = rs->in->drafts->count, kept = 0;
    uint64_t *keys = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof *keys);
    zgi_fact *facts = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof *facts);
    if (keys == NULL || facts == NULL)
        return ZG_E_MEMORY;
    /* draft_order is by title already; a stable sort by person keeps it. */
    for (uint32_t k = 0; k < n; k++)
        if (rs->draft_person[rs->draft_order[k]] != ZGI_NONE)
            keys[kept++] = (uint64_t)rs->draft_span[rs->draft_order[k]].begin << 32 | k;
    if (!zgi_rs_sort(rs->arena, keys, kept))
        return ZG_E_MEMORY;
    rs->fact_draft = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof(uint32_t));
    if (rs->fact_draft == NULL)
        return ZG_E_MEMORY;
    for (uint32_t k = 0; k < kept; k++) {
        rs->fact_draft[k] = rs->draft_order[(uint32_t)keys[k]];
        if (!fact(rs, rs->fact_draft[k], &facts[k]))
            return ZG_E_MEMORY;
    }
    *made = facts;
    out->facts = facts;
    out->fact_count = kept;
    return ZG_OK;
}
