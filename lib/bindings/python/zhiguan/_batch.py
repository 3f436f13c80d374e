"""Columns for many texts at once."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, Iterator, List, Tuple

from . import _native

OUTPUTS = {"triples": 0, "json": 1}
# What a thread reads at a time: small enough that threads end together, large enough that Python's
# share is not seen.
ROWS, BYTES = 256, 1 << 20


class Batch:
    """The result of `extract_batch`: a table of columns, in the order of the texts.

    It speaks the Arrow PyCapsule interface: `pyarrow.table(batch)`, `polars.DataFrame(batch)`,
    `pandas.DataFrame.from_arrow(batch)` (pandas 3) and DuckDB take it without a copy. Without any of
    them, it is a sequence of dicts.

    The column `row` is the index of the text, `error` says why a text could not be read (all
    other columns are then null). Between them stand, with output="triples", the columns of a triple
    (see `names`), a row for each triple; with output="json" the column `json`, a row for each text.
    """

    __slots__ = ("_chunks", "_output", "_rows", "names")

    def __init__(self, chunks: List[Any], output: int) -> None:
        self._chunks = chunks
        self._output = output
        self._rows: Any = None
        self.names: Tuple[str, ...] = _native.export_names(output)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """A stream of record batches; the schema is always this table's own."""
        return _native.export_stream(self._chunks, self._output)

    def tuples(self) -> List[Tuple[Any, ...]]:
        """The rows, as tuples in the order of `names`."""
        if self._rows is None:
            self._rows = [row for chunk in self._chunks for row in _native.export_rows(chunk)]
        return self._rows  # type: ignore[no-any-return]

    def to_pylist(self) -> List[Dict[str, Any]]:
        """The rows, as dicts."""
        return [dict(zip(self.names, row)) for row in self.tuples()]

    def __len__(self) -> int:
        return len(self.tuples())

    def __getitem__(self, index: int) -> Dict[str, Any]:
        return dict(zip(self.names, self.tuples()[index]))

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        return (dict(zip(self.names, row)) for row in self.tuples())

    def __repr__(self) -> str:
        return f"<zhiguan.Batch of {len(self)} rows: {', '.join(self.names)}>"


def run(extractor: Any, texts: Any, ids: Any, output: int, jobs: int) -> Batch:
    """Reads `texts` in up to `jobs` threads, each with a session of its own."""
    ranges = _native.input_split(texts, ROWS, BYTES)

    def read(span: Tuple[int, int]) -> Any:
        with extractor._session() as session:
            return _native.read(session, texts, ids, span[0], span[1], output)

    if jobs == 1 or len(ranges) < 2:
        return Batch([read(span) for span in ranges], output)
    pool = ThreadPoolExecutor(min(jobs, len(ranges)), thread_name_prefix="zhiguan")
    try:
        return Batch(list(pool.map(read, ranges)), output)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
