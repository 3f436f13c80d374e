/* Name candidates that begin at one position, with their costs. */
#ifndef ZGI_NAME_CANDIDATES_H
#define ZGI_NAME_CANDIDATES_H

#include "name/name_path.h"
#include "scan/scan_chars.h"

/* Classes of edges that only candidates are made of: a bit for each. */
#define ZGI_PART(cls) (1u << ((cls)-ZGI_C_SURNAME2))

/* A position where names begin. */
typedef struct zgi_name_start {
    bool waits; /* something begins there that is not yet taken into the path */
    uint8_t via;
    int32_t in;         /* the cheapest way into a name: group before it, cost */
    uint32_t at, parts; /* which of the classes above begin there */
} zgi_name_start;

/* Take the candidates that begin at a position into the path: those of two characters, and all
 * others. False when memory is out. */
bool zgi_name_short(zgi_path *p, const zgi_name_start *start);
bool zgi_name_long(zgi_path *p, const zgi_name_start *start);
/* The same for names that are made of parts: transliterated, joined by ·, Japanese. */
bool zgi_name_foreign_short(zgi_path *p, uint32_t i);
bool zgi_name_foreign(zgi_path *p, uint32_t i, uint32_t parts);
/* And for those of Tibetans, Uygurs, Mongolians and others. */
bool zgi_name_ethnic(zgi_path *p, uint32_t i, uint32_t parts);

/* 让-皮埃尔: what stands on both sides could be a transliteration. */
static inline bool zgi_name_hyphen(const zgi_path *p, uint32_t k)
{
    return p->ch[k] == '-' && k > p->begin && k + 1 < p->end && zgi_is_han(p->ch[k - 1]) &&
           zgi_is_han(p->ch[k + 1]) && zgi_name_char_at(p, k - 1)->t_final < ZGI_COST_NONE &&
           zgi_name_char_at(p, k + 1)->t_initial < ZGI_COST_NONE;
}

/* What joins two parts of a name at `k`: a dot, a dash. */
static inline bool zgi_name_dot(const zgi_path *p, uint32_t k)
{
    if (k >= p->end)
        return false;
    uint16_t c = p->ch[k];
    return c == 0xb7 || (c == '.' && k > 0 && zgi_is_latin(p->ch[k - 1])) || zgi_name_hyphen(p, k);
}

/* What the two characters at `i` are as a word.
 * 高度, 全程, 本文: an adverb or pronoun is seldom a name, whatever stands before it.
 * 江西铜都公司, 北京华软公司: what begins with a place goes on with the name of a firm. */
typedef struct zgi_name_word {
    bool adverb, place;
} zgi_name_word;

static inline zgi_name_word zgi_name_word_at(const zgi_path *p, uint32_t i)
{
    const uint32_t *first = &p->edges->first[i - p->begin];
    zgi_name_word word = {false, false};
    for (uint32_t k = first[0]; k < first[1]; k++) {
        const zgi_edge *e = &p->edges->items[k];
        if (e->end != i + 2)
            continue;
        word.adverb |= e->cls == ZGI_C_ADVERB || e->cls == ZGI_C_PRONOUN;
        word.place |=
            e->cls == ZGI_C_PLACE && e->cost <= zgi_path_weight(p, ZGI_W_PLACE_SHORT_COST);
    }
    return word;
}

/* 水映月2013年任, 局长水映月9日介绍: digits behind a name, with what makes them a date of its. */
static inline bool zgi_name_dated(const zgi_path *p, uint32_t begin, uint32_t end)
{
    uint32_t i = end;
    while (i < p->end && i < end + 4 && p->ch[i] >= '0' && p->ch[i] <= '9')
        i++;
    if (i + 1 >= p->end)
        return false;
    if (p->ch[i] == 0x65e5) /* 日 */
        return p->name_via == ZGI_G_TITLE && i - end <= 2;
    bool first = begin == p->begin || p->ch[begin - 1] == ',';
    return first && i - end == 4 && p->ch[i] == 0x5e74 && /* 年 */
           (p->ch[i + 1] == 0x4efb || p->ch[i + 1] == 0x51fa || p->ch[i + 1] == 0x5f53);
}

