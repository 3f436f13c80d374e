/* Lines of text for --help, and their character set. */
#include "cli_wrap.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "cli_manual.h"
#include "cli_utf8.h"

#define WIDTH 100u

static unsigned cells(const char *at, size_t bytes)
{
    return bytes >= 3 && (unsigned char)at[0] >= 0xe3 ? 2 : bytes > 0 ? 1 : 0;
}

static size_t step(const char *at)
{
    size_t bad = 0, n = cli_utf8_step((const unsigned char *)at, strlen(at), &bad);
    return n > 0 ? n : bad;
}

static void put(cli_wrap *w, const char *text, size_t len)
{
    w->failed = !cli_buffer_add(&w->out, text, len) || w->failed;
}

void cli_wrap_text(cli_wrap *w, const char *text)
{
    for (size_t n; *text != '\0'; text += n) {
        n = step(text);
        put(w, text, n);
        w->column = *text == '\n' ? 0 : w->column + cells(text, n);
    }
}

void cli_wrap_to(cli_wrap *w, unsigned column)
{
    if (w->column + 1 > column && w->column > 0) {
        cli_wrap_text(w, "\n");
    }
    while (w->column < column && !w->failed) {
        cli_wrap_text(w, " ");
    }
}

/* What no line begins with. */
static bool closes(const char *at)
{
    static const char *const marks[] = {"，", "。", "、", "；", "：", "）", "！", "？", "」"};
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++) {
        if (strncmp(at, marks[k], 3) == 0) {
            return true;
        }
    }
    return false;
}

/* The piece that must stay on one line: a word, or a wide character with the marks behind it. */
static size_t piece(const char *at, unsigned *width)
{
    size_t len = 0;
    *width = 0;
    do {
        size_t n = step(at + len);
        bool wide = cells(at + len, n) == 2;
        *width += cells(at + len, n);
        len += n;
        if (wide && !closes(at + len)) {
            break;
        }
    } while (at[len] != '\0' && at[len] != ' ' &&
             (cells(at + len, step(at + len)) == 1 || closes(at + len)));
    return len;
}

void cli_wrap_words(cli_wrap *w, unsigned indent, const char *text)
{
    bool blank = false;
    while (*text != '\0') {
        if (*text == ' ') {
            blank = true;
            text++;
            continue;
        }
        unsigned width;
        size_t len = piece(text, &width);
        if (w->column + (blank ? 1 : 0) + width > WIDTH) {
            cli_wrap_text(w, "\n");
            cli_wrap_to(w, indent);
        } else if (blank) {
            cli_wrap_text(w, " ");
        }
        put(w, text, len);
        w->column += width;
        text += len;
        blank = false;
    }
    cli_wrap_text(w, "\n");
}

/* The first of these that is set and not empty, as setlocale has it. */
static const char *locale_name(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
        const char *value = getenv(names[k]);
        if (value != NULL && value[0] != '\0') {
            return value;
        }
    }
    return "C";
}

bool cli_locale_chinese(char charset[32])
{
    const char *name = locale_name(), *first = getenv("LANGUAGE");
    const char *dot = strchr(name, '.');
    size_t len = dot == NULL ? 0 : strcspn(dot + 1, "@");
    charset[0] = '\0';
    if (strcmp(name, "POSIX") == 0 || strcmp(name, "C") == 0 || strncmp(name, "C.", 2) == 0) {
        return false;
    }
    bool utf8 = len == 0 || strncmp(dot + 1, "UTF-8", 5) == 0 || strncmp(dot + 1, "utf8", 4) == 0;
    if (!utf8 && len < 32) {
        memcpy(charset, dot + 1, len);
        charset[len] = '\0';
    }
    return strncmp(first != NULL && first[0] != '\0' ? first : name, "zh", 2) == 0;
}

bool cli_wrap_encode(cli_wrap *w, const char *charset)
{
    if (charset[0] == '\0') {
        return true;
    }
    iconv_t to = iconv_open(charset, "UTF-8");
    if (to == (iconv_t)-1) {
        return false;
    }
    cli_buffer out = {0};
    char *in = w->out.data;
    size_t in_left = w->out.len;
    bool good = cli_buffer_reserve(&out, in_left * 2 + 16);
    char *at = out.data;
    size_t left = out.cap;
    good = good && iconv(to, &in, &in_left, &at, &left) == 0 && in_left == 0;
    out.len = good ? (size_t)(at - out.data) : 0;
    (void)iconv_close(to);
    if (good) {
        cli_buffer_free(&w->out);
        w->out = out;
    } else {
        cli_buffer_free(&out);
    }
    return good;
}
