/* Names that the document has established: a small hash of spans into its text.
 *
 * 「局长胡明远说……应国有企业之邀，胡明远前往」: the second 胡明远 is found because of the first.
 */
#include "name/name.h"

#include <string.h>

#define CROWDED 2u /* names a bucket, on average, before there are more buckets */

static uint32_t *bucket(const zgi_known *known, uint16_t a, uint16_t b)
{
    return &known->buckets[(a * 31u + b) & known->mask];
}

void zgi_known_init(zgi_known *known)
{
    memset(known, 0, sizeof *known);
    memset(known->few, 0xff, sizeof known->few);
    known->buckets = known->few;
    known->mask = sizeof known->few / sizeof known->few[0] - 1;
}

/* The first two characters, then the others: most of a bucket differ in the first. */
static inline bool same(const zgi_text *text, uint32_t a, uint32_t b, uint32_t n)
{
    const uint16_t *x = text->ch + a, *y = text->ch + b;
    return x[0] == y[0] && x[1] == y[1] && memcmp(x + 2, y + 2, (n - 2) * sizeof *x) == 0;
}

uint32_t zgi_known_at(const zgi_known *known, const zgi_text *text, uint32_t i, uint32_t end)
{
    uint32_t best = 0;
    if (known->count == 0 || i + 1 >= end)
        return 0;
    uint32_t k = *bucket(known, text->ch[i], text->ch[i + 1]);
    for (; k != UINT32_MAX; k = known->next[k]) {
        uint32_t n = known->items[k].end - known->items[k].begin;
        if (n > best && n <= end - i && same(text, i, known->items[k].begin, n))
            best = n;
    }
    return best;
}

/* Four times the buckets, and every name in its place there. */
static bool spread(zgi_known *known, const zgi_text *text, zgi_arena *arena)
{
    uint32_t size = 4 * (known->mask + 1);
    uint32_t *buckets = zgi_arena_alloc(arena, size * sizeof *buckets);
    if (buckets == NULL)
        return false;
    memset(buckets, 0xff, size * sizeof *buckets);
    known->buckets = buckets;
    known->mask = size - 1;
    for (uint32_t k = 0; k < known->count; k++) {
        const uint16_t *c = text->ch + known->items[k].begin;
        uint32_t *head = bucket(known, c[0], c[1]);
        known->next[k] = *head;
        *head = k;
    }
    return true;
}

bool zgi_known_add(zgi_known *known, const zgi_text *text, zgi_span at, zgi_arena *arena)
{
    uint32_t n = at.end - at.begin;
    if (n < 2)
        return true;
    if (known->count > CROWDED * known->mask && !spread(known, text, arena))
        return false;
    uint32_t *head = bucket(known, text->ch[at.begin], text->ch[at.begin + 1]);
    for (uint32_t k = *head; k != UINT32_MAX; k = known->next[k])
        if (known->items[k].end - known->items[k].begin == n &&
            same(text, known->items[k].begin, at.begin, n))
            return true;
    uint32_t cap = known->cap;
    if (!ZGI_PUSH(arena, known, at))
        return false;
    if (known->cap != cap) {
        uint32_t *next = zgi_arena_zalloc(arena, known->cap, sizeof *next);
        if (next == NULL)
            return false;
        if (known->count > 1)
            memcpy(next, known->next, (known->count - 1) * sizeof *next);
        known->next = next;
    }
    uint16_t c = text->ch[at.begin];
    known->first[c >> 6 & 15u] |= (uint64_t)1 << (c & 63u);
    known->next[known->count - 1] = *head;
    *head = known->count - 1;
    return true;
}
