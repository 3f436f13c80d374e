/* Images from a stranger: every kind of damage is refused with its section and place, also where
 * the sums have been made right again; nothing is read outside the bytes that were given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dict/dict.h"
#include "dict/dict_image.h"

static uint8_t *image; /* a copy that a test may change */
static const uint8_t *sound;
static size_t len;
static zgi_crc crc;

static int take_copy(void **state)
{
    (void)state;
    sound = zgi_dict_builtin_bytes(&len);
    image = malloc(len);
    zgi_crc_init(&crc);
    return image == NULL ? -1 : 0;
}

static int drop_copy(void **state)
{
    (void)state;
    free(image);
    return 0;
}

static int renew(void **state)
{
    (void)state;
    memcpy(image, sound, len);
    return 0;
}

static uint64_t get(size_t at, size_t size)
{
    uint64_t v = 0;
    memcpy(&v, image + at, size);
    return v;
}

static void put(size_t at, size_t size, uint64_t v)
{
    memcpy(image + at, &v, size);
}

static size_t entry_of(zgi_section s)
{
    return ZGI_IMAGE_HEAD + (size_t)s * ZGI_IMAGE_ENTRY;
}

static size_t offset_of(zgi_section s)
{
    return (size_t)get(entry_of(s) + 8, 8);
}

static size_t size_of(zgi_section s)
{
    return (size_t)get(entry_of(s) + 16, 8);
}

/* Makes all sums right, as someone would who wants to be let in. */
static void sum_again(void)
{
    for (int s = 0; s < ZGI_SECTION_COUNT; s++) {
        zgi_section id = (zgi_section)s;
        if (offset_of(id) <= len && size_of(id) <= len - offset_of(id))
            put(entry_of(id) + 4, 4, zgi_crc_of(&crc, 0, image + offset_of(id), size_of(id)));
    }
    uint32_t sum = zgi_crc_of(&crc, 0, image, 60);
    sum = zgi_crc_of(&crc, sum, image + ZGI_IMAGE_HEAD, ZGI_SECTION_COUNT * ZGI_IMAGE_ENTRY);
    put(60, 4, sum);
}

static void refused(zg_status status, uint64_t offset, const char *words)
{
    zgi_dict_view v;
    zg_error err = ZG_ERROR_INIT;
    assert_int_equal(zgi_dict_load(image, len, &v, &err), status);
    assert_int_equal(err.code, status);
    if (strstr(err.detail, words) == NULL)
        fail_msg("no '%s' in: %s", words, err.detail);
    assert_int_equal(err.offset, offset);
    assert_null(v.units);
}

static void the_sum_is_the_one_of_zip(void **state)
{
    (void)state;
    const uint8_t digits[] = "123456789";
    assert_int_equal(zgi_crc_of(&crc, 0, digits, 9), 0xcbf43926);
    assert_int_equal(zgi_crc_of(&crc, zgi_crc_of(&crc, 0, digits, 4), digits + 4, 5), 0xcbf43926);
}

static void heads_are_refused(void **state)
{
    (void)state;
    zgi_dict_view v;
    zg_error err = ZG_ERROR_INIT;
    assert_int_equal(zgi_dict_load(NULL, 0, &v, &err), ZG_E_ARGUMENT);
    assert_int_equal(zgi_dict_load(image + 1, len - 1, &v, &err), ZG_E_ARGUMENT);
    image[0] ^= 1;
    refused(ZG_E_IMAGE, 0, "not a zhiguan dictionary");
    image[0] ^= 1;
    put(8, 4, 0x04030201);
    refused(ZG_E_VERSION, 8, "byte order");
    put(8, 4, ZGI_IMAGE_ENDIAN);
    put(12, 4, 99);
    refused(ZG_E_VERSION, 12, "image format 99");
    put(12, 4, ZGI_IMAGE_FORMAT);
    put(16, 8, len + 1);
    refused(ZG_E_IMAGE, 16, "not as long");
    put(16, 8, len);
    put(56, 4, 3);
    refused(ZG_E_IMAGE, 56, "sections");
    put(56, 4, ZGI_SECTION_COUNT);
    image[30] ^= 1;
    refused(ZG_E_IMAGE, 60, "sum");
}

static void every_cut_is_refused(void **state)
{
    (void)state;
    zgi_dict_view v;
    for (size_t n = 0; n < len; n = n < 2000 ? n + 1 : n * 2) {
        uint8_t *cut = malloc(n > 0 ? n : 1); /* so that reading behind it is seen */
        assert_non_null(cut);
        memcpy(cut, sound, n);
        assert_int_not_equal(zgi_dict_load(cut, n, &v, NULL), ZG_OK);
        free(cut);
    }
}

