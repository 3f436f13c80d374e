/* zgc, the tables' compiler: a folder of tables → one image, or every fault that is in them.
 *
 * A host tool: never part of the library, so it may use stdio and end the process when memory is
 * out. Order of work: data (read all tables) → schema and types (each cell) → keys → the parts of
 * the image (fold, names, places, lexicon, rules, weights, string tables) → trie → image.
 * Nothing is written while there is a fault.
 */
#ifndef ZGC_COMPILE_H
#define ZGC_COMPILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compile/compile_fault.h"
#include "compile/compile_memory.h"

/* What a table is, told by its folder and name (compile_shape.c). */
typedef enum zgc_shape {
    ZGC_FOLD,
    ZGC_LEXICON,
    ZGC_DIVISIONS,
    ZGC_SURNAMES,
    ZGC_GIVEN,
    ZGC_TRANSLIT,
    ZGC_WEIGHTS,
    ZGC_TRANSITIONS,
    ZGC_RULES,
    ZGC_STRINGS,
    ZGC_NO_SHAPE
} zgc_shape;

typedef struct zgc_row {
    uint32_t line;
    char **cells; /* [table->columns] */
} zgc_row;

typedef struct zgc_table {
    const char *path; /* as faults name it: data/lexicon/titles.tsv */
    const char *name; /* lexicon/titles */
    const char *stem; /* titles */
    zgc_shape shape;
    uint32_t header_line;
    char **header;
    uint32_t columns;
    zgc_row *rows;
    uint32_t count, cap;
    bool added;        /* by --add: from outside the folder, its rows in any order */
    const char *bytes; /* the file as it was read */
    size_t len;
} zgc_table;

typedef struct zgc_data {
    zgc_faults faults;
    const char *dir;
    zgc_table *tables; /* in order of their names */
    uint32_t count, cap;
    zgc_table schema;
    const char **sources; /* keys of SOURCES.md, sorted */
    uint32_t source_count, source_cap;
    const char *version;
} zgc_data;

/* Reads DIR and the lexicons `added` to it; checks every table for itself and its keys against all
 * others. */
void zgc_data_read(zgc_data *data, const char *dir, char *const *added, uint32_t added_count);
/* Compiles what was read; gives the image's bytes, or NULL when there are faults. */
uint8_t *zgc_build(zgc_data *data, size_t *len, bool report);
/* Brings the tables of DIR into their form: sorts lexicons, comment heads; returns exit code. */
int zgc_fmt(const char *dir);

/* Column of this name: its index, or UINT32_MAX. */
uint32_t zgc_column(const zgc_table *table, const char *name);
/* "" where the column is missing (that is a fault already). */
const char *zgc_cell(const zgc_table *table, const zgc_row *row, const char *column);
bool zgc_empty(const char *cell); /* "-" */
void zgc_fault_cell(zgc_data *data, const zgc_table *table, const zgc_row *row, uint32_t column,
                    zgc_code code, const char *first, const char *second);
/* The same by the column's name. */
void zgc_fault_at(zgc_data *data, const zgc_table *table, const zgc_row *row, const char *column,
                  zgc_code code, const char *first, const char *second);

#endif
