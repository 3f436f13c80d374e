/* 1. Intake: bytes → folded characters, sentences, the way back to the caller's bytes.
 *
 * Takes UTF-8 (checked here, once) and the dictionary's fold table; gives one unit per code point
 * so that a character index is a code-point offset into the caller's text. A bad byte is one unit
 * of its own (ZGI_CH_BREAK), ends a sentence, and is counted in `bad`.
 * 「荆州市长王敏说。」 → 8 characters, 1 sentence.
 */
#ifndef ZGI_TEXT_TEXT_H
#define ZGI_TEXT_TEXT_H

#include "base/base.h"
#include "dict/dict.h"

#define ZGI_CH_BREAK     0xffffu /* a bad byte or a NUL */
#define ZGI_CH_ASTRAL    0xfffdu /* a character outside the BMP: belongs to no lexicon */

/* A sentence never exceeds this: its lattice must fit in cache and its rules in bounded time.
 * The longest sentence of 40,000 newspaper articles measured is under 3,000 characters. */
#define ZGI_SENTENCE_MAX 2000u

/* Where a sentence stands. Chrome is what a site prints round an article: hotlines, copyright,
 * share links; nothing is extracted from it. */
typedef enum zgi_zone { ZGI_Z_BODY, ZGI_Z_HEADLINE, ZGI_Z_CHROME } zgi_zone;

typedef struct zgi_span {
    uint32_t begin, end;
} zgi_span; /* characters, end exclusive */

typedef struct zgi_sentence {
    zgi_span at;
    uint32_t line; /* index of the line it stands in, from 0 */
    uint8_t zone;  /* zgi_zone */
    uint8_t first; /* 1: first sentence of its line */
    uint8_t last;  /* 1: last sentence of its line */
} zgi_sentence;

typedef struct zgi_text {
    const uint8_t *src;
    size_t src_len;
    uint32_t n;
    const uint16_t *ch;     /* [n] folded code points, ZGI_CH_* */
    const uint16_t *code;   /* [n] dense codes of the dictionary, 0 = in no lexicon */
    const uint32_t *off;    /* [n + 1] byte offset of each character */
    const uint32_t *astral; /* [astral_count] character indexes, ascending (for UTF-16 offsets) */
    uint32_t astral_count;
    const zgi_sentence *sentences;
    uint32_t sentence_count;
    uint32_t line_count;
    uint32_t bad;  /* bad bytes stepped over */
    size_t bad_at; /* byte offset of the first one */
    uint32_t cut;  /* sentences cut because they were longer than ZGI_SENTENCE_MAX */
} zgi_text;

/* The chrome phrases of the dictionary (data/resolve/chrome.tsv), ready to be looked for. Made once
 * for a dictionary, immutable after that; lives in `arena`. A dictionary without the table gives
 * one that finds nothing. */
typedef struct zgi_chrome zgi_chrome;
zg_status zgi_chrome_new(const zgi_dict_view *dict, zgi_arena *arena, zgi_chrome **out);

/* Memory for everything comes from `arena`. ZG_E_MEMORY; ZG_E_TOO_LARGE over 2^31 - 1 bytes;
 * with `strict`, ZG_E_UTF8 at the first bad byte. `len` 0 is an empty text. `chrome` NULL: no line
 * is chrome. */
zg_status zgi_text_run(const zgi_dict_view *dict, const zgi_chrome *chrome, const uint8_t *src,
                       size_t len, bool strict, zgi_arena *arena, zgi_text *out, zg_error *err);
/* Length of the tag or character reference that stands at `i`, 0 when none does: <strong>, </p>,
 * &nbsp;. It is no text, but keeps words apart as a blank does. */
uint32_t zgi_text_markup(const uint16_t *ch, uint32_t i, uint32_t end);
/* Length of the character at `p`, or, negative, of the maximal bad part that begins there.
 * `*c` is its code point. `p` < `end`. */
int zgi_utf8_next(const uint8_t *p, const uint8_t *end, uint32_t *c);
/* One JSON line of what `run` decided, for the trace. */
zg_status zgi_text_dump(const zgi_text *text, zgi_json *out);

static inline uint32_t zgi_span_len(zgi_span s)
{
    return s.end - s.begin;
}

#endif
