/* The public API: a result as bytes, to a function or into a buffer. */
#include "zhiguan_inner.h"

#include <string.h>

#include "dict/dict_image.h"

#define OUTPUT_ARENA 8192u

/* The bytes, in an arena of their own: a result may be written by several threads at once. The
 * caller frees *arena, also on failure. */
static zg_status render(const zg_result *result, zg_format format, const char *id,
                        zgi_emit_text_in text, zgi_arena **arena, const char **bytes, size_t *len,
                        zg_error *error)
{
    if (id != NULL) {
        size_t length = strlen(id), good = zgi_utf8_valid((const uint8_t *)id, length);
        if (good < length)
            return zgi_fail(error, ZG_E_UTF8, 0, good, "the document's id is not UTF-8", NULL);
    }
    zgi_emit_in in = {&result->facts, result->data_version, id, result->offsets, text};
    zg_status status = zgi_arena_new(&result->allocator, OUTPUT_ARENA, arena);
    if (status == ZG_OK)
        status = zgi_emit_run(&in, format, *arena, bytes, len);
    if (status == ZG_E_ARGUMENT)
        return zgi_fail(error, status, 0, 0,
                        zgi_emit_needs_text(format)
                            ? "this format shows the text: use zg_result_write_text"
                            : "the format is not known: see zg_format",
                        NULL);
    if (status != ZG_OK)
        return zgi_fail(error, status, 0, 0, "out of memory for the output", NULL);
    return ZG_OK;
}

static zg_status write_with(const zg_result *result, zg_format format, const char *id,
                            zgi_emit_text_in text, zg_write_fn write, void *ctx, zg_error *error)
{
    zgi_arena *arena = NULL;
    const char *bytes = NULL;
    size_t len = 0;
    zg_status status = zgi_api_begin(error);
    if (status != ZG_OK)
        return status;
    if (result == NULL || write == NULL)
        return zgi_fail(error, ZG_E_ARGUMENT, 0, 0, result ? "`write` is NULL" : "`result` is NULL",
                        NULL);
    status = render(result, format, id, text, &arena, &bytes, &len, error);
    if (status == ZG_OK && len > 0 && write(bytes, len, ctx) != 0)
        status = zgi_fail(error, ZG_E_WRITE, 0, 0, "the write function has failed", NULL);
    zgi_arena_free(arena);
    return status;
}

zg_status zg_result_write(const zg_result *result, zg_format format, const char *id,
                          zg_write_fn write, void *ctx, zg_error *error)
{
    return write_with(result, format, id, (zgi_emit_text_in){NULL, 0}, write, ctx, error);
}

zg_status zg_result_write_text(const zg_result *result, zg_format format, const char *id,
                               const char *utf8, size_t length, zg_write_fn write, void *ctx,
                               zg_error *error)
{
    zgi_emit_text_in text = {utf8 != NULL ? (const uint8_t *)utf8 : (const uint8_t *)"", length};
    if (utf8 == NULL && length > 0) {
        zg_status status = zgi_api_begin(error);
        return status != ZG_OK ? status
                               : zgi_fail(error, ZG_E_ARGUMENT, 0, 0,
                                          "`utf8` is NULL but `length` is not 0", NULL);
    }
    return write_with(result, format, id, text, write, ctx, error);
}
zg_status zg_result_format(const zg_result *result, zg_format format, const char *id, char *buffer,
                           size_t size, size_t *needed, zg_error *error)
{
    zgi_arena *arena = NULL;
    const char *bytes = NULL;
    size_t len = 0;
    if (needed != NULL)
        *needed = 0;
    zg_status status = zgi_api_begin(error);
    if (status != ZG_OK)
        return status;
    if (result == NULL || (buffer == NULL && size > 0))
        return zgi_fail(error, ZG_E_ARGUMENT, 0, 0,
                        result ? "`buffer` is NULL but `size` is not 0" : "`result` is NULL", NULL);
    status = render(result, format, id, (zgi_emit_text_in){NULL, 0}, &arena, &bytes, &len, error);
    if (status == ZG_OK && needed != NULL)
        *needed = len + 1;
    if (status == ZG_OK && size < len + 1) {
        char digits[ZGI_UTOA_SIZE];
        status = zgi_fail(error, ZG_E_SPACE, 0, 0, "the output takes ", zgi_utoa(len + 1, digits),
                          " bytes", NULL);
    } else if (status == ZG_OK) {
        if (len > 0)
            memcpy(buffer, bytes, len);
        buffer[len] = 0;
    }
    zgi_arena_free(arena);
    return status;
}
