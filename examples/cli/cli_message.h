/* Messages on stderr: what went wrong, where, what to do. Never mixed with the data on stdout.
 *
 * A message is one line, "zhiguan: <what>". On a terminal its first word is coloured, unless
 * NO_COLOR is set. The progress line exists only on a terminal and only after a second of work. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define CLI_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#else
#define CLI_PRINTF(format_at, first_at)
#endif

/* What the process tells its caller; documented in --help and zhiguan(1), never renumbered. */
typedef enum cli_exit {
    CLI_OK = 0,
    CLI_SOME_FAILED = 1, /* also: the output could not be written */
    CLI_USAGE = 2,
    CLI_UNREADABLE = 3, /* no input could be read */
    CLI_DICTIONARY = 4,
    CLI_RESOURCES = 5
} cli_exit;

/* Is this descriptor a terminal that wants colour? */
bool cli_wants_color(int fd);

/* Is NO_COLOR set: no escape sequences, also where they are asked for? */
bool cli_wants_plain(void);

/* Prints one message line; removes a progress line first. */
void cli_message(const char *format, ...) CLI_PRINTF(1, 2);
/* Prints finished message lines as they are. */
void cli_message_raw(const char *lines, size_t len);

/* Shows how far long work has come; returns at once when stderr is no terminal. */
void cli_progress(uint64_t documents, uint64_t bytes);
void cli_progress_clear(void);

#endif
