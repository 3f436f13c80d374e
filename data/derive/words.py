"""data/lexicon/words-*.tsv: the plain words of the language, with class and frequency.

They compete with names, titles and organisations for the cheapest reading of a sentence, so a word
must be here for 「说」 to end the name before it, and no name of a person or place may be. The class
comes from the tagged news counts, else from the word list's own tag, else from the hand lists here.
Run it after the other lexicon tables stand: what they hold as title or suffix is no plain noun.
"""

import glob
import os
import re

from tables import all_han, arguments, folder, number, read, tags, write

HEAD = """
%s
Columns: word, class, count (of about 60 million), kinds, flags, source, note.
Key: word + class. Used by zgc: lexicon senses. Flags: given, also a common given name; after, often right of a name.
Derived by derive/words.py; rows with source `hand` stand in derive/words_hand.txt.
"""
COLUMNS = ["word", "class", "count", "kinds", "flags", "source", "note"]

CLASS_TAGS = {
    "noun": "n ng nz nx nf nba nbc nbp nb nh nhd nhm nm nmc nl g gb gbc gc gg gi gm gp j an nis nnt "
            "nnd nit s x ni",
    "verb": "v vi vg vf vx vshi vyou",
    "vnoun": "vn",
    "adj": "a ag b z bg",
    "adverb": "d dg vd ad",
    "prep": "p pba pbei",
    "conj": "c cc",
    "particle": "u uzhe ule uguo ude1 ude2 ude3 usuo udeng uyy udh uls uzhi ulian y e o k h",
    "pronoun": "r rr rz rzt rzs rzv ry ryt rys ryv rg Rg rys",
    "time": "t tg",
    "number": "m mg Mg",
    "quant": "q qv qt mq",
    "local": "f",
    "other": "i l vl al bl dl w",
}
TAG_CLASS = {tag: cls for cls, group in CLASS_TAGS.items() for tag in group.split()}
JIEBA_CLASS = dict(TAG_CLASS, ns="noun", nt="", nr="", nrt="", nrfg="", zg="noun", eng="", ul="particle",
                   uj="particle", uz="particle", ud="particle", uv="particle", ug="particle", df="adverb",
                   rr="pronoun", vq="verb")
NAME_TAGS = {"nr", "nrf", "nrj", "nr1", "nr2"}
PLACE_TAGS = {"ns", "nsf"}
ORG_TAGS = {"nt", "nto", "ntc", "ntcb", "ntcf", "ntch", "nth", "nts", "ntu"}
SOLID = {"noun", "verb", "vnoun", "adj", "adverb", "prep", "conj", "local"}

NUMERALS = set("〇零一二三四五六七八九十百千万亿兆两几数多半第廿卅双")
TIME_END = re.compile(r"(年|月|日|周|天|期|时|夜|晚|早|晨|午|春|夏|秋|冬|季|前|后|来|初|末|底|今|昔)$")
# Novels from which the word list was counted: their heroes are no words.
HEROES = re.compile("^(令狐|慕容|欧阳|黄蓉|郭靖|杨过|韦小宝|张无忌|段誉|虚竹|乔峰|萧峰|胡斐|赵敏|石破天|袁承志|"
                    "陈家洛|小龙女|岳不群|林平之|任我行|洪七公|周伯通|宝玉|黛玉|宝钗|凤姐|王夫人|贾母|茅十八|"
                    "灭绝师太|张翠山|谢逊|狄云|木婉清|王语嫣|鸠摩智|程灵素|苗人凤|李莫愁|霍青桐)")
HISTORIC = re.compile("^(耶律|完颜|忽必烈|阿古柏|阿睦尔|多尔衮|成吉思|嬴|鲜于|呼韩邪|阿鲁忽|博尔忽|别儿哥|努尔哈|皇太极|玄奘|后羿|祖冲之|"
                      "索绪尔|色诺芬|南怀仁|瑞贝卡|别必雄|大祚荣|毗湿奴|扈三娘|丰臣秀|班固|班超|扁鹊|嵇康|阮籍|仓颉|腓特烈)")
