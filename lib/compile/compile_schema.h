/* The schema: which columns a table has and of what type; the keys of all tables. */
#ifndef ZGC_SCHEMA_H
#define ZGC_SCHEMA_H

#include "compile/compile.h"

/* Columns and cells of every table against schema.tsv. */
void zgc_schema_check(zgc_data *data);
/* Keys: once in all tables of a shape; in order, where the shape is sorted. */
void zgc_keys_check(zgc_data *data);

#endif
