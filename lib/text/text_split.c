/* Lines and sentences, and where each stands (headline, body, chrome).
 *
 * A sentence ends at 。！？；… (with the closing quotes and brackets after it), at a line's end and
 * at a bad byte; never inside a short bracket, in a number, a web address or an HTML entity. One
 * that is too long is cut at its last comma or blank. Blanks round a sentence belong to none.
 * 「他说：“好。”（笑）随后离开。」 → 他说：“好。” | （笑）随后离开。
 */
#include "text/text_inner.h"

/* A bracket that closes within this many characters is an aside of its sentence: (女，1968年8月生；
 * 回族). A longer one may be one that was never closed. */
#define BRACKET_MAX  60u
/* A first line up to this long without 。 is a headline; the longest of a newspaper's are half. */
#define HEADLINE_MAX 60u

typedef struct zgi_list {
    zgi_sentence *items;
    uint32_t count, cap;
} zgi_list;

typedef struct zgi_splitter {
    zgi_text *text;
    zgi_arena *arena;
    zgi_list list;
    uint32_t line;
    uint8_t zone;
} zgi_splitter;

/* Marks that may end a sentence, and those that are drawn to it when they follow. */
static bool is_end_mark(uint16_t c)
{
    return c == ZGI_M_IDEO_STOP || c == '!' || c == '?' || c == ';' || c == ZGI_M_ELLIPSIS;
}

static uint16_t closing_of(uint16_t c)
{
    static const uint16_t pairs[][2] = {
        {'(', ')'}, {'[', ']'}, {0x3010, 0x3011}, {0x3014, 0x3015}, {0x3016, 0x3017}};
    for (size_t k = 0; k < sizeof pairs / sizeof pairs[0]; k++)
        if (pairs[k][0] == c)
            return pairs[k][1];
    return 0;
}

static bool is_closer(uint16_t c)
{
    static const uint16_t closers[] = {')',    ']',    0x2019, 0x201d, 0x300d, 0x300f,
                                       0x300b, 0x3009, 0x3011, 0x3015, 0x3017};
    for (size_t k = 0; k < sizeof closers / sizeof closers[0]; k++)
        if (closers[k] == c)
            return true;
    return false;
}

/* The closing bracket of the one at `i`, or `i` when it does not close soon. */
static uint32_t skip_bracket(const uint16_t *ch, uint32_t i, uint32_t end, uint16_t close)
{
    uint32_t stop = end - i > BRACKET_MAX ? i + BRACKET_MAX : end, depth = 0;
    for (uint32_t k = i; k < stop && ch[k] != ZGI_CH_BREAK; k++) {
        depth += ch[k] == ch[i];
        if (ch[k] == close && --depth == 0)
            return k;
    }
    return i;
}

/* The ; of &nbsp; and &#12288; */
static bool ends_entity(const uint16_t *ch, uint32_t begin, uint32_t i)
{
    uint32_t k = i;
    while (k > begin && i - k < 9 && (zgi_ch_alnum(ch[k - 1]) || ch[k - 1] == '#'))
        k--;
    return k < i && k > begin && ch[k - 1] == '&';
}

/* Does the mark at `i` of the stretch [begin, end) end a sentence? */
static bool ends_here(const uint16_t *ch, uint32_t begin, uint32_t i, uint32_t end)
{
    uint16_t c = ch[i], before = i > begin ? ch[i - 1] : ' ', after = i + 1 < end ? ch[i + 1] : ' ';
    if (c == ZGI_M_IDEO_STOP || c == ZGI_M_ELLIPSIS)
        return true;
    if (c == '.') {
        if (after == '.' && before == '.')
            return true;
        if (!zgi_ch_blank(after) || zgi_ch_digit(before) || before == '.')
            return false;
        uint32_t k = i + 1;
        while (k < end && zgi_ch_blank(ch[k]))
            k++;
        return !(zgi_ch_alpha(before) && k < end && zgi_ch_alnum(ch[k]));
    }
    if (c == ';' && ends_entity(ch, begin, i))
        return false;
    return !(before > ' ' && before < 0x7f && zgi_ch_alnum(after)); /* a.cn/?x=1;y=2 */
}

/* From the mark at `i` over what belongs to it: more marks, closing quotes and brackets. */
static uint32_t after_end(const uint16_t *ch, uint32_t begin, uint32_t i, uint32_t end)
{
    bool open = false; /* a straight quotation mark closes when it is the second of two */
    for (uint32_t k = begin; k < i; k++)
        open ^= ch[k] == '"';
    for (i++; i < end; i++) {
        if (ch[i] == '"' && open)
            open = false;
        else if (!is_end_mark(ch[i]) && !is_closer(ch[i]) && !(ch[i] == '.' && ch[i - 1] == '.'))
            break;
    }
    return i;
}

