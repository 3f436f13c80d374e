/* The command line: `zhiguan COMMAND [OPTION…] [FILE…]`.
 *
 * Options may stand anywhere after the command, as --name=value or --name value; `--` ends them.
 * A value that is not known is answered with the list of those that are. */
#include "cli_html.h"
#include "cli_manual.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const cli_choice *find_choice(const cli_choice *list, const char *word, size_t len)
{
    for (; list->word != NULL; list++) {
        if (strlen(list->word) == len && memcmp(list->word, word, len) == 0) {
            return list;
        }
    }
    return NULL;
}

static cli_exit bad_choice(const char *option, const char *value, const cli_choice *list)
{
    char known[128] = "";
    for (; list->word != NULL; list++) {
        /* The lists are far shorter than the buffer. */
        if (list->other_name) {
            continue;
        }
        if (known[0] != '\0') {
            strcat(known, ", ");
        }
        strcat(known, list->word);
    }
    cli_message("%s: '%s' is not known; choose from %s", option, value, known);
    return CLI_USAGE;
}

static cli_exit set_choice(const char *option, const char *value, const cli_choice *list,
                           uint32_t *out)
{
    const cli_choice *found = find_choice(list, value, strlen(value));
    if (found == NULL) {
        return bad_choice(option, value, list);
    }
    *out = found->value;
    return CLI_OK;
}

static cli_exit set_kinds(const char *value, const cli_choice *kinds, uint32_t *out)
{
    uint32_t mask = 0;
    const char *p = value;
    for (;;) {
        size_t len = strcspn(p, ",");
        const cli_choice *found = find_choice(kinds, p, len);
        if (found == NULL) {
            return bad_choice("--kinds", value, kinds);
        }
        mask |= found->value;
        if (p[len] == '\0') {
            break;
        }
        p += len + 1;
    }
    *out = mask;
    return CLI_OK;
}

static cli_exit set_jobs(const char *value, uint32_t *out)
{
    char *end = NULL;
    errno = 0;
    long jobs = strtol(value, &end, 10);
    if (errno != 0 || end == value || *end != '\0' || jobs < 1 || jobs > CLI_JOBS_MAX) {
        cli_message("--jobs: '%s' is not a number from 1 to %d", value, CLI_JOBS_MAX);
        return CLI_USAGE;
    }
    *out = (uint32_t)jobs;
    return CLI_OK;
}

static cli_exit set_input(uint32_t v, cli_options *out)
{
    out->jsonl = v == 1;
    out->html = v == 2;
    if (out->html && !cli_html_there()) {
        cli_message("--input=html: this program was built without libxml2");
        return CLI_USAGE;
    }
    return CLI_OK;
}

static cli_exit set_option(const cli_option *o, const char *value, cli_options *out)
{
    uint32_t v = 0;
    if (o->choices != NULL && o->id != OPT_KINDS) {
        cli_exit rc = set_choice(o->name, value, o->choices, &v);
        if (rc != CLI_OK) {
            return rc;
        }
    }
    switch (o->id) {
    case OPT_INPUT:
        return set_input(v, out);
    case OPT_ENCODING:
        out->encoding = (cli_encoding)v;
        break;
    case OPT_FORMAT:
        out->format = (zg_format)v;
        break;
    case OPT_OFFSETS:
        out->offsets = (zg_offsets)v;
        break;
    case OPT_KINDS:
        return set_kinds(value, o->choices, &out->kinds);
    case OPT_JOBS:
        return set_jobs(value, &out->jobs);
    case OPT_DICT:
        out->dict = value;
        break;
    case OPT_STRICT:
        out->strict = true;
        break;
    case OPT_VERBOSE:
        out->verbose = true;
        break;
    case OPT_OUTPUT:
        out->output = value;
        break;
    case OPT_TEXT:
        out->text = true;
        break;
    case OPT_HIGHLIGHT:
        out->highlight = true;
        break;
    case OPT_HELP:
        out->command = CLI_HELP;
        break;
    }
    return CLI_OK;
}

static const cli_option *find_option(const char *arg, size_t len)
{
    for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
        bool letter = len == 2 && o->letter != 0 && arg[1] == o->letter;
        if (letter || (strlen(o->name) == len && memcmp(o->name, arg, len) == 0)) {
            return o;
        }
    }
    return NULL;
}

