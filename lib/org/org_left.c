/* Where an organisation's name begins.
 *
 * Takes the end of a name, walks left over tokens that can stand inside one, gives the first
 * token. A place chain is an anchor: left of it only a higher place or a parent body goes on,
 * except in names of companies and schools (东方航空武汉有限责任公司).
 * 「来自基层的公安县狮子口镇」 stops at 的; 「会见德国外交部」 stops at the verb.
 */
#include "org/org_walk.h"

#define WALK_TOKENS    24u /* the longest names of bodies in the tables have 21 tokens */
#define BRACKET_TOKENS 14u

/* 省 市 县 区 州 校 … before a unit's name stand for the place or school that the reader knows. */
bool zgi_is_level_word(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t one[] = {0x7701, 0x5e02, 0x53bf, 0x533a, 0x5dde, 0x9547, 0x4e61, 0x6821};
    const uint16_t *c = m->text->ch + t->at.begin;
    if (zgi_tok_len(t) == 3)
        return c[0] == 0x81ea && c[1] == 0x6cbb && c[2] == 0x533a; /* 自治区 */
    for (size_t k = 0; zgi_tok_len(t) == 1 && k < sizeof one / sizeof one[0]; k++)
        if (*c == one[k])
            return true;
    return false;
}

bool zgi_is_known_level(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    bool noun = t->cls == ZGI_C_NOUN || t->cls == ZGI_C_SUFFIX || t->cls == ZGI_C_PSUFFIX;
    bool named = zgi_tok_len(t) == 3 || m->text->ch[t->at.begin] == 0x6821; /* 校 */
    return noun && named && zgi_is_level_word(m, t);
}

static bool plain(uint8_t cls)
{
    return cls == ZGI_C_NOUN || cls == ZGI_C_VNOUN || cls == ZGI_C_MORPH || cls == ZGI_C_LATIN ||
           cls == ZGI_C_OTHER || cls == ZGI_C_ADJ || cls == ZGI_C_NUMBER || cls == ZGI_C_DIGITS ||
           cls == ZGI_C_BODY || cls == ZGI_C_QUANT || cls == ZGI_C_LOCAL || zgi_is_title(cls);
}

static bool step_place(zgi_walk *w, const zgi_token *t)
{
    uint8_t level = zgi_place_level(w->m->dict, t);
    bool brief = w->probe < w->end && (zgi_tok(w->m, w->k)->bits & (uint32_t)ZGI_F_SHORT);
    if (w->anchored && w->level != 0xff && level >= w->level && level != ZGI_L_COUNTRY &&
        !(brief && (zgi_walk_free(w) || (w->kinds & ZGI_K_VILLAGE)))) /* 上海市 | 浙江商会 */
        return false;
    w->anchored = true;
    w->level = level;
    zgi_walk_accept(w, w->probe - 1);
    return true;
}

/* Step over a bracket pair inside a name: 财政部…合作（PPP）中心. */
static bool step_bracket(zgi_walk *w, uint8_t open, uint32_t limit)
{
    uint32_t k = w->probe - 1, depth = 1;
    while (k > 0 && w->probe - k <= limit) {
        uint8_t cls = zgi_tok(w->m, k - 1)->cls;
        if (cls == ZGI_C_STOP || cls == ZGI_C_COMMA || cls == ZGI_C_NAME)
            return false;
        k--;
        depth += cls == ZGI_C_CLOSE && open == ZGI_C_OPEN;
        if (cls == open && --depth == 0) {
            w->probe = k;
            return true;
        }
    }
    return false;
}

static bool is_police(const zgi_marks *m, const zgi_token *t)
{
    const uint16_t *c = m->text->ch + t->at.begin;
    return zgi_tok_len(t) == 2 && c[0] == 0x516c && c[1] == 0x5b89;
}

/* 某路 3176 号 | 某大厦 | 深圳某公司: the address before a name that begins with its place. */
static bool is_address(const zgi_walk *w, const zgi_token *t)
{
    static const uint16_t ends[] = {0x53f7, 0x8def, 0x8857, 0x697c, 0x53a6, 0x5ba4, 0x5c42};
    uint16_t last = w->m->text->ch[t->at.end - 1]; /* 号 路 街 楼 厦 室 层 */
    for (size_t k = 0; w->anchored && k < sizeof ends / sizeof ends[0]; k++)
        if (last == ends[k])
            return true;
    return false;
}

bool zgi_org_is_founder(const zgi_text *text, const zgi_token *t)
{
    const uint16_t *c = text->ch + t->at.begin;
    return zgi_tok_len(t) == 2 && ((c[1] == 0x7acb && (c[0] == 0x56fd || c[0] == 0x79c1)) ||
                                   (c[1] == 0x8425 && c[0] == 0x56fd)); /* 国立 私立 国营 */
}

