#!/bin/sh
# Builds the wheel with what is installed (no network), installs it aside and runs the tests.
# Says what is missing and fails; tests whose own package is missing (pyarrow, pandas, polars, duckdb,
# pyspark) are listed as skipped. From the top folder: check.sh BUILD-DIRECTORY
set -eu
B=${1:?usage: check.sh BUILD-DIRECTORY}
PYTHON=${PYTHON:-python3}
here=lib/bindings/python
command -v "$PYTHON" >/dev/null 2>&1 || {
    echo "check-python: '$PYTHON' is not found (set PYTHON=)" >&2
    exit 1
}
missing=$("$PYTHON" - <<'END'
import importlib.util, os, sysconfig
need = {"pip": "python3-pip", "setuptools": "python3-setuptools", "wheel": "python3-wheel",
        "pytest": "python3-pytest"}
gone = [f"{m} ({d})" for m, d in need.items() if importlib.util.find_spec(m) is None]
if not os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h")):
    gone.append("Python.h (python3-dev)")
print(", ".join(gone))
END
)
if [ -n "$missing" ]; then
    echo "check-python: missing for $PYTHON: $missing; Debian's packages in brackets" >&2
    exit 1
fi
rm -rf "$B/python"
mkdir -p "$B/python"
"$PYTHON" -m pip wheel --quiet --no-build-isolation --no-deps --no-index -w "$B/python" "./$here"
"$PYTHON" -m pip install --quiet --no-deps --no-index --target "$B/python/site" "$B"/python/zhiguan-*.whl
case $B in /*) ;; *) B=$PWD/$B ;; esac
# From inside tests/, so that the installed package is met and not the sources beside it.
cd "$here/tests"
ZHIGUAN="$B/zhiguan" PYTHONPATH="$B/python/site" PYTHONDONTWRITEBYTECODE=1 \
    exec "$PYTHON" -m pytest -q -p no:cacheprovider .
