"""How far a student has come, lesson by lesson."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .. import files
from ..display.html import link, paragraphs, table, together, wide
from ..display.replies import onward
from ..problems import Problem, arrived
from . import desk
from .exercises import lessons
from .my_work import notes, work
from .pseudonym import WHO, nobody_yet

NOT_BEGUN, BEGUN, DONE = "not begun", "begun", "done"
ASKS = re.compile(r'\b(predict|check|exit_ticket)\("?(\d+(?:\.p?\d+)?)')
HEADS = ("Lesson", "Question", "Time", "State")
SAY = {  # pages say the same
    "all": "All lessons are done.",
    "first": "Begin with Lesson {number}: {title}.",
    "next": "Go on with Lesson {number}: {title}.",
    "stopped": "Go on where you stopped: {title}, {stopped}.",
    "exit": "the exit ticket",
    NOT_BEGUN: NOT_BEGUN,
    BEGUN: "{finished} of {wanted} done",
    DONE: f"✓ {DONE}",
}


@dataclass(frozen=True)
class Step:
    """One lesson as far as it was done: `finished` of `wanted` core tasks, its state, when it was last
    touched, and the id of the task at which somebody stopped, "" where nothing was begun or all is done."""

    lesson: object
    finished: int
    wanted: int
    state: str
    touched: str
    stopped: str = ""


@dataclass(frozen=True)
class Progress:
    """Every lesson with its state, and the one to go on with. Shown in a notebook it is a table with
    links."""

    steps: tuple
    sentences: tuple
    asked: str = ""  # who sits here, where that has to be known first
    about: str = ""  # what a shorter way is for

    @property
    def next(self):
        """The lesson to go on with: the one touched last, or the first after it that is not done. None at
        the end."""
        return self.next_step and self.next_step.lesson

    @property
    def next_step(self):
        """The same as a step."""
        if not self.steps:
            return None
        last = max(range(len(self.steps)), key=lambda i: self.steps[i].touched)
        later = [step for step in (*self.steps[last:], *self.steps[:last]) if step.state != DONE]
        return later[0] if later else None

    def words(self):
        """The sentence over the table."""
        if self.asked:
            return self.asked
        if self.next is None:
            return SAY["all"]
        begun, stopped = any(step.state != NOT_BEGUN for step in self.steps), self.next_step.stopped
        way = "stopped" if stopped else "next" if begun else "first"
        return SAY[way].format(
            number=self.next.number,
            title=self.next.title,
            stopped=SAY["exit"] if stopped.endswith(".exit") else stopped,
        )

    def __repr__(self):
        lines = [
            f"{one.lesson.number:2}  {one.lesson.title:44} {one.lesson.minutes:3} min  {self.state_of(one)}"
            for one in self.steps
        ]
        return "\n".join(filter(None, [self.words(), self.about, *self.sentences, *lines]))

    def state_of(self, step):
        """A lesson's state in words."""
        return SAY[step.state].format(finished=step.finished, wanted=step.wanted)

    def _repr_html_(self):
        rows = [
            (
                together(f"{step.lesson.number}. ", _name(step.lesson)),
                step.lesson.question,
                f"{step.lesson.minutes} min",
                self.state_of(step),
            )
            for step in self.steps
        ]
        linked = self.next.title if self.next and not self.asked else "\0"
        before, title, after = self.words().partition(linked)
        way = together(before, _onward(self.next_step) if title else None, after)
        lessons = wide(table(HEADS, rows), "Lessons")
        return together(onward(way), paragraphs([self.about, *self.sentences]), lessons)


class Route(NamedTuple):
    """A way through the lessons: what a shorter one is for, its lessons in order, which others there are."""

    about: str
    lessons: tuple
    others: str


