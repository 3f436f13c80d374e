/* What a bracket behind a post or its holder says: that the post is held for a while.
 *
 * Takes a title of a match; looks at the bracket right behind it or behind the name that follows.
 * 「县长（代）」, 「副局长张三（主持工作）」 → acting; 「院长（正处级）」 → no
 */
#include "rule/rule_set.h"

static bool says_so(const zgi_rule_in *in, uint32_t k)
{
    const zgi_item *items = in->items->items;
    if (k + 2 >= in->items->count || items[k + 1].letter != ZGI_I_OPEN)
        return false;
    const uint16_t *c = in->text->ch + items[k + 2].at.begin;
    bool leads = c[0] == 0x4e3b && c[1] == 0x6301;                       /* 主持 */
    return leads || (c[0] == 0x4ee3 && (c[1] == ')' || c[1] == 0x7406)); /* 代 代理 */
}

bool zgi_rule_stands_in(const zgi_rule_in *in, const zgi_match *match, uint32_t title)
{
    uint32_t name = match->names.begin;
    return says_so(in, title) ||
           (name != ZGI_NONE && name >= match->posts.end && says_so(in, name));
}
