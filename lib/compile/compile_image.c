/* Writing the image: sections one after the other, each on an 8-byte border, sums, the head
 * (layout: dict/dict_image.h). The host must be little-endian: the views are the file's bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"

typedef struct section {
    const void *bytes;
    size_t len;
} section;

static const char tags[][5] = {
#define ZGI_X(id, tag, size) tag,
    ZGI_SECTIONS(ZGI_X)
#undef ZGI_X
};

static size_t align(size_t v)
{
    return (v + ZGI_IMAGE_ALIGN - 1) / ZGI_IMAGE_ALIGN * ZGI_IMAGE_ALIGN;
}

static void put32(uint8_t *p, uint32_t v)
{
    for (int k = 0; k < 4; k++)
        p[k] = (uint8_t)(v >> (8 * k));
}

static void put64(uint8_t *p, uint64_t v)
{
    for (int k = 0; k < 8; k++)
        p[k] = (uint8_t)(v >> (8 * k));
}

/* Figures by dense code; code 0 is no character. */
static zgi_name_char *names_by_code(const zgc_builder *b)
{
    const int16_t none = ZGI_COST_NONE;
    zgi_name_char *names = zgc_alloc(b->char_count, sizeof *names);
    names[0] = (zgi_name_char){none, none, none, none, none, none, none, 0};
    for (uint32_t c = 0; c < 65536; c++)
        if (b->char_code[c] != 0)
            names[b->char_code[c]] = b->names[c];
    return names;
}

static void gather(const zgc_builder *b, section s[ZGI_SECTION_COUNT])
{
    s[ZGI_SECTION_CHARS] = (section){b->char_code, sizeof b->char_code};
    s[ZGI_SECTION_FOLD] = (section){b->fold, sizeof b->fold};
    s[ZGI_SECTION_UNITS] = (section){b->trie.units, b->trie.count * sizeof *b->trie.units};
    s[ZGI_SECTION_SENSES] = (section){b->senses.items, b->senses.count * sizeof *b->senses.items};
    s[ZGI_SECTION_NAMES] = (section){names_by_code(b), b->char_count * sizeof(zgi_name_char)};
    s[ZGI_SECTION_PLACES] = (section){b->places.items, b->places.count * sizeof *b->places.items};
    s[ZGI_SECTION_LISTS] = (section){b->lists.items, b->lists.count * sizeof *b->lists.items};
    s[ZGI_SECTION_RULES] = (section){b->rules.items, b->rules.count * sizeof *b->rules.items};
    s[ZGI_SECTION_TRANSITIONS] = (section){b->transitions, sizeof b->transitions};
    s[ZGI_SECTION_WEIGHTS] = (section){b->weights, sizeof b->weights};
    s[ZGI_SECTION_TABLES] = (section){b->tables.items, b->tables.count * sizeof *b->tables.items};
    s[ZGI_SECTION_STRINGS] = (section){b->pool.items, b->pool.count};
    s[ZGI_SECTION_VERSION] = (section){b->data->version, strlen(b->data->version) + 1};
}

static void put_head(const zgc_builder *b, const zgi_crc *crc, uint8_t *image, size_t len)
{
    memcpy(image, ZGI_IMAGE_MAGIC, ZGI_IMAGE_MAGIC_SIZE);
    put32(image + 8, ZGI_IMAGE_ENDIAN);
    put32(image + 12, ZGI_IMAGE_FORMAT);
    put64(image + 16, len);
    zgc_sha256(b->data, image + 24);
    put32(image + 56, ZGI_SECTION_COUNT);
    uint32_t sum = zgi_crc_of(crc, 0, image, 60);
    sum = zgi_crc_of(crc, sum, image + ZGI_IMAGE_HEAD, ZGI_SECTION_COUNT * ZGI_IMAGE_ENTRY);
    put32(image + 60, sum);
}

uint8_t *zgc_image_write(zgc_builder *b, size_t *len)
{
    section s[ZGI_SECTION_COUNT];
    zgi_crc crc;
    size_t at = ZGI_IMAGE_HEAD + ZGI_SECTION_COUNT * ZGI_IMAGE_ENTRY;
    zgi_crc_init(&crc);
    (void)zgc_string(&b->pool, ""); /* so that the pool is never without its first string */
    gather(b, s);
    *len = at;
    for (int k = 0; k < ZGI_SECTION_COUNT; k++)
        *len = align(*len) + s[k].len;
    uint8_t *image = zgc_alloc(*len, 1);
    for (int k = 0; k < ZGI_SECTION_COUNT; k++) {
        uint8_t *entry = image + ZGI_IMAGE_HEAD + (size_t)k * ZGI_IMAGE_ENTRY;
        at = align(at);
        if (s[k].len > 0)
            memcpy(image + at, s[k].bytes, s[k].len);
        memcpy(entry, tags[k], 4);
        put32(entry + 4, zgi_crc_of(&crc, 0, image + at, s[k].len));
        put64(entry + 8, at);
        put64(entry + 16, s[k].len);
        at += s[k].len;
    }
    put_head(b, &crc, image, *len);
    return image;
}
