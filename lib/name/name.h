/* 3. Names, and with them the one decision how the sentence is cut.
 *
 * Takes the edges of a sentence, adds name candidates with scores (Han, transliterated, ethnic,
 * Japanese), and finds the cheapest path. Gives tokens that cover the sentence without gaps.
 * 「局长胡明远说」 → 局长/title 胡明远/name 说/speech.
 */
#ifndef ZGI_NAME_NAME_H
#define ZGI_NAME_NAME_H

#include "scan/scan.h"

typedef enum zgi_name_form {
    ZGI_NF_NONE,
    ZGI_NF_HAN,      /* 胡明远 */
    ZGI_NF_COMPOUND, /* 欧阳思远 */
    ZGI_NF_MARRIED,  /* 陈方安生 */
    ZGI_NF_SPACED,   /* 刘 昊 */
    ZGI_NF_FOREIGN,  /* 古特雷斯 */
    ZGI_NF_DOTTED,   /* 努尔·白克力 */
    ZGI_NF_MINORITY, /* 洛桑江村 */
    ZGI_NF_JAPANESE, /* 岸田文雄 */
    ZGI_NF_KNOWN     /* established elsewhere in this document */
} zgi_name_form;

typedef struct zgi_token {
    zgi_span at;
    uint32_t bits, data; /* as in the edge it came from */
    int32_t cost;
    uint8_t cls; /* zgi_class */
    uint8_t sub; /* zgi_name_form of a name, else 0 */
} zgi_token;

typedef struct zgi_tokens {
    zgi_token *items;
    uint32_t count, cap;
    uint32_t names; /* how many of them are names */
    zgi_span at;
} zgi_tokens;

/* Names that the document has established, looked up by their first two characters. */
typedef struct zgi_known {
    zgi_span *items; /* into text */
    uint32_t count, cap;
    uint32_t *next;    /* [cap] chain of the same bucket, UINT32_MAX ends */
    uint32_t *buckets; /* [mask + 1], more when there are many names */
    uint32_t mask;
    uint32_t few[256];  /* the buckets of most documents */
    uint64_t first[16]; /* which characters begin one, by their low 10 bits */
} zgi_known;

void zgi_known_init(zgi_known *known);
/* Adds the name at `at` unless it is there. False when memory is out. */
bool zgi_known_add(zgi_known *known, const zgi_text *text, zgi_span at, zgi_arena *arena);
/* Length of the longest known name that stands at `i`, 0 when none does. */
uint32_t zgi_known_at(const zgi_known *known, const zgi_text *text, uint32_t i, uint32_t end);
/* False for most characters that begin none: look here before asking zgi_known_at. */
static inline bool zgi_known_may(const zgi_known *known, uint16_t c)
{
    return (known->first[c >> 6 & 15u] >> (c & 63u) & 1u) != 0;
}

/* `known` may be NULL. `edges` is not changed; tokens are written over `out`. */
zg_status zgi_name_run(const zgi_dict_view *dict, const zgi_text *text, const zgi_edges *edges,
                       const zgi_known *known, zgi_arena *arena, zgi_tokens *out);
zg_status zgi_name_dump(const zgi_text *text, const zgi_tokens *tokens, zgi_json *out);

#endif
