/* Organisations completed with the place or parent that their document gives them.
 *
 * 市政府 → 荆州市政府 · 公司 → the company named before · 宣传部 under 市委 → 荆州市委宣传部 ·
 * 公安局 under 黄梅县政府 → 黄梅县公安局. Takes the organisations in the order of the text, so that each
 * leans only on earlier ones; what cannot be completed stays as written and is marked open.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

/* Organs of the place itself: under another organ they take its place, not its name. */
#define OF_PLACE                                                                                   \
    (ZGI_K_GOVERNMENT | ZGI_K_CONGRESS | ZGI_K_CPPCC | ZGI_K_COURT | ZGI_K_PROCURATORATE |         \
     ZGI_K_DISCIPLINE | ZGI_K_MILITARY | ZGI_K_POLICE)
/* What has its own, not its place's: the 纪委 of a company. */
#define NO_HOSTS (ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL | ZGI_K_INSTITUTE | ZGI_K_MEDIA)

static void start(zgi_rs *rs, zgi_span at, uint32_t kinds, zgi_full *out)
{
    memset(out, 0, sizeof *out);
    out->text = zgi_rs_source(rs, at);
    out->place = ZGI_NONE;
    out->kinds = kinds;
}

/* place + rest of the words; the place's own last character is not written twice. */
static bool with_place(zgi_rs *rs, uint32_t place, zgi_span rest, zgi_full *out)
{
    out->place = place;
    out->where = zgi_rs_place_name(rs, place);
    const char *tail = zgi_rs_source(rs, rest);
    if (out->where == NULL || tail == NULL)
        return false;
    out->text = zgi_rs_join(rs, out->where, tail);
    return out->text != NULL;
}

static bool from_country(zgi_rs *rs, zgi_span at, uint32_t rest, zgi_full *out)
{
    uint32_t site = zgi_rs_country_at(rs, at.begin, false);
    if (site == ZGI_NONE)
        return true;
    out->open = false;
    out->where = zgi_rs_source(rs, rs->sites[site].country);
    const char *tail = zgi_rs_source(rs, (zgi_span){rest, at.end});
    if (out->where == NULL || tail == NULL)
        return false;
    out->text = zgi_rs_join(rs, out->where, tail);
    return out->text != NULL;
}

