"""HTML in one place: whatever comes from outside or from data is escaped wherever it is shown, and only the
rooms that draw build tags."""

import ast
import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from types import SimpleNamespace

import ipywidgets
import pandas as pd
import pytest
from markupsafe import Markup

from whosewords import copies, files, find, my_frames, rewrite
from whosewords.calls import names as naming
from whosewords.calls import own_list as own_lists
from whosewords.calls.outlets import Cards, cards
from whosewords.classroom import (
    exercises,
    frames,
    frames_compared,
    hand_check,
    my_work,
    own_frames,
    own_text,
    progress,
)
from whosewords.classroom import exit_ticket as asked_ticket
from whosewords.classroom import tasks as asked_tasks
from whosewords.classroom.exercises import Exercise, Key, Lesson, Option
from whosewords.classroom.lab import analyse, drawing
from whosewords.classroom.replies import Line as Told
from whosewords.classroom.replies import Reply, question_html
from whosewords.display import cards as looks
from whosewords.display import drawing as pictures
from whosewords.display import frame_grid, hits, html, replies
from whosewords.display import own_text as own_text_looks
from whosewords.display.finding import Finding
from whosewords.display.reading import layers, show
from whosewords.lexicon import CATEGORIES
from whosewords.measures.concordance import Line
from whosewords.measures.frames import BOXES, Box
from whosewords.measures.precision import Case
from whosewords.measures.rates import PlacedHit
from whosewords.notebook import exit_ticket, tasks
from whosewords.notebook import hand_check as tapped
from whosewords.notebook import own_text as own_text_controls
from whosewords.publish import fields as page_fields
from whosewords.publish import pages, paper, sheets, static, static_tasks, to_print
from whosewords.publish.static import still
from whosewords.publish.templates import filled
from whosewords.shelf import own_texts
from whosewords.shelf.article import Article, Paragraph
from whosewords.shelf.catalogue import articles
from whosewords.shelf.unlocking import Found, Report, Where
from whosewords.words import read

CANARY = "<img src=x onerror=alert(1)>\"><script>alert(2)</script> ' &lt;b&gt;"
KEPT = ("id", "kind", "role", "layer", "voice", "language", "strike", "page_layer", "notebook", "tier", "box")
ATTRIBUTE = re.compile("[A-Za-z-]+")
EMPTY = (*html.VOID, "meta", "link")


class Seen(HTMLParser):
    """What a browser would make of a piece of HTML: its elements, its attributes, its text."""

    def __init__(self, piece):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""
        self.values, self.open = "", []
        self.feed(str(piece))
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.values += "\n".join(value or "" for _, value in attributes)
        self.open += [tag] if tag not in EMPTY else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def harmless(piece, times=1):
    """The canary is there, as text, at least so often; and it sings nowhere else."""
    seen = Seen(piece)
    assert not seen.tags & {"img", "script", "b>"}
    assert not [
        name for name in seen.attributes if name.startswith("on") or not re.fullmatch("[a-z-]+", name)
    ]
    told = seen.text + seen.values
    assert told.count(CANARY) >= times, f"{told.count(CANARY)} of {times}"
    assert "&lt;img" not in told and "&amp;" not in told  # escaped once, not twice
    return seen


def poisoned(one, *but):
    """The same value with a canary in every field of text, but for what only machines read."""
    found = {
        name: value + CANARY
        for name in (field.name for field in fields(one)) if is_dataclass(one)
        for value in [getattr(one, name)]
        if isinstance(value, str) and name not in (*KEPT, *but)
    }  # fmt: skip
    return replace(one, **found)


def made_up(**about):
    """An article whose every text is a canary, its words too."""
    marks = {"text": CANARY, "gap": f" {CANARY} ", "before": CANARY}
    words = tuple(word._replace(**marks) for word in read("They lied again."))
    first = Paragraph(1, "headline", "author", "H", words, CANARY, (CANARY,), CANARY)
    second = replace(first, role="body", voice="A", content_note="")
    second = replace(second, number=2, words=tuple(word._replace(paragraph=2) for word in words))
    given = dict.fromkeys(Article.__dataclass_fields__, CANARY)
    given |= {"id": "made_up", "kind": "own text", "address_is_link": True, "page_layer": "", "strike": ""}
    return Article(**given | {"page": (first, second)} | about)


