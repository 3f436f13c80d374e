#!/usr/bin/env python3
"""What of the style a script can see, over the C files: length of files, functions and lines,
names of files, no tabs, a head comment, nothing left to do.

Prints TAP: one result a rule, with file:line of each fault."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
MAX_FILE, MAX_FUNCTION, MAX_LINE, MAX_HEADER = 400, 50, 100, 500
MARKS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")


def functions(lines):
    """(line, length) of what stands between a brace in the first column and the one closing it."""
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}") and start:
            yield start, number - start - 1
            start = None


def room_of(path):
    parts = path.relative_to(TOP).parts
    return parts[1] if parts[0] == "lib" and len(parts) == 3 else None


def faults():
    found = {"files of 400 lines at most": [], "functions of 50 lines at most": [],
             "lines of 100 characters at most": [], "no tabs": [], "a head comment": [],
             "files named after their room, once in the tree": [], "nothing left to do": []}
    names = {}
    for folder in ("lib", "include", "examples", "tests"):
        for path in sorted((TOP / folder).rglob("*.[ch]")):
            where = path.relative_to(TOP)
            lines = path.read_text(encoding="utf-8").splitlines()
            if len(lines) > (MAX_HEADER if folder == "include" else MAX_FILE):
                found["files of 400 lines at most"].append(f"{where}: {len(lines)}")
            for number, length in functions(lines):
                if length > MAX_FUNCTION:
                    found["functions of 50 lines at most"].append(f"{where}:{number}: {length}")
            for number, line in enumerate(lines, 1):
                if len(line) > MAX_LINE:
                    found["lines of 100 characters at most"].append(f"{where}:{number}: {len(line)}")
                if "\t" in line:
                    found["no tabs"].append(f"{where}:{number}")
                if MARKS.search(line):
                    found["nothing left to do"].append(f"{where}:{number}: {line.strip()}")
            if not lines or not lines[0].startswith("/*"):
                found["a head comment"].append(f"{where}:1")
            other = names.setdefault(path.name, where)
            if other != where:
                found["files named after their room, once in the tree"].append(f"{where} and {other}")
            room = room_of(path)
            if room and path.suffix == ".c" and not re.fullmatch(rf"{room}(_\w+)?\.c", path.name):
                found["files named after their room, once in the tree"].append(f"{where}: not {room}_*.c")
    return found


def main():
    found = faults()
    for n, (rule, where) in enumerate(found.items(), 1):
        print(f"{'not ' if where else ''}ok {n} - {rule}")
        for fault in where:
            print(f"# {fault}")
    print(f"1..{len(found)}")
    return any(found.values())


if __name__ == "__main__":
    sys.exit(main())