FREQUENT = 10     # the least frequency of a word of two characters and more
NEWS_ONLY = 15    # a word that the list misses: the least count in tagged news
STRONG = {"noun", "verb", "vnoun", "adj"}
# Classes of other tables that leave no room for the same word as a plain noun or verb.
TAKEN = {"title", "rank", "role", "byline", "generic", "grade", "body", "suffix", "organ", "org",
         "place", "country", "psuffix", "former", "now", "proposed", "appoint", "elect", "remove",
         "resign", "office", "investigate", "speech", "honor"}
TRIGGERS = {"former", "now", "proposed", "appoint", "elect", "remove", "resign", "office",
            "investigate", "speech", "honor"}


def read_hand(path):
    """'prep: 在 对 …' lines: a word's class or classes, instead of what is counted.

    'noun@3000: …' lines: words that the counted lists lack, or count too low.
    'left!: …' lines: a flag of words, whatever gave them."""
    table, counts, flags = {}, {}, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.split("#")[0]
            if ":" in line:
                cls, words = line.split(":", 1)
                cls, _, count = cls.strip().partition("@")
                for word in words.split():
                    if cls.endswith("!"):
                        flags[word] = cls[:-1]
                    elif count:
                        counts.setdefault((word, cls), int(count))
                    elif cls not in table.setdefault(word, []):
                        table[word].append(cls)
    return table, counts, flags


# What may be flagged as common after a name, and how much likelier it is there than elsewhere.
FOLLOW_CLASSES, FOLLOW_TIMES = {"adverb", "prep", "conj", "time"}, 2.718
TITLES = {"title", "rank", "role", "byline", "generic"}


def flag_after(facts, taken, table):
    """则 曾 日前: flag after, by how often a word stands right of a name in tagged news (role L)."""
    right = {row["word"]: number(row["L"]) for row in read(facts, "name_roles.tsv")}
    counts = {}
    for made in table.values():
        counts[made[0]] = counts.get(made[0], 0) + made[2]
    share = sum(counts.values()) / sum(right.values())
    for (word, cls), made in table.items():
        n = right.get(word, 0)
        if (cls in FOLLOW_CLASSES and n >= 5 and not taken.get(word, set()) & TITLES
                and n * share > FOLLOW_TIMES * counts[word]):
            made[4] = ",".join(filter(None, [made[4], "after"]))


def read_taken(data, but=None):
    """{word: classes} of the lexicons that other scripts and hands made."""
    taken = {}
    for path in sorted(glob.glob(data + "/lexicon/*.tsv")):
        name = os.path.basename(path)[:-4]
        if name.startswith(("words-", "divisions-")) or name in ("name_parts", but):
            continue
        with open(path, encoding="utf-8") as lines:
            columns = None
            for line in lines:
                cells = line.rstrip("\n").split("\t")
                if line.startswith("#"):
                    continue
                if columns is None:
                    columns = cells
                    continue
                row = dict(zip(columns, cells))
                taken.setdefault(row.get("word", row.get("name", "")), set()).add(
                    row.get("class", "country"))
    return taken


def composed(word, found, heads, tails, ends):
    """副局长 消费者协会 补习班: made of a title or an ending of bodies, and read as such."""
    if word[1:] in heads or word[2:] in heads or len(word) > 4 and word[3:] in heads:
        return True
    if len(word) >= 4 and any(word[at:] in tails for at in range(2, len(word) - 1)):
        return True
    total = sum(found.values())
    bodies = found.get("nis", 0) + found.get("nit", 0)
    return bodies * 2 > total and len(word) >= 3 and any(word[-size:] in ends for size in (1, 2))