def edited():
    """The page of an article that is made up, long, and with other words between the same ones."""
    words = [*made_up().page[0].words] * 5
    words[7] = words[7]._replace(text=f"other {CANARY}")
    return (replace(made_up().page[0], words=tuple(words)),)


def line(article):
    """A hit in an article that is made up: its second word, in the first sentence that there is."""
    return Line(article.id, 1, "A", 1, 2, 0, len(article.paragraphs[0].words))


def finding(**about):
    bad = pd.DataFrame({CANARY: [CANARY], "n": [CANARY]})
    return Finding(**{"title": CANARY, "table": bad, "words": f"{CANARY}\n{CANARY}", "held_constant": CANARY,
                      "do_not_conclude": CANARY, "more": (CANARY,), "short": CANARY} | about)  # fmt: skip


OPTIONS = (Option("a", CANARY), Option("b", CANARY))
ASKED = Exercise("7.1", 7, "choice", CANARY, OPTIONS, OPTIONS, CANARY, hint=CANARY, rubric=(CANARY,))
KINDS = ("choice", "several", "sort", "number", "words")
KEY = Key("a", (), CANARY, CANARY, CANARY, CANARY, CANARY)
LESSON = Lesson(7, CANARY, CANARY, CANARY, 5, (), (ASKED,))
BOX = Box("neo", 1, "cause", CANARY, CANARY, 1)
OTHER = BOX._replace(reading=2, paragraph=2)
ITEM = PlacedHit(1, 2, CANARY, next(iter(CATEGORIES)), "A", CANARY, False)
CHART = pictures.picture(CANARY, 10, pictures.text(0, 1, CANARY))

# What each draws, and how often the canary was put into it.
VOCABULARY = {
    "an element": (lambda: html.element("p", CANARY, [CANARY], title=CANARY, look=CANARY), 4),
    "texts in a row": (lambda: html.together(CANARY, [CANARY]), 2),
    "paragraphs": (lambda: html.paragraph(CANARY) + html.paragraphs([CANARY]), 2),
    "lines": (lambda: html.lined(f"{CANARY}\n{CANARY}"), 2),
    "names": (lambda: html.strong(CANARY) + html.named(CANARY, CANARY) + html.code(CANARY), 4),
    "lists": (lambda: html.bullets([CANARY]) + html.numbered([CANARY]), 2),
    "links": (lambda: html.link(CANARY, CANARY) + html.outside(CANARY), 4),
    "status": (lambda: html.status(CANARY), 1),
    "what unfolds": (lambda: html.unfold(CANARY, CANARY) + html.folded("key", CANARY, CANARY), 4),
    "a table": (lambda: html.wide(html.table([CANARY], [[CANARY, CANARY]]), CANARY), 4),
    "a table with a look": (lambda: html.table([CANARY], [[CANARY, CANARY]], look=CANARY), 4),
    "a question": (lambda: html.asked(CANARY, CANARY, CANARY), 3),
    "things to tick": (lambda: html.picks("radio", CANARY, OPTIONS), 4),
    "a reply": (lambda: replies.reply("saved", [Told("", CANARY, CANARY), Told("lead", CANARY)]), 3),
    "parts of a card": (lambda: replies.card(replies.question(CANARY, CANARY), replies.part(CANARY)), 3),
    "small lines": (lambda: replies.small(CANARY) + replies.rubric([CANARY]) + replies.onward(CANARY), 3),
    "a hit to judge": (lambda: replies.steady(replies.hit(CANARY, CANARY, CANARY)), 3),
    "a template of sheets": (lambda: filled("sheets.html", title=CANARY, sheets=[[CANARY] * 4]), 5),
    "a template of keys": (lambda: filled("keys.html", keys=[(CANARY, [CANARY])]), 2),
    "a document": (lambda: pages.whole(CANARY, CANARY, [(CANARY, CANARY)]), 6),
}  # fmt: skip

