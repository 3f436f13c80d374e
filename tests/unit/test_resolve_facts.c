/* The document room: persons, dates, profiles, limits. Texts and officials are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "resolve_world.h"

static void resume_line_takes_the_topic(void **state)
{
    (void)state;
    world *w = make("韦若川，男，回族，1965年8月生，湖北公安人，中共党员。\n"
                    "2016.05—2018.03，任云岭县教育局局长；\n2018.03—至今，任云岭县政协主席。\n");
    zgi_span a = org(w, "云岭县教育局", 0, ZGI_K_GOVERNMENT, NULL, NULL);
    zgi_span b = org(w, "云岭县政协", 0, ZGI_K_CPPCC, NULL, NULL);
    place(w, "湖北", 0);
    mention(w, "韦若川", 0);
    draft(w, NULL, find(w, "局长", 0), "局长", a, ZGI_K_GOVERNMENT, ZGI_K_GOVERNMENT);
    draft(w, NULL, find(w, "主席", 0), "主席", b, ZGI_K_CPPCC, ZGI_K_CPPCC);
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "韦若川", "局长");
    assert_true(f->has_period);
    assert_string_equal(f->period_start, "2016-05");
    assert_string_equal(f->period_end, "2018-03");
    f = fact(w, "韦若川", "主席");
    assert_string_equal(f->period_start, "2018-03");
    assert_null(f->period_end);
    const zgi_person *p = &w->facts.persons[0];
    assert_true(p->has_profile);
    assert_string_equal(p->gender, "男");
    assert_string_equal(p->ethnicity, "回族");
    assert_string_equal(p->born, "1965-08");
    assert_string_equal(p->native_place, "湖北公安");
    done(w);
}

/* Dated posts of a career are past when a later one is told; a telling as of now stands. */
static void dated_posts_are_past(void **state)
{
    (void)state;
    world *w =
        make("现任云岭县政协主席韦若川。韦若川2010年任云岭县教育局局长，次年任云岭县财政局局长，"
             "2019年任云岭县政协主席。祁连山2019年任云岭县医院院长。");
    zgi_span a = org(w, "云岭县政协", 0, ZGI_K_CPPCC, NULL, NULL);
    zgi_span b = org(w, "云岭县教育局", 0, ZGI_K_GOVERNMENT, NULL, NULL);
    zgi_span c = org(w, "云岭县财政局", 0, ZGI_K_GOVERNMENT, NULL, NULL);
    zgi_span d = org(w, "云岭县政协", 1, ZGI_K_CPPCC, NULL, NULL);
    zgi_span e = org(w, "云岭县医院", 0, ZGI_K_HOSPITAL, NULL, NULL);
    mention(w, "韦若川", 0);
    mention(w, "韦若川", 1);
    mention(w, "祁连山", 0);
    draft(w, "韦若川", find(w, "主席", 0), "主席", a, ZGI_K_CPPCC, ZGI_K_CPPCC);
    zgi_draft *made[] = {
        draft(w, "韦若川", find(w, "局长", 0), "局长", b, ZGI_K_GOVERNMENT, ZGI_K_GOVERNMENT), NULL,
        NULL, NULL};
    made[0]->status = ZGI_S_APPOINTED;
    made[1] = draft(w, "韦若川", find(w, "局长", 1), "局长", c, ZGI_K_GOVERNMENT, ZGI_K_GOVERNMENT);
    made[1]->status = ZGI_S_APPOINTED;
    made[2] = draft(w, "韦若川", find(w, "主席", 1), "主席", d, ZGI_K_CPPCC, ZGI_K_CPPCC);
    made[2]->status = ZGI_S_APPOINTED;
    made[3] = draft(w, "祁连山", find(w, "院长", 0), "院长", e, ZGI_K_HOSPITAL, ZGI_K_HOSPITAL);
    made[3]->status = ZGI_S_APPOINTED;
    assert_int_equal(run(w), ZG_OK);
    assert_int_equal(fact(w, "韦若川", "主席")->status, ZGI_S_CURRENT);
    assert_int_equal(fact(w, "祁连山", "院长")->status, ZGI_S_APPOINTED);
    uint32_t past = 0;
    for (uint32_t i = 0; i < w->facts.fact_count; i++)
        past += w->facts.facts[i].status == ZGI_S_FORMER;
    assert_int_equal(past, 2);
    assert_int_equal(w->facts.fact_count, 4);
    done(w);
}

