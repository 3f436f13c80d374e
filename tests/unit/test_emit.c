/* The emit room: facts made by hand → the exact bytes of each format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "emit/emit_inner.h"

static const char *const grade_words[] = {"常务", "副"};
static const zgi_span mentions[] = {{6, 8}, {30, 32}};
static const uint32_t facts_of_first[] = {0, 1};
static const char *const warning_words[] = {"2 bytes / 字节"};

static const zgi_fact two_facts[] = {
    {.person = {6, 8},
     .title = {16, 20},
     .org = {9, 16},
     .evidence = {4, 20},
     .event = {4, 6},
     .person_text = "何远",
     .title_text = "党委书记",
     .title_head = "书记",
     .org_text = "公安县章庄铺镇",
     .org_full = "荆州市公安县章庄铺镇",
     .org_code = "421022110",
     .org_kind = "party",
     .event_date = "2021-12-07",
     .event_by = "公安县委",
     .period_start = "2016-05",
     .rank = "乡科级正职",
     .rule = "appoint-001",
     .status = ZGI_S_APPOINTED,
     .kind = ZGI_FK_POST,
     .event_type = ZGI_EV_APPOINT,
     .org_by = ZGI_BY_STATED,
     .confidence = 95,
     .has_org = true,
     .has_period = true},
    {.person = {6, 8},
     .title = {22, 27},
     .org = {UINT32_MAX, UINT32_MAX},
     .evidence = {6, 27},
     .event = {UINT32_MAX, UINT32_MAX},
     .person_text = "何远",
     .title_text = "常务副县长",
     .title_head = "县长",
     .grades = grade_words,
     .grade_count = 2,
     .rule = "appos-003",
     .status = ZGI_S_FORMER,
     .kind = ZGI_FK_POST,
     .confidence = 7},
};

static const zgi_person two_persons[] = {
    {.name = "何远",
     .mentions = mentions,
     .mention_count = 2,
     .facts = facts_of_first,
     .fact_count = 2,
     .gender = "男",
     .born = "1968-08",
     .has_profile = true},
    {.name = "王敏", .mentions = mentions, .mention_count = 1},
};

static const zgi_facts sample = {.facts = two_facts,
                                 .fact_count = 2,
                                 .persons = two_persons,
                                 .person_count = 2,
                                 .place_name = "荆州市",
                                 .place_code = "421000",
                                 .date = "2021-12-07",
                                 .warnings = warning_words,
                                 .warning_count = 1};

static const char *emit(zgi_arena *arena, const zgi_facts *facts, const char *id, zg_format format)
{
    zgi_emit_in in = {facts, "2025.01", id, ZG_OFFSETS_UTF16, {NULL, 0}};
    const char *bytes = NULL;
    size_t len = 0;
    assert_int_equal(ZG_OK, zgi_emit_run(&in, format, arena, &bytes, &len));
    return zgi_arena_strndup(arena, len ? bytes : "", len);
}

static int setup(void **state)
{
    return zgi_arena_new(NULL, 4096, (zgi_arena **)state) == ZG_OK ? 0 : -1;
}

static int teardown(void **state)
{
    zgi_arena_free(*state);
    return 0;
}

static const char sample_json[] =
    "{\"schema\":\"zhiguan/1\",\"data\":\"2025.01\",\"id\":\"a\\\"b\",\"offsets\":\"utf16\","
    "\"document\":{\"place\":{\"name\":\"荆州市\",\"code\":\"421000\"},\"date\":\"2021-12-07\","
    "\"source\":null},"
    "\"triples\":[{\"id\":\"t1\",\"person\":{\"text\":\"何远\",\"span\":[6,8]},"
    "\"title\":{\"text\":\"党委书记\",\"span\":[16,20],\"head\":\"书记\",\"grade\":[]},"
    "\"org\":{\"text\":\"公安县章庄铺镇\",\"span\":[9,16],\"full\":\"荆州市公安县章庄铺镇\","
    "\"code\":\"421022110\",\"kind\":\"party\",\"by\":\"stated\"},"
    "\"status\":\"appointed\",\"kind\":\"post\","
    "\"event\":{\"type\":\"appoint\",\"span\":[4,6],\"date\":\"2021-12-07\",\"by\":\"公安县委\"},"
    "\"period\":{\"start\":\"2016-05\",\"end\":null},\"rank\":\"乡科级正职\",\"confidence\":95,"
    "\"rule\":\"appoint-001\",\"evidence\":[4,20]},"
    "{\"id\":\"t2\",\"person\":{\"text\":\"何远\",\"span\":[6,8]},"
    "\"title\":{\"text\":\"常务副县长\",\"span\":[22,27],\"head\":\"县长\","
    "\"grade\":[\"常务\",\"副\"]},\"org\":null,\"status\":\"former\",\"kind\":\"post\","
    "\"event\":null,\"period\":null,\"rank\":null,\"confidence\":7,\"rule\":\"appos-003\","
    "\"evidence\":[6,27]}],"
    "\"persons\":[{\"name\":\"何远\",\"mentions\":[[6,8],[30,32]],\"triples\":[\"t1\",\"t2\"],"
    "\"profile\":{\"gender\":\"男\",\"ethnicity\":null,\"born\":\"1968-08\","
    "\"native_place\":null}},"
    "{\"name\":\"王敏\",\"mentions\":[[6,8]],\"triples\":[],\"profile\":null}],"
    "\"warnings\":[\"2 bytes / 字节\"]}";

static void json_is_the_contract(void **state)
{
    assert_string_equal(sample_json, emit(*state, &sample, "a\"b", ZG_FORMAT_JSON));
}

static void jsonl_adds_a_line_end(void **state)
{
    const char *line = emit(*state, &sample, "a\"b", ZG_FORMAT_JSONL);
    assert_int_equal(sizeof sample_json, strlen(line));
    assert_memory_equal(sample_json, line, sizeof sample_json - 1);
    assert_int_equal('\n', line[sizeof sample_json - 1]);
}

static void an_empty_document(void **state)
{
    static const zgi_facts none = {0};
    assert_string_equal("{\"schema\":\"zhiguan/1\",\"data\":\"2025.01\",\"id\":null,"
                        "\"offsets\":\"utf16\",\"document\":{\"place\":null,\"date\":null,"
                        "\"source\":null},\"triples\":[],\"persons\":[],\"warnings\":[]}",
                        emit(*state, &none, NULL, ZG_FORMAT_JSON));
    assert_string_equal("", emit(*state, &none, NULL, ZG_FORMAT_TSV_ROWS));
    assert_string_equal("no triples\n", emit(*state, &none, NULL, ZG_FORMAT_TABLE));
}

/* An organisation that only the context tells has no text and no span. */
static void an_organisation_by_context(void **state)
{
    zgi_fact fact = two_facts[1];
    fact.has_org = true;
    fact.org_full = "公安县";
    fact.org_by = ZGI_BY_CONTEXT;
    zgi_facts facts = {.facts = &fact, .fact_count = 1};
    assert_non_null(strstr(emit(*state, &facts, NULL, ZG_FORMAT_JSON),
                           "\"org\":{\"text\":null,\"span\":null,\"full\":\"公安县\","
                           "\"code\":null,\"kind\":null,\"by\":\"context\"}"));
}

