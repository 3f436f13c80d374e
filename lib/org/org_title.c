/* Titles: where one begins and which token is its head.
 *
 * Takes the tokens, marks GRADE* BODY? GRADE* head. A body word belongs to the title inside a
 * unit (狮子口镇 + 党委书记); where a place of county level or above stands before it, an organ
 * such as 纪委 is an organisation (荆州市纪委 + 书记).
 */
#include "org/org_marks.h"

uint8_t zgi_place_level(const zgi_dict_view *dict, const zgi_token *t)
{
    if (t->cls == ZGI_C_COUNTRY)
        return ZGI_L_COUNTRY;
    const uint32_t *list = dict->place_lists + t->data;
    uint8_t level = ZGI_L_ZONE;
    for (uint32_t k = 0; k < list[0]; k++)
        if (dict->places[list[1 + k]].level < level)
            level = dict->places[list[1 + k]].level;
    return level;
}

/* 党委: of a province or county it is its organ, elsewhere a body inside a unit. */
static bool is_committee(const zgi_marks *m, const zgi_token *t)
{
    const uint16_t *c = m->text->ch + t->at.begin;
    return zgi_tok_len(t) == 2 && c[0] == 0x515a && c[1] == 0x59d4;
}

static bool ends_zone(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    const uint16_t *end = m->text->ch + t->at.end;
    return zgi_tok_len(t) >= 3 && end[-1] == 0x533a && /* 开发区 新区 园区 景区 */
           (end[-2] == 0x53d1 || end[-2] == 0x65b0 || end[-2] == 0x56ed || end[-2] == 0x666f);
}

/* 董事会 + 董事, 监事会 + 职工代表监事: the body is where members of it sit, no part of their title. */
bool zgi_org_is_board(const zgi_marks *m, uint32_t body, uint32_t head)
{
    const uint16_t *b = m->text->ch + zgi_tok(m, body)->at.begin;
    const zgi_token *t = zgi_tok(m, head);
    bool ends = zgi_tok_len(zgi_tok(m, body)) == 3 && b[2] == 0x4f1a; /* 会 */
    for (uint32_t i = t->at.begin; ends && i + 1 < t->at.end; i++)
        if (m->text->ch[i] == b[0] && m->text->ch[i + 1] == b[1])
            return true;
    return false;
}

/* 第二 + 居委会: with a number it is one of several, an organisation of its own. */
bool zgi_org_is_numbered(const zgi_marks *m, uint32_t body)
{
    return (zgi_tok(m, body)->bits & ZGI_K_VILLAGE) != 0 && body > 0 &&
           zgi_tok(m, body - 1)->cls == ZGI_C_NUMBER &&
           zgi_tok_char(m, body - 1) == 0x7b2c; /* 第 */
}

/* 民革某市支部 + 主委: the eight parties have no 支部主委 inside a unit. */
static bool is_branch(const zgi_marks *m, uint32_t body, uint32_t head)
{
    uint16_t last = m->text->ch[zgi_tok(m, body)->at.end - 1];
    return body > 0 && last == 0x90e8 && zgi_is_place(zgi_tok(m, body - 1)->cls) &&
           zgi_tok_char(m, head) == 0x4e3b && m->text->ch[zgi_tok(m, head)->at.end - 1] == 0x59d4;
}

/* 某纪委驻某局 | 纪检组 + 副组长: stationed there, the group is what the post is in. */
bool zgi_org_is_stationed(const zgi_marks *m, uint32_t body)
{
    enum { REACH = 10 };
    if (zgi_tok_char(m, body) != 0x7eaa || m->text->ch[zgi_tok(m, body)->at.end - 1] != 0x7ec4)
        return false; /* 纪 … 组 */
    for (uint32_t k = body; k > 0 && body - k < REACH; k--) {
        const zgi_token *t = zgi_tok(m, k - 1);
        if (m->text->ch[t->at.end - 1] == 0x9a7b) /* 驻 */
            return true;
        if (t->cls == ZGI_C_COMMA || t->cls == ZGI_C_STOP || t->cls == ZGI_C_SEP ||
            t->cls == ZGI_C_NAME || m->title_of[k - 1] != ZGI_NONE)
            return false;
    }
    return false;
}

