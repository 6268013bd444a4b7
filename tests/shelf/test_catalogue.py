"""The shelf: what stands on it, how it is asked, and what an article knows."""

import copy
import dataclasses
import pickle
import re
import tomllib
from pathlib import Path

import pandas
import pytest

from whosewords import files
from whosewords.display import cards
from whosewords.problems import Problem
from whosewords.readability import measure
from whosewords.session import nobody
from whosewords.shelf import catalogue, editions, own_texts
from whosewords.shelf.article import Paragraph, relock, with_words
from whosewords.shelf.catalogue import EDITIONS, OWN, SHELF, SPECIMENS, articles
from whosewords.shelf.importing import read_source
from whosewords.words import read

ALL = tuple(articles)
ROLES = {
    "headline", "standfirst", "deck", "note", "heading", "body", "source line", "signature", "furniture",
    "disclaimer",
}  # fmt: skip


def test_what_stands_on_the_shelf():
    assert len(articles) == len(ALL) == len(set(ALL)) == 5 + 3 + 4 + 1
    assert ALL[:8] == (*SHELF, *OWN)
    assert ALL[-1:] == (*SPECIMENS,)
    assert tuple(catalogue.WARM_UP) == (
        "warmup_courier",
        "warmup_harbour",
        "warmup_official",
        "warmup_repost",
    )
    assert "neo" in articles
    assert "Neo" not in articles
    for odd in (None, 5, ["neo"], {}, articles["neo"]):
        assert odd not in articles


@pytest.mark.parametrize("name", ALL)
def test_every_article_says_where_it_comes_from(name):
    article = articles[name]
    assert article.id == name
    for field in dataclasses.fields(article):
        assert getattr(article, field.name) is not None
    told = ("name", "outlet", "headline", "author", "genre", "rights", "note")
    for field in (*told, "date_event", "date_written", "date_posted"):
        assert getattr(article, field).strip() == getattr(article, field) != ""
    assert article.language == "en"
    assert article.strike in ("", "2019-12", "2020-03", "2021-06")
    assert article.kind in ("own text", "blackout edition")
    assert article.kind == ("blackout edition" if name in (*SHELF, *SPECIMENS) else "own text")


@pytest.mark.parametrize("name", ALL)
def test_paragraphs(name):
    article = articles[name]
    assert [p.number for p in article.page] == list(range(1, len(article.page) + 1))
    for paragraph in article.page:
        assert paragraph.role in ROLES
        assert paragraph.layer in ("author", "host", "excerpt", "furniture", "outlet")
        assert paragraph.voice in "AHEB"
        assert paragraph.words
        assert {word.paragraph for word in paragraph.words} == {paragraph.number}
        assert bool(paragraph.precis) == (article.kind == "blackout edition")
    assert article.words == tuple(word for p in article.paragraphs for word in p.words)
    assert article.body == tuple(word for p in article.paragraphs if p.voice != "B" for word in p.words)


@pytest.mark.parametrize("name", [*OWN, *catalogue.WARM_UP])
def test_our_own_texts_are_there_in_full_and_word_for_word(name):
    article = articles[name]
    with files.data("articles", f"{name}.toml").open("rb") as file:
        written = [entry["text"] for entry in tomllib.load(file)["paragraph"]]
    assert not article.locked
    assert [paragraph.text for paragraph in article.paragraphs] == written


@pytest.mark.parametrize("name", OWN)
def test_wire_reports_have_the_length_and_the_sources_they_should(name):
    assert 300 <= len(articles[name].words) <= 420
    for paragraph in articles[name].paragraphs:
        assert paragraph.sources
        assert all(re.search(r"\b20\d\d\b|undated", source) for source in paragraph.sources)


@pytest.mark.parametrize("name", catalogue.WARM_UP)
def test_the_warm_up_set_has_the_length_it_should(name):
    assert 150 <= len(articles[name].words) <= 250


def test_articles_in_blocks(home):
    for name in (*SHELF, *SPECIMENS):
        article = articles[name]
        assert article.locked
        assert any(paragraph.text is None for paragraph in article.paragraphs)
        assert all(word.letters > 0 and word.syllables > 0 for word in article.words)


