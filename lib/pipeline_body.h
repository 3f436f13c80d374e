/* The middle of the pipeline: the stages that run over each sentence of a document. */
#ifndef ZGI_PIPELINE_BODY_H
#define ZGI_PIPELINE_BODY_H

#include "rule/rule.h"

/* Called with one JSON line a stage and sentence, when a trace is wanted. */
typedef zg_status (*zgi_trace_fn)(const char *line, size_t len, void *ctx);

typedef struct zgi_body_in {
    const zgi_dict_view *dict;
    const zgi_rules *rules;
    zgi_rule_scratch *scratch;
    const zgi_text *text;
    zgi_arena *temp;  /* reset for each sentence */
    zgi_arena *arena; /* lives as long as the document */
    zgi_trace_fn trace;
    void *trace_ctx;
} zgi_body_in;

typedef struct zgi_body {
    zgi_drafts drafts;
    zgi_mentions mentions;
    zgi_orgs orgs, places;
} zgi_body;

zg_status zgi_body_run(const zgi_body_in *in, zgi_body *out);

#endif
