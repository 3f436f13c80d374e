# What the program writes about itself: help in the language of the locale, manual page, completion.

english help >help.txt
chinese() { LC_ALL=$1 "$program" help; }
status 'help in a Chinese locale' 0 chinese zh_CN.UTF-8
is 'help in a Chinese locale: in Chinese' '例子：' "$(sed 1q out)"
cp out zh.txt
for word in 人物 --format=NAME 退出码 --jobs=N; do
    out_has "help in a Chinese locale: $word" "$word"
done
is 'both languages tell of the same options' "$(grep -o '\-\-[a-z]*' help.txt | sort -u)" \
    "$(grep -o '\-\-[a-z]*' zh.txt | sort -u)"
is 'Chinese help: 100 cells at most' '' "$(LC_ALL=C.UTF-8 python3 - zh.txt <<'END'
import sys, unicodedata
for line in open(sys.argv[1], encoding="utf-8"):
    if sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line.rstrip("\n")) > 100:
        print(line)
END
)"
chinese zh_CN.GB18030 | iconv -f GB18030 -t UTF-8 >out
same 'help in GB18030' zh.txt out
chinese zh_TW.Big5 >out
same 'what Big5 cannot say is said in English' help.txt out
LANGUAGE=zh_CN:en LC_ALL=en_US.UTF-8 "$program" help >out
same 'LANGUAGE goes before the locale' zh.txt out
LANGUAGE=zh LC_ALL=C.UTF-8 "$program" help >out
same 'but not in the locale C' help.txt out
LC_ALL= LC_MESSAGES=zh_HK.utf8 LANG=C "$program" help >out
same 'LC_MESSAGES alone' zh.txt out

status 'help man' 0 english help man
is 'help man: mdoc' '.Dt ZHIGUAN 1' "$(sed -n 2p out)"
for option in $(grep -o '^ *\(-[a-z], \)\{0,1\}--[a-z]*' help.txt | grep -o '\-\-[a-z]*'); do
    out_has "the manual page has $option" "\\-${option#--}\""
done

# Completion in bash; zsh and fish: tests/shells.
status 'completion bash' 0 english completion bash
cp out zhiguan.bash
cat >complete.bash <<'END'
. ./zhiguan.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_zhiguan
echo "${COMPREPLY[*]}"
END
completes() { # name, expected, words…
    completes_name=$1
    completes_want=$2
    shift 2
    is "bash: $completes_name" "$completes_want" "$(bash complete.bash "$@" 2>&1)"
}
completes 'a command' 'extract explain' zhiguan ex
completes 'an option' '--format=' zhiguan extract --fo
completes 'an option of this command only' '--dict= --help' zhiguan version --
completes 'the values, behind =' 'codepoint utf8 utf16' zhiguan extract --offsets =
completes 'a value, behind a blank' 'conll' zhiguan extract --format co
completes 'a list' 'post,byline' zhiguan extract --kinds = post,b
completes 'a file' 'a.txt' zhiguan view a.tx
completes 'a shell' 'zsh' zhiguan completion z
for shell in zsh fish; do
    status "completion $shell" 0 english completion $shell
    out_has "completion $shell: an option" highlight
done
