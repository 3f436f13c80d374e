/* What the lexicon's sections hold: after this, walking the trie, reading senses and following
 * places needs no check.
 *
 * A step is base[state] ^ code. With base < units, code < span (the power of two above every code)
 * and units a multiple of span, the result is always below units:
 *
 *   units = k · span;   base = (a · span) + b, a < k;   base ^ code = a · span + (b ^ code) < units
 */
#include "dict/dict_load.h"

/* Costs and weights stay below this, so that a path over 2,000 characters fits an int32_t. */
#define COST_MAX 100000

static bool cost_ok(int32_t v)
{
    return v >= -COST_MAX && v <= COST_MAX;
}

static zg_status verify_chars(const zgi_load *load, const zgi_dict_view *v)
{
    for (uint32_t c = 0; c < 65536; c++) {
        if (v->char_code[c] >= v->char_count)
            return zgi_load_bad(load, ZGI_SECTION_CHARS, c, "a code with no figures in NAMC");
        if (v->fold[c] != c && (v->fold[c] == 0 || (v->fold[c] & 0xf800) == 0xd800))
            return zgi_load_bad(load, ZGI_SECTION_FOLD, c, "folds to what is no character");
    }
    return ZG_OK;
}

static zg_status verify_trie(const zgi_load *load, const zgi_dict_view *v)
{
    uint32_t span = 1, units = v->unit_count;
    while (span < v->char_count)
        span *= 2;
    if (units % span != 0)
        return zgi_load_bad(load, ZGI_SECTION_UNITS, 0, "the trie has no whole number of blocks");
    for (uint32_t k = 0; k < units; k++) {
        if (zgi_trie_base(v->units[k]) >= units)
            return zgi_load_bad(load, ZGI_SECTION_UNITS, k, "points outside the trie");
        if (zgi_trie_value(v, k) > v->sense_count)
            return zgi_load_bad(load, ZGI_SECTION_UNITS, k, "points outside the senses");
    }
    return ZG_OK;
}

/* Place senses take their lists one after the other, so that each list's borders are known. */
static zg_status verify_senses(const zgi_load *load, const zgi_dict_view *v)
{
    uint32_t next = 1, lists = v->place_list_count, of_word = 0;
    if (v->place_lists[0] != 0)
        return zgi_load_bad(load, ZGI_SECTION_LISTS, 0, "the first list is not the empty one");
    for (uint32_t k = 0; k < v->sense_count; k++) {
        const zgi_sense *s = &v->senses[k];
        if (s->cls >= ZGI_C_COUNT || s->last > 1 || !cost_ok(s->cost))
            return zgi_load_bad(load, ZGI_SECTION_SENSES, k, "a class, mark or cost out of range");
        of_word = k > 0 && v->senses[k - 1].last ? 1 : of_word + 1;
        if (of_word > ZGI_SENSES)
            return zgi_load_bad(load, ZGI_SECTION_SENSES, k, "more senses than classes");
        if ((s->cls != ZGI_C_PLACE && s->cls != ZGI_C_COUNTRY) || s->data == 0)
            continue;
        if (s->data != next || next >= lists || v->place_lists[next] > lists - next - 1)
            return zgi_load_bad(load, ZGI_SECTION_SENSES, k, "does not point to its list");
        for (uint32_t i = 1; i <= v->place_lists[next]; i++)
            if (v->place_lists[next + i] >= v->place_count)
                return zgi_load_bad(load, ZGI_SECTION_LISTS, next + i, "no such place");
        next += v->place_lists[next] + 1;
    }
    if (next != lists)
        return zgi_load_bad(load, ZGI_SECTION_LISTS, next, "a list that no sense points to");
    if (v->sense_count > 0 && v->senses[v->sense_count - 1].last != 1)
        return zgi_load_bad(load, ZGI_SECTION_SENSES, v->sense_count - 1, "has no end mark");
    return ZG_OK;
}

static zg_status verify_names(const zgi_load *load, const zgi_dict_view *v)
{
    for (uint32_t k = 0; k < v->char_count; k++) {
        const zgi_name_char *c = &v->name_chars[k];
        const int16_t costs[] = {c->surname,   c->single,   c->first,   c->second,
                                 c->t_initial, c->t_medial, c->t_final, c->ethnic};
        for (size_t i = 0; i < sizeof costs / sizeof costs[0]; i++)
            if (costs[i] < 0 || costs[i] > ZGI_COST_NONE)
                return zgi_load_bad(load, ZGI_SECTION_NAMES, k, "a cost out of range");
    }
    return ZG_OK;
}

static zg_status verify_costs(const zgi_load *load, const zgi_dict_view *v)
{
    for (uint32_t k = 0; k < ZGI_G_COUNT * ZGI_G_COUNT; k++)
        if (!cost_ok(v->transitions[k]))
            return zgi_load_bad(load, ZGI_SECTION_TRANSITIONS, k, "a cost out of range");
    for (uint32_t k = 0; k < ZGI_W_COUNT; k++)
        if (!cost_ok(v->weights[k]))
            return zgi_load_bad(load, ZGI_SECTION_WEIGHTS, k, "a weight out of range");
    return ZG_OK;
}

zg_status zgi_verify_lexicon(const zgi_load *load, const zgi_dict_view *v)
{
    zg_status (*const checks[])(const zgi_load *, const zgi_dict_view *) = {
        verify_chars, verify_trie, verify_senses, verify_names, verify_costs};
    zg_status status = ZG_OK;
    for (size_t k = 0; status == ZG_OK && k < sizeof checks / sizeof checks[0]; k++)
        status = checks[k](load, v);
    return status;
}
