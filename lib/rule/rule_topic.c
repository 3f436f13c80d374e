/* Of whom a clause without a subject of its own speaks, and whether it speaks of a post at all.
 *
 * Takes a match of a topic rule; gives the last person named before it who can be its subject. Who
 * wrote the text (记者, 作者) is none; 会议选出会长 and 美国前总统被指控 tell of somebody else.
 * 「张三，男，……。历任科长、局长。」 → 张三; 「（记者李四）学校聘任副校长」 → nobody
 */
#include "rule/rule_set.h"

#include "dict/dict_outcome.h"

#define BYLINE_REACH 24u /* items from 记者 to the last of the names that share it */

static const zgi_item *item_at(const zgi_rule_in *in, uint32_t k)
{
    return &in->items->items[k];
}

static bool is_author(const zgi_rule_in *in, const zgi_item *it)
{
    const uint16_t *c = in->text->ch + it->at.begin;
    return it->letter == ZGI_I_BYLINE ||
           (it->letter == ZGI_I_ROLE && it->at.end > it->at.begin + 1 && c[0] == 0x4f5c &&
            c[1] == 0x8005); /* 作者 */
}

/* 记者张三、李四; 作者：张三. */
static bool wrote(const zgi_rule_in *in, uint32_t name)
{
    for (uint32_t k = name, n = 0; k-- > 0 && n < BYLINE_REACH; n++) {
        char c = item_at(in, k)->letter;
        if (is_author(in, item_at(in, k)))
            return true;
        if (c != ZGI_I_NAME && c != ZGI_I_SEP && c != ZGI_I_SPACE && c != ZGI_I_COLON &&
            c != ZGI_I_DASH && c != ZGI_I_CONJ)
            return false;
    }
    return false;
}

/* 甲接替乙出任…: whom he follows is not who takes the post. */
static bool is_followed(const zgi_rule_in *in, uint32_t name)
{
    uint32_t at = item_at(in, name)->at.begin;
    const uint16_t *c = in->text->ch + at;
    if (at < 2 || name < 2)
        return false;
    return c[-1] == 0x66ff || (c[-2] == 0x63a5 && c[-1] == 0x4efb) || /* 接替 代替, 接任 */
           (c[-2] == 0x53d6 && c[-1] == 0x4ee3);                      /* 取代 */
}

/* 张三的父亲曾任…, 张三的弟弟是…: not of him who is named. */
static bool is_kin(const zgi_rule_in *in, uint32_t name)
{
    if (name + 1 >= in->items->count || item_at(in, name + 1)->letter != ZGI_I_PARTICLE)
        return false;
    zgi_span of = item_at(in, name + 1)->at;
    bool role = name + 3 < in->items->count && item_at(in, name + 2)->letter == ZGI_I_ROLE &&
                item_at(in, name + 3)->letter != ZGI_I_NAME;
    return of.end - of.begin > 1 || role;
}

const zgi_item *zgi_rule_topic(const zgi_rule_in *in, uint32_t before, bool *nobody)
{
    uint32_t depth = 0;
    *nobody = false;
    for (uint32_t k = before; k-- > 0;) {
        char c = item_at(in, k)->letter;
        if (c == ZGI_I_YOU) {
            *nobody = true;
            return NULL;
        }
        depth += c == ZGI_I_CLOSE;
        depth -= c == ZGI_I_OPEN && depth > 0;
        if (c != ZGI_I_NAME || depth > 0 || wrote(in, k) || is_followed(in, k))
            continue;
        *nobody = is_kin(in, k);
        return *nobody ? NULL : item_at(in, k);
    }
    return NULL;
}

uint8_t zgi_rule_status_of_span(const zgi_rule_in *in, uint32_t before, uint8_t otherwise)
{
    for (uint32_t k = before; k-- > 0 && before - k <= 6;) {
        const zgi_item *it = item_at(in, k);
        if (it->letter == ZGI_I_NAME || it->letter == ZGI_I_STOP || it->letter == ZGI_I_SEMI)
            return otherwise;
        if (it->letter != ZGI_I_TIME)
            continue;
        for (uint32_t i = it->at.begin; i < it->at.end; i++) {
            uint16_t c = in->text->ch[i];
            if (c == 0x4eca) /* 今 */
                return ZGI_S_CURRENT;
            bool joint = c == 0x81f3 || c == 0x2014 || c == '-' || c == '~'; /* 至 — */
            if (joint && i > it->at.begin + 4 && in->text->ch[it->at.end - 1] != 0x4eca)
                return ZGI_S_FORMER;
        }
    }
    return otherwise;
}

