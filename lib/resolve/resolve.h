/* 6. The document: drafts of all sentences → facts.
 *
 * Decides the document's home place, date and source; completes organisations (市政府 →
 * 荆州市政府), gives codes, kinds, ranks; joins mentions of one person; gives sentences without a
 * subject their person; drops what is said twice. Words come from the tables of data/resolve; the
 * lexicon is walked again only inside organisations as written (resolve_site.c, resolve_stem.c).
 */
#ifndef ZGI_RESOLVE_RESOLVE_H
#define ZGI_RESOLVE_RESOLVE_H

#include "resolve/facts.h"
#include "rule/rule.h"

/* The tables of data/resolve and their words, made ready once for a dictionary; immutable after
 * that, lives in `arena`. */
typedef struct zgi_resolve_words zgi_resolve_words;
zg_status zgi_resolve_words_new(const zgi_dict_view *dict, zgi_arena *arena,
                                zgi_resolve_words **out);

typedef struct zgi_resolve_in {
    const zgi_dict_view *dict;
    const zgi_resolve_words *words;
    const zgi_text *text;
    const zgi_drafts *drafts;     /* in order of sentences */
    const zgi_mentions *mentions; /* in order of the text */
    const zgi_orgs *orgs;         /* in order of the text: organisations */
    const zgi_orgs *places; /* in order of the text: places that stand alone (place, place_data) */
} zgi_resolve_in;

/* `out` and all it points at live in `arena`. */
zg_status zgi_resolve_run(const zgi_resolve_in *in, zgi_arena *arena, zgi_facts *out);
/* For the trace: each fact with what decided it. */
zg_status zgi_resolve_dump(const zgi_text *text, const zgi_facts *facts, zgi_json *out);

#endif
