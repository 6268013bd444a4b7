"""The teacher's notes hold every key and every sample answer as the lessons hold them."""

import re

import pytest
from library import ROOT

from whosewords.classroom.exercises import exercises, key, lessons
from whosewords.classroom.replies import answer_text
from whosewords.shelf.catalogue import articles

NOTES = ROOT / "lessons" / "teacher"
PARTS = ("## Timing", "## What students think", "## Keys", "## Open answer", "## Without machines")


def notes(lesson):
    """The notes of a lesson as one line, without the signs of a quotation."""
    text = (NOTES / f"lesson_{lesson}.md").read_text(encoding="utf-8")
    return " ".join(re.sub(r"^> ?", "", text, flags=re.M).split())


@pytest.mark.parametrize("number", lessons())
def test_each_lesson_has_notes_with_every_part(number):
    text = (NOTES / f"lesson_{number}.md").read_text(encoding="utf-8")
    assert [part for part in PARTS if f"\n{part}" not in text] == []
    assert len(re.findall(r"^# ", text, re.M)) == 1


@pytest.mark.parametrize("id", exercises())
def test_the_notes_tell_each_key_and_both_sample_answers(id):
    one, known, text = exercises()[id], key(id), notes(exercises()[id].lesson)
    if one.kind == "words":
        assert f"**{id}" in text or f"answer {id}" in text
        for sample in (known.good, known.middling):
            assert " ".join(sample.split()) in text
    else:
        row = re.search(rf"\| {re.escape(id)} \| (.+?) \|", text)
        assert row, f"{id} is not in the notes"
        if known.answer is not None:
            assert row[1] == answer_text(one, known.answer)


@pytest.mark.parametrize("number", lessons())
def test_the_times_add_up(number):
    text = (NOTES / f"lesson_{number}.md").read_text(encoding="utf-8").split("## Timing")[1]
    minutes = [int(m) for m in re.findall(r"^\| (\d+) \|", text.split("\n## ")[0], re.M)]
    assert sum(minutes) == lessons()[number].minutes


def test_the_numbers_of_the_nesting_doll_come_from_the_page():
    sizes = {}
    for paragraph in articles["anti_empire"].page:
        sizes[paragraph.role] = sizes.get(paragraph.role, 0) + len(paragraph.words)
    told = re.search(
        r"Headline (\d+), deck (\d+), note (\d+); .* excerpt has (\d+), .* together (\d+)\.", notes(2)
    )
    wanted = [sizes[role] for role in ("headline", "deck", "note", "body")]
    assert [int(number) for number in told.groups()] == [*wanted, sum(sizes.values())]


def test_the_quick_start_is_one_page():
    assert len((NOTES / "quick_start.md").read_text(encoding="utf-8").split()) <= 560
