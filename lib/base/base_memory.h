/* The allocator hook outside an arena: for the few objects that live by themselves. */
#ifndef ZGI_BASE_MEMORY_H
#define ZGI_BASE_MEMORY_H

#include "base/base.h"

/* The caller's hooks, or malloc, realloc and free where `allocator` is NULL. */
zg_allocator zgi_memory_hooks(const zg_allocator *allocator);
void *zgi_memory_alloc(const zg_allocator *a, size_t size);           /* NULL when memory is out */
void zgi_memory_release(const zg_allocator *a, void *p, size_t size); /* NULL is fine */

/* Asks for the line of cache that `p` lies in, long before it is read; a hint, never an access. */
static inline void zgi_memory_ahead(const void *p)
{
#if defined(__GNUC__)
    __builtin_prefetch(p);
#else
    (void)p;
#endif
}

#endif
