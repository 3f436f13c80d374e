/* The command line: `zhiguan COMMAND [OPTION…] [FILE…]`.
 *
 * Options may stand anywhere after the command, as --name=value or --name value; `--` ends them.
 * A value that is not known is answered with the list of those that are. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct choice {
    const char *word;
    uint32_t value;
} choice;

static const choice inputs[] = {{"text", 0}, {"jsonl", 1}, {NULL, 0}};
static const choice encodings[] = {{"auto", CLI_AUTO}, {"utf-8", CLI_UTF8},
                                   {"utf8", CLI_UTF8}, {"gb18030", CLI_GB18030},
                                   {"big5", CLI_BIG5}, {NULL, 0}};
static const choice formats[] = {{"json", ZG_FORMAT_JSON},
                                 {"jsonl", ZG_FORMAT_JSONL},
                                 {"tsv", ZG_FORMAT_TSV},
                                 {"csv", ZG_FORMAT_CSV},
                                 {"table", ZG_FORMAT_TABLE},
                                 {"ftm", ZG_FORMAT_FTM},
                                 {"popolo", ZG_FORMAT_POPOLO},
                                 {"brat", ZG_FORMAT_BRAT},
                                 {"annotation", ZG_FORMAT_ANNOTATION},
                                 {"conll", ZG_FORMAT_CONLL},
                                 {NULL, 0}};
static const choice offsets[] = {{"codepoint", ZG_OFFSETS_CODEPOINT},
                                 {"utf8", ZG_OFFSETS_UTF8},
                                 {"utf16", ZG_OFFSETS_UTF16},
                                 {NULL, 0}};
static const choice kinds[] = {{"post", ZG_KIND_POST},
                               {"byline", ZG_KIND_BYLINE},
                               {"role", ZG_KIND_ROLE},
                               {"generic", ZG_KIND_GENERIC},
                               {NULL, 0}};
static const choice commands[] = {
    {"extract", CLI_EXTRACT}, {"explain", CLI_EXPLAIN}, {"view", CLI_VIEW},
    {"version", CLI_VERSION}, {"help", CLI_HELP},       {"--version", CLI_VERSION},
    {"--help", CLI_HELP},     {"-h", CLI_HELP},         {NULL, 0}};

/* Which commands an option means something to. */
enum {
    FOR_EXTRACT = 1u << CLI_EXTRACT,
    FOR_EXPLAIN = 1u << CLI_EXPLAIN,
    FOR_VIEW = 1u << CLI_VIEW,
    FOR_READING = FOR_EXTRACT | FOR_EXPLAIN | FOR_VIEW,
    FOR_VERSION = 1u << CLI_VERSION
};

typedef enum option_id {
    OPT_INPUT,
    OPT_ENCODING,
    OPT_FORMAT,
    OPT_OFFSETS,
    OPT_KINDS,
    OPT_JOBS,
    OPT_DICT,
    OPT_STRICT,
    OPT_VERBOSE,
    OPT_OUTPUT,
    OPT_HIGHLIGHT,
    OPT_HELP
} option_id;

typedef struct option_row {
    const char *name;
    option_id id;
    bool takes_value;
    unsigned commands;
} option_row;

static const option_row option_rows[] = {
    {"--input", OPT_INPUT, true, FOR_EXTRACT | FOR_VIEW},
    {"--encoding", OPT_ENCODING, true, FOR_READING},
    {"--format", OPT_FORMAT, true, FOR_EXTRACT},
    {"--offsets", OPT_OFFSETS, true, FOR_EXTRACT},
    {"--kinds", OPT_KINDS, true, FOR_EXTRACT | FOR_VIEW},
    {"--jobs", OPT_JOBS, true, FOR_EXTRACT},
    {"-j", OPT_JOBS, true, FOR_EXTRACT},
    {"--dict", OPT_DICT, true, FOR_READING | FOR_VERSION},
    {"--strict", OPT_STRICT, false, FOR_READING},
    {"--highlight", OPT_HIGHLIGHT, false, FOR_EXTRACT},
    {"--output", OPT_OUTPUT, true, FOR_EXTRACT | FOR_VIEW},
    {"-o", OPT_OUTPUT, true, FOR_EXTRACT | FOR_VIEW},
    {"--verbose", OPT_VERBOSE, false, FOR_READING},
    {"-v", OPT_VERBOSE, false, FOR_READING},
    {"--help", OPT_HELP, false, ~0u},
    {"-h", OPT_HELP, false, ~0u},
};

