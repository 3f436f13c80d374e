/* The image: the built-in one holds what its tables say, files are read and mapped, and a damaged
 * image is refused with a sentence; string tables. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "dict/dict_image.h"
#include "dict/dict_table.h"

static const uint8_t *image;
static size_t image_len;
static zgi_dict_view view;

static int open_builtin(void **state)
{
    (void)state;
    zg_error err = ZG_ERROR_INIT;
    image = zgi_dict_builtin_bytes(&image_len);
    zg_status status = zgi_dict_load(image, image_len, &view, &err);
    if (status != ZG_OK)
        print_error("%s\n", err.detail);
    return status == ZG_OK ? 0 : -1;
}

/* First sense of a word of characters of three bytes, or NULL. */
static const zgi_sense *look_up(const char *word)
{
    uint32_t at = ZGI_TRIE_ROOT;
    for (const unsigned char *p = (const unsigned char *)word; *p != 0 && at != 0; p += 3) {
        uint32_t c = (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
        at = zgi_trie_step(&view, at, view.char_code[view.fold[c]]);
    }
    uint32_t value = zgi_trie_value(&view, at);
    return at == 0 || value == 0 ? NULL : &view.senses[value - 1];
}

static const zgi_sense *sense_of(const char *word, uint8_t cls)
{
    const zgi_sense *s = look_up(word);
    while (s != NULL && s->cls != cls)
        s = s->last ? NULL : s + 1;
    return s;
}

static void words_are_found(void **state)
{
    (void)state;
    const zgi_sense *title = sense_of("局长", ZGI_C_TITLE);
    assert_non_null(title);
    assert_true(title->bits & ZGI_K_GOVERNMENT);
    assert_null(look_up("局长局"));
    assert_non_null(sense_of("欧阳", ZGI_C_SURNAME2));
    assert_true(title->cost > 0 && title->cost < ZGI_COST_NONE);
    assert_null(look_up("龘龘龘"));
}

static void folding_joins_two_ways_of_writing(void **state)
{
    (void)state;
    assert_int_equal(view.fold[0x66f8], 0x4e66); /* 書 → 书 */
    assert_ptr_equal(look_up("書記"), look_up("书记"));
    assert_int_equal(view.fold[0x4e66], 0x4e66);
}

static void places_know_their_parents(void **state)
{
    (void)state;
    const zgi_sense *s = sense_of("公安县", ZGI_C_PLACE);
    assert_non_null(s);
    const uint32_t *list = view.place_lists + s->data;
    assert_int_equal(list[0], 1);
    const zgi_place *p = &view.places[list[1]];
    assert_int_equal(p->code, 421022);
    assert_int_equal(p->level, ZGI_L_COUNTY);
    assert_int_equal(p->type, 0x53bf); /* 县 */
    assert_string_equal(view.strings + p->name, "公安县");
    p = &view.places[p->parent];
    assert_string_equal(view.strings + p->name, "荆州市");
    p = &view.places[p->parent];
    assert_string_equal(view.strings + p->name, "湖北省");
    assert_int_equal(p->parent, UINT32_MAX);
    const zgi_sense *brief = sense_of("荆州", ZGI_C_PLACE);
    assert_non_null(brief);
    assert_true(brief->bits & ZGI_F_SHORT);
    assert_false(s->bits & ZGI_F_SHORT);
}

static void names_have_costs(void **state)
{
    (void)state;
    const zgi_name_char *wang = &view.name_chars[view.char_code[0x738b]]; /* 王 */
    const zgi_name_char *de = &view.name_chars[view.char_code[0x7684]];   /* 的 */
    assert_true(wang->surname > 200 && wang->surname < 350); /* 7 of 100 persons: 266 */
    assert_int_equal(de->surname, ZGI_COST_NONE);
    assert_int_equal(view.name_chars[0].surname, ZGI_COST_NONE);
}

static void rules_come_by_priority(void **state)
{
    (void)state;
    assert_true(view.rule_count > 0);
    for (uint32_t k = 1; k < view.rule_count; k++)
        assert_true(view.rules[k - 1].priority >= view.rules[k].priority);
}

static void string_tables_are_found(void **state)
{
    (void)state;
    zgi_table ranks;
    assert_false(zgi_table_find(&view, "no such table", &ranks));
    assert_int_equal(ranks.rows, 0);
    assert_true(zgi_table_find(&view, "ranks", &ranks));
    assert_true(ranks.rows > 0);
    assert_int_equal(zgi_table_column(&ranks, "source"), ZGI_TABLE_NONE);
    assert_int_equal(zgi_table_column(&ranks, "note"), ZGI_TABLE_NONE);
    assert_string_equal(zgi_table_cell(&ranks, ranks.rows, 0), "");
    assert_string_equal(zgi_table_cell(&ranks, 0, ranks.columns), "");
    assert_int_equal(zgi_table_next(&ranks, ranks.rows), ZGI_TABLE_NONE);
    assert_int_equal(zgi_table_seek(&ranks, "没有这样的官"), ZGI_TABLE_NONE);
    /* seek and next visit exactly the rows with that key, in order: compare with a plain walk */
    for (uint32_t row = 0; row < ranks.rows; row++) {
        const char *key = zgi_table_cell(&ranks, row, 0);
        uint32_t at = zgi_table_seek(&ranks, key);
        for (uint32_t k = 0; k < ranks.rows; k++) {
            if (strcmp(zgi_table_cell(&ranks, k, 0), key) != 0)
                continue;
            assert_int_equal(at, k);
            at = zgi_table_next(&ranks, at);
        }
        assert_int_equal(at, ZGI_TABLE_NONE);
    }
    const char *key = zgi_table_cell(&ranks, 0, 0);
    char longer[256];
    snprintf(longer, sizeof longer, "%sxyz", key);
    assert_int_equal(zgi_table_seek_n(&ranks, longer, strlen(key)), zgi_table_seek(&ranks, key));
}

static void files_are_read_and_mapped(void **state)
{
    (void)state;
    char path[] = "/tmp/zhiguan-test-XXXXXX";
    int fd = mkstemp(path);
    FILE *f = fdopen(fd, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(image, 1, image_len, f), image_len);
    assert_int_equal(fclose(f), 0);
    for (int mapped = 0; mapped < 2; mapped++) {
        zgi_dict_file file;
        zgi_dict_view v;
        assert_int_equal(zgi_dict_map_file(path, mapped != 0, NULL, &file, NULL), ZG_OK);
        assert_int_equal(file.len, image_len);
        assert_memory_equal(file.bytes, image, image_len);
        assert_int_equal(zgi_dict_load(file.bytes, file.len, &v, NULL), ZG_OK);
        zgi_dict_unmap_file(&file);
        assert_null(file.bytes);
        zgi_dict_unmap_file(&file);
    }
    zgi_dict_unmap_file(NULL);
    zg_error err = ZG_ERROR_INIT;
    zgi_dict_file file;
    assert_int_equal(truncate(path, 0), 0);
    assert_int_equal(zgi_dict_map_file(path, true, NULL, &file, &err), ZG_E_IMAGE);
    unlink(path);
    assert_int_equal(zgi_dict_map_file(path, false, NULL, &file, &err), ZG_E_OPEN);
    assert_non_null(strstr(err.detail, path));
    assert_int_equal(zgi_dict_map_file("/tmp", false, NULL, &file, &err), ZG_E_READ);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(folding_joins_two_ways_of_writing),
        cmocka_unit_test(places_know_their_parents),
        cmocka_unit_test(names_have_costs),
        cmocka_unit_test(rules_come_by_priority),
        cmocka_unit_test(string_tables_are_found),
        cmocka_unit_test(files_are_read_and_mapped),
    };
    return cmocka_run_group_tests(tests, open_builtin, NULL);
}