static void section_tables_are_refused(void **state)
{
    (void)state;
    size_t entry = entry_of(ZGI_SECTION_UNITS);
    static const struct {
        size_t at, size;
        uint64_t value;
        const char *words;
    } wrong[] = {
        {0, 4, 0x41414141, "section TRIE: is missing"},
        {8, 8, UINT64_MAX - 7, "section TRIE: lies outside"},
        {8, 8, 64, "section TRIE: lies outside"},
        {16, 8, UINT64_MAX, "section TRIE: lies outside"},
        {16, 8, 6, "section TRIE: has a size"},
        {4, 4, 1, "section TRIE: is damaged"},
    };
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
        zgi_dict_view v;
        zg_error err = ZG_ERROR_INIT;
        renew(NULL);
        sum_again();
        put(entry + wrong[k].at, wrong[k].size, wrong[k].value);
        uint32_t sum = zgi_crc_of(&crc, 0, image, 60);
        put(60, 4, zgi_crc_of(&crc, sum, image + 64, ZGI_SECTION_COUNT * ZGI_IMAGE_ENTRY));
        assert_int_equal(zgi_dict_load(image, len, &v, &err), ZG_E_IMAGE);
        if (strstr(err.detail, wrong[k].words) == NULL)
            fail_msg("no '%s' in: %s", wrong[k].words, err.detail);
    }
    renew(NULL);
    put(offset_of(ZGI_SECTION_UNITS) + size_of(ZGI_SECTION_UNITS) - 8, 8, 0);
    put(entry + 16, 8, size_of(ZGI_SECTION_UNITS) - 8);
    sum_again();
    refused(ZG_E_IMAGE, offset_of(ZGI_SECTION_UNITS),
            "section TRIE, element 0: the trie has no whole");
}

static void bytes_between_sections_are_refused(void **state)
{
    (void)state;
    unsigned gaps = 0;
    for (int s = 0; s + 1 < ZGI_SECTION_COUNT; s++) {
        size_t end = offset_of((zgi_section)s) + size_of((zgi_section)s);
        if (end == offset_of((zgi_section)(s + 1)))
            continue;
        renew(NULL);
        image[end] = 1;
        refused(ZG_E_IMAGE, end, "has bytes before it that belong to no section");
        gaps++;
    }
    assert_true(gaps > 0);
}

/* The offset lies in the section that the sentence names. */
static bool inside_named_section(const zg_error *err)
{
    for (int s = 0; s < ZGI_SECTION_COUNT; s++) {
        size_t from = offset_of((zgi_section)s);
        if (err->offset >= from && err->offset < from + size_of((zgi_section)s))
            return memcmp(err->detail + strlen("section "), image + entry_of((zgi_section)s), 4) ==
                   0;
    }
    return false;
}

