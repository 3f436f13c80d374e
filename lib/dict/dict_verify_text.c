/* What has strings: the pool, the version, places, rules and string tables. After this every
 * offset is the beginning of a UTF-8 string that ends inside the pool, and the parents of a place
 * come to an end. */
#include <string.h>

#include "dict/dict_load.h"

static bool string_ok(const zgi_dict_view *v, uint32_t offset)
{
    return offset < v->string_size && ((unsigned char)v->strings[offset] & 0xc0) != 0x80;
}

static zg_status verify_strings(const zgi_load *load, const zgi_dict_view *v)
{
    size_t good = zgi_utf8_valid((const uint8_t *)v->strings, v->string_size);
    if (good != v->string_size)
        return zgi_load_bad(load, ZGI_SECTION_STRINGS, good, "is not UTF-8");
    if (v->strings[0] != 0)
        return zgi_load_bad(load, ZGI_SECTION_STRINGS, 0, "the first string is not empty");
    if (v->strings[v->string_size - 1] != 0)
        return zgi_load_bad(load, ZGI_SECTION_STRINGS, v->string_size - 1,
                            "the last string has no end");
    uint32_t size = load->parts[ZGI_SECTION_VERSION].count;
    for (uint32_t k = 0; k < size; k++) {
        char c = v->data_version[k];
        if (k + 1 == size ? c != 0 : (c <= ' ' || c > '~'))
            return zgi_load_bad(load, ZGI_SECTION_VERSION, k, "is no word in ASCII");
    }
    return ZG_OK;
}

/* Six digits, or nine for townships; 0 where there is none. */
static bool code_ok(uint32_t code)
{
    return code == 0 || (code >= 100000 && code <= 999999) ||
           (code >= 100000000 && code <= 999999999);
}

static zg_status verify_places(const zgi_load *load, const zgi_dict_view *v)
{
    for (uint32_t k = 0; k < v->place_count; k++) {
        const zgi_place *p = &v->places[k];
        if (!string_ok(v, p->name))
            return zgi_load_bad(load, ZGI_SECTION_PLACES, k, "its name is no string");
        if (p->level > ZGI_L_ZONE || p->former > 1)
            return zgi_load_bad(load, ZGI_SECTION_PLACES, k, "a level or mark out of range");
        if (!code_ok(p->code))
            return zgi_load_bad(load, ZGI_SECTION_PLACES, k, "a code that no division has");
        if (p->parent == UINT32_MAX)
            continue;
        if (p->parent >= v->place_count)
            return zgi_load_bad(load, ZGI_SECTION_PLACES, k, "no such parent");
        if (v->places[p->parent].level >= p->level) /* so that no chain of parents is a ring */
            return zgi_load_bad(load, ZGI_SECTION_PLACES, k, "its parent is not above it");
    }
    return ZG_OK;
}

static zg_status verify_rules(const zgi_load *load, const zgi_dict_view *v)
{
    for (uint32_t k = 0; k < v->rule_count; k++) {
        const zgi_rule *r = &v->rules[k];
        if (!string_ok(v, r->id) || !string_ok(v, r->pattern) || !string_ok(v, r->emit) ||
            !string_ok(v, r->status))
            return zgi_load_bad(load, ZGI_SECTION_RULES, k, "points to no string");
        if (r->confidence > 100)
            return zgi_load_bad(load, ZGI_SECTION_RULES, k, "a confidence over 100");
        if (r->spare != 0)
            return zgi_load_bad(load, ZGI_SECTION_RULES, k, "a figure this format does not have");
    }
    return ZG_OK;
}

static bool words_ok(const zgi_dict_view *v, uint32_t at, uint64_t count)
{
    return at <= v->table_words && count <= v->table_words - at;
}

static zg_status verify_table(const zgi_load *load, const zgi_dict_view *v, uint32_t at)
{
    const uint32_t *head = v->tables + at;
    uint32_t columns = head[ZGI_TW_COLUMNS], rows = head[ZGI_TW_ROWS];
    uint64_t cells = (uint64_t)columns * rows;
    if (!string_ok(v, head[ZGI_TW_NAME]))
        return zgi_load_bad(load, ZGI_SECTION_TABLES, at, "a table without a name");
    if (columns == 0 || !words_ok(v, head[ZGI_TW_HEADER], columns) ||
        !words_ok(v, head[ZGI_TW_CELLS], cells) || !words_ok(v, head[ZGI_TW_ORDER], rows))
        return zgi_load_bad(load, ZGI_SECTION_TABLES, at, "a table that lies outside the section");
    for (uint32_t k = 0; k < columns; k++)
        if (!string_ok(v, v->tables[head[ZGI_TW_HEADER] + k]))
            return zgi_load_bad(load, ZGI_SECTION_TABLES, head[ZGI_TW_HEADER] + k, "no string");
    for (uint64_t k = 0; k < cells; k++)
        if (!string_ok(v, v->tables[head[ZGI_TW_CELLS] + k]))
            return zgi_load_bad(load, ZGI_SECTION_TABLES, head[ZGI_TW_CELLS] + k, "no string");
    for (uint32_t k = 0; k < rows; k++)
        if (v->tables[head[ZGI_TW_ORDER] + k] >= rows)
            return zgi_load_bad(load, ZGI_SECTION_TABLES, head[ZGI_TW_ORDER] + k, "no such row");
    return ZG_OK;
}

/* Overlapping tables would cost time over and over: together they may not exceed the section. */
static zg_status verify_tables(const zgi_load *load, const zgi_dict_view *v)
{
    uint32_t count = v->tables[0];
    uint64_t words = 0;
    zg_status status = ZG_OK;
    if ((uint64_t)count * ZGI_TABLE_WORDS > v->table_words - 1)
        return zgi_load_bad(load, ZGI_SECTION_TABLES, 0, "more tables than the section can hold");
    for (uint32_t k = 0; status == ZG_OK && k < count; k++) {
        uint32_t at = 1 + k * ZGI_TABLE_WORDS;
        uint64_t columns = v->tables[at + ZGI_TW_COLUMNS], rows = v->tables[at + ZGI_TW_ROWS];
        if (columns > v->table_words || rows > v->table_words)
            return zgi_load_bad(load, ZGI_SECTION_TABLES, at, "a table larger than the section");
        words += columns + rows + columns * rows;
        if (words > v->table_words)
            return zgi_load_bad(load, ZGI_SECTION_TABLES, at, "tables lie over each other");
        status = verify_table(load, v, at);
    }
    return status;
}

zg_status zgi_verify_text(const zgi_load *load, const zgi_dict_view *v)
{
    zg_status (*const checks[])(const zgi_load *, const zgi_dict_view *) = {
        verify_strings, verify_places, verify_rules, verify_tables};
    zg_status status = ZG_OK;
    for (size_t k = 0; status == ZG_OK && k < sizeof checks / sizeof checks[0]; k++)
        status = checks[k](load, v);
    return status;
}
