/* 2. The lexicon scan of one sentence: every entry of the dictionary that occurs, as edges.
 *
 * Takes a sentence of a text; gives edges (begin, end, class, cost) sorted by begin: all lexicon
 * entries, and what characters make by themselves (digits, Latin words, dates, marks).
 * 「荆州市长」 → 荆州/place, 荆州市/place, 市/suffix, 市长/title, 长/adj …
 */
#ifndef ZGI_SCAN_SCAN_H
#define ZGI_SCAN_SCAN_H

#include "text/text.h"

typedef struct zgi_edge {
    uint32_t begin, end; /* characters of the text */
    int32_t cost;        /* hundredths of a nat */
    uint32_t bits;       /* kinds and flags of the sense */
    uint32_t data;       /* the sense's data */
    uint8_t cls;         /* zgi_class */
    uint8_t sub;         /* name edges: zgi_name_form; others 0 */
} zgi_edge;

typedef struct zgi_edges {
    zgi_edge *items;
    uint32_t count, cap;
    zgi_span at;     /* the sentence */
    uint32_t *first; /* [length + 1] the first edge that begins at each position, then `count` */
} zgi_edges;

zg_status zgi_scan_run(const zgi_dict_view *dict, const zgi_text *text, zgi_span at,
                       zgi_arena *arena, zgi_edges *out);
zg_status zgi_scan_dump(const zgi_text *text, const zgi_edges *edges, zgi_json *out);

#endif
