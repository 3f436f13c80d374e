/* One line of JSONL → its id and its text. */
#ifndef CLI_JSONL_H
#define CLI_JSONL_H

#include <jansson.h>

#include "cli_buffer.h"

typedef struct cli_record {
    const char *id;   /* NULL: the line has none */
    const char *text; /* may hold NULs; in the line itself when it has no escapes */
    size_t length;
    /* What holds them until the next line. */
    json_t *object;
    char number[32]; /* an id that was a number */
    cli_buffer id_room, text_room, repaired;
    bool no_memory; /* cli_jsonl_parse has failed for that, not for the line */
} cli_record;

/* The JSON library loses bytes without a word, or calls a line faulty, when it finds no memory. Its
 * allocations therefore go through functions that note it: call _watch once, before any thread;
 * _starved says whether one has failed in this thread since it was last asked. */
void cli_json_watch(void);
bool cli_json_starved(void);

/* The usual line, {"id":"…","text":"…"} with plain values, of which it is known that it is valid
 * UTF-8: true with the record. False: an unusual or a bad line, that cli_jsonl_parse must see. */
bool cli_jsonl_fast(cli_record *r, const char *line, size_t len);

/* `problem` gets what is wrong with the line, in words. A byte that is no UTF-8 becomes, inside
 * the text, the byte 0xFF, which the library steps over; `*bad` counts them and `*bad_at` is the
 * first one's offset in the line. */
bool cli_jsonl_parse(cli_record *r, const char *line, size_t len, size_t *bad, size_t *bad_at,
                     char *problem, size_t problem_size);
void cli_record_free(cli_record *r);

#endif
