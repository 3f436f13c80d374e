/* The compiled rules, seen by the room's own files. */
#ifndef ZGI_RULE_SET_H
#define ZGI_RULE_SET_H

#include "rule/rule.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* What a rule does with its captures (column emit). */
typedef enum zgi_emit {
    ZGI_EM_PAIR,   /* every post of `posts` for every person of `names` */
    ZGI_EM_EACH,   /* the first post for the first person, and so on: 分别任 */
    ZGI_EM_TOPIC,  /* the posts of the person last named before them, else of the line's subject */
    ZGI_EM_BYLINE, /* as pair; the posts are bylines */
    ZGI_EM_AFTER,  /* as pair, for titles after a name: not those that are verbs too (代表) */
    ZGI_EM_CV,     /* as topic, only where the text tells a career */
    ZGI_EM_DEFINE  /* no rule: the (?(DEFINE)…) block that stands before every pattern */
} zgi_emit;

/* Sets of letters of which every match holds one; the patterns in use have up to five. */
#define ZGI_NEEDS_MAX 8u

typedef struct zgi_compiled {
    pcre2_code *code;
    const zgi_rule *row;
    uint32_t index;               /* of the row in the dictionary */
    uint32_t posts, names, event; /* capture numbers, 0 = none */
    bool again; /* may tell a post that a rule before it has told of somebody else */
    uint8_t emit;
    uint8_t status; /* zgi_status, or ZGI_STATUS_GOVERNED */
    uint32_t need_count;
    uint64_t needs[ZGI_NEEDS_MAX]; /* bit of a letter: its code modulo 64 */
} zgi_compiled;

/* The status comes from the last appointment or removal verb before the match. */
#define ZGI_STATUS_GOVERNED 0xffu

struct zgi_rules {
    zg_allocator allocator;
    size_t capacity; /* bytes of items */
    pcre2_general_context *general;
    zgi_compiled *items;
    uint32_t count;
};

struct zgi_rule_scratch {
    const zgi_rules *rules;
    pcre2_match_data *data;
    pcre2_match_context *context;
};

/* One match of one rule: stretches of items [begin, end). */
typedef struct zgi_match {
    const zgi_compiled *rule;
    zgi_span all, posts, names, event; /* begin == ZGI_NONE: not captured */
} zgi_match;

/* rule_need.c. The patterns must compile; definitions: those of all define rows in one string. */
void zgi_rule_needs(const char *pattern, const char *definitions, size_t definitions_len,
                    zgi_compiled *rule);
uint64_t zgi_rule_letters(const char *classes, size_t n);
/* False: the rule matches nothing in a class string of these letters. */
bool zgi_rule_may_match(const zgi_compiled *rule, uint64_t letters);

/* Writes the drafts of a match; marks its titles as used in `classes`. */
zg_status zgi_rule_emit(const zgi_rule_in *in, const zgi_match *match, char *classes,
                        zgi_arena *arena, zgi_drafts *drafts);

/* rule_each.c. 甲、乙分别任A和B: are there as many persons as posts, and does 分别 say so? */
bool zgi_rule_each_holds(const zgi_rule_in *in, const zgi_match *match);
/* The item of the `nth` name of the match. */
uint32_t zgi_rule_each_name(const zgi_rule_in *in, const zgi_match *match, uint32_t nth);
bool zgi_rule_is_post(char letter);

/* rule_level.c: 县 | 人大代表 */
void zgi_rule_level(const zgi_text *text, const zgi_item *title, zgi_draft *d);
/* rule_bracket.c. Does a bracket behind item `title` or behind who holds it say 代 or 主持工作? */
bool zgi_rule_stands_in(const zgi_rule_in *in, const zgi_match *match, uint32_t title);

bool zgi_rule_moves(const zgi_rule_in *in, const zgi_match *match);
/* rule_topic.c. The subject of a clause: the last name before item `before` that stands in no
 * bracket. *nobody is set where the clause speaks to or of somebody unnamed (祝贺您再次当选). */
const zgi_item *zgi_rule_topic(const zgi_rule_in *in, uint32_t before, bool *nobody);
/* 1999年11月至2015年8月 is over, 2015年8月至今 is not: what a span of dates right before a post
 * says, `otherwise` where none stands there. */
uint8_t zgi_rule_status_of_span(const zgi_rule_in *in, uint32_t before, uint8_t otherwise);
/* Does a match of a topic rule tell of somebody else? 美国前总统被指控: 前 or 原 without a verb is
 * no word about the subject. In a career and after a comma it is: 张三，原某局局长，…. */
bool zgi_rule_is_mention(const zgi_rule_in *in, const zgi_match *match);

#endif
