/* Each draft's organisation, as the whole document lets a reader name it.
 *
 * With an organisation written: completed (市委 → 荆州市委), a partial one under its parent (宣传部).
 * Without: 县长 takes the county of its place in the text; 副主席 after 作家协会主席 takes the 协会;
 * else the fullest wording of the same post of the same person; 国家主席 takes 中国.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

enum { CHAIN = 24 }; /* titles of one sentence that a title may lean on */

static bool set_text(zgi_full *out, const char *text)
{
    memset(out, 0, sizeof *out);
    out->place = ZGI_NONE;
    out->text = text;
    return true;
}

/* The row of the title's head in `heads`: 市长 in 常务副市长; the head as given, else its ending. */
static uint32_t head_row(const zgi_rs *rs, const zgi_draft *d)
{
    zgi_span at = {d->title.begin, d->head.end > d->title.begin ? d->head.end : d->title.end};
    uint32_t best = ZGI_NONE, begin = at.end, from = 0;
    for (uint32_t row = 0; row < rs->heads.rows; row++)
        if (zgi_rs_ends(rs->text, at, zgi_table_cell(&rs->heads, row, 0), &from) && from < begin) {
            begin = from;
            best = row;
        }
    return best;
}

static const char *head_cell(const zgi_rs *rs, uint32_t row, const char *column)
{
    return zgi_table_cell(&rs->heads, row, zgi_table_column(&rs->heads, column));
}

static bool country_head(zgi_rs *rs, const zgi_draft *d, zgi_full *out)
{
    uint32_t site = zgi_rs_country_at(rs, d->title.begin);
    if (site == ZGI_NONE)
        return true;
    set_text(out, zgi_rs_source(rs, rs->sites[site].at));
    out->where = out->text;
    out->kinds = ZGI_K_REGION;
    return out->text != NULL;
}

/* 荆州市委副书记、市长: the place of the organisation before it in the chain, at the head's level. */
static uint32_t beside(zgi_rs *rs, const zgi_draft *d, zgi_slot slot)
{
    zgi_full parent;
    if (zgi_rs_none(d->parent) || !zgi_rs_org_known(rs, d->parent, 0, &parent))
        return ZGI_NONE;
    return zgi_rs_ancestor(rs, parent.place, slot);
}

/* 市长, 总统: the place that the text gives for the head's level. */
static bool region_head(zgi_rs *rs, const zgi_draft *d, zgi_full *out)
{
    static const struct {
        const char *name;
        uint8_t slot;
    } slots[] = {{"province", ZGI_SLOT_PROVINCE}, {"region", ZGI_SLOT_REGION},
                 {"city", ZGI_SLOT_CITY},         {"state", ZGI_SLOT_STATE},
                 {"league", ZGI_SLOT_LEAGUE},     {"area", ZGI_SLOT_AREA},
                 {"county", ZGI_SLOT_COUNTY},     {"district", ZGI_SLOT_DISTRICT},
                 {"banner", ZGI_SLOT_BANNER},     {"town", ZGI_SLOT_TOWN},
                 {"township", ZGI_SLOT_TOWNSHIP}, {"sar", ZGI_SLOT_SAR}};
    uint32_t row = head_row(rs, d);
    const char *name = row == ZGI_NONE ? "" : head_cell(rs, row, "slot");
    bool doubtful = false;
    if (strcmp(name, "country") == 0)
        return country_head(rs, d, out);
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        if (strcmp(slots[i].name, name) != 0)
            continue;
        uint32_t place = beside(rs, d, (zgi_slot)slots[i].slot);
        if (place == ZGI_NONE)
            place = zgi_rs_slot_at(rs, (zgi_slot)slots[i].slot, d->title.begin, &doubtful);
        if (place == ZGI_NONE)
            return true;
        set_text(out, zgi_rs_place_name(rs, place));
        out->where = out->text;
        out->place = place;
        out->kinds = ZGI_K_REGION;
        out->doubtful = doubtful;
        return out->text != NULL;
    }
    return true;
}

static bool can_host(const zgi_full *f, const zgi_draft *d)
{
    uint32_t kinds = f->kinds & d->title_bits & ZGI_K_ALL & ~(uint32_t)ZGI_K_REGION;
    return f->text != NULL && !f->open && kinds != 0;
}

/* A title without organisation takes the nearest before it in its sentence that can have it. */
static void from_chain(zgi_rs *rs, uint32_t k, zgi_full *out)
{
    const zgi_draft *items = rs->in->drafts->items, *d = &items[rs->draft_order[k]];
    for (uint32_t n = 1; n <= CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        if (items[j].sentence != d->sentence)
            return;
        if (can_host(&rs->draft_full[j], d)) {
            *out = rs->draft_full[j];
            rs->draft_by[rs->draft_order[k]] = ZGI_BY_SHARED;
            return;
        }
    }
}

/* The longest organisation of the document that this one begins with: its parent, when the next
 * unit of a list belongs beside it (宣传部研究室, 城市文明创建处). */
static uint32_t stem(const zgi_rs *rs, const zgi_full *of)
{
    uint32_t best = ZGI_NONE;
    size_t best_len = 0, whole = strlen(of->text);
    for (uint32_t i = 0; i < rs->fulls_ready && i < 256; i++) {
        const char *text = rs->fulls[i].text;
        size_t n = text == NULL || rs->fulls[i].open ? 0 : strlen(text);
        if (n > best_len && n < whole && memcmp(text, of->text, n) == 0 &&
            (rs->fulls[i].kinds & ZGI_K_REGION) == 0) {
            best = i;
            best_len = n;
        }
    }
    return best;
}

