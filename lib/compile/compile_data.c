/* The folder: all tables, SOURCES.md, VERSION and schema.tsv, each checked; then the keys.
 *
 * After this every cell is of its type and every key unique, or there is a fault for it. What
 * tables say to each other (parents, examples of rules) is checked where it is compiled.
 */
#include <stdlib.h>
#include <string.h>

#include "compile/compile.h"
#include "compile/compile_file.h"
#include "compile/compile_schema.h"
#include "compile/compile_shape.h"
#include "compile/compile_table.h"

#define VERSION_MAX 60u

uint32_t zgc_column(const zgc_table *t, const char *name)
{
    for (uint32_t k = 0; k < t->columns; k++)
        if (strcmp(t->header[k], name) == 0)
            return k;
    return UINT32_MAX;
}

const char *zgc_cell(const zgc_table *t, const zgc_row *row, const char *column)
{
    uint32_t k = zgc_column(t, column);
    return k == UINT32_MAX ? "" : row->cells[k];
}

bool zgc_empty(const char *cell)
{
    return cell[0] == 0 || strcmp(cell, "-") == 0;
}

void zgc_fault_cell(zgc_data *data, const zgc_table *t, const zgc_row *row, uint32_t column,
                    zgc_code code, const char *first, const char *second)
{
    zgc_fault_add(&data->faults, t->path, row->line, zgc_table_column_at(t, row, column), code,
                  first, second);
}

void zgc_fault_at(zgc_data *data, const zgc_table *t, const zgc_row *row, const char *column,
                  zgc_code code, const char *first, const char *second)
{
    uint32_t k = zgc_column(t, column);
    zgc_fault_cell(data, t, row, k == UINT32_MAX ? 0 : k, code, first, second);
}

static void read_version(zgc_data *data)
{
    size_t len;
    const char *path = zgc_join(data->dir, "/VERSION", "");
    char *s = zgc_file_read(path, &len);
    if (s == NULL) {
        zgc_fault_add(&data->faults, path, 0, 0, ZGC_E4001, "VERSION", NULL);
        return;
    }
    if (len > 0 && s[len - 1] == '\n')
        s[--len] = 0;
    bool good = len > 0 && len <= VERSION_MAX && strlen(s) == len;
    for (size_t k = 0; k < len; k++)
        good = good && s[k] > ' ' && s[k] <= '~';
    if (!good)
        zgc_fault_add(&data->faults, path, 1, 1, ZGC_E4007, NULL, NULL);
    data->version = s;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every [key] of SOURCES.md; a link's [text](address) does no harm. */
static void read_sources(zgc_data *data)
{
    size_t len;
    const char *path = zgc_join(data->dir, "/SOURCES.md", "");
    char *at = zgc_file_read(path, &len);
    struct {
        const char **items;
        uint32_t count, cap;
    } keys = {0};
    if (at == NULL) {
        zgc_fault_add(&data->faults, path, 0, 0, ZGC_E4001, "SOURCES.md", NULL);
        return;
    }
    while ((at = strchr(at, '[')) != NULL) {
        size_t n = strcspn(++at, "[]\n");
        if (at[n] == ']' && n > 0)
            ZGC_PUSH(&keys, items, zgc_strndup(at, n));
        at += n;
    }
    if (keys.count > 0)
        qsort(keys.items, keys.count, sizeof *keys.items, by_bytes);
    data->sources = keys.items;
    data->source_count = keys.count;
}

static void read_table(zgc_data *data, zgc_table t)
{
    zgc_table_read(&data->faults, &t, strchr(t.name, '/') == NULL || zgc_shape_ordered(t.name));
    if (strcmp(t.name, "schema") == 0) {
        data->schema = t;
        return;
    }
    t.shape = zgc_shape_of(&t);
    if (t.shape == ZGC_NO_SHAPE)
        zgc_fault_add(&data->faults, t.path, 0, 0, ZGC_E4003, NULL, NULL);
    ZGC_PUSH(data, tables, t);
}

static const char *stem_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash == NULL ? name : slash + 1;
}

static void read_tables(zgc_data *data)
{
    zgc_names names = {0};
    (void)zgc_file_list(data->dir, &names);
    for (uint32_t k = 0; k < names.count; k++) {
        const char *name = names.items[k];
        read_table(data, (zgc_table){.name = name,
                                     .stem = stem_of(name),
                                     .path = zgc_join(data->dir, "/", zgc_join(name, ".tsv", ""))});
    }
}

/* A file from anywhere, as if it stood in the folder lexicon. */
static void read_added(zgc_data *data, const char *path)
{
    size_t n = strlen(path);
    bool tsv = n > 4 && strcmp(path + n - 4, ".tsv") == 0;
    const char *name = zgc_join("lexicon/", stem_of(zgc_strndup(path, tsv ? n - 4 : n)), "");
    read_table(data, (zgc_table){.name = name, .stem = stem_of(name), .path = path, .added = true});
}

static void require_tables(zgc_data *data)
{
    bool have[ZGC_NO_SHAPE + 1] = {false};
    for (uint32_t k = 0; k < data->count; k++)
        have[data->tables[k].shape] = true;
    for (int s = 0; s < ZGC_NO_SHAPE; s++) {
        const zgc_shape_info *info = zgc_shape_get((zgc_shape)s);
        if (!have[s] && s != ZGC_STRINGS)
            zgc_fault_add(&data->faults, data->dir, 0, 0, ZGC_E4002,
                          info->required != NULL ? info->required : info->name, NULL);
    }
}

void zgc_data_read(zgc_data *data, const char *dir, char *const *added, uint32_t added_count)
{
    memset(data, 0, sizeof *data);
    data->dir = dir;
    read_version(data);
    read_sources(data);
    read_tables(data);
    for (uint32_t k = 0; k < added_count; k++)
        read_added(data, added[k]);
    if (added_count > 0 && data->version != NULL)
        data->version = zgc_join(data->version, "+", ""); /* not the tables of that version alone */
    require_tables(data);
    if (data->schema.path == NULL) {
        zgc_fault_add(&data->faults, dir, 0, 0, ZGC_E4001, "schema.tsv", NULL);
        return;
    }
    zgc_schema_check(data);
    zgc_keys_check(data);
}
