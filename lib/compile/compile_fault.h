/* Faults of tables: permanent numbers, each with Chinese and English text. All faults of a run are
 * collected, then printed in order of file, line and column:
 *
 *   data/lexicon/titles.tsv:12:4: error E2004 没有“titel”这个词类 / no class 'titel'
 *
 * {1} and {2} in a text are replaced. A number is never used again for something else.
 */
#ifndef ZGC_FAULT_H
#define ZGC_FAULT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* X(number, Chinese, English). E1: the file; E2: a cell; E3: a rule; E4: the folder; E5: limits. */
#define ZGC_CODES(X)                                                                               \
    X(1001, "文件打不开或读不全", "the file cannot be read")                                       \
    X(1002, "文件开头有BOM，请另存为不带BOM的UTF-8",                                               \
      "the file begins with a BOM: save it without")                                               \
    X(1003, "换行是CRLF，应当只用LF", "the line ends with CRLF instead of LF")                     \
    X(1004, "此处不是UTF-8", "this is not UTF-8")                                                  \
    X(1005, "有不可见的控制字符", "a control character")                                           \
    X(1006, "最后一行没有换行", "the last line has no line end")                                   \
    X(1007, "空行", "an empty line")                                                               \
    X(1008, "没有表头（列名一行）", "no header line with the names of the columns")                \
    X(1009, "文件开头没有#注释，说明是什么表", "no # comment at the head that tells what it is")   \
    X(1010, "排序的表里，注释只能写在表头之前", "a comment below the header of a sorted table")    \
    X(1011, "这一行有{1}格，应当有{2}格", "{1} cells in this row instead of {2}")                  \
    X(1012, "空格子，没有内容应写“-”", "an empty cell: write '-'")                                 \
    X(1013, "有{1}格，应有{2}格；疑似把制表符打成了空格",                                          \
      "{1} cells instead of {2}: spaces where a tab should be")                                    \
    X(1014, "格子开头或末尾有空格", "a blank at the edge of the cell")                             \
    X(1015, "缺少列“{1}”", "column '{1}' is missing")                                              \
    X(1016, "多出列“{1}”", "column '{1}' is not in the schema")                                    \
    X(1017, "列“{1}”位置不对，应在第{2}列", "column '{1}' should be number {2}")                   \
    X(1018, "列名“{1}”重复", "column '{1}' stands twice")                                          \
    X(2001, "键“{1}”重复，已见于{2}", "key '{1}' is already at {2}")                               \
    X(2002, "没有按键排序：“{1}”应在上一行之前（可用zgc fmt）",                                    \
      "not sorted: '{1}' belongs before the row above (zgc fmt does it)")                          \
    X(2003, "此格必填", "this cell must not be empty")                                             \
    X(2004, "没有“{1}”这个词类", "no class '{1}'")                                                 \
    X(2005, "没有“{1}”这个机构类别", "no kind '{1}'")                                              \
    X(2006, "没有“{1}”这个标记", "no flag '{1}'")                                                  \
    X(2007, "没有“{1}”这个组", "no context group '{1}'")                                           \
    X(2008, "没有“{1}”这个权重", "no weight '{1}'")                                                \
    X(2009, "没有“{1}”这个级别", "no level '{1}'")                                                 \
    X(2010, "“{1}”不在可选值中：{2}", "'{1}' is none of: {2}")                                     \
    X(2011, "“{1}”不是整数", "'{1}' is not a whole number")                                        \
    X(2012, "{1}超出范围{2}", "{1} is out of range {2}")                                           \
    X(2013, "“{1}”应当是一个字，或U+XXXX", "'{1}' is not one character or U+XXXX")                 \
    X(2014, "来源“{1}”未列入SOURCES.md", "source '{1}' is not listed in SOURCES.md")               \
    X(2015, "词“{1}”超过{2}字", "word '{1}' is longer than {2} characters")                        \
    X(2016, "“{1}”含有基本平面以外的字", "'{1}' has a character outside the BMP")                  \
    X(2017, "“{1}”折成的字自己还要再折", "'{1}' folds to what is folded again")                    \
    X(2018, "词类“{1}”由程序产生，不能写在表里",                                                   \
      "class '{1}' is made by the library, not by a table")                                        \
    X(2019, "上级代码{1}不在任何区划表中", "no division has the parent code {1}")                  \
    X(2020, "上级{1}的级别不高于本级", "the parent {1} is not of a higher level")                  \
    X(2021, "代码“{1}”应为六位、九位或0", "code '{1}' has not six or nine digits, nor is it 0")    \
    X(3001, "正则有误，第{1}字节：{2}", "the pattern is wrong at byte {1}: {2}")                   \
    X(3002, "规则没有“{1}”例子", "the rule has no '{1}' example")                                  \
    X(3003, "应匹配的例子“{1}”没有匹配", "example '{1}' should match and does not")                \
    X(3004, "不应匹配的例子“{1}”匹配了（第{2}字节）",                                              \
      "example '{1}' should not match, and does at byte {2}")                                      \
    X(3005, "例子“{1}”匹配时超过步数上限", "example '{1}' takes more steps than the limit")        \
    X(3006, "定义加上本规则超过8192字节", "the definitions and this pattern exceed 8192 bytes")    \
    X(3007, "例子里的“{1}”不是类别串的字母", "'{1}' in the example is no letter of class strings") \
    X(4001, "文件夹里没有{1}", "the folder has no {1}")                                            \
    X(4002, "缺少必需的表{1}", "the required table {1} is missing")                                \
    X(4003, "没有程序读这个位置的表", "no part of the program reads a table in this place")        \
    X(4004, "schema.tsv里没有“{1}”这种表", "schema.tsv does not describe '{1}'")                   \
    X(4005, "没有“{1}”这种类型", "no type '{1}'")                                                  \
    X(4006, "权重表缺少“{1}”", "the table of weights lacks '{1}'")                                 \
    X(4007, "VERSION应当是一个不带空格的ASCII词，最多60字节",                                      \
      "VERSION must be one word in ASCII, at most 60 bytes")                                       \
    X(5001, "文件超过{1}字节", "the file is larger than {1} bytes")

typedef enum zgc_code {
#define ZGC_X(number, zh, en) ZGC_E##number = number,
    ZGC_CODES(ZGC_X)
#undef ZGC_X
} zgc_code;

typedef struct zgc_fault {
    const char *file;
    uint32_t line, column; /* from 1; 0 = of the whole file */
    zgc_code code;
    const char *first, *second;
    uint32_t order; /* in which it was found */
} zgc_fault;

typedef struct zgc_faults {
    zgc_fault *items;
    uint32_t count, cap;
} zgc_faults;

/* first and second are copied; either may be NULL. */
void zgc_fault_add(zgc_faults *faults, const char *file, uint32_t line, uint32_t column,
                   zgc_code code, const char *first, const char *second);
/* All of them, sorted, one a line, and a last line that counts them. */
/* A name or cell in a message: what would steer a terminal is shown. */
void zgc_put(FILE *to, const char *s);
/* One line on stderr, "zgc: name: what". */
void zgc_complain(const char *name, const char *what);
void zgc_fault_print(zgc_faults *faults, FILE *to);
/* Number in decimal, in memory of the run. */
char *zgc_number(int64_t v);

#endif
