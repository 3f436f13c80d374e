/* The lists of cli_manual.h: what there is, and its words in English and Chinese. */
#include "cli_manual.h"

static const cli_choice inputs[] = {
    {"text", 0, false}, {"jsonl", 1, false}, {"html", 2, false}, {NULL, 0, false}};
static const cli_choice encodings[] = {{"auto", CLI_AUTO, false}, {"utf-8", CLI_UTF8, false},
                                       {"utf8", CLI_UTF8, true},  {"gb18030", CLI_GB18030, false},
                                       {"big5", CLI_BIG5, false}, {NULL, 0, false}};
static const cli_choice formats[] = {{"json", ZG_FORMAT_JSON, false},
                                     {"jsonl", ZG_FORMAT_JSONL, false},
                                     {"tsv", ZG_FORMAT_TSV, false},
                                     {"csv", ZG_FORMAT_CSV, false},
                                     {"table", ZG_FORMAT_TABLE, false},
                                     {"ftm", ZG_FORMAT_FTM, false},
                                     {"popolo", ZG_FORMAT_POPOLO, false},
                                     {"brat", ZG_FORMAT_BRAT, false},
                                     {"annotation", ZG_FORMAT_ANNOTATION, false},
                                     {"conll", ZG_FORMAT_CONLL, false},
                                     {NULL, 0, false}};
static const cli_choice offsets[] = {{"codepoint", ZG_OFFSETS_CODEPOINT, false},
                                     {"utf8", ZG_OFFSETS_UTF8, false},
                                     {"utf16", ZG_OFFSETS_UTF16, false},
                                     {NULL, 0, false}};
static const cli_choice kinds[] = {{"post", ZG_KIND_POST, false},
                                   {"byline", ZG_KIND_BYLINE, false},
                                   {"role", ZG_KIND_ROLE, false},
                                   {"generic", ZG_KIND_GENERIC, false},
                                   {NULL, 0, false}};
const cli_choice cli_shells[] = {
    {"bash", 0, false}, {"zsh", 1, false}, {"fish", 2, false}, {NULL, 0, false}};
const cli_choice cli_topics[] = {{"man", 0, false}, {NULL, 0, false}};

enum {
    EXTRACT = 1u << CLI_EXTRACT,
    EXPLAIN = 1u << CLI_EXPLAIN,
    VIEW = 1u << CLI_VIEW,
    VERSION = 1u << CLI_VERSION,
    DIFF = 1u << CLI_DIFF,
    READING = EXTRACT | EXPLAIN | VIEW
};

#define NONE                                                                                       \
    {                                                                                              \
        NULL, NULL                                                                                 \
    }

