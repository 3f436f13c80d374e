/* Sets of table words, made ready once a dictionary: see resolve_set.c. */
#ifndef ZGI_RESOLVE_SET_H
#define ZGI_RESOLVE_SET_H

#include "dict/dict_table.h"
#include "text/text.h"

/* X(id, name): a set of the table `words`, or with a name that begins with @ a whole table. */
#define ZGI_SETS(X)                                                                                \
    X(AGENCY, "agency")                                                                            \
    X(SENDS, "sends")                                                                              \
    X(SOURCE, "source")                                                                            \
    X(DECIDE, "decide")                                                                            \
    X(PRONOUN, "pronoun")                                                                          \
    X(NOT_NATIVE, "not_native")                                                                    \
    X(RELATIVE, "relative")                                                                        \
    X(JOINT, "joint")                                                                              \
    X(STATE, "state")                                                                              \
    X(UNIT, "unit")                                                                                \
    X(FACULTY, "faculty")                                                                          \
    X(INNER, "inner")                                                                              \
    X(CAREER, "career")                                                                            \
    X(YEAR, "year")                                                                                \
    X(HELD, "held")                                                                                \
    X(MASTHEAD, "masthead")                                                                        \
    X(LIFE, "life")                                                                                \
    X(EARLIER, "earlier")                                                                          \
    X(THEN, "then")                                                                                \
    X(COMPANY, "company")                                                                          \
    X(BODY, "body")                                                                                \
    X(ROSTER, "roster")                                                                            \
    X(BRANCH, "branch")                                                                            \
    X(BEFORE, "before")                                                                            \
    X(OFFICE, "office")                                                                            \
    X(LEAGUE, "league")                                                                            \
    X(FIRM, "firm")                                                                                \
    X(IN_TURN, "in_turn")                                                                          \
    X(UNTIL, "until")                                                                              \
    X(OWN_BODY, "own_body")                                                                        \
    X(CHARGE, "charge")                                                                            \
    X(BETWEEN, "between")                                                                          \
    X(TOWARDS, "towards")                                                                          \
    X(ACCEPT, "accept")                                                                            \
    X(ASSEMBLY, "assembly")                                                                        \
    X(MONTH, "month")                                                                              \
    X(PEOPLE, "people")                                                                            \
    X(PROFILE, "profile")                                                                          \
    X(HONOUR, "honour")                                                                            \
    X(LEVELS, "@levels")                                                                           \
    X(LEVEL_WORDS, "@level_words")                                                                 \
    X(REFS, "@refs")                                                                               \
    X(HOSTS, "@hosts")                                                                             \
    X(HEADS, "@heads")                                                                             \
    X(GRADES, "@grades")                                                                           \
    X(COUNTRIES, "@countries")

typedef enum zgi_set_id {
#define ZGI_X(id, name) ZGI_SET_##id,
    ZGI_SETS(ZGI_X)
#undef ZGI_X
        ZGI_SET_COUNT
} zgi_set_id;

typedef struct zgi_set_word {
    const uint16_t *chars;
    uint32_t len, row;              /* row of the table it is from */
    uint32_t next_first, next_last; /* the next word of the same chain, UINT32_MAX ends it */
} zgi_set_word;

/* Words by the fold of their first and of their last character, in the order of the table. */
#define ZGI_SET_CHAINS 64u

typedef struct zgi_set {
    zgi_set_word *items;
    uint32_t count, cap;
    uint64_t first, last; /* which characters begin and end a word, folded to 64 bits */
    uint32_t by_first[ZGI_SET_CHAINS], by_last[ZGI_SET_CHAINS];
} zgi_set;

/* What a feature of a post adds to its confidence, by hash; half of the places are free. */
#define ZGI_SURE 256u
typedef struct zgi_sure {
    const char *key; /* 「org stated」; NULL: nothing here */
    int32_t points;
} zgi_sure;
void zgi_sure_make(const zgi_table *table, zgi_sure *sure);

/* What the room reads of data/resolve, found and made ready: the struct of resolve.h. */
struct zgi_resolve_words {
    zgi_table levels, level_words, refs, heads, grades, ranks, words, aliases, no_names, hosts;
    zgi_sure sure[ZGI_SURE];
    zgi_set sets[ZGI_SET_COUNT];
};

static inline uint32_t zgi_set_fold(uint16_t c)
{
    return (uint32_t)(c ^ (c >> 6)) & (ZGI_SET_CHAINS - 1);
}
/* False for most characters that begin no word of the set: look here before asking zgi_set_at. */
static inline bool zgi_set_may(const zgi_set *set, uint16_t c)
{
    return (set->first >> zgi_set_fold(c) & 1u) != 0;
}
/* False: memory is out. `sets` has ZGI_SET_COUNT places. */
bool zgi_sets_make(const zgi_dict_view *dict, zgi_arena *arena, zgi_set *sets);
/* The longest word at `at`, before `end`: its row and what follows it; ZGI_TABLE_NONE when none. */
uint32_t zgi_set_at(const zgi_set *set, const zgi_text *t, uint32_t at, uint32_t end,
                    uint32_t *next);
/* The longest word that `in` ends with: its row and where it begins. */
uint32_t zgi_set_end(const zgi_set *set, const zgi_text *t, zgi_span in, uint32_t *begin);
/* Does a word stand anywhere inside? */
bool zgi_set_in(const zgi_set *set, const zgi_text *t, zgi_span in);

#endif