def on_route(size=None):
    """The way through so many lessons; all lessons, and what other ways there are, for None.

    >>> [lesson.number for lesson in on_route(3).lessons]
    [1, 2, 5]
    """
    routes = {row["size"]: row for row in files.settings("routes.toml")["route"]}
    shorter = ", ".join(f"progress({size})" for size in sorted(routes)[:-1])
    others = f"Less time? {shorter} show shorter ways."
    if size is None:
        return Route("", tuple(lessons().values()), others)
    wanted = str(size).strip()
    if wanted not in map(str, routes):
        sizes = ", ".join(map(str, routes))
        raise Problem(f"There are ways of {sizes} lessons, but “{arrived(size)}” arrived. Write progress(3).")
    row = routes[int(wanted)]
    return Route(row["about"], tuple(lessons()[n] for n in row["lessons"] if n in lessons()), others)


def progress(route=None):
    """Which lessons are done, and where to go on; of a shorter way through them alone: progress(3).

    route: how many lessons there is time for, 1, 3, 5 or 10; all lessons where nothing is given.
    """
    mine, way = work(), on_route(route)
    steps = tuple(step(lesson, mine.entries()) for lesson in way.lessons)
    who = (f'You work as “{mine.name}”. Is that not you? Write my_work("…") with your own.',) * bool(
        mine.name
    )
    more = () if way.about else (way.others,)
    return Progress(steps, (*more, *who, *notes(mine)), WHO if nobody_yet() else "", way.about)


def step(lesson, entries):
    """How far the entries go in one lesson. Its core tasks are all guesses, the core exercises and the
    exit ticket."""
    core = in_order(lesson)
    mine = {
        id: entry
        for id, entry in entries.items()
        if id.startswith(f"{lesson.number}.") and isinstance(entry, dict)
    }
    finished = sum(is_finished(mine.get(id, {})) for id in core)
    state = DONE if finished == len(core) else BEGUN if mine else NOT_BEGUN
    return Step(
        lesson,
        finished,
        len(core),
        state,
        max((str(entry.get("at", "")) for entry in mine.values()), default=""),
        _stopped(core, mine),
    )


def _stopped(core, mine):
    """The first open task after the one touched last, in the order of the lesson; then from the top."""
    if not mine:
        return ""
    last = max(range(len(core)), key=lambda place: str(mine.get(core[place], {}).get("at", "")))
    later = [id for id in (*core[last:], *core[:last]) if not is_finished(mine.get(id, {}))]
    return later[0] if later else ""


def in_order(lesson):
    """The ids of what a lesson wants to be done, in the order in which it asks."""
    there = list(places(lesson))
    return sorted(core_tasks(lesson), key=lambda id: there.index(id) if id in there else len(there))


@cache
def places(lesson):
    """{id of a task: id of the box that asks it} of a lesson that ships, from the top; none where it cannot
    be read."""
    try:
        cells = json.loads(desk.shipped()[lesson.notebook].read_text(encoding="utf-8"))["cells"]
    except (KeyError, OSError, ValueError):
        return {}
    found = {}
    for cell in cells:
        for call, id in ASKS.findall(desk.line_of(cell)) if cell["cell_type"] == "code" else ():
            found.setdefault(f"{id}.exit" if call.startswith("exit") else id, cell["id"])
    return found


def core_tasks(lesson):
    """The ids of what a lesson wants to be done."""
    asked = [one.id for one in (*lesson.guesses, *lesson.exercises) if one.tier == "core"]
    return [*asked, f"{lesson.number}.exit"]


def is_finished(entry):
    """Whether a task needs nothing more: guessed, right or explained, saved, or both taps of the ticket
    given.

    >>> is_finished({"kind": "answer", "tries": [1, 2]}), is_finished({"kind": "answer", "tries": 5})
    (True, False)
    """
    kind = entry.get("kind")
    if kind == "answer":
        tries = entry.get("tries")
        return entry.get("result") == "right" or (isinstance(tries, list) and len(tries) > 1)
    if kind == "exit ticket":
        return bool(entry.get("confidence") and entry.get("word"))
    return kind in ("guess", "text")


def _name(lesson):
    return link(lesson.title, lesson.notebook)


def _onward(step):
    """A lesson as a link to the box at which somebody stopped."""
    box = places(step.lesson).get(step.stopped)
    return link(step.lesson.title, f"{step.lesson.notebook}#cell-id={box}" if box else step.lesson.notebook)