FOUND = Found(CANARY, CANARY, 1, True, (), True, CANARY)
CARDS = {
    "an article": (lambda: looks.article(made_up()), 3),
    "what unlocking found": (lambda: looks.report(Report((FOUND,), (CANARY,))), 4),
    "the way to an article": (lambda: looks.way(Where(made_up(kind="", page=articles["neo"].page))), 4),
    "an address that is no link": (lambda: looks.way(Where(made_up(kind="", address_is_link=False))), 4),
    "an outlet": (lambda: outlet()._repr_html_(), 15),
    "outlets": (lambda: still(Cards([outlet()])), 17),
    "an article on a page": (lambda: still(made_up()), 3),
    "the way on a page": (lambda: still(Where(made_up())), 5),
}  # fmt: skip

FINDINGS = {
    "in a notebook": (lambda: finding()._repr_html_(), 11),
    "another view": (lambda: finding(view=CANARY)._repr_html_(), 9),
    "on a page, with its picture": (lambda: still(finding(chart=CHART)), 13),
    "a table on a page": (lambda: still(pd.DataFrame({CANARY: [CANARY]})), 2),
    "a text on a page": (lambda: still(CANARY), 1),
    "hits of a word": (lambda: find(CANARY)._repr_html_(), 3),
    "two texts that are one": (lambda: still(copies(made_up(), made_up())), 20),
    "two texts with nothing in common": (lambda: copies("wire_2019", made_up())._repr_html_(), 20),
    "two texts with small changes": (lambda: copies(made_up(), made_up(page=edited()))._repr_html_(), 20),
}

READING = {
    "the reading view": (lambda: show(made_up()).html(), 9),
    "the page in layers": (lambda: show(made_up(), layers=True).html(), 8),
    "a hit with lead and notes": (lambda: item(made_up()), 2),
    "hits in a list": (lambda: hits.listed([item(made_up())], CANARY), 3),
    "hits by kind": (lambda: hits.by_kind([(CANARY, [item(made_up())])]), 3),
    "what was counted": (lambda: hits.unfolded([(made_up(), [ITEM])], "A"), 2),
    "nothing counted": (lambda: hits.unfolded([(made_up(), [])], "A"), 1),
    "before a place": (lambda: hits.lead(CANARY), 1),
}

FRAMES = {
    "own words and proof": (lambda: frame_grid.words_and_proof(CANARY, CANARY, CANARY), 3),
    "a box": (lambda: frame_grid.cell(articles["neo"], BOX), 2),
    "a blank box": (lambda: frame_grid.blank(CANARY), 1),
    "cells side by side": (lambda: frame_grid.beside([(CANARY, CANARY)]), 2),
    "cells in turn": (lambda: frame_grid.in_turn([(CANARY, CANARY)]), 2),
    "a grid": (lambda: frame_grid.grid({"cause": CANARY}, CANARY), 2),
    "an empty grid": (lambda: frame_grid.empty_grid(CANARY, {"cause": CANARY}), 4),
    "a line to fill it": (lambda: frame_grid.to_open(CANARY) + frame_grid.to_fill(CANARY), 2),
    "readings that part ways": (lambda: frames._box(articles["neo"], [BOX, OTHER]), 4),
    "readings that agree": (lambda: frames._box(articles["neo"], [BOX, BOX._replace(reading=2)]), 4),
    "a reading elsewhere": (lambda: html.paragraph(frames._elsewhere([BOX])), 1),
}  # fmt: skip

