"""What stands on the sheets of the paper pack, as HTML: cards and strips to cut, tables to tick.

Nothing here unfolds, and no answer stands behind anything. Titles, and what to do with a sheet:
`data/paper.toml`; `paper` puts them together.
"""

import re
from dataclasses import replace
from itertools import count

from ..calls.names import headline_swap, lines, naming, style_rules, who_says
from ..classroom.exercises import exercise
from ..classroom.frames import frames
from ..classroom.replies import head
from ..classroom.tasks import Task
from ..display import frame_grid
from ..display.finding import table_html
from ..display.hits import framed, item, lead
from ..display.html import asked, element, paragraph, paragraphs, together
from ..display.reading import drawn_words, show
from ..measures.concordance import concordance
from ..measures.frames import readings
from ..measures.names import names
from ..problems import Problem
from ..shelf.catalogue import articles
from . import pages
from .fields import cards, cards_to_sort, tick_table
from .static import still
from .templates import changed

NAME = paragraph(element("span", "Name"), element("span", "Date"), look="mine")
SCREEN = re.compile(r"`|one more table")  # of a lesson's text: what speaks of a line to run
LINES = element("div", look="rule")  # to write on
TWO_ENEMIES = ("militant*", "neo")  # whose strips have a key: who is meant


def lesson_3():
    """What stands on the sheets of Lesson 3, by their names in `data/paper.toml`."""
    number = count(1)
    return {
        "guess": _pair("3.p1", "3.p2"),
        "names": lesson_text(3, "## On whose word?") + _sorting("3.4"),
        "strips": _strips("*terror*", ["trt", "neo"], number) + _strips("militant*", ["neo"], number),
        "table": _named("pmf"),
        "death": _named("soleimani"),
        "rules": still(style_rules("terrorist")) + cards(dict(exercise("3.7").options).values(), "wide"),
        "headlines": still(headline_swap("wire_2019")),
        "answers": NAME + _ticked("3.1") + _ticked("3.3") + _pair_of("3.5", "3.6"),
        "write": _asked("3.8") + LINES * 15,
    }


def lesson_4():
    """What stands on the sheets of Lesson 4, by their names in `data/paper.toml`."""
    article, half = articles["journal_mtl"], readings()["journal_mtl"][1]
    given = {box: frame_grid.cell(article, one) for box, one in half.items() if not one.left_open}
    trt, all_five, three = frames("trt"), frames(), frames(["journal_mtl", "neo", "wire_2021"])
    return {
        "guess": _pair("4.p1", "4.p2"),
        "worked": still(replace(trt, more=trt.more[-1:])) + _short("4.3", "trt"),
        "journal_mtl": still(show("journal_mtl")),
        "neo": still(show("neo")),
        "half": NAME + frame_grid.empty_grid(article.name, given),
        "empty": NAME + frame_grid.empty_grid(articles["neo"].name),
        "all": still(replace(all_five, view=" ", more=()))
        + still(replace(three, chart=None, more=three.more[:-1])),
        "cards": _sorting("4.5") + _sorting("4.6"),
        "questions": NAME + _pair_of("4.1", "4.2") + _asked("4.3") + _ticked("4.4"),
        "facts": still(show("wire_2021")),
        "write": NAME + _asked("4.7") + LINES * 13,
    }


def lesson_text(lesson, *beginnings):
    """Cells of a lesson's text as HTML, each found by how it begins, without the title of the lesson."""
    found = []
    for source in pages.sources():
        if source.name.startswith(f"{lesson:02}_"):
            found += [text for code, text, _ in pages.cells(source.read_text(encoding="utf-8")) if not code]
    chosen = [next((text for text in found if text.startswith(start)), None) for start in beginnings]
    if None in chosen:
        raise Problem(
            f"Lesson {lesson} has no text that begins “{beginnings[chosen.index(None)]}”. "
            "Write the sheets in the folder that holds start.py."
        )
    parts = [part for text in chosen for part in re.split(r"\n{2,}", re.sub(r"^# .*\n", "", text))]
    return pages.prose("\n\n".join(part for part in parts if not SCREEN.search(part)))


def bare(html):
    """HTML for paper: without what unfolds, since paper does not, and a file can be opened by students."""
    return changed(r"<details.*?</details>", "", html)


def meant():
    """Who is meant on each strip of “militant”, as read by hand: [(number of the strip, paragraph, who)]."""
    pattern, text = TWO_ENEMIES
    known = {
        place: name.target
        for name in names()
        if name.article == text
        for line in lines(name)
        for place in range(line.start, line.end)
    }
    first = 1 + sum(len(concordance(articles[one], "*terror*")) for one in ("trt", "neo"))
    hits = concordance(articles[text], pattern)
    return [(number, line.paragraph, known[line.start]) for number, line in enumerate(hits, first)]


def _asked(*ids):
    return bare(together(still(Task(exercise(id))) for id in ids))


def _short(id, text):
    """Our sentences beside the paragraphs of a text that the options of an exercise name."""
    wanted = sorted(int(at) for option in exercise(id).options for at in re.findall(r"¶(\d+)", option.text))
    known = {paragraph.number: paragraph.precis for paragraph in articles[text].paragraphs}
    lines = paragraphs(f"¶{at} {known[at]}" for at in wanted)
    return element("div", element("h3", "In short (ours)"), lines, look="short")


def _pair_of(*ids):
    return element("div", _asked(*ids), look="pair")


def _pair(*ids):
    """Two guesses side by side, twice on a page: half a page for each student."""
    half = NAME + _pair_of(*ids)
    return together(half, paragraph("cut here", look="scissors"), half)


def _ticked(id):
    """An exercise that sorts, as a table to tick: a row for each thing, a column for each heading."""
    one = exercise(id)
    return asked(f"Exercise {head(one)}", one.question, tick_table(one))


def _sorting(id):
    """An exercise that sorts, as cards to cut out: its headings and its things."""
    one = exercise(id)
    return element("h3", one.question) + cards_to_sort(one)


def _strips(pattern, chosen, number):
    """Every hit of a pattern as a numbered strip of paper: its place, and its sentence in blocks."""
    looks = {one: drawn_words.looks_of(articles[one]) for one in chosen}
    strips = [
        item(article, line, looks[article.id], lead(f"{next(number)}. {article.name}"))
        for article in map(articles.get, chosen)
        for line in concordance(article, pattern)
    ]
    return framed(element("ul", strips, look="cut wide", role="list"))


def _named(actor):
    """The names of an actor as a table; the picture holds the same counts."""
    return still(replace(naming(actor), chart=None, view=table_html(who_says(actor))))
