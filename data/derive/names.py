"""data/names/*.tsv and data/lexicon/name_parts.tsv: figures from which names are scored.

How many bear a surname, which characters given names and transliterated names are made of, and the
parts of foreign, ethnic and Japanese names that stand for themselves. No names of single persons.
"""

from tables import all_han, arguments, folder, number, read, tags, write

SURNAME_HEAD = """
surnames: how many of a million people bear a surname, about; 1 for the rarest.
Columns: surname (1 to 3 characters, simplified), count, source, note.
Key: surname. Used by zgc: the surname costs of characters, compound surnames as class surname2.
Derived by derive/names.py; a figure with source `hand` stands in that script.
"""
GIVEN_HEAD = """
given: how often a character is a whole given name, the first of two, the second of two.
Columns: char, single, first, second, source, note.
Key: char. Used by zgc: the given-name costs of characters.
Derived by derive/names.py: types in a list of full names + tokens in tagged news.
"""
TRANSLIT_HEAD = """
translit: how often a character begins, continues, ends a part of a transliterated name, and how
often it stands in a name of Tibetans, Mongolians, Uygurs, Kazakhs, Kirgiz, Tajiks, Yi.
Columns: char, initial, medial, final, ethnic, source, note.
Key: char. Used by zgc: the t_ costs of characters.
Derived by derive/names.py; a character of the standard GB/T 17693.1 has at least 1 everywhere.
"""
PARTS_HEAD = """
name_parts: parts of names that are known as a whole: fname (transliterated: 普京), mname (of ethnic
minorities: 次仁), jname (Japanese surnames: 佐藤).
Columns: word, class, count, kinds, flags, source, note.
Key: word + class. Used by zgc: lexicon senses; the name room builds names of them.
Derived by derive/names.py.
"""

# Known figures (per million) for surnames that the 2012 list lacks or rounds, or that the news
# counts distort because the character is also a common word, or one person fills the news.
KNOWN = """
肖6700 萧600 廖3400 雷2800 闫2400 覃2000 付1300 阮1100 柯1000 甘1000 童1000 关1000 詹1000 骆800 翁900 曲900
包900 苗900 鲍900 宁900 代900 凌800 冉800 路800 游800 裴800 霍800 向800 桂400 艾700 尚700 欧700 项700 靳700 纪700
喻600 蓝600 柴600 屈600 盛600 单600 滕500 饶500 古500 娄500 车500 成500 芦500 符500 吉450 窦450 解450 景450
华400 房400 卫350 全350 隋350 费350 连350 朴350 宫350 丛300 查300 池300 沙300 阳300 应250 佘250 鞠250 席250 晏250
楚250 褚250 栾250 柏250 闵250 时300 佟200 党200 邬200 麻200 明150 那150 皮150 甄150 粟120 谌120 国30 都30 师40
薄80 强70 习60 司60 位60 候60 植50 修50 母50 海40 台10 来20 年5 扬10 公10 令8 阿10 沿1 水12 东15 西6 原30 元20
由5 区30 之1 长1 所1 者1 冼60 郗30 焉3 隗15 逄20 汲15 乐200 么5 是1 有1 和30
年3 月2 日2 本2 各1 从5 人1 中2 大2 小1 新1 后4 任3400 副1 局1
欧阳700 上官90 皇甫65 令狐60 诸葛50 夏侯40 司徒35 司马25 慕容10 端木10 濮阳10 尉迟8 申屠6 钟离6 淳于5 东方5 呼延5 完颜5
南宫3 北堂1 长孙3 宇文3 东郭3 公孙3 独孤2 轩辕2 百里2 太史2 第五2 拓跋2 公冶1 赫连3 澹台3 闻人2 万俟2 仲孙2 西门2 南门2
东门1 鲜于5 即墨1 达奚1 叔孙1 乐正1 宗政1 司空2 司寇1 张简2 范姜2 张廖1 欧侯1 归海1 羊舌1 微生1 梁丘1 左丘1 公羊1 谷梁1
段干1 亓官1 巫马1 公西1 漆雕1 壤驷1 公良1 夹谷1 宰父1 百里2 呼延5 佴3 亓60 信10 英3 完2 吾2 妥5 喇3 撒3 者2 虎5
忽2 纳12 朵3 闪5 拜5 买5 冶10 鲜6 锁3 脱3 洒3 哈20 岩20 玉15 刀20 依3 召3 波3 罕2 线3 腊3 卯5 恒3 密2 奉15 盘20 庹10 零5 磨3
陀3 侬3 果5 库3 俸5 念3 茶5 才18 多3 德3 楼120 占150 昝50 逯50 矫40 邝100 缪100 郜120 郄30 啜1 甯10
""".split()

