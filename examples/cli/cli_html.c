/* Finds the article in a web page.
 *
 * Every element is counted: its characters, those in links, its marks of prose (，。). What is
 * never text (scripts, forms) is out; so is what calls itself navigation, footer or the like,
 * unless most of the page stands in it. Each paragraph then speaks for the elements it stands in,
 * and the element with the best word, links counted against it, is the article. A page without
 * prose is taken whole.
 *   <div class=nav>…</div><div><p>县长何远说，…。</p></div> → 县长何远说，…。 */
#include "cli_html.h"

#include <string.h>

#include "cli_html_page.h"

/* The HTML standard wants the encoding named within 1024 bytes; some sites need more. */
#define META_WITHIN 4096u

bool cli_html_there(void)
{
#ifdef CLI_HTML
    return true;
#else
    return false;
#endif
}

static bool same_word(const char *at, size_t len, const char *word)
{
    for (size_t k = 0; word[k] != '\0'; k++) {
        if (k >= len || (at[k] | 0x20) != word[k]) {
            return false;
        }
    }
    return true;
}

cli_encoding cli_html_charset(const char *html, size_t len)
{
    static const struct {
        const char *name;
        cli_encoding encoding;
    } names[] = {{"gb", CLI_GB18030}, {"big5", CLI_BIG5}, {"utf-8", CLI_UTF8}, {"utf8", CLI_UTF8}};
    size_t end = len < META_WITHIN ? len : META_WITHIN;
    for (size_t at = 0; at + 8 < end; at++) {
        if (!same_word(html + at, end - at, "charset=")) {
            continue;
        }
        size_t value = at + 8;
        while (value < end && strchr("\"' ", html[value]) != NULL && html[value] != '\0') {
            value++;
        }
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
            if (same_word(html + value, end - value, names[k].name)) {
                return names[k].encoding;
            }
        }
    }
    return CLI_AUTO;
}

#ifdef CLI_HTML

#include <libxml/HTMLparser.h>

/* Elements whose content is no text of the page. */
static const char *const never[] = {
    "script",   "style", "noscript", "template", "iframe",   "svg",    "form", "select", "button",
    "textarea", "nav",   "footer",   "aside",    "noframes", "object", "head", "dialog", NULL};
/* How what stands round an article is called, as a whole word of a class or id, or its beginning
 * when a * follows. */
static const char *const round_it[] = {
    "nav*",     "menu*",   "foot*",  "copyright*", "share*",  "side*", "relat*",  "recommend*",
    "comment*", "crumb*",  "bread*", "position",   "hot*",    "rank*", "advert*", "ad",
    "ads",      "banner*", "login*", "search*",    "qrcode*", "tool*", "friend*", "links",
    "topbar",   "weixin*", "pager*", "page",       "prev*",   "next*", NULL};

bool cli_html_is(const xmlNode *node, const char *const *names)
{
    for (; node->type == XML_ELEMENT_NODE && *names != NULL; names++) {
        if (strcmp((const char *)node->name, *names) == 0) {
            return true;
        }
    }
    return false;
}

static bool word_matches(const char *word, size_t len)
{
    for (const char *const *w = round_it; *w != NULL; w++) {
        size_t n = strlen(*w);
        bool begins = (*w)[n - 1] == '*';
        n -= begins ? 1 : 0;
        if ((begins ? len >= n : len == n) && strncmp(word, *w, n) == 0) {
            return true;
        }
    }
    return false;
}

/* "Main-Nav hotNews" → main, nav, hot, news: cut at what is no letter and before a capital. */
static bool names_round_it(const xmlNode *node, const char *attribute)
{
    xmlChar *value = xmlGetProp((xmlNode *)(uintptr_t)node, (const xmlChar *)attribute);
    char word[32];
    size_t len = 0;
    bool found = false, before_lower = false;
    for (const xmlChar *c = value; c != NULL && !found; c++) {
        bool lower = *c >= 'a' && *c <= 'z', upper = *c >= 'A' && *c <= 'Z';
        if ((!lower && !upper) || (upper && before_lower)) {
            found = len > 0 && word_matches(word, len);
            len = 0;
        }
        if ((lower || upper) && len < sizeof word) {
            word[len++] = (char)(*c | 0x20);
        }
        before_lower = lower;
        if (*c == 0) {
            break;
        }
    }
    xmlFree(value);
    return found;
}

