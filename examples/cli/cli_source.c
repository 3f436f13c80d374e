/* Reads files in big blocks with read(2), straight into the chunk that a worker will read from.
 *
 * A chunk of JSONL ends at the last line end that has been read; the beginning of the next line is
 * kept for the next chunk. A pipe that pauses gives what it has: lines are not held back. */
#define _POSIX_C_SOURCE 200809L

#include "cli_source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Large enough that a chunk costs a thread nothing to fetch, small enough to stay in cache. */
#define CHUNK        ((size_t)256 << 10)
/* The library's own limit for a document. */
#define DOCUMENT_MAX ((size_t)INT32_MAX)

void cli_source_init(cli_source *s, const cli_options *options)
{
    *s = (cli_source){.options = options, .fd = -1};
}

void cli_source_free(cli_source *s)
{
    if (s->fd > STDIN_FILENO) {
        (void)close(s->fd);
    }
    cli_buffer_free(&s->rest);
}

static void add_message(cli_chunk *c, uint64_t line, const char *format, va_list args)
{
    char text[1024];
    (void)vsnprintf(text, sizeof text, format, args);
    bool added = line > 0 ? cli_buffer_addf(&c->messages, "%s:%llu: %s\n", c->name,
                                            (unsigned long long)line, text)
                          : cli_buffer_addf(&c->messages, "%s: %s\n", c->name, text);
    c->no_memory = c->no_memory || !added;
}

void cli_chunk_note(cli_chunk *chunk, uint64_t line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_message(chunk, line, format, args);
    va_end(args);
}

void cli_chunk_fail(cli_chunk *chunk, uint64_t line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_message(chunk, line, format, args);
    va_end(args);
    chunk->failed++;
}

void cli_chunk_tell(const cli_chunk *chunk)
{
    cli_message_raw(chunk->messages.data, chunk->messages.len);
    if (chunk->no_memory && chunk->messages.len == 0) {
        cli_message("%s: out of memory; split the input, or use fewer --jobs", chunk->name);
    }
}

void cli_chunk_free(cli_chunk *chunk)
{
    cli_buffer_free(&chunk->in);
    cli_buffer_free(&chunk->out);
    cli_buffer_free(&chunk->messages);
    cli_buffer_free(&chunk->text);
}

static bool out_of_resources(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOMEM;
}

/* Opens the next file; false, with a message in the chunk, when it cannot be read. */
static bool open_next(cli_source *s, cli_chunk *c)
{
    const cli_options *o = s->options;
    const char *file = o->file_count == 0 ? "-" : o->files[s->next];
    struct stat info;
    bool standard = strcmp(file, "-") == 0;
    s->next++;
    s->line = 1;
    s->ended = false;
    s->rest.len = 0;
    s->id = c->id = file;
    s->name = c->name = standard ? "(stdin)" : file;
    c->file = s->next - 1;
    s->fd = standard ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC);
    if (s->fd < 0 || fstat(s->fd, &info) != 0) {
        int error = errno;
        cli_chunk_fail(c, 0, "%s; check the name and the permissions", strerror(error));
        c->no_memory = out_of_resources(error);
        s->fd = -1;
        return false;
    }
    if (S_ISDIR(info.st_mode)) {
        cli_chunk_fail(c, 0, "is a directory; name the files in it, such as %s/*.txt", file);
        if (!standard) {
            (void)close(s->fd);
        }
        s->fd = -1;
        return false;
    }
    if (standard && isatty(STDIN_FILENO) == 1) {
        cli_chunk_note(c, 0, "reading from the terminal; Ctrl-D ends the text");
    }
    return true;
}

static void close_file(cli_source *s)
{
    if (s->fd > STDIN_FILENO) {
        (void)close(s->fd);
    }
    s->fd = -1;
}

/* One read of what fits, at least a block; 0 at the end, -1 on failure (said in the chunk). */
static ssize_t read_block(cli_source *s, cli_chunk *c)
{
    if (!cli_buffer_reserve(&c->in, CHUNK / 2)) {
        c->no_memory = true;
        cli_chunk_fail(c, s->options->jsonl ? s->line : 0,
                       "out of memory after %zu bytes; split the input", c->in.len);
        return -1;
    }
    for (;;) {
        size_t room = c->in.cap - c->in.len;
        ssize_t n = read(s->fd, c->in.data + c->in.len, room < DOCUMENT_MAX ? room : DOCUMENT_MAX);
        if (n >= 0) {
            c->in.len += (size_t)n;
            return n;
        }
        if (errno != EINTR) {
            cli_chunk_fail(c, 0, "reading stopped after %zu bytes: %s", c->in.len, strerror(errno));
            return -1;
        }
    }
}

