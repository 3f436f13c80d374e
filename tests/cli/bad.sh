# Bad input: what is said, which code, and that nothing else is lost.

bad_file() { # name, code, message, file…: the other file is read all the same
    bad_name=$1
    bad_text=$2
    shift 2
    status "$bad_name alone" 3 "$ZHIGUAN" extract "$@"
    err_has "$bad_name: message" "$bad_text"
    out_is "$bad_name: no output" ''
    status "$bad_name among others" 1 "$ZHIGUAN" extract a.txt "$@" b.txt
    is "$bad_name: the others are read" 2 "$(lines out)"
    err_has "$bad_name among others: message" "$bad_text"
}
bad_file 'a missing file' 'zhiguan: nowhere.txt: No such file or directory; check' nowhere.txt
mkdir folder
bad_file 'a directory' 'zhiguan: folder: is a directory; name the files in it' folder
status 'a directory as standard input' 3 sh -c '"$1" extract <folder' - "$ZHIGUAN"
err_has 'a directory as standard input: message' '(stdin): '
cp a.txt locked.txt
chmod 0 locked.txt
if [ ! -r locked.txt ]; then
    bad_file 'an unreadable file' 'zhiguan: locked.txt: Permission denied' locked.txt
elif command -v setpriv >/dev/null && [ -r "$ZHIGUAN" ]; then
    # As root everything is readable: give the rights away for this one.
    chmod 755 "$TMP"
    cp "$ZHIGUAN" "$TMP/zg" 2>/dev/null
    status 'an unreadable file alone' 3 setpriv --reuid=65534 --regid=65534 --clear-groups \
        "$TMP/zg" extract locked.txt
    err_has 'an unreadable file: message' 'locked.txt: Permission denied'
fi
head -c 4000 "$top/$B/zhiguan" >binary # ZHIGUAN itself may be a wrapper
bad_file 'binary data' 'zhiguan: binary: byte ' binary
err_has 'binary data: what to do' 'binary data, neither UTF-8 nor GB18030; convert it'
printf 'a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0' >nuls
bad_file 'more NULs than a text has' 'binary data' nuls

if [ -r /proc/self/mem ]; then
    bad_file 'a file whose reading fails' 'reading stopped after 0 bytes: ' /proc/self/mem
    status 'a file whose reading fails, jsonl' 3 "$ZHIGUAN" extract --input=jsonl /proc/self/mem
    is 'a file whose reading fails, jsonl: one message' 1 "$(lines err)"
fi

printf '' >empty.txt
printf ' \n\t\r\n\n' >blank.txt
for kind in empty blank; do
    status "$kind file" 0 "$ZHIGUAN" extract $kind.txt
    err_has "$kind file: said" "zhiguan: $kind.txt: $kind: there is no text to read"
    out_has "$kind file: an object" "\"id\":\"$kind.txt\""
    out_has "$kind file: no triples" '"triples":[]'
done
"$ZHIGUAN" extract </dev/null >out 2>err
is 'empty standard input' 0 $?
err_has 'empty standard input: said' '(stdin): empty'

# Bad UTF-8: position, step over or refuse.
bad_utf8() { # name, byte of the first fault, text as a printf format, offsets of 卢远
    printf "$3" >damaged.txt
    status "$1" 0 "$ZHIGUAN" extract damaged.txt
    out_has "$1: read all the same" "\"person\":{\"text\":\"卢远\",\"span\":[$4]}"
    is "$1: a warning in the output" 0 "$(grep -c '"warnings":\[\]' out)"
    status "$1: tsv warns on stderr" 0 "$ZHIGUAN" extract --format=tsv damaged.txt
    err_has "$1: the file is named" 'zhiguan: damaged.txt: '
    status "$1: --strict" 3 "$ZHIGUAN" extract --strict damaged.txt
    err_has "$1: --strict names the byte" "byte $2"
    err_has "$1: --strict names the file" 'zhiguan: damaged.txt:'
    status "$1: --strict, others go on" 1 "$ZHIGUAN" extract --strict a.txt damaged.txt b.txt
    is "$1: --strict, others are read" 2 "$(lines out)"
}
bad_utf8 'a byte that is never UTF-8' 6 '水稻\377公安县狮子口镇党委书记卢远说。' 14,16
bad_utf8 'a truncated character' 6 '水稻\345\205公安县狮子口镇党委书记卢远说。' 14,16
bad_utf8 'an overlong form' 6 '水稻\300\200公安县狮子口镇党委书记卢远说。' 15,17
bad_utf8 'a surrogate' 6 '水稻\355\240\200公安县狮子口镇党委书记卢远说。' 16,18
bad_utf8 'over U+10FFFF' 6 '水稻\364\220\200\200公安县狮子口镇党委书记卢远说。' 17,19
bad_utf8 'the last character cut off' 43 '公安县狮子口镇党委书记卢远说\n\345\210' 11,13 2>/dev/null
printf 'ab\n水\377\n' >line2.txt
status 'the line of a bad byte' 3 "$ZHIGUAN" extract --strict line2.txt
err_has 'the line of a bad byte: named' 'line2.txt:2: byte 6'
printf '水稻丰收。\0公安县狮子口镇党委书记卢远说。' >nul.txt
status 'a NUL in a text' 0 "$ZHIGUAN" extract nul.txt
out_has 'a NUL in a text: offsets' '"person":{"text":"卢远","span":[17,19]}'
{ iconv -f UTF-8 -t GB18030 a.txt; iconv -f UTF-8 -t GB18030 a.txt | tr -d '\n'; printf '\377'; } >gbbad.txt
status 'a bad byte in gb18030' 0 "$ZHIGUAN" extract --encoding=gb18030 gbbad.txt
err_has 'a bad byte in gb18030: position' 'gbbad.txt: byte 89: not valid gb18030; 1 bad bytes were stepped over'
out_has 'a bad byte in gb18030: the rest is read' '卢远'
status 'a bad byte in gb18030: --strict' 3 "$ZHIGUAN" extract --strict --encoding=gb18030 gbbad.txt
err_has 'a bad byte in gb18030: --strict, position' 'byte 89: not valid gb18030'
status 'utf-8 read as big5' 0 "$ZHIGUAN" extract --encoding=big5 a.txt
err_has 'utf-8 read as big5: said' 'not valid big5'

