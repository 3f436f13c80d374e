/* Finds and converts encodings; see cli_encoding.h for how it decides.
 * 「局长」 as CB D6 B3 A4 is no UTF-8 and decodes as GB18030. */
#include "cli_encoding.h"

#include <errno.h>
#include <string.h>

#include "cli_utf8.h"

/* More than one in ten characters that are bad or control: no text in any encoding read here. */
#define BINARY_SHARE 10

/* Names for iconv; the second is tried where a system lacks the first. Big5 with Hong Kong's
 * supplement, because names of persons are what it adds (喆, 堃). */
static const char *const iconv_names[CLI_ENCODINGS][2] = {
    [CLI_GB18030] = {"GB18030", "GBK"},
    [CLI_BIG5] = {"BIG5-HKSCS", "BIG5"},
    [CLI_UTF16LE] = {"UTF-16LE", "UTF-16"},
    [CLI_UTF16BE] = {"UTF-16BE", "UTF-16"},
};

typedef struct mark {
    const char *bytes;
    size_t len;
    cli_encoding encoding;
} mark;

static const mark marks[] = {{"\xef\xbb\xbf", 3, CLI_UTF8},
                             {"\x84\x31\x95\x33", 4, CLI_GB18030},
                             {"\xff\xfe", 2, CLI_UTF16LE},
                             {"\xfe\xff", 2, CLI_UTF16BE}};

const char *cli_encoding_name(cli_encoding encoding)
{
    static const char *const names[CLI_ENCODINGS] = {
        [CLI_AUTO] = "auto", [CLI_UTF8] = "utf-8",       [CLI_GB18030] = "gb18030",
        [CLI_BIG5] = "big5", [CLI_UTF16LE] = "utf-16le", [CLI_UTF16BE] = "utf-16be"};
    return names[encoding];
}

static cli_decode_status open_iconv(cli_decoder *d, cli_encoding encoding)
{
    int error =
        EINVAL; /* that it does not know the name; anything else is want of memory or files */
    for (size_t i = 0; i < 2 && !d->is_open[encoding] && error == EINVAL; i++) {
        d->open[encoding] = iconv_open("UTF-8", iconv_names[encoding][i]);
        /* iconv_open says (iconv_t)-1 on failure, whatever type iconv_t is. */
        d->is_open[encoding] = d->open[encoding] != (iconv_t)-1;
        error = errno;
    }
    if (d->is_open[encoding]) {
        (void)iconv(d->open[encoding], NULL, NULL, NULL, NULL);
        return CLI_DECODED;
    }
    return error == EINVAL ? CLI_NO_ENCODING : CLI_NO_MEMORY;
}

/* A bad byte: the text gets 0xFF, and the input goes on behind it. */
static bool step_over(cli_decoder *d, const char *start, char **in, size_t *left, cli_decoded *out)
{
    if (out->bad_count++ == 0) {
        out->bad_at = (size_t)(*in - start);
    }
    size_t unit = out->encoding == CLI_UTF16LE || out->encoding == CLI_UTF16BE ? 2 : 1;
    unit = *left < unit ? *left : unit;
    *in += unit;
    *left -= unit;
    return cli_buffer_add(&d->text, "\xff", 1);
}

static cli_decode_status convert(cli_decoder *d, cli_encoding encoding, const char *in, size_t len,
                                 cli_decoded *out)
{
    /* iconv does not write to its input; POSIX gave the pointer no const. */
    char *from = (char *)(uintptr_t)in;
    size_t left = len;
    out->encoding = encoding;
    out->bad_count = 0;
    cli_decode_status opened = open_iconv(d, encoding);
    if (opened != CLI_DECODED) {
        return opened;
    }
    d->text.len = 0;
    while (left > 0) {
        /* Two bytes of GB18030 or Big5 are three of UTF-8; the loop covers what is more. */
        if (!cli_buffer_reserve(&d->text, left + left / 2 + 16)) {
            return CLI_NO_MEMORY;
        }
        char *to = d->text.data + d->text.len;
        size_t room = d->text.cap - d->text.len;
        size_t rc = iconv(d->open[encoding], &from, &left, &to, &room);
        int error = errno;
        d->text.len = d->text.cap - room;
        if (rc == (size_t)-1 && error != E2BIG && left > 0 &&
            !step_over(d, in, &from, &left, out)) {
            return CLI_NO_MEMORY;
        }
    }
    out->data = d->text.data;
    out->len = d->text.len;
    out->valid = out->bad_count == 0;
    return CLI_DECODED;
}

