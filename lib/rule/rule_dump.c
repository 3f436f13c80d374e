/* What the rules did with a sentence, as one JSON line: for `explain`.
 *
 * A rule came near when a stretch of at least two items with a title in it could have
 * been its beginning (a partial match of PCRE2 on ever longer prefixes) and then was not.
 */
#include <string.h>

#include "rule/rule_set.h"

#define NEAR_MAX 5u /* more near misses than these tell a reader nothing */

static void source(const zgi_text *text, zgi_span at, zgi_json *out)
{
    zgi_json_string_n(out, (const char *)text->src + text->off[at.begin],
                      text->off[at.end] - text->off[at.begin]);
}

/* How far from `at` the rule can be followed: the length of the longest partial match. */
static uint32_t follow(const zgi_rule_in *in, const zgi_compiled *rule, uint32_t at)
{
    uint32_t n = in->items->count, best = 0;
    for (uint32_t len = 1; at + len <= n && len <= 40; len++) {
        int rc =
            pcre2_match_8(rule->code, (PCRE2_SPTR8)in->items->classes, at + len, at,
                          PCRE2_NO_UTF_CHECK | PCRE2_ANCHORED | PCRE2_PARTIAL_HARD | PCRE2_NOTEOL,
                          in->scratch->data, in->scratch->context);
        if (rc != PCRE2_ERROR_PARTIAL)
            break;
        best = len;
    }
    return best;
}

static bool was_used(const zgi_rule_in *in, const zgi_drafts *drafts, uint32_t from, zgi_span at)
{
    for (uint32_t k = from; k < drafts->count; k++)
        if (drafts->items[k].title.begin >= at.begin && drafts->items[k].title.end <= at.end &&
            drafts->items[k].sentence == in->sentence)
            return true;
    return false;
}

static void dump_near_one(const zgi_rule_in *in, const zgi_compiled *rule, uint32_t at,
                          uint32_t len, zgi_json *out)
{
    const zgi_item *first = &in->items->items[at], *last = &in->items->items[at + len - 1];
    zgi_json_open(out, '{');
    zgi_json_key(out, "rule");
    zgi_json_string(out, in->dict->strings + rule->row->id);
    zgi_json_key(out, "text");
    source(in->text, (zgi_span){first->at.begin, last->at.end}, out);
    zgi_json_key(out, "followed");
    zgi_json_string_n(out, in->items->classes + at, len);
    zgi_json_key(out, "failed_at");
    if (at + len < in->items->count)
        source(in->text, in->items->items[at + len].at, out);
    else
        zgi_json_string(out, "end of sentence");
    zgi_json_key(out, "pattern");
    zgi_json_string(out, in->dict->strings + rule->row->pattern);
    zgi_json_close(out, '}');
}

static void dump_near(const zgi_rule_in *in, const zgi_drafts *drafts, uint32_t from, zgi_json *out)
{
    uint32_t shown = 0;
    zgi_json_key(out, "near");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < in->rules->count && shown < NEAR_MAX; k++) {
        for (uint32_t at = 0; at < in->items->count && shown < NEAR_MAX; at++) {
            uint32_t len = follow(in, &in->rules->items[k], at);
            zgi_span all = {in->items->items[at].at.begin,
                            in->items->items[at + (len ? len - 1 : 0)].at.end};
            if (len < 2 || strcspn(in->items->classes + at, "TRLYG") >= len ||
                was_used(in, drafts, from, all))
                continue;
            dump_near_one(in, &in->rules->items[k], at, len, out);
            shown++;
            at += len - 1;
        }
    }
    zgi_json_close(out, ']');
}

static void dump_matched(const zgi_rule_in *in, const zgi_drafts *drafts, uint32_t from,
                         zgi_json *out)
{
    zgi_json_key(out, "matched");
    zgi_json_open(out, '[');
    for (uint32_t k = from; k < drafts->count; k++) {
        const zgi_draft *d = &drafts->items[k];
        zgi_json_open(out, '{');
        zgi_json_key(out, "rule");
        zgi_json_string(out, in->dict->strings + in->dict->rules[d->rule].id);
        zgi_json_key(out, "person");
        if (d->no_person)
            zgi_json_null(out);
        else
            source(in->text, d->person, out);
        zgi_json_key(out, "title");
        source(in->text, d->title, out);
        zgi_json_key(out, "org");
        if (d->org.begin == ZGI_NONE)
            zgi_json_null(out);
        else
            source(in->text, d->org, out);
        zgi_json_key(out, "text");
        source(in->text, d->evidence, out);
        zgi_json_close(out, '}');
    }
    zgi_json_close(out, ']');
}

zg_status zgi_rule_dump(const zgi_rule_in *in, const zgi_drafts *drafts, uint32_t from,
                        zgi_json *out)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "stage");
    zgi_json_string(out, "rule");
    zgi_json_key(out, "sentence");
    source(in->text, in->text->sentences[in->sentence].at, out);
    zgi_json_key(out, "classes");
    zgi_json_string(out, in->items->classes);
    dump_matched(in, drafts, from, out);
    dump_near(in, drafts, from, out);
    zgi_json_close(out, '}');
    return out->failed ? ZG_E_MEMORY : ZG_OK;
}
