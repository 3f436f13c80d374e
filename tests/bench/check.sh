#!/bin/sh
# `make bench-check`: instructions for each byte against tests/bench/instructions.tsv; a stage that
# rose by more than 3 % fails. `make bench-figures` writes the file anew: its diff is the report.
#
# check.sh check|write FOLDER-OF-CORPORA. Samples that are not on this machine are named and keep
# their figures. Instructions depend on the compiler: the file says whose they are.
set -eu
what=${1:?usage: check.sh check|write FOLDER-OF-CORPORA}
folder=${2:?usage: check.sh check|write FOLDER-OF-CORPORA}
B=${B:-build}
file=tests/bench/instructions.tsv
now=$B/bench-data/instructions.tsv
mkdir -p "$B/bench-data"

compiler="$(${CC:-cc} -dumpmachine) $(${CC:-cc} --version | head -1)"
theirs=$(sed -n 's/^# compiler: //p' "$file" 2>/dev/null || true)
if [ "$what" = check ] && [ "$compiler" != "$theirs" ]; then
    echo "bench-check: $file has the figures of '$theirs'; this is '$compiler'."
    echo "bench-check: run make bench-figures before a change and make bench-check after it."
    exit 1
fi

: >"$now"
for name in cctv news2023 dense poor; do
    source=$name
    case $name in cctv | news2023) source=$folder/$name.jsonl.gz ;; esac
    if [ "$source" != "$name" ] && [ ! -r "$source" ]; then
        echo "bench-check: $source is not here; $name is not measured"
        grep "^$name	" "$file" 2>/dev/null >>"$now" || true
        continue
    fi
    sh tests/bench/bench_count.sh "$name" "$source" >>"$now"
done

if [ "$what" = write ]; then
    {
        echo "# instructions for each byte of text, by sample and stage (make bench-figures)"
        echo "# compiler: $compiler"
        cat "$now"
    } >"$file"
    exit 0
fi
awk -F'\t' -v OFS='\t' '
    /^#/ {next}
    FNR == NR {was[$1, $2] = $3; next}
    !(($1, $2) in was) {print $1, $2, "-", $3, "new"; failed = 1; next}
    {
        rise = was[$1, $2] > 0 ? 100 * ($3 / was[$1, $2] - 1) : 0
        risen = rise > 3 && $3 - was[$1, $2] > 0.5 # figures have one decimal
        printf "%-10s %-8s %8.1f %8.1f %+6.1f %%%s\n", $1, $2, was[$1, $2], $3, rise,
               risen ? "  more than 3 %" : ""
        failed = failed || risen
    }
    END {exit failed}' "$file" "$now"
