# --input=html: the article of a web page, its encoding, and --text. Pages and officials are invented.

cat >plain.html <<'END'
<!DOCTYPE html><html><head><meta charset="utf-8"><title>峡口镇开通新公路_兴山融媒</title>
<style>p{color:red}</style><script>var x="县长何远说，不是正文。";</script></head>
<body><div class="header-nav"><ul><li><a href="/">首页</a></li><li><a href="/a">要闻</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/a">要闻</a></div>
<div class="wrap"><h1>峡口镇开通新公路</h1>
<div class="info"><span>2024-01-12 09:20</span>&nbsp;&nbsp;<span>来源：兴山县融媒体中心</span></div>
<div class="content">
<p>　　兴山县峡口镇党委书记<b>江晓岚</b>说，路
通了，茶农的鲜叶当天就能进厂。</p>
<p>县交通局局长&#x535C;子衡介绍，公路全长&lt;12公里&gt;，明年还要<br>延长。</p>
<p style="display: none">县长陆承泽说，看不见的不是正文。</p>
<!-- 县长陆承泽说，注释不是正文。 -->
</div>
<div class="related"><h3>相关新闻</h3><ul><li><a href="/1">县长陆承泽调研，强调安全。</a></li>
<li><a href="/2">副县长祝明远接访，听取意见。</a></li></ul></div></div>
<div id="footer">版权所有，主编骆文琴。新闻热线：0717-0000000</div>
<form><select><option>县委书记何远，选项。</option></select></form></body></html>
END
cat >plain.txt <<'END'
峡口镇开通新公路
2024-01-12 09:20 来源：兴山县融媒体中心
兴山县峡口镇党委书记江晓岚说，路通了，茶农的鲜叶当天就能进厂。
县交通局局长卜子衡介绍，公路全长<12公里>，明年还要
延长。
END
"$ZHIGUAN" extract --input=html --text plain.html >out 2>err
if grep -q 'built without libxml2' err; then
    pass 'html: the program says that it was built without'
else
    same 'html: the article, its headline and date, nothing else' plain.txt out
    status 'html: the triples' 0 "$ZHIGUAN" extract --input=html --format=tsv plain.html
    is 'html: persons' '江晓岚 卜子衡' "$(sed 1d out | cut -f2 | tr '\n' ' ' | sed 's/ $//')"
    status 'html: spans' 0 "$ZHIGUAN" extract --input=html plain.html
    cp out html.json
    "$ZHIGUAN" extract plain.txt | sed 's/plain\.txt/plain.html/' >wanted
    same 'html: the spans are those of the text that --text writes' wanted html.json
    for charset in gb2312 GBK gb18030; do
        sed "s/charset=\"utf-8\"/http-equiv=Content-Type content='text\/html; CHARSET=$charset'/" plain.html |
            iconv -f UTF-8 -t GB18030 >other.html
        "$ZHIGUAN" extract --input=html --text other.html >out
        same "html: $charset by its meta tag" plain.txt out
    done
    printf '<meta charset="Big5"><body><h1>立法會會議</h1><p>財政司司長何遠在立法會會議上說，預算案已經通過。</p>' |
        iconv -f UTF-8 -t BIG5 >other.html
    "$ZHIGUAN" extract --input=html --text other.html >out
    out_is 'html: Big5 by its meta tag' '立法會會議
財政司司長何遠在立法會會議上說，預算案已經通過。'
    # A page that was converted but still names its old encoding.
    sed 's/charset="utf-8"/charset="gb2312"/' plain.html >converted.html
    "$ZHIGUAN" extract --input=html --text converted.html >out
    same 'html: UTF-8 in a page that says otherwise' plain.txt out

    # Text in a div with line breaks, tables of a notice, a page without prose.
    printf '<body><div id=nav><a href=1>首页</a></div><div id=zoom><p>公示期内，可以来信来电反映。</p>甲县水利局局长何远，男，拟任副县长。<br>乙镇镇长江晓岚，女，拟任局长。</div></body>' >div.html
    "$ZHIGUAN" extract --input=html --text div.html >out
    out_is 'html: text between line breaks' '公示期内，可以来信来电反映。
甲县水利局局长何远，男，拟任副县长。
乙镇镇长江晓岚，女，拟任局长。'
    printf '<table><tr><td>局长</td><td>何 远</td></tr><tr><td>副局长</td><td>江晓岚</td></tr></table>' >table.html
    "$ZHIGUAN" extract --input=html --text table.html >out
    out_is 'html: a page without prose is taken whole' '局长 何 远
副局长 江晓岚'
    # Broken, hostile and huge pages.
    printf '<p>县长何远说，没有结束<b>的标签<i>也读。\377坏' >broken.html
    "$ZHIGUAN" extract --input=html --text broken.html >out
    out_is 'html: open tags, a bad byte' '县长何远说，没有结束的标签也读。�坏'
    python3 -c 'print("<div>" * 20000 + "县长何远说，很深。" + "<a href=x>" * 20000)' >deep.html
    status 'html: 20000 deep' 0 "$ZHIGUAN" extract --input=html deep.html
    python3 -c 'print("<p>县长何远说，<a href=x>很长。</a></p>" * 20000)' >long.html
    status 'html: 20000 paragraphs' 0 "$ZHIGUAN" extract --input=html --text long.html
    is 'html: all of them' 20000 "$(lines out)"
    printf '%s' '' >empty.html
    status 'html: an empty page' 0 "$ZHIGUAN" extract --input=html empty.html
    err_has 'html: an empty page: said' 'there is no text to read'
    status 'html: two files, two jobs' 0 "$ZHIGUAN" extract --input=html --jobs 2 plain.html div.html
    is 'html: two documents' 2 "$(lines out)"
    status 'html: a page of pages' 0 "$ZHIGUAN" view --input=html plain.html
    out_has 'html: its text' '县交通局局长卜子衡介绍'
fi
status '--text of a file' 0 "$ZHIGUAN" extract --text a.txt
same '--text of a file: itself' a.txt out
