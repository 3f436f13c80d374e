#!/bin/sh
# gcc -fanalyzer and cppcheck over lib and the program; what tests/support/static.txt does not
# explain is a failure. Prints TAP. static.sh CC
set -u
. tests/support/tap.sh
sources=$(find lib examples/cli -name '*.c' ! -path 'lib/bindings/*' | sort)
grep -v '^#' tests/support/static.txt | cut -f1 >"$TMP/known"

judge() { # name, file with what was said: only its lines of findings
    grep -E ': (warning|error|style|performance|portability)' "$2" | sort -u |
        grep -vFf "$TMP/known" >"$TMP/new"
    if [ -s "$TMP/new" ]; then
        fail "$1" "$(head -20 "$TMP/new")"
    else
        pass "$1 ($(echo "$sources" | wc -l | tr -d ' ') files)"
    fi
}

for file in $sources; do
    ${1:-gcc} -std=c11 -fanalyzer -O1 -Iinclude -Ilib -D_POSIX_C_SOURCE=200809L -c -o /dev/null "$file"
done >"$TMP/gcc" 2>&1
judge 'gcc -fanalyzer' "$TMP/gcc"
if command -v cppcheck >/dev/null; then
    # shellcheck disable=SC2086
    cppcheck --std=c11 --enable=warning,portability,performance --quiet -Iinclude -Ilib \
        --template='{file}:{line}: {severity} {id}: {message}' $sources >"$TMP/cppcheck" 2>&1
    judge cppcheck "$TMP/cppcheck"
else
    fail 'cppcheck is missing (apt-get install cppcheck)'
fi
plan
