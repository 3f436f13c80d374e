/* Where an organisation's name begins.
 *
 * Takes the end of a name, walks left over tokens that can stand inside one, gives the first
 * token. A place chain is an anchor: left of it only a higher place or a parent body goes on,
 * except in names of companies and schools (东方航空武汉有限责任公司).
 * 「来自基层的公安县狮子口镇」 stops at 的; 「会见德国外交部」 stops at the verb.
 */
#include "org/org_marks.h"

#define WALK_TOKENS    24u /* the longest names of bodies in the tables have 21 tokens */
#define BRACKET_TOKENS 14u
#define COMMON_VERB    600 /* 是, 有, 到 cost less and stand in no name */

typedef struct zgi_walk {
    const zgi_marks *m;
    uint32_t end;   /* the name ends before this token */
    uint32_t k;     /* accepted up to here: [k, end) */
    uint32_t probe; /* looking at token probe - 1 */
    uint32_t kinds;
    uint8_t level; /* level of the leftmost place so far, 0xff when none */
    bool anchored; /* a place or whole name is leftmost */
    bool conj;     /* 和 or 与 has been passed inside the name */
    bool clause;   /* one of them has more than one character: it may be a verb of the sentence */
    uint8_t verbs; /* passed, and not yet covered by an anchor left of them */
} zgi_walk;

static bool free_name(const zgi_walk *w)
{
    return (w->kinds & (ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL | ZGI_K_ASSOCIATION |
                        ZGI_K_MEDIA | ZGI_K_INSTITUTE)) != 0;
}

/* 村, 社区, 街道, 派出所: named after a spot that no table holds. */
static bool is_settlement(const zgi_walk *w)
{
    return (w->kinds & (ZGI_K_VILLAGE | ZGI_K_POLICE)) != 0;
}

static void accept(zgi_walk *w, uint32_t to)
{
    w->k = to;
    w->probe = to;
    w->verbs = 0;
    w->clause = false;
}

/* 省 市 县 区 州 校 … before a unit's name stand for the place or school that the reader knows. */
static bool is_level_word(const zgi_marks *m, const zgi_token *t)
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
    return noun && named && is_level_word(m, t);
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
        !(brief && (free_name(w) || (w->kinds & ZGI_K_VILLAGE)))) /* 上海市 | 浙江商会 */
        return false;
    w->anchored = true;
    w->level = level;
    accept(w, w->probe - 1);
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

static bool joins(uint8_t cls)
{
    return cls == ZGI_C_NOUN || cls == ZGI_C_VNOUN || cls == ZGI_C_VERB || cls == ZGI_C_ADJ;
}

/* 发展和改革委员会; 人口、资源和环境委员会: a joint stands between two words of the name. */
static bool step_joint(zgi_walk *w, const zgi_token *t)
{
    if (w->probe < 2 || w->anchored || w->k == w->end)
        return false;
    const zgi_token *left = zgi_tok(w->m, w->probe - 2), *right = zgi_tok(w->m, w->k);
    bool unit = right->cls == ZGI_C_SUFFIX && zgi_tok_len(right) >= 3; /* 运行和 | 管理中心 */
    bool words = joins(left->cls) && (joins(right->cls) || unit);
    if (!words || (t->cls == ZGI_C_SEP && !w->conj) || w->m->title_of[w->probe - 2] != ZGI_NONE)
        return false;
    if (w->kinds & ZGI_K_COMPANY)
        return false;
    w->conj = true;
    w->probe--; /* not accepted until what stands left of it is */
    return true;
}

