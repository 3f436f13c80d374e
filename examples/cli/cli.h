/* The zhiguan program, put together from the public header alone: its options and its commands.
 *
 * Data moves  cli_source (files → chunks) → cli_work (chunk → output bytes) → cli_output (stdout);
 * cli_run carries chunks round, in one thread or in several, always in the order of the input. */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <zhiguan.h>

#include "cli_message.h"

typedef enum cli_command {
    CLI_EXTRACT,
    CLI_EXPLAIN,
    CLI_VIEW,
    CLI_DIFF,
    CLI_VERSION,
    CLI_COMPLETION,
    CLI_HELP
} cli_command;

typedef enum cli_encoding {
    CLI_AUTO,
    CLI_UTF8,
    CLI_GB18030,
    CLI_BIG5,
    CLI_UTF16LE, /* only found by its byte order mark, cannot be asked for */
    CLI_UTF16BE,
    CLI_ENCODINGS
} cli_encoding;

typedef struct cli_options {
    cli_command command;
    char **files; /* "-" is standard input */
    size_t file_count;
    bool jsonl, html; /* --input */
    bool text;        /* write the text that was read, nothing else */
    bool strict, verbose;
    bool highlight; /* the text with its spans marked, before the table */
    cli_encoding encoding;
    zg_format format;
    zg_offsets offsets;
    uint32_t kinds;
    uint32_t jobs;
    const char *dict;   /* NULL: the one built in */
    const char *output; /* the file to write (brat: the folder), NULL: standard output */
} cli_options;

/* CLI_JOBS_MAX: more threads than any machine has cores; each takes a session's memory. */
#define CLI_JOBS_MAX 256

/* Reads the command line; says what is wrong and returns CLI_USAGE, or returns CLI_OK.
 * `out->files` points into argv, which is put in order. */
cli_exit cli_options_parse(int argc, char **argv, cli_options *out);

/* The dictionary of --dict, or the built-in one; says what is wrong with it. */
cli_exit cli_dict_open(const cli_options *options, zg_dict **out);

cli_exit cli_extract(const cli_options *options);
cli_exit cli_explain(const cli_options *options);
cli_exit cli_compare(const cli_options *options);
cli_exit cli_view(const cli_options *options);
cli_exit cli_version(const cli_options *options);
cli_exit cli_completion(const cli_options *options);
cli_exit cli_help(const cli_options *options);

#endif
