/* Places as the document writes them, and which division each one means.
 *
 * Takes the places that stand alone and those at the head of organisations; gives one list in the
 * order of the text. A name that several divisions bear (东升镇, 朝阳区) is decided by what is
 * written with it (石首市东升镇), then by what else the document names, then by rank (荆州 is the
 * city before it is its district); what stays open stays unknown.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

#define TAIWAN    710000 /* codes of Taiwan, Hong Kong and Macau begin here */
#define ANCESTORS 4      /* country, province, prefecture, county: more there are not */

/* How often a place counts in the vote. A heading is written to say what a report is about. */
enum { VOTE = 2, VOTE_FULL = 3, VOTE_HEADLINE = 6 }; /* the first sentences count twice */

/* Is `place` named in `in`, by the first two characters of its name? */
static bool named_in(const zgi_rs *rs, uint32_t place, zgi_span in)
{
    const char *name = rs->dict->strings + rs->dict->places[place].name;
    uint32_t n1 = 0, n2 = 0;
    uint32_t a = zgi_rs_char_at(name, &n1), b = zgi_rs_char_at(name + n1, &n2);
    for (uint32_t i = in.begin; i + 1 < in.end; i++)
        if (rs->text->ch[i] == a && rs->text->ch[i + 1] == b)
            return true;
    return false;
}

/* Ancestors of `place` that are written before it in its chain. */
uint32_t zgi_rs_site_ancestors(const zgi_rs *rs, uint32_t place, zgi_span at)
{
    uint32_t score = 0, up = rs->dict->places[place].parent;
    for (uint32_t i = 0; up != ZGI_NONE && i < ANCESTORS; i++, up = rs->dict->places[up].parent)
        if (zgi_span_len(at) > 3 && named_in(rs, up, at))
            score++;
    return score;
}

/* 連江 for 连江: written in the characters of Taiwan, Hong Kong and Macau. */
static bool is_traditional(const zgi_text *t, zgi_span at)
{
    for (uint32_t i = at.begin; i < at.end; i++) {
        uint32_t bytes = 0;
        if (t->ch[i] >= 0x4e00 &&
            zgi_rs_char_at((const char *)t->src + t->off[i], &bytes) != t->ch[i])
            return true;
    }
    return false;
}

/* Keep the candidates that agree best with the chain, those in force before abolished ones, and
 * what is written in traditional characters where these are in use. */
static bool filter(zgi_rs *rs, zgi_site *site, uint32_t data)
{
    const uint32_t *list = rs->dict->place_lists + data + 1;
    uint32_t count = rs->dict->place_lists[data], best = 0, kept = 0;
    uint32_t *out = zgi_arena_alloc(rs->arena, (size_t)(count ? count : 1) * sizeof *out);
    if (out == NULL)
        return false;
    /* 临夏 in 临夏县委: the character after the name says which. */
    uint16_t after = site->at.end < rs->text->n ? rs->text->ch[site->at.end] : 0;
    bool overseas = count > 1 && is_traditional(rs->text, site->at);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t score = 2 * zgi_rs_site_ancestors(rs, list[i], site->at) +
                         (rs->dict->places[list[i]].former ? 0u : 1u) +
                         (overseas && rs->dict->places[list[i]].code >= TAIWAN ? 1u : 0u) +
                         (rs->dict->places[list[i]].type == after ? 16u : 0u);
        if (score > best || kept == 0) {
            best = score;
            kept = 0;
        }
        if (score == best)
            out[kept++] = list[i];
    }
    site->candidates = out;
    site->candidate_count = kept;
    site->place = kept == 1 ? out[0] : ZGI_NONE;
    return true;
}

/* 本报北京4月15日讯, 新华社北京12月3日电: the place after the agency, before the date. */
static bool is_dateline(const zgi_rs *rs, const zgi_sentence *s, zgi_span at)
{
    const zgi_text *t = rs->text;
    uint32_t next = 0;
    if (at.begin - s->at.begin > 8)
        return false;
    return zgi_rs_set_at(rs, ZGI_SET_AGENCY, s->at.begin, at.end, &next) != ZGI_NONE &&
           next <= at.begin && at.end < t->n && t->ch[at.end] >= '0' && t->ch[at.end] <= '9';
}

static uint32_t weigh(const zgi_rs *rs, const zgi_site *site)
{
    const zgi_sentence *s = &rs->text->sentences[site->sentence];
    if (site->dateline)
        return 1;
    if (site->place != ZGI_NONE && rs->dict->places[site->place].former)
        return 1; /* an abolished name is mostly something else: 拟任县… */
    if (s->zone == ZGI_Z_HEADLINE)
        return VOTE_HEADLINE;
    uint32_t vote = zgi_span_len(site->at) >= 3 ? VOTE_FULL : VOTE;
    return site->sentence < 3 ? 2 * vote : vote;
}

