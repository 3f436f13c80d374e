/* Names of classes as tables and traces write them. */
#include "dict/dict_names.h"

static const char *const names[ZGI_C_COUNT] = {
#define ZGI_X(id, name, group) name,
    ZGI_CLASSES(ZGI_X)
#undef ZGI_X
};

const char *zgi_class_name(uint8_t cls)
{
    return cls < ZGI_C_COUNT ? names[cls] : "?";
}