static const char tsv_header[] =
    "id\tperson\ttitle\torg\torg_full\tcode\tstatus\tkind\tevent\tdate\t"
    "period\trank\tconfidence\trule\tbegin\tend\n";
static const char tsv_rows[] =
    "d1\t何远\t党委书记\t公安县章庄铺镇\t荆州市公安县章庄铺镇\t421022110\tappointed\tpost\tappoint"
    "\t"
    "2021-12-07\t2016-05/\t乡科级正职\t95\tappoint-001\t4\t20\n"
    "d1\t何远\t常务副县长\t-\t-\t-\tformer\tpost\t-\t-\t-\t-\t7\tappos-003\t6\t27\n";

static void tsv_rows_and_header(void **state)
{
    assert_string_equal(tsv_rows, emit(*state, &sample, "d1", ZG_FORMAT_TSV_ROWS));
    const char *whole = emit(*state, &sample, "d1", ZG_FORMAT_TSV);
    assert_memory_equal(tsv_header, whole, sizeof tsv_header - 1);
    assert_string_equal(tsv_rows, whole + sizeof tsv_header - 1);
}

static void tsv_cells_stay_in_their_column(void **state)
{
    zgi_fact fact = two_facts[1];
    fact.title_text = "县\t长\n甲\xc2\x85乙\xe2\x80\xae丙\x1b";
    zgi_facts facts = {.facts = &fact, .fact_count = 1};
    assert_memory_equal("a b\t何远\t县 长 甲 乙 丙 \t-\t",
                        emit(*state, &facts, "a\tb", ZG_FORMAT_TSV_ROWS),
                        strlen("a b\t何远\t县 长 甲 乙 丙 \t-\t"));
}

