/* Files → chunks: a text file whole, or as many whole lines of a JSONL file as make a good piece of
 * work. What cannot be read becomes a chunk too, with its message, so that order is kept. */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include "cli.h"
#include "cli_buffer.h"

typedef struct cli_chunk {
    const char *name; /* of the file, as the messages say it */
    const char *id;   /* of its document: the name, "-" for standard input */
    size_t file;      /* its index, from 0 */
    uint64_t line;    /* of the first line, from 1 */
    bool ready;       /* false: nothing to extract, only messages */
    cli_buffer in;
    /* What becomes of it. */
    cli_buffer out, messages;
    cli_buffer text; /* of the document, as UTF-8, when the output goes beside it (brat) */
    uint64_t documents, failed;
    bool no_memory;
    unsigned encodings; /* bit for each cli_encoding that was found */
    const char *why;    /* how the last one was found */
} cli_chunk;

typedef struct cli_source {
    const cli_options *options;
    size_t next; /* file to open next */
    int fd;      /* -1: none is open */
    const char *name, *id;
    uint64_t line;
    bool ended;
    cli_buffer rest; /* the beginning of a line whose end has not been read */
} cli_source;

void cli_source_init(cli_source *s, const cli_options *options);
/* Fills `chunk`; false when there is no more. */
bool cli_source_next(cli_source *s, cli_chunk *chunk);
void cli_source_free(cli_source *s);

void cli_chunk_free(cli_chunk *chunk);
/* Adds a message line "<file>[:line]: …" and counts a failed input. */
void cli_chunk_fail(cli_chunk *chunk, uint64_t line, const char *format, ...) CLI_PRINTF(3, 4);
/* Prints the messages; where memory was out for those too, says at least that. */
void cli_chunk_tell(const cli_chunk *chunk);
void cli_chunk_note(cli_chunk *chunk, uint64_t line, const char *format, ...) CLI_PRINTF(3, 4);

#endif