def test_one_page_two_voices(home):
    host, guest = articles["anti_empire"], articles["rs"]
    assert host.page == guest.page
    assert {p.layer for p in guest.paragraphs} == {"excerpt"}
    assert "excerpt" not in {p.layer for p in host.paragraphs}
    assert editions.edition_of("rs") == editions.edition_of("anti_empire") == "anti_empire"
    assert len(host.words) + len(guest.words) <= sum(len(p.words) for p in host.page)


def test_no_publishers_text_stands_in_the_files_about_them():
    for name in (*EDITIONS, "rs"):
        with files.data("articles", f"{name}.toml").open("rb") as file:
            about = tomllib.load(file)
        assert all("text" not in entry for entry in about.get("paragraph", ()))


def test_choosing():
    trt, neo = articles["trt"], articles["neo"]
    assert articles.choose() == articles.choose(articles) == [articles[name] for name in SHELF]
    assert articles.choose("trt") == articles.choose(trt) == articles.choose(["trt"]) == [trt]
    assert articles.choose(["trt", neo]) == articles.choose(("trt", ["neo"])) == [trt, neo]
    assert articles.choose(name for name in ("trt", "neo")) == [trt, neo]


@pytest.mark.parametrize("wanted", [5, 0, True, [], (), {}, [[]], 3.5, object()])
def test_choosing_what_is_no_article(wanted):
    with pytest.raises(Problem, match="short name"):
        articles.choose(wanted)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("noe", "neo"), ("TRT", "trt"), ("wire_202", "wire_202"), ("anti-empire", "anti_empire")],
)
def test_a_misspelt_name_gets_a_hint(wrong, meant):
    for ask in (articles.__getitem__, articles.choose, lambda name: articles.choose([name])):
        with pytest.raises(Problem, match=rf"no article called “{wrong}”\. Did you mean “{meant}") as caught:
            ask(wrong)
        assert "neo" in str(caught.value).split("There are: ")[1]


def test_a_name_like_none_lists_them_all():
    with pytest.raises(Problem) as caught:
        articles["xyz"]
    assert "“xyz”" in str(caught.value) and all(name in str(caught.value) for name in articles)


def test_a_whole_text_instead_of_a_name_is_not_repeated_whole():
    with pytest.raises(Problem) as caught:
        articles["word " * 100_000]
    assert len(str(caught.value)) < 400


def test_a_notebook_shows_the_message_alone():
    assert Problem("A sentence.")._render_traceback_() == ["A sentence."]


def test_the_shelf_is_shown_as_cards_and_as_lines(home):
    shown = cards.shelf(articles)
    assert shown.count("<strong>") == 5
    assert shown.count("in blocks until") == 5
    assert len(repr(articles).splitlines()) == 5
    assert "full text" in cards.article(articles["wire_2019"])


def test_what_stands_in_a_card_is_escaped():
    odd = dataclasses.replace(articles["wire_2019"], name="<b>&", genre="<script>", date_posted='"<i>')
    shown = cards.article(odd)
    assert "&lt;b&gt;&amp;" in shown
    assert "<script>" not in shown
    assert "<i>" not in shown


def test_articles_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        articles["wire_2019"].name = "another"


def test_articles_can_be_sent_to_another_program():
    article = articles["wire_2019"]
    for twin in (pickle.loads(pickle.dumps(article)), copy.deepcopy(article)):
        assert twin == article
        assert repr(measure(twin)) == repr(measure(article))


def test_an_article_is_read_once_and_again_when_forgotten(home):
    first = articles["neo"]
    assert articles["neo"] is first
    articles.forget("neo")
    assert articles["neo"] is not first
    assert articles["neo"] == first
    articles.forget("neo", "never read", "trt")


def test_a_paragraph_of_odd_marks():
    text = "(“Stop!” – he said): “no, ‘never’…”"
    assert Paragraph(1, "body", "author", "A", tuple(read(text))).text == text
    assert Paragraph(1, "body", "author", "A", ()).text == ""


