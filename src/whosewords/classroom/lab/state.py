"""One student's lab: the text, its first version, the way back, and what of it is in the work file.

It knows no widgets; `notebook.lab` only hands on what is pressed and typed.
"""

from collections import Counter
from typing import NamedTuple

from ...display.html import together
from ...display.replies import small
from ...problems import Problem, did_you_mean
from ...shelf.catalogue import articles
from ..my_work import notes, saved_or_not, work
from ..replies import Line, Reply
from . import drawing
from .analysis import LONGEST, analyse
from .tasks import TASKS, check, stated
from .three_parts import NOTHING, parts

ENTRY = "lab"  # its place in the work file
FREE = "free"
MOST_STEPS = 200  # back
MINE = "your own text"  # where a first version comes from that is none of ours
FEWEST_WORDS, SHARED = 8, 0.2  # of another text, and the share of its words that an earlier one may have
OTHER = " This is another text, so it is your first version now. Undo brings the other one back."
TOO_LONG = (
    f"Your text is longer than {LONGEST:,} characters. It stays in the field, but your work file keeps your "
    "last shorter version."
)


class Draft(NamedTuple):
    """What can be undone: the text, the first version, and where that came from."""

    text: str
    first: str
    place: str


class Lab:
    """The sentence lab. Printed, it says how to use it by typing."""

    def __init__(self):
        entry = work().get(ENTRY)
        text, first, place = (entry.get(field) for field in ("value", "first", "place"))
        known = isinstance(text, str) and isinstance(first, str)
        self.draft = (
            Draft(text, first, place if isinstance(place, str) else "")
            if known
            else started(*stated()["first"])
        )
        self.past = [self.draft]
        self.task = entry["task"] if str(entry.get("task")) in TASKS else FREE
        self.comparing = bool(entry.get("comparing"))
        self.checked = None  # the text that the last reply is about
        self.parts = NOTHING

    @property
    def seen(self):
        return analyse(self.draft.text)

    @property
    def first(self):
        """The first version, or None where it is empty."""
        return analyse(self.draft.first) if self.draft.first.strip() else None

    def marked(self):
        """The text with its marks: the line of counts, then its paragraphs in three `parts`, all as HTML."""
        self.parts = parts(drawing.marked_paragraphs(self.seen), self.parts)
        return drawing.strip(self.seen), *map(together, self.parts)

    def figures(self):
        """The counts as HTML, beside the first version where that is wanted."""
        if not self.comparing:
            return drawing.figures(self.seen)
        return together(small(f"First version: {self.draft.place or MINE}."),
                        drawing.figures(self.seen, self.first))  # fmt: skip

    def loaded_words(self):
        """The loaded words and where they stand, as HTML."""
        return drawing.loaded_words(self.seen)

    def stale(self):
        """A line under a reply that is about an earlier text, as HTML."""
        told = "Your text has changed since you pressed “Check my text”. Check again."
        return small(told if self.checked not in (None, self.draft.text) else "")

    def typed(self, text):
        """Take what stands in the field."""
        self.draft = self.draft._replace(text=text)

    def pause(self):
        """Remember and save what stands there; the sentence to tell. Another text, pasted over the one
        before, is a first version of its own: no comparison of the two would say anything."""
        other = self._is_another()
        if other:
            self.draft = self.draft._replace(first=self.draft.text, place=MINE)
        self._remember()
        told = f"{self._summary()}{OTHER * other}"
        return self.saved(told)

    def undo(self):
        """Go back one step: to the text as it was at the last pause or button."""
        if self.past[-1] == self.draft:
            if len(self.past) == 1:
                return "There is nothing left to undo."
            self.past.pop()
        self.draft = self.past[-1]
        return self.saved(f"One step back. {self._summary()}")

    def back(self):
        """Go back to the first version. It can be undone."""
        return self._now(self.draft._replace(text=self.draft.first), "This is your first version again.")

    def keep(self):
        """Make the text the first version, to compare later ones with. It can be undone."""
        kept = self.draft._replace(first=self.draft.text, place=MINE)
        return self._now(kept, "This text is your first version now.")

    def begin(self, article, number):
        """Start from a paragraph of our texts. It can be undone."""
        told = f"You start from {drawing.named(article, number)}. Undo brings your text back."
        return self._now(started(article, number), told)

    def compare(self):
        """Show or hide the first version's counts."""
        self.comparing = not self.comparing
        if not self.comparing:
            return self.saved("Only your text is shown.")
        same = self.draft.text == self.draft.first
        return self.saved(
            "Your text is still the first version: nothing to compare yet."
            if same
            else f"Your first version ({self.draft.place or MINE}) stands in the table beside your text."
        )

    def choose(self, task):
        """Take a task, or none."""
        self.task, self.checked = task if task in TASKS else FREE, None
        return self.saved(TASKS[task].name + "." if task in TASKS else "No task.")

    def check(self):
        """The reply to the text as an answer to the task; the answer is kept in the work file."""
        self._remember()
        self.checked = self.draft.text
        if self.task not in TASKS:
            return Reply("saved", (Line("lead", "Choose a task first: the buttons at the top."),))
        reply = check(self.task, analyse(self.draft.first), self.seen)
        done = {"text": self.draft.text, "first": self.draft.first, "result": reply.result}
        self._save(done)
        beside = Line("", f"Compared with the first version: {self.draft.place or MINE}.")
        return Reply(reply.result, (*reply.lines, beside, *(Line("note", one) for one in notes(work()))))

    def saved(self, told):
        """Save, and the sentence with what the work file has to say."""
        self._save()
        long = [TOO_LONG] if self._too_long() else [saved_or_not()]
        return " ".join([told, *long, *notes(work())])

    def _now(self, draft, told):
        self._remember()
        self.draft = draft
        self._remember()
        return self.saved(f"{told} {self._summary()}")

    def _summary(self):
        return drawing.summary(self.seen, self.first, "" if self.draft.place == MINE else self.draft.place)

    def _is_another(self):
        words = Counter(self.draft.text.casefold().split())
        before = self.draft.first, self.past[-1].text
        shared = (sum((words & Counter(each.casefold().split())).values()) for each in before)
        return words.total() >= FEWEST_WORDS and max(shared) < SHARED * words.total()

    def _remember(self):
        if self.past[-1] != self.draft:
            self.past = [*self.past, self.draft][-MOST_STEPS:]

    def _too_long(self):
        return max(len(self.draft.text), len(self.draft.first)) > LONGEST

    def _save(self, done=None):
        new = {"kind": "rewriting", "task": self.task, "comparing": self.comparing}
        if not self._too_long():
            new |= {"value": self.draft.text, "first": self.draft.first, "place": self.draft.place}
        else:
            done = None

        def changed(entry):
            before = entry.get("done") if isinstance(entry.get("done"), dict) else {}
            return {**entry, **new, "done": {**before, self.task: done} if done else before}

        work().change(ENTRY, changed)

    def __repr__(self):
        where = f" (from {self.draft.place})" if self.draft.place else ""
        return "\n".join((
            "The sentence lab, typed.",
            f"Your text{where}: {self.draft.text}",
            self._summary(),
            'Look at a text like this: rewrite("My sentence.")',
            'Compare two versions like this: rewrite("My new version.", first="My first version.")',
            f'Check a task like this: rewrite("New.", first="Old.", task="{next(iter(TASKS))}"). '
            f"Tasks: {', '.join(TASKS)}.",
        ))  # fmt: skip


def started(article, number):
    """A paragraph of our texts as text and first version.

    >>> started("wire_2021", 12).text
    'That evening rockets were fired at US troops in Syria, who had no casualties, the US military said.'
    """
    if article not in stated()["starts"]:
        raise did_you_mean(article, stated()["starts"], "text to start from")
    text = next((p.text for p in articles[article].paragraphs if p.number == number), None)
    if not text:
        raise Problem(f"{articles[article].name} has no paragraph {number} to start from.")
    return Draft(text, text, drawing.named(article, number))


def paragraphs(article):
    """The numbers of the paragraphs that a text offers as a start."""
    return [p.number for p in articles[article].paragraphs if p.text and p.role != "headline"]
