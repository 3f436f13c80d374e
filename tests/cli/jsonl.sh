# --input=jsonl: a line in, a line out.

jsonl() { # name, code, input bytes as a printf format
    printf "$3" >in.jsonl
    status "$1" "$2" "$ZHIGUAN" extract --input=jsonl in.jsonl
}
ids() { sed 's/.*"id":\([^,]*\),"offsets".*/\1/' out | tr '\n' ' ' | sed 's/ $//'; }

status 'a line' 0 "$ZHIGUAN" extract --input=jsonl one.jsonl
out_has 'a line: its id' '"id":"x1"'
out_has 'a line: offsets into its text' '"person":{"text":"卢远","span":[11,13]}'
is 'a line: a line' 1 "$(lines out)"
"$ZHIGUAN" extract --input=jsonl <one.jsonl >piped
same 'a line from standard input' out piped

jsonl 'order is kept' 0 '{"id":"c","text":"丙"}\n{"id":"a","text":"甲"}\n{"id":"b","text":"乙"}\n'
is 'order is kept: ids' '"c" "a" "b"' "$(ids)"
jsonl 'unknown members are passed over' 0 '{"z":[1,{"text":"不是"}],"text":"甲","id":"a","y":null}\n'
is 'unknown members: id' '"a"' "$(ids)"
jsonl 'ids: number, null, none' 0 '{"id":17,"text":"甲"}\n{"id":null,"text":"乙"}\n{"text":"丙"}\n'
is 'ids: values' '"17" null null' "$(ids)"
jsonl 'blank lines are passed over' 0 '\n  \n{"id":"a","text":""}\n\r\n\n'
is 'blank lines: ids' '"a"' "$(ids)"
err_is 'blank lines: nothing on stderr' ''
jsonl 'last line without a line end' 0 '{"id":"a","text":"甲"}\n{"id":"b","text":"乙"}'
is 'last line: ids' '"a" "b"' "$(ids)"
jsonl 'byte order mark' 0 '\357\273\277{"id":"a","text":"甲"}\n'
is 'byte order mark: id' '"a"' "$(ids)"
jsonl 'CR LF line ends' 0 '{"id":"a","text":"甲"}\r\n{"id":"b","text":"乙"}\r\n'
is 'CR LF: ids' '"a" "b"' "$(ids)"
jsonl 'escapes' 0 '{"id":"\\u7532","text":"\\u516c\\u5b89\\u53bf\\u72ee\\u5b50\\u53e3\\u9547\\u515a\\u59d4\\u4e66\\u8bb0\\u5362\\u8fdc\\u8bf4\\u3002"}\n'
out_has 'escapes: id' '"id":"甲"'
out_has 'escapes: text' '"person":{"text":"卢远","span":[11,13]}'
jsonl 'a pair of surrogates is one code point' 0 '{"text":"\\ud83d\\ude00\\n公安县狮子口镇党委书记卢远说。"}\n'
out_has 'a pair of surrogates: offsets' '"person":{"text":"卢远","span":[13,15]}'
jsonl 'a member twice: the last counts' 0 '{"id":"a","id":"b","text":"甲"}\n'
is 'a member twice: id' '"b"' "$(ids)"
jsonl 'an empty file' 0 ''
out_is 'an empty file: nothing' ''

