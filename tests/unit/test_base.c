/* The floor: arena, growable arrays, errors, checked sizes, JSON writer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/base.h"

/* An allocator that counts and can refuse; it gives pieces that are aligned to 8 bytes only. */
typedef struct counter {
    size_t calls, live, refuse_after;
} counter;

static void *count_alloc(size_t size, void *ctx)
{
    counter *c = ctx;
    if (c->calls >= c->refuse_after)
        return NULL;
    c->calls++;
    size_t *p = malloc(size + 8);
    if (p == NULL)
        return NULL;
    p[0] = size;
    c->live += size;
    return p + 1;
}

static void count_release(void *p, size_t size, void *ctx)
{
    counter *c = ctx;
    size_t *head = (size_t *)p - 1;
    assert_int_equal(head[0], size);
    c->live -= size;
    free(head);
}

static zg_allocator counting(counter *c)
{
    *c = (counter){0, 0, SIZE_MAX};
    return (zg_allocator){sizeof(zg_allocator), count_alloc, NULL, count_release, c};
}

static void arena_aligns_and_keeps(void **state)
{
    (void)state;
    counter c;
    zg_allocator hooks = counting(&c);
    zgi_arena *a;
    assert_int_equal(zgi_arena_new(&hooks, 0, &a), ZG_OK);
    unsigned char *pieces[200];
    for (size_t k = 0; k < 200; k++) {
        pieces[k] = zgi_arena_alloc(a, k * 7);
        assert_non_null(pieces[k]);
        assert_int_equal((uintptr_t)pieces[k] % 16, 0);
        memset(pieces[k], (int)k, k * 7);
    }
    for (size_t k = 0; k < 200; k++)
        for (size_t i = 0; i < k * 7; i++)
            assert_int_equal(pieces[k][i], (unsigned char)k);
    assert_true(zgi_arena_used(a) >= 199 * 200 / 2 * 7);
    zgi_arena_free(a);
    assert_int_equal(c.live, 0);
}

static void arena_asks_nothing_when_warm(void **state)
{
    (void)state;
    counter c;
    zg_allocator hooks = counting(&c);
    zgi_arena *a;
    assert_int_equal(zgi_arena_new(&hooks, 4096, &a), ZG_OK);
    size_t first = 0;
    for (int round = 0; round < 5; round++) {
        for (size_t k = 0; k < 1000; k++)
            assert_non_null(zgi_arena_alloc(a, 100 + k % 50 * 40));
        if (round == 0)
            first = c.calls;
        assert_int_equal(c.calls, first);
        zgi_arena_reset(a);
        assert_int_equal(zgi_arena_used(a), 0);
    }
    zgi_arena_free(a);
    assert_int_equal(c.live, 0);
}

static void arena_stays_usable_when_memory_is_out(void **state)
{
    (void)state;
    counter c;
    zg_allocator hooks = counting(&c);
    zgi_arena *a;
    assert_int_equal(zgi_arena_new(&hooks, 1024, &a), ZG_OK);
    c.refuse_after = c.calls;
    assert_null(zgi_arena_alloc(a, 100000));
    assert_non_null(zgi_arena_alloc(a, 100));
    assert_null(zgi_arena_alloc(a, SIZE_MAX));
    assert_null(zgi_arena_alloc(a, SIZE_MAX - 40));
    assert_null(zgi_arena_zalloc(a, SIZE_MAX / 2, 3));
    zgi_arena_free(a);
    zgi_arena_free(NULL);
    for (size_t k = 0; k < 2; k++) {
        counter d;
        zg_allocator refusing = counting(&d);
        d.refuse_after = k;
        assert_int_equal(zgi_arena_new(&refusing, 1024, &a), ZG_E_MEMORY);
        assert_null(a);
        assert_int_equal(d.live, 0);
    }
}

static void arena_clears_and_copies(void **state)
{
    (void)state;
    zgi_arena *a;
    assert_int_equal(zgi_arena_new(NULL, 1024, &a), ZG_OK);
    memset(zgi_arena_alloc(a, 512), 0xff, 512);
    zgi_arena_reset(a);
    const unsigned char *zero = zgi_arena_zalloc(a, 64, 8);
    for (size_t k = 0; k < 512; k++)
        assert_int_equal(zero[k], 0);
    assert_string_equal(zgi_arena_strndup(a, "局长王敏", 6), "局长");
    assert_string_equal(zgi_arena_strndup(a, NULL, 0), "");
    zgi_arena_free(a);
}

static void arrays_grow(void **state)
{
    (void)state;
    struct {
        uint32_t *items, count, cap;
    } v = {NULL, 0, 0};
    zgi_arena *a;
    assert_int_equal(zgi_arena_new(NULL, 1024, &a), ZG_OK);
    for (uint32_t k = 0; k < 5000; k++)
        assert_true(ZGI_PUSH(a, &v, k * 3));
    assert_int_equal(v.count, 5000);
    for (uint32_t k = 0; k < 5000; k++)
        assert_int_equal(v.items[k], k * 3);
    uint32_t cap = UINT32_MAX / 2 + 1;
    assert_false(zgi_grow(a, (void **)&v.items, &cap, v.count, sizeof *v.items));
    zgi_arena_free(a);
}

