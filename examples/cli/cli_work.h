/* One chunk → the output bytes of its documents, with a session of its own. */
#ifndef CLI_WORK_H
#define CLI_WORK_H

#include "cli.h"
#include "cli_diff.h"
#include "cli_encoding.h"
#include "cli_jsonl.h"
#include "cli_page.h"
#include "cli_source.h"

typedef struct cli_worker {
    const cli_options *options;
    zg_session *session;
    cli_decoder decoder;
    cli_record record;
    cli_buffer article; /* of a web page */
    bool spaced;        /* table: a blank line behind each document */
    cli_diff *diff;     /* diff: what each result is compared by; else NULL */
    cli_page *page;     /* view: what each document is written into; else NULL */
} cli_worker;

cli_exit cli_worker_init(cli_worker *w, const cli_options *options, zg_dict *dict);
void cli_worker_free(cli_worker *w);
/* Fills chunk->out, ->messages and the counts from chunk->in. */
void cli_work(cli_worker *w, cli_chunk *chunk);

#endif
