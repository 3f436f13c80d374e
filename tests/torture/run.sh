#!/bin/sh
# The long forms of the torture tests, one after the other: run.sh [TARGET…]. Each target's totals
# ("# total NAME N executions, M findings") become lines of LEDGER.tsv. Logs stay in $B/log/.
set -u
MAKE=${MAKE:-make}
LC_ALL=C.UTF-8
export LC_ALL
B=${B:-build}
export B
ledger=tests/torture/LEDGER.tsv
mkdir -p "$B/log"
bad=0

long() { # target, command…
    target=$1
    shift
    case " $wanted " in *" all "* | *" $target "*) ;; *) return ;; esac
    echo "torture: $target"
    nice -n 15 "$@" >"$B/log/long-$target" 2>&1 || {
        bad=$((bad + 1))
        grep -a -A12 '^not ok' "$B/log/long-$target" | head -40
        tail -5 "$B/log/long-$target"
    }
    sed -n 's/^# total \([^ ]*\) \([0-9]*\) executions, \([0-9]*\) findings$/\1 \2 \3/p' \
        "$B/log/long-$target" | while read -r name count findings; do
        printf '%s\t%s\t%s\t%s\t%s\n' "$(date +%F)" "$(git rev-parse --short HEAD)" "$name" \
            "$count" "$findings" >>"$ledger"
        echo "  $name: $count executions, $findings findings"
    done
}

wanted=${*:-all}
long memory "$B/torture/torture_memory" long
long image "$B/torture/torture_image" long
long local "$B/torture/torture_local" long
long bounds "$B/torture/torture_bounds" long
long threads "$B/torture/torture_threads" long
long tsan $MAKE --no-print-directory tsan TSAN_COUNT=100000
long escape python3 tests/torture/escape.py
long reproducible sh tests/torture/reproducible.sh
long faults python3 tests/torture/faults.py long
[ "$bad" = 0 ]
