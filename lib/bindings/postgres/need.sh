#!/bin/sh
# Fails, naming the package, when what PGXS needs is not there. need.sh PG_CONFIG
pgxs=$("${1:-pg_config}" --pgxs 2>/dev/null)
[ -n "$pgxs" ] && [ -r "$pgxs" ] && [ -r "$("$1" --includedir-server)/postgres.h" ] && exit 0
echo "postgres: the server's headers and PGXS are missing (${1:-pg_config} --pgxs):" \
    "apt-get install postgresql-server-dev-all · dnf install postgresql-server-devel" >&2
exit 1
