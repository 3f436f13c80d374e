# view and --highlight: where the page goes, what is in it, what a text cannot do to a terminal.
# What the page does is tested in a browser (tests/view).

status 'view' 0 "$ZHIGUAN" view a.txt b.txt
cp out wanted
is 'view: a page' '<!doctype html>' "$(sed 1q out)"
is 'view: its end' '</html>' "$(tail -1 out)"
is 'view: nothing of the template is left' 0 "$(grep -c '@STYLE@\|@DATA@\|@SCRIPT@' out)"
is 'view: no address in it' 0 "$(grep -v 'www.w3.org/2000/svg' out | grep -c 'https\{0,1\}:')"
sed -n '/id="data"/,/^<script>/p' out | sed -e 's/.*id="data">//' -e 's/<\/script>//' -e '/^<script>/d' >page.json
status 'view: its data is JSON' 0 python3 - page.json <<'END'
import json, sys
page = json.load(open(sys.argv[1], encoding="utf-8"))
a, b = page["documents"]
assert a["text"].startswith("公安县狮子口镇"), a["text"]
assert (a["result"]["id"], b["result"]["id"]) == ("a.txt", "b.txt")
assert a["result"]["triples"][0]["person"]["text"] == "卢远"
s = a["sentences"][0]
assert s["span"][0] == 0 and s["matched"][0]["person"] == "卢远" and s["classes"] and s["items"], s
assert all(n["rule"] in page["rules"] for d in page["documents"] for s in d["sentences"] for n in s["near"])
assert page["letters"]["N"] == "person" and page["letters"]["T"], page["letters"]
END
status 'view -o' 0 "$ZHIGUAN" view -o page.html a.txt b.txt
out_is 'view -o: nothing on stdout' ''
same 'view -o: the same page' wanted page.html
status 'view --output=' 0 "$ZHIGUAN" view a.txt b.txt --output=page2.html
same 'view --output=: the same page' wanted page2.html
status 'view -o into no folder' 1 "$ZHIGUAN" view a.txt -o none/page.html
err_has 'view -o into no folder: message' 'none/page.html: No such file'
status 'view: a missing file among others' 1 "$ZHIGUAN" view a.txt none.txt b.txt -o page3.html
err_has 'view: a missing file: message' 'none.txt: No such file'
is 'view: the others are there' 2 "$(grep -c '"text":' page3.html)"
status 'view: no file at all' 3 "$ZHIGUAN" view none.txt
cat one.jsonl one.jsonl >two.jsonl
status 'view --input=jsonl' 0 "$ZHIGUAN" view --input=jsonl two.jsonl
is 'view --input=jsonl: a document a line' 2 "$(grep -c '{"text":' out)"
printf '甲</script><b>乙' >markup.txt
"$ZHIGUAN" view markup.txt >out
is 'view: no markup of a text' 0 "$(grep -c '甲</script>\|<b>乙' out)"
out_has 'view: it is written as an escape' '甲\u003c/script>\u003cb>乙'
if [ -w /dev/full ]; then
    "$ZHIGUAN" view a.txt -o /dev/full 2>err
    is 'view: a full disk' 1 $?
    err_has 'view: a full disk: message' '/dev/full: No space left on device'
fi

status 'highlight' 0 "$ZHIGUAN" extract --format=table --highlight a.txt
e=$(printf '\033')
is 'highlight: organisation, title, person' \
    "$e[32m公安县狮子口镇$e[0m$e[3;33m党委书记$e[0m$e[1;4;36m卢远$e[0m说，今年水稻丰收。" "$(sed 1q out)"
out_has 'highlight: the table follows' 'PERSON'
status 'highlight without a table' 0 "$ZHIGUAN" extract --highlight a.txt
is 'highlight without a table: the text alone' 1 "$(lines out)"
status 'highlight with NO_COLOR' 0 env NO_COLOR=1 "$ZHIGUAN" extract --highlight a.txt
out_is 'highlight with NO_COLOR: brackets' '[公安县狮子口镇]<党委书记>{卢远}说，今年水稻丰收。'
printf '%s\033]0;x\007\033[2J\r\342\200\256坏\377\n' "$sentence" >steer.txt
status 'highlight: a text with escapes' 0 env NO_COLOR=1 "$ZHIGUAN" extract --highlight steer.txt
out_is 'highlight: they are made visible' \
    '[公安县狮子口镇]<党委书记>{卢远}说，今年水稻丰收。<U+001B>]0;x<U+0007><U+001B>[2J<U+000D><U+202E>坏�'
for unit in codepoint utf8 utf16; do
    printf '😀%s' "$sentence" >astral.txt
    NO_COLOR=1 "$ZHIGUAN" extract --highlight --offsets=$unit astral.txt >out
    out_is "highlight: spans in $unit" '😀[公安县狮子口镇]<党委书记>{卢远}说，今年水稻丰收。'
done
