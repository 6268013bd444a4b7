"""Points for nbgrader, of the work file that was handed in beside a notebook: what the class page says of a
task, as a number. Nothing is judged here.

nbgrader runs `points("1.3")` in a cell of its own after each exercise of a core task (`teacher/course.py`).
"""

from ..classroom.asking import CLOSE, RIGHT
from ..classroom.exercises import Exercise, exercise
from ..problems import Problem, arrived
from .collecting import students_in
from .homes import at_home
from .item_analysis import is_judged, result

AT_FIRST, LATER, MOST = 2, 1, 2  # points: right at the first try; right later, or close at last; at most
HERE = "this folder"  # counts as one student's home: nbgrader keeps each student's hand-in apart
NOTHING = (
    "0 points for now: no work file that can be read was handed in with this notebook. The last grey box of "
    "the lesson writes it: my_work().hand_in()"
)
MORE = "0 points for now: the work of several was handed in with this notebook ({labels}). Ask whose it is."
TOLD = "{id}: {result}, {tries}."
NOT_ANSWERED = "{id}: not answered."


def points(number: str, folder: object = ".") -> int:
    """The points for an exercise: 2 where it was right at the first try, 1 where it was right later or close
    at last, else 0. Says why. A file that cannot be read counts as no answer, and that is said."""
    one = exercise(number)
    if not is_judged(one):
        raise Problem(f"{arrived(number)} has no key: a teacher gives its points.")
    try:
        done = result(whose(folder), one)
    except Problem as problem:
        print(problem)
        return 0
    print(_told(one, done))
    return of(done)


def of(done) -> int:
    """The points for a `Result` of `item_analysis`."""
    if done.first == RIGHT:
        return AT_FIRST
    return LATER if done.result in (RIGHT, CLOSE) else 0


def whose(folder):
    """Whose work lies in a folder that one student handed in. Raises `Problem` where that is nobody's, or
    that of several."""
    students, others = students_in(one._replace(home=HERE) for one in at_home(folder))
    if not students:
        told = [f"“{arrived(row.file)}”: {row.done}" for row in others]
        raise Problem(" ".join([NOTHING, *told]))
    if len(students) > 1:
        raise Problem(MORE.format(labels=", ".join(one.label for one in students)))
    return students[0]


def _told(one: Exercise, done):
    if not done.result:
        return NOT_ANSWERED.format(id=one.id)
    return TOLD.format(
        id=one.id, result=done.result, tries=f"{done.tries} tr{'ies' if done.tries > 1 else 'y'}"
    )
