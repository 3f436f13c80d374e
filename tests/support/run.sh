#!/bin/sh
# Runs suites that print TAP, shows what failed, sums up. The last line is
#   zhiguan: N passed, M failed
# run.sh quick|coverage|all|asan|valgrind. A suite that prints no result, or ends with an error without a
# "not ok" line, counts as one failure. Logs stay in $B/log/.
set -u
what=${1:-quick}
LC_ALL=C.UTF-8
export LC_ALL
B=${B:-build}
export B
log=$B/log
mkdir -p "$log"
passed=0
failed=0

# Torture in its short form: programs, and what runs the programs with failing calls.
torture() { # prefix, program…
    prefix=$1
    shift
    for program in "$@"; do
        suite "$prefix$program" "$B/torture/torture_$program" short
    done
}

# The fuzz targets over their seeds, past findings and some mutants, under the sanitizers.
replay() {
    python3 tests/fuzz/seeds.py "$B/fuzz/small" "$B/fuzz/seeds" || return
    for target in text options jsonl image tables; do
        count=500
        [ "$target" != tables ] || count=100
        set -- "$B/fuzz/seeds/$target"/*
        [ ! -d "tests/fuzz/repro/$target" ] || set -- "$@" "tests/fuzz/repro/$target"/*
        suite "asan-fuzz-$target" "$B/fuzz/replay_$target" $count "$@"
    done
}

suite() { # name, command…
    name=$1
    shift
    start=$(date +%s)
    "$@" >"$log/$name" 2>"$log/$name.err"
    rc=$?
    good=$(grep -ac '^ok ' "$log/$name")
    bad=$(grep -ac '^not ok ' "$log/$name")
    if [ "$bad" = 0 ] && { [ "$rc" != 0 ] || [ "$good" = 0 ]; }; then
        bad=1
        echo "not ok - $name: exit $rc, $good results" >>"$log/$name"
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    printf '%-22s %5d passed %4d failed %4ds\n' "$name" "$good" "$bad" $(($(date +%s) - start))
    if [ "$bad" != 0 ]; then
        sed -n '/^not ok/,/^ok /{/^ok /!p;}' "$log/$name" | head -60
        tail -40 "$log/$name.err"
    fi
}

units() { # prefix of the suites' names, wrapper…
    prefix=$1
    shift
    for source in tests/unit/test_*.c; do
        [ -r "$source" ] || continue
        unit=$(basename "$source" .c)
        suite "$prefix$unit" env CMOCKA_MESSAGE_OUTPUT=TAP "$@" "$B/tests/$unit"
    done
}

words() { # prefix, environment settings…: what goes through the program
    prefix=$1
    shift
    suite "${prefix}spec" env "$@" python3 tests/spec/run.py
    suite "${prefix}golden" env "$@" python3 tests/golden/run.py
    suite "${prefix}cli" env "$@" sh tests/cli/run.sh
    suite "${prefix}formats" env "$@" python3 tests/formats/run.py
    suite "${prefix}errors" env "$@" sh tests/errors/run.sh
}

asan() {
    export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
    units asan-
    words asan- TEST_ASAN=1
    unset ASAN_OPTIONS UBSAN_OPTIONS
}

memcheck() {
    grind="valgrind --quiet --error-exitcode=99 --leak-check=full \
        --errors-for-leak-kinds=definite,indirect --suppressions=tests/support/valgrind.supp"
    # shellcheck disable=SC2086
    units valgrind- $grind
    suite valgrind-extract sh tests/support/valgrind.sh $grind
}

# The program runs in the locale, the tools of the tests do not.
in_locale() { # locale, program, LOCPATH or nothing
    mkdir -p "$B/locale"
    cat >"$B/locale/$1-$2" <<END
#!/bin/sh
LC_ALL=$1
export LC_ALL
${3:+LOCPATH=$3; export LOCPATH}
exec "$PWD/$B/$2" "\$@"
END
    chmod +x "$B/locale/$1-$2"
}

locales() {
    locpath=$(sh tests/support/locale.sh "$B/locale") || {
        suite locale false
        return
    }
    for locale in C zh_CN.GB18030; do
        for program in zhiguan zgc; do
            in_locale "$locale" "$program" "$locpath"
        done
        words "$locale-" ZHIGUAN="$PWD/$B/locale/$locale-zhiguan" ZGC="$PWD/$B/locale/$locale-zgc"
    done
}

quick() {
    suite layers python3 tests/support/check_layers.py
    suite style python3 tests/support/check_style.py
    suite abi sh tests/abi/run.sh
    units ''
    words ''
}

case $what in
quick) quick ;;
# What counts for coverage: the failures of memory and the fuzz seeds too.
coverage)
    quick
    torture torture- memory local bounds
    replay
    ;;
asan) asan ;;
valgrind) memcheck ;;
# The halves of "all", which run beside each other.
plain)
    quick
    suite install sh tests/install/run.sh
    torture torture- memory image local bounds threads
    suite torture-faults python3 tests/torture/faults.py short
    suite torture-hardened sh tests/torture/hardened.sh
    suite torture-escape python3 tests/torture/escape.py
    B=build/asan
    asan
    replay
    ;;
other)
    locales
    memcheck
    ;;
all)
    sh "$0" other >"$log/other.out" 2>&1 &
    sh "$0" plain >"$log/plain.out" 2>&1
    wait
    for half in plain other; do
        sed '$d' "$log/$half.out"
        set -- $(sed -n '$s/^zhiguan: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log/$half.out")
        passed=$((passed + ${1:-0}))
        failed=$((failed + ${2:-1}))
    done
    ;;
*)
    echo "usage: run.sh quick|all|asan|valgrind" >&2
    exit 2
    ;;
esac
echo "zhiguan: $passed passed, $failed failed"
[ "$failed" = 0 ]
