"""From what callers have to the UTF-8 bytes that the library reads."""
from __future__ import annotations

import codecs
from typing import Any, List, Optional, Union

from . import _native

Text = Union[str, bytes]


def _one_bad_byte(error: UnicodeError) -> Any:
    # A lone surrogate, or a bad part of bytes: one byte that is no UTF-8, or what stands for it in
    # a str. The library steps over it, counts one character and warns.
    if isinstance(error, UnicodeEncodeError):
        return b"\xff" * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\udcff", error.end
    raise error


codecs.register_error("zhiguan.bad", _one_bad_byte)


def text_bytes(text: Text) -> bytes:
    """The bytes of one text; bytes are taken as UTF-8."""
    if isinstance(text, str):
        return text.encode("utf-8", "zhiguan.bad")
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    raise TypeError(f"a text is str or bytes, not {type(text).__name__}")


def id_bytes(value: Union[str, int, None]) -> Optional[bytes]:
    """A document's id: a str, or an int, which becomes its digits; None is none."""
    if value is None:
        return None
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        raise TypeError(f"an id is str, int or None, not {type(value).__name__}")
    return str(value).encode("utf-8")


def _is_null(item: Any) -> bool:
    # None, NaN and pandas.NA, without asking for pandas.
    return item is None or type(item).__name__ in ("NAType", "NaTType") or (
        isinstance(item, float) and item != item)


def _list_input(items: Any, convert: Any, what: str) -> Any:
    out: List[Optional[bytes]] = []
    for row, item in enumerate(items):
        if hasattr(item, "as_py"):
            item = item.as_py()
        try:
            out.append(None if _is_null(item) else convert(item))
        except (TypeError, UnicodeError) as error:
            raise type(error)(*error.args[:-1], f"row {row} of the {what}: {error.args[-1]}") from None
    return _native.input_list(out)


def column_input(column: Any, convert: Any, what: str) -> Any:
    """A column as the native half takes it: through Arrow's C interfaces where it has them."""
    if isinstance(column, (str, bytes)):
        raise TypeError(f"the {what} are a list or a column; for one text there is extract()")
    if isinstance(column, dict):
        raise TypeError(f"the {what} are a list or a column, not a dict")
    if not isinstance(column, (list, tuple)):
        if hasattr(column, "__arrow_c_stream__"):
            try:
                capsule = column.__arrow_c_stream__()
            except Exception:  # a pandas column of mixed objects: row by row then
                return _list_input(column, convert, what)
            return _arrow(_native.input_stream, column, convert, what, capsule)
        if hasattr(column, "__arrow_c_array__"):
            return _arrow(_native.input_array, column, convert, what, *column.__arrow_c_array__())
    return _list_input(column, convert, what)


def _arrow(take: Any, column: Any, convert: Any, what: str, *capsules: Any) -> Any:
    try:
        return take(*capsules)
    except TypeError:
        # Numbers are good ids; pandas has columns whose Arrow type is none of strings' layouts.
        if convert is id_bytes or type(column).__module__.startswith("pandas"):
            if not hasattr(column, "columns"):
                return _list_input(column, convert, what)
        raise
