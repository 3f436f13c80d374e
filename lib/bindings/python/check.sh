#!/bin/sh
# Builds the wheel with what is installed (no network), installs it aside and runs the tests. Tests
# whose own package is missing (pyarrow, pandas, polars, duckdb, dask, pyspark) are listed as skipped.
# From the top folder: check.sh BUILD-DIRECTORY
set -eu
B=${1:?usage: check.sh BUILD-DIRECTORY}
PYTHON=${PYTHON:-python3}
here=lib/bindings/python
sh $here/need.sh "$PYTHON"
rm -rf "$B/python"
mkdir -p "$B/python"
"$PYTHON" -m pip wheel --quiet --no-build-isolation --no-deps --no-index -w "$B/python" "./$here"
"$PYTHON" -m pip install --quiet --no-deps --no-index --target "$B/python/site" "$B"/python/zhiguan-*.whl
case $B in /*) ;; *) B=$PWD/$B ;; esac
# From inside tests/, so that the installed package is met and not the sources beside it.
cd "$here/tests"
ZHIGUAN="$B/zhiguan" PYTHONPATH="$B/python/site" PYTHONDONTWRITEBYTECODE=1 \
    exec "$PYTHON" -m pytest -q -p no:cacheprovider .
