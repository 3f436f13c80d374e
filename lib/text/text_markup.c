/* Markup that was left in a text: where a tag or a character reference ends.
 *
 * Takes a place where < or & stands, gives the length of what begins there.
 * 「<strong>局长</strong>王敏&nbsp;」 → 8 at the first <, 6 at the &
 */
#include "text/text_inner.h"

#define TAG_MAX 300u /* a tag with a style and a link is shorter */
#define REF_MAX 10u  /* &thetasym; is the longest in use */

static uint32_t tag_at(const uint16_t *ch, uint32_t i, uint32_t end)
{
    uint32_t stop = end - i > TAG_MAX ? i + TAG_MAX : end, k = i + 1;
    if (k >= end || !(zgi_ch_alpha(ch[k]) || ch[k] == '/' || ch[k] == '!'))
        return 0;
    while (k < stop && ch[k] != '>' && ch[k] != '<' && ch[k] != ZGI_CH_BREAK)
        k++;
    return k < stop && ch[k] == '>' ? k + 1 - i : 0;
}

static uint32_t reference_at(const uint16_t *ch, uint32_t i, uint32_t end)
{
    uint32_t stop = end - i > REF_MAX ? i + REF_MAX : end, k = i + 1;
    while (k < stop && (zgi_ch_alnum(ch[k]) || ch[k] == '#'))
        k++;
    return k > i + 2 && k < stop && ch[k] == ';' ? k + 1 - i : 0;
}

uint32_t zgi_text_markup(const uint16_t *ch, uint32_t i, uint32_t end)
{
    return ch[i] == '<' ? tag_at(ch, i, end) : ch[i] == '&' ? reference_at(ch, i, end) : 0;
}
