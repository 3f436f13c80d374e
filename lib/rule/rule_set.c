/* Rules, compiled once a dictionary: PCRE2 over class strings, through the caller's allocator.
 *
 * Takes the dictionary's rule rows; rows that say `define` are put together and stand before every
 * pattern, so that a rule reads like grammar: (?<posts>(?&chain))(?<names>(?&names)).
 */
#include "rule/rule_set.h"

#include <string.h>

/* Class strings have at most ZGI_SENTENCE_MAX letters; a match that needs more steps than this is
 * given up, so that no text can hold the thread. Newspaper sentences stay under 3,000. */
#define MATCH_LIMIT 200000u
#define PATTERN_MAX 8192u
#define MATCH_PAIRS 64u /* named groups of the definitions come before those of the rule */

static void *rule_alloc(PCRE2_SIZE size, void *ctx)
{
    zgi_rules *rules = ctx;
    size_t *p = zgi_memory_alloc(&rules->allocator, size + 16);
    if (p == NULL)
        return NULL;
    *p = size + 16;
    return (char *)p + 16;
}

static void rule_release(void *p, void *ctx)
{
    zgi_rules *rules = ctx;
    if (p == NULL)
        return;
    size_t *head = (size_t *)(void *)((char *)p - 16);
    zgi_memory_release(&rules->allocator, head, *head);
}

static const struct {
    const char *name;
    uint8_t value;
} statuses[] = {{"current", 0},
                {"acting", 1},
                {"former", 2},
                {"appointed", 3},
                {"removed", 4},
                {"proposed", 5},
                {"governed", ZGI_STATUS_GOVERNED}},
  emits[] = {{"pair", ZGI_EM_PAIR},     {"each", ZGI_EM_EACH},   {"topic", ZGI_EM_TOPIC},
             {"byline", ZGI_EM_BYLINE}, {"after", ZGI_EM_AFTER}, {"cv", ZGI_EM_CV},
             {"define", ZGI_EM_DEFINE}};

static uint8_t emit_of(const char *name)
{
    for (size_t k = 0; k < sizeof emits / sizeof emits[0]; k++)
        if (strcmp(emits[k].name, name) == 0)
            return emits[k].value;
    return ZGI_EM_PAIR;
}

static uint8_t status_of(const char *name)
{
    for (size_t k = 0; k < sizeof statuses / sizeof statuses[0]; k++)
        if (strcmp(statuses[k].name, name) == 0)
            return statuses[k].value;
    return 0;
}

static zg_status fail(zg_error *err, const char *id, int code, size_t offset)
{
    PCRE2_UCHAR8 text[120];
    pcre2_get_error_message_8(code, text, sizeof text);
    return zgi_fail(err, ZG_E_RULE, 0, offset, "rule ", id, ": ", (const char *)text, NULL);
}

static bool append(char *buf, size_t *len, const char *s)
{
    size_t n = strlen(s);
    if (*len + n + 1 > PATTERN_MAX)
        return false;
    memcpy(buf + *len, s, n + 1);
    *len += n;
    return true;
}

static uint32_t group(const pcre2_code *code, const char *name)
{
    int n = pcre2_substring_number_from_name_8(code, (PCRE2_SPTR8)name);
    return n > 0 ? (uint32_t)n : 0;
}

static zg_status compile_one(zgi_rules *rules, const zgi_dict_view *dict, uint32_t index,
                             const char *pattern, bool jit, pcre2_compile_context *cc,
                             zg_error *err)
{
    const zgi_rule *row = &dict->rules[index];
    const char *id = dict->strings + row->id;
    int code;
    PCRE2_SIZE at;
    zgi_compiled *c = &rules->items[rules->count];
    c->code = pcre2_compile_8((PCRE2_SPTR8)pattern, PCRE2_ZERO_TERMINATED, 0, &code, &at, cc);
    if (c->code == NULL)
        return code == PCRE2_ERROR_HEAP_FAILED ? ZG_E_MEMORY : fail(err, id, code, at);
    rules->count++;
    if (jit) /* where there is no JIT the interpreter serves */
        (void)pcre2_jit_compile_8(c->code, PCRE2_JIT_COMPLETE);
    c->row = row;
    c->index = index;
    c->posts = group(c->code, "posts");
    c->names = group(c->code, "names");
    c->event = group(c->code, "event");
    c->emit = emit_of(dict->strings + row->emit);
    c->again = strstr(dict->strings + row->pattern, "TR#]") != NULL;
    c->status = status_of(dict->strings + row->status);
    return ZG_OK;
}

