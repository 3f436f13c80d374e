/* Keys: no two rows of one shape have the same, over all its tables; sorted tables are in order. */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_schema.h"
#include "compile/compile_shape.h"

typedef struct keyed {
    const char *key[2];
    const zgc_table *table;
    const zgc_row *row;
} keyed;

typedef struct keyeds {
    keyed *items;
    uint32_t count, cap;
} keyeds;

static const char *shown(const char *const key[2])
{
    return key[1][0] == 0 ? key[0] : zgc_join(key[0], " ", key[1]);
}

static int by_key(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    int order = zgc_key_compare(x->table->shape, x->key, y->key);
    if (order == 0)
        order = strcmp(x->table->path, y->table->path);
    if (order != 0)
        return order;
    return x->row->line < y->row->line ? -1 : x->row->line > y->row->line;
}

static void check_order(zgc_data *data, const keyed *items, uint32_t count)
{
    for (uint32_t k = 1; k < count; k++) {
        const keyed *x = &items[k - 1], *y = &items[k];
        if (zgc_key_compare(y->table->shape, x->key, y->key) > 0)
            zgc_fault_cell(data, y->table, y->row, 0, ZGC_E2002, shown(y->key), NULL);
    }
}

static void check_unique(zgc_data *data, const keyeds *all)
{
    for (uint32_t k = 1, first = 0; k < all->count; k++) {
        const keyed *x = &all->items[first], *y = &all->items[k];
        if (zgc_key_compare(y->table->shape, x->key, y->key) != 0) {
            first = k;
            continue;
        }
        char *where = zgc_join(x->table->path, ":", zgc_number(x->row->line));
        zgc_fault_cell(data, y->table, y->row, 0, ZGC_E2001, shown(y->key), where);
    }
}

static bool has_keys(const zgc_table *t)
{
    const zgc_shape_info *info = zgc_shape_get(t->shape);
    for (int k = 0; k < 2; k++)
        if (info->keys[k] != NULL && zgc_column(t, info->keys[k]) == UINT32_MAX)
            return false;
    return true;
}

static void check_shape(zgc_data *data, zgc_shape shape)
{
    const zgc_shape_info *info = zgc_shape_get(shape);
    keyeds all = {0};
    for (uint32_t k = 0; k < data->count; k++) {
        const zgc_table *t = &data->tables[k];
        if (t->shape != shape || !has_keys(t))
            continue;
        uint32_t from = all.count;
        for (uint32_t r = 0; r < t->count; r++) {
            keyed one = {.table = t, .row = &t->rows[r]};
            zgc_key_of(t, one.row, one.key);
            ZGC_PUSH(&all, items, one);
        }
        if (info->sorted && !t->added && all.count > from)
            check_order(data, all.items + from, all.count - from);
    }
    if (all.count > 0)
        qsort(all.items, all.count, sizeof *all.items, by_key);
    check_unique(data, &all);
    zgc_free(all.items);
}

void zgc_keys_check(zgc_data *data)
{
    for (int s = 0; s < ZGC_NO_SHAPE; s++)
        if (zgc_shape_get((zgc_shape)s)->keys[0] != NULL)
            check_shape(data, (zgc_shape)s);
}