static void errors_say_what_and_where(void **state)
{
    (void)state;
    zg_error err = ZG_ERROR_INIT;
    char number[ZGI_UTOA_SIZE];
    zg_status status = zgi_fail(&err, ZG_E_READ, 3, 70, "a", zgi_utoa(12, number), "z", NULL);
    assert_int_equal(status, ZG_E_READ);
    assert_int_equal(err.code, ZG_E_READ);
    assert_int_equal(err.line, 3);
    assert_int_equal(err.offset, 70);
    assert_string_equal(err.detail, "a12z");
    assert_int_equal(zgi_fail(NULL, ZG_E_OPEN, 0, 0, "x", NULL), ZG_E_OPEN);
    char text[400] = "";
    for (int k = 0; k < 100; k++)
        strcat(text, "局");
    zgi_fail(&err, ZG_E_OPEN, 0, 0, "a", text, "more", NULL);
    assert_int_equal(strlen(err.detail),
                     1 + 84 * 3); /* 255 has room for 84 characters and 2 bytes */
    assert_string_equal(zgi_utoa(0, number), "0");
    assert_string_equal(zgi_utoa(UINT64_MAX, number), "18446744073709551615");
}

static void sizes_do_not_overflow(void **state)
{
    (void)state;
    size_t out = 0;
    assert_true(zgi_size_mul(3, 4, &out));
    assert_int_equal(out, 12);
    assert_true(zgi_size_mul(SIZE_MAX, 1, &out));
    assert_false(zgi_size_mul(SIZE_MAX / 2 + 1, 2, &out));
    assert_true(zgi_size_mul(SIZE_MAX, 0, &out));
    assert_int_equal(out, 0);
    assert_true(zgi_size_add(SIZE_MAX - 1, 1, &out));
    assert_false(zgi_size_add(SIZE_MAX, 1, &out));
}

static void json_puts_commas_and_escapes(void **state)
{
    (void)state;
    zgi_arena *a;
    zgi_json j;
    assert_int_equal(zgi_arena_new(NULL, 1024, &a), ZG_OK);
    zgi_json_init(&j, a);
    zgi_json_open(&j, '{');
    zgi_json_key(&j, "name");
    zgi_json_string(&j, "王\"敏\\\n\t\r\b\f\x01\x7f");
    zgi_json_key(&j, "none");
    zgi_json_string(&j, NULL);
    zgi_json_key(&j, "list");
    zgi_json_open(&j, '[');
    zgi_json_uint(&j, 0);
    zgi_json_uint(&j, UINT64_MAX);
    zgi_json_open(&j, '[');
    zgi_json_close(&j, ']');
    zgi_json_bool(&j, true);
    zgi_json_bool(&j, false);
    zgi_json_null(&j);
    zgi_json_string_n(&j, "局长", 3);
    zgi_json_close(&j, ']');
    zgi_json_key(&j, "x");
    zgi_json_open(&j, '{');
    zgi_json_close(&j, '}');
    zgi_json_close(&j, '}');
    zgi_json_raw(&j, "\n", 1);
    static const char want[] =
        "{\"name\":\"王\\\"敏\\\\\\n\\t\\r\\b\\f\\u0001\\u007f\",\"none\":null,\"list\":"
        "[0,18446744073709551615,[],true,false,null,\"局\"],\"x\":{}}\n";
    assert_int_equal(j.len, sizeof want - 1);
    assert_memory_equal(j.data, want, j.len);
    assert_false(j.failed);
    zgi_arena_free(a);
}

static void json_grows_and_fails_once(void **state)
{
    (void)state;
    counter c;
    zg_allocator hooks = counting(&c);
    zgi_arena *a;
    zgi_json j;
    assert_int_equal(zgi_arena_new(&hooks, 1024, &a), ZG_OK);
    zgi_json_init(&j, a);
    for (uint64_t k = 0; k < 20000; k++)
        zgi_json_uint(&j, 7);
    assert_int_equal(j.len, 39999);
    assert_false(j.failed);
    c.refuse_after = c.calls;
    size_t before = 0;
    for (uint64_t k = 0; k < 200000 && !j.failed; k++) {
        before = j.len;
        zgi_json_uint(&j, 7);
    }
    assert_true(j.failed);
    size_t after = j.len;
    assert_true(after >= before);
    zgi_json_string(&j, "more");
    assert_int_equal(j.len, after);
    zgi_arena_free(a);
    assert_int_equal(c.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_aligns_and_keeps),
        cmocka_unit_test(arena_asks_nothing_when_warm),
        cmocka_unit_test(arena_stays_usable_when_memory_is_out),
        cmocka_unit_test(arena_clears_and_copies),
        cmocka_unit_test(arrays_grow),
        cmocka_unit_test(errors_say_what_and_where),
        cmocka_unit_test(sizes_do_not_overflow),
        cmocka_unit_test(json_puts_commas_and_escapes),
        cmocka_unit_test(json_grows_and_fails_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
