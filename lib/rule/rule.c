/* The door of the rule room: every rule over the class string, in order of priority.
 *
 * A title that a rule has used becomes '#' in the working copy of the class string, so that a
 * later rule does not say it again; persons may be used any number of times.
 */
#include "rule/rule.h"

#include <string.h>

#include "rule/rule_set.h"

static zgi_span capture(const PCRE2_SIZE *ov, uint32_t pairs, uint32_t number)
{
    if (number == 0 || number >= pairs || ov[2 * number] == PCRE2_UNSET)
        return (zgi_span){ZGI_NONE, ZGI_NONE};
    return (zgi_span){(uint32_t)ov[2 * number], (uint32_t)ov[2 * number + 1]};
}

/* Runs one rule over the sentence; its matches do not overlap. */
static zg_status run_rule(const zgi_rule_in *in, const zgi_compiled *rule, char *classes,
                          zgi_arena *arena, zgi_drafts *drafts)
{
    size_t n = in->items->count, at = 0;
    while (at < n) {
        int rc = pcre2_match_8(rule->code, (PCRE2_SPTR8)classes, n, at, PCRE2_NO_UTF_CHECK,
                               in->scratch->data, in->scratch->context);
        if (rc == PCRE2_ERROR_NOMEMORY)
            return ZG_E_MEMORY;
        if (rc < 0) /* no match, or given up at the limit: nothing more from this rule here */
            return ZG_OK;
        const PCRE2_SIZE *ov = pcre2_get_ovector_pointer_8(in->scratch->data);
        uint32_t pairs = (uint32_t)rc;
        zgi_match m = {rule, capture(ov, pairs, 0), capture(ov, pairs, rule->posts),
                       capture(ov, pairs, rule->names), capture(ov, pairs, rule->event)};
        m.all = (zgi_span){(uint32_t)ov[0], (uint32_t)ov[1]};
        at = ov[1] > at ? ov[1] : at + 1;
        bool whole =
            m.posts.begin != ZGI_NONE &&
            (rule->emit == ZGI_EM_TOPIC || rule->emit == ZGI_EM_CV || m.names.begin != ZGI_NONE);
        if (!whole)
            continue;
        zg_status status = zgi_rule_emit(in, &m, classes, arena, drafts);
        if (status != ZG_OK)
            return status;
    }
    return ZG_OK;
}

static bool has_title(const char *classes)
{
    return strpbrk(classes, "TRLYG") != NULL;
}

zg_status zgi_rule_run(const zgi_rule_in *in, zgi_arena *temp, zgi_arena *arena, zgi_drafts *drafts)
{
    if (!has_title(in->items->classes))
        return ZG_OK;
    char *classes = zgi_arena_strndup(temp, in->items->classes, in->items->count);
    if (classes == NULL)
        return ZG_E_MEMORY;
    bool left = true;
    uint64_t letters = zgi_rule_letters(classes, in->items->count);
    for (uint32_t k = 0; k < in->rules->count; k++) {
        const zgi_compiled *rule = &in->rules->items[k];
        if ((rule->emit == ZGI_EM_CV && !in->cv) || (!left && !rule->again))
            continue;
        if (!zgi_rule_may_match(rule, letters))
            continue;
        zg_status status = run_rule(in, rule, classes, arena, drafts);
        if (status != ZG_OK)
            return status;
        left = has_title(classes);
    }
    return ZG_OK;
}
