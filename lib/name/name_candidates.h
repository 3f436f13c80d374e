/* Name candidates that begin at one position, with their costs. */
#ifndef ZGI_NAME_CANDIDATES_H
#define ZGI_NAME_CANDIDATES_H

#include "name/name_path.h"
#include "scan/scan_chars.h"

/* Classes of edges that only candidates are made of: a bit for each. */
#define ZGI_PART(cls) (1u << ((cls)-ZGI_C_SURNAME2))

/* Takes the candidates that begin at `i` into the path. `parts`: which of the classes above begin
 * there. False when memory is out. */
bool zgi_name_candidates(zgi_path *p, uint32_t i, uint32_t parts);
/* The same for names that are made of parts: transliterated, joined by ·, Japanese. */
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

/* What stands to the right of a name and makes it likelier: 何方，男 / 任命水映月为. */
static inline int32_t zgi_name_frame(const zgi_path *p, uint32_t begin, uint32_t end)
{
    if (end + 1 >= p->end)
        return 0;
    uint16_t c = p->ch[end], d = p->ch[end + 1];
    if ((d == 0x7537 || d == 0x5973) && (c == ',' || c == '(' || c == ' ')) /* 男 女 */
        return zgi_path_weight(p, ZGI_W_NAME_GENDER);
    if (c == 0x7b80 && d == 0x5386 && (end + 2 == p->end || p->ch[end + 2] == ' ')) /* 简历 */
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

/* One candidate: written down only when it is the cheapest name that ends there so far. */
static inline bool zgi_name_push(zgi_path *p, uint32_t begin, uint32_t end, int32_t cost,
                                 zgi_name_form form)
{
    zgi_cell *to = &p->cells[end - p->begin];
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
