"""What Lesson 6 and its notes say in words is what the counts say. Should a count change, they must too."""

import re

from library import ROOT

from whosewords.calls.experiments import add_stops, drop_dots, drop_headings, windows
from whosewords.calls.programs import programs, stored
from whosewords.classroom.lab import analyse
from whosewords.classroom.lab.tasks import MOVE
from whosewords.readability import ALIKE, DIFFER, NOTHING, compared, flesch_kincaid, measure
from whosewords.shelf.catalogue import OWN, SHELF, articles
from whosewords.syllables import syllables

SOURCE = (ROOT / "lessons" / "source" / "06_grade_17.py").read_text(encoding="utf-8")


def grades(found):
    """[careful before, careful after, naive before, naive after]"""
    return [int(grade) for grade in found.table["grade"]]


def test_the_recipe_by_hand():
    c = {"words": 20, "sentences": 2, "syllables": 30}
    assert round(flesch_kincaid(c)) == 6 and round(flesch_kincaid(c | {"sentences": 1})) == 10
    assert [syllables(word) for word in ("war", "militia", "banana", "feud")] == [1, 3, 3, 1]


def test_the_order_of_words_does_not_count():
    words = articles["warmup_courier"].paragraphs[1].words
    backwards = [
        word
        for s in dict.fromkeys(w.sentence for w in words)
        for word in reversed(words)
        if word.sentence == s
    ]
    assert measure(list(words))["flesch_kincaid"] == measure(backwards)["flesch_kincaid"]


def test_the_grades_that_the_lesson_names():
    assert grades(add_stops("trt")) == [17, 17, 19, 17]
    assert list(add_stops("trt").table["sentences"]) == [32, 32, 27, 32]
    assert grades(drop_dots("rs")) == [18, 18, 16, 19]
    assert list(drop_dots("rs").table["sentences"]) == [13, 13, 15, 12]
    assert grades(drop_headings("trt")) == [17, 18, 19, 19]
    assert grades(drop_headings("anti_empire")) == [18, 22, 27, 22]
    assert "33 of 169 words" in drop_headings("anti_empire").words


def test_three_stops_were_lost_and_two_headings_have_none():
    lines = {p.number: p for p in articles["trt"].paragraphs}
    added = [int(n) for n in re.findall(r"¶(\d+)", add_stops("trt").words)]
    assert [lines[number].role for number in added] == ["heading", "body", "body", "body", "heading"]


def test_one_pair_differs_by_one_rule_and_two_by_the_other():
    five = [articles[name] for name in SHELF]
    for rule, number in (("careful", 1), ("naive", 2)):
        told = compared(five, "flesch_kincaid", rule)
        differ = [{one.id, other.id} for one, other, _, answer in told if answer == DIFFER]
        assert len(differ) == number and {"journal_mtl", "neo"} in differ
        assert sum(answer == ALIKE for *_, answer in told) == 6 - number
        nothing = [{one.id, other.id} for one, other, _, answer in told if answer == NOTHING]
        assert len(nothing) == 4 and all("anti_empire" in pair for pair in nothing)
    assert measure(articles["anti_empire"])["sentences"] == 5


def test_the_highest_grade_hangs_on_the_rule():
    careful, naive = (
        {name: measure(articles[name], rule).flesch_kincaid.grade for name in SHELF}
        for rule in ("careful", "naive")
    )
    assert [name for name in SHELF if careful[name] == max(careful.values())] == ["anti_empire", "rs"]
    assert [name for name in SHELF if naive[name] == max(naive.values())] == ["anti_empire"]


def test_windows():
    assert "grade 11 (¶8), the highest 19" in windows("neo").words
    rows = windows("neo").table.set_index("words")
    for rule in ("careful rule", "naive rule"):
        assert (rows.loc["351 to 450", rule], rows.loc["451 to 550", rule]) == (11, 18)
    assert rows.loc["351 to 450", "place"] == "¶8"
    assert "10 (¶16 to ¶19), the highest 19" in windows("trt").words
    short, long = (windows("trt", size).table["careful rule"] for size in (100, 400))
    assert long.max() - long.min() < short.max() - short.min()


def test_six_programs():
    found = programs("trt").table
    assert sorted(found["grade"]) == [17, 17, 17, 19, 19, 70]
    twice = found[found["program"] == "textstat"]["grade"]
    assert len(twice) == 2 and abs(twice.iloc[0] - twice.iloc[1]) == 2


def test_our_reports_lie_below_the_five_by_every_program_and_rule():
    for row in stored():
        assert max(float(row[name]) for name in OWN) < min(float(row[name]) for name in SHELF)
    for rule in ("careful", "naive"):
        grade = {name: measure(articles[name], rule).flesch_kincaid.value for name in (*SHELF, *OWN)}
        assert max(grade[name] for name in OWN) < min(grade[name] for name in SHELF)
        assert {round(grade[name]) for name in OWN} == {9}


def test_the_note_is_three_long_sentences():
    note = [p for p in articles["anti_empire"].page if p.role == "note"]
    assert [len(p.words) for p in note] == [52, 48, 36]
    words = [word for p in note for word in p.words]
    for rule in ("careful", "naive"):
        assert measure(words, rule)["sentences"] == 3 and measure(words, rule).flesch_kincaid.grade == 22


def test_the_sample_answers_are_what_the_machine_says():
    official = articles["warmup_official"].paragraphs[1]
    counts = measure(official.text)
    assert (counts["words"], counts["sentences"], counts["syllables"]) == (33, 2, 55)
    assert round(flesch_kincaid(counts.counts)) == 11
    parts = round(0.39 * 33 / 2, 1), round(11.8 * 56 / 33, 1)
    assert parts == (6.4, 20.0) and round(sum(parts) - 15.59, 1) == 10.8
    assert round(flesch_kincaid(counts.counts | {"syllables": 56})) == 11
    first = next(p.text for p in articles["wire_2020"].page if p.number == 8)
    assert round(analyse(first).grade()) == 10
    start = "Other strikes hit an area near Abu Kamal in Syria on the night of 11 March."
    monitor = "The Syrian Observatory for Human Rights is a monitor. It counted 26 dead PMF fighters."
    denied = "The coalition denied any raids that night."
    kept = (
        f"{start} Nobody claimed them. {monitor} The Syrian press reported damage only. "
        f"The Observatory thought that the US-led coalition “probably” carried them out. {denied}"
    )
    lost = (
        f"{start} Nobody claimed them. {monitor} The Syrian press hid this. "
        f"The US-led coalition did it. {denied}"
    )
    assert [round(analyse(text).grade()) for text in (kept, lost)] == [8, 6]
    assert analyse(first).grade() - analyse(kept).grade() >= MOVE


def test_every_blank_can_be_filled_and_says_so_while_it_is_not():
    lines = re.findall(r"^# %%.*blank=(\w+).*\n(.+)$", SOURCE, re.M)
    assert len(lines) == 3 and all("____" in line for _, line in lines)
    assert SOURCE.count('"____"') == 3
    names = {}
    exec("from whosewords import *", names)
    for filled, line in lines:
        assert eval(line.replace("____", filled), names).words
