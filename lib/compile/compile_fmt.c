/* zgc fmt: the form of tables, without judging what they say.
 *
 * Every table: no BOM, LF, "# " before a comment, '-' in an empty note, a line end at the end, no
 * empty lines. Lexicons, divisions and the tables of names and folding: rows sorted by their key.
 * Rules and resolve tables keep their order. Doing it twice changes nothing the second time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/compile_file.h"
#include "compile/compile_shape.h"
#include "compile/compile_table.h"
#include "dict/dict_image.h"

typedef struct text {
    char *items;
    uint32_t count, cap;
} text;

typedef struct line {
    const char *text;
    const char *key[2];
    zgc_shape shape;
    uint32_t order;
} line;

typedef struct lines {
    line *items;
    uint32_t count, cap;
} lines;

static void put(text *out, const char *s)
{
    for (; *s != 0; s++)
        ZGC_PUSH(out, items, *s);
}

static void put_line(text *out, const char *s)
{
    put(out, s);
    put(out, "\n");
}

static void put_comment(text *out, const char *s)
{
    size_t n = strlen(s);
    while (n > 1 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
        n--;
    char *cut = zgc_strndup(s, n);
    put(out, "#");
    if (n > 1 && cut[1] != ' ')
        put(out, " ");
    put_line(out, cut + 1);
    zgc_free(cut);
}

/* Lines of the file, without BOM, CR and empty ones. */
static lines split(const zgc_table *t)
{
    lines all = {0};
    char *at = zgc_strndup(t->bytes, t->len), *end = at + t->len;
    if (strncmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    while (at < end) {
        char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        *stop = 0;
        if (stop > at && stop[-1] == '\r')
            stop[-1] = 0;
        line one = {.text = at, .order = all.count};
        if (*at != 0)
            ZGC_PUSH(&all, items, one);
        at = stop + 1;
    }
    return all;
}

static char *cell_of(const char *row, uint32_t column)
{
    for (; column > 0; column--) {
        row = strchr(row, '\t');
        if (row == NULL)
            return zgc_strndup("", 0);
        row++;
    }
    return zgc_strndup(row, strcspn(row, "\t"));
}

static void take_header(zgc_table *t, const char *header)
{
    t->columns = 1;
    for (const char *p = header; *p != 0; p++)
        t->columns += *p == '\t';
    t->header = zgc_alloc(t->columns, sizeof *t->header);
    for (uint32_t k = 0; k < t->columns; k++)
        t->header[k] = cell_of(header, k);
    t->shape = zgc_shape_of(t);
}

static void take_keys(const zgc_table *t, line *l)
{
    const zgc_shape_info *info = zgc_shape_get(t->shape);
    l->shape = t->shape;
    for (int k = 0; k < 2; k++) {
        uint32_t column = info->keys[k] == NULL ? UINT32_MAX : zgc_column(t, info->keys[k]);
        l->key[k] = column == UINT32_MAX ? "" : cell_of(l->text, column);
    }
}

static int by_key(const void *a, const void *b)
{
    const line *x = a, *y = b;
    int order = zgc_key_compare(x->shape, x->key, y->key);
    return order != 0 ? order : x->order < y->order ? -1 : x->order > y->order;
}

/* A row whose note was left empty ends with a tab, or is one tab short of it. */
static void put_row(const zgc_table *t, text *out, const char *row)
{
    size_t n = strlen(row);
    bool note = strcmp(t->header[t->columns - 1], "note") == 0;
    put(out, row);
    put(out, note && n > 0 && row[n - 1] == '\t' ? "-\n" : "\n");
}

/* The table in its form: comments and header as they come, then the rows. */
static text format(zgc_table *t)
{
    lines all = split(t), rows = {0};
    text out = {0};
    bool ordered = zgc_shape_ordered(t->name) || strchr(t->name, '/') == NULL;
    for (uint32_t k = 0; k < all.count; k++) {
        line *l = &all.items[k];
        if (l->text[0] == '#') {
            put_comment(&out, l->text);
        } else if (t->header == NULL) {
            take_header(t, l->text);
            put_line(&out, l->text);
        } else if (ordered) {
            put_row(t, &out, l->text);
        } else {
            take_keys(t, l);
            ZGC_PUSH(&rows, items, *l);
        }
    }
    if (rows.count > 0 && zgc_shape_get(t->shape)->sorted)
        qsort(rows.items, rows.count, sizeof *rows.items, by_key);
    for (uint32_t k = 0; k < rows.count; k++)
        put_row(t, &out, rows.items[k].text);
    return out;
}

/* False: the table cannot be read or written. */
static bool fmt_one(const char *dir, const char *name, uint32_t *changed)
{
    zgc_table t = {.name = name, .path = zgc_join(dir, "/", zgc_join(name, ".tsv", ""))};
    t.bytes = zgc_file_read(t.path, &t.len);
    if (t.bytes == NULL || zgi_utf8_valid((const uint8_t *)t.bytes, t.len) < t.len ||
        strlen(t.bytes) < t.len) {
        zgc_complain(t.path, "读不了，或不是UTF-8 / cannot be read, or is not UTF-8");
        return false;
    }
    text out = format(&t);
    if (out.count == t.len && memcmp(out.items, t.bytes, t.len) == 0)
        return true;
    if (!zgc_file_write(t.path, out.items, out.count)) {
        zgc_complain(t.path, "写不进去 / cannot be written");
        return false;
    }
    printf("%s\n", t.path);
    ++*changed;
    return true;
}

int zgc_fmt(const char *dir)
{
    zgc_names names = {0};
    uint32_t changed = 0;
    bool good = true;
    if (!zgc_file_list(dir, &names)) {
        zgc_complain(dir, "没有这个文件夹 / no such folder");
        return 2;
    }
    for (uint32_t k = 0; k < names.count; k++)
        good = fmt_one(dir, names.items[k], &changed) && good;
    printf("zgc: 改了%u个表 / %u tables changed\n", changed, changed);
    return good ? 0 : 2;
}
