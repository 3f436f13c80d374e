/* Rules: every pattern must compile, every example must do what its column says.
 *
 * As in the library, rows of emit `define` stand in front of every other pattern, and PCRE2 gets no
 * options. Rules that are off are checked too; only those that are on go into the image, in order
 * of priority. 「(?<posts>(?&chain))(?<names>N)」 yes: OTN  no: TV
 */
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "compile/compile_build.h"
#include "compile/compile_types.h"

/* The library's own limits (rule/rule_set.c): what fails there must fail here. */
#define PATTERN_MAX 8192u
#define MATCH_LIMIT 200000u

typedef struct ruled {
    const zgc_table *table;
    const zgc_row *row;
    int64_t priority;
    uint32_t order;
} ruled;

typedef struct rules {
    ruled *items;
    uint32_t count, cap;
    char *defines;
} rules;

static const char *cell(const ruled *r, const char *column)
{
    return zgc_cell(r->table, r->row, column);
}

static bool is_define(const ruled *r)
{
    return strcmp(cell(r, "emit"), "define") == 0;
}

static bool is_on(const ruled *r)
{
    return strcmp(cell(r, "state"), "on") == 0;
}

static int by_priority(const void *a, const void *b)
{
    const ruled *x = a, *y = b;
    if (x->priority != y->priority)
        return x->priority > y->priority ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void collect(zgc_builder *b, rules *out)
{
    for (uint32_t k = 0; k < b->data->count; k++) {
        const zgc_table *t = &b->data->tables[k];
        for (uint32_t r = 0; t->shape == ZGC_RULES && r < t->count; r++) {
            ruled one = {t, &t->rows[r], 0, out->count};
            (void)zgc_int(cell(&one, "priority"), &one.priority);
            ZGC_PUSH(out, items, one);
        }
    }
    if (out->count > 0)
        qsort(out->items, out->count, sizeof *out->items, by_priority);
    out->defines = zgc_strndup("", 0);
    for (uint32_t k = 0; k < out->count; k++)
        if (is_define(&out->items[k]) && is_on(&out->items[k]))
            out->defines = zgc_join(out->defines, cell(&out->items[k], "pattern"), "");
}

/* One example; `want`: it must match. */
static void try_example(zgc_builder *b, const ruled *r, const pcre2_code *code, const char *text,
                        bool want)
{
    pcre2_match_data *found = pcre2_match_data_create_from_pattern(code, NULL);
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    if (found == NULL || limits == NULL)
        exit(2);
    pcre2_set_match_limit(limits, MATCH_LIMIT);
    int rc = pcre2_match(code, (PCRE2_SPTR)text, strlen(text), 0, 0, found, limits);
    const char *column = want ? "yes" : "no";
    if (rc < 0 && rc != PCRE2_ERROR_NOMATCH)
        zgc_fault_at(b->data, r->table, r->row, column, ZGC_E3005, text, NULL);
    else if (want && rc < 0)
        zgc_fault_at(b->data, r->table, r->row, column, ZGC_E3003, text, NULL);
    else if (!want && rc >= 0)
        zgc_fault_at(b->data, r->table, r->row, column, ZGC_E3004, text,
                     zgc_number((int64_t)pcre2_get_ovector_pointer(found)[0]));
    pcre2_match_context_free(limits);
    pcre2_match_data_free(found);
}

static void try_examples(zgc_builder *b, const ruled *r, const pcre2_code *code, const char *column)
{
    const char *p = cell(r, column);
    bool any = false;
    for (size_t n; !zgc_empty(cell(r, column)) && *p != 0; p += n) {
        p += strspn(p, " ");
        n = strcspn(p, " ");
        if (n == 0)
            break;
        any = true;
        try_example(b, r, code, zgc_strndup(p, n), strcmp(column, "yes") == 0);
    }
    if (!any)
        zgc_fault_at(b->data, r->table, r->row, column, ZGC_E3002, column, NULL);
}

/* PCRE2's complaint; `before`: bytes of the definitions in front of the rule's own pattern. */
static void pattern_fault(zgc_builder *b, const ruled *r, int error, PCRE2_SIZE at, size_t before)
{
    PCRE2_UCHAR text[160];
    pcre2_get_error_message(error, text, sizeof text);
    zgc_fault_at(b->data, r->table, r->row, "pattern", ZGC_E3001,
                 zgc_number(at >= before ? (int64_t)(at - before) : 0), (const char *)text);
}

static pcre2_code *compile(const char *pattern, int *error, PCRE2_SIZE *at)
{
    return pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, 0, error, at, NULL);
}

static void check_rule(zgc_builder *b, const rules *all, const ruled *r)
{
    char *pattern = zgc_join(all->defines, cell(r, "pattern"), "");
    int error;
    PCRE2_SIZE at;
    if (strlen(pattern) + 1 > PATTERN_MAX) {
        zgc_fault_at(b->data, r->table, r->row, "pattern", ZGC_E3006, NULL, NULL);
        return;
    }
    pcre2_code *code = compile(pattern, &error, &at);
    if (code == NULL) {
        pattern_fault(b, r, error, at, strlen(all->defines));
        return;
    }
    try_examples(b, r, code, "yes");
    try_examples(b, r, code, "no");
    pcre2_code_free(code);
}

/* A definition is compiled by itself, so that the fault is found in its own row. What it calls may
 * be defined by another row: that is seen when the rules are compiled with all of them. */
static bool define_good(zgc_builder *b, const ruled *r)
{
    int error;
    PCRE2_SIZE at;
    pcre2_code *code = compile(cell(r, "pattern"), &error, &at);
    bool good = code != NULL || error == PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE;
    if (!good)
        pattern_fault(b, r, error, at, 0);
    pcre2_code_free(code);
    return good;
}

static void add_rule(zgc_builder *b, const ruled *r)
{
    int64_t confidence;
    (void)zgc_int(cell(r, "confidence"), &confidence);
    zgi_rule rule = {.id = zgc_string(&b->pool, cell(r, "id")),
                     .pattern = zgc_string(&b->pool, cell(r, "pattern")),
                     .emit = zgc_string(&b->pool, cell(r, "emit")),
                     .status = zgc_string(&b->pool, cell(r, "status")),
                     .priority = (int32_t)r->priority,
                     .confidence = (uint32_t)confidence};
    ZGC_PUSH(&b->rules, items, rule);
}

void zgc_rules_build(zgc_builder *b)
{
    rules all = {0};
    collect(b, &all);
    bool good = true;
    for (uint32_t k = 0; k < all.count; k++)
        if (is_define(&all.items[k]))
            good = define_good(b, &all.items[k]) && good;
    for (uint32_t k = 0; k < all.count; k++) {
        if (good && !is_define(&all.items[k]))
            check_rule(b, &all, &all.items[k]);
        if (is_on(&all.items[k]))
            add_rule(b, &all.items[k]);
    }
    zgc_free(all.items);
}
