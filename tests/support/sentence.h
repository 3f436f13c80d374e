/* One sentence through the rooms up to rules, with the built-in dictionary, for their tests: each
 * stage's output is kept and can be shown as one line of text. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "rule/rule.h"

typedef struct sentence {
    zgi_arena *arena;
    zgi_text text;
    zgi_edges edges;
    zgi_tokens tokens;
    zgi_items items;
    zgi_drafts drafts;
} sentence;

int sentence_setup(void **state);    /* group: dictionary and rules */
int sentence_teardown(void **state); /* group */
const zgi_dict_view *sentence_dict(void);

/* Reads the first sentence of `source`. Every stage must succeed. */
sentence *sentence_read(const char *source);
void sentence_free(sentence *s);

/* The shown strings live as long as the sentence. */
const char *show_span(sentence *s, zgi_span at);
const char *show_tokens(sentence *s); /* 局长/title 胡明远/name 说/speech */
const char *show_drafts(sentence *s); /* 胡明远|局长|-; … */
/* How many edges read `word` as `cls`. */
uint32_t edge_count(const sentence *s, const char *word, uint8_t cls);

#endif
