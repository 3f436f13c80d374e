"""The same bytes as the command line, over the project's texts; over gold files, where there are any:
ZHIGUAN_GOLD is their folder."""
import json
import subprocess
import sys

import pytest
import zhiguan
from conftest import PROGRAM


def check(records, program, options, **words):
    extractor = zhiguan.Extractor(**words)
    want = program(records, *options)
    assert [extractor.extract_json(r["text"], r["id"]) for r in records] == want
    batch = extractor.extract_batch([r["text"] for r in records], ids=[r["id"] for r in records],
                                    output="json", jobs=2)
    assert [row["json"] for row in batch] == want


@pytest.mark.parametrize("unit", ["codepoint", "utf8", "utf16"])
def test_samples(records, program, unit):
    check(records, program, [f"--offsets={unit}"], offsets=unit)


def test_samples_by_kind(records, program):
    check(records, program, ["--kinds=byline,post"], kinds=["post", "byline"])


def test_gold(gold, program):
    check(gold, program, [])


def test_objects_say_what_the_json_says(records):
    for r in records:
        document = zhiguan.extract(r["text"], r["id"])
        parsed = json.loads(document.json)
        assert document.id == r["id"] == parsed["id"]
        assert [t.id for t in document.triples] == [t["id"] for t in parsed["triples"]]
        for t, p in zip(document.triples, parsed["triples"]):
            assert t.person.text == p["person"]["text"] and list(t.title.span) == p["title"]["span"]
            assert (t.org is None) == (p["org"] is None)
            assert t.org is None or (t.org.full, t.org.by) == (p["org"]["full"], p["org"]["by"])
            assert (t.event.type if t.event else None) == (p["event"] and p["event"]["type"])
            squeezed = "".join(r["text"][slice(*t.person.span)].split())
            assert squeezed == "".join(t.person.text.split())
        assert [x.name for x in document.persons] == [x["name"] for x in parsed["persons"]]


def test_module_is_the_program(records, tmp_path):
    lines = tmp_path / "in.jsonl"
    bad = b'{"id":"bad","text":"\xe5\x85\xac\xff\xe5\xae\x89"}\n\n'
    lines.write_bytes(b"\xef\xbb\xbf" + bad + "".join(json.dumps(r, ensure_ascii=False) + "\n"
                                                     for r in records).encode("utf-8"))
    plain = tmp_path / "plain.txt"
    plain.write_text("公安县水利局局长江晓岚说，路通了。\n", encoding="utf-8")
    for arguments in (["extract", "--input=jsonl", "--jobs", "2", str(lines)],
                      ["extract", "--offsets=utf16", str(plain)]):
        mine = subprocess.run([sys.executable, "-m", "zhiguan", *arguments], stdout=subprocess.PIPE, check=True)
        its = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, check=True)
        assert mine.stdout and mine.stdout == its.stdout


def test_module_refuses(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"id":1}\n{"id":true,"text":""}\n[]\nnonsense\n{"id":2,"text":"公安县"}\n', encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "zhiguan", "--input=jsonl", str(path), "none.txt"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1 and json.loads(done.stdout)["id"] == "2"
    messages = done.stderr.decode("utf-8").splitlines()
    assert len(messages) == 5 and f"{path}:1" in messages[0] and "none.txt" in messages[-1]
