/* `zhiguan COMMAND`: reads the command line and goes to the command. */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>

#include "cli.h"
#include "cli_jsonl.h"

int main(int argc, char **argv)
{
    cli_options options;
    /* A reader that goes away is seen as EPIPE by cli_output, also where a parent ignores the
     * signal; the program then ends without a word. */
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &ignore, NULL);
    cli_json_watch();
    cli_exit rc = cli_options_parse(argc, argv, &options);
    if (rc != CLI_OK) {
        return (int)rc;
    }
    switch (options.command) {
    case CLI_EXTRACT:
        return (int)cli_extract(&options);
    case CLI_EXPLAIN:
        return (int)cli_explain(&options);
    case CLI_VIEW:
        return (int)cli_view(&options);
    case CLI_DIFF:
        return (int)cli_compare(&options);
    case CLI_VERSION:
        return (int)cli_version(&options);
    case CLI_COMPLETION:
        return (int)cli_completion(&options);
    case CLI_HELP:
        return (int)cli_help(&options);
    }
    return CLI_USAGE;
}
