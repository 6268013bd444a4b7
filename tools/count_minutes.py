"""Count how long a lesson takes: reading at 200 words a minute, its core tasks, and looking at results.

usage: python tools/count_minutes.py

A lesson's source is jupytext's percent format. A cell that takes another time to read than the rule says
carries it in its header: `# %% minutes=4`. Stretch and research tasks are extra and not counted.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.classroom.exercises import exercise, lessons  # noqa: E402
from whosewords.shelf.catalogue import articles  # noqa: E402

SOURCES = ROOT / "lessons" / "source"
PACE = 200  # words a minute
RUN = 0.25  # minutes to run a line and see that it worked; what it shows to read is counted by its words
LOOK = 1  # minutes to look at a table or a chart
TICKET = 0.5
TASK = re.compile(r"^\s*(?:predict|check)\(\s*[\"']([^\"']+)[\"']", re.M)
NOTHING_TO_LOOK_AT = re.compile(r"from whosewords import|show\(|reveal\([^,]*\)\s*$")
SHOWN = re.compile(r"\bshow\(\s*[\"']([^\"']+)[\"']")
LINK = re.compile(r"\]\([^)]*\)|https?://\S+")
WORD = re.compile(r"\w[\w’'-]*")


class Cell(NamedTuple):
    """A cell of a lesson: whether it is prose, its text, and the minutes in its header or None."""

    prose: bool
    text: str
    minutes: float | None


class Minutes(NamedTuple):
    """The minutes of a lesson, by what they are spent on."""

    reading: float
    tasks: float
    looking: float

    @property
    def total(self):
        return self.reading + self.tasks + self.looking


def cells(source):
    """The cells of a lesson's source.

    >>> cells("# %% [markdown]\\n# Read this.\\n\\n# %% minutes=2\\nevents()\\n")
    [Cell(prose=True, text='Read this.', minutes=None), Cell(prose=False, text='events()', minutes=2.0)]
    """
    found = []
    for head, body in re.findall(r"^# %%(.*)\n((?:(?!# %%).*\n?)*)", source, flags=re.M):
        given = re.search(r"minutes[\"']?\s*[=:]\s*([\d.]+)", head)
        prose = "[markdown]" in head
        text = re.sub(r"^# ?", "", body, flags=re.M) if prose else body
        found.append(Cell(prose, text.strip(), float(given[1]) if given else None))
    return found


def count(source):
    """The minutes of a lesson's source."""
    reading = tasks = looking = 0.0
    for cell in cells(source):
        asked = sum(task.minutes for task in map(exercise, TASK.findall(cell.text)) if task.tier == "core")
        if cell.minutes is not None:
            reading += cell.minutes
        elif cell.prose:
            reading += len(WORD.findall(LINK.sub("]", cell.text))) / PACE
        elif cell.text and not TASK.search(cell.text):
            looking += time_to_look(cell.text)
            reading += sum(words_to_read(articles[name]) for name in SHOWN.findall(cell.text)) / PACE
        tasks += 0 if cell.prose else asked
    return Minutes(reading, tasks, looking)


def time_to_look(code):
    """The minutes to run a line and take in its result."""
    if "exit_ticket(" in code:
        return TICKET
    return RUN if NOTHING_TO_LOOK_AT.match(code) else LOOK


def words_to_read(article):
    """How many words there are to read in an article: all, or the summaries of one that is in blocks."""
    if article.kind == "own text":
        return len(article.words)
    return sum(len(WORD.findall(paragraph.precis)) for paragraph in article.page)


def allowed(number):
    """The fewest and the most minutes that a lesson may take."""
    return (8, 12) if number == 0 else (35, 50)


def counted():
    """Yield (lesson, its minutes) for every lesson that has both a source and exercises."""
    for lesson in lessons().values():
        source = SOURCES / f"{Path(lesson.notebook).stem}.py"
        if source.is_file():
            yield lesson, count(source.read_text(encoding="utf-8"))


def table():
    """A line for each lesson, as text."""
    lines = [f"{'lesson':44} {'reading':>8} {'tasks':>6} {'looking':>8} {'total':>6}   allowed"]
    for lesson, one in counted():
        low, high = allowed(lesson.number)
        name = f"{lesson.number} {lesson.title}"
        spent = f"{one.reading:8.1f} {one.tasks:6.1f} {one.looking:8.1f} {one.total:6.1f}"
        lines.append(f"{name:44} {spent}   {low} to {high}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
