"""What Lesson 5 and its notes say in words is what the counts say. Should the list change, they must too."""

from whosewords.lexicon import load, other_lists
from whosewords.measures.concordance import concordance
from whosewords.measures.rates import placed_hits, rate
from whosewords.measures.rule_race import ALL, LISTS, Rule, race, sums
from whosewords.shelf.catalogue import OWN, SHELF, articles
from whosewords.words import read

SUMS = {name: sums(articles[name]) for name in (*SHELF, *OWN)}
FIVE = race({name: SUMS[name] for name in SHELF})
ALL_EIGHT = race(SUMS)


def found(pattern, *names):
    return [line for name in names or SHELF for line in concordance(articles[name], pattern)]


def test_the_longest_text_falls_from_second_to_last():
    assert max(SHELF, key=lambda name: len(articles[name].body)) == "neo"
    assert FIVE[Rule("raw count")]["neo"][0] == 2 and FIVE[Rule()]["neo"][0] == 5
    assert 2 * len(articles["rs"].body) < len(articles["trt"].body)


def test_for_each_text_there_is_a_rule_that_puts_it_first():
    assert {text for order in FIVE.values() for text, (place, _) in order.items() if place == 1} == set(SHELF)


def test_our_reports_come_behind_the_five_with_our_list_but_not_with_vader():
    behind = {
        rule: max(order[name][1] for name in OWN) < min(order[name][1] for name in SHELF)
        for rule, order in ALL_EIGHT.items()
        if rule.category == ALL
    }
    assert all(behind[rule] for rule in behind if rule.words in LISTS)
    assert not any(behind[rule] for rule in behind if rule.words == "VADER")
    assert all("v" in other_lists(word) for word in read("attack killed"))


def test_the_recipes_of_the_sample_answer_work():
    assert FIVE[Rule(category="label")]["anti_empire"][0] == 1
    assert FIVE[Rule("raw count")]["anti_empire"][0] == 5
    labels = [p.start for p in placed_hits(articles["anti_empire"]) if p.category == "label"]
    one = rate(articles["anti_empire"], labels, "AHEQI")
    assert (one.words, round(one.step)) == (169, 6)


def test_the_false_hits_are_where_the_lesson_says():
    assert [line.paragraph for line in found("crisis", "neo")] == [13]
    assert [line.paragraph for line in found("preoccupied")] == [8]
    terror = [(line.article, line.paragraph, line.voice) for line in found("*terror*")]
    assert terror == [("trt", 5, "H"), ("trt", 16, "I"), ("neo", 11, "A"), ("neo", 11, "B")]
    assert [line.voice for line in found("defensive", "journal_mtl")] == ["Q", "S"]
    assert len(found("militant*", "neo")) == 12 and len(found("python", "neo")) == 2
    assert len(found("*isis*", "neo")) == 4


def test_militant_is_off_and_no_expert_had_marked_it():
    (entry,) = (entry for entry in load() if entry.term == "militant")
    assert not entry.on and entry.marked == 0 and entry.seen
    assert not any(p.term == "militant" for p in placed_hits(articles["neo"]))


def test_the_courier_has_a_true_worm():
    terms = [p.term for p in placed_hits(articles["warmup_courier"]) if p.voice in "AH"]
    assert len(terms) == 7 and "worm" in terms and "snail" not in terms