/* The country that a place begins with: the longest one in the table. */
static zgi_span country(const zgi_rs *rs, zgi_span at)
{
    uint32_t end;
    if (zgi_rs_set_at(rs, ZGI_SET_COUNTRIES, at.begin, at.end, &end) == ZGI_TABLE_NONE)
        return ZGI_NO_SPAN;
    return (zgi_span){at.begin, end};
}

static bool has_type(const zgi_rs *rs, uint32_t data, uint16_t type)
{
    const uint32_t *list = rs->dict->place_lists + data;
    for (uint32_t i = 1; i <= list[0]; i++)
        if (rs->dict->places[list[i]].type == type &&
            rs->dict->places[list[i]].level <= ZGI_L_COUNTY)
            return true;
    return false;
}

/* The longest place of the lexicon at the head of `in`; with `typed`, one whose level character
 * follows it. Its end in *end; data of its candidates, ZGI_NONE when none. */
static uint32_t first_place(const zgi_rs *rs, zgi_span in, bool typed, uint32_t *end)
{
    uint32_t state = ZGI_TRIE_ROOT, data = ZGI_NONE;
    for (uint32_t i = in.begin; i < in.end && state != 0; i++) {
        state = zgi_trie_step(rs->dict, state, rs->text->code[i]);
        if (state == 0 || zgi_trie_value(rs->dict, state) == 0)
            continue;
        uint16_t after = i + 1 < in.end ? rs->text->ch[i + 1] : 0;
        for (const zgi_sense *s = rs->dict->senses + zgi_trie_value(rs->dict, state) - 1;; s++) {
            if (s->cls == ZGI_C_PLACE && rs->dict->place_lists[s->data] != 0 &&
                (!typed || has_type(rs, s->data, after))) {
                data = s->data;
                *end = i + 1;
            }
            if (s->last)
                break;
        }
    }
    return data;
}

/* A township is named with its 镇, 乡, 街道; a short word for one is more often something else. */
static bool spelled(const zgi_rs *rs, const zgi_site *site)
{
    const zgi_text *t = rs->text;
    bool town = true, whole = false;
    for (uint32_t i = 0; i < site->candidate_count; i++) {
        const zgi_place *p = &rs->dict->places[site->candidates[i]];
        town = town && p->level == ZGI_L_TOWNSHIP;
        whole = whole || p->type == t->ch[site->at.end - 1] ||
                (site->at.end < t->n && p->type == t->ch[site->at.end]);
    }
    return !town || whole;
}

/* 柞水县凤凰镇 | 双河 of 双河村: a last place that lies in none of those before it is no place but the
 * head of a name. False: memory is out. */
static bool drop_stray(zgi_rs *rs, zgi_site *site)
{
    uint32_t from = site->at.begin, end = from, last = from, data = ZGI_NONE, found;
    for (uint32_t i = 0; i < site->candidate_count; i++)
        if (zgi_rs_site_ancestors(rs, site->candidates[i], site->at) > 0)
            return true;
    while ((found = first_place(rs, (zgi_span){from, site->at.end}, false, &end)) != ZGI_NONE &&
           end < site->at.end) {
        data = found;
        from = last = end;
    }
    if (data == ZGI_NONE || found == ZGI_NONE)
        return true;
    site->at.end = last;
    return filter(rs, site, data);
}

static bool add_site(zgi_rs *rs, const zgi_org *org, bool in_org, uint32_t *sentence)
{
    const zgi_text *t = rs->text;
    zgi_site *site = &rs->sites[rs->site_count];
    zgi_span at = org->place;
    uint32_t end = 0, data = ZGI_NONE;
    if (zgi_rs_none(at) && !in_org)
        at = org->at;
    else if (zgi_rs_none(at) && (data = first_place(rs, org->at, true, &end)) != ZGI_NONE)
        at = (zgi_span){org->at.begin, end}; /* 公安 in 公安县委, cut as a common word */
    if (zgi_rs_none(at) || at.begin >= at.end || zgi_rs_is_level(rs, at))
        return true; /* 街道, 自治区: no name */
    if (in_org && (org->kinds & ZGI_K_VILLAGE) != 0 && at.begin == org->at.begin &&
        zgi_span_len(at) == 2 && org->at.end - at.end <= 2)
        return true; /* 江汉社区 is no part of 江汉区 by its name */
    zgi_span land = country(rs, at);
    bool known = org->place_data < rs->dict->place_list_count;
    if (!known && data == ZGI_NONE && zgi_rs_none(land))
        return true;
    while (*sentence + 1 < t->sentence_count && t->sentences[*sentence + 1].at.begin <= at.begin)
        ++*sentence;
    memset(site, 0, sizeof *site);
    site->at = at;
    site->in_org = in_org;
    site->sentence = *sentence;
    site->country = land;
    site->place = ZGI_NONE;
    if (data == ZGI_NONE)
        data = known && rs->dict->place_lists[org->place_data] != 0
                   ? org->place_data
                   : first_place(rs, at, false, &end); /* 乐山高新: the zone's city */
    if (data != ZGI_NONE && (!filter(rs, site, data) || (in_org && !drop_stray(rs, site))))
        return false;
    if (site->candidate_count > 0 && !spelled(rs, site)) { /* 金茂 of 宏远金茂 is no township */
        data = first_place(rs, (zgi_span){at.begin, at.end - 1}, false, &end);
        site->candidate_count = 0;
        site->place = ZGI_NONE;
        if (data != ZGI_NONE && !filter(rs, site, data))
            return false;
    }
    site->dateline = !in_org && is_dateline(rs, &t->sentences[*sentence], at);
    site->weight = weigh(rs, site);
    rs->site_count++;
    return true;
}

