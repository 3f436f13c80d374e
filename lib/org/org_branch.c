/* Parties and firms by the place where they are: whose a place before a title is.
 *
 * Takes a place token before a title and what stands left of it; says whether the place is part of
 * the name of a party or firm. 「行动党 | 柔州 + 主席」, 「某某证券 | 中国 + 首席经济学家」.
 */
#include "org/org_marks.h"

/* A party or union, to which a member of parliament belongs. */
bool zgi_org_is_party(const zgi_marks *m, const zgi_token *t)
{
    return (t->cls == ZGI_C_SUFFIX && m->text->ch[t->at.end - 1] == 0x515a) || /* 党 */
           (t->cls == ZGI_C_ORG && (t->bits & ZGI_K_ASSOCIATION) != 0);
}

/* 行动党 | 柔州 | 主席, 国盟 | 麻坡 | 国会议员: does a party's place stand before a title in the party, or
 * abroad in a parliament? */
bool zgi_org_leads_party(const zgi_marks *m, uint32_t k)
{
    if (!zgi_title_follows(m, k + 1))
        return false;
    const zgi_token *head = zgi_tok(m, m->titles.items[m->title_of[k + 1]].head);
    bool member = (head->bits & (uint32_t)ZGI_K_CONGRESS) != 0 && (head->bits & ZGI_K_COURT) == 0 &&
                  (head->bits & ZGI_K_GOVERNMENT) == 0;
    return member ? zgi_tok(m, k)->cls == ZGI_C_COUNTRY
                  : (head->bits & ZGI_K_ASSOCIATION) != 0 && head->cls == ZGI_C_TITLE;
}

/* 某某证券 | 中国 | 首席经济学家: does a firm's country stand before a title that no place has? */
bool zgi_org_leads_branch(const zgi_marks *m, uint32_t k)
{
    const zgi_token *firm = zgi_tok(m, k - 1);
    if (!zgi_title_follows(m, k + 1) || zgi_tok(m, k)->cls != ZGI_C_COUNTRY)
        return false;
    uint32_t bits = zgi_tok(m, m->titles.items[m->title_of[k + 1]].head)->bits;
    return (firm->cls == ZGI_C_ORG || firm->cls == ZGI_C_SUFFIX) &&
           (firm->bits & ZGI_K_COMPANY) != 0 && (bits & ZGI_K_COMPANY) != 0 &&
           (bits & (ZGI_K_REGION | ZGI_K_GOVERNMENT | ZGI_K_PARTY)) == 0;
}
