"""The texts that every binding must answer with the bytes of the command line, for the tests.

cases.jsonl, the golden documents and the examples of the specification; and, where the environment
variable ZHIGUAN_GOLD names a folder of gold files (*.jsonl with id and text), those."""
import json
import os
import pathlib
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]


def records():
    """Of the project alone: [{"id": …, "text": …}, …]."""
    found = [json.loads(line) for line in (TOP / "lib/bindings/cases.jsonl").read_text("utf-8").splitlines()]
    for path in sorted((TOP / "tests/golden").glob("*.txt")) + [TOP / "examples/county-congress.txt"]:
        found.append({"id": path.name, "text": path.read_bytes().decode("utf-8")})
    for path in sorted((TOP / "tests/spec").glob("*.md")):
        blocks = path.read_text(encoding="utf-8").split("```zhiguan")[1:]
        found += [{"id": f"{path.stem}/{n}", "text": b.split("\n", 1)[1].split("\n---")[0]}
                  for n, b in enumerate(blocks)]
    return found


def gold():
    """Of the gold files; none when there is no folder of them."""
    folder = os.environ.get("ZHIGUAN_GOLD")
    paths = sorted(pathlib.Path(folder).glob("*.jsonl")) if folder else []
    lines = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [{"id": r["id"], "text": r["text"]} for r in lines]


def program(command, found, *options):
    """What the command line says of them: its lines."""
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in found)
    done = subprocess.run([command, "extract", "--input=jsonl", "--format=jsonl", *options, "-"],
                          input=text.encode("utf-8"), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8").splitlines()
