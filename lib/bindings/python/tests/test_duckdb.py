"""The recipe of examples/duckdb_udf.py on the real engine, and a batch read by DuckDB itself."""
import importlib.util
import json

import pytest
import zhiguan
from conftest import TOP

duckdb = pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")


def recipe():
    spec = importlib.util.spec_from_file_location("duckdb_udf", TOP / "examples/duckdb_udf.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_recipe(records, tmp_path):
    module = recipe()
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    got = module.connect().execute(module.POSTS, [str(path)]).fetchall()
    want = [(r["id"], t.person.text, t.title.text, t.org and t.org.full, t.status)
            for r in records for t in zhiguan.extract(r["text"]).triples]
    assert sorted(map(str, got)) == sorted(map(str, want)) and len(want) > 200


def test_null_text():
    con = recipe().connect()
    assert con.execute("SELECT zhiguan_json(NULL)").fetchone() == (None,)
    assert con.execute("SELECT zhiguan_json('甲')").fetchone()[0] == zhiguan.extract_json("甲")


def test_a_batch_is_a_table():
    posts = pa.table(zhiguan.extract_batch(["公安县水利局局长江晓岚说。"]))
    assert posts.num_rows == 1
    assert duckdb.sql("SELECT person, org FROM posts").fetchall() == [("江晓岚", "公安县水利局")]
