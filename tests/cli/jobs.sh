# --jobs: the bytes of one job, messages included; order; memory that does not grow with the input.

i=0
while [ $i -lt 1500 ]; do
    printf '{"id":"%d","text":"公安县狮子口镇党委书记卢远说，今年水稻丰收。青田乡乡长陈立新介绍了情况。"}\n' $i
    [ $((i % 100)) != 7 ] || printf 'bad line\n'
    i=$((i + 1))
done >jobs.jsonl 2>/dev/null
"$ZHIGUAN" extract --input=jsonl jobs.jsonl >one.out 2>one.err
is 'one job' 1 $?
is 'one job: every good line' 1500 "$(lines one.out)"
for jobs in 2 3 8; do
    "$ZHIGUAN" extract --input=jsonl --jobs $jobs jobs.jsonl >many.out 2>many.err
    is "$jobs jobs: exit code" 1 $?
    same "$jobs jobs: the same output" one.out many.out
    same "$jobs jobs: the same messages" one.err many.err
done
"$ZHIGUAN" extract --input=jsonl -j 3 <jobs.jsonl >many.out 2>/dev/null
same '-j: standard input' one.out many.out
"$ZHIGUAN" extract --input=jsonl -j2 jobs.jsonl >many.out 2>/dev/null
same '-j2 in one word' one.out many.out

for n in 1 2 3 4 5 6 7 8 9; do
    printf '第%s件事。%s' $n "$sentence" >"f$n.txt"
done
set -- f1.txt f2.txt nowhere.txt f3.txt f4.txt f5.txt f6.txt f7.txt f8.txt f9.txt
for format in jsonl tsv table; do
    "$ZHIGUAN" extract --format=$format "$@" >one.out 2>one.err
    is "files as $format, one job" 1 $?
    "$ZHIGUAN" extract --format=$format --jobs=4 "$@" >many.out 2>many.err
    is "files as $format, four jobs" 1 $?
    same "files as $format: the same output" one.out many.out
    same "files as $format: the same messages" one.err many.err
done
"$ZHIGUAN" extract --jobs 4 a.txt >out
"$ZHIGUAN" extract a.txt >wanted
same 'more jobs than files' wanted out
"$ZHIGUAN" extract --jobs 4 --input=jsonl </dev/null >out 2>err
is 'no document, four jobs' 0 $?
set --
