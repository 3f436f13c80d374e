#!/bin/sh
# The program as its user meets it; see README.md. Prints TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
cd "$top" || exit 1
. tests/support/tap.sh
case $ZHIGUAN in /*) ;; *) ZHIGUAN=$top/$ZHIGUAN ;; esac
unset NO_COLOR

out_is() { is "$1" "$2" "$(cat "$TMP/out")"; }
out_has() { has "$1" "$2" "$(cat "$TMP/out")"; }
err_is() { is "$1" "$2" "$(cat "$TMP/err")"; }
err_has() { has "$1" "$2" "$(cat "$TMP/err")"; }
lines() { wc -l <"$1" | tr -d ' '; }
# A program that was killed by a signal has a code over 128 in the shell: never acceptable.
same() { # name, file, file
    if cmp -s "$2" "$3"; then
        pass "$1"
    else
        fail "$1" "$(diff "$2" "$3" | head -20)"
    fi
}

# The simplest text with one triple, and what the contract says of its person in each unit.
sentence='公安县狮子口镇党委书记刘昊说，今年水稻丰收。'
cd "$TMP" || exit 1
printf '%s\n' "$sentence" >a.txt
printf '青田乡乡长陈立新介绍了情况。\n' >b.txt
printf '{"id":"x1","text":"%s"}\n' "$sentence" >one.jsonl

for part in ${*:-options input jsonl encoding bad output explain jobs}; do
    . "$here/$part.sh"
done
plan
