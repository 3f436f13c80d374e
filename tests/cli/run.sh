#!/bin/sh
# The program as its user meets it; see README.md. Prints TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
cd "$top" || exit 1
. tests/support/tap.sh
case $ZHIGUAN in /*) ;; *) ZHIGUAN=$top/$ZHIGUAN ;; esac
unset NO_COLOR LANGUAGE LC_MESSAGES
# Help is in the language of the locale, which only the program itself can be given.
case $B in /*) program=$B/zhiguan ;; *) program=$top/$B/zhiguan ;; esac
english() { LC_ALL=C.UTF-8 "$program" "$@"; }

# The program runs in the locale of the caller; the tools that look at its bytes do not.
sed() { LC_ALL=C command sed "$@"; }
grep() { LC_ALL=C command grep "$@"; }
awk() { LC_ALL=C command awk "$@"; }
cut() { LC_ALL=C command cut "$@"; }

out_is() { is "$1" "$2" "$(cat "$TMP/out")"; }
out_has() { has "$1" "$2" "$(cat "$TMP/out")"; }
err_is() { is "$1" "$2" "$(cat "$TMP/err")"; }
err_has() { has "$1" "$2" "$(cat "$TMP/err")"; }
lines() { wc -l <"$1" | tr -d ' '; }
same() { # name, file, file
    if cmp -s "$2" "$3"; then
        pass "$1"
    else
        fail "$1" "$(diff "$2" "$3" | head -20)"
    fi
}

# The simplest text with one triple, and what the contract says of its person in each unit.
sentence='公安县狮子口镇党委书记卢远说，今年水稻丰收。'
cd "$TMP" || exit 1
printf '%s\n' "$sentence" >a.txt
printf '青田乡乡长陈立新介绍了情况。\n' >b.txt
printf '{"id":"x1","text":"%s"}\n' "$sentence" >one.jsonl

for part in ${*:-options input jsonl encoding bad output explain view html diff words jobs}; do
    . "$here/$part.sh"
done
plan