static bool under_previous(zgi_rs *rs, uint32_t k, zgi_full *out)
{
    const zgi_draft *items = rs->in->drafts->items, *d = &items[rs->draft_order[k]];
    for (uint32_t n = 1; n <= CHAIN && n <= k; n++) {
        uint32_t j = rs->draft_order[k - n];
        const zgi_full *f = &rs->draft_full[j];
        if (items[j].sentence != d->sentence)
            return true;
        if (f->text == NULL || f->open)
            continue;
        bool beside = (f->kinds & ZGI_K_DEPARTMENT) != 0 && (out->kinds & ZGI_K_DEPARTMENT) != 0;
        uint32_t up = beside ? stem(rs, f) : ZGI_NONE;
        return zgi_rs_org_under(rs, d->org, up == ZGI_NONE ? f : &rs->fulls[up], out);
    }
    return true;
}

/* The organisation is written. False: memory is out. */
static bool written(zgi_rs *rs, uint32_t k, zgi_full *out)
{
    const zgi_draft *d = &rs->in->drafts->items[rs->draft_order[k]];
    zgi_full parent;
    if (!zgi_rs_org_known(rs, d->org, d->org_kinds, out))
        return false;
    rs->draft_by[rs->draft_order[k]] = d->shared ? ZGI_BY_SHARED : ZGI_BY_STATED;
    if (!out->open)
        return true;
    if (zgi_rs_none(d->parent))
        return under_previous(rs, k, out);
    if (!zgi_rs_org_known(rs, d->parent, 0, &parent))
        return false;
    return zgi_rs_org_under(rs, d->org, &parent, out);
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
        bool stated = !zgi_rs_none(rs->in->drafts->items[i].org) && !f->doubtful;
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

/* 国家主席 → 中国, always; 主席 → 中国 only of one who is also 国家主席 or 总书记 here. */
static void fixed(zgi_rs *rs, uint32_t i, bool any_case)
{
    const zgi_draft *d = &rs->in->drafts->items[i];
    uint32_t row = head_row(rs, d), person = rs->draft_person[i];
    const char *name = row == ZGI_NONE ? "" : head_cell(rs, row, "fixed");
    if (name[0] == 0 || person == ZGI_NONE)
        return;
    if (strcmp(head_cell(rs, row, "when"), "national") == 0) {
        if (!any_case || !rs->people.items[person].national)
            return;
    } else if (any_case) {
        return;
    } else {
        rs->people.items[person].national = true;
    }
    set_text(&rs->draft_full[i], name);
}

/* Titles of one kind of unit only (董事长, 校长) go back to the nearest such unit. */
static void by_kind(zgi_rs *rs, uint32_t i)
{
    const uint32_t units = ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL | ZGI_K_COURT |
                           ZGI_K_PROCURATORATE | ZGI_K_MEDIA;
    const zgi_draft *d = &rs->in->drafts->items[i];
    uint32_t kinds = d->title_bits & ZGI_K_ALL & ~(uint32_t)ZGI_K_DEPARTMENT;
    if (kinds == 0 || (kinds & (kinds - 1)) != 0 || (kinds & units) == 0)
        return;
    uint32_t at = zgi_rs_antecedent(rs, d->title.begin, kinds, "");
    if (at == ZGI_NONE)
        return;
    rs->draft_full[i] = rs->fulls[at];
    rs->draft_full[i].doubtful = true;
}

/* What a person's post is called elsewhere goes before what the place in the text suggests. */
static bool from_memory(zgi_rs *rs)
{
    zgi_map fullest;
    if (!remember(rs, true, &fullest))
        return false;
    for (uint32_t i = 0; i < rs->in->drafts->count; i++) {
        zgi_full *f = &rs->draft_full[i];
        zgi_span at = rs->in->drafts->items[i].org;
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

/* Bare titles that nothing has answered yet. */
static bool last_resorts(zgi_rs *rs)
{
    zgi_map fullest;
    const zgi_draft *items = rs->in->drafts->items;
    uint32_t n = rs->in->drafts->count;
    if (!remember(rs, false, &fullest))
        return false;
    for (uint32_t i = 0; i < n; i++) {
        if (rs->draft_person[i] == ZGI_NONE || !zgi_rs_none(items[i].org) ||
            rs->draft_full[i].text != NULL)
            continue;
        uint32_t had = remembered(rs, &fullest, i);
        if (had != ZGI_NONE)
            rs->draft_full[i] = rs->draft_full[had];
        else
            fixed(rs, i, false);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (rs->draft_person[i] == ZGI_NONE || !zgi_rs_none(items[i].org) ||
            items[i].kind != ZGI_FK_POST || rs->draft_full[i].text != NULL)
            continue;
        fixed(rs, i, true);
        if (rs->draft_full[i].text == NULL)
            by_kind(rs, i);
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

zg_status zgi_rs_drafts(zgi_rs *rs)
{
    if (!put_in_order(rs))
        return ZG_E_MEMORY;
    for (uint32_t k = 0; k < rs->in->drafts->count; k++) {
        uint32_t i = rs->draft_order[k];
        const zgi_draft *d = &rs->in->drafts->items[i];
        zgi_full *f = &rs->draft_full[i];
        f->place = ZGI_NONE;
        rs->draft_by[i] = ZGI_BY_CONTEXT;
        if (d->kind != ZGI_FK_POST && zgi_rs_none(d->org))
            continue; /* 记者, 市领导: whose they are is not said */
        bool ok = zgi_rs_none(d->org) ? region_head(rs, d, f) : written(rs, k, f);
        if (!ok)
            return ZG_E_MEMORY;
        if (zgi_rs_none(d->org) && f->text == NULL)
            from_chain(rs, k, f);
    }
    return from_memory(rs) && last_resorts(rs) ? ZG_OK : ZG_E_MEMORY;
}
