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
    "  zgc fmt DATA_DIR             sort lexicons, tidy heads; writes what changes / 排序整理\n"
    "  zgc --version, zgc --help\n"
    "\n"
    "Faults: file:line:column: error E1234 中文 / English. Exit: 0 good, 1 faults, 2 wrong use.\n";

static int wrong_use(void)
{
    fputs(usage, stderr);
    return 2;
}

static int run_check(const char *dir)
{
    zgc_data data;
    size_t len;
    zgc_data_read(&data, dir);
    (void)zgc_build(&data, &len, true);
    zgc_fault_print(&data.faults, stderr);
    return data.faults.count > 0;
}

static int run_build(const char *dir, const char *file)
{
    zgc_data data;
    size_t len;
    zgc_data_read(&data, dir);
    const uint8_t *image = zgc_build(&data, &len, true);
    zgc_fault_print(&data.faults, stderr);
    if (image == NULL)
        return 1;
    if (!zgc_file_write(file, image, len)) {
        fprintf(stderr, "zgc: %s: 写不进去 / cannot be written\n", file);
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
    if (argc == 3 && strcmp(argv[1], "check") == 0)
        return run_check(argv[2]);
    if (argc == 3 && strcmp(argv[1], "fmt") == 0)
        return zgc_fmt(argv[2]);
    if (argc == 5 && strcmp(argv[1], "build") == 0 && strcmp(argv[3], "-o") == 0)
        return run_build(argv[2], argv[4]);
    if (argc == 5 && strcmp(argv[1], "build") == 0 && strcmp(argv[2], "-o") == 0)
        return run_build(argv[4], argv[3]);
    return wrong_use();
}

int main(int argc, char **argv)
{
    int code = run(argc, argv);
    zgc_free_all();
    return code;
}
