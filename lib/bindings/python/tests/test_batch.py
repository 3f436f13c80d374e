"""Columns: every form of input gives the same rows, in order, whatever the number of threads."""
import gc
import os
import threading
import time

import pytest
import zhiguan

TEXTS = ["公安县水利局局长江晓岚说。", None, "", "兴山县县长卜子衡说：这一句比十二个字节长得多，到处都一样。"]


def rows(column, **words):
    return zhiguan.extract_batch(column, **words).tuples()


def test_rows_are_the_triples(records):
    texts = [r["text"] for r in records]
    batch = zhiguan.extract_batch(texts, jobs=2)
    want = [(row, t) for row, text in enumerate(texts) for t in zhiguan.extract(text).triples]
    assert len(batch) == len(want)
    for got, (row, t) in zip(batch, want):
        assert (got["row"], got["triple"], got["person"], got["title"]) == (row, t.id, t.person.text, t.title.text)
        assert (got["org"], got["org_full"], got["org_by"]) == (
            (t.org.text, t.org.full, t.org.by) if t.org else (None, None, None))
        assert (got["org_begin"], got["org_end"]) == (t.org.span if t.org and t.org.span else (None, None))
        assert (got["evidence_begin"], got["evidence_end"]) == (t.evidence or (None, None))
        assert (got["status"], got["kind"], got["rank"], got["rule"], got["confidence"], got["error"]) == (
            t.status, t.kind, t.rank, t.rule, t.confidence, None)
        assert (got["event"], got["event_date"]) == ((t.event.type, t.event.date) if t.event else (None, None))
        assert (got["period_start"], got["period_end"]) == (
            (t.period.start, t.period.end) if t.period else (None, None))


def test_threads_do_not_change_the_order(records):
    texts = [r["text"] for r in records] * 20
    one = rows(texts, jobs=1)
    assert len(one) > 1000 and one == rows(texts, jobs=4)


def test_nulls_and_failures():
    extractor = zhiguan.Extractor(max_input=60)
    batch = extractor.extract_batch(TEXTS)
    assert [(r["row"], r["person"], (r["error"] or "")[:14]) for r in batch] == [
        (0, "江晓岚", ""), (3, None, "ZG_E_TOO_LARGE")]
    lines = extractor.extract_batch(TEXTS, ids=["a", "b", 3, None], output="json")
    assert [bool(r["json"]) for r in lines] == [True, False, True, False]
    assert '"id":"3"' in lines[2]["json"]
    assert zhiguan.extract_batch([]).to_pylist() == []
    nul = zhiguan.extract_batch(["甲", "乙"], ids=["a\0", "b"], output="json")
    assert "NUL" in nul[0]["error"] and nul[1]["error"] is None


@pytest.mark.parametrize("texts, words, error, message", [
    ("甲", {}, TypeError, "extract"),
    ({"a": 1}, {}, TypeError, "not a dict"),
    (["甲", 1], {}, TypeError, "row 1 of the texts"),
    (["甲"], {"output": "rows"}, ValueError, "triples, json"),
    (["甲"], {"jobs": -1}, ValueError, "jobs"),
    (["甲"], {"ids": ["a"]}, ValueError, "row"),
    (["甲"], {"ids": ["a", "b"], "output": "json"}, ValueError, "1 texts and 2 ids"),
    (["甲"], {"ids": [1.5], "output": "json"}, TypeError, "row 0 of the ids"),
])
def test_wrong_arguments(texts, words, error, message):
    with pytest.raises(error, match=message):
        zhiguan.extract_batch(texts, **words)


def test_pyarrow():
    pa = pytest.importorskip("pyarrow")
    want = rows(TEXTS)
    columns = [pa.array(TEXTS), pa.chunked_array([TEXTS[:1], TEXTS[1:]]), pa.array(TEXTS, pa.large_string()),
               pa.array(["x", *TEXTS]).slice(1), pa.array([t and t.encode() for t in TEXTS], pa.binary())]
    if hasattr(pa, "string_view"):
        columns += [pa.array(TEXTS, pa.string_view()), pa.array(["x", *TEXTS], pa.string_view()).slice(1)]
    for column in columns:
        assert rows(column) == want
    assert rows(pa.array([], pa.string())) == rows(pa.nulls(3)) == []
    ids = zhiguan.extract_batch(pa.array(["甲", "乙"]), ids=pa.array([7, None]), output="json")
    assert '"id":"7"' in ids[0]["json"] and '"id":null' in ids[1]["json"]
    for wrong in (pa.array([1]), pa.table({"a": TEXTS}), pa.array(TEXTS).dictionary_encode()):
        with pytest.raises(TypeError, match="column of strings"):
            zhiguan.extract_batch(wrong)


def test_arrow_result_outlives_its_batch(records):
    pa = pytest.importorskip("pyarrow")
    batch = zhiguan.extract_batch([r["text"] for r in records] * 10)
    table, want = pa.table(batch), batch.to_pylist()
    table.validate(full=True)
    assert table.schema.names == list(batch.names) and not table.schema.field("row").nullable
    column = table["person"]
    del batch, table
    gc.collect()
    assert column.to_pylist() == [r["person"] for r in want]


def test_polars_and_pandas():
    want = rows(TEXTS)
    pl = pytest.importorskip("polars")
    assert rows(pl.Series(TEXTS)) == want
    assert pl.DataFrame(zhiguan.extract_batch(TEXTS))["person"].to_list() == ["江晓岚", "卜子衡"]
    pd = pytest.importorskip("pandas")
    for column in (pd.Series(TEXTS), pd.Series(TEXTS, dtype=object), pd.Series(TEXTS, dtype="category")):
        assert rows(column) == want
    with pytest.raises(TypeError):
        zhiguan.extract_batch(pd.DataFrame({"a": TEXTS}))


def test_the_gil_is_released(records):
    """While a batch is read in one call, another thread of Python goes on."""
    text = "\n".join(r["text"] for r in records) * 20
    done, ticks = threading.Event(), []

    def tick():
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    begin = time.perf_counter()
    zhiguan.extract_batch([text], jobs=1)
    end = time.perf_counter()
    done.set()
    thread.join()
    assert end - begin > 0.02
    assert sum(begin < t < end for t in ticks) >= 5


@pytest.mark.skipif(not os.environ.get("ZHIGUAN_RATE"), reason="ZHIGUAN_RATE=1 measures the rate")
def test_rate(records, tmp_path, capsys):
    """At least 0.8 of the command line's rate, one thread each, best of five rounds in turn."""
    import json
    import subprocess

    from conftest import PROGRAM
    texts = [r["text"] for r in records] * 100
    path = tmp_path / "rate.jsonl"
    path.write_text("".join(json.dumps({"text": t}, ensure_ascii=False) + "\n" for t in texts), "utf-8")
    best = {"program": 1e9, "triples": 1e9, "json": 1e9}
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([PROGRAM, "extract", "--input=jsonl", str(path)], stdout=subprocess.DEVNULL, check=True)
        best["program"] = min(best["program"], time.perf_counter() - begin)
        for output in ("triples", "json"):
            begin = time.perf_counter()
            zhiguan.extract_batch(texts, output=output, jobs=1)
            best[output] = min(best[output], time.perf_counter() - begin)
    for output in ("triples", "json"):
        with capsys.disabled():
            print(f"\n{output}: {best['program'] / best[output]:.2f} of the command line's rate")
        assert best["program"] / best[output] >= 0.8
