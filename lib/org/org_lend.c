/* Titles that lend their first character to what stands before them, and places of no table.
 *
 * 外交 + 部长 → 外交部 | 部长: the organisation's span ends inside the title. 荆州 + 市长 → 荆州市.
 * 「斯南 | 镇 + 党委书记」: the township is named though nobody lists it.
 */
#include "org/org_marks.h"

/* 荆州 + 市长: the place's full name is what stands there with the title's first character. */
static bool completes_place(const zgi_marks *m, const zgi_token *place, uint16_t c)
{
    if (place->cls != ZGI_C_PLACE || !(place->bits & (uint32_t)ZGI_F_SHORT))
        return false;
    const uint32_t *list = m->dict->place_lists + place->data;
    for (uint32_t k = 0; k < list[0]; k++)
        if (m->dict->places[list[1 + k]].type == c)
            return true;
    return false;
}

/* The senses of what the tokens [k, end) and one character more make; NULL when they make none. */
static const zgi_sense *lent_senses(const zgi_marks *m, uint32_t k, uint32_t end)
{
    uint32_t state = ZGI_TRIE_ROOT, last = zgi_tok(m, end - 1)->at.end;
    for (uint32_t i = zgi_tok(m, k)->at.begin; i <= last && state != 0; i++)
        state = zgi_trie_step(m->dict, state, m->text->code[i]);
    uint32_t value = state ? zgi_trie_value(m->dict, state) : 0;
    return value ? m->dict->senses + value - 1 : NULL;
}

/* 和 + 美 + 镇长, 光复 + 乡长: the first of the tokens before `end` that are a place of the tables with
 * the title's first character, though they are other words without it; `end` when there is none. */
static uint32_t listed_place(const zgi_marks *m, uint32_t end)
{
    enum { MOST = 3 };
    for (uint32_t k = end; k > 0 && end - k < MOST; k--) {
        const zgi_sense *s =
            zgi_tok(m, k - 1)->cls == ZGI_C_SEP ? NULL : lent_senses(m, k - 1, end);
        while (s != NULL && s->cls != ZGI_C_PLACE)
            s = s->last ? NULL : s + 1;
        if (s != NULL)
            return k - 1;
    }
    return end;
}

/* Kinds of what token `k` and the character after it make: 宣传 + 部 is an organ of the lexicon, that
 * needs a parent; 外交 + 部 is in no lexicon and a department of the government. */
static uint32_t lent_kinds(const zgi_marks *m, uint32_t k)
{
    for (const zgi_sense *s = lent_senses(m, k, k + 1); s != NULL; s = s->last ? NULL : s + 1)
        if (s->cls == ZGI_C_ORGAN || s->cls == ZGI_C_ORG)
            return s->bits & (ZGI_K_ALL | (uint32_t)ZGI_F_PARTIAL);
    return ZGI_K_GOVERNMENT | ZGI_K_DEPARTMENT;
}

/* 能源 + 部: a unit of the lexicon, whatever its first part alone would be. */
static bool makes_unit(const zgi_marks *m, uint32_t k)
{
    if (zgi_tok(m, k)->cls != ZGI_C_SUFFIX)
        return false;
    for (const zgi_sense *s = lent_senses(m, k, k + 1); s != NULL; s = s->last ? NULL : s + 1)
        if (s->cls == ZGI_C_ORGAN || s->cls == ZGI_C_ORG || s->cls == ZGI_C_SUFFIX)
            return true;
    return false;
}

/* 阿里山 + 乡长: a township by a name that no table holds, but not 当地 + 乡长. */
static bool names_township(const zgi_marks *m, uint32_t k, uint16_t c)
{
    const zgi_token *t = zgi_tok(m, k);
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    uint16_t last = m->text->ch[t->at.end - 1];
    if ((c != 0x9547 && c != 0x4e61) || t->cls != ZGI_C_NOUN || zgi_tok_len(t) < 2) /* 镇 乡 */
        return false;
    if (last == 0x5730 || last == 0x4e61 || last == 0x5bb6 || zgi_tok_char(m, k) == 0x5168)
        return false; /* 当地 家乡 老家 全国 */
    return before == ZGI_C_SEP || before == ZGI_C_COMMA || before == ZGI_C_STOP ||
           before == ZGI_C_SPACE || before == ZGI_C_COLON || zgi_is_place(before);
}

/* 值班 + 站长, 带班 + 所长: how somebody holds the post, no part of a unit's name. */
static bool is_on_duty(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t words[][2] = {
        {0x503c, 0x73ed}, {0x5e26, 0x73ed}, {0x5f53, 0x73ed}, {0x8f6e, 0x503c}, {0x9a7b, 0x70b9}};
    const uint16_t *c = m->text->ch + t->at.begin; /* 值班 带班 当班 轮值 驻点 */
    for (size_t k = 0; zgi_tok_len(t) == 2 && k < sizeof words / sizeof words[0]; k++)
        if (c[0] == words[k][0] && c[1] == words[k][1])
            return true;
    return false;
}

/* Tokens [first, last) and the first character of the title behind them. */
static zg_status add_lent(zgi_marks *m, uint32_t first, uint32_t last, uint32_t kinds)
{
    zg_status status = zgi_org_add(m, first, last, kinds);
    if (status == ZG_OK)
        m->orgs.items[m->orgs.count - 1].at.end++;
    return status;
}

