"""Each sentence of fact has its sources, and each source its date; planted faults are found."""

import list_facts
import pytest
from list_facts import Fact, is_fact

FILE = "lessons/source/07_spoons.py"
LISTED = {
    "bell": {"id": "bell", "who": "The Bell", "date": "3 May 2020", "kind": "newspaper"},
    "drum": {"id": "drum", "who": "Evening Drum", "date": "undated", "kind": "newspaper"},
    "pedia": {"id": "pedia", "who": "Spoonpedia", "date": "undated", "kind": "encyclopedia"},
}
ROWS = [
    Fact("The spoon fund met in 2016.", FILE, "bell;drum"),
    Fact("Two soldiers lost a spoon.", FILE, "drum"),
]


@pytest.fixture(scope="module")
def listed():
    return list_facts.sources()


@pytest.fixture(scope="module")
def rows():
    return list_facts.facts()


@pytest.fixture(scope="module")
def everything():
    return {*list_facts.read(list_facts.EVERY), *list_facts.read(list_facts.SOME)}


# ---- what the project holds


def test_each_sentence_of_fact_has_its_row(listed, rows):
    needed = list_facts.needing(list_facts.bodies(listed), list_facts.texts())
    assert len(needed) > 200
    assert list_facts.without_row(needed, rows) == [], "python tools/list_facts.py tells more"


def test_each_row_is_printed_and_stands_once(rows, everything):
    assert list_facts.printed_nowhere(rows, everything) == []
    assert len({(row.file, row.sentence) for row in rows}) == len(rows)


def test_each_source_is_known_and_dated(rows, listed):
    assert list_facts.unknown(rows, listed) == []
    assert list_facts.without_date(listed) == []
    assert all(row["who"] and row["title"] and row["seen"] and row["kind"] for row in listed.values())
    assert {row["extent"] for row in listed.values()} == {"excerpt only", "whole"}


def test_nothing_rests_on_an_encyclopedia_alone(rows, listed):
    assert list_facts.on_encyclopedias(rows, listed) == []


def test_the_cards_print_a_name_that_their_rows_have(rows, listed):
    from whosewords.calls.outlets import who_is_behind

    for card in who_is_behind():
        for fact in card.facts:
            told = list_facts.sentences(fact.text)
            ids = {one for row in rows if row.sentence in told for one in row.ids}
            names = {name for one in ids for name in (listed[one]["who"], *listed[one]["title"].split(", "))}
            printed = fact.source.casefold().replace(" ", "")
            assert any(name.casefold().replace(" ", "") in printed for name in names) or "shelf" in ids, fact


# ---- planted faults


def test_a_sentence_without_a_row_is_found():
    needed = [(FILE, row.sentence) for row in ROWS]
    assert list_facts.without_row(needed, ROWS) == []
    assert list_facts.without_row(needed, ROWS[:1]) == needed[1:]
    moved = [("lessons/source/08_forks.py", ROWS[0].sentence)]
    assert list_facts.without_row(moved, ROWS) == moved


def test_a_row_that_nobody_prints_is_found():
    everything = {(FILE, "The spoon fund met in 2017."), (FILE, ROWS[1].sentence)}
    assert list_facts.printed_nowhere(ROWS, everything) == ROWS[:1]


def test_what_can_be_written_is_and_its_sources_are_asked_for():
    needed = [(FILE, ROWS[0].sentence), (FILE, "It came in 2018.")]
    new = list_facts.brought_up(needed, ROWS, {*needed})
    assert new == [ROWS[0], Fact("It came in 2018.", FILE, "")]
    assert list_facts.unknown(new, LISTED) == [""]


def test_an_unknown_source_and_an_empty_one_are_found():
    assert list_facts.unknown(ROWS, LISTED) == []
    odd = [Fact("It is so.", FILE, "bell;gull"), Fact("It is so, too.", FILE, "")]
    assert list_facts.unknown(odd, LISTED) == ["", "gull"]


@pytest.mark.parametrize("date", ["", "spring", "date not noted", "3 May", "20 May 1"])
def test_a_source_without_a_date_is_found(date):
    assert list_facts.without_date(LISTED) == []
    assert list_facts.without_date(LISTED | {"gull": {"date": date}}) == ["gull"]


def test_a_fact_that_rests_on_an_encyclopedia_alone_is_found():
    alone = Fact("A spoon fund is old.", FILE, "pedia")
    beside = Fact("A spoon fund is older.", FILE, "pedia;bell")
    assert list_facts.on_encyclopedias([alone, beside, *ROWS], LISTED) == [alone]


# ---- the rule: what is a sentence of fact


@pytest.mark.parametrize(
    "sentence",
    [
        "A law of 2016 made them a part.",
        "It came on 28 June.",
        "It came on June 27 in the evening.",
        "Three Iraqi soldiers and a cook died.",
        "It killed 26 fighters.",
        "The Spoon Fund condemned it (again).",
        "The US sanctions on The Gull came in 2022.",  # of the world, though a text is named
    ],
)
def test_a_date_people_or_a_body_make_a_fact(sentence):
    assert is_fact(sentence, ["Spoon Fund"], ["The Gull"])


@pytest.mark.parametrize(
    "sentence",
    [
        "What happened in 2016?",
        "In ¶7 it is 2016.",
        "Write `2016` in place of `____`.",
        "The Gull says that 26 fighters died in 2016.",
        "Strike of June 2021",  # a label
        "The spoon lay on the table.",
        "A Spoonful of tea.",
        "TRT has 32 sentences.",
    ],
)
def test_questions_labels_and_what_a_text_says_are_none(sentence):
    assert not is_fact(sentence, ["Spoon"], ["The Gull"])