/* Votes of the places that are certain, and half as many for what they lie in. */
static bool support(const zgi_rs *rs, zgi_map *votes)
{
    if (!zgi_map_init(rs->arena, votes, rs->site_count * (ANCESTORS + 1)))
        return false;
    for (uint32_t i = 0; i < rs->site_count; i++) {
        uint32_t place = rs->sites[i].place;
        for (uint32_t k = 0; place != ZGI_NONE && k <= ANCESTORS; k++) {
            uint32_t had = zgi_map_get(votes, place);
            zgi_map_put(votes, place, (had == ZGI_NONE ? 0 : had) + rs->sites[i].weight);
            place = rs->dict->places[place].parent;
        }
    }
    return true;
}

static uint32_t votes_for(const zgi_rs *rs, const zgi_map *votes, uint32_t place)
{
    uint32_t sum = 0, had = zgi_map_get(votes, place);
    if (had != ZGI_NONE)
        sum = 2 * had;
    /* The nearer the ancestor the more it says: a county of the document's city. */
    place = rs->dict->places[place].parent;
    for (uint32_t k = 0; place != ZGI_NONE && k < ANCESTORS; k++) {
        had = zgi_map_get(votes, place);
        if (had != ZGI_NONE && rs->dict->places[place].level > ZGI_L_COUNTRY)
            sum += had * rs->dict->places[place].level;
        place = rs->dict->places[place].parent;
    }
    return sum;
}

/* The candidate with the most support; without any, the one that alone is highest. */
static void decide(const zgi_rs *rs, const zgi_map *votes, zgi_site *site)
{
    uint32_t best = 0, top = UINT32_MAX, by_votes = ZGI_NONE, by_level = ZGI_NONE;
    bool tie = false, level_tie = false;
    for (uint32_t i = 0; i < site->candidate_count; i++) {
        uint32_t place = site->candidates[i], sum = votes_for(rs, votes, place);
        uint32_t level = rs->dict->places[place].level;
        tie = sum == best ? true : sum > best ? false : tie;
        if (sum > best) {
            best = sum;
            by_votes = place;
        }
        level_tie = level == top ? true : level < top ? false : level_tie;
        if (level < top) {
            top = level;
            by_level = place;
        }
    }
    if (!level_tie && top <= ZGI_L_PREFECTURE)
        site->place =
            by_level; /* 荆州, 吉林: the larger is meant unless the smaller is written out */
    else if (best > 0 && !tie)
        site->place = by_votes;
    else if (best == 0 && !level_tie)
        site->place = by_level;
}

static void merge_in(zgi_rs *rs, bool *ok)
{
    const zgi_orgs *orgs = rs->in->orgs, *places = rs->in->places;
    uint32_t i = 0, j = 0, sentence = 0;
    while (*ok && (i < orgs->count || j < places->count)) {
        bool from_org = j >= places->count ||
                        (i < orgs->count && orgs->items[i].at.begin <= places->items[j].at.begin);
        *ok = from_org ? add_site(rs, &orgs->items[i++], true, &sentence)
                       : add_site(rs, &places->items[j++], false, &sentence);
    }
}

zg_status zgi_rs_sites(zgi_rs *rs)
{
    bool ok = true;
    zgi_map votes;
    uint32_t most = rs->in->orgs->count + rs->in->places->count;
    rs->sites = zgi_arena_alloc(rs->arena, ((size_t)most + 1) * sizeof *rs->sites);
    if (rs->sites == NULL)
        return ZG_E_MEMORY;
    if (rs->text->sentence_count > 0)
        merge_in(rs, &ok);
    if (!ok || !support(rs, &votes))
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i < rs->site_count; i++)
        if (rs->sites[i].place == ZGI_NONE && rs->sites[i].candidate_count > 1)
            decide(rs, &votes, &rs->sites[i]);
    return ZG_OK;
}

/* The site that begins exactly here, NULL when none. */
const zgi_site *zgi_rs_site_at(const zgi_rs *rs, uint32_t begin)
{
    uint32_t low = 0, high = rs->site_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (rs->sites[mid].at.begin < begin)
            low = mid + 1;
        else
            high = mid;
    }
    return low < rs->site_count && rs->sites[low].at.begin == begin ? &rs->sites[low] : NULL;
}
