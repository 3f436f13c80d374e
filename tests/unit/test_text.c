/* The text room: UTF-8 at the door, offsets, sentences, zones. The dictionary is made here: it
 * folds full-width forms and 記 and knows a few characters. Chrome: test_text_chrome.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/text_inner.h"

typedef struct fixture {
    zgi_dict_view dict;
    uint16_t fold[65536], code[65536];
    zgi_arena *arena;
    zgi_text text;
} fixture;

static int setup(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    for (uint32_t c = 0; c < 65536; c++)
        f->fold[c] = (uint16_t)c;
    for (uint32_t c = 0xff01; c <= 0xff5e; c++) /* full width */
        f->fold[c] = (uint16_t)(c - 0xff01 + '!');
    f->fold[0x3000] = ' ';
    f->fold[0x2028] = '\n';
    f->fold[0x8a18] = 0x8bb0; /* 記 → 记 */
    f->code[0x8bb0] = 7;      /* 记 */
    f->code[0x8005] = 9;      /* 者 */
    f->dict.fold = f->fold;
    f->dict.char_code = f->code;
    assert_int_equal(ZG_OK, zgi_arena_new(NULL, 4096, &f->arena));
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    zgi_arena_free(f->arena);
    free(f);
    return 0;
}

static void run_n(fixture *f, const char *s, size_t len)
{
    zg_error err = ZG_ERROR_INIT;
    zgi_arena_reset(f->arena);
    assert_int_equal(ZG_OK, zgi_text_run(&f->dict, NULL, (const uint8_t *)s, len, false, f->arena,
                                         &f->text, &err));
}

/* The sentences of `s` joined by |. */
static const char *cut(fixture *f, const char *s)
{
    run_n(f, s, strlen(s));
    char *out = zgi_arena_zalloc(f->arena, strlen(s) * 2 + 2, 1);
    for (uint32_t k = 0; k < f->text.sentence_count; k++) {
        zgi_span at = f->text.sentences[k].at;
        if (k > 0)
            strcat(out, "|");
        strncat(out, s + f->text.off[at.begin], f->text.off[at.end] - f->text.off[at.begin]);
    }
    return out;
}

static void folds_and_codes(void **state)
{
    fixture *f = *state;
    run_n(f, "記者Ａ，", strlen("記者Ａ，"));
    assert_int_equal(4, f->text.n);
    assert_int_equal(0x8bb0, f->text.ch[0]);
    assert_int_equal(7, f->text.code[0]);
    assert_int_equal(9, f->text.code[1]);
    assert_int_equal('A', f->text.ch[2]);
    assert_int_equal(0, f->text.code[2]);
    assert_int_equal(',', f->text.ch[3]);
    assert_int_equal(12, f->text.off[4]);
}

static void empty_and_blank(void **state)
{
    fixture *f = *state;
    run_n(f, "", 0);
    assert_int_equal(0, f->text.n);
    assert_int_equal(0, f->text.off[0]);
    assert_int_equal(0, f->text.sentence_count);
    run_n(f, " \t\n　\r\n ", strlen(" \t\n　\r\n "));
    assert_int_equal(0, f->text.sentence_count);
    assert_int_equal(3, f->text.line_count);
}

/* Each maximal bad part is one unit, as one U+FFFD would be. */
static void bad_bytes(void **state)
{
    static const struct {
        const char *bytes;
        uint32_t units, bad, at;
    } cases[] = {
        {"\xff", 1, 1, 0},
        {"a\x80z", 3, 1, 1},
        {"\xe8\xae", 1, 2, 0},             /* cut short at the end */
        {"\xe8\xae\xe8\xae\xb0", 2, 2, 0}, /* cut short by a whole character */
        {"\xc0\xaf", 2, 2, 0},             /* overlong: neither byte can begin */
        {"\xe0\x80\x80", 3, 3, 0},         /* overlong */
        {"\xed\xa0\x80", 3, 3, 0},         /* a surrogate */
        {"\xf0\x9f\x98", 1, 3, 0},         /* three quarters of a smile */
        {"\xf4\x90\x80\x80", 4, 4, 0},     /* over U+10FFFF */
        {"\xf5\x80", 2, 2, 0},
        {"ok\xe8\xae\xb0\xfe", 4, 1, 5},
    };
    fixture *f = *state;
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        run_n(f, cases[k].bytes, strlen(cases[k].bytes));
        assert_int_equal(cases[k].units, f->text.n);
        assert_int_equal(cases[k].bad, f->text.bad);
        assert_int_equal(cases[k].at, f->text.bad_at);
        assert_int_equal(strlen(cases[k].bytes), f->text.off[f->text.n]);
    }
    run_n(f, "记\xff者", 7);
    assert_int_equal(ZGI_CH_BREAK, f->text.ch[1]);
    assert_string_equal("记|者", cut(f, "记\xff者"));
}

