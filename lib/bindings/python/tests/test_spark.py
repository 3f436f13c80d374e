"""zhiguan.spark on a real local Spark: the rows of the command line over 20,000 documents, poisoned
rows, a task that fails and runs again. Prints documents a second for each core."""
import os
import shutil
import subprocess
import sys
import time

import pytest
import zhiguan
from conftest import PROGRAM

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")
pytest.importorskip("pandas")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("no Java here", allow_module_level=True)
import zhiguan.spark  # noqa: E402

COUNT, CORES = 20_000, 2
# The columns of TSV that name one value each: of the program, of the DataFrame.
TSV = {"id": "doc", "person": "person", "title": "title", "org": "org", "org_full": "org_full",
       "code": "org_code", "status": "status", "kind": "kind", "event": "event", "date": "event_date",
       "rank": "rank", "confidence": "confidence", "rule": "rule", "begin": "evidence_begin",
       "end": "evidence_end"}


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession
    session = (SparkSession.builder.master(f"local[{CORES},4]").appName("zhiguan-test")
               .config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
               .config("spark.driver.bindAddress", "127.0.0.1")
               .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate())
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def documents(records):
    return [(n, f"{records[n % len(records)]['text']}\n第{n}号。") for n in range(COUNT)]


def program_rows(pairs, tmp_path):
    import json
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": t}, ensure_ascii=False) + "\n" for i, t in pairs), "utf-8")
    begin = time.perf_counter()
    out = subprocess.run([PROGRAM, "extract", "--input=jsonl", "--format=tsv", str(path)],
                         stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    seconds = time.perf_counter() - begin
    head, *lines = [line.split("\t") for line in out.splitlines()]
    places = [head.index(name) for name in TSV]
    return sorted(tuple(line[k] for k in places) for line in lines), seconds


def cells(row):
    # TSV has a blank where a value has a control character, and - for what is unknown.
    values = ("-" if row[name] is None else str(row[name]) for name in TSV.values())
    return tuple("".join(" " if ord(c) < 32 or ord(c) == 127 else c for c in v) for v in values)


def test_twenty_thousand_documents(spark, records, tmp_path, capsys):
    pairs = documents(records)
    want, seconds = program_rows(pairs, tmp_path)
    df = spark.createDataFrame(pairs, "doc long, body string").repartition(2 * CORES).cache()
    assert df.count() == COUNT
    result = zhiguan.spark.extract(df, "body", "doc")
    result.write.format("noop").mode("overwrite").save()  # Python workers are up
    begin = time.perf_counter()
    result.write.format("noop").mode("overwrite").save()
    spent = time.perf_counter() - begin
    with capsys.disabled():
        print(f"\nspark: {COUNT / spent / CORES:.0f} documents/s for each of {CORES} cores; "
              f"the command line: {COUNT / seconds:.0f} on one")
    got = sorted(map(cells, result.collect()))
    assert len(got) == len(want) > COUNT
    assert got == want


def test_poisoned_rows(spark):
    noise = "".join(chr(0x4E00 + (k * 7919) % 20000) for k in range(400_000))
    rows = [("null", None), ("empty", ""), ("long", "局长" * 400_000), ("noise", noise),
            ("controls", "\x01\x02\ufffe" * 1000), ("good", "公安县水利局局长江晓岚说。")]
    df = spark.createDataFrame(rows, "name string, text string").repartition(3)
    begin = time.perf_counter()
    got = zhiguan.spark.extract(df, "text", "name", zhiguan.Extractor(max_input=1_500_000)).collect()
    assert time.perf_counter() - begin < 60
    assert [r["person"] for r in got if r["name"] == "good"] == ["江晓岚"]
    assert [r["error"][:14] for r in got if r["name"] == "long"] == ["ZG_E_TOO_LARGE"]
    assert not [r for r in got if r["name"] in ("null", "empty", "controls")]


def test_a_task_that_runs_again(spark, records, tmp_path):
    pairs = documents(records)[:2000]
    df = spark.createDataFrame(pairs, "doc long, body string").repartition(4)
    want = sorted(map(cells, zhiguan.spark.extract(df, "body", "doc").collect()))
    marker = str(tmp_path / "failed")

    def fail_once(batches):
        for batch in batches:
            yield batch
            try:
                os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            raise RuntimeError("this task fails once, after a batch")

    flaky = zhiguan.spark.extract(df, "body", "doc").mapInArrow(
        fail_once, zhiguan.spark.extract(df, "body", "doc").schema)
    assert sorted(map(cells, flaky.collect())) == want
    assert os.path.exists(marker)


def test_json_and_arguments(spark):
    df = spark.createDataFrame([(1, "公安县水利局局长江晓岚说。")], "id int, text string")
    row = zhiguan.spark.extract(df, "text", "id", output="json").collect()[0]
    assert row["id"] == 1 and row["json"] == zhiguan.extract_json("公安县水利局局长江晓岚说。")
    with pytest.raises(ValueError, match="no column 'body'"):
        zhiguan.spark.extract(df, "body", "id")
    with pytest.raises(ValueError, match="rename"):
        zhiguan.spark.extract(df.withColumnRenamed("id", "person"), "text", "person")


def test_recipe(tmp_path):
    import pyarrow.parquet as parquet
    from conftest import TOP
    news, posts = tmp_path / "news.jsonl", tmp_path / "posts"
    news.write_text('{"id":"a","text":"公安县水利局局长江晓岚说。"}\n', encoding="utf-8")
    recipe = TOP / "examples/spark.py"
    assert len(recipe.read_text(encoding="utf-8").splitlines()) <= 20
    subprocess.run([sys.executable, str(recipe), str(news), str(posts)], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert parquet.read_table(posts).column("person").to_pylist() == ["江晓岚"]
