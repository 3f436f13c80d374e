/* Titles that begin with the level of their place: 县人大代表 is 县 + 人大代表, as 县委书记 is 县委 + 书记.
 *
 * Takes the item of a title and its draft; takes that word (县, 全国) for the draft's
 * organisation, unless one is written with it. Which 县 that is, the document tells.
 */
#include "rule/rule_set.h"

void zgi_rule_level(const zgi_text *text, const zgi_item *title, zgi_draft *d)
{
    bool written = d->org.begin != UINT32_MAX && !d->shared;
    if (!(title->bits & (uint32_t)ZGI_F_SHORT) || written)
        return;
    uint32_t level = text->ch[d->title.begin] == 0x5168 ? 2 : 1; /* 全国 县 */
    d->org = (zgi_span){d->title.begin, d->title.begin + level};
    d->title.begin += level;
    d->org_kinds = ZGI_K_REGION;
    d->shared = false;
}