static bool step_plain(zgi_walk *w, const zgi_token *t)
{
    bool before_place = w->anchored && (t->cls == ZGI_C_VNOUN || t->cls == ZGI_C_ADJ);
    bool force = (t->cls == ZGI_C_ROLE && (w->kinds & ZGI_K_MILITARY)) || /* 武警 | 某省总队 */
                 (t->cls == ZGI_C_NOUN && is_police(w->m, t)); /* 公安 | 某区分局 */
    if (w->anchored && (w->kinds & (ZGI_K_SCHOOL | ZGI_K_COMPANY)) &&
        zgi_org_is_founder(w->m->text, t)) {
        zgi_walk_accept(w, w->probe - 1);
        return true;
    }
    if ((w->anchored && !zgi_walk_free(w) && !force) || before_place) /* 邀请 | 临沂市党校 */
        return false;
    if (w->m->title_of[w->probe - 1] != ZGI_NONE || is_address(w, t))
        return false;
    if (t->cls == ZGI_C_LOCAL && w->m->text->ch[t->at.begin] == 0x4e2d && w->probe == w->k &&
        w->k < w->end &&
        (zgi_tok_len(zgi_tok(w->m, w->k)) == 1 || zgi_tok(w->m, w->k)->cls == ZGI_C_NAME)) {
        zgi_walk_accept(w, w->probe - 1); /* 中煤, 中核 */
        return true;
    }
    if (t->cls == ZGI_C_QUANT || t->cls == ZGI_C_LOCAL) {
        w->probe--; /* 第二届, 国内: inside a name, never its first word */
        return true;
    }
    if (zgi_is_level_word(w->m, t)) {
        zgi_walk_accept(w, w->probe - 1);
        w->anchored = true;
        w->level = ZGI_L_PREFECTURE; /* a place that is named before it goes on the name */
        return true;
    }
    if (w->verbs > 0) { /* only an anchor makes up for a verb */
        w->probe--;
        return true;
    }
    zgi_walk_accept(w, w->probe - 1);
    return true;
}

/* 上市公司 | 云岭股份, 子公司 | 云岭科技: what sort of firm it is. */
static bool is_sort(const zgi_walk *w, const zgi_token *t)
{
    const uint16_t *c = w->m->text->ch + t->at.begin;
    bool firm = t->cls == ZGI_C_SUFFIX && w->k < w->end && zgi_tok_len(t) >= 3 &&
                w->m->text->ch[t->at.end - 1] == 0x53f8 && w->m->text->ch[t->at.end - 2] == 0x516c;
    return firm && (c[0] == 0x4e0a || c[0] == 0x5b50 || c[0] == 0x6bcd); /* 上市 子 母 */
}

/* 某州 | 原 | 林业局: what the body was called, or that it is no more. */
static bool step_former(zgi_walk *w, const zgi_token *t)
{
    if (zgi_tok_char(w->m, w->probe - 1) != 0x539f || zgi_tok_len(t) != 1 || w->probe < 2 ||
        !zgi_is_place(zgi_tok(w->m, w->probe - 2)->cls))
        return false;
    uint8_t head = zgi_tok(w->m, w->end)->cls;
    if (w->k == w->end && head != ZGI_C_ORGAN)
        return false;
    w->anchored = false;
    w->probe--;
    return true;
}

/* 一汽-大众, 民族联盟—爱国阵线, IP GLOBAL中国区: marks between two words of a name. */
static bool step_mark(zgi_walk *w, const zgi_token *t)
{
    if (w->probe < 2)
        return false;
    const zgi_token *left = zgi_tok(w->m, w->probe - 2);
    bool dash = t->cls == ZGI_C_DASH && (w->kinds & ZGI_K_COMPANY) && zgi_can_be_name(left) &&
                zgi_tok_len(t) == 1;
    bool blank = t->cls == ZGI_C_SPACE && w->probe == w->k && left->cls == ZGI_C_LATIN &&
                 zgi_tok(w->m, w->k)->cls == ZGI_C_LATIN;
    if (dash || blank) {
        zgi_walk_accept(w, w->probe - 2);
        return true;
    }
    if (t->cls != ZGI_C_DASH || w->anchored)
        return false;
    w->verbs = 1; /* needs an anchor as a verb does */
    w->probe--;
    return true;
}

