/* Fuzz target: the first eight bytes are options, a format and an id; the rest is the text. What is
 * found may not depend on the options that only choose or count: the triples of a narrow choice are
 * among those of the wide one, and both ways of writing give the same bytes. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static void hear(const char *stage, const char *line, size_t length, void *ctx)
{
    fuzz_holds(stage[0] != 0 && strlen(line) == length, "a trace has a stage and whole lines");
    ++*(size_t *)ctx;
}

static zg_options options_of(const uint8_t *b)
{
    zg_options o = ZG_OPTIONS_INIT;
    o.offsets = (zg_offsets)(b[0] % 4); /* 3 is refused */
    o.kinds = b[1] % 17;                /* 16 is refused */
    o.strict = b[2] % 8 == 0;
    o.min_confidence = b[3] % 102;
    o.max_input = b[4] % 8 == 0 ? b[4] : 0;
    return o;
}

typedef struct written {
    char bytes[1 << 18];
    size_t len;
    size_t stop; /* refuse what goes over this */
} written;

static int take(const char *bytes, size_t len, void *ctx)
{
    written *w = ctx;
    if (len > w->stop || w->len > w->stop - len)
        return 7;
    memcpy(w->bytes + w->len, bytes, len);
    w->len += len;
    return 0;
}

static void write_both(const zg_result *result, zg_format format, const char *id)
{
    static written w;
    static char buffer[sizeof w.bytes + 1];
    size_t needed = 0;
    w.len = 0;
    w.stop = sizeof w.bytes;
    zg_status a = zg_result_write(result, format, id, take, &w, NULL);
    zg_status b = zg_result_format(result, format, id, buffer, sizeof buffer, &needed, NULL);
    if (a == ZG_E_WRITE) {
        fuzz_holds(b == ZG_E_SPACE && needed > sizeof buffer, "both are too large");
        return;
    }
    fuzz_holds(a == b, "both ways of writing have one status");
    if (a != ZG_OK)
        return;
    fuzz_holds(needed == w.len + 1 && memcmp(buffer, w.bytes, w.len) == 0, "the same bytes");
    for (size_t k = 0; k < w.len; k++)
        fuzz_holds((unsigned char)w.bytes[k] >= 0x20 || w.bytes[k] == '\n' ||
                       (w.bytes[k] == '\t' && format >= ZG_FORMAT_TSV),
                   "no control character in any output");
}

static void read_text(zg_session *session, const zg_options *o, const uint8_t *b,
                      const uint8_t *text, size_t size)
{
    zg_error error = ZG_ERROR_INIT;
    zg_result *result;
    size_t lines = 0, limit = o->max_input == 0 ? SIZE_MAX : o->max_input;
    char id[3] = {(char)b[6], (char)b[7], 0};
    if (b[5] % 4 == 0)
        zg_session_set_trace(session, hear, &lines);
    zg_status s = zg_extract(session, (const char *)text, size, &result, &error);
    fuzz_holds(s == error.code, "the error has the status");
    fuzz_holds(s == ZG_OK || (s == ZG_E_UTF8 && o->strict) || (s == ZG_E_TOO_LARGE && size > limit),
               "only strict or too large is refused");
    fuzz_holds(s == ZG_OK || result == NULL, "no result with a failure");
    for (int format = 0; s == ZG_OK && format < 7; format++)
        write_both(result, (zg_format)format, b[5] % 3 == 0 ? NULL : id);
    if (o->offsets == ZG_OFFSETS_UTF8 && s == ZG_OK)
        fuzz_check_result(result, text, size);
    for (size_t k = 0; k < zg_result_triple_count(result); k++)
        fuzz_holds(zg_triple_confidence(zg_result_triple(result, k)) >= o->min_confidence,
                   "no triple under the least confidence");
    zg_result_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static zg_dict *dict;
    zg_session *session;
    if (size < 8)
        return 0;
    if (dict == NULL)
        fuzz_holds(zg_dict_builtin(NULL, &dict, NULL) == ZG_OK, "the dictionary opens");
    zg_options o = options_of(data);
    zg_status s = zg_session_new(dict, &o, &session, NULL);
    bool good = o.offsets <= ZG_OFFSETS_UTF16 && o.kinds <= ZG_KIND_ALL && o.min_confidence <= 100;
    fuzz_holds(s == (good ? ZG_OK : ZG_E_ARGUMENT), "options out of range are refused, others not");
    if (s == ZG_OK)
        read_text(session, &o, data, data + 8, size - 8);
    zg_session_free(session);
    return 0;
}
