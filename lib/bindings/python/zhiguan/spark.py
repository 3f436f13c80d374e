"""zhiguan on Apache Spark: `extract(df, text_col, id_col)`, by mapInArrow.

Each task reads its rows in its own Python worker with one warm session; a row depends on its text
alone, so a task that runs again gives the same rows. What cannot be read is a row with `error`.
Every worker, and the driver, needs the packages zhiguan and pyarrow.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Optional

from . import arrow
from ._extractor import Extractor

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def extract(df: "DataFrame", text_col: str, id_col: str, extractor: Optional[Extractor] = None,
            output: str = "triples") -> "DataFrame":
    """A DataFrame of `id_col` and the columns of `Extractor.extract_batch` (without `row`): a row for
    each triple of each text, or with output="json" a row for each text.

    df          any DataFrame that holds the two columns; text_col is of strings
    id_col      is handed through as it is, whatever its type; in the JSON the id is null
    extractor   an Extractor with options; it goes to the workers as its options
    """
    import pyarrow as pa
    from pyspark.sql.types import LongType, StringType, StructField, StructType
    reader = Extractor() if extractor is None else extractor
    for column in (text_col, id_col):
        if column not in df.columns:
            raise ValueError(f"the DataFrame has no column {column!r}; it has {', '.join(df.columns)}")
    # What an empty table gives is the schema; it also refuses an id_col that cannot be.
    empty = pa.table({text_col: pa.nulls(0, pa.string()), id_col: pa.nulls(0)})
    fields = [StructField(f.name, LongType() if f.type == pa.int64() else StringType())
              for f in arrow.extract(empty, text_col, id_col, reader, output).schema][1:]
    schema = StructType([StructField(id_col, df.schema[id_col].dataType), *fields])

    def read(batches: Iterable[Any]) -> Iterable[Any]:
        for batch in batches:
            yield from arrow.extract(batch, text_col, id_col, reader, output).to_batches()

    return df.select(id_col, text_col).mapInArrow(read, schema)