def figure(row):
    """The list counts novels and old texts, the tags count news: the mean of both."""
    listed = number(row["jieba_freq"])
    news = sum(tags(row["hanlp_pos"]).values()) if "H" in row["src"] else 0
    if news < 5:
        return listed  # the counts of list S are no counts of news
    return (listed + 3 * news) // 2 if listed else 3 * news // 2


def classes(row):
    """{class: share} of a word; empty when it is none."""
    found, pos = tags(row["hanlp_pos"]), row["jieba_pos"]
    if set(found) == {"nz"} and JIEBA_CLASS.get(pos) in SOLID | {"other", "time", "number"}:
        found = {pos: 1}  # nz says only that the word was mined as a whole
    shares, total = {}, sum(found.values())
    for tag, count in found.items():
        cls = TAG_CLASS.get(tag) or (JIEBA_CLASS.get(tag) if found == {pos: 1} else None)
        if cls:
            shares[cls] = shares.get(cls, 0) + count / total
    if not total:
        cls = JIEBA_CLASS.get(pos, "")
        return {cls: 1.0} if cls else {}
    listed = JIEBA_CLASS.get(pos, "")
    if len(found) <= 2 and listed in SOLID and shares and listed not in shares and pos != "zg":
        shares = {cls: share * 0.7 for cls, share in shares.items()}
        shares[listed] = 0.3
    return shares


def keep(shares):
    """The classes worth a row: vnoun from an eighth on, others from a fifth."""
    verb, vnoun = shares.get("verb", 0), shares.get("vnoun", 0)
    kept = {cls: share for cls, share in shares.items() if share > 0.2}
    if vnoun and verb and vnoun >= 0.12 * (verb + vnoun):
        kept["vnoun"] = vnoun
    if vnoun > 3 * verb:
        kept.pop("verb", None)
    if not kept and shares:
        best = max(shares, key=lambda cls: (shares[cls], cls))
        kept = {best: shares[best]}
    return kept


def mend(word, shares):
    """Places and sides (西北 内侧) are nouns; a verb of one character is no name of an activity."""
    shares = dict(shares)
    if len(word) > 1 and "local" in shares:
        shares["noun"] = shares.get("noun", 0) + shares.pop("local")
    if len(word) == 1 and shares.get("vnoun", 0) < 0.6:
        shares["verb"] = shares.get("verb", 0) + shares.pop("vnoun", 0)
    return {cls: share for cls, share in shares.items() if share > 0}


