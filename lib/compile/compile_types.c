/* Types of cells (see compile_types.h): the names come from dict/classes.h, so that tables, image
 * and library agree. A type with choices is written one:a|b|c, a number with a range int:0..100. */
#include "compile/compile_types.h"

#include <stdlib.h>
#include <string.h>

#include "compile/compile_shape.h"
#include "compile/compile_table.h"
#include "dict/classes.h"

/* No name of an organisation, office or place that was met is longer; the trie needs no limit. */
#define WORD_MAX 40u

typedef struct named {
    const char *name;
    uint32_t value;
} named;

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const named classes[] = {
#define ZGI_X(id, name, group) {name, ZGI_C_##id},
    ZGI_CLASSES(ZGI_X)
#undef ZGI_X
};
static const named kinds[] = {
#define ZGI_X(id, name, bit) {name, 1u << (bit)},
    ZGI_KINDS(ZGI_X)
#undef ZGI_X
        {"all", ZGI_K_ALL}};
static const named flags[] = {
#define ZGI_X(id, name, bit) {name, 1u << (bit)},
    ZGI_FLAGS(ZGI_X)
#undef ZGI_X
};
static const named weights[] = {
#define ZGI_X(id, name) {name, ZGI_W_##id},
    ZGI_WEIGHTS(ZGI_X)
#undef ZGI_X
};
static const named levels[] = {{"country", ZGI_L_COUNTRY},       {"province", ZGI_L_PROVINCE},
                               {"prefecture", ZGI_L_PREFECTURE}, {"county", ZGI_L_COUNTY},
                               {"township", ZGI_L_TOWNSHIP},     {"zone", ZGI_L_ZONE}};
/* Groups are named in capitals in classes.h and in small letters in tables. */
static const named groups[] = {
#define ZGI_X(id) {#id, ZGI_G_##id},
    ZGI_GROUPS(ZGI_X)
#undef ZGI_X
};

static bool same(const char *a, size_t len, const char *b)
{
    return strncmp(a, b, len) == 0 && b[len] == 0;
}

static const named *find(const named *list, size_t count, const char *s, size_t len)
{
    for (size_t k = 0; k < count; k++)
        if (same(s, len, list[k].name))
            return &list[k];
    return NULL;
}

bool zgc_class_of(const char *cell, uint8_t *out)
{
    const named *n = find(classes, COUNT(classes), cell, strlen(cell));
    if (n != NULL)
        *out = (uint8_t)n->value;
    return n != NULL;
}

bool zgc_group_of(const char *cell, uint8_t *out)
{
    char upper[16];
    size_t n = strlen(cell);
    if (n >= sizeof upper)
        return false;
    for (size_t k = 0; k <= n; k++) {
        if (cell[k] >= 'A' && cell[k] <= 'Z')
            return false;
        upper[k] = cell[k] >= 'a' && cell[k] <= 'z' ? (char)(cell[k] - 'a' + 'A') : cell[k];
    }
    const named *g = find(groups, COUNT(groups), upper, n);
    if (g != NULL)
        *out = (uint8_t)g->value;
    return g != NULL;
}

bool zgc_weight_of(const char *cell, uint32_t *out)
{
    const named *n = find(weights, COUNT(weights), cell, strlen(cell));
    if (n != NULL)
        *out = n->value;
    return n != NULL;
}

bool zgc_level_of(const char *cell, uint8_t *out)
{
    const named *n = find(levels, COUNT(levels), cell, strlen(cell));
    if (n != NULL)
        *out = (uint8_t)n->value;
    return n != NULL;
}

bool zgc_int(const char *cell, int64_t *out)
{
    const char *p = cell + (cell[0] == '-');
    int64_t v = 0;
    *out = 0;
    if (*p == 0 || strlen(p) > 15)
        return false;
    for (; *p != 0; p++) {
        if (*p < '0' || *p > '9')
            return false;
        v = v * 10 + (*p - '0');
    }
    *out = cell[0] == '-' ? -v : v;
    return true;
}

/* Bits of a comma list; *bad is the first name that is none (its length in *bad_len). */
static uint32_t bits(const named *list, size_t count, const char *cell, const char **bad,
                     size_t *bad_len)
{
    uint32_t all = 0;
    *bad = NULL;
    if (zgc_empty(cell))
        return 0;
    for (const char *p = cell;; p++) {
        size_t n = strcspn(p, ",");
        const named *one = find(list, count, p, n);
        if (one != NULL) {
            all |= one->value;
        } else if (*bad == NULL) {
            *bad = p;
            *bad_len = n;
        }
        p += n;
        if (*p == 0)
            return all;
    }
}

uint32_t zgc_bits_of(const char *kind_cell, const char *flag_cell)
{
    const char *bad;
    size_t len;
    return bits(kinds, COUNT(kinds), kind_cell, &bad, &len) |
           bits(flags, COUNT(flags), flag_cell, &bad, &len);
}

/* ---- checks: one a type ---- */

typedef struct cell {
    zgc_data *data;
    const zgc_table *table;
    const zgc_row *row;
    uint32_t column;
    const char *text, *argument; /* argument: what follows the type's colon */
} cell;

static void fault(const cell *c, zgc_code code, const char *first, const char *second)
{
    zgc_fault_cell(c->data, c->table, c->row, c->column, code, first, second);
}

static void check_str(const cell *c)
{
    (void)c;
}

