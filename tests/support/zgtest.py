"""Shared by the Python test runners: the program, the JSON Schema, TAP lines."""
import json
import os
import pathlib
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = TOP / os.environ.get("B", "build")
ZHIGUAN = os.environ.get("ZHIGUAN") or str(BUILD / "zhiguan")
SCHEMA = TOP / "lib/emit/zhiguan-1.schema.json"


class Tap:
    """Counts and prints results; `finish` prints the plan and gives the exit code."""

    def __init__(self):
        self.count = self.failed = 0

    def result(self, good, name, detail=()):
        self.count += 1
        self.failed += not good
        print(f"{'' if good else 'not '}ok {self.count} - {name}")
        for line in detail if not good else ():
            print(f"# {line}")

    def finish(self):
        print(f"1..{self.count}")
        return 1 if self.failed or not self.count else 0


def validator():
    import jsonschema  # here, so that what needs no schema runs without it
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    schema.pop("$id")  # older versions of jsonschema would look for a relative one in the net
    cls = jsonschema.validators.validator_for(schema)
    cls.check_schema(schema)
    return cls(schema)


def schema_faults(check, document):
    """One line for each place where a document breaks the schema."""
    return [f"schema: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
            for e in check.iter_errors(document)]


def canonical(line):
    """The document, and whether its bytes are the one way to write it: compact, no escapes that
    need not be, keys in the order they have."""
    document = json.loads(line)
    return document, json.dumps(document, ensure_ascii=False, separators=(",", ":")) == line


def extract(arguments, data=b"", cwd=None):
    """Runs `zhiguan extract`; returns (exit code, stdout, stderr)."""
    done = subprocess.run([ZHIGUAN, "extract", *arguments], input=data, capture_output=True,
                          cwd=cwd, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")
