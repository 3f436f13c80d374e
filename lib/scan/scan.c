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
static bool verb_and_noun(const zgi_sense *s)
{
    bool verb = false, noun = false;
    for (;; s++) {
        verb |= s->cls == ZGI_C_VERB;
        noun |= s->cls == ZGI_C_NOUN || s->cls == ZGI_C_VNOUN;
        if (s->last)
            return verb && noun;
    }
}

static bool push_senses(const zgi_dict_view *dict, uint32_t first, zgi_span at, zgi_arena *arena,
                        zgi_edges *out)
{
    bool only = at.end - at.begin > 1 && holds_trigger(&dict->senses[first]);
    bool both = at.end - at.begin > 1 && verb_and_noun(&dict->senses[first]);
    for (const zgi_sense *s = &dict->senses[first];; s++) {
        if (only && s->cls <= ZGI_C_OTHER) {
            if (s->last)
                return true;
            continue;
        }
        zgi_edge e = {at.begin, at.end, s->cost, s->bits, s->data, s->cls, 0};
        if (both && (s->cls == ZGI_C_VERB || s->cls == ZGI_C_NOUN))
            e.cls = ZGI_C_VNOUN;
        if (!ZGI_PUSH(arena, out, e))
            return false;
        if (s->last)
            return true;
    }
}

/* All entries that begin at `i`. *han_word is set when one covers just this character. */
static bool scan_entries(const zgi_dict_view *dict, const zgi_text *text, uint32_t i, uint32_t end,
                         zgi_arena *arena, zgi_edges *out, bool *single)
{
    uint32_t state = ZGI_TRIE_ROOT;
    for (uint32_t k = i; k < end; k++) {
        state = zgi_trie_step(dict, state, text->code[k]);
        if (state == 0)
            return true;
        uint32_t value = dict->value[state];
        if (value == 0)
            continue;
        if (k == i)
            *single = true;
        if (!push_senses(dict, value - 1, (zgi_span){i, k + 1}, arena, out))
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
        if (state == 0 || dict->value[state] == 0)
            continue;
        const zgi_sense *s = &dict->senses[dict->value[state] - 1];
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

zg_status zgi_scan_run(const zgi_dict_view *dict, const zgi_text *text, zgi_span at,
                       zgi_arena *arena, zgi_edges *out)
{
    int32_t morph = dict->weights[ZGI_W_MORPH_COST];
    out->count = 0;
    out->at = at;
    out->first = zgi_arena_alloc(arena, (zgi_span_len(at) + 1) * sizeof *out->first);
    if (out->first == NULL)
        return ZG_E_MEMORY;
    for (uint32_t i = at.begin; i < at.end; i++) {
        bool single = false;
        out->first[i - at.begin] = out->count;
        if (text->code[i] != 0 && !scan_entries(dict, text, i, at.end, arena, out, &single))
            return ZG_E_MEMORY;
        if (text->code[i] != 0 && i + 1 < at.end && text->ch[i + 1] == ' ' &&
            !scan_spaced(dict, text, i, at.end, arena, out))
            return ZG_E_MEMORY;
        zgi_edge made;
        if (zgi_scan_char(text, i, at, &made)) {
            if (!ZGI_PUSH(arena, out, made))
                return ZG_E_MEMORY;
        } else if (!single) {
            zgi_edge e = {i, i + 1, morph, 0, 0, ZGI_C_MORPH, 0};
            if (!ZGI_PUSH(arena, out, e))
                return ZG_E_MEMORY;
        }
    }
    out->first[zgi_span_len(at)] = out->count;
    return ZG_OK;
}
