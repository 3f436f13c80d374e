/* The vocabulary shared by tables, image and library: token classes, kinds and flags.
 *
 * Names in the first column are what a data table says; the numbers are part of the image format
 * and are never reused. zgc checks tables against these lists, the library reads the same lists.
 * Example: 「局长」 is class `title`; 「局」 is class `suffix` with kind `government`.
 */
#ifndef ZGI_DICT_CLASSES_H
#define ZGI_DICT_CLASSES_H

#include <stdint.h>

/* X(id, table name, context group): the context group is the row and column of the
 * transition table (data/rules/transitions.tsv). */
#define ZGI_CLASSES(X)                                                                             \
    /* plain words */                                                                              \
    X(NOUN, "noun", NOUN)         /* 产业 */                                                     \
    X(VERB, "verb", VERB)         /* 建成 */                                                     \
    X(VNOUN, "vnoun", NOUN)       /* 管理, 发展: verbs that stand inside names of bodies */    \
    X(ADJ, "adj", NOUN)           /* 重要 */                                                     \
    X(ADVERB, "adverb", ADVERB)   /* 正在 */                                                     \
    X(PREP, "prep", PREP)         /* 对于 */                                                     \
    X(CONJ, "conj", CONJ)         /* 和 及 与 兼 */                                            \
    X(PARTICLE, "particle", FUNC) /* 的 了 着 */                                                \
    X(PRONOUN, "pronoun", LOOSE)  /* 他 该 本 */                                                \
    X(TIME, "time", TIME)         /* 近日 */                                                     \
    X(NUMBER, "number", LOOSE)    /* 三 第一 */                                                 \
    X(QUANT, "quant", LOOSE)      /* 名 位 届 */                                                \
    X(LOCAL, "local", LOOSE)      /* 上 内 以来 */                                             \
    X(OTHER, "other", NOUN)       /* idioms and what has no better class */                        \
    X(MORPH, "morph", NOUN)       /* a Han character that is in no other entry */                  \
    X(SPEECH, "speech", SPEECH)   /* 说 表示 指出 介绍 */                                   \
    X(HONOR, "honor", HONOR)      /* after a name: 同志 先生 女士 一行 */                  \
    /* titles */                                                                                   \
    X(TITLE, "title", TITLE)     /* 局长 */                                                      \
    X(RANK, "rank", TITLE)       /* 教授 少将 一级巡视员 */                               \
    X(ROLE, "role", TITLE)       /* 村民 医生 */                                               \
    X(BYLINE, "byline", BYLINE)  /* 记者 通讯员 责编 */                                     \
    X(GENERIC, "generic", TITLE) /* 领导 负责同志 */                                         \
    X(GRADE, "grade", GRADE)     /* 副 代理 常务副 第一 */                                 \
    X(BODY, "body", BODY)        /* 党委 党组 管委会 董事会 */                           \
    /* organisations and places */                                                                 \
    X(SUFFIX, "suffix", ORG)     /* 局 公司 大学 委员会: ends a name */                    \
    X(ORGAN, "organ", ORG)       /* 省委 市政府 人大常委会 */                            \
    X(ORG, "org", ORG)           /* a whole name: 国务院 新华社 */                           \
    X(PLACE, "place", PLACE)     /* 荆州市 荆州 狮子口镇 */                               \
    X(COUNTRY, "country", PLACE) /* 美国 */                                                      \
    X(PSUFFIX, "psuffix", PLACE) /* 村 社区 街道 开发区: ends a place name */              \
    /* triggers */                                                                                 \
    X(FORMER, "former", STATUS)         /* 原 前 时任 曾任 已故 */                         \
    X(NOW, "now", STATUS)               /* 现任 目前担任 */                                  \
    X(PROPOSED, "proposed", STATUS)     /* 拟任 提名 */                                        \
    X(APPOINT, "appoint", APPOINT)      /* 任命 任 出任 */                                    \
    X(ELECT, "elect", APPOINT)          /* 当选 选举 */                                        \
    X(REMOVE, "remove", APPOINT)        /* 免去 撤销 */                                        \
    X(RESIGN, "resign", APPOINT)        /* 辞去 */                                               \
    X(OFFICE, "office", NOUN)           /* 职务 一职: closes a clause of appointment */        \
    X(INVESTIGATE, "investigate", VERB) /* 涉嫌严重违纪违法 被查 */                      \
    /* pieces of names */                                                                          \
    X(SURNAME2, "surname2", NOUN) /* 欧阳: a compound surname; only the name room uses it */     \
    X(FNAME, "fname", NAME)       /* a transliterated part: 普京 */                              \
    X(MNAME, "mname", NAME)       /* a part of ethnic minorities' names: 次仁 */                 \
    X(JNAME, "jname", NOUN)       /* a Japanese surname: 岸田 */                                 \
    X(NAME, "name", NAME)         /* made by the name room, never in a table */                    \
    /* made by the scan room from the characters themselves */                                     \
    X(SEP, "sep", SEP)         /* 、 */                                                           \
    X(COMMA, "comma", PUNCT)   /* ， */                                                           \
    X(SEMI, "semi", PUNCT)     /* ； */                                                           \
    X(COLON, "colon", PUNCT)   /* ： */                                                           \
    X(OPEN, "open", PUNCT)     /* （ */                                                           \
    X(CLOSE, "close", PUNCT)   /* ） */                                                           \
    X(QOPEN, "qopen", PUNCT)   /* “ 「 《 */                                                   \
    X(QCLOSE, "qclose", PUNCT) /* ” 」 》 */                                                   \
    X(SPACE, "space", SPACE)   /* blanks and line ends inside a sentence */                        \
    X(DIGITS, "digits", LOOSE) /* 2021 ２０２１ */                                             \
    X(LATIN, "latin", NOUN)    /* LVMH */                                                          \
    X(DASH, "dash", PUNCT)     /* — - ～ */                                                     \
    X(STOP, "stop", PUNCT)     /* 。！？… and every other mark */                             \
    X(DATE, "date", TIME)      /* 2021年12月, 2016.05—2018.03; made by the scan room */

