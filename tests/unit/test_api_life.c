/* The public API: how long things live, every way of opening a dictionary, output into a buffer
 * and a function, the trace, and an allocator that counts and fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dict/dict.h"
#include "zhiguan.h"

static const char sample[] = "公安县章庄铺镇党委书记何远表示，要抓好春耕。";

/* An allocator that knows what it gave: sizes must come back as they were asked for. */
typedef struct counter {
    size_t live, bytes, calls, fail_at; /* fail_at 0: never */
} counter;

static void *count_alloc(size_t size, void *ctx)
{
    counter *c = ctx;
    if (++c->calls == c->fail_at)
        return NULL;
    size_t *p = malloc(size + 16);
    if (p == NULL)
        return NULL;
    *p = size;
    c->live++;
    c->bytes += size;
    return (char *)p + 16;
}

static void count_release(void *p, size_t size, void *ctx)
{
    counter *c = ctx;
    size_t *head = (size_t *)(void *)((char *)p - 16);
    assert_int_equal(*head, size);
    c->live--;
    c->bytes -= size;
    free(head);
}

static void *count_resize(void *p, size_t old_size, size_t new_size, void *ctx)
{
    void *q = count_alloc(new_size, ctx);
    if (q != NULL && p != NULL) {
        memcpy(q, p, old_size < new_size ? old_size : new_size);
        count_release(p, old_size, ctx);
    }
    return q;
}

static zg_allocator counting(counter *c)
{
    return (zg_allocator){sizeof(zg_allocator), count_alloc, count_resize, count_release, c};
}

static zg_dict *builtin(const zg_allocator *allocator)
{
    zg_dict *dict = NULL;
    zg_error err = ZG_ERROR_INIT;
    assert_int_equal(ZG_OK, zg_dict_builtin(allocator, &dict, &err));
    return dict;
}

/* The dictionary goes first, then the session, then the result: all stays valid in between. */
static void any_order_of_freeing(void **state)
{
    counter c = {0};
    zg_allocator hook = counting(&c);
    zg_session *session;
    zg_result *result;
    (void)state;
    zg_dict *dict = builtin(&hook);
    assert_ptr_equal(dict, zg_dict_ref(dict));
    zg_dict_close(dict);
    assert_int_equal(ZG_OK, zg_session_new(dict, NULL, &session, NULL));
    zg_dict_close(dict);
    char *text = malloc(sizeof sample);
    assert_non_null(text);
    memcpy(text, sample, sizeof sample);
    assert_int_equal(ZG_OK, zg_extract(session, text, strlen(text), &result, NULL));
    memset(text, 0, strlen(sample));
    free(text);
    zg_session_free(session);
    assert_ptr_equal(result, zg_result_ref(result));
    zg_result_free(result);
    assert_int_equal(1, zg_result_triple_count(result));
    assert_string_equal("何远", zg_triple_string(zg_result_triple(result, 0), ZG_STR_PERSON));
    assert_true(strlen(zg_result_string(result, ZG_STR_DATA_VERSION)) > 0);
    zg_result_free(result);
    assert_int_equal(0, c.live);
    assert_int_equal(0, c.bytes);
}

static void null_is_fine(void **state)
{
    size_t begin, end;
    (void)state;
    zg_dict_close(NULL);
    zg_session_free(NULL);
    zg_result_free(NULL);
    zg_session_set_trace(NULL, NULL, NULL);
    assert_null(zg_dict_ref(NULL));
    assert_null(zg_result_ref(NULL));
    assert_null(zg_dict_data_version(NULL));
    assert_int_equal(0, zg_result_triple_count(NULL));
    assert_int_equal(0, zg_result_person_count(NULL));
    assert_int_equal(0, zg_result_warning_count(NULL));
    assert_null(zg_result_string(NULL, ZG_STR_PLACE));
    assert_null(zg_triple_string(NULL, ZG_STR_ID));
    assert_null(zg_triple_person(NULL));
    assert_null(zg_triple_grade(NULL, 0));
    assert_null(zg_person_string(NULL, ZG_STR_NAME));
    assert_int_equal(ZG_E_ARGUMENT, zg_person_mention(NULL, 0, &begin, &end));
    assert_true(begin == ZG_NONE && end == ZG_NONE);
}

