/* Every allocation fails: for each public call that allocates, the k-th allocation fails,
 * k = 1, 2, … until the call goes well, once and for ever after. Each time: no crash, ZG_E_MEMORY
 * (or the same result as ever, where the call can do without), *out NULL, every block given back
 * with its size, and the objects good for another try. Short: every point of reading and writing,
 * and one in 37 of opening, which compiles all rules each time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "torture.h"

#define DOCUMENTS 64

typedef struct bench {
    torture_memory memory;
    zg_allocator hook;
    zg_dict *dict;
    zg_session *session;
    zg_result *result;
    const torture_text *text;
    torture_text image;
    unsigned variant;
    char *output; /* of the last good try */
} bench;

static zg_status open_dict(bench *b)
{
    zg_error err = ZG_ERROR_INIT;
    zg_dict *dict = NULL;
    zg_status s;
    if (b->variant < 2)
        s = zg_dict_open(torture_built("zhiguan.zgd"), b->variant == 1 ? ZG_DICT_MAPPED : 0,
                         &b->hook, &dict, &err);
    else if (b->variant == 2)
        s = zg_dict_builtin(&b->hook, &dict, &err);
    else
        s = zg_dict_open_memory(b->image.bytes, b->image.len, ZG_DICT_COPY, &b->hook, &dict, &err);
    if ((s != ZG_OK && dict != NULL) || err.code != s)
        return ZG_E_ARGUMENT;
    zg_dict_close(dict);
    return s;
}

static zg_status new_session(bench *b)
{
    zg_error err = ZG_ERROR_INIT;
    zg_options o = ZG_OPTIONS_INIT;
    zg_session *session = NULL;
    o.allocator = &b->hook;
    zg_status s = zg_session_new(b->dict, &o, &session, &err);
    if ((s != ZG_OK && session != NULL) || err.code != s)
        return ZG_E_ARGUMENT;
    zg_session_free(session);
    return s;
}

static void no_trace(const char *stage, const char *line, size_t length, void *ctx)
{
    (void)stage;
    *(size_t *)ctx += strlen(line) == length;
}

/* A cold session reads a document, with a trace in every second variant. */
static zg_status extract(bench *b)
{
    zg_error err = ZG_ERROR_INIT;
    zg_options o = ZG_OPTIONS_INIT;
    zg_session *session = NULL;
    zg_result *result = NULL;
    size_t lines = 0;
    o.allocator = &b->hook;
    o.offsets = (zg_offsets)(b->variant / 2 % 3);
    zg_status s = zg_session_new(b->dict, &o, &session, &err);
    if (s != ZG_OK)
        return s;
    if (b->variant % 2 == 1)
        zg_session_set_trace(session, no_trace, &lines);
    s = zg_extract(session, b->text->bytes, b->text->len, &result, &err);
    if ((s != ZG_OK && result != NULL) || err.code != s)
        s = ZG_E_ARGUMENT;
    if (s == ZG_OK) { /* written with memory at hand: the result must be whole */
        torture_memory saved = b->memory;
        size_t needed = 0;
        b->memory.fail_at = 0;
        (void)zg_result_format(result, ZG_FORMAT_JSON, NULL, NULL, 0, &needed, NULL);
        b->output = malloc(needed + 1);
        if (b->output == NULL)
            torture_stop("no memory");
        if (zg_result_format(result, ZG_FORMAT_JSON, NULL, b->output, needed, NULL, NULL) != ZG_OK)
            s = ZG_E_ARGUMENT;
        b->memory.fail_at = saved.fail_at;
        b->memory.calls = saved.calls;
    }
    zg_result_free(result);
    zg_session_free(session);
    return s;
}

static int count_bytes(const char *bytes, size_t len, void *ctx)
{
    (void)bytes;
    *(size_t *)ctx += len;
    return 0;
}

static zg_status write_result(bench *b)
{
    zg_error err = ZG_ERROR_INIT;
    size_t len = 0, needed = 0;
    zg_format format = (zg_format)(b->variant % 5 + 1);
    zg_status s = zg_result_write(b->result, format, "文", count_bytes, &len, &err);
    if (s != ZG_OK)
        return err.code == s && len == 0 ? s : ZG_E_ARGUMENT;
    s = zg_result_format(b->result, format, "文", NULL, 0, &needed, &err);
    if (s == ZG_E_SPACE)
        s = needed == len + 1 ? ZG_OK : ZG_E_ARGUMENT;
    return s;
}