static void no_topic_no_fact(void **state)
{
    (void)state;
    world *w = make("2016.05，任云岭县教育局局长。");
    zgi_span a = org(w, "云岭县教育局", 0, ZGI_K_GOVERNMENT, NULL, NULL);
    draft(w, NULL, find(w, "局长", 0), "局长", a, ZGI_K_GOVERNMENT, ZGI_K_GOVERNMENT);
    assert_int_equal(run(w), ZG_OK);
    assert_int_equal(w->facts.fact_count, 0);
    done(w);
}

static void dates_of_document_and_event(void **state)
{
    (void)state;
    world *w =
        make("来源：云岭日报客户端 2021-12-07\n昨日，云岭县人大常委会决定任命韦若川为副县长。\n");
    zgi_span o = org(w, "云岭县人大常委会", 0, ZGI_K_CONGRESS, NULL, NULL);
    (void)o;
    mention(w, "韦若川", 0);
    zgi_draft *d = draft(w, "韦若川", find(w, "副县长", 0), "县长", no_span, 0, ZGI_K_REGION);
    d->event = find(w, "任命", 0);
    d->event_type = ZGI_EV_APPOINT;
    d->status = ZGI_S_APPOINTED;
    assert_int_equal(run(w), ZG_OK);
    assert_string_equal(w->facts.date, "2021-12-07");
    assert_string_equal(w->facts.source, "云岭日报客户端");
    const zgi_fact *f = fact(w, "韦若川", "副县长");
    assert_string_equal(f->event_date, "2021-12-06");
    assert_string_equal(f->event_by, "云岭县人大常委会");
    done(w);
}

static void source_at_the_head(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"云岭日报讯 昨日，大会召开。", "云岭日报"},
        {"云岭网（云岭日报网）讯（记者 韦若川）大会召开。", "云岭网"},
        {"云岭日报客户端8月11日讯 大会召开。", "云岭日报客户端"},
        {"新华社北京12月3日电 大会召开。", "新华社"},
        {"大会召开。凡注明“来源：云岭网”的作品，不得转载。", NULL},
        {"通讯员韦若川报道，大会召开。", NULL},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        world *w = make(texts[i][0]);
        assert_int_equal(run(w), ZG_OK);
        if (texts[i][1] == NULL)
            assert_null(w->facts.source);
        else
            assert_string_equal(w->facts.source, texts[i][1]);
        done(w);
    }
}

static void chain_decides_which_township(void **state)
{
    (void)state;
    world *w = make("石首市东升镇党委书记韦若川说。");
    zgi_org o = {.at = find(w, "石首市东升镇", 0),
                 .kinds = ZGI_K_REGION,
                 .place = find(w, "石首市东升镇", 0),
                 .unit_end = ZGI_NONE};
    o.place_data = place_data(w, find(w, "东升镇", 0));
    assert_true(ZGI_PUSH(w->arena, &w->places, o));
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "党委书记", 0), "书记", o.at, ZGI_K_REGION,
          ZGI_K_PARTY | ZGI_K_REGION);
    assert_int_equal(run(w), ZG_OK);
    const zgi_fact *f = fact(w, "韦若川", "党委书记");
    assert_string_equal(f->org_full, "石首市东升镇");
    assert_string_equal(f->org_code, "421081106");
    assert_string_equal(f->rank, "乡科级正职");
    done(w);
}

static void names_with_blanks_and_variants_are_one(void **state)
{
    (void)state;
    world *w = make("韦若川到会。韦 若 川讲话。");
    mention(w, "韦若川", 0);
    mention(w, "韦 若 川", 0);
    assert_int_equal(run(w), ZG_OK);
    assert_int_equal(w->facts.person_count, 1);
    assert_string_equal(w->facts.persons[0].name, "韦若川");
    assert_int_equal(w->facts.persons[0].mention_count, 2);
    done(w);
}

static void bad_bytes_end_a_name(void **state)
{
    (void)state;
    world *w = make("韦若川\xff到会。");
    assert_int_equal(run(w), ZG_OK);
    assert_int_equal(w->facts.fact_count, 0);
    done(w);
}

