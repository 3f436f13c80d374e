/* `zhiguan extract`: carries chunks from the files to stdout and sums up what failed.
 *
 * What is written and said is the same, byte for byte, with any number of jobs: chunks come to
 * `finish_chunk` in the order of the input, and only the main thread writes. */
#define _POSIX_C_SOURCE 200809L

#include "cli.h"
#include "cli_brat.h"
#include "cli_output.h"
#include "cli_pool.h"
#include "cli_source.h"
#include "cli_work.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct run {
    const cli_options *options;
    cli_output out;
    cli_buffer header; /* TSV: the line of column names, until it is written */
    uint64_t documents, failed, bytes;
    bool no_memory;
    uint64_t unwritten; /* brat: documents whose files could not be made */
    const char *folder; /* brat: where its files go */
    bool color;         /* a table on a terminal */
    size_t file;
    unsigned encodings; /* of this file, that have been told */
} run;

/* The column names as the library writes them: the output of an empty document. */
static cli_exit make_header(run *r, zg_dict *dict)
{
    cli_worker w;
    zg_result *result = NULL;
    char text[1024];
    size_t needed = 0;
    zg_format format = r->options->format;
    if (format != ZG_FORMAT_TSV && format != ZG_FORMAT_CSV) {
        return CLI_OK;
    }
    cli_exit rc = cli_worker_init(&w, r->options, dict);
    if (rc == CLI_OK &&
        (zg_extract(w.session, NULL, 0, &result, NULL) != ZG_OK ||
         zg_result_format(result, format, NULL, text, sizeof text, &needed, NULL) != ZG_OK ||
         !cli_buffer_add(&r->header, text, needed - 1))) {
        cli_message("out of memory");
        rc = CLI_RESOURCES;
    }
    zg_result_free(result);
    cli_worker_free(&w);
    return rc;
}

static void tell_encodings(run *r, const cli_chunk *c)
{
    if (c->file != r->file) {
        r->file = c->file;
        r->encodings = 0;
    }
    for (unsigned e = 0; e < CLI_ENCODINGS && r->options->verbose; e++) {
        if ((c->encodings & ~r->encodings & (1u << e)) != 0) {
            cli_message("%s: read as %s (%s)", c->name, cli_encoding_name((cli_encoding)e), c->why);
        }
    }
    r->encodings |= c->encodings;
}

/* On a terminal the line of column names of a table stands out. */
static bool write_colored(cli_output *out, const char *p, size_t len)
{
    static const char heads[] = "PERSON ";
    bool going = true;
    while (len > 0 && going) {
        const char *end = memchr(p, '\n', len);
        size_t n = end == NULL ? len : (size_t)(end - p);
        if (n >= sizeof heads - 1 && memcmp(p, heads, sizeof heads - 1) == 0) {
            going = cli_output_write(out, "\033[1m", 4) && cli_output_write(out, p, n) &&
                    cli_output_write(out, "\033[0m", 4);
            p += n;
            len -= n;
            n = 0;
        }
        n += end == NULL ? 0 : 1;
        going = going && cli_output_write(out, p, n);
        p += n;
        len -= n;
    }
    return going;
}

/* Called by the main thread, in order. False: stop, nobody can read the rest. */
static bool finish_chunk(void *ctx, cli_chunk *c)
{
    run *r = ctx;
    tell_encodings(r, c);
    cli_chunk_tell(c);
    if (c->documents > 0) {
        (void)cli_output_write(&r->out, r->header.data, r->header.len);
        r->header.len = 0;
    }
    r->documents += c->documents;
    r->failed += c->failed;
    r->bytes += c->in.len;
    r->no_memory = r->no_memory || c->no_memory;
    if (r->folder != NULL) {
        bool good = c->documents == 0 || cli_brat_write(r->folder, c);
        r->unwritten += good ? 0 : 1;
        return true;
    }
    bool going = r->color ? write_colored(&r->out, c->out.data, c->out.len)
                          : cli_output_write(&r->out, c->out.data, c->out.len);
    cli_progress(r->documents, r->bytes);
    return going;
}

static cli_exit exit_code(const run *r)
{
    if (r->no_memory) {
        return CLI_RESOURCES;
    }
    if (r->failed > 0) {
        return r->documents > 0 ? CLI_SOME_FAILED : CLI_UNREADABLE;
    }
    return r->unwritten > 0 ? CLI_SOME_FAILED : CLI_OK;
}

static bool open_output(run *r)
{
    const cli_options *o = r->options;
    if (o->format == ZG_FORMAT_BRAT && o->output != NULL) {
        r->folder = o->output;
        return cli_brat_begin(r->folder);
    }
    return cli_output_open(&r->out, o->output, O_TRUNC);
}

cli_exit cli_extract(const cli_options *options)
{
    zg_dict *dict = NULL;
    run r = {.options = options};
    r.color = options->format == ZG_FORMAT_TABLE && options->output == NULL &&
              cli_wants_color(STDOUT_FILENO);
    cli_exit rc = cli_dict_open(options, &dict);
    if (rc != CLI_OK) {
        return rc;
    }
    rc = open_output(&r) ? make_header(&r, dict) : CLI_SOME_FAILED;
    if (rc == CLI_OK) {
        rc = cli_pool_run(options, dict, finish_chunk, &r);
    }
    cli_progress_clear();
    zg_dict_close(dict);
    cli_buffer_free(&r.header);
    if (rc != CLI_OK) {
        return rc;
    }
    rc = exit_code(&r);
    if (r.failed > 0 && r.documents > 0 && options->verbose) {
        cli_message("%llu read, %llu failed", (unsigned long long)r.documents,
                    (unsigned long long)r.failed);
    }
    return cli_output_close(&r.out, rc);
}