# On the lists of surnames by mistake, or so rare beside their plain sense that they only harm.
NOT_COMPOUND = set("第一 第三 第四 第六 第七 第八 成王 长兴 殷勤 若干 邯郸 隐公 强梁 函井 申章 苍梧 北海 大狐 村析 "
                   "校师 三川 三乌 串主 主父 仇由 由章 子人 子国 子家 庄上 天心 东里 南荣 鲜卑 网切 冈田 小峰 尼克松 邱吉尔 莱佛士 殴阳 夏候 党项 巴林 朱文 张包 "
                   "兴隆 大同 中行 中央 中英 高堂 马徐 闵陈 孙华 吴巢 邓李 全黄 钱王 陈没 陈观 成公 公户 公上 公山 "
                   "公仲 公伯 公坚 公玉 公祖 公仪 子书 子桑 九方 太叔 摩西 铁木 刑 鉴姓 提挟 持 演阳 殷子 商丘".split())

DROP_FNAME = set("大赞 加盖 阿文 泰坦尼克 凯迪拉克 安乔拉 楚粤汇 奥斯卡 福布斯 阿帕奇 奥特曼 波特 保卫 特里 福特 加耶 "
                 "巴黎 伦敦 纽约 高卢 安利 微软 奔驰 宝马 摩根 西门 古巴 法老 沙皇 教皇 马克 大卫营 加勒比 比基尼 "
                 "乌兰 多瑙 英特 麦当劳 肯德基 迪士尼 沃尔玛 劳力士 阿里 阿里巴巴 桑拿 马拉松 奥林匹克 诺贝尔 "
                 "伊斯兰 穆斯林 犹太 耶稣 基督 佛陀 香格里拉 乌托邦 维他 凡士林 尼古丁 罗马 雅典".split())
KEEP_FNAME = "大卫 马克 普京 梅西 奥斯卡 内贾德 拜登 泽连斯基 特朗普 布林肯 马克龙 朔尔茨 莫迪 苏纳克 约翰逊 " \
             "古特雷斯 拉夫罗夫 卢卡申科 托卡耶夫 马杜罗 卢拉 米莱 内塔尼亚胡 埃尔多安 莱希 默茨 斯塔默 " \
             "特鲁多 武契奇 佐科 马科斯 杜特尔特 阿尔巴尼斯 拉赫蒙 扎帕罗夫 米尔济约耶夫 帕希尼扬 阿利耶夫 " \
             "别尔德穆哈梅多夫 佩泽希齐扬 哈梅内伊 阿拉格齐 赫格塞思 贝森特 卢特尼克 沃尔兹 图斯克 奥尔班 菲佐 拉马福萨 " \
             "萨勒曼 塞西 阿巴斯 梅德韦杰夫 绍伊古 米舒斯京 佩斯科夫 扎哈罗娃 博索纳罗 普里戈任 姆巴佩 " \
             "万斯 鲁比奥 哈里斯 沙利文 耶伦 雷蒙多 博雷利 冯德莱恩 米歇尔 梅洛尼 桑切斯 阿末 莫哈末 帕拉马里博".split()
KEEP_FNAME.remove("帕拉马里博")
PLACE_TAGS = ("ns", "nsf")

