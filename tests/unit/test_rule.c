/* The rule room: from class strings to drafts; one room's rules, one sentence at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "dict/dict_outcome.h"
#include "rule/rule_set.h"
#include "sentence.h"

static void check_drafts(const char *source, const char *expected)
{
    sentence *s = sentence_read(source);
    if (strcmp(show_drafts(s), expected) != 0)
        fail_msg("%s\n  expected %s\n  got      %s\n  classes  %s", source, expected,
                 show_drafts(s), s->items.classes);
    sentence_free(s);
}

static void before_the_name(void **state)
{
    (void)state;
    check_drafts("荆州市水利局局长管思齐表示", "管思齐|局长|荆州市水利局");
    check_drafts("荆州市水利局党组书记、局长管思齐表示",
                 "管思齐|党组书记|荆州市水利局; 管思齐|局长|荆州市水利局");
    check_drafts("宜昌市副市长游诗韵、阚立行出席活动",
                 "游诗韵|副市长|宜昌市; 阚立行|副市长|宜昌市");
}

/* 县长 is no post of a party committee: it takes nothing over. */
static void an_organisation_is_taken_over_where_it_can_be(void **state)
{
    (void)state;
    check_drafts("公安县委副书记、县长柏云舟表示", "柏云舟|副书记|公安县委; 柏云舟|县长|-");
    sentence *s = sentence_read("荆州市水利局党组书记、局长管思齐表示");
    assert_false(s->drafts.items[0].shared);
    assert_true(s->drafts.items[1].shared);
    sentence_free(s);
}

static void nobody(void **state)
{
    (void)state;
    check_drafts("荆州市水利局局长表示，大坝安全", "");
    check_drafts("王书记表示，大坝安全", "");
    check_drafts("秋播全面展开，机收率达到九成", "");
}

static void check_outcome(const char *source, uint8_t status, uint8_t event, const char *word)
{
    sentence *s = sentence_read(source);
    assert_int_equal(s->drafts.count, 1);
    const zgi_draft *d = &s->drafts.items[0];
    if (d->status != status || d->event_type != event || strcmp(show_span(s, d->event), word) != 0)
        fail_msg("%s: status %d, event %d by %s", source, d->status, d->event_type,
                 show_span(s, d->event));
    sentence_free(s);
}

static void status_and_event(void **state)
{
    (void)state;
    check_outcome("荆州市水利局局长管思齐表示", ZGI_S_CURRENT, ZGI_EV_NONE, "-");
    check_outcome("荆州市水利局原局长管思齐表示", ZGI_S_FORMER, ZGI_EV_NONE, "-");
    check_outcome("公安县人民法院代理院长闵若谷表示", ZGI_S_ACTING, ZGI_EV_NONE, "-");
    check_outcome("任命柏云舟为荆州市教育局局长", ZGI_S_APPOINTED, ZGI_EV_APPOINT, "任命");
    check_outcome("免去康宏达的荆州市教育局局长职务", ZGI_S_REMOVED, ZGI_EV_REMOVE, "免去");
}

static void kinds(void **state)
{
    (void)state;
    sentence *s = sentence_read("记者温若彤");
    assert_int_equal(s->drafts.count, 1);
    assert_int_equal(s->drafts.items[0].kind, ZGI_FK_BYLINE);
    sentence_free(s);
    s = sentence_read("村民张桂英领到了分红");
    assert_int_equal(s->drafts.count, 1);
    assert_int_equal(s->drafts.items[0].kind, ZGI_FK_ROLE);
    sentence_free(s);
}

static void drafts_point_into_their_evidence(void **state)
{
    (void)state;
    sentence *s = sentence_read("昨日，荆州市水利局党组书记、局长管思齐来到现场");
    assert_int_equal(s->drafts.count, 2);
    for (uint32_t k = 0; k < s->drafts.count; k++) {
        const zgi_draft *d = &s->drafts.items[k];
        assert_true(d->evidence.begin <= d->title.begin && d->title.end <= d->evidence.end);
        assert_true(d->evidence.begin <= d->person.begin && d->person.end <= d->evidence.end);
        assert_true(d->rule < sentence_dict()->rule_count);
        assert_in_range(d->confidence, 1, 100);
        assert_string_equal(show_span(s, d->head), k == 0 ? "书记" : "局长");
    }
    sentence_free(s);
}

