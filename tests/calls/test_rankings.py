"""The rule race: places by hand, every order with its rule, equal locked and unlocked."""

import re
from fractions import Fraction

import pytest
from library import needs_articles, text_of

from whosewords import lexicon
from whosewords.calls import rankings
from whosewords.calls.rankings import rank, stability
from whosewords.measures import rule_race
from whosewords.measures.rule_race import ALL, Rule, placed, race, rules, shares, sums, value
from whosewords.problems import Problem
from whosewords.shelf import catalogue, editions
from whosewords.shelf.article import relock, with_words
from whosewords.shelf.catalogue import SHELF, articles
from whosewords.words import read

# Invented sums: {(list, category, voice): hits}, {voice: words}. “long” has more hits, “short” the higher
# rate, “talk” speaks in quotations.
LONG = ({("our list", ALL, "A"): 20}, {"A": 1000})
SHORT = ({("our list", ALL, "A"): 8}, {"A": 200})
TALK = ({("our list", ALL, "A"): 1, ("our list", ALL, "Q"): 11}, {"A": 100, "Q": 100})


def counted(summed):
    hits, words = summed
    return rule_race.Counter(hits), rule_race.Counter(words)


THREE = {"long": counted(LONG), "short": counted(SHORT), "talk": counted(TALK)}


def test_the_value_of_a_rule_by_hand():
    assert value(Rule("raw count"), THREE["talk"]) == 12  # 1 + 11
    assert value(Rule(), THREE["talk"]) == 60  # 12 in 200 words
    assert value(Rule(voices="outside quotation marks"), THREE["talk"]) == 10  # 1 in 100 words
    assert value(Rule(), THREE["short"]) == 40  # 8 in 200
    assert value(Rule(), THREE["long"]) == 20  # 20 in 1,000


def test_three_rules_have_three_winners():
    asked = [Rule("raw count"), Rule(), Rule(voices="author’s voice")]
    first = [
        [name for name, (place, _) in order.items() if place == 1] for order in race(THREE, asked).values()
    ]
    # 20, 8, 12: long; 20, 40, 60: talk; 20, 40, 10: short.
    assert first == [["long"], ["talk"], ["short"]]


def test_equal_values_share_the_better_place():
    assert placed({"a": 3, "b": 7, "c": 3, "d": 0}) == {"b": 1, "a": 2, "c": 2, "d": 4}


def test_rates_are_compared_exactly():
    # 1 in 3 words and 333 in 999 are the same rate; as decimals they might not be.
    same = {
        "a": counted(({("our list", ALL, "A"): 1}, {"A": 3})),
        "b": counted(({("our list", ALL, "A"): 333}, {"A": 999})),
    }
    assert {place for place, _ in race(same, [Rule()])[Rule()].values()} == {1}


def test_shares_by_hand():
    asked = [Rule("raw count"), Rule(), Rule(voices="outside quotation marks"), Rule(voices="author’s voice")]
    found = shares(race(THREE, asked))
    # Four orders. First: long once, talk once, short twice. talk is second by raw count, else first or last.
    assert found["short"] == {1: Fraction(2, 4), 2: Fraction(1, 4), 3: Fraction(1, 4)}
    assert found["long"] == {1: Fraction(1, 4), 2: Fraction(2, 4), 3: Fraction(1, 4)}
    assert found["talk"] == {1: Fraction(1, 4), 2: Fraction(1, 4), 3: Fraction(2, 4)}
    assert all(sum(row.values()) == 1 for row in found.values())


def test_a_rule_under_which_nobody_has_a_hit_orders_nothing():
    assert race(THREE, [Rule(words="VADER"), Rule(category="hedge")]) == {}


def test_the_combinations_are_complete_and_all_different():
    # 3 lists of ours × 11 (all, and ten alone) × 3 voices × 2 measures, and 2 other lists × 3 × 2.
    assert len(rules()) == len(set(rules())) == 3 * 11 * 3 * 2 + 2 * 3 * 2 == 210
    assert set(rankings.SHOWN.values()) <= set(rules())
    assert not any(rule.category in lexicon.CANDIDATES for rule in rules())


def test_every_order_stands_with_its_rule(home):
    found = rank()
    assert found.table["rule"].is_unique and found.table["rule"].str.len().gt(0).all()
    assert list(found.table.columns) == ["rule", "1st", "2nd", "3rd", "4th", "5th"]
    names = {articles[name].name for name in SHELF}
    for row in found.table.itertuples(index=False):
        assert all(any(cell.startswith(name) for cell in row[1:]) for name in names)
    all_of_them = stability()
    orders = race({articles[name].name: sums(articles[name]) for name in SHELF})
    assert all_of_them.view.count("<li>") == len(orders)
    assert all(str(rule).count(" · ") == 3 for rule in orders)


def test_no_call_gives_a_text_one_score(home):
    for found in (rank(), stability()):
        assert "score" not in found.table and "biased" in found.do_not_conclude
        assert lexicon.accuracy_line() in found.more and found.chart.words == found.words