static void arguments_are_checked(void **state)
{
    zg_dict *dict = builtin(NULL), *other = NULL;
    zg_session *session;
    zg_result *result;
    zg_error err = ZG_ERROR_INIT, small = ZG_ERROR_INIT;
    (void)state;
    small.size = 8;
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_builtin(NULL, NULL, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_builtin(NULL, &other, &small));
    assert_null(other);
    assert_int_equal(ZG_OK, small.code);
    zg_allocator broken = {sizeof broken, NULL, NULL, NULL, NULL};
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_builtin(&broken, &other, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(NULL, NULL, &session, &err));
    assert_non_null(strstr(err.detail, "dict"));
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(dict, NULL, NULL, &err));
    assert_int_equal(ZG_OK, zg_session_new(dict, NULL, &session, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_extract(NULL, "", 0, &result, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_extract(session, NULL, 1, &result, &err));
    assert_null(result);
    assert_int_equal(ZG_E_ARGUMENT, zg_extract(session, "", 0, NULL, &err));
    zg_session_free(session);
    zg_dict_close(dict);
}

static void dictionaries_from_memory(void **state)
{
    size_t len;
    const uint8_t *bytes = zgi_dict_builtin_bytes(&len);
    zg_dict *dict = NULL;
    zg_error err = ZG_ERROR_INIT;
    (void)state;
    assert_int_equal(ZG_OK, zg_dict_open_memory(bytes, len, 0, NULL, &dict, &err));
    zg_dict_close(dict);
    /* a copy, from bytes that stand askew and are gone after it */
    uint8_t *askew = malloc(len + 1);
    assert_non_null(askew);
    memcpy(askew + 1, bytes, len);
    assert_int_equal(ZG_OK, zg_dict_open_memory(askew + 1, len, ZG_DICT_COPY, NULL, &dict, &err));
    askew[1] ^= 1;
    zg_dict *bad = (zg_dict *)1;
    assert_int_equal(ZG_E_IMAGE, zg_dict_open_memory(askew + 1, len, 0, NULL, &bad, &err));
    assert_int_equal(ZG_E_IMAGE, err.code);
    assert_null(bad);
    free(askew);
    zg_dict_close(dict);
    assert_int_equal(ZG_E_IMAGE, zg_dict_open_memory("", 0, 0, NULL, &bad, &err));
    assert_int_equal(ZG_E_IMAGE, zg_dict_open_memory(bytes, len / 2, 0, NULL, &bad, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_open_memory(NULL, 4, 0, NULL, &bad, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_open_memory(bytes, len, 64, NULL, &bad, &err));
    assert_null(bad);
}

static void dictionaries_from_files(void **state)
{
    zg_dict *dict = (zg_dict *)1;
    zg_error err = ZG_ERROR_INIT;
    (void)state;
    assert_int_equal(ZG_E_OPEN, zg_dict_open("no/such/file.zgd", 0, NULL, &dict, &err));
    assert_null(dict);
    assert_non_null(strstr(err.detail, "no/such/file.zgd"));
    assert_int_equal(ZG_E_OPEN,
                     zg_dict_open("no/such/file.zgd", ZG_DICT_MAPPED, NULL, &dict, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_open(NULL, 0, NULL, &dict, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_dict_open("x", 4, NULL, &dict, &err));
}

typedef struct buffer {
    char bytes[8192];
    size_t len;
    int answer;
} buffer;

static int collect(const char *bytes, size_t length, void *ctx)
{
    buffer *b = ctx;
    if (b->answer == 0) {
        assert_true(b->len + length < sizeof b->bytes);
        memcpy(b->bytes + b->len, bytes, length);
        b->len += length;
    }
    return b->answer;
}

static zg_result *read_sample(zg_dict *dict)
{
    zg_session *session;
    zg_result *result;
    assert_int_equal(ZG_OK, zg_session_new(dict, NULL, &session, NULL));
    assert_int_equal(ZG_OK, zg_extract(session, sample, strlen(sample), &result, NULL));
    zg_session_free(session);
    return result;
}

static void output(void **state)
{
    static buffer b;
    zg_dict *dict = builtin(NULL);
    zg_result *result = read_sample(dict);
    zg_error err = ZG_ERROR_INIT;
    size_t needed = 0;
    char text[8192];
    (void)state;
    assert_int_equal(ZG_OK, zg_result_write(result, ZG_FORMAT_JSONL, "文1", collect, &b, &err));
    assert_int_equal(ZG_E_SPACE,
                     zg_result_format(result, ZG_FORMAT_JSONL, "文1", NULL, 0, &needed, &err));
    assert_int_equal(b.len + 1, needed);
    memset(text, 'x', sizeof text);
    assert_int_equal(ZG_E_SPACE, zg_result_format(result, ZG_FORMAT_JSONL, "文1", text, needed - 1,
                                                  &needed, &err));
    assert_int_equal('x', text[0]);
    assert_int_equal(ZG_OK,
                     zg_result_format(result, ZG_FORMAT_JSONL, "文1", text, needed, NULL, &err));
    assert_int_equal(b.len, strlen(text));
    assert_memory_equal(b.bytes, text, b.len);
    assert_memory_equal("{\"schema\":\"zhiguan/1\",", text, 22);
    assert_non_null(strstr(text, "\"id\":\"文1\""));
    b.answer = 5;
    assert_int_equal(ZG_E_WRITE, zg_result_write(result, ZG_FORMAT_TSV, NULL, collect, &b, &err));
    assert_int_equal(ZG_E_UTF8, zg_result_write(result, ZG_FORMAT_TSV, "a\xff", collect, &b, &err));
    assert_int_equal(1, err.offset);
    assert_int_equal(ZG_E_ARGUMENT, zg_result_write(result, (zg_format)0, NULL, collect, &b, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_result_write(result, ZG_FORMAT_TSV, NULL, NULL, &b, &err));
    assert_int_equal(ZG_E_ARGUMENT, zg_result_write(NULL, ZG_FORMAT_TSV, NULL, collect, &b, &err));
    zg_result_free(result);
    zg_dict_close(dict);
}

static void note_stage(const char *stage, const char *line, size_t length, void *ctx)
{
    assert_int_equal(length, strlen(line));
    assert_memory_equal("{\"stage\":\"", line, 10);
    assert_int_equal('}', line[length - 1]);
    strcat(ctx, stage);
    strcat(ctx, " ");
}

static void trace(void **state)
{
    char stages[512] = "";
    zg_dict *dict = builtin(NULL);
    zg_session *session;
    zg_result *result;
    (void)state;
    assert_int_equal(ZG_OK, zg_session_new(dict, NULL, &session, NULL));
    zg_session_set_trace(session, note_stage, stages);
    assert_int_equal(ZG_OK, zg_extract(session, sample, strlen(sample), &result, NULL));
    assert_string_equal("text scan name org rule resolve ", stages);
    zg_result_free(result);
    zg_session_set_trace(session, NULL, NULL);
    assert_int_equal(ZG_OK, zg_extract(session, sample, strlen(sample), &result, NULL));
    assert_string_equal("text scan name org rule resolve ", stages);
    zg_result_free(result);
    zg_session_free(session);
    zg_dict_close(dict);
}

/* Opens, reads and writes with the n-th allocation failing; gives how many calls there were. */
static size_t whole_life(size_t fail_at, bool *failed)
{
    counter c = {.fail_at = fail_at};
    zg_allocator hook = counting(&c);
    zg_dict *dict = NULL;
    zg_session *session = NULL;
    zg_result *result = NULL;
    zg_error err = ZG_ERROR_INIT;
    static buffer b;
    b.len = 0;
    zg_status status = zg_dict_builtin(&hook, &dict, &err);
    if (status == ZG_OK)
        status = zg_session_new(dict, NULL, &session, &err);
    if (status == ZG_OK)
        status = zg_extract(session, sample, strlen(sample), &result, &err);
    if (status == ZG_OK)
        status = zg_result_write(result, ZG_FORMAT_JSON, NULL, collect, &b, &err);
    *failed = status != ZG_OK;
    if (*failed) {
        assert_int_equal(ZG_E_MEMORY, status);
        assert_int_equal(ZG_E_MEMORY, err.code);
    }
    zg_result_free(result);
    zg_session_free(session);
    zg_dict_close(dict);
    if (c.live != 0)
        fail_msg("%zu allocations are lost when number %zu fails", c.live, fail_at);
    assert_int_equal(0, c.bytes);
    return c.calls;
}

/* Whichever allocation fails, it is ZG_E_MEMORY and nothing leaks. Steps keep it short: opening a
 * dictionary compiles its rules, some hundred allocations. */
static void every_allocation_may_fail(void **state)
{
    bool failed;
    (void)state;
    size_t calls = whole_life(0, &failed);
    assert_false(failed);
    size_t step = calls > 120 ? calls / 60 : 1, misses = 0;
    for (size_t k = 1; k <= calls; k += k + 40 < calls ? step : 1) {
        whole_life(k, &failed);
        misses += !failed;
    }
    /* PCRE2 does without its JIT code when there is no memory for it */
    assert_true(misses < calls / 2);
}

static void a_warm_session_asks_for_results_only(void **state)
{
    counter c = {0};
    zg_allocator hook = counting(&c);
    zg_dict *dict = builtin(NULL);
    zg_options options = ZG_OPTIONS_INIT;
    zg_session *session;
    zg_result *result;
    size_t calls[3];
    (void)state;
    options.allocator = &hook;
    assert_int_equal(ZG_OK, zg_session_new(dict, &options, &session, NULL));
    for (int k = 0; k < 3; k++) {
        size_t before = c.calls, live = c.live;
        assert_int_equal(ZG_OK, zg_extract(session, sample, strlen(sample), &result, NULL));
        calls[k] = c.calls - before;
        zg_result_free(result);
        if (k > 0)
            assert_int_equal(live, c.live);
    }
    assert_int_equal(calls[1], calls[2]);
    assert_in_range(calls[1], 2, 4); /* the result, its arena and that one's chunks */
    zg_session_free(session);
    assert_int_equal(0, c.live);
    zg_dict_close(dict);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_of_freeing),
        cmocka_unit_test(null_is_fine),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(dictionaries_from_memory),
        cmocka_unit_test(dictionaries_from_files),
        cmocka_unit_test(output),
        cmocka_unit_test(trace),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(a_warm_session_asks_for_results_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
