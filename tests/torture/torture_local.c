/* Bad bytes are local, and offsets are exact.
 *
 * Damage: bytes put into a text of the project, or in place of one of its bytes, that are no UTF-8
 * (or a NUL, or a character outside the BMP). At every place of damage every span must lie on the
 * same characters in bytes, code points and UTF-16 units (counted here anew), and cut out of the
 * text what the piece says. And the triples of other sentences must stay: person, title,
 * organisation as written, kind and status, at the same place but for what the damage is longer.
 *   - Damage to a sentence that tells nothing of persons and posts: all of them, always.
 *   - Damage anywhere: all but one in a thousand. A document is read as one: a career's first line
 *     names who it is of, 县领导段怀瑾 tells whose post another sentence gives without it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "torture.h"

#define DOCUMENTS  64
#define TRIPLES    256
#define SPAN_COUNT 5

static const char *const harms[] = {
    "\xff",     "\xe5\x85",         "\x80",     "\xc0\x80", "\xed\xa0\x80",     "\xf4\x90\x80",
    "\xfe\xff", "\xf0\x9f\x98\x80", "\xf8\x88", "\xe5",     "\xf0\xa0\xae\xb7", ""};
#define HARMS (sizeof harms / sizeof harms[0])

static zg_session *session[3]; /* by unit */
static uint64_t state = 0x10ca1, cases, moved, watched, astray, cut_wrong;

/* Bytes of the next character, or of a maximal part that is none; *units: UTF-16 units. */
static size_t step(const unsigned char *p, size_t left, size_t *units)
{
    unsigned char low = 0x80, high = 0xbf;
    size_t need = p[0] < 0x80   ? 0
                  : p[0] < 0xc2 ? 9
                  : p[0] < 0xe0 ? 1
                  : p[0] < 0xf0 ? 2
                  : p[0] < 0xf5 ? 3
                                : 9;
    *units = need == 3 ? 2 : 1;
    if (need == 9 || need == 0)
        return 1;
    low = p[0] == 0xe0 ? 0xa0 : p[0] == 0xf0 ? 0x90 : low;
    high = p[0] == 0xed ? 0x9f : p[0] == 0xf4 ? 0x8f : high;
    for (size_t k = 1; k <= need; k++, low = 0x80, high = 0xbf)
        if (k >= left || p[k] < low || p[k] > high) {
            *units = 1;
            return k;
        }
    return need + 1;
}

/* The number of code points or UTF-16 units before byte `at`; SIZE_MAX when it is inside one. */
static size_t count_to(const torture_text *t, size_t at, bool utf16)
{
    size_t n = 0, k = 0;
    while (k < at) {
        size_t units;
        k += step((const unsigned char *)t->bytes + k, t->len - k, &units);
        n += utf16 ? units : 1;
    }
    return k == at ? n : SIZE_MAX;
}

/* Does the stretch, without blanks and with U+FFFD for what is no character, read as the text? */
static bool reads_as(const torture_text *t, size_t begin, size_t end, const char *text, bool blanks)
{
    for (size_t k = begin; k < end;) {
        size_t units, n = step((const unsigned char *)t->bytes + k, t->len - k, &units);
        unsigned char c = (unsigned char)t->bytes[k];
        bool good = (n == 1 && c > 0 && c < 0x80) || (n > 1 && units == (n == 4 ? 2u : 1u) &&
                                                      n == (c < 0xe0   ? 2u
                                                            : c < 0xf0 ? 3u
                                                                       : 4u));
        bool blank =
            c == ' ' || c == '\t' || c == '\n' || memcmp(t->bytes + k, "\xe3\x80\x80", n) == 0;
        const char *piece = good ? t->bytes + k : "\xef\xbf\xbd";
        size_t len = good ? n : 3;
        k += n;
        if (strncmp(text, piece, len) == 0)
            text += len;
        else if (!blank || blanks)
            return false;
    }
    return *text == 0;
}

