#!/usr/bin/env python3
"""Seeds for every fuzz target, out of the project's own examples: seeds.py SMALL_TABLES FOLDER.
Also FOLDER/words: a dictionary of words for libFuzzer."""
import json
import pathlib
import re
import shutil
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
TABLES = re.findall(r'"([\w/]+\.(?:tsv|md)|VERSION)"',
                    (TOP / "tests/fuzz/fuzz_tables.c").read_text(encoding="utf-8"))


def texts():
    """The text of every example block of tests/spec, and the golden documents."""
    for page in sorted((TOP / "tests/spec").glob("*.md")):
        blocks = re.findall(r"^```zhiguan.*?\n(.*?)^---$", page.read_text(encoding="utf-8"),
                            re.S | re.M)
        yield from (b.strip("\n") for b in blocks)
    for page in sorted((TOP / "tests/golden").glob("*.txt")):
        yield page.read_text(encoding="utf-8")


def damaged(data, n):
    at = n * 37 % (len(data) + 1)
    return data[:at] + (b"\xff", b"\xe5\x85", b"\0", b"\xf0\x9f\x98\x80", b"\x1b[31m")[n % 5] + data[at:]


def main(small, folder):
    out = pathlib.Path(folder)
    shutil.rmtree(out, ignore_errors=True)

    def put(target, name, data):
        path = out / target / str(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    for n, text in enumerate(texts()):
        data = text.encode("utf-8")
        put("text", n, data if n % 3 else damaged(data, n))
        put("options", n, bytes((n, 15, n, n % 50, n, n, 0xe4, 65)) + data)
        line = json.dumps({"id": n, "text": text}, ensure_ascii=n % 2 == 0).encode("utf-8")
        put("jsonl", n, bytes([n % 256]) + line + b"\n" + (damaged(line, n) if n % 4 == 0 else line))
        put("image", n, bytes([1]) + bytes((n * k * 7919 >> 3) & 255 for k in range(1, 13)))
    for n, name in enumerate(TABLES):
        path = pathlib.Path(small) / name
        if path.exists():
            put("tables", n, bytes([n]) + path.read_bytes()[:3000])
    words = set()
    for table in sorted((TOP / "data/lexicon").glob("*.tsv")):
        rows = [line.split("\t")[0] for line in table.read_text(encoding="utf-8").splitlines()
                if not line.startswith("#")]
        words.update(rows[1::max(len(rows) // 25, 1)])
    lines = ['"%s"' % "".join(f"\\x{b:02x}" for b in w.encode("utf-8")) for w in sorted(words)]
    (out / "words").write_text("\n".join(lines) + "\n", encoding="ascii")


main(*sys.argv[1:])
