/* `zhiguan diff OLD.zgd NEW.zgd [FILE…]`: what a change of the tables does to a corpus.
 *
 * The worker reads with the old dictionary and hands each result to cli_diff, which reads the same
 * text with the new one. */
#include "cli.h"
#include "cli_diff.h"
#include "cli_output.h"
#include "cli_source.h"
#include "cli_work.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct both {
    zg_dict *old, *new;
    cli_diff diff;
    cli_output out;
    uint64_t documents, failed;
    bool no_memory;
} both;

/* An image, or the word "builtin". */
static cli_exit open_dict(const cli_options *o, const char *name, zg_dict **out)
{
    cli_options own = *o;
    own.dict = strcmp(name, "builtin") == 0 ? NULL : name;
    return cli_dict_open(&own, out);
}

static cli_exit open_all(both *b, const cli_options *o)
{
    cli_exit rc = open_dict(o, o->files[0], &b->old);
    if (rc == CLI_OK) {
        rc = open_dict(o, o->files[1], &b->new);
    }
    if (rc == CLI_OK && !cli_output_open(&b->out, o->output, O_TRUNC)) {
        rc = CLI_SOME_FAILED;
    }
    b->diff.color = o->output == NULL && cli_wants_color(STDOUT_FILENO);
    return rc;
}

static void compare_all(both *b, cli_worker *w, const cli_options *o)
{
    cli_source source;
    cli_chunk chunk = {0};
    cli_buffer sums = {0};
    cli_source_init(&source, o);
    w->diff = &b->diff;
    while (!b->no_memory && cli_source_next(&source, &chunk)) {
        cli_work(w, &chunk);
        cli_message_raw(chunk.messages.data, chunk.messages.len);
        (void)cli_output_write(&b->out, chunk.out.data, chunk.out.len);
        b->documents += chunk.documents;
        b->failed += chunk.failed;
        b->no_memory = chunk.no_memory;
    }
    b->no_memory = !cli_diff_sums(&b->diff, &sums) || b->no_memory;
    (void)cli_output_write(&b->out, sums.data, sums.len);
    cli_buffer_free(&sums);
    cli_chunk_free(&chunk);
    cli_source_free(&source);
}

cli_exit cli_compare(const cli_options *options)
{
    both b = {.documents = 0};
    cli_worker w = {0}, new = {0};
    cli_options o = *options;
    cli_exit rc = open_all(&b, &o);
    o.files += 2;
    o.file_count -= 2;
    if (rc == CLI_OK) {
        rc = cli_worker_init(&w, &o, b.old);
    }
    if (rc == CLI_OK) {
        rc = cli_worker_init(&new, &o, b.new);
    }
    if (rc == CLI_OK) {
        b.diff.session = new.session;
        new.session = NULL;
        compare_all(&b, &w, &o);
        rc = b.failed == 0 ? CLI_OK : b.documents > 0 ? CLI_SOME_FAILED : CLI_UNREADABLE;
        if (b.no_memory) {
            cli_message("out of memory; the differences are not complete");
            rc = CLI_RESOURCES;
        }
    }
    cli_worker_free(&w);
    cli_worker_free(&new);
    cli_diff_free(&b.diff);
    zg_dict_close(b.old);
    zg_dict_close(b.new);
    return cli_output_close(&b.out, rc);
}
