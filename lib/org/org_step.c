/* Steps of the walk over what is rarely inside a name: links between two names, pieces that no
 * table holds, verbs, names of persons, pronouns.
 *
 * 「某国常驻 | 联合国代表团」 goes on over 常驻; 「加入 | 云岫科技」 ends at 加入.
 */
#include "org/org_walk.h"

#define COMMON_VERB 600 /* 是, 有, 到 cost less and stand in no name */

/* What stands before a name that begins with a person's name: 兼任王老吉药业公司董事. */
static bool zgi_starts_name(uint8_t before)
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
                zgi_starts_name(zgi_tok(w->m, w->probe - 3)->cls); /* 、| 教 评 会 */
    return single || pair || (right && zgi_bounds_name(left->cls) && left->cls != ZGI_C_VERB);
}

/* ，实训 | 中心副主任, 、锻造 | 分厂厂长: what the unit right before its title does. */
static bool names_field(const zgi_walk *w, const zgi_token *t)
{
    const zgi_token *head = zgi_tok(w->m, w->end);
    uint8_t before = w->probe > 1 ? zgi_tok(w->m, w->probe - 2)->cls : ZGI_C_STOP;
    bool unit = head->cls == ZGI_C_SUFFIX && zgi_tok_len(head) == 2 &&
                (head->bits & (ZGI_K_DEPARTMENT | ZGI_K_COMPANY | ZGI_K_INSTITUTE)) != 0 &&
                zgi_title_follows(w->m, w->end + 1);
    return unit && w->k == w->end && t->cls == ZGI_C_VERB && zgi_tok_len(t) == 2 &&
           (t->bits & (uint32_t)ZGI_F_LEFT) == 0 &&
           (before == ZGI_C_SEP || before == ZGI_C_COMMA || before == ZGI_C_STOP ||
            before == ZGI_C_SUFFIX || before == ZGI_C_ORG);
}

/* 铁航处, 建筑工程公司: a verb inside a name, if what stands left of it shows that it is one. */
static bool step_verb(zgi_walk *w, const zgi_token *t)
{
    if (w->anchored || w->verbs >= 2 || w->m->title_of[w->probe - 1] != ZGI_NONE)
        return false;
    if (zgi_tok_len(t) == 1 && t->cost >= COMMON_VERB && unknown_piece(w)) {
        zgi_walk_accept(w, w->probe - 1);
        return true;
    }
    if (t->cls == ZGI_C_ADVERB)
        return false;
    if (names_field(w, t)) {
        zgi_walk_accept(w, w->probe - 1);
        return true;
    }
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
    return zgi_starts_name(before) || before == ZGI_C_PREP || before == ZGI_C_CONJ ||
           before == ZGI_C_RESIGN || before == ZGI_C_REMOVE || before == ZGI_C_VERB ||
           before == ZGI_C_CLOSE || before == ZGI_C_QCLOSE || before == ZGI_C_PARTICLE ||
           before == ZGI_C_TIME || before == ZGI_C_SPEECH;
}

/* A name in front of a company's words, 王老吉药业公司, or of a village's: 西屏 | 村; next to a mark or
 * a place only, so that nobody who stands there is lost. */
static bool name_is_piece(const zgi_walk *w, uint32_t k)
{
    uint8_t before = k > 0 ? zgi_tok(w->m, k - 1)->cls : ZGI_C_STOP;
    bool marked = zgi_is_place(before) || zgi_starts_name(before) ||
                  (k > 0 && zgi_tok_char(w->m, k - 1) == 0x4e2d && before == ZGI_C_LOCAL); /* 中 */
    bool firm = zgi_walk_free(w) && (w->verbs == 0 || ((w->kinds & ZGI_K_COMPANY) && !w->clause));
    const zgi_token *head = zgi_tok(w->m, w->end);
    bool level = head->cls == ZGI_C_ORGAN && (head->bits & (uint32_t)ZGI_F_SHORT); /* 县公安局 */
    bool village = zgi_walk_settles(w) && w->k == w->end && !level;
    bool taken = (w->kinds & ZGI_K_MILITARY) && zgi_tok_char(w->m, k) == 0x4efb && marked;
    if (w->anchored)
        return false;
    if (taken) /* ，任红三 | 军团: 任 is the verb */
        return true;
    if (village)
        return marked || zgi_bounds_name(before);
    return firm && (marked || (zgi_ends_org(before) && w->k < w->end));
}

bool zgi_org_is_some_unit(const zgi_text *text, const zgi_token *t)
{
    static const uint16_t units[] = {0x90e8, 0x56e2, 0x8425, 0x65c5,
                                     0x5e08, 0x8230, 0x8247, 0x961f};
    uint16_t last = text->ch[t->at.end - 1]; /* 部 团 营 旅 师 舰 艇 队 */
    for (size_t k = 0; k < sizeof units / sizeof units[0]; k++)
        if (last == units[k])
            return t->cls == ZGI_C_PRONOUN && zgi_tok_len(t) == 2 &&
                   text->ch[t->at.begin] == 0x67d0;
    return false;
}

