/* The string pool: each string once, in the order in which it was first asked for. */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"

static uint32_t hash_of(const char *s)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (; *s != 0; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

static uint32_t slot_of(const zgc_pool *p, const char *s)
{
    uint32_t k = hash_of(s) & (p->slot_count - 1);
    while (p->slots[k] != UINT32_MAX && strcmp(p->items + p->slots[k], s) != 0)
        k = (k + 1) & (p->slot_count - 1);
    return k;
}

static void enlarge(zgc_pool *p)
{
    uint32_t old_count = p->slot_count, *old = p->slots;
    p->slot_count = old_count == 0 ? 1024 : old_count * 2;
    p->slots = zgc_alloc(p->slot_count, sizeof *p->slots);
    memset(p->slots, 0xff, p->slot_count * sizeof *p->slots);
    for (uint32_t k = 0; k < old_count; k++)
        if (old[k] != UINT32_MAX)
            p->slots[slot_of(p, p->items + old[k])] = old[k];
    zgc_free(old);
}

static uint32_t append(zgc_pool *p, const char *s)
{
    uint32_t at = p->count;
    do
        ZGC_PUSH(p, items, *s);
    while (*s++ != 0);
    return at;
}

uint32_t zgc_string(zgc_pool *p, const char *s)
{
    if (p->count == 0)
        (void)append(p, "");
    if (s[0] == 0)
        return 0;
    if (p->used * 2 >= p->slot_count)
        enlarge(p);
    uint32_t k = slot_of(p, s);
    if (p->slots[k] == UINT32_MAX) {
        p->slots[k] = append(p, s);
        p->used++;
    }
    return p->slots[k];
}
