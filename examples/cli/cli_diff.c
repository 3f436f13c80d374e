/* Two results of one text, side by side.
 *
 * A triple is known by where its person and its title stand. Both results are in the order of the
 * text, so that one walk through both finds what only one of them has; where both have a triple,
 * its organisation, status, kind and event are compared.
 *   - 江晓岚 | 局长 | 公安县水利局 | current   appos-001  「公安县水利局局长江晓岚」 */
#include "cli_diff.h"

#include <stdlib.h>
#include <string.h>

/* Text of a document: line ends become spaces, other control characters U+FFFD. */
static bool add_clean(cli_buffer *out, const char *s)
{
    bool good = true;
    for (s = s == NULL ? "-" : s; *s != '\0' && good; s++) {
        unsigned char c = (unsigned char)*s;
        bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (space || (c >= 0x20 && c != 0x7f)) {
            good = cli_buffer_add(out, space ? " " : s, 1);
        } else {
            good = cli_buffer_add(out, "\xef\xbf\xbd", 3);
        }
    }
    return good;
}

/* Order of the text: person, then title. */
static int compare_places(const zg_triple *a, const zg_triple *b)
{
    static const zg_piece pieces[] = {ZG_PERSON, ZG_TITLE};
    for (size_t k = 0; k < 2; k++) {
        size_t a_begin, a_end, b_begin, b_end;
        (void)zg_triple_piece(a, pieces[k], NULL, &a_begin, &a_end);
        (void)zg_triple_piece(b, pieces[k], NULL, &b_begin, &b_end);
        if (a_begin != b_begin) {
            return a_begin < b_begin ? -1 : 1;
        }
        if (a_end != b_end) {
            return a_end < b_end ? -1 : 1;
        }
    }
    return 0;
}

static const char *org_of(const zg_triple *t)
{
    const char *full = zg_triple_string(t, ZG_STR_ORG_FULL);
    return full != NULL ? full : zg_triple_string(t, ZG_STR_ORG);
}

