"""The fields of an exercise on a page and on paper: each is drawn by its form, whatever kind of exercise asks
with it."""

from types import MappingProxyType

from ..classroom.answers import judge
from ..classroom.asking import AREA, MANY, NUMBER, ONE, RIGHT
from ..classroom.exercises import key
from ..classroom.kinds import kind_of
from ..classroom.kinds.sort import IN_PLACE, NOT_IN_PLACE
from ..display.html import bullets, element, paragraph, picks, table, together
from .static_tasks import small, to_write

TICKS = {ONE: "radio", MANY: "checkbox"}


def on_page(exercise):
    """An exercise's fields to fill in; nothing is sent or kept. Each answer carries its mark, which the style
    sheet shows beside what was chosen once the answer is opened."""
    above, fields = kind_of(exercise).above, _fields(exercise)
    marks = {field.item: _marks(exercise, field) for field in fields}
    shown = _rows(fields, marks) if fields[0].item else _whole(exercise, fields[0], marks[""])
    return together(small(above) if above else None, shown)


def tick_table(exercise):
    """An exercise that asks for each of several items, as a table to tick: a row for each."""
    fields = _fields(exercise)
    rows = [[field.label, *("☐" * len(field.options) or " ")] for field in fields]
    return element("div", table(["", *(_headings(fields) or [""])], rows, look="ticks"), look="tick")


def cards_to_sort(exercise):
    """An exercise as cards to cut out: its headings, where it has any, and its items."""
    fields = _fields(exercise)
    return cards(_headings(fields), "heads") + cards(field.label for field in fields if field.item)


def cards(texts, look=""):
    """Texts as cards to cut out."""
    return bullets(texts, look=f"cut {look}".strip(), role="list")


def _fields(exercise):
    return kind_of(exercise).fields(exercise, None)


def _headings(fields):
    """The texts of the options, of the field that has most."""
    return [option.text for option in max((field.options for field in fields), key=len)]


def _rows(fields, marks=MappingProxyType({})):
    names = " · ".join(_headings(fields))
    rows = [_row(field, marks.get(field.item, {})) for field in fields]
    shown = bullets(rows, look="picks sort", role="list")
    return together(small(f"Choose from: {names}") if names else None, shown)


def _row(field, marks):
    """A row of several, with both marks out of sight where there is something to choose."""
    right = [id for id, mark in marks.items() if mark.startswith("✓")]
    both = [element("span", mark, look=f"mark {look}")
            for mark, look in ((IN_PLACE, "if-r"), (NOT_IN_PLACE, "if-w"))] if marks else ()  # fmt: skip
    return together(element("label", element("span", field.label), " ", _control(field, right)), *both)


def _marks(exercise, field):
    """{id of an option: what is said of it where it is chosen}; empty where nothing is judged by choosing."""
    known, form = key(exercise.id), field.form
    if exercise.guess or known.answer is None or form not in TICKS:
        return {}
    if field.item and form == ONE:
        asked = {id: judge(exercise, known, {**known.answer, field.item: id}) for id, _ in field.options}
        return {id: found.marks[field.item] for id, found in asked.items() if field.item in found.marks}
    if form == MANY:
        return {id: judge(exercise, known, [id]).marks.get(id, IN_PLACE) for id, _ in field.options}
    found = {id: judge(exercise, known, id).result for id, _ in field.options}
    return {id: IN_PLACE if result == RIGHT else NOT_IN_PLACE for id, result in found.items()}


def _whole(exercise, field, marks=None):
    if field.form in TICKS:
        return picks(TICKS[field.form], exercise.id, field.options, marks=marks)
    if field.form == AREA:
        most = f" (at most {exercise.most_words} words)" if exercise.most_words else ""
        return to_write(f"My answer{most}")
    return paragraph(element("label", "My answer ", _control(field)))


def _control(field, right=()):
    """right: the ids of the options that are in their place, which get the class `r`, the others `w`."""
    if field.form in TICKS:
        many = field.form == MANY
        named = [element("option", text, look=("r" if id in right else "w") if right else None)
                 for id, text in field.options]  # fmt: skip
        return element("select", [] if many else element("option", "?"), named, multiple=many)
    if field.form == AREA:
        return element("textarea", rows=5)
    numeric = {"inputmode": "decimal", "size": 8} if field.form == NUMBER else {}
    return together(element("input", type="text", **numeric), " ", field.unit)
