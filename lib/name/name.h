/* 3. Names, and with them the one decision how the sentence is cut.
 *
 * Takes the edges of a sentence, adds name candidates with scores (Han, transliterated, ethnic,
 * Japanese), and finds the cheapest path. Gives tokens that cover the sentence without gaps.
 * 「局长胡应国说」 → 局长/title 胡应国/name 说/speech.
 */
#ifndef ZGI_NAME_NAME_H
#define ZGI_NAME_NAME_H

#include "scan/scan.h"

typedef enum zgi_name_form {
    ZGI_NF_NONE, ZGI_NF_HAN, ZGI_NF_COMPOUND, ZGI_NF_MARRIED, ZGI_NF_SPACED, ZGI_NF_FOREIGN,
    ZGI_NF_DOTTED, ZGI_NF_MINORITY, ZGI_NF_JAPANESE, ZGI_NF_KNOWN /* established in this document */
} zgi_name_form;

typedef struct zgi_token {
    zgi_span at;
    uint32_t bits, data; /* as in the edge it came from */
    int32_t cost;
    uint8_t cls;         /* zgi_class */
    uint8_t sub;         /* zgi_name_form */
} zgi_token;

typedef struct zgi_tokens {
    zgi_token *items;
    uint32_t count, cap;
    zgi_span at;
} zgi_tokens;

#endif
