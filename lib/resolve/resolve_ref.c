/* References: what 公司, 该局, 学校, 市委 go back to.
 *
 * Takes the beginning of an organisation as written and the tables `refs` and `levels`; tells
 * whether it begins with a reference, and finds the organisation meant: the nearest one before of
 * the kind, first among those that end with the very word (公司 → …股份有限公司).
 */
#include "resolve/resolve_inner.h"

#include <string.h>

enum { LOOK_BACK = 200 }; /* organisations: about two pages of dense prose */

/* "company,school" → bits. */
uint32_t zgi_rs_kinds(const char *names)
{
    static const struct {
        const char *name;
        uint32_t bit;
    } kinds[] = {
#define ZGI_X(id, name, bit) {name, ZGI_K_##id},
        ZGI_KINDS(ZGI_X)
#undef ZGI_X
    };
    uint32_t bits = 0;
    while (*names != 0) {
        size_t n = strcspn(names, ",");
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (strlen(kinds[i].name) == n && memcmp(kinds[i].name, names, n) == 0)
                bits |= kinds[i].bit;
        names += n + (names[n] == ',');
    }
    return bits;
}

/* Where the words after 该, 本, 我 begin. */
static uint32_t pronoun(const zgi_rs *rs, zgi_span at)
{
    uint32_t next = at.begin;
    zgi_rs_set_at(rs, ZGI_SET_PRONOUN, at.begin, at.end, &next);
    return next;
}

/* Does the organisation begin with a reference (该公司, 公司业务部)? *next: what follows it. */
bool zgi_rs_refers(const zgi_rs *rs, zgi_span at, uint32_t *row, uint32_t *next)
{
    zgi_span rest = {pronoun(rs, at), at.end};
    bool pointed = rest.begin > at.begin;
    *row = zgi_rs_set_at(rs, ZGI_SET_REFS, rest.begin, rest.end, next);
    if (*row == ZGI_NONE)
        return false;
    const char *alone =
        zgi_table_cell(&rs->know->refs, *row, zgi_table_column(&rs->know->refs, "alone"));
    if (pointed)
        return true;
    /* A bare word refers when it is all there is, or may head a longer name: 公司业务部; a short one
     * before a unit that all have: 局办公室, 集团办公室. */
    uint32_t end = 0;
    bool office = *next <= rest.begin + 2 &&
                  zgi_rs_set_at(rs, ZGI_SET_OFFICE, *next, rest.end, &end) != ZGI_NONE;
    return office || strcmp(alone, "yes") == 0 || (strcmp(alone, "whole") == 0 && *next == at.end);
}

/* The slot of that name in a table, ZGI_SLOT_COUNT when none. */
zgi_slot zgi_rs_slot_named(const char *name)
{
    static const char *const names[ZGI_SLOT_COUNT] = {
        "country",  "province", "region", "city",     "state",  "league", "area", "county",
        "district", "banner",   "town",   "township", "street", "zone",   "sar"};
    uint32_t i = 0;
    while (i < ZGI_SLOT_COUNT && strcmp(names[i], name) != 0)
        i++;
    return (zgi_slot)i;
}

/* Is it a level word and nothing more? */
bool zgi_rs_is_level(const zgi_rs *rs, zgi_span at)
{
    uint32_t next = 0;
    return zgi_rs_set_at(rs, ZGI_SET_LEVELS, at.begin, at.end, &next) != ZGI_NONE && next == at.end;
}

/* Does it begin with a bare level word? Gives where the rest begins, ZGI_NONE when it does not. */
uint32_t zgi_rs_level_word(const zgi_rs *rs, zgi_span at, zgi_slot *slot)
{
    zgi_span rest = {pronoun(rs, at), at.end};
    uint32_t next = 0, row = 0;
    if (zgi_rs_set_at(rs, ZGI_SET_LEVEL_WORDS, rest.begin, rest.end, &next) != ZGI_NONE)
        return ZGI_NONE;
    row = zgi_rs_set_at(rs, ZGI_SET_LEVELS, rest.begin, rest.end, &next);
    if (row == ZGI_NONE)
        return ZGI_NONE;
    const char *name =
        zgi_table_cell(&rs->know->levels, row, zgi_table_column(&rs->know->levels, "slot"));
    const char *keep =
        zgi_table_cell(&rs->know->levels, row, zgi_table_column(&rs->know->levels, "keep"));
    *slot = zgi_rs_slot_named(name);
    if (*slot == ZGI_SLOT_COUNT)
        return ZGI_NONE;
    return strcmp(keep, "yes") == 0 ? rest.begin : next;
}

