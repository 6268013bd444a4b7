"""A whole round with nbgrader's own commands, and whether the points are what hand arithmetic says.

usage: .venv/bin/python tools/nbgrader_round.py FOLDER

nbgrader is no package of ours: it and the lessons are installed into an environment of their own, FOLDER/env
(needs a network; 8 minutes at first, later 4). The rest of FOLDER is made anew each time. Graded are two
submissions of Lesson 1, one whole and one broken (a line that is no Python, a cell that was deleted, a work
file that was cut off), one without a work file, one whose notebook is none, and one of each other lesson, all
right. Fails where a grade is another one, or where a key is in what students get.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.classroom.exercises import exercises, key, lessons  # noqa: E402
from whosewords.teacher.course import LESSONS, assignment, where, write  # noqa: E402
from whosewords.teacher.item_analysis import is_judged  # noqa: E402

JUDGED = {
    n: [one for one in lessons()[n].exercises if one.tier == "core" and is_judged(one)] for n in LESSONS
}
# What was answered in Lesson 1, try by try, and the points for it: 2 at the first try, 1 later.
WHOLE = {"1.9": (["16", "18"], 1), "1.3": (["journal_mtl and neo"], 2), "1.4": (["soleimani"], 2)}
WORDS = ("1.10", "The writer is against it: “illegal” & <false> tell me.", 1)  # marked by a teacher
CUT = {"1.3": (["journal_mtl and neo"], 2), "1.9": (["18"], 0)}  # the end of the file, with 1.9, is lost


def main(folder):
    folder = Path(folder).resolve()
    env = environment(folder / "env")
    course = folder / "course"
    shutil.rmtree(course, ignore_errors=True)
    print("\n".join(write(course)))
    for n in LESSONS:
        nbgrader(env, course, "generate_assignment", assignment(n))
    left = [path.name for path in course.glob("release/*/*.ipynb") if "points(" in path.read_text("utf-8")]
    wanted = submitted(course)
    for student, lesson in wanted:
        done = nbgrader(env, course, "autograde", lesson, "--student", student, fails=student == "damaged")
        if done:
            nbgrader(env, course, "generate_feedback", lesson, "--student", student)
    subprocess.run(
        [env / "python", "-c", BY_HAND], cwd=course, env=os.environ | {"PATH": with_path(env)}, check=True
    )
    nbgrader(env, course, "generate_feedback", "lesson_1", "--student", "whole", "--force")
    nbgrader(env, course, "export")
    return compared(course, wanted) and not left


# What the formgrader does when a teacher types points for an answer in words.
BY_HAND = f"""
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as grades:
    given = grades.find_grade("words_1_10", "01_line_them_up", "lesson_1", "whole")
    assert given.needs_manual_grade and given.max_score == 2
    given.manual_score, given.needs_manual_grade = {WORDS[2]}, False
    grades.db.commit()
"""


def with_path(env):
    """Where nbgrader looks for its own programs."""
    return os.pathsep.join([str(env), os.environ["PATH"]])


def environment(folder):
    """The folder of programs of an environment with nbgrader and the lessons."""
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [programs / "python", "-m", "pip", "install", "-q"]
    if not (programs / "nbgrader").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([*pip, "nbgrader", ROOT], check=True)
    subprocess.run([*pip, "--no-deps", "--force-reinstall", ROOT], check=True)  # the lessons as they are now
    return programs


def nbgrader(env, course, *arguments, fails=False):
    """Run one of its commands. Gives whether it did what was asked; ends where it had to and did not."""
    more = {"WHOSEWORDS_HOME": str(course / "home_of_the_teacher"), "PATH": with_path(env)}
    command = [env / "nbgrader", *arguments]
    done = subprocess.run(command, cwd=course, env=os.environ | more, capture_output=True, text=True)
    print(f"nbgrader {' '.join(arguments)}: {'done' if done.returncode == 0 else 'failed'}")
    if done.returncode and not fails:
        sys.exit(done.stderr[-3000:])
    return done.returncode == 0


# ---- what students hand in


def submitted(course):
    """Submissions as students make them: {(student, assignment): points}."""
    whole = hand_in(course, "whole", 1, {**WHOLE, WORDS[0]: ([WORDS[1]], WORDS[2])}, "blue-7")
    broken = hand_in(course, "broken", 1, CUT)
    text = (broken.parent / "my_work.json").read_text("utf-8")
    (broken.parent / "my_work.json").write_text(text[: text.index('"1.9"') + 30], "utf-8")
    notebook = json.loads(broken.read_text("utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "points-1_4"]
    next(cell for cell in notebook["cells"] if line(cell) == 'check("1.9")')["source"] = 'check("1.9"'
    broken.write_text(json.dumps(notebook), "utf-8")
    (hand_in(course, "nothing", 1, {}).parent / "my_work.json").unlink()
    hand_in(course, "damaged", 1, WHOLE).write_text("{ no notebook", "utf-8")
    all_of_it = sum(points for _, points in WHOLE.values()) + WORDS[2]
    first = {"whole": all_of_it, "broken": 2, "nothing": 0, "damaged": 0}
    wanted = {(student, assignment(1)): points for student, points in first.items()}
    for n in LESSONS[1:]:
        hand_in(course, "whole", n, {one.id: ([key(one.id).answer], 2) for one in JUDGED[n]})
        wanted["whole", assignment(n)] = 2 * len(JUDGED[n])
    assert whole.is_file()
    return wanted


def line(cell):
    return "".join(cell["source"])


def hand_in(course, student, number, answers, name=""):
    """A student works through a lesson and runs its last line. Gives the path of the notebook."""
    released = course / "release" / assignment(number) / where(course)[assignment(number)].name
    folder = course / "submitted" / student / assignment(number)
    folder.mkdir(parents=True)
    shutil.copy(released, folder)
    typed = [f"check({id!r}, {value!r})" for id, (tries, _) in answers.items() for value in tries]
    lines = ["from whosewords import *", *[f"my_work({name!r})"] * bool(name), *typed, "my_work().hand_in()"]
    home = {"WHOSEWORDS_HOME": str(course / f"home_of_{student}"), "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", "\n".join(lines)], cwd=folder, env=os.environ | home, check=True)
    return folder / released.name


def compared(course, wanted):
    """Whether the grades that nbgrader wrote are those that were worked out by hand."""
    with (course / "grades.csv").open(encoding="utf-8", newline="") as opened:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(opened)}
    right = True
    for (student, lesson), points in wanted.items():
        row, most = rows[student, lesson], most_of(int(lesson.rpartition("_")[2]))
        good = float(row["score"]) == points and float(row["max_score"]) == most
        page = list((course / "feedback" / student / lesson).glob("*.html"))
        good &= bool(page) is (student != "damaged")
        if (student, lesson) == ("whole", "lesson_1"):
            good &= escape(WORDS[1]) in page[0].read_text("utf-8")
        right &= good
        sign = "✓" if good else "✗"
        print(
            f"{sign} {student:8} {lesson}: {row['score']} of {row['max_score']}, by hand {points} of {most}"
        )
    written = list((course / "home_of_the_teacher").glob("*"))
    print(f"Written into the work of whoever graded: {written or 'nothing'}")
    return right and not written


def most_of(number):
    """The points that a lesson can have: 2 a task with a key, one a line of the rubric of one in words."""
    core = [one for one in lessons()[number].exercises if one.tier == "core"]
    return sum(2 if is_judged(exercises()[one.id]) else len(one.rubric) for one in core)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(0 if main(sys.argv[1]) else 1)
