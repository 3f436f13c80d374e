/* Administrative rank of a post: 省部级正职 … 乡科级副职, from what it is head of and where.
 *
 * 荆州市 (prefecture) + 副市长 → 厅局级副职; 公安县财政局 + 局长 → 乡科级正职; (正处级) in the text wins. Takes the
 * table `ranks` (head, grade, unit, level → rank); NULL where the table has no row: a company, a
 * school, a post that is commonly held together with a higher one.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

static bool vice_city(const zgi_rs *rs, uint32_t place)
{
    zgi_table cities;
    char code[7];
    uint32_t v = rs->dict->places[place].code;
    if (!zgi_table_find(rs->dict, "vice_cities", &cities) || v > 999999)
        return false;
    for (int i = 5; i >= 0; i--, v /= 10)
        code[i] = (char)('0' + v % 10);
    code[6] = 0;
    return zgi_table_seek(&cities, code) != ZGI_TABLE_NONE;
}

static bool city_province(const zgi_rs *rs, uint32_t place)
{
    return place != ZGI_NONE && rs->dict->places[place].level == ZGI_L_PROVINCE &&
           zgi_rs_slot_of(rs->dict, place) == ZGI_SLOT_CITY;
}

enum { BEYOND = 699999 }; /* codes of Hong Kong, Macao and Taiwan, which have no such ranks */

/* The level's name in the table; NULL when the place has none, or ranks between two levels. */
static const char *level_name(const zgi_rs *rs, uint32_t place)
{
    if (place == ZGI_NONE)
        return NULL;
    const zgi_place *places = rs->dict->places, *p = &places[place];
    if (p->code == 0 || (p->code > 999999 ? p->code / 1000 : p->code) > BEYOND)
        return NULL;
    uint32_t up = p->parent, above = up == ZGI_NONE ? ZGI_NONE : places[up].parent;
    switch (p->level) {
    case ZGI_L_PROVINCE:
        return "province";
    case ZGI_L_PREFECTURE:
        return vice_city(rs, place) ? "vice" : "prefecture";
    case ZGI_L_COUNTY:
        if (up != ZGI_NONE && places[up].level == ZGI_L_PROVINCE && !city_province(rs, up))
            return NULL; /* 仙桃市: of the province itself, often half a step higher */
        /* Districts of the four municipalities rank as prefectures, those of a vice-provincial
         * city half a step above a county. */
        if (city_province(rs, up))
            return "prefecture";
        return up == ZGI_NONE || vice_city(rs, up) ? NULL : "county";
    case ZGI_L_TOWNSHIP:
        if (up == ZGI_NONE || city_province(rs, above) || above == ZGI_NONE ||
            places[up].level != ZGI_L_COUNTY) /* towns of 东莞市 */
            return NULL;
        return vice_city(rs, above) ? NULL : "township";
    default:
        return NULL;
    }
}

static bool ends_with_one(const zgi_rs *rs, const char *set, const char *text)
{
    uint32_t row = zgi_table_seek(&rs->know->words, set);
    for (; row != ZGI_TABLE_NONE; row = zgi_table_next(&rs->know->words, row))
        if (zgi_rs_tail(text, zgi_table_cell(&rs->know->words, row, 1)))
            return true;
    return false;
}

/* The value of the word that is all of `text` in a set, NULL. */
static const char *value_of(const zgi_rs *rs, const char *set, const char *text)
{
    uint32_t row = zgi_table_seek(&rs->know->words, set);
    for (; row != ZGI_TABLE_NONE; row = zgi_table_next(&rs->know->words, row))
        if (strcmp(zgi_table_cell(&rs->know->words, row, 1), text) == 0)
            return zgi_table_cell(&rs->know->words, row, 2);
    return NULL;
}

/* A bureau by its name: some are half a step lower than their kind, some have heads who mostly hold
 * a higher post as well; of those nothing is said. */
static const char *bureau_name(const zgi_rs *rs, const zgi_full *full, const char *level)
{
    if (zgi_rs_tail(full->text, "公安局") || zgi_rs_tail(full->text, "公安厅"))
        return "police";
    if (zgi_rs_tail(full->text, "分局") || zgi_rs_tail(full->text, "支局"))
        return "other";
    if (level != NULL && strcmp(level, "province") == 0 && ends_with_one(rs, "managed", full->text))
        return "other";
    return zgi_rs_tail(full->text, "委") || zgi_rs_tail(full->text, "委员会") ? "commission"
                                                                              : "bureau";
}

/* 规划处 of a 厅 or 局, not of a firm or school. */
static bool inside_bureau(const zgi_full *full)
{
    return full->top == NULL ? strstr(full->text, "厅") != NULL || strstr(full->text, "局") != NULL
                             : (full->top_kinds & ZGI_K_GOVERNMENT) != 0;
}

/* What the organisation is in its place: the words after the place, in the table `words`, set
 * `organ` (委 committee, 政府 government …); without a place, set `state` (ministries and the organs
 * of the whole state); else by its kinds court, department, bureau, other. */
