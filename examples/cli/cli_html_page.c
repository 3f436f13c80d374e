/* A page as a list of its blocks: see cli_html_page.h. The tree is walked without recursion,
 * however deep a page nests. */
#include "cli_html_page.h"

#ifdef CLI_HTML

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli_utf8.h"

/* Elements that stand in a line of text; every other one is a block. */
static const char *const inlines[] = {"a",    "abbr",  "b",     "bdi",    "bdo",    "big", "br",
                                      "cite", "code",  "del",   "em",     "font",   "i",   "img",
                                      "ins",  "kbd",   "label", "mark",   "o:p",    "q",   "ruby",
                                      "s",    "small", "span",  "strike", "strong", "sub", "sup",
                                      "time", "tt",    "u",     "var",    "wbr",    NULL};

bool cli_html_clean(const char *html, size_t len, cli_buffer *out)
{
    bool good = true;
    for (size_t at = 0; at < len && good;) {
        size_t bad = 0, n = cli_utf8_step((const unsigned char *)html + at, len - at, &bad);
        bool whole = n > 0 && html[at] != '\0';
        good = whole ? cli_buffer_add(out, html + at, n) : cli_buffer_add(out, "\xef\xbf\xbd", 3);
        at += n > 0 ? n : bad;
    }
    return good;
}

size_t cli_html_block_of(const xmlNode *node)
{
    while (node != NULL && (node->type != XML_ELEMENT_NODE || node->_private == NULL)) {
        node = node->parent;
    }
    return node == NULL ? 0 : (size_t)(uintptr_t)node->_private - 1;
}

static bool add_block(cli_html_page *page, xmlNode *node, bool never)
{
    if (page->count == page->cap) {
        size_t cap = page->cap == 0 ? 256 : page->cap * 2;
        cli_html_block *more = realloc(page->blocks, cap * sizeof *more);
        if (more == NULL) {
            return false;
        }
        page->blocks = more;
        page->cap = cap;
    }
    size_t parent = page->count == 0 ? 0 : cli_html_block_of(node->parent);
    bool out = never || (page->count > 0 && page->blocks[parent].out);
    page->blocks[page->count++] =
        (cli_html_block){.node = node, .parent = parent, .never = out, .out = out};
    node->_private = (void *)(uintptr_t)page->count;
    return true;
}

static void count_text(cli_html_sum *sum, const char *text, bool link)
{
    static const char *const marks[] = {"，", "。", "；", "！", "？"};
    for (size_t n; *text != '\0'; text += n) {
        size_t bad = 0;
        n = cli_utf8_step((const unsigned char *)text, strlen(text) < 4 ? strlen(text) : 4, &bad);
        n = n > 0 ? n : bad;
        if ((n == 1 && *text <= ' ') || (n == 3 && memcmp(text, "\xe3\x80\x80", 3) == 0)) {
            continue;
        }
        sum->chars++;
        sum->links += link ? 1 : 0;
        for (size_t k = 0; n == 3 && k < sizeof marks / sizeof marks[0]; k++) {
            sum->marks += memcmp(text, marks[k], 3) == 0 ? 1 : 0;
        }
    }
}

static bool is_link(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "a") == 0 &&
           xmlHasProp((xmlNode *)(uintptr_t)node, (const xmlChar *)"href") != NULL;
}

bool cli_html_count(cli_html_page *page, xmlNode *root, const char *const *never,
                    bool (*hidden)(const xmlNode *))
{
    size_t links = 0;
    for (xmlNode *node = root; node != NULL;) {
        bool element = node->type == XML_ELEMENT_NODE;
        if (element) {
            bool gone = cli_html_is(node, never) || (node != root && hidden(node));
            if ((gone || !cli_html_is(node, inlines)) && !add_block(page, node, gone)) {
                return false;
            }
        }
        cli_html_block *b = &page->blocks[cli_html_block_of(node)];
        if (node->type == XML_TEXT_NODE && node->content != NULL && !b->out) {
            count_text(&b->own, (const char *)node->content, links > 0);
        }
        links += is_link(node) ? 1 : 0;
        b->own.anchors += is_link(node) ? 1 : 0;
        if (element && node->children != NULL) {
            node = node->children;
            continue;
        }
        for (; node != NULL && node != root && node->next == NULL; node = node->parent) {
            links -= is_link(node) ? 1 : 0;
        }
        if (node == root || node == NULL) {
            break;
        }
        links -= is_link(node) ? 1 : 0;
        node = node->next;
    }
    return true;
}

void cli_html_page_free(cli_html_page *page)
{
    free(page->blocks);
    *page = (cli_html_page){0};
}

#else
typedef int cli_html_page_is_empty;
#endif
