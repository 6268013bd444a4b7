"""Tables and folders of codes as people hand them in: each fault is named by file and line, none is fatal."""

import json
import os

import pytest

from whosewords.classroom.code_files import KEY, MOST, codes_in, invented, of_entries
from whosewords.classroom.code_table import MOST_SAID, table
from whosewords.measures.tagging import items
from whosewords.problems import Problem

IDS = [item.id for item in items(1)]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def rows(*coders, separator=",", head="coder,phrase_id,code,sure"):
    """A table in which every coder calls every second phrase loaded."""
    lines = [head.replace(",", separator)] if head else []
    lines += [
        separator.join([who, phrase, "loaded" if n % 2 else "plain", "sure"])
        for who in coders
        for n, phrase in enumerate(IDS)
    ]
    return "\n".join(lines) + "\n"


@pytest.fixture
def folder(tmp_path):
    """A call that fills a folder with files and gives its name."""

    def filled(**contents):
        for name, content in contents.items():
            raw = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name.replace("_", ".", 1)).write_bytes(raw)
        return str(tmp_path)

    return filled


def told(found):
    return " | ".join(map(str, found.said))


def work(name, codes):
    return json.dumps(
        {"name": name, "entries": {KEY.format(number=1): {"at": f"2026 {name}", "codes": codes}}}
    )


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separators_and_encodings(separator, encoding, tmp_path):
    path = tmp_path / "class.csv"
    path.write_bytes(rows("Zoé", "Jürgen", separator=separator).encode(encoding))
    found = codes_in(str(path))
    assert set(found.coders) == {"Zoé", "Jürgen"}
    assert found.coders["Zoé"] == {one: "loaded" if n % 2 else "plain" for n, one in enumerate(IDS)}
    assert not found.said


@pytest.mark.parametrize(
    "head",
    ["name,item,tag,certain", "Student,Phrase,Judgement,Confidence", "WHO,ID,ANSWER,SURE", "",
     "sep=,\nwho,id,code,sure"],
)  # fmt: skip
def test_other_headings_and_none(head, tmp_path):
    path = tmp_path / "class.csv"
    path.write_text(rows("Ada", head=head), encoding="utf-8")
    assert list(codes_in(str(path)).coders) == ["Ada"]


@pytest.mark.parametrize(("word", "code"), [("1", "loaded"), ("L", "loaded"), ("Yes", "loaded"),
                                            ("0", "plain"),
                                            ("PLAIN", "plain"), ("", "skip"), ("n/a", "skip")])  # fmt: skip
def test_words_for_codes(word, code):
    found, said = table(f"coder,phrase,code\nAda,r1-01,{word}\n".encode(), "a.csv")
    assert [row.code for row in found] == [code] and not said


def test_a_table_of_one_coder_needs_no_column_for_it(tmp_path):
    (tmp_path / "ada.csv").write_text("phrase,code\nr1-01,loaded\nR1 7,plain\n", encoding="utf-8")
    assert codes_in(str(tmp_path)).coders == {"ada": {"r1-01": "loaded", "r1-07": "plain"}}


def test_a_phrase_may_be_named_by_its_words(tmp_path):
    (tmp_path / "ada.csv").write_text("coder,phrase,code\nAda,Counted 33 rockets,plain\n", encoding="utf-8")
    assert codes_in(str(tmp_path / "ada.csv")).coders == {"Ada": {"r1-08": "plain"}}


def test_rows_that_cannot_be_read_are_named_by_line(tmp_path):
    lines = rows("Ada").splitlines()
    lines[3], lines[5], lines[7] = "Ada,r1-03,loded,sure", "Ada", ",r1-07,plain,sure"
    (tmp_path / "class.csv").write_text("\n".join(lines), encoding="utf-8")
    found = codes_in(str(tmp_path / "class.csv"))
    assert len(found.coders["Ada"]) == len(IDS) - 3
    assert [(one.file, one.line) for one in found.said] == [
        ("class.csv", 4),
        ("class.csv", 6),
        ("class.csv", 8),
    ]
    assert "loded" in told(found)