/* 银川铁路办事处 + 主任: an office of another body than a township. */
bool zgi_org_is_office(const zgi_marks *m, uint32_t body)
{
    const zgi_token *t = zgi_tok(m, body);
    const uint16_t *c = m->text->ch + t->at.begin;
    if (body == 0 || zgi_tok_len(t) != 3 || c[0] != 0x529e || c[2] != 0x5904) /* 办事处 */
        return false;
    const zgi_token *left = zgi_tok(m, body - 1);
    return (left->cls == ZGI_C_NOUN && zgi_tok_len(left) >= 2 &&
            m->text->ch[left->at.end - 1] != 0x9053) ||                            /* 街道 */
           (left->cls == ZGI_C_BODY && m->text->ch[left->at.end - 1] == 0x4f1a) || /* 工会 */
           ((left->cls == ZGI_C_SUFFIX || left->cls == ZGI_C_ORGAN || left->cls == ZGI_C_ORG) &&
            m->text->ch[left->at.end - 1] != 0x9053);
}

/* Body words and organs of a township are part of its titles: 东升镇 + 人大主席. */
static bool body_joins(const zgi_marks *m, uint32_t k, uint32_t head)
{
    const zgi_token *t = zgi_tok(m, k);
    bool township = k > 0 && zgi_tok(m, k - 1)->cls == ZGI_C_PLACE &&
                    zgi_place_level(m->dict, zgi_tok(m, k - 1)) >= ZGI_L_TOWNSHIP;
    if (t->cls == ZGI_C_BODY &&
        (zgi_org_is_board(m, k, head) || zgi_org_is_numbered(m, k) || is_branch(m, k, head) ||
         zgi_org_is_stationed(m, k) || zgi_org_is_office(m, k)))
        return false;
    if (t->cls == ZGI_C_BODY)
        return k == 0 || township || zgi_tok(m, k - 1)->cls != ZGI_C_PLACE ||
               !(t->bits & (uint32_t)ZGI_F_UNIT || is_committee(m, t)) || ends_zone(m, k - 1);
    if (t->cls == ZGI_C_ORGAN && (t->bits & ZGI_K_CONGRESS)) /* only townships have a 人大主席 */
        return zgi_tok_len(t) == 2 && (township || zgi_tok_char(m, head) == 0x4e3b) &&
               m->text->ch[zgi_tok(m, head)->at.end - 1] == 0x5e2d;
    return false;
}

/* 本报 + 记者, 本台 + 通讯员 */
static bool is_own_paper(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    uint16_t last = m->text->ch[t->at.end - 1];
    return t->cls == ZGI_C_PRONOUN && zgi_tok_len(t) == 2 && zgi_tok_char(m, k) == 0x672c &&
           (last == 0x62a5 || last == 0x7f51 || last == 0x520a || last == 0x53f0); /* 报 网 刊 台 */
}

static uint32_t title_start(const zgi_marks *m, uint32_t head)
{
    uint32_t k = head;
    while (k > 0 && zgi_tok(m, k - 1)->cls == ZGI_C_GRADE)
        k--;
    if (k > 0 && k < head && zgi_tok(m, k - 1)->cls == ZGI_C_NUMBER &&
        zgi_tok_len(zgi_tok(m, k - 1)) == 2 && zgi_tok_char(m, k - 1) == 0x7b2c)
        return k - 1; /* 第三 | 副 | 主席 */
    if (k > 1 && zgi_is_place(zgi_tok(m, k - 1)->cls) && zgi_tok_len(zgi_tok(m, k - 2)) == 1 &&
        zgi_tok_char(m, k - 2) == 0x9a7b) /* 驻重庆总领事, 驻韩国记者 */
        return k - 2;
    uint32_t posting = zgi_org_posting_start(m, k, head);
    if (posting < k)
        return posting;
    if (k > 0 && zgi_tok(m, head)->cls == ZGI_C_BYLINE && is_own_paper(m, k - 1))
        return k - 1;
    if (k > 0 && body_joins(m, k - 1, head)) {
        k--;
        while (k > 0 && zgi_tok(m, k - 1)->cls == ZGI_C_GRADE)
            k--;
        return k;
    }
    return zgi_org_field_start(m, k, head);
}

