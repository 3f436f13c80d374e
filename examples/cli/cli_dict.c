/* Opens the dictionary and turns what is wrong with it into one message and one exit code. It is
 * read, not mapped: a file that somebody shortens while it is mapped ends the process (SIGBUS), and
 * reading takes some milliseconds. */
#include "cli.h"

cli_exit cli_dict_open(const cli_options *options, zg_dict **out)
{
    zg_error e = ZG_ERROR_INIT;
    const char *name = options->dict == NULL ? "the built-in dictionary" : options->dict;
    zg_status rc = options->dict == NULL ? zg_dict_builtin(NULL, out, &e)
                                         : zg_dict_open(options->dict, 0, NULL, out, &e);
    if (rc == ZG_OK) {
        return CLI_OK;
    }
    const char *text = zg_status_text(rc);
    const char *detail = e.detail[0] == '\0' ? zg_status_name(rc) : e.detail;
    if (rc == ZG_E_IMAGE) {
        cli_message("%s: byte %llu: %s: %s", name, (unsigned long long)e.offset, detail, text);
    } else {
        cli_message("%s: %s: %s", name, detail, text);
    }
    return rc == ZG_E_MEMORY ? CLI_RESOURCES : CLI_DICTIONARY;
}