static const char *unit_name(const zgi_rs *rs, const zgi_full *full, const char *level)
{
    size_t n = full->where == NULL ? 0 : strlen(full->where);
    const char *name = full->text == NULL ? NULL : value_of(rs, "state_organ", full->text);
    if (name != NULL)
        return name;
    if (full->top != NULL && (full->kinds & ZGI_K_DEPARTMENT) != 0 &&
        (name = value_of(rs, "state_organ", full->top)) != NULL)
        return strcmp(name, "ministry") == 0 || strcmp(name, "high") == 0 ? "ministry unit"
                                                                          : "other";
    if (n == 0 || full->text == NULL || strncmp(full->text, full->where, n) != 0)
        return "other";
    if (full->text[n] == 0)
        return "government";
    name = value_of(rs, "organ", full->text + n);
    if (name != NULL)
        return name;
    if (full->kinds & (ZGI_K_COURT | ZGI_K_PROCURATORATE))
        return "court";
    if (full->kinds & (ZGI_K_PARTY | ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL |
                       ZGI_K_ASSOCIATION | ZGI_K_MEDIA | ZGI_K_VILLAGE | ZGI_K_INSTITUTE |
                       ZGI_K_DISCIPLINE | ZGI_K_CONGRESS | ZGI_K_CPPCC))
        return "other";
    if (full->kinds & ZGI_K_DEPARTMENT)
        return inside_bureau(full) ? "department" : "other";
    return (full->kinds & (ZGI_K_GOVERNMENT | ZGI_K_POLICE)) ? bureau_name(rs, full, level)
                                                             : "other";
}

/* 局长(正处级): said in the text. */
static const char *stated(const zgi_rs *rs, const zgi_draft *d)
{
    uint32_t at = d->title.end, row = 0;
    if (at >= rs->text->n || rs->text->ch[at] != '(')
        return NULL;
    for (; row < rs->know->ranks.rows; row++)
        if (zgi_rs_word(rs->text, at + 1, rs->text->n, zgi_table_cell(&rs->know->ranks, row, 0),
                        NULL) &&
            strcmp(zgi_table_cell(&rs->know->ranks, row, 2), "stated") == 0)
            return zgi_table_cell(&rs->know->ranks, row, 4);
    return NULL;
}

/* Before the head only grades and one body. 党委, 党工委 change nothing; 党组, 人大, 办事处 and others
 * make a title of its own in the table (人大主席): *body is where it begins. */
static bool plain(const zgi_rs *rs, const zgi_draft *d, bool *deputy, zgi_span *body)
{
    uint32_t at = d->title.begin, next = 0;
    *body = (zgi_span){at, at};
    if (zgi_rs_word(rs->text, at, d->head.begin, "党委", &next) ||
        zgi_rs_word(rs->text, at, d->head.begin, "党工委", &next)) {
        at = next;
    } else if (zgi_rs_set_at(rs, ZGI_SET_OWN_BODY, at, d->head.begin, &next) != ZGI_NONE) {
        *body = (zgi_span){at, next};
        at = next;
    }
    while (at < d->head.begin) {
        uint32_t best = at;
        zgi_rs_set_at(rs, ZGI_SET_GRADES, at, d->head.begin, &best);
        if (best == at)
            return false;
        for (uint32_t i = at; i < best; i++)
            *deputy = *deputy || rs->text->ch[i] == 0x526f; /* 副 */
        at = best;
    }
    return true;
}

/* The row that fits, ZGI_TABLE_NONE. */
static uint32_t fitting(const zgi_rs *rs, const char *head, bool deputy, const char *unit,
                        const char *level)
{
    const zgi_table *ranks = &rs->know->ranks;
    uint32_t row = zgi_table_seek(ranks, head);
    for (; row != ZGI_TABLE_NONE; row = zgi_table_next(ranks, row)) {
        const char *u = zgi_table_cell(ranks, row, 2), *l = zgi_table_cell(ranks, row, 3);
        bool grade = deputy == (strcmp(zgi_table_cell(ranks, row, 1), "deputy") == 0);
        bool fits = strcmp(u, "any") == 0 || strcmp(u, unit) == 0;
        bool there = strcmp(l, "any") == 0 || (level != NULL && strcmp(l, level) == 0);
        if (grade && fits && there)
            break;
    }
    return row;
}

const char *zgi_rs_rank(zgi_rs *rs, const zgi_draft *d, const zgi_full *full, const char *head)
{
    const char *said = stated(rs, d), *level = level_name(rs, full->place);
    bool deputy = false;
    zgi_span body;
    if (said != NULL)
        return said;
    if (full->doubtful || full->open || !plain(rs, d, &deputy, &body))
        return NULL;
    const char *own = zgi_span_len(body) ? zgi_rs_source(rs, body) : NULL;
    if (zgi_span_len(body) && (own == NULL || (head = zgi_rs_join(rs, own, head)) == NULL))
        return NULL;
    uint32_t row = fitting(rs, head, deputy, unit_name(rs, full, level), level);
    return row == ZGI_TABLE_NONE ? NULL : zgi_table_cell(&rs->know->ranks, row, 4);
}
