/* Documents of a chunk, one after the other: decode, extract, write into the chunk's output.
 *
 * A document that fails leaves a message and no output; the next one goes on. Nothing here prints:
 * the chunk's messages and output are written by the main thread in the order of the input. */
#include "cli_work.h"

#include <string.h>

#include "cli_brat.h"
#include "cli_html.h"
#include "cli_utf8.h"

cli_exit cli_worker_init(cli_worker *w, const cli_options *options, zg_dict *dict)
{
    zg_options o = ZG_OPTIONS_INIT;
    zg_error e = ZG_ERROR_INIT;
    *w = (cli_worker){.options = options};
    if (options->html) {
        cli_html_begin();
    }
    w->spaced = options->format == ZG_FORMAT_TABLE && (options->jsonl || options->file_count > 1);
    o.offsets = options->offsets;
    o.kinds = options->kinds;
    o.strict = options->strict;
    if (zg_session_new(dict, &o, &w->session, &e) != ZG_OK) {
        cli_message("cannot start: %s: %s", zg_status_text(e.code), e.detail);
        return CLI_RESOURCES;
    }
    return CLI_OK;
}

void cli_worker_free(cli_worker *w)
{
    zg_session_free(w->session);
    cli_decoder_free(&w->decoder);
    cli_record_free(&w->record);
    cli_buffer_free(&w->article);
}

typedef struct document {
    const char *id, *text;
    size_t length;
} document;

static int add_output(const char *bytes, size_t length, void *ctx)
{
    return cli_buffer_add(ctx, bytes, length) ? 0 : 1;
}

static bool fail_status(cli_chunk *c, uint64_t line, const zg_error *e)
{
    if (e->code == ZG_E_MEMORY || e->code == ZG_E_WRITE) {
        c->no_memory = true;
        cli_chunk_fail(c, line, "out of memory; split the document, or use fewer --jobs");
    } else if (e->code == ZG_E_UTF8 && e->line > 0 && line == 0) {
        cli_chunk_fail(c, e->line, "byte %llu: %s", (unsigned long long)e->offset, e->detail);
    } else {
        cli_chunk_fail(c, line, "%s", e->detail[0] != '\0' ? e->detail : zg_status_text(e->code));
    }
    return false;
}

/* The id of a plain text file is its name, which on some systems is not UTF-8. */
static const char *utf8_id(const char *name, char *room, size_t size)
{
    size_t len = strlen(name), at = 0;
    if (cli_utf8_valid(name, len) == len) {
        return name;
    }
    for (size_t i = 0; i < len && at + 5 < size;) {
        size_t bad = 0, n = cli_utf8_step((const unsigned char *)name + i, len - i, &bad);
        const char *piece = n == 0 ? "\xef\xbf\xbd" : name + i;
        size_t piece_len = n == 0 ? 3 : n;
        memcpy(room + at, piece, piece_len);
        at += piece_len;
        i += n == 0 ? bad : n;
    }
    room[at] = '\0';
    return room;
}

static zg_format wire_format(const cli_worker *w)
{
    switch (w->options->format) {
    case ZG_FORMAT_TSV:
        return ZG_FORMAT_TSV_ROWS; /* the one header is written by cli_extract */
    case ZG_FORMAT_CSV:
        return ZG_FORMAT_CSV_ROWS;
    case ZG_FORMAT_JSON:
        return ZG_FORMAT_JSONL;
    default:
        return w->options->format;
    }
}

/* The document in the format of --format, behind its marked text when that is wanted too. */
static zg_status write_formats(cli_worker *w, cli_chunk *c, const document *d,
                               const zg_result *result, zg_error *e)
{
    if (w->page != NULL) {
        bool good = cli_page_document(w->page, result, d->id, d->text, d->length, &c->out);
        return e->code = good ? ZG_OK : ZG_E_MEMORY;
    }
    if (w->diff != NULL) {
        return cli_diff_document(w->diff, result, d->id, d->text, d->length, &c->out, e);
    }
    if (w->options->format == ZG_FORMAT_BRAT && w->options->output != NULL &&
        !cli_brat_text(c, d->text, d->length)) {
        return e->code = ZG_E_MEMORY;
    }
    if (w->options->highlight) {
        zg_format marks = cli_wants_plain() ? ZG_FORMAT_MARKED : ZG_FORMAT_HIGHLIGHT;
        zg_status rc =
            zg_result_write_text(result, marks, d->id, d->text, d->length, add_output, &c->out, e);
        if (rc != ZG_OK || w->options->format != ZG_FORMAT_TABLE) {
            return rc;
        }
    }
    return zg_result_write_text(result, wire_format(w), d->id, d->text, d->length, add_output,
                                &c->out, e);
}

static bool write_result(cli_worker *w, cli_chunk *c, uint64_t line, const document *d,
                         const zg_result *result)
{
    zg_error e = ZG_ERROR_INIT;
    size_t before = c->out.len;
    zg_format format = wire_format(w);
    zg_status rc = write_formats(w, c, d, result, &e);
    if (rc == ZG_OK && w->spaced && !cli_buffer_add(&c->out, "\n", 1)) {
        rc = e.code = ZG_E_MEMORY;
    }
    if (rc != ZG_OK) {
        c->out.len = before;
        return fail_status(c, line, &e);
    }
    c->documents++;
    /* JSON carries its warnings itself. */
    for (size_t i = 0;
         i < zg_result_warning_count(result) && (format != ZG_FORMAT_JSONL || w->options->verbose);
         i++) {
        cli_chunk_note(c, line, "%s", zg_result_warning(result, i));
    }
    return true;
}

