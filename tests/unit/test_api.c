/* The public API from outside: objects and their life, arguments, offsets, options, output. The
 * built-in dictionary is opened once for all of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "zhiguan.h"

static const char sample[] = "公安县章庄铺镇党委书记何远表示，要抓好春耕。";

static int open_builtin(void **state)
{
    zg_error err = ZG_ERROR_INIT;
    zg_status status = zg_dict_builtin(NULL, (zg_dict **)state, &err);
    if (status != ZG_OK)
        print_error("%s: %s\n", zg_status_name(status), err.detail);
    return status == ZG_OK ? 0 : -1;
}

static int close_builtin(void **state)
{
    zg_dict_close(*state);
    return 0;
}

static zg_session *session_with(zg_dict *dict, const zg_options *options)
{
    zg_session *session = NULL;
    zg_error err = ZG_ERROR_INIT;
    assert_int_equal(ZG_OK, zg_session_new(dict, options, &session, &err));
    assert_non_null(session);
    return session;
}

static zg_result *read_n(zg_dict *dict, const zg_options *options, const char *text, size_t len)
{
    zg_session *session = session_with(dict, options);
    zg_result *result = NULL;
    zg_error err = ZG_ERROR_INIT;
    zg_status status = zg_extract(session, text, len, &result, &err);
    if (status != ZG_OK)
        print_error("%s: %s\n", zg_status_name(status), err.detail);
    assert_int_equal(ZG_OK, status);
    assert_int_equal(ZG_OK, err.code);
    zg_session_free(session);
    return result;
}

static zg_result *read_text(zg_dict *dict, const char *text)
{
    return read_n(dict, NULL, text, strlen(text));
}

static void versions(void **state)
{
    uint32_t low = 0, high = 0;
    assert_string_equal(ZG_VERSION_STRING, zg_version());
    assert_int_equal(ZG_VERSION_MAJOR * 10000 + ZG_VERSION_MINOR * 100 + ZG_VERSION_PATCH,
                     zg_version_number());
    assert_int_equal(ZG_SONAME_VERSION, zg_soname_version());
    zg_image_formats(&low, &high);
    assert_true(low >= 1 && high >= low);
    zg_image_formats(NULL, NULL);
    assert_true(strlen(zg_dict_data_version(*state)) > 0);
}

static void statuses(void **state)
{
    (void)state;
    assert_string_equal("ZG_OK", zg_status_name(ZG_OK));
    assert_string_equal("ZG_E_SPACE", zg_status_name(ZG_E_SPACE));
    assert_string_equal("ZG_E_?", zg_status_name((zg_status)999));
    assert_string_equal("ZG_E_?", zg_status_name((zg_status)-1));
    for (int code = ZG_OK; code <= ZG_E_SPACE; code++)
        assert_non_null(strstr(zg_status_text((zg_status)code), " / "));
    assert_non_null(zg_status_text((zg_status)999));
}

/* The numbers are written in the header for good. */
static void status_numbers_are_permanent(void **state)
{
    static const zg_status order[] = {
        ZG_OK,      ZG_E_MEMORY,  ZG_E_ARGUMENT, ZG_E_UTF8, ZG_E_TOO_LARGE, ZG_E_OPEN, ZG_E_READ,
        ZG_E_IMAGE, ZG_E_VERSION, ZG_E_WRITE,    ZG_E_RULE, ZG_E_LIMIT,     ZG_E_SPACE};
    (void)state;
    for (size_t k = 0; k < sizeof order / sizeof order[0]; k++)
        assert_int_equal(k, order[k]);
}