/* How many of a list begin before `at`. */
static uint32_t how_many_before(const zgi_orgs *list, uint32_t at)
{
    uint32_t low = 0, high = list->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (list->items[mid].at.begin < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* 街道城运中心 → 甘泉路街道…: no known place is of that level, but one named before ends with the word. */
static bool from_ending(zgi_rs *rs, zgi_span at, uint32_t rest, zgi_full *out)
{
    enum { TRIES = 200, LOOK_BACK = 4000 };
    const zgi_orgs *lists[2] = {rs->in->places, rs->in->orgs};
    const char *own = zgi_rs_source(rs, (zgi_span){rest, at.end});
    out->open = true;
    if (own == NULL)
        return false;
    for (size_t k = 0; k < 2 && rest > at.begin; k++) {
        uint32_t first = how_many_before(lists[k], at.begin);
        for (uint32_t i = first, tries = 0; i-- > 0 && tries < TRIES && first - i <= LOOK_BACK;) {
            zgi_span o = lists[k]->items[i].at;
            uint32_t n = rest - at.begin;
            if (zgi_span_len(o) < n + 2)
                continue;
            tries++;
            if (!zgi_rs_same(rs->text, (zgi_span){o.end - n, o.end}, (zgi_span){at.begin, rest}))
                continue;
            const char *whole = zgi_rs_source(rs, o);
            out->text = whole == NULL ? NULL : zgi_rs_join(rs, whole, own);
            out->open = false;
            out->doubtful = true;
            return out->text != NULL;
        }
    }
    return true;
}

/* 地委 → 河池地委: the 地区 is called without its 区. */
static bool prefecture(zgi_rs *rs, zgi_span at, uint32_t rest, zgi_full *out)
{
    const char *own = zgi_rs_source(rs, (zgi_span){rest - 1, at.end});
    if (!zgi_rs_tail(out->where, "地区"))
        return true;
    const char *name =
        zgi_arena_strndup(rs->arena, out->where, strlen(out->where) - strlen("地区"));
    if (own == NULL || name == NULL)
        return false;
    out->text = zgi_rs_join(rs, name, own);
    return out->text != NULL;
}

static bool from_level(zgi_rs *rs, zgi_span at, zgi_slot slot, uint32_t rest, zgi_full *out)
{
    if (slot == ZGI_SLOT_COUNTRY)
        return from_country(rs, at, rest, out);
    uint32_t place = zgi_rs_slot_at(rs, slot, at.begin, &out->doubtful);
    out->level = true;
    if (place == ZGI_NONE)
        return from_ending(rs, at, rest, out);
    if (!with_place(rs, place, (zgi_span){rest, at.end}, out))
        return false;
    return slot != ZGI_SLOT_AREA || rest != at.begin + 1 || prefecture(rs, at, rest, out);
}

/* 民革市委会 → 民革荆州市委会: the level word stands behind the party's name. */
static bool from_branch(zgi_rs *rs, zgi_span at, uint32_t level, zgi_full *out)
{
    zgi_slot slot = ZGI_SLOT_COUNT;
    zgi_span own = {level, at.end};
    uint32_t rest = zgi_rs_level_word(rs, own, &slot);
    if (rest == ZGI_NONE)
        return true;
    uint32_t place = zgi_rs_slot_at(rs, slot, at.begin, &out->doubtful);
    out->level = true;
    const char *party = zgi_rs_source(rs, (zgi_span){at.begin, level});
    if (place == ZGI_NONE || party == NULL)
        return party != NULL;
    if (!with_place(rs, place, (zgi_span){rest, at.end}, out))
        return false;
    out->text = zgi_rs_join(rs, party, out->text);
    return out->text != NULL;
}

static bool from_reference(zgi_rs *rs, zgi_span at, uint32_t row, uint32_t next, zgi_full *out)
{
    const zgi_table *t = &rs->know->refs;
    uint32_t kinds = zgi_rs_kinds(zgi_table_cell(t, row, zgi_table_column(t, "kinds")));
    const char *ending = zgi_table_cell(t, row, zgi_table_column(t, "ending"));
    const zgi_full *whole = zgi_rs_meant(rs, at, kinds, ending);
    out->ref = true;
    out->open = whole == NULL;
    if (whole == NULL)
        return true;
    out->place = whole->place;
    out->where = whole->where;
    out->doubtful = whole->doubtful;
    out->top = whole->text;
    out->top_kinds = whole->kinds;
    if (next == at.end) {
        out->text = whole->text;
        out->top = whole->top;
        out->top_kinds = whole->top_kinds;
        out->whole = true;
        out->kinds |= whole->kinds & ZGI_K_ALL;
        return true;
    }
    const char *rest = zgi_rs_source(rs, (zgi_span){next, at.end});
    out->text = rest == NULL ? NULL : zgi_rs_join(rs, whole->text, rest);
    return out->text != NULL;
}

/* May a bare word for a unit begin here? At the head of a clause, and behind 由, 向 and the like. */
static bool clause_begins(const zgi_rs *rs, uint32_t begin, uint32_t at, bool alone)
{
    uint32_t next = 0;
    if (at == begin || rs->text->ch[at - 1] < 0x4e00)
        return true;
    return alone && zgi_rs_set_at(rs, ZGI_SET_BEFORE, at - 1, at, &next) != ZGI_NONE;
}

/* 校党委书记, 镇人大主席, 该院院长: a bare word for the unit or its level right before the title, with
 * nothing before it. *at becomes the word's place; *out what it goes back to. False: memory is
 * out. */
bool zgi_rs_org_bare(zgi_rs *rs, const zgi_draft *d, zgi_span *at, zgi_full *out)
{
    const zgi_text *t = rs->text;
    uint32_t begin = t->sentences[d->sentence].at.begin, first = d->title.begin, that = 0;
    zgi_slot slot = ZGI_SLOT_COUNT;
    uint32_t row = zgi_rs_set_end(rs, ZGI_SET_REFS, (zgi_span){begin, d->title.begin}, &first);
    bool level = first == d->title.begin, pointed = false;
    if (level)
        zgi_rs_set_end(rs, ZGI_SET_LEVELS, (zgi_span){begin, d->title.begin}, &first);
    if (!level &&
        zgi_rs_set_end(rs, ZGI_SET_PRONOUN, (zgi_span){begin, first}, &that) != ZGI_NONE) {
        first = that;
        pointed = true;
    }
    bool alone = level || row == ZGI_NONE ||
                 strcmp(zgi_table_cell(&rs->know->refs, row, 3), "no") != 0; /* not 与会 */
    if (first == d->title.begin || (!pointed && !clause_begins(rs, begin, first, alone)))
        return true;
    *at = (zgi_span){first, d->title.begin};
    start(rs, *at, 0, out);
    if (level) {
        uint32_t rest = zgi_rs_level_word(rs, *at, &slot);
        return rest == ZGI_NONE || from_level(rs, *at, slot, rest, out);
    }
    return out->text != NULL && from_reference(rs, *at, row, at->end, out);
}

/* What a fuller wording elsewhere says. */
void zgi_rs_org_take(const zgi_rs *rs, uint32_t longer, zgi_full *out)
{
    const zgi_full *f = &rs->fulls[longer];
    out->text = f->text;
    out->where = f->where;
    out->place = f->place;
    out->open = false;
}

/* 石桥镇财政所 → 永新县石桥镇财政所: a township written alone, whose county the document names. */
static bool in_county(zgi_rs *rs, const zgi_site *site, zgi_full *out)
{
    const zgi_place *places = rs->dict->places;
    if (site->place == ZGI_NONE || places[site->place].level != ZGI_L_TOWNSHIP)
        return true;
    uint32_t up = places[site->place].parent;
    uint32_t at = up == ZGI_NONE ? ZGI_NONE : zgi_map_get(&rs->node_of, up);
    if (at == ZGI_NONE || rs->nodes[at].own == 0 ||
        zgi_rs_site_ancestors(rs, site->place, site->at) > 0)
        return true;
    const char *county = zgi_rs_place_name(rs, up);
    if (county == NULL)
        return false;
    out->text = zgi_rs_join(rs, county, out->text);
    out->where = out->text == NULL ? NULL : zgi_rs_join(rs, county, out->where);
    return out->where != NULL;
}

/* The place with its level character, where that begins the organisation's own word: 海原县 of
 * 海原县委. */
static zgi_span with_level(const zgi_rs *rs, const zgi_site *site, uint32_t end)
{
    zgi_span s = site->at;
    if (site->place == ZGI_NONE || s.end >= end)
        return s;
    uint16_t type = rs->dict->places[site->place].type;
    if (rs->text->ch[s.end] == type && rs->text->ch[s.end - 1] != type)
        s.end++;
    return s;
}

/* An organisation by itself: what the text before it makes of it. False when memory is out. */
bool zgi_rs_org_full(zgi_rs *rs, zgi_span at, uint32_t kinds, zgi_full *out)
{
    const zgi_site *site = zgi_rs_site_at(rs, at.begin);
    zgi_slot slot = ZGI_SLOT_COUNT;
    uint32_t row = 0, next = 0, longer = ZGI_NONE;
    start(rs, at, kinds, out);
    if (out->text == NULL || !zgi_rs_org_head(rs, at, out))
        return false;
    if (site != NULL && site->at.end <= at.end) {
        out->place = site->place;
        zgi_span where = with_level(rs, site, at.end);
        if (site->place == ZGI_NONE && !zgi_rs_none(site->country))
            where = site->country;
        out->where = zgi_rs_source(rs, where);
        return out->where != NULL && in_county(rs, site, out);
    }
    row = zgi_table_seek(&rs->know->aliases, out->text);
    if (row != ZGI_TABLE_NONE) {
        out->text = zgi_table_cell(&rs->know->aliases, row, 1);
        return true;
    }
    if (zgi_rs_word(rs->text, at.begin, at.end, "师市", &next))
        return zgi_rs_division(rs, at, next, out);
    if (zgi_rs_refers(rs, at, &row, &next))
        return from_reference(rs, at, row, next, out);
    uint32_t rest = zgi_rs_level_word(rs, at, &slot);
    if (rest != ZGI_NONE)
        return from_level(rs, at, slot, rest, out);
    if (zgi_rs_set_at(rs, ZGI_SET_LEAGUE, at.begin, at.end, &next) != ZGI_NONE &&
        !from_branch(rs, at, next, out))
        return false;
    if (out->level)
        return true;
    out->plain = true;
    out->open = (kinds & (uint32_t)ZGI_F_PARTIAL) != 0 ||
                ((kinds & ZGI_K_DEPARTMENT) != 0 && !out->headed) ||
                zgi_rs_set_at(rs, ZGI_SET_INNER, at.begin, at.end, &next) != ZGI_NONE;
    longer = out->open || out->headed ? ZGI_NONE
                                      : zgi_rs_longer(rs, at, zgi_rs_orgs_before(rs, at.begin));
    if (longer != ZGI_NONE)
        zgi_rs_org_take(rs, longer, out);
    return true;
}

/* 委 of a place: 荆州市委, 内蒙古自治区党委, 岑河镇党委. */
static const char *committee(const zgi_rs *rs, const zgi_full *of)
{
    uint32_t level = of->place == ZGI_NONE ? ZGI_L_NONE : rs->dict->places[of->place].level;
    if (level == ZGI_L_TOWNSHIP || (of->where != NULL && zgi_rs_tail(of->where, "自治区")))
        return "党委";
    return "委";
}

/* 最高人民检察院 + 外事局: a bureau of a body of the state, whose country nobody writes. */
static bool is_bureau(const zgi_rs *rs, zgi_span at, const zgi_full *parent)
{
    bool body = zgi_rs_tail(parent->text, "院") || zgi_rs_tail(parent->text, "部") ||
                zgi_rs_tail(parent->text, "总局") || zgi_rs_tail(parent->text, "署");
    return body && (zgi_rs_ends(rs->text, at, "局", NULL) ||
                    zgi_rs_ends(rs->text, at, "司", NULL) || zgi_rs_ends(rs->text, at, "厅", NULL));
}

/* An open organisation under its parent. False when memory is out. */
bool zgi_rs_org_under(zgi_rs *rs, zgi_span at, const zgi_full *parent, zgi_full *out)
{
    const char *own = zgi_rs_source(rs, at), *base = parent->text;
    bool of_place = (out->kinds & OF_PLACE) != 0 && (out->kinds & ZGI_K_DEPARTMENT) == 0 &&
                    zgi_rs_host_kinds(rs, at) == 0;
    bool hosts = parent->where != NULL && (parent->kinds & NO_HOSTS) == 0;
    if (own == NULL || base == NULL)
        return own != NULL;
    if (of_place && !hosts && (parent->kinds & NO_HOSTS) == 0 && !is_bureau(rs, at, parent))
        return out->level ? true : from_country(rs, at, at.begin, out);
    bool unit = zgi_rs_ends(rs->text, at, "队", NULL) || zgi_rs_ends(rs->text, at, "派出所", NULL);
    if (unit && (parent->kinds & out->kinds & ZGI_K_POLICE) != 0) {
        ; /* 市公安局 + 刑侦支队 */
    } else if (of_place && !hosts && parent->place != ZGI_NONE) {
        base = zgi_rs_place_name(rs, parent->place); /* 高雄市立医院 … 卫生局: the city's */
    } else if (of_place && hosts) {
        base = parent->where;
    } else if ((out->kinds & ZGI_K_PARTY) != 0 && hosts &&
               ((parent->kinds & ZGI_K_PARTY) == 0 || (parent->kinds & ZGI_K_DEPARTMENT) != 0)) {
        base = zgi_rs_join(rs, parent->where, committee(rs, parent));
    }
    out->text = base == NULL ? NULL : zgi_rs_join(rs, base, own);
    out->place = parent->place;
    out->where = parent->where;
    out->doubtful = parent->doubtful;
    out->top = parent->top != NULL ? parent->top : parent->text;
    out->top_kinds = parent->top != NULL ? parent->top_kinds : parent->kinds;
    out->open = false;
    return out->text != NULL;
}

static bool complete(zgi_rs *rs, uint32_t i)
{
    zgi_span at = rs->in->orgs->items[i].at;
    zgi_span key = {at.end - (zgi_span_len(at) < 2 ? zgi_span_len(at) : 2), at.end};
    uint32_t hash = zgi_rs_hash(rs->text, key);
    if (!zgi_rs_org_full(rs, at, rs->in->orgs->items[i].kinds, &rs->fulls[i]))
        return false;
    rs->tail_prev[i] = zgi_map_get(&rs->tails, hash);
    zgi_map_put(&rs->tails, hash, i);
    rs->fulls_ready = i + 1;
    return true;
}

zg_status zgi_rs_orgs(zgi_rs *rs)
{
    uint32_t n = rs->in->orgs->count;
    rs->fulls = zgi_arena_zalloc(rs->arena, (size_t)n + 1, sizeof *rs->fulls);
    rs->tail_prev = zgi_arena_alloc(rs->arena, ((size_t)n + 1) * sizeof *rs->tail_prev);
    rs->fulls_ready = 0;
    if (rs->fulls == NULL || rs->tail_prev == NULL || !zgi_map_init(rs->arena, &rs->tails, n))
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i < n; i++)
        if (!complete(rs, i))
            return ZG_E_MEMORY;
    for (uint32_t i = 0; i < n; i++) { /* 我校: what the whole document tells */
        const zgi_org *o = &rs->in->orgs->items[i];
        zgi_full again;
        if (!rs->fulls[i].ref || !zgi_rs_own(rs, o->at))
            continue;
        if (!zgi_rs_org_full(rs, o->at, o->kinds, &again))
            return ZG_E_MEMORY;
        rs->fulls[i] = again;
    }
    return ZG_OK;
}

/* The organisation at exactly these characters, or one made from them. False: memory is out. */
bool zgi_rs_org_known(zgi_rs *rs, zgi_span at, uint32_t kinds, zgi_full *out)
{
    uint32_t i = zgi_rs_orgs_before(rs, at.begin);
    const zgi_orgs *orgs = rs->in->orgs;
    for (; i < orgs->count && orgs->items[i].at.begin == at.begin; i++)
        if (orgs->items[i].at.end == at.end && i < rs->fulls_ready) {
            *out = rs->fulls[i];
            out->kinds |= kinds;
            return true;
        }
    return zgi_rs_org_full(rs, at, kinds, out);
}
