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

Prints TAP: one result a block, and a diff when it fails."""
import collections
import difflib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import zgtest  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
Block = collections.namedtuple("Block", "name options text rows persons")


def sections(lines):
    """The block's parts between lines that are only ---."""
    parts = [[]]
    for line in lines:
        if line.strip() == "---":
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def cells(line, where):
    row = [cell.strip() for cell in line.split("|")]
    if len(row) not in (5, 6) or "" in row:
        raise SystemExit(f"{where}: a row has 5 or 6 cells, none of them empty: {line}")
    return " | ".join(row if len(row) == 6 else row + ["post"])


def block_of(where, fence, lines):
    parts = sections(lines)
    if len(parts) not in (2, 3):
        raise SystemExit(f"{where}: a block is text, ---, rows, and perhaps --- and persons")
    rows = sorted(cells(line, where) for line in parts[1] if line.strip())
    persons = " ".join(" ".join(parts[2]).split()) if len(parts) == 3 else None
    return Block(where, tuple(fence.split()[1:]), "\n".join(parts[0]), rows, persons)


def blocks_of(path):
    fence, lines = None, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if fence is None and line.startswith("```zhiguan"):
            fence, lines, where = line[3:], [], f"{path.name}:{number}"
        elif fence is not None and line == "```":
            yield block_of(where, fence, lines)
            fence = None
        elif fence is not None:
            lines.append(line)
    if fence is not None:
        raise SystemExit(f"{where}: the block is not closed")


def rows_of(document):
    rows = []
    for t in document["triples"]:
        org = t["org"] or {"text": None, "full": None}
        row = (t["person"]["text"], t["title"]["text"], org["text"], org["full"], t["status"], t["kind"])
        rows.append(" | ".join(cell or "-" for cell in row))
    return sorted(rows)


def faults_of(block, line, check):
    if line is None:
        return ["no output for this block"]
    document, canonical = zgtest.canonical(line)
    faults = zgtest.schema_faults(check, document)
    if not canonical:
        faults.append("the JSON is not in its one compact form")
    faults += list(difflib.unified_diff(block.rows, rows_of(document), "expected", "got", lineterm="", n=9))
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
