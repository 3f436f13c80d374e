/* Weights and transitions: the tunable figures of the sentence lattice. */
#include <string.h>

#include "compile/compile_build.h"
#include "compile/compile_types.h"

static const char *const weight_names[] = {
#define ZGI_X(id, name) name,
    ZGI_WEIGHTS(ZGI_X)
#undef ZGI_X
};

static int32_t figure(const zgc_table *t, const zgc_row *row, const char *column)
{
    int64_t v;
    (void)zgc_int(zgc_cell(t, row, column), &v);
    return v < -100000 || v > 100000 ? 0 : (int32_t)v; /* out of range is a fault already */
}

static void take_weight(zgc_builder *b, const zgc_table *t, const zgc_row *row)
{
    uint32_t weight;
    if (zgc_weight_of(zgc_cell(t, row, "name"), &weight))
        b->weights[weight] = figure(t, row, "value");
}

static bool named(const zgc_table *t, const char *name)
{
    for (uint32_t k = 0; k < t->count; k++)
        if (strcmp(zgc_cell(t, &t->rows[k], "name"), name) == 0)
            return true;
    return false;
}

/* Every weight must have its row: a default in the code would be a figure nobody sees. */
static void check_complete(zgc_builder *b)
{
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t w = 0; t->shape == ZGC_WEIGHTS && w < ZGI_W_COUNT; w++)
            if (!named(t, weight_names[w]))
                zgc_fault_add(&b->data->faults, t->path, 0, 0, ZGC_E4006, weight_names[w], NULL);
    }
}

/* Groups that a cell means: one, or all for *. */
static bool range_of(const char *cell, uint8_t *first, uint8_t *last)
{
    *first = 0;
    *last = ZGI_G_COUNT - 1;
    if (strcmp(cell, "*") == 0)
        return true;
    if (!zgc_group_of(cell, first))
        return false;
    *last = *first;
    return true;
}

static void take_transition(zgc_builder *b, const zgc_table *t, const zgc_row *row)
{
    uint8_t from, from_last, to, to_last;
    if (!range_of(zgc_cell(t, row, "from"), &from, &from_last) ||
        !range_of(zgc_cell(t, row, "to"), &to, &to_last))
        return;
    for (uint32_t f = from; f <= from_last; f++)
        for (uint32_t g = to; g <= to_last; g++)
            b->transitions[f][g] = figure(t, row, "cost");
}

void zgc_weights_build(zgc_builder *b)
{
    zgc_rows(b, ZGC_WEIGHTS, take_weight);
    check_complete(b);
    zgc_rows(b, ZGC_TRANSITIONS, take_transition);
}