/* Each row: one figure that must not stand where it stands. */
enum { LAST = -1 };
static const struct {
    zgi_section section;
    int element; /* LAST: the last one */
    size_t byte, size;
    uint64_t value;
    const char *words;
} wrong[] = {
    {ZGI_SECTION_CHARS, 0x4e00, 0, 2, 0xffff, "section CMAP, element 19968"},
    {ZGI_SECTION_FOLD, 0x4e00, 0, 2, 0xd800, "section FOLD, element 19968"},
    {ZGI_SECTION_FOLD, 0x4e00, 0, 2, 0, "section FOLD"},
    {ZGI_SECTION_UNITS, 1, 2, 3, 0xfffff0, "section TRIE, element 1: points outside the trie"},
    {ZGI_SECTION_UNITS, LAST, 2, 3, 0xfffff0, "section TRIE"},
    {ZGI_SECTION_UNITS, 7, 5, 3, 0xfffff0, "section TRIE, element 7: points outside the senses"},
    {ZGI_SECTION_SENSES, 5, 0, 1, ZGI_C_COUNT, "section SENS, element 5: a class"},
    {ZGI_SECTION_SENSES, 5, 1, 1, 2, "section SENS, element 5"},
    {ZGI_SECTION_SENSES, LAST, 1, 1, 0, "has no end mark"},
    {ZGI_SECTION_LISTS, 0, 0, 4, 1, "the first list"},
    {ZGI_SECTION_LISTS, 1, 0, 4, 0xfffffff0, "does not point to its list"},
    {ZGI_SECTION_LISTS, 2, 0, 4, 0xfffffff0, "section PLIS, element 2: no such place"},
    {ZGI_SECTION_NAMES, 3, 0, 2, 0x7fff, "section NAMC, element 3"},
    {ZGI_SECTION_PLACES, 4, 4, 4, 0xfffffff0, "section PLAC, element 4: its name"},
    {ZGI_SECTION_PLACES, 4, 12, 1, 9, "section PLAC, element 4: a level"},
    {ZGI_SECTION_PLACES, 4, 0, 4, 0xffffffff, "section PLAC, element 4: a code that no"},
    {ZGI_SECTION_PLACES, 4, 0, 4, 42, "section PLAC, element 4: a code that no"},
    {ZGI_SECTION_PLACES, 4, 8, 4, 0xfffffff0, "section PLAC, element 4: no such parent"},
    {ZGI_SECTION_PLACES, 4, 8, 4, 4, "section PLAC, element 4: its parent is not above"},
    {ZGI_SECTION_RULES, 0, 4, 4, 0xfffffff0, "section RULE, element 0: points to no string"},
    {ZGI_SECTION_RULES, 0, 20, 4, 101, "section RULE, element 0: a confidence"},
    {ZGI_SECTION_RULES, 0, 24, 8, 1, "section RULE, element 0: a figure"},
    {ZGI_SECTION_TRANSITIONS, 9, 0, 4, 0x7fffffff, "section TRAN, element 9"},
    {ZGI_SECTION_WEIGHTS, 2, 0, 4, 0x80000000, "section WGHT, element 2"},
    {ZGI_SECTION_TABLES, 0, 0, 4, 0xfffffff0, "section TABL, element 0"},
    {ZGI_SECTION_TABLES, 1, 0, 4, 0xfffffff0, "a table without a name"},
    {ZGI_SECTION_TABLES, 2, 0, 4, 0xfffffff0, "a table larger"},
    {ZGI_SECTION_TABLES, 5, 0, 4, 0xfffffff0, "a table that lies outside"},
    {ZGI_SECTION_TABLES, LAST, 0, 4, 0xfffffff0, "no such row"},
    {ZGI_SECTION_STRINGS, 0, 0, 1, 'x', "the first string"},
    {ZGI_SECTION_STRINGS, 1, 0, 1, 0xff, "section STRS, element 1: is not UTF-8"},
    {ZGI_SECTION_STRINGS, LAST, 0, 1, 'x', "has no end"},
    {ZGI_SECTION_VERSION, 0, 0, 1, '\n', "section VERS, element 0"},
    {ZGI_SECTION_VERSION, LAST, 0, 1, '1', "section VERS"},
};

static void contents_are_refused(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
        static const size_t units[] = {
#define ZGI_X(id, tag, size) size,
            ZGI_SECTIONS(ZGI_X)
#undef ZGI_X
        };
        size_t unit = units[wrong[k].section];
        size_t from = wrong[k].element == LAST ? size_of(wrong[k].section) - unit
                                               : (size_t)wrong[k].element * unit;
        zgi_dict_view v;
        zg_error err = ZG_ERROR_INIT;
        renew(NULL);
        put(offset_of(wrong[k].section) + from + wrong[k].byte, wrong[k].size, wrong[k].value);
        sum_again();
        assert_int_equal(zgi_dict_load(image, len, &v, &err), ZG_E_IMAGE);
        if (strstr(err.detail, wrong[k].words) == NULL)
            fail_msg("no '%s' in: %s", wrong[k].words, err.detail);
        assert_true(inside_named_section(&err));
    }
}

/* Random damage, sums made right: refused, or every walk stays inside. */
static void damage_at_random_is_refused_or_harmless(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252u; /* xorshift: the same damage in every run */
    uint32_t let_in = 0;
    for (int round = 0; round < 60; round++) {
        zgi_dict_view v;
        renew(NULL);
        for (int hit = 0; hit < 3; hit++) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            zgi_section s = (zgi_section)(seed % ZGI_SECTION_COUNT);
            image[offset_of(s) + (seed >> 16) % size_of(s)] ^= (uint8_t)(1u << (seed >> 8 & 7));
        }
        sum_again();
        if (zgi_dict_load(image, len, &v, NULL) != ZG_OK)
            continue;
        let_in++;
        for (uint32_t unit = 0; unit < v.unit_count; unit += 97)
            for (uint16_t c = 1; c < v.char_count; c = (uint16_t)(c * 2 + 1))
                assert_true(zgi_trie_step(&v, unit, c) < v.unit_count);
    }
    assert_true(let_in < 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sum_is_the_one_of_zip),
        cmocka_unit_test_setup(heads_are_refused, renew),
        cmocka_unit_test(every_cut_is_refused),
        cmocka_unit_test_setup(section_tables_are_refused, renew),
        cmocka_unit_test_setup(bytes_between_sections_are_refused, renew),
        cmocka_unit_test_setup(contents_are_refused, renew),
        cmocka_unit_test(damage_at_random_is_refused_or_harmless),
    };
    return cmocka_run_group_tests(tests, take_copy, drop_copy);
}