static bool step_plain(zgi_walk *w, const zgi_token *t)
{
    bool before_place = w->anchored && (t->cls == ZGI_C_VNOUN || t->cls == ZGI_C_ADJ);
    bool force = t->cls == ZGI_C_ROLE && (w->kinds & ZGI_K_MILITARY); /* 武警 | 某省总队 */
    if ((w->anchored && !free_name(w) && !force) || before_place)     /* 邀请 | 临沂市党校 */
        return false;
    if (w->m->title_of[w->probe - 1] != ZGI_NONE)
        return false;
    if (t->cls == ZGI_C_LOCAL && w->m->text->ch[t->at.begin] == 0x4e2d && w->probe == w->k &&
        w->k < w->end && zgi_tok_len(zgi_tok(w->m, w->k)) == 1) {
        accept(w, w->probe - 1); /* 中煤, 中核 */
        return true;
    }
    if (t->cls == ZGI_C_QUANT || t->cls == ZGI_C_LOCAL) {
        w->probe--; /* 第二届, 国内: inside a name, never its first word */
        return true;
    }
    if (is_level_word(w->m, t)) {
        accept(w, w->probe - 1);
        w->anchored = true;
        w->level = ZGI_L_PREFECTURE; /* a place that is named before it goes on the name */
        return true;
    }
    if (w->verbs > 0) { /* only an anchor makes up for a verb */
        w->probe--;
        return true;
    }
    accept(w, w->probe - 1);
    return true;
}

/* What stands before a name that begins with a person's name: 兼任王老吉药业公司董事. */
static bool starts_name(uint8_t before)
{
    return before == ZGI_C_SEP || before == ZGI_C_COMMA || before == ZGI_C_STOP ||
           before == ZGI_C_SPACE || before == ZGI_C_OPEN || before == ZGI_C_APPOINT ||
           before == ZGI_C_NOW || before == ZGI_C_FORMER || before == ZGI_C_SEMI ||
           before == ZGI_C_COLON || before == ZGI_C_DATE;
}

/* A character of a name that no table holds: single characters on both sides, or one on the right
 * and a boundary on the left. 由 | 直 资 学校, 任 | 达 华 工程 */
static bool unknown_piece(const zgi_walk *w)
{
    if (w->probe < 2)
        return w->k < w->end && zgi_tok_len(zgi_tok(w->m, w->k)) == 1;
    const zgi_token *left = zgi_tok(w->m, w->probe - 2);
    bool single = zgi_tok_len(left) == 1 && (left->cls == ZGI_C_NOUN || left->cls == ZGI_C_MORPH);
    bool right = w->k < w->end && zgi_tok_len(zgi_tok(w->m, w->k)) == 1;
    bool pair = right && w->probe > 2 && zgi_tok_len(left) == 1 && left->cls == ZGI_C_VERB &&
                starts_name(zgi_tok(w->m, w->probe - 3)->cls); /* 、| 教 评 会 */
    return single || pair || (right && zgi_bounds_name(left->cls) && left->cls != ZGI_C_VERB);
}

/* 铁航处, 建筑工程公司: a verb inside a name, if what stands left of it shows that it is one. */
static bool step_verb(zgi_walk *w, const zgi_token *t)
{
    if (w->anchored || w->verbs >= 2 || w->m->title_of[w->probe - 1] != ZGI_NONE)
        return false;
    if (zgi_tok_len(t) == 1 && t->cost >= COMMON_VERB && unknown_piece(w)) {
        accept(w, w->probe - 1);
        return true;
    }
    if (t->cls == ZGI_C_ADVERB)
        return false;
    w->verbs++;
    w->clause = w->clause || zgi_tok_len(t) > 1;
    w->probe--;
    return true;
}

bool zgi_can_be_name(const zgi_token *t)
{
    if (zgi_tok_len(t) == 1 && (t->cls == ZGI_C_VERB || t->cls == ZGI_C_ADJ)) /* 思科 */
        return true;
    return t->cls == ZGI_C_NOUN || t->cls == ZGI_C_MORPH || t->cls == ZGI_C_LATIN ||
           t->cls == ZGI_C_DIGITS || t->cls == ZGI_C_OTHER || zgi_is_place(t->cls);
}

bool zgi_bounds_name(uint8_t before)
{
    return starts_name(before) || before == ZGI_C_PREP || before == ZGI_C_CONJ ||
           before == ZGI_C_RESIGN || before == ZGI_C_REMOVE || before == ZGI_C_VERB ||
           before == ZGI_C_CLOSE || before == ZGI_C_QCLOSE || before == ZGI_C_PARTICLE ||
           before == ZGI_C_TIME || before == ZGI_C_SPEECH;
}

/* A name in front of a company's words, 王老吉药业公司, or of a village's: 西屏 | 村; next to a mark or
 * a place only, so that nobody who stands there is lost. */
