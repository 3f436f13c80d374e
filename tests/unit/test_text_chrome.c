/* Which lines are site chrome, by the built-in table data/resolve/chrome.tsv. Losing a line of
 * content is worse than keeping one of chrome: there are more lines that must stay. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/text.h"

typedef struct fixture {
    zgi_dict_view dict;
    zgi_arena *keep, *arena;
    zgi_chrome *chrome;
} fixture;

static int setup(void **state)
{
    size_t len;
    const uint8_t *bytes = zgi_dict_builtin_bytes(&len);
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    assert_int_equal(ZG_OK, zgi_dict_load(bytes, len, &f->dict, NULL));
    assert_int_equal(ZG_OK, zgi_arena_new(NULL, 4096, &f->keep));
    assert_int_equal(ZG_OK, zgi_arena_new(NULL, 4096, &f->arena));
    assert_int_equal(ZG_OK, zgi_chrome_new(&f->dict, f->keep, &f->chrome));
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    zgi_arena_free(f->keep);
    zgi_arena_free(f->arena);
    free(f);
    return 0;
}

/* One letter for each line that is not blank: c chrome, h headline, b body. */
static const char *zones(fixture *f, const char *s)
{
    zgi_text text;
    zgi_arena_reset(f->arena);
    assert_int_equal(ZG_OK, zgi_text_run(&f->dict, f->chrome, (const uint8_t *)s, strlen(s), false,
                                         f->arena, &text, NULL));
    char *out = zgi_arena_zalloc(f->arena, text.sentence_count + 1, 1);
    size_t n = 0;
    for (uint32_t k = 0; k < text.sentence_count; k++)
        if (text.sentences[k].first)
            out[n++] = "bhc"[text.sentences[k].zone];
    return out;
}

static void lines_of_chrome(void **state)
{
    static const char *const lines[] = {
        "违法和不良信息举报电话：0700-8400000",
        "扫一扫，关注临江发布",
        "临江日报社版权所有 未经许可不得转载",
        "本网注明来源为“临江网”的作品，版权均属临江网。",
        "新闻热线：0700-8400000　投稿邮箱：news@example.cn",
        "某ICP备10000000号-1",
        "上一篇：全市春耕现场会召开",
        "【打印】",
        "分享到：",
    };
    for (size_t k = 0; k < sizeof lines / sizeof lines[0]; k++) {
        if (strcmp("c", zones(*state, lines[k])) != 0)
            fail_msg("not chrome: %s", lines[k]);
    }
}

static void lines_that_must_stay(void **state)
{
    static const char *const lines[] = {
        "责任编辑：周文远",
        "来源：临江日报客户端",
        "编辑：周文远 审核：何建民 新闻热线：8400000",
        "市民可拨打举报电话反映问题。",
        "记者从市纪委监委官方微信公众号获悉，该县县长何远接受审查调查。",
        "市委宣传部部长何远说，要办好客户端、视频号、公众号。",
        "何远，男，汉族，微信公众号“临江发布”主编。",
        "县委副书记何远介绍，群众扫描二维码即可参加。",
        "联系人：何远 联系电话：0700-8400000",
        "局长：何远",
        "大会由何远主持",
        "首页介绍了县长何远的简历",
        "关注民生 县长何远走访社区",
        "收藏家协会会长何远",
    };
    for (size_t k = 0; k < sizeof lines / sizeof lines[0]; k++) {
        if (strcmp("b", zones(*state, lines[k])) != 0)
            fail_msg("lost: %s", lines[k]);
    }
}

static void a_block_of_links(void **state)
{
    assert_string_equal("hbcccb", zones(*state, "春耕现场会召开\n县长何远到会。\n相关新闻\n"
                                                "  • 临江网微信\n  • 全市春耕现场会明日召开\n"
                                                "本报记者何远昨日获悉，新路通车。\n"));
    assert_string_equal("hbccb", zones(*state, "春耕现场会召开\n县长何远到会。\n相关阅读：\n"
                                               "又是一年春耕时\n责任编辑：周文远"));
}

static void a_paragraph_is_never_chrome(void **state)
{
    char text[4096] = "";
    for (int k = 0; k < 12; k++)
        strcat(text, "未经许可不得转载，版权所有，举报电话");
    assert_string_equal("b", zones(*state, text));
}

static void the_headline_follows_chrome(void **state)
{
    assert_string_equal("chb", zones(*state, "短信通道：1800000 违法和不良信息举报：8400000\n"
                                             "临江县选出新县长\n何远当选县长。"));
}

static void without_a_table(void **state)
{
    fixture *f = *state;
    zgi_dict_view bare = f->dict;
    zgi_chrome *none = NULL;
    bare.table_words = 0;
    assert_int_equal(ZG_OK, zgi_chrome_new(&bare, f->keep, &none));
    f->chrome = none;
    assert_string_equal("b", zones(f, "扫一扫"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_of_chrome, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_that_must_stay, setup, teardown),
        cmocka_unit_test_setup_teardown(a_block_of_links, setup, teardown),
        cmocka_unit_test_setup_teardown(a_paragraph_is_never_chrome, setup, teardown),
        cmocka_unit_test_setup_teardown(the_headline_follows_chrome, setup, teardown),
        cmocka_unit_test_setup_teardown(without_a_table, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
