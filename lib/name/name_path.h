/* The lattice of one sentence, seen by the room's own files.
 *
 * A cell is a border between two characters; its states are the context groups in which a path can
 * end there. Few groups are reached (two on average): a mask says which, and only those are read.
 *
 *   cell 3 of 「局长胡明远」: reached {NAME, NOUN, VERB}, cost[NAME] 1873 over 胡 from cell 2, TITLE
 *
 * Nearly all name candidates cost so much more than the words in their place that they lead
 * nowhere. A cell knows its cheapest state, and with it a limit above which a name that ends there
 * is sure to lose: such a candidate is dropped before its figures are added up.
 */
#ifndef ZGI_NAME_PATH_H
#define ZGI_NAME_PATH_H

#include "name/name.h"

/* An index with this bit is one of `made`, else one of the scan's edges. */
#define ZGI_EDGE_MADE 0x80000000u

typedef struct zgi_cell {
    uint32_t reached; /* bit g: a path ends here in group g */
    int32_t least;    /* what the cheapest of them costs; INT32_MAX when there is none */
    int32_t cost[ZGI_G_COUNT];
    uint32_t edge[ZGI_G_COUNT]; /* the last edge, the way back */
    uint8_t from[ZGI_G_COUNT];  /* group before that edge */
    uint8_t best;               /* the group of the cheapest */
} zgi_cell;

typedef struct zgi_path {
    const zgi_text *text;
    const zgi_edges *edges;
    uint32_t begin, end; /* the sentence; with the next lines what each step reads, near at hand */
    const uint16_t *ch, *code;
    const zgi_name_char *chars;
    const int32_t *weights, *transitions;
    const int32_t (*lead)[ZGI_G_COUNT];
    const zgi_known *known; /* may be NULL */
    zgi_arena *arena;
    zgi_cell *cells;  /* [sentence length + 1] */
    zgi_edges made;   /* name candidates that were the cheapest of their cell when they came */
    bool has_dot;     /* the sentence holds what may join parts of a name */
    uint8_t name_via; /* cheapest way into a name from the position at work: group before it, */
    int32_t name_in;  /* cost */
    int32_t slack;    /* by how much what speaks for a name may still make it cheaper */
} zgi_path;

static inline int32_t zgi_path_weight(const zgi_path *p, zgi_weight w)
{
    return p->weights[w];
}

static inline const zgi_name_char *zgi_name_char_at(const zgi_path *p, uint32_t i)
{
    return &p->chars[p->code[i]];
}

/* The lowest group of a set that is not empty: its one bit times a de Bruijn number has another
 * five bits at the top for each place. */
static inline uint8_t zgi_lowest_group(uint32_t set)
{
    static const uint8_t place[32] = {0,  1,  28, 2,  29, 14, 24, 3, 30, 22, 20, 15, 25, 17, 4,  8,
                                      31, 27, 13, 23, 21, 19, 16, 7, 26, 12, 18, 6,  11, 5,  10, 9};
    return place[((set & (0u - set)) * 0x077cb531u) >> 27];
}

/* The first path into a state stays unless a cheaper one comes. */
static inline bool zgi_cell_takes(const zgi_cell *cell, uint8_t group, int32_t cost)
{
    return (cell->reached >> group & 1u) == 0 || cost < cell->cost[group];
}

static inline void zgi_cell_put(zgi_cell *cell, uint8_t group, int32_t cost, uint32_t edge,
                                uint8_t from)
{
    cell->reached |= 1u << group;
    cell->cost[group] = cost;
    cell->edge[group] = edge;
    cell->from[group] = from;
    if (cost < cell->least) {
        cell->least = cost;
        cell->best = group;
    }
}

/* A path whose last token is a name that ends at `end` leads nowhere when it costs more than this:
 * what else ends there goes on for less, wherever it goes. Before a mark that is not certain. */
static inline int32_t zgi_path_limit(const zgi_path *p, uint32_t end)
{
    const zgi_cell *cell = &p->cells[end - p->begin];
    if (end >= p->end || (uint16_t)(p->ch[end] - 0x4e00u) > 0x51ffu || cell->least == INT32_MAX ||
        cell->best == ZGI_G_NAME)
        return INT32_MAX;
    return cell->least + p->lead[cell->best][ZGI_G_NAME] + p->slack;
}

#endif
