/* Joints inside a name: 发展和改革委员会, 人口、资源和环境委员会, 第七届、八届全国委员会.
 *
 * Takes the walk at a 和, 与 or 、; says whether the name goes on left of it. A joint stands between
 * two words of one sort; between two firms or schools it parts them: 甲公司和乙公司.
 */
#include "org/org_walk.h"

static bool joins(uint8_t cls)
{
    return cls == ZGI_C_NOUN || cls == ZGI_C_VNOUN || cls == ZGI_C_VERB || cls == ZGI_C_ADJ;
}

/* 公司 集团 学校 学院 局 行: the word ends a name of its own. */
static bool ends_body(const zgi_marks *m, const zgi_token *t)
{
    static const uint16_t ends[] = {0x53f8, 0x56e2, 0x6821, 0x9662, 0x5c40, 0x884c, 0x5382};
    for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
        if (m->text->ch[t->at.end - 1] == ends[k])
            return true;
    return false;
}

/* 新能源 + 和, 与 + 食品 + 系: a suffix that is an ordinary word inside the name. */
static bool is_inner(const zgi_marks *m, const zgi_token *t)
{
    return t->cls == ZGI_C_SUFFIX && zgi_tok_len(t) >= 2 && !ends_body(m, t);
}

/* 某市 | 规划 | 和 | 建设局, 某大学 | 轻工 | 与 | 食品学院: the joint right before a head that has a word of
 * its own, with a place or a body and up to three more words before it. */
static bool joins_head(const zgi_walk *w)
{
    enum { MOST = 3 };
    const zgi_token *head = zgi_tok(w->m, w->end);
    if (w->probe < 3 || zgi_tok_len(head) < 3 ||
        (head->cls != ZGI_C_ORGAN && head->cls != ZGI_C_SUFFIX))
        return false;
    uint32_t k = w->probe - 1;
    while (k > 0 && w->probe - 1 - k < MOST && zgi_tok_len(zgi_tok(w->m, k - 1)) >= 2 &&
           (zgi_tok(w->m, k - 1)->cls == ZGI_C_NOUN || zgi_tok(w->m, k - 1)->cls == ZGI_C_VNOUN))
        k--;
    if (k == 0 || k + 1 >= w->probe)
        return false;
    const zgi_token *left = zgi_tok(w->m, k - 1);
    bool school = head->cls == ZGI_C_SUFFIX && (left->bits & ZGI_K_SCHOOL) != 0 &&
                  (left->cls == ZGI_C_ORG || left->cls == ZGI_C_SUFFIX);
    bool mark = (left->cls == ZGI_C_SEP || left->cls == ZGI_C_COMMA || left->cls == ZGI_C_STOP) &&
                zgi_tok_char(w->m, w->probe - 1) == 0x4e0e; /* 、数码发展 | 与 | 新闻部 */
    return mark || left->cls == ZGI_C_PLACE || zgi_is_level_word(w->m, left) || school;
}

static bool is_term(const zgi_marks *m, uint32_t k)
{
    const zgi_token *t = zgi_tok(m, k);
    return t->cls == ZGI_C_NUMBER && m->text->ch[t->at.end - 1] == 0x5c4a; /* 届 */
}

/* 第七届、八届全国委员会 */
static bool joins_terms(const zgi_walk *w, const zgi_token *t)
{
    return t->cls == ZGI_C_SEP && w->probe > 1 && w->k < w->end && is_term(w->m, w->k) &&
           is_term(w->m, w->probe - 2);
}

bool zgi_walk_joint(zgi_walk *w, const zgi_token *t)
{
    if (joins_terms(w, t)) {
        w->probe--;
        return true;
    }
    if (w->k == w->end && w->probe == w->end && t->cls == ZGI_C_CONJ && joins_head(w)) {
        w->conj = true;
        w->probe--;
        return true;
    }
    if (w->probe < 2 || w->anchored || w->probe == w->end)
        return false;
    const zgi_token *left = zgi_tok(w->m, w->probe - 2), *right = zgi_tok(w->m, w->probe);
    bool unit =
        right->cls == ZGI_C_SUFFIX && /* 运行和 | 管理中心, 海洋与 | 投资 + 统筹部 */
        (zgi_tok_len(right) >= 3 || is_inner(w->m, right) || (w->kinds & ZGI_K_GOVERNMENT) != 0);
    uint16_t c = zgi_tok_char(w->m, w->probe - 1);
    if (t->cls == ZGI_C_CONJ && c != 0x548c && c != 0x4e0e && c != 0x53ca && c != 0x66a8)
        return false; /* 和 与 及 暨, no 则 or 但 */
    bool words = (joins(left->cls) || (is_inner(w->m, left) && joins(right->cls))) &&
                 (joins(right->cls) || unit);
    if (!words || (t->cls == ZGI_C_SEP && !w->conj) || w->m->title_of[w->probe - 2] != ZGI_NONE)
        return false;
    if ((w->kinds & ZGI_K_COMPANY) != 0 && ends_body(w->m, zgi_tok(w->m, w->end)))
        return false;
    w->conj = true;
    w->probe--; /* not accepted until what stands left of it is */
    return true;
}
