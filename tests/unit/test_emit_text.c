/* The formats that show the text itself: facts made by hand and a text → the exact bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "emit/emit_inner.h"

/* 县长何远说 in characters; the title and the organisation lie inside each other. */
static const zgi_fact one_fact[] = {{.person = {2, 4},
                                     .title = {0, 2},
                                     .org = {0, 1},
                                     .evidence = {0, 4},
                                     .event = {UINT32_MAX, UINT32_MAX},
                                     .person_text = "何远",
                                     .title_text = "县长",
                                     .title_head = "长",
                                     .org_text = "县",
                                     .rule = "appos-001",
                                     .has_org = true,
                                     .confidence = 90}};
static const zgi_facts one = {.facts = one_fact, .fact_count = 1};

static int set_up(void **state)
{
    return zgi_arena_new(NULL, 4096, (zgi_arena **)state) == ZG_OK ? 0 : 1;
}

static int tear_down(void **state)
{
    zgi_arena_free(*state);
    return 0;
}

static const char *emit(zgi_arena *arena, const zgi_facts *facts, const char *text, size_t length,
                        zg_offsets offsets, zg_format format)
{
    zgi_emit_in in = {.facts = facts,
                      .data_version = "2025.06",
                      .id = "d1",
                      .offsets = offsets,
                      .text = {(const uint8_t *)text, length}};
    const char *bytes = NULL;
    size_t len = 0;
    assert_int_equal(ZG_OK, zgi_emit_run(&in, format, arena, &bytes, &len));
    return zgi_arena_strndup(arena, bytes, len);
}

static const char *marked(zgi_arena *arena, const char *text)
{
    return emit(arena, &one, text, strlen(text), ZG_OFFSETS_CODEPOINT, ZG_FORMAT_MARKED);
}

static void brackets(void **state)
{
    assert_string_equal("<县长>{何远}说\n", marked(*state, "县长何远说"));
}

static void colours_begin_anew_on_a_line(void **state)
{
    zgi_fact fact = one_fact[0];
    zgi_facts facts = {.facts = &fact, .fact_count = 1};
    fact.person = (zgi_span){2, 5};
    assert_string_equal("\033[3;33m县长\033[0m\033[1;4;36m何\033[0m\n\033[1;4;36m远\033[0m说\n",
                        emit(*state, &facts, "县长何\n远说", strlen("县长何\n远说"),
                             ZG_OFFSETS_CODEPOINT, ZG_FORMAT_HIGHLIGHT));
}

static void what_steers_a_terminal_is_seen(void **state)
{
    assert_string_equal("<县长>{何远}<U+001B>[2J<U+0007>\xef\xbf\xbd<U+202E>\n",
                        marked(*state, "县长何远\033[2J\a\xff\xe2\x80\xae"));
    assert_string_equal("<县长>{何远}\n<U+000D>。\n", marked(*state, "县长何远\r\n\r。"));
}

/* A text that is not the one of the facts does no harm: what does not fit is not marked. */
static void a_wrong_text(void **state)
{
    assert_string_equal("", marked(*state, ""));
    assert_string_equal("<县长>何\n", marked(*state, "县长何"));
    assert_string_equal("县长何远\n",
                        emit(*state, &one, "县长何远", strlen("县长何远"), ZG_OFFSETS_UTF8,
                             ZG_FORMAT_MARKED) /* 2 is inside a character */);
}

static void units(void **state)
{
    zgi_fact fact = one_fact[0];
    zgi_facts facts = {.facts = &fact, .fact_count = 1};
    const char text[] = "😀\xffx何远";
    const struct {
        zg_offsets unit;
        zgi_span person;
    } rows[] = {
        {ZG_OFFSETS_CODEPOINT, {3, 5}}, {ZG_OFFSETS_UTF8, {6, 12}}, {ZG_OFFSETS_UTF16, {4, 6}}};
    fact.title = fact.org = ZGI_NO_SPAN;
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        fact.person = rows[k].person;
        assert_string_equal("😀\xef\xbf\xbdx{何远}\n", emit(*state, &facts, text, sizeof text - 1,
                                                           rows[k].unit, ZG_FORMAT_MARKED));
    }
}

static void without_a_text(void **state)
{
    zgi_emit_in in = {.facts = &one, .data_version = "2025.06"};
    const char *bytes = NULL;
    size_t len = 0;
    assert_int_equal(ZG_E_ARGUMENT, zgi_emit_run(&in, ZG_FORMAT_MARKED, *state, &bytes, &len));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(brackets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(colours_begin_anew_on_a_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_steers_a_terminal_is_seen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_wrong_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(units, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_text, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("emit_text", tests, NULL, NULL);
}
