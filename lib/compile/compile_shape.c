/* Shapes of tables (see compile_shape.h). A lexicon may have any name: it is told from a table of
 * divisions by its columns. */
#include "compile/compile_shape.h"

#include <string.h>

#include "compile/compile_table.h"

static const zgc_shape_info shapes[] = {
    [ZGC_FOLD] = {"fold", {"from", NULL}, true, true, "text/fold"},
    [ZGC_LEXICON] = {"lexicon", {"word", "class"}, true, false, NULL},
    [ZGC_DIVISIONS] = {"divisions", {"code", "name"}, true, false, NULL},
    [ZGC_SURNAMES] = {"surnames", {"surname", NULL}, true, false, "names/surnames"},
    [ZGC_GIVEN] = {"given", {"char", NULL}, true, true, "names/given"},
    [ZGC_TRANSLIT] = {"translit", {"char", NULL}, true, true, "names/translit"},
    [ZGC_WEIGHTS] = {"weights", {"name", NULL}, false, false, "rules/weights"},
    [ZGC_TRANSITIONS] = {"transitions", {"from", "to"}, false, false, "rules/transitions"},
    [ZGC_RULES] = {"rules", {"id", NULL}, false, false, "rules/rules"},
    [ZGC_STRINGS] = {"strings", {NULL, NULL}, false, false, NULL},
    [ZGC_NO_SHAPE] = {"-", {NULL, NULL}, false, false, NULL},
};

const zgc_shape_info *zgc_shape_get(zgc_shape shape)
{
    return &shapes[shape];
}

static bool under(const char *name, const char *folder)
{
    return strncmp(name, folder, strlen(folder)) == 0;
}

bool zgc_shape_ordered(const char *name)
{
    return under(name, "rules/") || under(name, "resolve/");
}

zgc_shape zgc_shape_of(const zgc_table *t)
{
    for (int s = 0; s < ZGC_NO_SHAPE; s++)
        if (shapes[s].required != NULL && strcmp(t->name, shapes[s].required) == 0)
            return (zgc_shape)s;
    if (under(t->name, "resolve/"))
        return ZGC_STRINGS;
    if (under(t->name, "rules/"))
        return ZGC_RULES;
    if (!under(t->name, "lexicon/"))
        return ZGC_NO_SHAPE;
    return zgc_column(t, "level") != UINT32_MAX || zgc_column(t, "parent") != UINT32_MAX
               ? ZGC_DIVISIONS
               : ZGC_LEXICON;
}

bool zgc_one_char(const char *cell, uint32_t *c)
{
    unsigned size;
    if (cell[0] == 0)
        return false;
    if (strncmp(cell, "U+", 2) == 0 && cell[2] != 0) {
        uint32_t v = 0;
        size_t n = 2;
        for (; cell[n] != 0 && n < 8; n++) {
            const char *digit = strchr("0123456789ABCDEF", cell[n]);
            if (digit == NULL)
                return false;
            v = v * 16 + (uint32_t)(digit - "0123456789ABCDEF");
        }
        *c = v;
        return cell[n] == 0 && n >= 6 && v <= 0x10ffff;
    }
    *c = zgc_char(cell, &size);
    return cell[size] == 0;
}

int zgc_key_compare(zgc_shape shape, const char *const a[2], const char *const b[2])
{
    if (shapes[shape].decoded) {
        uint32_t x = 0, y = 0;
        if (zgc_one_char(a[0], &x) && zgc_one_char(b[0], &y))
            return x < y ? -1 : x > y;
    }
    int order = strcmp(a[0], b[0]);
    return order != 0 ? order : strcmp(a[1], b[1]);
}

void zgc_key_of(const zgc_table *table, const zgc_row *row, const char *key[2])
{
    const zgc_shape_info *info = &shapes[table->shape];
    for (int k = 0; k < 2; k++)
        key[k] = info->keys[k] == NULL ? "" : zgc_cell(table, row, info->keys[k]);
}
