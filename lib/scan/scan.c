/* The lexicon scan of one sentence, and the door of the room.
 *
 * Decides nothing: writes down every entry of the trie that stands in the sentence, with all its
 * senses, and what the characters make by themselves (scan_chars.c). Every position gets at least
 * one edge, so that a path through the sentence always exists.
 * 「近日，市长王敏」 → 近日/time ，/comma 市/suffix 市长/title 长/adj 王/morph 敏/morph …
 */
#include "scan/scan.h"

#include "scan/scan_chars.h"

static bool is_trigger(uint8_t cls)
{
    return cls >= ZGI_C_FORMER && cls <= ZGI_C_INVESTIGATE;
}

/* 职务, 当选: a word of two or more characters that the grammar names is nothing else. */
static bool holds_trigger(const zgi_sense *s)
{
    for (;; s++) {
        if (is_trigger(s->cls))
            return true;
        if (s->last)
            return false;
    }
}

/* 建筑, 监督: a word that is verb and noun may stand inside the name of a body. */
static bool verb_and_noun(const zgi_sense *s, uint32_t *left)
{
    bool verb = false, noun = false;
    for (;; s++) {
        verb |= s->cls == ZGI_C_VERB;
        *left |= s->cls == ZGI_C_VERB ? s->bits & (uint32_t)ZGI_F_LEFT : 0;
        noun |= s->cls == ZGI_C_NOUN || s->cls == ZGI_C_VNOUN;
        if (s->last)
            return verb && noun;
    }
}

/* 捷运局 + 长: its last character may begin the title, so that 捷运 + 局长 is a way to read it. */
static bool push_lender(const zgi_text *text, zgi_edge e, zgi_arena *arena, zgi_edges *out)
{
    bool unit = e.cls == ZGI_C_ORGAN || e.cls == ZGI_C_ORG;
    if (!unit || e.end - e.begin < 3 || e.end >= text->n || text->ch[e.end] != 0x957f) /* 长 */
        return true;
    e.end--;
    e.cls = ZGI_C_NOUN;
    e.bits = 0;
    return ZGI_PUSH(arena, out, e);
}

static bool push_senses(const zgi_dict_view *dict, const zgi_text *text, uint32_t first,
                        zgi_span at, zgi_arena *arena, zgi_edges *out)
{
    const bool choice = !dict->senses[first].last && at.end - at.begin > 1;
    bool only = choice && holds_trigger(&dict->senses[first]);
    uint32_t left = 0; /* 代表: the flag that the verb has is the noun's too */
    bool both = choice && verb_and_noun(&dict->senses[first], &left);
    for (const zgi_sense *s = &dict->senses[first];; s++) {
        if (only && s->cls <= ZGI_C_OTHER) {
            if (s->last)
                return true;
            continue;
        }
        zgi_edge e = {at.begin, at.end, s->cost, s->bits, s->data, s->cls, 0};
        if (both && (s->cls == ZGI_C_VERB || s->cls == ZGI_C_NOUN)) {
            e.cls = ZGI_C_VNOUN;
            e.bits |= left;
        }
        if (!ZGI_PUSH(arena, out, e) || !push_lender(text, e, arena, out))
            return false;
        if (s->last)
            return true;
    }
}

/* States after one, two and three characters from each position of a block. A text's words lie all
 * over the trie, so that a walk waits for memory at each step; steps that do not depend on each
 * other wait together. */
#define BLOCK 64u
#define AHEAD 3u
typedef struct zgi_scan {
    const zgi_dict_view *dict;
    const zgi_text *text;
    const uint16_t *ch, *code; /* of the text */
    uint32_t end;              /* of the sentence */
    zgi_arena *arena;
    zgi_edges *out;
    uint32_t walks[AHEAD][BLOCK];
} zgi_scan;

/* The walks that begin in the block, to the sentence's end at most. State 0 goes nowhere. */
static void walk_block(zgi_scan *s, zgi_span block)
{
    const uint16_t *code = s->code + block.begin;
    uint32_t n = zgi_span_len(block), left = s->end - block.begin;
    for (uint32_t k = 0; k < n; k++)
        s->walks[0][k] = zgi_trie_step(s->dict, ZGI_TRIE_ROOT, code[k]);
    for (uint32_t depth = 1; depth < AHEAD; depth++) {
        uint32_t reach = left <= depth ? 0 : left - depth < n ? left - depth : n;
        for (uint32_t k = 0; k < reach; k++)
            s->walks[depth][k] = zgi_trie_step(s->dict, s->walks[depth - 1][k], code[k + depth]);
        for (uint32_t k = reach; k < n; k++)
            s->walks[depth][k] = 0;
    }
    for (uint32_t depth = 0; depth < AHEAD; depth++)
        for (uint32_t k = 0; k < n; k++)
            zgi_memory_ahead(s->dict->senses + zgi_trie_value(s->dict, s->walks[depth][k]));
}

