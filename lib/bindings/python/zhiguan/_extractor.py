"""The extractor: a dictionary, options, and warm sessions that threads take and give back."""
from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple, Union

from . import _batch, _lexicon, _native
from ._batch import Batch
from ._text import Text, column_input, id_bytes, text_bytes
from ._types import Document, document_of

OFFSETS = {"codepoint": 0, "utf8": 1, "utf16": 2}
KINDS = {"post": 1, "byline": 2, "role": 4, "generic": 8}


def _choice(name: str, value: Any, known: Dict[str, int]) -> int:
    try:
        return known[value]
    except (KeyError, TypeError):
        raise ValueError(f"{name}: {value!r} is not known; choose from {', '.join(known)}") from None


def _number(name: str, value: Any, highest: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= highest:
        raise ValueError(f"{name}: a whole number from 0 to {highest} is needed, not {value!r}")
    return value


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Extractor:
    """Reads texts with one dictionary and one set of options.

    dictionary      path of an image made by zgc; None: the one built in
    lexicon         path, or paths, of tables with words of your own (the form of data/lexicon/*.tsv,
                    source `user`), added to the tables of the package: compiled here, in about a
                    second, once a process. For many processes make an image: zgc build --add
    offsets         unit of the spans: "codepoint" (of a str, the default), "utf8" or "utf16"
    kinds           which of "post", "byline", "role", "generic" to keep; None: all
    strict          True: a text with bad bytes or lone surrogates is an Error; False: they are
                    stepped over, with a warning in the document
    min_confidence  0 to 100: triples below it are left out
    max_input       longest text in bytes; 0: 2 GB

    One Extractor may be used by any number of threads. It pickles as its options, so it can be sent
    to other processes; it works after a fork.
    """

    __slots__ = ("_options", "_numbers", "_dict", "_idle")

    def __init__(self, dictionary: Union[str, "os.PathLike[str]", None] = None, *,
                 lexicon: Union[str, "os.PathLike[str]", Iterable[Any], None] = None,
                 offsets: str = "codepoint", kinds: Optional[Iterable[str]] = None,
                 strict: bool = False, min_confidence: int = 0, max_input: int = 0) -> None:
        path = None if dictionary is None else os.fspath(dictionary)
        words = None if kinds is None else (kinds,) if isinstance(kinds, str) else tuple(kinds)
        mask = 0
        for word in words or ():
            mask |= _choice("kinds", word, KINDS)
        if words is not None and not words:
            raise ValueError(f"kinds: none is left; choose from {', '.join(KINDS)}")
        if isinstance(lexicon, (str, os.PathLike)):
            lexicon = (lexicon,)
        added = None if lexicon is None else tuple(str(os.fspath(p)) for p in lexicon)
        if added and path is not None:
            raise ValueError("lexicon: it is added to the package's own tables; to a dictionary of your "
                             "own add it with zgc build --add")
        self._options = {"dictionary": path, "lexicon": added, "offsets": offsets, "kinds": words,
                         "strict": bool(strict), "min_confidence": min_confidence, "max_input": max_input}
        self._numbers = (_choice("offsets", offsets, OFFSETS), mask, int(bool(strict)),
                         _number("min_confidence", min_confidence, 100),
                         _number("max_input", max_input, 2**31 - 1))
        self._dict = (_native.dict(os.fsencode(path)) if path is not None else
                      _lexicon.dictionary(added) if added else _builtin())
        self._idle: List[Any] = []

    @property
    def options(self) -> Dict[str, Any]:
        """The options it was made with."""
        return dict(self._options)

    @property
    def data_version(self) -> str:
        """The version of the data tables in the dictionary."""
        return _native.data_version(self._dict)

    @contextmanager
    def _session(self) -> Iterator[Any]:
        # A list's pop and append are atomic: a session is in one thread's hands at a time.
        try:
            session = self._idle.pop()
        except IndexError:
            session = _native.session(self._dict, *self._numbers)
        try:
            yield session
        finally:
            self._idle.append(session)

    def extract(self, text: Text, id: Union[str, int, None] = None) -> Document:
        """Reads one document. str, or bytes of UTF-8."""
        line = self.extract_json(text, id)
        return document_of(line, json.loads(line))

    def extract_json(self, text: Text, id: Union[str, int, None] = None) -> str:
        """The document as one line of JSON, without a line end: the bytes that the program prints."""
        data, name = text_bytes(text), id_bytes(id)
        with self._session() as session:
            return _native.json(session, data, name)

    def extract_batch(self, texts: Any, *, ids: Any = None, output: str = "triples",
                      jobs: Optional[int] = None) -> Batch:
        """Reads many documents in threads, without the GIL, into columns.

        texts   a list of str, bytes or None, or a column: pyarrow, pandas, polars, or whatever has
                `__arrow_c_stream__` or `__arrow_c_array__`. A null has no triples.
        ids     with output="json": the documents' ids, as many, in the same forms (int too)
        output  "triples": a row for each triple; "json": a row for each text, with its line
        jobs    threads; None: as many as there are cores

        A text that cannot be read becomes a row with `error`; the others are read all the same.
        """
        number = _choice("output", output, _batch.OUTPUTS)
        jobs = _cores() if jobs is None else _number("jobs", jobs, 256) or 1
        inputs = column_input(texts, text_bytes, "texts")
        names = None
        if ids is not None:
            if output != "json":
                raise ValueError("ids: they go into the JSON; triples have the column `row` instead")
            names = column_input(ids, id_bytes, "ids")
            counts = _native.input_length(inputs), _native.input_length(names)
            if counts[0] != counts[1]:
                raise ValueError(f"there are {counts[0]} texts and {counts[1]} ids")
        return _batch.run(self, inputs, names, number, jobs)

    def __reduce__(self) -> Tuple[Any, ...]:
        return _remake, (self._options,)

    def __repr__(self) -> str:
        return f"zhiguan.Extractor({', '.join(f'{k}={v!r}' for k, v in self._options.items())})"


def _remake(options: Dict[str, Any]) -> Extractor:
    return Extractor(**options)


_cache: Dict[str, Any] = {}


def _builtin() -> Any:
    if "dict" not in _cache:
        _cache["dict"] = _native.dict(None)
    return _cache["dict"]


def default() -> Extractor:
    """The Extractor with the built-in dictionary and the default options."""
    if "extractor" not in _cache:
        _cache["extractor"] = Extractor()
    return _cache["extractor"]  # type: ignore[no-any-return]


def extract(text: Text, id: Union[str, int, None] = None) -> Document:
    """Reads one document: `Extractor.extract` with the default options."""
    return default().extract(text, id)


def extract_json(text: Text, id: Union[str, int, None] = None) -> str:
    """The line that the program prints: `Extractor.extract_json` with the default options."""
    return default().extract_json(text, id)


def extract_batch(texts: Any, *, ids: Any = None, output: str = "triples",
                  jobs: Optional[int] = None) -> Batch:
    """Columns for many texts: `Extractor.extract_batch` with the default options."""
    return default().extract_batch(texts, ids=ids, output=output, jobs=jobs)
