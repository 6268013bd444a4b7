"""The phrases of Lesson 7: places, readings, and what is shown of them."""

from math import isnan

import pytest

from whosewords.measures.tagging import CODES, LONGEST, ROUNDS, by_id, items, place, rates, shown
from whosewords.shelf.catalogue import articles
from whosewords.words import read


def kinds(number):
    return [item.key for item in items(number)]


def test_rounds_have_as_many_plain_as_loaded_phrases():
    assert [(kinds(n).count("loaded"), kinds(n).count("plain")) for n in ROUNDS] == [(10, 10), (6, 6)]


def test_ids_are_in_order_and_tell_nothing():
    assert [item.id for item in items()] == [f"r1-{n:02}" for n in range(1, 21)] + [
        f"r2-{n:02}" for n in range(1, 13)
    ]
    assert len(by_id()) == 32


@pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
def test_each_phrase_stands_where_the_table_says(item):
    line, phrase = place(item), read(item.phrase)
    words = articles[item.text].words[line.start : line.end]
    assert len(phrase) <= LONGEST
    assert [word.letters for word in words] == [word.letters for word in phrase]
    assert all(word.masked or word.text == one.text for word, one in zip(words, phrase, strict=True))
    assert line.first <= line.start < line.end <= line.last
    assert {word.paragraph for word in words} == {item.paragraph}


@pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
def test_in_blocks_only_the_phrase_can_be_read(item):
    line = place(item)
    seen = shown(item).words[line.first : line.last]
    legible = [line.first + n for n, word in enumerate(seen) if not word.masked]
    assert legible == list(range(line.start, line.end))
    assert len(shown(item).words) == len(articles[item.text].words)


@pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
def test_the_line_above_names_no_outlet(item):
    article = articles[item.text]
    told = item.context.casefold()
    assert article.name.casefold() not in told and article.outlet.casefold() not in told
    assert not set(CODES) & set(told.split())


def test_no_text_has_all_of_one_round():
    for number in ROUNDS:
        texts = [item.text for item in items(number)]
        assert max(map(texts.count, texts)) <= 7


def test_rates_by_hand():
    loaded = [item.id for item in items(1) if item.key == "loaded"]
    plain = [item.id for item in items(1) if item.key == "plain"]
    codes = dict.fromkeys(loaded[:8], "loaded") | dict.fromkeys(loaded[8:], "plain")
    codes |= dict.fromkeys(plain[:1], "loaded") | dict.fromkeys(plain[1:5], "plain")
    found = rates(codes | {plain[5]: "skip", "strange": "loaded"})
    assert found[:4] == (8, 10, 1, 5)
    assert found.score == pytest.approx(0.8 - 0.2)


@pytest.mark.parametrize("code", ["loaded", "plain"])
def test_one_code_for_everything_scores_nothing(code):
    assert rates(dict.fromkeys(by_id(), code)).score == 0


def test_without_both_kinds_there_is_no_score():
    assert isnan(rates({}).score)
    assert isnan(rates({item.id: "loaded" for item in items() if item.key == "loaded"}).score)
