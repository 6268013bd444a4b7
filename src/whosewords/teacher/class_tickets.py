"""The exit tickets of a class, for the class page: how sure, and in which word, as pictures."""

from collections import Counter

from ..classroom.exercises import lessons
from ..classroom.exit_ticket import LONGEST_WORD, SURENESS, WORDS
from ..display.bars import figure
from ..display.drawing import RUST
from ..display.html import block, bullets, isolated, paragraph, together, unfold
from .class_other import entry_of
from .item_analysis import apart

HELP = ("unsure", "stuck")  # words of a ticket that ask for help
MOST_WORDS = 12  # of their own that are shown


def tickets(students):
    """How sure everybody was at the end of each lesson, and in which word, as pictures."""
    found = [_tickets(lesson, students) for lesson in lessons().values()]
    found = [one for one in found if one]
    return together(found) if found else paragraph("Nobody has given an exit ticket yet.")


def _tickets(lesson, students):
    name = f"{lesson.number}.exit"
    given = [(student.label, entry_of(student, name)) for student in apart(students, name)]
    words = [(label, _word(entry)) for label, entry in given if _word(entry)]
    sure = Counter(str(entry.get("confidence")) for _, entry in given)
    if not words and not any(sure[number] for number, _ in SURENESS):
        return None
    asking = [label for label, word in words if word in HELP]
    title, counted = f"Lesson {lesson.number}", Counter(word for _, word in words)
    return block(_sureness(title, sure), _words(title, counted, len(asking)), _who(asking), look="pair")


def _who(asking):
    """The students who asked for help, folded."""
    if not asking:
        return None
    return unfold(f"Who tapped {' or '.join(HELP)}: {len(asking)}", bullets(map(isolated, asking)))


def _word(entry):
    word = entry.get("word")
    return " ".join(word.split())[:LONGEST_WORD].casefold() if isinstance(word, str) else ""


def _sureness(title, counted):
    rows = [(told, counted[number], "") for number, told in SURENESS]
    words = f"{sum(count for _, count, _ in rows)} said how sure they are of an answer."
    return figure(f"{title}: how sure", rows, words, ("Sure, 1 to 5", "Students"))


def _words(title, counted, asking):
    own = [word for word, _ in counted.most_common() if word not in WORDS][:MOST_WORDS]
    rows = [(word, counted[word], "asks for help" if word in HELP else "") for word in (*WORDS, *own)]
    words = f"{counted.total()} gave a word; {asking} of them unsure or stuck."
    return figure(f"{title}: one word", rows, words, ("Word", "Students", "Note"), RUST)
