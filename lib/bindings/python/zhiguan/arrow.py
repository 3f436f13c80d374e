"""A table of pyarrow in, a table of pyarrow out: the step that Spark, Dask and Ray repeat.

    import pyarrow as pa, zhiguan.arrow
    posts = zhiguan.arrow.extract(pa.table({"id": [7], "text": ["公安县水利局局长江晓岚说。"]}), "text", "id")

Dask: `frame.map_partitions(lambda part: zhiguan.arrow.extract(pa.Table.from_pandas(part), "text",
"id").to_pandas())`. Ray: `dataset.map_batches(zhiguan.arrow.extract, batch_format="pyarrow",
fn_args=["text", "id"])`.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from ._extractor import Extractor, default

if TYPE_CHECKING:
    import pyarrow as pa


def extract(table: "pa.Table", text_col: str, id_col: str, extractor: Optional[Extractor] = None,
            output: str = "triples", jobs: int = 1) -> "pa.Table":
    """A table of `id_col` and the columns of `Extractor.extract_batch` (without `row`): a row for each
    triple of each text, or with output="json" a row for each text. A text that cannot be read is a
    row with `error`.

    table       a Table or RecordBatch that holds the two columns; text_col is of strings
    id_col      is handed through as it is, whatever its type; in the JSON the id is null
    jobs        threads; 1, because those who call this have a process for each core
    """
    import pyarrow as pa
    names = table.schema.names
    for column in (text_col, id_col):
        if column not in names:
            raise ValueError(f"the table has no column {column!r}; it has {', '.join(names)}")
    reader = default() if extractor is None else extractor
    texts, ids = table.column(names.index(text_col)), table.column(names.index(id_col))
    rows: Any = pa.table(reader.extract_batch(texts, output=output, jobs=jobs))
    if id_col in rows.schema.names[1:] or id_col == text_col:
        raise ValueError(f"id_col: {id_col!r} is also a column of the result or the text; rename it")
    if not isinstance(ids, pa.ChunkedArray):
        ids = pa.chunked_array([ids])
    return pa.table([ids.take(rows.column(0)), *rows.columns[1:]], names=[id_col, *rows.schema.names[1:]])
