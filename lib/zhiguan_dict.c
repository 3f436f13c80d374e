/* The public API: dictionaries. Opens an image from any of its three sources, verifies it, compiles
 * its rules; then it never changes and is freed by its last holder. */
#include "zhiguan_inner.h"

#include <string.h>

/* Phrases of site chrome and the words of the document level take some 60 KB. */
#define DICT_ARENA 65536u

static void destroy(zg_dict *dict)
{
    zg_allocator allocator = dict->allocator;
    zgi_rules_free(dict->rules);
    zgi_arena_free(dict->arena);
    zgi_dict_unmap_file(&dict->file);
    zgi_memory_release(&allocator, dict->copy, dict->copy_size);
    zgi_memory_release(&allocator, dict, sizeof *dict);
}

static zg_status begin(const zg_allocator *allocator, zg_dict **out, zg_error *error)
{
    if (out != NULL)
        *out = NULL;
    zg_status status = zgi_api_begin(error);
    if (status != ZG_OK)
        return status;
    if (out == NULL || !zgi_api_allocator_ok(allocator))
        return zgi_fail(
            error, ZG_E_ARGUMENT, 0, 0,
            out ? "the allocator's size is wrong or a function is missing" : "`out` is NULL", NULL);
    zg_allocator hooks = zgi_memory_hooks(allocator);
    zg_dict *dict = zgi_memory_alloc(&hooks, sizeof *dict);
    if (dict == NULL)
        return zgi_fail(error, ZG_E_MEMORY, 0, 0, "out of memory for a dictionary", NULL);
    memset(dict, 0, sizeof *dict);
    atomic_init(&dict->holders, 1);
    dict->allocator = hooks;
    *out = dict;
    return ZG_OK;
}

/* From bytes in place to a dictionary ready for use; on failure it is gone. */
static zg_status finish(zg_dict **dict, const uint8_t *bytes, size_t length, bool own,
                        zg_error *error)
{
    zg_dict *d = *dict;
    zg_status status = own ? zgi_dict_load_own(bytes, length, &d->view, error)
                           : zgi_dict_load(bytes, length, &d->view, error);
    if (status == ZG_OK) {
        status = zgi_arena_new(&d->allocator, DICT_ARENA, &d->arena);
        if (status == ZG_OK)
            status = zgi_chrome_new(&d->view, d->arena, &d->chrome);
        if (status == ZG_OK)
            status = zgi_resolve_words_new(&d->view, d->arena, &d->words);
    }
    if (status == ZG_OK)
        status = zgi_rules_new(&d->view, &d->allocator, true, &d->rules, error);
    if (status == ZG_E_MEMORY)
        zgi_fail(error, status, 0, 0, "out of memory for a dictionary", NULL);
    if (status != ZG_OK) {
        destroy(d);
        *dict = NULL;
    }
    return status;
}

zg_status zg_dict_builtin(const zg_allocator *allocator, zg_dict **out, zg_error *error)
{
    zg_status status = begin(allocator, out, error);
    if (status != ZG_OK)
        return status;
    size_t length;
    const uint8_t *bytes = zgi_dict_builtin_bytes(&length);
    return finish(out, bytes, length, true, error);
}

zg_status zg_dict_open(const char *path, uint32_t flags, const zg_allocator *allocator,
                       zg_dict **out, zg_error *error)
{
    zg_status status = begin(allocator, out, error);
    if (status != ZG_OK)
        return status;
    zg_dict *d = *out;
    if (path == NULL || (flags & ~(uint32_t)ZG_DICT_MAPPED) != 0)
        status =
            zgi_fail(error, ZG_E_ARGUMENT, 0, 0,
                     path ? "a flag is not known: only ZG_DICT_MAPPED" : "`path` is NULL", NULL);
    else
        status =
            zgi_dict_map_file(path, (flags & ZG_DICT_MAPPED) != 0, &d->allocator, &d->file, error);
    if (status != ZG_OK) {
        memset(&d->file, 0, sizeof d->file);
        destroy(d);
        *out = NULL;
        return status;
    }
    return finish(out, d->file.bytes, d->file.len, false, error);
}

zg_status zg_dict_open_memory(const void *bytes, size_t length, uint32_t flags,
                              const zg_allocator *allocator, zg_dict **out, zg_error *error)
{
    zg_status status = begin(allocator, out, error);
    if (status != ZG_OK)
        return status;
    zg_dict *d = *out;
    if (bytes == NULL || (flags & ~(uint32_t)ZG_DICT_COPY) != 0) {
        status =
            zgi_fail(error, ZG_E_ARGUMENT, 0, 0,
                     bytes ? "a flag is not known: only ZG_DICT_COPY" : "`bytes` is NULL", NULL);
    } else if ((flags & ZG_DICT_COPY) != 0 || (uintptr_t)bytes % 8 != 0) {
        /* views need 8-byte alignment; bytes that have it not are copied, whatever was asked */
        d->copy = zgi_memory_alloc(&d->allocator, length + 1);
        d->copy_size = length + 1;
        if (d->copy == NULL)
            status = zgi_fail(error, ZG_E_MEMORY, 0, 0, "out of memory for a dictionary", NULL);
        else
            bytes = memcpy(d->copy, bytes, length);
    }
    if (status != ZG_OK) {
        destroy(d);
        *out = NULL;
        return status;
    }
    return finish(out, bytes, length, false, error);
}

zg_dict *zg_dict_ref(zg_dict *dict)
{
    if (dict != NULL)
        atomic_fetch_add_explicit(&dict->holders, 1, memory_order_relaxed);
    return dict;
}

void zg_dict_close(zg_dict *dict)
{
    if (dict != NULL && atomic_fetch_sub_explicit(&dict->holders, 1, memory_order_acq_rel) == 1)
        destroy(dict);
}

const char *zg_dict_data_version(const zg_dict *dict)
{
    return dict ? dict->view.data_version : NULL;
}
