/* `zhiguan view FILE… -o page.html`: one page that holds the texts and all that is known of them.
 *
 * Reads in one thread with the library's trace on, so that the page can say which rules came near;
 * each document goes out when it has been read. */
#define _POSIX_C_SOURCE 200809L

#include "cli.h"
#include "cli_output.h"
#include "cli_page.h"
#include "cli_source.h"
#include "cli_work.h"

#include <fcntl.h>

typedef struct view {
    cli_output out;
    cli_page page;
    uint64_t documents, failed;
    bool no_memory;
} view;

static void write_part(view *v, cli_buffer *part, bool good)
{
    v->no_memory = v->no_memory || !good;
    (void)cli_output_write(&v->out, part->data, part->len);
    part->len = 0;
}

static void view_documents(view *v, cli_worker *w, cli_source *source)
{
    cli_chunk chunk = {0};
    while (!v->no_memory && cli_source_next(source, &chunk)) {
        cli_work(w, &chunk);
        cli_message_raw(chunk.messages.data, chunk.messages.len);
        v->documents += chunk.documents;
        v->failed += chunk.failed;
        write_part(v, &chunk.out, !chunk.no_memory);
    }
    cli_chunk_free(&chunk);
}

static cli_exit view_all(view *v, const cli_options *o, zg_dict *dict)
{
    cli_worker w;
    cli_source source;
    cli_buffer part = {0};
    cli_exit rc = cli_worker_init(&w, o, dict);
    if (rc != CLI_OK) {
        return rc;
    }
    rc = cli_output_open(&v->out, o->output, O_TRUNC) ? CLI_OK : CLI_SOME_FAILED;
    if (rc == CLI_OK) {
        w.page = &v->page;
        zg_session_set_trace(w.session, cli_page_line, &v->page);
        cli_source_init(&source, o);
        write_part(v, &part, cli_page_head(&part));
        view_documents(v, &w, &source);
        if (!v->no_memory) { /* else the page stays open: it does not look whole */
            write_part(v, &part, cli_page_tail(&v->page, &part));
        }
        cli_source_free(&source);
    }
    cli_buffer_free(&part);
    cli_worker_free(&w);
    return rc;
}

cli_exit cli_view(const cli_options *options)
{
    zg_dict *dict = NULL;
    view v = {0};
    cli_options o = *options;
    o.format = ZG_FORMAT_JSON;
    o.offsets = ZG_OFFSETS_CODEPOINT; /* the page counts characters */
    cli_exit rc = cli_dict_open(&o, &dict);
    if (rc != CLI_OK) {
        return rc;
    }
    cli_page_init(&v.page);
    rc = view_all(&v, &o, dict);
    cli_page_free(&v.page);
    zg_dict_close(dict);
    if (rc != CLI_OK) {
        return rc;
    }
    if (v.failed > 0) {
        rc = v.documents > 0 ? CLI_SOME_FAILED : CLI_UNREADABLE;
    }
    if (v.no_memory) {
        cli_message("out of memory; the page is not complete");
    }
    return cli_output_close(&v.out, v.no_memory ? CLI_RESOURCES : rc);
}
