/* `zhiguan help`: examples first, then what there is to choose. */
#include "cli.h"
#include "cli_output.h"

#include <string.h>

static const char help_text[] =
    "Examples:\n"
    "  zhiguan extract --format=table article.txt   a table: person, title, organisation\n"
    "  zhiguan extract article.txt                  everything known, as JSON\n"
    "  cat article.txt | zhiguan extract            the same from standard input\n"
    "  zhiguan extract --encoding=gb18030 old.txt   a file that is not UTF-8\n"
    "  zhiguan extract --input=jsonl --jobs 4 news.jsonl > posts.jsonl\n"
    "                                               {\"id\":…,\"text\":…} a line, an object a "
    "line\n"
    "  zhiguan extract --kinds=byline --format=tsv *.txt\n"
    "                                               reporters and editors, for a spreadsheet\n"
    "  zhiguan view *.txt -o page.html              a page to look at: text, table, network\n"
    "  zhiguan explain article.txt                  why a rule did or did not match\n"
    "\n"
    "zhiguan reads Chinese text and says who holds which post in which organisation.\n"
    "\n"
    "Commands:\n"
    "  extract [FILE…]   the triples of each document; no FILE or - is standard input\n"
    "  explain [FILE]    each sentence, its class string, the rules that matched or came near\n"
    "  view [FILE…]      one page (HTML, loads nothing): coloured text, table, filters, network\n"
    "  version           the four version numbers: API, ABI, image format, data\n"
    "  help              this text\n"
    "\n"
    "Options of extract:\n"
    "  --input=text|jsonl          text (default): a file is a document and its name the id;\n"
    "                              jsonl: a line is a document, blank lines are passed over\n"
    "  --encoding=auto|utf-8|gb18030|big5\n"
    "                              auto (default): by byte order mark, else UTF-8 when it is,\n"
    "                              else GB18030; offsets then refer to the text as UTF-8\n"
    "  --format=json|jsonl|tsv|csv|table|ftm|popolo|brat|annotation|conll\n"
    "                              json (default) and jsonl: an object a line; tsv, csv: a triple\n"
    "                              a line under one header; table: for reading;\n"
    "                              ftm: FollowTheMoney entities; popolo: Popolo JSON; brat: brat\n"
    "                              standoff, to --output FOLDER; annotation: W3C Web Annotation\n"
    "                              (JSON-LD); conll: BIO by character\n"
    "  -o, --output FILE           write there, not to standard output\n"
    "  --highlight                 the text too, with persons, titles and organisations coloured\n"
    "                              (in brackets when NO_COLOR is set)\n"
    "  --offsets=codepoint|utf8|utf16\n"
    "                              unit of the spans: code points (default), bytes, UTF-16 units\n"
    "  --kinds=KIND[,KIND…]        keep only post, byline, role or generic (default: all)\n"
    "  -j, --jobs N                N threads; the output is the same as with one\n"
    "  --dict FILE                 a dictionary made by zgc, in place of the one built in\n"
    "  --strict                    refuse a document with bad bytes; default: step over them,\n"
    "                              with a warning in the output\n"
    "  -v, --verbose               say on stderr which encoding was found, and more\n"
    "view takes --output FILE (-o), --input, --encoding, --kinds, --dict, --strict and -v;\n"
    "explain takes --encoding, --dict, --strict and -v (which adds the stages before the rules);\n"
    "version takes --dict.\n"
    "\n"
    "Data goes to stdout, messages to stderr. Colour only on a terminal, not when NO_COLOR is "
    "set.\n"
    "\n"
    "Exit code: 0 all read · 1 some inputs failed, or the output could not be written ·\n"
    "  2 the command line is wrong · 3 no input could be read · 4 the dictionary is invalid ·\n"
    "  5 out of memory or another resource\n";

cli_exit cli_help(void)
{
    cli_output out = {0};
    cli_output_write(&out, help_text, strlen(help_text));
    return cli_output_close(&out, CLI_OK);
}
