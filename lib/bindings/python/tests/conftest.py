"""What the tests share: the project's own texts, and the program to compare with."""
import json
import os
import pathlib
import subprocess

import pytest

TOP = pathlib.Path(__file__).resolve().parents[4]
PROGRAM = os.environ.get("ZHIGUAN", str(TOP / "build" / "zhiguan"))


def sample_records():
    """The shared cases, the golden documents and the examples of the specification."""
    records = [json.loads(line) for line in (TOP / "lib/bindings/cases.jsonl").read_text("utf-8").splitlines()]
    for path in sorted((TOP / "tests/golden").glob("*.txt")) + [TOP / "examples/county-congress.txt"]:
        records.append({"id": path.name, "text": path.read_text(encoding="utf-8")})
    for path in sorted((TOP / "tests/spec").glob("*.md")):
        blocks = path.read_text(encoding="utf-8").split("```zhiguan")[1:]
        records += [{"id": f"{path.stem}/{n}", "text": b.split("\n", 1)[1].split("\n---")[0]}
                    for n, b in enumerate(blocks)]
    return records


@pytest.fixture(scope="session")
def records():
    found = sample_records()
    assert len(found) > 80
    return found


@pytest.fixture(scope="session")
def program():
    """Runs the command line over records; its lines."""
    if not os.access(PROGRAM, os.X_OK):
        pytest.fail(f"{PROGRAM} is not there: run make, or set ZHIGUAN")

    def run(records, *options):
        text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
        done = subprocess.run([PROGRAM, "extract", "--input=jsonl", "--format=jsonl", *options, "-"],
                              input=text.encode("utf-8"), stdout=subprocess.PIPE, check=True)
        return done.stdout.decode("utf-8").splitlines()
    return run
