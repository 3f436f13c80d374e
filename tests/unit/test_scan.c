/* The scan room: which entries of the dictionary are found, and what characters make themselves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "sentence.h"

static void every_entry_is_an_edge(void **state)
{
    (void)state;
    sentence *s = sentence_read("荆州市长王敏说");
    assert_int_equal(edge_count(s, "荆州", ZGI_C_PLACE), 1);
    assert_int_equal(edge_count(s, "荆州市", ZGI_C_PLACE), 1);
    assert_int_equal(edge_count(s, "市长", ZGI_C_TITLE), 1);
    assert_int_equal(edge_count(s, "说", ZGI_C_SPEECH), 1);
    assert_int_equal(edge_count(s, "长王", ZGI_C_TITLE), 0);
    sentence_free(s);
}

static void edges_stand_in_order_and_inside(void **state)
{
    (void)state;
    sentence *s = sentence_read("2024年1月，LVMH集团副总裁（上海）、“荣誉教授”张三丰在3楼发言");
    uint32_t before = 0;
    assert_true(s->edges.count > 20);
    for (uint32_t k = 0; k < s->edges.count; k++) {
        const zgi_edge *e = &s->edges.items[k];
        assert_true(e->begin >= before);
        assert_true(e->begin < e->end && e->end <= s->edges.at.end);
        assert_true(e->cls < ZGI_C_COUNT);
        before = e->begin;
    }
    sentence_free(s);
}

static void marks_digits_and_latin(void **state)
{
    (void)state;
    sentence *s = sentence_read("2021年12月（LVMH、ＡＢ）：甲，乙 丙—120");
    assert_int_equal(edge_count(s, "2021年12月", ZGI_C_DATE), 1);
    assert_int_equal(edge_count(s, "LVMH", ZGI_C_LATIN), 1);
    assert_int_equal(edge_count(s, "ＡＢ", ZGI_C_LATIN), 1);
    assert_int_equal(edge_count(s, "、", ZGI_C_SEP), 1);
    assert_int_equal(edge_count(s, "（", ZGI_C_OPEN), 1);
    assert_int_equal(edge_count(s, "）", ZGI_C_CLOSE), 1);
    assert_int_equal(edge_count(s, "：", ZGI_C_COLON), 1);
    assert_int_equal(edge_count(s, "，", ZGI_C_COMMA), 1);
    assert_int_equal(edge_count(s, "—", ZGI_C_DASH), 1);
    assert_int_equal(edge_count(s, "120", ZGI_C_DIGITS), 1);
    sentence_free(s);
}

/* Traditional characters are folded before the scan; the edge spans the caller's own. */
static void traditional_is_found_by_its_simplified_entry(void **state)
{
    (void)state;
    sentence *s = sentence_read("黨委書記");
    assert_int_equal(edge_count(s, "書記", ZGI_C_TITLE), 1);
    assert_int_equal(edge_count(s, "黨委", ZGI_C_BODY), 1);
    sentence_free(s);
}

/* Every character is covered by an edge, whatever it is, or no path could be found. */
static void every_character_is_covered(void **state)
{
    (void)state;
    sentence *s = sentence_read("𠮷野家𠀀龘靐🙂é٣ㄅあ한");
    uint8_t covered[64] = {0};
    assert_true(s->text.n < sizeof covered);
    for (uint32_t k = 0; k < s->edges.count; k++)
        for (uint32_t i = s->edges.items[k].begin; i < s->edges.items[k].end; i++)
            covered[i] = 1;
    for (uint32_t i = s->edges.at.begin; i < s->edges.at.end; i++)
        assert_int_equal(covered[i], 1);
    sentence_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_entry_is_an_edge),
        cmocka_unit_test(edges_stand_in_order_and_inside),
        cmocka_unit_test(marks_digits_and_latin),
        cmocka_unit_test(traditional_is_found_by_its_simplified_entry),
        cmocka_unit_test(every_character_is_covered),
    };
    return cmocka_run_group_tests_name("scan", tests, sentence_setup, sentence_teardown);
}
