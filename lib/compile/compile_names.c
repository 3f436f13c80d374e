/* Names: counts of surnames, given characters and transliteration characters → costs by character.
 * Surnames of two or more characters (欧阳) become words of class surname2. A count of 0 is "never
 * seen": ZGI_COST_NONE. */
#include "compile/compile_build.h"
#include "compile/compile_shape.h"
#include "compile/compile_table.h"
#include "compile/compile_types.h"

#define COLUMNS 3u

static uint64_t count_of(const zgc_table *t, const zgc_row *row, const char *column)
{
    int64_t v;
    return zgc_int(zgc_cell(t, row, column), &v) && v > 0 ? (uint64_t)v : 0;
}

static uint64_t total_of(const zgc_builder *b, zgc_shape shape, const char *column)
{
    uint64_t total = 0;
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == shape && r < t->count; r++)
            total += count_of(t, &t->rows[r], column);
    }
    return total;
}

static int16_t cost_or_none(uint64_t count, uint64_t total)
{
    return count == 0 ? ZGI_COST_NONE : zgc_cost(count, total);
}

/* Two written forms may fold to one character: the likelier one counts. */
static void keep_least(int16_t *slot, int16_t cost)
{
    if (cost < *slot)
        *slot = cost;
}

static void take_surname(zgc_builder *b, const zgc_table *t, const zgc_row *row, uint64_t total)
{
    const char *cell = zgc_cell(t, row, "surname");
    int16_t cost = zgc_cost(count_of(t, row, "count"), total);
    zgc_word word;
    if (!zgc_fold_word(b, cell, &word)) {
        zgc_fault_at(b->data, t, row, "surname", ZGC_E2016, cell, NULL);
    } else if (word.len == 1) {
        b->name_char[word.units[0]] = true;
        keep_least(&b->names[word.units[0]].surname, cost);
    } else if (word.len > 1) {
        zgc_entry e = {word, ZGI_C_SURNAME2, cost, 0, 0, UINT32_MAX};
        ZGC_PUSH(&b->entries, items, e);
    }
}

static void take_chars(zgc_builder *b, const zgc_table *t, const zgc_row *row,
                       const char *const columns[COLUMNS], const uint64_t totals[COLUMNS])
{
    uint32_t c;
    if (!zgc_one_char(zgc_cell(t, row, "char"), &c) || c > 0xffff)
        return;
    c = b->fold[c];
    b->name_char[c] = true;
    zgi_name_char *n = &b->names[c];
    int16_t *slots[2][COLUMNS] = {{&n->single, &n->first, &n->second},
                                  {&n->t_initial, &n->t_medial, &n->t_final}};
    for (uint32_t k = 0; k < COLUMNS; k++)
        keep_least(slots[t->shape == ZGC_TRANSLIT][k],
                   cost_or_none(count_of(t, row, columns[k]), totals[k]));
}

/* Column ethnic of translit: how often a character stands in ethnic names, wherever. */
static void build_ethnic(zgc_builder *b)
{
    uint64_t total = total_of(b, ZGC_TRANSLIT, "ethnic");
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == ZGC_TRANSLIT && r < t->count; r++) {
            uint32_t c;
            if (zgc_one_char(zgc_cell(t, &t->rows[r], "char"), &c) && c <= 0xffff)
                keep_least(&b->names[b->fold[c]].ethnic,
                           cost_or_none(count_of(t, &t->rows[r], "ethnic"), total));
        }
    }
}

static void build_chars(zgc_builder *b, zgc_shape shape, const char *const columns[COLUMNS])
{
    uint64_t totals[COLUMNS];
    for (uint32_t k = 0; k < COLUMNS; k++)
        totals[k] = total_of(b, shape, columns[k]);
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == shape && r < t->count; r++)
            take_chars(b, t, &t->rows[r], columns, totals);
    }
}

void zgc_names_build(zgc_builder *b)
{
    static const char *const given[COLUMNS] = {"single", "first", "second"};
    static const char *const translit[COLUMNS] = {"initial", "medial", "final"};
    const int16_t none = ZGI_COST_NONE;
    for (uint32_t c = 0; c < 65536; c++)
        b->names[c] = (zgi_name_char){none, none, none, none, none, none, none, none};
    build_chars(b, ZGC_GIVEN, given);
    build_chars(b, ZGC_TRANSLIT, translit);
    build_ethnic(b);
    uint64_t total = total_of(b, ZGC_SURNAMES, "count");
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == ZGC_SURNAMES && r < t->count; r++)
            take_surname(b, t, &t->rows[r], total);
    }
}