class Filter:
    """Says which words of the list are names of persons, places and bodies."""

    def __init__(self, facts, fold, data):
        self.surnames, self.given, self.places = {}, {}, set()
        with open(data + "/names/surnames.tsv", encoding="utf-8") as lines:
            for line in lines:
                cells = line.split("\t")
                if not line.startswith("#") and cells[1].isdigit():
                    self.surnames[cells[0]] = int(cells[1])
        self.common = {row["word"] for row in read(facts, "words.tsv")
                       if number(row["jieba_freq"]) >= 100}
        for row in read(facts, "given_pairs.tsv"):
            self.given[fold(row["given"])] = number(row["n_list"])
        for row in read(facts, "divisions.tsv"):
            if row["level"] != "township":
                self.places |= {fold(row["name"]), fold(row["short"])}
            elif row["type"] != "其他":
                self.places.add(fold(row["name"]))
        with open(data + "/lexicon/name_parts.tsv", encoding="utf-8") as lines:
            self.parts = {line.split("\t")[0] for line in lines
                          if "\tfname\t" in line and len(line.split("\t")[0]) > 2}
        for name in ("former_divisions.tsv",):
            for row in read(facts, name):
                self.places |= {fold(row["name"]), fold(row["short"])}
        for row in read(facts, "countries.tsv"):
            for key in ("name", "official", "aliases", "capital"):
                self.places |= {fold(part) for part in row[key].split(",")}
        self.places.discard("")

    def surname_first(self, word, least):
        return len(word) <= 3 and self.surnames.get(word[0], 0) >= least

    def is_name(self, word, row, found):
        """Persons: 张文裕 (nr), 刘澜涛 (n without any news), 志强 (a given name that is no word)."""
        pos, total = row["jieba_pos"], sum(found.values())
        if HEROES.match(word) or word in self.parts and pos[:2] in ("nr", "ns", "nz", ""):
            return True
        if sum(found.get(tag, 0) for tag in NAME_TAGS) * 2 > total:
            return True
        proper = total and found.get("nz", 0) == total
        if total:
            likely = pos.startswith("nr") and self.surname_first(word, 100) and len(word) > 1
            if proper and (likely or self.given.get(word, 0) >= 15):
                return True
            return bool(proper) and self.proper_name(word, pos)
        if pos.startswith("nr") and len(word) > 1:
            return True
        if len(word) > 1 and self.surname_first(word, 100) and pos in ("n", "nz", "t", "a", "vn", "v", "b"):
            return True
        return pos == "nz" and self.given.get(word, 0) >= 5

    def proper_name(self, word, pos):
        """班固, 建文帝 (nr in the one list, nz in the other); 游闽键 (mined from news, no word in it)."""
        if pos.startswith("nr"):
            ruler = re.search("(帝|宗|祖|公|王|妃|太后|汗)$", word) is not None
            first = max(self.surnames.get(word[0], 0), self.surnames.get(word[:2], 0))
            made = any(part in self.common for part in (word[:2], word[1:], word[:3])
                       if 1 < len(part) < len(word))
            bears = len(word) <= 4 and first >= (50 if len(word) == 2 else 5) and not made
            return ruler or HISTORIC.match(word) is not None or bears
        surname = len(word) == 3 and not pos and self.surnames.get(word[0], 0) >= 300
        return surname and word[1:] not in self.common

    def is_place(self, word, found, row):
        total = sum(found.values())
        place = sum(found.get(tag, 0) for tag in PLACE_TAGS)
        if word in self.places:
            return place * 2 > total or not total or found.get("nz", 0) == total
        if found.get("nsf", 0) * 2 > total:
            return True  # foreign places have a table of their own
        return not total and row["jieba_pos"] == "ns" and len(word) > 1

    def is_body(self, found, row):
        total = sum(found.values())
        body = sum(found.get(tag, 0) for tag in ORG_TAGS)
        return body * 2 > total or not total and row["jieba_pos"] == "nt"


def odd(word, row, found):
    """What is no word to keep: long numerals, junk times, very long phrases."""
    size, pos = len(word), row["jieba_pos"]
    if size > 5 and not (set(found) & {"i", "l", "n", "vl", "al", "bl"}):
        return True
    if size > 8:
        return True
    if not found and size > 1:
        if pos in ("m", "mq", "q"):
            return size > 3 or not (set(word) & NUMERALS or word[0] in "这那每各")
        if pos == "t":
            return not TIME_END.search(word)
        if pos == "zg":
            return True
    return False


def pieces(taken):
    """Heads of titles, and endings of bodies: of two characters and more, and all."""
    heads = {word for word, cls in taken.items() if len(word) > 1 and cls & {
        "title", "rank", "role", "byline"}}
    ends = {word for word, cls in taken.items() if "suffix" in cls}
    return heads, {word for word in ends if len(word) > 1}, ends


