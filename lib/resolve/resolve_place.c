/* The document's divisions: votes, the home place, and what answers a bare level word.
 *
 * 荆州 eleven times, 公安县, 洪湖市 once each → home 荆州市; 市委 → 荆州市, 县委 after 公安县 → 公安县.
 * Home is the lowest division that still holds most of what is named. A slot (市, 县, 区 …) is
 * answered at a point of the text by what its sentence names first, else by the home, else by the
 * nearest one named before.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

enum { DEPTH = 5 };

static uint32_t type_char(const zgi_place *p)
{
    return p->type;
}

/* The slot of a division, by its level and the last character of its name. */
zgi_slot zgi_rs_slot_of(const zgi_dict_view *dict, uint32_t place)
{
    static const struct {
        uint16_t type;
        uint8_t level, slot;
    } rows[] = {
        {0x7701, ZGI_L_PROVINCE, ZGI_SLOT_PROVINCE}, /* 省 */
        {0x533a, ZGI_L_PROVINCE, ZGI_SLOT_REGION},   /* 区 of 自治区 */
        {0x5e02, ZGI_L_PROVINCE, ZGI_SLOT_CITY},     /* 市 */
        {0x5e02, ZGI_L_PREFECTURE, ZGI_SLOT_CITY},
        {0x5dde, ZGI_L_PREFECTURE, ZGI_SLOT_STATE},  /* 州 */
        {0x76df, ZGI_L_PREFECTURE, ZGI_SLOT_LEAGUE}, /* 盟 */
        {0x533a, ZGI_L_PREFECTURE, ZGI_SLOT_AREA},   /* 区 of 地区 */
        {0x5e02, ZGI_L_COUNTY, ZGI_SLOT_CITY},
        {0x53bf, ZGI_L_COUNTY, ZGI_SLOT_COUNTY},     /* 县 */
        {0x533a, ZGI_L_COUNTY, ZGI_SLOT_DISTRICT},   /* 区 */
        {0x65d7, ZGI_L_COUNTY, ZGI_SLOT_BANNER},     /* 旗 */
        {0x9547, ZGI_L_TOWNSHIP, ZGI_SLOT_TOWN},     /* 镇 */
        {0x4e61, ZGI_L_TOWNSHIP, ZGI_SLOT_TOWNSHIP}, /* 乡 */
        {0x9053, ZGI_L_TOWNSHIP, ZGI_SLOT_STREET},   /* 道 of 街道 */
    };
    const zgi_place *p = &dict->places[place];
    if (p->level == ZGI_L_COUNTRY)
        return ZGI_SLOT_COUNTRY;
    if (p->level == ZGI_L_ZONE)
        return ZGI_SLOT_ZONE;
    if (p->code == 810000 || p->code == 820000)
        return ZGI_SLOT_SAR;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].type == type_char(p) && rows[i].level == p->level)
            return (zgi_slot)rows[i].slot;
    return ZGI_SLOT_COUNT;
}

static zgi_node *node(zgi_rs *rs, uint32_t place)
{
    uint32_t at = zgi_map_get(&rs->node_of, place);
    if (at != ZGI_NONE)
        return &rs->nodes[at];
    zgi_node *n = &rs->nodes[rs->node_count];
    memset(n, 0, sizeof *n);
    n->place = place;
    n->full = n->brief = ZGI_NO_SPAN;
    zgi_map_put(&rs->node_of, place, rs->node_count++);
    return n;
}

/* How the last place of a chain is written: 荆州 or 荆州市, 黔西南州 for the long official name. */
static zgi_span written(const zgi_rs *rs, uint32_t place, zgi_span chain, bool *full)
{
    const zgi_text *t = rs->text;
    const zgi_place *p = &rs->dict->places[place];
    const char *name = rs->dict->strings + p->name;
    uint32_t lead = 0, rest = 0, a = zgi_rs_char_at(name, &lead);
    uint32_t b = zgi_rs_char_at(name + lead, &rest);
    zgi_span out = chain;
    for (uint32_t i = chain.end; i-- > chain.begin;)
        if (t->ch[i] == a && i + 1 < chain.end && t->ch[i + 1] == b) {
            out.begin = i;
            break;
        }
    *full = t->ch[chain.end - 1] == type_char(p) && zgi_span_len(out) > 2;
    return out;
}

