"""Rows of the lexicon tables that come out of the source tables in FACTS: ranks, whole names of
organisations, countries, envoys, and the titles mined there. See lexicon_tables.py."""
import csv
import os
import re

HAN = re.compile(r"^[\u3400-\u9fff]+$")


def table(facts, name):
    with open(os.path.join(facts, name + ".tsv"), encoding="utf-8") as f:
        yield from csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)


def frequencies(facts):
    return {r["word"]: int(r["jieba_freq"] or 0) for r in table(facts, "words")}


def read_words(name):
    """The words of a plain list beside this script: exceptions looked over by hand."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lexicon", name)
    words = set()
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            words.update(line.split())
    return words


STATE = "party,government,congress,cppcc,discipline,court,procuratorate,department,police"
SCIENCE = "school,institute,hospital,company,association,department"
RANK_KINDS = [  # by the name of the system in titles_ranks.tsv: kinds, flags
    ("公务员职级", STATE, ""), ("公务员非领导职务", STATE, ""), ("公安职级", "police,government,department", ""),
    ("人民警察警衔", "police,government,department,court,procuratorate", ""),
    ("军官预备役", "military", ""), ("军衔·历史与外军", "military,region", ""), ("解放军", "military,police", ""),
    ("士官军衔", "military,police", ""), ("法官等级", "court,department", ""),
    ("检察官等级", "procuratorate,department", ""), ("法检辅助", "court,procuratorate,department", ""),
    ("海关关衔", "government,department", ""), ("消防救援衔", "police,government,military", ""),
    ("职称·卫生", "hospital,school,institute,department", ""), ("职称·中医", "hospital,school", ""),
    ("职称·高等学校教师", "school,institute,hospital,department", "after"),
    ("职称·自然与社会科学研究", "institute,school,department,company,government", "after"),
    ("职称", SCIENCE + ",government,media", ""),
    ("院士与学术荣誉", "school,institute,hospital,association,company,department", ""),
]
NOT_RANK = set("""护士 药士 医士 执业律师 执业医师 心理咨询师 拍卖师 导游 编辑 记者 翻译 演员 导游 社工 教练 作家 运动员 职员 管理员 学徒工 初级工 中级工 高级工 法律职业资格
CFA CPA ACCA 国家杰青 国家优青 万人计划 百千万人才 课题组长 项目负责人 学术委员会主任 享受国务院政府特殊津贴专家
国务院特殊津贴专家 国家杰出青年科学基金获得者 机长 船长 大副 二副 三副 轮机长 大管轮 二管轮 三管轮 博士后 访问学者
总监 督办 企业法律顾问 泰山学者 长江学者 青年长江学者 副驾驶 学部委员 荣誉学部委员 首席专家 首席科学家 首席研究员
中国科学院院士 中国工程院院士 美国国家科学院院士 美国国家工程院院士 英国皇家学会院士 欧洲科学院院士
发展中国家科学院院士 有突出贡献中青年专家 学科带头人 学术带头人 首席教授 副总监 助理总监 司法警察 法警""".split())
RANK_TITLE_WORDS = set("技术员 飞行员 护士".split())


def fill_ranks(facts, lex):
    for r in table(facts, "titles_ranks"):
        word = r["title"]
        if word in NOT_RANK or not HAN.match(word) or len(word) < 2:
            continue
        for system, kinds, flags in RANK_KINDS:
            if r["system"].startswith(system):
                lex.add(word, "rank", kinds.split(","), flags.split(",") if flags else (), source="ranks")
                break
    grades = [a + b for b in "国部省厅局军师处县团科股" for a in "正副"]
    grades = [g + "级" for g in grades] + ["省部级", "厅局级", "县处级", "乡科级", "地厅级", "处级", "科级", "厅级", "部级"]
    state = STATE.split(",")
    for g in grades:
        for head in "干部 侦查员 检察员 审判员 组织员 纪检员 纪检监察员 巡视员 督导员 秘书 专职委员 检查员 督查专员 " \
                    "巡视专员 巡察专员 协理员 督学 调研员 审判委员会专职委员 检察委员会专职委员 领导干部 非领导职务 " \
                    "纪检监察专员 监察专员 专员".split():
            cls = "role" if head.endswith("干部") or head == "非领导职务" else "rank"
            lex.add(g + head, cls, state, source="hand")
    for word in read_words("ranks.txt"):
        lex.add(word, "rank", "school,institute,hospital,association,company,department,media".split(","),
                source="hand")
    lex.add("编审", "rank", (), share=0.3)
    for word, _ in list(lex.rows):
        if word.endswith(("教授", "工程师", "研究员", "讲师")):
            lex.add(word, "rank", (), ["field"])
    for word in "教授 副教授 院士 研究员 副研究员 博士生导师 上将 中将 少将 大校 讲师".split():
        lex.add(word, "rank", (), ["after"])


# One-character names of countries, as in 美总统: guesses, no word list counts them apart.
SHORT_COUNTS = {"美": 4000, "俄": 3000, "英": 1500, "法": 1500, "德": 1500, "韩": 1500, "日": 800, "以": 300}


def fill_countries(facts, lex, envoys, orgs):
    shorts = {}
    drop = set("TW HK MO AQ".split())
    for r in table(facts, "countries"):
        if r["alpha2"] in drop:
            continue
        names = [r["name"], r["official"]] + re.split("[,、]", r["aliases"])
        names = {n.strip() for n in names if n and HAN.match(n.strip()) and len(n.strip()) >= 2}
        names -= {"中国台湾", "台湾", "美", "刚果", "共和国", "中华人民共和国香港特别行政区", "朝鲜人民民主共和国"}
        for n in names:
            lex.add(n, "country", ["region"], source="countries", note=r["alpha2"])
        envoy_names = {n for n in names if n == r["name"] or len(n) <= 4} - {"中国"}
        for n in envoy_names:
            for word in ("大使", "公使", "总领事"):
                envoys.add("驻" + n + word, "title", ["region"], source="countries")
            for word in ("大使馆", "使馆", "使领馆", "总领馆"):
                envoys.add("驻" + n + word, "organ", ["government"], ["partial"], source="countries")
        if r["abbr"]:
            shorts.setdefault(r["abbr"], []).append(r["alpha2"])
    for short, codes in shorts.items():
        if short in "美俄英法德韩日印澳越泰乌朝巴菲伊以叙土埃沙波意柬缅匈荷葡捷塞" and len(short) == 1:
            lex.add(short, "country", ["region"], ["short"], source="countries",
                    count=SHORT_COUNTS.get(short, 800), note=codes[0])
        for word in ("大使", "公使", "总领事", "使馆", "大使馆", "使领馆", "使团", "代表"):
            if len(short) == 1:
                cls = "organ" if word[-1] in "馆团" else "title"
                envoys.add("驻" + short + word, cls, ["government" if cls == "organ" else "region"],
                           ["partial"] if cls == "organ" else (), source="countries")
    for short in "华 欧盟 联合国 世贸组织 东盟 非盟 欧 台 港 澳门 联合国日内瓦办事处 维也纳联合国".split():
        for word in ("大使", "代表", "使团", "代表团", "使馆", "使节", "副代表", "公使", "总领事", "特派员", "特使",
                     "首席代表", "大使馆", "使领馆", "公使衔参赞", "武官", "国防武官", "临时代办", "商务代表", "总代表"):
            cls = "organ" if word[-1] in "馆团" else "title"
            envoys.add("驻" + short + word, cls, ["government" if cls == "organ" else "region"],
                       ["partial"] if cls == "organ" else (), source="hand")
    for word in read_words("foreign_places.txt"):
        lex.add(word, "country", ["region"], source="hand", note="foreign place")
        if len(word) <= 6 and word[-1] not in "州省县国府道区":
            envoys.add("驻" + word + "总领事", "title", ["region"], source="hand")
            envoys.add("驻" + word + "总领馆", "organ", ["government"], ["partial"], source="hand")
            envoys.add("驻" + word + "总领事馆", "organ", ["government"], ["partial"], source="hand")


CENTRAL_KIND = {"全国人大": ["congress"], "全国政协": ["cppcc"], "司法机关": ["court"], "媒体": ["media"],
                "军队": ["military"], "金融机构": ["company"], "民主党派": ["association"],
                "人民团体群众团体": ["association"], "中共中央机构": ["party"]}


def kind_of(name, default):
    tails = [("检察院", "procuratorate"), ("法院", "court"), ("法庭", "court"), ("公安部", "police,government"),
             ("大学", "school"), ("学院", "school"), ("学校", "school"), ("医院", "hospital"),
             ("研究院", "institute"), ("科学院", "institute"), ("工程院", "institute"), ("报社", "media"),
             ("纪委", "discipline"), ("监委", "discipline"), ("纪律检查委员会", "discipline"),
             ("监察委员会", "discipline"), ("纪委国家监委", "discipline"), ("档案馆", "institute"),
             ("杂志社", "media"), ("日报", "media"), ("党校", "school,party"), ("社会主义学院", "school"),
             ("海关", "government"), ("基金会", "association"), ("银行", "company"), ("中心", "institute")]
    for tail, kind in tails:
        if name.endswith(tail):
            return kind.split(",")
    return default


def fill_orgs(facts, lex):
    ban = read_words("org_ban.txt")

    def add(name, kinds, source, least=2, **more):
        name = name.strip()
        if HAN.match(name) and len(name) >= least and name not in ban:
            lex.add(name, "org", kinds, source=source, **more)

    for r in table(facts, "orgs_central"):
        if r["kind"] == "地方机构通名":
            continue
        kinds = CENTRAL_KIND.get(r["kind"], ["government"])
        for n in [r["name"]] + r["aliases"].split(","):
            add(n, kind_of(n, kinds) if kinds != ["media"] else kinds, "central")
    for r in table(facts, "orgs_international"):
        for n in [r["name"]] + re.split("[,、]", r["aliases"]):
            add(n, ["international"], "central")
    for r in table(facts, "orgs_universities"):
        add(r["name"], ["school"], "universities", 4)
        for n in r["aliases"].split(","):
            add(n, ["school"], "universities", 3)
    for r in table(facts, "orgs_companies"):
        add(r["name"], ["company"], "companies", 4)
        for n in r["aliases"].split(","):
            add(n, ["company"], "companies", 4)
    for r in table(facts, "orgs_listed"):
        if not r["short_name"].startswith(("退市", "PT")):
            add(r["clean_name"], ["company"], "listed", 4)
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lexicon", "orgs.txt")
    kinds = ()
    for line in open(path, encoding="utf-8"):
        if line.startswith("@"):
            kinds = line.split()[1].split(",")
        elif not line.startswith("#"):
            for word in line.split():
                lex.add(word, "org", kinds, source="hand")


def fill(facts, tables):
    fill_ranks(facts, tables["ranks"])
    fill_countries(facts, tables["countries"], tables["diplomats"], tables["orgs"])
    fill_orgs(facts, tables["orgs"])
