"""zhiguan.arrow on a table, and on a real local Dask: the same rows as one batch."""
import pytest
import zhiguan

pa = pytest.importorskip("pyarrow")
import zhiguan.arrow  # noqa: E402


def test_a_table(records):
    table = pa.table({"n": list(range(len(records))), "text": [r["text"] for r in records]})
    want = zhiguan.extract_batch(table["text"]).to_pylist()
    got = zhiguan.arrow.extract(table, "text", "n")
    assert got.column("n").to_pylist() == [r["row"] for r in want]
    assert got.drop_columns(["n"]).to_pylist() == [{k: v for k, v in r.items() if k != "row"} for r in want]
    assert zhiguan.arrow.extract(table.to_batches()[0], "text", "n", jobs=2) == got
    empty = zhiguan.arrow.extract(table.slice(0, 0), "text", "n")
    assert empty.schema.names == got.schema.names and empty.num_rows == 0
    with pytest.raises(ValueError, match="no column 'body'"):
        zhiguan.arrow.extract(table, "body", "n")
    with pytest.raises(ValueError, match="rename"):
        zhiguan.arrow.extract(table.rename_columns(["person", "text"]), "text", "person")


def posts(part):
    return zhiguan.arrow.extract(pa.Table.from_pandas(part, preserve_index=False), "text", "n").to_pandas()


def test_dask(records):
    dd = pytest.importorskip("dask.dataframe")
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"n": range(len(records)), "text": [r["text"] for r in records]})
    got = dd.from_pandas(frame, npartitions=4).map_partitions(posts, meta=posts(frame.head(0))).compute(
        scheduler="processes", num_workers=2)
    want = posts(frame)
    assert len(want) > 100
    pd.testing.assert_frame_equal(got.reset_index(drop=True), want)
