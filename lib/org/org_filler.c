/* Words that stand in a chain of posts and say nothing about which post it is.
 *
 * Takes a token, gives the letter it is to have and how far it goes: 三位副院长 (how many), 第十届全国政协
 * 委员 (which term), 著名作曲家 (praise), 职务上的便利 (while it was held). zgi_org_may_fill is asked before:
 * a new kind of such words is named there, too.
 */
#include "org/org_marks.h"

/* 三位, 两名: a number and its measure before a title say nothing about the post. */
static bool is_count(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    uint32_t n = m->tokens->count;
    bool number = t->cls == ZGI_C_NUMBER || t->cls == ZGI_C_DIGITS;
    if (number && zgi_tok_len(t) > 1 && k + 1 < n && m->title_of[k + 1] != ZGI_NONE) {
        uint16_t last = m->text->ch[t->at.end - 1]; /* 三位 as one word */
        return zgi_tok_char(m, k) != 0x7b2c &&
               (last == 0x4f4d || last == 0x540d || last == 0x4efb); /* not 第; 三位 三名 三任 */
    }
    uint32_t measure = number ? k + 1 : k;
    if (measure >= n || (!number && t->cls != ZGI_C_QUANT && t->cls != ZGI_C_HONOR))
        return false;
    uint16_t c = zgi_tok_char(m, measure);
    return zgi_tok_len(zgi_tok(m, measure)) == 1 && (c == 0x4f4d || c == 0x540d) && /* 位 名 */
           measure + 1 < n && m->title_of[measure + 1] != ZGI_NONE;
}

/* 著名作曲家张三: praise before a title says nothing about the post. */
static bool is_praise(const zgi_marks *m, uint32_t k)
{
    static const uint16_t praise[][2] = {
        {0x8457, 0x540d}, {0x77e5, 0x540d}, {0x6770, 0x51fa}, {0x9996, 0x4efb}};
    const uint16_t *c = m->text->ch + zgi_tok(m, k)->at.begin;
    for (size_t n = 0; zgi_tok_len(zgi_tok(m, k)) == 2 && n < sizeof praise / sizeof praise[0]; n++)
        if (c[0] == praise[n][0] && c[1] == praise[n][1]) /* 著名 知名 杰出 首任 */
            return k + 1 < m->tokens->count && m->title_of[k + 1] != ZGI_NONE;
    return false;
}

/* 国民党籍 | 立委: a member of parliament is of that party. */
static bool is_party_card(const zgi_marks *m, uint32_t k)
{
    if (k == 0 || k + 1 >= m->tokens->count || zgi_tok_len(zgi_tok(m, k)) != 1 ||
        zgi_tok_char(m, k) != 0x7c4d || m->title_of[k + 1] == ZGI_NONE) /* 籍 */
        return false;
    zgi_span head = zgi_tok(m, m->titles.items[m->title_of[k + 1]].head)->at;
    uint16_t before = m->text->ch[zgi_tok(m, k)->at.begin - 1];
    for (uint32_t i = head.begin; before == 0x515a && i + 1 < head.end; i++) /* 党 */
        if ((m->text->ch[i] == 0x8bae && m->text->ch[i + 1] == 0x5458) ||
            (m->text->ch[i] == 0x7acb && m->text->ch[i + 1] == 0x59d4)) /* 议员 立委 */
            return true;
    return false;
}

/* 某国 | 驻某国 | 前大使: part of the title that 前 stands in. */
static bool is_posting(const zgi_marks *m, uint32_t k)
{
    return k > 0 && k + 3 < m->tokens->count && zgi_tok_len(zgi_tok(m, k)) == 1 &&
           zgi_tok_char(m, k) == 0x9a7b && zgi_ends_org(zgi_tok(m, k - 1)->cls) && /* 驻 */
           zgi_is_place(zgi_tok(m, k + 1)->cls) && zgi_tok(m, k + 2)->cls == ZGI_C_FORMER &&
           m->title_of[k + 3] != ZGI_NONE;
}

/* 第十届 全国政协委员: which term; the token after it, or `k` when there is none. */
static uint32_t after_ordinal(const zgi_marks *m, uint32_t k)
{
    uint32_t n = m->tokens->count, at = k;
    if (at + 1 < n && zgi_tok_len(zgi_tok(m, at)) == 1 && zgi_tok_char(m, at) == 0x65b0 &&
        zgi_tok(m, at + 1)->cls == ZGI_C_NUMBER)
        at++; /* 新 | 一届 */
    while (at < n && at < k + 3 && m->org_of[at] == ZGI_NONE && m->title_of[at] == ZGI_NONE &&
           (zgi_tok(m, at)->cls == ZGI_C_NUMBER || zgi_tok(m, at)->cls == ZGI_C_DIGITS ||
            (at > k && zgi_tok(m, at)->cls == ZGI_C_QUANT)))
        at++;
    uint16_t last = at > k ? m->text->ch[zgi_tok(m, at - 1)->at.end - 1] : 0;
    bool term = last == 0x5c4a || (zgi_tok_char(m, k) == 0x7b2c && last != 0x540d); /* 届 第 名 */
    return at > k && term ? at : k;
}

/* 职务上的便利, 职务之便: by what somebody held a post at the time. */
static bool is_advantage(const zgi_marks *m, uint32_t k)
{
    enum { REACH = 3 };
    if (zgi_tok(m, k)->cls != ZGI_C_OFFICE)
        return false;
    for (uint32_t n = k + 1; n < m->tokens->count && n <= k + REACH; n++)
        for (uint32_t i = zgi_tok(m, n)->at.begin; i < zgi_tok(m, n)->at.end; i++)
            if (m->text->ch[i] == 0x4fbf) /* 便 */
                return true;
    return false;
}

/* 石桥镇 | 镇 | 党委书记: the level is written once more. */
static bool is_echo(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    return k > 0 && k + 1 < m->tokens->count && zgi_tok_len(t) == 1 &&
           zgi_tok(m, k - 1)->cls == ZGI_C_PLACE && m->title_of[k + 1] != ZGI_NONE &&
           zgi_tok(m, k + 1)->cls == ZGI_C_BODY &&
           m->text->ch[t->at.begin - 1] == m->text->ch[t->at.begin];
}

/* 第二届董事会 | 董事: says where members sit, as a count says how many they are. */
static bool is_board(const zgi_marks *m, uint32_t k)
{
    uint32_t next = k + 1;
    return zgi_tok(m, k)->cls == ZGI_C_BODY && next < m->tokens->count &&
           m->title_of[next] != ZGI_NONE &&
           zgi_org_is_board(m, k, m->titles.items[m->title_of[next]].head);
}

char zgi_org_filler(const zgi_marks *m, uint32_t k, uint32_t *last)
{
    *last = k + 1;
    if (!zgi_org_may_fill(m, k))
        return 0;
    if (is_posting(m, k)) {
        *last = k + 2;
        return ZGI_I_COUNT;
    }
    if (is_advantage(m, k))
        return ZGI_I_TERM;
    if (is_count(m, k) || is_board(m, k) || is_echo(m, k) || is_praise(m, k) || is_party_card(m, k))
        return ZGI_I_COUNT;
    if (after_ordinal(m, k) == k)
        return 0;
    *last = after_ordinal(m, k);
    return ZGI_I_ORDINAL;
}
