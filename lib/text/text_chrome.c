/* Is a line what a site prints round an article: hotlines, share links, copyright, records?
 *
 * Takes the phrases of data/resolve/chrome.tsv (phrase, where, weight) and a whole line. A line
 * whose phrases weigh 100 together is chrome, 150 when it has a 。; of phrases that stand one in
 * another the longest counts. A phrase that stands as `block` opens a section: the
 * short lines after it that are no sentences are its links. Long lines are prose and are never
 * chrome, whatever they mention: losing a paragraph costs more than keeping a link.
 * 「违法和不良信息举报电话：0716-8400000」 → chrome; 「市民拨打举报电话反映问题。」 → not.
 */
#include "dict/dict_table.h"
#include "text/text_inner.h"

#include <string.h>

/* Notices of copyright run to some 120 characters a line. */
#define LINE_MAX_CHARS 160u
/* A link of a 相关新闻 list is a headline. */
#define LINK_MAX_CHARS 45u
#define CHROME_WEIGHT  100
#define BUCKETS        4096u /* so many that most characters begin no phrase at all */
/* So many phrases of one line are counted, each once. */
#define SEEN_MAX       16u

enum { AT_ANY, AT_START, AT_END, AT_WHOLE, AT_BLOCK };

typedef struct zgi_phrase {
    const uint16_t *ch;
    uint32_t len;
    int32_t weight;
    uint32_t next; /* in its bucket, UINT32_MAX ends */
    uint8_t where;
} zgi_phrase;

struct zgi_chrome {
    zgi_phrase *phrases;
    uint32_t count;
    uint32_t buckets[BUCKETS]; /* by first character */
};

