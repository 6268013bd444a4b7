"""What stands on the sheets of the paper pack, as HTML: cards and strips to cut, tables to tick.

Nothing here unfolds, and no answer stands behind anything. Which parts a sheet has stands in
`data/paper.toml`; here is how each kind of part is made, and `paper` puts them together.
"""

import re
from dataclasses import replace
from functools import cache

from ..calls.names import lines, naming, who_says
from ..classroom.exercises import exercise
from ..classroom.exit_ticket import Ticket
from ..classroom.replies import head
from ..classroom.sitting import task_name
from ..classroom.tasks import Task
from ..display import frame_grid
from ..display.finding import table_html
from ..display.hits import framed, item, lead
from ..display.html import Markup, asked, element, paragraph, paragraphs, table, together
from ..display.reading import drawn_words
from ..measures.concordance import concordance
from ..measures.frames import readings
from ..measures.names import names
from ..measures.tagging import CODES, SURE, items
from ..problems import Problem, did_you_mean
from ..shelf.catalogue import articles
from . import pages
from .fields import cards, cards_to_sort, lines_to_number, of_test, tick_table
from .static import STAND_INS, still
from .static_tasks import small
from .templates import changed

PLACE = re.compile(r"¶(\d+)")
NAME = paragraph(element("span", "Name"), element("span", "Date"), look="mine")
SIGN = paragraph(element("span", "No name: a sign that only you know"), look="mine")
SCREEN = re.compile(r"`|one more table")  # of a lesson's text: what speaks of a line to run
NUMBERED = "Write 1 before the line that comes first, and so on. Or cut the lines out and lay them in order."
LINE = element("div", look="rule")  # to write on
LEFT_OUT = {"table": {"view": " "}, "picture": {"chart": None, "marks": None}, "words": {"words": ""}}


def on_sheet(kind, **stated):
    """A part of a sheet as HTML. kind: a key of PARTS; stated: what `data/paper.toml` says of it."""
    if kind not in PARTS:
        raise did_you_mean(kind, PARTS, "part of a sheet")
    return PARTS[kind](**stated)


def lesson_text(lesson, *beginnings):
    """Cells of a lesson's text as HTML, each found by how it begins, without the title of the lesson.

    A cell without a heading of its own gets the one that it stands under.
    """
    found, heading = [], ""
    for text in _texts_of(lesson):
        heads = re.findall(r"^## .*", text, re.M)
        found.append((text, "" if text.startswith("#") else heading))
        heading = heads[-1] if heads else heading
    chosen = [next((one for one in found if one[0].startswith(start)), None) for start in beginnings]
    if None in chosen:
        raise Problem(
            f"Lesson {lesson} has no text that begins “{beginnings[chosen.index(None)]}”. "
            "Write the sheets in the folder that holds start.py."
        )
    told = "\n\n".join(f"{heading}\n\n{re.sub(r'^# .*', '', text)}" for text, heading in chosen)
    parts = dict.fromkeys(re.split(r"\n{2,}", told))  # a heading over two of the cells stands there once
    return pages.prose("\n\n".join(part for part in parts if not SCREEN.search(part)))


def _texts_of(lesson):
    """The cells of a lesson's text; a heading within one begins another."""
    sources = [one for one in pages.sources() if one.name.startswith(f"{lesson:02}_")]
    listed = [cell for one in sources for cell in pages.cells(one.read_text(encoding="utf-8"))]
    texts = (re.split(r"\n+(?=## )", cell.text) for cell in listed if not cell.is_code)
    return [part for text in texts for part in text]


def bare(html):
    """HTML for paper: without what unfolds, since paper does not, and a file can be opened by students."""
    return Markup(re.sub(r"<details.*?</details>", "", html, flags=re.S))


def meant(pattern, texts, first):
    """Who is meant on each strip, as read by hand for `naming`: [(number of the strip, paragraph, who)]."""
    known = {
        (name.article, place): name.target
        for name in names()
        if name.article in texts
        for line in lines(name)
        for place in range(line.start, line.end)
    }
    hits = [line for text in texts for line in concordance(articles[text], pattern)]
    return [
        (number, line.paragraph, known[line.article, line.start]) for number, line in enumerate(hits, first)
    ]


def _ask(number):
    return bare(still(Task(exercise(number))))


def _side_by_side(ids):
    return element("div", map(_ask, ids), look="pair")


def _guesses(ids):
    """Guesses side by side, with a line for the name."""
    return together(NAME, _side_by_side(ids))


def halves(todo, html):
    """What is half a page for each student, twice, with what to do on each half."""
    half = element("div", paragraph(todo, look="how"), html, look="half")
    return together(half, paragraph("cut here", look="scissors"), half)


def _tick(number):
    """An exercise that sorts, as a table to tick: a row for each thing, a column for each heading."""
    one = exercise(number)
    return asked(f"Exercise {head(one)}", one.question, tick_table(one))


