#!/usr/bin/env python3
"""Each other format against the JSON of the same document: what it says is read back and must be the
same. With Python's library alone; the tools that own the formats have their say in owners.py.
Prints TAP."""
import csv
import io
import json
import re
import sys
from urllib.parse import unquote

from shared import Tap, documents, each, posts


def same(what, want, got):
    return [] if want == got else [f"{what}: {want!r:.300} became {got!r:.300}"]


def check_csv(d):
    rows = list(csv.DictReader(io.StringIO(d.read("csv"), newline="")))
    want = []
    for t in d.triples:
        org, event, period = t["org"] or {}, t["event"] or {}, t["period"]
        want.append({"id": d.json["id"], "person": t["person"]["text"], "title": t["title"]["text"],
                     "org": org.get("text"), "org_full": org.get("full"), "code": org.get("code"),
                     "status": t["status"], "kind": t["kind"], "event": event.get("type"),
                     "date": event.get("date"), "rank": t["rank"], "rule": t["rule"],
                     "period": period and f"{period['start'] or ''}/{period['end'] or ''}",
                     "confidence": str(t["confidence"]), "begin": str(t["evidence"][0]),
                     "end": str(t["evidence"][1])})
    want = [{k: v or "" for k, v in row.items()} for row in want]
    return same("rows", want, rows)


def check_ftm(d):
    lines = d.read("ftm").splitlines()
    entities = [json.loads(line) for line in lines]
    by_id = {e["id"]: e for e in entities}
    faults = [] if len(by_id) == len(entities) else ["an entity is there twice"]
    got = set()
    for e in entities:
        if e["schema"] != "Occupancy":
            continue
        value = {k: v[0] for k, v in e["properties"].items()}
        person, post = by_id[value["holder"]], by_id[value["post"]]
        org = by_id.get(post["properties"].get("organization", [None])[0])
        name = org["properties"]["name"][0] if org else ""
        got.add((person["properties"]["name"][0], name, post["properties"]["name"][0], value["summary"],
                 value["status"], value.get("startDate"), value.get("endDate")))
    want = set()
    for t in posts(d):
        name = (t["org"] or {}).get("full") or (t["org"] or {}).get("text") or ""
        want.add((t["person"]["text"], name, name + t["title"]["text"], t["status"], *held(t)))
    return faults + same("occupancies", sorted(want, key=str), sorted(got, key=str))


def held(t):
    """Status, start and end as entities have them."""
    period, event = t["period"] or {}, t["event"] or {}
    start, end = period.get("start"), period.get("end")
    if event.get("type") in ("appoint", "elect"):
        start = start or event["date"]
    if event.get("type") in ("remove", "resign"):
        end = end or event["date"]
    ended = t["status"] in ("former", "removed") or period.get("end")
    return "unknown" if t["status"] == "proposed" else "ended" if ended else "current", start, end


def check_popolo(d):
    whole = json.loads(d.read("popolo"))
    by_id = {e["id"]: e for key in ("persons", "organizations", "posts") for e in whole[key]}
    got = {(by_id[m["person_id"]]["name"], by_id[m["post_id"]]["label"], m["role"], m["label"],
            by_id[m["organization_id"]]["name"] if "organization_id" in m else None,
            m.get("start_date"), m.get("end_date")) for m in whole["memberships"]}
    want = {(t["person"]["text"], t["title"]["text"], t["title"]["text"], t["status"],
             t["org"] and (t["org"]["full"] or t["org"]["text"]), *held(t)[1:]) for t in posts(d)}
    ids = {e["id"] for line in d.read("ftm").splitlines() for e in [json.loads(line)]}
    mine = set(by_id) | {m["id"] for m in whole["memberships"]}
    return same("memberships", sorted(want, key=str), sorted(got, key=str)) + same("ids", ids, mine)


def fragments(text, spans):
    """The words of a brat span, and its whole extent."""
    parts = [tuple(map(int, s.split())) for s in spans.split(";")]
    return " ".join(text[b:e] for b, e in parts), [parts[0][0], parts[-1][1]]