static void dump_is_one_object(void **state)
{
    (void)state;
    world *w = make("韦若川到会。");
    mention(w, "韦若川", 0);
    assert_int_equal(run(w), ZG_OK);
    zgi_json j;
    zgi_json_init(&j, w->arena);
    assert_int_equal(zgi_resolve_dump(&w->text, &w->facts, &j), ZG_OK);
    assert_true(j.len > 2 && j.data[0] == '{' && j.data[j.len - 1] == '}');
    j.data[j.len - 1] = 0;
    assert_non_null(strstr(j.data, "\"persons\":1"));
    done(w);
}

/* An allocator that gives `left` pieces and then nothing. */
static void *scarce_alloc(size_t size, void *ctx)
{
    int *left = ctx;
    return (*left)-- > 0 ? malloc(size) : NULL;
}
static void *scarce_resize(void *p, size_t old_size, size_t new_size, void *ctx)
{
    (void)old_size;
    int *left = ctx;
    return (*left)-- > 0 ? realloc(p, new_size) : NULL;
}
static void scarce_release(void *p, size_t size, void *ctx)
{
    (void)size;
    (void)ctx;
    free(p);
}

static void memory_that_ends_is_a_status(void **state)
{
    (void)state;
    world *w = make("荆州市召开大会。市委书记韦若川说。");
    place(w, "荆州市", 0);
    zgi_span o = org(w, "市委", 0, ZGI_K_PARTY, NULL, NULL);
    mention(w, "韦若川", 0);
    draft(w, "韦若川", find(w, "书记", 0), "书记", o, ZGI_K_PARTY, ZGI_K_PARTY);
    zgi_resolve_words *words = NULL;
    assert_int_equal(zgi_resolve_words_new(world_view(), w->arena, &words), ZG_OK);
    zgi_resolve_in in = {world_view(), words,    &w->text,  &w->drafts,
                         &w->mentions, &w->orgs, &w->places};
    zg_status s = ZG_E_MEMORY;
    int tries = 0;
    for (; tries < 200 && s != ZG_OK; tries++) {
        int left = tries;
        zg_allocator scarce = {sizeof scarce, scarce_alloc, scarce_resize, scarce_release, &left};
        zgi_arena *small = NULL;
        zgi_facts facts;
        if (zgi_arena_new(&scarce, 64, &small) != ZG_OK)
            continue;
        s = zgi_resolve_run(&in, small, &facts);
        assert_true(s == ZG_OK || s == ZG_E_MEMORY);
        zgi_arena_free(small);
    }
    assert_int_equal(s, ZG_OK);
    assert_true(tries > 3);
    done(w);
}

/* 100,000 mentions of 50,000 names: work must grow with the text, not with its square. */
static void many_mentions(void **state)
{
    (void)state;
    enum { MANY = 100000, NAME = 4 };
    char *text = malloc((size_t)MANY * (NAME + 3) + 1), *p = text;
    assert_non_null(text);
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t who = i % 50000;
        for (int k = 0; k < NAME; k++, who /= 26)
            *p++ = (char)('a' + who % 26);
        memcpy(p, "。", 3);
        p += 3;
    }
    *p = 0;
    world *w = make(text);
    for (uint32_t i = 0; i < MANY; i++) {
        zgi_mention m = {{i * (NAME + 1), i * (NAME + 1) + NAME}, 0, ZGI_NF_HAN, true};
        assert_true(ZGI_PUSH(w->arena, &w->mentions, m));
    }
    clock_t from = clock();
    assert_int_equal(run(w), ZG_OK);
    assert_true((double)(clock() - from) / CLOCKS_PER_SEC < 5.0);
    assert_int_equal(w->facts.person_count, 50000);
    assert_int_equal(w->facts.persons[0].mention_count, 2);
    done(w);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resume_line_takes_the_topic),
        cmocka_unit_test(dated_posts_are_past),
        cmocka_unit_test(no_topic_no_fact),
        cmocka_unit_test(dates_of_document_and_event),
        cmocka_unit_test(source_at_the_head),
        cmocka_unit_test(chain_decides_which_township),
        cmocka_unit_test(names_with_blanks_and_variants_are_one),
        cmocka_unit_test(bad_bytes_end_a_name),
        cmocka_unit_test(dump_is_one_object),
        cmocka_unit_test(memory_that_ends_is_a_status),
        cmocka_unit_test(many_mentions),
    };
    return cmocka_run_group_tests_name("resolve_facts", tests, world_dict, NULL);
}
