#!/bin/sh
# Two builds of the last commit in two folders of different names, one with -j1 in a locale and a
# time zone of its own: the same bytes. Prints TAP and the total.
. tests/support/tap.sh
first=$TMP/a/zhiguan
second=$TMP/some/other/place
for folder in "$first" "$second"; do
    mkdir -p "$folder"
    git archive HEAD | tar -xf - -C "$folder"
done
MAKEFLAGS= make -C "$first" -j2 all >"$TMP/log1" 2>&1 || fail 'the first build' "$(tail -5 "$TMP/log1")"
(
    umask 077
    MAKEFLAGS= TZ=Asia/Shanghai LC_ALL=C make -C "$second" all >"$TMP/log2" 2>&1
) || fail 'the second build' "$(tail -5 "$TMP/log2")"
wrong=0
for name in zhiguan zgc zhiguan.zgd libzhiguan.a $(cd "$first/build" && echo libzhiguan.so.*.*.*); do
    if cmp -s "$first/build/$name" "$second/build/$name"; then
        pass "$name: the same bytes"
    else
        fail "$name: the same bytes"
        wrong=$((wrong + 1))
    fi
done
plan
code=$?
echo "# total reproducible 2 executions, $wrong findings"
exit $code
