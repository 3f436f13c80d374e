/* data/resolve/<stem>.tsv → string tables of the image (layout: dict/dict_table.c). */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"

typedef struct ordered {
    const char *key;
    uint32_t row;
} ordered;

static int by_key(const void *a, const void *b)
{
    const ordered *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order != 0 ? order : x->row < y->row ? -1 : x->row > y->row;
}

/* `source` and `note` are for people and stay in the table. */
static bool kept(const char *column)
{
    return strcmp(column, "source") != 0 && strcmp(column, "note") != 0;
}

static void put_order(zgc_builder *b, const zgc_table *t)
{
    ordered *rows = zgc_alloc(t->count, sizeof *rows);
    for (uint32_t r = 0; r < t->count; r++)
        rows[r] = (ordered){zgc_empty(t->rows[r].cells[0]) ? "" : t->rows[r].cells[0], r};
    qsort(rows, t->count, sizeof *rows, by_key);
    for (uint32_t r = 0; r < t->count; r++)
        ZGC_PUSH(&b->tables, items, rows[r].row);
    zgc_free(rows);
}

static void put_table(zgc_builder *b, const zgc_table *t, uint32_t at)
{
    uint32_t columns = 0;
    b->tables.items[at + ZGI_TW_NAME] = zgc_string(&b->pool, t->stem);
    b->tables.items[at + ZGI_TW_ROWS] = t->count;
    b->tables.items[at + ZGI_TW_HEADER] = b->tables.count;
    for (uint32_t c = 0; c < t->columns; c++) {
        if (!kept(t->header[c]))
            continue;
        ZGC_PUSH(&b->tables, items, zgc_string(&b->pool, t->header[c]));
        columns++;
    }
    b->tables.items[at + ZGI_TW_COLUMNS] = columns;
    b->tables.items[at + ZGI_TW_CELLS] = b->tables.count;
    for (uint32_t r = 0; r < t->count; r++) {
        for (uint32_t c = 0; c < t->columns; c++) {
            const char *cell = t->rows[r].cells[c];
            if (kept(t->header[c]))
                ZGC_PUSH(&b->tables, items, zgc_string(&b->pool, zgc_empty(cell) ? "" : cell));
        }
    }
    b->tables.items[at + ZGI_TW_ORDER] = b->tables.count;
    put_order(b, t);
}

void zgc_tables_build(zgc_builder *b)
{
    uint32_t count = 0, at = 1;
    for (uint32_t k = 0; k < b->data->count; k++)
        count += b->data->tables[k].shape == ZGC_STRINGS;
    ZGC_PUSH(&b->tables, items, count);
    for (uint32_t k = 0; k < count * ZGI_TABLE_WORDS; k++)
        ZGC_PUSH(&b->tables, items, 0);
    for (uint32_t k = 0; k < b->data->count; k++) {
        if (b->data->tables[k].shape != ZGC_STRINGS)
            continue;
        put_table(b, &b->data->tables[k], at);
        at += ZGI_TABLE_WORDS;
    }
}
