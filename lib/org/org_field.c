/* What stands in a title before its head: fields of work, and whom an aide serves.
 *
 * Takes the token where a title's grades begin and its head; gives where the title begins.
 * 财务 | 总监, 慈善及社区事务 | 执行总监, 医学部 | 部主任, 总统 | 军事顾问.
 */
#include "org/org_marks.h"

static bool bounds_field(uint8_t cls)
{
    return zgi_ends_org(cls) || cls == ZGI_C_SEP || cls == ZGI_C_COMMA || cls == ZGI_C_CLOSE ||
           cls == ZGI_C_SPACE || cls == ZGI_C_APPOINT || cls == ZGI_C_NOW || cls == ZGI_C_FORMER ||
           cls == ZGI_C_CONJ || cls == ZGI_C_GRADE;
}

static bool is_joined_word(const zgi_token *t)
{
    return zgi_tok_len(t) >= 2 && (t->cls == ZGI_C_NOUN || t->cls == ZGI_C_VNOUN ||
                                   t->cls == ZGI_C_ADJ || t->cls == ZGI_C_GRADE);
}

/* 某大学 | 药理学 | 和 | 毒理学教授, 某会 | 慈善 | 及 | 社区事务总监, 某大学 | 常务 | 及 | 学务副校长: two fields
 * joined, behind an organisation; `k`: where the second begins, `first`: what it stands before. */
static uint32_t joint_start(const zgi_marks *m, uint32_t k, uint32_t first)
{
    enum { MOST = 3 }; /* words before the joint: 体育 | 演艺 | 文化 | 及 | 出版界议员 */
    if (k > 2 && k <= first && zgi_tok(m, k - 1)->cls == ZGI_C_SUFFIX &&
        (zgi_tok(m, k - 1)->bits & ZGI_K_VILLAGE) != 0 && zgi_tok(m, k - 2)->cls == ZGI_C_CONJ)
        k--; /* 社区 */
    if (k < 3 || k >= first || zgi_tok(m, k - 1)->cls != ZGI_C_CONJ)
        return k;
    uint32_t from = k - 1;
    while (from > 0 && k - from <= MOST && is_joined_word(zgi_tok(m, from - 1)))
        from--;
    return from > 0 && from + 1 < k && zgi_ends_org(zgi_tok(m, from - 1)->cls) ? from : k;
}

/* Words of a field of work before heads that take them: 财务 + 总监, 男篮 + 主教练. */
static uint32_t field_start(const zgi_marks *m, uint32_t first)
{
    uint32_t k = first;
    while (k > 0 && first - k < 3) {
        const zgi_token *t = zgi_tok(m, k - 1);
        bool word = (t->cls == ZGI_C_NOUN || t->cls == ZGI_C_VNOUN) && zgi_tok_len(t) >= 2;
        if (!word && !(t->cls == ZGI_C_LATIN && zgi_tok_len(t) <= 4))
            break;
        k--;
    }
    k = joint_start(m, k, first);
    /* A run of words with no organisation or mark before it is no field: it is the sentence. */
    if (k > 0 && k < first) {
        if (!bounds_field(zgi_tok(m, k - 1)->cls))
            return first;
    }
    while (k > 0 && k < first && zgi_tok(m, k - 1)->cls == ZGI_C_GRADE) /* 首席创新总监 */
        k--;
    return k;
}

/* 专家组 + 组长: the word before the head ends with its first character, so it is a unit. */
static bool is_unit_head(const zgi_marks *m, uint32_t first, uint32_t head)
{
    return first > 0 && m->text->ch[zgi_tok(m, first - 1)->at.end - 1] == zgi_tok_char(m, head);
}

/* 写给 | 首相, 出席 | 会议: what is done to somebody is no field of work. */
static bool is_field_word(const zgi_text *text, const zgi_token *t)
{
    return zgi_tok_len(t) >= 2 && text->ch[t->at.end - 1] != 0x4efb && /* 首任, 新任 */
           (t->cls == ZGI_C_NOUN || t->cls == ZGI_C_VNOUN || t->cls == ZGI_C_ADJ);
}

