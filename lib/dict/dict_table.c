/* String tables by name. Section TABL, in words:
 *
 *   count | count × {name, columns, rows, header at, cells at, order at} | the words they point to
 *
 * `at` counts words from the section's beginning; names, headers and cells are offsets of strings.
 */
#include "dict/dict_table.h"

#include <string.h>

#include "dict/dict_image.h"

bool zgi_table_find(const zgi_dict_view *dict, const char *name, zgi_table *out)
{
    memset(out, 0, sizeof *out);
    uint32_t count = dict->table_words > 0 ? dict->tables[0] : 0;
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t *head = dict->tables + 1 + k * ZGI_TABLE_WORDS;
        if (strcmp(dict->strings + head[ZGI_TW_NAME], name) != 0)
            continue;
        out->strings = dict->strings;
        out->header = dict->tables + head[ZGI_TW_HEADER];
        out->cells = dict->tables + head[ZGI_TW_CELLS];
        out->order = dict->tables + head[ZGI_TW_ORDER];
        out->rows = head[ZGI_TW_ROWS];
        out->columns = head[ZGI_TW_COLUMNS];
        return true;
    }
    return false;
}

uint32_t zgi_table_column(const zgi_table *table, const char *name)
{
    for (uint32_t k = 0; k < table->columns; k++)
        if (strcmp(table->strings + table->header[k], name) == 0)
            return k;
    return ZGI_TABLE_NONE;
}

const char *zgi_table_cell(const zgi_table *table, uint32_t row, uint32_t column)
{
    if (row >= table->rows || column >= table->columns)
        return "";
    return table->strings + table->cells[(size_t)row * table->columns + column];
}

/* Bytes of a cell against key[0 .. len), which holds no NUL: no cell is read past its end. */
static int compare(const char *cell, const char *key, size_t len)
{
    for (size_t k = 0; k < len; k++) /* most differ in the first bytes */
        if (cell[k] != key[k])
            return (unsigned char)cell[k] < (unsigned char)key[k] ? -1 : 1;
    return (unsigned char)cell[len];
}

uint32_t zgi_table_seek_n(const zgi_table *table, const char *key, size_t len)
{
    uint32_t low = 0, high = table->rows;
    if (memchr(key, 0, len) != NULL)
        return ZGI_TABLE_NONE;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        size_t cell = (size_t)table->order[mid] * table->columns;
        if (compare(table->strings + table->cells[cell], key, len) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == table->rows || compare(zgi_table_cell(table, table->order[low], 0), key, len) != 0)
        return ZGI_TABLE_NONE;
    return table->order[low];
}

uint32_t zgi_table_seek(const zgi_table *table, const char *key)
{
    return zgi_table_seek_n(table, key, strlen(key));
}

uint32_t zgi_table_next(const zgi_table *table, uint32_t row)
{
    /* Rows of a key mostly stand one after the other, and their cells are one string. */
    size_t columns = table->columns;
    if (row >= table->rows)
        return ZGI_TABLE_NONE;
    if (row + 1 < table->rows && table->cells[(row + 1) * columns] == table->cells[row * columns])
        return row + 1;
    const char *key = zgi_table_cell(table, row, 0);
    uint32_t low = 0, high = table->rows; /* the first place after (key, row) */
    while (low < high) {
        uint32_t mid = low + (high - low) / 2, at = table->order[mid];
        int order = strcmp(zgi_table_cell(table, at, 0), key);
        if (order < 0 || (order == 0 && at <= row))
            low = mid + 1;
        else
            high = mid;
    }
    if (low == table->rows || strcmp(zgi_table_cell(table, table->order[low], 0), key) != 0)
        return ZGI_TABLE_NONE;
    return table->order[low];
}
