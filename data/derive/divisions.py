"""data/lexicon/divisions-*.tsv: the divisions of the country, today's and former ones, and zones.

Decides each place's short form (恩施土家族苗族自治州 → 恩施), whether the short form is also a common
word (公安 东升 和平), and adds the middle forms of news texts as rows of their own (恩施州, 中甸县).
"""

import re

from tables import all_han, arguments, folder, number, read, tags, write

COLUMNS = ["code", "name", "level", "type", "short", "parent", "former", "words", "source", "note"]
HEAD = """
%s
Columns: code (GB/T 2260, six digits; GB/T 10114, nine, for townships; 0: none), name, level, type,
short (short form or -), parent (code or 0), former (1: abolished or renamed), words (1: the short
form is also a common word), source, note.
Key: code + name; a second row of a code is another form of its name. Used by zgc: place senses.
Derived by derive/divisions.py; change it there.
"""

# Tags under which a short form is a plain word of the language. Places, names, proper names are not.
WORD_TAGS = {"n", "v", "vn", "vi", "vg", "vd", "vf", "a", "ad", "an", "al", "b", "d", "f", "s", "t",
             "m", "q", "r", "c", "p", "i", "l", "vl", "j", "ng", "ag", "z", "nis", "nnt", "nnd", "nf",
             "nba", "nmc", "gi", "gc", "rz", "mq", "bl", "dl", "nhd", "nhm", "x", "gb", "gp", "gg"}
JIEBA_WORDS = {"n", "v", "vn", "a", "ad", "an", "b", "d", "f", "s", "t", "m", "r", "c", "p", "i", "l",
               "z", "vd", "ng", "tg"}
# Words which the tag lists miss: their short form stands in texts mostly as something else.
ALSO_WORDS = set("公安 大通 普定 长安 中方 向阳 市中 城中 城区 郊区 矿区 东区 西区 南区 北区 中区 桥东 桥西 新市 "
                 "江北 江南 河东 河西 城东 城西 城南 城北 东方 建设 解放 前进 光明 永和 高台 长乐 大方 中华 "
                 "中和 中心 友谊 台江 大学 社旗 南部 西部 东部 北部 中部 平安 文明 共和 同心 民和 化州 通道 "
                 "石首 镇远 和政 康乐 安定 安宁 汪清 新建 万年 大化 兴国 安乡 中山 石门 安化 华容".split())
NEVER_WORDS = set("石首 镇远 和政 化州 汪清 中山 石门 安化 安乡 社旗 台江 大化 华容".split())
# A short form that would only do harm: it is dropped.
NO_SHORT = set("城 郊 矿 市 县 区 镇 乡 新 东 西 南 北 中 市辖 城区 郊区 矿区 市区 中国 我国 全国 同志 "
               "代表 主任 书记 委员 局长 政府 公司 记者 人民 中央 国家".split())

OFFICE = re.compile(r"(管理委员会|管委会|街道办事处|办事处|管理局局直|管理局)$")
NOT_PLACES = re.compile(r"直辖村级区划|局直$|虚拟|组团|直属|待定|集团$|公司$|监狱|劳教|大市场")
ZONE_TAILS = (("经济技术开发区", ("经开区", "开发区")), ("高新技术产业开发区", ("高新区",)),
              ("高技术产业开发区", ("高新区",)), ("经济开发区", ("经开区", "开发区")),
              ("高新技术开发区", ("高新区",)))
# 恩施土家族苗族自治州 → 恩施州; the short form of a 自治县 takes 县.
ETHNIC = re.compile(r"自治(州|县|旗)$")
EXTRA_SHORT = {"巴音郭楞蒙古自治州": ["巴州"], "博尔塔拉蒙古自治州": ["博州"], "伊犁哈萨克自治州": ["伊犁州"],
               "克孜勒苏柯尔克孜自治州": ["克州"], "黔西南布依族苗族自治州": ["黔西南州"],
               "海西蒙古族藏族自治州": ["海西州"], "香港特别行政区": ["香港特区"],
               "澳门特别行政区": ["澳门特区"], "新疆维吾尔自治区": ["新疆自治区"],
               "广西壮族自治区": ["广西自治区"], "宁夏回族自治区": ["宁夏自治区"],
               "西藏自治区": [], "内蒙古自治区": ["内蒙"], "双江拉祜族佤族布朗族傣族自治县": ["双江县"]}