/* A few words between a whole organisation and a title belong to the title: 某公司商务副总裁. */
static uint32_t orphan_start(const zgi_marks *m, uint32_t first, uint32_t head)
{
    enum { ORPHANS = 4, ORPHAN_CHARS = 8 }; /* 突发 | 卫生 | 事件 | 规划执行主任 */
    uint32_t k = first;
    while (k > 0 && first - k < ORPHANS && is_field_word(m->text, zgi_tok(m, k - 1)) &&
           zgi_tok(m, first)->at.begin - zgi_tok(m, k - 1)->at.begin <= ORPHAN_CHARS)
        k--;
    bool lends = first == head && (zgi_tok(m, head)->bits & (uint32_t)ZGI_F_SPLIT) != 0;
    uint32_t joint = lends ? k : joint_start(m, k, first); /* 外交和国际合作 | 部长 */
    if (joint < k)
        return joint;
    if (k == first || k == 0 || is_unit_head(m, first, head))
        return first;
    uint8_t cls = zgi_tok(m, k - 1)->cls;
    bool mark = cls == ZGI_C_SEP || cls == ZGI_C_COMMA || cls == ZGI_C_STOP;
    if (mark && first < head && k + 1 == first) /* ，营销 | 副总裁 */
        return zgi_tok(m, k)->cls == ZGI_C_VNOUN ? k : first;
    const uint16_t *end = m->text->ch + zgi_tok(m, head)->at.end;
    if (cls == ZGI_C_COUNTRY && end[-2] == 0x5927 && end[-1] == 0x81e3) /* 英国 | 外交发展大臣 */
        return k;
    return cls == ZGI_C_SUFFIX || cls == ZGI_C_ORG || cls == ZGI_C_ORGAN ? k : first;
}

/* 医学部 | 部 | 主任, 维修科 | 科 | 主任: the unit is told twice, once by its name. */
static bool is_double(const zgi_marks *m, uint32_t k)
{
    if (k < 2)
        return false;
    const zgi_token *t = zgi_tok(m, k - 1), *left = zgi_tok(m, k - 2);
    return zgi_tok_len(t) == 1 && t->cls == ZGI_C_SUFFIX && zgi_tok_len(left) > 1 &&
           (zgi_ends_org(left->cls) || left->cls == ZGI_C_NOUN) &&
           m->text->ch[left->at.end - 1] == m->text->ch[t->at.begin];
}

uint32_t zgi_org_field_start(const zgi_marks *m, uint32_t first, uint32_t head)
{
    const zgi_token *t = zgi_tok(m, head);
    if (first == head && t->cls == ZGI_C_TITLE && is_double(m, head))
        return head - 1;
    if ((t->bits & (uint32_t)ZGI_F_FIELD) && !is_unit_head(m, first, head))
        return field_start(m, first);
    return t->cls == ZGI_C_TITLE || t->cls == ZGI_C_RANK ? orphan_start(m, first, head) : first;
}

/* 顾问 秘书 助理 特使 助手 幕僚 发言人: who serves somebody. */
static bool is_aide(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t aides[][2] = {{0x987e, 0x95ee}, {0x79d8, 0x4e66}, {0x52a9, 0x7406},
                                        {0x7279, 0x4f7f}, {0x5e55, 0x50da}, {0x8a00, 0x4eba}};
    const uint16_t *end = m->text->ch + t->at.end;
    for (size_t k = 0; zgi_tok_len(t) >= 2 && k < sizeof aides / sizeof aides[0]; k++)
        if (end[-2] == aides[k][0] && end[-1] == aides[k][1])
            return true;
    return false;
}

uint32_t zgi_org_aide_start(const zgi_marks *m, uint32_t first, uint32_t head)
{
    uint32_t k = first;
    if (zgi_tok(m, head)->cls != ZGI_C_TITLE || !is_aide(m, zgi_tok(m, head)))
        return first;
    while (k > 0 && first - k < 3 && m->title_of[k - 1] == ZGI_NONE &&
           (is_field_word(m->text, zgi_tok(m, k - 1)) || zgi_tok(m, k - 1)->cls == ZGI_C_GRADE))
        k--;
    if (k == 0 || m->title_of[k - 1] == ZGI_NONE)
        return first;
    const zgi_title *chief = &m->titles.items[m->title_of[k - 1]];
    uint32_t bits = zgi_tok(m, chief->head)->bits;
    bool state = (bits & ZGI_K_REGION) && !(bits & (ZGI_K_PARTY | ZGI_K_DEPARTMENT)); /* 总统 */
    return state && zgi_tok(m, chief->head)->cls == ZGI_C_TITLE ? chief->first : first;
}

uint32_t zgi_org_posting_start(const zgi_marks *m, uint32_t first, uint32_t head)
{
    enum { REACH = 6 };
    const zgi_token *t = zgi_tok(m, head);
    if (t->cls != ZGI_C_TITLE || (t->bits & ZGI_K_ALL) != ZGI_K_REGION)
        return first;
    for (uint32_t k = first; k > 0 && first - k < REACH; k--) {
        const zgi_token *left = zgi_tok(m, k - 1);
        if (m->text->ch[left->at.begin] == 0x9a7b && k < first) /* 驻 */
            return k - 1;
        bool inner =
            zgi_is_place(left->cls) || left->cls == ZGI_C_OPEN || left->cls == ZGI_C_CLOSE ||
            (left->cls == ZGI_C_ORG && (left->bits & ZGI_K_INTERNATIONAL)) ||
            (zgi_tok_len(left) == 1 && (left->cls == ZGI_C_NOUN || left->cls == ZGI_C_ADJ));
        if (!inner)
            break;
    }
    return first;
}
