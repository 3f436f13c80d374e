/* The public API: a session that has read a document before asks the allocator for nothing but the
 * result's own memory, and gives the result's back with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "zhiguan.h"

static const char *const documents[] = {
    "公安县章庄铺镇党委书记何远表示，要抓好春耕。",
    "任命江晓岚为澜溪县副县长；免去祝明远的澜溪县水利局局长职务。\n记者 管思齐",
    "雨后的山谷里，茶香随风飘散，远处的公路像一条丝带绕过村庄。",
    "努尔·白克力说，3.5%的增长来之不易。",
    "",
};
#define DOCUMENTS   (sizeof documents / sizeof documents[0])

/* What a result is made of: its struct, its arena and the arena's first piece. */
#define RESULT_ASKS 3u

typedef struct counter {
    size_t live, asked;
} counter;

static void *count_alloc(size_t size, void *ctx)
{
    counter *c = ctx;
    c->live++;
    c->asked++;
    return malloc(size);
}

static void count_release(void *p, size_t size, void *ctx)
{
    (void)size;
    ((counter *)ctx)->live--;
    free(p);
}

static void *count_resize(void *p, size_t old_size, size_t new_size, void *ctx)
{
    (void)old_size;
    ((counter *)ctx)->asked++;
    return realloc(p, new_size);
}

static void read_all(zg_session *session, counter *c, size_t *live, size_t *most)
{
    zg_result *results[DOCUMENTS];
    *live = c->live;
    *most = 0;
    for (size_t k = 0; k < DOCUMENTS; k++) {
        size_t before = c->asked;
        assert_int_equal(
            ZG_OK, zg_extract(session, documents[k], strlen(documents[k]), &results[k], NULL));
        *most = c->asked - before > *most ? c->asked - before : *most;
    }
    for (size_t k = 0; k < DOCUMENTS; k++)
        zg_result_free(results[k]);
    *live = c->live - *live; /* what stays with the session */
}

static void a_warm_session_asks_for_results_only(void **state)
{
    (void)state;
    counter c = {0, 0};
    zg_allocator hook = {sizeof hook, count_alloc, count_resize, count_release, &c};
    zg_dict *dict;
    zg_session *session;
    size_t live, most;
    assert_int_equal(ZG_OK, zg_dict_builtin(&hook, &dict, NULL));
    assert_int_equal(ZG_OK, zg_session_new(dict, NULL, &session, NULL));
    read_all(session, &c, &live, &most);
    for (int round = 0; round < 3; round++) {
        read_all(session, &c, &live, &most);
        assert_int_equal(live, 0);
        assert_true(most <= RESULT_ASKS);
    }
    zg_session_free(session);
    zg_dict_close(dict);
    assert_int_equal(c.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_warm_session_asks_for_results_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
