/* The parts of cli_html: a page as a list of its blocks, in document order. */
#ifndef CLI_HTML_PAGE_H
#define CLI_HTML_PAGE_H

#ifdef CLI_HTML

#include <libxml/tree.h>

#include "cli_buffer.h"

/* What a block has: itself without the blocks in it, or with them. */
typedef struct cli_html_sum {
    size_t chars, links, marks, anchors; /* characters, those in links, ，。；, links */
} cli_html_sum;

typedef struct cli_html_block {
    xmlNode *node;
    size_t parent; /* its index; the first block is its own */
    cli_html_sum own, all;
    double score;
    bool never; /* no text of the page */
    bool out;   /* never, or stands round the article */
} cli_html_block;

typedef struct cli_html_page {
    cli_html_block *blocks;
    size_t count, cap;
} cli_html_page;

bool cli_html_is(const xmlNode *node, const char *const *names);
/* The page's bytes as UTF-8 that a parser reads to the end: no bad bytes, no NUL. */
bool cli_html_clean(const char *html, size_t len, cli_buffer *out);
/* Lists the blocks below `root` and counts what each has itself. `never` names elements without
 * text; `hidden` says which others are not seen. False: memory is out. */
bool cli_html_count(cli_html_page *page, xmlNode *root, const char *const *never,
                    bool (*hidden)(const xmlNode *));
/* Headline and date line when they stand outside the article, then the article: block `best`, 0 is
 * the whole page. */
bool cli_html_write(const cli_html_page *page, size_t best, xmlDoc *doc, cli_buffer *out);
void cli_html_page_free(cli_html_page *page);
/* The block that a node is, or stands in. */
size_t cli_html_block_of(const xmlNode *node);

#endif
#endif
