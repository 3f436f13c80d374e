/* Organisations: which tokens make one, and of what kind it is.
 *
 * Goes from right to left, so that the last head of a chain takes all units before it:
 * 湖北省委 | 组织部 → one organisation.
 */
#include "org/org_marks.h"

/* Level characters may stand for a place that the reader knows: 市公安局, 县政府. */
static bool has_parent(const zgi_marks *m, const zgi_org *org)
{
    if (org->place.begin != ZGI_NONE)
        return true;
    for (uint32_t k = org->first; k + 1 < org->last; k++) {
        uint8_t cls = zgi_tok(m, k)->cls;
        if (cls == ZGI_C_SUFFIX || cls == ZGI_C_ORG || cls == ZGI_C_ORGAN ||
            zgi_org_is_some_unit(m->text, zgi_tok(m, k)))
            return true;
    }
    return false;
}

static void find_place(const zgi_marks *m, zgi_org *org)
{
    org->place = (zgi_span){ZGI_NONE, ZGI_NONE};
    org->place_data = ZGI_NONE;
    uint32_t from = org->first;
    if (from + 1 < org->last && zgi_tok_len(zgi_tok(m, from)) == 2 &&
        zgi_tok_char(m, from) == 0x4e2d && m->text->ch[zgi_tok(m, from)->at.begin + 1] == 0x5171)
        from++; /* 中共 | 某省委 */
    for (uint32_t k = from; k < org->last && zgi_is_place(zgi_tok(m, k)->cls); k++) {
        if (org->place.begin == ZGI_NONE)
            org->place.begin = zgi_tok(m, k)->at.begin;
        org->place.end = zgi_tok(m, k)->at.end;
        org->place_data = zgi_tok(m, k)->cls == ZGI_C_PLACE ? zgi_tok(m, k)->data : ZGI_NONE;
    }
}

/* 某大学 in 某大学学生处: the last unit inside the name that is no department itself. */
static void find_unit(const zgi_marks *m, zgi_org *org)
{
    enum { PART = ZGI_K_DEPARTMENT | ZGI_F_PARTIAL };
    for (uint32_t k = org->first; (org->kinds & PART) != 0 && k + 1 < org->last; k++) {
        const zgi_token *t = zgi_tok(m, k);
        bool unit = t->cls == ZGI_C_SUFFIX || t->cls == ZGI_C_ORG || t->cls == ZGI_C_ORGAN;
        if (!unit || (t->bits & (uint32_t)PART) != 0)
            continue;
        org->unit_end = t->at.end;
        org->unit_kinds = t->bits & ZGI_K_ALL;
    }
}

/* 沈北新区 | 委 + 书记: of a zone that is ruled as a district. */
static bool is_zone_committee(const zgi_marks *m, uint32_t k)
{
    return k > 0 && zgi_tok_len(zgi_tok(m, k)) == 1 && zgi_tok_char(m, k) == 0x59d4 &&
           zgi_tok(m, k - 1)->cls == ZGI_C_PLACE &&
           m->text->ch[zgi_tok(m, k)->at.begin - 1] == 0x533a && zgi_title_follows(m, k + 1);
}

/* 乌干达全国抵抗 | 运动 + 主席: a party of a country, no sport. */
static bool is_movement(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    const uint16_t *c = m->text->ch + t->at.begin;
    return zgi_tok_len(t) == 2 && c[0] == 0x8fd0 && c[1] == 0x52a8 && zgi_title_follows(m, k + 1) &&
           zgi_tok(m, zgi_org_left(m, k, ZGI_K_ASSOCIATION))->cls == ZGI_C_COUNTRY;
}

static uint32_t kinds_of(const zgi_token *head)
{
    if (zgi_is_place(head->cls))
        return ZGI_K_REGION;
    return head->bits & (ZGI_K_ALL | (uint32_t)ZGI_F_PARTIAL);
}

