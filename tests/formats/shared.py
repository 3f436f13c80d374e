"""Documents for the tests of the other formats, and what the program makes of them."""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from zgtest import TOP, ZHIGUAN, Tap  # noqa: E402,F401

NAMES = sorted(str(p.relative_to(TOP)) for p in (TOP / "tests/golden").glob("*.txt"))
NAMES.append("examples/county-congress.txt")
# What a format could stumble over: (name, bytes).
HARD = [
    ('a, "b".txt', "公安县水利局局长江晓岚说，路通了。\n".encode()),
    ("=1+1#x%20 空.txt", "😀公安县水利局局长江晓岚、原局长卜子衡说。\r\n青田乡乡长陈立新来了。".encode()),
    ("bad.txt", b"\xff" + "青田乡乡长陈立新".encode() + b"\xe9\x9d" + "说。\t公安县\x00\x1b".encode()),
    ("lines.txt", "公安县水利局局\n长江晓\n岚说，路通了。\n\n公安县\n县长  何 远说。\n".encode()),
    ("many.txt", "县委书记何远、县委书记卜子衡、公安县副县长江晓岚和陆承泽出席。何远兼任县长。\n".encode()),
    ("none.txt", "今年水稻丰收。\n".encode()),
    ("empty.txt", b""),
]


class Document:
    """A file, its text as the offsets count it, and the JSON of what was read from it."""

    def __init__(self, path, name, data):
        self.path, self.name = path, name
        self.text = characters(data)
        self.json = json.loads(extract(path, "json"))
        self.triples = self.json["triples"]

    def cut(self, span):
        return self.text[span[0]:span[1]]

    def read(self, form):
        return extract(self.path, form)


def characters(data):
    """The text, each run of bytes that is no UTF-8 as one U+FFFD: the project's own counting."""
    return data.decode("utf-8", "replace")


def extract(path, form):
    done = subprocess.run([ZHIGUAN, "extract", f"--format={form}", str(path)], check=True,
                          capture_output=True, cwd=TOP)
    return done.stdout.decode("utf-8")


def documents():
    """All of them; the hard ones lie in a folder of their own as long as the process runs."""
    folder = tempfile.TemporaryDirectory()
    documents.folder = folder
    found = [Document(name, name, (TOP / name).read_bytes()) for name in NAMES]
    for name, data in HARD:
        path = pathlib.Path(folder.name) / name
        path.write_bytes(data)
        found.append(Document(path, str(path), data))
    return found


def each(tap, name, docs, check):
    """One result for all documents; `check` gives the faults of one."""
    faults = [f"{d.name}: {fault}" for d in docs for fault in check(d)]
    tap.result(not faults, name, faults[:20])


def posts(d):
    return [t for t in d.triples if t["kind"] == "post"]
