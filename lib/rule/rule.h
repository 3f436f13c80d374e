/* 5. Rules over the sentence's class string → drafts: who, which post, which organisation as far
 * as the sentence tells. What needs the whole document is left to resolve/. */
#ifndef ZGI_RULE_RULE_H
#define ZGI_RULE_RULE_H

#include "org/org.h"

/* One person-post pair of one sentence. */
typedef struct zgi_draft {
    zgi_span person;
    zgi_span title; /* from its first modifier to its head, body word included */
    zgi_span gap;  /* not part of the title inside it: 原 in 党委原书记; begin == end: none */
    zgi_span head; /* the head alone: 书记 in 党委副书记 */
    zgi_span org;  /* as written, or taken over in its chain; UINT32_MAX: none */
    uint32_t org_kinds;  /* zgi_kind of org | ZGI_F_PARTIAL when it needs a parent (宣传部) */
    zgi_span parent;     /* for a partial org: the one before it in the chain (市委), or none */
    uint32_t title_bits; /* kinds and flags of the title's head */
    zgi_span event;      /* trigger of an appointment, removal …, or none */
    zgi_span evidence;   /* the stretch the rule matched */
    uint32_t sentence;   /* index into the text's sentences */
    uint32_t rule;       /* index into the dictionary's rules */
    uint8_t status;      /* zgi_status (dict/dict_outcome.h) */
    uint8_t kind;        /* zgi_fact_kind */
    uint8_t event_type;  /* zgi_event_type */
    uint8_t confidence;  /* 0..100 */
    bool shared;         /* org was taken over from an earlier title of the chain */
    bool rank;           /* a rank or professional title: 少将, 教授 */
    bool no_person;      /* résumé line without subject: resolve/ gives it the topic person */
} zgi_draft;

typedef struct zgi_drafts {
    zgi_draft *items;
    uint32_t count, cap;
} zgi_drafts;

/* Every name the document holds, with or without a post. */
typedef struct zgi_mention {
    zgi_span at;
    uint32_t sentence;
    uint8_t form; /* zgi_name_form */
    bool strong;  /* beside a title, speech verb or byline: certainly a name */
} zgi_mention;

typedef struct zgi_mentions {
    zgi_mention *items;
    uint32_t count, cap;
} zgi_mentions;

/* Every place and organisation the document names, in order: what resolve/ completes from. */
typedef struct zgi_orgs {
    zgi_org *items;
    uint32_t count, cap;
} zgi_orgs;

/* The dictionary's rules, compiled. Immutable after `new`; any number of threads may read it. */
typedef struct zgi_rules zgi_rules;
/* What one thread needs to run them. */
typedef struct zgi_rule_scratch zgi_rule_scratch;

/* A NULL allocator means malloc. ZG_E_RULE names the rule and PCRE2's complaint in err->detail. */
zg_status zgi_rules_new(const zgi_dict_view *dict, const zg_allocator *allocator, bool jit,
                        zgi_rules **out, zg_error *err);
void zgi_rules_free(zgi_rules *rules);
zg_status zgi_rule_scratch_new(const zgi_rules *rules, zgi_rule_scratch **out);
void zgi_rule_scratch_free(zgi_rule_scratch *scratch);

typedef struct zgi_rule_in {
    const zgi_dict_view *dict;
    const zgi_rules *rules;
    zgi_rule_scratch *scratch;
    const zgi_text *text;
    const zgi_items *items;
    uint32_t sentence; /* its index */
    bool cv;           /* the text tells a career here */
    zgi_item heading;  /* 任命： on a line before, which governs this one; letter 0: none */
} zgi_rule_in;

/* 任命：, 决定免去： — does the sentence say no more than what is done to those who follow? */
bool zgi_rule_heading(const zgi_items *items, zgi_item *out);
/* 任命张三为…；: does a trigger begin the sentence that governs the next ones up to the full stop? */
bool zgi_rule_leads(const zgi_items *items, zgi_item *out);
/* Appends to `drafts`; memory for them comes from `arena`, for the way there from `temp`. */
zg_status zgi_rule_run(const zgi_rule_in *in, zgi_arena *temp, zgi_arena *arena,
                       zgi_drafts *drafts);
/* The label that is in force from line to line of a roster; all zero at the start of a text. */
typedef struct zgi_roster {
    zgi_draft label;
    bool open;
    bool column;    /* the label had no colon: only names set in below it go on */
    bool name_line; /* the line before was a name and nothing else, to which no label went */
} zgi_roster;
/* Is the line nothing but posts, below a line that was one name? They are that person's. */
bool zgi_rule_post_line(const zgi_rule_in *in, const zgi_roster *roster);
/* After zgi_rule_run, for every sentence in order; its own drafts begin at `from`. */
zg_status zgi_rule_roster(const zgi_rule_in *in, uint32_t from, zgi_roster *roster,
                          zgi_arena *arena, zgi_drafts *drafts);
/* For `explain`: the sentence, its class string, what matched, what came near, where it failed. */
zg_status zgi_rule_dump(const zgi_rule_in *in, const zgi_drafts *drafts, uint32_t from,
                        zgi_json *out);

#endif
