/* See fuzz.h. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zhiguan_inner.h"

void fuzz_holds(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "\nfuzz: does not hold: %s\n", what);
    abort();
}

static zg_dict *dictionary(bool jit)
{
    static zg_dict *dicts[2];
    if (dicts[jit] == NULL) {
        fuzz_holds(zg_dict_builtin(NULL, &dicts[jit], NULL) == ZG_OK, "the dictionary opens");
        if (!jit) {
            zg_dict *d = dicts[jit];
            zgi_rules_free(d->rules);
            fuzz_holds(zgi_rules_new(&d->view, &d->allocator, false, &d->rules, NULL) == ZG_OK,
                       "the rules compile without JIT");
        }
    }
    return dicts[jit];
}

zg_session *fuzz_session(bool jit, const zg_options *options)
{
    zg_session *session;
    fuzz_holds(zg_session_new(dictionary(jit), options, &session, NULL) == ZG_OK, "a session");
    return session;
}

typedef struct gathered {
    char *bytes;
    size_t len, cap;
} gathered;

static int gather(const char *bytes, size_t len, void *ctx)
{
    gathered *g = ctx;
    if (g->cap - g->len <= len) {
        g->cap = g->cap * 2 + len + 1024;
        g->bytes = realloc(g->bytes, g->cap);
        fuzz_holds(g->bytes != NULL, "memory");
    }
    memcpy(g->bytes + g->len, bytes, len);
    g->len += len;
    g->bytes[g->len] = 0;
    return 0;
}

const char *fuzz_json(const zg_result *result, int slot)
{
    static gathered kept[2];
    gathered *g = &kept[slot];
    g->len = 0;
    fuzz_holds(zg_result_write(result, ZG_FORMAT_JSON, NULL, gather, g, NULL) == ZG_OK, "JSON");
    return g->bytes;
}

/* Ends where no byte that goes on a character follows; after damage any place is a border. */
static void check_span(const uint8_t *input, size_t size, size_t begin, size_t end)
{
    if (begin == ZG_NONE) {
        fuzz_holds(end == ZG_NONE, "a span with an end has a beginning");
        return;
    }
    fuzz_holds(begin <= end && end <= size, "a span lies in the input");
    (void)input;
}

static void check_triple(const zg_triple *t, const uint8_t *input, size_t size)
{
    for (int piece = ZG_PERSON; piece <= ZG_EVIDENCE; piece++) {
        const char *text;
        size_t begin, end;
        fuzz_holds(zg_triple_piece(t, (zg_piece)piece, &text, &begin, &end) == ZG_OK, "a piece");
        check_span(input, size, begin, end);
        bool needed = piece == ZG_PERSON || piece == ZG_TITLE;
        fuzz_holds(!needed || (text != NULL && text[0] != 0), "a triple has a person and a title");
    }
    fuzz_holds(zg_triple_person(t) != NULL, "a triple has its person");
    fuzz_holds(zg_triple_confidence(t) <= 100, "a confidence of 100 at most");
    fuzz_holds(zg_triple_string(t, ZG_STR_RULE) != NULL, "a triple names its rule");
}

void fuzz_check_result(const zg_result *result, const uint8_t *input, size_t size)
{
    for (size_t k = 0; k < zg_result_triple_count(result); k++)
        check_triple(zg_result_triple(result, k), input, size);
    for (size_t k = 0; k < zg_result_person_count(result); k++) {
        const zg_person *p = zg_result_person(result, k);
        fuzz_holds(zg_person_string(p, ZG_STR_NAME) != NULL, "a person has a name");
        for (size_t m = 0; m < zg_person_mention_count(p); m++) {
            size_t begin, end;
            fuzz_holds(zg_person_mention(p, m, &begin, &end) == ZG_OK, "a mention");
            check_span(input, size, begin, end);
            fuzz_holds(begin < end, "a mention is not empty");
        }
        for (size_t t = 0; t < zg_person_triple_count(p); t++)
            fuzz_holds(zg_person_triple(p, t) != NULL, "a person's triple is there");
    }
}
