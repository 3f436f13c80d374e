#!/usr/bin/env python3
"""The programs when memory, files, pipes and threads fail: faults.py short|long.

Each command line runs with the k-th call of a kind failing (torture_faults.c stands before the C
library), k = 1, 2, … until it is not reached any more; once, and for ever after. Each time: no
signal, no hang, the exit code that is promised; with exit 0 the same bytes as without failure; with
another a message, and on stdout only whole lines of the right output; no more blocks left
than without failure. Prints TAP, and the totals."""
import errno
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
B = TOP / os.environ.get("B", "build")
ZHIGUAN, ZGC, SHIM = B / "zhiguan", B / "zgc", B / "torture" / "torture_faults.so"
LONG = sys.argv[1:] == ["long"]
SENTENCE = "公安县狮子口镇党委书记卢远说，今年水稻丰收。"
LINES = [
    '{"id":"a","text":"%s"}' % SENTENCE,
    '{"id":7,"text":"\\u9752田乡乡长陈立新\\n介绍了情况。","more":[1,{"x":null}]}',
    '{"id":"c","text":"%s\udcff"}' % SENTENCE,
    '{"id":"d\\u4e00","text":"\\u9752田乡乡长陈立新介绍了情况。"}',
]
results = failures = executions = 0


def result(good, name, details):
    global results, failures
    results += 1
    failures += not good
    print(f"{'' if good else 'not '}ok {results} - {name}")
    for line in details[:12]:
        print("#", line)
    sys.stdout.flush()