const cli_option cli_option_list[] = {
    {"--input",
     0,
     "KIND",
     inputs,
     OPT_INPUT,
     EXTRACT | VIEW | DIFF,
     {"what the input is", "输入是什么"},
     {"text (default): a file is a document and its name the id; jsonl: a line is a document, "
      "{\"id\":…,\"text\":…}, blank lines are passed over; html: a web page, whose article is read",
      "text（默认）：一个文件是一篇文章，文件名是编号；jsonl：一行是一篇，{\"id\":…,\"text\":…}"
      "，空行跳过；html：网页，只读其中的文章"},
     {"The id is a string, a whole number, null or none; other members are passed over. For each "
      "line "
      "an object is written, in the same order. A line that cannot be read is reported with its "
      "number and gives no object; the rest goes on. The encoding of a page is the one that it "
      "names itself; "
      "offsets refer to the text of the article, which --text writes. html is there when the "
      "program was built with libxml2.",
      "编号是字符串、整数、null，或没有；别的成员不看。每行按原来的次序写一个对象。读不了的行报出行"
      "号，不写对象，其余照常。"
      "网页的编码按网页自己所写；位置按文章的文字计，--text 写出它。编译时有 libxml2 "
      "才能读网页。"}},
    {"--encoding",
     0,
     "NAME",
     encodings,
     OPT_ENCODING,
     READING | DIFF,
     {"how the input is encoded", "输入的编码"},
     {"auto (default): by byte order mark, else UTF-8 when it is, else GB18030; offsets then refer "
      "to the text as UTF-8",
      "auto（默认）：看字节顺序标记，否则是 UTF-8 就按 UTF-8，再否则按 GB18030；位置按转成 UTF-8 "
      "的文字计"},
     {"In JSONL each line is looked at by itself. Big5 must be asked for. A byte order mark counts "
      "as "
      "a character.",
      "JSONL 逐行判断。Big5 须指明。字节顺序标记算一个字符。"}},
    {"--format",
     0,
     "NAME",
     formats,
     OPT_FORMAT,
     EXTRACT,
     {"how the output is written", "输出的格式"},
     {"json (default) and jsonl: an object a line; tsv, csv: a triple a line under one header; "
      "table: for reading; ftm: FollowTheMoney entities; popolo: Popolo JSON; brat: brat standoff, "
      "to --output FOLDER; annotation: W3C Web Annotation (JSON-LD); conll: BIO by character",
      "json（默认）、jsonl：每篇一行一个对象；tsv、csv：每条任职一行，共一个表头；table：供阅读；"
      "ftm：FollowTheMoney 实体；popolo：Popolo JSON；brat：brat 标注，写到 --output 的文件夹；"
      "annotation：W3C 网络标注（JSON-LD）；conll：逐字 BIO"},
     {"Members and columns are described in <zhiguan.h>, the formats of other tools in the README "
      "of "
      "lib/emit. In a brat folder no file is written over.",
      "成员和列名见 <zhiguan.h>，其他工具的格式见 lib/emit 的 README。brat "
      "文件夹里已有的文件不会被覆盖。"}},
    {"--output",
     'o',
     "FILE",
     NULL,
     OPT_OUTPUT,
     EXTRACT | VIEW | DIFF,
     {"write to this file, not to standard output", "写到这个文件，不写到标准输出"},
     NONE,
     NONE},
    {"--highlight",
     0,
     NULL,
     NULL,
     OPT_HIGHLIGHT,
     EXTRACT,
     {"write the text too, with its spans coloured", "也写出正文，人物、职务、机构着色"},
     {"in brackets when NO_COLOR is set: {person} <title> [organisation]",
      "设了 NO_COLOR 时用括号：{人物} <职务> [机构]"},
     {"It goes before the table; with another --format it is written alone. Control characters of "
      "the "
      "text are made visible.",
      "写在表格之前；用别的 --format 时只写正文。正文里的控制字符写成看得见的样子。"}},
    {"--text",
     0,
     NULL,
     NULL,
     OPT_TEXT,
     EXTRACT,
     {"write the text that was read, and nothing else", "只写出读到的正文"},
     {"the one that the spans refer to", "位置就按它计"},
     NONE},
    {"--offsets",
     0,
     "UNIT",
     offsets,
     OPT_OFFSETS,
     EXTRACT,
     {"unit of the spans", "位置的单位"},
     {"code points (default), bytes, UTF-16 units", "码点（默认）、字节、UTF-16 单元"},
     NONE},
    {"--kinds",
     0,
     "KIND[,KIND…]",
     kinds,
     OPT_KINDS,
     EXTRACT | VIEW | DIFF,
     {"keep only these kinds", "只要这几类"},
     {"of post, byline, role and generic (default: all)",
      "职务 post、署名 byline、身份 role、泛称 generic（默认全要）"},
     NONE},
    {"--jobs",
     'j',
     "N",
     NULL,
     OPT_JOBS,
     EXTRACT,
     {"use N threads", "用 N 个线程"},
     {"the output is the same as with one", "输出和一个线程时相同"},
     {"From 1 (the default) to 256.", "从 1（默认）到 256。"}},
    {"--dict",
     0,
     "FILE",
     NULL,
     OPT_DICT,
     READING | VERSION,
     {"a dictionary made by zgc", "zgc 编成的词典"},
     {"in place of the one built in", "代替内建的词典"},
     NONE},
    {"--strict",
     0,
     NULL,
     NULL,
     OPT_STRICT,
     READING | DIFF,
     {"refuse a document with bad bytes", "有坏字节的文章不读"},
     {"default: step over them, with a warning in the output", "默认：跳过坏字节，输出里有提醒"},
     {"Each bad byte counts as one character.", "每个坏字节算一个字符。"}},
    {"--verbose",
     'v',
     NULL,
     NULL,
     OPT_VERBOSE,
     READING | DIFF,
     {"say on stderr which encoding was found, and more", "在标准错误上说明用了什么编码等"},
     {"explain: also the stages before the rules", "explain：也写出规则之前的各步"},
     NONE},
    {"--help", 'h', NULL, NULL, OPT_HELP, ~0u, {"show help", "显示帮助"}, NONE, NONE},
    {NULL, 0, NULL, NULL, OPT_HELP, 0, NONE, NONE, NONE}};