/* clang-format off */
/* LIST, POST and CHAIN are the groups of no class: lib/name gives them. */
#define ZGI_GROUPS(X)                                                                              \
    X(PUNCT) X(NOUN) X(VERB) X(FUNC) X(PREP) X(CONJ) X(TIME) X(SPEECH) X(HONOR) X(TITLE)           \
    X(BYLINE) X(GRADE) X(BODY) X(ORG) X(PLACE) X(STATUS) X(APPOINT) X(NAME) X(SEP) X(SPACE)        \
    X(LIST)  /* a mark or blank after a name: another name may follow */                           \
    X(ADVERB) /* 首先 正在 */                                                                   \
    X(COORD) /* 和 与 及: conjunctions with flag list, between like and like */                    \
    X(LOOSE) /* 他 上 三 名: what seldom stands beside a name */                          \
    X(POST)  /* a title that says where: 某局局长, 副局长; a name is more likely than after 局长 */ \
    X(CHAIN) /* 、 or 兼 after a POST: a title that follows is one, too */
/* clang-format on */

typedef enum zgi_group {
#define ZGI_X(id) ZGI_G_##id,
    ZGI_GROUPS(ZGI_X)
#undef ZGI_X
        ZGI_G_COUNT
} zgi_group;

typedef enum zgi_class {
#define ZGI_X(id, name, group) ZGI_C_##id,
    ZGI_CLASSES(ZGI_X)
#undef ZGI_X
        ZGI_C_COUNT
} zgi_class;

/* Kinds: of an organisation, what it is; of a title, which organisations can have it as a post.
 * "Can it be a post of that organisation" is (title kinds & organisation kinds) != 0. */
