/* Names made of parts: transliterated, joined by ·, Japanese.
 *
 * Takes a position, gives candidates with costs. Transliteration is judged character by character
 * (initial, medial, final figures); known parts come as edges from the lexicon.
 * 「总统卡萨纳迪克」 → 卡萨纳迪克; 「努尔·白克力」; 「岸田文雄」.
 */
#include "name/name_candidates.h"

#include "scan/scan_chars.h"

#define TRANSLIT_MAX 9u /* the longest transliterated parts in use have nine characters */
#define DOTTED_PARTS 6u /* 穆罕默德·本·萨勒曼·本·…: six parts cover what newspapers print */
#define ETHNIC_MAX   12u /* 阿卜杜热合曼·买买提艾力: what newspapers print */

/* Length of 六世, 十六世 at `k`, 0 when none stands there. */
static uint32_t ordinal_at(const zgi_path *p, uint32_t k)
{
    uint32_t n = 0;
    while (n < 2 && k + n < p->end && zgi_name_figure(p->ch[k + n]))
        n++;
    return n > 0 && k + n < p->end && p->ch[k + n] == 0x4e16 ? n + 1 : 0; /* 世 */
}

/* The candidate that goes on with 六世: 费尔南多 | 六世. */
static bool push_ordinal(zgi_path *p, uint32_t begin, uint32_t end, int32_t cost,
                         zgi_name_form form)
{
    uint32_t n = ordinal_at(p, end);
    return n == 0 || zgi_name_push(p, begin, end + n, cost, form);
}

static bool push(zgi_path *p, uint32_t begin, uint32_t end, int32_t cost, zgi_name_form form)
{
    return zgi_name_push(p, begin, end, cost, form) && push_ordinal(p, begin, end, cost, form);
}

/* What the two characters at `i` cost as a whole transliterated name, if they are one. */
static int32_t two_characters(const zgi_path *p, uint32_t i)
{
    return zgi_name_char_at(p, i)->t_initial + zgi_path_weight(p, ZGI_W_FOREIGN_PRIOR) +
           zgi_name_char_at(p, i + 1)->t_final;
}

static bool is_two(const zgi_path *p, uint32_t i)
{
    return i + 1 < p->end && zgi_name_char_at(p, i)->t_initial < ZGI_COST_NONE &&
           zgi_name_char_at(p, i + 1)->t_final < ZGI_COST_NONE;
}

/* 高度: a word that is seldom a name. */
static int32_t against(const zgi_path *p, uint32_t i)
{
    return zgi_name_word_at(p, i).adverb ? zgi_path_weight(p, ZGI_W_NAME_ADVERB) : 0;
}

bool zgi_name_foreign_short(zgi_path *p, uint32_t i)
{
    if (!is_two(p, i))
        return true;
    int32_t cost = two_characters(p, i);
    return zgi_name_loses(p, i + 2, cost) ||
           zgi_name_push(p, i, i + 2, cost + against(p, i), ZGI_NF_FOREIGN);
}

/* Of three characters and more, and of two with 六世. */
static bool transliterated(zgi_path *p, uint32_t i)
{
    int32_t sum = zgi_name_char_at(p, i)->t_initial;
    if (sum >= ZGI_COST_NONE || i + 2 >= p->end)
        return true;
    if (zgi_name_figure(p->ch[i + 2]) && is_two(p, i) &&
        !push_ordinal(p, i, i + 2, two_characters(p, i) + against(p, i), ZGI_NF_FOREIGN))
        return false;
    sum += zgi_path_weight(p, ZGI_W_FOREIGN_PRIOR);
    uint32_t end = p->end;
    for (uint32_t k = i + 1; k < end && k < i + TRANSLIT_MAX; k++) {
        const zgi_name_char *c = zgi_name_char_at(p, k);
        if (k > i + 1 && c->t_final < ZGI_COST_NONE &&
            !push(p, i, k + 1, sum + c->t_final, ZGI_NF_FOREIGN))
            return false;
        if (c->t_medial >= ZGI_COST_NONE)
            break;
        sum += c->t_medial;
    }
    return true;
}

