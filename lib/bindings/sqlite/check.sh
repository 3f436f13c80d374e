#!/bin/sh
# Runs check.py with a Python whose sqlite3 module can load extensions; says so where there is none.
# From the top folder: check.sh BUILD-DIRECTORY
for python in "${PYTHON:-python3}" python3 /usr/bin/python3; do
    if "$python" -c 'import sqlite3; sqlite3.Connection.enable_load_extension' 2>/dev/null; then
        exec "$python" lib/bindings/sqlite/check.py "$1"
    fi
done
echo "check-sqlite: no python3 here has a sqlite3 module that loads extensions (Debian's python3 does)" >&2
exit 1
