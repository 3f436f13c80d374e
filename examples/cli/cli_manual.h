/* The one source of what the program says about itself: its commands, options and their values.
 * The command line is read by it (cli_options); --help (cli_help), the manual page (cli_man) and
 * the completions (cli_completion) are written from it. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli.h"

/* Chinese when `zh`, else English. */
typedef struct cli_words {
    const char *en, *zh;
} cli_words;

static inline const char *cli_say(cli_words words, bool zh)
{
    return zh ? words.zh : words.en;
}

typedef struct cli_choice {
    const char *word; /* NULL: the list ends */
    uint32_t value;
    bool other_name; /* taken, but not told of */
} cli_choice;

typedef enum cli_option_id {
    OPT_INPUT,
    OPT_ENCODING,
    OPT_FORMAT,
    OPT_OUTPUT,
    OPT_HIGHLIGHT,
    OPT_TEXT,
    OPT_OFFSETS,
    OPT_KINDS,
    OPT_JOBS,
    OPT_DICT,
    OPT_STRICT,
    OPT_VERBOSE,
    OPT_HELP
} cli_option_id;

typedef struct cli_option {
    const char *name;          /* "--jobs" */
    char letter;               /* 'j', 0 = none */
    const char *value;         /* what its value is called, "N"; NULL: it takes none */
    const cli_choice *choices; /* the values there are, NULL: any */
    cli_option_id id;
    unsigned commands; /* bit for each cli_command that takes it */
    cli_words brief;   /* of a few words */
    cli_words text;    /* the rest of what --help says, or NULL */
    cli_words more;    /* what only the manual page adds, or NULL */
} cli_option;

typedef struct cli_command_words {
    cli_choice name;
    const char *operands; /* "[FILE…]" */
    cli_words brief;
    cli_words more; /* for the manual page, or NULL */
} cli_command_words;

typedef struct cli_example {
    const char *line;
    cli_words what;
} cli_example;

/* Each list ends with a NULL in its first member. */
extern const cli_option cli_option_list[];
extern const cli_command_words cli_command_list[];
extern const cli_example cli_example_list[];
extern const cli_choice cli_shells[], cli_topics[];

/* What stands around the lists. */
extern const cli_words cli_manual_what, cli_manual_streams, cli_manual_colour;
extern const cli_words cli_exit_words[6];

/* Is the locale of the environment Chinese? Writes its character set, "" for UTF-8. */
bool cli_locale_chinese(char charset[32]);

#endif
