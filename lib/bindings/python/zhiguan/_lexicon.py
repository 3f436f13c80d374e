"""Words of one's own: the package's tables and a user's lexicons, compiled by zgc."""
from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Dict, Tuple

from . import _native

TABLES = Path(__file__).resolve().parent / "_tables"

_cache: Dict[Any, Any] = {}


def _stamp(path: str) -> Tuple[str, int, int]:
    try:
        found = os.stat(path)
    except OSError as error:
        raise ValueError(f"lexicon: {path}: {error.strerror}") from None
    return os.path.realpath(path), found.st_mtime_ns, found.st_size


def dictionary(paths: Tuple[str, ...]) -> Any:
    """The dictionary of the package's tables and these; compiled once a process for the same files.

    ValueError, with all that zgc finds (file:line:column, Chinese and English), for a bad table.
    """
    key = tuple(_stamp(path) for path in paths)
    if key not in _cache:
        _cache[key] = _compile(paths)
    return _cache[key]


def _compile(paths: Tuple[str, ...]) -> Any:
    added = [word for path in paths for word in ("--add", path)]
    with tempfile.TemporaryDirectory(prefix="zhiguan") as folder:
        image = os.path.join(folder, "own.zgd")
        done = subprocess.run([str(TABLES / "zgc"), "build", str(TABLES / "data"), *added, "-o", image],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise ValueError("lexicon: " + done.stderr.decode("utf-8", "replace").strip())
        # Mapped: on POSIX the file may go, and its pages are shared with the children of a fork.
        return _native.dict(os.fsencode(image))
