/* Posts dealt out one by one: who of several persons has which of several posts.
 *
 * Takes a match whose names and posts stand apart, gives the name for each post. Only 分别 or 依次
 * before the verb says so, and there must be as many posts as persons.
 * 「张三、李四分别任某校校长和副校长」 → 张三+校长, 李四+副校长
 */
#include "rule/rule_set.h"

static uint32_t count(const zgi_rule_in *in, zgi_span in_items, bool posts)
{
    uint32_t n = 0;
    for (uint32_t k = in_items.begin; k < in_items.end; k++) {
        char c = in->items->items[k].letter;
        n += posts ? zgi_rule_is_post(c) : c == ZGI_I_NAME;
    }
    return n;
}

/* 分别, 依次 somewhere in the item: words without a letter of their own are joined in one. */
static bool says_each(const zgi_rule_in *in, const zgi_item *word)
{
    static const uint16_t each[][2] = {{0x5206, 0x522b}, {0x4f9d, 0x6b21}};
    const uint16_t *ch = in->text->ch;
    for (uint32_t i = word->at.begin; i + 1 < word->at.end; i++)
        for (size_t k = 0; k < sizeof each / sizeof each[0]; k++)
            if (ch[i] == each[k][0] && ch[i + 1] == each[k][1])
                return true;
    return false;
}

bool zgi_rule_each_holds(const zgi_rule_in *in, const zgi_match *match)
{
    bool said = false;
    for (uint32_t k = match->names.end; k < match->posts.begin; k++)
        said |= says_each(in, &in->items->items[k]);
    return said && count(in, match->names, false) == count(in, match->posts, true);
}

uint32_t zgi_rule_each_name(const zgi_rule_in *in, const zgi_match *match, uint32_t nth)
{
    uint32_t last = match->names.begin;
    for (uint32_t k = match->names.begin; k < match->names.end; k++) {
        if (in->items->items[k].letter != ZGI_I_NAME)
            continue;
        last = k;
        if (nth-- == 0)
            break;
    }
    return last;
}
