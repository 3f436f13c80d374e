/* What the loader's files share: the sections of one image while it is checked. */
#ifndef ZGI_DICT_LOAD_H
#define ZGI_DICT_LOAD_H

#include "dict/dict.h"
#include "dict/dict_image.h"

typedef struct zgi_part {
    const void *at;
    size_t offset;  /* in the image */
    uint32_t count; /* elements */
} zgi_part;

typedef struct zgi_load {
    const uint8_t *bytes;
    size_t len;
    zgi_part parts[ZGI_SECTION_COUNT];
    zg_error *err;
} zgi_load;

/* The tag of a section, and the bytes of one of its elements. */
const char *zgi_section_tag(zgi_section section);
size_t zgi_section_unit(zgi_section section);

/* ZG_E_IMAGE: "section TRIE, element 17: <what>", with the offset of that element. */
zg_status zgi_load_bad(const zgi_load *load, zgi_section section, size_t element, const char *what);

/* Checks what the sections hold, against each other (dict_verify.c, dict_verify_text.c). */
zg_status zgi_verify_lexicon(const zgi_load *load, const zgi_dict_view *view);
zg_status zgi_verify_text(const zgi_load *load, const zgi_dict_view *view);

#endif
