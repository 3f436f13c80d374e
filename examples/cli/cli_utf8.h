/* Is it UTF-8, and if not, how much of it is? */
#ifndef CLI_UTF8_H
#define CLI_UTF8_H

#include <stddef.h>

typedef struct cli_utf8_counts {
    size_t wide;    /* whole characters outside ASCII */
    size_t bad;     /* maximal bad parts */
    size_t bad_at;  /* offset of the first one */
    size_t control; /* control characters that no text has, NUL among them */
} cli_utf8_counts;

/* Length of the longest valid beginning: `len` when all of it is UTF-8. */
size_t cli_utf8_valid(const char *in, size_t len);
cli_utf8_counts cli_utf8_count(const char *in, size_t len);
/* Length of the character at `in`, 0 when it is bad; `*bad` then has the length of the maximal
 * part that a decoder replaces with one U+FFFD. */
size_t cli_utf8_step(const unsigned char *in, size_t len, size_t *bad);
/* Length of the character at `in` when it would steer a terminal and not be shown: a control
 * character (but a tab), or one that turns the direction of writing; else 0. `*code` is its code
 * point. */
size_t cli_utf8_steers(const char *in, size_t len, unsigned *code);

#endif
