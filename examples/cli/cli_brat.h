/* A folder of brat standoff files. */
#ifndef CLI_BRAT_H
#define CLI_BRAT_H

#include "cli_output.h"
#include "cli_source.h"

/* Makes the folder when it is missing, and its annotation.conf. Says what is wrong. */
bool cli_brat_begin(const char *folder);
/* The document of a chunk: chunk->out is the .ann, chunk->text the .txt. */
bool cli_brat_write(const char *folder, const cli_chunk *chunk);
/* Keeps the text with the chunk, each bad byte as U+FFFD, which counts as one character too. */
bool cli_brat_text(cli_chunk *chunk, const char *text, size_t length);

#endif
