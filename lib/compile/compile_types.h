/* Types of cells: what schema.tsv may say of a column, how a cell of it is read. */
#ifndef ZGC_TYPES_H
#define ZGC_TYPES_H

#include "compile/compile.h"

/* True when schema.tsv may use this type. */
bool zgc_type_known(const char *type);
/* Adds the faults of one cell that is not `-`. */
void zgc_type_check(zgc_data *data, const zgc_table *table, const zgc_row *row, uint32_t column,
                    const char *type);

/* Reading cells that have been checked; on a bad cell 0, or false. */
bool zgc_int(const char *cell, int64_t *out);
bool zgc_class_of(const char *cell, uint8_t *out);
bool zgc_group_of(const char *cell, uint8_t *out);
bool zgc_weight_of(const char *cell, uint32_t *out);
bool zgc_level_of(const char *cell, uint8_t *out);
uint32_t zgc_bits_of(const char *kinds, const char *flags);

#endif
