# Plain text: files, standard input, order, ids.

status 'a file' 0 "$ZHIGUAN" extract a.txt
out_has 'a file: id is its name' '"id":"a.txt"'
out_has 'a file: the triple' '"person":{"text":"卢远","span":[11,13]}'
is 'a file: one line' 1 "$(lines out)"
err_is 'a file: nothing on stderr' ''
sed 's/"id":"a.txt"/"id":"-"/' out >wanted

"$ZHIGUAN" extract <a.txt >out
same 'nothing is standard input' wanted out
"$ZHIGUAN" extract - <a.txt >out
same '- is standard input' wanted out
cat a.txt | "$ZHIGUAN" extract >out
same 'a pipe' wanted out
(printf '公安县狮子口镇党'; sleep 0.2; printf '委书记卢远说，今年水稻丰收。\n') | "$ZHIGUAN" extract >out
same 'a pipe that pauses inside the text' wanted out

status 'several files' 0 "$ZHIGUAN" extract a.txt b.txt a.txt
is 'several files: in order' 'a.txt b.txt a.txt ' "$(sed 's/.*"id":"\([^"]*\)","offsets".*/\1/' out | tr '\n' ' ')"
"$ZHIGUAN" extract a.txt - b.txt <b.txt >out
is 'a file, standard input, a file' 'a.txt - b.txt ' "$(sed 's/.*"id":"\([^"]*\)","offsets".*/\1/' out | tr '\n' ' ')"

printf '%s' "$sentence" >noend.txt
status 'no line end at the end' 0 "$ZHIGUAN" extract noend.txt
out_has 'no line end: the triple' '卢远'
printf '标题\r\n\r\n%s\r\n' "$sentence" >crlf.txt
status 'CR LF' 0 "$ZHIGUAN" extract crlf.txt
out_has 'CR LF: offsets count both' '"person":{"text":"卢远","span":[17,19]}'

name=$(printf 'a\304\343b.txt')
if cp a.txt "$name" 2>/dev/null; then
    status 'a file name that is not UTF-8' 0 "$ZHIGUAN" extract "$name"
    out_has 'its id has U+FFFD' '"id":"a��b.txt"'
fi
cp a.txt '引"号\.txt'
status 'a file name with a quote' 0 "$ZHIGUAN" extract '引"号\.txt'
out_has 'its id is escaped' '"id":"引\"号\\.txt"'

# A document far longer than any block that is read at once.
i=0
while [ $i -lt 400 ]; do
    printf '这一段文字没有任何人名，只讲水稻、玉米和今年的雨水，讲完就结束。'
    i=$((i + 1))
done >filler
for j in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    cat filler
    echo
done >long.txt
cat a.txt >>long.txt
status 'a file of 800 kB' 0 "$ZHIGUAN" extract long.txt
out_has 'its last sentence is read' '"person":{"text":"卢远"'
