/* See sentence.h. */
#include "sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static zgi_dict_view dict;
static zgi_rules *rules;

int sentence_setup(void **state)
{
    size_t len = 0;
    const uint8_t *bytes = zgi_dict_builtin_bytes(&len);
    (void)state;
    if (zgi_dict_load(bytes, len, &dict, NULL) != ZG_OK)
        return -1;
    return zgi_rules_new(&dict, NULL, true, &rules, NULL) == ZG_OK ? 0 : -1;
}

int sentence_teardown(void **state)
{
    (void)state;
    zgi_rules_free(rules);
    return 0;
}

const zgi_dict_view *sentence_dict(void)
{
    return &dict;
}

static void run_rules(sentence *s)
{
    zgi_rule_scratch *scratch = NULL;
    assert_int_equal(zgi_rule_scratch_new(rules, &scratch), ZG_OK);
    zgi_rule_in in = {
        .dict = &dict, .rules = rules, .scratch = scratch, .text = &s->text, .items = &s->items};
    assert_int_equal(zgi_rule_run(&in, s->arena, s->arena, &s->drafts), ZG_OK);
    zgi_rule_scratch_free(scratch);
}

sentence *sentence_read(const char *source)
{
    zgi_arena *arena = NULL;
    assert_int_equal(zgi_arena_new(NULL, 1 << 16, &arena), ZG_OK);
    sentence *s = zgi_arena_zalloc(arena, 1, sizeof *s);
    assert_non_null(s);
    s->arena = arena;
    assert_int_equal(zgi_text_run(&dict, NULL, (const uint8_t *)source, strlen(source), false,
                                  arena, &s->text, NULL),
                     ZG_OK);
    assert_true(s->text.sentence_count > 0);
    zgi_span at = s->text.sentences[0].at;
    assert_int_equal(zgi_scan_run(&dict, &s->text, at, arena, &s->edges), ZG_OK);
    assert_int_equal(zgi_name_run(&dict, &s->text, &s->edges, NULL, arena, &s->tokens), ZG_OK);
    assert_int_equal(zgi_org_run(&dict, &s->text, &s->tokens, true, arena, &s->items), ZG_OK);
    run_rules(s);
    return s;
}

void sentence_free(sentence *s)
{
    zgi_arena_free(s->arena);
}

const char *show_span(sentence *s, zgi_span at)
{
    if (at.begin == UINT32_MAX || at.begin == at.end)
        return "-";
    assert_true(at.begin < at.end && at.end <= s->text.n);
    uint32_t from = s->text.off[at.begin];
    return zgi_arena_strndup(s->arena, (const char *)s->text.src + from,
                             s->text.off[at.end] - from);
}

static const char *class_name(uint8_t cls)
{
    static const char *const names[] = {
#define ZGI_X(id, name, group) name,
        ZGI_CLASSES(ZGI_X)
#undef ZGI_X
    };
    assert_true(cls < ZGI_C_COUNT);
    return names[cls];
}

static void append(char *line, size_t size, const char *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_true(strlen(line) + strlen(parts[i]) < size);
        strcat(line, parts[i]);
    }
}

const char *show_tokens(sentence *s)
{
    const size_t size = 4096;
    char *line = zgi_arena_zalloc(s->arena, 1, size);
    for (uint32_t k = 0; k < s->tokens.count; k++) {
        const zgi_token *t = &s->tokens.items[k];
        const char *parts[] = {k > 0 ? " " : "", show_span(s, t->at), "/", class_name(t->cls)};
        append(line, size, parts, 4);
    }
    return line;
}

const char *show_drafts(sentence *s)
{
    const size_t size = 4096;
    char *line = zgi_arena_zalloc(s->arena, 1, size);
    for (uint32_t k = 0; k < s->drafts.count; k++) {
        const zgi_draft *d = &s->drafts.items[k];
        const char *parts[] = {
            k > 0 ? "; " : "",   show_span(s, d->person), "|", show_span(s, d->title), "|",
            show_span(s, d->org)};
        append(line, size, parts, 6);
    }
    return line;
}

uint32_t edge_count(const sentence *s, const char *word, uint8_t cls)
{
    uint32_t count = 0;
    size_t n = strlen(word);
    for (uint32_t k = 0; k < s->edges.count; k++) {
        const zgi_edge *e = &s->edges.items[k];
        uint32_t from = s->text.off[e->begin], len = s->text.off[e->end] - from;
        if (e->cls == cls && len == n && memcmp(s->text.src + from, word, n) == 0)
            count++;
    }
    return count;
}
