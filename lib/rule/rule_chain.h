/* A stretch of posts while it is read from left to right: which organisation and which status are
 * in force. Shared by rule_emit.c and rule_org.c. */
#ifndef ZGI_RULE_CHAIN_H
#define ZGI_RULE_CHAIN_H

#include "rule/rule_set.h"

enum { ZGI_TWINS = 4 };

typedef struct zgi_chain {
    const zgi_rule_in *in;
    const zgi_match *match;
    uint32_t org;         /* item of the organisation in force, ZGI_NONE */
    uint32_t next;        /* organisation item right before the title, ZGI_NONE */
    uint32_t parent;      /* last organisation of the chain that can be a parent */
    uint8_t status, base; /* in force; before any word of the chain changed it */
    uint32_t body;        /* item of an organ that is a body of the unit in force, ZGI_NONE */
    uint32_t nth;         /* posts told so far */
    bool inside; /* 前 stood between organisation and title: it ends with the organisation */
    uint32_t twins[ZGI_TWINS]; /* organisation items that share the next title: 一处、二处处长 */
    uint32_t twin_count;
    bool unlike;    /* and are of several sorts: only dealt out one by one */
    uint32_t only;  /* the person of the match who gets it, from 1; 0: all of them */
    bool committee; /* the last title was of the unit's party committee: 党委委员 */
} zgi_chain;

static const zgi_span zgi_no_span = {ZGI_NONE, ZGI_NONE};

static inline const zgi_item *zgi_item_at(const zgi_rule_in *in, uint32_t k)
{
    return &in->items->items[k];
}

/* Can the organisation have the title, by their kinds? */
bool zgi_rule_can_hold(const zgi_item *org, const zgi_item *title);
/* The organisation of a title: the one right before it, else the one in force. Fills org,
 * org_kinds, parent and shared of the draft. */
void zgi_rule_fill_org(zgi_chain *c, const zgi_item *title, zgi_draft *d);
/* An organisation item of the chain, with what it changes; `k` is its index. */
void zgi_rule_take_org(zgi_chain *c, uint32_t k);

#endif
