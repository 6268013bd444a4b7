"""What Lesson 4 says about the texts is what the readings and the summaries say."""

import re

from library import ROOT

from whosewords.classroom.exercises import lessons
from whosewords.measures.frames import BOXES, readings
from whosewords.measures.proofs import place_of
from whosewords.shelf.catalogue import articles
from whosewords.voices import voice_of

LESSON = (ROOT / "lessons" / "source" / "04_four_jobs.py").read_text(encoding="utf-8")
TEXTS = ("journal_mtl", "wire_2021")  # the two columns of "What survived"
# What a summary (or a paragraph of our report) that is named under "What survived" has to speak of.
SPEAKS_OF = {
    "The US struck": r"strik|struck|strike",
    "Iraqi officials condemned": r"condemn|violat",
    "Washington gave a reason": r"defen[cs]|deter|broad aims",
}


def told(text, number):
    article = articles[text]
    paragraph = next(p for p in article.paragraphs if p.number == number)
    legible = " ".join(w.text for w in article.words if w.paragraph == number and not w.masked)
    return f"{paragraph.precis} {legible}" if paragraph.precis else paragraph.text


def survived():
    """The table of "What survived": (what, text, number of the paragraph)."""
    for line in LESSON.split("## What survived")[1].splitlines():
        cells = [cell.strip() for cell in line.strip("# |").split("|")]
        if len(cells) == 3 and cells[1] != "Montréal" and not set(line) <= set("# |-"):
            for text, cell in zip(TEXTS, cells[1:], strict=True):
                yield cells[0], text, int(cell.removeprefix("¶"))


def test_what_survived_stands_where_the_table_says():
    rows = list(survived())
    assert len(rows) == 6
    for what, text, number in rows:
        (pattern,) = (p for start, p in SPEAKS_OF.items() if what.startswith(start))
        assert re.search(pattern, told(text, number)), (what, text, number)


def test_the_sentences_beside_the_phrases_of_4_3_are_the_summaries():
    rows = re.findall(r"^# \| ¶(\d+) \| (.+) \|$", LESSON, re.M)
    precis = {paragraph.number: paragraph.precis for paragraph in articles["trt"].paragraphs}
    asked = lessons()[4].exercises
    places = {int(re.search(r"¶(\d+)", o.text)[1]) for t in asked if t.id == "4.3" for o in t.options}
    assert {int(number): told for number, told in rows} == {number: precis[number] for number in places}


def test_both_texts_of_what_survived_tell_of_one_strike_and_were_shown():
    assert len({articles[text].strike for text in TEXTS}) == 1
    for text in TEXTS:
        (shown,) = re.findall(rf'^show\("{text}", paragraphs="(.+)"\)', LESSON, re.M)
        spans = [list(map(int, part.split("-"))) for part in shown.split(",")]
        paragraphs = {n for span in spans for n in range(span[0], span[-1] + 1)}
        assert {number for _, at, number in survived() if at == text} <= paragraphs


def test_the_remedy_of_new_eastern_outlook_is_reported_and_contradicted():
    for one in readings()["neo"].values():
        assert voice_of(articles["neo"])[place_of(articles["neo"], one["remedy"]).start] == "I"
        assert one["remedy"].paragraph == 10
    assert "small foreign force" in told("neo", 12).replace("unnamed ", "")


def test_the_judgement_that_is_shown_for_trt_is_about_the_us_alone():
    proofs = {one["judgement"].proof for one in readings()["trt"].values()}
    assert proofs == {"America’s own making", "only have themselves to blame"}


def test_the_worked_the_half_filled_and_the_empty_grid_come_in_this_order():
    left = {text: [box for box in BOXES if one[1][box].left_open] for text, one in readings().items()}
    assert left["trt"] == [] and left["journal_mtl"] == ["judgement", "remedy"] and left["neo"] == list(BOXES)
    calls = [
        LESSON.index(call) for call in ('\nframes("trt")', 'my_frames("journal_mtl")', 'my_frames("neo")')
    ]
    assert calls == sorted(calls)


def test_each_line_with_a_blank_has_one_blank_and_says_what_fills_it():
    cells = re.findall(r"^# %%(.*)\n([^#\n]*____.*)$", LESSON, re.M)
    assert len(cells) == 1
    for head, code in cells:
        assert code.count("____") == 1 and re.search(r"blank=(\w+)", head)[1] in articles