STEP = progress.Step(LESSON, 1, 2, "begun", "")
HIT = [CANARY] * 3
SHEET = {"title": CANARY, "for": "pair"}
PRINTED = {"number": 7, "title": CANARY, "class": CANARY, "sheet": [SHEET]}
PAGES = [pages.Page("a.html", "A", ""), pages.Page("b.html", CANARY, Markup(""))]
TASKS = {
    "a reply": (lambda: Reply("saved", (Told("", CANARY, CANARY),))._repr_html_(), 2),
    "a question": (lambda: question_html(ASKED), 2),
    "a sentence about the work file": (lambda: my_work.Note(CANARY)._repr_html_(), 1),
    "a list of one's own": (lambda: own_lists.MyList(CANARY, (), (CANARY,))._repr_html_(), 2),
    "lessons done": (lambda: progress.Progress((STEP,), (CANARY,))._repr_html_(), 5),
    "the lab's sentences": (lambda: drawing.unseen(CANARY) + drawing.in_card(CANARY), 2),
    "lessons on a page": (lambda: static.all_lessons([LESSON]), 3),
    "a line of a lesson": (lambda: pages.output(repr(CANARY), {}, "a lesson"), 1),
    "a line with a blank": (lambda: pages.blank(repr(CANARY + "____"), "x", {}, "00_a_lesson"), 1),
    "hits to judge on a page": (lambda: static_tasks.hits([HIT], CANARY), 4),
    "points": (lambda: static_tasks.points_of(CANARY, [CANARY]), 2),
    "a field": (lambda: static_tasks.to_write(CANARY), 1),
    "the top of a page": (lambda: pages.framed(PAGES[1], PAGES), 1),
    "cards to cut": (lambda: page_fields.cards([CANARY] * 2), 2),
    "a file of sheets": (lambda: paper._file(CANARY, [(CANARY,) * 3 + (Markup(""),)], CANARY), 7),
    "the sheets to print": (lambda: to_print.listed(PRINTED), 1),
    "what to print": (lambda: to_print.front([PRINTED]), 3),
}  # fmt: skip


def outlet():
    one = poisoned(next(iter(cards().values())))
    facts = (one.known[0]._replace(text=CANARY, source=CANARY, date=CANARY),)
    return replace(one, known=facts, said=facts, answer=facts, missing=(CANARY, CANARY))


def item(article):
    looks_like = [("", "kept")] * len(article.words)
    return hits.item(article, line(article), looks_like, hits.lead(CANARY), CANARY)


ALL = {
    f"{where}: {what}": drawn
    for where, listed in {"vocabulary": VOCABULARY, "cards": CARDS, "findings": FINDINGS, "reading": READING,
                          "frames": FRAMES, "tasks": TASKS}.items()
    for what, drawn in listed.items()
}  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_nothing_from_outside_becomes_a_tag(name, home):
    draw, times = ALL[name]
    seen = harmless(draw(), times)
    assert "src" not in seen.attributes


def test_the_words_of_a_hit_are_text(home):
    one = made_up()
    for piece in (hits.marked(one, line(one), [("", "kept")] * len(one.words)), hits.alone(one, line(one))):
        assert "mark" in harmless(piece, 6).tags


def test_who_speaks_is_text(monkeypatch):
    monkeypatch.setattr(layers, "ranges", lambda one: [(0, 2, "Q", CANARY)])
    harmless(show(made_up(), layers=True).html(), 20)


def test_the_prose_of_a_lesson_is_text():
    harmless(pages.prose(f"# {CANARY}\n\n{CANARY}"), 2)


def test_what_is_typed_into_the_lab_is_text():
    for piece in (drawing.marked(analyse(CANARY)), rewrite(CANARY, first=CANARY)._repr_html_()):
        seen = Seen(piece)
        assert not seen.tags & {"img", "script"} and CANARY[:28] in seen.text
    harmless(drawing._word(SimpleNamespace(text=CANARY)))


# ---- exercises, the same in a notebook, on a page and on paper


