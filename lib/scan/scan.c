/* The lexicon scan of one sentence, and the door of the room.
 *
 * Decides nothing: writes down every entry of the trie that stands in the sentence, with all its
 * senses, and what the characters make by themselves (scan_chars.c). Every position gets at least
 * one edge, so that a path through the sentence always exists.
 * 「近日，市长王敏」 → 近日/time ，/comma 市/suffix 市长/title 长/adj 王/morph 敏/morph …
 */
#include "scan/scan.h"

#include "scan/scan_chars.h"

/* States after one, two and three characters from each position of a block. A text's words lie all
 * over the trie, so that a walk waits for memory at each step; steps that do not depend on each
 * other wait together. */
#define BLOCK 64u
#define AHEAD 3u
/* Room there is before the senses of an entry are written: each may lend its last character. */
#define ROOM  (2u * ZGI_SENSES)
typedef struct zgi_scan {
    const zgi_dict_view *dict;
    const zgi_text *text;
    const uint16_t *ch, *code; /* of the text */
    uint32_t begin, end;       /* of the sentence */
    zgi_arena *arena;
    zgi_edges *out;
    zgi_edge *stop;               /* beyond it there is no room for the senses of an entry */
    uint64_t walks[AHEAD][BLOCK]; /* units of the trie, 0: nowhere */
} zgi_scan;

/* The walks that begin in the block, to the sentence's end at most. */
static void walk_block(zgi_scan *s, zgi_span block)
{
    const uint16_t *code = s->code + block.begin;
    uint64_t root = s->dict->units[ZGI_TRIE_ROOT];
    uint32_t n = zgi_span_len(block), left = s->end - block.begin;
    for (uint32_t k = 0; k < n; k++)
        s->walks[0][k] = zgi_trie_over(s->dict, root, code[k]);
    for (uint32_t depth = 1; depth < AHEAD; depth++) {
        uint32_t reach = left <= depth ? 0 : left - depth < n ? left - depth : n;
        for (uint32_t k = 0; k < reach; k++)
            s->walks[depth][k] = zgi_trie_over(s->dict, s->walks[depth - 1][k], code[k + depth]);
        for (uint32_t k = reach; k < n; k++)
            s->walks[depth][k] = 0;
    }
    for (uint32_t depth = 0; depth < AHEAD; depth++)
        for (uint32_t k = 0; k < n; k++)
            zgi_memory_ahead(s->dict->senses + zgi_unit_value(s->walks[depth][k]));
}

#define LENT 400 /* 长 behind a unit is seldom long */

/* 水利部 | 长江委: 长江 长沙 长春 长安 长期 长城 长三角 长远 */
static bool long_word(uint16_t next)
{
    static const uint16_t words[] = {0x6c5f, 0x6c99, 0x6625, 0x5b89,
                                     0x671f, 0x57ce, 0x4e09, 0x8fdc};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (next == words[k])
            return true;
    return false;
}

/* 捷运局 + 长: its last character may begin the title, so that 捷运 + 局长 is a way to read it. */
static inline bool lends(const zgi_scan *s, uint8_t cls, uint32_t i, uint32_t end)
{
    return (cls == ZGI_C_ORGAN || cls == ZGI_C_ORG) && end - i > 2 && end < s->text->n &&
           s->ch[end] == 0x957f && /* 长 */
           !(end + 1 < s->text->n && long_word(s->ch[end + 1]));
}

/* The senses of the entry from `i` to `end`; the first of them plus one in `value`. */
static inline zgi_edge *put_senses(const zgi_scan *s, uint32_t value, uint32_t i, uint32_t end,
                                   zgi_edge *to)
{
    for (const zgi_sense *sense = s->dict->senses + value - 1;; sense++) {
        *to++ = (zgi_edge){i, end, sense->cost, sense->bits, sense->data, sense->cls, 0};
        if (lends(s, sense->cls, i, end))
            *to++ = (zgi_edge){i, end - 1,     sense->cost > LENT ? sense->cost - LENT : 0,
                               0, sense->data, ZGI_C_NOUN,
                               0};
        if (sense->last)
            return to;
    }
}

/* Where to go on writing, with room for an entry; NULL when memory is out. */
static zgi_edge *make_room(zgi_scan *s, zgi_edge *to)
{
    zgi_edges *out = s->out;
    out->count = (uint32_t)(to - out->items);
    while (out->cap - out->count < ROOM)
        if (!zgi_grow(s->arena, (void **)&out->items, &out->cap, out->count, sizeof *out->items))
            return NULL;
    s->stop = out->items + out->cap - ROOM;
    return out->items + out->count;
}

