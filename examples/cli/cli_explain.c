/* `zhiguan explain FILE`: what each stage made of each sentence, for whoever writes the rules.
 *
 * Reads one document with a trace on, prints the trace in words (cli_trace), then the triples. */
#include "cli.h"
#include "cli_output.h"
#include "cli_source.h"
#include "cli_trace.h"
#include "cli_work.h"

static void explain_chunk(cli_worker *w, cli_chunk *chunk)
{
    cli_trace trace = {.verbose = w->options->verbose};
    zg_session_set_trace(w->session, cli_trace_line, &trace);
    cli_work(w, chunk);
    zg_session_set_trace(w->session, NULL, NULL);
    /* The result's table is already in the chunk; the trace goes before it. */
    if (trace.failed || !cli_buffer_add(&trace.out, "\n", 1) ||
        !cli_buffer_add(&trace.out, chunk->out.data, chunk->out.len)) {
        chunk->no_memory = true;
    }
    cli_buffer_free(&chunk->out);
    chunk->out = trace.out;
    cli_trace_free(&trace);
}

cli_exit cli_explain(const cli_options *options)
{
    zg_dict *dict = NULL;
    cli_worker w;
    cli_source source;
    cli_chunk chunk = {0};
    cli_output out = {0};
    cli_options o = *options;
    o.format = ZG_FORMAT_TABLE;
    cli_exit rc = cli_dict_open(&o, &dict);
    if (rc != CLI_OK) {
        return rc;
    }
    rc = cli_worker_init(&w, &o, dict);
    cli_source_init(&source, &o);
    if (rc == CLI_OK && cli_source_next(&source, &chunk)) {
        if (chunk.ready) {
            explain_chunk(&w, &chunk);
        }
        cli_chunk_tell(&chunk);
        if (o.verbose && chunk.why != NULL) {
            cli_message("%s: %s", chunk.name, chunk.why);
        }
        if (chunk.failed == 0 && !chunk.no_memory) {
            (void)cli_output_write(&out, chunk.out.data, chunk.out.len);
        }
        rc = chunk.failed > 0 ? CLI_UNREADABLE : CLI_OK;
        rc = chunk.no_memory ? CLI_RESOURCES : rc;
    }
    cli_worker_free(&w);
    cli_source_free(&source);
    cli_chunk_free(&chunk);
    zg_dict_close(dict);
    return cli_output_close(&out, rc);
}
