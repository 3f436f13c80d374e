/* Shapes: which table is what, what its key is, and whether it is sorted by it. */
#ifndef ZGC_SHAPE_H
#define ZGC_SHAPE_H

#include "compile/compile.h"

typedef struct zgc_shape_info {
    const char *name;     /* as schema.tsv says it */
    const char *keys[2];  /* columns of the key; NULL: rows need not differ */
    bool sorted;          /* by key, in code point order; else the author's order counts */
    bool decoded;         /* the key is one character, maybe written U+XXXX */
    const char *required; /* a table that must be there, or NULL */
} zgc_shape_info;

const zgc_shape_info *zgc_shape_get(zgc_shape shape);
/* By the table's name and header; ZGC_NO_SHAPE: nobody reads this place. */
zgc_shape zgc_shape_of(const zgc_table *table);
/* By its name alone: whether the author's order counts there. */
bool zgc_shape_ordered(const char *name);

/* One character, literal or U+XXXX; false when the cell is neither. */
bool zgc_one_char(const char *cell, uint32_t *c);
/* Order of two rows of one shape by their keys. */
int zgc_key_compare(zgc_shape shape, const char *const a[2], const char *const b[2]);
void zgc_key_of(const zgc_table *table, const zgc_row *row, const char *key[2]);

#endif
