/* What the files of this room share: the state of one document and its helpers. Nothing outside
 * the room includes this.
 *
 * Order of work (resolve.c): sites (places as written) → nodes (divisions, votes) → home and slots
 * → organisations completed → drafts to facts → persons → merge → dates, profiles, ranks.
 */
#ifndef ZGI_RESOLVE_INNER_H
#define ZGI_RESOLVE_INNER_H

#include "dict/dict_table.h"
#include "resolve/resolve.h"
#include "resolve/resolve_set.h"

#define ZGI_NONE UINT32_MAX

/* A slot is what a bare level word asks for: 市委 asks for the document's city. */
typedef enum zgi_slot {
    ZGI_SLOT_COUNTRY,
    ZGI_SLOT_PROVINCE, /* 省 */
    ZGI_SLOT_REGION,   /* 自治区 */
    ZGI_SLOT_CITY,     /* 市, of any level */
    ZGI_SLOT_STATE,    /* 州 */
    ZGI_SLOT_LEAGUE,   /* 盟 */
    ZGI_SLOT_AREA,     /* 地区 */
    ZGI_SLOT_COUNTY,   /* 县 */
    ZGI_SLOT_DISTRICT, /* 区 */
    ZGI_SLOT_BANNER,   /* 旗 */
    ZGI_SLOT_TOWN,     /* 镇 */
    ZGI_SLOT_TOWNSHIP, /* 乡 */
    ZGI_SLOT_STREET,   /* 街道 */
    ZGI_SLOT_ZONE,     /* 开发区 */
    ZGI_SLOT_SAR,      /* 特别行政区 */
    ZGI_SLOT_COUNT
} zgi_slot;

/* A place as written: a chain such as 洪湖市新滩镇, alone or at the head of an organisation. */
typedef struct zgi_site {
    zgi_span at;
    const uint32_t *candidates; /* place indexes, after the chain has ruled some out */
    uint32_t candidate_count;
    uint32_t place;  /* the one meant, ZGI_NONE when unknown */
    uint32_t weight; /* vote */
    uint32_t sentence;
    bool in_org;
    zgi_span country; /* the country it begins with, or none */
    bool dateline;    /* names where the report was written, not what it is about */
} zgi_site;

/* A division the document names, or an ancestor of one. */
typedef struct zgi_node {
    uint32_t place;
    uint32_t own, total;  /* votes for itself; with all below it */
    zgi_span full, brief; /* how the document writes it: with and without its level character */
    const char *name;     /* what it is called in an answer, once asked for */
} zgi_node;

/* What answers a slot: a division, for ZGI_SLOT_COUNTRY only the site, at a point of the text. */
typedef struct zgi_entry {
    uint32_t at, site, place;
    bool stated; /* named itself there, not only as the parent of what is named */
} zgi_entry;

typedef struct zgi_entries {
    zgi_entry *items;
    uint32_t count, cap;
} zgi_entries;

/* A map of 32-bit keys to 32-bit values, open addressing; made for a known number of keys. */
typedef struct zgi_map {
    uint32_t *keys, *values; /* value ZGI_NONE: free */
    uint32_t mask;
} zgi_map;

/* A date as written; a part that is not written is 0. */
typedef struct zgi_date {
    uint32_t year, month, day;
} zgi_date;

/* When a post was taken up, by the sentence: months since year 0, 0 unknown; `day`: to the day. */
typedef struct zgi_when {
    uint32_t months;
    bool day;
    bool since; /* 2018年起: nothing says that it ended */
} zgi_when;

/* One name of the document. */
typedef struct zgi_human {
    zgi_span first;
    uint32_t hash, next_same; /* next person whose name has the same hash */
    uint32_t mention_count;
    bool national; /* holds a post of the whole state: 国家主席, 总书记 */
} zgi_human;

typedef struct zgi_people {
    zgi_human *items;
    uint32_t count, cap;
    zgi_map by_hash;
    zgi_span *spans;       /* every name as written, in order of the text */
    uint32_t *span_person; /* and whose it is */
    uint32_t *span_topic;  /* the latest of them that a sentence is about, ZGI_NONE */
    uint32_t span_count;
} zgi_people;

