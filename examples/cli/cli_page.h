/* What a page (`zhiguan view`) shows of one document, as JSON that is safe inside a <script>. */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include <jansson.h>
#include <zhiguan.h>

#include "cli_buffer.h"

/* Of the document that is being read, from the library's trace; the rules of all documents. */
typedef struct cli_page {
    json_t *sentences; /* of the text stage, with their spans, each filled by its rule stage */
    json_t *items;     /* of the org stage */
    size_t next;       /* the sentence to look at first */
    json_t *rules;     /* {id: pattern} */
    json_t *letters;   /* {letter of a class string: what it means} */
    uint64_t documents;
    bool failed; /* memory was out */
} cli_page;

void cli_page_init(cli_page *page);
void cli_page_free(cli_page *page);
/* A zg_trace_fn; ctx is the cli_page. */
void cli_page_line(const char *stage, const char *line, size_t length, void *ctx);
/* Adds the document to `out`: its text, its result, its sentences. False when memory is out. */
bool cli_page_document(cli_page *page, const zg_result *result, const char *id, const char *text,
                       size_t length, cli_buffer *out);

/* The template, around @STYLE@, @DATA@ and @SCRIPT@. */
extern const char cli_page_html[], cli_page_style[], cli_page_script[];

/* What stands before the documents, and after them. */
bool cli_page_head(cli_buffer *out);
bool cli_page_tail(const cli_page *page, cli_buffer *out);

#endif
