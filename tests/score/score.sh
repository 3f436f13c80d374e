#!/bin/sh
# Accuracy: the program's answers to every gold file, by the scorer that stands beside them.
# score.sh FOLDER; the folder holds gold/score.py, gold/*.jsonl and field/cases.jsonl. The gold is
# third-party text and no part of the project: without the folder this says so and is content.
set -u
folder=${1:-../shared}
B=${B:-build}
scorer=$folder/gold/score.py
out=$B/score
if [ ! -r "$scorer" ]; then
    echo "score: no gold files here ($scorer is not there): nothing was measured"
    exit 0
fi
mkdir -p "$out"
rc=0

answer() { # gold file, output
    "$B/zhiguan" extract --input=jsonl --format=jsonl "$1" >"$2" || {
        echo "score: zhiguan failed on $1 (exit $?)" >&2
        rc=1
    }
}

for name in seed dev dev2; do
    gold=$folder/gold/$name.jsonl
    [ -r "$gold" ] || continue
    answer "$gold" "$out/$name.jsonl"
    echo "== $name"
    python3 "$scorer" "$gold" "$out/$name.jsonl" || rc=1
    python3 "$scorer" "$gold" "$out/$name.jsonl" --errors 100000 | grep -P '\t(missed|wrong)\t' >"$out/$name.errors"
done

cases=$folder/field/cases.jsonl
if [ -r "$cases" ]; then
    answer "$cases" "$out/field.jsonl"
    echo "== field cases"
    python3 "$scorer" "$cases" "$out/field.jsonl" || rc=1
    python3 "$scorer" "$cases" "$out/field.jsonl" --errors 100000 | grep -P '\t(missed|wrong)\t' >"$out/field.errors"
    python3 "$scorer" "$cases" "$out/field.jsonl" --json | python3 -c '
import json, sys
for genre, f1 in json.load(sys.stdin)["genres"].items():
    print(f"  {genre:16} post F1 {f1:.4f}")'
fi
# Which confidence, rule and table row brought which gains and losses, over dev and dev2.
if [ -r "$folder/gold/dev.jsonl" ] && [ -r "$folder/gold/dev2.jsonl" ]; then
    echo "== dev and dev2, what brought what"
    python3 tests/score/report.py "$folder/gold" "$folder/gold/dev.jsonl" "$out/dev.jsonl" \
        "$folder/gold/dev2.jsonl" "$out/dev2.jsonl" || rc=1
fi
echo "errors, one a line: $out/*.errors"
exit $rc
