"""The paper pack: sheets to print for Lessons 3 and 4, for a room without computers, with keys for teachers.

Made from the data of the lessons, and for nobody in particular: articles stay in blocks, and nothing that a
reader answered gets onto a sheet. What stands on which sheet: `data/paper.toml`.
"""

from html import escape
from importlib import resources

from .. import files
from ..classroom.exercises import key, lessons
from ..classroom.frames_compared import read_grids
from ..classroom.replies import answer_text, samples
from ..session import nobody
from ..shelf.catalogue import articles
from .pages import whole
from .sheets import bare, lesson_text, meant, on_sheet

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
    made = {}
    with nobody():
        for one in stated():
            name, title, listed = f"lesson_{one['number']}", one["title"], list(_sheets_of(one))
            made[f"{name}_sheets.html"] = _file(title, listed, "Sheet")
            made[f"{name}_keys.html"] = _file(f"{title}: keys", _for_teachers(one, listed), "Keys")
    return made


def stated():
    """The lessons that have sheets, as data/paper.toml tells of them."""
    return files.settings("paper.toml")["lesson"]


def _sheets_of(lesson):
    """The sheets of a lesson: (title, for whom, what to do, HTML)."""
    for sheet in lesson["sheet"]:
        yield sheet["title"], sheet["for"], sheet["todo"], "".join(on_sheet(**one) for one in sheet["parts"])


def _parts(lesson, kind):
    """The parts of a kind on the sheets of a lesson, in order, without the word for the kind."""
    found = [one for sheet in lesson["sheet"] for one in sheet["parts"] if one["kind"] == kind]
    return [{name: value for name, value in one.items() if name != "kind"} for one in found]


def keys(number):
    """The keys of a lesson as HTML: every answer with its reason, rubrics and both sample answers."""
    rows = []
    for one in (*lessons()[number].guesses, *lessons()[number].exercises):
        known = key(one.id)
        rows.append(f"<dt>{escape(one.id)} {escape(one.question)}</dt>")
        if one.kind == "words":
            points = [f"☐ {line}" for line in one.rubric]
            lines = points + [f"{line.head}: {line.text}" for line in samples(known)]
        else:
            lines = [*_answers(one, known.answer), known.explained]
        rows += [f"<dd>{escape(line)}</dd>" for line in lines if line]
    return f'<dl class="key-list">{"".join(rows)}</dl>'


def _answers(one, answer):
    """An answer in lines: one for each thing that is sorted."""
    if answer is None:
        return ["no key: a guess"]
    if one.kind != "sort":
        return [answer_text(one, answer)]
    return [answer_text(one, {thing.id: answer[thing.id]}) for thing in one.items]


def _for_teachers(lesson, listed):
    """The teacher's sheets: what to copy, what to read aloud, the keys, and who or what other readers saw."""
    number = lesson["number"]
    aloud = lesson_text(number, *lesson["read_aloud"])
    strips = [one for one in _parts(lesson, "strips") if one.pop("key", False)]
    yield "What to copy", TEACHER, lesson["class"], _copies(listed)
    yield "To read aloud", TEACHER, "What the screen would have told.", f'<div class="aloud">{aloud}</div>'
    yield "Keys", TEACHER, KEYS.format(number), keys(number) + "".join(_strips(**one) for one in strips)
    for grid in _parts(lesson, "grid"):
        article = articles[grid["text"]]
        html = read_grids(article, article.id)
        yield f"Two readings: {article.name}", TEACHER, READINGS, html


def _strips(**stated):
    """Who is meant on each of some strips."""
    told = "; ".join(f"{n} (¶{at}) {who}" for n, at, who in meant(**stated))
    return f"<h3>The strips: who is meant</h3><p>{escape(told)}.</p><p>{STRIPS}</p>"


def _copies(listed):
    """The sheets with their number and for whom they are, as a table."""
    rows = "".join(
        f'<tr><th scope="row">{number}</th><td>{escape(title)}</td><td>{escape(who)}</td></tr>'
        for number, (title, who, _, _) in enumerate(listed, 1)
    )
    heads = "<thead><tr><th>sheet</th><th>title</th><th>for</th></tr></thead>"
    return f"<table>{heads}<tbody>{rows}</tbody></table>"


def _file(title, listed, kind):
    """A file of sheets. listed: (title, for whom, what to do, HTML)."""
    style = resources.files(__package__).joinpath("paper.css").read_text(encoding="utf-8")
    lesson = title.partition(":")[0]
    body = "".join(
        f'<section class="sheet"><p class="top">{escape(f"{lesson} · {kind} {number} · {who}")}</p>'
        f'<h2>{escape(head)}</h2><p class="how">{escape(how)}</p>{bare(html)}</section>'
        for number, (head, who, how, html) in enumerate(listed, 1)
    )
    return whole(f"{title} – Whose Words?", f"<style>{style}</style><h1>{escape(title)}</h1>{body}")
