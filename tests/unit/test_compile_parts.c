/* zgc's parts that give figures: costs in whole numbers, the digest, folded words, the trie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compile/compile_build.h"

static void costs_are_logarithms(void **state)
{
    (void)state;
    assert_int_equal(zgc_cost(100, 100), 0);
    assert_int_equal(zgc_cost(200, 100), 0);
    assert_int_equal(zgc_cost(1, 2), 69);
    assert_int_equal(zgc_cost(0, 1), 69);
    assert_int_equal(zgc_cost(5, 0), 0);
    static const struct {
        uint64_t count, total;
        int cost; /* round(100 * ln(total / count)), by hand */
    } known[] = {{1, 10, 230},
                 {3, 7, 85},
                 {1, 1000, 691},
                 {7, 60000000, 1596},
                 {1, 100, 461},
                 {1, UINT64_C(100000000000), 2533},
                 {123456, 60000000, 619},
                 {999, 1000, 0},
                 {99, 100, 1}};
    for (size_t k = 0; k < sizeof known / sizeof known[0]; k++)
        assert_int_equal(zgc_cost(known[k].count, known[k].total), known[k].cost);
    for (uint64_t count = 2; count < 5000; count++)
        assert_true(zgc_cost(count, 60000000) <= zgc_cost(count - 1, 60000000));
    assert_true(zgc_cost(1, UINT64_MAX / 4) < ZGI_COST_NONE);
}

static void digest_is_sha256(void **state)
{
    (void)state;
    /* "abc" and its NUL, as a version with no tables: sha256 of 61 62 63 00 */
    static const uint8_t want[] = {0xdc, 0x11, 0x14, 0xcd, 0x07, 0x49, 0x14, 0xbd, 0x87, 0x2c, 0xc1,
                                   0xf9, 0xa2, 0x3e, 0xc9, 0x10, 0xea, 0x22, 0x03, 0xbc, 0x79, 0x77,
                                   0x9a, 0xb2, 0xe1, 0x7d, 0xa2, 0x57, 0x82, 0xa6, 0x24, 0xfc};
    uint8_t got[ZGI_IMAGE_DIGEST];
    zgc_data data = {.version = "abc"};
    zgc_sha256(&data, got);
    assert_memory_equal(got, want, sizeof want);
    zgc_table table = {.name = "x", .bytes = "1", .len = 1};
    data.tables = &table;
    data.count = 1;
    zgc_sha256(&data, got);
    assert_memory_not_equal(got, want, sizeof want);
}

static void strings_stand_once(void **state)
{
    (void)state;
    zgc_pool pool = {0};
    uint32_t first = zgc_string(&pool, "局长");
    assert_int_equal(zgc_string(&pool, ""), 0);
    for (int k = 0; k < 5000; k++)
        zgc_string(&pool, zgc_number(k));
    assert_int_equal(zgc_string(&pool, "局长"), first);
    assert_string_equal(pool.items + zgc_string(&pool, "4321"), "4321");
    assert_string_equal(pool.items, "");
    zgc_free_all();
}

static void add_word(zgc_builder *b, const char *word, uint8_t cls, int16_t cost)
{
    zgc_entry e = {.cls = cls, .cost = cost, .place = UINT32_MAX};
    assert_true(zgc_fold_word(b, word, &e.word));
    ZGC_PUSH(&b->entries, items, e);
}

static uint32_t walk(const zgc_builder *b, const zgc_word *w)
{
    zgi_dict_view view = {.units = b->trie.units, .unit_count = b->trie.count};
    uint32_t at = ZGI_TRIE_ROOT;
    for (uint32_t k = 0; k < w->len && at != 0; k++)
        at = zgi_trie_step(&view, at, b->char_code[w->units[k]]);
    return zgi_trie_value(&view, at);
}

static void senses_are_joined(void **state)
{
    (void)state;
    zgc_builder *b = zgc_alloc(1, sizeof *b);
    for (uint32_t c = 0; c < 65536; c++)
        b->fold[c] = (uint16_t)c;
    b->fold[0x66f8] = 0x4e66; /* 書 → 书 */
    zgc_word word;
    assert_false(zgc_fold_word(b, "𠮷", &word));
    add_word(b, "書", ZGI_C_NOUN, 700);
    add_word(b, "书", ZGI_C_NOUN, 500);
    add_word(b, "书", ZGI_C_TITLE, 900);
    zgc_senses_build(b);
    assert_int_equal(b->keys.count, 1);
    assert_int_equal(b->senses.count, 2);
    assert_int_equal(b->senses.items[0].cls, ZGI_C_NOUN);
    assert_int_equal(b->senses.items[0].cost, 500);
    assert_int_equal(b->senses.items[0].last, 0);
    assert_int_equal(b->senses.items[1].last, 1);
    zgc_free_all();
}

/* Every word of a made-up lexicon is found, and what is no word is not. */
static void the_trie_holds_every_word(void **state)
{
    (void)state;
    zgc_builder *b = zgc_alloc(1, sizeof *b);
    for (uint32_t c = 0; c < 65536; c++)
        b->fold[c] = (uint16_t)c;
    uint32_t seed = 12345;
    for (int k = 0; k < 20000; k++) {
        char word[16] = "";
        uint32_t n = 1 + seed / 65536 % 4;
        for (uint32_t i = 0; i < n; i++) {
            seed = seed * 1103515245u + 12345u;
            uint32_t c = 0x4e00 + (seed >> 16) % 700;
            char utf8[4] = {(char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 63)),
                            (char)(0x80 | (c & 63)), 0};
            strcat(word, utf8);
        }
        add_word(b, word, ZGI_C_NOUN, 100);
    }
    zgc_senses_build(b);
    zgc_chars_build(b);
    zgc_trie_build(b);
    uint32_t nodes = 0;
    for (uint32_t k = 0; k < b->keys.count; k++)
        assert_int_equal(walk(b, &b->keys.items[k].word), b->keys.items[k].first + 1);
    zgi_dict_view view = {.units = b->trie.units, .unit_count = b->trie.count};
    for (uint32_t u = 0; u < view.unit_count; u++)
        nodes += zgi_trie_value(&view, u) != 0;
    assert_int_equal(nodes, b->keys.count);
    zgc_word none;
    assert_true(zgc_fold_word(b, "鑫", &none));
    assert_int_equal(walk(b, &none), 0);
    zgc_free_all();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(costs_are_logarithms),      cmocka_unit_test(digest_is_sha256),
        cmocka_unit_test(strings_stand_once),        cmocka_unit_test(senses_are_joined),
        cmocka_unit_test(the_trie_holds_every_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
