"""data/text/fold.tsv: single characters that mean the same to every table.

Traditional and Japanese forms to simplified, full-width forms to ASCII, and the many dots, quotes,
dashes and blanks of real texts to one each. A character of GB 2312 is a simplified one already
(著 乾 沈 覆 藉): it is not folded, but for a short list that modern texts only use as traditional.
"""

import unicodedata

from tables import arguments, is_han, read, write

HEAD = """
fold: one character to the one that the tables are written with.
Columns: from, to (each one character of the BMP, or U+XXXX), source, note.
Key: from. Read by zgc (the image's fold table) and so by the text room.
Derived by derive/fold.py; change it there.
"""

# In GB 2312, and yet traditional in any text of today.
TRADITIONAL_ANYWAY = "後於麽菸徵夥摺"
# Simplified texts use these in a sense of their own, GB 2312 or not.
NEVER = "著乾瞭藉覆彷沈麼祇衹甯堃喆淼"
NEVER_BUT = {"麼": "么", "麽": "么"}

MARKS = {
    "·": "•‧・･∙⋅᛫⸱·",
    ",": "﹐", ";": "﹔", ":": "﹕︰∶", "?": "﹖", "!": "﹗",
    "(": "〔﹙﹝❨⦅", ")": "〕﹚﹞❩⦆",
    "。": "｡", "、": "､﹑",
    "“": "「｢﹁〝", "”": "」｣﹂〞〟", "‘": "『﹃", "’": "』﹄",
    "[": "［", "]": "］", "【": "〖", "】": "〗",
    "—": "―–─━", "-": "‐‑‒−﹣", "~": "〜∼", "…": "⋯",
    "《": "︽", "》": "︾", "〈": "︿", "〉": "﹀",
    "〇": "○◯",
    "|": "丨│┃❘¦∣",
}
BLANKS = [0x09, 0x0B, 0x0C, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
LINE_ENDS = [0x85, 0x2028, 0x2029]


def in_gb2312(char):
    try:
        char.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def bmp(char):
    return len(char) == 1 and ord(char) < 0x10000


def write_char(char):
    visible = unicodedata.category(char)[0] not in "CZM"
    return char if visible and char not in "#-" else "U+%04X" % ord(char)


def main():
    facts, data = arguments(__doc__)
    table = {}  # from -> (to, source, note)

    def put(source_char, target, source, note=""):
        if source_char != target and bmp(source_char) and bmp(target):
            table.setdefault(source_char, (target, source, note))

    for target, group in MARKS.items():
        for char in group:
            put(char, target, "hand")
    for point in range(0xFF01, 0xFF5F):
        put(chr(point), chr(point - 0xFEE0), "unicode", "full width")
    for point in BLANKS:
        put(chr(point), " ", "unicode", "blank")
    for point in LINE_ENDS:
        put(chr(point), "\n", "unicode", "line end")

    chars, japanese, variants = {}, [], []
    for row in read(facts, "t2s.tsv"):
        if len(row["from"]) != 1:
            continue
        first = row["to"].split(" ")[0]
        if row["kind"] == "char":
            chars[row["from"]] = first
        elif row["kind"].startswith("jp"):
            # shinjitai→trad: 沢 → 澤
            japanese += [(row["from"], form) for form in row["to"].split(" ")]
        elif "variant" in row["kind"]:
            # variant→trad: 裡 → 裏, whatever side the variant is on
            variants.append((row["from"], first))
    chars.update(NEVER_BUT)
    for char, target in chars.items():
        if char in NEVER and char not in NEVER_BUT:
            continue
        if in_gb2312(char) and char not in TRADITIONAL_ANYWAY:
            continue
        put(char, target, "opencc")
    for source, note, pairs in (("opencc", "variant", variants), ("opencc", "Japanese", japanese)):
        for form, traditional in pairs:
            target = chars.get(traditional, traditional)
            plain = not in_gb2312(form) and form not in NEVER and chars.get(form, form) == form
            if len(form) == 1 and plain and in_gb2312(target):
                put(form, target, source, note)
    for point in [*range(0xF900, 0xFB00), *range(0x2E80, 0x2FE0)]:
        normal = unicodedata.normalize("NFKC", chr(point))
        if len(normal) == 1 and is_han(normal):
            put(chr(point), normal, "unicode", "compatibility form")

    def end(char):
        seen = {char}
        while char in table and table[char][0] not in seen:
            char = table[char][0]
            seen.add(char)
        return char

    rows = [(write_char(char), write_char(end(target)), source, note)
            for char, (target, source, note) in sorted(table.items()) if end(target) != char]
    write(data + "/text/fold.tsv", HEAD, ["from", "to", "source", "note"], rows)


if __name__ == "__main__":
    main()
