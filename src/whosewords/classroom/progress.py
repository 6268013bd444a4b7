"""How far a student has come, lesson by lesson."""

from dataclasses import dataclass

from ..display.html import link, paragraphs, table, together, wide
from ..display.replies import onward
from .exercises import lessons
from .my_work import notes, work
from .pseudonym import WHO, nobody_yet

NOT_BEGUN, BEGUN, DONE = "not begun", "begun", "done"
HEADS = ("Lesson", "Question", "Time", "State")
SAY = {  # pages say the same
    "all": "All lessons are done.",
    "first": "Begin with Lesson {number}: {title}.",
    "next": "Go on with Lesson {number}: {title}.",
    NOT_BEGUN: NOT_BEGUN,
    BEGUN: "{finished} of {wanted} done",
    DONE: f"✓ {DONE}",
}


@dataclass(frozen=True)
class Step:
    """One lesson as far as it was done: `finished` of `wanted` core tasks, its state, and when it was last
    touched."""

    lesson: object
    finished: int
    wanted: int
    state: str
    touched: str


@dataclass(frozen=True)
class Progress:
    """Every lesson with its state, and the one to go on with. Shown in a notebook it is a table with
    links."""

    steps: tuple
    sentences: tuple
    asked: str = ""  # who sits here, where that has to be known first

    @property
    def next(self):
        """The lesson to go on with: the one touched last, or the first after it that is not done. None at
        the end."""
        if not self.steps:
            return None
        last = max(range(len(self.steps)), key=lambda i: self.steps[i].touched)
        later = [step for step in (*self.steps[last:], *self.steps[:last]) if step.state != DONE]
        return later[0].lesson if later else None

    def words(self):
        """The sentence over the table."""
        if self.asked:
            return self.asked
        if self.next is None:
            return SAY["all"]
        begun = any(step.state != NOT_BEGUN for step in self.steps)
        return SAY["next" if begun else "first"].format(number=self.next.number, title=self.next.title)

    def __repr__(self):
        lines = [
            f"{one.lesson.number:2}  {one.lesson.title:44} {one.lesson.minutes:3} min  {self.state_of(one)}"
            for one in self.steps
        ]
        return "\n".join([self.words(), *self.sentences, *lines])

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
        way = together(before, _name(self.next) if title else None, after)
        lessons = wide(table(HEADS, rows), "Lessons")
        return together(onward(way), paragraphs(self.sentences), lessons)


def progress():
    """Which lessons are done, and where to go on."""
    mine = work()
    steps = tuple(step(lesson, mine.entries()) for lesson in lessons().values())
    who = (f'You work as “{mine.name}”. Is that not you? Write my_work("…") with your own.',) * bool(
        mine.name
    )
    return Progress(steps, (*who, *notes(mine)), WHO if nobody_yet() else "")


def step(lesson, entries):
    """How far the entries go in one lesson. Its core tasks are all guesses, the core exercises and the
    exit ticket."""
    core = core_tasks(lesson)
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
    )


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
