/* Collecting, sorting and printing faults (see compile_fault.h). */
#include "compile/compile_fault.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "compile/compile_memory.h"

static const struct {
    zgc_code code;
    const char *zh, *en;
} texts[] = {
#define ZGC_X(number, zh, en) {ZGC_E##number, zh, en},
    ZGC_CODES(ZGC_X)
#undef ZGC_X
};

char *zgc_number(int64_t v)
{
    char buf[32];
    int n = snprintf(buf, sizeof buf, "%lld", (long long)v);
    return zgc_strndup(buf, (size_t)n);
}

static const char *copy(const char *s)
{
    return s == NULL ? "" : zgc_strndup(s, strlen(s));
}

void zgc_fault_add(zgc_faults *faults, const char *file, uint32_t line, uint32_t column,
                   zgc_code code, const char *first, const char *second)
{
    zgc_fault f = {file, line, column, code, copy(first), copy(second), faults->count};
    ZGC_PUSH(faults, items, f);
}

static int by_place(const void *a, const void *b)
{
    const zgc_fault *x = a, *y = b;
    int order = strcmp(x->file, y->file);
    if (order != 0)
        return order;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Control characters (C0, DEL, C1) and what turns the direction of writing, as <xx> for each byte:
 * names and cells are a stranger's, and may not steer the terminal. */
void zgc_put(FILE *to, const char *s)
{
    const unsigned char *p = (const unsigned char *)s;
    for (size_t n = 1; *p != 0; p += n) {
        bool c0 = (*p < 0x20 && *p != '\t') || *p == 0x7f;
        bool two = (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0) || (p[0] == 0xd8 && p[1] == 0x9c);
        bool three =
            p[0] == 0xe2 &&
            ((p[1] == 0x80 && (p[2] == 0x8e || p[2] == 0x8f || (p[2] >= 0xa8 && p[2] <= 0xae))) ||
             (p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9));
        n = two ? 2 : three ? 3 : 1;
        for (size_t k = 0; k < n; k++)
            if (c0 || two || three)
                fprintf(to, "<%02X>", p[k]);
            else
                fputc(*p, to);
    }
}

void zgc_complain(const char *name, const char *what)
{
    fputs("zgc: ", stderr);
    zgc_put(stderr, name);
    fprintf(stderr, ": %s\n", what);
}

static void print_text(FILE *to, const char *text, const zgc_fault *f)
{
    for (const char *p = text; *p != 0; p++) {
        bool slot = p[0] == '{' && (p[1] == '1' || p[1] == '2') && p[2] == '}';
        if (!slot) {
            fputc(*p, to);
            continue;
        }
        zgc_put(to, p[1] == '1' ? f->first : f->second);
        p += 2;
    }
}

static void print_one(FILE *to, const zgc_fault *f)
{
    size_t k = 0;
    while (texts[k].code != f->code)
        k++;
    zgc_put(to, f->file);
    if (f->line > 0)
        fprintf(to, ":%u", f->line);
    if (f->line > 0 && f->column > 0)
        fprintf(to, ":%u", f->column);
    fprintf(to, ": error E%d ", (int)f->code);
    print_text(to, texts[k].zh, f);
    fputs(" / ", to);
    print_text(to, texts[k].en, f);
    fputc('\n', to);
}

void zgc_fault_print(zgc_faults *faults, FILE *to)
{
    if (faults->count == 0)
        return;
    qsort(faults->items, faults->count, sizeof *faults->items, by_place);
    for (uint32_t k = 0; k < faults->count; k++)
        print_one(to, &faults->items[k]);
    fprintf(to, "zgc: 共%u处错误 / %u fault%s\n", faults->count, faults->count,
            faults->count == 1 ? "" : "s");
}
