"""Posts in DuckDB: a function zhiguan_json(text) for SQL, and its triples as rows.

    pip install duckdb pyarrow ./lib/bindings/python
    python examples/duckdb_udf.py news.jsonl
"""
import sys

import duckdb
import pyarrow as pa
import zhiguan

POSTS = """
    SELECT id, t ->> '$.person.text' AS person, t ->> '$.title.text' AS title,
           t ->> '$.org.full' AS org, t ->> '$.status' AS status
    FROM (SELECT id, unnest(from_json(zhiguan_json(text) -> '$.triples', '["JSON"]')) AS t
          FROM read_json(?, columns = {id: 'VARCHAR', text: 'VARCHAR'}))"""


def zhiguan_json(texts):
    return pa.table(zhiguan.extract_batch(texts, output="json"))["json"].combine_chunks()


def connect():
    con = duckdb.connect()
    con.create_function("zhiguan_json", zhiguan_json, ["VARCHAR"], "VARCHAR", type="arrow")
    return con


if __name__ == "__main__":
    print(connect().execute(POSTS, [sys.argv[1]]).df().to_string(index=False))
