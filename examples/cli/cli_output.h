/* Standard output, checked: a full disk is told, a reader that went away is not an error. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "cli_message.h"

typedef struct cli_output {
    int fd;           /* 0: standard output */
    const char *name; /* NULL: standard output */
    int error;        /* errno of the first write that failed, 0 = none */
    bool closed;      /* the reader of the pipe has gone: nothing more to do, and no fault */
} cli_output;

/* Opens a file to write, made when it is missing; `flags` are O_TRUNC or O_EXCL. NULL or "-" is
 * standard output. False: it cannot be, which is said. `name` must live as long as `out`. */
bool cli_output_open(cli_output *out, const char *name, int flags);
/* Writes through to the descriptor; false when writing has failed, now or before. */
bool cli_output_write(cli_output *out, const char *data, size_t len);
/* Closes stdout, which is where some file systems tell that the disk is full; says what failed.
 * `so_far` unless writing failed. */
cli_exit cli_output_close(cli_output *out, cli_exit so_far);

#endif
