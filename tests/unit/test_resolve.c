/* The document room: organisations completed, with the built-in dictionary's places and tables. The
 * texts and their officials are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "resolve_world.h"

static void empty_document(void **state)
{
    (void)state;
    world *w = make("");
    assert_int_equal(run(w), ZG_OK);
    assert_int_equal(w->facts.fact_count, 0);
    assert_int_equal(w->facts.person_count, 0);
    assert_null(w->facts.place_name);
    done(w);
}

static void home_answers_level_words(void **state)
{
    (void)state;
    world *w = make("荆州市召开工业大会。荆州市各县市参加。市委书记韦若川说，要抓项目。");
    place(w, "荆州市", 0);
    place(w, "荆州市", 1);
    zgi_span o = org(w, "市委", 0, ZGI_K_PARTY, NULL, NULL);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "书记", 0), "书记", o, ZGI_K_PARTY, ZGI_K_PARTY);
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "韦若川", "书记");
    assert_string_equal(f->org_text, "市委");
    assert_string_equal(f->org_full, "荆州市委");
    assert_string_equal(f->org_code, "421000");
    assert_string_equal(f->org_kind, "party");
    assert_string_equal(f->rank, "厅局级正职");
    assert_int_equal(f->org_by, ZGI_BY_STATED);
    assert_string_equal(w->facts.place_name, "荆州市");
    assert_string_equal(w->facts.place_code, "421000");
    done(w);
}

static void same_sentence_wins_over_home(void **state)
{
    (void)state;
    world *w = make("荆州市荆州市荆州市。黄石市委常委，市政府副市长韦若川来访。");
    for (int i = 0; i < 3; i++)
        place(w, "荆州市", i);
    org(w, "黄石市委", 0, ZGI_K_PARTY, "黄石市", "黄石市");
    zgi_span o = org(w, "市政府", 0, ZGI_K_GOVERNMENT, NULL, NULL);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "副市长", 0), "市长", o, ZGI_K_GOVERNMENT,
          ZGI_K_GOVERNMENT | ZGI_K_REGION);
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(fact(w, "韦若川", "副市长")->org_full, "黄石市政府");
    done(w);
}

static void bare_head_of_a_place(void **state)
{
    (void)state;
    world *w = make("公安县召开大会。公安县委副书记、县长韦若川出席。");
    place(w, "公安县", 0);
    zgi_span o = org(w, "公安县委", 0, ZGI_K_PARTY, "公安县", "公安县");
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "副书记", 0), "书记", o, ZGI_K_PARTY, ZGI_K_PARTY);
    zgi_draft *d =
        draft(w, "韦若川", find(w, "县长", 0), "县长", no_span, 0, ZGI_K_REGION | ZGI_K_GOVERNMENT);
    d->parent = o;
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "韦若川", "县长");
    assert_null(f->org_text);
    assert_string_equal(f->org_full, "公安县");
    assert_string_equal(f->org_code, "421022");
    assert_int_equal(f->org_by, ZGI_BY_CONTEXT);
    assert_string_equal(f->rank, "县处级正职");
    f = fact(w, "韦若川", "副书记");
    assert_int_equal(f->grade_count, 1);
    assert_string_equal(f->grades[0], "副");
    assert_string_equal(f->rank, "县处级副职");
    done(w);
}

static void no_place_no_guess(void **state)
{
    (void)state;
    world *w = make("市委书记韦若川说，要抓项目。");
    zgi_span o = org(w, "市委", 0, ZGI_K_PARTY, NULL, NULL);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "书记", 0), "书记", o, ZGI_K_PARTY, ZGI_K_PARTY);
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "韦若川", "书记");
    assert_string_equal(f->org_full, "市委");
    assert_null(f->org_code);
    assert_null(w->facts.place_name);
    assert_null(f->rank);
    assert_true(f->confidence < 90);
    done(w);
}

static void company_reference(void **state)
{
    (void)state;
    world *w = make(
        "江汉晨光机械股份有限公司发布公告。韦若川辞去公司董事职务。公司业务部经理祁连山到会。");
    org(w, "江汉晨光机械股份有限公司", 0, ZGI_K_COMPANY, NULL, NULL);
    zgi_span a = org(w, "公司", 1, ZGI_K_COMPANY, NULL, NULL);
    zgi_span b = org(w, "公司业务部", 0, ZGI_K_DEPARTMENT, NULL, NULL);
    mention(w, "韦若川", 0);
    mention(w, "祁连山", 0);
    draft(w, "韦若川", find(w, "董事", 0), "董事", a, ZGI_K_COMPANY, ZGI_K_COMPANY);
    draft(w, "祁连山", find(w, "经理", 0), "经理", b, ZGI_K_DEPARTMENT,
          ZGI_K_COMPANY | ZGI_K_DEPARTMENT);
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(fact(w, "韦若川", "董事")->org_text, "公司");
    assert_string_equal(fact(w, "韦若川", "董事")->org_full, "江汉晨光机械股份有限公司");
    assert_string_equal(fact(w, "祁连山", "经理")->org_full, "江汉晨光机械股份有限公司业务部");
    done(w);
}

static void partial_under_parent(void **state)
{
    (void)state;
    world *w =
        make("荆州市开会。市委常委、宣传部部长韦若川，公安县政府副县长、公安局局长祁连山出席。");
    place(w, "荆州市", 0);
    zgi_span a = org(w, "市委", 0, ZGI_K_PARTY, NULL, NULL);
    const uint32_t partial = (uint32_t)ZGI_F_PARTIAL;
    zgi_span b = org(w, "宣传部", 0, ZGI_K_PARTY | partial, NULL, NULL);
    zgi_span c = org(w, "公安县政府", 0, ZGI_K_GOVERNMENT, "公安县", "公安县");
    zgi_span e = org(w, "公安局", 0, ZGI_K_GOVERNMENT | ZGI_K_POLICE | partial, NULL, NULL);
    mention(w, "韦若川", 0);
    mention(w, "祁连山", 0);
    draft(w, "韦若川", find(w, "部长", 0), "部长", b, ZGI_K_PARTY | partial, ZGI_K_PARTY)->parent =
        a;
    draft(w, "祁连山", find(w, "局长", 0), "局长", e, ZGI_K_POLICE | partial, ZGI_K_POLICE)
        ->parent = c;
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(fact(w, "韦若川", "部长")->org_full, "荆州市委宣传部");
    assert_string_equal(fact(w, "祁连山", "局长")->org_full, "公安县公安局");
    assert_string_equal(fact(w, "祁连山", "局长")->org_code, "421022");
    done(w);
}

static void units_beside_each_other(void **state)
{
    (void)state;
    world *w = make("韦若川历任云岭市委宣传部研究室副主任，文明创建处处长。云岭市委宣传部开会。");
    const uint32_t partial = (uint32_t)ZGI_F_PARTIAL;
    zgi_span a = org(w, "云岭市委宣传部研究室", 0, ZGI_K_DEPARTMENT, NULL, NULL);
    zgi_span b = org(w, "文明创建处", 0, ZGI_K_DEPARTMENT | partial, NULL, NULL);
    org(w, "云岭市委宣传部", 1, ZGI_K_PARTY | ZGI_K_DEPARTMENT, NULL, NULL);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "副主任", 0), "主任", a, ZGI_K_DEPARTMENT, ZGI_K_DEPARTMENT);
    draft(w, "韦若川", find(w, "处长", 0), "处长", b, ZGI_K_DEPARTMENT | partial, ZGI_K_DEPARTMENT)
        ->parent = a;
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(fact(w, "韦若川", "处长")->org_full, "云岭市委宣传部文明创建处");
    done(w);
}

/* The county that the document names goes before a township written alone; 甲镇 in a text that names
 * no county stays as it is. */
