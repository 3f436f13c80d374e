#!/usr/bin/env python3
"""The page of `zhiguan view` in a real browser: what it shows, what a click and a key do, what a
hostile document cannot do. Prints TAP; leaves pictures in $B/view."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import browser  # noqa: E402
from zgtest import BUILD, TOP, ZHIGUAN, Tap  # noqa: E402

OUT = BUILD / "view"
COUNTY = "examples/county-congress.txt"
DOCUMENTS = [COUNTY, "tests/golden/appointments.txt", "tests/golden/resume.txt",
             "tests/golden/company.txt"]
HOSTILE = ("公安县水利局局长江晓岚</script><script>window.hit=1</script><img src=x onerror=window.hit=2>"
           "<!--说，路通了。\u2028\u202e公安县教育局局长何远@DATA@@SCRIPT@说。\0\x1b[31m😀青田乡乡长陈立新来了。")
HOSTILE_NAME = "\"><img src=x onerror=window.hit=3>.txt"

CONTRAST = """
const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map((v) => { v /= 255;
  return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
  if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255, 255, 255)'; };
return arguments[0].map((q) => { const e = document.querySelector(q);
  const a = light(getComputedStyle(e).color), b = light(ground(e));
  return [q, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; });
"""


def make_page(name, *arguments, cwd=None):
    path = OUT / name
    done = subprocess.run([ZHIGUAN, "view", *arguments, "-o", str(path)], cwd=cwd or TOP,
                          capture_output=True, check=False)
    return path, done


def column(b, index):
    return b.texts(f"#rows tr[data-n] td:nth-child({index})")


def mark(b, text, role):
    """The index, among the marks of the text, of the first one with these words."""
    marks = b.run("return [...document.querySelectorAll('#body .mark')].map(e =>"
                  "[e.textContent, e.className])")
    return next(i for i, m in enumerate(marks) if m[0] == text and role in m[1].split())


def test_text(b, tap):
    shown = b.run("return document.querySelector('#body').textContent")
    tap.result(shown == (TOP / COUNTY).read_text(encoding="utf-8"), "the text stands there unchanged")
    for text, role in (("陆承泽", "person"), ("代理院长", "title"), ("县人民法院", "org")):
        tap.result(mark(b, text, role) >= 0, f"{text} is marked as {role}")
    styles = b.run("return ['person', 'title', 'org'].map(r => getComputedStyle("
                   "document.querySelector('#body .' + r)).textDecorationStyle)")
    tap.result(styles == ["solid", "double", "dashed"], "the three differ without colour too", styles)
    place = b.text("#place")
    tap.result("兴山县" in place and "2024-01-12" in place, "the document's place and date", [place])


def test_click(b, tap):
    b.click("#body .mark", mark(b, "闵若谷", "person"))
    detail = b.text("#detail-body")
    for word in ("闵若谷", "党组书记", "兴山县人民法院", "在任", "依据", "差一点匹配上的规则", "O organisation"):
        tap.result(word in detail, f"a click on 闵若谷 tells {word}", detail.splitlines()[:20])
    tap.result(b.run("return document.querySelectorAll('#arcs path.on').length") == 2,
               "lines join its person, title and organisation")
    tap.result(b.run("return document.querySelectorAll('#rows tr[aria-selected=true]').length") == 1,
               "its row is chosen")
    b.click("#body .mark", mark(b, "闵若谷", "person"))
    tap.result("副院长" in b.text("#detail-body dl"), "the next click tells the next post")
    b.click("#body .mark", mark(b, "县人民检察院", "org"))
    tap.result("管思齐" in b.text("#detail-body"), "a click on an organisation tells its post")
    rule = b.text("#detail-body dl code")
    tap.result(rule.startswith("appos-"), "the rule is named", [rule])
    b.click("#links")
    tap.result(b.run("return document.querySelectorAll('#arcs path').length") > 30, "all links at once")
    b.click("#links")


def test_near(b, tap):
    row = b.run("return triples.findIndex(t => docs[t.doc].sentences.some(s => s.near.length &&"
                "s.span[0] <= t.title.span[0] && t.title.span[0] < s.span[1]))")
    tap.result(row >= 0, "some sentence has a rule that came near")
    b.run("document.querySelector(`#rows tr[data-n='${arguments[0]}']`).click()", row)
    near = b.texts("#detail-body ul.near:last-child li")
    tap.result(bool(near) and all("止于" in n for n in near), "it says where that rule failed", near)
    b.click("#detail-body ul.near:last-child summary")
    pattern = b.texts("#detail-body ul.near:last-child details code")
    tap.result(bool(pattern) and "(?<" in pattern[0], "and opens its pattern", pattern[:1])


def test_table(b, tap):
    whole = len(column(b, 1))
    tap.result(whole == b.run("return triples.length"), "a row for each post of all documents", [whole])
    b.click("#heads button[data-sort=sure]")
    sure = [int(v) for v in column(b, 6)]
    tap.result(sure == sorted(sure) and len(set(sure)) > 1, "sorted by confidence", sure)
    b.click("#heads button[data-sort=sure]")
    tap.result([int(v) for v in column(b, 6)] == sorted(sure, reverse=True), "and the other way")
    tap.result(b.run("return document.querySelector('th[aria-sort=descending] button').dataset.sort")
               == "sure", "the head says so to a screen reader")
    b.click("#rows tr[data-n]", next(i for i, d in enumerate(column(b, 8)) if "company" in d))
    tap.result(b.run("return document.querySelector('#document').selectedOptions[0].textContent")
               .endswith("company.txt"), "a row of another document opens that document")
    b.click("#all")
    tap.result(set(column(b, 8)) == {"tests/golden/company.txt"}, "only this document's rows")
    b.click("#all")
    tap.result(len(column(b, 1)) == whole, "and all again")


def test_filters(b, tap):
    b.click("#kinds input[value=byline]")
    tap.result("署名" not in column(b, 5) and len(column(b, 5)) > 20, "without bylines")
    for status in ("current", "acting", "former", "appointed", "proposed"):
        b.click(f"#statuses input[value={status}]")
    tap.result(set(column(b, 4)) == {"免去"}, "only who was removed", column(b, 4))
    tap.result("显示" in b.text("#summary"), "the count says so", [b.text("#summary")])
    b.click("#filters button[type=reset]")
    b.run("return new Promise(go => setTimeout(go, 50))")
    whole = len(column(b, 1))
    tap.result(whole == b.run("return triples.length"), "reset shows all")
    b.run("const r = document.querySelector('#sure'); r.focus(); return r.value")
    b.press(*["Right"] * 18)
    sure = [int(v) for v in column(b, 6)]
    tap.result(min(sure) >= 90 and len(sure) < whole, "confidence by the arrow keys", [min(sure)])
    b.click("#filters button[type=reset]")
    b.type("#search", "游诗韵")
    tap.result(bool(column(b, 1)) and all("游诗韵" in p for p in column(b, 1)), "search", column(b, 1))
    b.click("#filters button[type=reset]")
    b.run("const d = document.querySelector('#document'); d.value = '1';"
          "d.dispatchEvent(new Event('input', {bubbles: true}))")
    tap.result("任免名单" in b.text("#body"), "another document is chosen")
    b.run("const d = document.querySelector('#document'); d.value = '0';"
          "d.dispatchEvent(new Event('input', {bubbles: true}))")


def test_keys(b, tap):
    b.run("document.querySelector('#body .mark').focus()")
    b.press("Enter")
    first = b.text("#detail-body")
    tap.result("温若彤" in first, "Enter on a marked word")
    b.press("Tab", "Space")
    tap.result("温若彤" in b.text("#detail-body"), "Tab goes to the next mark, Space chooses it")
    b.run("document.querySelector('#rows tr').focus()")
    b.press("Down", "Down", "Enter")
    chosen = b.run("return [...document.querySelectorAll('#rows tr')].findIndex("
                   "r => r.getAttribute('aria-selected') === 'true')")
    tap.result(chosen == 2, "the arrows go through the rows", [chosen])
    b.press("Escape")
    tap.result(b.run("return document.querySelectorAll('.chosen').length") == 0, "Escape lets go")
    unnamed = b.run("return [...document.querySelectorAll('button, select, input, [role=button]')]"
                    ".filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() ||"
                    " e.labels?.[0]?.textContent.trim())).map(e => e.outerHTML)")
    tap.result(unnamed == [], "every control has a name", unnamed)


def test_network(b, tap):
    nodes = b.run("return [...document.querySelectorAll('#network .node')].map(n =>"
                  "[n.dataset.name, n.querySelector('circle') ? 'p' : 'o'])")
    tap.result(["闵若谷", "p"] in nodes and ["兴山县人民法院", "o"] in nodes,
               "persons are circles, organisations squares", nodes[:8])
    boxes = b.run("const f = document.querySelector('#network').getBoundingClientRect(); return ["
                  "...document.querySelectorAll('#network .node > :first-child')].filter(n => {"
                  "const r = n.getBoundingClientRect(); return r.left < f.left || r.right > f.right ||"
                  " r.top < f.top || r.bottom > f.bottom; }).length")
    tap.result(boxes == 0, "every node is inside the picture", [boxes])
    b.run("document.querySelector('#network .node[data-name=\"闵若谷\"]').focus()")
    b.press("Enter")
    tap.result(set(column(b, 1)) == {"闵若谷"}, "Enter on a node shows what belongs to it", column(b, 1))
    b.click("#filters button[type=reset]")
    b.run("return new Promise(go => setTimeout(go, 50))")
    before = b.run("return document.querySelector('#network').getAttribute('viewBox')")
    b.click("#zoom-in")
    after = b.run("return document.querySelector('#network').getAttribute('viewBox')")
    tap.result(before != after, "it can be enlarged")
    b.click("#zoom-out")


def test_looks(b, tap):
    b.run("const d = document.querySelector('#document'); d.value = '0';"
          "d.dispatchEvent(new Event('input', {bubbles: true}))")  # a row chosen before may have left it
    places = ["#body .person", "#body .title", "#body .org", "#place", "#body", "td", "legend", "h1 small"]
    for name, width, height, dark in (("desktop", 1280, 900, False), ("desktop-dark", 1280, 900, True),
                                      ("phone", 390, 844, False), ("phone-dark", 390, 844, True)):
        b.size(width, height, dark)
        b.run("choose(null); window.scrollTo(0, 0)")
        low = [c for c in b.run(CONTRAST, places) if c[1] < 4.5]
        tap.result(low == [], f"{name}: contrast of 4.5 and more", low)
        wide = b.run("return document.documentElement.scrollWidth - window.innerWidth")
        tap.result(wide <= 0, f"{name}: nothing is wider than the window", [wide])
        b.shot(OUT / f"{name}.png")
        b.click("#body .mark", mark(b, "闵若谷", "person"))
        b.shot(OUT / f"{name}-chosen.png")
        b.run("choose(null); document.querySelector('#network-part').scrollIntoView()")
        b.shot(OUT / f"{name}-network.png")
    b.run("window.scrollTo(0, 0)")
    b.click("#body .mark", mark(b, "闵若谷", "person"))
    tap.result(b.run("return getComputedStyle(document.querySelector('#detail')).position") == "fixed",
               "on a phone the detail is a sheet over the page")
    b.click("#close")
    tap.result(b.run("return getComputedStyle(document.querySelector('#detail')).display") == "none",
               "that can be closed")
    b.size(1280, 900)
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = b.run(ground)
    b.click("#theme")
    b.click("#theme")
    tap.result(b.run(ground) != light, "dark by choice")
    b.click("#lang")
    tap.result("Persons and organisations" in b.text("#network-name") and
               b.run("return document.documentElement.lang") == "en", "English by choice")
    tap.result("current" in column(b, 4), "English words in the table")


def test_hostile(b, tap):
    (OUT / HOSTILE_NAME.replace("/", "_")).write_text(HOSTILE, encoding="utf-8")
    path, done = make_page("hostile.html", HOSTILE_NAME.replace("/", "_"), cwd=OUT)
    tap.result(done.returncode == 0, "a hostile document is read", [done.stderr.decode()])
    b.open(path)
    tap.result(b.run("return window.hit ?? null") is None, "nothing of it runs")
    tap.result(b.run("return document.querySelector('#body').textContent") == HOSTILE,
               "it stands there as text")
    tap.result(b.run("return document.querySelectorAll('img').length") == 0, "no markup of it")
    persons = b.run("return [...document.querySelectorAll('#body .person')].map(e => e.textContent)")
    tap.result(persons == ["江晓岚", "何远", "陈立新"], "its persons are marked", persons)
    b.click("#body .person", 2)
    tap.result("青田乡" in b.text("#detail-body"), "spans behind a wide character fit")
    (OUT / "bad.txt").write_bytes("青田乡".encode() + b"\xff" + "\n青田乡乡长陈立新来了。".encode()
                                  + b"\xe9\x9d\n" + "公安县水利局局长江晓岚说。".encode())
    b.open(make_page("bad.html", "bad.txt", cwd=OUT)[0])
    persons = b.run("return [...document.querySelectorAll('#body .person')].map(e => e.textContent)")
    tap.result(persons == ["陈立新", "江晓岚"], "spans behind bad bytes fit", persons)
    (OUT / "empty.txt").write_text("", encoding="utf-8")
    b.open(make_page("empty.html", "empty.txt", cwd=OUT)[0])
    tap.result("0" in b.text("#summary"), "an empty document")


def main():
    tap = Tap()
    OUT.mkdir(parents=True, exist_ok=True)
    path, done = make_page("page.html", *DOCUMENTS)
    tap.result(done.returncode == 0 and done.stdout == b"", "the page is written", [done.stderr.decode()])
    b = browser.Browser()
    try:
        b.size(1280, 900)
        b.open(path)
        for test in (test_text, test_click, test_near, test_table, test_filters, test_keys,
                     test_network, test_looks):
            try:
                test(b, tap)
            except (RuntimeError, StopIteration, IndexError, TypeError) as error:
                tap.result(False, test.__name__, [repr(error)[:600]])
        loaded = b.run("return performance.getEntriesByType('resource').map(e => e.name)")
        tap.result(loaded == [], "the page loads nothing", loaded)
        tap.result(b.log() == [], "no message in the browser's console")
        test_hostile(b, tap)
        tap.result([m for m in b.log() if "hostile.html" in m] == [], "none for the hostile page either")
    finally:
        b.close()
    return tap.finish()


if __name__ == "__main__":
    gone = browser.missing()
    if gone:
        print("check-view: missing: " + ", ".join(gone), file=sys.stderr)
        sys.exit(2 if "--need" in sys.argv else 1)
    sys.exit(0 if "--need" in sys.argv else main())
