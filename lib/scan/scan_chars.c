/* What characters make without a lexicon: marks, blanks, numbers, Latin words, dates.
 *
 * Takes folded characters (full-width forms are ASCII here), gives the one edge that begins at a
 * position. 「2016.05—2018.03，某」 → date 2016.05—2018.03, comma ，
 */
#include "scan/scan_chars.h"

/* Marks by class; a character that is none of them ends what stands before it (stop). */
static uint8_t mark_class(uint16_t c)
{
    switch (c) {
    case 0x3001:
        return ZGI_C_SEP;
    case ',':
        return ZGI_C_COMMA;
    case ';':
        return ZGI_C_SEMI;
    case ':':
        return ZGI_C_COLON;
    case '(':
    case '[':
    case 0x3010:
        return ZGI_C_OPEN;
    case ')':
    case ']':
    case 0x3011:
        return ZGI_C_CLOSE;
    case 0x201c: /* “ ‘ 《 〈 */
    case 0x2018:
    case 0x300a:
    case 0x3008:
        return ZGI_C_QOPEN;
    case 0x201d: /* ” ’ 》 〉 */
    case 0x2019:
    case 0x300b:
    case 0x3009:
        return ZGI_C_QCLOSE;
    case '-':
    case 0x2014:
    case '~':
    case 0x2013:
    case 0x00b7:
    case '/':
    case '|':
        return ZGI_C_DASH;
    default:
        return ZGI_C_STOP;
    }
}

static bool is_blank(uint16_t c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static uint32_t digits_at(const zgi_text *text, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k < end && k < i + 16 && zgi_is_digit(text->ch[k]))
        k++;
    return k - i;
}

enum { NIAN = 0x5e74, YUE = 0x6708, RI = 0x65e5, HAO = 0x53f7 }; /* 年 月 日 号 */
enum { ZHI = 0x81f3, DAO = 0x5230, JIN = 0x4eca };               /* 至 到 今 */

/* 2016年5月18日, 2016年5月, 2016年, 2016.05.18, 2016-05, 5月18日; 0 when none. */
static uint32_t one_date(const zgi_text *text, uint32_t i, uint32_t end)
{
    const uint16_t *ch = text->ch;
    uint32_t k = i, n = digits_at(text, k, end);
    if (n == 0 || n > 4)
        return 0;
    k += n;
    if (k >= end)
        return 0;
    if ((n == 4 || n == 2) && ch[k] == NIAN) {
        uint32_t best = ++k;
        uint32_t m = digits_at(text, k, end);
        if (m == 0 || m > 2 || k + m >= end || ch[k + m] != YUE)
            return best - i;
        k += m + 1;
        best = k;
        uint32_t d = digits_at(text, k, end);
        if (d != 0 && d <= 2 && k + d < end && (ch[k + d] == RI || ch[k + d] == HAO))
            best = k + d + 1;
        return best - i;
    }
    if (n == 4 && (ch[k] == '.' || ch[k] == '-' || ch[k] == '/')) {
        uint16_t sep = ch[k];
        uint32_t m = digits_at(text, k + 1, end);
        if (m == 0 || m > 2)
            return 0;
        k += 1 + m;
        uint32_t d = k < end && ch[k] == sep ? digits_at(text, k + 1, end) : 0;
        return (d != 0 && d <= 2 ? k + 1 + d : k) - i;
    }
    if (n <= 2 && ch[k] == YUE) {
        uint32_t best = ++k, d = digits_at(text, k, end);
        if (d != 0 && d <= 2 && k + d < end && (ch[k + d] == RI || ch[k + d] == HAO))
            best = k + d + 1;
        return best - i;
    }
    if (n <= 2 && ch[k] == RI)
        return k + 1 - i;
    return 0;
}

uint32_t zgi_scan_date(const zgi_text *text, uint32_t i, uint32_t end)
{
    const uint16_t *ch = text->ch;
    uint32_t n = one_date(text, i, end);
    if (n == 0)
        return 0;
    uint32_t k = i + n;
    while (k < end && k < i + n + 4 &&
           (ch[k] == '-' || ch[k] == 0x2014 || ch[k] == '~' || ch[k] == ZHI || ch[k] == DAO ||
            ch[k] == 0x2013 || ch[k] == ' '))
        k++;
    if (k == i + n || k >= end)
        return n;
    if (ch[k] == JIN) /* 至今 */
        return k + 1 - i;
    uint32_t second = one_date(text, k, end);
    return second != 0 ? k + second - i : n;
}

/* The end of the run that begins at `i`. Inside a run only single characters are given: a path
 * seldom enters one in its middle, and whole runs from each place would cost the square of it. */
static uint32_t run_of(const zgi_text *text, uint32_t i, uint32_t begin, uint32_t end,
                       bool (*is)(uint16_t))
{
    uint32_t k = i + 1;
    if (i > begin && is(text->ch[i - 1]))
        return k;
    while (k < end && is(text->ch[k]))
        k++;
    return k;
}

static bool number_part(uint16_t c)
{
    return zgi_is_digit(c) || c == '.' || c == '%';
}
static bool latin_part(uint16_t c)
{
    return zgi_is_latin(c) || zgi_is_digit(c) || c == '&';
}

/* The end of the blanks, tags and character references that begin at `i`, which is no blank. */
static uint32_t markup_end(const zgi_text *text, uint32_t i, uint32_t end)
{
    uint32_t n;
    while (i < end && (n = is_blank(text->ch[i]) ? 1 : zgi_text_markup(text->ch, i, end)) != 0)
        i += n;
    return i;
}

bool zgi_scan_char(const zgi_text *text, uint32_t i, zgi_span at, zgi_edge *out)
{
    uint16_t c = text->ch[i];
    if (zgi_is_han(c))
        return false;
    *out = (zgi_edge){i, i + 1, 0, 0, 0, ZGI_C_STOP, 0};
    if (c >= 0x2000) { /* no blank, figure or Latin letter is folded to one of these */
        out->cls = mark_class(c);
    } else if (is_blank(c)) {
        out->cls = ZGI_C_SPACE;
        out->end = run_of(text, i, at.begin, at.end, is_blank);
        if (out->end < at.end && (text->ch[out->end] == '<' || text->ch[out->end] == '&'))
            out->end = markup_end(text, out->end, at.end);
    } else if ((c == '<' || c == '&') && zgi_text_markup(text->ch, i, at.end) != 0) {
        out->cls = ZGI_C_SPACE;
        out->end = markup_end(text, i, at.end);
    } else if (zgi_is_digit(c)) {
        uint32_t date = zgi_scan_date(text, i, at.end);
        out->cls = date ? ZGI_C_DATE : ZGI_C_DIGITS;
        out->end = date ? i + date : run_of(text, i, at.begin, at.end, number_part);
    } else if (zgi_is_latin(c)) {
        out->cls = ZGI_C_LATIN;
        out->end = run_of(text, i, at.begin, at.end, latin_part);
    } else {
        out->cls = mark_class(c);
    }
    return true;
}
