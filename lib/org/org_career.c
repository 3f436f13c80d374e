/* Does a sentence tell somebody's career? By its form alone, so that a list of posts without a name
 * is read as a career there and nowhere else.
 *
 * 「男，汉族，1965年8月生」, 「2001.08—2006.03 某县副县长」, 「历任某局科长、副局长」: yes.
 * 「县委书记、县长负总责」: no.
 */
#include <string.h>

#include "org/org_marks.h"

enum { SHENG = 0x751f, CHU = 0x51fa, NAN = 0x7537, NV = 0x5973, ZHI = 0x81f3, DASH = 0x2014 };

/* A span of two dates, or from a date to now. */
static bool is_span(const zgi_text *text, const zgi_token *t)
{
    if (t->cls != ZGI_C_DATE || zgi_tok_len(t) < 8)
        return false;
    for (uint32_t i = t->at.begin + 4; i + 1 < t->at.end; i++)
        if (text->ch[i] == ZHI || text->ch[i] == DASH || text->ch[i] == '~' ||
            (text->ch[i] == '-' && t->at.end - t->at.begin > 10))
            return true;
    return false;
}

static bool one_char(const zgi_text *text, const zgi_token *t, uint16_t c)
{
    return zgi_tok_len(t) == 1 && text->ch[t->at.begin] == c;
}

/* 1965年8月生, 2001.08—2006.03 …: a date that is one of a life. */
static bool dates_life(const zgi_text *text, const zgi_token *t, const zgi_token *next)
{
    return is_span(text, t) ||
           (next && (text->ch[next->at.begin] == SHENG || text->ch[next->at.begin] == CHU));
}

bool zgi_org_tells_career(const zgi_text *text, const zgi_tokens *tokens, const zgi_items *items)
{
    for (uint32_t k = 0; k < tokens->count; k++) {
        const zgi_token *t = &tokens->items[k];
        const zgi_token *next = k + 1 < tokens->count ? t + 1 : NULL;
        if (text->ch[t->at.begin] == CHU && zgi_tok_len(t) >= 2 &&
            text->ch[t->at.begin + 1] == SHENG)
            return true; /* 出生于1966年 */
        switch (t->cls) {
        case ZGI_C_DATE:
            if (dates_life(text, t, next))
                return true;
            break;
        case ZGI_C_COMMA:
            if (next && (one_char(text, next, NAN) || one_char(text, next, NV)))
                return true;
            break;
        case ZGI_C_FORMER:
        case ZGI_C_NOW: /* 历任, 曾任, 现任 of somebody who is not named after the post */
            if (zgi_tok_len(t) >= 2 && strchr(items->classes, ZGI_I_NAME) == NULL)
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}
