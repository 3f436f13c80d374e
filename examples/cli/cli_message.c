/* Message lines and the progress line; see cli_message.h. Only the main thread writes here:
 * workers gather their lines in buffers, so that messages keep the order of the input. */
#define _POSIX_C_SOURCE 200809L

#include "cli_message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli_utf8.h"

/* The state of the terminal line, which is one for the process. */
static struct {
    bool shown;
    bool started;
    double first, last;
} progress;

bool cli_wants_plain(void)
{
    const char *no_color = getenv("NO_COLOR");
    return no_color != NULL && no_color[0] != '\0';
}

bool cli_wants_color(int fd)
{
    const char *term = getenv("TERM");
    if (cli_wants_plain()) {
        return false;
    }
    if (term != NULL && strcmp(term, "dumb") == 0) {
        return false;
    }
    return isatty(fd) == 1;
}

static void print_prefix(void)
{
    if (cli_wants_color(STDERR_FILENO)) {
        (void)fputs("\033[31mzhiguan:\033[0m ", stderr);
    } else {
        (void)fputs("zhiguan: ", stderr);
    }
}

/* Names of files and pieces of the input stand in messages: what would steer the terminal is shown
 * as <U+001B>. */
static void print_line(const char *s, size_t len)
{
    unsigned code;
    print_prefix();
    for (size_t from = 0, at = 0; at <= len; at++) {
        size_t n = at < len ? cli_utf8_steers(s + at, len - at, &code) : 0;
        if (at < len && n == 0) {
            continue;
        }
        (void)fwrite(s + from, 1, at - from, stderr);
        if (n > 0) {
            (void)fprintf(stderr, "<U+%04X>", code);
        }
        from = at + (n > 0 ? n : 1);
        at = from - 1;
    }
    (void)fputc('\n', stderr);
}

void cli_message(const char *format, ...)
{
    char text[8192]; /* two names of files, which are shorter than 4096 bytes */
    va_list args;
    cli_progress_clear();
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    print_line(text, len < 0 ? 0 : (size_t)len < sizeof text ? (size_t)len : sizeof text - 1);
}

void cli_message_raw(const char *lines, size_t len)
{
    cli_progress_clear();
    while (len > 0) {
        const char *end = memchr(lines, '\n', len);
        size_t n = end == NULL ? len : (size_t)(end - lines);
        print_line(lines, n);
        n += end == NULL ? 0 : 1;
        lines += n;
        len -= n;
    }
}

static double seconds_now(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0) {
        return 0;
    }
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void cli_progress(uint64_t documents, uint64_t bytes)
{
    if (isatty(STDERR_FILENO) != 1) {
        return;
    }
    double now = seconds_now();
    if (!progress.started) {
        progress.started = true;
        progress.first = progress.last = now;
    }
    if (now - progress.first < 1.0 || now - progress.last < 0.2) {
        return;
    }
    progress.last = now;
    progress.shown = true;
    (void)fprintf(stderr, "\r%llu documents, %.1f MB, %.1f MB/s \033[K",
                  (unsigned long long)documents, (double)bytes / 1e6,
                  (double)bytes / 1e6 / (now - progress.first));
    (void)fflush(stderr);
}

void cli_progress_clear(void)
{
    if (progress.shown) {
        (void)fputs("\r\033[K", stderr);
        (void)fflush(stderr);
        progress.shown = false;
    }
}
