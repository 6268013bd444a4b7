"""What the class did with each task, for the class page: where it got stuck, and guesses as pictures."""

from ..classroom.exercises import Exercise, key
from ..classroom.replies import answer_text
from ..display.bars import figure
from ..display.html import bullets, isolated, named, paragraph, span, table, together, unfold, wide
from .item_analysis import FEW, guesses, items

MOST_WRONG = 3  # wrong answers that are shown of a task
MOST_ANSWERS = 15  # to a guess that asks for a number
KNOWN = "the known answer"


def stuck(students):
    """Judged tasks by the share that was right at the first try, the lowest first."""
    found = [item for item in items(students) if item.answered]
    if not found:
        return paragraph("Nobody has tried a task that can be judged yet.")
    rows = [[_task(one.exercise), _share(one), _wrong(one), _right(one.exercise)] for one in found]
    names = ("Task", "Right at the first try", "Most common wrong", "Right, and why")
    return wide(table(names, rows, look="stuck"), "Table: where the class got stuck")


def _task(one: Exercise):
    return together(span(one.id, look="number", id=f"task-{one.id}"), " ", one.question)


def _share(item):
    """How many of how many; in per cent only where there are enough for it."""
    told = f"{item.first_right} of {item.answered}"
    return told + (f" ({100 * item.share:.0f} %)" if item.answered >= FEW else "")


def _wrong(item):
    rows = [together(isolated(answer), f" ({count})") for answer, count in item.wrong[:MOST_WRONG]]
    return bullets(rows) or "–"


def _right(one: Exercise):
    known = key(one.id)
    why = unfold("Why", paragraph(known.explained), one.hint and named("Hint", one.hint), paragraph(note(one)))
    return together(answer_text(one, known.answer), why)


def note(one: Exercise):
    """Where a teacher reads more about a task."""
    return f"More: lessons/teacher/lesson_{one.lesson}.md, Keys, {one.id}."


def pictures(students):
    """Every guess that somebody made, as a picture of who guessed what, beside what is known."""
    made = [_guess(*row) for row in guesses(students) if any(row[1].values())]
    return together(made) if made else paragraph("Nobody has made a guess yet.")


def _guess(one: Exercise, counted, known):
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
