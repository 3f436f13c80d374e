/* Columns that grow row by row, in the memory layout of Arrow: a bit a row for what is known,
 * 64-bit numbers, or 32-bit offsets into one run of bytes. Knows nothing of Python: it runs without
 * the GIL. A column out of memory, or with over 2 GB of text, is marked failed, takes no more. */
#include "zgpy.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROWS  64u
#define FIRST_BYTES 1024u

size_t zgpy_layout_count(zgpy_output output)
{
    return output == ZGPY_JSON ? 3 : zg_column_count() + 2;
}

const char *zgpy_layout_name(zgpy_output output, size_t column)
{
    size_t last = zgpy_layout_count(output) - 1;
    if (column > last)
        return NULL;
    if (column == 0)
        return "row";
    if (column == last)
        return "error";
    return output == ZGPY_JSON ? "json" : zg_column_name(column - 1);
}

bool zgpy_layout_is_text(zgpy_output output, size_t column)
{
    if (column == 0)
        return false;
    if (output == ZGPY_JSON || column == zgpy_layout_count(output) - 1)
        return true;
    return zg_column_type_of(column - 1) == ZG_COLUMN_TEXT;
}

/* `*p` for `count` things of `size` bytes. */
static bool grow(void **p, size_t count, size_t size)
{
    void *more = realloc(*p, count * size);
    if (more == NULL)
        return false;
    *p = more;
    return true;
}

static bool reserve_rows(zgpy_column *c, size_t rows)
{
    void *valid = c->valid, *values = c->is_text ? (void *)c->offsets : (void *)c->numbers;
    size_t size = c->is_text ? sizeof *c->offsets : sizeof *c->numbers;
    bool good = grow(&valid, rows / 8 + 1, 1);
    c->valid = valid != NULL ? valid : c->valid;
    good = good && grow(&values, rows + 1, size);
    if (c->is_text)
        c->offsets = values;
    else
        c->numbers = values;
    c->room = good ? rows : c->room;
    c->failed |= !good;
    return good;
}

/* The next row's bit; false when there is no room for a row. */
static bool next_row(zgpy_column *c, bool known)
{
    if (c->failed || (c->length == c->room && !reserve_rows(c, c->room * 2)))
        return false;
    uint8_t bit = (uint8_t)(1u << (c->length % 8));
    if (c->length % 8 == 0)
        c->valid[c->length / 8] = 0;
    if (known)
        c->valid[c->length / 8] |= bit;
    else
        c->nulls++;
    return true;
}

void zgpy_add_number(zgpy_column *c, bool known, int64_t number)
{
    if (next_row(c, known))
        c->numbers[c->length++] = known ? number : 0;
}

int zgpy_extend(const char *bytes, size_t length, void *column)
{
    zgpy_column *c = column;
    if (length > INT32_MAX - c->byte_count)
        c->failed = true;
    if (c->failed)
        return 1;
    if (c->byte_count + length > c->byte_room) {
        size_t room = c->byte_room * 2;
        void *data = c->bytes;
        while (room < c->byte_count + length)
            room *= 2;
        if (!grow(&data, room, 1)) {
            c->failed = true;
            return 1;
        }
        c->bytes = data;
        c->byte_room = room;
    }
    memcpy(c->bytes + c->byte_count, bytes, length);
    c->byte_count += length;
    return 0;
}

static void end_row(zgpy_column *c, bool known)
{
    if (!next_row(c, known))
        return;
    c->length++;
    c->offsets[c->length] = (int32_t)c->byte_count;
}

void zgpy_end_text(zgpy_column *c)
{
    end_row(c, true);
}

void zgpy_add_text(zgpy_column *c, const char *bytes, size_t length)
{
    if (bytes != NULL && length > 0)
        (void)zgpy_extend(bytes, length, c);
    end_row(c, bytes != NULL);
}

zgpy_chunk *zgpy_chunk_new(zgpy_output output)
{
    zgpy_chunk *chunk = calloc(1, sizeof *chunk);
    if (chunk == NULL)
        return NULL;
    atomic_init(&chunk->holders, 1);
    chunk->output = output;
    size_t count = zgpy_layout_count(output);
    chunk->columns = calloc(count, sizeof *chunk->columns);
    for (size_t k = 0; chunk->columns != NULL && k < count; k++) {
        zgpy_column *c = &chunk->columns[chunk->column_count++];
        c->is_text = zgpy_layout_is_text(output, k);
        if (reserve_rows(c, FIRST_ROWS) && c->is_text) {
            c->offsets[0] = 0;
            c->bytes = malloc(FIRST_BYTES);
            c->byte_room = FIRST_BYTES;
            c->failed = c->bytes == NULL;
        }
    }
    if (chunk->columns == NULL) {
        free(chunk);
        return NULL;
    }
    return chunk;
}

void zgpy_chunk_free(zgpy_chunk *chunk)
{
    if (chunk == NULL || atomic_fetch_sub(&chunk->holders, 1) != 1)
        return;
    for (size_t k = 0; k < chunk->column_count; k++) {
        free(chunk->columns[k].valid);
        free(chunk->columns[k].numbers);
        free(chunk->columns[k].offsets);
        free(chunk->columns[k].bytes);
    }
    free(chunk->columns);
    free(chunk);
}
