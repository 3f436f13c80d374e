/* Names of classes as tables and traces write them. */
#ifndef ZGI_DICT_NAMES_H
#define ZGI_DICT_NAMES_H

#include "dict/classes.h"

/* "noun", "title" …; "?" outside the list. */
const char *zgi_class_name(uint8_t cls);

#endif
