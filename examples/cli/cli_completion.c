/* `zhiguan completion SHELL`: a script that completes the command line, from cli_manual's lists. */
#include <string.h>

#include "cli_manual.h"
#include "cli_output.h"
#include "cli_wrap.h"

static void put(cli_wrap *w, const char *text)
{
    cli_wrap_text(w, text);
}

static bool takes(const cli_option *o, const cli_command_words *c)
{
    return (o->commands >> c->name.value & 1u) != 0;
}

static void put_choices(cli_wrap *w, const cli_choice *c)
{
    for (bool first = true; c->word != NULL; c++) {
        if (!c->other_name) {
            put(w, first ? "" : " ");
            put(w, c->word);
            first = false;
        }
    }
}

static void put_commands(cli_wrap *w)
{
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (!c->name.other_name) {
            put(w, c == cli_command_list ? "" : " ");
            put(w, c->name.word);
        }
    }
}

/* In quotes of a shell, without the characters that mean something to its completion. */
static void put_quoted(cli_wrap *w, const char *text)
{
    for (; *text != '\0'; text++) {
        char one[] = {*text, '\0'};
        if (strchr("'[]:\\", *text) == NULL) {
            w->failed = !cli_buffer_add(&w->out, one, 1) || w->failed;
        }
    }
}

static void bash_names(cli_wrap *w, const cli_command_words *c)
{
    put(w, "        ");
    put(w, c->name.word);
    put(w, ") words='");
    for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
        if (takes(o, c)) {
            char letter[] = " -x";
            letter[2] = o->letter;
            put(w, " ");
            put(w, o->name);
            put(w, o->value != NULL ? "=" : "");
            put(w, o->letter != 0 ? letter : "");
        }
    }
    put(w, "' ;;\n");
}

static void put_bash(cli_wrap *w)
{
    put(w, "# bash completion for zhiguan\n"
           "_zhiguan() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words= head=\n"
           "    COMPREPLY=()\n"
           "    if [[ $cur == = ]]; then cur=\n"
           "    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
           "    if ((COMP_CWORD == 1)); then\n"
           "        COMPREPLY=($(compgen -W '");
    put_commands(w);
    put(w, "' -- \"$cur\"))\n        return\n    fi\n    case $prev in\n");
    for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
        if (o->choices != NULL) {
            put(w, "    ");
            put(w, o->name);
            put(w, ") words='");
            put_choices(w, o->choices);
            put(w, "' ;;\n");
        }
    }
    put(w, "    --jobs|-j) return ;;\n"
           "    --dict|--output|-o) COMPREPLY=($(compgen -f -- \"$cur\"))\n"
           "        compopt -o filenames 2>/dev/null\n        return ;;\n"
           "    completion) words='");
    put_choices(w, cli_shells);
    put(w, "' ;;\n    help) words='");
    put_choices(w, cli_topics);
    put(w, "' ;;\n    esac\n"
           "    if [[ $prev == --kinds && $cur == *,* ]]; then head=${cur%,*}, cur=${cur##*,}; fi\n"
           "    if [[ -n $words ]]; then\n"
           "        COMPREPLY=($(compgen -P \"$head\" -W \"$words\" -- \"$cur\"))\n"
           "    elif [[ $cur == -* ]]; then\n"
           "        case ${COMP_WORDS[1]} in\n");
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (!c->name.other_name) {
            bash_names(w, c);
        }
    }
    put(w, "        esac\n"
           "        COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
           "        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
           "    else\n"
           "        COMPREPLY=($(compgen -f -- \"$cur\"))\n"
           "        compopt -o filenames 2>/dev/null\n"
           "    fi\n"
           "}\n"
           "complete -F _zhiguan zhiguan\n");
}

/* '(-o --output)'{-o+,--output=}'[…]:FILE:_files' */
static void zsh_option(cli_wrap *w, const cli_option *o, bool zh)
{
    char letter[] = {'-', o->letter, '\0'};
    put(w, " \\\n            ");
    if (o->letter != 0) {
        put(w, "'(");
        put(w, letter);
        put(w, " ");
        put(w, o->name);
        put(w, ")'{");
        put(w, letter);
        put(w, o->value != NULL ? "+," : ",");
    }
    put(w, o->letter != 0 ? "" : "'");
    put(w, o->name);
    put(w, o->value != NULL ? "=" : "");
    put(w, o->letter != 0 ? "}'[" : "[");
    put_quoted(w, cli_say(o->brief, zh));
    put(w, "]");
    if (o->id == OPT_KINDS) {
        put(w, ":KIND:_values -s , kind ");
        put_choices(w, o->choices);
    } else if (o->choices != NULL) {
        put(w, ":");
        put_quoted(w, o->value);
        put(w, ":(");
        put_choices(w, o->choices);
        put(w, ")");
    } else if (o->value != NULL) {
        put(w, o->id == OPT_JOBS ? ":N:" : ":FILE:_files");
    }
    put(w, "'");
}

