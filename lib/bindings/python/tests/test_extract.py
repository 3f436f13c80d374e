"""One text at a time: objects, options, bad input, the documents' own examples."""
import doctest
import pathlib

import pytest
import zhiguan

TEXT = "兴山县峡口镇党委书记江晓岚、副镇长卜子衡说，路通了。"


def test_objects():
    document = zhiguan.extract(TEXT, id="a")
    first, second = document.triples
    assert (first.person.text, first.title.text, first.org.text) == ("江晓岚", "党委书记", "兴山县峡口镇")
    assert (second.org.text, second.org.by, second.title.grade) == (None, "context", ("副",))
    assert TEXT[slice(*first.person.span)] == "江晓岚"
    assert document.persons[0].triples == ("t1",) and document.id == "a"
    assert document.place.name == "峡口镇" and document.json.startswith('{"schema":"zhiguan/1"')
    assert hash(document) == hash(zhiguan.extract(TEXT, id="a"))
    with pytest.raises(AttributeError):
        document.date = "2021"


def test_bytes_and_numbers():
    assert zhiguan.extract_json(TEXT.encode("utf-8")) == zhiguan.extract_json(TEXT)
    assert '"id":"17"' in zhiguan.extract_json(TEXT, 17)
    assert '"id":null' in zhiguan.extract_json(TEXT)


def test_options():
    only = zhiguan.Extractor(kinds=["byline"])
    assert not only.extract(TEXT).triples and only.extract("本报记者 江晓岚").triples
    utf8 = zhiguan.Extractor(offsets="utf8").extract(TEXT).triples[0].person.span
    assert TEXT.encode("utf-8")[slice(*utf8)].decode("utf-8") == "江晓岚"
    assert not zhiguan.Extractor(min_confidence=100).extract(TEXT).triples
    assert only.options["kinds"] == ("byline",) and only.data_version == zhiguan.default().data_version


def test_lone_surrogates_are_stepped_over():
    document = zhiguan.extract("\ud83d" + TEXT)
    assert document.triples[0].person.span == (11, 14) and document.warnings
    assert zhiguan.extract_json("\ud83d甲") == zhiguan.extract_json(b"\xff" + "甲".encode("utf-8"))


@pytest.mark.parametrize("call, error, words", [
    (lambda: zhiguan.extract(3), TypeError, "str or bytes, not int"),
    (lambda: zhiguan.extract("", id=1.5), TypeError, "not float"),
    (lambda: zhiguan.extract("", id="a\0b"), ValueError, "NUL"),
    (lambda: zhiguan.Extractor(offsets="char"), ValueError, "choose from codepoint, utf8, utf16"),
    (lambda: zhiguan.Extractor(kinds=["posts"]), ValueError, "choose from post"),
    (lambda: zhiguan.Extractor(kinds=[]), ValueError, "none is left"),
    (lambda: zhiguan.Extractor(min_confidence=101), ValueError, "from 0 to 100"),
    (lambda: zhiguan.Extractor(max_input=-1), ValueError, "max_input"),
])
def test_wrong_arguments(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_errors_say_what_and_where(tmp_path):
    with pytest.raises(zhiguan.Error) as strict:
        zhiguan.Extractor(strict=True).extract("甲".encode("utf-8") + b"\xff")
    assert (strict.value.status, strict.value.code, strict.value.offset) == ("ZG_E_UTF8", 3, 3)
    with pytest.raises(zhiguan.Error, match="max_input") as large:
        zhiguan.Extractor(max_input=8).extract(TEXT)
    assert large.value.status == "ZG_E_TOO_LARGE" and large.value.help
    with pytest.raises(zhiguan.Error, match="none.zgd"):
        zhiguan.Extractor(tmp_path / "none.zgd")
    (tmp_path / "bad.zgd").write_bytes(b"not an image" * 10)
    with pytest.raises(zhiguan.Error) as image:
        zhiguan.Extractor(tmp_path / "bad.zgd")
    assert image.value.status == "ZG_E_IMAGE"


def test_a_dictionary_of_ones_own():
    top = pathlib.Path(__file__).resolve().parents[4]
    image = top / "build" / "zhiguan.zgd"
    assert zhiguan.Extractor(image).extract_json(TEXT) == zhiguan.extract_json(TEXT)


def write_lexicon(path, *rows):
    lines = ["# mine: words of my own", "word class count kinds flags source note", *rows]
    path.write_text("".join("\t".join(line.split()) + "\n" if line[0] != "#" else line + "\n"
                            for line in lines), encoding="utf-8")
    return path


def test_words_of_ones_own(tmp_path):
    import pickle
    text = "兴山县巡湖长江晓岚说，水清了。"
    table = write_lexicon(tmp_path / "mine.tsv", "巡湖长 title - government - user -")
    own = zhiguan.Extractor(lexicon=table)
    assert [t.title.text for t in zhiguan.extract(text).triples] != ["巡湖长"]
    assert [t.title.text for t in own.extract(text).triples] == ["巡湖长"]
    assert own.data_version == zhiguan.default().data_version + "+"
    again = pickle.loads(pickle.dumps(own))
    assert again.options == own.options and again.extract_json(text) == own.extract_json(text)
    second = write_lexicon(tmp_path / "second.tsv", "护林长 title - government - user -")
    both = zhiguan.Extractor(lexicon=[table, second])
    assert [t.title.text for t in both.extract("兴山县护林长江晓岚说。" + text).triples] == ["护林长", "巡湖长"]


def test_a_lexicon_with_faults(tmp_path):
    table = write_lexicon(tmp_path / "bad.tsv", "巡湖长 titel - government - user -")
    with pytest.raises(ValueError, match=r"bad.tsv:3:5: error E2004"):
        zhiguan.Extractor(lexicon=table)
    with pytest.raises(ValueError, match="none.tsv: No such file"):
        zhiguan.Extractor(lexicon="none.tsv")
    with pytest.raises(ValueError, match="zgc build --add"):
        zhiguan.Extractor("a.zgd", lexicon="b.tsv")


def test_examples_of_the_documents():
    readme = pathlib.Path(__file__).resolve().parents[1] / "README.md"
    assert doctest.testfile(str(readme), module_relative=False).failed == 0
    assert doctest.testmod(zhiguan).attempted == 3 and doctest.testmod(zhiguan).failed == 0
