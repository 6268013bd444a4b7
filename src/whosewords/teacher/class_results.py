"""Students by tasks, for the class page: every result as a sign and a word, with tries and time."""

from ..classroom.asking import CLOSE, NOT_YET, RIGHT
from ..classroom.exercises import lessons
from ..classroom.progress import DONE, step
from ..display.html import aside, isolated, link, paragraph, together, unfold, wide_table
from .item_analysis import GUESSED, WRITTEN, local, result

NOTHING = "–"
SIGNS = {RIGHT: "✓ right", CLOSE: "≈ close", NOT_YET: "○ not yet", GUESSED: "✓ guessed", WRITTEN: "✓ written"}


def tables(students):
    """All lessons in one table, then a table for each lesson that somebody has begun, folded."""
    begun = begun_in(students)
    steps = {n: [step(lessons()[n], student.entries) for student in students] for n in begun}
    return together(_overview(students, steps), (_lesson(students, n, steps[n]) for n in begun))


def begun_in(students):
    """The numbers of the lessons that somebody has begun.

    >>> begun_in([])
    []
    """
    ids = {id for student in students for id in student.entries}
    return [n for n in lessons() if any(id.startswith(f"{n}.") for id in ids)]


def day(at):
    """A time as it is read: `3 Nov, 10:15`; nothing for none."""
    return f"{at.day} {at:%b, %H:%M}" if at else ""


def _overview(students, steps):
    """How much of each lesson everybody has done."""
    rows = [
        [isolated(student.label), sum(left) or "0", *(_state(each[place]) for each in steps.values())]
        for place, student in enumerate(students)
        for left in [[each[place].wanted - each[place].finished for each in steps.values()]]
    ]
    names = ["Student", "Open", *(f"Lesson {n}" for n in steps)]
    return wide_table(names, rows, "students by lessons", "by-student")


def _state(step):
    """How far one lesson is: a sign and a word."""
    if not step.touched:
        return f"{NOTHING} not begun"
    mark = "✓ done" if step.state == DONE else f"○ {step.finished} of {step.wanted}"
    return together(mark, " ", aside(day(local(step.touched))))


def _lesson(students, number, steps):
    """One lesson: its tasks across, the students down."""
    lesson = lessons()[number]
    tasks = (*lesson.guesses, *lesson.exercises)
    known = {id for student in students for id in student.entries}
    names = [together(_name(one, known), " ", aside(_kind(one))) for one in tasks]
    rows = [
        [
            isolated(student.label), steps[place].wanted - steps[place].finished or "0",
            *(_cell(student, one) for one in tasks), _ticket(student.entries.get(f"{number}.exit")),
        ]
        for place, student in enumerate(students)
    ]  # fmt: skip
    title, heads = f"Lesson {number}: {lesson.title}", ["Student", "Open", *names, "Exit ticket"]
    return unfold(title, wide_table(heads, rows, title, "by-student"), look="lesson")


def _name(one, known):
    """A task's number, as a link to where it stands on the page, if anybody has answered it."""
    return one.id if one.guess or one.id not in known else link(one.id, f"#task-{one.id}")


def _kind(one):
    return "guess" if one.guess else one.tier


def _cell(student, one):
    """What a student did with one task."""
    done = result(student, one)
    if not done.result:
        return NOTHING
    tries = f"{done.tries} tries" if done.tries > 1 else "1 try" if done.first else ""
    return together(SIGNS[done.result], " ", aside(", ".join(filter(None, (tries, day(done.at))))))


def _ticket(entry):
    """An exit ticket in a cell: how sure, and the word."""
    entry = entry if isinstance(entry, dict) else {}
    sure, word = entry.get("confidence"), entry.get("word")
    told = [f"{sure} of 5" if sure else "", word if isinstance(word, str) else ""]
    return isolated(", ".join(filter(None, told))) if any(told) else NOTHING


def how_to_read():
    """What the signs mean."""
    return paragraph(
        "“Open” counts core tasks without a final answer, in lessons that somebody has begun. ✓ right: at "
        "the first try or later, see the tries. ≈ close and ○ not yet: the last try. – nothing that can be "
        "read. The time is that of the last change, by this computer’s clock."
    )
