/* See resolve_world.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "resolve_world.h"

static zgi_dict_view dict;

const zgi_span no_span = {UINT32_MAX, UINT32_MAX};

int world_dict(void **state)
{
    (void)state;
    size_t len = 0;
    const uint8_t *bytes = zgi_dict_builtin_bytes(&len);
    return zgi_dict_load(bytes, len, &dict, NULL) == ZG_OK ? 0 : -1;
}

const zgi_dict_view *world_view(void)
{
    return &dict;
}

world *make(const char *text)
{
    zgi_arena *arena = NULL;
    assert_int_equal(zgi_arena_new(NULL, 1 << 16, &arena), ZG_OK);
    world *w = zgi_arena_zalloc(arena, 1, sizeof *w);
    assert_non_null(w);
    w->arena = arena;
    assert_int_equal(zgi_text_run(&dict, NULL, (const uint8_t *)text, strlen(text), false, arena,
                                  &w->text, NULL),
                     ZG_OK);
    return w;
}

void done(world *w)
{
    zgi_arena_free(w->arena);
}

/* The nth occurrence (from 0) of a word of the text. */
zgi_span find(const world *w, const char *word, int nth)
{
    size_t n = strlen(word);
    for (uint32_t i = 0; i < w->text.n; i++) {
        if (w->text.src_len - w->text.off[i] < n ||
            memcmp(w->text.src + w->text.off[i], word, n) != 0 || nth-- > 0)
            continue;
        uint32_t end = i;
        while (w->text.off[end] < w->text.off[i] + n)
            end++;
        return (zgi_span){i, end};
    }
    fail_msg("%s is not in the text", word);
    return no_span;
}

static uint32_t sentence_of(const world *w, uint32_t at)
{
    for (uint32_t s = w->text.sentence_count; s-- > 0;)
        if (w->text.sentences[s].at.begin <= at)
            return s;
    return 0;
}

/* Data of the place entry that is written at `at`. */
uint32_t place_data(const world *w, zgi_span at)
{
    uint32_t state = ZGI_TRIE_ROOT;
    for (uint32_t i = at.begin; i < at.end && state != 0; i++)
        state = zgi_trie_step(&dict, state, w->text.code[i]);
    assert_int_not_equal(state, 0);
    assert_int_not_equal(zgi_trie_value(&dict, state), 0);
    for (const zgi_sense *s = dict.senses + zgi_trie_value(&dict, state) - 1;; s++) {
        if (s->cls == ZGI_C_PLACE)
            return s->data;
        if (s->last)
            break;
    }
    fail_msg("no place is written there");
    return 0;
}

void place(world *w, const char *word, int nth)
{
    zgi_org o = {.at = find(w, word, nth),
                 .kinds = ZGI_K_REGION,
                 .place = find(w, word, nth),
                 .unit_end = ZGI_NONE};
    o.place_data = place_data(w, o.at);
    assert_true(ZGI_PUSH(w->arena, &w->places, o));
}

void country(world *w, const char *word, int nth)
{
    zgi_org o = {.at = find(w, word, nth),
                 .kinds = ZGI_K_REGION,
                 .place = find(w, word, nth),
                 .unit_end = ZGI_NONE,
                 .place_data = ZGI_NONE};
    assert_true(ZGI_PUSH(w->arena, &w->places, o));
}

/* An organisation, with the place that it begins with (its last piece), or NULL. */
zgi_span org(world *w, const char *word, int nth, uint32_t kinds, const char *chain,
             const char *last)
{
    zgi_org o = {.at = find(w, word, nth),
                 .kinds = kinds,
                 .place = no_span,
                 .unit_end = ZGI_NONE,
                 .place_data = ZGI_NONE};
    if (chain != NULL) {
        zgi_span c = find(w, chain, 0), l = find(w, last, 0);
        uint32_t n = c.end - c.begin, m = l.end - l.begin;
        o.place = (zgi_span){o.at.begin, o.at.begin + n};
        o.place_data = place_data(w, (zgi_span){o.place.end - m, o.place.end});
    }
    assert_true(ZGI_PUSH(w->arena, &w->orgs, o));
    return o.at;
}

void mention(world *w, const char *name, int nth)
{
    zgi_mention m = {find(w, name, nth), 0, ZGI_NF_HAN, true};
    m.sentence = sentence_of(w, m.at.begin);
    assert_true(ZGI_PUSH(w->arena, &w->mentions, m));
}

zgi_draft *draft(world *w, const char *name, zgi_span title, const char *head, zgi_span at,
                 uint32_t org_kinds, uint32_t title_kinds)
{
    zgi_draft d = {0};
    d.person = name ? find(w, name, 0) : no_span;
    d.no_person = name == NULL;
    d.title = title;
    d.head = title;
    size_t n = 0;
    for (const char *p = head; *p != 0; p++)
        n += ((unsigned char)*p & 0xc0) != 0x80;
    d.head.begin = title.end - (uint32_t)n;
    d.org = at;
    d.org_kinds = org_kinds;
    d.parent = d.event = no_span;
    d.title_bits = title_kinds;
    d.evidence = title;
    d.sentence = sentence_of(w, title.begin);
    d.rule = UINT32_MAX;
    d.confidence = 90;
    assert_true(ZGI_PUSH(w->arena, &w->drafts, d));
    return &w->drafts.items[w->drafts.count - 1];
}

zg_status run(world *w)
{
    zgi_resolve_words *words = NULL;
    if (zgi_resolve_words_new(&dict, w->arena, &words) != ZG_OK)
        return ZG_E_MEMORY;
    zgi_resolve_in in = {&dict, words, &w->text, &w->drafts, &w->mentions, &w->orgs, &w->places};
    return zgi_resolve_run(&in, w->arena, &w->facts);
}

const zgi_fact *fact(const world *w, const char *person, const char *title)
{
    for (uint32_t i = 0; i < w->facts.fact_count; i++)
        if (strcmp(w->facts.facts[i].person_text, person) == 0 &&
            strcmp(w->facts.facts[i].title_text, title) == 0)
            return &w->facts.facts[i];
    fail_msg("no fact %s %s", person, title);
    return NULL;
}
