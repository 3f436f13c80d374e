/* The arena: chunks in a list, filled one after the other; a reset goes back to the first.
 *
 *   arena → [chunk 0 | used … ] → [chunk 1 | used … free ] → [chunk 2 | kept from before ]
 *                                   ^ current
 *
 * A piece that is larger than what a chunk has left goes into the next kept chunk that can hold it,
 * else into a new one; chunks double, so that a text of any size needs few of them.
 */
#include "base/base_arena.h"

#include <string.h>

#define ALIGN     16u
#define CHUNK_MIN 1024u
#define CHUNK_MAX ((size_t)16 << 20) /* doubling stops here: what is not used stays small */

typedef struct chunk {
    struct chunk *next;
    size_t size; /* of `bytes` */
    size_t used;
} chunk;

struct zgi_arena {
    zg_allocator allocator;
    chunk *first, *current;
    size_t next_size;
};

/* The head of a chunk, rounded up so that its bytes are aligned when the chunk is. */
#define HEAD ((sizeof(chunk) + ALIGN - 1) / ALIGN * ALIGN)

/* An allocator may align to less than 16 bytes: the first bytes of a chunk are skipped then. */
static unsigned char *chunk_bytes(const chunk *c)
{
    uintptr_t at = (uintptr_t)c + HEAD;
    return (unsigned char *)((at + ALIGN - 1) / ALIGN * ALIGN);
}

static chunk *chunk_new(zgi_arena *a, size_t size)
{
    size_t all;
    if (!zgi_size_add(size, HEAD + ALIGN, &all))
        return NULL;
    chunk *c = zgi_memory_alloc(&a->allocator, all);
    if (c == NULL)
        return NULL;
    c->next = NULL;
    c->size = size;
    c->used = 0;
    return c;
}

zg_status zgi_arena_new(const zg_allocator *allocator, size_t first_chunk, zgi_arena **out)
{
    zg_allocator hooks = zgi_memory_hooks(allocator);
    zgi_arena *a = zgi_memory_alloc(&hooks, sizeof *a);
    *out = NULL;
    if (a == NULL)
        return ZG_E_MEMORY;
    a->allocator = hooks;
    a->next_size = first_chunk < CHUNK_MIN ? CHUNK_MIN : first_chunk;
    a->first = a->current = chunk_new(a, a->next_size);
    if (a->first == NULL) {
        zgi_memory_release(&hooks, a, sizeof *a);
        return ZG_E_MEMORY;
    }
    *out = a;
    return ZG_OK;
}

void zgi_arena_free(zgi_arena *arena)
{
    if (arena == NULL)
        return;
    zg_allocator hooks = arena->allocator;
    chunk *c = arena->first;
    while (c != NULL) {
        chunk *next = c->next;
        zgi_memory_release(&hooks, c, c->size + HEAD + ALIGN);
        c = next;
    }
    zgi_memory_release(&hooks, arena, sizeof *arena);
}

void zgi_arena_reset(zgi_arena *arena)
{
    for (chunk *c = arena->first; c != NULL; c = c->next)
        c->used = 0;
    arena->current = arena->first;
}

/* Makes a chunk with room for `size` the current one; chunks passed over stay as they are. */
static bool advance(zgi_arena *a, size_t size)
{
    chunk *last = a->current;
    for (chunk *c = last->next; c != NULL; last = c, c = c->next) {
        if (c->size >= size) {
            a->current = c;
            return true;
        }
    }
    if (a->next_size < CHUNK_MAX)
        a->next_size *= 2;
    chunk *c = chunk_new(a, size > a->next_size ? size : a->next_size);
    if (c == NULL)
        return false;
    last->next = c;
    a->current = c;
    return true;
}

void *zgi_arena_alloc(zgi_arena *arena, size_t size)
{
    size_t rounded;
    if (!zgi_size_add(size, ALIGN - 1, &rounded))
        return NULL;
    rounded = rounded / ALIGN * ALIGN;
    if (rounded == 0)
        rounded = ALIGN;
    if (rounded > arena->current->size - arena->current->used && !advance(arena, rounded))
        return NULL;
    chunk *c = arena->current;
    void *p = chunk_bytes(c) + c->used;
    c->used += rounded;
    return p;
}

void *zgi_arena_zalloc(zgi_arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (!zgi_size_mul(count, size, &bytes))
        return NULL;
    void *p = zgi_arena_alloc(arena, bytes);
    if (p != NULL)
        memset(p, 0, bytes);
    return p;
}

char *zgi_arena_strndup(zgi_arena *arena, const char *s, size_t len)
{
    size_t bytes;
    if (!zgi_size_add(len, 1, &bytes))
        return NULL;
    char *p = zgi_arena_alloc(arena, bytes);
    if (p == NULL)
        return NULL;
    if (len > 0)
        memcpy(p, s, len);
    p[len] = 0;
    return p;
}

size_t zgi_arena_used(const zgi_arena *arena)
{
    size_t used = 0;
    for (const chunk *c = arena->first; c != NULL; c = c->next)
        used += c->used;
    return used;
}

bool zgi_grow(zgi_arena *arena, void **items, uint32_t *cap, uint32_t count, size_t size)
{
    if (*cap > UINT32_MAX / 2)
        return false;
    uint32_t more = *cap < 8 ? 8 : *cap * 2;
    size_t bytes;
    if (!zgi_size_mul(more, size, &bytes))
        return false;
    void *p = zgi_arena_alloc(arena, bytes);
    if (p == NULL)
        return false;
    if (count > 0)
        memcpy(p, *items, (size_t)count * size);
    *items = p;
    *cap = more;
    return true;
}
