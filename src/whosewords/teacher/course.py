"""A course folder for nbgrader: an assignment for each of Lessons 1 to 6, as they are, with cells that
nbgrader grades.

After each core task that has a key stands a cell that looks up the saved answer (`grading.points`); nbgrader
takes that line out of what students get, and no key is in it. After each core task that is answered in words
stands a task for the teacher, a point for each line of the rubric. The last cell writes the answers into a
file beside the notebook, which nbgrader collects with it.
"""

import json
import re
from pathlib import Path

from .. import files
from ..classroom.desk import line_of, shipped
from ..classroom.exercises import exercises, key, lessons
from ..classroom.kinds import kind_of
from ..classroom.replies import samples
from ..problems import Problem
from .grading import MOST
from .item_analysis import is_judged

LESSONS = range(1, 7)
CONFIG = "nbgrader_config.py"
SETTINGS = """\
# Settings of nbgrader for this folder, made by start.py nbgrader; docs/nbgrader.md says how to go on.
c = get_config()

c.CourseDirectory.course_id = "whose_words"

# Points come from the answers in my_work.json. A cell that a student deleted is put back and looks there.
c.OverwriteCells.add_missing_cells = True

# The first line of a lesson fetches the tools, which takes a slow computer some seconds.
c.Execute.timeout = 120
"""
ASKED = re.compile(r'check\("(\d+\.\d+)"\)')
LINK = re.compile(r"\[([^]]*)\]\((\w+\.ipynb)\)")
POINTS = (
    "# {id}: points for the answer that you saved. Nothing to do here.\n"
    "### BEGIN HIDDEN TESTS\n"
    "from whosewords.teacher.grading import points\n"
    'points("{id}")\n'
    "### END HIDDEN TESTS"
)
TASK = (
    "**{id}, in your own words: points from your teacher.**\n\n"
    "=== BEGIN MARK SCHEME ===\n\n"
    "What a good answer has, a point for each line:\n\n{rubric}\n\n{samples}\n\n"
    "=== END MARK SCHEME ==="
)
HAND_IN = (
    "## Hand in\n\n"
    "The line writes your answers into the file `my_work.json` beside this page. Run it, then hand in as "
    "your teacher told you. Whenever you changed an answer, run it again before you hand in."
)
LEFT = "Left as they were, since they are there already: {names}. Delete them to have them made anew."


def write(folder):
    """Make the course folder, and say what was done, as lines. What is there already is left as it is."""
    folder, there = files.named(folder), []
    if folder.exists() and not folder.is_dir():
        raise Problem(f"“{folder.name}” is a file, and no folder. Name a folder for the course.")
    for place, text in made().items():
        if (folder / place).exists():
            there.append(place)
        else:
            files.write(folder / place, text)
            (folder / place).chmod(0o644)
    told = [f"A course for nbgrader is in {folder.resolve()}: docs/nbgrader.md says how to go on."]
    return told + [LEFT.format(names=", ".join(there))] * bool(there)


def made():
    """The files of the course, {place in its folder: text}."""
    if not shipped():
        raise Problem("The lessons are not here: a course is made by start.py, from the whole project.")
    return {CONFIG: SETTINGS} | {
        f"source/{assignment(n)}/{lessons()[n].notebook}": notebook(n) for n in LESSONS
    }


def assignment(number):
    """What nbgrader calls a lesson.

    >>> assignment(1)
    'lesson_1'
    """
    return f"lesson_{number}"


def notebook(number):
    """The notebook of a lesson with what nbgrader grades, as text."""
    lesson = json.loads(shipped()[lessons()[number].notebook].read_text(encoding="utf-8"))
    cells = [new for cell in lesson["cells"] for new in (_led_on(cell), *_graded(cell))]
    lesson["cells"] = [*cells, _text("hand-in", HAND_IN), _code("hand-in-line", "my_work().hand_in()")]
    return json.dumps(lesson, ensure_ascii=False, indent=1) + "\n"


def _led_on(cell):
    """A cell with links that lead where nbgrader puts the other lessons; what is no part of the course is
    named and not linked."""
    if cell["cell_type"] == "markdown":
        cell["source"] = LINK.sub(_link, line_of(cell)).splitlines(keepends=True)
    return cell


def _link(found):
    title, name = found.groups()
    number = next((n for n in LESSONS if lessons()[n].notebook == name), None)
    return f"[{title}](../{assignment(number)}/{name})" if number else title


def _graded(cell):
    """What stands after a cell that asks: where a core task is asked, what gives points for it."""
    asked = ASKED.fullmatch(line_of(cell).strip()) if cell["cell_type"] == "code" else None
    one = exercises()[asked[1]] if asked else None
    if not one or one.tier != "core":
        return []
    name = one.id.replace(".", "_")
    if is_judged(one):
        grade = {"grade": True, "grade_id": f"points_{name}", "task": False, "points": MOST}
        return [_code(f"points-{name}", POINTS.format(id=one.id), grade)]
    if kind_of(one).is_open and one.rubric:
        grade = {"grade": False, "grade_id": f"words_{name}", "task": True, "points": len(one.rubric)}
        return [_text(f"words-{name}", _task(one), grade)]
    return []


def _task(one):
    """What a teacher marks an answer in words by; nbgrader takes it out of what students get."""
    rubric = "\n".join(f"- {line}" for line in one.rubric)
    known = [f"**{line.head}:** {line.text}" for line in samples(key(one.id)) if line.text]
    return TASK.format(id=one.id, rubric=rubric, samples="\n\n".join(known))


def _text(name, source, grade=None):
    cell = {"cell_type": "markdown", "id": name, "metadata": _metadata(grade)}
    return cell | {"source": source.splitlines(keepends=True)}


def _code(name, source, grade=None):
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": _metadata(grade),
        "outputs": [],
    }
    return cell | {"source": source.splitlines(keepends=True)}


def _metadata(grade):
    if not grade:
        return {"deletable": False}
    always = {"schema_version": 3, "locked": True, "solution": False}
    return {"deletable": False, "editable": False, "nbgrader": always | grade}


def where(folder):
    """The notebooks of a course, by assignment: {name: path}."""
    return {assignment(n): Path(folder, "source", assignment(n), lessons()[n].notebook) for n in LESSONS}
