/* The letter of a token that is neither organisation nor title.
 *
 * Takes a token, gives what its class says, unless the grammar names the word itself: 是 is a verb
 * and the letter e.
 */
#include "org/org_marks.h"

static const char letter_of[ZGI_C_COUNT] = {
    [ZGI_C_VERB] = ZGI_I_VERB,
    [ZGI_C_PREP] = ZGI_I_PREP,
    [ZGI_C_CONJ] = ZGI_I_CONJ,
    [ZGI_C_PARTICLE] = ZGI_I_PARTICLE,
    [ZGI_C_PRONOUN] = ZGI_I_PRONOUN,
    [ZGI_C_TIME] = ZGI_I_TIME,
    [ZGI_C_SPEECH] = ZGI_I_SPEECH,
    [ZGI_C_HONOR] = ZGI_I_HONOR,
    [ZGI_C_TITLE] = ZGI_I_TITLE,
    [ZGI_C_RANK] = ZGI_I_RANK,
    [ZGI_C_ROLE] = ZGI_I_ROLE,
    [ZGI_C_BYLINE] = ZGI_I_BYLINE,
    [ZGI_C_GENERIC] = ZGI_I_GENERIC,
    [ZGI_C_BODY] = ZGI_I_BODY,
    [ZGI_C_FORMER] = ZGI_I_FORMER,
    [ZGI_C_NOW] = ZGI_I_NOW,
    [ZGI_C_PROPOSED] = ZGI_I_PROPOSED,
    [ZGI_C_APPOINT] = ZGI_I_APPOINT,
    [ZGI_C_ELECT] = ZGI_I_ELECT,
    [ZGI_C_REMOVE] = ZGI_I_REMOVE,
    [ZGI_C_RESIGN] = ZGI_I_RESIGN,
    [ZGI_C_OFFICE] = ZGI_I_OFFICE,
    [ZGI_C_INVESTIGATE] = ZGI_I_INVESTIGATE,
    [ZGI_C_NAME] = ZGI_I_NAME,
    [ZGI_C_SEP] = ZGI_I_SEP,
    [ZGI_C_COMMA] = ZGI_I_COMMA,
    [ZGI_C_SEMI] = ZGI_I_SEMI,
    [ZGI_C_COLON] = ZGI_I_COLON,
    [ZGI_C_OPEN] = ZGI_I_OPEN,
    [ZGI_C_CLOSE] = ZGI_I_CLOSE,
    [ZGI_C_QOPEN] = ZGI_I_QUOTE,
    [ZGI_C_QCLOSE] = ZGI_I_QUOTE,
    [ZGI_C_SPACE] = ZGI_I_SPACE,
    [ZGI_C_DATE] = ZGI_I_TIME,
    [ZGI_C_DASH] = ZGI_I_DASH,
    [ZGI_C_STOP] = ZGI_I_STOP,
};

/* Words that the grammar names one by one: X(first character, second or 0, letter). */
#define NAMED_WORDS(X)                                                                             \
    X(0x662f, 0, BE)          /* 是 */                                                            \
    X(0x4e3a, 0, BE)          /* 为 */                                                            \
    X(0x7cfb, 0, BE)          /* 系 */                                                            \
    X(0x83b7, 0, PREP)        /* 获 */                                                            \
    X(0x4f5c, 0x4e3a, AS)     /* 作为 */                                                         \
    X(0x8eab, 0x4e3a, AS)     /* 身为 */                                                         \
    X(0x7684, 0, PARTICLE)    /* 的 */                                                            \
    X(0x60a8, 0, YOU)         /* 您 */                                                            \
    X(0x4f60, 0, YOU)         /* 你 */                                                            \
    X(0x6211, 0, YOU)         /* 我 */                                                            \
    X(0x6211, 0x4eec, YOU)    /* 我们 */                                                         \
    X(0x671f, 0x95f4, TERM)   /* 期间 */                                                         \
    X(0x65f6, 0x671f, TERM)   /* 时期 */                                                         \
    X(0x4efb, 0x4e0a, TERM)   /* 任上 */                                                         \
    X(0x4efb, 0x5185, TERM)   /* 任内 */                                                         \
    X(0x8d1f, 0x8d23, CHARGE) /* 负责 */                                                         \
    X(0x5206, 0x7ba1, CHARGE) /* 分管 */                                                         \
    X(0x52a0, 0x5165, JOIN)   /* 加入 */                                                         \
    X(0x8c03, 0x5165, JOIN)   /* 调入 */                                                         \
    X(0x53d8, 0x66f4, CHANGE) /* 变更 */                                                         \
    X(0x66f4, 0x6362, CHANGE) /* 更换 */                                                         \
    X(0x52a0, 0x76df, JOIN)   /* 加盟 */                                                         \
    X(0x5165, 0x804c, JOIN)   /* 入职 */                                                         \
    X(0x4f9b, 0x804c, JOIN)   /* 供职 */                                                         \
    X(0x4ee5, 0x6765, TIME)   /* 以来 */                                                         \
    X(0x65f6, 0, TIME)        /* 时 */                                                            \
    X(0x540e, 0, TIME)        /* 后 */                                                            \
    X(0x6709, 0, HAVE)        /* 有 */                                                            \
    X(0x8fd8, 0x6709, HAVE)   /* 还有 */                                                         \
    X(0x5305, 0x62ec, HAVE)   /* 包括 */

/* Which characters begin one of them, by their low eight bits: few others pass. */
#define BIT_IN(word, c)             ((c) >> 6 & 3u) == (word) ? UINT64_C(1) << ((c)&63u) : 0u
#define IN_0(first, second, letter) | (BIT_IN(0, first))
#define IN_1(first, second, letter) | (BIT_IN(1, first))
#define IN_2(first, second, letter) | (BIT_IN(2, first))
#define IN_3(first, second, letter) | (BIT_IN(3, first))
static const uint64_t begins_named[4] = {0 NAMED_WORDS(IN_0), 0 NAMED_WORDS(IN_1),
                                         0 NAMED_WORDS(IN_2), 0 NAMED_WORDS(IN_3)};

static char named_letter(uint16_t first, uint16_t second)
{
    switch ((uint32_t)first << 16 | second) {
#define ZGI_X(a, b, letter)                                                                        \
    case (uint32_t)a << 16 | b:                                                                    \
        return ZGI_I_##letter;
        NAMED_WORDS(ZGI_X)
#undef ZGI_X
    default:
        return 0;
    }
}

char zgi_org_letter(const zgi_text *text, const zgi_token *t)
{
    uint32_t n = zgi_tok_len(t);
    uint16_t first = text->ch[t->at.begin];
    if (n <= 2 && (begins_named[first >> 6 & 3u] >> (first & 63u) & 1u) != 0) {
        char named = named_letter(first, n > 1 ? text->ch[t->at.begin + 1] : 0);
        if (named)
            return named;
    }
    char letter = letter_of[t->cls];
    if (letter == ZGI_I_HONOR && first == 0x7684) /* 的父亲: who is meant is not who is named */
        return ZGI_I_PARTICLE;
    if (letter == ZGI_I_PARTICLE) /* 了 着 过: no joint of a noun phrase */
        return ZGI_I_WORD;
    return letter ? letter : ZGI_I_WORD;
}
