#!/bin/sh
# Completion as zsh and fish do it, and the manual pages as mandoc reads them. Prints TAP.
# run.sh --need: only says what is missing.
set -u
cd "$(dirname "$0")/../.." || exit 1
missing=
for tool in zsh fish mandoc; do
    command -v $tool >/dev/null 2>&1 || missing="$missing $tool"
done
if [ -n "$missing" ]; then
    echo "check-shells: missing:$missing (Debian's packages of these names)" >&2
    exit 1
fi
[ "${1:-}" != --need ] || exit 0
. tests/support/tap.sh
here=$PWD/tests/shells
case $ZHIGUAN in /*) ;; *) ZHIGUAN=$PWD/$ZHIGUAN ;; esac
unset LANGUAGE LC_MESSAGES
LC_ALL=C.UTF-8
export LC_ALL

"$ZHIGUAN" completion fish >"$TMP/zhiguan.fish"
fish() { HOME=$TMP XDG_CONFIG_HOME=$TMP command fish --private -c "source $TMP/zhiguan.fish; complete -C '$1'"; }
is 'fish: commands' 'completion diff explain extract help version view ' \
    "$(fish 'zhiguan ' | cut -f1 | sort | tr '\n' ' ')"
is 'fish: with their words' 'the four version numbers API, ABI, image format, data' \
    "$(fish 'zhiguan vers' | cut -f2)"
is 'fish: an option' '--highlight' "$(fish 'zhiguan extract --hi' | cut -f1)"
is 'fish: of this command only' '--dict --help ' "$(fish 'zhiguan version --' | cut -f1 | tr '\n' ' ')"
is 'fish: a value' '--offsets=utf16' "$(fish 'zhiguan extract --offsets=utf1' | cut -f1)"
is 'fish: a shell' 'zsh' "$(fish 'zhiguan completion z' | cut -f1)"

"$ZHIGUAN" completion zsh >"$TMP/_zhiguan"
: >"$TMP/article.txt"
typed() { # name, what must stand there, text
    has "zsh: $1" "$2" "$(HOME=$TMP command zsh -f "$here/zsh.zsh" "$TMP" "$3" 2>&1)"
}
typed 'a command' 'zhiguan view ' 'zhiguan vi'
typed 'an option' 'zhiguan extract --highlight' 'zhiguan extract --hi'
typed 'a value' '--format=annotation' 'zhiguan extract --format=an'
typed 'a file' 'zhiguan view article.txt' 'zhiguan view art'
typed 'a shell' 'zhiguan completion fish' 'zhiguan completion f'

for locale in C.UTF-8 zh_CN.UTF-8; do
    LC_ALL=$locale "$ZHIGUAN" help man >"$TMP/zhiguan.1"
    is "zhiguan(1), $locale: mandoc has nothing to say" '' "$(mandoc -Tlint -Wwarning "$TMP/zhiguan.1")"
    has "zhiguan(1), $locale: it is set" '--format=' "$(mandoc -Tutf8 "$TMP/zhiguan.1" | col -b)"
done
for page in lib/packaging/man/*; do
    is "$page: mandoc has nothing to say" '' "$(mandoc -Tlint -Wwarning "$page")"
done
plan
