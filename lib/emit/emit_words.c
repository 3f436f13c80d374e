/* The words of the output contract for the numbers of facts.h. */
#include "emit/emit_inner.h"

#include <utf8proc.h>

#define WORD(list, k) ((size_t)(k) < sizeof(list) / sizeof *(list) ? (list)[k] : (list)[0])

const char *zgi_word_status(uint8_t status)
{
    static const char *const words[] = {"current",   "acting",  "former",
                                        "appointed", "removed", "proposed"};
    return WORD(words, status);
}

const char *zgi_word_kind(uint8_t kind)
{
    static const char *const words[] = {"post", "byline", "role", "generic"};
    return WORD(words, kind);
}

const char *zgi_word_event(uint8_t event)
{
    static const char *const words[] = {NULL,     "appoint", "remove",     "elect",
                                        "resign", "propose", "investigate"};
    return WORD(words, event);
}

const char *zgi_word_by(uint8_t by)
{
    static const char *const words[] = {"stated", "shared", "context"};
    return WORD(words, by);
}

const char *zgi_word_offsets(zg_offsets offsets)
{
    static const char *const words[] = {"codepoint", "utf8", "utf16"};
    return WORD(words, (size_t)offsets);
}

void zgi_triple_id(uint32_t index, char id[ZGI_TRIPLE_ID_SIZE])
{
    id[0] = 't';
    zgi_utoa((uint64_t)index + 1, id + 1);
}

bool zgi_emit_unseen(uint32_t c)
{
    if (c < 0x7f)
        return c < 0x20;
    if (c >= 0x3000 && c <= 0x9fff) /* Han and its marks: by far the most of what is asked */
        return false;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}
