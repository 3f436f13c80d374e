#!/bin/sh
# libFuzzer over the targets, one after the other: run.sh SECONDS [TARGET…]. The corpus that grows
# stays in $B/corpus, what is found in $B/finds; each target's executions are printed as a total.
set -u
B=${B:-build/libfuzzer}
seconds=${1:-60}
[ $# = 0 ] || shift
python3 tests/fuzz/seeds.py "$B/fuzz/small" "$B/seeds" || exit 1
bad=0
for target in ${*:-text options jsonl image tables}; do
    mkdir -p "$B/corpus/$target" "$B/finds/$target"
    seeds=$B/seeds/$target
    [ ! -d "tests/fuzz/repro/$target" ] || seeds="$seeds tests/fuzz/repro/$target"
    set -- -max_total_time="$seconds" -print_final_stats=1 -entropic=0 -len_control=0 -timeout=20 -rss_limit_mb=4096 \
        -max_len=600 -artifact_prefix="$B/finds/$target/" -dict="$B/seeds/words"
    case $target in
    tables) set -- "$@" -max_len=4000 ;;
    image) set -- "$@" -max_len=61 ;;
    esac
    # shellcheck disable=SC2086
    nice -n 15 "$B/fuzz/fuzz_$target" "$@" "$B/corpus/$target" $seeds >"$B/finds/$target.log" 2>&1 ||
        bad=$((bad + 1))
    count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$B/finds/$target.log")
    found=$(find "$B/finds/$target" -type f | wc -l | tr -d ' ')
    echo "# total fuzz-$target ${count:-0} executions, $found findings"
done
[ "$bad" = 0 ]