static void a_triple(void **state)
{
    zg_result *result = read_text(*state, sample);
    assert_int_equal(1, zg_result_triple_count(result));
    const zg_triple *t = zg_result_triple(result, 0);
    assert_string_equal("t1", zg_triple_string(t, ZG_STR_ID));
    assert_string_equal("何远", zg_triple_string(t, ZG_STR_PERSON));
    assert_string_equal("党委书记", zg_triple_string(t, ZG_STR_TITLE));
    assert_string_equal("公安县章庄铺镇", zg_triple_string(t, ZG_STR_ORG));
    assert_string_equal("current", zg_triple_string(t, ZG_STR_STATUS));
    assert_string_equal("post", zg_triple_string(t, ZG_STR_KIND));
    assert_string_equal("stated", zg_triple_string(t, ZG_STR_ORG_BY));
    assert_null(zg_triple_string(t, ZG_STR_EVENT_TYPE));
    assert_null(zg_triple_string(t, (zg_triple_str)0));
    assert_null(zg_triple_string(t, (zg_triple_str)999));
    assert_int_equal(ZG_CURRENT, zg_triple_status(t));
    assert_int_equal(ZG_KIND_POST, zg_triple_kind(t));
    assert_int_equal(ZG_EVENT_NONE, zg_triple_event(t));
    assert_int_equal(ZG_BY_STATED, zg_triple_org_by(t));
    assert_in_range(zg_triple_confidence(t), 1, 100);
    const zg_person *p = zg_triple_person(t);
    assert_string_equal("何远", zg_person_string(p, ZG_STR_NAME));
    assert_ptr_equal(t, zg_person_triple(p, 0));
    assert_null(zg_person_triple(p, 1));
    zg_result_free(result);
}

static size_t column(const char *name)
{
    for (size_t k = 0; k < zg_column_count(); k++)
        if (strcmp(name, zg_column_name(k)) == 0)
            return k;
    return zg_column_count();
}

static void a_flat_row(void **state)
{
    zg_result *result = read_text(*state, sample);
    const zg_triple *t = zg_result_triple(result, 0);
    size_t past = zg_column_count();
    assert_string_equal("何远", zg_triple_text(t, column("person")));
    assert_string_equal("公安县章庄铺镇", zg_triple_text(t, column("org")));
    assert_null(zg_triple_text(t, column("event")));
    assert_null(zg_triple_text(t, column("confidence")));
    assert_null(zg_triple_text(t, past));
    assert_null(zg_triple_text(NULL, column("person")));
    assert_int_equal(11, zg_triple_number(t, column("person_begin")));
    assert_int_equal(13, zg_triple_number(t, column("person_end")));
    assert_int_equal(zg_triple_confidence(t), zg_triple_number(t, column("confidence")));
    assert_int_equal(ZG_NONE, zg_triple_number(t, column("person")));
    assert_int_equal(ZG_NONE, zg_triple_number(t, past));
    assert_int_equal(ZG_NONE, zg_triple_number(NULL, column("person_end")));
    assert_int_equal(ZG_COLUMN_TEXT, zg_column_type_of(column("rank")));
    assert_int_equal(ZG_COLUMN_NUMBER, zg_column_type_of(column("org_end")));
    assert_int_equal(ZG_COLUMN_NONE, zg_column_type_of(past));
    assert_null(zg_column_name(past));
    zg_result_free(result);
}

static void pieces(void **state)
{
    zg_result *result = read_text(*state, sample);
    const zg_triple *t = zg_result_triple(result, 0);
    const char *text;
    size_t begin, end;
    assert_int_equal(ZG_OK, zg_triple_piece(t, ZG_ORG, &text, &begin, &end));
    assert_string_equal("公安县章庄铺镇", text);
    assert_int_equal(0, begin);
    assert_int_equal(7, end);
    assert_int_equal(ZG_OK, zg_triple_piece(t, ZG_TITLE, NULL, &begin, NULL));
    assert_int_equal(7, begin);
    assert_int_equal(ZG_OK, zg_triple_piece(t, ZG_EVENT, &text, &begin, &end));
    assert_null(text);
    assert_true(begin == ZG_NONE && end == ZG_NONE);
    assert_int_equal(ZG_OK, zg_triple_piece(t, ZG_EVIDENCE, &text, NULL, NULL));
    assert_non_null(strstr(text, "党委书记何远"));
    assert_int_equal(ZG_E_ARGUMENT, zg_triple_piece(t, (zg_piece)0, &text, &begin, &end));
    assert_null(text);
    assert_int_equal(ZG_E_ARGUMENT, zg_triple_piece(NULL, ZG_ORG, &text, &begin, &end));
    zg_result_free(result);
}

