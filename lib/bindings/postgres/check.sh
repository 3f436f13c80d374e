#!/bin/sh
# A server of its own in a temporary folder, the regress test and check.py on it; nothing stays.
# The extension must stand in the server's own folders, so this needs the right to write there.
# From the top folder: check.sh BUILD-DIRECTORY PG_CONFIG
set -u
B=$1
config=$2
case $B in /*) ;; *) B=$PWD/$B ;; esac
bin=$("$config" --bindir)
port=54329
[ -x "$bin/initdb" ] || {
    echo "check-postgres: no server here ($bin/initdb): apt-get install postgresql" >&2
    exit 1
}
share=$("$config" --sharedir)/extension
[ -w "$share" ] || {
    echo "check-postgres: $share cannot be written; run it as root (it installs, then uninstalls)" >&2
    exit 1
}
own=$(mktemp -d) || exit 1
chmod 755 "$own"
installed=
[ -e "$share/zhiguan.control" ] && installed=yes

as_server() { # a server refuses to be root
    if [ "$(id -u)" = 0 ]; then su -s /bin/sh postgres -c "$1"; else sh -c "$1"; fi
}
pgxs() { make --no-print-directory -C "$B/postgres" -f "$PWD/lib/bindings/postgres/Makefile" \
    BUILD="$B" PG_CONFIG="$config" "$@"; }
away() {
    as_server "'$bin/pg_ctl' -D '$own/data' -m immediate stop" >/dev/null 2>&1
    [ -n "$installed" ] || pgxs uninstall >/dev/null 2>&1
    rm -rf "$own"
}
trap away EXIT
[ "$(id -u)" != 0 ] || chown postgres "$own"

pgxs install >"$own/log" 2>&1 || { cat "$own/log"; exit 1; }
as_server "'$bin/initdb' -D '$own/data' -E UTF8 --no-locale -A trust -U postgres" >"$own/log" 2>&1 &&
    as_server "'$bin/pg_ctl' -D '$own/data' -w -l '$own/data/server.log' -o '-k $own -p $port -c listen_addresses=' start" \
        >"$own/log" 2>&1 || { cat "$own/log" "$own/data/server.log"; exit 1; }
export PGHOST="$own" PGPORT=$port PGUSER=postgres
if pgxs installcheck >"$own/log" 2>&1; then
    grep -E '^(ok|test)' "$own/log"
else
    cat "$own/log" "$B/postgres/regression.diffs"
    exit 1
fi
python3 lib/bindings/postgres/check.py "$B"
