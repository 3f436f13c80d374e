/* Sets of table words made ready for a dictionary: decoded once, with a filter before any
 * comparison.
 *
 * Most characters of a text begin no word of a set: one test of a 64-bit filter says so. The sets
 * are small (5 to 120 words), so that the rest is a walk along a chain of one or two words.
 *
 *   first: …1…1… → by_first[zgi_set_fold(记)] → 记者 → 记协;   by_last[zgi_set_fold(者)] → 记者
 */
#include "resolve/resolve_set.h"

#include <string.h>

#include "resolve/resolve_inner.h"

static uint64_t bit(uint16_t c)
{
    return (uint64_t)1 << zgi_set_fold(c);
}

static bool add(zgi_set *set, zgi_arena *arena, const char *word, uint32_t row)
{
    uint32_t bytes = 0, n = 0;
    uint16_t *chars = zgi_arena_alloc(arena, (strlen(word) + 1) * sizeof *chars);
    if (chars == NULL)
        return false;
    for (uint32_t c = zgi_rs_char_at(word, &bytes); c != 0; c = zgi_rs_char_at(word, &bytes)) {
        chars[n++] = (uint16_t)c;
        word += bytes;
    }
    if (n == 0)
        return true;
    zgi_set_word made = {chars, n, row, UINT32_MAX, UINT32_MAX};
    set->first |= bit(chars[0]);
    set->last |= bit(chars[n - 1]);
    return ZGI_PUSH(arena, set, made);
}

static const char *const names[] = {
#define ZGI_X(id, name) name,
    ZGI_SETS(ZGI_X)
#undef ZGI_X
};

/* A dictionary without the table: an empty set, which nothing is in. */
static bool whole_table(const zgi_dict_view *dict, zgi_arena *arena, const char *name, zgi_set *set)
{
    zgi_table t;
    zgi_table_find(dict, name, &t);
    for (uint32_t row = 0; row < t.rows; row++)
        if (!add(set, arena, zgi_table_cell(&t, row, 0), row))
            return false;
    return true;
}

static uint32_t id_of(const char *name)
{
    uint32_t id = 0;
    while (id < ZGI_SET_COUNT && strcmp(names[id], name) != 0)
        id++;
    return id;
}

/* From the last word to the first, so that each chain is in the order of the table. */
static void make_chains(zgi_set *set)
{
    memset(set->by_first, 0xff, sizeof set->by_first);
    memset(set->by_last, 0xff, sizeof set->by_last);
    for (uint32_t k = set->count; k-- > 0;) {
        zgi_set_word *w = &set->items[k];
        uint32_t *first = &set->by_first[zgi_set_fold(w->chars[0])];
        uint32_t *last = &set->by_last[zgi_set_fold(w->chars[w->len - 1])];
        w->next_first = *first;
        w->next_last = *last;
        *first = *last = k;
    }
}

bool zgi_sets_make(const zgi_dict_view *dict, zgi_arena *arena, zgi_set *sets)
{
    zgi_table t;
    uint32_t id = ZGI_SET_COUNT;
    const char *name = "";
    memset(sets, 0, ZGI_SET_COUNT * sizeof *sets);
    for (uint32_t i = 0; i < ZGI_SET_COUNT; i++)
        if (names[i][0] == '@' && !whole_table(dict, arena, names[i] + 1, &sets[i]))
            return false;
    zgi_table_find(dict, "words", &t);
    for (uint32_t row = 0; row < t.rows; row++) {
        if (strcmp(name, zgi_table_cell(&t, row, 0)) != 0) {
            name = zgi_table_cell(&t, row, 0);
            id = id_of(name);
        }
        if (id < ZGI_SET_COUNT && !add(&sets[id], arena, zgi_table_cell(&t, row, 1), row))
            return false;
    }
    for (uint32_t i = 0; i < ZGI_SET_COUNT; i++)
        make_chains(&sets[i]);
    return true;
}

static bool same(const zgi_set_word *w, const uint16_t *text)
{
    return w->chars[0] == text[0] && memcmp(w->chars, text, w->len * sizeof *text) == 0;
}

uint32_t zgi_set_at(const zgi_set *set, const zgi_text *t, uint32_t at, uint32_t end,
                    uint32_t *next)
{
    uint32_t best = ZGI_TABLE_NONE, len = 0;
    *next = at;
    if (at >= end || !zgi_set_may(set, t->ch[at]))
        return ZGI_TABLE_NONE;
    for (uint32_t i = set->by_first[zgi_set_fold(t->ch[at])]; i != UINT32_MAX;) {
        const zgi_set_word *w = &set->items[i];
        i = w->next_first;
        if (w->len > len && w->len <= end - at && same(w, t->ch + at)) {
            len = w->len;
            best = w->row;
        }
    }
    *next = at + len;
    return best;
}

uint32_t zgi_set_end(const zgi_set *set, const zgi_text *t, zgi_span in, uint32_t *begin)
{
    uint32_t best = ZGI_TABLE_NONE, len = 0;
    *begin = in.end;
    if (in.begin >= in.end || (set->last & bit(t->ch[in.end - 1])) == 0)
        return ZGI_TABLE_NONE;
    for (uint32_t i = set->by_last[zgi_set_fold(t->ch[in.end - 1])]; i != UINT32_MAX;) {
        const zgi_set_word *w = &set->items[i];
        i = w->next_last;
        if (w->len > len && w->len <= zgi_span_len(in) && same(w, t->ch + in.end - w->len)) {
            len = w->len;
            best = w->row;
        }
    }
    *begin = in.end - len;
    return best;
}

bool zgi_set_in(const zgi_set *set, const zgi_text *t, zgi_span in)
{
    uint32_t next = 0;
    for (uint32_t at = in.begin; at < in.end; at++)
        if (zgi_set_may(set, t->ch[at]) && zgi_set_at(set, t, at, in.end, &next) != ZGI_TABLE_NONE)
            return true;
    return false;
}
