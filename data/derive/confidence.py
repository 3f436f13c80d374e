#!/usr/bin/env python3
"""The points of data/resolve/confidence.tsv, and the base confidence of each rule, from marked texts.

usage: confidence.py SCORER DATA GOLD OUTPUT [GOLD OUTPUT]...

SCORER is the folder of score.py; GOLD a file of marked texts, OUTPUT what the program says of them
(zhiguan extract --input=jsonl --format=jsonl). A triple is right when the scorer pairs it. The
weights are those of a logistic regression over the features that lib/resolve/resolve_sure.c names,
with the rule's own share of right triples as its offset. Deterministic: the same files give the
same tables. DATA/resolve/confidence.tsv is written anew, and the column `confidence` of
DATA/rules/rules.tsv for rules that the texts hold.
"""
import collections
import json
import math
import sys

PRIOR, WEIGHT = 0.94, 20  # a rule seldom seen is as good as the others
PENALTY, STEPS, RATE = 4.0, 400, 0.4
HEAD = """# confidence: what speaks for a triple and against it.
# columns: feature (what is looked at, and what it is) · points (hundredths of a natural logit) · source · note
# key: feature. used by lib/resolve (resolve_sure.c)
# Derived by derive/confidence.py from marked texts; `caution` is taken off every post.
feature\tpoints\tsource\tnote
"""


def is_word(text, at):
    return 0 <= at < len(text) and "\u4e00" <= text[at] <= "\u9fff"


def features(text, triple):
    org, title, name = triple["org"] or {}, triple["title"], triple["person"]["text"]
    begin, end = title["span"]
    out = ["org " + (org.get("by") or "none")]
    left = begin
    if org.get("text"):
        tight = begin - org["span"][1] <= 0
        out.append("tie " + ("tight" if tight else "apart"))
        if tight:
            left = org["span"][0]
    if org:
        out.append("place " + ("known" if org.get("code") else "unknown"))
        out.append("kind " + (org.get("kind") or "none"))
    out.append("left " + ("word" if is_word(text, left - 1) else "mark"))
    out.append("rank " + ("known" if triple.get("rank") else "unknown"))
    out.append("name " + ("dotted" if "·" in name else {2: "two", 3: "three"}.get(len(name), "other")))
    n = len(title["text"])
    out.append("title " + ("two" if n <= 2 else "four" if n <= 4 else "more"))
    out.append("status " + triple["status"])
    n = triple["evidence"][1] - triple["evidence"][0]
    out.append("reach " + ("short" if n < 40 else "middle" if n < 80 else "long"))
    return out


def judged(scorer, doc, answer):
    """(triple, is it right) for each post that the scorer counts."""
    gold = scorer.gold_posts(doc)
    want = [w for w in gold if w["kind"] == "post"]
    rest = [w for w in gold if w["kind"] != "post"]
    rows = []
    for t in answer.get("triples", []):
        org = t["org"] or {}
        if t["kind"] == "post":
            rows.append({"person": scorer.norm(t["person"]["text"]), "org": scorer.bare(org.get("text")),
                         "title": scorer.bare(t["title"]["text"]), "full": scorer.bare(org.get("full")),
                         "kind": "post", "status": t["status"], "triple": t})
    kept = scorer.rows(rows)
    left, right = list(kept), set()
    for w in want:
        for g in sorted(left, key=lambda g: (g["org"], g["title"]) != (w["org"], w["title"])):
            if g["person"] == w["person"] and scorer.same_post(w, g):
                left.remove(g)
                right.add(id(g))
                break
    for g in kept:
        if id(g) in right:
            yield g["triple"], 1
        elif not any(g["person"] == w["person"] and
                     (g["title"] == w["title"] or scorer.same_post(w, g)) for w in rest):
            yield g["triple"], 0


def read(scorer, pairs):
    rows = []
    for gold, output in pairs:
        answers = {}
        for line in open(output, encoding="utf-8"):
            answer = json.loads(line)
            answers[answer["id"]] = answer
        for line in open(gold, encoding="utf-8"):
            if line.strip():
                doc = json.loads(line)
                for triple, right in judged(scorer, doc, answers.get(doc["id"], {})):
                    rows.append((features(doc["text"], triple), right, triple["rule"]))
    return rows


def logit(p):
    return math.log(p / (1 - p))


def rule_shares(rows):
    count = collections.defaultdict(lambda: [0, 0])
    for _, right, rule in rows:
        count[rule][right] += 1
    return {rule: (n[1] + PRIOR * WEIGHT) / (sum(n) + WEIGHT) for rule, n in count.items()}


def fit(rows, base):
    """Adagrad on the penalised likelihood; plain floats, in the order of the files."""
    index = {}
    data = [([index.setdefault(f, len(index)) for f in fs], right, logit(base[rule]))
            for fs, right, rule in rows]
    w, seen = [0.0] * len(index), [1e-6] * len(index)
    for _ in range(STEPS):
        slope = [PENALTY * v for v in w]
        for fs, right, offset in data:
            z = offset + sum(w[i] for i in fs)
            error = 1 / (1 + math.exp(-z)) - right
            for i in fs:
                slope[i] += error
        for i, g in enumerate(slope):
            seen[i] += g * g
            w[i] -= RATE * g / math.sqrt(seen[i])
    return {f: round(100 * w[i]) for f, i in index.items()}


def caution(rows, base, points, share=0.79):
    """Points to take off so that the best `share` of the triples are at 90 or above."""
    sums = sorted((logit(base[rule]) * 100 + sum(points[f] for f in fs) for fs, _, rule in rows),
                  reverse=True)
    return round(sums[int(share * len(sums))] - 100 * logit(0.895))


def write(data, base, points, off):
    with open(data + "/resolve/confidence.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD)
        out.write("caution\t%d\tfit\t-\n" % -off)
        for f in sorted(points):
            out.write("%s\t%d\tfit\t-\n" % (f, points[f]))
    path = data + "/rules/rules.tsv"
    lines = open(path, encoding="utf-8").read().split("\n")
    column = next(l for l in lines if l.startswith("id\t")).split("\t").index("confidence")
    for i, line in enumerate(lines):
        cells = line.split("\t")
        if cells[0] in base and not line.startswith("byline"):
            cells[column] = str(round(100 * base[cells[0]]))
            lines[i] = "\t".join(cells)
    open(path, "w", encoding="utf-8").write("\n".join(lines))


def main():
    sys.path.insert(0, sys.argv[1])
    import score
    files = sys.argv[3:]
    rows = read(score, list(zip(files[0::2], files[1::2])))
    base = rule_shares(rows)
    points = fit(rows, base)
    off = caution(rows, base, points)
    write(sys.argv[2], base, points, off)
    print("%d posts, caution %d" % (len(rows), off))


if __name__ == "__main__":
    main()
