/* The walk to the left border of an organisation's name: its state, and the steps over words that
 * need a reason. Shared by org_left.c and org_step.c. */
#ifndef ZGI_ORG_WALK_H
#define ZGI_ORG_WALK_H

#include "org/org_marks.h"

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

static inline bool zgi_walk_free(const zgi_walk *w)
{
    return (w->kinds & (ZGI_K_COMPANY | ZGI_K_SCHOOL | ZGI_K_HOSPITAL | ZGI_K_ASSOCIATION |
                        ZGI_K_MEDIA | ZGI_K_INSTITUTE)) != 0;
}

/* 村, 社区, 街道, 派出所: named after a spot that no table holds. */
static inline bool zgi_walk_settles(const zgi_walk *w)
{
    return (w->kinds & (ZGI_K_VILLAGE | ZGI_K_POLICE)) != 0;
}

static inline void zgi_walk_accept(zgi_walk *w, uint32_t to)
{
    w->k = to;
    w->probe = to;
    w->verbs = 0;
    w->clause = false;
}

/* Each moves the walk and says true when the token left of it goes on the name. */
/* 和, 与, 、 inside a name. */
bool zgi_walk_joint(zgi_walk *w, const zgi_token *t);
/* 省 市 县 区 … before a unit's name. */
bool zgi_is_level_word(const zgi_marks *m, const zgi_token *t);
bool zgi_walk_link(zgi_walk *w, const zgi_token *t);
bool zgi_walk_abbreviation(zgi_walk *w);
bool zgi_walk_pieces(zgi_walk *w);
bool zgi_walk_rare(zgi_walk *w, const zgi_token *t);
/* 加入 | 云岫科技: a verb whose object an organisation is stands before the name. */
bool zgi_walk_takes_org(const zgi_walk *w, const zgi_token *t);

#endif