/* 2 bad bytes, an astral character, and a blank before the same sentence. */
static void offsets_in_three_units(void **state)
{
    static const size_t before[] = {4, 7, 5};
    static const size_t width[] = {1, 3, 1};
    char text[256] = "\xff\xfe\xf0\x9f\x98\x80 ";
    strcat(text, sample);
    for (int unit = 0; unit < 3; unit++) {
        zg_options options = ZG_OPTIONS_INIT;
        options.offsets = (zg_offsets)unit;
        zg_result *result = read_n(*state, &options, text, strlen(text));
        assert_int_equal(unit, zg_result_offsets(result));
        assert_int_equal(1, zg_result_triple_count(result));
        size_t begin, end;
        zg_triple_piece(zg_result_triple(result, 0), ZG_PERSON, NULL, &begin, &end);
        assert_int_equal(before[unit] + 11 * width[unit], begin);
        assert_int_equal(before[unit] + 13 * width[unit], end);
        assert_int_equal(1, zg_person_mention_count(zg_result_person(result, 0)));
        assert_int_equal(ZG_OK, zg_person_mention(zg_result_person(result, 0), 0, &begin, &end));
        assert_int_equal(before[unit] + 11 * width[unit], begin);
        assert_int_equal(1, zg_result_warning_count(result));
        assert_non_null(strstr(zg_result_warning(result, 0), "2 bytes"));
        assert_null(zg_result_warning(result, 1));
        zg_result_free(result);
    }
}

static void nothing_to_read(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
    } cases[] = {{NULL, 0},
                 {"", 0},
                 {" \n\t\r\n　", 7},
                 {"\0\0\0", 3},
                 {"\xff\xfe\0\x80", 4},
                 {"plain English, no posts.", 24},
                 {"。！？；，、", 18},
                 {"\n\n\n", 3}};
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        zg_result *result = read_n(*state, NULL, cases[k].bytes, cases[k].len);
        assert_non_null(result);
        assert_int_equal(0, zg_result_triple_count(result));
        assert_int_equal(0, zg_result_person_count(result));
        assert_null(zg_result_triple(result, 0));
        assert_null(zg_result_person(result, 0));
        zg_result_free(result);
    }
}

static void nul_inside(void **state)
{
    char text[256];
    size_t n = sizeof sample - 1;
    memcpy(text, sample, n);
    text[n] = 0;
    memcpy(text + n + 1, sample, n);
    zg_options options = ZG_OPTIONS_INIT;
    options.strict = 1;
    zg_result *result = read_n(*state, &options, text, 2 * n + 1);
    assert_int_equal(2, zg_person_mention_count(zg_result_person(result, 0)));
    zg_result_free(result);
}

static void strict(void **state)
{
    zg_options options = ZG_OPTIONS_INIT;
    options.strict = 1;
    zg_session *session = session_with(*state, &options);
    zg_result *result = (zg_result *)1;
    zg_error err = ZG_ERROR_INIT;
    assert_int_equal(ZG_E_UTF8, zg_extract(session, "何\n\xe8\x8e", 6, &result, &err));
    assert_null(result);
    assert_int_equal(ZG_E_UTF8, err.code);
    assert_int_equal(4, err.offset);
    assert_int_equal(2, err.line);
    assert_true(strlen(err.detail) > 10);
    /* the session goes on */
    assert_int_equal(ZG_OK, zg_extract(session, sample, strlen(sample), &result, &err));
    assert_int_equal(ZG_OK, err.code);
    zg_result_free(result);
    zg_session_free(session);
}