#define ZGI_KINDS(X)                                                                               \
    X(PARTY, "party", 0)                  /* 市委 组织部 */                                   \
    X(GOVERNMENT, "government", 1)        /* 市政府 公安局 */                                \
    X(CONGRESS, "congress", 2)            /* 人大常委会 */                                    \
    X(CPPCC, "cppcc", 3)                  /* 政协 */                                             \
    X(COURT, "court", 4)                  /* 法院 */                                             \
    X(PROCURATORATE, "procuratorate", 5)  /* 检察院 */                                          \
    X(DISCIPLINE, "discipline", 6)        /* 纪委 监委 */                                      \
    X(MILITARY, "military", 7)            /* 军区 */                                             \
    X(COMPANY, "company", 8)              /* 公司 银行 */                                      \
    X(SCHOOL, "school", 9)                /* 大学 中学 */                                      \
    X(HOSPITAL, "hospital", 10)           /* 医院 */                                             \
    X(ASSOCIATION, "association", 11)     /* 协会 工会 */                                      \
    X(MEDIA, "media", 12)                 /* 报 电视台 */                                      \
    X(INTERNATIONAL, "international", 13) /* 联合国 */                                          \
    X(VILLAGE, "village", 14)             /* 村 社区 */                                         \
    X(REGION, "region", 15)               /* a place itself: 荆州市 公安县 美国 */         \
    X(INSTITUTE, "institute", 16)         /* 研究院 中心 事业单位 */                      \
    X(DEPARTMENT, "department", 17) /* a unit inside another: 办公室 财务部 宣传部 科 */ \
    X(POLICE, "police", 18)         /* 公安局 派出所 */

#define ZGI_X(id, name, bit) ZGI_K_##id = 1u << (bit),
typedef enum zgi_kind { ZGI_KINDS(ZGI_X) ZGI_K_ALL = (1u << 19) - 1 } zgi_kind;
#undef ZGI_X

/* Flags of a lexicon row. A bit is read together with the row's class. */
#define ZGI_FLAGS(X) \
    X(FIELD, "field", 20)     /* title: takes a field of work before it (财务总监) */             \
    X(SOLO, "solo", 21)       /* title: its organisation is never written (国家主席) */           \
    X(PARTIAL, "partial", 22) /* suffix, organ: part of a unit (办公室); needs a parent */         \
    X(SHORT, "short", 23)     /* place: the short form (荆州); organ: the short form (市委) */    \
    X(LEFT, "left", 24) /* suffix: needs a name before it (局); verb: begins none (加入) */        \
    X(AFTER, "after", 25) /* title: common after a name (王毅外长); word: also (则 曾) */        \
    X(ACTING, "acting", 26)     /* grade, title: makes the post acting (代理) */                    \
    X(VERBLIKE, "verblike", 27) /* title, rank: also a verb or noun (代表) */                       \
    X(SPLIT, "split", 28) /* title: first character may belong to the organisation (部长) */        \
    X(UNIT, "unit", 29)   /* body: makes an organisation when a place stands before it */ \
    X(LIST, "list", 30)   /* trigger: a list of persons or posts follows (任命下列同志); conj: 和 */      \
    X(GIVEN, "given", 31) /* word: also a common given name (建国, 志强) */

#define ZGI_X(id, name, bit) ZGI_F_##id = (int)(1u << (bit)),
typedef enum zgi_flag { ZGI_FLAGS(ZGI_X) ZGI_F_NONE = 0 } zgi_flag;
#undef ZGI_X

/* Level of a place: the divisions' own levels, with countries above them. */
typedef enum zgi_level {
    ZGI_L_NONE = 0,
    ZGI_L_COUNTRY = 1,
    ZGI_L_PROVINCE = 2,
    ZGI_L_PREFECTURE = 3,
    ZGI_L_COUNTY = 4,
    ZGI_L_TOWNSHIP = 5,
    ZGI_L_ZONE = 6
} zgi_level;

/* Costs are hundredths of a nat: 100 * -ln(p), so that adding costs multiplies chances. */
#define ZGI_COST_UNIT 100
#define ZGI_COST_NONE 0x3fff /* "cannot be": larger than any real cost */

