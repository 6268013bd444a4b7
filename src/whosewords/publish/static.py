"""What a lesson shows, as HTML that stands still: readable without a kernel, without a program, on paper.

Here stands what is shown for values that are live in a notebook; any other is shown as it is there, as a
table, or as words.
"""

from dataclasses import dataclass
from functools import singledispatch
from html import escape
from typing import Any

from ..calls.outlets import Cards
from ..classroom import tasks
from ..classroom.exercises import Lesson, exercise, key, lessons
from ..classroom.frames_compared import folded as read_by_others
from ..classroom.hand_check import RULE, HandCheck, heading, hit, summary_of
from ..classroom.lab import Lab
from ..classroom.my_work import MyWork
from ..classroom.own_frames import OwnGrid
from ..classroom.progress import Progress
from ..classroom.replies import answer_text, head, samples
from ..display import frame_grid
from ..display.finding import Finding, table_html
from ..display.html import asked, folded, picks, table, wide
from ..display.svg import svg
from ..measures.events import clocks, evening, when
from ..shelf.unlocking import Where
from .static_tasks import hits, sentence_lab

LIVE = "This part answers while you type, so it needs the notebook: python3 start.py opens it."


@singledispatch
def still(value):
    """A value as HTML for a page without a kernel.

    >>> still("plain words")
    '<p>plain words</p>'
    """
    if hasattr(value, "itertuples"):  # a DataFrame
        return wide(table_html(value), "Table")
    if hasattr(value, "_repr_html_"):
        return value._repr_html_()
    if value is None or hasattr(value, "get_view_spec"):  # controls
        return "" if value is None else f"<p>{LIVE}</p>"
    return "".join(f"<p>{escape(line)}</p>" for line in str(value).splitlines() if line.strip())


@dataclass(frozen=True)
class Looked:
    """What `reveal` shows: what is known, folded away, and the result."""

    id: str
    result: Any = None


@dataclass(frozen=True)
class Clocks:
    """What `clock` shows: every hour of an evening by every clock."""


# Calls that need a reader who has answered, and what stands for them where nobody can.
STAND_INS = {"reveal": Looked, "clock": Clocks}


@still.register
def _(finding: Finding):
    drawn = svg(finding.chart, finding.title) if finding.chart is not None else ""
    picture = f"<figure>{wide(drawn, f'Picture: {finding.title}')}</figure>" if drawn else ""
    limits = (("Held constant", finding.held_constant), ("Do not conclude", finding.do_not_conclude))
    shown = wide(finding.view or table_html(finding.table), f"Table: {finding.title}")
    return (
        f'<div class="finding"><h3>{escape(finding.title)}</h3>'
        + f"<p>{escape(finding.short or finding.words)}</p>"
        + picture
        + finding.folded_words()
        + shown
        + '<div class="limits">'
        + "".join(f"<p><strong>{name}:</strong> {escape(text)}</p>" for name, text in limits)
        + "</div>"
        + "".join(f'<p class="small">{escape(line)}</p>' for line in finding.more)
        + "</div>"
    )


@still.register
def _(task: tasks.Task):
    one = task.exercise
    top = f"Think first · {head(one)}" if one.guess else f"Exercise {head(one)}"
    rubric = "".join(f"<li>{escape(line)}</li>" for line in one.rubric)
    points = f'<p class="small">What a good answer has:</p><ul>{rubric}</ul>' if rubric else ""
    if one.guess:
        end = '<p class="small">A guess cannot be wrong, only early. Keep it in mind, and read on.</p>'
    else:
        hint = folded("hint", "A hint", _paragraph(one.hint)) if one.hint else ""
        end = hint + folded("key", _invitation(one), _answer(one))
    return asked(top, one.question, points + CONTROLS[one.kind](one) + end)


@still.register
def _(looked: Looked):
    one = exercise(looked.id)
    result = looked.result() if callable(looked.result) else looked.result
    known = folded("key", "You have made your guess? What is known", _answer(one))
    return asked(f"Look now · {one.id}", one.question, known, "ask look") + still(result)


@still.register
def _(ticket: tasks.Ticket):
    one = f"{ticket.number}.exit"
    first = f"How sure are you now of an answer to: {lessons()[ticket.number].question}"
    words = [(word, word) for word in tasks.WORDS]
    return asked("Exit ticket · 1 of 2", first, picks("radio", f"{one}.1", tasks.SURENESS)) + asked(
        "Exit ticket · 2 of 2", "One word for this lesson:", picks("radio", f"{one}.2", words)
    )