def check_brat(d):
    spans, events, values, faults = {}, {}, {}, []
    for line in d.read("brat").splitlines():
        key, rest = line.split("\t", 1)
        if key[0] == "T":
            kind, where = rest.split("\t")[0].split(" ", 1)
            words, extent = fragments(d.text, where)
            faults += same(key, rest.split("\t")[1], words)
            spans[key] = (kind, extent)
        elif key[0] == "E":
            events[key] = dict(p.split(":") for p in rest.split())
        elif key[0] == "A":
            name, event, value = rest.split()
            values[event, name] = value
    got = [{"title": spans[e["Post"]][1], "person": spans[e["Holder"]][1],
            "org": spans[e["Of"]][1] if "Of" in e else None,
            "status": values[k, "Status"], "kind": values[k, "Kind"]} for k, e in events.items()]
    want = [{"title": t["title"]["span"], "person": t["person"]["span"],
             "org": t["org"] and t["org"]["span"], "status": t["status"], "kind": t["kind"]}
            for t in d.triples]
    return faults + same("events", want, got)


def check_annotation(d):
    page = json.loads(d.read("annotation"))
    faults = same("context", "http://www.w3.org/ns/anno.jsonld", page["@context"])
    found = {}
    for item in page["items"]:
        place, quote = item["target"]["selector"]
        span = [place["start"], place["end"]]
        faults += same("quote", d.cut(span), quote["exact"])
        faults += same("prefix", d.text[max(0, span[0] - 12):span[0]], quote["prefix"])
        faults += same("suffix", d.text[span[1]:span[1] + 12], quote["suffix"])
        found[item["id"].rpartition("#")[2]] = (span, item["body"])
        source = item["target"]["source"]
        faults += same("source", d.json["id"], unquote(source.removeprefix("./")))
        faults += [f"no IRI: {source}"] if re.search(r'[\s<>"{}|\\^`#]', source) else []
    for t in d.triples:
        span, body = found.pop(t["id"])
        words = [b["value"] for b in body if isinstance(b, dict)]
        org = t["org"] and (t["org"]["full"] or t["org"]["text"])
        faults += same("evidence", t["evidence"], span)
        faults += same("words", [f"{t['person']['text']} | {t['title']['text']} | {org or '-'} | "
                                 f"{t['status']}", t["kind"]], words)
        for part in ("person", "title", "org"):
            if t[part] and t[part]["span"]:
                faults += same(part, t[part]["span"], found.pop(f"{t['id']}-{part}")[0])
    return faults + same("left over", {}, found)


def check_conll(d):
    tags = ["O"] * len(d.text)
    faults, said, before = [], set(), "O"
    lines = d.read("conll").split("\n")
    faults += same("head", ["-DOCSTART-\t0\tO", ""], lines[:2])
    for line in lines[2:]:
        if not line:
            before = "O"
            continue
        char, place, tag = line.split("\t")
        faults += same(f"character {place}", d.text[int(place)], char)
        if tag.startswith("I-") and before[2:] != tag[2:]:
            faults.append(f"{place}: {tag} behind {before}")
        tags[int(place)] = before = tag
        said.add(int(place))
    blank = [c for i, c in enumerate(d.text) if i not in said and not (c.isspace() or ord(c) < 32)]
    faults += same("characters left out", [], blank)
    roles = [None] * len(d.text)
    for part, tag in (("org", "ORG"), ("title", "TITLE"), ("person", "PER")):
        for t in d.triples:
            span = t[part] and t[part]["span"]
            for i in range(*span) if span else ():
                roles[i] = tag
    want = [role if i in said else None for i, role in enumerate(roles)]
    return faults + same("tags", want, [t[2:] or None for t in tags])


def main():
    tap, docs = Tap(), documents()
    tap.result(sum(len(d.triples) for d in docs) > 100, "there is something to write")
    for name, check in (("CSV", check_csv), ("FollowTheMoney", check_ftm), ("Popolo", check_popolo),
                        ("brat", check_brat), ("Web Annotation", check_annotation),
                        ("CoNLL", check_conll)):
        each(tap, f"{name}: read back, the triples are the same", docs, check)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