static const choice *find_choice(const choice *list, const char *word, size_t len)
{
    for (; list->word != NULL; list++) {
        if (strlen(list->word) == len && memcmp(list->word, word, len) == 0) {
            return list;
        }
    }
    return NULL;
}

static cli_exit bad_choice(const char *option, const char *value, const choice *list)
{
    char known[128] = "";
    for (; list->word != NULL; list++) {
        /* The lists above are far shorter than the buffer. */
        if (known[0] != '\0') {
            strcat(known, ", ");
        }
        strcat(known, list->word);
    }
    cli_message("%s: '%s' is not known; choose from %s", option, value, known);
    return CLI_USAGE;
}

static cli_exit set_choice(const char *option, const char *value, const choice *list, uint32_t *out)
{
    const choice *found = find_choice(list, value, strlen(value));
    if (found == NULL) {
        return bad_choice(option, value, list);
    }
    *out = found->value;
    return CLI_OK;
}

static cli_exit set_kinds(const char *value, uint32_t *out)
{
    uint32_t mask = 0;
    const char *p = value;
    for (;;) {
        size_t len = strcspn(p, ",");
        const choice *found = find_choice(kinds, p, len);
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

static cli_exit set_option(option_id id, const char *name, const char *value, cli_options *out)
{
    uint32_t v = 0;
    cli_exit rc = CLI_OK;
    switch (id) {
    case OPT_INPUT:
        rc = set_choice(name, value, inputs, &v);
        out->jsonl = v != 0;
        break;
    case OPT_ENCODING:
        rc = set_choice(name, value, encodings, &v);
        out->encoding = (cli_encoding)v;
        break;
    case OPT_FORMAT:
        rc = set_choice(name, value, formats, &v);
        out->format = (zg_format)v;
        break;
    case OPT_OFFSETS:
        rc = set_choice(name, value, offsets, &v);
        out->offsets = (zg_offsets)v;
        break;
    case OPT_KINDS:
        return set_kinds(value, &out->kinds);
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
    case OPT_HIGHLIGHT:
        out->highlight = true;
        break;
    case OPT_HELP:
        out->command = CLI_HELP;
        break;
    }
    return rc;
}

static const option_row *find_option(const char *arg, size_t len)
{
    for (size_t i = 0; i < sizeof option_rows / sizeof option_rows[0]; i++) {
        if (strlen(option_rows[i].name) == len && memcmp(option_rows[i].name, arg, len) == 0) {
            return &option_rows[i];
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
    const option_row *row = find_option(arg, len);
    if (row == NULL) {
        cli_message("unknown option '%s'; 'zhiguan --help' lists them (a file of that name: ./%s)",
                    arg, arg);
        return CLI_USAGE;
    }
    if (out->command != CLI_HELP && (row->commands & (1u << out->command)) == 0) {
        cli_message("%s: this command does not take it; see 'zhiguan --help'", row->name);
        return CLI_USAGE;
    }
    if (!row->takes_value && value != NULL) {
        cli_message("%s takes no value", row->name);
        return CLI_USAGE;
    }
    if (row->takes_value && value == NULL) {
        if (*at + 1 >= argc) {
            cli_message("%s needs a value; see 'zhiguan --help'", row->name);
            return CLI_USAGE;
        }
        value = argv[++*at];
    }
    return set_option(row->id, row->name, value, out);
}

static cli_exit check_files(const cli_options *o)
{
    if (o->command == CLI_EXPLAIN && o->file_count > 1) {
        cli_message("explain takes one file, got %zu", o->file_count);
        return CLI_USAGE;
    }
    if (o->command == CLI_VERSION && o->file_count > 0) {
        cli_message("version takes no file");
        return CLI_USAGE;
    }
    if (o->command == CLI_EXTRACT && o->format == ZG_FORMAT_BRAT &&
        (o->jsonl || (o->file_count > 1 && o->output == NULL))) {
        cli_message("brat has a file a document: give text files and --output FOLDER");
        return CLI_USAGE;
    }
    return CLI_OK;
}

cli_exit cli_options_parse(int argc, char **argv, cli_options *out)
{
    *out = (cli_options){.format = ZG_FORMAT_JSON, .kinds = ZG_KIND_ALL, .jobs = 1};
    if (argc < 2) {
        cli_message("no command; try 'zhiguan extract FILE' or 'zhiguan --help'");
        return CLI_USAGE;
    }
    const choice *command = find_choice(commands, argv[1], strlen(argv[1]));
    if (command == NULL) {
        cli_message("'%s' is no command; the commands are extract, explain, view, version and "
                    "help",
                    argv[1]);
        return CLI_USAGE;
    }
    out->command = (cli_command)command->value;
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
    return check_files(out);
}