static bool step(zgi_walk *w)
{
    const zgi_token *t = zgi_tok(w->m, w->probe - 1);
    if (t->cls == ZGI_C_FORMER)
        return step_former(w, t);
    if (zgi_walk_link(w, t) || zgi_walk_abbreviation(w))
        return true;
    if (zgi_walk_takes_org(w, t) ||
        (zgi_tok_len(t) == 1 && w->k < w->end && zgi_tok_char(w->m, w->probe - 1) == 0x7c4d))
        return false; /* 某党籍 | 众议院委员会 */
    if (zgi_is_place(t->cls))
        return step_place(w, t);
    if (zgi_walk_pieces(w))
        return true;
    if (t->cls == ZGI_C_ORG || t->cls == ZGI_C_ORGAN) {
        w->anchored = t->cls == ZGI_C_ORG || !(t->bits & (uint32_t)ZGI_F_PARTIAL);
        w->level = 0xff;
        zgi_walk_accept(w, w->probe - 1);
        return true;
    }
    if (is_sort(w, t) || zgi_org_is_copula(w->m, w->probe - 1))
        return false; /* 作者系 | 某大学 */
    if (t->cls == ZGI_C_SUFFIX || t->cls == ZGI_C_PSUFFIX) {
        if (w->anchored && w->level == 0xff && w->m->text->ch[t->at.end - 1] == 0x515a)
            return false;                       /* 公民党 | 立法会 */
        if ((w->kinds & ZGI_K_GOVERNMENT) == 0) /* 投资 in a ministry's name makes it no firm */
            w->kinds |= t->bits & ZGI_K_ALL;
        w->anchored = false;
        w->level = 0xff;
        zgi_walk_accept(w, w->probe - 1);
        return true;
    }
    if (plain(t->cls))
        return step_plain(w, t);
    if (t->cls == ZGI_C_CLOSE)
        return step_bracket(w, ZGI_C_OPEN, BRACKET_TOKENS);
    if (t->cls == ZGI_C_QCLOSE && step_bracket(w, ZGI_C_QOPEN, 10)) {
        if (w->k == w->end && zgi_tok(w->m, w->end)->cls == ZGI_C_SUFFIX)
            zgi_walk_accept(w, w->probe); /* “不屈法国” | 党 */
        return true;
    }
    if (t->cls == ZGI_C_QCLOSE)
        return false;
    if ((t->cls == ZGI_C_DASH || t->cls == ZGI_C_SPACE) && w->k < w->end)
        return step_mark(w, t);
    if (t->cls == ZGI_C_CONJ || t->cls == ZGI_C_SEP)
        return zgi_walk_joint(w, t);
    return zgi_walk_rare(w, t);
}

/* 中核, 天弘 | 基金, 八村: one character with another that is no measure is a name's beginning. */
static bool is_pair(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k), *next = zgi_tok(m, k + 1);
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    if (t->cls == ZGI_C_LOCAL && next->cls == ZGI_C_NAME)
        return true;
    return zgi_tok_len(t) == 1 && zgi_tok_len(next) == 1 && next->cls != ZGI_C_QUANT &&
           t->cls != ZGI_C_DIGITS && before != ZGI_C_NUMBER && before != ZGI_C_DIGITS;
}

/* A name does not begin with a count or a measure: 三名 | 公司. */
static uint32_t trim(const zgi_walk *w)
{
    uint32_t k = w->k;
    if (k < w->end && zgi_tok(w->m, k)->cls == ZGI_C_DIGITS &&
        w->m->text->ch[zgi_tok(w->m, k)->at.end - 1] == '.') /* 1. | 县水利局: a list's number */
        k++;
    while (k + 1 < w->end) {
        const zgi_token *t = zgi_tok(w->m, k);
        bool ordinal = w->m->text->ch[t->at.begin] == 0x7b2c; /* 第 */
        bool poor = t->cls == ZGI_C_QUANT || t->cls == ZGI_C_LOCAL ||
                    ((t->cls == ZGI_C_NUMBER || t->cls == ZGI_C_DIGITS) && !ordinal);
        bool corps = (w->kinds & ZGI_K_MILITARY) && t->cls == ZGI_C_NUMBER; /* 八十三团 */
        if (!poor || corps || is_pair(w->m, k))
            break;
        k++;
    }
    return k;
}

uint32_t zgi_org_left(const zgi_marks *m, uint32_t end, uint32_t kinds)
{
    zgi_walk w = {m, end, end, end, kinds, 0xff, false, false, false, 0};
    while (w.probe > 0 && w.end - w.probe < WALK_TOKENS && m->org_of[w.probe - 1] == ZGI_NONE &&
           step(&w)) {
    }
    return trim(&w);
}
