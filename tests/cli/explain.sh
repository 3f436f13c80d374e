# explain: sentences, class strings, rules, and the triples at the end.

status 'explain' 0 "$ZHIGUAN" explain a.txt
is 'explain: the sentence is first' '1  公安县狮子口镇党委书记卢远说，今年水稻丰收。' "$(sed 1q out)"
for label in classes items matched; do
    is "explain: $label" 1 "$(grep -c "^   $label " out)"
done
out_has 'explain: an item with its class' '卢远/N'
out_has 'explain: what matched' ': 卢远 | 党委书记 | 公安县狮子口镇'
out_has 'explain: what the letters mean' 'N person'
out_has 'explain: where the organisation comes from' '   org      公安县狮子口镇, as written'
is 'explain: the table follows' 1 "$(tail -2 out | grep -c '卢远')"
printf '2021-12-07\n昨日，公安县人大常委会任命卢远为副县长。\n卢远，男。2011.03—2014.06 公安县水利局局长。\n' >facts.txt
"$ZHIGUAN" explain facts.txt >out
out_has 'explain: an event' 'event    appoint by the word 「任命」, date 2021-12-06, decided by 公安县人大常委会'
out_has 'explain: a period' 'period   2011-03 to 2014-06'
out_has 'explain: a rank' 'rank     乡科级正职'
out_has 'explain: a person from the text before' 'who      not named with the title'
"$ZHIGUAN" explain a.txt >out
sed 's/^a\.txt/ID/' out >wanted
"$ZHIGUAN" explain <a.txt | sed 's/^-/ID/' >out
same 'explain: standard input' wanted out
status 'explain -v' 0 "$ZHIGUAN" explain -v a.txt
for label in edges tokens; do
    is "explain -v: $label" 1 "$(grep -c "^   $label " out)"
done
printf '这一天，镇党委书记先来，后来的是卢远。\n' >near.txt
status 'explain: nothing matches' 0 "$ZHIGUAN" explain near.txt
out_has 'explain: says so' '   matched  none'
iconv -f UTF-8 -t GB18030 a.txt >gbx.txt
"$ZHIGUAN" explain gbx.txt | sed 's/^gbx\.txt/ID/' >out
same 'explain: another encoding' wanted out
status 'explain: a missing file' 3 "$ZHIGUAN" explain nowhere.txt
err_has 'explain: a missing file: message' 'nowhere.txt: No such file'
printf '%s\033[31m' "$sentence" >escape.txt
status 'explain: a text with escapes' 0 "$ZHIGUAN" explain escape.txt
is 'explain: they do not reach the terminal' 0 "$(grep -c "$(printf '\033')" out)"
printf '甲\377乙' >badx.txt
status 'explain --strict' 3 "$ZHIGUAN" explain --strict badx.txt
printf '主持人：陆文清 陈立新\n' >blank.txt
status 'explain: blanks are seen' 0 "$ZHIGUAN" explain blank.txt
out_has 'explain: a blank item' ' ␣/_ '