/* Tunable figures, read from data/rules/weights.tsv (name, value, note). */
#define ZGI_WEIGHTS(X)                                                                             \
    X(MORPH_COST, "morph_cost")             /* a Han character in no entry */                      \
    X(NAME_PRIOR, "name_prior")             /* a Han name, before its characters are counted */    \
    X(NAME_TWO, "name_two")                 /* extra for surname + 1 */                            \
    X(NAME_THREE, "name_three")             /* extra for surname + 2 */                            \
    X(NAME_FOUR, "name_four")               /* extra for compound surname + 2, or married names */ \
    X(NAME_SPACED, "name_spaced")           /* extra for a name printed with a blank inside */     \
    X(NAME_REPEAT, "name_repeat")           /* a name that the document has already established */ \
    X(GIVEN_FLOOR, "given_floor")           /* a given-name character never counted */             \
    X(FOREIGN_PRIOR, "foreign_prior")       /* a transliterated name without dot */                \
    X(FOREIGN_DOTTED, "foreign_dotted")     /* a name joined by · */                              \
    X(DOTTED_FLOOR, "dotted_floor")         /* a character unusual in transliterations, in such */ \
    X(FOREIGN_KNOWN, "foreign_known")       /* a known part as a whole name */                     \
    X(MINORITY_PRIOR, "minority_prior")     /* a chain of ethnic name parts */                     \
    X(JAPANESE_PRIOR, "japanese_prior")     /* a Japanese surname + 1 to 3 characters */           \
    X(TITLE_COST, "title_cost")             /* a title row without a count */                      \
    X(SUFFIX_COST, "suffix_cost")           /* an organisation suffix without a count */           \
    X(ORG_COST, "org_cost")                 /* a whole organisation without a count */             \
    X(PLACE_COST, "place_cost")             /* a full place name without a count */                \
    X(PLACE_SHORT_COST, "place_short_cost") /* a short place name */                               \
    X(PLACE_WORD_COST, "place_word_cost")   /* extra for a short place name that is also a word */ \
    X(TRIGGER_COST, "trigger_cost")         /* a trigger without a count */                        \
    X(WORD_COST, "word_cost")               /* a plain word without a count */                     \
    X(PLACE_TOWN_COST, "place_town_cost")   /* extra for the short name of a township */           \
    X(NAME_GENDER, "name_gender")           /* a name before ，男 or （女 */                   \
    X(NAME_FRAMED, "name_framed")           /* a name in 任命…为, 免去…的 */             \
    X(NAME_HOLDS, "name_holds")             /* a name that ends in a known name: 向 + 侯磊 */   \
    X(FOREIGN_HYPHEN, "foreign_hyphen")     /* a transliterated name joined by - */                \
    X(FOREIGN_PART, "foreign_part")         /* for each dot in a name */                           \
    X(NAME_TORN, "name_torn")               /* a name beside a dot that is not part of it */       \
    X(NAME_AFTER, "name_after")             /* a word that often follows a name, right of one */ \
    X(ETHNIC_CHAR, "ethnic_char")           /* a character of an ethnic name in no part */ \
    X(ETHNIC_ODD, "ethnic_odd")             /* one such character alone: 江 in 热合曼江 */ \
    X(NAME_ADVERB, "name_adverb")           /* a name that is an adverb: 高度 */ \
    X(FOREIGN_ON, "foreign_on")             /* a known part that goes on: 阿卜杜拉希 + 扬 */ \
    X(NAME_PLACE, "name_place")             /* three characters that begin with a place */ \
    X(ETHNIC_FLOOR, "ethnic_floor")         /* a character never counted in ethnic names */ \
    X(NAME_JOINT, "name_joint")             /* 和 after a post as a surname */ \
    X(NAME_ADDRESS, "name_address")         /* a title that is an address, right of a name */ \
    X(NAME_TITLE, "name_title")             /* a surname with a title: 刘少将 */ \
    X(NAME_MARRIED, "name_married")         /* two surnames and two given characters */

typedef enum zgi_weight {
#define ZGI_X(id, name) ZGI_W_##id,
    ZGI_WEIGHTS(ZGI_X)
#undef ZGI_X
        ZGI_W_COUNT
} zgi_weight;

#endif
