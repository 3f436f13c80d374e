/* `zhiguan help`: examples first, then what there is to choose; in the language of the locale. */
#include <stdlib.h>
#include <string.h>

#include "cli_manual.h"
#include "cli_output.h"
#include "cli_wrap.h"

#define COLUMN 30u /* where the texts begin */

static const char *const headings[][2] = {{"Examples:\n", "例子：\n"},
                                          {"\nCommands:\n", "\n命令：\n"},
                                          {"\nOptions:\n", "\n选项：\n"},
                                          {"\nExit code:\n", "\n退出码：\n"}};

static void put_examples(cli_wrap *w, bool zh)
{
    for (const cli_example *e = cli_example_list; e->line != NULL; e++) {
        cli_wrap_text(w, "  ");
        cli_wrap_text(w, e->line);
        cli_wrap_to(w, 47);
        cli_wrap_words(w, 47, cli_say(e->what, zh));
    }
}

static void put_commands(cli_wrap *w, bool zh)
{
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (c->name.other_name) {
            continue;
        }
        cli_wrap_text(w, "  ");
        cli_wrap_text(w, c->name.word);
        cli_wrap_text(w, c->operands[0] != '\0' ? " " : "");
        cli_wrap_text(w, c->operands);
        cli_wrap_to(w, 22);
        cli_wrap_words(w, 22, cli_say(c->brief, zh));
    }
}

static void put_value(cli_wrap *w, const cli_option *o)
{
    if (o->value == NULL) {
        return;
    }
    cli_wrap_text(w, "=");
    if (o->choices == NULL || o->id == OPT_KINDS || o->id == OPT_FORMAT) {
        cli_wrap_text(w, o->value);
        return;
    }
    bool first = true;
    for (const cli_choice *c = o->choices; c->word != NULL; c++) {
        if (!c->other_name) {
            cli_wrap_text(w, first ? "" : "|");
            cli_wrap_text(w, c->word);
            first = false;
        }
    }
}

/* "extract, view" */
static void put_takers(cli_wrap *w, unsigned commands)
{
    bool first = true;
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (!c->name.other_name && (commands >> c->name.value & 1u) != 0) {
            cli_wrap_text(w, first ? " [" : ", ");
            cli_wrap_text(w, c->name.word);
            first = false;
        }
    }
    cli_wrap_text(w, "]\n");
}

static void put_options(cli_wrap *w, bool zh)
{
    for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
        char letter[] = "-x, ";
        letter[1] = o->letter;
        cli_wrap_text(w, "  ");
        cli_wrap_text(w, o->letter != 0 ? letter : "    ");
        cli_wrap_text(w, o->name);
        put_value(w, o);
        if (o->commands == ~0u) {
            cli_wrap_to(w, COLUMN);
        } else {
            put_takers(w, o->commands);
            cli_wrap_to(w, 8);
        }
        cli_buffer whole = {0};
        bool good = cli_buffer_addf(&whole, "%s", cli_say(o->brief, zh));
        if (o->text.en != NULL) {
            good = good && cli_buffer_addf(&whole, "%s%s", zh ? "。" : "; ", cli_say(o->text, zh));
        }
        w->failed = w->failed || !good || !cli_buffer_add(&whole, "", 1);
        if (!w->failed) {
            cli_wrap_words(w, o->commands == ~0u ? COLUMN : 8, whole.data);
        }
        cli_buffer_free(&whole);
    }
}

static void put_help(cli_wrap *w, bool zh)
{
    cli_wrap_text(w, headings[0][zh]);
    put_examples(w, zh);
    cli_wrap_text(w, "\n");
    cli_wrap_words(w, 0, cli_say(cli_manual_what, zh));
    cli_wrap_text(w, headings[1][zh]);
    put_commands(w, zh);
    cli_wrap_text(w, headings[2][zh]);
    put_options(w, zh);
    cli_wrap_text(w, "\n");
    cli_wrap_words(w, 0, cli_say(cli_manual_streams, zh));
    cli_wrap_words(w, 0, cli_say(cli_manual_colour, zh));
    cli_wrap_text(w, headings[3][zh]);
    for (int code = 0; code < 6; code++) {
        char number[] = "  0  ";
        number[2] = (char)('0' + code);
        cli_wrap_text(w, number);
        cli_wrap_words(w, 5, cli_say(cli_exit_words[code], zh));
    }
}

cli_exit cli_help(const cli_options *options)
{
    char charset[32];
    bool zh = cli_locale_chinese(charset), man = options->file_count > 0;
    cli_output out = {0};
    cli_exit rc = CLI_OK;
    for (int round = 0; round < 2; round++) {
        cli_wrap w = {0};
        if (man) {
            cli_man(&w, zh);
        } else {
            put_help(&w, zh);
        }
        /* What the locale's character set cannot say is said in English. */
        bool done = !w.failed && (!zh || cli_wrap_encode(&w, charset));
        if (w.failed) {
            cli_message("out of memory");
            rc = CLI_RESOURCES;
        } else if (done) {
            (void)cli_output_write(&out, w.out.data, w.out.len);
        }
        cli_buffer_free(&w.out);
        if (done || w.failed) {
            break;
        }
        zh = false;
    }
    return cli_output_close(&out, rc);
}