/* 医生 in 医生协会, 院士 in 院士工作站: the word names what the organisation is for. */
static bool names_unit(const zgi_marks *m, uint32_t k)
{
    uint32_t n = k + 1;
    if (n < m->tokens->count && zgi_tok(m, k)->cls == ZGI_C_BYLINE &&
        zgi_tok(m, n)->cls == ZGI_C_TITLE) /* 统筹 in 统筹部长 */
        return true;
    if (n < m->tokens->count && zgi_tok_len(zgi_tok(m, n)) == 1 && zgi_tok_char(m, n) == 0x5236)
        return true; /* 林长 | 制 | 工作站 */
    if (n + 1 < m->tokens->count && zgi_tok(m, n)->cls == ZGI_C_NOUN &&
        zgi_tok(m, n + 1)->cls == ZGI_C_TITLE &&
        m->text->ch[zgi_tok(m, n)->at.end - 1] == zgi_tok_char(m, n + 1))
        return true; /* 总统 | 卫队 | 队长 */
    if (n + 2 < m->tokens->count && zgi_tok(m, n)->cls == ZGI_C_OPEN &&
        zgi_tok(m, n + 2)->cls == ZGI_C_CLOSE) /* 律师（宜昌）事务所 */
        n += 3;
    bool role = zgi_tok(m, k)->cls == ZGI_C_ROLE;
    if (role && n < m->tokens->count && zgi_tok(m, n)->cls == ZGI_C_TITLE &&
        (zgi_tok(m, n)->bits & (uint32_t)ZGI_F_SPLIT)) /* 警察 in 警察厅长 */
        return true;
    while (
        n < m->tokens->count && n < k + 6 &&
        (zgi_tok(m, n)->cls == ZGI_C_NOUN ||
         (role && (zgi_tok(m, n)->cls == ZGI_C_CONJ || zgi_tok(m, n)->cls == ZGI_C_ADJ)) ||
         zgi_tok(m, n)->cls == ZGI_C_VNOUN ||
         (role && (zgi_tok(m, n)->cls == ZGI_C_ROLE || /* 家长教师会, 教师工会联合会 */
                   zgi_tok(m, n)->cls == ZGI_C_BODY)) ||
         (role && n == k + 1 && /* 武警第一总队, 武警某部 */
          (zgi_tok(m, n)->cls == ZGI_C_NUMBER || zgi_org_is_some_unit(m->text, zgi_tok(m, n)))) ||
         (role && zgi_is_place(zgi_tok(m, n)->cls)))) /* 武警北京总队 */
        n++;
    return n < m->tokens->count && zgi_tok(m, n)->cls == ZGI_C_SUFFIX;
}

zg_status zgi_org_mark_titles(zgi_marks *m)
{
    if ((m->seen & ZGI_TITLES) == 0)
        return ZG_OK;
    for (uint32_t k = 0; k < m->tokens->count; k++) {
        if (!zgi_is_title(zgi_tok(m, k)->cls) || names_unit(m, k))
            continue;
        zgi_title t = {title_start(m, k), k + 1, k};
        while (t.first < k && m->title_of[t.first] != ZGI_NONE)
            t.first++;
        t.first = zgi_org_aide_start(m, t.first, k);
        if (!ZGI_PUSH(m->arena, &m->titles, t))
            return ZG_E_MEMORY;
        for (uint32_t i = t.first; i < t.last; i++)
            m->title_of[i] = m->titles.count - 1;
    }
    return ZG_OK;
}
