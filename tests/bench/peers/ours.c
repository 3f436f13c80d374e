/* Our side of the comparison: ours MODE FILE [IMAGE].
 *
 * FILE holds documents, each ended by a NUL. For each line on standard input reads all documents
 * once in the way MODE says, prints the seconds that took and how much was found:
 *   extract  all stages, and JSON written line by line into nothing
 *   scan     intake and the lexicon scan of every sentence, with the dictionary of IMAGE
 *   threads  extract, half of the documents in each of two threads over one dictionary
 * ours entries IMAGE: the words of its trie, one a line.
 */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "scan/scan.h"
#include "zhiguan.h"

typedef struct part {
    const char *at, *end;
    zg_dict *dict;
    zg_session *session;
    size_t found;
} part;

static void fail(const char *what)
{
    fprintf(stderr, "ours: %s\n", what);
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
    return bytes;
}

static int swallow(const char *bytes, size_t len, void *ctx)
{
    (void)bytes;
    *(size_t *)ctx += len;
    return 0;
}

static void *extract(void *ctx)
{
    part *p = ctx;
    size_t written = 0;
    p->found = 0;
    for (const char *at = p->at; at < p->end;) {
        const char *stop = memchr(at, 0, (size_t)(p->end - at));
        size_t len = (size_t)((stop != NULL ? stop : p->end) - at);
        zg_result *result = NULL;
        if (zg_extract(p->session, at, len, &result, NULL) != ZG_OK ||
            zg_result_write(result, ZG_FORMAT_JSONL, "d", swallow, &written, NULL) != ZG_OK)
            fail("a document was not read");
        p->found += zg_result_triple_count(result);
        zg_result_free(result);
        at += len + 1;
    }
    return NULL;
}

static void in_threads(part *parts)
{
    pthread_t other;
    if (pthread_create(&other, NULL, extract, &parts[1]) != 0)
        fail("no thread");
    extract(&parts[0]);
    pthread_join(other, NULL);
    parts[0].found += parts[1].found;
}

static size_t scan(const zgi_dict_view *dict, zgi_arena *arena, zgi_arena *temp, const part *all)
{
    size_t found = 0;
    for (const char *at = all->at; at < all->end;) {
        const char *stop = memchr(at, 0, (size_t)(all->end - at));
        size_t len = (size_t)((stop != NULL ? stop : all->end) - at);
        zgi_text text;
        zgi_arena_reset(arena);
        if (zgi_text_run(dict, NULL, (const uint8_t *)at, len, false, arena, &text, NULL) != ZG_OK)
            fail("a document was not read");
        for (uint32_t s = 0; s < text.sentence_count; s++) {
            zgi_edges edges = {0};
            zgi_arena_reset(temp);
            if (zgi_scan_run(dict, &text, text.sentences[s].at, temp, &edges) != ZG_OK)
                fail("a sentence was not read");
            found += edges.count;
        }
        at += len + 1;
    }
    return found;
}

/* Each unit but the root and the holes has a label, and its parent's base is its place ^ label. */
static void print_entries(const zgi_dict_view *v)
{
    uint32_t *of_base = calloc(v->unit_count, sizeof *of_base), codes[65536];
    if (of_base == NULL)
        fail("no memory");
    for (uint32_t c = 0; c < 65536; c++)
        if (v->char_code[c] != 0 && v->fold[c] == c)
            codes[v->char_code[c]] = c;
    for (uint32_t u = 0; u < v->unit_count; u++)
        if (zgi_trie_base(v->units[u]) != 0)
            of_base[zgi_trie_base(v->units[u])] = u;
    for (uint32_t u = 0; u < v->unit_count; u++) {
        uint32_t word[64], n = 0;
        for (uint32_t at = u; zgi_trie_value(v, u) != 0 && at != ZGI_TRIE_ROOT && n < 64;
             at = of_base[at ^ (uint16_t)v->units[at]])
            word[n++] = codes[(uint16_t)v->units[at]];
        for (uint32_t k = n; k-- > 0;) {
            uint32_t c = word[k];
            if (c < 0x80)
                putchar((int)c);
            else if (c < 0x800)
                printf("%c%c", (int)(0xc0 | c >> 6), (int)(0x80 | (c & 0x3f)));
            else
                printf("%c%c%c", (int)(0xe0 | c >> 12), (int)(0x80 | (c >> 6 & 0x3f)),
                       (int)(0x80 | (c & 0x3f)));
        }
        if (n > 0)
            putchar('\n');
    }
    free(of_base);
}

static void open_image(const char *path, zgi_dict_view *view)
{
    zgi_dict_file file;
    zg_error error = ZG_ERROR_INIT;
    if (zgi_dict_map_file(path, true, NULL, &file, &error) != ZG_OK ||
        zgi_dict_load(file.bytes, file.len, view, &error) != ZG_OK)
        fail(error.detail);
}

static void open_library(part *parts)
{
    for (int k = 0; k < 2; k++) {
        parts[k].dict = parts[0].dict;
        if ((k == 0 && zg_dict_builtin(NULL, &parts[k].dict, NULL) != ZG_OK) ||
            zg_session_new(parts[k].dict, NULL, &parts[k].session, NULL) != ZG_OK)
            fail("the library did not open");
    }
}

int main(int argc, char **argv)
{
    zgi_dict_view view;
    zgi_arena *arena, *temp;
    char line[64];
    size_t len;
    if (argc == 3 && strcmp(argv[1], "entries") == 0) {
        open_image(argv[2], &view);
        print_entries(&view);
        return 0;
    }
    if (argc < 3)
        fail("MODE FILE [IMAGE]");
    const char *bytes = read_all(argv[2], &len);
    const char *half = memchr(bytes + len / 2, 0, len - len / 2);
    part all = {.at = bytes, .end = bytes + len}, parts[2];
    parts[0] = parts[1] = all;
    parts[0].end = parts[1].at = half == NULL ? all.end : half + 1;
    if (argc > 3)
        open_image(argv[3], &view);
    open_library(parts);
    all.session = parts[0].session;
    if (zgi_arena_new(NULL, 1 << 20, &arena) != ZG_OK ||
        zgi_arena_new(NULL, 1 << 20, &temp) != ZG_OK)
        fail("no memory");
    printf("ready\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        double start = now();
        if (strcmp(argv[1], "scan") == 0)
            all.found = scan(&view, arena, temp, &all);
        else if (strcmp(argv[1], "threads") == 0)
            in_threads(parts), all.found = parts[0].found;
        else
            extract(&all);
        printf("%.9f %zu\n", now() - start, all.found);
        fflush(stdout);
    }
    return 0;
}
