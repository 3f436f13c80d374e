/* Reading the folded text against table words, and making strings for facts.
 *
 * Table words are UTF-8 and already folded (simplified, half width), the text's characters are
 * folded by intake, so both compare by code point. Strings for facts are copied from the caller's
 * own bytes, without blanks: 「刘 昊」 → 卢远; traditional characters stay as written.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

/* The code point at the head of a valid UTF-8 string; its length in *bytes. 0 at the end. */
uint32_t zgi_rs_char_at(const char *word, uint32_t *bytes)
{
    const unsigned char *p = (const unsigned char *)word;
    if (p[0] < 0x80) {
        *bytes = p[0] != 0;
        return p[0];
    }
    if (p[0] < 0xe0) {
        *bytes = 2;
        return ((p[0] & 0x1fu) << 6) | (p[1] & 0x3fu);
    }
    if (p[0] < 0xf0) {
        *bytes = 3;
        return ((p[0] & 0x0fu) << 12) | ((p[1] & 0x3fu) << 6) | (p[2] & 0x3fu);
    }
    *bytes = 4;
    return ZGI_CH_ASTRAL;
}

bool zgi_rs_blank(uint16_t c)
{
    return c <= 0x20 || c == 0xa0 || c == 0x3000;
}

/* Does `word` stand at `at`, before `end`? *next (may be NULL) is what comes after it. */
bool zgi_rs_word(const zgi_text *t, uint32_t at, uint32_t end, const char *word, uint32_t *next)
{
    uint32_t bytes = 0;
    for (uint32_t c = zgi_rs_char_at(word, &bytes); c != 0; c = zgi_rs_char_at(word, &bytes)) {
        if (at >= end || t->ch[at] != c)
            return false;
        at++;
        word += bytes;
    }
    if (next != NULL)
        *next = at;
    return true;
}

/* Where `word` first stands inside `in`, ZGI_NONE when nowhere. */
uint32_t zgi_rs_find(const zgi_text *t, zgi_span in, const char *word)
{
    for (uint32_t at = in.begin; at < in.end; at++)
        if (zgi_rs_word(t, at, in.end, word, NULL))
            return at;
    return ZGI_NONE;
}

static uint32_t characters(const char *word)
{
    uint32_t n = 0;
    for (; *word != 0; word++)
        n += ((unsigned char)*word & 0xc0u) != 0x80u;
    return n;
}

/* Does `in` end with `word`? *begin (may be NULL) is where it starts. */
bool zgi_rs_ends(const zgi_text *t, zgi_span in, const char *word, uint32_t *begin)
{
    uint32_t n = characters(word);
    if (n == 0 || n > zgi_span_len(in) || !zgi_rs_word(t, in.end - n, in.end, word, NULL))
        return false;
    if (begin != NULL)
        *begin = in.end - n;
    return true;
}

static bool is_latin(uint16_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Wisk Aero: the blank between two words in Latin letters is theirs. */
static bool parts_words(const zgi_text *t, zgi_span at, uint32_t i)
{
    return i > at.begin && i + 1 < at.end && is_latin(t->ch[i - 1]) && is_latin(t->ch[i + 1]);
}

/* The caller's own bytes of a span without blanks, but for one between two words in Latin letters;
 * NULL when memory is out. */
const char *zgi_rs_source(zgi_rs *rs, zgi_span at)
{
    const zgi_text *t = rs->text;
    size_t len = 0;
    char *out = zgi_arena_alloc(rs->arena, (size_t)(t->off[at.end] - t->off[at.begin]) + 1);
    if (out == NULL)
        return NULL;
    for (uint32_t i = at.begin; i < at.end; i++) {
        bool blank = zgi_rs_blank(t->ch[i]) || t->ch[i] == ZGI_CH_BREAK;
        if (blank && !parts_words(t, at, i))
            continue;
        if (blank) {
            out[len++] = ' ';
            continue;
        }
        size_t n = t->off[i + 1] - t->off[i];
        memcpy(out + len, t->src + t->off[i], n);
        len += n;
    }
    out[len] = 0;
    return out;
}

const char *zgi_rs_join(zgi_rs *rs, const char *a, const char *b)
{
    size_t la = strlen(a), lb = strlen(b);
    char *out = zgi_arena_alloc(rs->arena, la + lb + 1);
    if (out == NULL)
        return NULL;
    memcpy(out, a, la);
    memcpy(out + la, b, lb + 1);
    return out;
}

/* FNV-1a over the folded characters, blanks left out. */
uint32_t zgi_rs_hash(const zgi_text *t, zgi_span at)
{
    uint32_t h = 2166136261u;
    for (uint32_t i = at.begin; i < at.end; i++)
        if (!zgi_rs_blank(t->ch[i]))
            h = (h ^ t->ch[i]) * 16777619u;
    return h;
}

/* The same words, blanks left out. */
bool zgi_rs_same(const zgi_text *t, zgi_span a, zgi_span b)
{
    uint32_t i = a.begin, j = b.begin;
    for (;;) {
        while (i < a.end && zgi_rs_blank(t->ch[i]))
            i++;
        while (j < b.end && zgi_rs_blank(t->ch[j]))
            j++;
        if (i == a.end || j == b.end)
            return i == a.end && j == b.end;
        if (t->ch[i++] != t->ch[j++])
            return false;
    }
}

bool zgi_rs_tail(const char *whole, const char *tail)
{
    size_t w = strlen(whole), n = strlen(tail);
    return n <= w && memcmp(whole + w - n, tail, n) == 0;
}

/* The same in whatever characters it is written: 香港大學 ends with 大学. */
bool zgi_rs_tail_of(const zgi_rs *rs, const char *whole, const char *tail)
{
    const char *at = whole + strlen(whole);
    for (uint32_t n = characters(tail); n > 0; n--) {
        if (at == whole)
            return false;
        do
            at--;
        while (at > whole && ((unsigned char)*at & 0xc0u) == 0x80u);
    }
    while (*at != 0) {
        uint32_t a = 0, b = 0, c = zgi_rs_char_at(at, &a);
        if (c > UINT16_MAX || rs->dict->fold[c] != zgi_rs_char_at(tail, &b))
            return false;
        at += a;
        tail += b;
    }
    return true;
}

/* The sentence a character stands in: the last one that begins at or before it. */
uint32_t zgi_rs_sentence(const zgi_text *t, uint32_t at)
{
    uint32_t low = 0, high = t->sentence_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (t->sentences[mid].at.begin <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low == 0 ? 0 : low - 1;
}