/* The end of the sentence that begins at `begin`, at most ZGI_SENTENCE_MAX further. */
static uint32_t find_end(zgi_splitter *s, uint32_t begin, uint32_t line_end)
{
    const uint16_t *ch = s->text->ch;
    uint32_t end = line_end - begin > ZGI_SENTENCE_MAX ? begin + ZGI_SENTENCE_MAX : line_end;
    uint32_t soft = begin;
    for (uint32_t i = begin; i < end; i++) {
        uint16_t c = ch[i];
        if (c >= 0x3400 && c <= 0x9fff)
            continue;
        if (c == ZGI_CH_BREAK)
            return i;
        if (c == ',' || c == ZGI_M_IDEO_SEP || zgi_ch_blank(c))
            soft = i + 1;
        else if ((c == '.' || is_end_mark(c)) && ends_here(ch, begin, i, line_end))
            return after_end(ch, begin, i, end);
        else if (c == '<' && zgi_text_markup(ch, i, end) != 0)
            i += zgi_text_markup(ch, i, end) - 1; /* style="color:red; …" */
        else if (closing_of(c) != 0)
            i = skip_bracket(ch, i, end, closing_of(c));
    }
    if (end == line_end)
        return end;
    s->text->cut++;
    return soft > begin ? soft : end;
}

static bool add(zgi_splitter *s, uint32_t begin, uint32_t end, bool first)
{
    const uint16_t *ch = s->text->ch;
    while (end > begin && zgi_ch_blank(ch[end - 1]))
        end--;
    if (end == begin)
        return true;
    zgi_sentence sentence = {{begin, end}, s->line, s->zone, first, 0};
    return ZGI_PUSH(s->arena, &s->list, sentence);
}

/* One line, [begin, end) without its line end. */
static bool split_line(zgi_splitter *s, zgi_span line)
{
    const uint16_t *ch = s->text->ch;
    uint32_t before = s->list.count, i = line.begin;
    while (i < line.end) {
        if (zgi_ch_blank(ch[i]) || ch[i] == ZGI_CH_BREAK) {
            i++;
            continue;
        }
        uint32_t end = find_end(s, i, line.end);
        if (!add(s, i, end, s->list.count == before))
            return false;
        i = end;
    }
    if (s->list.count > before)
        s->list.items[s->list.count - 1].last = 1;
    return true;
}

static uint32_t line_end(const zgi_text *text, uint32_t i)
{
    const uint16_t *ch = text->ch;
    for (; i < text->n; i++)
        if (ch[i] <= '\r' &&
            (ch[i] == '\n' || (ch[i] == '\r' && (i + 1 == text->n || ch[i + 1] != '\n'))))
            break;
    return i;
}

static zgi_span trim(const zgi_text *text, zgi_span line)
{
    while (line.begin < line.end && zgi_ch_blank(text->ch[line.begin]))
        line.begin++;
    while (line.end > line.begin && zgi_ch_blank(text->ch[line.end - 1]))
        line.end--;
    return line;
}

/* Short, no 。 in it, and complete: 「某某，男，」 goes on in the next line. */
static bool headline_like(const zgi_text *text, zgi_span line)
{
    uint16_t last = text->ch[line.end - 1];
    if (zgi_span_len(line) > HEADLINE_MAX || last == ',' || last == ';' || last == ':' ||
        last == ZGI_M_IDEO_SEP)
        return false;
    for (uint32_t i = line.begin; i < line.end; i++)
        if (text->ch[i] == ZGI_M_IDEO_STOP)
            return false;
    return true;
}

/* 副市长张三、⏎李四: a list goes on in the next line. Gives the end of the last line it reaches. */
static uint32_t list_end(const zgi_text *text, uint32_t begin, uint32_t end, uint32_t *lines)
{
    while (end + 1 < text->n && end - begin < ZGI_SENTENCE_MAX / 2) {
        zgi_span line = trim(text, (zgi_span){begin, end});
        if (zgi_span_len(line) == 0 || text->ch[line.end - 1] != ZGI_M_IDEO_SEP)
            break;
        begin = end + 1;
        end = line_end(text, begin);
        ++*lines;
    }
    return end;
}

/* The first line of content is no headline when it is all there is. */
static void undo_lone_headline(zgi_splitter *s)
{
    bool body = false;
    for (uint32_t k = 0; k < s->list.count; k++)
        body |= s->list.items[k].zone == ZGI_Z_BODY;
    for (uint32_t k = 0; k < s->list.count && !body; k++)
        if (s->list.items[k].zone == ZGI_Z_HEADLINE)
            s->list.items[k].zone = ZGI_Z_BODY;
}

zg_status zgi_text_split(const zgi_chrome *chrome, zgi_arena *arena, zgi_text *text)
{
    zgi_splitter s = {.text = text, .arena = arena};
    bool block = false, content = false;
    for (uint32_t i = 0; i < text->n; s.line++) {
        uint32_t more = 0, end = list_end(text, i, line_end(text, i), &more);
        zgi_span line = trim(text, (zgi_span){i, end});
        i = end + 1;
        if (zgi_span_len(line) == 0)
            continue;
        if (chrome != NULL && zgi_chrome_line(chrome, text, line, &block))
            s.zone = ZGI_Z_CHROME;
        else
            s.zone = !content && headline_like(text, line) ? ZGI_Z_HEADLINE : ZGI_Z_BODY;
        content |= s.zone != ZGI_Z_CHROME;
        if (!split_line(&s, line))
            return ZG_E_MEMORY;
        s.line += more;
    }
    undo_lone_headline(&s);
    text->sentences = s.list.items;
    text->sentence_count = s.list.count;
    text->line_count = s.line;
    return ZG_OK;
}
