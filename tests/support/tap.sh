# TAP for shell tests: `. tests/support/tap.sh` from the top folder, then
#   pass NAME · fail NAME [DETAIL] · is NAME EXPECTED GOT · status NAME EXPECTED_CODE COMMAND…
#   has NAME NEEDLE HAYSTACK · plan (last line: prints the plan, returns 1 when something failed)
# $B is the build directory, $ZHIGUAN and $ZGC are the programs, $TMP is a private directory.
B=${B:-build}
ZHIGUAN=${ZHIGUAN:-$B/zhiguan}
ZGC=${ZGC:-$B/zgc}
TMP=$(mktemp -d) || exit 1
trap 'rm -rf "$TMP"' EXIT
tap_count=0
tap_failed=0

pass() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1"
}
fail() {
    tap_count=$((tap_count + 1))
    tap_failed=$((tap_failed + 1))
    echo "not ok $tap_count - $1"
    [ $# -lt 2 ] || printf '%s\n' "$2" | sed 's/^/# /'
}
is() {
    if [ "$2" = "$3" ]; then
        pass "$1"
    else
        fail "$1" "expected: $2
     got: $3"
    fi
}
has() {
    case $3 in
    *"$2"*) pass "$1" ;;
    *) fail "$1" "no '$2' in: $3" ;;
    esac
}
# The command's output is kept in $TMP/out and $TMP/err.
status() {
    tap_name=$1
    tap_want=$2
    shift 2
    "$@" >"$TMP/out" 2>"$TMP/err"
    tap_got=$?
    if [ "$tap_got" = "$tap_want" ]; then
        pass "$tap_name"
    else
        fail "$tap_name" "expected exit $tap_want, got $tap_got; stderr: $(head -c 600 "$TMP/err")"
    fi
}
plan() {
    echo "1..$tap_count"
    [ "$tap_failed" = 0 ]
}