/* 该院, 本校: what the word behind 该 is. */
static bool is_unit_word(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t units[] = {0x9662, 0x6821, 0x5c40, 0x6240, 0x5382,
                                     0x59d4, 0x90e8, 0x884c, 0x53f8, 0x56e2};
    uint16_t last = m->text->ch[t->at.end - 1]; /* 院 校 局 所 厂 委 部 行 司 团 */
    for (size_t k = 0; zgi_tok_len(t) > 1 && k < sizeof units / sizeof units[0]; k++)
        if (last == units[k])
            return true;
    return false;
}

/* 上海 | 勃林格 殷 格翰 | 药业有限公司: pieces between a place and a firm's words; where they begin, `k`
 * when they are none. */
static uint32_t pieces_of_firm(const zgi_walk *w, uint32_t k)
{
    enum { MOST = 3 };
    uint32_t first = k;
    while (first > 0 && k - first < MOST && zgi_tok(w->m, k)->cls == ZGI_C_NAME &&
           (zgi_tok(w->m, first - 1)->cls == ZGI_C_NAME ||
            (zgi_tok_len(zgi_tok(w->m, first - 1)) == 1 &&
             (zgi_can_be_name(zgi_tok(w->m, first - 1)) ||
              zgi_tok(w->m, first - 1)->cls == ZGI_C_TIME))))
        first--;
    bool firm = (w->kinds & ZGI_K_COMPANY) != 0 && !w->anchored && w->verbs == 0;
    uint8_t before = first > 0 ? zgi_tok(w->m, first - 1)->cls : ZGI_C_STOP;
    bool place = zgi_is_place(before) && w->k < w->end;
    bool mark = first + 1 == k && (before == ZGI_C_STOP || before == ZGI_C_COMMA);
    return firm && (place || mark) ? first : k; /* 。创 金合信 | 基金 */
}

/* 祖国未来党, 社会民主者党: words of other classes in the name of a party. */
static bool is_party_word(const zgi_walk *w, const zgi_token *t)
{
    uint16_t c = w->m->text->ch[t->at.begin];
    bool word = (t->cls == ZGI_C_TIME && zgi_tok_len(t) == 2) ||
                (t->cls == ZGI_C_PARTICLE && c == 0x8005); /* 者 */
    return (w->kinds & (ZGI_K_PARTY | ZGI_K_ASSOCIATION)) != 0 && !w->anchored && word &&
           w->probe > 1;
}

/* Words outside the plain classes that names of bodies hold now and then. */
bool zgi_walk_rare(zgi_walk *w, const zgi_token *t)
{
    const zgi_marks *m = w->m;
    uint32_t k = w->probe - 1;
    uint16_t c = m->text->ch[t->at.begin];
    if (t->cls == ZGI_C_GRADE && zgi_tok_len(t) == 1 && c != 0x526f) { /* 总公司, not 副 */
        zgi_walk_accept(w, k);
        return true;
    }
    bool own = w->k == w->end || zgi_tok(m, w->k)->cls == ZGI_C_SUFFIX;
    if (t->cls == ZGI_C_PRONOUN && (own || is_unit_word(m, t)) && (c == 0x8be5 || c == 0x672c)) {
        zgi_walk_accept(w, k); /* 该局, 本公司, 该院体育系 */
        return false;
    }
    if (t->cls == ZGI_C_PRONOUN && c == 0x67d0 &&
        (zgi_tok_len(t) == 1 || zgi_org_is_some_unit(m->text, t))) { /* 某局, 某市某师 */
        zgi_walk_accept(w, k);
        return true;
    }
    if (t->cls == ZGI_C_PARTICLE && c == 0x8005 && w->k < w->end + 1 && k > 0 &&
        (w->kinds & ZGI_K_ASSOCIATION)) { /* 用水 | 者 | 协会 */
        w->probe--;
        return true;
    }
    if (t->cls == ZGI_C_NAME && pieces_of_firm(w, k) < k) {
        zgi_walk_accept(w, pieces_of_firm(w, k));
        return true;
    }
    if (t->cls == ZGI_C_NAME && name_is_piece(w, k)) {
        zgi_walk_accept(w, k);
        return true;
    }
    if (is_party_word(w, t)) {
        w->verbs = w->verbs > 0 ? w->verbs : 1; /* 埃及祖国未来党: a country must stand before it */
        w->probe--;
        return true;
    }
    if (t->cls == ZGI_C_GRADE && zgi_tok_len(t) > 1 && c != 0x526f)
        return step_verb(w, t); /* 人民联合同盟 */
    uint8_t head = zgi_tok(m, w->end)->cls;
    if (w->k == w->end && head == ZGI_C_ORG &&
        m->text->ch[t->at.end - 1] != 0x9a7b) /* 国家监委驻 | 某公司 */
        return false; /* 会见 | 北京大学: a whole name has no verb before it */
    return (t->cls == ZGI_C_VERB || t->cls == ZGI_C_SPEECH || t->cls == ZGI_C_ADVERB) &&
           step_verb(w, t);
}