static bool name_is_piece(const zgi_walk *w, uint32_t k)
{
    uint8_t before = k > 0 ? zgi_tok(w->m, k - 1)->cls : ZGI_C_STOP;
    bool marked = zgi_is_place(before) || starts_name(before);
    bool firm = free_name(w) && (w->verbs == 0 || ((w->kinds & ZGI_K_COMPANY) && !w->clause));
    bool village = is_settlement(w) && w->k == w->end;
    if (w->anchored)
        return false;
    if (village)
        return marked || zgi_bounds_name(before);
    return firm && (marked || (zgi_ends_org(before) && w->k < w->end));
}

/* Words outside the plain classes that names of bodies hold now and then. */
static bool step_rare(zgi_walk *w, const zgi_token *t)
{
    const zgi_marks *m = w->m;
    uint32_t k = w->probe - 1;
    uint16_t c = m->text->ch[t->at.begin];
    if (t->cls == ZGI_C_GRADE && zgi_tok_len(t) == 1 && c != 0x526f) { /* 总公司, not 副 */
        accept(w, k);
        return true;
    }
    bool own = w->k == w->end || zgi_tok(m, w->k)->cls == ZGI_C_SUFFIX;
    if (t->cls == ZGI_C_PRONOUN && own && (c == 0x8be5 || c == 0x672c)) {
        accept(w, k); /* 该局, 本公司 */
        return false;
    }
    if (t->cls == ZGI_C_PRONOUN && zgi_tok_len(t) == 1 && c == 0x67d0) { /* 某局, 某市某师 */
        accept(w, k);
        return true;
    }
    if (t->cls == ZGI_C_NAME && name_is_piece(w, k)) {
        accept(w, k);
        return true;
    }
    if (t->cls == ZGI_C_GRADE && zgi_tok_len(t) > 1 && c != 0x526f)
        return step_verb(w, t); /* 人民联合同盟 */
    return (t->cls == ZGI_C_VERB || t->cls == ZGI_C_SPEECH || t->cls == ZGI_C_ADVERB) &&
           step_verb(w, t);
}

/* Words that tie one organisation's name to the one before it. */
static bool is_link(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t links[][2] = {{0x9644, 0x5c5e},
                                        {0x76f4, 0x5c5e},
                                        {0x4e0b, 0x5c5e},
                                        {0x6240, 0x5c5e},
                                        {0x65d7, 0x4e0b}}; /* 附属 … 旗下 */
    const uint16_t *c = m->text->ch + t->at.begin;
    if (zgi_tok_len(t) <= 2 && m->text->ch[t->at.end - 1] == 0x9a7b) /* 驻 */
        return true;
    for (size_t k = 0; zgi_tok_len(t) == 2 && k < sizeof links / sizeof links[0]; k++)
        if (c[0] == links[k][0] && c[1] == links[k][1])
            return true;
    return false;
}

/* 某国常驻 | 联合国代表团, 某大学附属 | 某市某医院: whose the name right of it is. */
static bool step_link(zgi_walk *w, const zgi_token *t)
{
    if (w->k == w->end || w->probe < 2 || !is_link(w->m, t) ||
        !zgi_ends_org(zgi_tok(w->m, w->probe - 2)->cls))
        return false;
    accept(w, w->probe - 1);
    w->anchored = false;
    w->level = 0xff;
    return true;
}

/* 商务厅 | 外经 | 处 */
static bool step_abbreviation(zgi_walk *w)
{
    const zgi_token *head = zgi_tok(w->m, w->end);
    if (w->k != w->end || zgi_tok_len(head) != 1 || !(head->bits & (uint32_t)ZGI_F_PARTIAL) ||
        head->cls != ZGI_C_SUFFIX || zgi_org_abbreviation(w->m, w->end) == w->end)
        return false;
    accept(w, zgi_org_abbreviation(w->m, w->end));
    return true;
}

/* Characters of a name that no table holds; before a place only in a firm's name, and only where
 * another place or a mark stands left of them: 甘肃云投 | 张掖发电有限公司. */
