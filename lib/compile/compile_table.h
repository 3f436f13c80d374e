/* One table: a TSV file into rows and cells, with every fault of its form. */
#ifndef ZGC_TABLE_H
#define ZGC_TABLE_H

#include "compile/compile.h"

/* A table is a small file for people to edit; larger ones are split. */
#define ZGC_FILE_MAX (64u << 20)

/* Reads table->path; fills the rest but for shape. `ordered`: comments may stand between rows.
 * Rows with a wrong number of cells are faults and left out. */
void zgc_table_read(zgc_faults *faults, zgc_table *table, bool ordered);

/* Character column (from 1) at which cell `column` of a row begins. */
uint32_t zgc_table_column_at(const zgc_table *table, const zgc_row *row, uint32_t column);
/* UTF-8 to a code point; the number of bytes in *size. The text is known to be UTF-8. */
uint32_t zgc_char(const char *s, unsigned *size);

#endif