DROP_MNAME = set("努力 外力 孙子 有加 打铁 毛子 石一 早先 木然 木兰 公布 日增 羊毛 东周 多日 元旦 陈列 金山 红霞 金花 "
                 "梅花 莲花 牡丹 乌云 哈达 达赖 白石 玉山 玉龙 玉儿 玉波 玉光 玉旺 玉香 玉康 玉的 四郎 玉珍 玉杰 永忠 皇甫 "
                 "南宫 独孤 撒拉 塔吉克 回族 古体 艾草 电 李佳 洪佳 井石 桑巴 巴松 劳瑞 大麻 麻尔 周先 加太 "
                 "格里 德拉 帕尔 帕拉 哈斯 阿訇 安木 兴安 成都 加洛 本加 三木 早堵 东风 长命 吉祥 平安 富贵 建国 木日 "
                 "古尔邦 塔什干 拉马 孔当 海来 亚林 白亚 杨哥 古香 阿曼 玛丽亚".split())
MNAME_GROUPS = {"藏", "维吾尔", "蒙古", "哈萨克", "柯尔克孜", "塔吉克", "彝", "回", "撒拉", "满", "门巴", "达斡尔",
                "锡伯", "鄂温克", "鄂伦春", "裕固", "傣", "佤", "拉祜", "景颇", "珞巴", "赫哲"}
RELIABLE = {"藏", "维吾尔", "蒙古", "哈萨克", "柯尔克孜", "塔吉克", "彝"}

KEEP_JNAME = set("佐藤 铃木 高桥 田中 渡边 伊藤 中村 小林 山本 加藤 吉田 山田 佐佐木 山口 斋藤 松本 井上 木村 山崎 村上 "
                 "青木 小泉 福田 上野 中川 石原 松下 丰田 安倍 岸田 野田 鸠山 麻生 石破 二阶 河野 茂木 竹下 桥本 宫崎 "
                 "羽生 福原 黑田 小野寺 枝野 玉木 高市 林芳 加纳 小池 谷口 织田 德川 上杉 岛津 东条 近卫 犬养".split())
# Words and places of Chinese as well: names only with a given name behind them, a tenth as likely.
JNAME_WORDS = set(
    "清水 石川 山下 金子 中山 和田 横山 小岛 小山 西川 本田 山中 中西 大桥 马场 西山 大岛 石桥 关口 "
    "大石 高山 松原 小西 北川 牧野 平山 白石 青山 大山 江口 安达 长尾 中原 松山 大竹 山川 古田 新田 "
    "大城 金城 井口 宫城 长岛 大内 深泽 平川 三轮 山村 福冈 稻田 濑户 大田 石山 福山 盐田 河内 远山 "
    "奈良 玉井 高见 深谷 大江 高原 北山 三原 山城".split())
# The spelling of Japan, which no fold turns into that of the mainland.
SPELT_JNAME = {"浜田": 60, "浜口": 20, "浜崎": 20, "浜本": 10, "横浜": 1}
KEEP_JNAME.discard("林芳")


NOT_SURNAMES = set("的了不与同且也但另只该就还我在及却将对并更市县省部局厂院镇页类们上下前无死毒厕被把送过超越等为以"
                   "而或第几什怎这你它她咱丅丫䃅垃咖啜厕尿")


def split_figure(text):
    digits = text.lstrip("".join(set(text) - set("0123456789")))
    return text[:len(text) - len(digits)], int(digits)