def test_whether_the_order_turns_is_said_from_the_data(home):
    assert "depends on the rule" in rank().short
    # One text that is ahead under every rule: the words say that nothing turns.
    plain = rank(["wire_2019", "warmup_courier"])
    firsts = {row.split(" ")[0] for row in plain.table["1st"]}
    assert ("does not turn" in plain.short) == (len(firsts) == 1)
    known = [("one", {"a": (1, 5), "b": (2, 3)}), ("two", {"a": (1, 2), "b": (2, 1)})]
    assert re.search(r"not turn .*: a\b", rankings._race_in_words(known))
    turned = [*known, ("three", {"b": (1, 7), "a": (2, 3)})]
    assert re.search(r"3 rules, 2 .*\ba\b.* 1 b\.$", rankings._race_in_short(turned))


def boxes_of(found, rows):
    """The boxes of the table behind a picture, a dictionary each."""
    if rows == "text":
        table = found.table[found.table["orders"].str.startswith("all combinations")]
        return [
            {"text": row["text"], "place": name, "label": row[name]}
            for row in table.to_dict("records")
            for name in row
            if name not in ("orders", "text")
        ]
    return [box for row in found.table.to_dict("records") for box in _places(row)]


def _places(row):
    """Who stands where under one rule, from the cells of its row: `TRT World 21 (shared)`."""
    cells = [cell for name, cell in row.items() if name != "rule"]
    for at, cell in enumerate(cells, 1):
        text = re.match(r"(.*) [\d.,]+( \(shared\))?$", cell)
        same = [n for n, other in enumerate(cells, 1) if other.endswith("(shared)")
                and _value(other) == _value(cell)]  # fmt: skip
        yield {"rule": row["rule"], "text": text[1], "place": min([at, *same]) if text[2] else at}


def _value(cell):
    return re.search(r"[\d.,]+(?= \(shared\)$|$)", cell)[0]


def test_the_sentence_is_short_and_the_words_say_all_that_the_picture_says(home):
    for found, rows in ((rank(), "rule"), (stability(), "text")):
        assert len(found.short.split()) < 45 and found.words.split(". ")[0] == found.short.split(". ")[0]
        boxes = boxes_of(found, rows)
        lines = dict(line.split(": ", 1) for line in found.words.splitlines()[1:])
        assert list(lines) == list(dict.fromkeys(box[rows] for box in boxes))
        for box in boxes:
            told = lines[box[rows]]
            if rows == "text":
                assert f"{box['place']} in {box['label'].replace(' %', ' of 100')}" in told
            elif f"{box['text']} (shares place" in told:
                assert f"{box['text']} (shares place {box['place']})" in told
            else:
                assert told.removesuffix(".").split(", ")[box["place"] - 1] == box["text"]


def test_numbers_that_differ_look_different_and_equal_ones_are_shared(home):
    for cells in rank().table.drop(columns="rule").itertuples(index=False):
        alone = [_value(cell) for cell in cells if not cell.endswith("(shared)")]
        assert len(alone) == len(set(alone)), cells


def test_shares_of_each_text_add_up(home):
    table = stability().table
    for row in table.itertuples(index=False):
        assert abs(sum(int(cell.removesuffix(" %")) for cell in row[2:]) - 100) <= 3


@needs_articles
def test_locked_and_unlocked_run_the_same_race():
    locked = {name: relock(catalogue.load(name)) for name in SHELF}
    full = {
        name: with_words(article, read(text_of(editions.edition_of(name))))
        for name, article in locked.items()
    }
    assert all(article.locked for article in locked.values())
    assert not any(article.locked for article in full.values())
    both = [race({name: sums(article) for name, article in each.items()}) for each in (locked, full)]
    assert both[0] == both[1] and len(both[0]) > 150
    for call in (rank, stability):
        one, other = (call(list(each.values())) for each in (locked, full))
        assert one.table.equals(other.table) and one.words == other.words


@pytest.mark.parametrize("wanted", ["trt", ["trt"], ["trt", "trt"]])
def test_a_race_needs_two_texts(wanted):
    with pytest.raises(Problem, match="two texts"):
        rank(wanted)


def test_a_misspelt_text_gets_a_sentence():
    with pytest.raises(Problem, match="mean “neo”"):
        rank(["trt", "neow"])


def test_a_list_of_ones_own_is_one_rule_more():
    two = ["wire_2019", "warmup_courier"]
    mine = lexicon.own.OwnList("mine", tuple(e for e in lexicon.load() if e.term == "everyone knows"))
    found = rank(two, words=mine).table
    assert len(found) == len(rank(two).table) + 1
    row = found[found["rule"] == rankings.YOUR_RULE].iloc[0]
    assert row["1st"].startswith(articles["warmup_courier"].name) and row["2nd"].endswith(" 0")
    with pytest.raises(Problem, match="no_such_list"):  # never ours in place of a list that is not there
        rank(two, words="no_such_list.csv")


def test_numbers_of_a_row_tell_its_order():
    order = {"a": (1, Fraction(458, 100)), "b": (2, Fraction(457, 100)), "c": (3, Fraction(2))}
    assert rankings._in_numbers(order) == ["a 4.58", "b 4.57", "c 2"]
    shared = {"a": (1, Fraction(3, 2)), "b": (1, Fraction(3, 2))}
    assert rankings._in_numbers(shared) == ["a 1.5 (shared)", "b 1.5 (shared)"]
