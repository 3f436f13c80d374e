/* Reads {"id": …, "text": …}; unknown members are passed over.
 *
 * The id is a string or a whole number (which becomes its digits), null or absent. JSON readers
 * refuse a line for one bad byte; here each bad part is replaced by U+FFFD for the reader, and by
 * 0xFF again in the text it gives, so that the rest of the line is not lost and the library
 * warns. Offsets in code points are the same either way. */
#include "cli_jsonl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli_utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"

static _Thread_local bool starved;

static void *json_take(size_t size)
{
    void *p = malloc(size);
    starved = starved || p == NULL;
    return p;
}

void cli_json_watch(void)
{
    json_set_alloc_funcs(json_take, free);
}

bool cli_json_starved(void)
{
    bool was = starved;
    starved = false;
    return was;
}

static bool repair(cli_record *r, const char *line, size_t len, size_t *bad, size_t *bad_at)
{
    const unsigned char *p = (const unsigned char *)line;
    size_t from = 0, at = cli_utf8_valid(line, len);
    r->repaired.len = 0;
    *bad_at = at;
    while (at < len) {
        size_t part = 0, n = cli_utf8_step(p + at, len - at, &part);
        if (n == 0) {
            ++*bad;
            if (!cli_buffer_add(&r->repaired, line + from, at - from) ||
                !cli_buffer_add(&r->repaired, REPLACEMENT, 3)) {
                return false;
            }
            from = at + part;
        }
        at += n == 0 ? part : n;
    }
    return cli_buffer_add(&r->repaired, line + from, len - from);
}

/* The repaired buffer has served the parser; the text with 0xFF takes its place. */
static bool mark_bad(cli_record *r)
{
    r->repaired.len = 0;
    if (!cli_buffer_reserve(&r->repaired, r->length + 1)) {
        return false;
    }
    char *to = r->repaired.data;
    for (size_t i = 0; i < r->length; i++) {
        if (r->length - i >= 3 && memcmp(r->text + i, REPLACEMENT, 3) == 0) {
            *to++ = '\xff';
            i += 2;
        } else {
            *to++ = r->text[i];
        }
    }
    r->repaired.len = (size_t)(to - r->repaired.data);
    r->text = r->repaired.data;
    r->length = r->repaired.len;
    return true;
}

/* jansson's words, with the byte of the line. Its own line number is always 1 here. */
static bool parse_problem(const json_error_t *e, char *problem, size_t size)
{
    (void)snprintf(problem, size, "not a JSON object: byte %d: %s",
                   e->position < 0 ? 0 : e->position, e->text);
    return false;
}

static bool take_id(cli_record *r, char *problem, size_t size)
{
    json_t *id = json_object_get(r->object, "id");
    r->id = NULL;
    if (json_is_string(id)) {
        if (strlen(json_string_value(id)) != json_string_length(id)) {
            (void)snprintf(problem, size, "the \"id\" holds a NUL");
            return false;
        }
        r->id = json_string_value(id);
    } else if (json_is_integer(id)) {
        (void)snprintf(r->number, sizeof r->number, "%" JSON_INTEGER_FORMAT,
                       json_integer_value(id));
        r->id = r->number;
    } else if (id != NULL && !json_is_null(id)) {
        (void)snprintf(problem, size, "the \"id\" is no string and no whole number");
        return false;
    }
    return true;
}

static bool take_text(cli_record *r, char *problem, size_t size)
{
    json_t *text = json_object_get(r->object, "text");
    if (!json_is_string(text)) {
        (void)snprintf(problem, size, "%s; a line is {\"id\": …, \"text\": \"…\"}",
                       text == NULL ? "no \"text\"" : "the \"text\" is no string");
        return false;
    }
    r->text = json_string_value(text);
    r->length = json_string_length(text);
    return true;
}

/* Bytes that are no JSON for want of memory are no fault of the line. */
static bool load(cli_record *r, const char *bytes, size_t len, json_error_t *e)
{
    json_decref(r->object);
    (void)cli_json_starved();
    r->object = json_loadb(bytes, len, JSON_ALLOW_NUL, e);
    r->no_memory = cli_json_starved();
    return !r->no_memory;
}

bool cli_jsonl_parse(cli_record *r, const char *line, size_t len, size_t *bad, size_t *bad_at,
                     char *problem, size_t problem_size)
{
    json_error_t e;
    *bad = 0;
    if (!load(r, line, len, &e)) {
        return false;
    }
    if (r->object == NULL && json_error_code(&e) == json_error_invalid_utf8) {
        r->no_memory = !repair(r, line, len, bad, bad_at);
        if (r->no_memory || !load(r, r->repaired.data, r->repaired.len, &e)) {
            return false;
        }
    }
    if (r->object == NULL) {
        return parse_problem(&e, problem, problem_size);
    }
    if (!json_is_object(r->object)) {
        (void)snprintf(problem, problem_size, "not a JSON object");
        return false;
    }
    if (!take_text(r, problem, problem_size) || !take_id(r, problem, problem_size)) {
        return false;
    }
    r->no_memory = *bad > 0 && !mark_bad(r);
    return !r->no_memory;
}

void cli_record_free(cli_record *r)
{
    json_decref(r->object);
    cli_buffer_free(&r->id_room);
    cli_buffer_free(&r->text_room);
    cli_buffer_free(&r->repaired);
    *r = (cli_record){0};
}