typedef struct call {
    const char *name;
    zg_status (*run)(bench *);
    unsigned variants, step; /* step of the short form */
} call;

/* One try with the k-th allocation failing. False: something is wrong, and said. */
static bool one(bench *b, const call *c, size_t k, bool for_ever, const char *wanted, bool *passed)
{
    size_t live = b->memory.live;
    b->memory.fail_at = k;
    b->memory.for_ever = for_ever;
    b->memory.calls = 0;
    free(b->output);
    b->output = NULL;
    zg_status s = c->run(b);
    *passed = b->memory.calls < k;
    b->memory.fail_at = 0;
    const char *why = NULL;
    if (s != ZG_OK && s != ZG_E_MEMORY)
        why = zg_status_name(s);
    else if (s == ZG_E_MEMORY && *passed)
        why = "out of memory without a failed allocation";
    else if (s == ZG_OK && wanted != NULL && strcmp(wanted, b->output) != 0)
        why = "the result is another one";
    else if (b->memory.live != live)
        why = "blocks are lost";
    else if (b->memory.wrong_size)
        why = "a block came back with another size";
    if (why != NULL)
        printf("# %s, variant %u, allocation %zu %s: %s\n", c->name, b->variant, k,
               for_ever ? "and all after" : "once", why);
    return why == NULL;
}

/* All points of one variant; gives how many, adds what was wrong. */
static uint64_t points_of(bench *b, const call *c, size_t step, uint64_t *wrong)
{
    uint64_t points = 0;
    bool passed = false;
    free(b->output);
    b->output = NULL;
    b->memory.fail_at = b->memory.calls = 0;
    if (c->run(b) != ZG_OK)
        torture_stop(c->name);
    char *wanted = b->output;
    b->output = NULL;
    for (int mode = 0; mode < 2; mode++) {
        passed = false;
        for (size_t k = 1; !passed; k += step) {
            *wrong += !one(b, c, k, mode == 1, wanted, &passed);
            points += !passed;
        }
    }
    /* and it works again */
    *wrong += !one(b, c, SIZE_MAX, false, wanted, &passed);
    free(wanted);
    return points;
}

static void prepare(bench *b, torture_text *texts, size_t *count)
{
    *count = torture_documents(texts, DOCUMENTS);
    b->hook = torture_allocator(&b->memory);
    b->image = torture_read(torture_built("zhiguan.zgd"));
    b->text = texts;
    if (zg_dict_builtin(&b->hook, &b->dict, NULL) != ZG_OK ||
        zg_session_new(b->dict, NULL, &b->session, NULL) != ZG_OK ||
        zg_extract(b->session, texts->bytes, texts->len, &b->result, NULL) != ZG_OK)
        torture_stop("a dictionary, a session and a result");
}

int main(int argc, char **argv)
{
    static const call calls[] = {{"zg_dict_open, _builtin, _open_memory", open_dict, 4, 37},
                                 {"zg_session_new", new_session, 1, 1},
                                 {"zg_extract", extract, 6, 1},
                                 {"zg_result_write, _format", write_result, 5, 1}};
    static torture_text texts[DOCUMENTS];
    static bench b;
    size_t count;
    bool whole = torture_is_long(argc, argv);
    uint64_t all = 0, all_wrong = 0;
    prepare(&b, texts, &count);
    for (size_t c = 0; c < sizeof calls / sizeof calls[0]; c++) {
        uint64_t points = 0, wrong = 0;
        size_t documents = calls[c].run == extract ? count : 1;
        for (size_t d = 0; d < documents; d++)
            for (b.variant = 0; b.variant < calls[c].variants; b.variant++) {
                b.text = &texts[d];
                points += points_of(&b, &calls[c], whole ? 1 : calls[c].step, &wrong);
            }
        torture_result(wrong == 0, calls[c].name, "%llu wrong", (unsigned long long)wrong);
        printf("# %llu points of failure in %s\n", (unsigned long long)points, calls[c].name);
        all += points;
        all_wrong += wrong;
    }
    zg_result_free(b.result);
    zg_session_free(b.session);
    zg_dict_close(b.dict);
    torture_result(b.memory.live == 0, "nothing is left at the end", "%zu blocks", b.memory.live);
    torture_total("memory-library", all, all_wrong);
    return torture_end();
}
