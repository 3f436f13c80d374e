/* What the formats of entities (FollowTheMoney, Popolo) share: ids that stay the same from run to
 * run and from format to format, and what of the contract's words means in theirs. */
#ifndef ZGI_EMIT_ENTITY_H
#define ZGI_EMIT_ENTITY_H

#include "emit/emit_inner.h"

/* "zg-" and 40 hexadecimal digits. */
#define ZGI_ENTITY_ID_SIZE 44u

typedef struct zgi_entity_ids {
    char person[ZGI_ENTITY_ID_SIZE];
    char org[ZGI_ENTITY_ID_SIZE]; /* "" without an organisation */
    char post[ZGI_ENTITY_ID_SIZE];
    char hold[ZGI_ENTITY_ID_SIZE]; /* that this person holds this post, in this status and time */
} zgi_entity_ids;

/* A person is one within its document: the same name elsewhere may be somebody else. An
 * organisation whose place is known is one everywhere, others within their document. */
void zgi_entity_ids_of(const zgi_emit_in *in, const zgi_fact *f, zgi_entity_ids *ids);

/* Which ids have been written; made for `facts` triples. */
typedef struct zgi_id_set {
    uint64_t *keys;
    size_t mask;
} zgi_id_set;

bool zgi_id_set_make(zgi_id_set *set, size_t facts, zgi_arena *arena);
/* True when it was not there yet. */
bool zgi_id_set_add(zgi_id_set *set, const char *id);

/* Only posts are entities: bylines, occupations and handles are none. */
bool zgi_entity_wanted(const zgi_fact *f);
const char *zgi_entity_org_name(const zgi_fact *f); /* in full as far as known; NULL without */
const char *zgi_entity_gender(const zgi_person *p); /* "male", "female", NULL */
/* "current", "ended" or "unknown" (proposed only). */
const char *zgi_entity_status(const zgi_fact *f);
/* When it began and ended, as far as the text says; NULL = not known. */
const char *zgi_entity_start(const zgi_fact *f);
const char *zgi_entity_end(const zgi_fact *f);

#endif
