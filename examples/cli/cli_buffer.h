/* A byte buffer that grows, and its use for message lines that a worker gathers. */
#ifndef CLI_BUFFER_H
#define CLI_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "cli_message.h"

typedef struct cli_buffer {
    char *data;
    size_t len, cap;
} cli_buffer;

/* Room for `extra` more bytes after len. False when memory is out; the content stays. */
bool cli_buffer_reserve(cli_buffer *b, size_t extra);
bool cli_buffer_add(cli_buffer *b, const void *data, size_t len);
bool cli_buffer_addf(cli_buffer *b, const char *format, ...) CLI_PRINTF(2, 3);
/* Gives back what a single huge document made it grow to; keeps up to `keep` bytes. */
void cli_buffer_shrink(cli_buffer *b, size_t keep);
void cli_buffer_free(cli_buffer *b);

#endif