/* Any character of a dotted name; what is unusual there costs dotted_floor. */
static int32_t dotted_char(const zgi_path *p, uint32_t k)
{
    if (!zgi_is_han(p->ch[k]))
        return 0;
    int32_t c = zgi_name_char_at(p, k)->t_medial;
    return c >= ZGI_COST_NONE ? zgi_path_weight(p, ZGI_W_DOTTED_FLOOR) : c;
}

static bool name_letter(uint16_t c)
{
    return zgi_is_han(c) || zgi_is_latin(c);
}

/* The end of the part that begins at `k`: up to a dot or what is no letter. */
static uint32_t part_end(const zgi_path *p, uint32_t k)
{
    uint32_t end = p->end, from = k;
    while (k < end && k < from + TRANSLIT_MAX && name_letter(p->ch[k]))
        k++;
    return k;
}

static int32_t final_char(const zgi_path *p, uint32_t k)
{
    int32_t c = zgi_name_char_at(p, k)->t_final;
    return c >= ZGI_COST_NONE ? dotted_char(p, k) + 200 : c;
}

static void take(int32_t *slot, int32_t cost)
{
    if (cost < *slot)
        *slot = cost;
}

/* What a part of a dotted name costs up to each of its characters: by characters, by known parts
 * (阿卜杜拉) and by 十六世. `ends`: when the name ends there. */
typedef struct costs {
    int32_t inside[TRANSLIT_MAX + 1], ends[TRANSLIT_MAX + 1];
} costs;

static void weigh_part(const zgi_path *p, zgi_span part, int32_t sum, costs *c)
{
    uint32_t n = part.end - part.begin;
    for (uint32_t k = 0; k <= n; k++)
        c->inside[k] = c->ends[k] = INT32_MAX;
    c->inside[0] = sum;
    for (uint32_t k = 0; k < n; k++) {
        uint32_t from = part.begin + k, ordinal = ordinal_at(p, from);
        const uint32_t *first = &p->edges->first[from - p->begin];
        if (c->inside[k] == INT32_MAX)
            continue;
        take(&c->inside[k + 1], c->inside[k] + dotted_char(p, from));
        take(&c->ends[k + 1], c->inside[k] + final_char(p, from));
        if (ordinal > 0 && k + ordinal <= n)
            take(&c->inside[k + ordinal], c->inside[k]);
        for (uint32_t e = first[0]; e < first[1]; e++) {
            const zgi_edge *known = &p->edges->items[e];
            if (known->cls != ZGI_C_FNAME || known->end > part.end)
                continue;
            take(&c->inside[known->end - part.begin], c->inside[k] + known->cost);
            take(&c->ends[known->end - part.begin], c->inside[k] + known->cost);
        }
    }
}

static bool dotted(zgi_path *p, uint32_t i)
{
    uint32_t k = part_end(p, i);
    costs c;
    if (!zgi_name_dot(p, k))
        return true;
    int32_t sum = zgi_path_weight(p, ZGI_W_FOREIGN_DOTTED);
    if (zgi_is_han(p->ch[i]) && zgi_name_char_at(p, i)->t_initial >= ZGI_COST_NONE)
        sum += zgi_path_weight(p, ZGI_W_GIVEN_FLOOR); /* 长 in 司法部长莫里斯·贝兰 */
    if (p->name_via == ZGI_G_NAME)                    /* 阿卜杜 + 勒·马利克 */
        sum += zgi_path_weight(p, ZGI_W_NAME_TORN);
    weigh_part(p, (zgi_span){i, k}, sum, &c);
    sum = c.inside[k - i];
    for (uint32_t dots = 0; dots < DOTTED_PARTS && zgi_name_dot(p, k); dots++) {
        zgi_span part = {k + 1, part_end(p, k + 1)};
        sum += zgi_path_weight(p, ZGI_W_FOREIGN_PART);
        if (zgi_name_hyphen(p, k))
            sum += zgi_path_weight(p, ZGI_W_FOREIGN_HYPHEN);
        /* the name may end after any character: the words after it decide */
        weigh_part(p, part, sum, &c);
        for (uint32_t n = 1; n <= part.end - part.begin; n++)
            if (!push(p, i, part.begin + n, c.ends[n], ZGI_NF_DOTTED))
                return false;
        sum = c.inside[part.end - part.begin];
        k = part.end;
    }
    return true;
}

