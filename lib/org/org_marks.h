/* What each token of a sentence belongs to, before items are made: shared by the room's files. */
#ifndef ZGI_ORG_MARKS_H
#define ZGI_ORG_MARKS_H

#include "org/org.h"

/* One title: grades, a body word and a head. 常务/副/书记; 党委/副/书记. */
typedef struct zgi_title {
    uint32_t first, last; /* tokens [first, last) */
    uint32_t head;        /* token of the head */
} zgi_title;

/* Sets of classes, a bit for each. */
_Static_assert(ZGI_C_COUNT <= 64, "a set of classes is a word");
#define ZGI_IN(cls) (UINT64_C(1) << (cls))
#define ZGI_TITLES                                                                                 \
    (ZGI_IN(ZGI_C_TITLE) | ZGI_IN(ZGI_C_RANK) | ZGI_IN(ZGI_C_ROLE) | ZGI_IN(ZGI_C_BYLINE) |        \
     ZGI_IN(ZGI_C_GENERIC))
#define ZGI_ENDS_ORG                                                                               \
    (ZGI_IN(ZGI_C_SUFFIX) | ZGI_IN(ZGI_C_ORGAN) | ZGI_IN(ZGI_C_ORG) | ZGI_IN(ZGI_C_PSUFFIX) |      \
     ZGI_IN(ZGI_C_PLACE) | ZGI_IN(ZGI_C_COUNTRY))

typedef struct zgi_marks {
    const zgi_dict_view *dict;
    const zgi_text *text;
    const zgi_tokens *tokens;
    zgi_arena *arena;
    uint64_t seen;      /* the classes that the sentence holds */
    uint32_t *title_of; /* [tokens] index into titles, ZGI_NONE */
    uint32_t *org_of;   /* [tokens] index into orgs, ZGI_NONE */
    struct {
        zgi_title *items;
        uint32_t count, cap;
    } titles;
    struct {
        zgi_org *items;
        uint32_t count, cap;
    } orgs; /* built from right to left */
} zgi_marks;

zg_status zgi_org_mark_titles(zgi_marks *m);
zg_status zgi_org_mark_orgs(zgi_marks *m);

/* Makes tokens [first, last) an organisation of `kinds`. */
zg_status zgi_org_add(zgi_marks *m, uint32_t first, uint32_t last, uint32_t kinds);

/* An organisation in no table and without a head before title `t`: 宏远金茂 | 董事长. Two to ten
 * characters between a mark or verb and a title that only bodies with names have. */
zg_status zgi_org_mark_unnamed(zgi_marks *m, const zgi_title *t);
/* The letter of a token that is part of no organisation or title. */
char zgi_org_letter(const zgi_text *text, const zgi_token *t);
/* The letter of a word that says nothing about the post, 三位 or 第十届, and where it ends; 0: none. */
char zgi_org_filler(const zgi_marks *m, uint32_t k, uint32_t *last);
/* 作者 | 系: is token `k` the verb 系 and no department? */
bool zgi_org_is_copula(const zgi_marks *m, uint32_t k);
/* Kinds of the firm that has title `t`, 0 when others than firms and associations have it, too. */
uint32_t zgi_org_firm_kinds(const zgi_marks *m, const zgi_title *t);
/* The first of up to three single characters between a unit and the head of its department at token
 * `end`, `end` when there are none: 商务厅 | 外经 | 处. */
uint32_t zgi_org_abbreviation(const zgi_marks *m, uint32_t end);
/* A unit whose last word is no head, before a body word: 北山文旅功能区 | 管委会主任. */
zg_status zgi_org_mark_unit_of_body(zgi_marks *m, const zgi_title *t);
/* 宏远金茂 | 董事长: no place has that post, so the short name of one is a firm's name here. */
bool zgi_org_place_is_name(const zgi_marks *m, uint32_t k, const zgi_title *t);
/* The first of two or more single characters that end before token `end` and are no words of their
 * own, `end` when there are none: 真 如 | 派出所. */
uint32_t zgi_org_pieces(const zgi_marks *m, uint32_t end);

