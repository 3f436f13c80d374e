"""Reading fact tables and writing data tables: one place for their form.

read(path) gives the rows of a fact table as dicts; write(path, head, columns, rows) writes a data
table: comment head, one line of column names, one tab between cells, '-' for an empty cell.
"""

import os


def read(facts, name):
    with open(os.path.join(facts, name), encoding="utf-8") as lines:
        columns = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(columns, line.rstrip("\n").split("\t")))


def number(cell):
    return int(cell) if cell and cell.lstrip("-").isdigit() else 0


def cell(value):
    text = str(value)
    if "\t" in text or "\n" in text:
        raise ValueError("a cell holds a tab or a line end: %r" % text)
    return text or "-"


def write(path, head, columns, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for line in head.strip("\n").split("\n"):
            out.write(("# " + line).rstrip() + "\n")
        out.write("\t".join(columns) + "\n")
        for row in rows:
            if len(row) != len(columns):
                raise ValueError("%s: a row of %d cells: %r" % (path, len(row), row))
            out.write("\t".join(cell(value) for value in row) + "\n")


def is_han(char):
    """Han characters of the BMP, with 〇: what the text room reads in units of 16 bits."""
    point = ord(char)
    return 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF or char == "〇"


def all_han(text):
    return bool(text) and all(is_han(char) for char in text)


def tags(cell_text):
    """'v:66,vn:25' → {'v': 66, 'vn': 25}"""
    found = {}
    for part in cell_text.split(","):
        tag, colon, count = part.partition(":")
        if colon and count.isdigit():
            found[tag] = found.get(tag, 0) + int(count)
    return found


def arguments(usage):
    """FACTS and DATA, the two directories that every script here is given."""
    import sys
    if len(sys.argv) != 3:
        sys.exit("usage: python3 %s FACTS DATA\n%s" % (os.path.basename(sys.argv[0]), usage))
    return sys.argv[1], sys.argv[2]


def folder(data):
    """A function that folds a word as the text room does, from data/text/fold.tsv."""
    def char(text):
        return chr(int(text[2:], 16)) if text.startswith("U+") else text

    table = {}
    with open(data + "/text/fold.tsv", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and not line.startswith("from\t"):
                cells = line.split("\t")
                table[ord(char(cells[0]))] = char(cells[1])
    return lambda text: text.translate(table)
