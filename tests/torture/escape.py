#!/usr/bin/env python3
"""No text steers the terminal or the page of who reads about it.

Hostile documents, file names, ids, options and tables go through every command and format. In what a
person reads (tables, colours, explain, messages, zgc's faults) there may be no control character,
none of U+0080–U+009F and none that turns the direction of writing; only the program's own colours
where colour was asked for. In what a machine reads no control character stands as it is, but tabs and
line ends of the format; in HTML no '<' of a text stands as it is. And nothing is written anywhere but
where it was told. Prints TAP and the total."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
B = TOP / os.environ.get("B", "build")
ZHIGUAN, ZGC = B / "zhiguan", B / "zgc"
HARMS = ["\x1b[31m", "\x1b]0;x\x07", "\x07", "\x08", "\x7f", "\x9b31m", "\x85", "\x90", "\u202e",
         "\u2066", "\u200f", "\r", "\x0b", "</script><b>", "<!--", "\"'&<>", "\u2028"]
COLOUR = re.compile("\x1b\\[[0-9;]*m")
STEER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
results = failures = executions = 0


def result(good, name, details=()):
    global results, failures
    results += 1
    failures += not good
    print(f"{'' if good else 'not '}ok {results} - {name}")
    for line in list(details)[:8] if not good else ():
        print("#", line)


def run(words, **more):
    global executions
    executions += 1
    done = subprocess.run([os.fsencode(str(w)) for w in words], capture_output=True, timeout=60,
                          cwd=WORK, **more)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def document(harm):
    """The harm everywhere that a triple has a piece: in names, titles, bodies, between them."""
    return (f"公安县水利局局长何{harm}远说。公安县{harm}水利局局长卜子衡说。公安县水利局局{harm}长江晓岚说。"
            f"任命何远{harm}为公安县民政局局长。{harm}记者 {harm}何远 摄\n“{harm}公安县县长卜子衡{harm}”")


def formats():
    """What --format takes, from the program's own words."""
    text = run([ZHIGUAN, "extract", "--format=none"])[2]
    found = re.search(r"choose from ([a-z, ]+)", text).group(1).split(", ")
    return [w for w in found if w != "brat"]  # which writes a folder of its own


def people():
    """What a person reads."""
    for name, words, colours in [
            ("table", ["extract", "--format=table"], False), ("explain", ["explain", "-v"], False),
            ("highlight", ["extract", "--highlight"], True)]:
        found = []
        for n, harm in enumerate(HARMS):
            code, out, err = run([ZHIGUAN, *words, f"doc{n}.txt"])
            out = COLOUR.sub("", out) if colours else out
            for stream in (out, err):
                bad = STEER.search(stream)
                if bad or code != 0:
                    found.append(f"{harm!r}: exit {code}, {bad and stream[max(bad.start() - 20, 0):bad.end() + 20]!r}")
        result(not found, f"{name}: nothing steers the terminal", found)


def machines(all_formats):
    result(len(all_formats) >= 4, "formats are found in the program's words", [str(all_formats)])
    for name in all_formats:
        found = []
        for n, harm in enumerate(HARMS):
            code, out, _ = run([ZHIGUAN, "extract", f"--format={name}", f"doc{n}.txt"])
            bad = CONTROL.search(out.replace("\r\n", "\n"))
            if bad or code != 0 or not out:
                found.append(f"{harm!r}: exit {code} {bad and out[max(bad.start() - 30, 0):bad.end() + 20]!r}")
            if name in ("json", "jsonl"):
                json.loads(out)
        result(not found, f"--format={name}: no control character as it is", found)


def page():
    found = []
    for n, harm in enumerate(HARMS):
        code, out, err = run([ZHIGUAN, "view", f"doc{n}.txt"])
        plain = run([ZHIGUAN, "view", "plain.txt"])[1]
        if code != 0 or out.count("<") != plain.count("<"):
            found.append(f"{harm!r}: exit {code}, {out.count('<')} '<' for {plain.count('<')}; {err}")
        if CONTROL.search(out):
            found.append(f"{harm!r}: a control character")
    result(not found, "view: no text becomes markup", found)


def messages():
    found = []
    for harm in HARMS:
        name = "no" + harm.replace("/", "_").replace("\0", "")
        for words in (["extract", name], ["extract", "--dict", name, "plain.txt"], ["extract", "--" + name],
                      ["extract", "--format=" + name, "plain.txt"], [name], ["explain", name],
                      ["extract", "--jobs", name, "plain.txt"], ["extract", "--kinds=" + name, "plain.txt"]):
            code, _, err = run([ZHIGUAN, *words])
            bad = STEER.search(err)
            if bad or code == 0 or not err:
                found.append(f"{words!r}: exit {code}: {err!r}")
        for line in (f'{{"id":1,"text":{harm}', f'{{"{harm}":1}}', harm, f'{{"text":"a","id":"{harm}"'):
            code, _, err = run([ZHIGUAN, "extract", "--input=jsonl"], input=line.encode())
            if STEER.search(err):
                found.append(f"{line!r}: {err!r}")
    result(not found, "messages: names and faults are shown, not obeyed", found)


def tables():
    found = []
    for n, harm in enumerate(HARMS):
        if "\r" in harm:
            continue
        added = WORK / f"add{n}.tsv"
        added.write_text(f"# {harm}\nword\tclass\tcount\tkinds\tflags\tsource\tnote\n"
                         f"县{harm}长\t{harm}\t{harm}\t{harm}\t{harm}\tuser{harm}\t-\n", encoding="utf-8")
        code, out, err = run([ZGC, "check", B / "fuzz" / "small", "--add", added])
        bad = STEER.search(out + err)
        if bad or code == 0:
            found.append(f"{harm!r}: exit {code}: {err[:300]!r}")
        code, out, err = run([ZGC, "check", "no" + harm])
        if STEER.search(out + err):
            found.append(f"{harm!r}: {err[:200]!r}")
    result(not found, "zgc: cells and names are shown, not obeyed", found)


def nowhere():
    """In an empty folder, as an empty home: after everything, both are still empty."""
    home = WORK / "home"
    home.mkdir()
    env = dict(os.environ, HOME=str(home), TMPDIR=str(home), XDG_CACHE_HOME=str(home))
    before = sorted(p.name for p in WORK.iterdir())
    for words in (["extract", "plain.txt"], ["explain", "plain.txt"], ["version"], ["--help"],
                  ["extract", "--format=tsv", "--jobs", "3", "plain.txt", "nothing.txt"]):
        run([ZHIGUAN, *words], env=env)
    run([ZGC, "check", B / "fuzz" / "small"], env=env)
    result(before == sorted(p.name for p in WORK.iterdir()) and not list(home.iterdir()),
           "nothing is written where it was not told")


with tempfile.TemporaryDirectory() as folder:
    WORK = pathlib.Path(folder)
    (WORK / "plain.txt").write_text(document(""), encoding="utf-8")
    for number, one in enumerate(HARMS):
        (WORK / f"doc{number}.txt").write_bytes(document(one).encode("utf-8"))
    known = formats()
    people()
    machines(known)
    page()
    messages()
    tables()
    nowhere()
print(f"1..{results}")
print(f"# total escape {executions} executions, {failures} findings")
sys.exit(failures > 0)
