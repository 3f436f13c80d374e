/* The organisation room: class strings, and what organisations and titles are made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "sentence.h"

static void check_classes(const char *source, const char *expected)
{
    sentence *s = sentence_read(source);
    if (strcmp(s->items.classes, expected) != 0)
        fail_msg("%s: expected %s, got %s (%s)", source, expected, s->items.classes,
                 show_tokens(s));
    sentence_free(s);
}

static void class_strings(void **state)
{
    (void)state;
    check_classes("公安县委副书记、县长柏云舟说", "OTSTNV");
    check_classes("任命柏云舟为荆州市教育局局长", "ANeOT");
    check_classes("记者温若彤", "YN");
    check_classes("原副县长康宏达", "FTN");
}

static void the_organisation_with_its_place(void **state)
{
    (void)state;
    sentence *s = sentence_read("市公安局荆州分局局长范立平表示");
    assert_int_equal(s->items.items[0].letter, ZGI_I_ORG);
    assert_string_equal(show_span(s, s->items.items[0].at), "市公安局荆州分局");
    sentence_free(s);

    s = sentence_read("湖北省荆州市水利局局长管思齐表示");
    const zgi_org *org = &s->items.orgs[s->items.items[0].org];
    assert_string_equal(show_span(s, org->at), "湖北省荆州市水利局");
    assert_string_equal(show_span(s, org->place), "湖北省荆州市");
    assert_true((org->kinds & ZGI_K_GOVERNMENT) != 0);
    assert_int_not_equal(org->place_data, ZGI_NONE);
    sentence_free(s);
}

static void the_title_with_its_modifiers(void **state)
{
    (void)state;
    sentence *s = sentence_read("县人民法院代理院长闵若谷表示");
    const zgi_item *title = &s->items.items[1];
    assert_int_equal(title->letter, ZGI_I_TITLE);
    assert_string_equal(show_span(s, title->at), "代理院长");
    assert_string_equal(show_span(s, title->head), "院长");
    assert_true(title->acting);
    sentence_free(s);

    s = sentence_read("公安县狮子口镇党委副书记江晓岚表示");
    assert_string_equal(show_span(s, s->items.items[1].at), "党委副书记");
    assert_string_equal(show_span(s, s->items.items[1].head), "书记");
    assert_false(s->items.items[1].acting);
    sentence_free(s);
}

/* One written character may belong to both sides: 荆州市 + 市长. */
static void a_shared_character(void **state)
{
    (void)state;
    sentence *s = sentence_read("荆州市长颜书宁表示");
    assert_string_equal(s->items.classes, "PTNV");
    assert_string_equal(show_span(s, s->items.items[0].at), "荆州市");
    assert_string_equal(show_span(s, s->items.items[1].at), "市长");
    sentence_free(s);
}

static void items_stand_in_order(void **state)
{
    (void)state;
    sentence *s =
        sentence_read("10月9日，荆州市委书记陆承泽，市长颜书宁（女）来到白石镇，看望老党员。");
    uint32_t token = 0;
    assert_int_equal(strlen(s->items.classes), s->items.count);
    for (uint32_t k = 0; k < s->items.count; k++) {
        const zgi_item *item = &s->items.items[k];
        assert_int_equal(item->letter, s->items.classes[k]);
        assert_true(item->at.begin < item->at.end && item->at.end <= s->text.n);
        assert_true(item->last >= token);
        assert_true(item->org == ZGI_NONE || item->org < s->items.org_count);
        token = item->last;
    }
    assert_int_equal(token, s->tokens.count);
    sentence_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(class_strings),
        cmocka_unit_test(the_organisation_with_its_place),
        cmocka_unit_test(the_title_with_its_modifiers),
        cmocka_unit_test(a_shared_character),
        cmocka_unit_test(items_stand_in_order),
    };
    return cmocka_run_group_tests_name("org", tests, sentence_setup, sentence_teardown);
}
