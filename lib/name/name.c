/* The door of the name room: the cheapest path through the sentence.
 *
 * States are (position, context group of the last token); a step over an edge costs the edge and
 * the transition between the two groups. One pass from left to right, then the way back.
 * Ties go to the edge that was written first, so that the answer never depends on the machine.
 */
#include "name/name.h"

#include <string.h>

#include "name/name_candidates.h"

#define FAR INT32_MAX

static const uint8_t group_of[ZGI_C_COUNT] = {
#define ZGI_X(id, name, group) ZGI_G_##group,
    ZGI_CLASSES(ZGI_X)
#undef ZGI_X
};

typedef struct zgi_cell {
    int32_t cost[ZGI_G_COUNT];
    uint32_t edge[ZGI_G_COUNT]; /* index into all edges, the way back */
    uint8_t from[ZGI_G_COUNT];  /* group before that edge */
} zgi_cell;

typedef struct zgi_path {
    const zgi_dict_view *dict;
    zgi_edges all; /* scan edges that can stand by themselves, and name candidates */
    zgi_cell *cells;
    uint32_t begin;
} zgi_path;

/* A blank or colon leaves 记者 and 局长 in force; after a name, it and 、 make a list of names. */
static uint8_t group_after(uint8_t before, uint8_t cls)
{
    if ((cls == ZGI_C_SPACE || cls == ZGI_C_COLON) &&
        (before == ZGI_G_BYLINE || before == ZGI_G_TITLE))
        return before;
    return before == ZGI_G_NAME && cls != ZGI_C_COLON ? ZGI_G_LIST : group_of[cls];
}

/* Relaxes a blank or 、 whose group depends on what stands before it. */
static void relax_mark(zgi_path *p, uint32_t index, const zgi_cell *cell)
{
    const zgi_edge *e = &p->all.items[index];
    zgi_cell *to = &p->cells[e->end - p->begin];
    for (uint8_t f = 0; f < ZGI_G_COUNT; f++) {
        if (cell->cost[f] == FAR)
            continue;
        uint8_t g = group_after(f, e->cls);
        int32_t cost = cell->cost[f] + p->dict->transitions[f * ZGI_G_COUNT + group_of[e->cls]];
        if (cost + e->cost < to->cost[g]) {
            to->cost[g] = cost + e->cost;
            to->edge[g] = index;
            to->from[g] = f;
        }
    }
}

/* Relaxes one edge from the cell it begins at. */
static void relax(zgi_path *p, uint32_t index, const int32_t in[ZGI_G_COUNT],
                  const uint8_t via[ZGI_G_COUNT])
{
    const zgi_edge *e = &p->all.items[index];
    uint8_t g = group_of[e->cls];
    if (in[g] == FAR)
        return;
    zgi_cell *to = &p->cells[e->end - p->begin];
    int32_t cost = in[g] + e->cost;
    if (cost < to->cost[g]) {
        to->cost[g] = cost;
        to->edge[g] = index;
        to->from[g] = via[g];
    }
}

/* Cheapest way into each group from the cell: transitions taken once a cell, not once an edge. */
static bool enter(const zgi_path *p, const zgi_cell *cell, int32_t in[ZGI_G_COUNT],
                  uint8_t via[ZGI_G_COUNT])
{
    bool reached = false;
    for (int g = 0; g < ZGI_G_COUNT; g++) {
        in[g] = FAR;
        via[g] = 0;
    }
    for (int f = 0; f < ZGI_G_COUNT; f++) {
        if (cell->cost[f] == FAR)
            continue;
        reached = true;
        const int32_t *row = p->dict->transitions + f * ZGI_G_COUNT;
        for (int g = 0; g < ZGI_G_COUNT; g++) {
            int32_t cost = cell->cost[f] + row[g];
            if (cost < in[g]) {
                in[g] = cost;
                via[g] = (uint8_t)f;
            }
        }
    }
    return reached;
}

