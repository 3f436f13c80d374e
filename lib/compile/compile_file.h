/* Files of the host tool: reading one, writing one whole or not at all, listing tables. */
#ifndef ZGC_FILE_H
#define ZGC_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes with a NUL after them, or NULL. */
char *zgc_file_read(const char *path, size_t *len);
/* Writes beside `path` and renames, so that a reader never sees half a file. */
bool zgc_file_write(const char *path, const void *bytes, size_t len);

typedef struct zgc_names {
    const char **items;
    uint32_t count, cap;
} zgc_names;

/* Names of all .tsv under dir, without the ending, one folder deep (lexicon/titles), sorted by
 * bytes; the folder `derive` and names that begin with a dot are left out. False: no folder. */
bool zgc_file_list(const char *dir, zgc_names *out);

#endif
