"""Count what a lesson asks of a reader: words of ours, words on the screen, and minutes.

usage: python tools/lesson_budget.py [NUMBER ...]

Everything up to the exit ticket is the lesson; what stands behind it is extra. A reader of 16 who reads in a
second language takes in 150 words a minute, whether they stand in our text or in a result. Results are those
of a reader who has unlocked nothing: blocks are no words, the sentences beside them are. What is folded away
is not counted, nor is what only a screen reader says. Questions are read in the minutes of their tasks.

A line that is worked with, not only read, says for how long in its header: `# %% minutes=4`.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

import lxml.html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.classroom.exercises import exercise, lessons  # noqa: E402
from whosewords.publish import pages  # noqa: E402
from whosewords.session import nobody  # noqa: E402

SOURCES = ROOT / "lessons" / "source"
PACE = 150  # words a minute
RUN = 0.25  # minutes to run a line and see that it worked
PICTURE = 0.5  # minutes to look at a picture, the letters in it included
MOST_OWN, MOST_SHOWN, MOST_EXTRA = 1200, 1500, 400  # words
TASK = re.compile(r"^\s*(?:predict|check)\(\s*[\"']([^\"']+)[\"']", re.M)
TICKET = "exit_ticket("
LINK = re.compile(r"\]\([^)]*\)|https?://\S+")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A result behind a guess or a blank is folded on a page; in the notebook it is there once its line ran.
UNSEEN = (
    "//style|//script|//svg|//*[contains(@class, 'ww-sr')]|//*[@hidden]|//p[@class='line']"
    "|//details[not(contains(@class, 'filled'))]/*[not(self::summary)]"
)


class Budget(NamedTuple):
    """What a lesson asks: words of ours, words that its lines show, words behind the ticket, and minutes."""

    own: int
    shown: int
    extra: int
    minutes: float


def words(text):
    """How many words there are to read in a text; addresses of links are not read.

    >>> words("Run [this](a/b.html) at 10:15, don't wait.")
    5
    """
    return len(WORD.findall(LINK.sub("]", text)))


def seen(html):
    """What is seen of a piece of HTML: no style, nothing folded, nothing that only a listener gets.

    >>> seen("<p>One <b>two</b></p><details><summary>More</summary><p>three</p></details>")
    'One two More'
    """
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for unseen in root.xpath(UNSEEN):
        unseen.drop_tree()
    return " ".join(" ".join(root.itertext()).split())


def pictures(html):
    """How many pictures a piece of HTML holds."""
    return html.count('ww-picture"')


def budget(source, name="lesson"):
    """The budget of a lesson's source, its lines run as for a page."""
    own = shown = extra = 0
    minutes, ended, kept = 0.0, False, {}
    with nobody():
        for cell in pages.cells(source):
            if not cell.is_code:
                own, extra = (own, extra + words(cell.text)) if ended else (own + words(cell.text), extra)
                continue
            html = pages.ran(cell._replace(also=()), kept, name)
            if ended:
                continue
            asked = [exercise(number) for number in TASK.findall(cell.text)]
            ended = TICKET in cell.text
            minutes += RUN + cell.minutes + sum(one.minutes for one in asked if one.tier == "core")
            if not asked and not ended:
                shown += words(seen(html))
                minutes += PICTURE * pictures(html)
    return Budget(own, shown, extra, minutes + (own + shown) / PACE)


def allowed(number):
    """The fewest and the most minutes that a lesson may take."""
    return (8, 12) if number == 0 else (35, 45)


def counted(*numbers):
    """Yield (lesson, its budget) for the lessons of these numbers, or for all that have a source."""
    for lesson in lessons().values():
        source = SOURCES / f"{Path(lesson.notebook).stem}.py"
        if source.is_file() and (not numbers or lesson.number in numbers):
            yield lesson, budget(source.read_text(encoding="utf-8"), source.stem)


def faults(lesson, found):
    """What of a lesson's budget is not kept, as sentences."""
    low, high = allowed(lesson.number)
    if found.own > MOST_OWN:
        yield f"{found.own} words of ours, allowed are {MOST_OWN}"
    if found.shown > MOST_SHOWN:
        yield f"{found.shown} words on the screen, allowed are {MOST_SHOWN}"
    if found.extra > MOST_EXTRA:
        yield f"{found.extra} words behind the ticket, allowed are {MOST_EXTRA}"
    if not low <= found.minutes <= high:
        yield f"{found.minutes:.0f} minutes, allowed are {low} to {high}"
    if abs(found.minutes - lesson.minutes) > 3:
        yield f"lesson_{lesson.number}.toml says {lesson.minutes} minutes, counted are {found.minutes:.0f}"


def table(rows):
    """A line for each lesson, as text."""
    lines = [f"{'lesson':44} {'own':>6} {'shown':>6} {'extra':>6} {'minutes':>8}"]
    for lesson, one in rows:
        name = f"{lesson.number} {lesson.title}"
        lines.append(f"{name:44} {one.own:6} {one.shown:6} {one.extra:6} {one.minutes:8.1f}")
        lines += [f"    {fault}" for fault in faults(lesson, one)]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(counted(*map(int, sys.argv[1:]))))