static cli_decode_status as_utf8(const char *in, size_t len, const char *why, cli_decoded *out)
{
    *out = (cli_decoded){.data = in, .len = len, .encoding = CLI_UTF8, .why = why};
    return CLI_DECODED;
}

/* Neither a mark nor valid UTF-8. */
static cli_decode_status decide(cli_decoder *d, const char *in, size_t len, cli_decoded *out)
{
    cli_utf8_counts c = cli_utf8_count(in, len);
    if (c.wide >= c.bad) {
        return as_utf8(in, len, "UTF-8 with bad bytes", out);
    }
    cli_decode_status rc = convert(d, CLI_GB18030, in, len, out);
    if (rc == CLI_NO_MEMORY) {
        return rc;
    }
    /* A few bad bytes in a hundred may be damage; more, and it is another encoding. */
    if (rc == CLI_DECODED && out->bad_count <= len / 100 && c.control <= len / BINARY_SHARE) {
        out->why = "no byte order mark, not UTF-8";
        return rc;
    }
    size_t strange = c.bad + c.control;
    if (strange > (len - c.bad) / BINARY_SHARE + 1) {
        *out = (cli_decoded){.bad_at = c.bad_at, .bad_count = strange};
        return CLI_BINARY;
    }
    return as_utf8(in, len, "UTF-8 with bad bytes", out);
}

static cli_decode_status decode_auto(cli_decoder *d, const char *in, size_t len, cli_decoded *out)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (len < marks[i].len || memcmp(in, marks[i].bytes, marks[i].len) != 0) {
            continue;
        }
        if (marks[i].encoding == CLI_UTF8) {
            return as_utf8(in, len, "byte order mark", out);
        }
        out->why = "byte order mark";
        return convert(d, marks[i].encoding, in, len, out);
    }
    if (cli_utf8_valid(in, len) < len) {
        return decide(d, in, len, out);
    }
    cli_utf8_counts c = {0};
    if (memchr(in, '\0', len) != NULL) {
        c = cli_utf8_count(in, len);
    }
    if (c.control > len / BINARY_SHARE + 1) {
        const char *nul = memchr(in, '\0', len);
        *out = (cli_decoded){.bad_at = (size_t)(nul - in), .bad_count = c.control};
        return CLI_BINARY;
    }
    (void)as_utf8(in, len, "valid UTF-8", out);
    out->valid = true;
    return CLI_DECODED;
}

cli_decode_status cli_decode(cli_decoder *d, cli_encoding asked, const char *in, size_t len,
                             cli_decoded *out)
{
    *out = (cli_decoded){0};
    if (len == 0) {
        return as_utf8(in, 0, "empty", out);
    }
    if (asked == CLI_AUTO) {
        return decode_auto(d, in, len, out);
    }
    if (asked == CLI_UTF8) {
        (void)as_utf8(in, len, "asked for", out);
        out->valid = cli_utf8_valid(in, len) == len;
        return CLI_DECODED;
    }
    out->why = "asked for";
    return convert(d, asked, in, len, out);
}

void cli_decoder_free(cli_decoder *d)
{
    for (size_t i = 0; i < CLI_ENCODINGS; i++) {
        if (d->is_open[i]) {
            (void)iconv_close(d->open[i]);
        }
    }
    cli_buffer_free(&d->text);
    *d = (cli_decoder){0};
}
