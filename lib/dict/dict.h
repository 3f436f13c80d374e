/* The compiled dictionary: verified once at the door, then read without checks.
 *
 * Takes the bytes of an image (built in, or mapped from a file), gives typed views: one trie over
 * all lexicons, its senses, name figures by character, places, rules, costs and folds.
 * Knows no Chinese and not how tables were written. Immutable: any number of threads may read one.
 */
#ifndef ZGI_DICT_DICT_H
#define ZGI_DICT_DICT_H

#include <stddef.h>
#include <stdint.h>

#include "base/base.h"
#include "dict/classes.h"

/* One reading of a lexicon entry. All senses of an entry are neighbours, `last` marks the last of
 * them; there are ZGI_SENSES at most. 12 bytes. */
#define ZGI_SENSES 48u
typedef struct zgi_sense {
    uint8_t cls;   /* zgi_class */
    uint8_t last;  /* 1 on the entry's last sense */
    int16_t cost;  /* hundredths of a nat */
    uint32_t bits; /* zgi_kind | zgi_flag; a place: ZGI_K_REGION, ZGI_F_SHORT if always short */
    uint32_t data; /* place, country: index into place_lists (0: the empty list);
                    * others: number of the lexicon row, from 1 over all lexicon files */
} zgi_sense;

/* One division of the world. A place sense's data points into place_lists: count, then indexes.
 * A parent's level is always above its child's, so that a chain of parents ends. */
typedef struct zgi_place {
    uint32_t code;   /* GB/T 2260 six digits, or nine for townships; 0 for countries and zones */
    uint32_t name;   /* string offset of the full name */
    uint32_t parent; /* index of the parent place, UINT32_MAX at the top */
    uint8_t level;   /* zgi_level */
    uint8_t former;  /* 1: abolished */
    uint16_t type;   /* the last character of the full name as a UTF-16 unit: 市 县 区 */
} zgi_place;

/* Costs of one character as a piece of a name; ZGI_COST_NONE where it never is. */
typedef struct zgi_name_char {
    int16_t surname, single, first, second;
    int16_t t_initial, t_medial, t_final;
    int16_t ethnic; /* anywhere in a name of those that mname parts are of */
} zgi_name_char;

/* One rule: strings are offsets into the pool. data/rules/README.md says what each field means. */
typedef struct zgi_rule {
    uint32_t id, pattern, emit, status;
    int32_t priority;
    uint32_t confidence;
    uint64_t spare; /* 0 in this format */
} zgi_rule;

typedef struct zgi_dict_view {
    /* code point (folded, BMP) -> dense character code, 0 = not in the lexicon */
    const uint16_t *char_code; /* [65536] */
    uint32_t char_count;       /* codes are 0 (none) .. char_count - 1 */
    /* folding: BMP code point -> code point (traditional to simplified, full width to ASCII …) */
    const uint16_t *fold; /* [65536] */
    /* double array: walk with zgi_trie_step, read with zgi_trie_value */
    const uint64_t *units;
    uint32_t unit_count;
    const zgi_sense *senses;
    uint32_t sense_count;
    const zgi_name_char *name_chars; /* [char_count] by dense code */
    const zgi_place *places;
    uint32_t place_count;
    const uint32_t *place_lists;
    uint32_t place_list_count;
    const zgi_rule *rules;
    uint32_t rule_count;
    const int32_t *transitions; /* [ZGI_G_COUNT][ZGI_G_COUNT] from, to */
    const int32_t *weights;     /* [ZGI_W_COUNT] */
    /* max over g of (transitions[a][g] - transitions[b][g]): who stands in `a` for so much less
     * than another in `b` goes on for less, wherever they go. Worked out at the door. */
    int32_t lead[ZGI_G_COUNT][ZGI_G_COUNT];
    const char *strings; /* NUL-terminated UTF-8 */
    uint32_t string_size;
    const uint32_t *tables; /* string tables; read them through dict_table.h */
    uint32_t table_words;
    const char *data_version;
} zgi_dict_view;

