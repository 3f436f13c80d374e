/* The article of a page as text: headline, date line, paragraphs, each on a line of its own. */
#include "cli_html_page.h"

#ifdef CLI_HTML

#include <string.h>

typedef struct writer {
    const cli_html_page *page;
    cli_buffer *out;
    size_t begin; /* of the line */
    bool blank;   /* a blank is due before the next word */
    bool broken;  /* it was a line end of the source: none between two Han characters */
    bool failed;
    bool prose; /* lists of links are left out */
} writer;

static void end_line(writer *w)
{
    if (w->out->len > w->begin) {
        w->failed = !cli_buffer_add(w->out, "\n", 1) || w->failed;
        w->begin = w->out->len;
    }
    w->blank = false;
}

/* Length of the white space at `at`: ASCII's, a no-break space; an ideographic one at a line's
 * beginning, where it is an indent. */
static size_t space_at(const writer *w, const char *at)
{
    if (*at == ' ' || (*at >= '\t' && *at <= '\r')) {
        return 1;
    }
    if (memcmp(at, "\xc2\xa0", 2) == 0) {
        return 2;
    }
    return w->out->len == w->begin && strncmp(at, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static bool is_wide(const char *at)
{
    return (unsigned char)at[0] >= 0xe3;
}

static bool ends_wide(const cli_buffer *out)
{
    return out->len >= 3 && is_wide(out->data + out->len - 3);
}

static void put_text(writer *w, const char *text)
{
    while (*text != '\0') {
        size_t space = space_at(w, text);
        if (space > 0) {
            w->blank = w->out->len > w->begin;
            w->broken = w->broken || *text == '\n' || *text == '\r';
            text += space;
            continue;
        }
        if (w->blank && !(w->broken && is_wide(text) && ends_wide(w->out))) {
            w->failed = !cli_buffer_add(w->out, " ", 1) || w->failed;
        }
        w->blank = w->broken = false;
        w->failed = !cli_buffer_add(w->out, text, 1) || w->failed;
        text++;
    }
}

/* A list of links to other articles. */
static bool is_links(const cli_html_block *b)
{
    return b->all.anchors >= 3 && b->all.links * 10 >= b->all.chars * 8;
}

static void between(writer *w, const xmlNode *node, bool line)
{
    static const char *const cells[] = {"td", "th", NULL};
    if (cli_html_is(node, cells)) {
        w->blank = w->out->len > w->begin;
    } else if (line) {
        w->blank = w->out->len > w->begin;
    } else {
        end_line(w);
    }
}

static bool left_out(const writer *w, const xmlNode *node, const xmlNode *root)
{
    const cli_html_block *b = &w->page->blocks[cli_html_block_of(node)];
    return node != root && b->node == node && (b->out || (w->prose && is_links(b)));
}

/* Writes a subtree; `line`: all of it on one line. */
static void put_tree(writer *w, const xmlNode *root, bool line)
{
    static const char *const breaks[] = {"br", "hr", NULL};
    for (const xmlNode *node = root; node != NULL;) {
        bool block = node->type == XML_ELEMENT_NODE && node->_private != NULL;
        bool down = node->type == XML_ELEMENT_NODE && !left_out(w, node, root);
        if (block || cli_html_is(node, breaks)) {
            between(w, node, line);
        }
        if (node->type == XML_TEXT_NODE && node->content != NULL) {
            put_text(w, (const char *)node->content);
        }
        if (down && node->children != NULL) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == NULL) {
            node = node->parent;
            if (node->_private != NULL) {
                between(w, node, line);
            }
        }
        node = node == root ? NULL : node->next;
    }
    end_line(w);
}

static bool inside(const cli_html_page *p, size_t block, size_t of)
{
    while (block > of) {
        block = p->blocks[block].parent;
    }
    return block == of;
}

/* Has the block a date, 2024-01-12 or 2024年1月, or does it say where the article is from? */
static bool is_date_line(const char *text)
{
    if (strstr(text, "来源") != NULL || strstr(text, "來源") != NULL) {
        return true;
    }
    for (; *text != '\0'; text++) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 4 && (strncmp(text + 4, "年", 3) == 0 || strchr("-/.", text[4]) != NULL) &&
            text[4] != '\0') {
            return true;
        }
        text += digits > 0 ? digits - 1 : 0;
    }
    return false;
}

/* The title of the browser's window, without the site's name behind it. */
static void put_title(writer *w, const xmlDoc *doc)
{
    const xmlNode *node = xmlDocGetRootElement(doc);
    static const char *const heads[] = {"head", NULL}, *const titles[] = {"title", NULL};
    for (node = node->children; node != NULL && !cli_html_is(node, heads);) {
        node = node->next;
    }
    for (node = node != NULL ? node->children : NULL; node != NULL && !cli_html_is(node, titles);) {
        node = node->next;
    }
    if (node == NULL || node->children == NULL || node->children->content == NULL) {
        return;
    }
    size_t from = w->out->len;
    put_text(w, (const char *)node->children->content);
    for (size_t at = from; at < w->out->len; at++) {
        const char *c = w->out->data + at;
        if (*c == '_' || *c == '|' || (at + 3 <= w->out->len && memcmp(c, " - ", 3) == 0)) {
            w->out->len = at;
        }
    }
    end_line(w);
}

/* The line between headline and article that has date and source; 0 = there is none. */
static size_t date_line(writer *w, size_t headline, size_t best)
{
    for (size_t k = headline + 1; k < best; k++) {
        const cli_html_block *b = &w->page->blocks[k];
        if (b->out || b->all.chars < 6 || b->all.chars > 120 || inside(w->page, best, k)) {
            continue;
        }
        cli_buffer text = {0};
        writer probe = {.page = w->page, .out = &text};
        put_tree(&probe, b->node, true);
        bool found = cli_buffer_add(&text, "", 1) && is_date_line(text.data);
        w->failed = w->failed || probe.failed;
        cli_buffer_free(&text);
        if (found) {
            return k;
        }
    }
    return 0;
}

bool cli_html_write(const cli_html_page *page, size_t best, xmlDoc *doc, cli_buffer *out)
{
    static const char *const h1[] = {"h1", NULL};
    writer w = {.page = page, .out = out, .begin = out->len, .prose = best > 0};
    size_t headline = 0;
    bool there = false; /* the article has its headline itself */
    for (size_t k = 1; k < page->count && headline == 0; k++) {
        const cli_html_block *b = &page->blocks[k];
        if (!b->out && b->all.chars >= 4 && cli_html_is(b->node, h1)) {
            headline = k;
            there = inside(page, k, best);
        }
    }
    if (headline > 0 && !there) {
        put_tree(&w, page->blocks[headline].node, true);
    } else if (headline == 0) {
        put_title(&w, doc);
    }
    size_t date = there ? 0 : date_line(&w, headline, best);
    if (date > 0) {
        put_tree(&w, page->blocks[date].node, true);
    }
    put_tree(&w, page->blocks[best].node, false);
    return !w.failed;
}

#else
typedef int cli_html_write_is_empty;
#endif
