#!/bin/sh
# What the linker and the compiler were asked for is in the programs and the library. For ELF.
. tests/support/tap.sh
command -v readelf >/dev/null || { echo 'not ok 1 - readelf is missing'; exit 1; }
for file in "$B/zhiguan" "$B/zgc" "$(find "$B" -maxdepth 1 -name 'libzhiguan.so.*.*.*' -type f)"; do
    name=$(basename "$file")
    head=$(readelf -hW "$file")
    parts=$(readelf -lW "$file")
    dynamic=$(readelf -dW "$file")
    has "$name: may lie anywhere in memory" 'DYN' "$(echo "$head" | grep Type:)"
    has "$name: relocations are read-only" 'GNU_RELRO' "$parts"
    has "$name: all symbols are bound at the start" 'NOW' "$dynamic"
    is "$name: no stack that runs" '' "$(echo "$parts" | grep GNU_STACK | grep ' RWE ')"
    is "$name: nothing both written and run" '' "$(echo "$parts" | grep LOAD | grep 'RWE')"
    is "$name: no path to look for libraries in" '' "$(echo "$dynamic" | grep -E 'RPATH|RUNPATH')"
    has "$name: the stack protector" '__stack_chk_fail' "$(readelf -sW "$file")"
    has "$name: checked calls of the C library" '_chk@' "$(readelf -sW "$file" | grep -v stack_chk)"
done
# The note about branch tracking stands in a program only when every part of it has it, the C
# library's start files too; the objects of ours must.
if echo | ${CC:-cc} -fcf-protection=full -dM -E - 2>/dev/null | grep -q __CET__; then
    missing=none
    for object in $(find "$B/lib" "$B/examples" -name '*.o'); do
        missing=${missing#none}
        readelf -n "$object" | grep -q 'IBT, SHSTK' || missing="$missing $object"
    done
    is 'every object is built for control-flow protection' '' "$missing"
fi
plan
