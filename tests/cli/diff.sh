# diff: two dictionaries over the same documents.

{
    echo '# mine: a word of a test'
    printf 'word\tclass\tcount\tkinds\tflags\tsource\tnote\n'
    printf '巡茶长\ttitle\t-\tgovernment\t-\town\t-\n'
} >mine.tsv
status 'diff: a dictionary with a word more' 0 "$top/$B/zgc" build "$top/data" --add mine.tsv -o mine.zgd
printf '{"id":"d1","text":"公安县水利局巡茶长江晓岚说，路通了。公安县水利局局长何远来了。"}\n' >corpus.jsonl
printf '{"id":"d2","text":"青田乡乡长陈立新来了。"}\n' >>corpus.jsonl
status 'diff: what the word gains' 0 "$ZHIGUAN" diff builtin mine.zgd corpus.jsonl
is 'diff: the document' 'd1' "$(sed 1q out)"
is 'diff: the triple' '  + 江晓岚 | 巡茶长 | 公安县水利局 | current | post' \
    "$(grep '^  [-+<>] .*巡茶长' out | sed 's/   [a-z].*//')"
out_has 'diff: its evidence' '「公安县水利局巡茶长江晓岚」'
out_has 'diff: the sums' '2 documents, 1 differ; '
gained=$(grep -c '^  +' out)
out_has 'diff: as many as are listed' ", $gained gained, "
grep '^  [-+<>] ' out | sed 's/^  \(.\).*/\1/' | sort >wanted
status 'diff: the other way round' 0 "$ZHIGUAN" diff mine.zgd builtin corpus.jsonl
grep '^  [-+<>] ' out | sed 's/^  \(.\).*/\1/' | tr -- '-+<>' '+-><' | sort >turned
same 'diff: lost and gained change places' wanted turned
status 'diff: nothing differs' 0 "$ZHIGUAN" diff builtin builtin corpus.jsonl
out_is 'diff: nothing differs: the sums alone' \
    '2 documents, 0 differ; 2 triples before, 2 after: 0 lost, 0 gained, 0 changed'
status 'diff: texts, to a file' 0 "$ZHIGUAN" diff builtin mine.zgd --input=text a.txt -o diff.out
is 'diff: texts, to a file: the sums' '1 documents' "$(cut -d, -f1 diff.out)"
"$ZHIGUAN" diff builtin mine.zgd <corpus.jsonl >out
is 'diff: standard input' 'd1' "$(sed 1q out)"
usage_diff() { status "diff: $1" 2 "$ZHIGUAN" diff $2; }
usage_diff 'one dictionary' builtin
err_has 'diff: one dictionary: message' 'diff takes two dictionaries'
status 'diff: no dictionary' 4 "$ZHIGUAN" diff builtin a.txt corpus.jsonl
status 'diff: a line that cannot be read' 1 sh -c 'echo nonsense >>corpus.jsonl; "$1" diff builtin mine.zgd corpus.jsonl' sh "$ZHIGUAN"
err_has 'diff: a line that cannot be read: message' 'corpus.jsonl:3: '