@pytest.fixture
def asked(monkeypatch, home):
    """Every exercise and key asks and answers with canaries. Gives {kind: exercise}."""
    made = {kind: replace(ASKED, id=f"7.{n}", kind=kind) for n, kind in enumerate(KINDS, 1)}
    answers = {"choice": "a", "several": ["a"], "sort": {"a": "a", "b": "b"}, "number": 3, "words": None}
    known = {one.id: replace(KEY, answer=answers[kind]) for kind, one in made.items()}
    by_id = {one.id: one for one in made.values()}
    lesson = replace(LESSON, exercises=tuple(made.values()))
    monkeypatch.setattr(exercises, "lessons", lambda: {7: lesson})
    for room in (asked_ticket, asked_tasks, static, paper, progress):
        monkeypatch.setattr(room, "lessons", lambda: {7: lesson}, raising=False)
    for room in (asked_tasks, static, paper):
        monkeypatch.setattr(room, "key", known.get, raising=False)
    for room in (asked_tasks, static, sheets):
        monkeypatch.setattr(room, "exercise", by_id.get, raising=False)
    monkeypatch.setattr(my_work, "exercises", lambda: by_id)
    return made


def values(widget):
    """All HTML of a control and of what stands in it."""
    if isinstance(widget, ipywidgets.HTML):
        yield widget.value
    for child in getattr(widget, "children", ()):
        yield from values(child)


@pytest.mark.parametrize("kind", KINDS)
def test_an_exercise_asks_and_answers_in_text(kind, asked):
    one = asked[kind]
    harmless(still(asked_tasks.Task(one)), 3)
    harmless(still(static.Looked(one.id, CANARY)), 2)
    harmless(Markup("").join(map(Markup, values(tasks.Task(one).widget))), 2)
    given = {"choice": "a", "several": "a", "sort": "a, b", "number": "3", "words": f"{CANARY} one two three"}
    harmless(Markup("").join([asked_tasks.answer(one, given[kind]).html(), still(CANARY)]), 2)
    harmless(my_work.my_work()._repr_html_(), 1)


def test_a_ticket_a_key_and_a_table_to_tick_are_text(asked):
    harmless(still(asked_ticket.Ticket(7)), 1)
    harmless(Markup("").join(map(Markup, values(exit_ticket.Ticket(7).widget))), 1)
    harmless(paper.keys(7), 10)
    for draw in (page_fields.tick_table, page_fields.cards_to_sort):
        harmless(draw(asked["sort"]), 4)
    harmless(progress.progress()._repr_html_(), 2)


def test_what_stands_in_a_work_file_is_text(home):
    my_work.sit_down("blue-7")
    entries = {
        f"{CANARY}.1": {"kind": "text", "value": "x"},
        "lab": {"value": CANARY},
        "1.exit": {"confidence": CANARY, "word": CANARY},
        "4.frames.neo": {"kind": "grid", "value": CANARY},
    }
    for id, entry in entries.items():
        my_work.work().change(id, lambda old, entry=entry: {**old, **entry})
    my_work.work().notes.append(CANARY)
    harmless(my_work.my_work()._repr_html_(), 6)


def test_a_grid_of_ones_own_is_text(home):
    whole = {"own_words": CANARY, "proof": CANARY, "paragraph": None, "blank": False}
    grid = own_frames.OwnGrid()
    grid.save(dict.fromkeys(BOXES, whole))
    harmless(frames_compared.Compared(grid, ())._repr_html_(), 8)
    harmless(Markup("").join(map(Markup, values(my_frames().widget))), 8)


def test_a_grid_beside_other_readings_is_text(home, monkeypatch):
    made = {1: dict.fromkeys(BOXES, BOX), 2: dict.fromkeys(BOXES, BOX._replace(reading=2, paragraph=3))}
    monkeypatch.setattr(frames_compared, "readings", lambda: {"neo": made})
    monkeypatch.setattr(frames_compared, "furthest_two", lambda text: (1, 2))
    harmless(frames_compared.read_grids(articles["neo"], "neo"), 16)
    harmless(frames_compared.folded(articles["neo"], "neo"), 16)
    given = {"cause": {"own_words": CANARY, "proof": CANARY, "paragraph": 1}}
    monkeypatch.setattr(own_frames.OwnGrid, "given", property(lambda self: given))
    harmless(still(own_frames.OwnGrid(articles["neo"])), 2)


