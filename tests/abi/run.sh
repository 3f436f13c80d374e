#!/bin/sh
# What the library shows and what it takes from outside.
#   symbols.txt  every symbol that the shared library exports, sorted; a change of it is a decision
#   refused.txt  functions that the library must not call, with the room that may (or -)
# Also: no writable data, names of the archive's symbols, the soname.
. tests/support/tap.sh
here=tests/abi
if ! command -v nm >/dev/null 2>&1 || ! command -v readelf >/dev/null 2>&1; then
    fail "nm and readelf (binutils) are needed"
    plan
    exit 1
fi

LC_ALL=C
export LC_ALL
shared=$B/libzhiguan.so
nm -D --defined-only "$shared" | awk '$2 != "A" {sub(/@.*/, "", $3); print $3}' | sort >"$TMP/got"
sort "$here/symbols.txt" >"$TMP/want"
is "exported symbols are those of symbols.txt" "" "$(diff "$TMP/want" "$TMP/got")"
sed -n 's/^ZG_API .*[ *]\(zg_[a-z0-9_]*\)(.*/\1/p' include/zhiguan.h | sort >"$TMP/header"
is "exported symbols are those of the header" "" "$(diff "$TMP/header" "$TMP/got")"
has "the soname" "libzhiguan.so.$(sed -n 's/^.define ZG_SONAME_VERSION \([0-9]*\).*/\1/p' \
    include/zhiguan.h)" "$(readelf -d "$shared" | grep SONAME)"

nm -A --defined-only --extern-only "$B/libzhiguan.a" 2>/dev/null |
    awk '$NF !~ /^zgi?_/ {print $NF}' >"$TMP/foreign"
is "symbols of the archive begin with zg_ or zgi_" "" "$(cat "$TMP/foreign")"

# .data and .bss of every member are empty: there are no globals that change.
size -A "$B/libzhiguan.a" |
    awk '/:/ {file = $1} $1 ~ /^\.(data|bss|tdata|tbss)(\..*)?$/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 \
        {print file, $1, $2}' >"$TMP/data"
is "no writable data" "" "$(cat "$TMP/data")"

nm -A --undefined-only "$B/libzhiguan.a" | awk -F: '{n = split($NF, part, " "); print $2, part[n]}' >"$TMP/uses"
grep -v '^#' "$here/refused.txt" | while read -r name room _; do
    awk -v name="$name" -v room="^${room}[_.]" '$2 ~ "^(__)?" name "(_chk)?(@.*)?$" && $1 !~ room {print $1 " calls " $2}' \
        "$TMP/uses"
done >"$TMP/refused"
is "nothing of refused.txt is called" "" "$(cat "$TMP/refused")"
plan
