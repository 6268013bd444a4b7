"""The fields of an exercise on a page and on paper: each is drawn by its form, whatever kind of exercise asks
with it."""

from html import escape

from ..classroom.asking import AREA, MANY, NUMBER, ONE
from ..classroom.kinds import kind_of
from ..display.html import picks

TICKS = {ONE: "radio", MANY: "checkbox"}


def on_page(exercise):
    """An exercise's fields as HTML to fill in; nothing is sent or kept."""
    above, fields = kind_of(exercise).above, _fields(exercise)
    start = f'<p class="small">{escape(above)}</p>' if above else ""
    return start + (_rows(fields) if fields[0].item else _whole(exercise, fields[0]))


def tick_table(exercise):
    """An exercise that asks for each of several items, as a table to tick: a row for each."""
    fields = _fields(exercise)
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in _headings(fields)) or "<td></td>"
    rows = "".join(f'<tr><th scope="row">{escape(field.label)}</th>{_cells(field)}</tr>' for field in fields)
    table = f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="tick">{table}</div>'


def cards_to_sort(exercise):
    """An exercise as cards to cut out: its headings, where it has any, and its items."""
    fields = _fields(exercise)
    items = [field.label for field in fields if field.item]
    return "".join(cards(texts, look) for texts, look in ((_headings(fields), "heads"), (items, "")) if texts)


def cards(texts, look=""):
    """Texts as cards to cut out."""
    inside = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<ul class="cut {look}" role="list">{inside}</ul>'


def _fields(exercise):
    return kind_of(exercise).fields(exercise, None)


def _headings(fields):
    """The texts of the options, of the field that has most."""
    return [option.text for option in max((field.options for field in fields), key=len)]


def _cells(field):
    return "<td>☐</td>" * len(field.options) or "<td></td>"


def _rows(fields):
    names = " · ".join(escape(text) for text in _headings(fields))
    chosen = f'<p class="small">Choose from: {names}</p>' if names else ""
    rows = "".join(
        f"<li><label><span>{escape(field.label)}</span> {_control(field)}</label></li>" for field in fields
    )
    return f'{chosen}<ul class="picks sort" role="list">{rows}</ul>'


def _whole(exercise, field):
    if field.form in TICKS:
        return picks(TICKS[field.form], exercise.id, field.options)
    most = f" (at most {exercise.most_words} words)" if exercise.most_words else ""
    between = "" if field.form == AREA else " "
    return f"<p><label>My answer{most}{between}{_control(field)}</label></p>"


def _control(field):
    if field.form in TICKS:
        options = "".join(f"<option>{escape(option.text)}</option>" for option in field.options)
        many = " multiple" if field.form == MANY else ""
        return f"<select{many}>{'' if many else '<option>?</option>'}{options}</select>"
    if field.form == AREA:
        return '<textarea rows="5"></textarea>'
    numeric = ' inputmode="decimal" size="8"' if field.form == NUMBER else ""
    return f'<input type="text"{numeric}> {escape(field.unit)}'
