/* 4. Organisations and titles: tokens → the items of a sentence, and its class string.
 *
 * Takes the tokens of a sentence; puts organisation names together (place chain + words + head),
 * titles with their grades and body words, and gives one item, one letter, for what is left.
 * 「市公安局荆州分局局长范书平表示」 → O(市公安局荆州分局) T(局长) N V
 */
#ifndef ZGI_ORG_ORG_H
#define ZGI_ORG_ORG_H

#include "name/name.h"

#define ZGI_NONE UINT32_MAX

typedef struct zgi_org {
    zgi_span at;
    uint32_t kinds;       /* zgi_kind of its last part | ZGI_F_PARTIAL when it needs a parent */
    uint32_t first, last; /* tokens [first, last) */
    zgi_span place;       /* the place chain it begins with; begin == ZGI_NONE when none */
    uint32_t unit_end;    /* of a department: where the unit it is part of ends; else ZGI_NONE */
    uint32_t unit_kinds;  /* zgi_kind of that unit */
    uint32_t place_data;  /* data of the chain's last place token; ZGI_NONE when none */
} zgi_org;

/* X(letter, id, what): the alphabet of class strings. Rules are written in these letters. */
#define ZGI_LETTERS(X)                                                                             \
    X('O', ORG, "organisation")                                                                    \
    X('P', PLACE, "place that stands alone")                                                       \
    X('T', TITLE, "title of a post")                                                               \
    X('R', RANK, "rank or professional title")                                                     \
    X('L', ROLE, "occupation, honour")                                                             \
    X('Y', BYLINE, "byline word")                                                                  \
    X('G', GENERIC, "collective handle")                                                           \
    X('B', BODY, "body word without a title")                                                      \
    X('N', NAME, "person")                                                                         \
    X('S', SEP, "enumeration mark 、")                                                             \
    X('K', CONJ, "conjunction: 和 及 与 兼")                                                       \
    X('C', COMMA, "comma")                                                                         \
    X('M', SEMI, "semicolon")                                                                      \
    X('D', COLON, "colon")                                                                         \
    X('(', OPEN, "opening bracket")                                                                \
    X(')', CLOSE, "closing bracket")                                                               \
    X('q', QUOTE, "quotation mark")                                                                \
    X('F', FORMER, "former: 原 前 时任")                                                           \
    X('W', NOW, "now: 现任")                                                                       \
    X('Z', PROPOSED, "proposed: 拟任")                                                             \
    X('A', APPOINT, "appointment: 任命 任")                                                        \
    X('E', ELECT, "election: 当选 选举")                                                           \
    X('X', REMOVE, "removal: 免去")                                                                \
    X('Q', RESIGN, "resignation: 辞去")                                                            \
    X('J', OFFICE, "office: 职务 一职")                                                            \
    X('I', INVESTIGATE, "investigation: 涉嫌…, 被查")                                              \
    X('V', SPEECH, "speech: 说 表示")                                                              \
    X('H', HONOR, "address: 同志 先生")                                                            \
    X('U', PARTICLE, "particle 的")                                                                \
    X('e', BE, "copula: 是 为 系")                                                                 \
    X('a', AS, "as: 作为 身为")                                                                    \
    X('p', PRONOUN, "pronoun: 他 她 其")                                                           \
    X('y', YOU, "您 你 我: speaks of nobody named")                                                \
    X('c', COUNT, "三位, 两名 or 董事会 before a title")                                           \
    X('o', ORDINAL, "第十届, 十一届 before an organ")                                              \
    X('l', TERM, "期间 任上: while the post was held")                                             \
    X('r', CHARGE, "负责 分管: has charge of what follows")                                        \
    X('j', JOIN, "加入 入职: becomes one of an organisation's people")                             \
    X('x', CHANGE, "变更 更换: somebody else takes a post")                                        \
    X('h', HAVE, "有 还有 包括: a list follows")                                                   \
    X('i', PREP, "preposition: 由 对 向")                                                          \
    X('t', TIME, "date or time word")                                                              \
    X('_', SPACE, "blank or line end")                                                             \
    X('d', DASH, "dash, slash")                                                                    \
    X('v', VERB, "verb")                                                                           \
    X('w', WORD, "anything else, runs joined")                                                     \
    X('.', STOP, "end of sentence, other marks")

enum zgi_letter {
#define ZGI_X(letter, id, what) ZGI_I_##id = letter,
    ZGI_LETTERS(ZGI_X)
#undef ZGI_X
};

typedef struct zgi_item {
    zgi_span at;
    uint32_t first, last; /* tokens [first, last) */
    uint32_t bits;        /* kinds and flags: of the title's head, of the organisation */
    uint32_t org;         /* index into orgs of a letter O or P, else ZGI_NONE */
    zgi_span head;        /* titles: the head alone */
    char letter;
    uint8_t sub; /* names: zgi_name_form */
    bool acting; /* titles: 代理, 代 */
    bool body;   /* titles: begins with a body word: 党委书记 */
} zgi_item;

typedef struct zgi_items {
    zgi_item *items;
    uint32_t count, cap;
    const char *classes; /* [count] letters, NUL-terminated */
    zgi_org *orgs;       /* every organisation and place of the sentence, in order */
    uint32_t org_count, org_cap;
} zgi_items;

/* Everything in `out` lives in `arena`. Without `whole`, a sentence whose items can be part of no
 * post, for want of titles and words of office, has its organisations only and no items. */
zg_status zgi_org_run(const zgi_dict_view *dict, const zgi_text *text, const zgi_tokens *tokens,
                      bool whole, zgi_arena *arena, zgi_items *out);
/* Does the sentence tell somebody's career: 历任…, 1965年8月生, 2001.08—2006.03 …, 男，汉族? */
bool zgi_org_tells_career(const zgi_text *text, const zgi_tokens *tokens, const zgi_items *items);
/* 郭伟某, 葛女士: masked or a surname with a form of address, so no full name. */
bool zgi_org_no_name(const zgi_text *text, zgi_span name);
/* Is a title with this head put after a name to address somebody: 周行远董事长? Of a firm's titles
 * only those flagged so: 云岫首席执行官 is the firm and its post. */
bool zgi_org_title_addresses(const zgi_text *text, zgi_span head, uint32_t bits);
zg_status zgi_org_dump(const zgi_text *text, const zgi_items *items, zgi_json *out);

#endif
