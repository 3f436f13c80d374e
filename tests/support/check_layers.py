#!/usr/bin/env python3
"""Each room of lib/ includes only what lib/layers.txt lets it; the program only the public header.

Prints TAP: one result a room. Rooms that stand outside the library (bindings, packaging) and the
pipeline on top of it (lib/*.c) are not asked."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')


def layers():
    allowed = {}
    for line in (TOP / "lib/layers.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            room, _, rooms = line.partition(":")
            allowed[room.strip()] = set(rooms.split()) | {room.strip()}
    return allowed


def includes(folder):
    for path in sorted(folder.glob("*.[chS]")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                yield path, number, match.group(1)


def faults_of_room(room, allowed):
    for path, number, name in includes(TOP / "lib" / room):
        place = f"{path.relative_to(TOP)}:{number}"
        if name == "zhiguan.h":
            continue
        head, slash, _ = name.partition("/")
        if not slash:
            yield f'{place}: "{name}": write the room, "{room}/{name}"'
        elif head not in allowed:
            yield f'{place}: {room} may not include "{name}" (it may: {" ".join(sorted(allowed))})'
        elif not (TOP / "lib" / name).exists():
            yield f'{place}: no file lib/{name}'


def main():
    allowed = layers()
    results = {f"room {room}": list(faults_of_room(room, rooms)) for room, rooms in allowed.items()}
    rooms = {p.name for p in (TOP / "lib").iterdir() if p.is_dir()} - {"bindings", "packaging"}
    results["every room is in lib/layers.txt"] = [f"lib/{r}: not listed" for r in sorted(rooms - set(allowed))]
    own = {p.name for p in (TOP / "examples/cli").glob("*.h")}
    results["the program includes the public header only"] = [
        f'{path.relative_to(TOP)}:{number}: "{name}"'
        for path, number, name in includes(TOP / "examples/cli") if name not in own | {"zhiguan.h"}]
    for n, (name, faults) in enumerate(results.items(), 1):
        print(f"{'not ' if faults else ''}ok {n} - {name}")
        for fault in faults:
            print(f"# {fault}")
    print(f"1..{len(results)}")
    return any(results.values())


if __name__ == "__main__":
    sys.exit(main())