/* One unit of the double array, so small that a step reads one line of cache:
 *
 *   63        40 39        16 15     0
 *   [  value   ][   base    ][ label ]
 *
 * The child over code c stands at base ^ c and has label c. No two nodes share a base, so the label
 * alone says whose child it is; base 0 is of the nodes without children; label ZGI_TRIE_FREE is no
 * code: of the root and of the holes. */
#define ZGI_TRIE_FREE  0xffffu
#define ZGI_TRIE_LIMIT 0x1000000u /* bases and values are below this: 24 bits each */
static inline uint64_t zgi_trie_unit(uint32_t value, uint32_t base, uint16_t label)
{
    return (uint64_t)value << 40 | (uint64_t)base << 16 | label;
}
static inline uint32_t zgi_trie_base(uint64_t unit)
{
    return (uint32_t)(unit >> 16) & (ZGI_TRIE_LIMIT - 1);
}

/* The root state. A step from `state` over dense code `c`: the next state, 0 when there is none;
 * there is none over code 0, and none from state 0. */
#define ZGI_TRIE_ROOT 1u
static inline uint32_t zgi_trie_step(const zgi_dict_view *d, uint32_t state, uint16_t c)
{
    uint32_t next = zgi_trie_base(d->units[state]) ^ c;
    return (uint16_t)d->units[next] == c ? next : 0;
}

/* The same over units instead of states, for walks that read what they pass: the unit after `c`, 0
 * when there is none; from unit 0 there is none. */
static inline uint64_t zgi_trie_over(const zgi_dict_view *d, uint64_t unit, uint16_t c)
{
    uint64_t next = d->units[zgi_trie_base(unit) ^ c];
    return (uint16_t)next == c ? next : 0;
}
static inline uint32_t zgi_unit_value(uint64_t unit)
{
    return (uint32_t)(unit >> 40);
}

/* The first sense of the entry that ends in `state`, plus 1; 0 when none ends there. */
static inline uint32_t zgi_trie_value(const zgi_dict_view *d, uint32_t state)
{
    return (uint32_t)(d->units[state] >> 40);
}

/* Checks the whole image once and points `out` into `bytes`, which must be 8-byte aligned and stay
 * where they are as long as the view is used. ZG_E_IMAGE (damaged: detail says which section and
 * where), ZG_E_VERSION (a format this library does not read). */
zg_status zgi_dict_load(const uint8_t *bytes, size_t len, zgi_dict_view *out, zg_error *err);
/* The same for the image that is part of the library, as its code is: zgc has checked the whole of
 * it when it was built, so that only the pages that a text needs are ever read. */
zg_status zgi_dict_load_own(const uint8_t *bytes, size_t len, zgi_dict_view *out, zg_error *err);

/* An image file in memory: read into the allocator's memory, or mapped read-only. */
typedef struct zgi_dict_file {
    const uint8_t *bytes;
    size_t len;
    void *block;       /* what the allocator gave, NULL when mapped */
    size_t block_size; /* or the length of the mapping */
    zg_allocator allocator;
} zgi_dict_file;

/* A NULL allocator means malloc and free. ZG_E_OPEN, ZG_E_READ, ZG_E_MEMORY. Does not look inside:
 * zgi_dict_load does. A mapped file must not be changed while it is in use. */
zg_status zgi_dict_map_file(const char *path, bool mapped, const zg_allocator *allocator,
                            zgi_dict_file *out, zg_error *err);
void zgi_dict_unmap_file(zgi_dict_file *file); /* NULL and an empty one are fine */

/* The image that was built into the library (dict_builtin_bytes.S); 8-byte aligned. */
const uint8_t *zgi_dict_builtin_bytes(size_t *len);

/* A resolve table row is reached through zgi_table_*; see dict_table.h (string tables by name). */

#endif
