/* Organisations whose names no table knows: 云岫咨询 | 首席执行官, 真如 | 派出所, 瑞宁冷切 | 有限公司.
 *
 * Takes the marks; tells which tokens may be pieces of such a name and makes the organisations that
 * end without a head right before a title. The pieces betray themselves: single characters that
 * are seldom words of their own, side by side; Latin letters; what was taken for a person's name
 * where no person can stand. 「在云岫董事长张三」: 在 is no piece, 云 and 岫 are.
 */
#include "org/org_marks.h"

#define PIECE_COST  700 /* a single character at least as rare as this is seldom a word */
#define NAME_CHARS  10u /* the longest name without a head; with no odd piece in it, PLAIN_CHARS */
#define PLAIN_CHARS 8u

/* A single character that stands for itself so seldom that two of them in a row are a name. */
static bool is_piece(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    if (zgi_tok_len(t) != 1 || m->title_of[k] != ZGI_NONE || m->org_of[k] != ZGI_NONE)
        return false;
    switch (t->cls) {
    case ZGI_C_NOUN:
    case ZGI_C_VERB:
    case ZGI_C_ADJ:
    case ZGI_C_QUANT:
    case ZGI_C_ADVERB:
    case ZGI_C_NUMBER:
    case ZGI_C_SUFFIX:
        return t->cost >= PIECE_COST;
    case ZGI_C_LOCAL: /* 中煤, 中核 */
        return m->text->ch[t->at.begin] == 0x4e2d;
    case ZGI_C_MORPH:
    case ZGI_C_OTHER:
        return true;
    default:
        return false;
    }
}

uint32_t zgi_org_pieces(const zgi_marks *m, uint32_t end)
{
    uint32_t k = end;
    while (k > 0 && end - k < NAME_CHARS && is_piece(m, k - 1))
        k--;
    while (k < end && (zgi_tok(m, k)->cls == ZGI_C_SUFFIX || zgi_tok_char(m, k) == 0x4efd))
        k++; /* a head of what stands before it; 份 */
    return end - k >= 2 ? k : end;
}

uint32_t zgi_org_abbreviation(const zgi_marks *m, uint32_t end)
{
    enum { MOST = 3 };
    uint32_t k = end;
    while (k > 0 && end - k <= MOST && zgi_tok_len(zgi_tok(m, k - 1)) == 1 &&
           m->title_of[k - 1] == ZGI_NONE && m->org_of[k - 1] == ZGI_NONE &&
           zgi_tok(m, k - 1)->cls != ZGI_C_SUFFIX) {
        uint8_t cls = zgi_tok(m, k - 1)->cls;
        if (cls == ZGI_C_CONJ || cls == ZGI_C_SEP || cls == ZGI_C_COMMA || cls == ZGI_C_STOP ||
            (cls == ZGI_C_PARTICLE && zgi_tok_char(m, k - 1) == 0x7684) || cls == ZGI_C_SPACE ||
            cls == ZGI_C_OPEN || cls == ZGI_C_CLOSE || cls == ZGI_C_COLON || zgi_is_place(cls))
            return end;
        k--;
    }
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    bool inside = before == ZGI_C_ORGAN || before == ZGI_C_ORG || before == ZGI_C_SUFFIX;
    return inside && end - k <= MOST ? k : end;
}

bool zgi_org_place_is_name(const zgi_marks *m, uint32_t k, const zgi_title *t)
{
    const zgi_token *p = zgi_tok(m, k);
    return p->cls == ZGI_C_PLACE && (p->bits & (uint32_t)ZGI_F_SHORT) &&
           !(zgi_tok(m, t->head)->bits & ZGI_K_REGION);
}

/* Is a person named after the title, behind others of the same chain: 董事长兼总经理张三? */
static bool person_follows(const zgi_marks *m, const zgi_title *t)
{
    uint32_t k = t->last, n = m->tokens->count;
    while (k < n && (m->title_of[k] != ZGI_NONE || zgi_tok(m, k)->cls == ZGI_C_SEP ||
                     zgi_tok(m, k)->cls == ZGI_C_CONJ || zgi_tok(m, k)->cls == ZGI_C_SPACE))
        k++;
    return k < n && zgi_tok(m, k)->cls == ZGI_C_NAME;
}