def _order(number):
    """Lines to put in order, with room for a number before each."""
    one = exercise(number)
    return asked(f"Exercise {head(one)}", one.question, small(NUMBERED), lines_to_number(one))


def _sure(number):
    """A guess with how sure one is of it. It has no name on it: it is for nobody else."""
    one = exercise(number)
    return together(SIGN, asked(f"Think first · {head(one)}", one.question, _levels(one)))


def _levels(one):
    """An answer for each item and how sure one is, as a table: boxes to tick, a line for the per cent."""
    names = ["", *(option.text for option in one.options), "How sure?"]
    rows = [[item.text, *("☐" * len(one.options)), "____ %"] for item in one.items]
    return element("div", table(names, rows, look="ticks"), look="tick")


def form_of_test(form):
    """A form of the test before and after, to fill in with a pen."""
    tasks = (
        asked(task_name(one), one.question, _levels(one) if one.items else of_test(one)) for one in form.tasks
    )
    return together(NAME, paragraph(form.text, look="aloud"), tasks)


def _sort(number):
    """An exercise that sorts, as cards to cut out: its headings and its things."""
    one = exercise(number)
    return together(element("h3", one.question), cards_to_sort(one))


def _strips(pattern, texts, first, key=False):
    """Every hit of a pattern as a numbered strip of paper: its place, and its sentence in blocks.

    key: whether who is meant stands in the keys; students see no difference.
    """
    found = [(articles[text], line) for text in texts for line in concordance(articles[text], pattern)]
    looks = {text: drawn_words.looks_of(articles[text]) for text in texts}
    strips = [
        item(article, line, looks[article.id], lead(f"{number}. {article.name}"))
        for number, (article, line) in enumerate(found, first)
    ]
    return framed(element("ul", strips, look="cut wide", role="list"))


def _names(of):
    """The names of an actor as a table; the picture holds the same counts."""
    return still(replace(naming(of), chart=None, view=table_html(who_says(of))))


def _hits(line):
    """The hits that a line finds, without their picture and what is said of every pattern."""
    found = eval(line, _words())
    return element("div", element("h3", found.title), found.view, look="hit-list")


def _exit(number):
    return element("div", still(Ticket(number)), look="exit")


def _call(line, leave_out=(), notes=None, opened=False):
    """What a line shows, without what is left out; notes: the numbers of its last lines that stay; opened:
    what unfolds is there as well."""
    found = eval(line, _words())
    for one in leave_out:
        found = replace(found, **LEFT_OUT.get(one, {}))
    if notes is not None:
        found = replace(found, more=tuple(found.more[number] for number in notes))
    html = still(found)
    if "limits" in leave_out:
        html = changed('<div class="limits">.*?</div>', "", html)
    return changed("</?details[^>]*>|<summary.*?</summary>", "", html) if opened else html


@cache
def _words():
    """The words that a line may use, as on the pages."""
    names = {}
    exec("from whosewords import *", names)
    return {**names, **STAND_INS}


def _lesson(number, begins):
    """Cells of a lesson's text without their first heading: the sheet has one."""
    return changed("^<h2>.*?</h2>", "", lesson_text(number, *begins))


def _tags(number):
    """The phrases of a round as a table to tick: each under our line, and without the blocks around it."""
    heads = ["", *CODES.values(), SURE["unsure"]]
    rows = [
        [together(element("small", item.context), " ", element("b", item.phrase)), *"☐☐☐☐"]
        for item in items(number)
    ]
    return element("div", table(heads, rows, look="ticks"), look="tick phrases")


def _short(text, listed=None, number=None):
    """Our sentences beside some paragraphs of a text: those given, or those that an exercise names."""
    wanted = listed or sorted(
        int(at) for option in exercise(number).options for at in PLACE.findall(option.text)
    )
    known = {paragraph.number: paragraph.precis for paragraph in articles[text].paragraphs}
    told = paragraphs(f"¶{at} {known[at]}" for at in wanted)
    return element("div", element("h3", "In short (ours)"), told, look="short")


def _grid(text):
    """A frame grid to fill by hand; boxes that are not left to the student are filled."""
    article, first = articles[text], readings()[text][1]
    given = {box: frame_grid.cell(article, one) for box, one in first.items() if not one.left_open}
    return frame_grid.empty_grid(article.name, given)


PARTS = {
    "name": lambda: NAME,
    "guesses": _guesses,
    "ask": _ask,
    "tick": _tick,
    "to_number": _order,
    "levels": _sure,
    "side_by_side": _side_by_side,
    "sort": _sort,
    "options": lambda number: cards(dict(exercise(number).options).values(), "wide"),
    "lesson": _lesson,
    "hits": _hits,
    "tags": _tags,
    "exit": _exit,
    "text": lambda text: pages.prose(text.strip()),
    "strips": _strips,
    "names": _names,
    "call": _call,
    "short": _short,
    "grid": _grid,
    "lines": lambda number: LINE * number,
}