/* （记者 水映月 谢惟知）: between blanks in a bracket that names who wrote the text. */
static inline bool zgi_name_signed(const zgi_path *p, uint32_t begin, uint32_t end)
{
    enum { REACH = 30 };
    if (begin == p->begin || p->ch[begin - 1] != ' ' || end - begin < 2 || end - begin > 4)
        return false;
    for (uint32_t i = begin - 1, n = 0; i > p->begin && n < REACH; i--, n++) {
        if (p->ch[i] == '(' || p->ch[i] == ',')
            return false;
        if ((p->ch[i - 1] == 0x8bb0 && p->ch[i] == 0x8005) || /* 记者, 讯员 */
            (p->ch[i - 1] == 0x8baf && p->ch[i] == 0x5458))
            return true;
    }
    return false;
}

/* 任命水映月为, 免去水映月的; 水映月任, 水映月为 and 水映月，现任 at the beginning of a sentence. */
static inline bool zgi_name_framed(const zgi_path *p, uint32_t begin, uint32_t end)
{
    enum { WEI = 0x4e3a, DE = 0x7684, REN = 0x4efb, WU = 0x52a1 }; /* 为 的 任 务 */
    enum { CENG = 0x66fe, XIAN = 0x73b0, LI = 0x5386 };            /* 曾 现 历 */
    uint16_t c = p->ch[end], d = p->ch[end + 1];
    if (p->name_via == ZGI_G_APPOINT)
        return c == WEI || c == DE;
    if (begin != p->begin && p->ch[begin - 1] != ':')
        return false;
    if (c == WEI || c == REN)
        return d != WU;
    return (c == ',' || c == ' ') && (d == CENG || d == XIAN || d == LI) && end + 2 < p->end &&
           p->ch[end + 2] == REN;
}

static inline bool zgi_name_figure(uint16_t c)
{
    switch (c) { /* 一 … 十 */
    case 0x4e00:
    case 0x4e8c:
    case 0x4e09:
    case 0x56db:
    case 0x4e94:
    case 0x516d:
    case 0x4e03:
    case 0x516b:
    case 0x4e5d:
    case 0x5341:
        return true;
    default:
        return false;
    }
}

/* The characters that can begin what zgi_name_frame knows: 为 的 任 简(历), figures, blanks. */
static inline bool zgi_name_may_frame(uint16_t c)
{
    return (c >= '0' && c <= '9') || c == ' ' || c == ')' || c == 0x4e3a || c == 0x7684 ||
           c == 0x4efb || c == 0x7b80;
}

/* What stands to the right of a name and makes it likelier: 何方，男 / 任命水映月为. */
static inline int32_t zgi_name_frame(const zgi_path *p, uint32_t begin, uint32_t end)
{
    if (end + 1 >= p->end)
        return 0;
    uint16_t c = p->ch[end], d = p->ch[end + 1];
    if (zgi_is_han(c) && !zgi_name_may_frame(c))
        return 0;
    if ((d == 0x7537 || d == 0x5973) && (c == ',' || c == '(' || c == ' ')) /* 男 女 */
        return zgi_path_weight(p, ZGI_W_NAME_GENDER);
    if (c == 0x7b80 && d == 0x5386 && (end + 2 == p->end || p->ch[end + 2] == ' ')) /* 简历 */
        return zgi_path_weight(p, ZGI_W_NAME_GENDER);
    if ((c >= '0' && c <= '9' && zgi_name_dated(p, begin, end)) ||
        ((c == ' ' || c == ')') && zgi_name_signed(p, begin, end)))
        return zgi_path_weight(p, ZGI_W_NAME_GENDER);
    return zgi_name_framed(p, begin, end) ? zgi_path_weight(p, ZGI_W_NAME_FRAMED) : 0;
}

/* A dot beside a name joins it to what stands there: 穆罕默德 in 穆罕默德·本·萨勒曼 is no name. */
static inline int32_t zgi_name_torn(const zgi_path *p, uint32_t begin, uint32_t end)
{
    bool left = begin > p->begin && p->ch[begin - 1] == 0xb7;
    bool right = end < p->end && p->ch[end] == 0xb7;
    return left || right ? zgi_path_weight(p, ZGI_W_NAME_TORN) : 0;
}

/* Is a name that ends at `end` sure to lose when the path over it costs at least this? */
static inline bool zgi_name_beaten(const zgi_path *p, uint32_t end, int32_t cost)
{
    return cost > zgi_path_limit(p, end) && !zgi_name_may_frame(p->ch[end]);
}

static inline bool zgi_name_loses(const zgi_path *p, uint32_t end, int32_t cost)
{
    return zgi_name_beaten(p, end, p->name_in + cost);
}

/* A figure of a given name; what was never counted costs given_floor. */
static inline int32_t zgi_name_given(const zgi_path *p, int16_t cost)
{
    return cost >= ZGI_COST_NONE ? zgi_path_weight(p, ZGI_W_GIVEN_FLOOR) : cost;
}