/* All entries that begin at `i`, the k-th of its block; NULL when memory is out. */
static inline zgi_edge *scan_entries(zgi_scan *s, uint32_t i, uint32_t k, zgi_edge *to)
{
    uint64_t unit = s->walks[0][k];
    for (uint32_t depth = 0; unit != 0;) {
        uint32_t value = zgi_unit_value(unit);
        depth++;
        if (value != 0) {
            if (to > s->stop && (to = make_room(s, to)) == NULL)
                return NULL;
            to = put_senses(s, value, i, i + depth, to);
        }
        if (depth < AHEAD)
            unit = s->walks[depth][k];
        else
            unit = i + depth < s->end ? zgi_trie_over(s->dict, unit, s->code[i + depth]) : 0;
    }
    return to;
}

/* 审　判　长: a title or byline word printed with blanks between all its characters. */
static zgi_edge *scan_spaced(zgi_scan *s, uint32_t i, zgi_edge *to)
{
    uint64_t unit = zgi_trie_over(s->dict, s->dict->units[ZGI_TRIE_ROOT], s->code[i]);
    uint32_t k = i + 1;
    while (unit != 0 && k < s->end && s->ch[k] == ' ') {
        while (k < s->end && s->ch[k] == ' ' && k < i + 24)
            k++;
        if (k >= s->end)
            return to;
        unit = zgi_trie_over(s->dict, unit, s->code[k++]);
        if (unit == 0 || zgi_unit_value(unit) == 0)
            continue;
        if (to > s->stop && (to = make_room(s, to)) == NULL)
            return NULL;
        for (const zgi_sense *e = s->dict->senses + zgi_unit_value(unit) - 1;; e++) {
            if (e->cls == ZGI_C_TITLE || e->cls == ZGI_C_BYLINE || e->cls == ZGI_C_ROLE)
                *to++ = (zgi_edge){i, k, e->cost, e->bits, e->data, e->cls, 0};
            if (e->last)
                break;
        }
    }
    return to;
}

/* CEO, CTO: what the lexicon knows is no mere run of letters. */
static bool is_known(const zgi_edge *first, const zgi_edge *to, uint32_t end)
{
    for (; first < to; first++)
        if (first->end == end)
            return true;
    return false;
}

/* What the character at `i` makes by itself; `first` is the first edge that begins there. */
static zgi_edge *scan_alone(zgi_scan *s, uint32_t i, const zgi_edge *first, zgi_edge *to)
{
    zgi_edge made = {i, i + 1, s->dict->weights[ZGI_W_MORPH_COST], 0, 0, ZGI_C_MORPH, 0};
    if (zgi_scan_char(s->text, i, s->out->at, &made) && made.cls == ZGI_C_LATIN &&
        is_known(first, to, made.end))
        return to;
    if (to > s->stop && (to = make_room(s, to)) == NULL)
        return NULL;
    *to++ = made;
    return to;
}

/* Everything that begins at `i`, the k-th position of its block; NULL when memory is out. */
static inline zgi_edge *scan_position(zgi_scan *s, uint32_t i, uint32_t k, zgi_edge *to)
{
    uint32_t first = (uint32_t)(to - s->out->items);
    s->out->first[i - s->begin] = first;
    to = scan_entries(s, i, k, to);
    if (to != NULL && i + 1 < s->end && s->ch[i + 1] == ' ' && s->code[i] != 0)
        to = scan_spaced(s, i, to);
    if (to == NULL || (zgi_is_han(s->ch[i]) && zgi_unit_value(s->walks[0][k]) != 0))
        return to;
    return scan_alone(s, i, s->out->items + first, to);
}

/* Texts have 1.7 edges a character: room for two, so that few sentences grow it. */
static bool reserve(zgi_arena *arena, uint32_t n, zgi_edges *out)
{
    if (out->cap >= 2 * n + ROOM)
        return true;
    out->cap = 2 * n + ROOM;
    out->items = zgi_arena_alloc(arena, out->cap * sizeof *out->items);
    return out->items != NULL;
}

zg_status zgi_scan_run(const zgi_dict_view *dict, const zgi_text *text, zgi_span at,
                       zgi_arena *arena, zgi_edges *out)
{
    zgi_scan s;
    s.dict = dict;
    s.text = text;
    s.ch = text->ch;
    s.code = text->code;
    s.begin = at.begin;
    s.end = at.end;
    s.arena = arena;
    s.out = out;
    out->count = 0;
    out->at = at;
    out->first = zgi_arena_alloc(arena, (zgi_span_len(at) + 1) * sizeof *out->first);
    if (out->first == NULL || !reserve(arena, zgi_span_len(at), out))
        return ZG_E_MEMORY;
    zgi_edge *to = out->items;
    s.stop = to + out->cap - ROOM;
    for (uint32_t from = at.begin; from < at.end; from += BLOCK) {
        zgi_span block = {from, at.end - from > BLOCK ? from + BLOCK : at.end};
        walk_block(&s, block);
        for (uint32_t i = block.begin; i < block.end; i++)
            if ((to = scan_position(&s, i, i - block.begin, to)) == NULL)
                return ZG_E_MEMORY;
    }
    out->count = (uint32_t)(to - out->items);
    out->first[zgi_span_len(at)] = out->count;
    return ZG_OK;
}
