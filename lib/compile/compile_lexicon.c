/* Lexicon rows → entries with costs. A counted word costs 100 * ln(all counts / its count); a row
 * without a count costs the default weight of its class; pieces of names count among themselves. */
#include "compile/compile_build.h"
#include "compile/compile_types.h"

/* What a row without a count costs. Classes that are not here: word_cost. */
static const struct {
    uint8_t first, last; /* zgi_class */
    uint8_t weight;      /* zgi_weight */
} defaults[] = {
    {ZGI_C_TITLE, ZGI_C_BODY, ZGI_W_TITLE_COST},
    {ZGI_C_SUFFIX, ZGI_C_ORGAN, ZGI_W_SUFFIX_COST},
    {ZGI_C_ORG, ZGI_C_ORG, ZGI_W_ORG_COST},
    {ZGI_C_PLACE, ZGI_C_COUNTRY, ZGI_W_PLACE_COST},
    {ZGI_C_PSUFFIX, ZGI_C_PSUFFIX, ZGI_W_SUFFIX_COST},
    {ZGI_C_FORMER, ZGI_C_INVESTIGATE, ZGI_W_TRIGGER_COST},
};

typedef struct totals {
    uint64_t words;              /* of plain words */
    uint64_t names[ZGI_C_COUNT]; /* of fname, mname, jname, surname2: each its own */
} totals;

static bool counts_alone(uint8_t cls)
{
    return cls >= ZGI_C_SURNAME2 && cls <= ZGI_C_JNAME;
}

static int64_t count_of(const zgc_table *t, const zgc_row *row)
{
    int64_t v;
    const char *cell = zgc_cell(t, row, "count");
    return !zgc_empty(cell) && zgc_int(cell, &v) && v >= 0 ? v : -1;
}

static void add_count(totals *sum, const zgc_table *t, const zgc_row *row)
{
    uint8_t cls;
    int64_t count = count_of(t, row);
    if (count <= 0 || !zgc_class_of(zgc_cell(t, row, "class"), &cls))
        return;
    if (counts_alone(cls))
        sum->names[cls] += (uint64_t)count;
    else if (cls <= ZGI_C_HONOR)
        sum->words += (uint64_t)count;
}

static int16_t default_cost(const zgc_builder *b, uint8_t cls)
{
    for (size_t k = 0; k < sizeof defaults / sizeof defaults[0]; k++)
        if (cls >= defaults[k].first && cls <= defaults[k].last)
            return (int16_t)b->weights[defaults[k].weight];
    return (int16_t)b->weights[ZGI_W_WORD_COST];
}

static void take_word(zgc_builder *b, const totals *sum, const zgc_table *t, const zgc_row *row,
                      uint32_t number)
{
    const char *cell = zgc_cell(t, row, "word");
    zgc_entry e = {.data = number, .place = UINT32_MAX};
    if (!zgc_class_of(zgc_cell(t, row, "class"), &e.cls))
        return;
    int64_t count = count_of(t, row);
    e.bits = zgc_bits_of(zgc_cell(t, row, "kinds"), zgc_cell(t, row, "flags"));
    if (count < 0)
        e.cost = default_cost(b, e.cls);
    else
        e.cost = zgc_cost((uint64_t)count, counts_alone(e.cls) ? sum->names[e.cls] : sum->words);
    if (!zgc_fold_word(b, cell, &e.word))
        zgc_fault_at(b->data, t, row, "word", ZGC_E2016, cell, NULL);
    else if (e.word.len > 0)
        ZGC_PUSH(&b->entries, items, e);
}

void zgc_lexicon_build(zgc_builder *b)
{
    totals sum = {0};
    uint32_t number = 0;
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == ZGC_LEXICON && r < t->count; r++)
            add_count(&sum, t, &t->rows[r]);
    }
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == ZGC_LEXICON && r < t->count; r++)
            take_word(b, &sum, t, &t->rows[r], ++number);
    }
}
