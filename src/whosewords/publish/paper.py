"""The paper pack: sheets to print for every lesson, for a room without computers, with keys for teachers.

Made from the data of the lessons, and for nobody in particular: articles stay in blocks, and nothing that a
reader answered gets onto a sheet. What stands on which sheet: `data/paper.toml`.
"""

from .. import files
from ..classroom import sitting as test
from ..classroom.before_after import FORMS
from ..classroom.exercises import key, lessons
from ..classroom.frames_compared import read_grids
from ..classroom.kinds import kind_of
from ..classroom.replies import samples
from ..display.html import element, paragraph, style_of, together
from ..session import nobody
from ..shelf.catalogue import articles
from .pages import whole
from .sheets import bare, form_of_test, halves, lesson_text, meant, on_sheet
from .templates import filled, part
from .to_print import TITLE, amount, front, listed, whom

KEYS = "The timing, and what students think, stand in lessons/teacher/lesson_{}.md."
READINGS = "For the talk afterwards. Readings differ, and no single one is the key."
STRIPS = (
    "As one reader of the module read them in the full text. Another answer with a reason is a good answer: "
    "in blocks, “cannot tell” often is the honest one."
)
TEACHER = "for you: do not hand out"
FOR_EACH = "one for each student"
TEST = "before_after.html"


def write(folder=None):
    """Write the paper pack into a folder, `paper` beside the lessons where none is named; give its paths."""
    return files.publish(folder, "paper", sheets())


def sheets():
    """The paper pack as {file name: HTML}: what to print, then for each lesson the students' sheets and the
    teacher's keys."""
    made = {"index.html": whole(TITLE, together(style_of(part("paper.css")), front(stated())))}
    with nobody():
        for one in stated():
            name, title = f"lesson_{one['number']}", one["title"]
            made[f"{name}_sheets.html"] = _file(title, _sheets_of(one), "Sheet")
            made[f"{name}_keys.html"] = _file(f"{title}: keys", _for_teachers(one), "Keys")
        made[TEST] = _file(f"{test.title()}: two forms", _forms(), "Form")
    return made


def _forms():
    """Both forms of the test before and after: (title, for whom, what to do, HTML)."""
    for name in FORMS:
        sitting = test.Sitting(name)
        title, todo = sitting.head
        yield title, FOR_EACH, todo, form_of_test(sitting.form)


def stated():
    """The lessons that have sheets, as data/paper.toml tells of them."""
    return files.settings("paper.toml")["lesson"]


def _sheets_of(lesson):
    """The sheets of a lesson: (title, for whom, what to do, HTML)."""
    for sheet in lesson["sheet"]:
        todo, html = sheet["todo"], together(on_sheet(**one) for one in sheet["parts"])
        if sheet["for"] == "half":
            todo, html = None, halves(todo, html)
        yield sheet["title"], whom(sheet), todo, html


def _parts(lesson, kind):
    """The parts of a kind on the sheets of a lesson, in order, without the word for the kind."""
    found = [one for sheet in lesson["sheet"] for one in sheet["parts"] if one["kind"] == kind]
    return [{name: value for name, value in one.items() if name != "kind"} for one in found]


def keys(number):
    """The keys of a lesson as HTML: every answer with its reason, rubrics and both sample answers."""
    found = []
    for one in (*lessons()[number].guesses, *lessons()[number].exercises):
        known = key(one.id)
        if kind_of(one).is_open:
            points = [f"☐ {line}" for line in one.rubric]
            lines = points + [f"{line.head}: {line.text}" for line in samples(known)]
        else:
            told = ["no key: a guess"] if known.answer is None else kind_of(one).lines(one, known.answer)
            lines = [*told, known.explained]
        found.append((f"{one.id} {one.question}", list(filter(None, lines))))
    return filled("keys.html", keys=found)


def _for_teachers(lesson):
    """The teacher's sheets: what to copy, what to read aloud, the keys, and who or what other readers saw."""
    number = lesson["number"]
    aloud = lesson_text(number, *lesson["read_aloud"])
    strips = [one for one in _parts(lesson, "strips") if one.pop("key", False)]
    yield "What to print", TEACHER, lesson["class"], together(paragraph(amount(lesson)), listed(lesson))
    yield "To read aloud", TEACHER, "What the screen would have told.", element("div", aloud, look="aloud")
    yield "Keys", TEACHER, KEYS.format(number), together(keys(number), *(_strips(**one) for one in strips))
    for grid in _parts(lesson, "grid"):
        article = articles[grid["text"]]
        html = read_grids(article, article.id)
        yield f"Two readings: {article.name}", TEACHER, READINGS, html


def _strips(**stated):
    """Who is meant on each of some strips."""
    told = "; ".join(f"{n} (¶{at}) {who}" for n, at, who in meant(**stated))
    return together(element("h3", "The strips: who is meant"), paragraph(f"{told}."), paragraph(STRIPS))


def _file(title, those, kind):
    """A file of sheets. those: (title, for whom, what to do, HTML)."""
    lesson = title.partition(":")[0]
    made = [
        (f"{lesson} · {kind} {number} · {who}", head, how, bare(html))
        for number, (head, who, how, html) in enumerate(those, 1)
    ]
    body = filled("sheets.html", title=title, sheets=made)
    return whole(f"{title} – Whose Words?", style_of(part("paper.css")) + body)
