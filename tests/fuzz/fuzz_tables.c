/* Fuzz target: the first byte says which of the small tables (tests/errors) the rest of the input
 * replaces; zgc then reads the folder. What has faults gives no image; an image that comes out must
 * be one that the library opens. */
#define _POSIX_C_SOURCE 200809L

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compile/compile.h"
#include "torture.h"

#ifndef FUZZ_TABLES
#error "FUZZ_TABLES is the folder of the small tables"
#endif

static const char *const tables[] = {
    "lexicon/titles.tsv",
    "lexicon/divisions-county.tsv",
    "names/surnames.tsv",
    "names/given.tsv",
    "names/translit.tsv",
    "rules/rules.tsv",
    "rules/weights.tsv",
    "rules/transitions.tsv",
    "resolve/ranks.tsv",
    "text/fold.tsv",
    "schema.tsv",
    "SOURCES.md",
    "VERSION",
};
#define TABLES (sizeof tables / sizeof tables[0])

/* The folder of this process: links to the small tables, one of which is a file of its own. */
static char folder[64];

static void run(const char *format, const char *a, const char *b)
{
    char command[1024];
    (void)snprintf(command, sizeof command, format, a, b);
    fuzz_holds(system(command) == 0, command);
}

static void remove_folder(void)
{
    run("rm -rf '%s'%s", folder, "");
}

static void make_folder(void)
{
    (void)snprintf(folder, sizeof folder, "%s/zg-fuzz-XXXXXX",
                   access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    fuzz_holds(mkdtemp(folder) != NULL, "a folder");
    run("cp -R '%s'/. '%s'", FUZZ_TABLES, folder);
    atexit(remove_folder);
}

/* The small tables as they are, to be put back. */
static torture_text sound[TABLES];

static void take_sound(void)
{
    char path[256];
    for (size_t k = 0; k < TABLES; k++) {
        (void)snprintf(path, sizeof path, "%s/%s", folder, tables[k]);
        sound[k] = torture_read(path);
    }
}

static void put(const char *name, const uint8_t *data, size_t size)
{
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    fuzz_holds(f != NULL && fwrite(data, 1, size, f) == size && fclose(f) == 0, "a table");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static size_t last = TABLES;
    static FILE *nowhere;
    zgc_data read;
    zg_dict *dict;
    size_t len = 0;
    if (size < 1)
        return 0;
    if (folder[0] == 0) {
        make_folder();
        take_sound();
        nowhere = fopen("/dev/null", "w");
    }
    size_t which = data[0] % TABLES;
    if (last != which && last < TABLES)
        put(tables[last], (const uint8_t *)sound[last].bytes, sound[last].len);
    last = which;
    put(tables[which], data + 1, size - 1);
    zgc_data_read(&read, folder, NULL, 0);
    uint8_t *image = zgc_build(&read, &len, false);
    zgc_fault_print(&read.faults, nowhere);
    fuzz_holds((image == NULL) == (read.faults.count > 0), "an image, or faults that say why not");
    if (image != NULL) {
        fuzz_holds(zg_dict_open_memory(image, len, ZG_DICT_COPY, NULL, &dict, NULL) == ZG_OK,
                   "the library opens what zgc makes");
        zg_dict_close(dict);
    }
    zgc_free_all();
    return 0;
}
