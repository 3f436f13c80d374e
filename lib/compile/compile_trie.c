/* The trie as a double array with XOR.
 *
 * First a plain trie, level by level, over the sorted words; then every node's children get a base
 * such that base ^ code is free for each of them. Nodes with many children choose first; nodes with
 * one child fill the holes that are left, so the array is nearly full. No base is given twice, for
 * the library knows a child by its label alone. Units are numbered after all bases are known, from
 * the root down.
 *
 *   node 公 (unit u) --安--> unit base(u) ^ code(安), label 安, value = first sense of 公安 + 1
 */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"

/* After so many failures a search does not look at those units again for nodes as large. */
#define PATIENCE 512u

typedef struct node {
    uint32_t low, high;    /* words [low, high) run through here */
    uint32_t first, count; /* children */
    uint32_t base;
    uint16_t code;
    uint16_t depth;
} node;

typedef struct maker {
    const zgc_builder *b;
    struct {
        node *items;
        uint32_t count, cap;
    } nodes;
    uint32_t span;         /* power of two above every code */
    uint32_t *next, *back; /* ring of free units through unit 0 */
    bool *taken;
    bool *given; /* as a base; 0 is not given: it says that a node has no children */
    uint32_t units;
} maker;

static uint16_t code_at(const maker *m, uint32_t word, uint32_t depth)
{
    return m->b->char_code[m->b->keys.items[word].word.units[depth]];
}

static void add_children(maker *m, uint32_t parent)
{
    node n = m->nodes.items[parent];
    uint32_t at = n.low, first = m->nodes.count;
    if (at < n.high && m->b->keys.items[at].word.len == n.depth)
        at++; /* the word that ends here */
    while (at < n.high) {
        node child = {.low = at, .code = code_at(m, at, n.depth), .depth = (uint16_t)(n.depth + 1)};
        while (at < n.high && code_at(m, at, n.depth) == child.code)
            at++;
        child.high = at;
        ZGC_PUSH(&m->nodes, items, child);
    }
    m->nodes.items[parent].first = first;
    m->nodes.items[parent].count = m->nodes.count - first;
}

static void plain_trie(maker *m)
{
    node root = {.high = m->b->keys.count};
    ZGC_PUSH(&m->nodes, items, root);
    for (uint32_t k = 0; k < m->nodes.count; k++)
        add_children(m, k);
}

/* Adds one block of units to the end of the ring. */
static void grow(maker *m)
{
    uint32_t from = m->units, to = from + m->span;
    m->next = zgc_resize(m->next, to, sizeof *m->next);
    m->back = zgc_resize(m->back, to, sizeof *m->back);
    m->taken = zgc_resize(m->taken, to, sizeof *m->taken);
    m->given = zgc_resize(m->given, to, sizeof *m->given);
    if (from == 0)
        m->next[0] = m->back[0] = 0;
    for (uint32_t u = from == 0 ? 1 : from; u < to; u++) {
        m->taken[u] = m->given[u] = false;
        m->back[u] = m->back[0];
        m->next[u] = 0;
        m->next[m->back[0]] = u;
        m->back[0] = u;
    }
    m->taken[0] = m->given[0] = true;
    m->units = to;
}

static void take(maker *m, uint32_t u)
{
    m->taken[u] = true;
    m->next[m->back[u]] = m->next[u];
    m->back[m->next[u]] = m->back[u];
}

static bool fits(const maker *m, const node *n, uint32_t base)
{
    if (m->given[base])
        return false;
    for (uint32_t k = 0; k < n->count; k++)
        if (m->taken[base ^ m->nodes.items[n->first + k].code])
            return false;
    return true;
}

/* *start: first unit worth trying; moved on when the search was long. */
static uint32_t find_base(maker *m, const node *n, uint32_t *start)
{
    uint16_t code = m->nodes.items[n->first].code;
    uint32_t u = *start, tried = 0;
    while (u != 0 && u < m->units && m->taken[u])
        u++;
    if (u >= m->units)
        u = 0;
    if (u == 0)
        u = m->next[0];
    for (;; u = m->next[u], tried++) {
        if (u == 0) {
            u = m->units;
            grow(m);
        }
        if (fits(m, n, u ^ code))
            break;
    }
    if (tried > PATIENCE)
        *start = u;
    return u ^ code;
}

/* Nodes by their number of children, most first; of the same number, from the root down. */
static uint32_t *by_children(const maker *m, uint32_t *most)
{
    uint32_t count = m->nodes.count;
    *most = 0;
    for (uint32_t k = 0; k < count; k++)
        if (m->nodes.items[k].count > *most)
            *most = m->nodes.items[k].count;
    uint32_t *place = zgc_alloc((size_t)*most + 2, sizeof *place);
    uint32_t *order = zgc_alloc(count, sizeof *order);
    for (uint32_t k = 0; k < count; k++)
        place[*most - m->nodes.items[k].count + 1]++;
    for (uint32_t k = 1; k <= *most + 1; k++)
        place[k] += place[k - 1];
    for (uint32_t k = 0; k < count; k++)
        order[place[*most - m->nodes.items[k].count]++] = k;
    zgc_free(place);
    return order;
}

static void choose_bases(maker *m)
{
    uint32_t most, *order = by_children(m, &most);
    uint32_t *starts = zgc_alloc((size_t)most + 1, sizeof *starts);
    for (uint32_t k = 0; k < m->nodes.count; k++) {
        node *n = &m->nodes.items[order[k]];
        if (n->count == 0)
            break;
        n->base = find_base(m, n, &starts[n->count]);
        m->given[n->base] = true;
        for (uint32_t i = 0; i < n->count; i++)
            take(m, n->base ^ m->nodes.items[n->first + i].code);
    }
    zgc_free(starts);
    zgc_free(order);
}

static void number_units(const maker *m, zgc_trie *out)
{
    uint32_t *unit = zgc_alloc(m->nodes.count, sizeof *unit);
    out->count = m->units;
    out->units = zgc_alloc(m->units, sizeof *out->units);
    for (uint32_t u = 0; u < m->units; u++)
        out->units[u] = zgi_trie_unit(0, 0, ZGI_TRIE_FREE);
    unit[0] = ZGI_TRIE_ROOT;
    for (uint32_t k = 0; k < m->nodes.count; k++) {
        const node *n = &m->nodes.items[k];
        bool ends = k > 0 && m->b->keys.items[n->low].word.len == n->depth;
        out->units[unit[k]] = zgi_trie_unit(ends ? m->b->keys.items[n->low].first + 1 : 0, n->base,
                                            k > 0 ? n->code : (uint16_t)ZGI_TRIE_FREE);
        for (uint32_t i = n->first; i < n->first + n->count; i++)
            unit[i] = n->base ^ m->nodes.items[i].code;
    }
    zgc_free(unit);
}

void zgc_trie_build(zgc_builder *b)
{
    maker m = {.b = b, .span = 2};
    while (m.span < b->char_count)
        m.span *= 2;
    plain_trie(&m);
    grow(&m);
    take(&m, ZGI_TRIE_ROOT);
    choose_bases(&m);
    number_units(&m, &b->trie);
    zgc_free(m.nodes.items);
    zgc_free(m.next);
    zgc_free(m.back);
    zgc_free(m.taken);
    zgc_free(m.given);
}