/* Interpreted and compiled matching say the same. */
static void with_and_without_jit(void **state)
{
    (void)state;
    sentence *s = sentence_read("荆州区委常委、市公安局荆州分局局长范立平，副局长管思齐表示");
    zgi_rules *plain = NULL;
    zgi_rule_scratch *scratch = NULL;
    zgi_drafts drafts = {0};
    assert_true(s->drafts.count >= 2);
    assert_int_equal(zgi_rules_new(sentence_dict(), NULL, false, &plain, NULL), ZG_OK);
    assert_int_equal(zgi_rule_scratch_new(plain, &scratch), ZG_OK);
    zgi_rule_in in = {.dict = sentence_dict(),
                      .rules = plain,
                      .scratch = scratch,
                      .text = &s->text,
                      .items = &s->items};
    assert_int_equal(zgi_rule_run(&in, s->arena, s->arena, &drafts), ZG_OK);
    assert_int_equal(drafts.count, s->drafts.count);
    for (uint32_t k = 0; k < drafts.count; k++) {
        assert_memory_equal(&drafts.items[k].person, &s->drafts.items[k].person, sizeof(zgi_span));
        assert_memory_equal(&drafts.items[k].title, &s->drafts.items[k].title, sizeof(zgi_span));
        assert_int_equal(drafts.items[k].rule, s->drafts.items[k].rule);
    }
    zgi_rule_scratch_free(scratch);
    zgi_rules_free(plain);
    sentence_free(s);
}

/* Every string that a pattern matches holds what the pattern is said to need. */
static void needs_are_what_stands_in_every_match(void **state)
{
    (void)state;
    static const char definitions[] = "(?(DEFINE)(?<nm>N(?:S)?H*))(?(DEFINE)(?<nl>(?&nm)+K))";
    static const struct {
        const char *pattern, *needs; /* a letter of each set */
    } cases[] = {
        {"AB?C", "AC"},
        {"(?<event>[AE])[D_]*(?<names>(?&nl))e", "AeNK"},
        {"(?:X|Y)Z", "XZ"},
        {"X|Y", "Y"},
        {"(?<=A)(?!B)C(?=D)", "ACD"},
        {"(?>A)B(?=C|D)", "ABD"},
        {"A(?=B|$)", "A"},
        {"(?:AB?|C{0,2}D)E", "DE"},
        {"(?:AB|[^C])D", "D"},
        {"A{0,3}B{2}C*D+?", "BD"},
        {"(?:AB)?\\(C\\)", "(C)"},
        {"[^A]B[A-C]", "B"},
        {"(?i)A", ""},
        {"[]A]B", ""},
        {"\\x41B", ""},
        {"(?(?=A)B|C)D", "D"},
        {"A(*ACCEPT)B", ""},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        zgi_compiled rule = {0};
        size_t n = strlen(cases[k].needs);
        zgi_rule_needs(cases[k].pattern, definitions, sizeof definitions - 1, &rule);
        if (rule.need_count != n || !zgi_rule_may_match(&rule, zgi_rule_letters(cases[k].needs, n)))
            fail_msg("%s: %u needs", cases[k].pattern, rule.need_count);
        for (size_t left = 0; left < n; left++) {
            uint64_t less = zgi_rule_letters(cases[k].needs, n);
            less &= ~zgi_rule_letters(cases[k].needs + left, 1);
            assert_false(zgi_rule_may_match(&rule, less));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_the_name),
        cmocka_unit_test(an_organisation_is_taken_over_where_it_can_be),
        cmocka_unit_test(nobody),
        cmocka_unit_test(status_and_event),
        cmocka_unit_test(kinds),
        cmocka_unit_test(drafts_point_into_their_evidence),
        cmocka_unit_test(with_and_without_jit),
        cmocka_unit_test(needs_are_what_stands_in_every_match),
    };
    return cmocka_run_group_tests_name("rule", tests, sentence_setup, sentence_teardown);
}
