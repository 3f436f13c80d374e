"""zhiguan (职官): who holds which post in which organisation, read from Chinese text.

    >>> import zhiguan
    >>> document = zhiguan.extract("兴山县峡口镇党委书记江晓岚说，路通了。")
    >>> for t in document.triples:
    ...     print(t.person.text, t.title.text, t.org and t.org.full)
    江晓岚 党委书记 兴山县峡口镇

`extract` gives objects, `extract_json` the line that the program `zhiguan` prints, `extract_batch`
columns for many texts at once. All three are methods of `Extractor`, which takes options; the
functions here use one with the defaults. Threads may share an Extractor, and it may be pickled.
"""
from ._batch import Batch
from ._extractor import Extractor, default, extract, extract_batch, extract_json
from ._native import Error
from ._native import version as __version__
from ._types import Document, Event, Mention, Org, Period, Person, Place, Profile, Span, Title, Triple

__all__ = [
    "Batch", "Document", "Error", "Event", "Extractor", "Mention", "Org", "Period", "Person", "Place",
    "Profile", "Span", "Title", "Triple", "__version__", "default", "extract", "extract_batch",
    "extract_json",
]
