#!/usr/bin/env python3
"""Runs the example blocks of tests/spec/*.md through the program.

A block:
    ```zhiguan
    text, one or more lines
    ---
    person | title | org | full | status
    person | title | org | full | status | byline
    ---
    names of all persons, in the order of the text, separated by spaces
    ```
`-` stands for "none". Without a sixth column the kind is post. Every triple of the text must be
listed, in any order; the second `---` with the persons may be left out. Words after "zhiguan" in
the block's first line are options of `zhiguan extract` for all blocks that share them.

Many small examples of one kind share a block, each a paragraph: its text, then its rows, set in by
four blanks, in the columns that the first line names (COLUMNS and PERSON_COLUMNS below say which
there are); a paragraph without rows has no answer:
    ```zhiguan columns=person,title,period
    2016.05—2018.03 某县县长
        person | title | 2016-05 to 2018-03

    another text
    ```

Prints TAP: one result a block or paragraph, and a diff when it fails."""
import collections
import difflib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import zgtest  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
Block = collections.namedtuple("Block", "name options text columns rows persons")


def of(part, *path):
    """A value inside a triple's object; None where one on the way is null."""
    for key in path:
        part = part and part[key]
    return part


def period(t):
    p = t["period"]
    return p and (f"{p['start']} to {p['end']}" if p["end"] else f"{p['start']} on")


COLUMNS = {
    "person": lambda t, text: t["person"]["text"],
    "title": lambda t, text: t["title"]["text"],
    "org": lambda t, text: of(t["org"], "text"),
    "full": lambda t, text: of(t["org"], "full"),
    "status": lambda t, text: t["status"],
    "kind": lambda t, text: t["kind"],
    "code": lambda t, text: of(t["org"], "code"),
    "org_kind": lambda t, text: of(t["org"], "kind"),
    "event": lambda t, text: of(t["event"], "type"),
    "trigger": lambda t, text: t["event"] and text[slice(*t["event"]["span"])],
    "date": lambda t, text: of(t["event"], "date"),
    "by": lambda t, text: of(t["event"], "by"),
    "period": lambda t, text: period(t),
    "rank": lambda t, text: t["rank"],
}
PERSON_COLUMNS = {
    "name": lambda p: p["name"],
    "gender": lambda p: of(p["profile"], "gender"),
    "ethnicity": lambda p: of(p["profile"], "ethnicity"),
    "born": lambda p: of(p["profile"], "born"),
    "native": lambda p: of(p["profile"], "native_place"),
}
USUAL = ("person", "title", "org", "full", "status", "kind")


def sections(lines):
    """The block's parts between lines that are only ---."""
    parts = [[]]
    for line in lines:
        if line.strip() == "---":
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def cells(line, where, columns):
    row = [cell.strip() for cell in line.split("|")]
    if columns == USUAL and len(row) == 5:
        row.append("post")
    if len(row) != len(columns) or "" in row:
        raise SystemExit(f"{where}: a row has {len(columns)} cells, none of them empty: {line}")
    return " | ".join(row)


def block_of(where, options, lines):
    parts = sections(lines)
    if len(parts) not in (2, 3):
        raise SystemExit(f"{where}: a block is text, ---, rows, and perhaps --- and persons")
    rows = sorted(cells(line, where, USUAL) for line in parts[1] if line.strip())
    persons = " ".join(" ".join(parts[2]).split()) if len(parts) == 3 else None
    return Block(where, options, "\n".join(parts[0]), USUAL, rows, persons)


def paragraphs_of(page, first, options, columns, lines):
    """One example for each paragraph; `first` is the number of the first line."""
    text, rows, begin = [], [], first
    for number, line in enumerate(lines + [""], first):
        if line.startswith("    "):
            rows.append(cells(line, f"{page}:{number}", columns))
        elif line:
            begin = begin if text else number
            text.append(line)
        elif text:
            yield Block(f"{page}:{begin}", options, "\n".join(text), columns, sorted(rows), None)
            text, rows = [], []


def blocks_of_fence(page, number, fence, lines):
    words = fence.split()[1:]
    columns = [word.partition("=")[2] for word in words if word.startswith("columns=")]
    options = tuple(word for word in words if not word.startswith("columns="))
    if not columns:
        return [block_of(f"{page}:{number}", options, lines)]
    return paragraphs_of(page, number + 1, options, tuple(columns[0].split(",")), lines)


def blocks_of(path):
    fence, lines, begin = None, [], 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if fence is None and line.startswith("```zhiguan"):
            fence, lines, begin = line[3:], [], number
        elif fence is not None and line == "```":
            yield from blocks_of_fence(path.name, begin, fence, lines)
            fence = None
        elif fence is not None:
            lines.append(line)
    if fence is not None:
        raise SystemExit(f"{path.name}:{begin}: the block is not closed")


def rows_of(block, document):
    if block.columns[0] in PERSON_COLUMNS:
        rows = [[PERSON_COLUMNS[c](p) for c in block.columns] for p in document["persons"]]
    else:
        rows = [[COLUMNS[c](t, block.text) for c in block.columns] for t in document["triples"]]
    return sorted(" | ".join(cell or "-" for cell in row) for row in rows)


def faults_of(block, line, check):
    if line is None:
        return ["no output for this block"]
    document, canonical = zgtest.canonical(line)
    faults = zgtest.schema_faults(check, document)
    if not canonical:
        faults.append("the JSON is not in its one compact form")
    faults += list(difflib.unified_diff(block.rows, rows_of(block, document), "expected", "got", lineterm="", n=9))
    if block.persons is not None:
        got = " ".join(p["name"] for p in document["persons"])
        if got != block.persons:
            faults += [f"- persons {block.persons}", f"+ persons {got}"]
    text = block.text.replace("\n", " ⏎ ")
    return faults + [f"text: {text}"] if faults else []


def main():
    blocks = [b for path in sorted(p for p in HERE.glob("*.md") if p.name != "README.md") for b in blocks_of(path)]
    tap, check = zgtest.Tap(), zgtest.validator()
    groups = collections.defaultdict(list)
    for block in blocks:
        groups[block.options].append(block)
    for options, group in groups.items():
        data = "".join(json.dumps({"id": b.name, "text": b.text}, ensure_ascii=False) + "\n" for b in group)
        code, out, err = zgtest.extract(["--input=jsonl", "--format=jsonl", *options], data.encode("utf-8"))
        lines = out.splitlines()
        for block, line in zip(group, lines + [None] * (len(group) - len(lines))):
            faults = faults_of(block, line, check)
            tap.result(not faults, f"spec {block.name}", faults)
        tap.result(code == 0 and err == "", f"spec: exit 0 and silent {' '.join(options)}", [f"exit {code}", err])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
