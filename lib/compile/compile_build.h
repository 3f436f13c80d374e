/* The image while it is made: what the compiling files share. Order of work in compile_build.c. */
#ifndef ZGC_BUILD_H
#define ZGC_BUILD_H

#include "compile/compile.h"
#include "dict/dict.h"
#include "dict/dict_image.h"

typedef struct zgc_pool { /* strings, each once; offset 0 is "" */
    char *items;
    uint32_t count, cap;
    uint32_t *slots; /* hash table of offsets */
    uint32_t slot_count, used;
} zgc_pool;

typedef struct zgc_word { /* folded, BMP */
    const uint16_t *units;
    uint32_t len;
} zgc_word;

/* One reading of one word, as a table gave it. */
typedef struct zgc_entry {
    zgc_word word;
    uint8_t cls;
    int16_t cost;
    uint32_t bits, data;
    uint32_t place; /* index of a place, UINT32_MAX: none */
} zgc_entry;

typedef struct zgc_entries {
    zgc_entry *items;
    uint32_t count, cap;
} zgc_entries;

typedef struct zgc_places {
    zgi_place *items;
    uint32_t count, cap;
} zgc_places;

typedef struct zgc_words32 {
    uint32_t *items;
    uint32_t count, cap;
} zgc_words32;

/* One word of the trie: its senses are [first, next key's first). */
typedef struct zgc_key {
    zgc_word word;
    uint32_t first; /* sense */
} zgc_key;

typedef struct zgc_trie {
    uint64_t *units; /* dict/dict.h draws one */
    uint32_t count;
} zgc_trie;

typedef struct zgc_builder {
    zgc_data *data;
    zgc_pool pool;
    uint16_t fold[65536], char_code[65536];
    bool name_char[65536];
    zgi_name_char names[65536]; /* by code point */
    uint32_t char_count;
    zgc_entries entries;
    zgc_places places;
    zgc_words32 lists;
    struct {
        zgi_sense *items;
        uint32_t count, cap;
    } senses;
    struct {
        zgc_key *items;
        uint32_t count, cap;
    } keys;
    struct {
        zgi_rule *items;
        uint32_t count, cap;
    } rules;
    zgc_words32 tables;
    zgc_trie trie;
    int32_t transitions[ZGI_G_COUNT][ZGI_G_COUNT];
    int32_t weights[ZGI_W_COUNT];
    uint32_t unreachable; /* forms of places with a character that no text unit holds */
} zgc_builder;

/* Calls one(b, table, row) for every row of every table of the shape. */
typedef void (*zgc_each)(zgc_builder *b, const zgc_table *table, const zgc_row *row);
void zgc_rows(zgc_builder *b, zgc_shape shape, zgc_each one);

/* Text. False: a character outside the BMP. */
void zgc_fold_build(zgc_builder *b);
bool zgc_fold_word(const zgc_builder *b, const char *s, zgc_word *out);
int zgc_word_compare(const zgc_word *a, const zgc_word *b);

uint32_t zgc_string(zgc_pool *pool, const char *s);

/* round(100 * ln(total / count)), the same on every machine; a count of 0 counts as a half. */
int16_t zgc_cost(uint64_t count, uint64_t total);

void zgc_weights_build(zgc_builder *b);
void zgc_names_build(zgc_builder *b);
void zgc_places_build(zgc_builder *b);
void zgc_lexicon_build(zgc_builder *b);
void zgc_rules_build(zgc_builder *b);
void zgc_tables_build(zgc_builder *b);
/* Entries → keys, senses, place lists; then dense codes. */
void zgc_senses_build(zgc_builder *b);
void zgc_chars_build(zgc_builder *b);
void zgc_trie_build(zgc_builder *b);
uint8_t *zgc_image_write(zgc_builder *b, size_t *len);

void zgc_sha256(const zgc_data *data, uint8_t out[ZGI_IMAGE_DIGEST]);

#endif
