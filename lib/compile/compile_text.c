/* Folding: the table of the image, and words of tables folded by it, as the text room folds what
 * it reads. 「廣東」 in a table is the same key as 「广东」. */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"
#include "compile/compile_shape.h"
#include "compile/compile_table.h"

static void take_fold(zgc_builder *b, const zgc_table *t, const zgc_row *row)
{
    uint32_t from, to;
    if (zgc_one_char(zgc_cell(t, row, "from"), &from) && from <= 0xffff &&
        zgc_one_char(zgc_cell(t, row, "to"), &to) && to <= 0xffff && from != 0 && to != 0)
        b->fold[from] = (uint16_t)to;
}

/* One step must be enough: the text room folds once. */
static void check_fold(zgc_builder *b, const zgc_table *t, const zgc_row *row)
{
    uint32_t to;
    if (zgc_one_char(zgc_cell(t, row, "to"), &to) && to <= 0xffff && b->fold[to] != to)
        zgc_fault_at(b->data, t, row, "to", ZGC_E2017, zgc_cell(t, row, "from"), NULL);
}

void zgc_fold_build(zgc_builder *b)
{
    for (uint32_t c = 0; c < 65536; c++)
        b->fold[c] = (uint16_t)c;
    zgc_rows(b, ZGC_FOLD, take_fold);
    zgc_rows(b, ZGC_FOLD, check_fold);
}

bool zgc_fold_word(const zgc_builder *b, const char *s, zgc_word *out)
{
    uint16_t *units = zgc_alloc(strlen(s), sizeof *units);
    unsigned size;
    out->len = 0;
    out->units = units;
    for (; *s != 0; s += size) {
        uint32_t c = zgc_char(s, &size);
        if (c > 0xffff) {
            zgc_free(units);
            return false;
        }
        units[out->len++] = b->fold[c];
    }
    return true;
}

int zgc_word_compare(const zgc_word *a, const zgc_word *b)
{
    uint32_t n = a->len < b->len ? a->len : b->len;
    for (uint32_t k = 0; k < n; k++)
        if (a->units[k] != b->units[k])
            return a->units[k] < b->units[k] ? -1 : 1;
    return a->len < b->len ? -1 : a->len > b->len;
}
