#!/bin/sh
# Fails, naming the package, when SQLite's header for extensions is not there. need.sh CC
echo '#include <sqlite3ext.h>' | "${1:-cc}" -E - >/dev/null 2>&1 && exit 0
echo "sqlite: sqlite3ext.h is missing: apt-get install libsqlite3-dev · dnf install sqlite-devel ·" \
    "brew install sqlite" >&2
exit 1