def test_half_a_file(tmp_path):
    whole = rows("Ada", "Ben")
    (tmp_path / "class.csv").write_text(whole[: len(whole) // 2 - 8], encoding="utf-8")
    found = codes_in(str(tmp_path / "class.csv"))
    assert 10 < len(found.coders["Ada"]) < len(IDS) + 1
    assert len(found.said) == 1 and found.said[0].line


def test_a_quotation_mark_that_never_ends_costs_one_row(tmp_path):
    lines = rows("Ada").splitlines()
    lines[4] = '"Ada,r1-04,plain,sure'
    (tmp_path / "class.csv").write_text("\n".join(lines), encoding="utf-8")
    found = codes_in(str(tmp_path / "class.csv"))
    assert len(found.coders["Ada"]) == len(IDS) - 1 and found.said[0].line == 5


def test_a_code_given_twice_is_named_and_the_later_counts(tmp_path):
    text = "coder,phrase,code\nAda,r1-01,loaded\nada ,r1-01,plain\n"
    (tmp_path / "class.csv").write_text(text, encoding="utf-8")
    found = codes_in(str(tmp_path / "class.csv"))
    assert found.coders == {"Ada": {"r1-01": "plain"}} and found.said[0].line == 3


@pytest.mark.parametrize(
    "raw", [PNG, b"%PDF-1.7 x", b"PK\x03\x04 x", b"\xff\xd8\xff\xe0", b"\x00\x01\x02" * 50]
)
def test_what_is_no_table_is_named_and_the_rest_is_used(folder, raw):
    found = codes_in(folder(picture_csv=raw, class_csv=rows("Ada")))
    assert list(found.coders) == ["Ada"]
    assert found.said[0].file == "picture.csv" and "table" in told(found)


@pytest.mark.parametrize("content", ["", "\n \n", "coder,phrase,code\n", "a,b\nc,d\n", "only words\n", PNG])
def test_a_file_without_a_code_is_a_problem_that_names_it(tmp_path, content):
    path = tmp_path / "class.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(Problem, match=r"class\.csv"):
        codes_in(str(path))


@pytest.mark.parametrize("name", ["nothing.csv", "", 5, None, "x" * 5000])
def test_a_file_that_is_not_there_is_a_problem(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Problem):
        codes_in(name)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(Problem, match=r"pipe\.csv"):
        codes_in(str(tmp_path / "pipe.csv"))


def test_ten_thousand_rows(tmp_path):
    lines = ["coder,phrase,code", *(f"coder {n % 500},{IDS[n % 20]},{n % 2}" for n in range(10_000))]
    lines += ["broken"] * 400
    (tmp_path / "class.csv").write_text("\n".join(lines), encoding="utf-8")
    found = codes_in(str(tmp_path / "class.csv"))
    assert len(found.coders) == MOST and str(MOST) in told(found)
    assert sum(one.fault == "cut" for one in found.said) == MOST_SAID and "395 more" in told(found)


def test_a_folder_of_work_files(folder):
    given = dict.fromkeys(IDS, "loaded")
    damaged = work("red-3", given)[:-2] + "]]"
    place = folder(
        a_json=work("blue-7", given),
        b_json=work("", given | {"r1-02": "skip", "r1-03": "odd", "zz": "plain"}),
        c_json=damaged, d_json='{"entries": {}}', e_json="no", f_docx=b"PK", g_csv=rows("Ada"),
    )  # fmt: skip
    found = codes_in(place)
    assert set(found.coders) == {"blue-7", "b", "c", "Ada"}
    assert len(found.coders["b"]) == len(IDS) - 2
    assert {one.file for one in found.said} == {"c.json", "d.json", "e.json", "f.docx"}


def test_one_name_in_two_files(folder):
    given = dict.fromkeys(IDS, "loaded")
    place = folder(
        a_json=work("blue-7", given), b_json=work("blue-7", given),
        c_json=work("blue-7", given | {IDS[0]: "plain"}),
        d_csv=f"coder,phrase,code\nblue-7,{items(2)[0].id},plain\n",
    )  # fmt: skip
    found = codes_in(place)
    assert set(found.coders) == {"blue-7", "blue-7 (c.json)"}
    assert [one.file for one in found.said] == ["b.json", "c.json"]
    assert len(found.coders["blue-7"]) == len(IDS) + 1


def test_a_round_copied_from_another_file_is_counted_once(folder):
    given = dict.fromkeys(IDS, "loaded")
    copied = work("blue-7", given).replace('"name": "blue-7"', '"name": "red-3"')
    found = codes_in(folder(a_json=work("blue-7", given), b_json=copied, c_json=work("red-9", given)))
    assert list(found.coders) == ["blue-7", "red-9"]
    assert [str(one) for one in found.said] == [
        "b.json: Its codes of Round 1 stand in a.json with their very time, too: counted once."
    ]


def test_phrases_of_another_study_are_taken_only_alone(tmp_path):
    (tmp_path / "own.csv").write_text("coder,unit,value\nA,x,1\nB,x,0\n", encoding="utf-8")
    own = codes_in(str(tmp_path / "own.csv"))
    assert own.own and own.of(1) == own.coders and own.of(2) == {}
    (tmp_path / "own.csv").write_text("coder,unit,value\nA,x,1\nB,r1-01,0\n", encoding="utf-8")
    mixed = codes_in(str(tmp_path / "own.csv"))
    assert mixed.coders == {"B": {"r1-01": "plain"}} and "x" in told(mixed)


@pytest.mark.parametrize("codes", [None, 5, [1], {"r1-01": 1}, {"x": "loaded"}])
def test_whatever_stands_in_a_work_file(codes):
    assert of_entries({"7.tags1": {"codes": codes}, "7.tags2": codes}) == {}


def test_rounds_are_told_apart():
    everybody = invented()
    assert len(everybody) == 3 and all("invented" in name for name in everybody)
    assert all(len(given) >= 30 for given in everybody.values())


@pytest.mark.parametrize(("name", "coders", "phrases"), [("three", 3, 12), ("rare", 2, 40)])
def test_the_worked_examples(name, coders, phrases):
    found = codes_in(name)
    assert found.own and len(found.coders) == coders
    assert all(len(given) == phrases for given in found.coders.values())
