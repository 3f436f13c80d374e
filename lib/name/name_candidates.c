/* Han names: surname and given name by character figures.
 *
 * Takes a position, gives every name that could begin there with its cost:
 * prior + surname + given characters, in hundredths of a nat. A character that was never counted
 * in its place costs given_floor; a character that is no surname begins no Han name.
 * 「成思远他说」 → 成先 (2 characters), 成思远 (3 characters, cheaper with what follows).
 */
#include "name/name_candidates.h"

#include "scan/scan_chars.h"

static inline int32_t or_floor(const zgi_path *p, int16_t cost)
{
    return cost >= ZGI_COST_NONE ? zgi_path_weight(p, ZGI_W_GIVEN_FLOOR) : cost;
}

/* A character of a given name; 某 masks one (张某, 李某某), and nobody is called 该 这 们 的 了. */
static inline bool is_given(const zgi_path *p, uint32_t i)
{
    static const uint16_t never[] = {0x67d0, 0x8be5, 0x8fd9, 0x4eec, 0x7684, 0x4e86};
    if (i >= p->end || !zgi_is_han(p->ch[i]))
        return false;
    for (size_t k = 0; k < sizeof never / sizeof never[0]; k++)
        if (p->ch[i] == never[k])
            return false;
    return true;
}

static inline int32_t given_two(const zgi_path *p, uint32_t i)
{
    return or_floor(p, zgi_name_char_at(p, i)->first) +
           or_floor(p, zgi_name_char_at(p, i + 1)->second);
}

/* 刘少将, 王校长: a surname and a title. */
static bool is_title(const zgi_path *p, uint32_t i)
{
    const uint32_t *first = &p->edges->first[i - p->begin];
    for (uint32_t k = first[0]; k < first[1]; k++) {
        const zgi_edge *e = &p->edges->items[k];
        if (e->end == i + 2 && (e->cls == ZGI_C_TITLE || e->cls == ZGI_C_RANK))
            return true;
    }
    return false;
}

/* 曾任, 历任, 兼任: the 任 at `i` ends a verb. */
static bool in_verb(const zgi_path *p, uint32_t i)
{
    static const uint16_t before[] = {0x66fe, 0x5386, 0x73b0, 0x517c,
                                      0x5347, 0x8f6c, 0x8058, 0x62df}; /* 曾 历 现 兼 升 转 聘 拟 */
    if (i >= p->end || p->ch[i] != 0x4efb || i == p->begin)
        return false;
    for (size_t k = 0; k < sizeof before / sizeof before[0]; k++)
        if (p->ch[i - 1] == before[k])
            return true;
    return false;
}

/* surname of `s_len` characters and cost `s_cost` at `i`, with one and two given characters. */
static bool with_given(zgi_path *p, uint32_t i, uint32_t s_len, int32_t s_cost, zgi_name_form form)
{
    uint32_t g = i + s_len;
    int32_t prior = zgi_path_weight(p, ZGI_W_NAME_PRIOR) + s_cost;
    if (s_len > 1)
        prior += zgi_path_weight(p, ZGI_W_NAME_FOUR);
    if (!is_given(p, g))
        return true;
    zgi_name_word word = zgi_name_word_at(p, i);
    int32_t one = or_floor(p, zgi_name_char_at(p, g)->single);
    bool listed = p->name_via == ZGI_G_BYLINE || p->name_via == ZGI_G_LIST;
    int32_t title = is_title(p, g) ? zgi_path_weight(p, ZGI_W_NAME_TITLE) : 0;
    if (!listed && word.adverb)
        one += zgi_path_weight(p, ZGI_W_NAME_ADVERB);
    if (!zgi_name_push(p, i, g + 1, prior + title + one + zgi_path_weight(p, ZGI_W_NAME_TWO), form))
        return false;
    if (!is_given(p, g + 1) || in_verb(p, g + 2)) /* 张忠 | 曾任 */
        return true;
    int32_t two = given_two(p, g) + zgi_path_weight(p, ZGI_W_NAME_THREE);
    if (s_len == 1 && word.place)
        two += zgi_path_weight(p, ZGI_W_NAME_PLACE);
    return zgi_name_push(p, i, g + 2, prior + title + two, form);
}

/* The Han character behind one to three blanks at `k`; the sentence's end when there is none. */
static uint32_t behind_blanks(const zgi_path *p, uint32_t k)
{
    uint32_t from = k;
    while (k < p->end && k < from + 3 && p->ch[k] == ' ')
        k++;
    return k > from && k < p->end && zgi_is_han(p->ch[k]) ? k : p->end;
}

/* 刘 昊, 欧阳 修, 马 晓 东: surname, blanks, one character or two. No Han character after it, unless
 * one stands before it as well (书记刘 昊主持): in a list of blanks 王 昊 could be the end of one name
 * and the beginning of the next. */
