/* The objects behind the public API, seen by lib/zhiguan*.c only. */
#ifndef ZGI_ZHIGUAN_INNER_H
#define ZGI_ZHIGUAN_INNER_H

#include <stdatomic.h>

#include "emit/emit.h"
#include "pipeline.h"

/* Immutable after open, but for the count of holders. */
struct zg_dict {
    atomic_size_t holders;
    zg_allocator allocator;
    zgi_dict_view view;
    zgi_dict_file
        file;   /* what keeps the image's bytes; empty when they are the caller's or built in */
    void *copy; /* of the caller's bytes */
    size_t copy_size;
    zgi_arena *arena; /* of chrome and words */
    zgi_chrome *chrome;
    zgi_resolve_words *words;
    zgi_rules *rules;
};

struct zg_session {
    zg_dict *dict;
    zg_allocator allocator;
    zg_options options;
    zgi_arena *arena; /* of the document being read */
    zgi_arena *temp;  /* of the sentence being read */
    zgi_rule_scratch *scratch;
    zg_trace_fn trace;
    void *trace_ctx;
};

struct zg_triple {
    const zg_result *result;
    const zgi_fact *fact;
    const char *event_text, *evidence_text;
    char id[ZGI_TRIPLE_ID_SIZE];
};

struct zg_person {
    const zg_result *result;
    const zgi_person *person;
};

/* Owns all it points at; spans are in the unit of `offsets`. */
struct zg_result {
    atomic_size_t holders;
    zg_allocator allocator;
    zgi_arena *arena;
    zgi_facts facts;
    zg_triple *triples; /* [facts.fact_count] */
    zg_person *persons; /* [facts.person_count] */
    const char *data_version;
    zg_offsets offsets;
};

/* zhiguan.c: the first thing of a call that takes an error: clears it, refuses one too small. */
zg_status zgi_api_begin(zg_error *error);
bool zgi_api_allocator_ok(const zg_allocator *allocator);

/* zhiguan_facts.c: a result of its own from what the pipeline left in the session's memory. */
zg_status zgi_result_new(const zg_session *session, const zgi_text *text, const zgi_facts *facts,
                         zg_result **out);

#endif