static bool stands_alone(uint8_t cls)
{
    return cls != ZGI_C_SURNAME2 && cls != ZGI_C_FNAME && cls != ZGI_C_MNAME && cls != ZGI_C_JNAME;
}

static zg_status forward(zgi_path *p, const zgi_name_env *env)
{
    const zgi_edges *edges = env->edges;
    int32_t in[ZGI_G_COUNT];
    uint8_t via[ZGI_G_COUNT];
    for (uint32_t i = edges->at.begin; i < edges->at.end; i++) {
        uint32_t at = i - p->begin;
        if (!enter(p, &p->cells[at], in, via))
            continue;
        uint32_t from = p->all.count;
        for (uint32_t k = env->first[at]; k < env->first[at + 1]; k++)
            if (stands_alone(edges->items[k].cls) &&
                !ZGI_PUSH(env->arena, &p->all, edges->items[k]))
                return ZG_E_MEMORY;
        zg_status status = zgi_name_candidates(env, i, &p->all);
        if (status != ZG_OK)
            return status;
        for (uint32_t k = from; k < p->all.count; k++) {
            uint8_t cls = p->all.items[k].cls;
            if (cls == ZGI_C_SPACE || cls == ZGI_C_SEP || cls == ZGI_C_COLON)
                relax_mark(p, k, &p->cells[at]);
            else
                relax(p, k, in, via);
        }
    }
    return ZG_OK;
}

static zg_status backward(const zgi_path *p, zgi_arena *arena, zgi_tokens *out)
{
    uint32_t at = p->all.at.end - p->begin;
    int best = 0;
    for (int g = 1; g < ZGI_G_COUNT; g++)
        if (p->cells[at].cost[g] < p->cells[at].cost[best])
            best = g;
    while (at > 0) {
        const zgi_edge *e = &p->all.items[p->cells[at].edge[best]];
        zgi_token t = {{e->begin, e->end}, e->bits, e->data, e->cost, e->cls, e->sub};
        if (!ZGI_PUSH(arena, out, t))
            return ZG_E_MEMORY;
        best = p->cells[at].from[best];
        at = e->begin - p->begin;
    }
    for (uint32_t a = 0, b = out->count; a + 1 < b; a++) {
        zgi_token t = out->items[a];
        out->items[a] = out->items[--b];
        out->items[b] = t;
    }
    return ZG_OK;
}

/* first[i]: the first edge that begins at or after position i. */
static uint32_t *index_edges(const zgi_edges *edges, zgi_arena *arena)
{
    uint32_t n = edges->at.end - edges->at.begin;
    uint32_t *first = zgi_arena_zalloc(arena, n + 2, sizeof *first);
    if (first == NULL)
        return NULL;
    uint32_t k = 0;
    for (uint32_t i = 0; i <= n; i++) {
        while (k < edges->count && edges->items[k].begin - edges->at.begin < i)
            k++;
        first[i] = k;
    }
    first[n + 1] = edges->count;
    return first;
}

zg_status zgi_name_run(const zgi_dict_view *dict, const zgi_text *text, const zgi_edges *edges,
                       const zgi_known *known, zgi_arena *arena, zgi_tokens *out)
{
    uint32_t n = edges->at.end - edges->at.begin;
    zgi_path path = {dict, {0}, NULL, edges->at.begin};
    zgi_name_env env = {dict, text, edges, index_edges(edges, arena), known, arena};
    path.cells = zgi_arena_alloc(arena, (n + 1) * sizeof *path.cells);
    path.all.at = edges->at;
    out->count = 0;
    out->at = edges->at;
    if (env.first == NULL || path.cells == NULL)
        return ZG_E_MEMORY;
    for (uint32_t i = 0; i <= n; i++)
        for (int g = 0; g < ZGI_G_COUNT; g++)
            path.cells[i].cost[g] = FAR;
    path.cells[0].cost[ZGI_G_PUNCT] = 0;
    zg_status status = forward(&path, &env);
    return status == ZG_OK ? backward(&path, arena, out) : status;
}
