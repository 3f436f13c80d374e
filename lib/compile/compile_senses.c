/* Entries → words with their senses; dense codes of the characters.
 *
 * Entries are sorted by word and class. What falls together after folding becomes one sense, the
 * cheapest; places of one surface share one sense, whose list holds them all:
 *
 *   公安/place (公安县, short) + 公安/noun  →  word 公安: [noun] [place → list {1, 公安县}]
 *
 * What a word's senses say of each other is settled here, once, and not wherever the word stands in
 * a text: 职务 is a trigger and nothing else; 建筑 is verb and noun, so each is a vnoun.
 */
#include <stdlib.h>
#include <string.h>

#include "compile/compile_build.h"

static int by_word(const void *a, const void *b)
{
    const zgc_entry *x = a, *y = b;
    int order = zgc_word_compare(&x->word, &y->word);
    if (order != 0)
        return order;
    if (x->cls != y->cls)
        return x->cls < y->cls ? -1 : 1;
    if (x->cost != y->cost)
        return x->cost < y->cost ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return x->data < y->data ? -1 : x->data > y->data;
}

/* Index of the list of the places of entries [from, to), 0 when they have none. */
static uint32_t place_list(zgc_builder *b, uint32_t from, uint32_t to)
{
    uint32_t at = b->lists.count, count = 0;
    ZGC_PUSH(&b->lists, items, 0);
    for (uint32_t k = from; k < to; k++) {
        uint32_t place = b->entries.items[k].place;
        bool had = place == UINT32_MAX;
        for (uint32_t i = 1; i <= count && !had; i++)
            had = b->lists.items[at + i] == place;
        if (had)
            continue;
        ZGC_PUSH(&b->lists, items, place);
        count++;
    }
    b->lists.items[at] = count;
    if (count > 0)
        return at;
    b->lists.count = at;
    return 0;
}

/* One sense of entries [from, to): same word, same class. */
static void add_sense(zgc_builder *b, uint32_t from, uint32_t to)
{
    const zgc_entry *e = &b->entries.items[from];
    zgi_sense s = {e->cls, 0, e->cost, e->bits, e->data};
    if (e->cls == ZGI_C_PLACE || e->cls == ZGI_C_COUNTRY) {
        for (uint32_t k = from + 1; k < to; k++)
            if (!(b->entries.items[k].bits & (uint32_t)ZGI_F_SHORT))
                s.bits &= ~(uint32_t)ZGI_F_SHORT;
        s.data = place_list(b, from, to);
    }
    ZGC_PUSH(&b->senses, items, s);
}

static bool is_trigger(uint8_t cls)
{
    return cls >= ZGI_C_FORMER && cls <= ZGI_C_INVESTIGATE;
}

/* 职务, 当选: a word of two or more characters that the grammar names is nothing else. */
static void drop_plain(zgc_builder *b, uint32_t first)
{
    zgi_sense *items = b->senses.items;
    uint32_t kept = first;
    bool trigger = false;
    for (uint32_t k = first; k < b->senses.count; k++)
        trigger = trigger || is_trigger(items[k].cls);
    if (!trigger)
        return;
    for (uint32_t k = first; k < b->senses.count; k++)
        if (items[k].cls > ZGI_C_OTHER)
            items[kept++] = items[k];
    b->senses.count = kept;
}

/* 建筑, 监督: a word that is verb and noun may stand inside the name of a body. 代表: the flag that
 * the verb has is the noun's too. */
static void join_verb_and_noun(zgc_builder *b, uint32_t first)
{
    bool verb = false, noun = false;
    uint32_t left = 0;
    for (uint32_t k = first; k < b->senses.count; k++) {
        const zgi_sense *s = &b->senses.items[k];
        verb = verb || s->cls == ZGI_C_VERB;
        noun = noun || s->cls == ZGI_C_NOUN || s->cls == ZGI_C_VNOUN;
        left |= s->cls == ZGI_C_VERB ? s->bits & (uint32_t)ZGI_F_LEFT : 0;
    }
    for (uint32_t k = first; verb && noun && k < b->senses.count; k++) {
        zgi_sense *s = &b->senses.items[k];
        if (s->cls != ZGI_C_VERB && s->cls != ZGI_C_NOUN)
            continue;
        s->cls = ZGI_C_VNOUN;
        s->bits |= left;
    }
}

/* The senses from `first` on are all of the last word. */
static void end_word(zgc_builder *b, uint32_t first)
{
    if (b->keys.count == 0)
        return;
    if (b->keys.items[b->keys.count - 1].word.len > 1) {
        drop_plain(b, first);
        join_verb_and_noun(b, first);
    }
    b->senses.items[b->senses.count - 1].last = 1;
}

void zgc_senses_build(zgc_builder *b)
{
    const zgc_entry *e = b->entries.items;
    uint32_t count = b->entries.count, first = 0;
    ZGC_PUSH(&b->lists, items, 0); /* the empty list */
    if (count > 0)
        qsort(b->entries.items, count, sizeof *b->entries.items, by_word);
    for (uint32_t from = 0, to; from < count; from = to) {
        bool new_word = from == 0 || zgc_word_compare(&e[from - 1].word, &e[from].word) != 0;
        if (new_word) {
            end_word(b, first);
            first = b->senses.count;
            zgc_key key = {e[from].word, first};
            ZGC_PUSH(&b->keys, items, key);
        }
        for (to = from + 1; to < count && e[to].cls == e[from].cls &&
                            zgc_word_compare(&e[to].word, &e[from].word) == 0;
             to++) {
        }
        add_sense(b, from, to);
    }
    end_word(b, first);
}

typedef struct counted {
    uint32_t count;
    uint16_t c;
} counted;

static int by_count(const void *a, const void *b)
{
    const counted *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->c < y->c ? -1 : x->c > y->c;
}

/* The most frequent character gets code 1, so that what is often walked lies close together. */
void zgc_chars_build(zgc_builder *b)
{
    counted *all = zgc_alloc(65536, sizeof *all);
    uint32_t used = 0;
    for (uint32_t c = 0; c < 65536; c++)
        all[c].c = (uint16_t)c;
    for (uint32_t k = 0; k < b->keys.count; k++)
        for (uint32_t i = 0; i < b->keys.items[k].word.len; i++)
            all[b->keys.items[k].word.units[i]].count++;
    for (uint32_t c = 0; c < 65536; c++)
        if (all[c].count > 0 || b->name_char[c])
            all[used++] = all[c];
    qsort(all, used, sizeof *all, by_count);
    b->char_count = used + 1;
    for (uint32_t k = 0; k < used; k++) /* at most 65535: no table holds a NUL */
        b->char_code[all[k].c] = (uint16_t)(k + 1);
    zgc_free(all);
}
