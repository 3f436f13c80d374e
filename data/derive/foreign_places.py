"""data/lexicon/foreign_places.tsv: cities, states, rivers abroad, so that they are no names of persons.

Words that the dictionaries of news tag as foreign places (nsf) and a list by hand. A place that is
also a part of many names (华盛顿 is kept, 杰克逊 is not) stays with the names.
"""

import os

from tables import all_han, arguments, folder, number, read, tags, write
from words import read_taken

HEAD = """
foreign_places: cities, states, islands and waters abroad.
Columns: word, class, count (of about 60 million words), kinds, flags, source, note.
Key: word + class. Used by zgc: lexicon senses.
Derived by derive/foreign_places.py from foreign_places_hand.txt and the word lists.
"""
NOT_PLACES = set("杰克逊 马丁 斯坦 巴伦 安德鲁斯 恩格斯 韦恩 莱斯 维拉 塞纳 阿里 乔治 费加罗 玛利亚 圣母 伊甸园".split())


def main():
    facts, data = arguments(__doc__)
    fold = folder(data)
    taken = read_taken(data, but="foreign_places")
    dotted = {row["part"]: number(row["n_dotted"]) for row in read(facts, "foreign_names.tsv")}
    table = {}
    for row in read(facts, "words.tsv"):
        word, found = fold(row["word"]), tags(row["hanlp_pos"])
        total = sum(found.values())
        if not total or found.get("nsf", 0) * 2 <= total or not 2 <= len(word) <= 8:
            continue
        known = number(row["jieba_freq"]) >= 3 or "H" in row["src"]
        if not known or not all_han(word) or dotted.get(word, 0) >= 8 or word in NOT_PLACES:
            continue
        news = total if "H" in row["src"] else 0
        count = max(number(row["jieba_freq"]), 3 * news, 20)
        table[word] = [word, "country", count, "region", "", "words", ""]
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "foreign_places_hand.txt"), encoding="utf-8") as lines:
        for line in lines:
            for word in line.split("#")[0].split():
                count = max(300, table[word][2] if word in table else 0)
                table[fold(word)] = [fold(word), "country", count, "region", "", "hand", ""]
    rows = [table[word] for word in sorted(table)
            if not taken.get(word, set()) & {"country", "place", "org"}]
    write(data + "/lexicon/foreign_places.tsv", HEAD,
          ["word", "class", "count", "kinds", "flags", "source", "note"], rows)


if __name__ == "__main__":
    main()
