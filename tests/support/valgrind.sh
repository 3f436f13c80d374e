#!/bin/sh
# The program reads documents under valgrind: `valgrind.sh valgrind OPTIONS…`.
. tests/support/tap.sh
for file in examples/county-congress.txt tests/golden/*.txt; do
    status "valgrind extract $(basename "$file")" 0 "$@" "$ZHIGUAN" extract --format=jsonl "$file"
done
printf 'ab\377\376\0cd\345' >"$TMP/bad"
status "valgrind extract of bad bytes" 0 "$@" "$ZHIGUAN" extract --encoding=utf-8 "$TMP/bad"
: >"$TMP/empty"
status "valgrind extract of nothing" 0 "$@" "$ZHIGUAN" extract "$TMP/empty"
plan