static void nul_is_a_break(void **state)
{
    fixture *f = *state;
    run_n(f, "记\0者", 7);
    assert_int_equal(3, f->text.n);
    assert_int_equal(ZGI_CH_BREAK, f->text.ch[1]);
    assert_int_equal(0, f->text.bad);
    assert_int_equal(2, f->text.sentence_count);
}

static void strict_names_the_place(void **state)
{
    fixture *f = *state;
    zg_error err = ZG_ERROR_INIT;
    const char *s = "记者\n记\xff者";
    assert_int_equal(ZG_E_UTF8, zgi_text_run(&f->dict, NULL, (const uint8_t *)s, strlen(s), true,
                                             f->arena, &f->text, &err));
    assert_int_equal(ZG_E_UTF8, err.code);
    assert_int_equal(10, err.offset);
    assert_int_equal(2, err.line);
    assert_true(strlen(err.detail) > 0);
    assert_int_equal(ZG_OK, zgi_text_run(&f->dict, NULL, (const uint8_t *)"记\0者", 7, true,
                                         f->arena, &f->text, NULL));
}

static void astral_characters(void **state)
{
    fixture *f = *state;
    const char *s = "记😀者𬀩。";
    run_n(f, s, strlen(s));
    assert_int_equal(5, f->text.n);
    assert_int_equal(2, f->text.astral_count);
    assert_int_equal(1, f->text.astral[0]);
    assert_int_equal(3, f->text.astral[1]);
    assert_int_equal(ZGI_CH_ASTRAL, f->text.ch[1]);
    assert_int_equal(1, f->text.sentence_count);
}

/* Zero-width blanks, the byte order mark and controls separate words. */
static void unseen_characters(void **state)
{
    fixture *f = *state;
    const char *s = "\xef\xbb\xbf记\xe2\x80\x8b者\x01";
    run_n(f, s, strlen(s));
    assert_int_equal(5, f->text.n);
    assert_int_equal(' ', f->text.ch[0]);
    assert_int_equal(' ', f->text.ch[2]);
    assert_int_equal(' ', f->text.ch[4]);
    assert_int_equal(1, f->text.sentences[0].at.begin);
}

static void sentences(void **state)
{
    static const char *const cases[][2] = {
        {"他来了。她走了！真的？是；好", "他来了。|她走了！|真的？|是；|好"},
        {"他说：“好。”（笑）随后离开。", "他说：“好。”|（笑）随后离开。"},
        {"他说“来！走！”然后离开", "他说“来！|走！”|然后离开"},
        {"刘某（女，1968年8月生；回族。党员）任局长。王某也是。",
         "刘某（女，1968年8月生；回族。党员）任局长。|王某也是。"},
        {"一行\n二行\r\n三行\r四行", "一行|二行|三行|四行"},
        {"增长3.5%。见a.b和www.a.cn/?x=1;y=2完", "增长3.5%。|见a.b和www.a.cn/?x=1;y=2完"},
        {"他走了. 她来了", "他走了.|她来了"},
        {"1. 第一条 2. 第二条", "1. 第一条 2. 第二条"},
        {"Mr. Smith来了", "Mr. Smith来了"},
        {"等等……后来", "等等……|后来"},
        {"等等......后来", "等等......|后来"},
        {"真的吗？！好", "真的吗？！|好"},
        {"一&nbsp;二；三", "一&nbsp;二；|三"},
        {"　　前有空 。 后有空 ", "前有空 。|后有空"},
        {"\"好。\"他说", "\"好。\"|他说"},
        {"（没有关上。下一句", "（没有关上。|下一句"},
        {"。", "。"},
    };
    fixture *f = *state;
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++)
        assert_string_equal(cases[k][1], cut(f, cases[k][0]));
}

static void lines_and_places_in_them(void **state)
{
    fixture *f = *state;
    const char *s = "甲。乙。\n\n丙。";
    run_n(f, s, strlen(s));
    assert_int_equal(3, f->text.sentence_count);
    assert_int_equal(3, f->text.line_count);
    assert_int_equal(1, f->text.sentences[0].first);
    assert_int_equal(0, f->text.sentences[0].last);
    assert_int_equal(0, f->text.sentences[1].first);
    assert_int_equal(1, f->text.sentences[1].last);
    assert_int_equal(2, f->text.sentences[2].line);
}

