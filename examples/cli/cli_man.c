/* The manual page zhiguan(1) in mdoc, written from the lists of cli_manual.h. */
#include <string.h>

#include "cli_manual.h"
#include "cli_wrap.h"

static void put(cli_wrap *w, const char *text)
{
    cli_wrap_text(w, text);
}

/* Text that is none of mdoc's business: a backslash, and a mark or a quote at a line's beginning. A
 * sentence begins a line of its own. */
static void put_text(cli_wrap *w, const char *text)
{
    bool start = true;
    for (; *text != '\0'; text++) {
        char one[] = {*text, '\0'};
        if (start && (*text == '.' || *text == '\'')) {
            put(w, "\\&");
        }
        bool sentence = *text == ' ' && text[-1] == '.';
        if (*text == '\\') {
            put(w, "\\e");
        } else if (*text == '-') {
            put(w, "\\-");
        } else if (sentence) {
            put(w, "\n");
        } else {
            w->failed = !cli_buffer_add(&w->out, one, 1) || w->failed;
        }
        start = sentence;
    }
    w->column = 1;
}

static void put_line(cli_wrap *w, const char *text)
{
    put_text(w, text);
    put(w, "\n");
}

/* A word as an argument of a macro. */
static void put_argument(cli_wrap *w, const char *text)
{
    put(w, " \"");
    put_text(w, text);
    put(w, "\"");
}

static void put_flag(cli_wrap *w, const cli_option *o)
{
    put(w, " Fl");
    put_argument(w, o->name + 1);
    if (o->value != NULL) {
        put(w, " Ns = Ns Ar");
        put_argument(w, o->value);
    }
}

static void put_synopsis(cli_wrap *w)
{
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (c->name.other_name) {
            continue;
        }
        put(w, ".Nm\n.Cm");
        put_argument(w, c->name.word);
        put(w, "\n");
        for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
            if (o->commands != ~0u && (o->commands >> c->name.value & 1u) != 0) {
                put(w, ".Op");
                put_flag(w, o);
                put(w, "\n");
            }
        }
        if (c->operands[0] != '\0') {
            put(w, ".Ar");
            put_argument(w, c->operands);
            put(w, "\n");
        }
    }
}

static void put_description(cli_wrap *w, bool zh)
{
    put_line(w, cli_say(cli_manual_what, zh));
    put(w, ".Bl -tag -width completion\n");
    for (const cli_command_words *c = cli_command_list; c->name.word != NULL; c++) {
        if (c->name.other_name) {
            continue;
        }
        put(w, ".It Cm");
        put_argument(w, c->name.word);
        put(w, "\n");
        put_line(w, cli_say(c->brief, zh));
        if (c->more.en != NULL) {
            put(w, ".Pp\n");
            put_line(w, cli_say(c->more, zh));
        }
    }
    put(w, ".El\n.Pp\n");
    put_line(
        w,
        zh ? "选项写成 --name=值 或 --name 值，放在文件之前或之后都行；-- 之后不再有选项。选项有："
           : "Options may be written --name=value or --name value, before or after the files; "
             "-- ends them. They are:");
}

static void put_options(cli_wrap *w, bool zh)
{
    put(w, ".Bl -tag -width Ds\n");
    for (const cli_option *o = cli_option_list; o->name != NULL; o++) {
        char letter[] = {o->letter, '\0'};
        put(w, ".It");
        if (o->letter != 0) {
            put(w, " Fl");
            put_argument(w, letter);
            put(w, " ,");
        }
        put_flag(w, o);
        put(w, "\n");
        put_line(w, cli_say(o->brief, zh));
        for (int k = 0; k < 2; k++) {
            cli_words words = k == 0 ? o->text : o->more;
            if (words.en != NULL) {
                put(w, ".Pp\n");
                put_line(w, cli_say(words, zh));
            }
        }
        for (const cli_choice *c = o->choices; c != NULL && c->word != NULL; c++) {
            if (!c->other_name) {
                put(w, c == o->choices ? ".Pp\n.Cm" : " , Cm");
                put_argument(w, c->word);
            }
        }
        put(w, o->choices != NULL ? "\n" : "");
    }
    put(w, ".El\n.Pp\n");
    put_line(w, cli_say(cli_manual_streams, zh));
}

static void put_rest(cli_wrap *w, bool zh)
{
    put(w, ".Sh ENVIRONMENT\n.Bl -tag -width LC_MESSAGES\n.It Ev NO_COLOR , TERM\n");
    put_line(w, cli_say(cli_manual_colour, zh));
    put(w, ".It Ev LC_ALL , LC_MESSAGES , LANG , LANGUAGE\n");
    put_line(w, zh ? "区域是中文时，帮助和手册用中文。"
                   : "In a Chinese locale help and manual are in Chinese.");
    put(w, ".El\n.Sh EXIT STATUS\n.Bl -tag -width Ds -compact\n");
    for (int code = 0; code < 6; code++) {
        char item[] = ".It 0\n";
        item[4] = (char)('0' + code);
        put(w, item);
        put_line(w, cli_say(cli_exit_words[code], zh));
    }
    put(w, ".El\n.Sh EXAMPLES\n.Bl -tag -width Ds\n");
    for (const cli_example *e = cli_example_list; e->line != NULL; e++) {
        put(w, ".It Li");
        put_argument(w, e->line);
        put(w, "\n");
        put_line(w, cli_say(e->what, zh));
    }
    put(w, ".El\n.Sh SEE ALSO\n.Xr iconv 1 ,\n.Xr zgc 1 ,\n.Xr zhiguan 3\n");
}

void cli_man(cli_wrap *w, bool zh)
{
    put(w, ".Dd November 25, 2026\n.Dt ZHIGUAN 1\n.Os\n.Sh NAME\n.Nm zhiguan\n.Nd ");
    put_line(w, zh ? "从中文文章里找出人物、职务和机构"
                   : "find persons, posts and organisations in Chinese text");
    put(w, ".Sh SYNOPSIS\n");
    put_synopsis(w);
    put(w, ".Sh DESCRIPTION\n");
    put_description(w, zh);
    put_options(w, zh);
    put_rest(w, zh);
}