bool zgi_org_title_addresses(const zgi_text *text, zgi_span head, uint32_t bits)
{
    bool firms = (bits & ZGI_K_COMPANY) != 0 &&
                 (bits & (ZGI_K_PARTY | ZGI_K_GOVERNMENT | ZGI_K_SCHOOL | ZGI_K_HOSPITAL)) == 0;
    return !firms || (bits & (uint32_t)ZGI_F_AFTER) || text->ch[head.end - 1] == 0x957f; /* 长 */
}

/* A person's name right before a title that only stands before persons' names. */
static bool name_is_firm(const zgi_marks *m, const zgi_title *t)
{
    const zgi_token *head = zgi_tok(m, t->head);
    return person_follows(m, t) || !zgi_org_title_addresses(m->text, head->at, head->bits);
}

bool zgi_org_is_copula(const zgi_marks *m, uint32_t k)
{
    if (k == 0 || zgi_tok_len(zgi_tok(m, k)) != 1 || zgi_tok_char(m, k) != 0x7cfb)
        return false;
    uint8_t before = zgi_tok(m, k - 1)->cls;
    if (before == ZGI_C_ROLE)
        return true;
    bool apart = before == ZGI_C_COMMA || before == ZGI_C_CLOSE || before == ZGI_C_NAME ||
                 before == ZGI_C_SPACE || before == ZGI_C_HONOR;
    return apart && k + 1 < m->tokens->count && m->title_of[k + 1] == ZGI_NONE &&
           zgi_tok(m, k + 1)->cls != ZGI_C_BODY; /* ，系党总支书记: of the department */
}

/* The first token of a name that ends before token `end`, of which `t` is a title; *odd: it holds a
 * piece that no word explains. */
static uint32_t unnamed_start(const zgi_marks *m, const zgi_title *t, uint32_t end, bool *odd)
{
    uint32_t k = end;
    bool firm = name_is_firm(m, t);
    *odd = false;
    while (k > 0 && m->org_of[k - 1] == ZGI_NONE && m->title_of[k - 1] == ZGI_NONE) {
        const zgi_token *left = zgi_tok(m, k - 1);
        uint32_t pieces = zgi_org_pieces(m, k);
        bool name = left->cls == ZGI_C_NAME && firm;
        if (pieces < k || name || left->cls == ZGI_C_LATIN) {
            *odd = true;
            k = pieces < k ? pieces : k - 1;
        } else if (zgi_can_be_name(left) || left->cls == ZGI_C_VNOUN || left->cls == ZGI_C_ADJ) {
            k--;
        } else {
            break;
        }
    }
    while (k < t->first && (zgi_tok(m, k)->cls == ZGI_C_VNOUN || zgi_tok(m, k)->cls == ZGI_C_ADJ) &&
           zgi_tok_len(zgi_tok(m, k)) > 1)
        k++; /* what is done or how it is stands before a name, not in front of it inside */
    return k;
}

static bool all_can_be_name(const zgi_marks *m, uint32_t first, uint32_t last)
{
    for (uint32_t k = first; k < last; k++)
        if (!zgi_can_be_name(zgi_tok(m, k)))
            return false;
    return true;
}

uint32_t zgi_org_firm_kinds(const zgi_marks *m, const zgi_title *t)
{
    const uint32_t wants = ZGI_K_COMPANY | ZGI_K_ASSOCIATION;
    const zgi_token *head = zgi_tok(m, t->head);
    bool firms = head->cls == ZGI_C_TITLE && (head->bits & wants) == wants &&
                 (head->bits & (ZGI_K_VILLAGE | ZGI_K_PARTY)) == 0;
    return firms ? head->bits & wants : 0;
}

/* 拟任 | 乡镇 | 党委书记, 历任 | 县级市 | 市长: plain words right behind what says that somebody took
 * the post are where it is. */
