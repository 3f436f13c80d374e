"""What the tests share: the project's own texts, and the program to compare with."""
import os
import pathlib
import sys

import pytest

TOP = pathlib.Path(__file__).resolve().parents[4]
PROGRAM = os.environ.get("ZHIGUAN", str(TOP / "build" / "zhiguan"))
sys.path.insert(0, str(TOP / "lib/bindings"))
import cases  # noqa: E402


@pytest.fixture(scope="session")
def records():
    found = cases.records()
    assert len(found) > 80
    return found


@pytest.fixture(scope="session")
def gold():
    found = cases.gold()
    if not found:
        pytest.skip("ZHIGUAN_GOLD names no folder of gold files")
    return found


@pytest.fixture(scope="session")
def program():
    """Runs the command line over records; its lines."""
    if not os.access(PROGRAM, os.X_OK):
        pytest.fail(f"{PROGRAM} is not there: run make, or set ZHIGUAN")
    return lambda records, *options: cases.program(PROGRAM, records, *options)