static bool hidden(const xmlNode *node)
{
    xmlNode *n = (xmlNode *)(uintptr_t)node;
    xmlChar *style = xmlGetProp(n, (const xmlChar *)"style");
    bool found = xmlHasProp(n, (const xmlChar *)"hidden") != NULL ||
                 (style != NULL && (strstr((const char *)style, "display:none") != NULL ||
                                    strstr((const char *)style, "display: none") != NULL));
    xmlFree(style);
    return found;
}

/* Marks every block that stands inside one that is out; the page is in document order. */
static void drop(cli_html_page *p)
{
    static const char *const kept[] = {"html", "body", "article", "main", NULL};
    size_t total = p->count > 0 ? p->blocks[0].all.chars : 0;
    for (size_t k = 1; k < p->count; k++) {
        cli_html_block *b = &p->blocks[k];
        b->out = b->out || p->blocks[b->parent].out;
        if (!b->out && b->all.chars * 2 < total && !cli_html_is(b->node, kept)) {
            b->out = names_round_it(b->node, "class") || names_round_it(b->node, "id");
        }
    }
}

/* Children come after their parents: backwards, each adds what it has. */
static void add_up(cli_html_page *p)
{
    for (size_t k = 0; k < p->count; k++) {
        p->blocks[k].all = p->blocks[k].own;
    }
    for (size_t k = p->count; k-- > 1;) {
        const cli_html_block *b = &p->blocks[k];
        cli_html_sum *up = &p->blocks[b->parent].all;
        if (!b->out) {
            up->chars += b->all.chars;
            up->links += b->all.links;
            up->marks += b->all.marks;
            up->anchors += b->all.anchors;
        }
    }
}

static size_t choose(cli_html_page *p)
{
    size_t best = 0;
    double most = 0;
    for (size_t k = 1; k < p->count; k++) {
        cli_html_block *b = &p->blocks[k];
        if (b->out || b->own.chars < 15 || b->own.marks == 0) {
            continue;
        }
        double word =
            1 + (double)b->own.marks + (double)(b->own.chars < 600 ? b->own.chars : 600) / 60;
        cli_html_block *up = &p->blocks[b->parent];
        b->score += word / 2;
        up->score += word;
        p->blocks[up->parent].score += word / 2;
    }
    for (size_t k = 1; k < p->count; k++) {
        const cli_html_block *b = &p->blocks[k];
        double score =
            b->all.chars == 0 ? 0 : b->score * (1 - (double)b->all.links / (double)b->all.chars);
        if (!b->out && score > most) {
            most = score;
            best = k;
        }
    }
    return best;
}

void cli_html_begin(void)
{
    xmlInitParser();
}

bool cli_html_text(const char *html, size_t len, cli_buffer *out)
{
    cli_buffer clean = {0};
    cli_html_page page = {0};
    bool good = cli_html_clean(html, len, &clean);
    htmlDocPtr doc = NULL;
    xmlResetLastError();
    if (good && clean.len > 0) {
        doc = htmlReadMemory(clean.data, (int)clean.len, NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    }
    /* The parser goes on with what it has when memory is out; half a page is none. */
    const xmlError *last = xmlGetLastError();
    good = good && (clean.len == 0 || doc != NULL) &&
           (last == NULL || last->code != XML_ERR_NO_MEMORY);
    cli_buffer_free(&clean);
    if (good && doc != NULL && xmlDocGetRootElement(doc) != NULL) {
        good = cli_html_count(&page, xmlDocGetRootElement(doc), never, hidden);
        if (good) {
            add_up(&page); /* what is called navigation but holds most of the page is none */
            drop(&page);
            add_up(&page);
            good = cli_html_write(&page, choose(&page), doc, out);
        }
    }
    cli_html_page_free(&page);
    xmlFreeDoc(doc);
    return good;
}

#else

void cli_html_begin(void)
{
}

bool cli_html_text(const char *html, size_t len, cli_buffer *out)
{
    (void)html;
    (void)len;
    (void)out;
    return false; /* never asked: cli_html_there */
}

#endif
