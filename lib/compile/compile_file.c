/* Files of the host tool (see compile_file.h). */
#define _POSIX_C_SOURCE 200809L

#include "compile/compile_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile_memory.h"

char *zgc_file_read(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    if (f == NULL && errno == ENOMEM)
        zgc_no_memory();
    if (f == NULL)
        return NULL;
    size_t cap = 1 << 16, n = 0, got;
    char *bytes = zgc_resize(NULL, cap, 1);
    while ((got = fread(bytes + n, 1, cap - n - 1, f)) > 0) {
        n += got;
        if (cap - n < 4096)
            bytes = zgc_resize(bytes, cap *= 2, 1);
    }
    bool good = !ferror(f);
    fclose(f);
    if (!good) {
        zgc_free(bytes);
        return NULL;
    }
    bytes[n] = 0;
    *len = n;
    return bytes;
}

bool zgc_file_write(const char *path, const void *bytes, size_t len)
{
    char *beside = zgc_join(path, ".new", "");
    (void)unlink(beside); /* left by a run that was ended, or a link that somebody laid there */
    FILE *f = fopen(beside, "wbx");
    bool good = f != NULL && fwrite(bytes, 1, len, f) == len;
    if (f != NULL && fclose(f) != 0)
        good = false;
    if (good && rename(beside, path) != 0)
        good = false;
    if (!good && f != NULL)
        unlink(beside);
    zgc_free(beside);
    return good;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the tables of one folder, and gives its folders. */
static bool list_one(const char *path, const char *prefix, zgc_names *tables, zgc_names *folders)
{
    DIR *d = opendir(path);
    if (d == NULL && errno == ENOMEM)
        zgc_no_memory();
    if (d == NULL)
        return false;
    for (const struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
        size_t n = strlen(e->d_name);
        if (e->d_name[0] == '.' || strcmp(e->d_name, "derive") == 0)
            continue;
        if (n > 4 && strcmp(e->d_name + n - 4, ".tsv") == 0) {
            char *stem = zgc_strndup(e->d_name, n - 4);
            ZGC_PUSH(tables, items, zgc_join(prefix, stem, ""));
            zgc_free(stem);
        } else if (folders != NULL && strchr(e->d_name, '.') == NULL) {
            ZGC_PUSH(folders, items, zgc_strndup(e->d_name, n));
        }
    }
    closedir(d);
    return true;
}

bool zgc_file_list(const char *dir, zgc_names *out)
{
    zgc_names folders = {0};
    if (!list_one(dir, "", out, &folders))
        return false;
    for (uint32_t k = 0; k < folders.count; k++) /* a plain file such as VERSION is no folder */
        (void)list_one(zgc_join(dir, "/", folders.items[k]), zgc_join(folders.items[k], "/", ""),
                       out, NULL);
    if (out->count > 0)
        qsort(out->items, out->count, sizeof *out->items, by_bytes);
    return true;
}
