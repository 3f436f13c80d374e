#!/bin/sh
# Bad tables: what zgc says of each mistake, and zgc's own words. See README.md. Prints TAP.
cd "$(dirname "$0")/../.." || exit 1
. tests/support/tap.sh
here=$PWD/tests/errors
case $ZGC in
/*) ;;
*) ZGC=$PWD/$ZGC ;;
esac
tab=$(printf '\t')

# A table of data/ with a head of one line, so that its own comments do not move the line numbers.
short_head() {
    echo "# $1"
    grep -v '^#' "data/$1.tsv"
}

# sound FOLDER: the small tables, nothing wrong with them.
sound() {
    rm -rf "$1"
    cp -R "$here/good" "$1"
    short_head schema >"$1/schema.tsv"
    short_head rules/weights | awk -F"$tab" -v OFS="$tab" 'NR > 2 { $3 = "own" } 1' \
        >"$1/rules/weights.tsv"
}

same() { # name, file, file
    if cmp -s "$2" "$3"; then pass "$1"; else fail "$1" "$(diff "$2" "$3")"; fi
}

# zgc in $TMP, so that faults name data/…
zgc() {
    (cd "$TMP" && "$ZGC" "$@")
}

one_case() {
    name=$(basename "$1")
    sound "$TMP/data"
    for file in $(cd "$1" && find . -name '*.tsv' -o -name VERSION); do
        cp "$1/$file" "$TMP/data/$file"
    done
    [ ! -f "$1/edit.sh" ] || (cd "$TMP/data" && sh "$1/edit.sh") || fail "$name: edit.sh"
    zgc check data >"$TMP/out" 2>"$TMP/said"
    is "$name: exit code" 1 $?
    same "$name: what it says" "$1/expected" "$TMP/said"
}

for folder in "$here"/cases/*; do
    one_case "$folder"
done

missing=
for code in $(sed -n 's/^    X(\([0-9]\{4\}\),.*/\1/p' lib/compile/compile_fault.h); do
    grep -q "error E$code " "$here"/cases/*/expected || missing="$missing E$code"
done
is 'every fault has a case' '' "$missing"

# ---- the program ----
sound "$TMP/data"
status 'sound tables: check' 0 zgc check data
is 'sound tables: nothing to say' '' "$(cat "$TMP/err")"
has 'check counts what there is' '12 words, 13 senses, 3 places' "$(cat "$TMP/out")"
status 'build' 0 zgc build data -o one.zgd
status 'build, the other order' 0 zgc build -o two.zgd data
same 'same tables, same bytes' "$TMP/one.zgd" "$TMP/two.zgd"
status 'help' 0 zgc --help
has 'help names the words' 'zgc build' "$(cat "$TMP/out")"
status 'version' 0 zgc --version
has 'version names the format' 'image format' "$(cat "$TMP/out")"
status 'no word' 2 zgc
status 'unknown word' 2 zgc compile data
status 'build without a file' 2 zgc build data
status 'output that cannot be written' 2 zgc build data -o no/such/folder.zgd
has 'it says which' 'no/such/folder.zgd' "$(cat "$TMP/err")"
status 'folder that is not there' 1 zgc check nothing
status 'fmt of a folder that is not there' 2 zgc fmt nothing

sed -i "s/^说${tab}speech/说${tab}speach/" "$TMP/data/lexicon/words.tsv"
rm -f "$TMP/three.zgd"
status 'build with a fault' 1 zgc build data -o three.zgd
is 'nothing is written with a fault' '' "$(ls "$TMP" | grep three)"

# ---- words of one's own ----
sound "$TMP/data"
{
    echo '# mine: words of my own'
    sed -n 2p "$here/good/lexicon/words.tsv"
    printf '路长\ttitle\t-\tgovernment\t-\town\t-\n巡湖\tvnoun\t-\t-\t-\town\t-\n'
} >"$TMP/mine.tsv"
status 'add: check' 0 zgc check --add mine.tsv data
has 'add: two words more' '14 words, 15 senses' "$(cat "$TMP/out")"
status 'add: build' 0 zgc build data --add mine.tsv -o mine.zgd
has 'add: the data version ends in +' "$(cat "$TMP/data/VERSION")+:" "$(cat "$TMP/out")"
printf '说\tspeech\t-\t-\t-\town\t-\n' >>"$TMP/mine.tsv"
status 'add: a word that is there already' 1 zgc check data --add mine.tsv
has 'add: it says where' "mine.tsv:5:1: error E2001" "$(cat "$TMP/err")"
status 'add: a file that is not there' 1 zgc check data --add none.tsv
has 'add: it says which' 'none.tsv: error E1001' "$(cat "$TMP/err")"
status 'add: without a file' 2 zgc check data --add
status 'add: is nothing for fmt' 2 zgc fmt data --add mine.tsv
status 'check writes nothing' 2 zgc check data -o x.zgd
status 'two folders' 2 zgc check data data

# ---- fmt ----
sound "$TMP/data"
status 'fmt of tables in form' 0 zgc fmt data
has 'fmt changes none of them' '0 tables changed' "$(cat "$TMP/out")"
words=$TMP/data/lexicon/words.tsv
{
    printf '\357\273\277#words: plain words  \r\n\n'
    sed -n 2p "$here/good/lexicon/words.tsv"
    sed -n '3,$p' "$here/good/lexicon/words.tsv" | sort -r | sed "s/-\$//"
} >"$words"
printf '#rules\n' >"$TMP/rules" && sed 1d "$here/good/rules/rules.tsv" >>"$TMP/rules"
cp "$TMP/rules" "$TMP/data/rules/rules.tsv"
status 'unformed tables are faults' 1 zgc check data
status 'fmt of unformed tables' 0 zgc fmt data
has 'fmt names what it changed' 'data/lexicon/words.tsv' "$(cat "$TMP/out")"
same 'fmt sorts and tidies' "$here/good/lexicon/words.tsv" "$words"
same 'fmt keeps the order of rules' "$here/good/rules/rules.tsv" "$TMP/data/rules/rules.tsv"
status 'after fmt, check' 0 zgc check data
status 'fmt again' 0 zgc fmt data
has 'fmt again changes nothing' '0 tables changed' "$(cat "$TMP/out")"
printf 'word\377\n' >"$words"
status 'fmt of what is no UTF-8' 2 zgc fmt data
has 'it says which table' 'data/lexicon/words.tsv' "$(cat "$TMP/err")"
plan
