#!/bin/sh
# Instructions for each byte of text, whole and by stage, counted by valgrind's callgrind on a fixed
# sample: the same number on every run with the same compiler and machine of one kind.
#
# bench_count.sh NAME SOURCE: a line for each stage, NAME, stage and figure, a tab between them.
# SOURCE is a corpus, or what bench_sample.py makes by that name.
set -eu
name=${1:?usage: bench_count.sh NAME SOURCE}
source=${2:?usage: bench_count.sh NAME SOURCE}
B=${B:-build}
out=$B/bench-data
mkdir -p "$out"
command -v valgrind >/dev/null || {
    echo "bench: valgrind is not here; run make deps" >&2
    exit 1
}
python3 tests/bench/bench_sample.py "$out/$name.small" "${BENCH_SMALL:-400000}" "$source"
valgrind --quiet --tool=callgrind --toggle-collect=zg_extract \
    --callgrind-out-file="$out/$name.callgrind" "$B/bench" "$out/$name.small" 1 >/dev/null
bytes=$(tr -d '\000' <"$out/$name.small" | wc -c)
callgrind_annotate --auto=no --inclusive=yes --threshold=100 --show-percs=no \
    "$out/$name.callgrind" | awk -v bytes="$bytes" -v name="$name" '
    {gsub(",", "")}
    match($0, /:(zgi_(text|scan|name|org|rule|resolve)_run|zg_extract)( |$)/) {
        stage = substr($0, RSTART + 1, RLENGTH - 1)
        gsub(/zgi_|_run| /, "", stage)
        if (stage == "zg_extract") stage = "all"
        if (!(stage in seen)) printf "%s\t%s\t%.1f\n", name, stage, $1 / bytes
        seen[stage] = 1
    }' | sort
