/* Peers in C: theirs friso FILE LEXICON-FOLDER, theirs hyperscan FILE ENTRIES.
 *
 * FILE holds documents, each ended by a NUL. For each line on standard input reads all documents
 * once, prints the seconds that took and how much was found. friso segments in its simple mode;
 * Hyperscan reports every place where one of the literals ends.
 */
#define _POSIX_C_SOURCE 200809L
#include <friso/friso.h>
#include <friso/friso_API.h>
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void fail(const char *what)
{
    fprintf(stderr, "theirs: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static char *read_all(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail(path);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    *len = bytes == NULL ? 0 : fread(bytes, 1, (size_t)size, file);
    fclose(file);
    if (*len == 0)
        fail("an empty file");
    bytes[*len] = 0;
    return bytes;
}

static friso_t friso;
static friso_config_t config;

static void open_friso(const char *folder)
{
    char lexicon[4096];
    snprintf(lexicon, sizeof lexicon, "%s/", folder);
    friso = friso_new();
    config = friso_new_config();
    friso->charset = FRISO_UTF8;
    friso->dic = friso_dic_new();
    friso_dic_load_from_ifile(friso, config, lexicon, config->max_len * (__CHAR_BYTES__ + 1u));
    friso_set_mode(config, __FRISO_SIMPLE_MODE__);
}

static size_t run_friso(char *at, const char *end)
{
    friso_task_t task = friso_new_task();
    size_t found = 0;
    for (; at < end; at += strlen(at) + 1) {
        friso_set_text(task, at);
        while (config->next_token(friso, config, task) != NULL)
            found++;
    }
    friso_free_task(task);
    return found;
}

static hs_database_t *literals;
static hs_scratch_t *scratch;

static void open_hyperscan(const char *path)
{
    size_t len, count = 0;
    char *bytes = read_all(path, &len);
    const char **words = calloc(len, sizeof *words);
    size_t *lens = calloc(len, sizeof *lens);
    unsigned *flags = calloc(len, sizeof *flags), *ids = calloc(len, sizeof *ids);
    hs_compile_error_t *error = NULL;
    for (char *at = strtok(bytes, "\n"); at != NULL; at = strtok(NULL, "\n")) {
        words[count] = at;
        lens[count] = strlen(at);
        ids[count] = (unsigned)count;
        count++;
    }
    if (hs_compile_lit_multi(words, flags, ids, lens, (unsigned)count, HS_MODE_BLOCK, NULL,
                             &literals, &error) != HS_SUCCESS)
        fail(error->message);
    if (hs_alloc_scratch(literals, &scratch) != HS_SUCCESS)
        fail("no scratch");
}

static int count(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                 void *ctx)
{
    (void)id, (void)from, (void)to, (void)flags;
    ++*(size_t *)ctx;
    return 0;
}

static size_t run_hyperscan(const char *at, const char *end)
{
    size_t found = 0;
    for (size_t len; at < end; at += len + 1) {
        len = strlen(at);
        if (hs_scan(literals, at, (unsigned)len, 0, scratch, count, &found) != HS_SUCCESS)
            fail("a document was not read");
    }
    return found;
}

int main(int argc, char **argv)
{
    char line[64];
    size_t len;
    if (argc != 4)
        fail("friso|hyperscan FILE LEXICON");
    char *bytes = read_all(argv[2], &len);
    int is_friso = strcmp(argv[1], "friso") == 0;
    if (is_friso)
        open_friso(argv[3]);
    else
        open_hyperscan(argv[3]);
    printf("ready\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        double start = now();
        size_t found = is_friso ? run_friso(bytes, bytes + len) : run_hyperscan(bytes, bytes + len);
        printf("%.9f %zu\n", now() - start, found);
        fflush(stdout);
    }
    return 0;
}
