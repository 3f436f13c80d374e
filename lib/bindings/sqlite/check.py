#!/usr/bin/env python3
"""The extension on the real engine: check.py BUILD-DIRECTORY. Prints TAP.

The same bytes as the command line over the shared cases and the golden documents, the same rows as
its JSON, joins, NULL, errors, many connections and threads, the engine's own shell where it is."""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import threading

TOP = pathlib.Path(__file__).resolve().parents[3]
sys.path[:0] = [str(TOP / "tests/support"), str(TOP / "lib/bindings")]
import cases  # noqa: E402
import zgtest  # noqa: E402

BUILD = pathlib.Path(sys.argv[1]).resolve()
EXTENSION = BUILD / "sqlite/zhiguan"
TEXT = "公安县水利局局长江晓岚说，路通了。"


def connect(**words):
    con = sqlite3.connect(":memory:", **words)
    con.enable_load_extension(True)
    con.load_extension(str(EXTENSION))
    con.enable_load_extension(False)
    return con


def refused(con, sql, *values):
    try:
        con.execute(sql, values).fetchall()
    except sqlite3.Error as error:
        return str(error)
    return "no error"


def rows_of(documents):
    return [(d["id"], t["person"]["text"], t["title"]["text"], t["org"] and t["org"]["full"], t["status"],
             t["person"]["span"][0], t["org"] and t["org"]["span"] and t["org"]["span"][1], t["confidence"])
            for d in documents for t in d["triples"]]


def over_texts(tap, con):
    found = cases.records() + cases.gold()
    want = cases.program(BUILD / "zhiguan", found)
    got = [con.execute("SELECT zhiguan_json(?, ?)", (r["text"], r["id"])).fetchone()[0] for r in found]
    tap.result(got == want, f"the command line's bytes over {len(found)} documents",
               [g[:300] for g, w in zip(got, want) if g != w][:2])
    con.execute("CREATE TABLE article(id TEXT, body TEXT)")
    con.executemany("INSERT INTO article VALUES(?, ?)", [(r["id"], r["text"]) for r in found])
    rows = con.execute("SELECT a.id, person, title, org_full, status, person_begin, org_end, confidence "
                       "FROM article AS a, zhiguan(a.body) ORDER BY a.rowid").fetchall()
    want_rows = rows_of(map(json.loads, want))
    tap.result(rows == want_rows and len(rows) > 50, f"a join gives the {len(want_rows)} rows of the JSON")
    turned = con.execute("SELECT count(*) FROM zhiguan(a.body) AS z, article AS a WHERE z.kind = 'post' "
                         "AND a.body = z.text").fetchone()
    tap.result(turned[0] == sum(t["kind"] == "post" for d in map(json.loads, want) for t in d["triples"]),
               "the order of the join does not matter; the hidden column is the text")


def single(tap, con):
    rows = con.execute("SELECT person, title, org, event, confidence FROM zhiguan(?)", (TEXT,)).fetchall()
    tap.result([r[:4] for r in rows] == [("江晓岚", "局长", "公安县水利局", None)], "one triple", rows)
    tap.result(con.execute("SELECT * FROM zhiguan(NULL)").fetchall() == []
               and con.execute("SELECT zhiguan_json(NULL)").fetchone() == (None,), "NULL: no rows, NULL")
    tap.result('"id":null' in con.execute("SELECT zhiguan_json(?)", (TEXT,)).fetchone()[0]
               and '"id":"7"' in con.execute("SELECT zhiguan_json(?, 7)", (TEXT,)).fetchone()[0], "ids")
    pair = con.execute("SELECT a.person, b.person FROM zhiguan(?) AS a, zhiguan(?) AS b",
                       (TEXT, "兴山县县长卜子衡说。")).fetchall()
    tap.result(pair == [("江晓岚", "卜子衡")], "two cursors at once", pair)
    bad = con.execute("SELECT person, person_begin FROM zhiguan(CAST(x'ff' || ? AS TEXT))", (TEXT,)).fetchall()
    tap.result(bad == [("江晓岚", 9)], "bad bytes are stepped over", bad)
    tap.result(con.execute("SELECT zhiguan_version()").fetchone()[0].startswith("0."), "version")


def errors(tap, con):
    for sql, words in (("SELECT * FROM zhiguan", "takes a text"),
                       ("SELECT * FROM zhiguan()", "takes a text"),
                       ("SELECT * FROM zhiguan('a', 'b')", "too many arguments"),
                       ("SELECT zhiguan_json()", "wrong number of arguments"),
                       ("SELECT zhiguan_json('a', 'b' || char(0) || 'c')", "NUL"),
                       ("CREATE VIRTUAL TABLE t USING zhiguan", "no such module")):
        message = refused(con, sql)
        tap.result(words in message, f"refused: {sql}", [message])


def many(tap):
    def read(out):
        con = connect()
        out.append([con.execute("SELECT person FROM zhiguan(?)", (TEXT,)).fetchall() for _ in range(200)])
        con.close()

    out = []
    threads = [threading.Thread(target=read, args=(out,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tap.result(out == [[[("江晓岚",)]] * 200] * 4, "four threads, a connection each")
    wide = connect()
    wide.execute("PRAGMA encoding = 'UTF-16le'")
    wide.execute("CREATE TABLE t(body TEXT)")
    wide.execute("INSERT INTO t VALUES(?)", (TEXT,))
    tap.result(wide.execute("SELECT z.person FROM t, zhiguan(t.body) AS z").fetchall() == [("江晓岚",)],
               "a UTF-16 database")


def shell(tap):
    """The example of README.md, as it stands there, by the engine's own shell."""
    lines = [line.strip() for line in (TOP / "lib/bindings/sqlite/README.md").read_text("utf-8").splitlines()]
    at = next(k for k, line in enumerate(lines) if line.startswith("sqlite3 "))
    command = lines[at].replace("build/sqlite/zhiguan", str(EXTENSION))
    done = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE)
    got = done.stdout.decode("utf-8").strip()
    tap.result(got == lines[at + 2] != "", "the example of README.md, by the shell sqlite3", [got])


def main():
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        print("check-sqlite: this python3's sqlite3 cannot load extensions; use the system's", file=sys.stderr)
        return 1
    tap = zgtest.Tap()
    con = connect()
    single(tap, con)
    errors(tap, con)
    over_texts(tap, con)
    con.close()
    many(tap)
    if shutil.which("sqlite3"):
        shell(tap)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