TAIWAN = "台湾省"
OLD_TAIWAN = (("710200", "台北县"), ("710300", "桃园县"), ("710400", "台中县"), ("710500", "台南县"),
              ("710600", "高雄县"))


def is_word(short, hanlp, words):
    if short in NEVER_WORDS:
        return 0
    if short in ALSO_WORDS:
        return 1
    found = tags(hanlp)
    total = sum(found.values())
    plain = sum(count for tag, count in found.items() if tag in WORD_TAGS)
    if total:
        return 1 if plain >= 3 and plain * 5 >= total else 0
    frequency, pos = words.get(short, (0, ""))
    return 1 if frequency >= 50 and pos in JIEBA_WORDS else 0


def short_form(row):
    short = row["short"]
    if row["type"] == "其他" and row["level"] == "township":
        short = short[:-2] if short.endswith("地区") and len(short) > 3 else ""
    if len(short) < 2 or short == row["name"] and len(short) > 2 or short in NO_SHORT:
        return ""
    if re.search("自治$|行政$|地方$", short):
        return ""
    return short if all_han(short) else ""


def middle_forms(row):
    """The forms between the full name and the short one."""
    name, short = row["name"], row["short"]
    forms = list(EXTRA_SHORT.get(name, []))
    tail = ETHNIC.search(name)
    if tail and len(short) >= 2 and not short.endswith("自治"):
        forms.append(short + tail.group(1))
    if row["type"] == "民族乡" and len(short) >= 2:
        forms.append(short + "乡")
    return [form for form in forms if form != name]


def place_rows(row, parent, former, words, fold, note=""):
    name = fold(row["name"])
    short = fold(short_form(row))
    word = is_word(row["short"], row.get("short_hanlp_pos", ""), words) if short else 0
    source = "mumuy" if not row.get("rename_year") else "hand"
    level, kind = row["level"], row["type"]
    rows = [[row["code"], name, level, kind, short, parent, former, word, source, note]]
    for form in middle_forms(row):
        rows.append([row["code"], fold(form), level, kind, "", parent, former, 0, source,
                     "form of " + name])
    return rows


def clean_township(row, words):
    """诸城经济开发区管理委员会 → 诸城经济开发区: the committee is no part of the place."""
    name = re.sub(r"街道办事处街道$|办事处街道$", "街道", row["name"])
    if len(name) >= 9:
        name = re.sub("^.{2,4}市.{1,3}[区县]", "", name) or name  # 四平市铁东区七马路街道
    if row["type"] == "其他":
        name = OFFICE.sub("", name)
    if NOT_PLACES.search(name) or not all_han(name) or not 2 <= len(name) <= 14:
        return None
    if row["type"] == "其他" and is_word(name, row.get("short_hanlp_pos", ""), words):
        return None  # 建设, 城区: a place of that name is never meant
    row = dict(row, name=name)
    row["level"] = "township"
    if row["type"] == "街道" and name.endswith("街道"):
        row["short"] = name[:-2]
    return row


def zone_parent(name, province, shorts):
    """荆州经济技术开发区 → 荆州市: the prefecture, else the county, whose short form it begins with."""
    for level in ("prefecture", "county"):
        for size in (4, 3, 2):
            code = shorts.get((level, name[:size]))
            if code and code[:2] == province[:2]:
                return code
    return province


def zone_rows(facts, fold, codes, shorts):
    for row in read(facts, "zones.tsv"):
        code = row["county_code"] or "0"
        name = fold(row["name"])
        province = codes.get(row["province"], "0")
        parent = code if code != "0" else zone_parent(name, province, shorts)
        forms = {fold(alias) for alias in row["aliases"].split(",") if len(alias) > 2}
        for tail, endings in ZONE_TAILS:
            if name.endswith(tail):
                forms |= {name[:-len(tail)] + short for short in endings}
                break
        yield [code, name, "zone", row["kind"], "", parent, 0, 0, "zones", ""]
        for form in sorted(forms - {name}):
            yield [code, form, "zone", row["kind"], "", parent, 0, 0, "zones", "form of " + name]


def former_parent(row, by_path):
    """The code of the upper division that a former one stood in, by today's names, or by code."""
    if row["level"] == "province":
        return "0"
    for name in (row["prefecture"], row["province"]):
        if name and name != row["name"] and name in by_path:
            return by_path[name]
    return row["code"][:2] + "0000"