static bool step_pieces(zgi_walk *w)
{
    if (!free_name(w) && !is_settlement(w))
        return false;
    uint32_t first = zgi_org_pieces(w->m, w->probe);
    uint8_t before = first > 0 ? zgi_tok(w->m, first - 1)->cls : ZGI_C_STOP;
    bool marked = zgi_is_place(before) || starts_name(before);
    if (first == w->probe || (w->anchored && !(marked && (w->kinds & ZGI_K_COMPANY))))
        return false;
    w->anchored = false;
    w->level = 0xff;
    accept(w, first);
    return true;
}

/* 加入 | 云岫科技, 邀请 | 省生态环境厅, but 接见室: a verb whose object an organisation is. */
static bool takes_org(const zgi_walk *w, const zgi_token *t)
{
    uint8_t head = zgi_tok(w->m, w->end)->cls;
    bool takes = t->cls == ZGI_C_VERB || t->cls == ZGI_C_VNOUN || t->cls == ZGI_C_ADJ;
    bool inner = (w->kinds & (ZGI_K_DEPARTMENT | (uint32_t)ZGI_F_PARTIAL)) != 0;
    return takes && (t->bits & (uint32_t)ZGI_F_LEFT) &&
           (w->k < w->end || !inner || head == ZGI_C_ORGAN || head == ZGI_C_ORG);
}

static bool step(zgi_walk *w)
{
    const zgi_token *t = zgi_tok(w->m, w->probe - 1);
    if (step_link(w, t) || step_abbreviation(w))
        return true;
    if (takes_org(w, t))
        return false;
    if (zgi_is_place(t->cls))
        return step_place(w, t);
    if (step_pieces(w))
        return true;
    if (t->cls == ZGI_C_ORG || t->cls == ZGI_C_ORGAN) {
        w->anchored = t->cls == ZGI_C_ORG || !(t->bits & (uint32_t)ZGI_F_PARTIAL);
        w->level = 0xff;
        accept(w, w->probe - 1);
        return true;
    }
    if (t->cls == ZGI_C_SUFFIX || t->cls == ZGI_C_PSUFFIX) {
        if (w->anchored && w->level == 0xff && w->m->text->ch[t->at.end - 1] == 0x515a)
            return false; /* 公民党 | 立法会 */
        w->kinds |= t->bits & ZGI_K_ALL;
        w->anchored = false;
        w->level = 0xff;
        accept(w, w->probe - 1);
        return true;
    }
    if (plain(t->cls))
        return step_plain(w, t);
    if (t->cls == ZGI_C_CLOSE)
        return step_bracket(w, ZGI_C_OPEN, BRACKET_TOKENS);
    if (t->cls == ZGI_C_QCLOSE)
        return step_bracket(w, ZGI_C_QOPEN, 10);
    if (t->cls == ZGI_C_DASH && (w->kinds & ZGI_K_COMPANY) && w->k < w->end && w->probe > 1 &&
        zgi_can_be_name(zgi_tok(w->m, w->probe - 2)) && zgi_tok_len(t) == 1) {
        accept(w, w->probe - 2); /* 一汽-大众 */
        return true;
    }
    if (t->cls == ZGI_C_DASH && w->k < w->end && !w->anchored) {
        w->verbs = 1; /* 民族联盟—爱国阵线: needs an anchor as a verb does */
        w->probe--;
        return true;
    }
    if (t->cls == ZGI_C_CONJ || t->cls == ZGI_C_SEP)
        return step_joint(w, t);
    return step_rare(w, t);
}

/* A name does not begin with a count or a measure: 三名 | 公司. */
static uint32_t trim(const zgi_walk *w)
{
    uint32_t k = w->k;
    while (k + 1 < w->end) {
        const zgi_token *t = zgi_tok(w->m, k);
        bool ordinal = w->m->text->ch[t->at.begin] == 0x7b2c; /* 第 */
        bool poor = t->cls == ZGI_C_QUANT || t->cls == ZGI_C_LOCAL ||
                    ((t->cls == ZGI_C_NUMBER || t->cls == ZGI_C_DIGITS) && !ordinal);
        bool corps = (w->kinds & ZGI_K_MILITARY) && t->cls == ZGI_C_NUMBER; /* 八十三团 */
        bool first = t->cls == ZGI_C_LOCAL && zgi_tok_len(zgi_tok(w->m, k + 1)) == 1; /* 中核 */
        if (!poor || corps || first)
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
