#!/usr/bin/env python3
"""Writes the documents that the benchmark reads: texts, each ended by a NUL byte.

bench_sample.py OUTPUT BYTES dense|poor           generated, always the same
bench_sample.py OUTPUT BYTES CORPUS.jsonl.gz      the first BYTES of a corpus {"id", "text"}

dense: two sentences of five tell a post; poor: one of a hundred, and the rest is what recipes,
manuals, weather and match reports are made of."""
import gzip
import json
import random
import sys

PLACES = "白石镇 云岭乡 青岩街道 澜溪县 南浦区 木鱼村 石门坪 柳林渡 三岔河 东湖 北山 老街".split()
TITLES = "党委书记 副镇长 人大主席 纪委书记 镇长 武装部部长 副书记".split()
NAMES = "江晓岚 祝明远 闵若谷 管思齐 尉迟景行 戴立春 范敬尧 骆文琴 颜书宁".split()
DENSE = [
    "今年以来，全县新建高标准农田三万二千亩，粮食播种面积保持稳定。",
    "雨后的山谷里，茶香随风飘散，远处的公路像一条丝带绕过村庄。",
    "据统计，前三个季度接待游客同比增长百分之十二，民宿入住率明显提高。",
    "天气转凉，请市民注意添衣保暖，出行前查看道路结冰预警信息。",
]
# Slots in braces are filled from the lists below, so that few sentences are alike.
POOR = [
    "{time}，{place}的{plant}开了，{colour}的花瓣落在{thing}上，{who}都说这样的景色很少见。",
    "先把{food}切成小块，放进{thing}里，加{number}克盐，用小火煮{number}分钟，等汤变浓再关火。",
    "{device}连不上网络的时候，可以先检查电源，再按住按钮{number}秒，指示灯变{colour}就好了。",
    "{time}，{place}有小到中雨，局部地区伴有雷电，气温比前一天下降{number}度，出门请带好雨具。",
    "上半场第{number}分钟，客队从右路传中，{colour}球衣的前锋头球破门，比分变成了一比零。",
    "这本书讲的是{place}一个{who}的故事，语言朴素，情节曲折，读完以后让人久久不能平静。",
    "研究发现，{food}里的维生素在高温下容易分解，{time}采摘的含量比平时高出{number}个百分点。",
    "从{place}坐车到{place}大约要{number}分钟，沿途可以看见成片的{plant}和新修的{thing}。",
    "{who}喜欢在{time}跑步，每次跑{number}公里，回家以后喝一杯{food}汁，一天都有精神。",
    "新款{device}的电池容量增加了{number}%，屏幕更亮，重量却轻了不少，价格也没有变化。",
    "老{thing}旧了，{who}舍不得扔，洗干净以后刷上{colour}的漆，摆在院子里种{plant}。",
    "孩子们围着{device}看了很久，问了许多问题，{who}一个一个地回答，教室里不时传出笑声。",
]
FILL = {
    "time": "昨天傍晚 清晨 立秋以后 周末 上个月 入冬以来 今天中午 春节前".split(),
    "plant": "桂花 油菜 玉兰 芦苇 山茶 月季 水稻 银杏".split(),
    "colour": "红色 浅黄 雪白 深蓝 翠绿 金色".split(),
    "thing": "石阶 木桶 砂锅 长椅 围墙 自行车 竹篮 窗台".split(),
    "food": "土豆 南瓜 豆腐 番茄 牛肉 苹果 香菇 胡萝卜".split(),
    "device": "路由器 手机 望远镜 洗衣机 机器人 电子琴 投影仪".split(),
    "who": "邻居 游客 孩子 老人 同学 读者 大家".split(),
}


def post(chance):
    return (f"{chance.choice(PLACES)}{chance.choice(TITLES)}{chance.choice(NAMES)}"
            f"说：“{chance.choice(DENSE)[:-1]}。”")


def plain(chance):
    pick = {slot: chance.choice(words) for slot, words in FILL.items()}
    return chance.choice(POOR).format(place=chance.choice(PLACES), number=chance.randrange(2, 95),
                                      **pick)


def generated(share, other):
    chance = random.Random(20240112)
    while True:
        yield "\n".join(post(chance) if chance.random() < share else other(chance)
                        for _ in range(chance.randrange(6, 14)))


def corpus(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def main():
    output, limit, source = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if source == "dense":
        texts = generated(0.4, lambda chance: chance.choice(DENSE))
    elif source == "poor":
        texts = generated(0.01, plain)
    else:
        texts = corpus(source)
    size = 0
    with open(output, "wb") as out:
        for text in texts:
            data = text.replace("\0", "").encode("utf-8") + b"\0"
            size += out.write(data)
            if size >= limit:
                break


if __name__ == "__main__":
    main()