bad_line() { # name, message, line as a printf format
    jsonl "$1" 1 "{\"id\":\"a\",\"text\":\"甲\"}\n$3\n{\"id\":\"b\",\"text\":\"乙\"}\n"
    err_has "$1: place and message" "in.jsonl:2: $2"
    is "$1: the rest goes on" '"a" "b"' "$(ids)"
    is "$1: one message" 1 "$(lines err)"
}
bad_line 'a line that is no JSON' 'not a JSON object: byte ' 'hello'
bad_line 'a line cut short' 'not a JSON object: byte ' '{"id":"q","text":"甲'
bad_line 'two objects on a line' 'not a JSON object: byte ' '{"text":"甲"}{"text":"乙"}'
bad_line 'a line that is a list' 'not a JSON object' '["text"]'
bad_line 'a line that is a string' 'not a JSON object' '"text"'
bad_line 'a line without text' 'no "text"; a line is {"id": …, "text": "…"}' '{"id":"q"}'
bad_line 'text is null' 'the "text" is no string' '{"id":"q","text":null}'
bad_line 'text is a number' 'the "text" is no string' '{"id":"q","text":7}'
bad_line 'id is a list' 'the "id" is no string and no whole number' '{"id":[],"text":"甲"}'
bad_line 'half a surrogate pair' 'not a JSON object: byte ' '{"text":"\\ud83d"}'
bad_line 'a control character in a string' 'not a JSON object: byte ' '{"text":"甲\001"}'
bad_line 'a deep nest' 'not a JSON object: byte ' \
    "{\"q\":$(head -c 100000 /dev/zero | tr '\0' '[')}"

jsonl 'every line is bad' 3 '{}\nx\n'
err_has 'every line is bad: first' 'in.jsonl:1: '
err_has 'every line is bad: second' 'in.jsonl:2: '
out_is 'every line is bad: no output' ''
printf '{}\n' >bad.jsonl
status 'line numbers begin anew in each file' 1 "$ZHIGUAN" extract --input=jsonl one.jsonl bad.jsonl
err_has 'line numbers: file and line' 'bad.jsonl:1: '

# The usual line is read in place, one with a nested member by the JSON library: both give the same.
cat >usual.jsonl <<'END'
{"id":"a","text":"公安县狮子口镇党委书记卢远说。"}
 { "id" : "\u7532\n\"\\" , "text" : "水稻\t\u0000\ud83d\ude00\/\b\f\r\n公安县狮子口镇党委书记卢远说。" } 
{"text":"","id":-12,"k":"\u0041","t":true,"f":false,"z":null,"n":0}
{"id":"a","id":null,"text":"甲","text":"\u516c安县狮子口镇党委书记卢远说。"}
{"id":999999999999999999,"text":"甲"}
{"id":9223372036854775807,"text":"甲","x":-0.5e3}
{"":"","text":"7\u007f","id":""}
{"text":"甲","bad":"\q"}
{"text":"甲","bad":01}
{"text":"甲","bad":tru}
{"text":"甲","bad":"\udc00"}
{"text":"甲",}
{"text":"甲"} x
{"text":"甲","id":"\u0000"}
{"text" "甲"}
{"text":"甲\
END
sed 's/^\( *{\)/\1"nested":[{}],/' usual.jsonl >nested.jsonl
status 'usual lines' 1 "$ZHIGUAN" extract --input=jsonl usual.jsonl
is 'usual lines: good ones' 7 "$(lines out)"
is 'usual lines: bad ones' 9 "$(lines err)"
cp out wanted
sed 's/.*usual.jsonl:\([0-9]*\): .*/\1/' err >wanted.err
status 'nested lines' 1 "$ZHIGUAN" extract --input=jsonl nested.jsonl
same 'nested lines: the same output' wanted out
sed 's/.*nested.jsonl:\([0-9]*\): .*/\1/' err >nested.err
same 'nested lines: the same are bad' wanted.err nested.err

# Many lines: more than one chunk, the number of a late line is right.
awk 'BEGIN { for (i = 1; i <= 30000; i++)
    print i == 29000 ? "{\"id\":" i "}" : "{\"id\":" i ",\"text\":\"水稻丰收\"}" }' >many.jsonl
status '30,000 lines' 1 "$ZHIGUAN" extract --input=jsonl many.jsonl
is '30,000 lines: one is bad' 29999 "$(lines out)"
err_has '30,000 lines: its number' 'many.jsonl:29000: no "text"'

# A line that comes through a pipe is answered before the next one is written.
mkfifo fifo
"$ZHIGUAN" extract --input=jsonl fifo >answer &
exec 3>fifo
cat one.jsonl >&3
waited=0
while [ ! -s answer ] && [ $waited -lt 100 ]; do
    sleep 0.1
    waited=$((waited + 1))
done
is 'a pipe is answered line by line' 1 "$(lines answer)"
exec 3>&-
wait