/* An organisation completed. text NULL: unknown. */
typedef struct zgi_full {
    const char *text;
    const char *where; /* the place it begins with, as text; NULL none */
    const char
        *top; /* the organisation it begins with (交通大学 of 交通大学设计学院); NULL unknown */
    uint32_t top_kinds;
    uint32_t place; /* its division, ZGI_NONE */
    uint32_t kinds;
    bool plain;    /* begins with no place, level or reference */
    bool headed;   /* begins with a place or an organisation of the lexicon: a name of its own */
    bool level;    /* begins with a bare level word: 市公安局 */
    bool open;     /* still needs a parent, or refers to something not found */
    bool ref;      /* written as 公司, 该局: never what another reference goes back to */
    bool whole;    /* a reference that is nothing more: 公司, not 公司业务部 */
    bool doubtful; /* rests on less than a clear context */
} zgi_full;

#define ZGI_RS_OWN 8 /* places of 我院 and the like that are noted */

/* A body that the document names, and how much it does. */
typedef struct zgi_subject {
    zgi_full full;
    uint32_t hash, score;
} zgi_subject;

/* What a bare word such as 集团 is short for in this document; NULL: nothing. */
#define ZGI_COINED 32
typedef struct zgi_coined {
    zgi_span word;
    const zgi_full *is;
} zgi_coined;

typedef struct zgi_rs {
    const zgi_resolve_in *in;
    const zgi_dict_view *dict;
    const zgi_text *text;
    zgi_arena *arena;
    /* places */
    zgi_site *sites;
    uint32_t site_count;
    zgi_node *nodes;
    uint32_t node_count, node_cap;
    zgi_map node_of;
    zgi_entries slots[ZGI_SLOT_COUNT];
    uint32_t home;       /* place, ZGI_NONE */
    uint32_t home_votes; /* for it and all below it */
    uint32_t home_slot[ZGI_SLOT_COUNT];
    bool framed[ZGI_SLOT_COUNT]; /* asked for before any was named */
    /* organisations, parallel to in->orgs */
    zgi_full *fulls;
    uint32_t *tail_prev;   /* the org before with the same last two characters */
    zgi_map tails;         /* hash of the last two characters → the latest org */
    uint32_t fulls_ready;  /* fulls before this are completed */
    zgi_subject *subjects; /* bodies that have units; NULL until asked for */
    uint32_t subject_count;
    uint16_t own[ZGI_RS_OWN]; /* what the document says 我 before, by its first character */
    uint32_t own_count;
    bool own_known;
    zgi_coined coined[ZGI_COINED];
    uint32_t coined_count;
    uint32_t searches;             /* of the whole text, so far */
    const zgi_resolve_words *know; /* the tables */
    /* people, and which of them a draft speaks of */
    zgi_people people;
    uint32_t *draft_person; /* person of each draft, ZGI_NONE: drop the draft */
    zgi_span *draft_span;   /* where its name stands */
    uint32_t *draft_order;  /* drafts by the place of their titles */
    zgi_full *draft_full;
    zgi_span *draft_org;   /* as written with it; none also when it was lent wrongly */
    uint8_t *draft_status; /* zgi_status, as the person's whole career tells it */
    zgi_when *draft_when;
    uint32_t *fact_draft;     /* the draft of each fact, before merging */
    uint32_t *head_person;    /* by row of heads: person + 1 who has its fixed body */
    const char **head_text;   /* by row of heads: the fixed body as this document writes it */
    uint8_t speaks_for_state; /* 1 yes, 2 no, 0 not looked yet */
    uint8_t *draft_by;        /* zgi_org_by */
    zgi_date date;            /* of the document */
} zgi_rs;

