/* A web page → the text of its article. */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include "cli.h"
#include "cli_buffer.h"

/* Was the program built with a parser for HTML (libxml2)? */
bool cli_html_there(void);
/* To be called by one thread before pages are read in several. */
void cli_html_begin(void);
/* The encoding that the page says it has (<meta charset=…>); CLI_AUTO when it says none, or one
 * that is not read here. */
cli_encoding cli_html_charset(const char *html, size_t len);
/* Fills `out` with the article: headline, the line with date and source, paragraphs, each on a
 * line of its own. Navigation, links to other articles and what else stands round it are left out.
 * `html` is UTF-8; a bad byte of it becomes U+FFFD. False when memory is out. */
bool cli_html_text(const char *html, size_t len, cli_buffer *out);

#endif