/* 会议选出会长, 学校聘任校长: such a verb has its person behind it, unless it is 被选出. */
static bool takes_object(const zgi_rule_in *in, uint32_t event)
{
    const zgi_item *it = item_at(in, event);
    if (!(it->bits & (uint32_t)ZGI_F_AFTER) || item_at(in, event + 1)->letter == ZGI_I_BE)
        return false;
    uint16_t c = event > 0 ? in->text->ch[item_at(in, event - 1)->at.end - 1] : 0;
    return c != 0x88ab && c != 0x83b7 && c != 0x53d7; /* 被 获 受 */
}

/* 希望担任会长, 可担任主任, 决定不出任校长: nobody holds it. */
static bool is_wish(const zgi_rule_in *in, uint32_t event)
{
    static const uint16_t modal[] = {0x60f3, 0x671b, 0x613f, 0x80fd, 0x53ef,
                                     0x8981, 0x5426, 0x4e0d, 0x672a};
    uint32_t at = item_at(in, event)->at.begin;
    uint16_t before = at > 0 ? in->text->ch[at - 1] : 0; /* 想 望 愿 能 可 要 否 不 未 */
    for (size_t k = 0; k < sizeof modal / sizeof modal[0]; k++)
        if (before == modal[k])
            return true;
    bool denied = before == 0x8ba4 && at > 1 && in->text->ch[at - 2] == 0x5426; /* 否认 */
    return before == 0x7edd || denied;                                          /* 拒绝 */
}

/* 如果张三当选总统: nobody has been elected. */
static bool is_supposed(const zgi_rule_in *in, uint32_t event)
{
    static const uint16_t words[][2] = {
        {0x5982, 0x679c}, {0x5047, 0x5982}, {0x5047, 0x82e5}, {0x5018, 0x82e5}, {0x4e00, 0x65e6}};
    uint32_t k = event; /* 如果 假如 假若 倘若 一旦 */
    while (k > 0 && item_at(in, k - 1)->letter != ZGI_I_COMMA &&
           item_at(in, k - 1)->letter != ZGI_I_SEMI && item_at(in, k - 1)->letter != ZGI_I_STOP)
        k--;
    zgi_span first = item_at(in, k)->at;
    for (size_t i = 0; first.end - first.begin > 1 && i < sizeof words / sizeof words[0]; i++)
        if (in->text->ch[first.begin] == words[i][0] &&
            in->text->ch[first.begin + 1] == words[i][1])
            return true;
    return false;
}

bool zgi_rule_is_mention(const zgi_rule_in *in, const zgi_match *match)
{
    uint32_t first = match->posts.begin;
    while (first < match->posts.end &&
           (item_at(in, first)->letter == ZGI_I_ORG || item_at(in, first)->letter == ZGI_I_PLACE ||
            item_at(in, first)->letter == ZGI_I_BODY))
        first++;
    const zgi_item *f = item_at(in, first);
    if (match->event.begin != ZGI_NONE && !in->cv) {
        uint16_t c = in->text->ch[item_at(in, match->event.begin)->at.begin];
        if (c == 0x65b0 || c == 0x7ee7 ||
            c == 0x4e0b) /* 新任, 继任, 下任 + 校长: whoever that is */
            return true;
        if (takes_object(in, match->event.begin) || is_wish(in, match->event.begin) ||
            is_supposed(in, match->event.begin))
            return true;
    }
    if (f->letter != ZGI_I_FORMER || f->at.end - f->at.begin > 1 || in->cv)
        return false;
    return match->all.begin == 0 || item_at(in, match->all.begin - 1)->letter != ZGI_I_COMMA ||
           match->all.begin < 2 || item_at(in, match->all.begin - 2)->letter != ZGI_I_NAME;
}

/* 张三由某县副县长调任某市副市长: what stands between 由 and such a verb is what he was. Of other rules
 * always true. */
bool zgi_rule_moves(const zgi_rule_in *in, const zgi_match *match)
{
    static const uint16_t verbs[] = {0x8c03, 0x8f6c, 0x5347, 0x6539, 0x664b, 0x63d0};
    uint32_t first = match->posts.begin, next = match->posts.end; /* 调 转 升 改 晋 提 */
    if (match->rule->emit != ZGI_EM_PAIR || match->rule->status != ZGI_S_FORMER || first == 0 ||
        match->event.begin != ZGI_NONE || item_at(in, first - 1)->letter != ZGI_I_PREP)
        return true;
    uint16_t by = in->text->ch[item_at(in, first - 1)->at.begin];
    while (next < in->items->count && item_at(in, next)->letter != ZGI_I_APPOINT)
        next++;
    uint16_t c = next < in->items->count ? in->text->ch[item_at(in, next)->at.begin] : 0;
    for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
        if (verbs[k] == c)
            return by == 0x7531 || by == 0x4ece; /* 由 从 */
    return false;
}