static void options_are_checked(void **state)
{
    struct {
        zg_options options;
        size_t more;
    } later = {ZG_OPTIONS_INIT, 0};
    zg_options o = ZG_OPTIONS_INIT;
    zg_session *session;
    zg_error err = ZG_ERROR_INIT;
    o.offsets = (zg_offsets)3;
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(*state, &o, &session, &err));
    assert_int_equal(ZG_E_ARGUMENT, err.code);
    assert_null(session);
    o = (zg_options)ZG_OPTIONS_INIT;
    o.kinds = 16;
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(*state, &o, &session, NULL));
    o = (zg_options)ZG_OPTIONS_INIT;
    o.min_confidence = 101;
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(*state, &o, &session, NULL));
    o = (zg_options)ZG_OPTIONS_INIT;
    o.size = 1;
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(*state, &o, &session, NULL));
    /* an older header has fewer members, a newer one more: those must be 0 */
    o.size = offsetof(zg_options, strict);
    assert_int_equal(ZG_OK, zg_session_new(*state, &o, &session, NULL));
    zg_session_free(session);
    later.options.size = sizeof later;
    assert_int_equal(ZG_OK, zg_session_new(*state, &later.options, &session, NULL));
    zg_session_free(session);
    later.more = 1;
    assert_int_equal(ZG_E_ARGUMENT, zg_session_new(*state, &later.options, &session, NULL));
}

static void input_that_is_too_long(void **state)
{
    zg_options options = ZG_OPTIONS_INIT;
    options.max_input = strlen(sample) - 1;
    zg_session *session = session_with(*state, &options);
    zg_result *result;
    zg_error err = ZG_ERROR_INIT;
    assert_int_equal(ZG_E_TOO_LARGE, zg_extract(session, sample, strlen(sample), &result, &err));
    assert_null(result);
    assert_non_null(strstr(err.detail, "max_input"));
    zg_session_free(session);
}

static void kinds_and_confidence_filter(void **state)
{
    const char *text = "本报讯（记者 何远）县长王建国表示，要抓好春耕。";
    zg_options options = ZG_OPTIONS_INIT;
    zg_result *all = read_n(*state, &options, text, strlen(text));
    assert_int_equal(2, zg_result_triple_count(all));
    options.kinds = ZG_KIND_BYLINE;
    zg_result *bylines = read_n(*state, &options, text, strlen(text));
    assert_int_equal(1, zg_result_triple_count(bylines));
    assert_string_equal("t1", zg_triple_string(zg_result_triple(bylines, 0), ZG_STR_ID));
    assert_string_equal("byline", zg_triple_string(zg_result_triple(bylines, 0), ZG_STR_KIND));
    /* persons stay; their triples are those that are left */
    assert_int_equal(2, zg_result_person_count(bylines));
    size_t left = 0;
    for (size_t k = 0; k < 2; k++)
        left += zg_person_triple_count(zg_result_person(bylines, k));
    assert_int_equal(1, left);
    options.kinds = 0;
    options.min_confidence = 100;
    zg_result *sure = read_n(*state, &options, text, strlen(text));
    for (size_t k = 0; k < zg_result_triple_count(sure); k++)
        assert_int_equal(100, zg_triple_confidence(zg_result_triple(sure, k)));
    zg_result_free(all);
    zg_result_free(bylines);
    zg_result_free(sure);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions),
        cmocka_unit_test(statuses),
        cmocka_unit_test(status_numbers_are_permanent),
        cmocka_unit_test(a_triple),
        cmocka_unit_test(a_flat_row),
        cmocka_unit_test(pieces),
        cmocka_unit_test(offsets_in_three_units),
        cmocka_unit_test(nothing_to_read),
        cmocka_unit_test(nul_inside),
        cmocka_unit_test(strict),
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(input_that_is_too_long),
        cmocka_unit_test(kinds_and_confidence_filter),
    };
    return cmocka_run_group_tests(tests, open_builtin, close_builtin);
}
