/* Writes with write(2): each chunk of results goes out whole and at once, so that a reader of a
 * pipe need not wait, and nothing is left in a stdio buffer whose error would be lost. */
#define _POSIX_C_SOURCE 200809L

#include "cli_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* A piece that every system takes in one call; some refuse more than 2^31 - 1 bytes. */
#define PIECE ((size_t)1 << 30)

static void set_error(cli_output *out, int error)
{
    if (error == EPIPE) {
        out->closed = true;
    } else {
        out->error = error;
    }
}

static int descriptor(const cli_output *out)
{
    return out->fd > 0 ? out->fd : STDOUT_FILENO;
}

bool cli_output_open(cli_output *out, const char *name, int flags)
{
    if (name == NULL || strcmp(name, "-") == 0) {
        return true;
    }
    out->name = name;
    out->fd = open(name, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0666);
    if (out->fd < 0) {
        const char *what =
            errno == EEXIST ? "is there already; it is not written over" : strerror(errno);
        cli_message("%s: %s; check the folder and the permissions", name, what);
        return false;
    }
    return true;
}

bool cli_output_write(cli_output *out, const char *data, size_t len)
{
    while (len > 0 && out->error == 0 && !out->closed) {
        ssize_t n = write(descriptor(out), data, len < PIECE ? len : PIECE);
        if (n >= 0) {
            data += n;
            len -= (size_t)n;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd p = {.fd = descriptor(out), .events = POLLOUT};
            (void)poll(&p, 1, -1);
        } else if (errno != EINTR) {
            set_error(out, errno);
        }
    }
    return out->error == 0 && !out->closed;
}

cli_exit cli_output_close(cli_output *out, cli_exit so_far)
{
    if (out->error == 0 && !out->closed && close(descriptor(out)) != 0 && errno != EINTR) {
        set_error(out, errno);
    }
    if (out->error != 0) {
        cli_message("%s: %s; the results are not complete, write them elsewhere",
                    out->name != NULL ? out->name : "standard output", strerror(out->error));
        return so_far == CLI_OK ? CLI_SOME_FAILED : so_far;
    }
    return so_far;
}
