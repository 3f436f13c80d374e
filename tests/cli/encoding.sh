# Encodings: found or asked for, and what is said with -v. Offsets are into the text as UTF-8.

bytes() { iconv -f UTF-8 -t "$1" "${2:-a.txt}"; }
person='"person":{"text":"卢远","span":[11,13]}'

status 'utf-8' 0 "$ZHIGUAN" extract -v a.txt
err_is 'utf-8: -v says so' 'zhiguan: a.txt: read as utf-8 (valid UTF-8)'
bytes GB18030 >gb.txt
status 'gb18030 is found' 0 "$ZHIGUAN" extract -v gb.txt
out_has 'gb18030: triple' "$person"
err_is 'gb18030: -v says so' 'zhiguan: gb.txt: read as gb18030 (no byte order mark, not UTF-8)'
status 'gb18030 asked for' 0 "$ZHIGUAN" extract --encoding=gb18030 -v gb.txt
out_has 'gb18030 asked for: triple' "$person"
err_is 'gb18030 asked for: -v says so' 'zhiguan: gb.txt: read as gb18030 (asked for)'
status 'without -v nothing is said' 0 "$ZHIGUAN" extract gb.txt
err_is 'without -v: stderr' ''
status 'utf8 offsets of a gb18030 file' 0 "$ZHIGUAN" extract --offsets=utf8 gb.txt
out_has 'utf8 offsets: of the text as UTF-8' '"person":{"text":"卢远","span":[33,39]}'

printf '公安縣獅子口鎮黨委書記劉昊說，今年水稻豐收。\n' >trad.txt
bytes BIG5 trad.txt >big5.txt
status 'big5' 0 "$ZHIGUAN" extract --encoding=big5 big5.txt
out_has 'big5: the words are right' '黨委書記'
sed 's/"id":"big5.txt"/"id":"trad.txt"/' out >wanted
status 'the same as utf-8' 0 "$ZHIGUAN" extract --encoding=utf-8 trad.txt
same 'big5 gives what utf-8 gives' out wanted

printf '\357\273\277' | cat - a.txt >bom.txt
status 'utf-8 with a mark' 0 "$ZHIGUAN" extract -v bom.txt
err_has 'utf-8 with a mark: -v' 'read as utf-8 (byte order mark)'
out_has 'utf-8 with a mark: the mark counts as a character' '"person":{"text":"卢远","span":[12,14]}'
{ printf '\204\061\225\063'; bytes GB18030; } >gbbom.txt
status 'gb18030 with a mark' 0 "$ZHIGUAN" extract -v gbbom.txt
err_has 'gb18030 with a mark: -v' 'read as gb18030 (byte order mark)'
for end in LE BE; do
    { if [ $end = LE ]; then printf '\377\376'; else printf '\376\377'; fi; bytes UTF-16$end; } >u16.txt
    status "utf-16 $end with a mark" 0 "$ZHIGUAN" extract -v u16.txt
    out_has "utf-16 $end: person" '"text":"卢远"'
    err_has "utf-16 $end: -v" 'byte order mark'
done

bytes GB18030 one.jsonl >gb.jsonl
status 'jsonl in gb18030' 0 "$ZHIGUAN" extract --input=jsonl -v gb.jsonl
out_has 'jsonl in gb18030: triple' "$person"
err_has 'jsonl in gb18030: -v' 'gb.jsonl: read as gb18030'
status 'jsonl in gb18030, asked for' 0 "$ZHIGUAN" extract --input=jsonl --encoding gb18030 gb.jsonl
out_has 'jsonl in gb18030, asked for: triple' "$person"
cat one.jsonl gb.jsonl one.jsonl >mixed.jsonl
status 'lines of both' 0 "$ZHIGUAN" extract --input=jsonl -v mixed.jsonl
is 'lines of both: three triples' 3 "$(grep -c '卢远' out)"
err_has 'lines of both: utf-8' 'mixed.jsonl: read as utf-8'
err_has 'lines of both: gb18030' 'mixed.jsonl: read as gb18030'
status 'jsonl in utf-16' 3 "$ZHIGUAN" extract --input=jsonl u16.txt
err_has 'jsonl in utf-16: what to do' 'u16.txt:1: UTF-16 cannot be cut into lines; convert'

# A character of GB18030 whose second byte is a backslash, and one of four bytes.
printf '{"id":"誠","text":"㐂誠乗。%s"}\n' "$sentence" | iconv -f UTF-8 -t GB18030 >trail.jsonl
status 'gb18030: bytes that look like ASCII' 0 "$ZHIGUAN" extract --input=jsonl trail.jsonl
out_has 'gb18030: id with such a byte' '"id":"誠"'
out_has 'gb18030: offset behind four bytes' '"person":{"text":"卢远","span":[15,17]}'