static void work_document(cli_worker *w, cli_chunk *c, uint64_t line, document d)
{
    zg_result *result = NULL;
    zg_error e = ZG_ERROR_INIT;
    if (w->options->text) {
        c->no_memory = !cli_buffer_add(&c->out, d.text, d.length) || c->no_memory;
        c->documents++;
        return;
    }
    if (zg_extract(w->session, d.text, d.length, &result, &e) != ZG_OK) {
        (void)fail_status(c, line, &e);
        return;
    }
    (void)write_result(w, c, line, &d, result);
    zg_result_free(result);
}

/* Decodes a file or a line; false, with a message, when it cannot be read. */
static bool decode(cli_worker *w, cli_chunk *c, uint64_t line, const char *in, size_t len,
                   cli_decoded *text)
{
    const char *name;
    cli_encoding asked = w->options->encoding;
    /* A page names its encoding, but may have been converted since. */
    if (asked == CLI_AUTO && w->options->html && cli_utf8_valid(in, len) < len) {
        asked = cli_html_charset(in, len);
        asked = asked == CLI_UTF8 ? CLI_AUTO : asked;
    }
    switch (cli_decode(&w->decoder, asked, in, len, text)) {
    case CLI_BINARY:
        cli_chunk_fail(c, line,
                       "byte %zu: binary data, neither UTF-8 nor GB18030; convert it to text, or "
                       "give --encoding if it is text",
                       text->bad_at);
        return false;
    case CLI_NO_MEMORY:
        c->no_memory = true;
        cli_chunk_fail(c, line, "out of memory while converting; split the input");
        return false;
    case CLI_NO_ENCODING:
        cli_chunk_fail(c, line, "this system's iconv cannot read %s; convert it to UTF-8",
                       cli_encoding_name(text->encoding));
        return false;
    case CLI_DECODED:
        break;
    }
    name = cli_encoding_name(text->encoding);
    c->encodings |= 1u << text->encoding;
    c->why = text->why;
    if (text->bad_count == 0) {
        return true;
    }
    if (w->options->strict) {
        cli_chunk_fail(c, line,
                       "byte %zu: not valid %s (%zu bad bytes); mend it, or leave out "
                       "--strict",
                       text->bad_at, name, text->bad_count);
        return false;
    }
    cli_chunk_note(c, line, "byte %zu: not valid %s; %zu bad bytes were stepped over", text->bad_at,
                   name, text->bad_count);
    return true;
}

static bool is_blank(const char *text, size_t len)
{
    while (len > 0 && (*text == ' ' || (*text >= '\t' && *text <= '\r'))) {
        text++;
        len--;
    }
    return len == 0;
}

/* The article of a web page, in place of the page. */
static bool read_page(cli_worker *w, cli_chunk *c, cli_decoded *text)
{
    w->article.len = 0;
    if (!cli_html_text(text->data, text->len, &w->article)) {
        c->no_memory = true;
        cli_chunk_fail(c, 0, "out of memory while reading the page");
        return false;
    }
    text->data = w->article.len > 0 ? w->article.data : "";
    text->len = w->article.len;
    return true;
}

static void work_text(cli_worker *w, cli_chunk *c)
{
    cli_decoded text;
    char room[1024];
    if (!decode(w, c, 0, c->in.data, c->in.len, &text) ||
        (w->options->html && !read_page(w, c, &text))) {
        return;
    }
    if (is_blank(text.data, text.len)) {
        cli_chunk_note(c, 0, "%s: there is no text to read", text.len == 0 ? "empty" : "blank");
    }
    work_document(w, c, 0, (document){utf8_id(c->id, room, sizeof room), text.data, text.len});
}

static void work_line(cli_worker *w, cli_chunk *c, uint64_t line, const char *in, size_t len)
{
    cli_decoded text;
    char problem[256];
    size_t bad = 0, bad_at = 0;
    if (line == 1 && len >= 3 && memcmp(in, "\xef\xbb\xbf", 3) == 0) {
        in += 3;
        len -= 3;
    }
    if (is_blank(in, len)) {
        return;
    }
    if (!decode(w, c, line, in, len, &text)) {
        return;
    }
    if (text.encoding == CLI_UTF16LE || text.encoding == CLI_UTF16BE) {
        cli_chunk_fail(c, line, "UTF-16 cannot be cut into lines; convert the file to UTF-8");
    } else if (text.valid && cli_jsonl_fast(&w->record, text.data, text.len)) {
        work_document(w, c, line, (document){w->record.id, w->record.text, w->record.length});
    } else if (!cli_jsonl_parse(&w->record, text.data, text.len, &bad, &bad_at, problem,
                                sizeof problem)) {
        if (w->record.no_memory) {
            c->no_memory = true;
            cli_chunk_fail(c, line, "out of memory; split the line, or use fewer --jobs");
        } else {
            cli_chunk_fail(c, line, "%s", problem);
        }
    } else if (bad > 0 && w->options->strict) {
        cli_chunk_fail(c, line, "byte %zu: not valid UTF-8; mend it, or leave out --strict",
                       bad_at);
    } else {
        work_document(w, c, line, (document){w->record.id, w->record.text, w->record.length});
    }
}

void cli_work(cli_worker *w, cli_chunk *chunk)
{
    if (!chunk->ready) {
        return;
    }
    if (!w->options->jsonl) {
        work_text(w, chunk);
        return;
    }
    uint64_t line = chunk->line;
    for (size_t at = 0; at < chunk->in.len; line++) {
        const char *start = chunk->in.data + at;
        const char *stop = memchr(start, '\n', chunk->in.len - at);
        size_t len = stop == NULL ? chunk->in.len - at : (size_t)(stop - start);
        at += len + 1;
        work_line(w, chunk, line, start, len);
    }
}