static zg_status compile_all(zgi_rules *rules, const zgi_dict_view *dict, bool jit, char *buf,
                             pcre2_compile_context *cc, zg_error *err)
{
    size_t prefix = 0;
    for (uint32_t k = 0; k < dict->rule_count; k++)
        if (emit_of(dict->strings + dict->rules[k].emit) == ZGI_EM_DEFINE &&
            !append(buf, &prefix, dict->strings + dict->rules[k].pattern))
            return zgi_fail(err, ZG_E_RULE, 0, 0, "definitions exceed 8 KB", NULL);
    for (uint32_t k = 0; k < dict->rule_count; k++) {
        if (emit_of(dict->strings + dict->rules[k].emit) == ZGI_EM_DEFINE)
            continue;
        size_t len = prefix;
        if (!append(buf, &len, dict->strings + dict->rules[k].pattern))
            return zgi_fail(err, ZG_E_RULE, 0, 0, "rule ", dict->strings + dict->rules[k].id,
                            " exceeds 8 KB", NULL);
        zg_status status = compile_one(rules, dict, k, buf, jit, cc, err);
        if (status != ZG_OK)
            return status;
        zgi_rule_needs(buf + prefix, buf, prefix, &rules->items[rules->count - 1]);
    }
    return ZG_OK;
}

zg_status zgi_rules_new(const zgi_dict_view *dict, const zg_allocator *allocator, bool jit,
                        zgi_rules **out, zg_error *err)
{
    zg_allocator a = zgi_memory_hooks(allocator);
    zgi_rules *rules = zgi_memory_alloc(&a, sizeof *rules);
    char *buf = zgi_memory_alloc(&a, PATTERN_MAX);
    size_t bytes = ((size_t)dict->rule_count + 1) * sizeof *rules->items;
    pcre2_compile_context *cc = NULL;
    zg_status status = ZG_E_MEMORY;
    *out = NULL;
    if (rules == NULL)
        goto cleanup;
    memset(rules, 0, sizeof *rules);
    rules->allocator = a;
    rules->capacity = bytes;
    if (buf == NULL)
        goto cleanup;
    rules->items = zgi_memory_alloc(&a, bytes);
    rules->general = pcre2_general_context_create_8(rule_alloc, rule_release, rules);
    if (rules->general == NULL || rules->items == NULL)
        goto cleanup;
    cc = pcre2_compile_context_create_8(rules->general);
    if (cc != NULL)
        status = compile_all(rules, dict, jit, buf, cc, err);

cleanup:
    pcre2_compile_context_free_8(cc);
    zgi_memory_release(&a, buf, PATTERN_MAX);
    if (status == ZG_OK)
        *out = rules;
    else if (rules != NULL)
        zgi_rules_free(rules);
    return status;
}

void zgi_rules_free(zgi_rules *rules)
{
    if (rules == NULL)
        return;
    zg_allocator a = rules->allocator;
    for (uint32_t k = 0; k < rules->count; k++)
        pcre2_code_free_8(rules->items[k].code);
    pcre2_general_context_free_8(rules->general);
    if (rules->items != NULL)
        zgi_memory_release(&a, rules->items, rules->capacity);
    zgi_memory_release(&a, rules, sizeof *rules);
}

zg_status zgi_rule_scratch_new(const zgi_rules *rules, zgi_rule_scratch **out)
{
    zg_allocator a = rules->allocator;
    zgi_rule_scratch *s = zgi_memory_alloc(&a, sizeof *s);
    *out = NULL;
    if (s == NULL)
        return ZG_E_MEMORY;
    s->rules = rules;
    s->data = pcre2_match_data_create_8(MATCH_PAIRS, rules->general);
    s->context = pcre2_match_context_create_8(rules->general);
    if (s->data == NULL || s->context == NULL) {
        zgi_rule_scratch_free(s);
        return ZG_E_MEMORY;
    }
    pcre2_set_match_limit_8(s->context, MATCH_LIMIT);
    *out = s;
    return ZG_OK;
}

void zgi_rule_scratch_free(zgi_rule_scratch *scratch)
{
    if (scratch == NULL)
        return;
    zg_allocator a = scratch->rules->allocator;
    pcre2_match_data_free_8(scratch->data);
    pcre2_match_context_free_8(scratch->context);
    zgi_memory_release(&a, scratch, sizeof *scratch);
}
