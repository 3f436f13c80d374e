/* Tables against schema.tsv. Its rows are: table, column, type, required, note. `table` is a shape
 * (lexicon, rules …) or the name of one table (resolve/ranks), which then counts; `column` may be *
 * for any number of columns before source and note. */
#include "compile/compile_schema.h"

#include <string.h>

#include "compile/compile_shape.h"
#include "compile/compile_types.h"

typedef struct column {
    const char *name, *type;
    bool required;
} column;

typedef struct columns {
    column *items;
    uint32_t count, cap;
    uint32_t star; /* index of the column *, UINT32_MAX when there is none */
} columns;

static bool schema_usable(zgc_data *data)
{
    static const char *const names[] = {"table", "column", "type", "required", "note"};
    zgc_table *s = &data->schema;
    bool good = true;
    if (s->header == NULL)
        return false;
    for (uint32_t k = 0; k < 5; k++) {
        if (zgc_column(s, names[k]) != UINT32_MAX)
            continue;
        zgc_fault_add(&data->faults, s->path, s->header_line, 1, ZGC_E1015, names[k], NULL);
        good = false;
    }
    for (uint32_t k = 0; good && k < s->count; k++) {
        const char *type = zgc_cell(s, &s->rows[k], "type");
        const char *required = zgc_cell(s, &s->rows[k], "required");
        if (!zgc_type_known(type))
            zgc_fault_at(data, s, &s->rows[k], "type", ZGC_E4005, type, NULL);
        if (strcmp(required, "yes") != 0 && strcmp(required, "no") != 0)
            zgc_fault_at(data, s, &s->rows[k], "required", ZGC_E2010, required, "yes|no");
    }
    return good;
}

static void collect(const zgc_table *schema, const char *table, columns *out)
{
    out->count = 0;
    out->star = UINT32_MAX;
    for (uint32_t k = 0; k < schema->count; k++) {
        const zgc_row *row = &schema->rows[k];
        if (strcmp(zgc_cell(schema, row, "table"), table) != 0)
            continue;
        column c = {zgc_cell(schema, row, "column"), zgc_cell(schema, row, "type"),
                    strcmp(zgc_cell(schema, row, "required"), "yes") == 0};
        if (strcmp(c.name, "*") == 0)
            out->star = out->count;
        ZGC_PUSH(out, items, c);
    }
}

/* Which schema column a table's column is: its name, or the star before source and note. */
static uint32_t match(const columns *schema, const char *name)
{
    for (uint32_t k = 0; k < schema->count; k++)
        if (strcmp(schema->items[k].name, name) == 0)
            return k;
    return schema->star;
}

static void check_header(zgc_data *data, const zgc_table *t, const columns *schema)
{
    uint32_t want = 0;
    bool star = schema->star != UINT32_MAX;
    for (uint32_t k = 0; k < schema->count; k++)
        if (k != schema->star && zgc_column(t, schema->items[k].name) == UINT32_MAX)
            zgc_fault_add(&data->faults, t->path, t->header_line, 1, ZGC_E1015,
                          schema->items[k].name, NULL);
    for (uint32_t k = 0; k < t->columns; k++) {
        uint32_t is = match(schema, t->header[k]);
        if (is == UINT32_MAX)
            zgc_fault_add(&data->faults, t->path, t->header_line, k + 1, ZGC_E1016, t->header[k],
                          NULL);
        else if (is < want && !star)
            zgc_fault_add(&data->faults, t->path, t->header_line, k + 1, ZGC_E1017, t->header[k],
                          zgc_number((int64_t)is + 1));
        want = is == UINT32_MAX ? want : is + 1;
    }
}

static void check_cells(zgc_data *data, const zgc_table *t, const columns *schema)
{
    for (uint32_t c = 0; c < t->columns; c++) {
        uint32_t is = match(schema, t->header[c]);
        if (is == UINT32_MAX)
            continue;
        const column *of = &schema->items[is];
        for (uint32_t r = 0; r < t->count; r++) {
            const char *cell = t->rows[r].cells[c];
            if (cell[0] == 0) /* reported by the reader */
                continue;
            if (strcmp(cell, "-") != 0)
                zgc_type_check(data, t, &t->rows[r], c, of->type);
            else if (of->required)
                zgc_fault_cell(data, t, &t->rows[r], c, ZGC_E2003, NULL, NULL);
        }
    }
}

void zgc_schema_check(zgc_data *data)
{
    columns schema = {0};
    if (!schema_usable(data))
        return;
    for (uint32_t k = 0; k < data->count; k++) {
        const zgc_table *t = &data->tables[k];
        if (t->shape == ZGC_NO_SHAPE || t->header == NULL)
            continue;
        collect(&data->schema, t->name, &schema);
        if (schema.count == 0)
            collect(&data->schema, zgc_shape_get(t->shape)->name, &schema);
        if (schema.count == 0) {
            zgc_fault_add(&data->faults, data->schema.path, 0, 0, ZGC_E4004,
                          zgc_shape_get(t->shape)->name, NULL);
            continue;
        }
        check_header(data, t, &schema);
        check_cells(data, t, &schema);
    }
}
