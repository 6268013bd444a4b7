"""What a student reads: a question, an answer to an answer, as text and as HTML. Nothing is judged or
stored here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..display import replies as looks
from .answers import judge
from .asking import CLOSE, NOT_YET, RIGHT
from .kinds import kind_of

SIGNS = {RIGHT: ("✓", "Right"), CLOSE: ("≈", "Close"), NOT_YET: ("○", "Not yet")}  # never colour alone
HINT, ANSWER = "Hint", "The answer"
EXPLAINED = {CLOSE: "≈ Close. Here is the answer.", NOT_YET: "Here is the answer."}
TIERS = {"core": "", "stretch": "a stretch", "research": "for researchers"}


@dataclass(frozen=True)
class Line:
    """A piece of what is told. kind: "" for plain, "lead", "hint", "marked", "explained", "sample" or "note".
    items: what is told one under the other, as the rows of an answer."""

    kind: str
    text: str
    head: str = ""
    items: tuple = ()

    def __str__(self):
        told = f"{self.head}: {self.text}".rstrip() if self.head else self.text
        return "\n".join([told, *(f"  - {item}" for item in self.items)])


@dataclass(frozen=True)
class Reply:
    """An answer to an answer: `result` ("right", "close", "not yet", "saved"), what is told, line by line,
    and `marks` for parts of the answer: a sign and a word by the id of an item or option."""

    result: str
    lines: tuple
    marks: Mapping = field(default_factory=dict)

    def __repr__(self):
        return "\n".join(map(str, self.lines))

    def html(self):
        """The reply as HTML that a screen reader tells by itself when it appears."""
        return looks.reply(self.result, self.lines)

    def _repr_html_(self):
        return looks.card(self.html())


def judged(result, *lines, lead="", marks=()):
    """A reply that opens with the sign and the word of its result, or with another lead."""
    lead = Line("lead", lead or opening(result))
    return Reply(result, (lead, *_filled(lines)), dict(marks))


def opening(result):
    """The sign and the word of a result: “✓ Right.”"""
    sign, word = SIGNS[result]
    return f"{sign} {word}."


def saved(text, *lines):
    """A reply that judges nothing."""
    return Reply("saved", (Line("lead", text), *_filled(lines)))


def _filled(lines):
    return (line for line in lines if line.text or line.items)


def feedback(exercise, key, tries):
    """The reply to the last of a student's tries at an exercise that has a key.

    Right: the explanation. Else what is missing, what is marked, and the hint; from the second try on the
    explained answer.
    """
    result, detail, marks = judge(exercise, key, tries[-1])
    explained = Line("explained", key.explained)
    if result == RIGHT:
        return judged(result, explained, marks=marks)
    told = (Line("", detail), *_marked(exercise, marks))
    if len(tries) < 2:
        return judged(result, *told, Line("hint", exercise.hint, HINT), marks=marks)
    answer = answer_line(exercise, key.answer, ANSWER)
    return judged(result, *told, answer, explained, lead=EXPLAINED[result], marks=marks)


def samples(key):
    """Two sample answers to an open question, each with its reason, as lines."""
    good = Line("sample", key.good, "A good answer")
    middling = Line("sample", key.middling, "A middling answer")
    return (good, Line("", key.good_because, "Why"), middling, Line("", key.middling_because, "Why"))


def head(exercise):
    """What stands over a question: its number, and what kind it is."""
    kind = "a guess" if exercise.guess else TIERS[exercise.tier]
    minutes = f"about {exercise.minutes:g} minutes" if exercise.minutes > 1 else "about a minute"
    return " · ".join(part for part in (exercise.id, kind, minutes) if part)


def question_html(exercise):
    """The question as HTML, with the rubric where the answer is open."""
    asked = looks.question(head(exercise), exercise.question)
    return asked + looks.rubric(exercise.rubric) + looks.small(_how(exercise))


def question_text(exercise):
    """The question as text, with the line to type."""
    lines = [head(exercise), exercise.question]
    lines += [f"  {number}. {item.text}" for number, item in enumerate(exercise.items, 1)]
    width = max((len(option.id) for option in exercise.options), default=0)
    if exercise.options:
        lines.append(
            "Answers, with the short name to type:" if exercise.items else "Choose, by the short name:"
        )
    lines += [f"  {option.id:{width}}  {option.text}" for option in exercise.options]
    lines += [f"  - {line}" for line in exercise.rubric]
    return "\n".join([*lines, "Answer like this: " + example(exercise)])


def example(exercise):
    """The typed form of an answer, as an example that gives nothing away."""
    call = "predict" if exercise.guess else "check"
    return f'{call}("{exercise.id}", {kind_of(exercise).example(exercise)})'


def answer_text(exercise, value):
    """An answer as it is read: texts of options, a number with its unit."""
    return "; ".join(kind_of(exercise).lines(exercise, value))


def answer_line(exercise, value, name):
    """An answer under its name: what has several parts as a list, never as one paragraph."""
    lines = kind_of(exercise).lines(exercise, value)
    return Line("explained", "", name, tuple(lines)) if len(lines) > 1 else Line("explained", lines[0], name)


def _marked(exercise, marks):
    """The marks of several parts of an answer, a list for each mark."""
    texts = dict(exercise.items or exercise.options)
    for mark in dict.fromkeys(marks.values()):
        yield Line("marked", "", mark, tuple(texts[id] for id, given in marks.items() if given == mark))


def _how(exercise):
    most = f"At most {exercise.most_words} words." if exercise.most_words else ""
    return " ".join(part for part in (kind_of(exercise).above, most) if part)