/* 第 and the figures of a term, as characters or digits. */
static bool is_term_char(uint16_t c)
{
    static const uint16_t chars[] = {0x7b2c, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                     0x516d, 0x4e03, 0x516b, 0x4e5d, 0x5341, 0x5c4a};
    for (size_t k = 0; k < sizeof chars / sizeof chars[0]; k++)
        if (c == chars[k])
            return true;
    return c >= '0' && c <= '9';
}

/* 第十三届 | 全国政协: which term a deputy sits in is no part of the body's name. */
static void drop_term(const zgi_marks *m, zgi_org *org)
{
    enum { LONGEST = 6 }; /* 第二十三届 */
    const uint16_t *ch = m->text->ch;
    for (uint32_t i = org->at.begin; i + 2 < org->at.end && i < org->at.begin + LONGEST; i++)
        if (ch[i] == 0x5c4a && i > org->at.begin && ch[i + 1] != 0x4e00) { /* 届, no 届一次 */
            org->at.begin = i + 1;
            return;
        } else if (!is_term_char(ch[i])) {
            return;
        }
}

zg_status zgi_org_add(zgi_marks *m, uint32_t first, uint32_t last, uint32_t kinds)
{
    zgi_org org = {{zgi_tok(m, first)->at.begin, zgi_tok(m, last - 1)->at.end},
                   kinds,
                   first,
                   last,
                   {0, 0},
                   ZGI_NONE,
                   0,
                   0};
    uint16_t c = zgi_tok_char(m, first);
    bool joint = c == 0x4efb || c == 0x5411 || c == 0x4e8e || c == 0x548c; /* 任 向 于 和 */
    if (joint && zgi_tok(m, first)->cls == ZGI_C_NAME &&
        (first == 0 || zgi_bounds_name(zgi_tok(m, first - 1)->cls)))
        org.at.begin++; /* 兼 | 任 | 西陵云岫公司: no name of somebody called 任 */
    if (org.kinds & (ZGI_K_CONGRESS | ZGI_K_CPPCC))
        drop_term(m, &org);
    find_place(m, &org);
    find_unit(m, &org);
    if ((org.kinds & (uint32_t)ZGI_F_PARTIAL) && has_parent(m, &org))
        org.kinds &= ~(uint32_t)ZGI_F_PARTIAL;
    if (!ZGI_PUSH(m->arena, &m->orgs, org))
        return ZG_E_MEMORY;
    for (uint32_t k = first; k < last; k++)
        m->org_of[k] = m->orgs.count - 1;
    return ZG_OK;
}

static bool can_end(const zgi_marks *m, uint32_t k);

/* The first token of the name whose head is token `k`. */
static uint32_t left_of(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    bool whole = t->cls == ZGI_C_ORG;
    uint32_t kinds = kinds_of(t);
    if (whole && (kinds & ZGI_K_CONGRESS) != 0 && k > 0 && zgi_org_is_party(m, zgi_tok(m, k - 1)))
        return k; /* 公民党 | 立法会, 工联会 | 立法会 */
    uint32_t first = zgi_org_left(m, k, whole ? ZGI_K_PARTY : kinds);
    while (whole && first < k && !zgi_ends_org(zgi_tok(m, first)->cls))
        first++; /* only a place or a parent body goes before a whole name, and who founded it */
    return whole && first > 0 && zgi_org_is_founder(m->text, zgi_tok(m, first - 1)) ? first - 1
                                                                                    : first;
}

static bool can_end(const zgi_marks *m, uint32_t k);

/* A bracket that closes a name's second name, …局（…办公室）, or what a share costs, …股份（600000）:
 * the token of its opening, or 0; *figures: no words stand in it. */
static uint32_t before_bracket(const zgi_marks *m, uint32_t close, bool *figures)
{
    bool comma = false;
    *figures = true;
    for (uint32_t k = close; k > 0 && close - k < 24; k--) {
        uint8_t cls = zgi_tok(m, k - 1)->cls;
        if (cls == ZGI_C_NAME)
            return 0;
        if (cls == ZGI_C_OPEN)
            return comma && !*figures ? 0 : k - 1;
        comma = comma || cls == ZGI_C_STOP || cls == ZGI_C_COMMA;
        *figures = *figures && (cls == ZGI_C_DIGITS || cls == ZGI_C_LATIN || cls == ZGI_C_COMMA ||
                                cls == ZGI_C_STOP || cls == ZGI_C_SPACE || cls == ZGI_C_DASH ||
                                cls == ZGI_C_COLON || cls == ZGI_C_DATE);
    }
    return 0;
}

