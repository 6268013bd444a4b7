"""The paper pack: sheets to print for Lessons 3 and 4, for a room without computers, with keys for teachers.

Made from the data of the lessons, and for nobody in particular: articles stay in blocks, and nothing that a
reader answered gets onto a sheet. Titles and what to do with a sheet: `data/paper.toml`.
"""

import tomllib

from .. import files
from ..classroom.exercises import key, lessons
from ..classroom.frames_compared import read_grids
from ..classroom.kinds import kind_of
from ..classroom.replies import samples
from ..display.html import element, paragraph, style_of, table, together
from ..session import nobody
from ..shelf.catalogue import articles
from .pages import whole
from .sheets import bare, lesson_3, lesson_4, lesson_text, meant
from .templates import filled, part

INSIDE = {3: lesson_3, 4: lesson_4}
FILLED = {3: (), 4: ("journal_mtl", "neo")}  # the texts whose grids students fill
KEYS = "The timing, and what students think, stand in lessons/teacher/lesson_{}.md."
READINGS = "For the talk afterwards. Readings differ, and no single one is the key."
STRIPS = (
    "As one reader of the module read them in the full text. Another answer with a reason is a good answer: "
    "in blocks, “cannot tell” often is the honest one."
)
TEACHER = "for you: do not hand out"


def write(folder=None):
    """Write the paper pack into a folder, `paper` beside the lessons where none is named; give its paths."""
    return files.publish(folder, "paper", sheets())


def sheets():
    """The paper pack as {file name: HTML}: for each lesson the students' sheets and the teacher's keys."""
    stated = tomllib.loads(files.data("paper.toml").read_text(encoding="utf-8"))
    made = {}
    with nobody():
        for number, inside in INSIDE.items():
            mine = stated[f"lesson_{number}"]
            listed = [(*mine[name], html) for name, html in inside().items()]
            made[f"lesson_{number}_sheets.html"] = _file(mine["title"], listed, "Sheet")
            made[f"lesson_{number}_keys.html"] = _file(
                f"{mine['title']}: keys", _for_teachers(number, mine, listed), "Keys"
            )
    return made


def keys(number):
    """The keys of a lesson as HTML: every answer with its reason, rubrics and both sample answers."""
    listed = []
    for one in (*lessons()[number].guesses, *lessons()[number].exercises):
        known = key(one.id)
        if kind_of(one).is_open:
            points = [f"☐ {line}" for line in one.rubric]
            lines = points + [f"{line.head}: {line.text}" for line in samples(known)]
        else:
            told = ["no key: a guess"] if known.answer is None else kind_of(one).lines(one, known.answer)
            lines = [*told, known.explained]
        listed.append((f"{one.id} {one.question}", list(filter(None, lines))))
    return filled("keys.html", keys=listed)


def _for_teachers(number, stated, listed):
    """The teacher's sheets: what to copy, what to read aloud, the keys, and who or what other readers saw."""
    aloud = lesson_text(number, *stated["read_aloud"])
    yield "What to copy", TEACHER, stated["class"], _copies(listed)
    yield "To read aloud", TEACHER, "What the screen would have told.", element("div", aloud, look="aloud")
    yield "Keys", TEACHER, KEYS.format(number), together(keys(number), _strips() if number == 3 else None)
    for article in map(articles.get, FILLED[number]):
        html = read_grids(article, article.id)
        yield f"Two readings: {article.name}", TEACHER, READINGS, html


def _strips():
    """Who is meant on each strip of “militant”."""
    told = "; ".join(f"{n} (¶{at}) {who}" for n, at, who in meant())
    return together(element("h3", "The strips: who is meant"), paragraph(f"{told}."), paragraph(STRIPS))


def _copies(listed):
    """The sheets with their number and for whom they are, as a table."""
    rows = ((number, title, who) for number, (title, who, _, _) in enumerate(listed, 1))
    return table(("sheet", "title", "for"), rows)


def _file(title, listed, kind):
    """A file of sheets. listed: (title, for whom, what to do, HTML)."""
    lesson = title.partition(":")[0]
    made = [
        (f"{lesson} · {kind} {number} · {who}", head, how, bare(html))
        for number, (head, who, how, html) in enumerate(listed, 1)
    ]
    body = filled("sheets.html", title=title, sheets=made)
    return whole(f"{title} – Whose Words?", style_of(part("paper.css")) + body)
