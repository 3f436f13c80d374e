"""`python -m zhiguan`: the JSON lines of the program `zhiguan extract`, from Python alone."""
from __future__ import annotations

import argparse
import itertools
import json
import sys
from typing import Any, BinaryIO, Iterator, List, Optional, Tuple

from . import Error, Extractor, __version__
from ._extractor import KINDS, OFFSETS

LINES = 4096  # of JSON Lines that are read at a time


def _options(arguments: List[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m zhiguan",
        description="Who holds which post in which organisation: Chinese text (UTF-8) in, an object of "
                    "JSON a line out, the same bytes as `zhiguan extract`.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="none or -: standard input")
    parser.add_argument("--input", choices=("text", "jsonl"), default="text",
                        help='text: a file is a document; jsonl: {"id":…,"text":…} a line')
    parser.add_argument("--offsets", choices=tuple(OFFSETS), default="codepoint", help="unit of the spans")
    parser.add_argument("--kinds", help=f"keep only these, by commas: {', '.join(KINDS)}")
    parser.add_argument("--dict", metavar="FILE", help="a dictionary made by zgc")
    parser.add_argument("--lexicon", metavar="FILE", action="append",
                        help="a table with words of your own; may be repeated")
    parser.add_argument("--strict", action="store_true", help="refuse a document with bad bytes")
    parser.add_argument("-j", "--jobs", type=int, default=1, help="threads")
    parser.add_argument("--version", action="version", version=f"zhiguan {__version__}")
    if arguments[:1] == ["extract"]:
        arguments = arguments[1:]
    return parser.parse_args(arguments)


def _say(place: str, words: Any) -> None:
    print(f"zhiguan: {place}: {words}", file=sys.stderr)


def _record(line: bytes, place: str) -> Optional[Tuple[Any, Any]]:
    try:
        record = json.loads(line.decode("utf-8", "zhiguan.bad"))
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            raise ValueError('a line is {"id": …, "text": "…"}')
        name = record.get("id")
        if isinstance(name, bool) or not isinstance(name, (str, int, type(None))):
            raise ValueError('the "id" is no string and no whole number')
        return record["text"], name
    except ValueError as error:
        _say(place, error)
        return None


def _documents(stream: BinaryIO, name: str, options: argparse.Namespace) -> Iterator[List[Any]]:
    """Lists of (text, id, place), and of None for what is no document."""
    def begin(data: bytes) -> bytes:
        return data[3:] if data.startswith(b"\xef\xbb\xbf") else data

    if options.input == "text":
        yield [(begin(stream.read()), name, name)]
        return
    numbered = enumerate(stream, 1)
    while True:
        lines = list(itertools.islice(numbered, LINES))
        if not lines:
            return
        found = []
        for number, line in lines:
            line = begin(line) if number == 1 else line
            if line.strip():
                place = f"{name}:{number}"
                record = _record(line, place)
                found.append(record and (*record, place))
        yield found


def _write(documents: List[Any], extractor: Extractor, jobs: int, out: BinaryIO) -> bool:
    known = [d for d in documents if d is not None]
    batch = extractor.extract_batch([d[0] for d in known], ids=[d[1] for d in known], output="json",
                                    jobs=jobs)
    good = len(known) == len(documents)
    for (row, line, error) in batch.tuples():
        if error is None:
            out.write(line.encode("utf-8") + b"\n")
        else:
            _say(known[row][2], error)
            good = False
    return good


def main(arguments: Optional[List[str]] = None) -> int:
    """Runs the command line; the exit code is 0, 1 when an input failed, 2 for a wrong option."""
    options = _options(sys.argv[1:] if arguments is None else arguments)
    good = True
    try:
        kinds = options.kinds.split(",") if options.kinds else None
        extractor = Extractor(options.dict, lexicon=options.lexicon, offsets=options.offsets,
                              kinds=kinds, strict=options.strict)
        for name in options.files or ["-"]:
            try:
                stream = sys.stdin.buffer if name == "-" else open(name, "rb")
            except OSError as error:
                _say(name, error.strerror)
                good = False
                continue
            with stream:
                for documents in _documents(stream, name, options):
                    good = _write(documents, extractor, options.jobs, sys.stdout.buffer) and good
    except (Error, ValueError) as error:
        _say("cannot start", error)
        return 2
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(1)