static void table_is_aligned(void **state)
{
    assert_string_equal(
        "d1 · 荆州市 · 2021-12-07\n"
        "PERSON  TITLE       ORGANISATION          STATUS     KIND  SURE  RULE\n"
        "何远    党委书记    荆州市公安县章庄铺镇  appointed  post  95    appoint-001\n"
        "何远    常务副县长  -                     former     post  7     appos-003\n"
        "without a post: 王敏\n"
        "warning: 2 bytes / 字节\n",
        emit(*state, &sample, "d1", ZG_FORMAT_TABLE));
}

/* A text can do nothing to the terminal: controls, C1, direction marks become visible. */
static void table_shows_controls(void **state)
{
    zgi_fact fact = two_facts[1];
    fact.title_text = "县\x1b[2J长\xc2\x9b\xe2\x80\xae";
    zgi_facts facts = {.facts = &fact, .fact_count = 1};
    const char *table = emit(*state, &facts, "\x07", ZG_FORMAT_TABLE);
    assert_non_null(strstr(table, "县<U+001B>[2J长<U+009B><U+202E>  "));
    assert_memory_equal("<U+0007>\n", table, 9);
    for (const char *c = table; *c != 0; c++)
        assert_true((unsigned char)*c >= 0x20 || *c == '\n');
}

static void an_unknown_format(void **state)
{
    zgi_emit_in in = {&sample, "1", NULL, ZG_OFFSETS_CODEPOINT, {NULL, 0}};
    const char *bytes;
    size_t len;
    assert_int_equal(ZG_E_ARGUMENT, zgi_emit_run(&in, (zg_format)99, *state, &bytes, &len));
}

static void words(void **state)
{
    (void)state;
    assert_string_equal("current", zgi_word_status(ZGI_S_CURRENT));
    assert_string_equal("proposed", zgi_word_status(ZGI_S_PROPOSED));
    assert_string_equal("generic", zgi_word_kind(ZGI_FK_GENERIC));
    assert_null(zgi_word_event(ZGI_EV_NONE));
    assert_string_equal("investigate", zgi_word_event(ZGI_EV_INVESTIGATE));
    assert_string_equal("context", zgi_word_by(ZGI_BY_CONTEXT));
    assert_string_equal("utf16", zgi_word_offsets(ZG_OFFSETS_UTF16));
    char id[ZGI_TRIPLE_ID_SIZE];
    zgi_triple_id(0, id);
    assert_string_equal("t1", id);
    zgi_triple_id(UINT32_MAX - 1, id);
    assert_string_equal("t4294967295", id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(json_is_the_contract, setup, teardown),
        cmocka_unit_test_setup_teardown(jsonl_adds_a_line_end, setup, teardown),
        cmocka_unit_test_setup_teardown(an_empty_document, setup, teardown),
        cmocka_unit_test_setup_teardown(an_organisation_by_context, setup, teardown),
        cmocka_unit_test_setup_teardown(tsv_rows_and_header, setup, teardown),
        cmocka_unit_test_setup_teardown(tsv_cells_stay_in_their_column, setup, teardown),
        cmocka_unit_test_setup_teardown(table_is_aligned, setup, teardown),
        cmocka_unit_test_setup_teardown(table_shows_controls, setup, teardown),
        cmocka_unit_test_setup_teardown(an_unknown_format, setup, teardown),
        cmocka_unit_test(words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
