/* A small hash map, uint32 → uint32: open addressing, never more than half full, made once for a
 * known number of keys; keys that are hashes of longer things are compared by the caller. And a
 * merge sort that takes its memory from the arena (the C library's may call malloc). */
#include "resolve/resolve_inner.h"

#include <string.h>

static uint32_t mix(uint32_t key)
{
    key = (key ^ (key >> 16)) * 0x7feb352du;
    key = (key ^ (key >> 15)) * 0x846ca68bu;
    return key ^ (key >> 16);
}

bool zgi_map_init(zgi_arena *arena, zgi_map *map, uint32_t keys)
{
    uint32_t size = 16;
    while (size < keys * 2u && size < (1u << 30))
        size *= 2;
    map->mask = size - 1;
    map->keys = zgi_arena_alloc(arena, size * sizeof *map->keys);
    map->values = zgi_arena_alloc(arena, size * sizeof *map->values);
    if (map->keys == NULL || map->values == NULL)
        return false;
    memset(map->values, 0xff, size * sizeof *map->values);
    return true;
}

static uint32_t slot(const zgi_map *map, uint32_t key)
{
    uint32_t i = mix(key) & map->mask;
    while (map->values[i] != ZGI_NONE && map->keys[i] != key)
        i = (i + 1) & map->mask;
    return i;
}

uint32_t zgi_map_get(const zgi_map *map, uint32_t key)
{
    return map->values[slot(map, key)];
}

void zgi_map_put(zgi_map *map, uint32_t key, uint32_t value)
{
    uint32_t i = slot(map, key);
    map->keys[i] = key;
    map->values[i] = value;
}

static void merge(const uint64_t *from, uint64_t *to, uint32_t low, uint32_t mid, uint32_t high)
{
    uint32_t i = low, j = mid;
    for (uint32_t k = low; k < high; k++)
        to[k] = i < mid && (j >= high || from[i] <= from[j]) ? from[i++] : from[j++];
}

bool zgi_rs_sort(zgi_arena *arena, uint64_t *keys, uint32_t count)
{
    uint64_t *a = keys, *b = zgi_arena_alloc(arena, ((size_t)count + 1) * sizeof *b);
    if (b == NULL)
        return false;
    for (uint64_t width = 1; width < count; width *= 2) {
        for (uint64_t low = 0; low < count; low += 2 * width) {
            uint64_t mid = low + width < count ? low + width : count;
            uint64_t high = low + 2 * width < count ? low + 2 * width : count;
            merge(a, b, (uint32_t)low, (uint32_t)mid, (uint32_t)high);
        }
        uint64_t *swap = a;
        a = b;
        b = swap;
    }
    if (a != keys)
        memcpy(keys, a, count * sizeof *keys);
    return true;
}