/* 嘉义县 in 嘉義縣水上鄉: the whole name of what the last place lies in, where the chain has it. */
static zgi_span inside(const zgi_rs *rs, uint32_t place, zgi_span chain)
{
    const char *name = rs->dict->strings + rs->dict->places[place].name;
    uint32_t end = 0, begin = zgi_rs_find(rs->text, chain, name);
    if (begin == ZGI_NONE || !zgi_rs_word(rs->text, begin, chain.end, name, &end))
        return ZGI_NO_SPAN;
    return (zgi_span){begin, end};
}

static void vote(zgi_rs *rs, const zgi_site *site)
{
    uint32_t place = site->place;
    bool full = false;
    zgi_node *own = node(rs, place);
    zgi_span at = written(rs, place, site->at, &full);
    own->own += site->weight;
    if (full && zgi_rs_none(own->full))
        own->full = at;
    if (!full && zgi_rs_none(own->brief))
        own->brief = at;
    for (uint32_t k = 0; place != ZGI_NONE && k < DEPTH; k++) {
        zgi_node *up = node(rs, place);
        up->total += site->weight;
        if (k > 0 && zgi_rs_none(up->full) && at.begin > site->at.begin)
            up->full = inside(rs, place, (zgi_span){site->at.begin, at.begin});
        place = rs->dict->places[place].parent;
    }
}

/* Written with its level character, by itself or by the organisation's: 荆州市, 荆州 in 荆州市长. A short
 * name is often something else (东风, 公安), so that it names a place only by way of the vote. */
static bool whole(const zgi_rs *rs, const zgi_site *site)
{
    const zgi_text *t = rs->text;
    uint32_t type = type_char(&rs->dict->places[site->place]);
    if (site->dateline)
        return false;
    return t->ch[site->at.end - 1] == type || (site->at.end < t->n && t->ch[site->at.end] == type);
}

static bool enter(zgi_rs *rs, uint32_t index)
{
    const zgi_site *site = &rs->sites[index];
    uint32_t place = site->place;
    zgi_entry country = {site->at.begin, index, ZGI_NONE, true};
    if (!zgi_rs_none(site->country) && !ZGI_PUSH(rs->arena, &rs->slots[ZGI_SLOT_COUNTRY], country))
        return false;
    for (uint32_t k = 0; place != ZGI_NONE && k < DEPTH; k++) {
        zgi_slot slot = zgi_rs_slot_of(rs->dict, place);
        zgi_entry e = {site->at.begin, index, place, k == 0 && whole(rs, site)};
        if (slot < ZGI_SLOT_COUNT && slot != ZGI_SLOT_COUNTRY &&
            !ZGI_PUSH(rs->arena, &rs->slots[slot], e))
            return false;
        place = rs->dict->places[place].parent;
    }
    return true;
}

/* From the province down, as long as one division below still holds most of the votes. */
static void find_home(zgi_rs *rs)
{
    uint32_t all = 0, at = ZGI_NONE, in = 0;
    for (uint32_t i = 0; i < rs->node_count; i++)
        if (rs->dict->places[rs->nodes[i].place].level == ZGI_L_PROVINCE)
            all += rs->nodes[i].total;
    in = all;
    for (uint32_t depth = 0; depth < DEPTH; depth++) {
        const zgi_node *best = NULL;
        for (uint32_t i = 0; i < rs->node_count; i++) {
            const zgi_node *n = &rs->nodes[i];
            const zgi_place *p = &rs->dict->places[n->place];
            bool below = at == ZGI_NONE ? p->level == ZGI_L_PROVINCE : p->parent == at;
            if (below && p->level != ZGI_L_ZONE && (best == NULL || n->total > best->total))
                best = n;
        }
        /* From one 市 to another below it only when hardly anything else is named. */
        bool city = at != ZGI_NONE && best != NULL &&
                    zgi_rs_slot_of(rs->dict, at) == ZGI_SLOT_CITY &&
                    zgi_rs_slot_of(rs->dict, best->place) == ZGI_SLOT_CITY;
        if (best == NULL || best->total * 5 < in * (city ? 4u : 3u))
            break;
        at = best->place;
        in = best->total;
    }
    rs->home = at;
    rs->home_votes = at == ZGI_NONE ? 0 : in;
    for (uint32_t k = 0; at != ZGI_NONE && k < DEPTH; k++) {
        zgi_slot slot = zgi_rs_slot_of(rs->dict, at);
        if (slot < ZGI_SLOT_COUNT && rs->home_slot[slot] == ZGI_NONE)
            rs->home_slot[slot] = at;
        at = rs->dict->places[at].parent;
    }
}