static zg_status mark_taken(zgi_marks *m, const zgi_title *t)
{
    uint32_t k = t->first;
    const zgi_token *head = zgi_tok(m, t->head);
    while (k > 0 && m->org_of[k - 1] == ZGI_NONE && m->title_of[k - 1] == ZGI_NONE &&
           (zgi_tok(m, k - 1)->cls == ZGI_C_NOUN || zgi_tok(m, k - 1)->cls == ZGI_C_SUFFIX ||
            (zgi_tok(m, k - 1)->cls == ZGI_C_ADJ && k < t->first)))
        k--;
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    bool taken = before == ZGI_C_APPOINT || before == ZGI_C_NOW || before == ZGI_C_PROPOSED ||
                 before == ZGI_C_RESIGN || before == ZGI_C_REMOVE || before == ZGI_C_ELECT ||
                 (before == ZGI_C_FORMER && zgi_tok_len(zgi_tok(m, k - 1)) > 1);
    uint32_t n = k < t->first ? zgi_tok(m, t->first - 1)->at.end - zgi_tok(m, k)->at.begin : 0;
    if (!taken || n < 2 || n > PLAIN_CHARS || head->cls != ZGI_C_TITLE)
        return ZG_OK;
    return zgi_org_add(m, k, t->first, head->bits & ZGI_K_ALL & ~(uint32_t)ZGI_K_DEPARTMENT);
}

/* 士古来 | 州议员某某: where a member was elected, in no table and taken for a name. */
static bool is_constituency(const zgi_marks *m, const zgi_title *t)
{
    const zgi_token *left = zgi_tok(m, t->first - 1), *head = zgi_tok(m, t->head);
    const uint16_t *h = m->text->ch + head->at.begin, *end = m->text->ch + head->at.end;
    bool member = zgi_tok_len(head) >= 3 && end[-2] == 0x8bae && end[-1] == 0x5458 && /* 议员 */
                  (h[0] == 0x5dde || h[0] == 0x56fd); /* 州 国会 */
    bool district = t->first > 1 && zgi_tok_len(left) == 1 &&
                    zgi_is_place(zgi_tok(m, t->first - 2)->cls) &&
                    m->text->ch[left->at.begin] == 0x533a; /* 居銮 | 区 */
    if (member && district)
        return true;
    bool name = left->cls == ZGI_C_NAME || (left->cls == ZGI_C_NOUN && zgi_tok_len(left) >= 3);
    uint8_t before = t->first > 1 ? zgi_tok(m, t->first - 2)->cls : ZGI_C_STOP;
    return member && name && t->first == t->head && person_follows(m, t) && zgi_bounds_name(before);
}

zg_status zgi_org_mark_unnamed(zgi_marks *m, const zgi_title *t)
{
    uint32_t kinds = zgi_org_firm_kinds(m, t), end = t->first;
    if (kinds == 0 && is_constituency(m, t))
        return zgi_org_add(m,
                           zgi_tok_len(zgi_tok(m, t->first - 1)) > 1 ? t->first - 1 : t->first - 2,
                           t->first, ZGI_K_REGION | ZGI_K_CONGRESS);
    if (kinds == 0)
        return mark_taken(m, t);
    bool odd, of = zgi_tok(m, end - 1)->cls == ZGI_C_PARTICLE && end > 1 &&
                   zgi_tok_char(m, end - 1) == 0x7684; /* 云岫的 | 首席执行官 */
    end -= of;
    uint32_t k = unnamed_start(m, t, end, &odd);
    if (k == end || (!odd && (of || !all_can_be_name(m, k, end))))
        return ZG_OK;
    uint32_t n = zgi_tok(m, end - 1)->at.end - zgi_tok(m, k)->at.begin;
    if (n < 2 || n > (odd ? NAME_CHARS : PLAIN_CHARS) ||
        (k > 0 && !zgi_bounds_name(zgi_tok(m, k - 1)->cls)))
        return ZG_OK;
    return zgi_org_add(m, k, end, kinds);
}

/* A unit whose last word is no head, before a body word: 北山文旅功能区 | 管委会主任. */
zg_status zgi_org_mark_unit_of_body(zgi_marks *m, const zgi_title *t)
{
    if (t->first == 0 || zgi_tok(m, t->first)->cls != ZGI_C_BODY)
        return ZG_OK;
    const zgi_token *last = zgi_tok(m, t->first - 1);
    if ((last->cls != ZGI_C_NOUN && last->cls != ZGI_C_VNOUN) || zgi_tok_len(last) < 2)
        return ZG_OK;
    uint32_t kinds = zgi_tok(m, t->first)->bits & ZGI_K_ALL;
    uint32_t first = zgi_org_left(m, t->first - 1, kinds);
    if (last->at.end - zgi_tok(m, first)->at.begin < 3)
        return ZG_OK;
    return zgi_org_add(m, first, t->first, kinds);
}