@still.register
def _(shown: Clocks):
    def cell(hour, offset):
        weekday, _, time = when(hour, offset)
        return f"{time} <small>{weekday}</small>"

    known = evening()
    note = (
        f"The reports say “{known.said}” in {known.place} and give no hour, so here are all the hours of it."
    )
    rows = [
        [cell(hour, offset) for offset in clocks().values()] for hour in range(known.first, known.last + 1)
    ]
    return (
        f"<h3>{escape(known.title)}</h3><p>{escape(note)}</p>{table(clocks(), rows, f'Table: {known.title}')}"
    )


@still.register
def _(cards: Cards):
    return f'<div class="cards">{cards._repr_html_()}</div>'


@still.register
def _(progress: Progress):
    return wide(contents(step.lesson for step in progress.steps), "Table: Lessons")


@still.register
def _(check: HandCheck):
    return hits([(heading(case), hit(case), summary_of(case)) for case in check.cases], RULE)


@still.register
def _(grid: OwnGrid):
    given = {
        box: frame_grid.words_and_proof(f["own_words"], f["proof"], f"¶{f['paragraph']}")
        for box, f in grid.given.items()
    }
    return frame_grid.empty_grid(grid.name, given) + read_by_others(grid.article, grid.id)


@still.register
def _(lab: Lab):
    return sentence_lab()


@still.register
def _(mine: MyWork):
    return "<p>In the notebook your answers stand here. On these pages nothing you tick or type is kept.</p>"


@still.register
def _(where: Where):
    article = where.article
    address = escape(article.address or "not known; look for the title and the outlet")
    if article.address and article.address_is_link:
        address = f'<a href="{address}" rel="noreferrer noopener">{address}</a>'
    return (
        f"<p><strong>{escape(article.headline)}</strong><br>{escape(article.outlet)}. "
        f"Author: {escape(article.author)}. Posted: {escape(article.date_posted)}.<br>Address: {address}</p>"
    )


def contents(listed: list[Lesson]):
    """Lessons as a table with links."""
    rows = "".join(
        f'<tr><th scope="row">{one.number}. <a href="{escape(one.notebook)}">{escape(one.title)}</a></th>'
        f"<td>{escape(one.question)}</td><td>{one.minutes} minutes</td></tr>"
        for one in listed
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Lesson", "Question", "Time"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _sort(one):
    options = "".join(f"<option>{escape(option.text)}</option>" for option in one.options)
    choice = f"<select><option>?</option>{options}</select>"
    items = "".join(
        f"<li><label><span>{escape(item.text)}</span> {choice}</label></li>" for item in one.items
    )
    named = " · ".join(escape(option.text) for option in one.options)
    return f'<p class="small">Choose from: {named}</p><ul class="picks sort" role="list">{items}</ul>'


def _number(one):
    return (
        f'<p><label>My answer <input type="text" inputmode="decimal" size="8"> {escape(one.unit)}</label></p>'
    )


def _words(one):
    most = f" (at most {one.most_words} words)" if one.most_words else ""
    return f'<p><label>My answer{most}<textarea rows="5"></textarea></label></p>'


CONTROLS = {
    "choice": lambda one: picks("radio", one.id, one.options),
    "several": lambda one: (
        '<p class="small">Tick every one that fits.</p>' + picks("checkbox", one.id, one.options)
    ),
    "sort": _sort,
    "number": _number,
    "words": _words,
}  # fmt: skip


def _invitation(one):
    return "Written? Two sample answers" if one.kind == "words" else "Thought about it? The answer"


def _answer(one):
    """What is known about an exercise, as paragraphs."""
    known = key(one.id)
    if one.kind == "words":
        return "".join(_paragraph(line.text, line.head) for line in samples(known))
    told = _paragraph(answer_text(one, known.answer), "The answer") if known.answer is not None else ""
    return told + _paragraph(known.explained)


def _paragraph(text, lead=""):
    start = f"<strong>{escape(lead)}:</strong> " if lead else ""
    return f"<p>{start}{escape(text).replace(chr(10), '<br>')}</p>" if text else ""