static bool spaced(zgi_path *p, uint32_t i, uint32_t s_len, int32_t s_cost)
{
    uint32_t k = behind_blanks(p, i + s_len), end = p->end;
    if (k == end)
        return true;
    bool inside = i > p->begin && zgi_is_han(p->ch[i - 1]);
    int32_t cost =
        zgi_path_weight(p, ZGI_W_NAME_PRIOR) + s_cost + zgi_path_weight(p, ZGI_W_NAME_SPACED);
    uint32_t second = behind_blanks(p, k + 1);
    bool last = second < end && (second + 1 == end || (p->ch[second + 1] != ' ' && inside));
    if (last && !zgi_name_push(p, i, second + 1,
                               cost + or_floor(p, zgi_name_char_at(p, k)->first) +
                                   or_floor(p, zgi_name_char_at(p, second)->second),
                               ZGI_NF_SPACED))
        return false;
    if (k + 1 < end && zgi_is_han(p->ch[k + 1]) && !inside)
        return true;
    return zgi_name_push(p, i, k + 1, cost + or_floor(p, zgi_name_char_at(p, k)->single),
                         ZGI_NF_SPACED);
}

static bool is_preposition(const zgi_path *p, uint32_t i)
{
    const uint32_t *first = &p->edges->first[i - p->begin];
    for (uint32_t k = first[0]; k < first[1]; k++)
        if (p->edges->items[k].end == i + 1 && p->edges->items[k].cls == ZGI_C_PREP)
            return true;
    return false;
}

/* 陈方安生: two surnames and two given characters. The surnames are usual ones: 向侯磊 is somebody to
 * whom something is said. */
#define USUAL_SURNAME 760
static bool married(zgi_path *p, uint32_t i, int32_t s_cost)
{
    if (i + 3 >= p->end || !zgi_is_han(p->ch[i + 1]))
        return true;
    int16_t second = zgi_name_char_at(p, i + 1)->surname;
    if (s_cost > USUAL_SURNAME || second > USUAL_SURNAME || is_preposition(p, i) ||
        !is_given(p, i + 2) || !is_given(p, i + 3))
        return true;
    int32_t cost = zgi_path_weight(p, ZGI_W_NAME_PRIOR) + s_cost + second + given_two(p, i + 2) +
                   zgi_path_weight(p, ZGI_W_NAME_MARRIED);
    return zgi_name_push(p, i, i + 4, cost, ZGI_NF_MARRIED);
}

/* 向侯磊的父母, when the document has 侯磊: 向 is no surname here. */
static bool holds_known(const zgi_path *p, uint32_t i)
{
    return i + 1 < p->end && p->known != NULL && zgi_known_may(p->known, p->ch[i + 1]) &&
           zgi_known_at(p->known, p->text, i + 1, p->end) > 0;
}

/* 和 after a post joins two officials; a surname it is of few. */
static bool is_joint(const zgi_path *p, uint32_t i)
{
    enum { HE = 0x548c, YU = 0x4e0e, TONG = 0x540c, JI = 0x53ca }; /* 和 与 同 及 */
    const uint32_t after = 1u << ZGI_G_POST | 1u << ZGI_G_TITLE | 1u << ZGI_G_NAME;
    uint16_t c = p->ch[i];
    return (c == HE || c == YU || c == TONG || c == JI) && (after >> p->name_via & 1u) != 0;
}

static bool han(zgi_path *p, uint32_t i)
{
    int32_t s = zgi_name_char_at(p, i)->surname;
    if (s >= ZGI_COST_NONE || in_verb(p, i))
        return true;
    if (holds_known(p, i))
        s += zgi_path_weight(p, ZGI_W_NAME_HOLDS);
    if (is_joint(p, i))
        s += zgi_path_weight(p, ZGI_W_NAME_JOINT);
    return with_given(p, i, 1, s, ZGI_NF_HAN) && spaced(p, i, 1, s) && married(p, i, s);
}

static bool compound(zgi_path *p, uint32_t i)
{
    uint32_t at = i - p->begin;
    for (uint32_t k = p->edges->first[at]; k < p->edges->first[at + 1]; k++) {
        const zgi_edge *e = &p->edges->items[k];
        if (e->cls == ZGI_C_SURNAME2 &&
            (!with_given(p, i, e->end - e->begin, e->cost, ZGI_NF_COMPOUND) ||
             !spaced(p, i, e->end - e->begin, e->cost)))
            return false;
    }
    return true;
}

bool zgi_name_candidates(zgi_path *p, uint32_t i, uint32_t parts)
{
    bool may = p->known != NULL && zgi_known_may(p->known, p->ch[i]);
    uint32_t n = may ? zgi_known_at(p->known, p->text, i, p->end) : 0;
    if (n && !zgi_name_push(p, i, i + n, zgi_path_weight(p, ZGI_W_NAME_REPEAT), ZGI_NF_KNOWN))
        return false;
    if (!han(p, i) || ((parts & ZGI_PART(ZGI_C_SURNAME2)) && !compound(p, i)))
        return false;
    return zgi_name_foreign(p, i, parts);
}
