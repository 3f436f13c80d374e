/* An arena: memory that is given out in pieces and taken back at once; chunks are kept and used
 * again after a reset, so that a warm session asks the allocator for nothing. */
#ifndef ZGI_BASE_ARENA_H
#define ZGI_BASE_ARENA_H

#include "base/base.h"

/* A NULL allocator means malloc, realloc and free. */
zg_status zgi_arena_new(const zg_allocator *allocator, size_t first_chunk, zgi_arena **out);
void zgi_arena_free(zgi_arena *arena);  /* NULL is fine */
void zgi_arena_reset(zgi_arena *arena); /* keeps the chunks */
/* 16-byte aligned, not cleared; NULL when memory is out (the arena stays usable). */
void *zgi_arena_alloc(zgi_arena *arena, size_t size);
/* count * size with overflow check, cleared. */
void *zgi_arena_zalloc(zgi_arena *arena, size_t count, size_t size);
char *zgi_arena_strndup(zgi_arena *arena, const char *s, size_t len);
size_t zgi_arena_used(const zgi_arena *arena);

/* Make room for one more element in an arena-backed array {items, count, cap}. True on success.
 *   struct { thing *items; uint32_t count, cap; } v = {0};
 *   if (!ZGI_PUSH(arena, &v, value)) return ZG_E_MEMORY; */
bool zgi_grow(zgi_arena *arena, void **items, uint32_t *cap, uint32_t count, size_t size);
#define ZGI_PUSH(arena, v, value)                                                                  \
    (((v)->count < (v)->cap ||                                                                     \
      zgi_grow((arena), (void **)&(v)->items, &(v)->cap, (v)->count, sizeof *(v)->items))          \
         ? ((v)->items[(v)->count++] = (value), true)                                              \
         : false)

#endif
