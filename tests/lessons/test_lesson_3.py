"""What Lesson 3 and its notes say in words is what the texts and tables say."""

import re

from library import ROOT, needs_articles, text_of

from whosewords import files
from whosewords.measures.concordance import concordance
from whosewords.measures.names import names
from whosewords.shelf.catalogue import SHELF, articles
from whosewords.words import read

LESSON = (ROOT / "lessons" / "source" / "03_four_nouns.py").read_text(encoding="utf-8")


def hits(pattern, *chosen):
    return [line for name in chosen or SHELF for line in concordance(articles[name], pattern)]


def test_the_shelf_has_about_3_600_words():
    assert "about 3,600 words" in LESSON
    assert abs(sum(len(articles[name].body) for name in SHELF) - 3600) < 100


def test_terror_and_militants_stand_where_the_lesson_says():
    assert [(line.article, line.paragraph, line.voice) for line in hits("*terror*")] == [
        ("trt", 5, "H"), ("trt", 16, "I"), ("neo", 11, "A"), ("neo", 11, "B"),
    ]  # fmt: skip
    assert {name: len(hits("militant*", name)) for name in SHELF} == {
        "trt": 1, "anti_empire": 0, "rs": 0, "journal_mtl": 0, "neo": 12,
    }  # fmt: skip


def test_shia_stands_beside_them_in_four_of_five():
    found = {n.article for n in names("pmf") + names("kataib_hezbollah") if n.words.startswith("Shi")}
    # In the Montréal column the word before “militias” in ¶4 and ¶7 is Shiite; the table has the noun alone.
    assert found == {"trt", "rs", "neo"}
    told = [row["text"] for row in files.table_rows("authorities.csv")]
    assert any("Shia" in text and "four of" in text for text in told)


@needs_articles
def test_the_montreal_column_says_shiite_too():
    text = text_of("journal_mtl")
    assert "Shiite militias" in text
    for name in ("trt", "anti_empire", "neo"):
        assert re.search("Shi(a|ite)", text_of(name))


@needs_articles
def test_nobody_says_killed_of_soleimani():
    for name in ("trt", "journal_mtl", "neo"):
        sentences = {}
        for word in read(text_of(name)):
            sentences.setdefault(word.sentence, []).append(word.text)
        about = [row for row in sentences.values() if any(w.startswith("Soleimani") for w in row)]
        assert about and not any(w.lower().startswith("kill") for row in about for w in row)


def test_occupier_is_said_in_the_voices_that_the_lesson_names():
    found = {(n.article, n.voice) for n in names("us_forces") if n.label == "occupier / occupying"}
    assert found == {("anti_empire", "E"), ("neo", "A"), ("neo", "Q"), ("wire_2021", "Q")}


def test_of_twelve_militants_six_are_so_called_and_three_were_inferred():
    found = [
        n
        for n in names("pmf")
        if (n.article, n.label, n.target) == ("neo", "militants", "Iran-linked groups (by the text)")
    ]
    inferred = [n for n in found if n.paragraph == 8]
    assert (sum(n.count for n in found), sum(n.count for n in inferred)) == (9, 3)


@needs_articles
def test_the_six_are_called_so_right_before_or_in_the_name():
    called = re.findall(r"(?:Iranian-backed|Iran-backed|pro-Iranian) (?:Shia )?militants?", text_of("neo"))
    assert len(called) == 6


def test_what_survived_stands_in_the_table():
    say = {n.article for n in names("pmf") if n.label == "part of the state’s forces"} & set(SHELF)
    assert say == {"trt", "anti_empire", "journal_mtl"}
    assert [n.paragraph for n in names("kataib_hezbollah") if n.label == "working with the army"] == [11]


def test_daesh_has_four_names():
    assert {n.label for n in names("isis")} >= {"Daesh", "ISIS", "Islamic State", "terrorist organization"}