def test_relock_masks_what_the_edition_masks(home):
    article = articles["neo"]
    opened = with_words(
        article, [w if w.text else w._replace(text="x" * w.letters) for w in editions.edition_words("neo")]
    )
    assert not opened.locked
    assert relock(opened) == article


def test_texts_of_another_length_are_left_aside():
    listed = editions.edition_words("journal_mtl")
    assert editions.with_texts(listed, None) == listed
    assert editions.with_texts(listed, ["x"]) == listed
    wrong = ["x" * (word.letters + 1) for word in listed]
    assert editions.with_texts(listed, wrong) == listed
    right = editions.with_texts(listed, ["x" * word.letters for word in listed])
    assert [w.text for w in right] == [w.text or "x" * w.letters for w in listed]


# The door: whatever a call is given


TEXT = "A Bridge Too Soft\n\nThe bridge is closed. Follow the yellow signs."


def test_a_text_of_ones_own_becomes_an_article():
    (own,) = catalogue.choose(TEXT)
    assert (own.name, own.kind, own.outlet, own.author, own.date_posted) == ("your text",) * 2 + (
        "unknown",
    ) * 3
    assert [(p.number, p.role, p.voice) for p in own.paragraphs] == [(1, "headline", "H"), (2, "body", "A")]
    assert list(own.words) == read(TEXT) and own.headline == "A Bridge Too Soft" and not own.locked
    assert own.yours and own.edition is None and not articles["wire_2019"].yours
    assert pickle.loads(pickle.dumps(own)) == own


def test_lines_without_a_word_are_no_paragraphs_but_keep_their_number():
    own = catalogue.your_text("One bridge.\n* * *\nTwo bridges.")
    assert [paragraph.number for paragraph in own.paragraphs] == [1, 3]
    assert "".join(paragraph.text for paragraph in own.paragraphs) == "One bridge.Two bridges."


def test_what_a_line_is_is_told_by_rule():
    text = "A Bridge Too Soft\nEditor’s note: we left this in.\nIt swings.\nAnother Bridge\nFollow us on:"
    own = catalogue.your_text(text)
    assert [(p.role, p.voice) for p in own.paragraphs] == [
        ("headline", "H"), ("note", "E"), ("body", "A"), ("heading", "H"), ("furniture", "B"),
    ]  # fmt: skip
    assert catalogue.your_text("A Bridge Too Soft").paragraphs[0].voice == "A"  # a line alone is no heading


