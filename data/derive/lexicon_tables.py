#!/usr/bin/env python3
"""Writes the lexicon tables of titles, organisations and triggers from the lists in lexicon/.

Usage: lexicon_tables.py FACTS CORPUS... OUT
  FACTS   directory of source tables (words.tsv, titles_ranks.tsv, orgs_*.tsv, countries.tsv ...)
  CORPUS  gzipped JSON Lines {"id", "text"}; only occurrences are counted, no text is taken
  OUT     data/lexicon

A list file is made of blocks:
  # comment
  & NAME kind,kind          a set of kinds used below
  @ class kinds flags       what the words under it are; options: each=a,b,-  share=0.1
                            each: every word is written behind every prefix; "-" = the word alone
  % class share word ...    words that are mostly something else: this share of their count
The tables are then edited by hand; this script only shows where their first state came from.
"""
import collections
import gzip
import json
import math
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import lexicon_facts  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ("party government congress cppcc court procuratorate discipline military company school "
         "hospital association media international village region institute department police").split()
FLAGS = "field solo partial short left after acting verblike split unit list given".split()
TOTAL = 60_000_000
# General news holds fewer names of bodies than the notices and local news that are read with these
# tables: 6 was the best of 1, 3, 6 and 12 on this project's development texts.
GENRE = {"organ": 6, "suffix": 6}
# Levels that few bodies have: 自治旗财政局 is built by the grammar, it needs a row only if it was seen.
RARE_LEVELS = "盟 旗 地区 自治区 自治州 自治县 自治旗 兵团 特区".split()

TABLES = {
    "titles": (["titles.txt"], "Heads of titles (局长), grades (副) and bodies (党委).",
               "rule/ puts GRADE* BODY? HEAD together; kinds say which organisations can have the post"),
    "ranks": ([], "Ranks and professional titles (教授, 少将, 一级巡视员).", "rule/, resolve/"),
    "roles": (["roles.txt"], "Occupations and honours, bylines, collective handles.", "rule/"),
    "org_suffixes": (["suffixes.txt"], "What ends an organisation's name (局, 有限公司).", "org/"),
    "organs": (["organs.txt"], "Organs of party and state, with and without their level (市委).", "org/"),
    "orgs": ([], "Whole names of organisations (国务院, 新华社).", "org/"),
    "countries": ([], "Countries, with official and short names.", "org/, resolve/"),
    "diplomats": ([], "Envoys and missions by country (驻法国大使, 驻美使馆).", "rule/, org/"),
    "triggers": (["triggers.txt"], "Words that tell how person and post stand (原, 任命, 免去).", "rule/"),
    "speech": (["speech.txt"], "Verbs of saying, and forms of address after a name.", "name/, rule/"),
}


class Row:
    def __init__(self, source):
        self.kinds, self.flags, self.source, self.share, self.count, self.note = \
            set(), set(), source, 1.0, None, "-"
        self.rare = False  # drop the row when the word was never seen


class Lexicon:
    def __init__(self):
        self.rows = {}

    def add(self, word, cls, kinds=(), flags=(), source="hand", share=None, count=None, note=None):
        row = self.rows.get((word, cls))
        if row is None:
            row = self.rows[word, cls] = Row(source)
        row.kinds.update(k for k in kinds if k != "-")
        row.flags.update(f for f in flags if f != "-")
        if share is not None:
            row.share = share
        if count is not None:
            row.count = count
        if note:
            row.note = note


def read_list(path, lex):
    sets, block = {}, None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if not line or line[0] == "#":
            continue
        cells = line.split()
        if line[0] == "&":
            sets[cells[1]] = cells[2]
        elif line[0] == "%":
            for word in cells[3:]:
                if (word, cells[1]) in lex.rows:
                    lex.rows[word, cells[1]].share = float(cells[2])
        elif line[0] == "@":
            kinds = ",".join(sets.get(k, k) for k in cells[2].split(",")).split(",")
            flags = cells[3].split(",")
            opts = dict(c.split("=", 1) for c in cells[4:])
            for k in kinds:
                assert k in KINDS or k == "-", (path, number, k)
            for f in flags:
                assert f in FLAGS or f == "-", (path, number, f)
            block = cells[1], kinds, flags, opts
        else:
            cls, kinds, flags, opts = block
            for word in cells:
                for prefix in opts.get("each", "").split(",") if "each" in opts else [None]:
                    own = flags
                    if prefix == "-":
                        prefix, own = "", ["partial"]
                    share = float(opts["share"]) if "share" in opts else None
                    lex.add((prefix or "") + word, cls, kinds, own, share=share)
                    if prefix in RARE_LEVELS:
                        lex.rows[prefix + word, cls].rare = True