def surname_count(row, known):
    """(count, source), or None where the word is no surname worth having."""
    name, lists = row["surname"], row["lists"]
    news, ppm, word = number(row["n_hanlp_B"]), number(row["ppm_2012"]), number(row["word_freq"])
    if name in NOT_SURNAMES:
        return None
    if name in known:
        return known[name], "hand"
    if ppm > 100:
        return ppm, "surname"
    strong = len(set(lists) & set("GDW"))
    if len(name) > 1:
        if name in NOT_COMPOUND or "W" not in lists or word >= 300:
            return None
        return max(1, min(news, 60) // 3), "surname"
    if not strong and (word >= 1000 or news < 2 and word >= 300):
        return None
    least = 1 if not strong else 4 * strong if word < 3000 else strong
    figure = max(ppm, least, min(news, 400))
    if word >= 10000:
        figure = max(1, figure // 4)  # the tagged news took the word for a surname
    elif word >= 3000:
        figure = max(1, figure // 2)
    return figure, "surname"


def write_surnames(facts, data, fold):
    known = dict(split_figure(text) for text in KNOWN)
    table = {}
    for row in read(facts, "surnames.tsv"):
        if not all_han(row["surname"]):
            continue
        found = surname_count(row, known)
        if found:
            name = fold(row["surname"])
            if name not in table or table[name][0] < found[0]:
                table[name] = found
    for name, figure in known.items():
        table.setdefault(fold(name), (figure, "hand"))
    for row in read(facts, "korean_names.tsv"):
        if row["kind"] == "surname" and all_han(row["part"]):
            table.setdefault(fold(row["part"]), (2, "hand"))
    for row in read(facts, "minority_name_parts.tsv"):
        single = len(row["part"]) == 1 and row["kind"] in ("surname", "family", "clan", "prefix")
        if single and row["part"] not in "们电跑飘":
            table.setdefault(fold(row["part"]), (1, "hand"))
    write(data + "/names/surnames.tsv", SURNAME_HEAD, ["surname", "count", "source", "note"],
          [[name, *table[name], ""] for name in sorted(table)])
    return set(table)


# Masks (李某) and what follows a surname that stands for a family (宋氏).
NEVER_GIVEN = set("某氏的了们")


def write_given(facts, data, fold):
    table = {}
    for row in read(facts, "given_chars.tsv"):
        if not all_han(row["char"]) or row["char"] in NEVER_GIVEN:
            continue
        figures = [number(row[a]) + number(row[b]) for a, b in
                   (("n_single", "hanlp_E"), ("n_first", "hanlp_C"), ("n_second", "hanlp_D"))]
        old = table.get(fold(row["char"]), [0, 0, 0])
        table[fold(row["char"])] = [a + b for a, b in zip(old, figures)]
    write(data + "/names/given.tsv", GIVEN_HEAD,
          ["char", "single", "first", "second", "source", "note"],
          [[char, *table[char], "given", ""] for char in sorted(table)])


ETHNIC_GROUPS = {"藏", "蒙古", "维吾尔", "哈萨克", "彝", "柯尔克孜", "塔吉克", "门巴", "土", "裕固"}
ETHNIC_KINDS = {"m", "f", "mf", "suffix", "religious", "name"}


def ethnic_chars(facts, fold):
    """How often a character stands in ethnic names, counted in parts; a part that many names hold
    counts as ten at most."""
    counts = {}
    for row in read(facts, "minority_name_parts.tsv"):
        kinds = set(row["kind"].replace("amdo_", "").split("/"))
        if row["group"] in ETHNIC_GROUPS and kinds & ETHNIC_KINDS and len(row["part"]) > 1:
            for char in fold(row["part"]):
                if all_han(char):
                    counts[char] = counts.get(char, 0) + 1 + min(10, number(row["dict_names"]))
    return counts


NO_TRANSLIT = {"市"}  # 曼塔市 is a place; in the lists because of such places


def write_translit(facts, data, fold):
    rows, chars, ethnic = [], {}, ethnic_chars(facts, fold)
    for row in read(facts, "translit_chars.tsv"):
        standard, n = row["gb17693"] == "1", number(row["n"])
        if not all_han(row["char"]) or n < 3 and not standard or row["char"] in NO_TRANSLIT:
            continue
        figures = [number(row["n_" + at]) for at in ("initial", "medial", "final")]
        if standard:
            figures = [max(1, figure) for figure in figures]
        char = fold(row["char"])
        chars[char] = n + (20 if standard else 0)
        rows.append([char, *figures, ethnic.pop(char, 0), "translit",
                     "GB/T 17693.1" if standard else ""])
    rows += [[char, 0, 0, 0, n, "minority", ""] for char, n in ethnic.items()]
    write(data + "/names/translit.tsv", TRANSLIT_HEAD,
          ["char", "initial", "medial", "final", "ethnic", "source", "note"], sorted(rows))
    return chars


def plain_word(row, least):
    """Is the part mostly a plain word of Chinese?"""
    found = tags(row["hanlp_pos"])
    total = sum(found.values())
    names = sum(found.get(tag, 0) for tag in ("nrf", "nr", "nrj", "nr1", "nz"))
    if total >= 5 and names * 2 < total:
        return True
    pos = row["word_pos"]
    return number(row["word_freq"]) >= least and not pos.startswith("nr") and not found.get("nrf")


def foreign_parts(facts, fold, chars, places):
    for row in read(facts, "foreign_names.tsv"):
        part = fold(row["part"])
        size = len(part)
        dotted, core = number(row["n_dotted"]), number(row["n_core"])
        if part in KEEP_FNAME:
            continue
        if not 2 <= size <= 7 or part in DROP_FNAME or part in places or not all_han(part):
            continue
        if any(chars.get(char, 0) < 15 for char in part):
            continue
        found = tags(row["hanlp_pos"])
        if any(found.get(tag, 0) > core for tag in PLACE_TAGS) or plain_word(row, 100):
            continue
        attested = dotted + core
        if size == 2 and not (dotted >= 3 or core >= 15 and dotted >= 1 or core >= 100):
            continue
        if size >= 3 and attested < 1 and not ("F" in row["src"] and "A" in row["src"]):
            continue
        yield part, max(1, dotted + min(core, 60)), "foreign"
    for part in KEEP_FNAME:
        yield part, 30, "hand"


def minority_parts(facts, fold, places, words):
    for row in read(facts, "minority_name_parts.tsv"):
        part, names = fold(row["part"]), number(row["dict_names"])
        size = len(part)
        kinds = set(row["kind"].split("/"))
        if size < 2 or part in DROP_MNAME or size == 2 and "的" in part or row["group"] not in MNAME_GROUPS or "name" in kinds:
            continue
        frequency, pos = words.get(part, (0, ""))
        if size == 2 and row["group"] not in RELIABLE and not names:
            continue
        if size == 2 and frequency >= 100 and not pos.startswith("nr") and names < 10:
            continue
        yield part, max(1, number(row["dict_tokens"])), row["group"]


def japanese_surnames(facts, fold, places):
    for row in read(facts, "japanese_surnames.tsv"):
        part = fold(row["surname_zh"])
        if not 2 <= len(part) <= 3 or not all_han(part):
            continue
        people, listed = number(row["est_population"]), number(row["n_list"])
        if people < 8000 and listed < 8 and part not in KEEP_JNAME | JNAME_WORDS:
            continue
        found = tags(row["hanlp_pos"])
        plain = sum(count for tag, count in found.items() if tag not in ("nrj", "nr", "nrf", "nz"))
        word = part in places or number(row["word_freq"]) >= 100 or plain >= 10
        if word and part not in KEEP_JNAME | JNAME_WORDS:
            continue
        yield part, max(1, listed // 10 if part in JNAME_WORDS else listed)
    yield from SPELT_JNAME.items()


def main():
    facts, data = arguments(__doc__)
    fold = folder(data)
    write_surnames(facts, data, fold)
    write_given(facts, data, fold)
    chars = write_translit(facts, data, fold)
    places, counties = set(), set()
    for row in read(facts, "divisions.tsv"):
        if row["level"] != "township":
            counties |= {fold(row["short"]), fold(row["name"])}
    for row in read(facts, "countries.tsv"):
        places |= {fold(name) for name in (row["name"], row["official"], row["capital"])}
        places |= {fold(name) for name in row["aliases"].split(",")}
    words = {row["word"]: (number(row["jieba_freq"]), row["jieba_pos"])
             for row in read(facts, "words.tsv")}
    table = {}
    for part, count, source in foreign_parts(facts, fold, chars, places | counties):
        table[part, "fname"] = [part, "fname", count, "", "", source, ""]
    for part, count, group in minority_parts(facts, fold, places, words):
        made = table.get((part, "mname"))
        if made:
            made[2] = max(made[2], count)
            if group not in made[6].split(" "):
                made[6] += " " + group
        else:
            table[part, "mname"] = [part, "mname", count, "", "", "minority", group]
    for part, count in japanese_surnames(facts, fold, counties):
        table[part, "jname"] = [part, "jname", count, "", "", "japanese", ""]
    for part in KEEP_JNAME:
        table.setdefault((part, "jname"), [part, "jname", 30, "", "", "hand", ""])
    write(data + "/lexicon/name_parts.tsv", PARTS_HEAD,
          ["word", "class", "count", "kinds", "flags", "source", "note"],
          [table[key] for key in sorted(table)])


if __name__ == "__main__":
    main()
