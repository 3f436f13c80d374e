/* Growth of time with the input: bench_growth [LEAST [MOST]] (bytes; 256 KB and 4 MB).
 *
 * Texts that are hard to read in one way each are made at two sizes and read by one session; the
 * exponent says how processor time grew between them (the least of three readings): 1 is in
 * proportion, 2 would be the square. Prints each text, its exponent and its speed, and the worst.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "zhiguan.h"

/* A text is `head`, then `unit` again and again; % in it is three characters, others each time. */
static const struct {
    const char *name, *head, *unit;
} texts[] = {
    {"one character", "", "长"},
    {"one surname", "", "王"},
    {"surnames", "", "欧阳司马诸葛"},
    {"titles", "", "局长"},
    {"titles with grades", "", "副局长"},
    {"grades", "", "副"},
    {"titles and marks", "", "局长、"},
    {"posts without names", "", "市公安局局长、"},
    {"names and marks", "", "江晓岚、"},
    {"names without marks", "", "江晓岚祝明远"},
    {"names and blanks", "", "江 晓 岚 "},
    {"known name again", "局长江晓岚说。", "江晓岚"},
    {"many known names", "", "局长江晓岚、局长祝明远、局长闵若谷说。"},
    {"transliterations", "", "斯特克拉"},
    {"names that differ", "", "局长王%说。"},
    {"organisations that differ", "", "%公司董事长王%。"},
    {"groups that differ", "", "，%集团。集团总经理"},
    {"announcements", "", "%公告，公司董事长、"},
    {"places that differ", "", "%县县长，县委书记、"},
    {"reference words", "", "该公司董事长、"},
    {"dots", "", "阿·"},
    {"dashes", "", "阿-"},
    {"latin dots", "", "a."},
    {"ethnic parts", "", "次仁"},
    {"figures", "", "十"},
    {"digits", "", "1"},
    {"dates", "", "2016年5月18日"},
    {"date joints", "", "2016.05—"},
    {"places", "", "荆州市"},
    {"place chain", "", "湖北省荆州市公安县狮子口镇"},
    {"heads of organisations", "", "公司"},
    {"words of organisations", "", "经济管理"},
    {"joints", "", "和"},
    {"joined words", "", "管理和"},
    {"opening brackets", "", "("},
    {"closing brackets", "", ")"},
    {"bracket pairs", "", "(局长)"},
    {"quotation marks", "", "“"},
    {"book marks", "", "《"},
    {"tags", "", "<b>"},
    {"tags left open", "", "<b "},
    {"entities", "", "&nbsp;"},
    {"commas", "", "，"},
    {"colons", "", "任命："},
    {"appointments", "", "任命江晓岚为局长，"},
    {"removals", "", "免去江晓岚的局长职务；"},
    {"career", "江晓岚，男，1965年8月生。", "2001.08—2006.03 某县副县长；"},
    {"line ends", "", "\n"},
    {"short lines", "", "局长\n"},
    {"lists over lines", "", "局长江晓岚、\n"},
    {"roster", "组长：江晓岚\n", "　　　祝明远 副市长\n"},
    {"sentences", "", "局长江晓岚说。"},
    {"chrome", "", "相关新闻\n"},
    {"bad bytes", "", "\xff"},
    {"cut characters", "", "\xe5\xb1"},
    {"characters outside the BMP", "", "𠮷"},
};

static double processor_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double seconds(zg_session *session, const char *text, size_t len)
{
    double best = 0;
    for (int round = 0; round < 3; round++) {
        zg_result *result = NULL;
        double start = processor_time();
        if (zg_extract(session, text, len, &result, NULL) != ZG_OK) {
            fprintf(stderr, "bench_growth: a text was not read\n");
            exit(1);
        }
        double spent = processor_time() - start;
        zg_result_free(result);
        best = round == 0 || spent < best ? spent : best;
    }
    return best;
}

/* Three characters of the commonest block, of 200 each. */
static void put_own(char *to, size_t number)
{
    for (int k = 0; k < 3; k++, number /= 200) {
        unsigned c = 0x5200u + (unsigned)(number % 200) * 17u;
        *to++ = (char)(0xe0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    }
}

static void fill(char *to, size_t len, size_t k)
{
    size_t at = strlen(texts[k].head), number = 0, most = 9 * strlen(texts[k].unit);
    memcpy(to, texts[k].head, at);
    while (at + most <= len)
        for (const char *p = texts[k].unit; *p != 0; p++) {
            if (*p != '%') {
                to[at++] = *p;
                continue;
            }
            put_own(to + at, number++);
            at += 9;
        }
    memset(to + at, ' ', len - at);
}

int main(int argc, char **argv)
{
    size_t least = argc > 1 ? (size_t)atol(argv[1]) : 256u << 10;
    size_t most = argc > 2 ? (size_t)atol(argv[2]) : 4u << 20, worst = 0;
    double highest = 0;
    zg_dict *dict = NULL;
    zg_session *session = NULL;
    char *text = malloc(most + 1);
    if (text == NULL || least < 1024 || most <= least ||
        zg_dict_builtin(NULL, &dict, NULL) != ZG_OK ||
        zg_session_new(dict, NULL, &session, NULL) != ZG_OK) {
        fprintf(stderr, "usage: bench_growth [LEAST [MOST]]: bytes, 1024 at least\n");
        return 2;
    }
    for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
        fill(text, most, k);
        double large = seconds(session, text, most), small = seconds(session, text, least);
        double exponent = log(large / small) / log((double)most / (double)least);
        printf("%-28s %5.2f %9.2f MB/s\n", texts[k].name, exponent, (double)most / 1e6 / large);
        fflush(stdout);
        if (exponent > highest) {
            highest = exponent;
            worst = k;
        }
    }
    printf("highest exponent %.2f: %s\n", highest, texts[worst].name);
    zg_session_free(session);
    zg_dict_close(dict);
    free(text);
    return 0;
}
