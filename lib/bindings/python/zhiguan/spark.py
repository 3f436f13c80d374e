"""zhiguan on Apache Spark: `extract(df, text_col, id_col)`, by mapInArrow.

Each task reads its rows in its own Python worker with one warm session; a row depends on its text
alone, so a task that runs again gives the same rows. What cannot be read is a row with `error`.
Every worker needs the packages zhiguan and pyarrow.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Optional

from ._extractor import Extractor

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def _schema(df: "DataFrame", id_col: str, empty: Any) -> Any:
    import pyarrow as pa
    from pyspark.sql.types import LongType, StringType, StructField, StructType
    fields = [StructField(f.name, LongType() if f.type == pa.int64() else StringType())
              for f in pa.table(empty).schema if f.name != "row"]
    return StructType([StructField(id_col, df.schema[id_col].dataType), *fields])


def extract(df: "DataFrame", text_col: str, id_col: str, extractor: Optional[Extractor] = None,
            output: str = "triples") -> "DataFrame":
    """A DataFrame of `id_col` and the columns of `Extractor.extract_batch` (without `row`): a row for
    each triple of each text, or with output="json" a row for each text.

    df          any DataFrame that holds the two columns; text_col is of strings
    id_col      is handed through as it is, whatever its type; in the JSON the id is null
    extractor   an Extractor with options; it goes to the workers as its options
    """
    reader = Extractor() if extractor is None else extractor
    for column in (text_col, id_col):
        if column not in df.columns:
            raise ValueError(f"the DataFrame has no column {column!r}; it has {', '.join(df.columns)}")
    empty = reader.extract_batch([], output=output)
    names = empty.names[1:]
    if id_col in names or id_col == text_col:
        raise ValueError(f"id_col: {id_col!r} is also a column of the result or the text; rename it")

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa
        for batch in batches:
            ids = batch.column(batch.schema.get_field_index(id_col))
            texts = batch.column(batch.schema.get_field_index(text_col))
            table = pa.table(reader.extract_batch(texts, output=output, jobs=1))
            for part in table.to_batches():
                columns = [ids.take(part.column(0)), *part.columns[1:]]
                yield pa.RecordBatch.from_arrays(columns, names=[id_col, *names])

    return df.select(id_col, text_col).mapInArrow(read, _schema(df, id_col, empty))