def test_hits_that_are_judged_are_text(home, monkeypatch):
    one = made_up()
    case = Case(line(one), CANARY, next(iter(CATEGORIES)), "made_up")
    monkeypatch.setattr(hand_check, "cases", lambda chosen: [case])
    harmless(hand_check.drawn(case, {"made_up": one}), 2)
    harmless(still(hand_check.HandCheck([one])), 2)
    harmless(Markup("").join(map(Markup, values(tapped.HandCheck([one]).widget))), 2)


PARTS = (own_texts.Part(f"{CANARY} one two"), own_texts.Part(CANARY, "furniture", "furniture", False, CANARY))
FACTS = dict.fromkeys(own_texts.FACTS, CANARY)


def owned(name="pier"):
    """A text of one's own in which everything that came from outside is a canary."""
    return own_texts.OwnText(name, FACTS, PARTS, CANARY, own_texts.FACTS, (CANARY,))


def test_a_text_of_ones_own_is_text_while_it_is_added(home):
    own_texts.keep(owned())
    adding = own_text.Adding.of_name("pier")
    adding.told = (CANARY,)
    harmless(adding._repr_html_(), 9)  # six facts, a note, what is told, a dropped block
    for number, one in enumerate(PARTS, 1):
        harmless(own_text_looks.block(number, one), 1)
    harmless(own_text_looks.block(1, replace(PARTS[0], text=CANARY * 9)), 9)
    controls = own_text_controls.Adding.of(adding).widget
    harmless(Markup("").join(map(Markup, values(controls))), 4)
    adding.edition = CANARY
    harmless(own_text_controls.recognised(adding, None)[0].value, 1)


def test_a_text_of_ones_own_is_text_on_the_shelf(home):
    own_texts.keep(owned())
    harmless(show("pier").html(), 5)
    harmless(show("pier", layers=True).html(), 5)
    harmless(looks.article(articles["pier"]), 2)
    harmless(looks.shelf(articles), 2)
    harmless(looks.way(Where(articles["pier"])), 3)


def test_names_and_their_bearers_are_text(home, monkeypatch):
    listed = [name._replace(label=CANARY, target=CANARY) for name in naming.names("pmf")[:2]]
    harmless(naming._unfolded(listed, []), 3)


def test_a_text_of_another_name_is_text_in_the_counts_of_a_list(home, monkeypatch):
    one = replace(articles["wire_2019"], name=CANARY)
    harmless(own_lists.effect_html(own_lists.use_list().entries, texts=one), 2)


# ---- one place


# The rooms that build tags; and what makes a page of a page’s data, which is parsed at once and never shown.
DRAW = ("display", "publish", "classroom.lab", "shelf.importing.statements")
HOLDERS = (ast.Module, ast.ClassDef, ast.FunctionDef)
MAKERS = {"Markup", "element", "style_of", "markupsafe"}
TAG = re.compile(r"(?<!\?P)<[a-zA-Z]|</")  # not a name in a regular expression


def builders(name, text):
    """Lines of a file that hold a tag in a string, or reach for what makes any tag; docstrings excepted."""
    if name.startswith(DRAW):
        return
    tree = ast.parse(text)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            if TAG.search(node.value):
                yield node.lineno
        elif isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            if node.module in ("markupsafe", "html") or names & {
                "Markup",
                "element",
                "style_of",
                "markupsafe",
            }:
                yield node.lineno


def sources():
    for path in sorted(files.PACKAGE.rglob("*.py")):
        yield (
            ".".join(path.relative_to(files.PACKAGE).with_suffix("").parts),
            path.read_text(encoding="utf-8"),
        )


def test_only_the_rooms_that_draw_build_tags():
    assert {name: lines for name, text in sources() if (lines := list(builders(name, text)))} == {}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('x = "<p>"', [1]),
        ('x = f"{y}</p>"', [1]),
        ('def f():\n    "No <p> here."\n    return f"<br>{1}"', [3]),
        ("from markupsafe import Markup", [1]),
        ("from ..display.html import element", [1]),
        ('"About <p>."\nx = 1 < 2', []),
        (r'x = "(?P<word>a)"', []),
    ],
)
def test_a_planted_tag_is_found(text, lines):
    assert list(builders("calls.find", text)) == lines and list(builders("display.hits", text)) == []