/* Name and second name in brackets before a title are one organisation. */
static zg_status bracketed(zgi_marks *m, uint32_t close, bool *done)
{
    bool figures;
    uint32_t open = before_bracket(m, close, &figures);
    if (open == 0 || !zgi_ends_org(zgi_tok(m, open - 1)->cls) ||
        zgi_is_place(zgi_tok(m, open - 1)->cls) || m->title_of[open - 1] != ZGI_NONE)
        return ZG_OK;
    uint32_t kinds = kinds_of(zgi_tok(m, open - 1));
    uint32_t first = left_of(m, open - 1);
    *done = true;
    zg_status status = zgi_org_add(m, first, close + 1, kinds);
    if (status == ZG_OK && figures)
        m->orgs.items[m->orgs.count - 1].at.end = zgi_tok(m, open - 1)->at.end;
    return status;
}

/* 某旅“硬骨头六连” | 指导员: a company or ship with a name of honour. */
static bool is_company(const zgi_marks *m, uint32_t k, const zgi_title *t)
{
    static const uint16_t units[] = {0x8fde, 0x6392, 0x73ed, 0x8425, 0x56e2, 0x8230, 0x8247};
    uint16_t last = m->text->ch[zgi_tok(m, k)->at.end - 1]; /* 连 排 班 营 团 舰 艇 */
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (last == units[i])
            return (zgi_tok(m, t->head)->bits & ZGI_K_MILITARY) != 0;
    return false;
}

/* 台湾“海岸生态研究所” | 所长: a whole name in quotation marks; before a title of firms a few
 * characters of any kind: “云上书屋” | 创始人. */
static zg_status quoted(zgi_marks *m, uint32_t close, bool *done)
{
    enum { SHORT = 10 }; /* characters of a name without a head */
    if (close == 0)
        return ZG_OK;
    const zgi_token *last = zgi_tok(m, close - 1);
    bool body = last->cls == ZGI_C_BODY || /* 某连“两委” | 委员 */
                is_company(m, close - 1, &m->titles.items[m->title_of[close + 1]]);
    bool head = body || (can_end(m, close - 1) && !zgi_is_place(last->cls));
    uint32_t firms = zgi_org_firm_kinds(m, &m->titles.items[m->title_of[close + 1]]);
    if (!head && firms == 0)
        return ZG_OK;
    for (uint32_t k = close; k > 0 && close - k < 10; k--) {
        uint8_t cls = zgi_tok(m, k - 1)->cls;
        if (!head && (cls == ZGI_C_COMMA || cls == ZGI_C_STOP || cls == ZGI_C_PARTICLE))
            return ZG_OK;
        if (cls != ZGI_C_QOPEN)
            continue;
        uint32_t first = k - 1, n = last->at.end - zgi_tok(m, first)->at.end;
        if (!head && (n < 2 || n > SHORT))
            return ZG_OK;
        if (body)
            first = zgi_org_left(m, first,
                                 last->cls == ZGI_C_BODY ? last->bits & ZGI_K_ALL : ZGI_K_MILITARY);
        while (first > 0 && zgi_is_place(zgi_tok(m, first - 1)->cls))
            first--;
        uint32_t kinds = kinds_of(last) & ZGI_K_ALL ? kinds_of(last) : (uint32_t)ZGI_K_MILITARY;
        *done = true;
        return zgi_org_add(m, first, close + 1, head ? kinds : firms);
    }
    return ZG_OK;
}