/* resolve_text.c: reading the text and making strings */
bool zgi_rs_word(const zgi_text *t, uint32_t at, uint32_t end, const char *word, uint32_t *next);
uint32_t zgi_rs_find(const zgi_text *t, zgi_span in, const char *word);
bool zgi_rs_ends(const zgi_text *t, zgi_span in, const char *word, uint32_t *begin);
const char *zgi_rs_source(zgi_rs *rs, zgi_span at);
const char *zgi_rs_join(zgi_rs *rs, const char *a, const char *b);
uint32_t zgi_rs_hash(const zgi_text *t, zgi_span at);
bool zgi_rs_same(const zgi_text *t, zgi_span a, zgi_span b);
bool zgi_rs_tail(const char *whole, const char *tail);
bool zgi_rs_tail_of(const zgi_rs *rs, const char *whole, const char *tail);
uint32_t zgi_rs_char_at(const char *word, uint32_t *bytes);
bool zgi_rs_blank(uint16_t c);
uint32_t zgi_rs_sentence(const zgi_text *t, uint32_t at);
static inline bool zgi_rs_none(zgi_span s)
{
    return s.begin == UINT32_MAX;
}

static inline uint32_t zgi_rs_set_at(const zgi_rs *rs, zgi_set_id id, uint32_t at, uint32_t end,
                                     uint32_t *next)
{
    return zgi_set_at(&rs->know->sets[id], rs->text, at, end, next);
}
static inline uint32_t zgi_rs_set_end(const zgi_rs *rs, zgi_set_id id, zgi_span in, uint32_t *begin)
{
    return zgi_set_end(&rs->know->sets[id], rs->text, in, begin);
}
static inline bool zgi_rs_set_in(const zgi_rs *rs, zgi_set_id id, zgi_span in)
{
    return zgi_set_in(&rs->know->sets[id], rs->text, in);
}

/* resolve_map.c */
bool zgi_rs_sort(zgi_arena *arena, uint64_t *keys, uint32_t count);
bool zgi_map_init(zgi_arena *arena, zgi_map *map, uint32_t keys);
uint32_t zgi_map_get(const zgi_map *map, uint32_t key);
void zgi_map_put(zgi_map *map, uint32_t key, uint32_t value);

/* resolve_site.c: places as written, which division each means */
zg_status zgi_rs_sites(zgi_rs *rs);
uint32_t zgi_rs_site_ancestors(const zgi_rs *rs, uint32_t place, zgi_span at);
const zgi_site *zgi_rs_site_at(const zgi_rs *rs, uint32_t begin);
/* resolve_place.c: votes, the home place, what answers a slot at a point of the text */
zg_status zgi_rs_places(zgi_rs *rs);
zgi_slot zgi_rs_slot_of(const zgi_dict_view *dict, uint32_t place);
uint32_t zgi_rs_slot_at(zgi_rs *rs, zgi_slot slot, uint32_t at, bool *doubtful);
uint32_t zgi_rs_other_country(const zgi_rs *rs);
uint32_t zgi_rs_country_at(const zgi_rs *rs, uint32_t at, bool abroad);
uint32_t zgi_rs_ancestor(const zgi_rs *rs, uint32_t place, zgi_slot slot);
/* resolve_called.c: what a division is called */
const char *zgi_rs_place_name(zgi_rs *rs, uint32_t place);
const char *zgi_rs_place_code(zgi_rs *rs, uint32_t place);

/* resolve_org.c: organisations completed */
zg_status zgi_rs_orgs(zgi_rs *rs);
bool zgi_rs_org_full(zgi_rs *rs, zgi_span at, uint32_t kinds, zgi_full *out);
bool zgi_rs_org_bare(zgi_rs *rs, const zgi_draft *d, zgi_span *at, zgi_full *out);
bool zgi_rs_org_under(zgi_rs *rs, zgi_span at, const zgi_full *parent, zgi_full *out);
void zgi_rs_org_take(const zgi_rs *rs, uint32_t longer, zgi_full *out);
bool zgi_rs_org_known(zgi_rs *rs, zgi_span at, uint32_t kinds, zgi_full *out);

/* resolve_ref.c: what 公司, 该局, 学校 go back to */
uint32_t zgi_rs_antecedent(const zgi_rs *rs, uint32_t at, uint32_t kinds, const char *ending);
uint32_t zgi_rs_longer(const zgi_rs *rs, zgi_span at, uint32_t before);
uint32_t zgi_rs_orgs_before(const zgi_rs *rs, uint32_t at);
bool zgi_rs_division(zgi_rs *rs, zgi_span at, uint32_t rest, zgi_full *out);
bool zgi_rs_refers(const zgi_rs *rs, zgi_span at, uint32_t *row, uint32_t *next);
bool zgi_rs_is_level(const zgi_rs *rs, zgi_span at);
uint32_t zgi_rs_level_word(const zgi_rs *rs, zgi_span at, zgi_slot *slot);
zgi_slot zgi_rs_slot_named(const char *name);
uint32_t zgi_rs_kinds(const char *names);