/* A sentence that never ends is cut at its last comma, or where it must. */
static void long_sentences(void **state)
{
    fixture *f = *state;
    uint32_t n = ZGI_SENTENCE_MAX + 500;
    char *s = calloc(n + 1, 1);
    assert_non_null(s);
    memset(s, 'a', n);
    run_n(f, s, n);
    assert_int_equal(2, f->text.sentence_count);
    assert_int_equal(ZGI_SENTENCE_MAX, f->text.sentences[0].at.end);
    assert_int_equal(1, f->text.cut);
    s[1500] = ',';
    run_n(f, s, n);
    assert_int_equal(1501, f->text.sentences[0].at.end);
    assert_int_equal(n, f->text.sentences[1].at.end);
    memset(s, '(', n);
    run_n(f, s, n);
    assert_int_equal(2, f->text.sentence_count);
    free(s);
}

static uint8_t zone(const fixture *f, uint32_t k)
{
    assert_true(k < f->text.sentence_count);
    return f->text.sentences[k].zone;
}

static void headline(void **state)
{
    fixture *f = *state;
    cut(f, "\n某县换届\n新任县长表态。");
    assert_int_equal(ZGI_Z_HEADLINE, zone(f, 0));
    assert_int_equal(ZGI_Z_BODY, zone(f, 1));
    cut(f, "某县换届");
    assert_int_equal(ZGI_Z_BODY, zone(f, 0));
    cut(f, "新任县长表态。\n后来");
    assert_int_equal(ZGI_Z_BODY, zone(f, 0));
    cut(f, "某某，男，\n1961年生。");
    assert_int_equal(ZGI_Z_BODY, zone(f, 0));
}

static void dump_is_one_line_of_json(void **state)
{
    fixture *f = *state;
    zgi_json json;
    const char *s = "某县换届\n新任县长“表态”。";
    run_n(f, s, strlen(s));
    zgi_json_init(&json, f->arena);
    assert_int_equal(ZG_OK, zgi_text_dump(&f->text, &json));
    zgi_json_raw(&json, "", 1);
    assert_string_equal("{\"stage\":\"text\",\"characters\":14,\"bad\":0,\"cut\":0,\"lines\":2,"
                        "\"sentences\":[{\"span\":[0,4],\"line\":0,\"zone\":\"headline\","
                        "\"text\":\"某县换届\"},{\"span\":[5,14],\"line\":1,\"zone\":\"body\","
                        "\"text\":\"新任县长“表态”。\"}]}",
                        json.data);
}

static void *no_memory(size_t size, void *ctx)
{
    uint32_t *left = ctx;
    return (*left)-- == 0 ? (*left = 0, NULL) : malloc(size);
}

static void *no_resize(void *p, size_t old_size, size_t new_size, void *ctx)
{
    (void)old_size;
    (void)ctx;
    return realloc(p, new_size);
}

static void release(void *p, size_t size, void *ctx)
{
    (void)size;
    (void)ctx;
    free(p);
}

/* Whichever allocation fails, the call says so. */
static void out_of_memory(void **state)
{
    fixture *f = *state;
    char *s = calloc(30001, 1);
    assert_non_null(s);
    memset(s, '!', 30000);
    uint32_t failures = 0;
    for (uint32_t allowed = 1; allowed < 40; allowed++) {
        uint32_t left = allowed;
        zg_allocator hook = {sizeof hook, no_memory, no_resize, release, &left};
        zgi_arena *arena = NULL;
        zg_error err = ZG_ERROR_INIT;
        if (zgi_arena_new(&hook, 64, &arena) != ZG_OK)
            continue;
        zg_status status =
            zgi_text_run(&f->dict, NULL, (const uint8_t *)s, 30000, false, arena, &f->text, &err);
        if (status != ZG_OK) {
            assert_int_equal(ZG_E_MEMORY, status);
            assert_int_equal(ZG_E_MEMORY, err.code);
            failures++;
        }
        zgi_arena_free(arena);
    }
    assert_true(failures > 0);
    free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folds_and_codes, setup, teardown),
        cmocka_unit_test_setup_teardown(empty_and_blank, setup, teardown),
        cmocka_unit_test_setup_teardown(bad_bytes, setup, teardown),
        cmocka_unit_test_setup_teardown(nul_is_a_break, setup, teardown),
        cmocka_unit_test_setup_teardown(strict_names_the_place, setup, teardown),
        cmocka_unit_test_setup_teardown(astral_characters, setup, teardown),
        cmocka_unit_test_setup_teardown(unseen_characters, setup, teardown),
        cmocka_unit_test_setup_teardown(sentences, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_and_places_in_them, setup, teardown),
        cmocka_unit_test_setup_teardown(long_sentences, setup, teardown),
        cmocka_unit_test_setup_teardown(headline, setup, teardown),
        cmocka_unit_test_setup_teardown(dump_is_one_line_of_json, setup, teardown),
        cmocka_unit_test_setup_teardown(out_of_memory, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
