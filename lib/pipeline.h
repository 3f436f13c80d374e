/* One document through all stages. The order stands in pipeline.c on one screen. */
#ifndef ZGI_PIPELINE_H
#define ZGI_PIPELINE_H

#include "pipeline_body.h"
#include "resolve/resolve.h"

typedef struct zgi_pipeline_in {
    const zgi_dict_view *dict;
    const zgi_chrome *chrome;
    const zgi_resolve_words *words;
    const zgi_rules *rules;
    zgi_rule_scratch *scratch;
    zgi_arena *temp;  /* reset for each sentence */
    zgi_arena *arena; /* of the document: text and facts live in it */
    bool strict;
    zg_trace_fn trace; /* or NULL */
    void *trace_ctx;
} zgi_pipeline_in;

zg_status zgi_pipeline_run(const zgi_pipeline_in *in, const uint8_t *src, size_t len,
                           zgi_text *text, zgi_facts *facts, zg_error *err);

#endif
