#!/usr/bin/env python3
"""The extension against the command line, on a running server: check.py BUILD-DIRECTORY. Prints TAP.

PGHOST, PGPORT and PGUSER say where the server is."""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[3]
sys.path[:0] = [str(TOP / "tests/support"), str(TOP / "lib/bindings")]
import cases  # noqa: E402
import zgtest  # noqa: E402

BUILD = pathlib.Path(sys.argv[1]).resolve()


def psql(database, sql, data=""):
    done = subprocess.run(["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql],
                          input=data.encode("utf-8"), capture_output=True,
                          env={**os.environ, "PGCLIENTENCODING": "UTF8"})
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def fill(database, found):
    table = io.StringIO()
    csv.writer(table, quoting=csv.QUOTE_ALL).writerows(
        (n, r["id"], r["text"]) for n, r in enumerate(found))
    psql(database, "CREATE EXTENSION zhiguan")
    psql(database, "CREATE TABLE article (n int, id text, body text)")
    psql(database, "COPY article FROM STDIN (FORMAT csv)", table.getvalue())


def main():
    tap, found = zgtest.Tap(), cases.records() + cases.gold()
    want = cases.program(BUILD / "zhiguan", found)
    psql("postgres", "CREATE DATABASE zhiguan_utf8")
    fill("zhiguan_utf8", found)
    got, error = psql("zhiguan_utf8", "SELECT zhiguan_json(body, id) FROM article ORDER BY n")
    got = got.splitlines()
    tap.result(got == want and len(found) > 80, f"the command line's bytes over {len(found)} documents",
               [error, *[g[:300] for g, w in zip(got, want) if g != w][:2]])
    rows, error = psql("zhiguan_utf8", "SELECT json_agg(json_build_array(id, person, title, org_full, person_end, "
                       "evidence_end) ORDER BY n, triple_n) FROM article, zhiguan(body) WITH ORDINALITY "
                       "AS z(t, person, title, head, org, org_full, code, okind, oby, status, kind, ev, evd, evb, "
                       "ps, pe, rank, conf, rule, person_begin, person_end, tb, te, ob, oe, evidence_begin, "
                       "evidence_end, triple_n)")
    documents = [json.loads(line) for line in want]
    want_rows = [[d["id"], t["person"]["text"], t["title"]["text"], t["org"] and t["org"]["full"],
                  t["person"]["span"][1], t["evidence"] and t["evidence"][1]]
                 for d in documents for t in d["triples"]]
    tap.result(rows != "" and json.loads(rows) == want_rows and len(want_rows) > 50,
               f"the {len(want_rows)} rows of the JSON", [error])
    psql("postgres", "CREATE DATABASE zhiguan_euc ENCODING 'EUC_CN' LOCALE 'C' TEMPLATE template0")
    fill("zhiguan_euc", [{"id": "a", "text": "公安县水利局局长江晓岚说。"}])
    got, error = psql("zhiguan_euc", "SELECT person, title, person_end FROM article, zhiguan(body)")
    tap.result(got == "江晓岚|局长|11\n", "a database in EUC_CN", [got, error])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
