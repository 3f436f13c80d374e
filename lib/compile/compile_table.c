/* Reading one table (see compile_table.h).
 *
 *   # titles: what posts are called          comments: the head
 *   word ⇥ class ⇥ … ⇥ source ⇥ note         header
 *   局长 ⇥ title ⇥ … ⇥ hand ⇥ -               rows
 */
#include "compile/compile_table.h"

#include <string.h>

#include "compile/compile_file.h"
#include "dict/dict_image.h"

typedef struct reader {
    zgc_faults *faults;
    zgc_table *table;
    bool ordered, head; /* head: a comment has been seen */
} reader;

uint32_t zgc_char(const char *s, unsigned *size)
{
    const unsigned char *p = (const unsigned char *)s;
    unsigned n = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    uint32_t c = n == 1 ? p[0] : p[0] & (0x7fu >> n);
    for (unsigned k = 1; k < n; k++)
        c = c << 6 | (p[k] & 0x3fu);
    *size = n;
    return c;
}

static uint32_t characters(const char *s, size_t len)
{
    uint32_t n = 0;
    for (size_t k = 0; k < len; k++)
        n += ((unsigned char)s[k] & 0xc0) != 0x80;
    return n;
}

uint32_t zgc_table_column_at(const zgc_table *table, const zgc_row *row, uint32_t column)
{
    uint32_t at = 1;
    for (uint32_t k = 0; k < column && k < table->columns; k++)
        at += characters(row->cells[k], strlen(row->cells[k])) + 1;
    return at;
}

static void fault(reader *r, uint32_t line, uint32_t column, zgc_code code, const char *first,
                  const char *second)
{
    zgc_fault_add(r->faults, r->table->path, line, column, code, first, second);
}

/* Faults that are seen byte by byte. False when the line cannot be read further. */
static bool check_bytes(reader *r, char *line, size_t *len, uint32_t number)
{
    size_t good = zgi_utf8_valid((const uint8_t *)line, *len);
    if (good < *len) {
        fault(r, number, characters(line, good) + 1, ZGC_E1004, NULL, NULL);
        return false;
    }
    if (*len > 0 && line[*len - 1] == '\r') {
        fault(r, number, characters(line, *len), ZGC_E1003, NULL, NULL);
        line[--*len] = 0;
    }
    for (size_t k = 0; k < *len; k++) {
        unsigned char c = (unsigned char)line[k];
        if ((c < 0x20 && c != '\t') || c == 0x7f) {
            fault(r, number, characters(line, k) + 1, ZGC_E1005, NULL, NULL);
            return false;
        }
    }
    return true;
}

static uint32_t split(char *line, char **cells, uint32_t most)
{
    uint32_t n = 0;
    for (char *at = line; at != NULL; n++) {
        char *tab = strchr(at, '\t');
        if (tab != NULL)
            *tab++ = 0;
        if (n < most)
            cells[n] = at;
        at = tab;
    }
    return n;
}

static uint32_t count_cells(const char *line)
{
    uint32_t n = 1;
    for (; *line != 0; line++)
        n += *line == '\t';
    return n;
}

static bool blank_edge(const char *cell)
{
    size_t n = strlen(cell);
    return n > 0 && (cell[0] == ' ' || cell[n - 1] == ' ');
}

static void take_header(reader *r, char *line, uint32_t number)
{
    zgc_table *t = r->table;
    t->header_line = number;
    t->columns = count_cells(line);
    t->header = zgc_alloc(t->columns, sizeof *t->header);
    split(line, t->header, t->columns);
    for (uint32_t k = 0; k < t->columns; k++)
        for (uint32_t i = 0; i < k; i++)
            if (strcmp(t->header[k], t->header[i]) == 0)
                fault(r, number, k + 1, ZGC_E1018, t->header[k], NULL);
    if (!r->head)
        fault(r, 1, 1, ZGC_E1009, NULL, NULL);
}

static void take_row(reader *r, char *line, uint32_t number)
{
    zgc_table *t = r->table;
    uint32_t n = count_cells(line);
    if (n != t->columns) {
        bool spaces = n < t->columns && strchr(line, ' ') != NULL;
        fault(r, number, 1, spaces ? ZGC_E1013 : ZGC_E1011, zgc_number(n), zgc_number(t->columns));
        return;
    }
    zgc_row row = {number, zgc_alloc(n, sizeof *row.cells)};
    split(line, row.cells, n);
    for (uint32_t k = 0; k < n; k++) {
        if (row.cells[k][0] == 0)
            fault(r, number, zgc_table_column_at(t, &row, k), ZGC_E1012, NULL, NULL);
        else if (blank_edge(row.cells[k]))
            fault(r, number, zgc_table_column_at(t, &row, k), ZGC_E1014, NULL, NULL);
    }
    ZGC_PUSH(t, rows, row);
}

static void take_line(reader *r, char *line, size_t len, uint32_t number)
{
    if (!check_bytes(r, line, &len, number))
        return;
    if (len == 0) {
        fault(r, number, 1, ZGC_E1007, NULL, NULL);
    } else if (line[0] == '#') {
        r->head = true;
        if (r->table->header != NULL && !r->ordered)
            fault(r, number, 1, ZGC_E1010, NULL, NULL);
    } else if (r->table->header == NULL) {
        take_header(r, line, number);
    } else {
        take_row(r, line, number);
    }
}

void zgc_table_read(zgc_faults *faults, zgc_table *t, bool ordered)
{
    reader r = {faults, t, ordered, false};
    t->bytes = zgc_file_read(t->path, &t->len);
    if (t->bytes == NULL) {
        fault(&r, 0, 0, ZGC_E1001, NULL, NULL);
        return;
    }
    if (t->len > ZGC_FILE_MAX) {
        fault(&r, 0, 0, ZGC_E5001, zgc_number(ZGC_FILE_MAX), NULL);
        return;
    }
    char *at = zgc_strndup(t->bytes, t->len), *end = at + t->len;
    if (t->len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0) {
        fault(&r, 1, 1, ZGC_E1002, NULL, NULL);
        at += 3;
    }
    for (uint32_t number = 1; at < end; number++) {
        char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL) {
            fault(&r, number, 1, ZGC_E1006, NULL, NULL);
            stop = end;
        }
        *stop = 0;
        take_line(&r, at, (size_t)(stop - at), number);
        at = stop + 1;
    }
    if (t->header == NULL)
        fault(&r, 1, 1, ZGC_E1008, NULL, NULL);
}
