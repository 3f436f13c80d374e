/* The JSON writer: bytes into a growing buffer. Commas are put by the writer; the caller only says
 * what comes next. Invalid UTF-8 is passed through: what is written comes from checked text. */
#include "base/base_json.h"

#include <string.h>

#define FIRST_CAP 1024u

void zgi_json_init(zgi_json *j, zgi_arena *arena)
{
    *j = (zgi_json){.arena = arena};
}

static bool reserve(zgi_json *j, size_t more)
{
    if (j->failed)
        return false;
    if (j->cap - j->len >= more)
        return true;
    size_t need, cap = j->cap < FIRST_CAP / 2 ? FIRST_CAP / 2 : j->cap;
    if (zgi_size_add(j->len, more, &need) && zgi_size_mul(cap, 2, &cap)) {
        if (cap < need)
            cap = need;
        char *data = zgi_arena_alloc(j->arena, cap);
        if (data != NULL) {
            if (j->len > 0)
                memcpy(data, j->data, j->len);
            j->data = data;
            j->cap = cap;
            return true;
        }
    }
    j->failed = true;
    return false;
}

void zgi_json_raw(zgi_json *j, const char *s, size_t len)
{
    if (len == 0 || !reserve(j, len))
        return;
    memcpy(j->data + j->len, s, len);
    j->len += len;
}

static void byte(zgi_json *j, char c)
{
    if (reserve(j, 1))
        j->data[j->len++] = c;
}

/* What stands before a value: a comma when it is not the first of its level. */
static void begin_value(zgi_json *j)
{
    if (j->comma)
        byte(j, ',');
    j->comma = true;
}

void zgi_json_open(zgi_json *j, char bracket)
{
    begin_value(j);
    byte(j, bracket);
    j->comma = false;
}

void zgi_json_close(zgi_json *j, char bracket)
{
    byte(j, bracket);
    j->comma = true;
}

/* Bytes that JSON does not allow in a string as they are. */
static bool must_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

static void escaped(zgi_json *j, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    static const char shorts[][2] = {{'"', '"'},  {'\\', '\\'}, {'\n', 'n'}, {'\t', 't'},
                                     {'\r', 'r'}, {'\b', 'b'},  {'\f', 'f'}};
    for (size_t k = 0; k < sizeof shorts / sizeof shorts[0]; k++) {
        if ((unsigned char)shorts[k][0] == c) {
            byte(j, '\\');
            byte(j, shorts[k][1]);
            return;
        }
    }
    char text[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    zgi_json_raw(j, text, sizeof text);
}

static void quoted(zgi_json *j, const char *s, size_t n)
{
    byte(j, '"');
    size_t from = 0;
    for (size_t k = 0; k < n; k++) {
        if (!must_escape((unsigned char)s[k]))
            continue;
        zgi_json_raw(j, s + from, k - from);
        escaped(j, (unsigned char)s[k]);
        from = k + 1;
    }
    zgi_json_raw(j, s + from, n - from);
    byte(j, '"');
}

void zgi_json_key(zgi_json *j, const char *key)
{
    begin_value(j);
    quoted(j, key, strlen(key));
    byte(j, ':');
    j->comma = false;
}

void zgi_json_string_n(zgi_json *j, const char *s, size_t n)
{
    if (s == NULL) {
        zgi_json_null(j);
        return;
    }
    begin_value(j);
    quoted(j, s, n);
}

void zgi_json_string(zgi_json *j, const char *s)
{
    zgi_json_string_n(j, s, s == NULL ? 0 : strlen(s));
}

void zgi_json_uint(zgi_json *j, uint64_t v)
{
    char buf[ZGI_UTOA_SIZE];
    begin_value(j);
    zgi_utoa(v, buf);
    zgi_json_raw(j, buf, strlen(buf));
}

void zgi_json_bool(zgi_json *j, bool v)
{
    begin_value(j);
    zgi_json_raw(j, v ? "true" : "false", v ? 4 : 5);
}

void zgi_json_null(zgi_json *j)
{
    begin_value(j);
    zgi_json_raw(j, "null", 4);
}
