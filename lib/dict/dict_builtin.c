/* The image that was built into the library, as bytes (see dict_builtin_bytes.S). */
#include "dict/dict.h"

extern const uint8_t zgi_dict_builtin_image[], zgi_dict_builtin_end[];

const uint8_t *zgi_dict_builtin_bytes(size_t *len)
{
    *len = (size_t)((uintptr_t)zgi_dict_builtin_end - (uintptr_t)zgi_dict_builtin_image);
    return zgi_dict_builtin_image;
}