/* resolve_person.c: who is who, and who a sentence without a subject speaks of */
zg_status zgi_rs_people(zgi_rs *rs);
bool zgi_rs_named_between(const zgi_rs *rs, uint32_t from, uint32_t to);
/* resolve_stem.c: the parent of units beside each other */
bool zgi_rs_org_head(zgi_rs *rs, zgi_span at, zgi_full *out);
void zgi_rs_org_top(zgi_full *full);
void zgi_rs_org_stem(const zgi_rs *rs, zgi_span at, zgi_span unit, zgi_full *parent);
/* resolve_coined.c: names of firms that only the text shows */
const zgi_full *zgi_rs_coined(zgi_rs *rs, zgi_span word);
const zgi_full *zgi_rs_registered(const zgi_rs *rs, const char *name);
const zgi_full *zgi_rs_announcer(zgi_rs *rs, uint32_t at);
/* resolve_host.c: the body that the document is about */
uint32_t zgi_rs_host_kinds(const zgi_rs *rs, zgi_span unit);
bool zgi_rs_own(zgi_rs *rs, zgi_span at);
const zgi_full *zgi_rs_meant(zgi_rs *rs, zgi_span at, uint32_t kinds, const char *ending);
const zgi_full *zgi_rs_subject(zgi_rs *rs, uint32_t kinds, bool clear);
/* resolve_under.c: an organisation as written with a title */
#define ZGI_RS_CHAIN 24 /* titles of one sentence that a title may lean on */
bool zgi_rs_org_written(zgi_rs *rs, uint32_t k, zgi_full *out);
/* resolve_head.c: titles that tell by their head whose they are */
zgi_slot zgi_rs_head_slot(const zgi_rs *rs, const zgi_draft *d);
bool zgi_rs_head_place(zgi_rs *rs, const zgi_draft *d, uint32_t detached, zgi_full *out);
bool zgi_rs_head_fixed(zgi_rs *rs, uint32_t i, bool second);
void zgi_rs_head_unit(zgi_rs *rs, uint32_t i);
void zgi_rs_head_elected(zgi_rs *rs, uint32_t i);
/* resolve_roster.c: whose roster a label stands in */
zgi_span zgi_rs_roster_body(const zgi_rs *rs, const zgi_draft *d);
/* resolve_draft.c: each draft's organisation, completed */
zg_status zgi_rs_drafts(zgi_rs *rs);
/* resolve_career.c: which dated posts are past */
zg_status zgi_rs_careers(zgi_rs *rs);
/* resolve_fact.c: drafts → facts */
zg_status zgi_rs_facts(zgi_rs *rs, zgi_fact **facts, zgi_facts *out);
/* resolve_merge.c: what is said twice; order; each person's facts */
zg_status zgi_rs_merge(zgi_rs *rs, zgi_fact *facts, zgi_facts *out);
/* resolve_document.c: date, source, place of the document */
zg_status zgi_rs_document(zgi_rs *rs, zgi_facts *out);
/* resolve_event.c: dates of events, who decided */
const char *zgi_rs_event_date(zgi_rs *rs, zgi_span event);
const char *zgi_rs_event_by(zgi_rs *rs, zgi_span event, uint8_t type);
/* resolve_charge.c: under investigation */
zgi_span zgi_rs_charge(const zgi_rs *rs, uint32_t i);
/* resolve_period.c: from when to when a post was held */
bool zgi_rs_period(zgi_rs *rs, const zgi_draft *d, zgi_fact *f);
/* resolve_profile.c: gender, ethnicity, birth, native place */
zg_status zgi_rs_profiles(zgi_rs *rs, zgi_person *persons);
/* resolve_rank.c */
/* Confidence of a fact that is complete but for it. */
void zgi_rs_sure(const zgi_rs *rs, zgi_fact *f);
const char *zgi_rs_rank(zgi_rs *rs, const zgi_draft *d, const zgi_full *full, const char *head);

#endif
