"""What the class did with each task, for the class page: where it got stuck, and guesses as pictures."""

from .. import files
from ..classroom.exercises import Exercise, key
from ..classroom.kinds import kind_of
from ..display.bars import figure
from ..display.html import bullets, isolated, link, named, paragraph, span, together, unfold, wide_table
from .book import BOOK, FOLDER
from .item_analysis import FEW, guesses, items

MOST_WRONG = 3  # wrong answers that are shown of a task
MOST_ANSWERS = 15  # to a guess that asks for a number
ALL_APART = "wrong in many ways, none of them twice"
KNOWN = "the known answer"
THEIRS = "How sure each of them was is theirs alone, and stands on no page."


def stuck(students):
    """Judged tasks by the share that was right at the first try, the lowest first."""
    found = [item for item in items(students) if item.answered]
    if not found:
        return paragraph("Nobody has tried a task that can be judged yet.")
    rows = [[_task(one.exercise), _share(one), _wrong(one), _right(one.exercise)] for one in found]
    names = ("Task", "Right at the first try", "Most common wrong", "Right, and why")
    return wide_table(names, rows, "where the class got stuck", "stuck")


def _task(one: Exercise):
    return together(span(one.id, look="number", id=f"task-{one.id}"), " ", one.question)


def _share(item):
    """How many of how many; in per cent only where there are enough for it."""
    told = f"{item.first_right} of {item.answered}"
    return told + (f" ({100 * item.share:.0f} %)" if item.answered >= FEW else "")


def _wrong(item):
    """The wrong answers, or wrong parts of answers, that came more than once."""
    often = [row for row in item.wrong if row[1] > 1][:MOST_WRONG]
    rows = [together(isolated(answer), f" ({count})") for answer, count in often]
    return bullets(rows) or (ALL_APART if item.wrong else "–")


def _right(one: Exercise):
    """The right answer with its reason; where it has several parts, folded as a list."""
    known, lines = key(one.id), kind_of(one).lines(one, key(one.id).answer)
    told = paragraph(known.explained), one.hint and named("Hint", one.hint), paragraph(note(one))
    if len(lines) > 1:
        return unfold("The answer, and why", bullets(lines), told)
    return together(lines, unfold("Why", told))


def note(one: Exercise):
    """Where a teacher reads more about a task: a link to the notes where they lie on this computer, the book
    of them where it was made."""
    name = f"lesson_{one.lesson}"
    book, single = files.place() / "book" / BOOK, FOLDER / f"{name}.md"
    told = f"The teacher’s notes on Lesson {one.lesson}"
    if book.is_file():
        return link(told, f"{book.resolve().as_uri()}#{name}")
    return link(told, single.as_uri()) if single.is_file() else f"{told} say more."


def pictures(students):
    """Every guess that somebody made, as a picture of who guessed what, beside what is known."""
    made = [_guess(*row) for row in guesses(students) if any(row[1].values())]
    return together(made) if made else paragraph("Nobody has made a guess yet.")


def _guess(one: Exercise, counted, known):
    if kind_of(one).shared:
        rows = [(line, count, "") for line, count in counted.items()]
        words = f"{sum(counted.values()) // len(one.items)} answered. {THEIRS}"
        return figure(f"{one.id} {one.question}", rows, words, ("Answer", "Students", "Known"))
    shown = sorted(counted.items(), key=lambda row: -row[1])[:MOST_ANSWERS]
    rows = [(answer, count, KNOWN if answer == known else "") for answer, count in counted.items()
            if (answer, count) in shown]  # fmt: skip
    if known is not None and known not in counted:
        rows.append((known, 0, KNOWN))
    number, right = sum(counted.values()), counted.get(known, 0)
    words = f"{number} guessed." + (f" {right} of them guessed what is known." if known is not None else "")
    rest = number - sum(count for _, count, _ in rows)
    words += f" {rest} gave other answers." if rest else ""
    return figure(f"{one.id} {one.question}", rows, words, ("Answer", "Students", "Known"))