/* 斯南 | 镇 + 党委书记: a township or community that no table holds; where its name begins, or `k`. */
uint32_t zgi_org_unknown_place(const zgi_marks *m, uint32_t k);
/* 国立 | 台湾大学, 国营 | 江州纺织厂: who founded a school or runs a factory goes on its name. */
bool zgi_org_is_founder(const zgi_text *text, const zgi_token *t);
/* 空军航空兵 | 某部 + 政委: a unit of the army whose name is not told. */
bool zgi_org_is_some_unit(const zgi_text *text, const zgi_token *t);
/* A party or union, to which a member of parliament belongs. */
bool zgi_org_is_party(const zgi_marks *m, const zgi_token *t);
/* 行动党 | 柔州 | 主席, 某某证券 | 中国 | 首席经济学家: is place token `k` where a party, a firm is, whose title
 * follows? */
bool zgi_org_leads_party(const zgi_marks *m, uint32_t k);
bool zgi_org_leads_branch(const zgi_marks *m, uint32_t k);

/* 外交 + 部长: the title `t` gives its first character to the organisation before it. */
zg_status zgi_org_lend(zgi_marks *m, const zgi_title *t);

/* Where a title whose head is token `head` begins, its field of work included; `first`: its
 * grades. 财务 | 总监, 慈善 及 社区事务 | 执行总监. */
uint32_t zgi_org_field_start(const zgi_marks *m, uint32_t first, uint32_t head);
/* 驻 | 刚果（金） | 大使: where the title of an envoy begins that names his post, `first` elsewhere. */
uint32_t zgi_org_posting_start(const zgi_marks *m, uint32_t first, uint32_t head);
/* 总统 | 军事 | 顾问: where the title of an aide begins that names whom he serves, `first` elsewhere. */
uint32_t zgi_org_aide_start(const zgi_marks *m, uint32_t first, uint32_t head);

/* 董事会 + 董事: is body token `body` the board whose members the title with head `head` names? */
bool zgi_org_is_office(const zgi_marks *m, uint32_t body);    /* 某铁路 | 办事处 */
bool zgi_org_is_stationed(const zgi_marks *m, uint32_t body); /* 驻某局 | 纪检组 */
bool zgi_org_is_numbered(const zgi_marks *m, uint32_t body);  /* 第二居委会 */
bool zgi_org_is_board(const zgi_marks *m, uint32_t body, uint32_t head);

/* The first token of the organisation that ends before token `end` (exclusive); `end` when no
 * organisation ends there. `kinds` are those of its head. */
uint32_t zgi_org_left(const zgi_marks *m, uint32_t end, uint32_t kinds);

static inline const zgi_token *zgi_tok(const zgi_marks *m, uint32_t k)
{
    return &m->tokens->items[k];
}
static inline uint32_t zgi_tok_len(const zgi_token *t)
{
    return t->at.end - t->at.begin;
}
static inline uint16_t zgi_tok_char(const zgi_marks *m, uint32_t k)
{
    return m->text->ch[zgi_tok(m, k)->at.begin];
}
static inline bool zgi_is_title(uint8_t cls)
{
    return (ZGI_TITLES >> cls & 1u) != 0;
}
static inline bool zgi_is_place(uint8_t cls)
{
    return cls == ZGI_C_PLACE || cls == ZGI_C_COUNTRY;
}
static inline bool zgi_ends_org(uint8_t cls)
{
    return (ZGI_ENDS_ORG >> cls & 1u) != 0;
}
static inline bool zgi_title_follows(const zgi_marks *m, uint32_t k)
{
    return k < m->tokens->count && m->title_of[k] != ZGI_NONE;
}
/* False where zgi_org_filler gives 0, for nearly every token: the words it knows stand before a
 * title, or are numbers, 职务, 驻 and 新. */
static inline bool zgi_org_may_fill(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    uint16_t c = m->text->ch[t->at.begin];
    return zgi_title_follows(m, k + 1) || t->cls == ZGI_C_NUMBER || t->cls == ZGI_C_DIGITS ||
           t->cls == ZGI_C_OFFICE || (zgi_tok_len(t) == 1 && (c == 0x9a7b || c == 0x65b0));
}
/* 自治区, 校 as a whole organisation: the one that the reader knows. */
bool zgi_is_known_level(const zgi_marks *m, uint32_t k);

/* Can the token be part of a name that no table holds; what stands before such a name. */
bool zgi_can_be_name(const zgi_token *t);
bool zgi_bounds_name(uint8_t before);

/* The level of a place token (its deepest candidate is not asked: the first one is the common). */
uint8_t zgi_place_level(const zgi_dict_view *dict, const zgi_token *t);

#endif