static void cut_right(const zg_result *const r[3], const torture_text *t, size_t k)
{
    for (int piece = ZG_PERSON; piece <= ZG_EVIDENCE; piece++) {
        const char *text;
        size_t b[3], e[3];
        for (int u = 0; u < 3; u++)
            (void)zg_triple_piece(zg_result_triple(r[u], k), (zg_piece)piece, &text, &b[u], &e[u]);
        if (b[ZG_OFFSETS_UTF8] == ZG_NONE)
            continue;
        size_t begin = b[ZG_OFFSETS_UTF8], end = e[ZG_OFFSETS_UTF8];
        bool right = begin <= end && end <= t->len &&
                     count_to(t, begin, false) == b[ZG_OFFSETS_CODEPOINT] &&
                     count_to(t, end, false) == e[ZG_OFFSETS_CODEPOINT] &&
                     count_to(t, begin, true) == b[ZG_OFFSETS_UTF16] &&
                     count_to(t, end, true) == e[ZG_OFFSETS_UTF16];
        /* A title may read a little differently from how it is printed (see ZG_TITLE). */
        if (right && piece != ZG_TITLE)
            right = reads_as(t, begin, end, text, piece == ZG_EVENT || piece == ZG_EVIDENCE);
        if (!right && cut_wrong++ < 10)
            printf("# piece %d of triple %zu is not what [%zu,%zu) cuts: %s | %.*s\n", piece, k,
                   begin, end, text, (int)(end - begin), t->bytes + begin);
    }
}

/* How long the mark is that ends a sentence at `p`, 0 when none does. Such a mark may not be
 * damaged, or two sentences become one. */
static size_t end_mark(const char *p)
{
    static const char *const ends[] = {"\n", "。", "！", "？", "；", "…", "!", "?", ";"};
    for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
        if (strncmp(p, ends[k], strlen(ends[k])) == 0)
            return strlen(ends[k]);
    return 0;
}

static void sentence_of(const torture_text *t, size_t at, size_t *begin, size_t *end)
{
    *begin = at;
    while (*begin > 0 && end_mark(t->bytes + *begin - 1) != 1 &&
           (*begin < 3 || end_mark(t->bytes + *begin - 3) != 3))
        --*begin;
    *end = at;
    while (*end < t->len && end_mark(t->bytes + *end) == 0)
        ++*end;
}

static bool same_words(const zg_triple *a, const zg_triple *b)
{
    static const zg_triple_str strings[] = {ZG_STR_PERSON, ZG_STR_TITLE, ZG_STR_ORG, ZG_STR_STATUS,
                                            ZG_STR_KIND};
    for (size_t k = 0; k < sizeof strings / sizeof strings[0]; k++) {
        const char *x = zg_triple_string(a, strings[k]), *y = zg_triple_string(b, strings[k]);
        if ((x == NULL) != (y == NULL) || (x != NULL && strcmp(x, y) != 0))
            return false;
    }
    return true;
}

static bool is_there(const zg_triple *t, const zg_result *in, size_t at, size_t more, size_t less)
{
    size_t begin, end, b, e;
    (void)zg_triple_piece(t, ZG_TITLE, NULL, &begin, &end);
    if (begin >= at) {
        begin += more - less;
        end += more - less;
    }
    for (size_t k = 0; k < zg_result_triple_count(in); k++) {
        const zg_triple *other = zg_result_triple(in, k);
        (void)zg_triple_piece(other, ZG_TITLE, NULL, &b, &e);
        if (b == begin && e == end && same_words(t, other))
            return true;
    }
    return false;
}

static void report(const zg_triple *t, const torture_text *text, size_t from, size_t to, size_t at)
{
    printf("# %s | %s has changed by damage at byte %zu in: %.*s\n",
           zg_triple_string(t, ZG_STR_PERSON), zg_triple_string(t, ZG_STR_TITLE), at,
           (int)(to - from), text->bytes + from);
}

/* Every triple of `before` of which nothing lies in the damaged sentence [from, to). */
static void stay(const zg_result *before, const zg_result *after, const torture_text *t,
                 const size_t where[3], size_t more, size_t less, bool plain)
{
    size_t at = where[0], from = where[1], to = where[2];
    for (size_t k = 0; k < zg_result_triple_count(before); k++) {
        const zg_triple *triple = zg_result_triple(before, k);
        bool touched = false;
        for (int piece = ZG_PERSON; piece <= ZG_EVIDENCE; piece++) {
            size_t b, e;
            (void)zg_triple_piece(triple, (zg_piece)piece, NULL, &b, &e);
            touched = touched || (b != ZG_NONE && b < to && e > from);
        }
        watched += !touched && !plain;
        if (touched || is_there(triple, after, at, more, less))
            continue;
        astray += !plain;
        if (plain && moved++ < 10)
            report(triple, t, from, to, at);
    }
}