static void check_word(const cell *c)
{
    uint32_t n = 0;
    unsigned size;
    for (const char *p = c->text; *p != 0; p += size, n++)
        (void)zgc_char(p, &size);
    if (n > WORD_MAX)
        fault(c, ZGC_E2015, c->text, zgc_number(WORD_MAX));
}

static void check_int(const cell *c)
{
    int64_t v;
    if (!zgc_int(c->text, &v)) {
        fault(c, ZGC_E2011, c->text, NULL);
        return;
    }
    const char *dots = c->argument == NULL ? NULL : strstr(c->argument, "..");
    if (dots != NULL && (v < strtoll(c->argument, NULL, 10) || v > strtoll(dots + 2, NULL, 10)))
        fault(c, ZGC_E2012, c->text, c->argument);
}

static void check_class(const cell *c)
{
    uint8_t class;
    if (!zgc_class_of(c->text, &class))
        fault(c, ZGC_E2004, c->text, NULL);
    else if (class == ZGI_C_NAME || class >= ZGI_C_SEP)
        fault(c, ZGC_E2018, c->text, NULL);
}

static void check_bits(const cell *c, const named *list, size_t count, zgc_code code)
{
    const char *bad;
    size_t len;
    (void)bits(list, count, c->text, &bad, &len);
    if (bad != NULL)
        fault(c, code, zgc_strndup(bad, len), NULL);
}

static void check_kinds(const cell *c)
{
    check_bits(c, kinds, COUNT(kinds), ZGC_E2005);
}

static void check_flags(const cell *c)
{
    check_bits(c, flags, COUNT(flags), ZGC_E2006);
}

static void check_group(const cell *c)
{
    uint8_t group;
    if (strcmp(c->text, "*") != 0 && !zgc_group_of(c->text, &group))
        fault(c, ZGC_E2007, c->text, NULL);
}

static void check_weight(const cell *c)
{
    uint32_t weight;
    if (!zgc_weight_of(c->text, &weight))
        fault(c, ZGC_E2008, c->text, NULL);
}

static void check_level(const cell *c)
{
    uint8_t level;
    if (!zgc_level_of(c->text, &level))
        fault(c, ZGC_E2009, c->text, NULL);
}

static void check_one(const cell *c)
{
    const char *p = c->argument;
    for (size_t n = strcspn(p, "|"); *p != 0; n = strcspn(p, "|")) {
        if (strlen(c->text) == n && strncmp(c->text, p, n) == 0)
            return;
        p += n + (p[n] == '|');
    }
    fault(c, ZGC_E2010, c->text, c->argument);
}

static void check_char(const cell *c)
{
    uint32_t v;
    if (!zgc_one_char(c->text, &v))
        fault(c, ZGC_E2013, c->text, NULL);
    else if (v > 0xffff)
        fault(c, ZGC_E2016, c->text, NULL);
}

static void check_code(const cell *c)
{
    int64_t v;
    size_t n = strlen(c->text);
    if (!zgc_int(c->text, &v) || v < 0 || (n != 6 && n != 9 && strcmp(c->text, "0") != 0))
        fault(c, ZGC_E2021, c->text, NULL);
}

/* Examples of rules: class strings separated by blanks. A letter that no item has would make a `no`
 * example true for the wrong reason. */
static void check_classes(const cell *c)
{
    for (const char *p = c->text; c->argument != NULL && *p != 0; p++) {
        if (*p == ' ' || strchr(c->argument, *p) != NULL)
            continue;
        unsigned size;
        (void)zgc_char(p, &size);
        fault(c, ZGC_E3007, zgc_strndup(p, size), NULL);
        return;
    }
}

static int by_bytes(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static void check_source(const cell *c)
{
    const zgc_data *d = c->data;
    if (d->sources != NULL && /* without SOURCES.md there is one fault, not one a row */
        bsearch(c->text, d->sources, d->source_count, sizeof *d->sources, by_bytes) == NULL)
        fault(c, ZGC_E2014, c->text, NULL);
}

static const struct {
    const char *name;
    void (*check)(const cell *c);
    bool argument;
} types[] = {
    {"str", check_str, false},       {"word", check_word, false},
    {"int", check_int, true},        {"class", check_class, false},
    {"kinds", check_kinds, false},   {"flags", check_flags, false},
    {"group", check_group, false},   {"weight", check_weight, false},
    {"level", check_level, false},   {"one", check_one, true},
    {"char", check_char, false},     {"code", check_code, false},
    {"pattern", check_str, false},   {"classes", check_classes, true},
    {"source", check_source, false}, {"note", check_str, false},
};

static size_t type_index(const char *type)
{
    size_t k = 0, n = strcspn(type, ":");
    while (k < COUNT(types) && !same(type, n, types[k].name))
        k++;
    return k;
}

bool zgc_type_known(const char *type)
{
    size_t k = type_index(type);
    const char *colon = strchr(type, ':');
    if (k == COUNT(types) || (colon != NULL && !types[k].argument))
        return false;
    return strcmp(types[k].name, "one") != 0 || (colon != NULL && colon[1] != 0);
}

void zgc_type_check(zgc_data *data, const zgc_table *table, const zgc_row *row, uint32_t column,
                    const char *type)
{
    const char *colon = strchr(type, ':');
    size_t k = type_index(type);
    cell c = {data, table, row, column, row->cells[column], colon == NULL ? NULL : colon + 1};
    if (k < COUNT(types))
        types[k].check(&c);
}