uint32_t zgi_rs_orgs_before(const zgi_rs *rs, uint32_t at)
{
    uint32_t low = 0, high = rs->fulls_ready;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (rs->in->orgs->items[mid].at.begin < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* 云岭 → 江城云岭药业股份有限公司: the longest name of a company that has this one inside. */
static uint32_t whole_name(const zgi_rs *rs, uint32_t of, uint32_t n)
{
    uint32_t best = of;
    for (uint32_t i = n; i-- > 0 && n - i <= LOOK_BACK;) {
        const zgi_full *f = &rs->fulls[i];
        if ((f->kinds & ZGI_K_COMPANY) != 0 && !f->open && !f->ref && f->text != NULL &&
            strlen(f->text) > strlen(rs->fulls[best].text) && zgi_rs_tail(f->text, "公司") &&
            strstr(f->text, rs->fulls[of].text) != NULL)
            best = i;
    }
    return best;
}

/* Is it a word of the language, 医药 and not 宏远? */
static bool is_word(const zgi_rs *rs, zgi_span at)
{
    uint32_t state = ZGI_TRIE_ROOT;
    for (uint32_t i = at.begin; i < at.end && state != 0; i++)
        state = zgi_trie_step(rs->dict, state, rs->text->code[i]);
    uint32_t value = state == 0 ? 0 : zgi_trie_value(rs->dict, state);
    const zgi_sense *s = value == 0 ? NULL : rs->dict->senses + value - 1;
    while (s != NULL && s->cls > ZGI_C_ADJ)
        s = s->last ? NULL : s + 1;
    return s != NULL;
}

/* 上市公司, 医药公司, 合开公司: a word and what it is, no name. */
static bool nameless(const zgi_rs *rs, uint32_t i)
{
    zgi_span at = rs->in->orgs->items[i].at;
    uint32_t begin = 0;
    if (zgi_table_seek(&rs->know->no_names, rs->fulls[i].text) != ZGI_TABLE_NONE)
        return true;
    if (rs->fulls[i].headed || zgi_rs_set_end(rs, ZGI_SET_COMPANY, at, &begin) == ZGI_NONE)
        return false;
    bool named = zgi_rs_word(rs->text, begin, at.end, "集团", NULL) && begin == at.begin + 2 &&
                 !is_word(rs, (zgi_span){at.begin, begin}); /* 宏远集团 */
    return !named && begin - at.begin <= 2;
}

/* The nearest organisation before `at` of one of the kinds: with the ending if there is one. */
static uint32_t nearest(const zgi_rs *rs, uint32_t at, uint32_t kinds, const char *ending)
{
    uint32_t n = zgi_rs_orgs_before(rs, at), any = ZGI_NONE;
    for (uint32_t i = n; i-- > 0 && n - i <= LOOK_BACK;) {
        const zgi_full *f = &rs->fulls[i];
        if (f->text == NULL || f->ref || f->open || (f->kinds & kinds) == 0 || nameless(rs, i))
            continue;
        if (f->kinds & (ZGI_K_DEPARTMENT | (uint32_t)ZGI_F_PARTIAL) & ~kinds)
            continue;
        if (kinds == ZGI_K_SCHOOL && zgi_rs_tail_of(rs, f->text, "系"))
            continue; /* 校长 is of no 生物系 */
        if (zgi_rs_ends(rs->text, rs->in->orgs->items[i].at, ending, NULL))
            return i;
        uint32_t begin = 0;
        bool firm =
            f->headed || kinds != ZGI_K_COMPANY ||
            zgi_rs_set_end(rs, ZGI_SET_COMPANY, rs->in->orgs->items[i].at, &begin) != ZGI_NONE;
        if (any == ZGI_NONE && firm)
            any = i;
    }
    return any;
}

/* What a word of these kinds goes back to. In an announcement (公告) it is the listed company. */
uint32_t zgi_rs_antecedent(const zgi_rs *rs, uint32_t at, uint32_t kinds, const char *ending)
{
    uint32_t i = ZGI_NONE;
    if (kinds == ZGI_K_COMPANY) {
        zgi_span s = rs->text->sentences[zgi_rs_sentence(rs->text, at)].at;
        if (zgi_rs_find(rs->text, s, "公告") != ZGI_NONE)
            i = nearest(rs, at, kinds, "股份有限公司");
        if (i != ZGI_NONE && !zgi_rs_tail(rs->fulls[i].text, "股份有限公司"))
            i = ZGI_NONE;
    }
    if (i == ZGI_NONE)
        i = nearest(rs, at, kinds, ending);
    if (i != ZGI_NONE && (rs->fulls[i].kinds & ZGI_K_COMPANY) != 0)
        i = whole_name(rs, i, zgi_rs_orgs_before(rs, at));
    return i;
}

/* An earlier organisation that ends with this one's words and says more: 青山县志愿者协会 for
 * 志愿者协会. ZGI_NONE when none, or when two differ. */
uint32_t zgi_rs_longer(const zgi_rs *rs, zgi_span at, uint32_t before)
{
    enum { TRIES = 32, SHORTEST = 2 }; /* 局 alone could be the tail of anything */
    if (zgi_span_len(at) < SHORTEST)
        return ZGI_NONE;
    zgi_span key = {at.end - (zgi_span_len(at) < 2 ? zgi_span_len(at) : 2), at.end};
    uint32_t i = zgi_map_get(&rs->tails, zgi_rs_hash(rs->text, key)), found = ZGI_NONE;
    for (uint32_t tries = 0; i != ZGI_NONE && tries < TRIES; i = rs->tail_prev[i], tries++) {
        zgi_span o = rs->in->orgs->items[i].at;
        zgi_span tail = {o.end - zgi_span_len(at), o.end};
        if (i >= before || rs->fulls[i].open || rs->fulls[i].ref ||
            zgi_span_len(o) <= zgi_span_len(at) || !zgi_rs_same(rs->text, tail, at))
            continue;
        if (found != ZGI_NONE && strcmp(rs->fulls[found].text, rs->fulls[i].text) != 0 &&
            !zgi_rs_tail(rs->fulls[found].text, rs->fulls[i].text))
            return ZGI_NONE;
        if (found == ZGI_NONE || strlen(rs->fulls[i].text) > strlen(rs->fulls[found].text))
            found = i;
    }
    return found;
}

/* 师市 → 第五师双河市: a division of the 兵团 and its city, written side by side before or after. */
bool zgi_rs_division(zgi_rs *rs, zgi_span at, uint32_t rest, zgi_full *out)
{
    enum { MOST = 6 }; /* characters of 第十四师, of 图木舒克市 */
    const uint16_t *ch = rs->text->ch;
    const char *own = zgi_rs_source(rs, (zgi_span){rest, at.end});
    out->level = out->open = true;
    for (uint32_t i = 0; i < rs->in->orgs->count && i < LOOK_BACK; i++) {
        zgi_span o = rs->in->orgs->items[i].at;
        uint32_t end = o.begin; /* behind 第五师 */
        while (end < o.end && end < o.begin + MOST && (end == o.begin || ch[end - 1] != 0x5e08))
            end++;
        uint32_t city = end + 2;
        while (city < rs->text->n && city < end + MOST && ch[city - 1] != 0x5e02) /* 市 */
            city++;
        if (ch[o.begin] != 0x7b2c || ch[end - 1] != 0x5e08 || city > rs->text->n ||
            ch[city - 1] != 0x5e02)
            continue;
        const zgi_site *site = zgi_rs_site_at(rs, end);
        out->where = zgi_rs_source(rs, (zgi_span){o.begin, city});
        out->place = site == NULL ? ZGI_NONE : site->place;
        out->open = false;
        out->text = own == NULL || out->where == NULL ? NULL : zgi_rs_join(rs, out->where, own);
        return out->text != NULL;
    }
    return own != NULL;
}
