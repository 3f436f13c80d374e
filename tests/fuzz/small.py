#!/usr/bin/env python3
"""Small tables out of data/: small.py TEXT FOLDER. Of the lexicons and names, what occurs in the
text; of the divisions also their parents; every sixth rule with all definitions; five rows of each
string table. A small image opens in a millisecond, so that a fuzzer can open millions."""
import pathlib
import shutil
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]


def kept(name, header, rows, text):
    """The rows of one table that are kept."""
    folder = name.split("/")[0]
    if name == "rules/rules":
        return [r for n, r in enumerate(rows) if r[4] == "define" or n % 6 == 0]
    if folder in ("rules", "schema"):
        return rows
    if folder == "resolve":
        return rows[:5]
    if folder == "text":
        return rows[::40]
    column = header.index("name") if "divisions" in name else 0
    wanted = [r for r in rows if r[column] in text or
              ("divisions" in name and r[header.index("short")] in text)]
    if "divisions" in name:
        parents = {r[header.index("parent")] for r in wanted}
        while True:
            more = {r[header.index("parent")] for r in rows if r[0] in parents} | parents
            if more == parents:
                break
            parents = more
        wanted = [r for r in rows if r in wanted or (r[0] in parents and r[0] != "0")]
    return wanted


def main(text, folder):
    out = pathlib.Path(folder)
    shutil.rmtree(out, ignore_errors=True)
    for path in sorted((TOP / "data").rglob("*.tsv")):
        name = str(path.relative_to(TOP / "data"))[:-4]
        if name.startswith(("derive", "lexicon/divisions-township", "lexicon/divisions-forms",
                            "lexicon/divisions-former", "lexicon/divisions-zone")):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
        to = out / (name + ".tsv")
        to.parent.mkdir(parents=True, exist_ok=True)
        rows = ["\t".join(r) for r in [header, *kept(name, header, rows, text)]]
        to.write_text("\n".join(head + rows) + "\n", encoding="utf-8")
    for name in ("SOURCES.md", "VERSION"):
        shutil.copy(TOP / "data" / name, out / name)


main(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2])
