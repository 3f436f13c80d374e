/* zgc: the program. Exit codes: 0 good, 1 faults in the tables, 2 wrong use or a file that cannot
 * be written. */
#include <stdio.h>
#include <string.h>

#include "compile/compile.h"
#include "compile/compile_file.h"
#include "dict/dict_image.h"

static const char usage[] =
    "zgc: tables → dictionary image / 数据表编译器\n"
    "\n"
    "  zgc build DATA_DIR -o FILE   check all tables and write the image / 检查并生成词典\n"
    "  zgc check DATA_DIR           check all tables / 只检查\n"
    "     --add LEXICON.tsv         and these words, in any order; may be repeated / "
    "加上自己的词表\n"
    "  zgc fmt DATA_DIR             sort lexicons, tidy heads; writes what changes / 排序整理\n"
    "  zgc --version, zgc --help\n"
    "\n"
    "Faults: file:line:column: error E1234 中文 / English. Exit: 0 good, 1 faults, 2 wrong use.\n";

static int wrong_use(void)
{
    fputs(usage, stderr);
    return 2;
}

/* What stands on the command line after the word. */
typedef struct words {
    const char *dir, *out;
    char **added; /* in place of the arguments they were */
    uint32_t added_count;
} words;

static bool read_words(int argc, char **argv, words *w)
{
    *w = (words){.added = argv};
    for (int k = 2; k < argc; k++) {
        bool add = strcmp(argv[k], "--add") == 0, out = strcmp(argv[k], "-o") == 0;
        if ((add || out) && ++k == argc)
            return false;
        if (add)
            w->added[w->added_count++] = argv[k];
        else if (out && w->out == NULL)
            w->out = argv[k];
        else if (!out && argv[k][0] != '-' && w->dir == NULL)
            w->dir = argv[k];
        else
            return false;
    }
    return w->dir != NULL;
}

static int run_check(const words *w)
{
    zgc_data data;
    size_t len;
    zgc_data_read(&data, w->dir, w->added, w->added_count);
    (void)zgc_build(&data, &len, true);
    zgc_fault_print(&data.faults, stderr);
    return data.faults.count > 0;
}

static int run_build(const words *w)
{
    zgc_data data;
    size_t len;
    zgc_data_read(&data, w->dir, w->added, w->added_count);
    const uint8_t *image = zgc_build(&data, &len, true);
    zgc_fault_print(&data.faults, stderr);
    if (image == NULL)
        return 1;
    if (!zgc_file_write(w->out, image, len)) {
        zgc_complain(w->out, "写不进去 / cannot be written");
        return 2;
    }
    return 0;
}

static int run(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        fputs(usage, stdout);
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf("zgc %s, image format %u\n", ZG_VERSION_STRING, ZGI_IMAGE_FORMAT);
        return 0;
    }
    words w;
    if (argc == 3 && strcmp(argv[1], "fmt") == 0)
        return zgc_fmt(argv[2]);
    if (argc > 2 && strcmp(argv[1], "check") == 0 && read_words(argc, argv, &w) && w.out == NULL)
        return run_check(&w);
    if (argc > 2 && strcmp(argv[1], "build") == 0 && read_words(argc, argv, &w) && w.out != NULL)
        return run_build(&w);
    return wrong_use();
}

int main(int argc, char **argv)
{
    int code = run(argc, argv);
    zgc_free_all();
    return code;
}
