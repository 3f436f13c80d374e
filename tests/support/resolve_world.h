/* A document made by hand for the tests of the document room: a short text, and what the earlier
 * rooms would have found in it. All words are looked up in the text. */
#ifndef RESOLVE_WORLD_H
#define RESOLVE_WORLD_H

#include "resolve/resolve.h"

typedef struct world {
    zgi_arena *arena;
    zgi_text text;
    zgi_drafts drafts;
    zgi_mentions mentions;
    zgi_orgs orgs, places;
    zgi_facts facts;
} world;

extern const zgi_span no_span;

int world_dict(void **state); /* group set-up: the built-in dictionary */
const zgi_dict_view *world_view(void);
world *make(const char *text);
void done(world *w);
/* The nth occurrence (from 0) of a word of the text. */
zgi_span find(const world *w, const char *word, int nth);
uint32_t place_data(const world *w, zgi_span at);
void place(world *w, const char *word, int nth);
void country(world *w, const char *word, int nth);
/* An organisation; `chain` is the place that it begins with, `last` that one's last piece. */
zgi_span org(world *w, const char *word, int nth, uint32_t kinds, const char *chain,
             const char *last);
void mention(world *w, const char *name, int nth);
/* `name` NULL: a line without subject. */
zgi_draft *draft(world *w, const char *name, zgi_span title, const char *head, zgi_span at,
                 uint32_t org_kinds, uint32_t title_kinds);
zg_status run(world *w);
const zgi_fact *fact(const world *w, const char *person, const char *title);

#endif
