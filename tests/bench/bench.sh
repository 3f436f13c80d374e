#!/bin/sh
# `make bench`: speed and instructions for each byte on the corpora beside the project, and on a
# generated text that is full of titles and one that has few.
set -eu
folder=${1:?usage: bench.sh FOLDER-OF-CORPORA}
B=${B:-build}
out=$B/bench-data
mkdir -p "$out"

measure() { # name, corpus or kind of generated text
    echo "== $1"
    python3 tests/bench/bench_sample.py "$out/$1" "${BENCH_BYTES:-12000000}" "$2"
    "$B/bench" "$out/$1" 3
    sh tests/bench/bench_count.sh "$1" "$2" |
        awk -F'\t' '{printf "  %-8s %8.1f instructions/byte\n", $2, $3}'
}

for name in cctv news2023; do
    [ ! -r "$folder/$name.jsonl.gz" ] || measure $name "$folder/$name.jsonl.gz"
done
measure dense dense
measure poor poor