/* One to three given characters from `g`: 茂, 文雄, 真之助. Figures of Chinese given names serve:
 * the last of several is counted as a second one. */
static bool japanese(zgi_path *p, uint32_t i, uint32_t g, int32_t sum)
{
    int32_t floor = zgi_path_weight(p, ZGI_W_GIVEN_FLOOR);
    for (uint32_t k = g; k < p->end && k < g + 3 && zgi_is_han(p->ch[k]); k++) {
        const zgi_name_char *c = zgi_name_char_at(p, k);
        int32_t last = k == g ? c->single : c->second < c->first ? c->second : c->first;
        if (last >= ZGI_COST_NONE)
            last = floor;
        if (k != g + 1) /* 茂, 真之助: two are the rule */
            last += zgi_path_weight(p, ZGI_W_NAME_FOUR);
        if (!zgi_name_push(p, i, k + 1, sum + last, ZGI_NF_JAPANESE))
            return false;
        sum += c->first >= ZGI_COST_NONE ? floor : c->first;
    }
    return true;
}

/* 阿卜杜拉希 + 扬: a known part that goes on for one to three characters. What is often a name by
 * itself (特朗普) goes on no more often than another. */
#define KNOWN_LEAST 1000
static bool goes_on(zgi_path *p, uint32_t i, const zgi_edge *known)
{
    int32_t sum = zgi_path_weight(p, ZGI_W_FOREIGN_PRIOR) + zgi_path_weight(p, ZGI_W_FOREIGN_ON);
    sum += known->cost > KNOWN_LEAST ? known->cost : KNOWN_LEAST;
    for (uint32_t k = known->end; k < p->end && k < known->end + 3; k++) {
        const zgi_name_char *c = zgi_name_char_at(p, k);
        if (c->t_final < ZGI_COST_NONE &&
            !zgi_name_push(p, i, k + 1, sum + c->t_final, ZGI_NF_FOREIGN))
            return false;
        if (c->t_medial >= ZGI_COST_NONE)
            return true;
        sum += c->t_medial;
    }
    return true;
}

/* A known transliterated part as a whole name; a Japanese surname with one to three characters. */
static bool known_parts(zgi_path *p, uint32_t i)
{
    uint32_t at = i - p->begin;
    for (uint32_t k = p->edges->first[at]; k < p->edges->first[at + 1]; k++) {
        const zgi_edge *e = &p->edges->items[k];
        if (e->cls == ZGI_C_FNAME &&
            !zgi_name_push(p, i, e->end, zgi_path_weight(p, ZGI_W_FOREIGN_KNOWN) + e->cost,
                           ZGI_NF_FOREIGN))
            return false;
        if (e->cls == ZGI_C_FNAME && e->end - e->begin > 2 && !goes_on(p, i, e))
            return false;
        if (e->cls != ZGI_C_JNAME)
            continue;
        if (!japanese(p, i, e->end, zgi_path_weight(p, ZGI_W_JAPANESE_PRIOR) + e->cost))
            return false;
    }
    return true;
}

bool zgi_name_foreign(zgi_path *p, uint32_t i, uint32_t parts)
{
    const uint32_t known = ZGI_PART(ZGI_C_FNAME) | ZGI_PART(ZGI_C_JNAME);
    return transliterated(p, i) && (!p->has_dot || dotted(p, i)) && zgi_name_ethnic(p, i, parts) &&
           (!(parts & known) || known_parts(p, i));
}