/* Can a name of two characters that begins at `s`, no part of the lexicon, be on a path? Asked
 * before its own function is, by the figures alone: most cannot. */
static inline bool zgi_name_short_may(const zgi_path *p, const zgi_name_start *s)
{
    uint32_t i = s->at, end = i + 2;
    if (end > p->end)
        return false;
    const zgi_name_char *a = zgi_name_char_at(p, i), *b = zgi_name_char_at(p, i + 1);
    int32_t han = a->surname >= ZGI_COST_NONE ? ZGI_COST_NONE
                                              : a->surname + zgi_name_given(p, b->single) +
                                                    zgi_path_weight(p, ZGI_W_NAME_PRIOR) +
                                                    zgi_path_weight(p, ZGI_W_NAME_TWO);
    int32_t foreign = a->t_initial + b->t_final + zgi_path_weight(p, ZGI_W_FOREIGN_PRIOR);
    bool known = p->known != NULL && zgi_known_may(p->known, p->ch[i]);
    return known || !zgi_name_beaten(p, end, s->in + (han < foreign ? han : foreign));
}

/* 陈方安生: both surnames are usual ones; 向侯磊 is somebody to whom something is said. */
#define ZGI_USUAL_SURNAME 760

/* 四郎 | 尼玛: two loose characters before a known part. */
static inline bool zgi_name_leads_to_part(const zgi_path *p, uint32_t i)
{
    enum { LOOSE = 2 };
    if (i + LOOSE >= p->end || zgi_name_char_at(p, i)->ethnic >= ZGI_COST_NONE ||
        zgi_name_char_at(p, i + 1)->ethnic >= ZGI_COST_NONE)
        return false;
    const uint32_t *first = &p->edges->first[i + LOOSE - p->begin];
    for (uint32_t k = first[0]; k < first[1]; k++)
        if (p->edges->items[k].cls == ZGI_C_MNAME)
            return true;
    return false;
}

/* The same for longer names: by figures where only three characters can be a name. */
static inline bool zgi_name_long_may(const zgi_path *p, const zgi_name_start *s)
{
    uint32_t i = s->at, end = i + 3;
    if (end > p->end)
        return false;
    const zgi_name_char *a = zgi_name_char_at(p, i), *b = zgi_name_char_at(p, i + 1),
                        *c = zgi_name_char_at(p, i + 2);
    int32_t least = ZGI_COST_NONE;
    if (a->surname < ZGI_COST_NONE)
        least = a->surname + zgi_name_given(p, b->first) + zgi_name_given(p, c->second) +
                zgi_path_weight(p, ZGI_W_NAME_PRIOR) + zgi_path_weight(p, ZGI_W_NAME_THREE);
    if (a->t_initial < ZGI_COST_NONE && b->t_medial < ZGI_COST_NONE) {
        int32_t foreign =
            a->t_initial + b->t_medial + c->t_final + zgi_path_weight(p, ZGI_W_FOREIGN_PRIOR);
        if (c->t_medial < ZGI_COST_NONE)
            return true;
        least = foreign < least ? foreign : least;
    }
    bool married = a->surname <= ZGI_USUAL_SURNAME && b->surname <= ZGI_USUAL_SURNAME;
    return married || p->has_dot || p->ch[i + 1] == ' ' ||
           (p->known != NULL && zgi_known_may(p->known, p->ch[i])) ||
           zgi_name_leads_to_part(p, i) || zgi_name_figure(p->ch[i + 2]) ||
           !zgi_name_beaten(p, end, s->in + least);
}

/* One candidate: written down only when it is the cheapest name that ends there so far. */
static inline bool zgi_name_push(zgi_path *p, uint32_t begin, uint32_t end, int32_t cost,
                                 zgi_name_form form)
{
    zgi_cell *to = &p->cells[end - p->begin];
    if (zgi_name_loses(p, end, cost))
        return true;
    cost += zgi_name_frame(p, begin, end);
    if (p->has_dot)
        cost += zgi_name_torn(p, begin, end);
    if (!zgi_cell_takes(to, ZGI_G_NAME, p->name_in + cost))
        return true;
    zgi_cell_put(to, ZGI_G_NAME, p->name_in + cost, p->made.count | ZGI_EDGE_MADE, p->name_via);
    zgi_edge e = {begin, end, cost, 0, 0, ZGI_C_NAME, (uint8_t)form};
    return ZGI_PUSH(p->arena, &p->made, e);
}

#endif