# Bad bytes inside a JSONL line.
printf '{"id":"a","text":"水稻\377公安县狮子口镇党委书记卢远说。"}\n{"id":"b","text":"乙"}\n' >bytes.jsonl
status 'a bad byte in a line' 0 "$ZHIGUAN" extract --input=jsonl bytes.jsonl
out_has 'a bad byte in a line: offsets' '"person":{"text":"卢远","span":[14,16]}'
is 'a bad byte in a line: a warning in the output' 1 "$(grep -c '"warnings":\[\]' out)"
status 'a bad byte in a line: --strict' 1 "$ZHIGUAN" extract --strict --input=jsonl bytes.jsonl
err_has 'a bad byte in a line: --strict, place' 'bytes.jsonl:1: byte 24: not valid UTF-8'
out_has 'a bad byte in a line: --strict, the rest' '"id":"b"'
printf '{"id":"a","text":"水稻\\u0000公安县狮子口镇党委书记卢远说。"}\n' >nul.jsonl
status 'a NUL in a line' 0 "$ZHIGUAN" extract --input=jsonl nul.jsonl
out_has 'a NUL in a line: offsets' '"person":{"text":"卢远","span":[14,16]}'

# Dictionaries.
bad_dict() { # name, message, file
    status "$1" 4 "$ZHIGUAN" extract --dict "$3" a.txt
    err_has "$1: message" "$2"
    out_is "$1: no output" ''
    status "$1: version" 4 "$ZHIGUAN" version --dict "$3"
    status "$1: explain" 4 "$ZHIGUAN" explain --dict "$3" a.txt
}
image=$top/$B/zhiguan.zgd
[ -f "$image" ] || image=$top/build/zhiguan.zgd
case $B in /*) image=$B/zhiguan.zgd ;; esac
size=$(wc -c <"$image" | tr -d ' ')
status 'the image as a file' 0 "$ZHIGUAN" extract --dict "$image" a.txt
cp out wanted
status 'the image built in' 0 "$ZHIGUAN" extract a.txt
same 'both say the same' wanted out
bad_dict 'a missing dictionary' 'nowhere.zgd' nowhere.zgd
bad_dict 'a directory as dictionary' 'folder' folder
bad_dict 'a foreign file as dictionary' 'a.txt' a.txt
bad_dict 'an empty dictionary' 'empty.txt' empty.txt
head -c $((size / 2)) "$image" >half.zgd
bad_dict 'half a dictionary' 'half.zgd' half.zgd
{ head -c $((size - 200)) "$image"; head -c 100 /dev/zero | tr '\0' 'x'; tail -c 100 "$image"; } >damaged.zgd
bad_dict 'a damaged dictionary' 'damaged.zgd' damaged.zgd
{ cat "$image"; printf 'more'; } >longer.zgd
bad_dict 'a dictionary with more behind it' 'longer.zgd' longer.zgd


# A line of 100 MB (10 under the sanitizer, which is ten times slower), with a triple at its end,
# between two others: all three are answered.
big=100
[ -z "${TEST_ASAN:-}" ] || big=10
{
    cat one.jsonl
    printf '{"id":"big","text":"'
    awk -v n=$((big * 10000)) 'BEGIN { for (i = 0; i < n; i++)
        printf "%s", "水稻、玉米和今年的雨水，讲完就结束，没有人名；再讲小麦。" "0123456789012345" }'
    printf '。%s"}\n' "$sentence"
    cat one.jsonl
} >big.jsonl
status "a line of $big MB" 0 "$ZHIGUAN" extract --input=jsonl big.jsonl
is "a line of $big MB: all are answered" 'x1 big x1 ' "$(sed 's/.*"id":"\([^"]*\)","offsets".*/\1/' out | tr '\n' ' ')"
is "a line of $big MB: its last sentence is read" 3 "$(grep -c '"person":{"text":"卢远"' out)"
rm -f big.jsonl

# Too little memory: as much as opening the dictionary takes, then a long document. Address space
# cannot be limited under the sanitizer.
if [ -z "${TEST_ASAN:-}" ]; then
    limit=8000
    while [ $limit -lt 400000 ] &&
        ! sh -c 'ulimit -v "$2"; exec "$1" version' - "$ZHIGUAN" $limit >out 2>err; do
        limit=$((limit + 4000))
    done
    awk 'BEGIN { for (i = 0; i < 200000; i++) print "公安县狮子口镇党委书记卢远说，今年水稻丰收。" }' >huge.txt
    status 'out of memory' 5 sh -c 'ulimit -v "$2"; exec "$1" extract huge.txt' - "$ZHIGUAN" $limit
    err_has 'out of memory: message' 'out of memory'
    is 'out of memory: no half of a result' '' "$(cat out)"
    rm -f huge.txt
fi
