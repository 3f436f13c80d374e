#!/usr/bin/env python3
"""What brought which gains and losses: confidence bands, rules and table rows against a gold file.

usage: report.py SCORER_FOLDER GOLD.jsonl OUTPUT.jsonl [GOLD OUTPUT ...]

Prints, over all files together and for posts alone (bylines are scored apart):
- how often a triple is right by the confidence that it carries, in bands;
- for each rule, its right (true positive) and wrong (false positive) triples;
- for each row of the title lexicon, right, wrong and missed posts of titles with that head, the
  rows with the most errors first: where a table has to be worked on;
- the same for how the organisation came to be known (`org.by`).
Right and wrong are what the scorer says (score.py, same_post); a triple that answers a row of the
gold that is not scored is left out.
"""
import collections
import json
import sys

WORST = 25  # table rows printed


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def answers(score, doc):
    """The output's posts in the scorer's form, each with the triple it came from."""
    out = []
    for triple in doc.get("triples", []):
        if triple["kind"] != "post":
            continue
        one = score.output_posts({"triples": [triple]})[0]
        one["triple"] = triple
        out.append(one)
    return score.rows(out)


def judge(score, gold, got):
    """(triple, right) for each scored answer of a document, and the posts that nobody gave."""
    want = score.gold_posts(gold)
    spare = [w for w in want if w["kind"] in ("role", "generic", "optional")]
    left = answers(score, got)
    judged, missed = [], []
    for w in (w for w in want if w["kind"] == "post"):
        same = [g for g in left if g["person"] == w["person"] and score.same_post(w, g)]
        same.sort(key=lambda g: (g["org"], g["title"]) != (w["org"], w["title"]))
        if same:
            left.remove(same[0])
            judged.append((same[0]["triple"], True))
        else:
            missed.append(w)
    for g in left:
        if not any(g["person"] == w["person"] and (g["title"] == w["title"] or
                                                   score.same_post(w, g)) for w in spare):
            judged.append((g["triple"], False))
    return judged, missed


def bands(judged):
    total = len(judged) or 1
    print("confidence      right  wrong  precision  share")
    for low, high in ((95, 100), (90, 94), (80, 89), (70, 79), (0, 69), (90, 100)):
        inside = [ok for t, ok in judged if low <= t["confidence"] <= high]
        if inside:
            right = sum(inside)
            name = f"{low}-{high}"
            print(f"{name:12}{right:9}{len(inside) - right:7}{right / len(inside):11.3f}"
                  f"{len(inside) / total:7.2f}")


def table(title, counts, limit=None):
    print(f"{title:20}  right  wrong missed  precision")
    order = sorted(counts.items(), key=lambda kv: (-(kv[1][1] + kv[1][2]), -kv[1][0], kv[0]))
    for name, (right, wrong, missed) in order[:limit]:
        share = f"{right / (right + wrong):10.3f}" if right + wrong else f"{'-':>10}"
        pad = " " * max(0, 20 - len(name) - sum(ord(c) > 0x2E7F for c in name))
        print(f"{name}{pad}{right:7}{wrong:7}{missed:7} {share}")


def by(judged, key):
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for triple, ok in judged:
        counts[key(triple)][0 if ok else 1] += 1
    return counts


def main():
    sys.path.insert(0, sys.argv[1])
    import score
    judged, missed, files = [], [], sys.argv[2:]
    for gold_path, out_path in zip(files[::2], files[1::2]):
        out = {d["id"]: d for d in load(out_path)}
        for doc in load(gold_path):
            some, none = judge(score, doc, out.get(doc["id"], {}))
            judged += some
            missed += none
    bands(judged)
    print()
    table("rule", by(judged, lambda t: t["rule"]))
    print()
    table("organisation by", by(judged, lambda t: t["org"]["by"] if t["org"] else "none"))
    print()
    heads = by(judged, lambda t: t["title"]["head"])
    for post in missed:
        known = [h for h in heads if post["title"].endswith(h)]
        heads[max(known, key=len) if known else post["title"]][2] += 1
    table("title row (head)", heads, WORST)


if __name__ == "__main__":
    main()
