"""What a lesson shows, as HTML that stands still: readable without a kernel, without a program, on paper.

Here stands what is shown for values that are live in a notebook; any other is shown as it is there, as a
table, or as words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from ..calls.outlets import Cards
from ..classroom import agreeing, exit_ticket, own_rates, tasks
from ..classroom.exercises import Lesson, exercise
from ..classroom.frames_compared import folded as read_by_others
from ..classroom.hand_check import RULE, HandCheck, heading, hit, summary_of
from ..classroom.kinds import kind_of
from ..classroom.lab import Lab
from ..classroom.my_work import MyWork
from ..classroom.own_frames import OwnGrid
from ..classroom.progress import Progress
from ..classroom.replies import head
from ..classroom.settings import Settings
from ..classroom.sitting import Sitting, short, task_name
from ..classroom.tagging import RULE as TAG_RULE
from ..classroom.tagging import SAY as TAG_SAY
from ..classroom.tagging import Tagging, phrase
from ..classroom.unlocking import Unlocking
from ..display import frame_grid
from ..display.cards import CARDS
from ..display.finding import Finding, table_html
from ..display.html import (
    Markup,
    asked,
    element,
    folded,
    lined,
    link,
    outside,
    paragraph,
    paragraphs,
    picks,
    strong,
    table,
    together,
    unfold,
    wide,
)  # fmt: skip
from ..measures.events import clocks, evening, when
from ..own_event.event import Event
from ..own_event.to_read import to_read
from ..shelf.unlocking import Where
from .fields import of_test, on_page
from .static_tasks import calibrated, hits, phrases, points_of, sentence_lab, small

SETTINGS = "Under “My work”, at the foot of each page, you find “How I want things shown”."
UNLOCKED = "A page shows every article in blocks. The notebook can unlock one."
KEEP_IN_MIND = "Keep your guess in mind, and read on."
NO_ANSWER = "Without its script this page cannot tell what is known about it."
EVENT = (
    "An event is filled in step by step in the notebook: python3 start.py opens it. A brief to fill in by "
    "hand is among the sheets that python3 start.py paper writes. This is how far this event is:"
)
NO_LIST = "Without its script this page cannot list your answers."
YOURS = "Without its script this page cannot look at your codes."
ALONE = "Amal, Ben and Chi alone, who are invented"
LIVE = "This part answers while you type, so it needs the notebook: python3 start.py opens it."


@singledispatch
def still(value):
    """A value as HTML for a page without a kernel.

    >>> still("plain words")
    Markup('<p>plain words</p>')
    """
    if hasattr(value, "itertuples"):  # a DataFrame
        return wide(table_html(value), "Table")
    if hasattr(value, "_repr_html_"):
        return Markup(value._repr_html_())
    if hasattr(value, "get_view_spec"):  # controls
        return paragraph(LIVE)
    if value is None:
        return together()
    return paragraphs(str(value).splitlines())


for kind, draw in CARDS.items():
    still.register(kind, draw)


@dataclass(frozen=True)
class Looked:
    """What `reveal` shows: what is known, folded away, and the result."""

    id: str
    result: Any = None


@dataclass(frozen=True)
class Clocks:
    """What `clock` shows: every hour of an evening by every clock."""


@dataclass(frozen=True)
class Calibrated:
    """What `calibration` shows: each claim that was asked about, and our card's verdict on it."""


@dataclass(frozen=True)
class Agreed:
    """What `agreement` shows where nobody has tagged yet: three invented coders, and room for one more."""

    add: str | None = None


@dataclass(frozen=True)
class Rates:
    """What `my_rates` shows where nobody has tagged yet."""


@dataclass(frozen=True)
class Unmasked:
    """What `unmask` shows: every phrase with its text and the makers' code, folded away."""


def agreement(source=None, *, add=None):
    """See `classroom.agreeing.agreement`."""
    return Agreed(add) if source is None else agreeing.agreement(source, add=add)


# Calls that need a reader who has answered, and what stands for them where nobody can.
STAND_INS = {
    "reveal": Looked, "clock": Clocks, "agreement": agreement, "my_rates": Rates, "unmask": Unmasked,
    "calibration": Calibrated,
}  # fmt: skip


@still.register
def _(finding: Finding):
    return Markup(finding._repr_html_())


@still.register
def _(task: tasks.Task):
    one = task.exercise
    top = f"Think first · {head(one)}" if one.guess else f"Exercise {head(one)}"
    points = points_of("What a good answer has:", one.rubric)
    end = small(KEEP_IN_MIND, "still") if one.guess else None
    if one.hint and not one.guess:
        # Where the script runs, the hint follows a first try; an open answer is not judged and has none.
        kind = "hint" if kind_of(one).is_open else "hint still"
        end = folded(kind, "A hint", paragraph(lined(one.hint)))
    return asked(top, one.question, points, on_page(one), end, id=f"task-{one.id}", data_task=one.id)


@still.register
def _(looked: Looked):
    one = exercise(looked.id)
    result = looked.result() if callable(looked.result) else looked.result
    kind = "key" if result is None else "key filled"  # what a result shows, later questions need on paper
    shown = still(result) if result is not None else paragraph(NO_ANSWER, look="still")
    known = unfold("You have made your guess? Look", shown, look=kind, data_look=one.id)
    return asked(f"Look now · {one.id}", one.question, known, look="ask look")


