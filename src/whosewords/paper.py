"""The paper pack: sheets to print for Lessons 3 and 4, for a room without computers, with keys for teachers.

Made from the data of the lessons, and for nobody in particular: articles stay in blocks, and nothing that a
reader answered gets onto a sheet. Titles and what to do with a sheet: `data/paper.toml`.
"""

import tomllib
from dataclasses import replace
from html import escape
from importlib import resources

from . import files, gridlook
from .asking import answer_text, samples
from .beside import read_grids
from .classroom import Task
from .concordance import concordance
from .exercises import exercise, key, lessons
from .findings import table_html
from .framing import readings
from .gridding import frames
from .kwic import framed, item
from .namegrid import headline_swap, naming, style_rules, who_says
from .pages import nobody, whole
from .reader import ink, show
from .shelf import articles
from .still import still

NAME = '<p class="mine"><span>Name</span><span>Date</span></p>'
LINES = '<div class="rule"></div>' * 10  # to write on
FILLED = ("journal_mtl", "neo")  # the texts whose grids students fill
KEYS = "Do not hand out. The timing, and what students think, stand in lessons/teacher/lesson_{}.md."
READINGS = "For the talk afterwards. Readings differ, and no single one is the key."


def write(folder=None):
    """Write the paper pack into a folder, `paper` beside the lessons where none is named; give its paths."""
    folder = files.meant(folder) if folder else files.place() / "paper"
    made = sheets()
    for name, html in made.items():
        files.write(folder / name, html)
        (folder / name).chmod(0o644)  # unlike a reader's own files, sheets are for others
    return [folder / name for name in made]


def sheets():
    """The paper pack as {file name: HTML}: for each lesson the students' sheets and the teacher's keys."""
    told = tomllib.loads(files.data("paper.toml").read_text(encoding="utf-8"))
    made = {}
    with nobody():
        for name, inside, more in (("lesson_3", lesson_3, ()), ("lesson_4", lesson_4, FILLED)):
            title, wide = told[name]["title"], told[name]["wide"]
            listed = [(*told[name][id], html, id in wide) for id, html in inside().items()]
            made[f"{name}_sheets.html"] = _file(title, listed)
            made[f"{name}_keys.html"] = _file(f"{title}: keys", [*keys(int(name[-1])), *map(_readings, more)])
    return made


def lesson_3():
    """What stands on the sheets of Lesson 3, by their names in `data/paper.toml`, as HTML."""
    return {
        "guess": NAME + _asked("3.p1", "3.p2"),
        "names": _sorting("3.4"),
        "strips": _strips("*terror*", ["trt", "neo"]) + _strips("militant*", ["neo"]),
        "table": _named("pmf"),
        "death": _named("soleimani"),
        "rules": still(style_rules("terrorist")) + _cards(exercise("3.7").options, "wide"),
        "headlines": still(headline_swap("wire_2019")) + _asked("3.8") + LINES,
        "questions": NAME + _asked("3.1", "3.2", "3.3", "3.5", "3.6"),
    }


def lesson_4():
    """What stands on the sheets of Lesson 4, by their names in `data/paper.toml`, as HTML."""
    article, half = articles["journal_mtl"], readings()["journal_mtl"][1]
    given = {box: gridlook.cell(article, one) for box, one in half.items() if not one.left_open}
    return {
        "guess": NAME + _asked("4.p1", "4.p2"),
        "worked": still(frames("trt")),
        "half": NAME + gridlook.empty_grid(article.name, given),
        "empty": NAME + gridlook.empty_grid(articles["neo"].name),
        "mine": NAME + gridlook.empty_grid("my own message"),
        "phrases": _sorting("4.5"),
        "sentences": _sorting("4.6"),
        "questions": NAME + _asked("4.1", "4.2", "4.3", "4.4"),
        "facts": still(show("wire_2021")),
        "write": NAME + _asked("4.7") + LINES,
        "journal_mtl": still(show("journal_mtl")),
        "neo": still(show("neo")),
    }


def keys(number):
    """The keys of a lesson as sheets: every answer with its reason, rubrics and both sample answers."""
    rows = []
    for one in (*lessons()[number].guesses, *lessons()[number].exercises):
        known = key(one.id)
        rows.append(f"<dt>{escape(one.id)} {escape(one.question)}</dt>")
        if one.kind == "words":
            points = [f"☐ {line}" for line in one.rubric]
            told = points + [f"{line.head}: {line.text}" for line in samples(known)]
        else:
            answer = "no key: a guess" if known.answer is None else answer_text(one, known.answer)
            told = [answer, known.explained]
        rows += [f"<dd>{escape(line)}</dd>" for line in told if line]
    return [("Keys", KEYS.format(number), f'<dl class="key-list">{"".join(rows)}</dl>', False)]


def _readings(text):
    """Two separate readings of a text, for the teacher."""
    article = articles[text]
    return f"Two readings: {article.name}", READINGS, read_grids(article, text), False


def _file(title, listed):
    """A file of sheets. listed: (title, what to do, HTML, whether it lies on its side)."""
    style = resources.files(__package__).joinpath("paper.css").read_text(encoding="utf-8")
    body = "".join(
        f'<section class="sheet{" land" * wide}"><h2>{escape(head)}</h2>'
        f'<p class="how">{escape(how)}</p>{html}</section>'
        for head, how, html, wide in listed
    )
    return whole(f"{title} – Whose Words?", f"<style>{style}</style><h1>{escape(title)}</h1>{body}")


def _asked(*ids):
    return "".join(still(Task(exercise(id))) for id in ids)


def _sorting(id):
    """An exercise that sorts, as cards to cut out: its headings and its things."""
    return _cards(exercise(id).options, "heads") + _cards(exercise(id).items)


def _cards(options, look=""):
    cards = "".join(f"<li>{escape(option.text)}</li>" for option in options)
    return f'<ul class="cut {look}" role="list">{cards}</ul>'


def _strips(pattern, chosen):
    """Every hit of a pattern as a strip of paper: its place, and its sentence in blocks."""
    strips = "".join(
        item(article, line, ink.looks_of(article), f"<strong>{escape(article.name)}</strong> ")
        for article in map(articles.get, chosen)
        for line in concordance(article, pattern)
    )
    return framed(f'<ul class="cut wide" role="list">{strips}</ul>')


def _named(actor):
    """The names of an actor, without the places that unfold: paper does not."""
    return still(replace(naming(actor), view=table_html(who_says(actor))))