static void put_zsh(cli_wrap *w, bool zh)
{
    put(w, "#compdef zhiguan\n"
           "_zhiguan() {\n"
           "    local -a commands=(\n");
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (!c->name.other_name) {
            put(w, "        '");
            put(w, c->name.word);
            put(w, ":");
            put_quoted(w, cli_say(c->brief, zh));
            put(w, "'\n");
        }
    }
    put(w, "    )\n"
           "    if ((CURRENT == 2)); then\n"
           "        _describe command commands\n"
           "        return\n"
           "    fi\n"
           "    local command=$words[2]\n"
           "    shift words\n"
           "    ((CURRENT--))\n"
           "    case $command in\n");
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (c->name.other_name) {
            continue;
        }
        put(w, "    ");
        put(w, c->name.word);
        put(w, ")\n        _arguments -S");
        for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
            if (takes(o, c)) {
                zsh_option(w, o, zh);
            }
        }
        const cli_choice *operands = c->name.value == CLI_COMPLETION ? cli_shells
                                     : c->name.value == CLI_HELP     ? cli_topics
                                                                     : NULL;
        if (operands != NULL) {
            put(w, " \\\n            '1:word:(");
            put_choices(w, operands);
            put(w, ")'");
        } else if (c->operands[0] != '\0') {
            put(w, " \\\n            '*:FILE:_files'");
        }
        put(w, " ;;\n");
    }
    put(w, "    esac\n}\n_zhiguan \"$@\"\n");
}

static void fish_option(cli_wrap *w, const cli_option *o, bool zh)
{
    char letter[] = {' ', '-', 's', ' ', o->letter, '\0'};
    put(w, "complete -c zhiguan -n '__fish_seen_subcommand_from");
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (!c->name.other_name && takes(o, c)) {
            put(w, " ");
            put(w, c->name.word);
        }
    }
    put(w, "' -l ");
    put(w, o->name + 2);
    put(w, o->letter != 0 ? letter : "");
    if (o->choices != NULL) {
        put(w, " -x -a '");
        put_choices(w, o->choices);
        put(w, "'");
    } else if (o->value != NULL) {
        put(w, o->id == OPT_JOBS ? " -x" : " -r -F");
    }
    put(w, " -d '");
    put_quoted(w, cli_say(o->brief, zh));
    put(w, "'\n");
}

static void put_fish(cli_wrap *w, bool zh)
{
    put(w, "# fish completion for zhiguan\n");
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (!c->name.other_name) {
            put(w, "complete -c zhiguan -n __fish_use_subcommand -f -a ");
            put(w, c->name.word);
            put(w, " -d '");
            put_quoted(w, cli_say(c->brief, zh));
            put(w, "'\n");
        }
    }
    for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
        fish_option(w, o, zh);
    }
    put(w, "complete -c zhiguan -n '__fish_seen_subcommand_from completion' -f -a '");
    put_choices(w, cli_shells);
    put(w, "'\ncomplete -c zhiguan -n '__fish_seen_subcommand_from help' -f -a '");
    put_choices(w, cli_topics);
    put(w, "'\n");
}

cli_exit cli_completion(const cli_options *options)
{
    cli_wrap w = {0};
    cli_output out = {0};
    char charset[32];
    const char *shell = options->files[0];
    bool zh = cli_locale_chinese(charset) && charset[0] == '\0'; /* a script is UTF-8 */
    if (strcmp(shell, "bash") == 0) {
        put_bash(&w);
    } else if (strcmp(shell, "zsh") == 0) {
        put_zsh(&w, zh);
    } else {
        put_fish(&w, zh);
    }
    if (w.failed) {
        cli_message("out of memory");
    } else {
        (void)cli_output_write(&out, w.out.data, w.out.len);
    }
    cli_exit rc = cli_output_close(&out, w.failed ? CLI_RESOURCES : CLI_OK);
    cli_buffer_free(&w.out);
    return rc;
}
