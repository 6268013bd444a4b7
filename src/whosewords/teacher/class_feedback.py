"""What a feedback page says of each student, for the script that lays it out with the marks."""

from ..classroom.asking import RIGHT
from ..classroom.exercises import exercises, lessons
from .class_answers import open_tasks
from .class_results import begun_in
from .item_analysis import GUESSED, WRITTEN, is_judged, result


def data(students, name, key):
    """What the script needs: who is in the class, what is asked in words, and what to say of each lesson."""
    begun = begun_in(students)
    open_ids = {one.id: one for one in open_tasks()}
    return {
        "name": mended(name),
        "key": key,
        "students": [mended(student.label) for student in students],
        "tasks": {id: {"question": one.question, "rubric": list(one.rubric)} for id, one in open_ids.items()},
        "lessons": [
            {"lesson": n, "title": f"Lesson {n}: {lessons()[n].title}",
             "tasks": [one.id for one in lessons()[n].exercises if one.id in open_ids]}
            for n in begun
        ],
        "feedback": [[said for n in begun if (said := _lesson(student, n))] for student in students],
        "again": {one.id: again(one) for one in exercises().values() if is_judged(one)},
    }  # fmt: skip


def mended(text):
    """A text without half characters, which no file can hold.

    >>> mended("blue\\ud800")
    'blue?'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def again(one):
    """Where to look for a task once more: its hint, or what was asked."""
    return one.hint or one.question


def _lesson(student, number):
    """The results of a lesson in words, and what to look at again; None where nothing was done of it."""
    lesson = lessons()[number]
    if not any(id.startswith(f"{number}.") for id in student.entries):
        return None
    done = {one.id: result(student, one) for one in (*lesson.guesses, *lesson.exercises)}
    open_core = [one.id for one in lesson.exercises if one.tier == "core" and not done[one.id].result]
    rows = (
        ("Right at the first try", [id for id, one in done.items() if one.first == RIGHT]),
        ("Right after more tries", [id for id, one in done.items() if one.result == RIGHT != one.first]),
        ("Not right yet", missed := [id for id, one in done.items() if one.first and one.result != RIGHT]),
        ("Written", [id for id, one in done.items() if one.result == WRITTEN]),
        ("Guessed", [id for id, one in done.items() if one.result == GUESSED]),
        ("Still open", open_core),
    )
    lines = [f"{name}: {', '.join(ids)}." for name, ids in rows if ids]
    return {"lesson": number, "lines": lines, "again": missed}
