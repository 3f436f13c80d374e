#!/bin/sh
# `make bench`: speed on the corpora beside the project, or on a generated text without them;
# then instructions for each byte of input, whole and by stage, counted by valgrind's callgrind on
# a fixed sample (the same number on every run and machine of one kind).
set -eu
folder=${1:?usage: bench.sh FOLDER-OF-CORPORA}
B=${B:-build}
out=$B/bench-data
size=${BENCH_BYTES:-12000000}
small=${BENCH_SMALL:-400000}
mkdir -p "$out"

stages() { # callgrind's file, bytes of input: inclusive instructions of each room's door
    callgrind_annotate --auto=no --inclusive=yes --threshold=100 --show-percs=no "$1" | awk -v bytes="$2" '
        {gsub(",", "")}
        match($0, /:(zgi_(text|scan|name|org|rule|resolve)_run|zg_extract)( |$)/) {
            name = substr($0, RSTART + 1, RLENGTH - 1)
            sub(/ $/, "", name)
            if (!(name in seen)) printf "  %-18s %8.1f instructions/byte\n", name, $1 / bytes
            seen[name] = 1
        }'
}

measure() { # name, corpus or nothing
    echo "== $1"
    # shellcheck disable=SC2086
    python3 tests/bench/bench_sample.py "$out/$1" "$size" ${2:-}
    "$B/bench" "$out/$1" 3
    # shellcheck disable=SC2086
    python3 tests/bench/bench_sample.py "$out/$1.small" "$small" ${2:-}
    valgrind --quiet --tool=callgrind --toggle-collect=zg_extract \
        --callgrind-out-file="$out/$1.callgrind" "$B/bench" "$out/$1.small" 1 >/dev/null
    stages "$out/$1.callgrind" "$(tr -d '\000' <"$out/$1.small" | wc -c)"
}

command -v valgrind >/dev/null || {
    echo "bench: valgrind is not here; run make deps" >&2
    exit 1
}
found=
for name in cctv news2023; do
    if [ -r "$folder/$name.jsonl.gz" ]; then
        measure $name "$folder/$name.jsonl.gz"
        found=1
    fi
done
[ -n "$found" ] || measure generated