/* 云路 | 村支书, 竹围 | 里长: 云路村 is the village, 竹围里 the neighbourhood. */
static bool names_village(const zgi_marks *m, uint32_t k, uint16_t c)
{
    const zgi_token *left = zgi_tok(m, k - 1);
    if (c != 0x6751 && c != 0x91cc) /* 村 里 */
        return false;
    if (zgi_is_place(left->cls))
        return c == 0x6751 || (left->bits & (uint32_t)ZGI_F_SHORT) != 0;
    if (zgi_org_pieces(m, k) < k)
        return true;
    bool person = k + 1 < m->tokens->count && zgi_tok(m, k + 1)->cls == ZGI_C_NAME;
    return left->cls == ZGI_C_NAME && (c == 0x6751 || (zgi_tok_len(left) == 2 && person));
}

/* The first token before title `t` that gives its first character to the organisation. */
zg_status zgi_org_lend(zgi_marks *m, const zgi_title *t)
{
    const zgi_token *head = zgi_tok(m, t->head);
    uint32_t k = t->first;
    if (t->first != t->head || k == 0 || !(head->bits & (uint32_t)ZGI_F_SPLIT) ||
        m->org_of[k - 1] != ZGI_NONE)
        return ZG_OK;
    const zgi_token *left = zgi_tok(m, k - 1);
    uint16_t c = m->text->ch[head->at.begin];
    if (completes_place(m, left, c))
        return add_lent(m, zgi_org_left(m, k, ZGI_K_REGION), k, ZGI_K_REGION);
    if (names_village(m, k, c))
        return add_lent(m, zgi_org_left(m, k, ZGI_K_VILLAGE), k, ZGI_K_VILLAGE);
    if (is_on_duty(m, left))
        return ZG_OK;
    uint32_t listed = listed_place(m, k);
    if (listed < k) {
        while (listed > 0 && zgi_is_place(zgi_tok(m, listed - 1)->cls))
            listed--;
        return add_lent(m, listed, k, ZGI_K_REGION);
    }
    if (names_township(m, k - 1, c))
        return add_lent(m, k - 1, k, ZGI_K_REGION);
    bool word = left->cls == ZGI_C_NOUN || left->cls == ZGI_C_VNOUN || left->cls == ZGI_C_ROLE ||
                left->cls == ZGI_C_BYLINE ||
                (left->cls == ZGI_C_VERB && zgi_tok_len(left) >= 4) || /* 经济发展 + 部长 */
                makes_unit(m, k - 1);
    if (m->text->ch[left->at.end - 1] == c)
        return ZG_OK; /* 铣工班 | 班长: has its own */
    if (!word || m->title_of[k - 1] != ZGI_NONE || (head->bits & ZGI_K_REGION))
        return ZG_OK;
    uint32_t first = zgi_org_left(m, k, ZGI_K_GOVERNMENT | ZGI_K_DEPARTMENT);
    if (first >= k)
        return ZG_OK;
    return add_lent(m, first, k, lent_kinds(m, k - 1));
}

/* 曼南 | 市 + 市长, 某 | 里 + 里长: the level that its head is called by. */
static bool echoes(const zgi_marks *m, uint32_t k)
{
    uint16_t c = zgi_tok_char(m, k);
    bool level = c == 0x5e02 || c == 0x5dde || c == 0x91cc || c == 0x7701; /* 市 州 里 省 */
    uint32_t title = zgi_tok(m, k + 1)->cls == ZGI_C_FORMER ? k + 2 : k + 1;
    return level && zgi_tok_char(m, m->titles.items[m->title_of[title]].head) == c;
}

/* 槟城 | 州 + 首席部长: a state or province abroad. */
static bool is_abroad(const zgi_marks *m, uint32_t k)
{
    uint16_t c = zgi_tok_char(m, k); /* 州 省 邦 */
    return zgi_tok(m, k - 1)->cls == ZGI_C_COUNTRY && (c == 0x5dde || c == 0x7701 || c == 0x90a6);
}

/* A title, or one with 前 or 原 before it. */
static bool heads_title(const zgi_marks *m, uint32_t k)
{
    bool former = k < m->tokens->count && zgi_tok(m, k)->cls == ZGI_C_FORMER;
    return zgi_title_follows(m, former ? k + 1 : k);
}

uint32_t zgi_org_unknown_place(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    uint16_t c = m->text->ch[t->at.begin];
    if (k == 0 || (t->cls != ZGI_C_NOUN && t->cls != ZGI_C_LOCAL) || zgi_tok_len(t) != 1 ||
        !heads_title(m, k + 1) ||
        (c != 0x9547 && c != 0x4e61 && !echoes(m, k) && !is_abroad(m, k))) /* 镇 乡 */
        return k;
    const zgi_token *left = zgi_tok(m, k - 1);
    uint32_t first = zgi_org_pieces(m, k);
    if (first == k && m->title_of[k - 1] == ZGI_NONE &&
        (left->cls == ZGI_C_NAME || zgi_is_place(left->cls) ||
         (left->cls == ZGI_C_NOUN && zgi_tok_len(left) == 2)))
        first = k - 1;
    while (first < k && first > 0 && zgi_is_place(zgi_tok(m, first - 1)->cls))
        first--;
    return first;
}