/* 《江城植物》副主编: a work is the organisation of who edits it. */
static zg_status work(zgi_marks *m, uint32_t close, bool *done)
{
    if (m->text->ch[zgi_tok(m, close)->at.begin] != 0x300b)
        return quoted(m, close, done);
    for (uint32_t k = close; k > 0 && close - k < 16; k--)
        if (m->text->ch[zgi_tok(m, k - 1)->at.begin] == 0x300a) {
            *done = true;
            return zgi_org_add(m, k - 1, close + 1, ZGI_K_MEDIA);
        }
    return ZG_OK;
}

/* 监利 | 经济开发区: a zone goes on from any place before it. */
static bool is_zone(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    const uint16_t *end = m->text->ch + t->at.end;
    return zgi_tok_len(t) >= 3 && end[-3] == 0x5f00 && end[-2] == 0x53d1; /* 开发区 */
}

/* 平潭综合实验区 | 苏澳镇: a zone has townships of its own. */
static bool holds_township(const zgi_marks *m, uint32_t k)
{
    return zgi_place_level(m->dict, zgi_tok(m, k - 1)) == ZGI_L_ZONE &&
           zgi_place_level(m->dict, zgi_tok(m, k)) == ZGI_L_TOWNSHIP;
}

/* 通信科技委 | 委员, 专家组 | 副组长: a word that ends as the title after it begins is a unit. */
static bool is_unit_of_head(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    bool word = (t->cls == ZGI_C_NOUN || t->cls == ZGI_C_VNOUN) && zgi_tok_len(t) >= 2;
    bool head = zgi_tok_len(t) == 1 && (t->cls == ZGI_C_NOUN || t->cls == ZGI_C_QUANT) &&
                (before == ZGI_C_NOUN || before == ZGI_C_VNOUN || /* 养护 | 段 + 段长 */
                 before == ZGI_C_ROLE);                           /* 社工 | 课 + 课长 */
    if ((!word && !head) || !zgi_title_follows(m, k + 1))
        return false;
    const zgi_title *title = &m->titles.items[m->title_of[k + 1]];
    return title->first == k + 1 && zgi_tok_len(zgi_tok(m, title->head)) >= 2 &&
           m->text->ch[t->at.end - 1] == zgi_tok_char(m, title->head);
}

/* A word that ends an organisation only because a title stands behind it, or 前 or 原 and a title. */
static bool ends_before_title(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    bool title = zgi_title_follows(m, k + 1);
    if (!title && !(k + 1 < m->tokens->count && zgi_tok(m, k + 1)->cls == ZGI_C_FORMER))
        return false;
    if (title && (is_unit_of_head(m, k) || zgi_is_known_level(m, k)))
        return true;
    if (zgi_org_unknown_place(m, k) < k || is_zone_committee(m, k) || is_movement(m, k))
        return true;
    /* A body word after a place that is not part of a title: 荆州市 + 纪委, 内蒙古自治区 + 党委. */
    return t->cls == ZGI_C_BODY && k > 0 && title &&
           (zgi_is_place(zgi_tok(m, k - 1)->cls) || zgi_org_is_numbered(m, k) ||
            zgi_org_is_stationed(m, k) || zgi_org_is_office(m, k));
}

static bool can_end(const zgi_marks *m, uint32_t k)
{
    if (!zgi_ends_org(zgi_tok(m, k)->cls) && !ends_before_title(m, k))
        return false;
    return m->title_of[k] == ZGI_NONE && m->org_of[k] == ZGI_NONE && !zgi_org_is_copula(m, k);
}

