"""Ready tasks for the sentence lab: what a rule can check is checked, for the rest there is a rubric.

The texts that they start from, and a rewrite of ours for each: `data/lab.toml`.
"""

import math
from functools import cache
from typing import NamedTuple

from ...files import settings
from ..asking import CLOSE, NOT_YET, RIGHT
from ..replies import Line, Reply
from .analysis import LONGEST
from .facts import facts, lost

MOVE = 2  # grades; less than that a single long name can do
MORE = 2  # loaded words that a harder version has to add
FEWEST_SPOKEN = 3  # words that make a voice: less is a title or a slip
NO_RULE = "No rule can check the rest. Read both versions aloud, best to somebody else:"


class Task(NamedTuple):
    """A task: its button, what to do, what the rule checks, and what only a reader can check."""

    id: str
    name: str
    todo: str
    rule: str
    rubric: tuple

    @property
    def start(self):
        """The paragraph that is a good start: (article id, number)."""
        return tuple(stated()["tasks"][self.id]["start"])


@cache
def stated():
    """What the lab starts from: `first` (article id, number of a paragraph), `starts` (article ids), and for
    each of the `tasks` its start, our rewrite (`text`) and a word on it (`because`)."""
    return settings("lab.toml")


TASKS = {
    task.id: task
    for task in (
        Task(
            "plainer",
            "Say it plainer",
            "Write the text without words that judge. Keep every fact.",
            "The rule checks: fewer loaded words than in your first version; every number and name is "
            "still there.",
            (
                "A reader of your version learns the same facts.",
                "No judgement was only moved into a word that is not on our list.",
                "Nothing terrible was made to sound harmless. Sometimes the strong word is the accurate one.",
            ),
        ),
        Task(
            "harder",
            "Say it harder without changing a fact",
            "Choose stronger words, so that a reader takes a side. Change no fact.",
            f"The rule checks: at least {MORE} loaded words more than in your first version; every number "
            "and name is still there, and none is new.",
            (
                "Every claim of the new version stands in the first one too.",
                "You can point at the words that take the side.",
                "You can say whose side they take.",
            ),
        ),
        Task(
            "grade",
            "Move the grade without changing the meaning",
            "Make the school grade go up or down. The text must still say the same.",
            f"The rule checks: Flesch-Kincaid by the careful rule moved by {MOVE} grades or more, up or "
            "down; every number and name is still there. Both versions need 30 words.",
            (
                "Both versions say the same, with nothing left out.",
                "You can name what you changed: the length of sentences, or the length of words.",
                "You can say which version is easier to understand, and whether the grade agrees.",
            ),
        ),
        Task(
            "voices",
            "Write the same fact in three voices",
            "Tell one fact three times: in your own voice (A), as reported speech (I: a neighbour said "
            "that …) and as a quotation (Q: “…,” a neighbour said). Take a made-up speaker: words that you "
            "invent must never stand in the mouth of a real person.",
            f"The rule checks: the voices A, I and Q are all there, each with {FEWEST_SPOKEN} words or more.",
            (
                "All three tell the same fact.",
                "In I and Q it is clear who speaks.",
                "You can say who answers for the fact in each version.",
            ),
        ),
    )
}  # fmt: skip


class Outcome(NamedTuple):
    """What a rule found: whether the main thing is there, whether nothing is doubtful, and the sentences."""

    met: bool
    kept: bool
    told: tuple


def check(task, first, now):
    """The reply to a rewritten text. first, now: the `Analysis` of both versions.

    Right where everything that a rule can see is there; close where a number or name looks lost; the rubric
    always follows, since no rule sees meaning.
    """
    task = TASKS[task]
    refusal = _refusal(first, now)
    if refusal:
        return Reply(NOT_YET, (Line("lead", f"○ {refusal}"),))
    outcome = RULES[task.id](first, now)
    result = RIGHT if outcome.met and outcome.kept else CLOSE if outcome.met else NOT_YET
    lead = {
        RIGHT: "✓ The rule is met.",
        CLOSE: "≈ Close: the main thing is there, but look again at the facts.",
        NOT_YET: "○ Not yet.",
    }[result]
    rubric = [Line("", f"{number}. {line}") for number, line in enumerate(task.rubric, 1)]
    return Reply(
        result,
        (Line("lead", lead), *(Line("", line) for line in outcome.told), Line("lead", NO_RULE), *rubric),
    )


def _refusal(first, now):
    if not now.words or not first.words:
        return "There is nothing to check yet. Start from one of our texts, or keep a first version of yours."
    if not (now.english and first.english):
        return "The rules are made for English, and one of the two versions does not look English."
    if now.left_out or first.left_out:
        return f"One of the two versions is longer than {LONGEST:,} characters. Check a shorter part of it."
    if now.text.split() == first.text.split():
        return "Your text is still the first version. Change it, then check again."
    return ""


def _plainer(first, now):
    change = f"Loaded words: {first.loaded_count} before, {now.loaded_count} now."
    if not first.loaded_count:
        change += " The first version has none to take out. Start from another text, or say it harder first."
    return Outcome(now.loaded_count < first.loaded_count, *_kept(first, now, change))


def _harder(first, now):
    change = f"Loaded words: {first.loaded_count} before, {now.loaded_count} now."
    return Outcome(now.loaded_count >= first.loaded_count + MORE, *_kept(first, now, change, new=True))


def _grade(first, now):
    old, new = first.grade(), now.grade()
    if math.isnan(old) or math.isnan(new):
        short = [one for one in (*first.notes, *now.notes) if one]
        return Outcome(False, True, ("One of the two versions has no grade.", *short[:1]))
    moved = [
        f"{rule} rule {one.scores[rule].flesch_kincaid.grade:.0f} before, "
        f"{two.scores[rule].flesch_kincaid.grade:.0f} now"
        for one, two, rule in ((first, now, "careful"), (first, now, "naive"))
    ]
    change = f"Flesch-Kincaid: {'; '.join(moved)}."
    far = abs(new - old) >= MOVE
    if not far and abs(now.grade("naive") - first.grade("naive")) >= MOVE:
        change += " Only the naive rule moved: it takes every full stop for the end of a sentence."
    elif not far:
        change += f" By the careful rule it moved by less than {MOVE} grades."
    return Outcome(far, *_kept(first, now, change))


def _voices(first, now):
    missing = [voice for voice in "AIQ" if now.voices.get(voice, 0) < FEWEST_SPOKEN]
    found = ", ".join(f"{voice} {now.voices.get(voice, 0)}" for voice in "AIQ")
    told = f"Words in each voice: {found}."
    if missing:
        told += f" Missing or too short: {', '.join(missing)}. Is it clear who speaks, with a verb of saying?"
    return Outcome(not missing, True, (told,))


def _kept(first, now, *told, new=False):
    """Whether no number or name is lost (or new, where that counts too), and the sentences about it."""
    before, after = facts(first.words), facts(now.words)
    gone, added = lost(before, after), lost(after, before) if new else ()
    lines = list(told)
    if gone:
        lines.append(f"Not found any more: {', '.join(gone)}. Are they there in another form?")
    if added:
        lines.append(f"New: {', '.join(added)}. Are these facts of the first version?")
    if not gone and not added:
        lines.append("Every number and name is still there.")
    return not gone and not added, tuple(lines)


RULES = {"plainer": _plainer, "harder": _harder, "grade": _grade, "voices": _voices}