def count_words(words, corpora):
    """Occurrences of every word, overlaps included; and the number of Han characters read."""
    by_start = collections.defaultdict(set)
    for w in words:
        by_start[w[:2] if len(w) > 1 else w].add(len(w))
    by_start = {k: sorted(v) for k, v in by_start.items()}
    found, chars, words = collections.Counter(), 0, set(words)
    for path in corpora:
        for line in gzip.open(path, "rt", encoding="utf-8"):
            text = json.loads(line)["text"]
            chars += len(text)
            for i in range(len(text)):
                if text[i] in by_start:
                    found[text[i]] += 1
                for size in by_start.get(text[i:i + 2], ()):
                    piece = text[i:i + size]
                    if piece in words:
                        found[piece] += 1
    return found, chars


def write(out, name, rows):
    lists, what, who = TABLES[name]
    with open(os.path.join(out, name + ".tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# %s.tsv: %s\n" % (name, what))
        f.write("# columns: word; class, kinds, flags (names of lib/dict/classes.h, lists joined by a comma);\n")
        f.write("#   count (occurrences in 60 million words; - = the class's default); source (data/SOURCES.md); note\n")
        f.write("# key: word + class; sorted by word in code point order\n")
        f.write("# used by: %s\n" % who)
        f.write("word\tclass\tcount\tkinds\tflags\tsource\tnote\n")
        for (word, cls), row in sorted(rows.items()):
            kinds = ",".join(k for k in KINDS if k in row.kinds) or "-"
            flags = ",".join(x for x in FLAGS if x in row.flags) or "-"
            count = "-" if not row.count else str(row.count)
            f.write("\t".join([word, cls, count, kinds, flags, row.source, row.note]) + "\n")


def whole_before_suffix(suffixes, organs, orgs):
    """A bare organ (公安局) or a whole name (外交部) needs no second reading as a suffix, which
    would ask for a name before it: the suffix row's kinds go to that row."""
    for (word, cls) in list(suffixes.rows):
        row = organs.rows.get((word, "organ")) or orgs.rows.get((word, "org"))
        if row is not None:
            row.kinds |= suffixes.rows[word, cls].kinds
            del suffixes.rows[word, cls]


def one_sense(tables):
    """A word is a title, else a rank, else a byline, else a role: the surer reading stays."""
    order = [("titles", "title"), ("ranks", "rank"), ("roles", "byline"), ("roles", "role")]
    for k, (table, cls) in enumerate(order[1:], 1):
        for word, c in list(tables[table].rows):
            better = [tables[t].rows.get((word, s)) for t, s in order[:k]]
            better = [row for row in better if row is not None]
            if c == cls and better and cls != "byline":
                better[0].kinds |= tables[table].rows[word, c].kinds
                better[0].flags |= tables[table].rows[word, c].flags
                del tables[table].rows[word, c]


def trim_flags(tables):
    """left: a longer ending may stand alone (公司董事长), unless it is mostly another word (科技).
    split: only a head of two characters lends its first one (市长); 支队长 would lend too little."""
    for (word, cls), row in tables["org_suffixes"].rows.items():
        if len(word) > 1 and row.share > 0.1:
            row.flags.discard("left")
    for (word, cls), row in tables["titles"].rows.items():
        if len(word) != 2:
            row.flags.discard("split")


def main():
    facts, corpora, out = sys.argv[1], sys.argv[2:-1], sys.argv[-1]
    tables = {}
    for name, (lists, _, _) in TABLES.items():
        tables[name] = Lexicon()
        for path in lists:
            read_list(os.path.join(HERE, "lexicon", path), tables[name])
    lexicon_facts.fill(facts, tables)
    trim_flags(tables)
    one_sense(tables)
    whole_before_suffix(tables["org_suffixes"], tables["organs"], tables["orgs"])
    seen = {}
    for name in TABLES:  # a word is in one table only, in the order of TABLES
        for key in list(tables[name].rows):
            if key in seen:
                del tables[name].rows[key]
            seen.setdefault(key, name)
    words = {w for lex in tables.values() for w, _ in lex.rows}
    jieba = lexicon_facts.frequencies(facts)
    found, chars = count_words(words, corpora)
    scale = TOTAL / (chars / 1.7)  # 1.7 characters a word, marks included
    print("characters %d, scale %.2f" % (chars, scale), file=sys.stderr)
    for name, lex in tables.items():
        for (word, cls), row in list(lex.rows.items()):
            if row.count is None:
                if row.rare and found[word] == 0 and jieba.get(word, 0) == 0:
                    del lex.rows[word, cls]
                    continue
                # one character stands in many words, so only the word list can count it
                seen_here = found[word] * scale if len(word) > 1 else 0
                best = max(jieba.get(word, 0), seen_here)
                row.count = math.ceil(best * row.share * GENRE.get(cls, 1))
        write(out, name, lex.rows)
        print(name, len(lex.rows), file=sys.stderr)


if __name__ == "__main__":
    main()