const cli_command_words cli_command_list[] = {
    {{"extract", CLI_EXTRACT, false},
     "[FILE…]",
     {"the triples of each document; no FILE or - is standard input",
      "每篇文章的任职；没有 FILE 或 - 时读标准输入"},
     NONE},
    {{"explain", CLI_EXPLAIN, false},
     "[FILE]",
     {"each sentence, its class string, the rules that matched or came near",
      "每个句子的类别串、匹配的规则和差一点匹配上的规则"},
     {"The triples follow at the end.", "最后是任职表。"}},
    {{"view", CLI_VIEW, false},
     "[FILE…]",
     {"one page (HTML, loads nothing): coloured text, table, filters, network",
      "一个网页（不联网）：着色的正文、表格、筛选、关系网"},
     {"For each triple the page tells its evidence, its rule and the rules that came near.",
      "网页上每条任职都有依据、规则和差一点匹配上的规则。"}},
    {{"diff", CLI_DIFF, false},
     "OLD NEW [FILE…]",
     {"which triples a dictionary loses, gains and changes against another",
      "两个词典读同样的文章，差在哪些任职"},
     {"OLD and NEW are images made by zgc, or the word builtin. The documents are JSON Lines "
      "unless --input "
      "says otherwise. A triple is marked - lost, + gained, < before and > after a change; it is "
      "known by the "
      "places of its person and its title. At the end stand the sums, and the differences by rule.",
      "OLD 和 NEW 是 zgc 编成的词典，或 builtin（内建的词典）。文章按 JSON Lines 读，除非 --input "
      "另有说明。"
      "任职前的记号：- 少了，+ 多了，< 变化之前，> "
      "变化之后；人物和职务的位置相同就是同一条。最后是总数和各规则的差别。"}},
    {{"version", CLI_VERSION, false},
     "",
     {"the four version numbers: API, ABI, image format, data",
      "四个版本号：API、ABI、词典格式、数据"},
     NONE},
    {{"completion", CLI_COMPLETION, false},
     "SHELL",
     {"a script that completes this command line in bash, zsh or fish",
      "在 bash、zsh 或 fish 里补全命令行的脚本"},
     NONE},
    {{"help", CLI_HELP, false},
     "[man]",
     {"this text; help man: the manual page (mdoc)", "本说明；help man：手册页（mdoc）"},
     NONE},
    {{"--version", CLI_VERSION, true}, "", NONE, NONE},
    {{"--help", CLI_HELP, true}, "", NONE, NONE},
    {{"-h", CLI_HELP, true}, "", NONE, NONE},
    {{NULL, 0, false}, NULL, NONE, NONE}};

const cli_example cli_example_list[] = {
    {"zhiguan extract --format=table article.txt",
     {"a table: person, title, organisation", "一个表：人物、职务、机构"}},
    {"zhiguan extract article.txt", {"everything known, as JSON", "全部结果，JSON"}},
    {"cat article.txt | zhiguan extract", {"the same from standard input", "同上，读标准输入"}},
    {"zhiguan extract --encoding=gb18030 old.txt",
     {"a file that is not UTF-8", "不是 UTF-8 的文件"}},
    {"zhiguan extract --input=jsonl --jobs 4 news.jsonl > posts.jsonl",
     {"{\"id\":…,\"text\":…} a line, an object a line", "每行一篇，每篇写一行"}},
    {"zhiguan extract --kinds=byline --format=csv *.txt",
     {"reporters and editors, for a spreadsheet", "记者和编辑，给电子表格"}},
    {"zhiguan view *.txt -o page.html", {"a page to look at", "一个可以看的网页"}},
    {"zhiguan explain article.txt",
     {"why a rule did or did not match", "规则为什么匹配、为什么没有匹配"}},
    {"zhiguan diff builtin my.zgd corpus.jsonl",
     {"what a change of the tables does", "改了表格有什么变化"}},
    {NULL, NONE}};

const cli_words cli_manual_what = {
    "zhiguan reads Chinese text and says who holds which post in which organisation.",
    "zhiguan（职官）读中文文章，说出谁在哪个机构任什么职务。"};
const cli_words cli_manual_streams = {
    "Data goes to stdout, messages to stderr. When the reader of stdout goes away, the program "
    "ends "
    "without a message.",
    "数据写到标准输出，消息写到标准错误。读标准输出的一方离开时，程序不声不响地结束。"};
const cli_words cli_manual_colour = {
    "Colour only on a terminal, not when NO_COLOR is set or TERM is dumb.",
    "只在终端上着色；设了 NO_COLOR 或 TERM 是 dumb 时不着色。"};
const cli_words cli_exit_words[6] = {
    {"all read", "都读了"},
    {"some inputs failed, or the output could not be written", "有的输入读不了，或输出写不成"},
    {"the command line is wrong", "命令行有错"},
    {"no input could be read", "没有一个输入读得了"},
    {"the dictionary is invalid", "词典无效"},
    {"out of memory or another resource", "内存或别的资源不足"}};
