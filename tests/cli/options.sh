# The command line: commands, options, their values, and what is said when one is wrong.

status 'help' 0 english help
is 'help begins with examples' 'Examples:' "$(sed 1q out)"
for word in extract explain view diff version completion --input --encoding --format --output --highlight \
    --offsets --kinds --jobs --dict --strict --verbose 'Exit code'; do
    out_has "help tells of $word" "$word"
done
is 'help has lines of 100 columns at most' '' "$(awk 'length($0) > 130' out)"
cp out help.txt
for form in --help -h 'extract --help' 'explain -h' 'extract a.txt --help'; do
    # shellcheck disable=SC2086
    status "$form" 0 english $form
    same "$form is the same text" help.txt out
done

status 'version' 0 "$ZHIGUAN" version
is 'version is four lines' 4 "$(lines out)"
is 'version: what each number is' 'API ABI image data' "$(cut -d' ' -f1 out | tr '\n' ' ' | sed 's/ $//')"
is 'version: no number is missing' '' "$(awk 'NF < 2' out)"
cp out version.txt
status '--version' 0 "$ZHIGUAN" --version
same '--version is the same' version.txt out
status 'version takes no file' 2 "$ZHIGUAN" version a.txt

usage() { # name, what the message must hold, arguments…
    usage_name=$1
    usage_text=$2
    shift 2
    status "$usage_name" 2 "$ZHIGUAN" "$@"
    err_has "$usage_name: message" "$usage_text"
    is "$usage_name: one line" 1 "$(lines err)"
    is "$usage_name: nothing on stdout" '' "$(cat out)"
}
usage 'no command' 'no command'
usage 'unknown command' "'extrakt' is no command; the commands are extract, explain, view" extrakt a.txt
usage 'unknown option' "unknown option '--color'" extract --color a.txt
usage 'unknown letter' "unknown option '-x'" extract -x a.txt
usage 'bad --input' "--input: 'csv' is not known; choose from text, jsonl" extract --input=csv
usage 'bad --encoding' "--encoding: 'latin1' is not known; choose from auto, utf-8" extract --encoding latin1
usage 'bad --format' "choose from json, jsonl, tsv, csv, table, ftm, popolo, brat, annotation, conll" extract --format=xml a.txt
usage 'brat of many files' "brat has a file a document: give text files and --output" extract --format=brat a.txt b.txt
usage 'brat of lines' "brat has a file a document" extract --format=brat --input=jsonl one.jsonl
usage 'bad --offsets' "choose from codepoint, utf8, utf16" extract --offsets=bytes a.txt
usage 'bad --kinds' "choose from post, byline, role, generic" extract --kinds=post,king a.txt
usage 'empty --kinds' "--kinds: '' is not known" extract --kinds= a.txt
usage '--jobs 0' "--jobs: '0' is not a number from 1 to" extract --jobs 0 a.txt
usage '--jobs many' "is not a number" extract --jobs=many a.txt
usage '--jobs 99999999999999999999' "is not a number" extract --jobs=99999999999999999999 a.txt
usage '-jx' "--jobs: 'x' is not a number" extract -jx a.txt
usage 'value missing' '--dict needs a value' extract a.txt --dict
usage 'value not wanted' '--strict takes no value' extract --strict=yes a.txt
usage 'option of another command' 'this command does not take it' explain --format=tsv a.txt
usage 'completion without a shell' "completion takes one word, got 0" completion
usage 'completion of another shell' "completion: 'tcsh' is not known; choose from bash, zsh, fish" completion tcsh
usage 'help of what is not there' "help: 'me' is not known; choose from man" help me
usage 'explain takes one file' 'explain takes one file, got 2' explain a.txt b.txt

status 'options after the file' 0 "$ZHIGUAN" extract a.txt --format=jsonl
cp out wanted
status 'options before the file' 0 "$ZHIGUAN" extract --format jsonl a.txt
same 'order of options does not matter' wanted out
cp a.txt ./-v
status '-- ends the options' 0 "$ZHIGUAN" extract --format=jsonl -- -v
out_has '-- : the file is read' '"id":"-v"'
err_is '-- : not taken for -v' ''

status '--kinds post' 0 "$ZHIGUAN" extract --kinds post a.txt
out_has '--kinds post keeps it' '"title":{"text":"党委书记"'
status '--kinds byline,role' 0 "$ZHIGUAN" extract --kinds=byline,role a.txt
out_has '--kinds byline,role drops it' '"triples":[]'

# The span of 卢远 behind a character outside the BMP, in each unit.
printf '😀\n%s' "$sentence" >astral.txt
for unit in codepoint:13,15 utf8:38,44 utf16:14,16; do
    status "--offsets ${unit%%:*}" 0 "$ZHIGUAN" extract --offsets="${unit%%:*}" astral.txt
    out_has "--offsets ${unit%%:*}: named" "\"offsets\":\"${unit%%:*}\""
    out_has "--offsets ${unit%%:*}: span" "\"person\":{\"text\":\"卢远\",\"span\":[${unit##*:}]}"
done
