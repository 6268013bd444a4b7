"""The shelf: what stands on it, how it is asked, and what an article knows."""

import copy
import dataclasses
import pickle
import re
import tomllib

import pytest

from whosewords import files
from whosewords.problems import Problem
from whosewords.readability import measure
from whosewords.shelf import catalogue
from whosewords.shelf.catalogue import EDITIONS, OWN, SHELF, SPECIMENS, Paragraph, articles
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
    assert 300 <= len(articles[name].words) <= 400
    for paragraph in articles[name].paragraphs:
        assert paragraph.sources
        assert all(re.search(r"\b20\d\d\b|not known", source) for source in paragraph.sources)


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
    assert catalogue.edition_of("rs") == catalogue.edition_of("anti_empire") == "anti_empire"
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
    with pytest.raises(Problem, match="This needs an article's short name in quotation marks"):
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
    assert str(caught.value).startswith("There is no article called “xyz”. There are: anti_empire, ")


def test_a_whole_text_instead_of_a_name_is_not_repeated_whole():
    with pytest.raises(Problem) as caught:
        articles["word " * 100_000]
    assert len(str(caught.value)) < 400


def test_a_notebook_shows_the_message_alone():
    assert Problem("A sentence.")._render_traceback_() == ["A sentence."]


def test_the_shelf_is_shown_as_cards_and_as_lines(home):
    shown = articles._repr_html_()
    assert shown.count("<strong>") == 5
    assert shown.count("in blocks until unlocked") == 5
    assert len(repr(articles).splitlines()) == 5
    assert "full text" in articles["wire_2019"]._repr_html_()


def test_what_stands_in_a_card_is_escaped():
    odd = dataclasses.replace(articles["wire_2019"], name="<b>&", genre="<script>", date_posted='"<i>')
    shown = odd._repr_html_()
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
    opened = catalogue.with_words(
        article, [w if w.text else w._replace(text="x" * w.letters) for w in catalogue.edition_words("neo")]
    )
    assert not opened.locked
    assert catalogue.relock(opened) == article


def test_texts_of_another_length_are_left_aside():
    listed = catalogue.edition_words("journal_mtl")
    assert catalogue.with_texts(listed, None) == listed
    assert catalogue.with_texts(listed, ["x"]) == listed
    wrong = ["x" * (word.letters + 1) for word in listed]
    assert catalogue.with_texts(listed, wrong) == listed
    right = catalogue.with_texts(listed, ["x" * word.letters for word in listed])
    assert [w.text for w in right] == [w.text or "x" * w.letters for w in listed]