/* Damage in the stretch [first, last) of the text. */
static void one_case(const torture_text *sound, const zg_result *before, size_t first, size_t last,
                     bool plain)
{
    static char room[1 << 20];
    size_t at = first + torture_below(&state, last - first), from, to;
    const char *harm = harms[torture_below(&state, HARMS)];
    size_t more = *harm == 0 ? 1 : strlen(harm), less = torture_below(&state, 2);
    sentence_of(sound, at, &from, &to);
    if (at + less > to || to == from)
        less = 0;
    memcpy(room, sound->bytes, at);
    memcpy(room + at, harm, more);
    memcpy(room + at + more, sound->bytes + at + less, sound->len - at - less);
    torture_text damaged = {room, sound->len - less + more};
    zg_result *r[3];
    for (int u = 0; u < 3; u++)
        if (zg_extract(session[u], damaged.bytes, damaged.len, &r[u], NULL) != ZG_OK)
            torture_stop("a damaged text is read");
    for (size_t k = 0; k < zg_result_triple_count(r[0]); k++)
        cut_right((const zg_result *const *)r, &damaged, k);
    stay(before, r[ZG_OFFSETS_UTF8], sound, (size_t[]){at, from, to}, more, less, plain);
    for (int u = 0; u < 3; u++)
        zg_result_free(r[u]);
    cases++;
}

/* A document with a sentence put in behind one of its lines that tells of nobody. */
static const char filler[] = "水稻、玉米和今年的雨水，讲到这里就结束了，再讲明年的小麦。\n";

static torture_text with_filler(const torture_text *t, size_t *begin)
{
    torture_text out = {malloc(t->len + sizeof filler), t->len + sizeof filler - 1};
    size_t at = torture_below(&state, t->len);
    while (at < t->len && t->bytes[at] != '\n')
        at++;
    if (out.bytes == NULL)
        torture_stop("no memory");
    at = at < t->len ? at + 1 : 0;
    *begin = at;
    memcpy(out.bytes, t->bytes, at);
    memcpy(out.bytes + at, filler, sizeof filler - 1);
    memcpy(out.bytes + at + sizeof filler - 1, t->bytes + at, t->len - at + 1);
    return out;
}

static void read_before(const torture_text *t, zg_result **out)
{
    if (zg_extract(session[ZG_OFFSETS_UTF8], t->bytes, t->len, out, NULL) != ZG_OK)
        torture_stop("a text is read");
}

static void document(const torture_text *t, size_t count)
{
    zg_result *before;
    read_before(t, &before);
    for (size_t k = 0; k < count; k++)
        one_case(t, before, 0, t->len, false);
    zg_result_free(before);
    for (size_t k = 0; k < count; k += 50) {
        size_t begin;
        torture_text filled = with_filler(t, &begin);
        read_before(&filled, &before);
        for (size_t n = 0; n < 50; n++)
            one_case(&filled, before, begin, begin + sizeof filler - 2, true);
        zg_result_free(before);
        free(filled.bytes);
    }
}

int main(int argc, char **argv)
{
    static torture_text texts[DOCUMENTS];
    zg_dict *dict;
    size_t count = torture_documents(texts, DOCUMENTS);
    size_t each = (torture_is_long(argc, argv) ? 600000u : 2000u) / count + 1;
    if (zg_dict_builtin(NULL, &dict, NULL) != ZG_OK)
        torture_stop("a dictionary");
    for (int u = 0; u < 3; u++) {
        zg_options o = ZG_OPTIONS_INIT;
        o.offsets = (zg_offsets)u;
        if (zg_session_new(dict, &o, &session[u], NULL) != ZG_OK)
            torture_stop("a session");
    }
    for (size_t d = 0; d < count; d++)
        document(&texts[d], each);
    torture_result(moved == 0, "damage to a sentence that tells nothing changes no triple",
                   "%llu have changed", (unsigned long long)moved);
    printf("# of %llu triples beside damage anywhere %llu have changed\n",
           (unsigned long long)watched, (unsigned long long)astray);
    torture_result(astray * 1000 <= watched, "damage anywhere changes one in a thousand at most",
                   "");
    torture_result(cut_wrong == 0, "spans are exact in all three units", "%llu are not",
                   (unsigned long long)cut_wrong);
    torture_total("local", cases, moved + cut_wrong);
    for (int u = 0; u < 3; u++)
        zg_session_free(session[u]);
    zg_dict_close(dict);
    return torture_end();
}