/* The levels that bare words of the document ask for: 区委, 区长. */
static void what_is_asked(const zgi_rs *rs, bool asked[])
{
    zgi_slot slot = ZGI_SLOT_COUNT;
    for (uint32_t i = 0; i < rs->in->orgs->count; i++)
        if (zgi_rs_none(rs->in->orgs->items[i].place) &&
            zgi_rs_level_word(rs, rs->in->orgs->items[i].at, &slot) != ZGI_NONE)
            asked[slot] = true;
    for (uint32_t i = 0; i < rs->in->drafts->count; i++)
        if (zgi_rs_none(rs->in->drafts->items[i].org))
            asked[zgi_rs_head_slot(rs, &rs->in->drafts->items[i])] = true;
    asked[ZGI_SLOT_COUNT] = false;
}

/* 中方 is a county and a common word: a county's short name counts only where the document spells the
 * county out, names what it lies in, or asks for a place of its level. False: memory is out. */
static bool drop_weak(zgi_rs *rs)
{
    const zgi_place *places = rs->dict->places;
    zgi_map sure;
    bool asked[ZGI_SLOT_COUNT + 1] = {false};
    what_is_asked(rs, asked);
    if (!zgi_map_init(rs->arena, &sure, rs->site_count))
        return false;
    for (uint32_t i = 0; i < rs->site_count; i++) {
        uint32_t p = rs->sites[i].place;
        if (p != ZGI_NONE && (places[p].level < ZGI_L_COUNTY || whole(rs, &rs->sites[i])))
            zgi_map_put(&sure, p, 1);
    }
    for (uint32_t i = 0; i < rs->site_count; i++) {
        uint32_t p = rs->sites[i].place;
        if (p == ZGI_NONE || places[p].level < ZGI_L_COUNTY)
            continue;
        bool known = asked[zgi_rs_slot_of(rs->dict, p)];
        for (uint32_t up = p, k = 0; up != ZGI_NONE && k < DEPTH && !known; k++) {
            known = zgi_map_get(&sure, up) != ZGI_NONE;
            up = places[up].parent;
        }
        if (!known)
            rs->sites[i].place = ZGI_NONE;
    }
    return true;
}

zg_status zgi_rs_places(zgi_rs *rs)
{
    uint32_t most = rs->site_count * DEPTH + 1;
    rs->nodes = zgi_arena_alloc(rs->arena, (size_t)most * sizeof *rs->nodes);
    if (rs->nodes == NULL || !zgi_map_init(rs->arena, &rs->node_of, most))
        return ZG_E_MEMORY;
    rs->home = ZGI_NONE;
    for (uint32_t s = 0; s < ZGI_SLOT_COUNT; s++)
        rs->home_slot[s] = ZGI_NONE;
    if (!drop_weak(rs))
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i < rs->site_count; i++) {
        if (rs->sites[i].place != ZGI_NONE)
            vote(rs, &rs->sites[i]);
        if (!enter(rs, i))
            return ZG_E_MEMORY;
    }
    find_home(rs);
    return ZG_OK;
}