/* Words that tie one organisation's name to the one before it. */
static bool is_link(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t links[][2] = {
        {0x9644, 0x5c5e}, {0x76f4, 0x5c5e}, {0x4e0b, 0x5c5e}, {0x6240, 0x5c5e}}; /* 附属 … 所属 */
    const uint16_t *c = m->text->ch + t->at.begin;
    if (zgi_tok_len(t) <= 2 && m->text->ch[t->at.end - 1] == 0x9a7b) /* 驻 */
        return true;
    for (size_t k = 0; zgi_tok_len(t) == 2 && k < sizeof links / sizeof links[0]; k++)
        if (c[0] == links[k][0] && c[1] == links[k][1])
            return true;
    return false;
}

/* 公司 | 所属云岫科技: a word for whatever unit the text is about. */
static bool is_generic(const zgi_marks *m, uint32_t k)
{
    uint8_t before = k > 0 ? zgi_tok(m, k - 1)->cls : ZGI_C_STOP;
    return zgi_tok(m, k)->cls == ZGI_C_SUFFIX && zgi_tok_len(zgi_tok(m, k)) == 2 &&
           (zgi_bounds_name(before) || before == ZGI_C_ADVERB || before == ZGI_C_PRONOUN);
}

/* 某国常驻 | 联合国代表团, 某大学附属 | 某市某医院: whose the name right of it is. */
bool zgi_walk_link(zgi_walk *w, const zgi_token *t)
{
    if (w->k == w->end || w->probe < 2 || !is_link(w->m, t) ||
        !zgi_ends_org(zgi_tok(w->m, w->probe - 2)->cls) || is_generic(w->m, w->probe - 2))
        return false;
    zgi_walk_accept(w, w->probe - 1);
    w->anchored = false;
    w->level = 0xff;
    return true;
}

/* 商务厅 | 外经 | 处 */
bool zgi_walk_abbreviation(zgi_walk *w)
{
    const zgi_token *head = zgi_tok(w->m, w->end);
    if (w->k != w->end || zgi_tok_len(head) != 1 || !(head->bits & (uint32_t)ZGI_F_PARTIAL) ||
        head->cls != ZGI_C_SUFFIX || zgi_org_abbreviation(w->m, w->end) == w->end)
        return false;
    zgi_walk_accept(w, zgi_org_abbreviation(w->m, w->end));
    return true;
}

/* Characters of a name that no table holds; before a place only in a firm's name, and only where
 * another place or a mark stands left of them: 甘肃云投 | 张掖发电有限公司. */
bool zgi_walk_pieces(zgi_walk *w)
{
    if (!zgi_walk_free(w) && !zgi_walk_settles(w))
        return false;
    uint32_t first = zgi_org_pieces(w->m, w->probe);
    uint8_t before = first > 0 ? zgi_tok(w->m, first - 1)->cls : ZGI_C_STOP;
    bool marked = zgi_is_place(before) || zgi_starts_name(before);
    if (first == w->probe || (w->anchored && !(marked && (w->kinds & ZGI_K_COMPANY))))
        return false;
    w->anchored = false;
    w->level = 0xff;
    zgi_walk_accept(w, first);
    return true;
}

/* 加入 | 云岫科技, 邀请 | 省生态环境厅, but 接见室: a verb whose object an organisation is. */
bool zgi_walk_takes_org(const zgi_walk *w, const zgi_token *t)
{
    uint8_t head = zgi_tok(w->m, w->end)->cls;
    bool takes = t->cls == ZGI_C_VERB || t->cls == ZGI_C_VNOUN || t->cls == ZGI_C_ADJ ||
                 t->cls == ZGI_C_NOUN; /* 部分 | 县政协 */
    if (w->k < w->end && w->probe > 1 && is_link(w->m, t) && is_generic(w->m, w->probe - 2))
        return true;
    if (t->cls == ZGI_C_SPEECH && zgi_tok_len(t) > 1) /* 会见 | 某大学, but 新闻发布 | 中心 */
        return w->probe > 1 && zgi_ends_org(zgi_tok(w->m, w->probe - 2)->cls) &&
               (w->k < w->end || head == ZGI_C_ORGAN || head == ZGI_C_ORG);
    bool inner = (w->kinds & (ZGI_K_DEPARTMENT | (uint32_t)ZGI_F_PARTIAL)) != 0;
    return takes && (t->bits & (uint32_t)ZGI_F_LEFT) &&
           (w->k < w->end || !inner || head == ZGI_C_ORGAN || head == ZGI_C_ORG);
}