def test_names_come_from_a_dictionary_a_file_or_are_numbered(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text(TEXT, encoding="utf-8")
    given = [
        TEXT,
        {"mine": TEXT, "file": file},
        file,
        file,
        TEXT,
        "neo",
        {"mine": "neo"},
        {"TRT World": TEXT},
    ]
    chosen = catalogue.choose([*given, "trt"])
    assert [article.name for article in chosen] == [
        "your text", "mine", "file", "notes.txt", "notes.txt 2", "your text 2", "New Eastern Outlook",
        "mine 2", "TRT World 2", "TRT World",
    ]  # fmt: skip
    assert chosen[7].id == "neo" and chosen[7].words == articles["neo"].words
    assert len({article.id for article in chosen}) == len(chosen) - 1  # neo stands there twice
    again = catalogue.choose([chosen[0], chosen[0]])
    assert [article.name for article in again] == ["your text", "your text 2"]


def test_tables_and_series(tmp_path):
    frame = pandas.DataFrame({"body": [TEXT, "neo"], "year": [2025, 2021]})
    assert [a.name for a in catalogue.choose(frame, column="body")] == ["your text", "New Eastern Outlook"]
    assert [a.name for a in catalogue.choose(frame.set_index("year"), column="body")] == ["2025", "2021"]
    assert [a.name for a in catalogue.choose(frame["body"])] == ["your text", "New Eastern Outlook"]
    assert [a.name for a in catalogue.choose(frame["body"][1:])] == ["New Eastern Outlook"]
    for given, column, part in (
        (frame, None, 'column=…. Its columns are: "body", "year"'),
        (frame, "bodi", "Did you mean “body”"),
        (frame, ["body"], "no column called"),
        (frame, "year", "Text 1: .* the number 2025 arrived"),
        (frame[:0], "body", "an empty Series arrived"),
        (pandas.concat([frame, frame], axis=1), "body", "2 columns are called “body”"),
        (pandas.Series([TEXT, None, float("nan")]), None, "Text 2"),
        ([TEXT], "body", "column= goes with a table"),
        (None, "body", "column= goes with a table"),
    ):
        with pytest.raises(Problem, match=part):
            catalogue.choose(given, column=column)


def test_a_set_has_one_order_and_a_generator_is_read():
    assert (
        catalogue.choose({"trt", "neo"})
        == catalogue.choose({"neo", "trt"})
        == catalogue.choose(["neo", "trt"])
    )
    assert len(catalogue.choose(f"Text number {n}." for n in range(3))) == 3
    assert catalogue.choose([articles]) == catalogue.choose()


def test_a_file_name_is_asked_about_and_a_path_is_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("mine.txt", "my own text.txt", "no_ending"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
        with pytest.raises(Problem, match=rf'write Path\("{name}"\)'):
            catalogue.choose(name)
        assert catalogue.choose(Path(name))[0].words == tuple(read(TEXT))
    for name in ("other.txt", "my other text.docx"):
        with pytest.raises(Problem, match="no such file"):
            catalogue.choose(name)
    for path, part in ((Path("none.txt"), "could not be read"), (tmp_path, "is a folder")):
        with pytest.raises(Problem, match=part):
            catalogue.choose(path)
    assert catalogue.choose("He wrote it all down in a file called mine.txt")[0].yours


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ("New Eastern Outlook", 'by its short name: "neo"'),
        ("new eastern outlok", 'by its short name: "neo"'),
        ("Anti Empire", "anti_empire"),
        ("wire report 2019", "wire_2019"),
        ("trt, neo", 'as a list, each in quotation marks: \\["trt", "neo"\\]'),
        ("trt neo rs", "as a list"),
        ("  ", "an empty text"),
        ("!!! ???", "no word in this text"),
        ("Hello", "two words or more"),
        (None, "nothing"),
        (b"two words", "bytes"),
        ({"a": None}, "“a”: .*nothing"),
        ({"a": "noe"}, "“a”: .*Did you mean “neo”"),
        (["trt", []], "an empty list"),
        ("word " * 1_100_000, "5.5 million characters"),
    ],
)
def test_what_is_no_text_is_told_in_a_sentence(given, part):
    with pytest.raises(Problem, match=part) as caught:
        catalogue.choose([given] if given is None else given)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 500


def test_one_text_alone():
    assert catalogue.choose_one(["trt"]) is articles["trt"]
    with pytest.raises(Problem, match=r"^f\(\) .*13 arrived: .* 8 more"):
        catalogue.choose_one(list(articles), call="f()")
    with pytest.raises(Problem, match="none arrived"):
        catalogue.choose_one()


def test_a_text_that_was_put_on_the_shelf_is_found_by_its_name_and_put_away_with_its_reader():
    with nobody():
        own_texts.keep(own_texts.from_reading(read_source(TEXT), "ferry"))
        assert catalogue.choose(["ferry", "trt"])[0] is articles["ferry"]
        assert [article.id for article in articles.shown()][-1] == "ferry"
        with nobody(), pytest.raises(Problem, match="no article called “ferry”"):
            catalogue.choose("ferry")
        with pytest.raises(Problem, match="mean “ferry”"):
            catalogue.choose("fery")


def test_many_texts_are_each_read_once(monkeypatch):
    """A thousand texts: no file of the shelf is opened for any of them, and no text is read twice."""
    catalogue.choose("A text to begin with.")
    read_now = []
    monkeypatch.setattr(catalogue, "read", lambda s: read_now.append(s) or read(s))
    monkeypatch.setattr(catalogue, "about_article", None)
    chosen = catalogue.choose([f"The ferry number {n} has left." for n in range(1000)])
    assert len(read_now) == 1000 and chosen[-1].name == "your text 1000"
