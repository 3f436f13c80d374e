/* The name room: where names begin and end, and that the tokens cover the sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "sentence.h"

/* The names of a sentence, joined by a blank. */
static const char *names(sentence *s)
{
    char *line = zgi_arena_zalloc(s->arena, 1, 1024);
    for (uint32_t k = 0; k < s->tokens.count; k++) {
        if (s->tokens.items[k].cls != ZGI_C_NAME)
            continue;
        if (line[0] != '\0')
            strcat(line, " ");
        strcat(line, show_span(s, s->tokens.items[k].at));
    }
    return line;
}

static void check_names(const char *source, const char *expected)
{
    sentence *s = sentence_read(source);
    if (strcmp(names(s), expected) != 0)
        fail_msg("%s\n  expected %s\n  got      %s\n  tokens   %s", source, expected, names(s),
                 show_tokens(s));
    sentence_free(s);
}

static void one_clean_sentence(void **state)
{
    (void)state;
    sentence *s = sentence_read("局长胡应强说");
    assert_string_equal(show_tokens(s), "局长/title 胡应强/name 说/speech");
    sentence_free(s);
}

static void han_names(void **state)
{
    (void)state;
    check_names("县水利局局长程向明说，大坝安全", "程向明");
    check_names("县司法局局长向薇表示", "向薇");
    check_names("县第一中学校长尉迟景行介绍", "尉迟景行");
    check_names("副市长游诗韵、阚立行出席", "游诗韵 阚立行");
    check_names("县委书记陆承泽指出", "陆承泽");
}

static void no_names(void **state)
{
    (void)state;
    check_names("高速公路的建设进展顺利", "");
    check_names("王书记拍了拍店小二的肩膀", "");
    check_names("经济发展和社会稳定", "");
}

static void foreign_names(void **state)
{
    (void)state;
    check_names("法国总统若望·贝尔蒙表示", "若望·贝尔蒙");
    check_names("副市长阿依古丽·买买提陪同", "阿依古丽·买买提");
}

static void forms(void **state)
{
    (void)state;
    sentence *s = sentence_read("校长尉迟景行介绍");
    assert_int_equal(s->tokens.items[1].cls, ZGI_C_NAME);
    assert_int_equal(s->tokens.items[1].sub, ZGI_NF_COMPOUND);
    sentence_free(s);
    s = sentence_read("局长胡应强说");
    assert_int_equal(s->tokens.items[1].sub, ZGI_NF_HAN);
    sentence_free(s);
}

static void a_known_name_is_seen_again(void **state)
{
    (void)state;
    sentence *s = sentence_read("局长和文静说：和文静有三点意见");
    zgi_known known;
    zgi_known_init(&known);
    assert_int_equal(zgi_known_at(&known, &s->text, 2, s->text.n), 0);
    assert_true(zgi_known_add(&known, &s->text, (zgi_span){2, 5}, s->arena));
    assert_true(zgi_known_add(&known, &s->text, (zgi_span){2, 5}, s->arena));
    assert_int_equal(known.count, 1);
    assert_int_equal(zgi_known_at(&known, &s->text, 7, s->text.n), 3);
    assert_int_equal(zgi_known_at(&known, &s->text, 7, 9), 0); /* does not fit */
    assert_int_equal(zgi_known_at(&known, &s->text, 8, s->text.n), 0);
    assert_int_equal(
        zgi_name_run(sentence_dict(), &s->text, &s->edges, &known, s->arena, &s->tokens), ZG_OK);
    assert_string_equal(names(s), "和文静 和文静");
    sentence_free(s);
}

/* Whatever the text, tokens cover it from end to end without a gap or an overlap. */
static void tokens_cover_the_sentence(void **state)
{
    (void)state;
    static const char *const bits[] = {"王", "副",   "市", "·",    "阿", "　", "长", "9",  "a",
                                       "、", "书记", "（", "🙂", "𠮷", "任", "的", "司", "徒"};
    const uint32_t kinds = sizeof bits / sizeof bits[0];
    uint32_t seed = 1;
    for (int round = 0; round < 300; round++) {
        char source[512] = "县";
        for (int i = 0; i < 40; i++) {
            seed = seed * 1103515245u + 12345u;
            strcat(source, bits[(seed >> 16) % kinds]);
        }
        sentence *s = sentence_read(source);
        uint32_t at = s->tokens.at.begin;
        for (uint32_t k = 0; k < s->tokens.count; k++) {
            assert_int_equal(s->tokens.items[k].at.begin, at);
            assert_true(s->tokens.items[k].at.end > at);
            at = s->tokens.items[k].at.end;
        }
        assert_int_equal(at, s->tokens.at.end);
        sentence_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_clean_sentence),
        cmocka_unit_test(han_names),
        cmocka_unit_test(no_names),
        cmocka_unit_test(foreign_names),
        cmocka_unit_test(forms),
        cmocka_unit_test(a_known_name_is_seen_again),
        cmocka_unit_test(tokens_cover_the_sentence),
    };
    return cmocka_run_group_tests_name("name", tests, sentence_setup, sentence_teardown);
}