def taiwan_townships(fold, codes):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "taiwan_townships.txt")
    with open(path, encoding="utf-8") as lines:
        for county, *names in (line.split() for line in lines if line[0] != "#"):
            word = 0
            for name in names:
                if name == "|":
                    word = 1  # of those behind it
                    continue
                yield ["0", fold(name), "township", name[-1] if name[-1] != "市" else "县辖市",
                       fold(name[:-1]), codes[county], 0, word, "hand", ""]


def main():
    facts, data = arguments(__doc__)
    fold = folder(data)
    words = {row["word"]: (number(row["jieba_freq"]), row["jieba_pos"])
             for row in read(facts, "words.tsv")}
    upper, townships, codes, names, shorts = [], [], {}, set(), {}
    for row in read(facts, "divisions.tsv"):
        if row["level"] == "township":
            row = clean_township(row, words)
            if row:
                townships += place_rows(row, row["parent"], 0, words, fold)
            continue
        row["name"] = re.sub(r"\(.*\)$", "", row["name"])  # 金门县(福建省泉州市)
        if row["level"] != "county" or row["code"].startswith("71"):
            codes[row["name"]] = row["code"]
        names.add((row["name"], row["level"], row["code"][:2]))
        if len(row["short"]) > 1:
            shorts.setdefault((row["level"], fold(row["short"])), row["code"])
        upper += place_rows(row, row["parent"] or "0", 0, words, fold)
    former = []
    for row in read(facts, "former_divisions.tsv"):
        same = (row["name"], row["level"], row["code"][:2]) in names
        if row["name_unchanged"] == "1" or same or len(row["name"]) < 2 or len(row["name"]) > 16:
            continue  # only the code changed: today's row says it
        note = "now " + row["now_names"].replace(",", " ") if row["now_names"] else ""
        former += place_rows(row, former_parent(row, codes), 1, words, fold, note)
        names.add((row["name"], row["level"], row["code"][:2]))
    for code, name in OLD_TAIWAN:
        former.append([code, name, "prefecture", "县", name[:-1], "710000", 1, 0, "hand", ""])
    townships += taiwan_townships(fold, codes)
    seen = {(row[1], row[0][:6]) for row in townships}
    known = {made[0] for made in upper + former}
    for row in read(facts, "townships_nbs2023_extra.tsv"):
        row = clean_township(row, words)
        if row and (fold(row["name"]), row["county_code"]) not in seen and row["county"]:
            code = row["county_code"]
            parent = next((up for up in (code, code[:4] + "00", code[:2] + "0000") if up in known), "0")
            if row["name"] == row["short"]:
                continue  # 永兴: an island, not an office
            for made in place_rows(row, parent, 0, words, fold):
                made[8] = "nbs2023"
                townships.append(made)

    def save(part, title, rows):
        unique = {}
        for made in sorted(rows, key=lambda made: (len(made[0]), made[0], made[9] != "", made[1])):
            unique.setdefault((made[0], made[1]), made)
        ordered = sorted(unique.values(), key=lambda made: (made[0], made[1]))
        write("%s/lexicon/divisions-%s.tsv" % (data, part), HEAD % title, COLUMNS, ordered)

    forms = [made for made in upper + townships if made[9].startswith("form of ")]
    upper = [made for made in upper if not made[9].startswith("form of ")]
    townships = [made for made in townships if not made[9].startswith("form of ")]
    save("county", "divisions-county: provinces, prefectures and counties of today.", upper)
    # apart, and after the counties in the order of tables: the full name is to be the first of its code
    save("forms", "divisions-forms: other forms of today's names (恩施州, 尹家营乡).", forms)
    save("former", "divisions-former: divisions abolished or renamed since 1980.", former)
    save("zone", "divisions-zone: development zones and new areas of the state.",
         zone_rows(facts, fold, codes, shorts))
    townships.sort()
    parts = (("1", "1", "2", "3"), ("2", "4", "5"), ("3", "6", "7"))
    for part, *digits in parts:
        save("township-" + part, "divisions-township-%s: townships of the regions %s." %
             (part, ", ".join(digit + "x" for digit in digits)),
             [made for made in townships if made[0][0] in digits or made[0] == "0" and part == "3"])


if __name__ == "__main__":
    main()
