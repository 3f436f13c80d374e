#!/usr/bin/env python3
"""Writes the documents that the benchmark reads: texts, each ended by a NUL byte.

bench_sample.py OUTPUT BYTES [CORPUS.jsonl.gz]   the first BYTES of a corpus {"id", "text"}
Without a corpus the text is generated, always the same: sentences with and without posts."""
import gzip
import json
import random
import sys

PLACES = "白石镇 云岭乡 青岩街道 澜溪县 南浦区 木鱼村".split()
TITLES = "党委书记 副镇长 人大主席 纪委书记 镇长 武装部部长 副书记".split()
NAMES = "江晓岚 祝明远 闵若谷 管思齐 尉迟景行 戴立春 范敬尧 骆文琴 颜书宁".split()
PLAIN = [
    "今年以来，全县新建高标准农田三万二千亩，粮食播种面积保持稳定。",
    "雨后的山谷里，茶香随风飘散，远处的公路像一条丝带绕过村庄。",
    "据统计，前三个季度接待游客同比增长百分之十二，民宿入住率明显提高。",
    "天气转凉，请市民注意添衣保暖，出行前查看道路结冰预警信息。",
]


def generated():
    chance = random.Random(20240112)
    while True:
        lines = []
        for _ in range(chance.randrange(6, 14)):
            if chance.random() < 0.4:
                lines.append(f"{chance.choice(PLACES)}{chance.choice(TITLES)}{chance.choice(NAMES)}"
                             f"说：“{chance.choice(PLAIN)[:-1]}。”")
            else:
                lines.append(chance.choice(PLAIN))
        yield "\n".join(lines)


def corpus(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def main():
    output, limit = sys.argv[1], int(sys.argv[2])
    texts = corpus(sys.argv[3]) if len(sys.argv) > 3 else generated()
    size = 0
    with open(output, "wb") as out:
        for text in texts:
            data = text.replace("\0", "").encode("utf-8") + b"\0"
            size += out.write(data)
            if size >= limit:
                break


if __name__ == "__main__":
    main()