class Command:
    """A command line in a folder of its own, and what it says when nothing fails."""

    def __init__(self, name, words, stdin=b"", made=None, slack=0):
        self.name, self.words, self.stdin, self.made = name, [str(w) for w in words], stdin, made
        self.slack = slack  # blocks that may be left: zgc ends at once; iconv keeps its own
        self.good = None

    def run(self, call, at=0, kind="once", error=0):
        global executions
        executions += 1
        report = WORK / "report"
        env = dict(os.environ, LD_PRELOAD=str(SHIM), FAULT_CALL=call, FAULT_AT=str(at),
                   FAULT_KIND=kind, FAULT_ERRNO=str(error), FAULT_REPORT=str(report), LC_ALL="C")
        for old in (report, WORK / (self.made or "report")):
            old.unlink(missing_ok=True)
        try:
            done = subprocess.run(self.words, cwd=WORK, env=env, input=self.stdin,
                                  capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return None, b"", "hangs", 0, 0
        found = re.match(r"calls (\d+) live (-?\d+)", report.read_text() if report.exists() else "")
        calls, live = map(int, found.groups()) if found else (0, 0)
        return (done.returncode, done.stdout + self.file(), done.stderr.decode("utf-8", "replace"),
                calls, live)

    def file(self):
        path = WORK / (self.made or "nothing")
        return path.read_bytes() if path.exists() else b""

    def wrong(self, got, codes):
        """What is wrong with an answer; codes are those allowed."""
        code, out, err, _, live = got
        if code is None or code < 0:
            return f"signal or hang: {code} {err[-300:]}"
        if code not in codes:
            return f"exit {code}, not one of {sorted(codes)}: {err[-300:]}"
        if code == 0 and (out != self.good[1]):
            return f"exit 0, but other output ({len(out)} bytes for {len(self.good[1])}); {err[-200:]}"
        if code != 0 and not err.strip():
            return f"exit {code} without a word"
        if live > self.good[4] + self.slack:
            return f"{live} blocks left, {self.good[4]} without failure (exit {code})"
        wanted = iter(self.good[1].split(b"\n"))
        if code != 0 and not all(line in wanted for line in out.split(b"\n") if line):
            return f"exit {code}, and something on stdout that is not a line of the right output"
        return None


def check(name, command, call, codes, kinds=("once", "ever"), error=0, points=None):
    """All points of one kind of call, or those that `points` picks of their number."""
    command.good = command.run(call)
    count, found, tried = command.good[3], [], 0
    for kind in kinds:
        for at in points(count) if points else range(1, count + 1):
            tried += 1
            why = command.wrong(command.run(call, at, kind, error), codes)
            if why:
                found.append(f"{call} {at} of {count}, {kind}: {why}")
    if tried == 0:
        found.append("no point of failure is reached: this tests nothing")
    result(not found, f"{command.name}: {name}", found)
    print(f"# {tried} points")
    return tried


def commands():
    (WORK / "a.txt").write_text(SENTENCE + "\n", encoding="utf-8")
    (WORK / "gb.txt").write_bytes((SENTENCE + "\n").encode("gb18030"))
    (WORK / "l.jsonl").write_bytes("".join(x + "\n" for x in LINES).encode("utf-8", "surrogateescape"))
    lines = (WORK / "l.jsonl").read_bytes()
    extract = [ZHIGUAN, "extract"]
    return {
        "text": Command("extract a.txt", extract + ["a.txt"]),
        "tsv": Command("extract --format=tsv", extract + ["--format=tsv", "a.txt", "gb.txt"],
                       slack=8),
        "jsonl": Command("extract --input=jsonl", extract + ["--input=jsonl"], lines),
        "jobs": Command("extract --jobs 3", extract + ["--input=jsonl", "--jobs", "3", "l.jsonl"]),
        "gb": Command("extract --encoding=gb18030", extract + ["--encoding=gb18030", "gb.txt"],
                      slack=8),
        "dict": Command("extract --dict", extract + ["--dict", B / "zhiguan.zgd", "a.txt"]),
        "explain": Command("explain", [ZHIGUAN, "explain", "-v", "a.txt"]),
        "view": Command("view", [ZHIGUAN, "view", "a.txt"]),
        "page": Command("view -o", [ZHIGUAN, "view", "a.txt", "-o", "p.html"], made="p.html"),
        "ftm": Command("extract --format=ftm", extract + ["--format=ftm", "a.txt"]),
        "annotation": Command("extract --format=annotation", extract + ["--format=annotation", "a.txt"]),
        "diff": Command("diff", [ZHIGUAN, "diff", "builtin", "builtin", "--input=text", "a.txt"]),
        "completion": Command("completion", [ZHIGUAN, "completion", "zsh"]),
        "version": Command("version", [ZHIGUAN, "version"]),
        "zgc": Command("zgc build", [ZGC, "build", TOP / "data", "-o", "my.zgd"], made="my.zgd", slack=10**9),
    }


def memory(all_of):
    """The k-th allocation fails. Opening the dictionary is the same for all: taken whole once."""
    opening = all_of["version"].run("alloc")[3] - 20
    tried = check("every allocation", all_of["version"], "alloc", {0, 5},
                  points=None if LONG else lambda n: range(1, n + 1, 43))
    for name in ("text", "tsv", "jsonl", "jobs", "gb", "dict", "explain"):
        tried += check("every allocation after opening", all_of[name], "alloc", {0, 5},
                       points=lambda n: range(max(opening, 1), n + 1, 1 if LONG else 7))
    for name in ("view", "ftm", "annotation", "diff"):
        tried += check("every allocation after opening", all_of[name], "alloc", {0, 5},
                       points=lambda n: range(max(opening, 1), n + 1, 1 if LONG else 23))
    tried += check("every allocation", all_of["completion"], "alloc", {0, 5})
    tried += check("allocations", all_of["zgc"], "alloc", {0, 2}, kinds=("once",),
                   points=lambda n: [1, 2, 3, n // 2] + list(range(1, n, n // (300 if LONG else 6))))
    print(f"# total memory-program {tried} executions, {failures} findings")


def files(all_of):
    """Reads, writes and the rest: short, interrupted, full, closed, refused."""
    before = failures
    tried = 0
    for name in ("text", "tsv", "jsonl", "jobs", "dict", "explain"):
        c = all_of[name]
        # The JSON library reads /dev/urandom for its hash tables and does without.
        own = {0} if name in ("jsonl", "jobs", "explain") else set()
        tried += check("short reads", c, "read", {0}, ("each",))
        tried += check("interrupted reads", c, "read", {0}, ("each",), errno.EINTR)
        tried += check("reads that fail", c, "read", {1, 3, 4} | own, ("once", "ever"), errno.EIO)
        tried += check("short writes", c, "write", {0}, ("each",))
        tried += check("interrupted writes", c, "write", {0}, ("each",), errno.EINTR)
        tried += check("writes that must wait", c, "write", {0}, ("each",), errno.EAGAIN)
        tried += check("no space left", c, "write", {1}, ("once", "ever"), errno.ENOSPC)
        tried += check("status of a file fails", c, "stat", {0, 1, 3, 4}, error=errno.EIO)
        tried += check("close fails", c, "close", {0, 1}, error=errno.EIO)
        if name != "jsonl":
            tried += check("no such file", c, "open", {1, 3, 4} | own, error=errno.ENOENT)
            tried += check("too many files", c, "open", {4, 5} | own, error=errno.EMFILE)
    tried += check("no space left", all_of["page"], "write", {1}, ("once", "ever"), errno.ENOSPC)
    tried += check("close fails", all_of["page"], "close", {0, 1}, error=errno.EIO)
    tried += check("threads do not start", all_of["jobs"], "thread", {5}, error=errno.EAGAIN)
    for name in ("text", "jsonl"):
        gone = all_of[name].run("write", 1, "ever", errno.EPIPE)
        result(gone[:3] == (0, b"", "") or gone[0] == 0 and not gone[1], f"{name}: the reader has gone",
               [repr(gone)])
    print(f"# total files-program {tried} executions, {failures - before} findings")


with tempfile.TemporaryDirectory() as folder:
    WORK = pathlib.Path(folder)
    everything = commands()
    memory(everything)
    files(everything)
print(f"1..{results}")
sys.exit(failures > 0)
