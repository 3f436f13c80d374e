/* The image file: what stands at which byte. Shared by the loader and by zgc's writer.
 *
 *    0  magic[8]      89 'Z' 'G' 'D' 0d 0a 1a 0a: a transfer as text destroys it visibly
 *    8  u32 endian    0x01020304, little-endian as everything after it
 *   12  u32 format    ZGI_IMAGE_FORMAT
 *   16  u64 size      of the whole file
 *   24  digest[32]    SHA-256 of the source tables
 *   56  u32 sections  how many
 *   60  u32 crc       of bytes 0 .. 59 and the section table
 *   64  section table: {u32 tag, u32 crc, u64 offset, u64 size}, in order of offset
 *    …  sections, each on an 8-byte border, the bytes between them 0
 *
 * No pointers: places inside a section are indexes, strings are offsets into section STRS.
 */
#ifndef ZGI_DICT_IMAGE_H
#define ZGI_DICT_IMAGE_H

#include "base/base.h"

#define ZGI_IMAGE_FORMAT         3u
/* The range of formats this library reads. */
#define ZGI_IMAGE_FORMAT_LOWEST  3u
#define ZGI_IMAGE_FORMAT_HIGHEST 3u

#define ZGI_IMAGE_MAGIC          "\x89ZGD\r\n\x1a\n"
#define ZGI_IMAGE_MAGIC_SIZE     8u
#define ZGI_IMAGE_ENDIAN         0x01020304u
#define ZGI_IMAGE_HEAD           64u
#define ZGI_IMAGE_ENTRY          24u
#define ZGI_IMAGE_DIGEST         32u
#define ZGI_IMAGE_ALIGN          8u

/* X(id, tag, bytes of one element): every section must be there, once, in this order. */
#define ZGI_SECTIONS(X)                                                                            \
    X(CHARS, "CMAP", 2)       /* code point → dense code, [65536] */                             \
    X(FOLD, "FOLD", 2)        /* code point → code point, [65536] */                             \
    X(UNITS, "TRIE", 8)       /* the double array: label, base, first sense + 1 (dict.h) */        \
    X(SENSES, "SENS", 12)     /* zgi_sense */                                                      \
    X(NAMES, "NAMC", 16)      /* zgi_name_char by dense code */                                    \
    X(PLACES, "PLAC", 16)     /* zgi_place */                                                      \
    X(LISTS, "PLIS", 4)       /* an empty list, then each place sense's in order of the senses */  \
    X(RULES, "RULE", 32)      /* zgi_rule, in order of priority */                                 \
    X(TRANSITIONS, "TRAN", 4) /* [ZGI_G_COUNT][ZGI_G_COUNT] */                                     \
    X(WEIGHTS, "WGHT", 4)     /* [ZGI_W_COUNT] */                                                  \
    X(TABLES, "TABL", 4)      /* string tables: see dict_table.c */                                \
    X(STRINGS, "STRS", 1)     /* UTF-8, each ended by NUL; offset 0 is "" */                       \
    X(VERSION, "VERS", 1)     /* data/VERSION, ended by NUL */

typedef enum zgi_section {
#define ZGI_X(id, tag, size) ZGI_SECTION_##id,
    ZGI_SECTIONS(ZGI_X)
#undef ZGI_X
        ZGI_SECTION_COUNT
} zgi_section;

/* One string table in section TABL: word 0 is the number of tables, then these, then the cells. */
#define ZGI_TABLE_WORDS 6u
enum { ZGI_TW_NAME, ZGI_TW_COLUMNS, ZGI_TW_ROWS, ZGI_TW_HEADER, ZGI_TW_CELLS, ZGI_TW_ORDER };

/* CRC-32 (the one of zip and PNG), eight bytes a step. Fill the table once, use it many times. */
typedef struct zgi_crc {
    uint32_t t[8][256];
} zgi_crc;
void zgi_crc_init(zgi_crc *crc);
uint32_t zgi_crc_of(const zgi_crc *crc, uint32_t before, const uint8_t *bytes, size_t len);

/* Number of bytes of the first part of s that is UTF-8; `len` when all of it is. */
size_t zgi_utf8_valid(const uint8_t *s, size_t len);

#endif
