/* Han names: surname and given name by character figures.
 *
 * Takes a position, gives every name that could begin there with its cost:
 * prior + surname + given characters, in hundredths of a nat. A character that was never counted
 * in its place costs given_floor; a character that is no surname begins no Han name.
 * 「成思远他说」 → 成先 (2 characters), 成思远 (3 characters, cheaper with what follows).
 */
#include "name/name_candidates.h"

#include "scan/scan_chars.h"

/* A character of a given name; 某 masks one (张某, 李某某), and nobody is called 该 这 们 的 了. */
static inline bool is_given(const zgi_path *p, uint32_t i)
{
    if (i >= p->end || !zgi_is_han(p->ch[i]))
        return false;
    switch (p->ch[i]) {
    case 0x67d0:
    case 0x8be5:
    case 0x8fd9:
    case 0x4eec:
    case 0x7684:
    case 0x4e86:
        return false;
    default:
        return true;
    }
}

static inline int32_t given_two(const zgi_path *p, uint32_t i)
{
    return zgi_name_given(p, zgi_name_char_at(p, i)->first) +
           zgi_name_given(p, zgi_name_char_at(p, i + 1)->second);
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

/* A surname of `s_len` characters and what it costs. */
typedef struct surname {
    uint32_t len;
    int32_t cost;
    zgi_name_form form;
} surname;

static inline int32_t prior(const zgi_path *p, const surname *s)
{
    return zgi_path_weight(p, ZGI_W_NAME_PRIOR) + s->cost +
           (s->len > 1 ? zgi_path_weight(p, ZGI_W_NAME_FOUR) : 0);
}

/* What the words that begin where the name and where the given name does say against it. */
static int32_t against(const zgi_path *p, uint32_t i, uint32_t given, bool two)
{
    zgi_name_word word = zgi_name_word_at(p, i);
    bool listed = p->name_via == ZGI_G_BYLINE || p->name_via == ZGI_G_LIST;
    int32_t sum = is_title(p, given) ? zgi_path_weight(p, ZGI_W_NAME_TITLE) : 0;
    if (!two && !listed && word.adverb)
        sum += zgi_path_weight(p, ZGI_W_NAME_ADVERB);
    if (two && given == i + 1 && word.place)
        sum += zgi_path_weight(p, ZGI_W_NAME_PLACE);
    return sum;
}

/* A surname at `i` with one given character, with two. */
static bool one_given(zgi_path *p, uint32_t i, const surname *s)
{
    uint32_t g = i + s->len;
    if (!is_given(p, g))
        return true;
    int32_t cost = prior(p, s) + zgi_name_given(p, zgi_name_char_at(p, g)->single) +
                   zgi_path_weight(p, ZGI_W_NAME_TWO);
    return zgi_name_loses(p, g + 1, cost) ||
           zgi_name_push(p, i, g + 1, cost + against(p, i, g, false), s->form);
}

static bool two_given(zgi_path *p, uint32_t i, const surname *s)
{
    uint32_t g = i + s->len;
    if (!is_given(p, g) || !is_given(p, g + 1) || in_verb(p, g + 2)) /* 张忠 | 曾任 */
        return true;
    int32_t cost = prior(p, s) + given_two(p, g) + zgi_path_weight(p, ZGI_W_NAME_THREE);
    return zgi_name_loses(p, g + 2, cost) ||
           zgi_name_push(p, i, g + 2, cost + against(p, i, g, true), s->form);
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
static bool spaced(zgi_path *p, uint32_t i, const surname *s)
{
    uint32_t k = behind_blanks(p, i + s->len), end = p->end;
    if (k == end)
        return true;
    bool inside = i > p->begin && zgi_is_han(p->ch[i - 1]);
    int32_t cost =
        zgi_path_weight(p, ZGI_W_NAME_PRIOR) + s->cost + zgi_path_weight(p, ZGI_W_NAME_SPACED);
    uint32_t second = behind_blanks(p, k + 1);
    bool last = second < end && (second + 1 == end || (p->ch[second + 1] != ' ' && inside));
    if (last && !zgi_name_push(p, i, second + 1,
                               cost + zgi_name_given(p, zgi_name_char_at(p, k)->first) +
                                   zgi_name_given(p, zgi_name_char_at(p, second)->second),
                               ZGI_NF_SPACED))
        return false;
    if (k + 1 < end && zgi_is_han(p->ch[k + 1]) && !inside)
        return true;
    return zgi_name_push(p, i, k + 1, cost + zgi_name_given(p, zgi_name_char_at(p, k)->single),
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

/* 2015年任云岭集团董事长: behind a year or a month 任 is the verb. */
static bool is_taking_up(const zgi_path *p, uint32_t i)
{
    /* 年 月 起 今; 曾 历 现 兼 拟 升 调 转 改, which make words of office with it */
    static const uint16_t ahead[] = {0x5e74, 0x6708, 0x8d77, 0x4eca, 0x66fe, 0x5386, 0x73b0,
                                     0x517c, 0x62df, 0x5347, 0x8c03, 0x8f6c, 0x6539};
    uint16_t before = i > p->begin && p->ch[i] == 0x4efb ? p->ch[i - 1] : 0; /* 任 */
    for (size_t k = 0; before != 0 && k < sizeof ahead / sizeof ahead[0]; k++)
        if (before == ahead[k])
            return true;
    return false;
}

/* 陈方安生: two surnames and two given characters. */
static bool married(zgi_path *p, uint32_t i, int32_t s_cost)
{
    if (s_cost > ZGI_USUAL_SURNAME || i + 3 >= p->end || !zgi_is_han(p->ch[i + 1]))
        return true;
    int16_t second = zgi_name_char_at(p, i + 1)->surname;
    if (second > ZGI_USUAL_SURNAME || is_preposition(p, i) || is_taking_up(p, i + 1) ||
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

/* 和文静，女，…: what a sentence begins with joins nothing. */
static bool opens_with_joint(const zgi_path *p, uint32_t i)
{
    return i == p->begin && p->ch[i] == 0x548c; /* 和 */
}

/* The character at `i` as a surname; its cost is ZGI_COST_NONE when it is none. */
static surname surname_at(const zgi_path *p, uint32_t i)
{
    surname s = {1, zgi_name_char_at(p, i)->surname, ZGI_NF_HAN};
    if (s.cost >= ZGI_COST_NONE || in_verb(p, i)) {
        s.cost = ZGI_COST_NONE;
        return s;
    }
    if (holds_known(p, i))
        s.cost += zgi_path_weight(p, ZGI_W_NAME_HOLDS);
    if (is_joint(p, i) || is_taking_up(p, i))
        s.cost += zgi_path_weight(p, ZGI_W_NAME_JOINT);
    if (opens_with_joint(p, i))
        s.cost -= zgi_path_weight(p, ZGI_W_NAME_JOINT);
    return s;
}

static bool compound(zgi_path *p, uint32_t i)
{
    uint32_t at = i - p->begin;
    for (uint32_t k = p->edges->first[at]; k < p->edges->first[at + 1]; k++) {
        const zgi_edge *e = &p->edges->items[k];
        surname s = {e->end - e->begin, e->cost, ZGI_NF_COMPOUND};
        if (e->cls == ZGI_C_SURNAME2 &&
            (!one_given(p, i, &s) || !two_given(p, i, &s) || !spaced(p, i, &s)))
            return false;
    }
    return true;
}

/* Length of the name at `i` that the document has established, 0 when there is none. */
static uint32_t known_at(const zgi_path *p, uint32_t i)
{
    bool may = p->known != NULL && zgi_known_may(p->known, p->ch[i]);
    return may ? zgi_known_at(p->known, p->text, i, p->end) : 0;
}

bool zgi_name_short(zgi_path *p, const zgi_name_start *start)
{
    uint32_t i = start->at;
    p->name_in = start->in;
    p->name_via = start->via;
    surname s = surname_at(p, i);
    if (known_at(p, i) == 2 &&
        !zgi_name_push(p, i, i + 2, zgi_path_weight(p, ZGI_W_NAME_REPEAT), ZGI_NF_KNOWN))
        return false;
    return (s.cost >= ZGI_COST_NONE || one_given(p, i, &s)) && zgi_name_foreign_short(p, i);
}

bool zgi_name_long(zgi_path *p, const zgi_name_start *start)
{
    uint32_t i = start->at, n = known_at(p, i);
    p->name_in = start->in;
    p->name_via = start->via;
    surname s = surname_at(p, i);
    if (n > 2 && !zgi_name_push(p, i, i + n, zgi_path_weight(p, ZGI_W_NAME_REPEAT), ZGI_NF_KNOWN))
        return false;
    if (s.cost < ZGI_COST_NONE &&
        (!two_given(p, i, &s) || !spaced(p, i, &s) || !married(p, i, s.cost)))
        return false;
    if ((start->parts & ZGI_PART(ZGI_C_SURNAME2)) && !compound(p, i))
        return false;
    return zgi_name_foreign(p, i, start->parts);
}
