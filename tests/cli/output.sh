# What comes out: formats, checked writes, a reader that goes away, terminals.

status 'json is the default' 0 "$ZHIGUAN" extract a.txt
cp out wanted
for format in json jsonl; do
    status "--format=$format" 0 "$ZHIGUAN" extract --format=$format a.txt
    same "--format=$format: an object a line" wanted out
done
is 'the object is whole' '{"schema":"zhiguan/1",' "$(head -c 22 out)"

status 'tsv' 0 "$ZHIGUAN" extract --format=tsv a.txt b.txt
is 'tsv: one header' 1 "$(grep -c '^id	person	title	org	' out)"
is 'tsv: the header is first' 1 "$(grep -n '^id	' out | cut -d: -f1)"
is 'tsv: a row' 'a.txt	卢远	党委书记	公安县狮子口镇' "$(grep '^a.txt' out | cut -f1-4)"
is 'tsv: every row has every column' '16' "$(awk -F'\t' '{ print NF }' out | sort -u)"
: >empty0.txt
status 'tsv without triples' 0 "$ZHIGUAN" extract --format=tsv empty0.txt
is 'tsv without triples: the header' 1 "$(lines out)"

status 'table' 0 "$ZHIGUAN" extract --format=table a.txt
for word in 卢远 党委书记 公安县狮子口镇; do
    out_has "table: $word" "$word"
done
status 'table of two files' 0 "$ZHIGUAN" extract --format=table a.txt b.txt
out_has 'table of two files: first head' 'a.txt'
out_has 'table of two files: second head' 'b.txt'
is 'no colour outside a terminal' 0 "$(grep -c "$(printf '\033')" out)"

# A full disk.
if [ -w /dev/full ]; then
    for command in 'extract a.txt' 'extract --jobs=2 a.txt b.txt' 'explain a.txt' version help; do
        # shellcheck disable=SC2086
        "$ZHIGUAN" $command >/dev/full 2>err
        is "a full disk: $command" 1 $?
        err_has "a full disk: $command: message" 'standard output: No space left on device'
    done
fi
"$ZHIGUAN" extract a.txt >&- 2>err
is 'no standard output' 1 $?
err_has 'no standard output: message' 'standard output: '

# A reader that goes away: no message, no signal.
i=0
while [ $i -lt 3000 ]; do
    cat one.jsonl
    i=$((i + 1))
done >pipe.jsonl
for jobs in 1 3; do
    { "$ZHIGUAN" extract --input=jsonl --jobs $jobs pipe.jsonl 2>err; echo $? >code; } | sed 1q >out
    is "a reader that goes away, $jobs jobs: code" 0 "$(cat code)"
    err_is "a reader that goes away, $jobs jobs: silence" ''
    is "a reader that goes away, $jobs jobs: it got its line" 1 "$(lines out)"
done

# On a terminal: colour for messages, none with NO_COLOR. `script` is the terminal.
escape=$(printf '\033')
if command -v script >/dev/null; then
    TERM=xterm script -qec "'$ZHIGUAN' extract nowhere.txt" /dev/null </dev/null >out 2>&1
    is 'a terminal: colour' 1 "$(grep -c "$escape" out)"
    TERM=xterm NO_COLOR=1 script -qec "'$ZHIGUAN' extract nowhere.txt" /dev/null </dev/null >out 2>&1
    is 'a terminal with NO_COLOR: none' 0 "$(grep -c "$escape" out)"
    TERM=xterm script -qec "'$ZHIGUAN' extract --format=table a.txt" /dev/null </dev/null >out 2>&1
    is 'a table on a terminal: its head stands out' 1 "$(grep -c "$escape\[1mPERSON" out)"
    TERM=dumb script -qec "'$ZHIGUAN' extract nowhere.txt" /dev/null </dev/null >out 2>&1
    is 'a dumb terminal: none' 0 "$(grep -c "$escape" out)"
    # Work of more than a second, with only stderr on the terminal.
    cat >slow.sh <<'END'
{ for i in 1 2 3 4; do cat one.jsonl; sleep 0.5; done; } | "$1" extract --input=jsonl >slow.out
END
    TERM=xterm script -qec "sh slow.sh '$ZHIGUAN'" /dev/null </dev/null >out 2>&1
    out_has 'long work on a terminal: a progress line' 'documents, '
    is 'long work: the output is whole' 4 "$(lines slow.out)"
    sh slow.sh "$ZHIGUAN" 2>err
    err_is 'long work without a terminal: none' ''
fi

# --output, and the folder of brat. What stands in the other formats: tests/formats.
status '--output' 0 "$ZHIGUAN" extract a.txt -o one.json
out_is '--output: nothing on stdout' ''
"$ZHIGUAN" extract a.txt >wanted
same '--output: the same bytes' wanted one.json
status '--output that cannot be written' 1 "$ZHIGUAN" extract a.txt -o none/one.json
err_has '--output that cannot be written: message' 'none/one.json: No such file or directory'
status 'csv of two files: one header' 0 "$ZHIGUAN" extract --format=csv a.txt b.txt
is 'csv: lines' '3' "$(lines out)"
is 'csv: ended by CR LF' 3 "$(grep -c "$(printf '\r')\$" out)"
mkdir -p sub
cp b.txt sub/a.txt
printf '%s\377\n' "$sentence" >damaged.txt
status 'brat: a folder' 0 "$ZHIGUAN" extract --format=brat -o brat a.txt b.txt damaged.txt
is 'brat: its files' 'a.ann a.txt annotation.conf b.ann b.txt damaged.ann damaged.txt' "$(echo $(ls brat))"
same 'brat: the text beside it' a.txt brat/a.txt
is 'brat: a bad byte is a character' "$sentence�" "$(cat brat/damaged.txt)"
is 'brat: a span' 'T1	Person 11 13	卢远' "$(sed 1q brat/a.ann)"
status 'brat: nothing is written over' 1 "$ZHIGUAN" extract --format=brat -o brat sub/a.txt
err_has 'brat: nothing is written over: message' 'brat/a.ann: is there already'
same 'brat: the first is still there' a.txt brat/a.txt