/* A text file is one document: all or nothing. */
static void read_whole(cli_source *s, cli_chunk *c)
{
    struct stat info;
    size_t expected = 0;
    if (fstat(s->fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        expected = (size_t)info.st_size < DOCUMENT_MAX ? (size_t)info.st_size : DOCUMENT_MAX;
    }
    ssize_t n = 1;
    /* One block more than the file has, so that its end is seen without growing. */
    (void)cli_buffer_reserve(&c->in, expected + CHUNK);
    while (n > 0) {
        n = read_block(s, c);
        if (c->in.len > DOCUMENT_MAX) {
            cli_chunk_fail(c, 0, "longer than 2 GiB; split it, or give it as JSONL");
            n = -1;
        }
    }
    c->ready = n == 0;
    s->ended = true;
}

static size_t last_line_end(const cli_buffer *b, size_t from)
{
    for (size_t i = b->len; i > from; i--) {
        if (b->data[i - 1] == '\n') {
            return i;
        }
    }
    return 0;
}

/* Passes over the remainder of a line that is too long for any document. */
static void skip_line(cli_source *s, cli_chunk *c)
{
    cli_chunk_fail(c, s->line, "the line is longer than 2 GiB; passed over");
    for (;;) {
        c->in.len = 0;
        ssize_t n = read_block(s, c);
        char *end = n > 0 ? memchr(c->in.data, '\n', c->in.len) : NULL;
        if (n <= 0) {
            s->ended = true;
            break;
        }
        if (end != NULL) {
            size_t at = (size_t)(end - c->in.data) + 1;
            c->no_memory |= !cli_buffer_add(&s->rest, end + 1, c->in.len - at);
            break;
        }
    }
    s->line++;
    c->ready = false;
}

static void read_lines(cli_source *s, cli_chunk *c)
{
    ssize_t n = 0;
    c->line = s->line;
    if (!cli_buffer_reserve(&c->in, CHUNK) || !cli_buffer_add(&c->in, s->rest.data, s->rest.len)) {
        c->no_memory = true;
        s->ended = true;
        return;
    }
    s->rest.len = 0;
    cli_buffer_shrink(&s->rest, CHUNK);
    size_t end = last_line_end(&c->in, 0);
    while (end == 0 && !s->ended) {
        size_t before = c->in.len;
        n = read_block(s, c);
        s->ended = n <= 0;
        end = n > 0 ? last_line_end(&c->in, before) : 0;
        if (end == 0 && c->in.len > DOCUMENT_MAX) {
            skip_line(s, c);
            return;
        }
    }
    if (end == 0 && n < 0) {
        c->in.len = 0; /* half a line, and its end cannot be read */
    }
    if (end == 0) {
        end = c->in.len; /* the last line has no line end */
    }
    if (!cli_buffer_add(&s->rest, c->in.data + end, c->in.len - end)) {
        c->no_memory = true;
        s->ended = true;
    }
    c->in.len = end;
    c->ready = end > 0;
    for (size_t at = 0; at < end; s->line++) {
        const char *stop = memchr(c->in.data + at, '\n', end - at);
        at = stop == NULL ? end : (size_t)(stop - c->in.data) + 1;
    }
}

static void empty_chunk(cli_chunk *c)
{
    c->in.len = c->out.len = c->messages.len = c->text.len = 0;
    cli_buffer_shrink(&c->in, 8 * CHUNK);
    cli_buffer_shrink(&c->out, 8 * CHUNK);
    c->ready = c->no_memory = false;
    c->documents = c->failed = 0;
    c->encodings = 0;
    c->why = NULL;
}

bool cli_source_next(cli_source *s, cli_chunk *chunk)
{
    size_t files = s->options->file_count == 0 ? 1 : s->options->file_count;
    empty_chunk(chunk);
    if (s->fd < 0) {
        if (s->next >= files) {
            return false;
        }
        if (!open_next(s, chunk)) {
            return true;
        }
    }
    chunk->name = s->name;
    chunk->id = s->id;
    chunk->file = s->next - 1;
    if (s->options->jsonl) {
        read_lines(s, chunk);
    } else {
        read_whole(s, chunk);
    }
    if (s->ended) {
        close_file(s);
    }
    return true;
}