static zg_status end_at(zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    uint32_t kinds = kinds_of(t), first = zgi_org_unknown_place(m, k);
    if (first < k)
        return zgi_org_add(m, first, k + 1, ZGI_K_REGION);
    if (zgi_is_place(t->cls)) {
        /* places: only the chain itself */
        while (first > 0 && zgi_is_place(zgi_tok(m, first - 1)->cls) &&
               (zgi_place_level(m->dict, zgi_tok(m, first - 1)) <
                    zgi_place_level(m->dict, zgi_tok(m, first)) ||
                is_zone(m, first) || holds_township(m, first) ||
                (t->cls == ZGI_C_COUNTRY && zgi_tok(m, first - 1)->cls == ZGI_C_COUNTRY)))
            first--;
        if (first > 0 && zgi_org_is_party(m, zgi_tok(m, first - 1)) && zgi_org_leads_party(m, k)) {
            first = left_of(m, first - 1);
            kinds = ZGI_K_PARTY | ZGI_K_ASSOCIATION | ZGI_K_CONGRESS;
        } else if (first == k && first > 0 && zgi_org_leads_branch(m, k)) {
            first = left_of(m, first - 1);
            kinds = ZGI_K_COMPANY;
        }
    } else {
        first = left_of(m, k);
    }
    /* 公司 + 总经理, 学校 + 党委书记: a bare head is an organisation only beside its title. */
    bool bare = zgi_tok_len(t) >= 2 && zgi_title_follows(m, k + 1);
    if (is_movement(m, k))
        first = zgi_org_left(m, k, kinds = ZGI_K_PARTY | ZGI_K_ASSOCIATION);
    if (is_zone_committee(m, k))
        kinds = ZGI_K_PARTY;
    else if (zgi_is_known_level(m, k))
        kinds = ZGI_K_REGION | ZGI_K_GOVERNMENT | ZGI_K_SCHOOL;
    if (t->cls == ZGI_C_BODY)
        kinds = zgi_org_is_numbered(m, k)
                    ? (uint32_t)ZGI_K_VILLAGE
                    : ZGI_K_PARTY | ZGI_K_DISCIPLINE | ZGI_K_CONGRESS | ZGI_K_ASSOCIATION;
    if (t->cls == ZGI_C_PRONOUN)
        kinds = ZGI_K_MILITARY;
    if (first == k && t->cls == ZGI_C_SUFFIX && (t->bits & (uint32_t)ZGI_F_LEFT) && !bare)
        return ZG_OK;
    if (first == k && t->cls == ZGI_C_PSUFFIX)
        return ZG_OK;
    return zgi_org_add(m, first, k + 1, kinds);
}

/* In a sentence without a title: what ends with the head of an organisation, or is a place. */
static zg_status mark_untitled(zgi_marks *m)
{
    for (uint32_t k = m->tokens->count; k-- > 0;) {
        if (!zgi_ends_org(zgi_tok(m, k)->cls) || !can_end(m, k))
            continue;
        zg_status status = end_at(m, k);
        if (status != ZG_OK)
            return status;
    }
    return ZG_OK;
}

zg_status zgi_org_mark_orgs(zgi_marks *m)
{
    if (m->titles.count == 0)
        return (m->seen & ZGI_ENDS_ORG) != 0 ? mark_untitled(m) : ZG_OK;
    for (uint32_t k = m->tokens->count; k-- > 0;) {
        zg_status status = ZG_OK;
        bool done = false;
        uint32_t title = m->title_of[k];
        if (title != ZGI_NONE) {
            if (m->titles.items[title].first == k)
                status = zgi_org_lend(m, &m->titles.items[title]);
            if (status == ZG_OK && k > 0 && m->titles.items[title].first == k &&
                m->org_of[k - 1] == ZGI_NONE &&
                (!can_end(m, k - 1) || zgi_org_place_is_name(m, k - 1, &m->titles.items[title])))
                status = zgi_org_mark_unnamed(m, &m->titles.items[title]);
            if (status == ZG_OK && k > 0 && m->titles.items[title].first == k &&
                m->org_of[k - 1] == ZGI_NONE && !can_end(m, k - 1))
                status = zgi_org_mark_unit_of_body(m, &m->titles.items[title]);
        } else if (zgi_tok(m, k)->cls == ZGI_C_CLOSE && zgi_title_follows(m, k + 1)) {
            status = bracketed(m, k, &done);
        } else if (zgi_tok(m, k)->cls == ZGI_C_QCLOSE && zgi_title_follows(m, k + 1)) {
            status = work(m, k, &done);
        } else if (can_end(m, k)) {
            status = end_at(m, k);
        }
        if (status != ZG_OK)
            return status;
    }
    return ZG_OK;
}