/* Entries of the slot that begin before `at`. */
static uint32_t before(const zgi_entries *entries, uint32_t at)
{
    uint32_t low = 0, high = entries->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (entries->items[mid].at < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Does `place` lie in `in`? */
static bool lies_in(const zgi_rs *rs, uint32_t place, uint32_t in)
{
    for (uint32_t k = 0; place != ZGI_NONE && place != in && k < DEPTH; k++)
        place = rs->dict->places[place].parent;
    return place == in;
}

/* Does the document write the whole name of its home? 三门峡日报 alone does not say that 市委 is of
 * 三门峡市. */
static bool is_firm(const zgi_rs *rs, uint32_t home)
{
    uint32_t at = home == ZGI_NONE ? ZGI_NONE : zgi_map_get(&rs->node_of, home);
    return at != ZGI_NONE && !zgi_rs_none(rs->nodes[at].full);
}

/* 荆州市和宜昌市签约。市长…: two of a kind side by side; either may be meant. */
static bool is_joined(const zgi_rs *rs, const zgi_entries *e, uint32_t i)
{
    uint32_t next = 0;
    if (i == 0 || !e->items[i].stated || !e->items[i - 1].stated ||
        e->items[i].place == e->items[i - 1].place)
        return false;
    uint32_t from = rs->sites[e->items[i - 1].site].at.end;
    uint32_t to = rs->sites[e->items[i].site].at.begin;
    if (to != from + 1)
        return false;
    return rs->text->ch[from] == 0x3001 || /* 、 */
           (zgi_rs_set_at(rs, ZGI_SET_JOINT, from, to, &next) != ZGI_NONE && next == to);
}

/* The division that a level word at `at` means; ZGI_NONE when the text does not tell. */
uint32_t zgi_rs_slot_at(zgi_rs *rs, zgi_slot slot, uint32_t at, bool *doubtful)
{
    enum { LOOK_BACK = 64 }; /* places: further back than a page nothing is meant any more */
    const uint32_t unsure = ZGI_NONE - 1;
    const zgi_entries *e = &rs->slots[slot];
    uint32_t n = before(e, at), sentence = zgi_rs_sentence(rs->text, at);
    uint32_t line = rs->text->sentence_count ? rs->text->sentences[sentence].line : 0;
    uint32_t near = ZGI_NONE, implied = ZGI_NONE, home = rs->home_slot[slot];
    bool firm = is_firm(rs, home);
    *doubtful = false;
    for (uint32_t i = n; i-- > 0 && n - i <= LOOK_BACK;) {
        const zgi_site *site = &rs->sites[e->items[i].site];
        if (site->sentence == sentence && e->items[i].stated)
            return e->items[i].place;
        if (site->sentence == sentence && implied == ZGI_NONE)
            implied = e->items[i].place;
        if (near == ZGI_NONE && e->items[i].stated &&
            (rs->text->sentences[site->sentence].line == line || !firm))
            near = is_joined(rs, e, i) && home == ZGI_NONE ? unsure : e->items[i].place;
    }
    if (near == ZGI_NONE)
        rs->framed[slot] = true; /* the first 市 of the document is nobody's but its home's */
    if (home != ZGI_NONE && !firm && !rs->framed[slot] && near != ZGI_NONE &&
        lies_in(rs, near, home))
        return near;
    if (implied != ZGI_NONE && (home == ZGI_NONE || implied == home))
        return implied;
    if (home != ZGI_NONE)
        return home;
    *doubtful = near == ZGI_NONE || near == unsure;
    if (near != ZGI_NONE)
        return near == unsure ? ZGI_NONE : near;
    return e->count > 0 && n == 0 ? e->items[0].place : n > 0 ? e->items[n - 1].place : ZGI_NONE;
}

/* 中国, 我国, 中华人民共和国 */
static bool at_home(const zgi_rs *rs, const zgi_site *site)
{
    zgi_span at = zgi_rs_none(site->country) ? site->at : site->country;
    return zgi_rs_word(rs->text, at.begin, at.end, "中", NULL) ||
           zgi_rs_word(rs->text, at.begin, at.end, "我国", NULL);
}

/* The site of the country that 总统 or 政府 at this point means: the nearest before it in its
 * paragraph; `abroad`: that is not 中国, which has no 总统. */
uint32_t zgi_rs_country_at(const zgi_rs *rs, uint32_t at, bool abroad)
{
    enum { LOOK_BACK = 8 };
    const zgi_entries *e = &rs->slots[ZGI_SLOT_COUNTRY];
    const zgi_sentence *s = rs->text->sentences;
    uint32_t n = before(e, at), line = s[zgi_rs_sentence(rs->text, at)].line;
    for (uint32_t i = n; i-- > 0 && n - i <= LOOK_BACK;) {
        const zgi_site *site = &rs->sites[e->items[i].site];
        if (s[site->sentence].line != line)
            return ZGI_NONE;
        if (!abroad || !at_home(rs, site))
            return e->items[i].site;
    }
    return ZGI_NONE;
}

/* The one other country that the document names; ZGI_NONE when it names several or none. */
uint32_t zgi_rs_other_country(const zgi_rs *rs)
{
    const zgi_entries *e = &rs->slots[ZGI_SLOT_COUNTRY];
    uint32_t found = ZGI_NONE;
    enum { FIRST = 256 };
    for (uint32_t i = 0; i < e->count && i < FIRST; i++) {
        const zgi_site *site = &rs->sites[e->items[i].site];
        if (at_home(rs, site))
            continue;
        if (found != ZGI_NONE && !zgi_rs_same(rs->text, rs->sites[found].country, site->country))
            return ZGI_NONE;
        found = found == ZGI_NONE ? e->items[i].site : found;
    }
    return found;
}

/* `place` or what it lies in, at the level of the slot; ZGI_NONE when there is none. */
uint32_t zgi_rs_ancestor(const zgi_rs *rs, uint32_t place, zgi_slot slot)
{
    for (uint32_t k = 0; place != ZGI_NONE && k < DEPTH; k++) {
        if (zgi_rs_slot_of(rs->dict, place) == slot)
            return place;
        place = rs->dict->places[place].parent;
    }
    return ZGI_NONE;
}
