#!/bin/sh
# Each binding whose language is on this machine is built and tested; the others are named, with what
# they miss. Fails when one that could be tested fails. From the top folder.
set -u
MAKE=${MAKE:-make}
PG_CONFIG=${PG_CONFIG:-pg_config}
python=${PYTHON:-python3}
failed=0
run() { # word of make
    echo "== $1"
    $MAKE --no-print-directory "$1" || failed=1
}
absent() { echo "== $1 is not tested here: $2"; }

if ! why=$(sh lib/bindings/sqlite/need.sh "${CC:-cc}" 2>&1); then
    absent check-sqlite "$why"
else
    run check-sqlite
fi
if ! why=$(sh lib/bindings/python/need.sh "$python" 2>&1); then
    absent check-python "$why"
else
    run check-python
fi
if ! why=$(sh lib/bindings/postgres/need.sh "$PG_CONFIG" 2>&1); then
    absent check-postgres "$why"
elif [ "$(id -u)" != 0 ] || ! [ -x "$("$PG_CONFIG" --bindir)/initdb" ]; then
    absent check-postgres "it needs a server's initdb, and root, who installs and uninstalls"
else
    run check-postgres
fi
exit $failed