static void township_with_its_county(void **state)
{
    (void)state;
    world *w = make("石首市召开大会。东升镇党委书记韦若川说。");
    place(w, "石首市", 0);
    place(w, "东升镇", 0);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "党委书记", 0), "书记", find(w, "东升镇", 0), ZGI_K_REGION,
          ZGI_K_PARTY | ZGI_K_REGION);
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "韦若川", "党委书记");
    assert_string_equal(f->org_text, "东升镇");
    assert_string_equal(f->org_full, "石首市东升镇");
    assert_string_equal(f->org_code, "421081106");
    done(w);
    w = make("东升镇党委书记韦若川说。");
    place(w, "东升镇", 0);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "党委书记", 0), "书记", find(w, "东升镇", 0), ZGI_K_REGION,
          ZGI_K_PARTY | ZGI_K_REGION);
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(fact(w, "韦若川", "党委书记")->org_full, "东升镇");
    assert_null(fact(w, "韦若川", "党委书记")->org_code);
    done(w);
}

/* 中方 is a county and a word: said alone it makes no home. */
static void short_county_is_no_home(void **state)
{
    (void)state;
    world *w = make("中方愿与邻国共同出力。中方表示，中方支持对话。");
    for (int i = 0; i < 3; i++)
        place(w, "中方", i);
    assert_int_equal(run(w), ZG_OK);
    assert_null(w->facts.place_name);
    done(w);
}