static bool same_string(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool same_triple(const zg_triple *a, const zg_triple *b)
{
    static const zg_triple_str what[] = {ZG_STR_ORG,        ZG_STR_ORG_CODE,    ZG_STR_STATUS,
                                         ZG_STR_KIND,       ZG_STR_EVENT_TYPE,  ZG_STR_EVENT_DATE,
                                         ZG_STR_PERIOD_END, ZG_STR_PERIOD_START};
    for (size_t k = 0; k < sizeof what / sizeof what[0]; k++) {
        if (!same_string(zg_triple_string(a, what[k]), zg_triple_string(b, what[k]))) {
            return false;
        }
    }
    return same_string(org_of(a), org_of(b));
}

/* Where a rule's differences are counted; NULL when memory is out. */
static cli_diff_rule *rule_of(cli_diff *d, const zg_triple *t)
{
    const char *id = zg_triple_string(t, ZG_STR_RULE);
    id = id == NULL ? "-" : id;
    for (size_t k = 0; k < d->rule_count; k++) {
        if (strncmp(d->rules[k].id, id, sizeof d->rules[k].id - 1) == 0) {
            return &d->rules[k];
        }
    }
    if (d->rule_count == d->rule_cap) {
        size_t cap = d->rule_cap == 0 ? 32 : d->rule_cap * 2;
        cli_diff_rule *more = realloc(d->rules, cap * sizeof *more);
        if (more == NULL) {
            return NULL;
        }
        d->rules = more;
        d->rule_cap = cap;
    }
    cli_diff_rule *r = &d->rules[d->rule_count++];
    *r = (cli_diff_rule){.lost = 0};
    strncpy(r->id, id, sizeof r->id - 1);
    return r;
}

/* - lost, + gained, < and > before and after a change */
static bool add_triple(cli_diff *d, const zg_triple *t, char mark, cli_buffer *out)
{
    bool lost = mark == '-' || mark == '<';
    const char *evidence = NULL;
    const char *const words[] = {
        zg_triple_string(t, ZG_STR_PERSON), zg_triple_string(t, ZG_STR_TITLE), org_of(t),
        zg_triple_string(t, ZG_STR_STATUS), zg_triple_string(t, ZG_STR_KIND)};
    cli_diff_rule *rule = rule_of(d, t);
    if (rule == NULL) {
        return false;
    }
    rule->lost += lost ? 1 : 0;
    rule->gained += lost ? 0 : 1;
    bool good = cli_buffer_addf(out, "  %s%c",
                                !d->color ? ""
                                : lost    ? "\033[31m"
                                          : "\033[32m",
                                mark);
    for (size_t k = 0; k < sizeof words / sizeof words[0] && good; k++) {
        good = cli_buffer_addf(out, "%s", k == 0 ? " " : " | ") && add_clean(out, words[k]);
    }
    (void)zg_triple_piece(t, ZG_EVIDENCE, &evidence, NULL, NULL);
    good = good && cli_buffer_addf(out, "%s   %s 「", d->color ? "\033[0m" : "", rule->id);
    return good && add_clean(out, evidence) && cli_buffer_addf(out, "」\n");
}

static bool add_difference(cli_diff *d, const zg_triple *old, const zg_triple *new, cli_buffer *out)
{
    if (old != NULL && new != NULL) {
        d->changed++;
        return add_triple(d, old, '<', out) && add_triple(d, new, '>', out);
    }
    d->lost += old != NULL ? 1 : 0;
    d->gained += new != NULL ? 1 : 0;
    return add_triple(d, old != NULL ? old : new, old != NULL ? '-' : '+', out);
}

static bool compare(cli_diff *d, const zg_result *old, const zg_result *new, cli_buffer *out)
{
    size_t i = 0, k = 0, n = zg_result_triple_count(old), m = zg_result_triple_count(new);
    bool good = true;
    while ((i < n || k < m) && good) {
        const zg_triple *a = zg_result_triple(old, i), *b = zg_result_triple(new, k);
        int order = a == NULL ? 1 : b == NULL ? -1 : compare_places(a, b);
        i += order <= 0 ? 1 : 0;
        k += order >= 0 ? 1 : 0;
        if (order != 0 || !same_triple(a, b)) {
            good = add_difference(d, order <= 0 ? a : NULL, order >= 0 ? b : NULL, out);
        }
    }
    d->before += n;
    d->after += m;
    return good;
}

zg_status cli_diff_document(cli_diff *diff, const zg_result *old, const char *id, const char *text,
                            size_t length, cli_buffer *out, zg_error *error)
{
    zg_result *new = NULL;
    zg_status rc = zg_extract(diff->session, text, length, &new, error);
    if (rc != ZG_OK) {
        return rc;
    }
    cli_buffer found = {0};
    bool good = compare(diff, old, new, &found);
    diff->documents++;
    if (good && found.len > 0) {
        diff->differing++;
        good = add_clean(out, id) && cli_buffer_add(out, "\n", 1) &&
               cli_buffer_add(out, found.data, found.len);
    }
    cli_buffer_free(&found);
    zg_result_free(new);
    if (!good) {
        error->code = ZG_E_MEMORY;
    }
    return good ? ZG_OK : ZG_E_MEMORY;
}

bool cli_diff_sums(const cli_diff *d, cli_buffer *out)
{
    bool good = cli_buffer_addf(
        out,
        "%s%llu documents, %llu differ; %llu triples before, %llu after: %llu lost, %llu gained, "
        "%llu changed\n",
        d->differing > 0 ? "\n" : "", (unsigned long long)d->documents,
        (unsigned long long)d->differing, (unsigned long long)d->before,
        (unsigned long long)d->after, (unsigned long long)d->lost, (unsigned long long)d->gained,
        (unsigned long long)d->changed);
    for (size_t k = 0; k < d->rule_count && good; k++) {
        good = cli_buffer_addf(out, "  %-20s %6llu -  %6llu +\n", d->rules[k].id,
                               (unsigned long long)d->rules[k].lost,
                               (unsigned long long)d->rules[k].gained);
    }
    return good;
}

void cli_diff_free(cli_diff *diff)
{
    zg_session_free(diff->session);
    free(diff->rules);
}