/* All entries that begin at `i`, the k-th of its block. *single is set when one covers just this
 * character. */
static bool scan_entries(zgi_scan *s, uint32_t i, uint32_t k, bool *single)
{
    const zgi_dict_view *dict = s->dict;
    uint32_t state = ZGI_TRIE_ROOT;
    for (uint32_t depth = 0; i + depth < s->end; depth++) {
        state = depth < AHEAD ? s->walks[depth][k] : zgi_trie_step(dict, state, s->code[i + depth]);
        if (state == 0)
            return true;
        uint32_t value = zgi_trie_value(dict, state);
        if (value == 0)
            continue;
        if (depth == 0)
            *single = true;
        if (!push_senses(dict, s->text, value - 1, (zgi_span){i, i + depth + 1}, s->arena, s->out))
            return false;
    }
    return true;
}

/* 审　判　长: a title or byline word printed with blanks between all its characters. */
static bool scan_spaced(const zgi_dict_view *dict, const zgi_text *text, uint32_t i, uint32_t end,
                        zgi_arena *arena, zgi_edges *out)
{
    uint32_t state = zgi_trie_step(dict, ZGI_TRIE_ROOT, text->code[i]), k = i + 1;
    while (state != 0 && k < end && text->ch[k] == ' ') {
        while (k < end && text->ch[k] == ' ' && k < i + 24)
            k++;
        if (k >= end)
            return true;
        state = zgi_trie_step(dict, state, text->code[k++]);
        if (state == 0 || zgi_trie_value(dict, state) == 0)
            continue;
        const zgi_sense *s = &dict->senses[zgi_trie_value(dict, state) - 1];
        for (;; s++) {
            zgi_edge e = {i, k, s->cost, s->bits, s->data, s->cls, 0};
            bool wanted = s->cls == ZGI_C_TITLE || s->cls == ZGI_C_BYLINE || s->cls == ZGI_C_ROLE;
            if (wanted && !ZGI_PUSH(arena, out, e))
                return false;
            if (s->last)
                break;
        }
    }
    return true;
}

/* CEO, CTO: what the lexicon knows is no mere run of letters. */
static bool is_known(const zgi_edges *out, uint32_t first, uint32_t end)
{
    for (uint32_t k = first; k < out->count; k++)
        if (out->items[k].end == end)
            return true;
    return false;
}

/* Everything that begins at `i`, the k-th position of its block. */
static bool scan_position(zgi_scan *s, uint32_t i, uint32_t k)
{
    zgi_edges *out = s->out;
    bool single = false;
    out->first[i - out->at.begin] = out->count;
    if (s->walks[0][k] != 0 && !scan_entries(s, i, k, &single))
        return false;
    if (i + 1 < s->end && s->ch[i + 1] == ' ' && s->code[i] != 0 &&
        !scan_spaced(s->dict, s->text, i, s->end, s->arena, out))
        return false;
    zgi_edge made = {i, i + 1, s->dict->weights[ZGI_W_MORPH_COST], 0, 0, ZGI_C_MORPH, 0};
    if (zgi_is_han(s->ch[i]) ? single : !zgi_scan_char(s->text, i, out->at, &made))
        return true;
    if (made.cls == ZGI_C_LATIN && is_known(out, out->first[i - out->at.begin], made.end))
        return true;
    return ZGI_PUSH(s->arena, out, made);
}

/* Texts have 1.7 edges a character: room for two, so that few sentences grow it. */
static bool reserve(zgi_arena *arena, uint32_t n, zgi_edges *out)
{
    if (out->cap >= 2 * n)
        return true;
    out->cap = 2 * n + 8;
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
    s.end = at.end;
    s.arena = arena;
    s.out = out;
    out->count = 0;
    out->at = at;
    out->first = zgi_arena_alloc(arena, (zgi_span_len(at) + 1) * sizeof *out->first);
    if (out->first == NULL || !reserve(arena, zgi_span_len(at), out))
        return ZG_E_MEMORY;
    for (uint32_t from = at.begin; from < at.end; from += BLOCK) {
        zgi_span block = {from, at.end - from > BLOCK ? from + BLOCK : at.end};
        walk_block(&s, block);
        for (uint32_t i = block.begin; i < block.end; i++)
            if (!scan_position(&s, i, i - block.begin))
                return ZG_E_MEMORY;
    }
    out->first[zgi_span_len(at)] = out->count;
    return ZG_OK;
}
