/* String tables of the dictionary: any data/resolve/<name>.tsv, readable at run time by its name.
 *
 * Takes the file's stem (and a column's name); gives rows and cells in the author's order.
 * The columns `source` and `note` stay in the source table and are not in the image. An empty cell
 * (`-`) reads as "", a cell is never NULL. Strings live as long as the dictionary.
 *
 *   zgi_table ranks;
 *   if (zgi_table_find(dict, "ranks", &ranks)) {
 *       uint32_t rank = zgi_table_column(&ranks, "rank");
 *       uint32_t row = zgi_table_seek(&ranks, "县长");            first row with this first cell
 *       while (row != ZGI_TABLE_NONE) {
 *           const char *text = zgi_table_cell(&ranks, row, rank);
 *           row = zgi_table_next(&ranks, row);                    the next one with the same key
 *       }
 *   }
 */
#ifndef ZGI_DICT_TABLE_H
#define ZGI_DICT_TABLE_H

#include "dict/dict.h"

#define ZGI_TABLE_NONE UINT32_MAX

typedef struct zgi_table {
    const char *strings;
    const uint32_t *header; /* [columns] string offsets of the column names */
    const uint32_t *cells;  /* [rows][columns] string offsets */
    const uint32_t *order;  /* [rows] row numbers sorted by first cell (bytes), then by row */
    uint32_t rows, columns;
} zgi_table;

/* False (and an empty table) when the dictionary has no table of this name. */
bool zgi_table_find(const zgi_dict_view *dict, const char *name, zgi_table *out);
/* Index of a column, ZGI_TABLE_NONE when there is none. */
uint32_t zgi_table_column(const zgi_table *table, const char *name);
/* "" for an empty cell, and for a row or column that is not there. */
const char *zgi_table_cell(const zgi_table *table, uint32_t row, uint32_t column);
/* First row (in the author's order) whose first cell is `key`; by binary search. */
uint32_t zgi_table_seek(const zgi_table *table, const char *key);
uint32_t zgi_table_seek_n(const zgi_table *table, const char *key, size_t len);
/* The next row with the same first cell as `row`, ZGI_TABLE_NONE at the end. */
uint32_t zgi_table_next(const zgi_table *table, uint32_t row);

#endif