/* The option at argv[*at]; moves *at to its last word. */
static cli_exit parse_option(int argc, char **argv, int *at, cli_options *out)
{
    const char *arg = argv[*at];
    size_t len = strcspn(arg, "=");
    const char *value = arg[len] == '=' ? arg + len + 1 : NULL;
    if (arg[1] == 'j' && arg[2] != '\0') { /* -j4, as make has it */
        len = 2;
        value = arg + 2;
    }
    const cli_option *row = find_option(arg, len);
    if (row == NULL) {
        cli_message("unknown option '%s'; 'zhiguan --help' lists them (a file of that name: ./%s)",
                    arg, arg);
        return CLI_USAGE;
    }
    if (out->command != CLI_HELP && (row->commands & (1u << out->command)) == 0) {
        cli_message("%s: this command does not take it; see 'zhiguan --help'", row->name);
        return CLI_USAGE;
    }
    if (row->value == NULL && value != NULL) {
        cli_message("%s takes no value", row->name);
        return CLI_USAGE;
    }
    if (row->value != NULL && value == NULL) {
        if (*at + 1 >= argc) {
            cli_message("%s needs a value; see 'zhiguan --help'", row->name);
            return CLI_USAGE;
        }
        value = argv[++*at];
    }
    return set_option(row, value, out);
}

static cli_exit check_word(const cli_options *o, const char *command, const cli_choice *list)
{
    if (o->file_count != 1) {
        cli_message("%s takes one word, got %zu; see 'zhiguan --help'", command, o->file_count);
        return CLI_USAGE;
    }
    uint32_t v;
    return set_choice(command, o->files[0], list, &v);
}

static cli_exit check_files(const cli_options *o)
{
    if (o->command == CLI_EXPLAIN && o->file_count > 1) {
        cli_message("explain takes one file, got %zu", o->file_count);
        return CLI_USAGE;
    }
    if (o->command == CLI_DIFF && o->file_count < 2) {
        cli_message(
            "diff takes two dictionaries, then files: zhiguan diff builtin my.zgd news.jsonl");
        return CLI_USAGE;
    }
    if (o->command == CLI_VERSION && o->file_count > 0) {
        cli_message("version takes no file");
        return CLI_USAGE;
    }
    if (o->command == CLI_COMPLETION) {
        return check_word(o, "completion", cli_shells);
    }
    if (o->command == CLI_HELP && o->file_count > 0) {
        return check_word(o, "help", cli_topics);
    }
    if (o->command == CLI_EXTRACT && o->format == ZG_FORMAT_BRAT &&
        (o->jsonl || (o->file_count > 1 && o->output == NULL))) {
        cli_message("brat has a file a document: give text files and --output FOLDER");
        return CLI_USAGE;
    }
    return CLI_OK;
}

static const cli_command_words *find_command(const char *word)
{
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (strcmp(c->name.word, word) == 0) {
            return c;
        }
    }
    return NULL;
}

cli_exit cli_options_parse(int argc, char **argv, cli_options *out)
{
    *out = (cli_options){.format = ZG_FORMAT_JSON, .kinds = ZG_KIND_ALL, .jobs = 1};
    if (argc < 2) {
        cli_message("no command; try 'zhiguan extract FILE' or 'zhiguan --help'");
        return CLI_USAGE;
    }
    const cli_command_words *command = find_command(argv[1]);
    if (command == NULL) {
        cli_message("'%s' is no command; the commands are extract, explain, view, diff, version, "
                    "completion "
                    "and help",
                    argv[1]);
        return CLI_USAGE;
    }
    out->command = (cli_command)command->name.value;
    out->jsonl = out->command == CLI_DIFF; /* a corpus */
    out->files = argv + 2;
    bool only_files = false;
    for (int at = 2; at < argc; at++) {
        char *arg = argv[at];
        if (only_files || arg[0] != '-' || arg[1] == '\0') {
            out->files[out->file_count++] = arg;
        } else if (strcmp(arg, "--") == 0) {
            only_files = true;
        } else {
            cli_exit rc = parse_option(argc, argv, &at, out);
            if (rc != CLI_OK) {
                return rc;
            }
        }
    }
    if (out->command == CLI_HELP && command->name.value != CLI_HELP) {
        out->file_count = 0; /* `extract FILE --help` */
    }
    return check_files(out);
}