@still.register
def _(ticket: exit_ticket.Ticket):
    of, (first, second) = f"{ticket.number}.exit", ticket.questions
    words = [(word, word) for word in exit_ticket.WORDS]
    longest = exit_ticket.LONGEST_WORD
    own = element("label", f"{exit_ticket.OWN_WORD} ", element("input", type="text", maxlength=longest))
    boxes = (
        ("Exit ticket · 1 of 2", first, picks("radio", f"{of}.1", exit_ticket.SURENESS)),
        ("Exit ticket · 2 of 2", second, picks("radio", f"{of}.2", words), paragraph(own)),
    )
    first, second = (asked(*box, data_ticket=ticket.number) for box in boxes)
    return together(element("div", first, id=f"task-{of}"), second)


@still.register
def _(shown: Clocks):
    def cell(hour, offset):
        weekday, _, time = when(hour, offset)
        return together(f"{time} ", element("small", weekday))

    known = evening()
    note = (
        f"The reports say “{known.said}” in {known.place} and give no hour, so here are all the hours of it."
    )
    rows = [
        [cell(hour, offset) for offset in clocks().values()] for hour in range(known.first, known.last + 1)
    ]
    by_clock = wide(table(clocks(), rows), f"Table: {known.title}")
    return together(element("h3", known.title), paragraph(note), by_clock)


@still.register
def _(shown: Calibrated):
    return calibrated()


@still.register
def _(cards: Cards):
    return element("div", cards._repr_html_(), look="cards")


@still.register
def _(progress: Progress):
    shown = all_lessons(step.lesson for step in progress.steps)
    return together(paragraph(progress.about), shown) if progress.about else shown


@still.register
def _(check: HandCheck):
    shelf, rule = check.shelf, " ".join([RULE, *check.limits])
    cases = [(heading(c, shelf), hit(c, shelf), summary_of(c, shelf)) for c in check.cases]
    return hits(cases, rule)


@still.register
def _(tagging: Tagging):
    listed = [(item.id, item.context, phrase(item)) for item in tagging.items]
    return phrases(tagging.number, listed, TAG_RULE, TAG_SAY["sure"])


@still.register
def _(agreed: Agreed):
    coders = agreeing.invented() | ({agreeing.LIST: agreeing.by_list()} if agreed.add else {})
    found = agreeing.finding_of(agreeing.Codes(coders), alone=True)
    alone = folded("key filled", ALONE, Markup(found._repr_html_()))
    return element("div", paragraph(YOURS, look="still"), alone, data_part="agree", data_add=agreed.add)


@still.register
def _(rates: Rates):
    return element("div", paragraph(YOURS, look="still"), data_part="rates")


@still.register
def _(unmasked: Unmasked):
    found = own_rates.everything()
    return folded("key", "You have tagged both rounds? Look", Markup(found._repr_html_()))


@still.register
def _(grid: OwnGrid):
    given = {
        box: frame_grid.words_and_proof(f["own_words"], f["proof"], f"¶{f['paragraph']}")
        for box, f in grid.given.items()
    }
    shown = frame_grid.empty_grid(grid.name, given), read_by_others(grid.article, grid.id)
    return element("div", shown, look="own-grid", data_part="grid", data_grid=grid.id)


@still.register
def _(sitting: Sitting):
    title, todo = sitting.head
    text = element("h2", "The text", id="text"), element("blockquote", paragraph(sitting.form.text))
    tasks = element("h2", "The tasks"), map(_task_of_test, sitting.form.tasks)
    inside = element("h1", title), paragraph(todo), text, tasks
    return element("div", inside, data_part="test", data_form=sitting.form.name)


def _task_of_test(one):
    """A task with the way back to the text where it speaks of that."""
    back = paragraph(link("Back to the text", "#text"), look="small") if "the text" in one.question else None
    return asked(task_name(one), one.question, back, of_test(one), data_asked=short(one))


@still.register
def _(lab: Lab):
    return sentence_lab()


@still.register
def _(mine: MyWork):
    return my_answers()


@still.register
def _(mine: Settings):
    return paragraph(SETTINGS)


@still.register
def _(mine: Unlocking):
    return paragraph(UNLOCKED)


@still.register
def _(event: Event):
    return together(paragraph(EVENT), paragraphs(str(event).splitlines()), to_read(event))


@still.register
def _(where: Where):
    article = where.article
    address = article.address or "not known; look for the title and the outlet"
    if article.address and article.address_is_link:
        address = outside(address)
    who = f"\n{article.outlet}. Author: {article.author}. Posted: {article.date_posted}.\nAddress: "
    return paragraph(strong(article.headline), lined(who), address)


def my_answers():
    """Where a script lists what was answered on this device."""
    return element("div", paragraph(NO_LIST), data_part="answers")


def all_lessons(listed: Iterable[Lesson]):
    """Lessons as a table with links, in which a script says how far one is."""
    listed = list(listed)
    rows = [
        (together(f"{one.number}. ", link(one.title, one.notebook)), one.question, f"{one.minutes} minutes")
        for one in listed
    ]
    shown = wide(table(("Lesson", "Question", "Time"), rows), "Table: Lessons")
    numbers = " ".join(str(one.number) for one in listed)
    return element("div", shown, data_part="progress", data_lessons=numbers)
