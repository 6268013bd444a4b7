"""The fields of an exercise on a page and on paper: each is drawn by its form, whatever kind of exercise asks
with it."""

from ..classroom.asking import AREA, MANY, NUMBER, ONE, ORDER
from ..classroom.kinds import kind_of
from ..classroom.sitting import OPINION, task_name
from ..display.html import bullets, code, element, paragraph, picks, table, together
from .static_tasks import small, to_write

TICKS = {ONE: "radio", MANY: "checkbox"}


def on_page(exercise):
    """An exercise's fields to fill in, which `keep.js` reads: each by the ids of its options, or by the id of
    its item. Nothing in them tells what is right."""
    above, fields = kind_of(exercise).above, _fields(exercise)
    shown = _rows(fields) if fields[0].item else _whole(exercise, fields[0])
    return together(small(above) if above else None, element("div", shown, look="fields"))


def of_test(task):
    """The fields of a task of the test before and after; an opinion is a scale in one row."""
    if task_name(task) != OPINION:
        return on_page(task)
    return element("div", picks("radio", task.id, task.options, "picks scale"), look="fields")


def tick_table(exercise):
    """An exercise that asks for each of several items, as a table to tick: a row for each."""
    fields = _fields(exercise)
    rows = [[field.label, *("☐" * len(field.options) or " ")] for field in fields]
    return element("div", table(["", *(_headings(fields) or [""])], rows, look="ticks"), look="tick")


def lines_to_number(exercise):
    """An exercise that asks for an order, with room for a number before each line."""
    (field,) = _fields(exercise)
    lines = (
        [element("span", look="place"), " ", code(text) if field.code else text] for _, text in field.options
    )
    return bullets(lines, look="to-number", role="list")


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


def _rows(fields):
    chosen_from = dict.fromkeys(field.options for field in fields if field.options)
    names = "; ".join(" · ".join(option.text for option in options) for options in chosen_from)
    rows = [element("label", element("span", field.label), " ", _control(field)) for field in fields]
    shown = bullets(rows, look="picks sort", role="list")
    return together(small(f"Choose from: {names}") if names else None, shown)


def _whole(exercise, field):
    if field.form == ORDER:
        return _strip(field)
    if field.form in TICKS:
        return picks(TICKS[field.form], exercise.id, field.options)
    if field.form == AREA:
        most = f" (at most {exercise.most_words} words)" if exercise.most_words else ""
        return to_write(f"My answer{most}")
    return paragraph(element("label", "My answer ", _control(field)))


def _strip(field):
    """Lines to put in order: `keep.js` gives them the buttons that move them."""
    lines = [
        element("li", element("span", code(text) if field.code else text), data_line=id)
        for id, text in field.options
    ]
    return element("ol", lines, look="strip")


def _control(field):
    """The control of one field; an item's one says whose it is."""
    item = field.item or None
    if field.form in TICKS:
        many = field.form == MANY
        named = [element("option", text, value=id) for id, text in field.options]
        return element(
            "select", [] if many else element("option", "?", value=""), named, multiple=many, data_item=item
        )
    if field.form == AREA:
        return element("textarea", rows=5, data_item=item)
    numeric = {"inputmode": "decimal", "size": 8} if field.form == NUMBER else {}
    return together(element("input", type="text", data_item=item, **numeric), " ", field.unit)