static uint8_t where_of(const char *word)
{
    static const char *const words[] = {"any", "start", "end", "whole", "block"};
    for (uint8_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (strcmp(words[k], word) == 0)
            return k;
    return AT_ANY;
}

static int32_t weight_of(const char *digits)
{
    bool minus = digits[0] == '-';
    int32_t v = 0;
    for (digits += minus; *digits >= '0' && *digits <= '9' && v < 100000; digits++)
        v = v * 10 + (*digits - '0');
    return minus ? -v : v;
}

/* The phrase as the text will be: folded units. */
static zg_status read_phrase(const zgi_dict_view *dict, const char *utf8, zgi_arena *arena,
                             zgi_phrase *out)
{
    zgi_text text = {.src = (const uint8_t *)utf8, .src_len = strlen(utf8)};
    zg_status status = zgi_text_decode(dict, arena, &text);
    out->ch = text.ch;
    out->len = text.n;
    return status;
}

zg_status zgi_chrome_new(const zgi_dict_view *dict, zgi_arena *arena, zgi_chrome **out)
{
    zgi_table table;
    zgi_chrome *chrome = zgi_arena_zalloc(arena, 1, sizeof *chrome);
    *out = NULL;
    if (chrome == NULL)
        return ZG_E_MEMORY;
    for (uint32_t k = 0; k < BUCKETS; k++)
        chrome->buckets[k] = UINT32_MAX;
    *out = chrome;
    if (!zgi_table_find(dict, "chrome", &table))
        return ZG_OK;
    chrome->phrases = zgi_arena_zalloc(arena, (size_t)table.rows + 1, sizeof *chrome->phrases);
    if (chrome->phrases == NULL)
        return ZG_E_MEMORY;
    uint32_t phrase = zgi_table_column(&table, "phrase"), where = zgi_table_column(&table, "where"),
             weight = zgi_table_column(&table, "weight");
    for (uint32_t row = 0; row < table.rows; row++) {
        zgi_phrase *p = &chrome->phrases[chrome->count];
        zg_status status = read_phrase(dict, zgi_table_cell(&table, row, phrase), arena, p);
        if (status != ZG_OK)
            return status;
        if (p->len == 0)
            continue;
        p->where = where_of(zgi_table_cell(&table, row, where));
        p->weight = weight_of(zgi_table_cell(&table, row, weight));
        p->next = chrome->buckets[p->ch[0] % BUCKETS];
        chrome->buckets[p->ch[0] % BUCKETS] = chrome->count++;
    }
    return ZG_OK;
}

/* Bullets, blanks and brackets round a link do not count: • 相关新闻, 【打印】 */
static zgi_span strip_bullet(const zgi_text *text, zgi_span line)
{
    while (line.begin < line.end) {
        uint16_t c = text->ch[line.begin];
        bool bullet = zgi_ch_blank(c) || c == 0xb7 || c == 0x2022 || c == 0x25cf || c == 0x25a0 ||
                      c == 0x25c6 || c == '>' || c == '|' || c == 0x3010 || c == '[' || c == '*';
        if (!bullet)
            break;
        line.begin++;
    }
    while (line.end > line.begin &&
           (text->ch[line.end - 1] == ']' || text->ch[line.end - 1] == 0x3011))
        line.end--;
    return line;
}

static bool fits(const zgi_phrase *p, zgi_span line, uint32_t i)
{
    bool start = i == line.begin, end = i + p->len == line.end;
    switch (p->where) {
    case AT_START:
        return start;
    case AT_END:
        return end;
    case AT_WHOLE:
        return start && end;
    case AT_BLOCK: /* a heading, with a mark or a word after it at most: 相关新闻：, 更多相关阅读>> */
        return start && line.end - i <= p->len + 4;
    default:
        return true;
    }
}

static bool count_once(const zgi_phrase *p, const zgi_phrase **seen, uint32_t *count)
{
    for (uint32_t k = 0; k < *count; k++)
        if (seen[k] == p)
            return false;
    if (*count == SEEN_MAX)
        return false;
    seen[(*count)++] = p;
    return true;
}

/* The longest phrase that stands at `i`, NULL when none does. */
static const zgi_phrase *phrase_at(const zgi_chrome *chrome, const zgi_text *text, zgi_span line,
                                   uint32_t i)
{
    const zgi_phrase *best = NULL;
    uint32_t k = chrome->buckets[text->ch[i] % BUCKETS];
    for (; k != UINT32_MAX; k = chrome->phrases[k].next) {
        const zgi_phrase *p = &chrome->phrases[k];
        if (p->ch[0] != text->ch[i])
            continue;
        bool better =
            best == NULL || p->len > best->len || (p->len == best->len && p->weight > best->weight);
        if (better && p->len <= line.end - i &&
            memcmp(p->ch, text->ch + i, p->len * sizeof *p->ch) == 0 && fits(p, line, i))
            best = p;
    }
    return best;
}

static int32_t weigh(const zgi_chrome *chrome, const zgi_text *text, zgi_span line, bool *heading)
{
    const zgi_phrase *seen[SEEN_MAX];
    uint32_t seen_count = 0;
    int32_t sum = 0;
    for (uint32_t i = line.begin; i < line.end; i++) {
        const zgi_phrase *p = phrase_at(chrome, text, line, i);
        if (p == NULL)
            continue;
        if (count_once(p, seen, &seen_count)) {
            *heading |= p->where == AT_BLOCK;
            sum += p->weight;
        }
        i += p->len - 1;
    }
    return sum;
}

static bool has_sentence(const zgi_text *text, zgi_span line)
{
    for (uint32_t i = line.begin; i < line.end; i++)
        if (text->ch[i] == ZGI_M_IDEO_STOP)
            return true;
    return false;
}

bool zgi_chrome_line(const zgi_chrome *chrome, const zgi_text *text, zgi_span line, bool *block)
{
    bool heading = false;
    if (zgi_span_len(line) > LINE_MAX_CHARS || chrome->count == 0) {
        *block = false;
        return false;
    }
    line = strip_bullet(text, line);
    int32_t weight = weigh(chrome, text, line, &heading);
    if (weight >= CHROME_WEIGHT) {
        *block |= heading;
        return true;
    }
    *block =
        *block && weight >= 0 && zgi_span_len(line) <= LINK_MAX_CHARS && !has_sentence(text, line);
    return *block;
}
