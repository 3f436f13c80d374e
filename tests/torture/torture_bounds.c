/* Bounds: inputs of every awkward size and shape are read in time and memory that grow with them.
 *
 *   sizes    0 and 1 byte; 2 GiB and 4 GiB, a byte less, a byte more
 *   shapes   titles, names, brackets, empty lines, bad bytes … over and over: twice the text may
 *            take three times the time, and memory stays under A + B times the input
 * Short: 300 KB of each shape. Long: 20 MB (3e6 titles, 2e7 empty lines). */
#define _GNU_SOURCE

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "torture.h"

/* What include/zhiguan.h says of zg_options.max_input. */
#define MEMORY_A ((size_t)4 << 20)
#define MEMORY_B 150u

static torture_memory memory;
static zg_dict *dict;
static zg_session *session;
static uint64_t tried, wrong;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void renew_session(size_t limit)
{
    zg_options o = ZG_OPTIONS_INIT;
    zg_allocator hook = torture_allocator(&memory);
    o.allocator = &hook;
    zg_session_free(session);
    memset(&memory, 0, sizeof memory);
    if (zg_session_new(dict, &o, &session, NULL) != ZG_OK)
        torture_stop("a session");
    memory.limit = limit;
}

static bool extracts(const char *text, size_t len, zg_status wanted)
{
    zg_error error = ZG_ERROR_INIT;
    zg_result *result;
    zg_status s = zg_extract(session, text, len, &result, &error);
    bool good = s == wanted && error.code == s && (s == ZG_OK) == (result != NULL);
    zg_result_free(result);
    tried++;
    wrong += !good;
    return good;
}

static void sizes(void)
{
    bool good = extracts(NULL, 0, ZG_OK) && extracts("", 0, ZG_OK);
    for (int c = 0; c < 256; c++) {
        char byte = (char)c;
        good = extracts(&byte, 1, ZG_OK) && good;
    }
    torture_result(good, "no byte, and every single byte", "");
    size_t large = (size_t)1 << 31;
    char *pages =
        mmap(NULL, large + 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (pages == MAP_FAILED)
        torture_stop("2 GiB of address space");
    renew_session((size_t)512 << 20); /* reading all of it would take 30 GB */
    torture_result(extracts(pages, large - 1, ZG_E_MEMORY), "2 GiB - 1 without the memory for it",
                   "");
    good = extracts("公安", 6, ZG_OK);
    for (size_t k = 0; k < 2; k++)
        good = extracts(pages, large + k, ZG_E_TOO_LARGE) && good;
    for (size_t k = 0; k < 3; k++)
        good = extracts(pages, 2 * large - 1 + k, ZG_E_TOO_LARGE) && good;
    torture_result(good, "2 GiB, 2 GiB + 1, 4 GiB - 1, 4 GiB and 4 GiB + 1 are too large", "");
    munmap(pages, large + 4096);
}

static const struct {
    const char *name, *unit;
} shapes[] = {
    {"titles in a row", "局长"},
    {"titles with commas", "副县长、"},
    {"names in a row", "何远"},
    {"names and titles", "局长何远、"},
    {"persons in a list", "何远、卜子衡、江晓岚、"},
    {"sentences with a post", "公安县水利局局长何远说。"},
    {"posts in one line", "公安县委书记何远，"},
    {"organisations in a row", "公安县水利局"},
    {"places in a row", "湖北省荆州市公安县"},
    {"open brackets", "（"},
    {"brackets inside brackets", "（何远（"},
    {"closing quotes", "”"},
    {"empty lines", "\n"},
    {"blanks", " "},
    {"wide blanks", "　"},
    {"bad bytes", "\xff"},
    {"names between bad bytes", "局长何远\xff"},
    {"NULs", "\x01"},
    {"stops", "。"},
    {"one Latin letter", "a"},
    {"digits", "1"},
    {"dates", "2021年12月7日"},
    {"a career", "2013.03—2018.06 南通市委常委、市委秘书长\n"},
    {"appointments", "任命何远为局长；"},
    {"marks of HTML", "<p>&nbsp;"},
    {"outside the BMP", "\xf0\x9f\x98\x80"},
    {"dots of foreign names", "·马"},
    {"doubtful words", "公安部门公安"},
    {"ever other persons", "公安县水利局局长何**说。"},
    {"ever other persons in a list", "何**、"},
    {"ever other organisations", "**县水利局局长何远、该局副局长卜子衡，市政府秘书长何远。"},
    {"ever other titles", "任命何**为**县**局局长；"},
    {"careers of ever other persons",
     "何**，女，1968年8月生，现任**县副县长。\n2013.03— **市委常委\n"},
};

/* The unit over and over; each * is another Han character every time. */
static torture_text repeat(const char *unit, size_t len)
{
    torture_text t = {malloc(len + 1024), 0};
    uint64_t state = 0xb07d;
    if (t.bytes == NULL)
        torture_stop("no memory");
    while (t.len < len)
        for (const char *p = unit; *p != 0; p++) {
            unsigned han = 0x4e00 + (unsigned)torture_below(&state, 0x5000);
            char utf8[] = {(char)(0xe0 | han >> 12), (char)(0x80 | (han >> 6 & 63)),
                           (char)(0x80 | (han & 63))};
            size_t n = *p == '*' ? 3 : 1;
            memcpy(t.bytes + t.len, *p == '*' ? utf8 : *p == 1 ? "" : p, n);
            t.len += n;
        }
    return t;
}

/* CPU seconds of one reading, the better of three where it is short. */
static double seconds(const char *text, size_t len)
{
    double best = 1e9;
    for (int k = 0; k < 3 && (k == 0 || best < 0.5); k++) {
        double start = now();
        (void)extracts(text, len, ZG_OK);
        double took = now() - start;
        best = took < best ? took : best;
    }
    return best;
}

static void shape(size_t k, size_t len)
{
    torture_text text = repeat(shapes[k].unit, len), part = repeat(shapes[k].unit, len / 2);
    len = text.len;
    renew_session(0);
    double half = seconds(part.bytes, part.len), all = seconds(text.bytes, text.len);
    size_t peak = memory.peak;
    bool linear = all < 3 * half + 0.01, small = peak <= MEMORY_A + MEMORY_B * len;
    printf("# %-26s %9zu bytes %7.3f s (%5.2f MB/s), half %7.3f s, memory %5.1f times\n",
           shapes[k].name, len, all, (double)len / all / 1e6, half, (double)peak / (double)len);
    torture_result(linear && small, shapes[k].name, "time %.3f s, half of it %.3f s; %zu bytes",
                   all, half, peak);
    wrong += !(linear && small);
    free(text.bytes);
    free(part.bytes);
}

int main(int argc, char **argv)
{
    size_t len = torture_is_long(argc, argv) ? 20000000 : 300000;
    if (zg_dict_builtin(NULL, &dict, NULL) != ZG_OK)
        torture_stop("a dictionary");
    renew_session(0);
    sizes();
    for (size_t k = 0; k < sizeof shapes / sizeof shapes[0]; k++)
        shape(k, len);
    torture_total("bounds", tried, wrong);
    zg_session_free(session);
    zg_dict_close(dict);
    return torture_end();
}
