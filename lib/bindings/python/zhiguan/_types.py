"""What a document holds, as frozen dataclasses: the objects of the JSON contract, name for name."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional, Tuple

Span = Tuple[int, int]
"""Begin and end in the text that was given: `text[begin:end]` with the default offsets."""


def _span(value: Any) -> Optional[Span]:
    return None if value is None else (value[0], value[1])


@dataclass(frozen=True)
class Mention:
    """A person where the triple stands."""
    text: str
    span: Span


@dataclass(frozen=True)
class Title:
    """A post as written, its head (党委副书记 → 书记) and its grade words (副, 常务)."""
    text: str
    span: Span
    head: Optional[str]
    grade: Tuple[str, ...]


@dataclass(frozen=True)
class Org:
    """An organisation: as written (None when only the document tells it), in full, its division code
    (GB/T 2260), its kind, and by what it is known: stated, shared or context."""
    text: Optional[str]
    span: Optional[Span]
    full: Optional[str]
    code: Optional[str]
    kind: Optional[str]
    by: str


@dataclass(frozen=True)
class Event:
    """What happened: appoint, remove, elect, resign, propose or investigate."""
    type: str
    span: Optional[Span]
    date: Optional[str]
    by: Optional[str]


@dataclass(frozen=True)
class Period:
    """From when to when, "2016-05" or shorter."""
    start: Optional[str]
    end: Optional[str]


@dataclass(frozen=True)
class Triple:
    """A person, a title and, when one is known, an organisation."""
    id: str
    person: Mention
    title: Title
    org: Optional[Org]
    status: str
    kind: str
    event: Optional[Event]
    period: Optional[Period]
    rank: Optional[str]
    confidence: int
    rule: str
    evidence: Optional[Span]


@dataclass(frozen=True)
class Profile:
    """What the text says of a person besides the posts."""
    gender: Optional[str]
    ethnicity: Optional[str]
    born: Optional[str]
    native_place: Optional[str]


@dataclass(frozen=True)
class Person:
    """A full name of the document: where it stands, and the ids of its triples."""
    name: str
    mentions: Tuple[Span, ...]
    triples: Tuple[str, ...]
    profile: Optional[Profile]


@dataclass(frozen=True)
class Place:
    """The document's own place and its division code."""
    name: str
    code: Optional[str]


@dataclass(frozen=True)
class Document:
    """All that one text holds. `json` is the line it was made from."""
    id: Optional[str]
    data: str
    offsets: str
    place: Optional[Place]
    date: Optional[str]
    source: Optional[str]
    triples: Tuple[Triple, ...]
    persons: Tuple[Person, ...]
    warnings: Tuple[str, ...]
    json: str = field(repr=False, compare=False, default="")


def _triple(t: Any) -> Triple:
    person, title, org, event, period = t["person"], t["title"], t["org"], t["event"], t["period"]
    return Triple(
        id=t["id"],
        person=Mention(person["text"], _span(person["span"])),  # type: ignore[arg-type]
        title=Title(title["text"], _span(title["span"]), title["head"],  # type: ignore[arg-type]
                    tuple(title["grade"])),
        org=org and Org(org["text"], _span(org["span"]), org["full"], org["code"], org["kind"], org["by"]),
        status=t["status"],
        kind=t["kind"],
        event=event and Event(event["type"], _span(event["span"]), event["date"], event["by"]),
        period=period and Period(period["start"], period["end"]),
        rank=t["rank"],
        confidence=t["confidence"],
        rule=t["rule"],
        evidence=_span(t["evidence"]),
    )


def _person(p: Any) -> Person:
    profile = p["profile"]
    return Person(p["name"], tuple((b, e) for b, e in p["mentions"]), tuple(p["triples"]),
                  profile and Profile(**profile))


def document_of(line: str, parsed: Any) -> Document:
    """A Document from the parsed line of the JSON contract."""
    place = parsed["document"]["place"]
    return Document(
        id=parsed["id"],
        data=parsed["data"],
        offsets=parsed["offsets"],
        place=place and Place(place["name"], place["code"]),
        date=parsed["document"]["date"],
        source=parsed["document"]["source"],
        triples=tuple(map(_triple, parsed["triples"])),
        persons=tuple(map(_person, parsed["persons"])),
        warnings=tuple(parsed["warnings"]),
        json=line,
    )