static void chain_of_persons_shares(void **state)
{
    (void)state;
    world *w = make("云岭作家协会主席韦若川、副主席祁连山到会。");
    zgi_span o = org(w, "云岭作家协会", 0, ZGI_K_ASSOCIATION, NULL, NULL);
    mention(w, "韦若川", 0);
    mention(w, "祁连山", 0);
    const uint32_t kinds = ZGI_K_ASSOCIATION | ZGI_K_CPPCC;
    draft(w, "韦若川", find(w, "主席", 0), "主席", o, ZGI_K_ASSOCIATION, kinds);
    draft(w, "祁连山", find(w, "副主席", 0), "主席", no_span, 0, kinds);
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "祁连山", "副主席");
    assert_null(f->org_text);
    assert_string_equal(f->org_full, "云岭作家协会");
    assert_int_equal(f->org_by, ZGI_BY_SHARED);
    done(w);
}

static void posts_of_the_state_and_of_countries(void **state)
{
    (void)state;
    world *w = make("国家主席韦若川会见捷克人民党主席、总统祁连山。");
    country(w, "捷克", 0);
    zgi_span o = org(w, "捷克人民党", 0, ZGI_K_ASSOCIATION, NULL, NULL);
    mention(w, "韦若川", 0);
    mention(w, "祁连山", 0);
    draft(w, "韦若川", find(w, "国家主席", 0), "国家主席", no_span, 0, (uint32_t)ZGI_F_SOLO);
    draft(w, "祁连山", find(w, "主席", 1), "主席", o, ZGI_K_ASSOCIATION, ZGI_K_ASSOCIATION);
    draft(w, "祁连山", find(w, "总统", 0), "总统", no_span, 0, ZGI_K_REGION);
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(fact(w, "韦若川", "国家主席")->org_full, "中国");
    assert_string_equal(fact(w, "祁连山", "总统")->org_full, "捷克");
    assert_null(fact(w, "祁连山", "总统")->org_code);
    done(w);
}

static void the_fuller_of_two_stays(void **state)
{
    (void)state;
    world *w = make("任命韦若川为思茅区委书记。区委书记韦若川讲话。书记韦若川再次讲话。");
    zgi_span a = org(w, "思茅区委", 0, ZGI_K_PARTY, "思茅区", "思茅区");
    zgi_span b = org(w, "区委", 1, ZGI_K_PARTY, NULL, NULL);
    for (int i = 0; i < 3; i++)
        mention(w, "韦若川", i);
    zgi_draft *d = draft(w, "韦若川", find(w, "书记", 0), "书记", a, ZGI_K_PARTY, ZGI_K_PARTY);
    d->status = ZGI_S_APPOINTED;
    d->event = find(w, "任命", 0);
    d->event_type = ZGI_EV_APPOINT;
    draft(w, "韦若川", find(w, "书记", 1), "书记", b, ZGI_K_PARTY, ZGI_K_PARTY);
    draft(w, "韦若川", find(w, "书记", 2), "书记", no_span, 0, ZGI_K_PARTY);
    assert_int_equal(run(w), ZG_OK);
    assert_int_equal(w->facts.fact_count, 1);
    assert_string_equal(w->facts.facts[0].org_text, "思茅区委");
    assert_int_equal(w->facts.facts[0].status, ZGI_S_APPOINTED);
    assert_int_equal(w->facts.person_count, 1);
    assert_int_equal(w->facts.persons[0].mention_count, 3);
    assert_int_equal(w->facts.persons[0].fact_count, 1);
    done(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_document),
        cmocka_unit_test(home_answers_level_words),
        cmocka_unit_test(same_sentence_wins_over_home),
        cmocka_unit_test(bare_head_of_a_place),
        cmocka_unit_test(no_place_no_guess),
        cmocka_unit_test(company_reference),
        cmocka_unit_test(partial_under_parent),
        cmocka_unit_test(units_beside_each_other),
        cmocka_unit_test(township_with_its_county),
        cmocka_unit_test(short_county_is_no_home),
        cmocka_unit_test(chain_of_persons_shares),
        cmocka_unit_test(posts_of_the_state_and_of_countries),
        cmocka_unit_test(the_fuller_of_two_stays),
    };
    return cmocka_run_group_tests_name("resolve", tests, world_dict, NULL);
}
