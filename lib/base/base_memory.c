/* The allocator hook outside an arena; the only place where malloc is named in the library. */
#include "base/base_memory.h"

#include <stdlib.h>

static void *std_alloc(size_t size, void *ctx)
{
    (void)ctx;
    return malloc(size);
}

static void *std_resize(void *p, size_t old_size, size_t new_size, void *ctx)
{
    (void)old_size;
    (void)ctx;
    return realloc(p, new_size);
}

static void std_release(void *p, size_t size, void *ctx)
{
    (void)size;
    (void)ctx;
    free(p);
}

zg_allocator zgi_memory_hooks(const zg_allocator *allocator)
{
    if (allocator != NULL)
        return *allocator;
    return (zg_allocator){sizeof(zg_allocator), std_alloc, std_resize, std_release, NULL};
}

void *zgi_memory_alloc(const zg_allocator *a, size_t size)
{
    return a->alloc(size, a->ctx);
}

void zgi_memory_release(const zg_allocator *a, void *p, size_t size)
{
    if (p != NULL)
        a->release(p, size, a->ctx);
}
