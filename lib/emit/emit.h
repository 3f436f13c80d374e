/* 7. Output: the facts of a document as bytes of one format.
 *
 * Takes facts whose spans are already in the caller's unit; gives bytes that are the same on every
 * run and machine. One file per format; the words of the contract are in emit_words.c.
 * 何远, 党委书记, 公安县章庄铺镇 → {"schema":"zhiguan/1",…}
 */
#ifndef ZGI_EMIT_EMIT_H
#define ZGI_EMIT_EMIT_H

#include "resolve/facts.h"

/* The text that the facts were read from, for the formats that show it; else {NULL, 0}. */
typedef struct zgi_emit_text_in {
    const uint8_t *utf8;
    size_t length;
} zgi_emit_text_in;

typedef struct zgi_emit_in {
    const zgi_facts *facts;
    const char *data_version;
    const char *id;     /* the caller's name of the document, checked UTF-8, or NULL */
    zg_offsets offsets; /* the unit of all spans */
    zgi_emit_text_in text;
} zgi_emit_in;

/* The bytes live in `arena`. ZG_E_MEMORY; ZG_E_ARGUMENT for a format that is not known, or that
 * needs the text and has none. */
zg_status zgi_emit_run(const zgi_emit_in *in, zg_format format, zgi_arena *arena,
                       const char **bytes, size_t *len);

bool zgi_emit_needs_text(zg_format format);

/* The words of the contract, by the enums of facts.h; NULL for ZGI_EV_NONE. */
const char *zgi_word_status(uint8_t status);
const char *zgi_word_kind(uint8_t kind);
const char *zgi_word_event(uint8_t event);
const char *zgi_word_by(uint8_t by);
const char *zgi_word_offsets(zg_offsets offsets);

/* "t1" for index 0. */
#define ZGI_TRIPLE_ID_SIZE 24u
void zgi_triple_id(uint32_t index, char id[ZGI_TRIPLE_ID_SIZE]);

#endif
