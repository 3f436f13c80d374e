/* Writes JSON into a growing arena buffer: no formatting functions, no locale. */
#ifndef ZGI_BASE_JSON_H
#define ZGI_BASE_JSON_H

#include "base/base.h"

struct zgi_json {
    zgi_arena *arena;
    char *data;
    size_t len, cap;
    bool failed; /* memory was out: everything after is dropped, the caller looks once at the end */
    bool comma;  /* a value has been written on this level */
};
void zgi_json_init(zgi_json *j, zgi_arena *arena);
void zgi_json_raw(zgi_json *j, const char *s, size_t len); /* as is, no comma logic */
void zgi_json_open(zgi_json *j, char bracket);             /* { or [ as a value */
void zgi_json_close(zgi_json *j, char bracket);            /* } or ] */
void zgi_json_key(zgi_json *j, const char *key);
void zgi_json_string(zgi_json *j, const char *s);             /* NULL → null */
void zgi_json_string_n(zgi_json *j, const char *s, size_t n); /* escapes; UTF-8 is passed through */
void zgi_json_uint(zgi_json *j, uint64_t v);
void zgi_json_bool(zgi_json *j, bool v);
void zgi_json_null(zgi_json *j);

#endif
