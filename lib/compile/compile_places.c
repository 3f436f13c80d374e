/* Divisions → places, and their names and short forms as words of class place (country for
 * countries). 「公安县 … short 公安」 gives two words that point to one place. */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"
#include "compile/compile_table.h"
#include "compile/compile_types.h"

typedef struct coded {
    uint32_t code, place;
    uint8_t former;
} coded;

typedef struct index {
    coded *items;
    uint32_t count, cap;
} index_of_codes;

static uint32_t number(const zgc_table *t, const zgc_row *row, const char *column)
{
    int64_t v;
    return zgc_int(zgc_cell(t, row, column), &v) && v > 0 && v <= UINT32_MAX ? (uint32_t)v : 0;
}

/* Today's divisions before former ones of the same code; then in order of the tables. */
static int by_code(const void *a, const void *b)
{
    const coded *x = a, *y = b;
    if (x->code != y->code)
        return x->code < y->code ? -1 : 1;
    if (x->former != y->former)
        return x->former < y->former ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

static uint32_t find_code(const index_of_codes *codes, uint32_t code)
{
    uint32_t low = 0, high = codes->count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (codes->items[mid].code < code)
            low = mid + 1;
        else
            high = mid;
    }
    return low < codes->count && codes->items[low].code == code ? codes->items[low].place
                                                                : UINT32_MAX;
}

/* The last character of the full name. */
static uint16_t type_of(const char *name)
{
    uint32_t c = 0;
    unsigned size;
    for (; *name != 0; name += size)
        c = zgc_char(name, &size);
    return c > 0xffff ? 0 : (uint16_t)c;
}

static void add_word(zgc_builder *b, const char *form, uint8_t level, int32_t cost, bool brief)
{
    zgc_entry e = {.cls = level == ZGI_L_COUNTRY ? ZGI_C_COUNTRY : ZGI_C_PLACE,
                   .cost = (int16_t)cost,
                   .bits = (uint32_t)ZGI_K_REGION | (brief ? (uint32_t)ZGI_F_SHORT : 0u),
                   .place = b->places.count - 1};
    if (zgc_fold_word(b, form, &e.word))
        ZGC_PUSH(&b->entries, items, e);
    else
        b->unreachable++;
}

static void take_division(zgc_builder *b, const zgc_table *t, const zgc_row *row)
{
    const char *name = zgc_cell(t, row, "name"), *brief = zgc_cell(t, row, "short");
    zgi_place p = {.code = number(t, row, "code"), .parent = UINT32_MAX, .type = type_of(name)};
    p.name = zgc_string(&b->pool, name);
    (void)zgc_level_of(zgc_cell(t, row, "level"), &p.level);
    p.former = (uint8_t)(number(t, row, "former") != 0);
    ZGC_PUSH(&b->places, items, p);
    add_word(b, name, p.level, b->weights[ZGI_W_PLACE_COST], false);
    if (zgc_empty(brief) || strcmp(brief, name) == 0)
        return;
    int32_t cost = b->weights[ZGI_W_PLACE_SHORT_COST];
    if (number(t, row, "words") != 0)
        cost += b->weights[ZGI_W_PLACE_WORD_COST];
    if (p.level >= ZGI_L_TOWNSHIP)
        cost += b->weights[ZGI_W_PLACE_TOWN_COST];
    if (p.level == ZGI_L_TOWNSHIP)
        cost += b->weights[ZGI_W_PLACE_TOWN_COST];
    add_word(b, brief, p.level, cost, true);
}

static void join_parent(zgc_builder *b, const index_of_codes *codes, uint32_t place,
                        const zgc_table *t, const zgc_row *row)
{
    uint32_t code = number(t, row, "parent");
    if (code == 0)
        return;
    uint32_t parent = find_code(codes, code);
    if (parent == UINT32_MAX) {
        zgc_fault_at(b->data, t, row, "parent", ZGC_E2019, zgc_number(code), NULL);
    } else if (b->places.items[parent].level >= b->places.items[place].level) {
        zgc_fault_at(b->data, t, row, "parent", ZGC_E2020, zgc_number(code), NULL);
    } else {
        b->places.items[place].parent = parent;
    }
}

void zgc_places_build(zgc_builder *b)
{
    index_of_codes codes = {0};
    uint32_t place = 0;
    zgc_rows(b, ZGC_DIVISIONS, take_division);
    for (uint32_t k = 0; k < b->places.count; k++) {
        const zgi_place *p = &b->places.items[k];
        coded c = {p->code, k, p->former};
        if (p->code != 0)
            ZGC_PUSH(&codes, items, c);
    }
    if (codes.count > 0)
        qsort(codes.items, codes.count, sizeof *codes.items, by_code);
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == ZGC_DIVISIONS && r < t->count; r++)
            join_parent(b, &codes, place++, t, &t->rows[r]);
    }
    zgc_free(codes.items);
}