def rows_of(row, word, where, hand, taken, parts):
    found, count = tags(row["hanlp_pos"]), figure(row)
    if len(word) == 1 and where.surnames.get(word, 0) >= 2000:
        # 王 李 刘: what the counts call a noun is mostly a surname that was left alone
        main_tag = max(found, key=found.get) if found else ""
        alone = main_tag.endswith("g") or main_tag in ("", "b", "gb", "n", "qt")
        if alone or hand.get(word) == ["noun"]:
            count //= 4
    given = "given" if where.given.get(word, 0) >= 40 else ""
    source = "words"
    busy = taken.get(word, set()) & TAKEN
    if word in hand:
        kept = {cls: 1.0 / len(hand[word]) for cls in hand[word] if cls != "skip"}
        if busy & TRIGGERS:
            kept.pop("verb", None)
    else:
        size = len(word)
        news = sum(found.values()) if "H" in row["src"] else 0
        if size > 1 and number(row["jieba_freq"]) < FREQUENT and news < NEWS_ONLY:
            return []
        if size > 1 and (odd(word, row, found) or where.is_name(word, row, found)
                         or where.is_place(word, found, row) or where.is_body(found, row)):
            return []
        if len(word) > 2 and composed(word, found, *parts):
            return []
        shares = classes(row)
        if not shares and PLACE_TAGS & set(found):
            shares = {"noun": 1.0}  # 长江 天安门: no division, yet a word
        shares = mend(word, shares)
        kept = keep(shares) if shares else ({"noun": 1.0} if size == 1 else {})
        if busy:
            plain = sum(n for tag, n in found.items() if tag not in ("nnt", "nnd", "nis", "nit", "n"))
            if "noun" in kept and plain * 3 < sum(found.values()) * 2 and size > 1:
                kept.pop("noun")
            if busy & TRIGGERS:
                kept = {cls: share for cls, share in kept.items() if cls not in STRONG}
    return [[word, cls, max(1, round(count * share)), "", given, source, ""]
            for cls, share in sorted(kept.items())]


def main():
    facts, data = arguments(__doc__)
    fold = folder(data)
    hand, counts, flags = read_hand(os.path.join(os.path.dirname(os.path.abspath(__file__)), "words_hand.txt"))
    where, taken, table = Filter(facts, fold, data), read_taken(data), {}
    parts = pieces(taken)
    seen = set()
    for row in read(facts, "words.tsv"):
        word = fold(row["word"])
        if not all_han(word) or word != row["word"]:
            continue  # a traditional spelling: the simplified one stands beside it
        seen.add(word)
        for made in rows_of(row, word, where, hand, taken, parts):
            table[word, made[1]] = made
    for (word, cls), count in counts.items():
        made = table.get((word, cls))
        if not all_han(word) or taken.get(word, set()) & TAKEN:
            continue
        if made is None or made[2] < count // 4:
            table[word, cls] = [word, cls, count, "", "", "hand", ""]
    for word, wanted in hand.items():
        for cls in wanted:
            if word not in seen and cls != "skip":
                table[word, cls] = [word, cls, 30, "", "", "hand", ""]
    for row in read(facts, "given_chars.tsv"):
        word = fold(row["char"])
        if all_han(word) and len(word) == 1 and not any((word, cls) in table for cls in CLASS_TAGS):
            table[word, "noun"] = [word, "noun", 1, "", "", "given", ""]
    for (word, cls), made in table.items():
        if word in flags and cls in ("verb", "vnoun", "adj", "conj"):
            made[4] = ",".join(filter(None, [made[4], flags[word]]))
    flag_after(facts, taken, table)
    by_size = {}
    for key in sorted(table):
        by_size.setdefault(min(len(key[0]), 4), []).append(table[key])
    titles = {1: "words-1: words of one character.", 2: "words-2: words of two characters.",
              3: "words-3: words of three characters.",
              4: "words-4: words and phrases of four characters and more."}
    for path in glob.glob(data + "/lexicon/words-*.tsv"):
        os.remove(path)
    for size, rows in sorted(by_size.items()):
        halves = [rows]
        if len(rows) > 45000:
            middle = len(rows) // 2
            while rows[middle][0] == rows[middle - 1][0]:
                middle += 1
            halves = [rows[:middle], rows[middle:]]
        for at, half in enumerate(halves):
            name = "words-%d%s" % (size, "ab"[at] if len(halves) > 1 else "")
            write("%s/lexicon/%s.tsv" % (data, name), HEAD % titles[size].replace(
                "words-%d" % size, name), COLUMNS, half)


if __name__ == "__main__":
    main()
