/* Text that is set in lines: words are kept whole, Han characters count two cells. */
#ifndef CLI_WRAP_H
#define CLI_WRAP_H

#include "cli_buffer.h"

typedef struct cli_wrap {
    cli_buffer out;
    unsigned column; /* cells of the line so far */
    bool failed;     /* memory was out */
} cli_wrap;

/* As it is; a line end begins a new line. */
void cli_wrap_text(cli_wrap *w, const char *text);
/* Blanks up to the column; on a line of its own when it is passed already. */
void cli_wrap_to(cli_wrap *w, unsigned column);
/* Words up to column 100, further lines from `indent`; ends the line. */
void cli_wrap_words(cli_wrap *w, unsigned indent, const char *text);

/* From UTF-8 to a character set ("": stays); false when it cannot say something, the text stays. */
bool cli_wrap_encode(cli_wrap *w, const char *charset);

/* The manual page, in mdoc (cli_man.c), of one language. */
void cli_man(cli_wrap *w, bool zh);

#endif
