#!/usr/bin/env python3
"""Golden documents: tests/golden/*.txt and the demo's article; what the program says in *.json.

run.py        compares; prints TAP, a diff when one differs
run.py write  writes the outputs anew (`make golden`); `git diff` is then the report

The golden file is the output spread over lines, one triple and one person a line, so that a diff
reads like a table; the data version is left out, because every change of data changes it."""
import difflib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import zgtest  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = sorted([*HERE.glob("*.txt"), zgtest.TOP / "examples/county-congress.txt"], key=lambda p: p.name)


def spread(document):
    document = dict(document, data="*")
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            rows = ",\n".join("  " + json.dumps(v, ensure_ascii=False) for v in value)
            lines.append(f'"{key}": [\n{rows}\n]')
        else:
            lines.append(f'"{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def spans_faults(document, text):
    """Every span must hold the text that it names (spaces inside a printed name aside)."""
    def squeeze(s):
        return "".join(s.split())
    pieces = [(t["person"]["text"], t["person"]["span"]) for t in document["triples"]]
    pieces += [(t["title"]["text"], t["title"]["span"]) for t in document["triples"]]
    pieces += [(t["org"]["text"], t["org"]["span"]) for t in document["triples"]
               if t["org"] and t["org"]["span"]]
    pieces += [(p["name"], span) for p in document["persons"] for span in p["mentions"]]
    return [f"span {span} of {name} holds {text[span[0]:span[1]]}"
            for name, span in pieces if squeeze(text[span[0]:span[1]]) != squeeze(name)]


def main():
    write = sys.argv[1:] == ["write"]
    tap, check = zgtest.Tap(), zgtest.validator()
    for path in ARTICLES:
        code, out, err = zgtest.extract(["--format=json", path.name], cwd=path.parent)
        line = out[:-1] if out.endswith("\n") else out
        if code != 0 or not line:
            tap.result(False, f"golden {path.stem}", [f"exit {code}", err])
            continue
        document, canonical = zgtest.canonical(line)
        faults = zgtest.schema_faults(check, document)
        faults += spans_faults(document, path.read_bytes().decode("utf-8"))
        faults += [] if canonical else ["the JSON is not in its one compact form"]
        golden = HERE / f"{path.stem}.json"
        got = spread(document)
        if write:
            golden.write_text(got, encoding="utf-8")
        else:
            want = golden.read_text(encoding="utf-8") if golden.exists() else ""
            faults += difflib.unified_diff(want.splitlines(), got.splitlines(), "golden", "got", lineterm="", n=0)
        tap.result(not faults, f"golden {path.stem}", faults)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
