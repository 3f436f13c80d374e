/* The library's trace, one JSON line a stage, → lines that a person reads. */
#ifndef CLI_TRACE_H
#define CLI_TRACE_H

#include <jansson.h>

#include "cli_buffer.h"

typedef struct cli_trace {
    bool verbose; /* also the scan's edges and the tokens */
    bool failed;  /* memory was out */
    size_t sentences;
    json_t *items;     /* of the org stage, until the rule stage of the same sentence */
    json_t *letters;   /* letters of class strings that were printed, and what they mean */
    cli_buffer before; /* what -v adds to a sentence, until the sentence itself is known */
    cli_buffer out;
} cli_trace;

/* A zg_trace_fn; ctx is the cli_trace. */
void cli_trace_line(const char *stage, const char *line, size_t length, void *ctx);
void cli_trace_put(cli_trace *t, const char *s);
/* Text of the document, made safe for a terminal. */
void cli_trace_clean(cli_trace *t, const char *s);
/* cli_trace_facts.c: what the document made of each post, from the line of the resolve stage. */
void cli_trace_facts(cli_trace *t, json_t *facts);
/* Leaves `out` alone, which the caller has taken. */
void cli_trace_free(cli_trace *t);

#endif
