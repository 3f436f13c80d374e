/* Names of Tibetans, Uygurs, Mongolians, Kazakhs, Yi: chains of parts that the lexicon knows.
 *
 * Takes a position, gives the cheapest chain for each end. Up to two characters may belong to no
 * known part: their cost is how rare they are in such names.
 * 「洛桑江村」 = 洛桑 + 江村; 「四郎尼玛」 = 四 郎 + 尼玛; 「阿依古丽·买买提」.
 */
#include "name/name_candidates.h"

#include "scan/scan_chars.h"

#define ETHNIC_MAX                 12u /* 阿卜杜热合曼·买买提艾力: what newspapers print */

/* States of a chain of ethnic name parts: how many of its characters no known part covers, and
 * whether there is a known part at all. */
#define ETHNIC_LOOSE               2u
#define ETHNIC_STATE(known, loose) ((known) * (ETHNIC_LOOSE + 1u) + (loose))
#define NEVER                      0x3fffffff
typedef struct chain {
    int32_t cost[ETHNIC_MAX + 1][2 * (ETHNIC_LOOSE + 1)]; /* [length] */
} chain;

static void chain_take(chain *c, uint32_t len, uint32_t state, int32_t cost)
{
    if (cost < c->cost[len][state])
        c->cost[len][state] = cost;
}

/* Goes on from length `len` of a chain that begins at `i`: over a known part, over a loose
 * character, over a dot. */
static void chain_step(const zgi_path *p, uint32_t i, uint32_t len, chain *c)
{
    uint32_t from = i + len;
    const uint32_t *first = &p->edges->first[from - p->begin];
    int32_t loose = zgi_name_char_at(p, from)->ethnic;
    if (loose >= ZGI_COST_NONE && len > 0 && zgi_is_han(p->ch[from]))
        loose = zgi_path_weight(p, ZGI_W_ETHNIC_FLOOR);
    for (uint32_t s = 0; s < 2 * (ETHNIC_LOOSE + 1); s++) {
        int32_t cost = c->cost[len][s];
        uint32_t had = s % (ETHNIC_LOOSE + 1);
        if (cost >= NEVER)
            continue;
        for (uint32_t k = first[0]; k < first[1]; k++) {
            const zgi_edge *e = &p->edges->items[k];
            if (e->cls == ZGI_C_MNAME && e->end - i <= ETHNIC_MAX)
                chain_take(c, e->end - i, ETHNIC_STATE(1, had), cost + e->cost);
        }
        if (loose < ZGI_COST_NONE && had < ETHNIC_LOOSE)
            chain_take(c, len + 1, s + 1, cost + loose + zgi_path_weight(p, ZGI_W_ETHNIC_CHAR));
        if (len > 0 && zgi_name_dot(p, from))
            chain_take(c, len + 1, s, cost);
    }
}

/* Chains of ethnic name parts, side by side (洛桑江村) or joined by a dot (阿依古丽·买买提). One or two
 * characters may be no known part (四郎 in 四郎尼玛, 江 in 热合曼江). */
static bool minority(zgi_path *p, uint32_t i)
{
    chain c;
    int32_t odd = zgi_path_weight(p, ZGI_W_ETHNIC_ODD);
    for (uint32_t len = 0; len <= ETHNIC_MAX; len++)
        for (uint32_t s = 0; s < 2 * (ETHNIC_LOOSE + 1); s++)
            c.cost[len][s] = NEVER;
    c.cost[0][0] = zgi_path_weight(p, ZGI_W_MINORITY_PRIOR);
    for (uint32_t len = 0; len < ETHNIC_MAX && i + len < p->end; len++)
        chain_step(p, i, len, &c);
    for (uint32_t len = 1; len <= ETHNIC_MAX && i + len <= p->end; len++) {
        int32_t best = NEVER;
        c.cost[len][ETHNIC_STATE(1, 1)] += odd;
        for (uint32_t s = ETHNIC_STATE(1, 0); s <= ETHNIC_STATE(1, ETHNIC_LOOSE); s++)
            best = c.cost[len][s] < best ? c.cost[len][s] : best;
        if (best < NEVER && !zgi_name_dot(p, i + len - 1) &&
            !zgi_name_push(p, i, i + len, best, ZGI_NF_MINORITY))
            return false;
    }
    return true;
}

bool zgi_name_ethnic(zgi_path *p, uint32_t i, uint32_t parts)
{
    return !((parts & ZGI_PART(ZGI_C_MNAME)) || zgi_name_leads_to_part(p, i)) || minority(p, i);
}
