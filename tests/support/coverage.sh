#!/bin/sh
# Lines and branches that the tests reached, by file: coverage.sh BUILD_DIRECTORY.
set -eu
find "$1/lib" "$1/examples" -name '*.gcda' | while read -r counts; do
    gcov -b -n "$counts" 2>/dev/null
done | awk -F"'" '
    /^File/ {file = $2}
    /^Lines executed/ && file ~ /^(lib|examples)\// {
        split($0, a, /[:% ]+/); lines[file] = a[3]; count[file] = a[5]
    }
    /^Taken at least once/ && file ~ /^(lib|examples)\// {split($0, a, /[:%]/); taken[file] = a[2]}
    END {
        for (f in lines) {
            printf "%6.1f%% lines %6.1f%% branches  %s\n", lines[f], taken[f], f
            all += count[f]; got += lines[f] * count[f] / 100
        }
        if (all) printf "%6.1f%% of %d lines\n", 100 * got / all, all
    }' | sort -k5
