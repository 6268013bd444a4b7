"""The rule race as lines that cross: a column for each rule, a line for each text, its name at both ends."""

from . import drawing
from .drawing import COLOURS, INK, LETTER, PAPER, SHAPES, SMALL, SOFT, at, broken, legend, mark, picture, text
from .html import element

STEP = 34  # pixels from place to place
COLUMN = 25  # pixels, how narrow a column can be
DASHES = (None, "7 4", "2 3", "10 3 2 3", "5 2")
NAME = 92  # pixels: where a name of two words in two lines fits


def race(orders, words):
    """A bump chart. orders: {rule: {text: place}}, in the order in which they stand along the bottom; equal
    places are shared, and an outline goes round those who share one.

    words: what the picture shows, in words.
    """
    rules, texts = list(orders), list(next(iter(orders.values())))
    slots = list(seats(orders.values()))
    side = 100 * NAME / (2 * NAME + COLUMN * len(rules))
    step = (100 - 2 * side) / max(len(rules) - 1, 1)
    columns = [side + number * step for number in range(len(rules))]
    top, least = 34, 2 * NAME + COLUMN * len(rules)
    levels = [{name: top + (seat - 1) * STEP for name, seat in each.items()} for each in slots]
    looks = {name: (SHAPES[n % 5], COLOURS[n % 5], DASHES[n % 5]) for n, name in enumerate(texts)}
    foot = top + (len(texts) - 1) * STEP + 26
    pieces = [drawing.line(x, top - 16, x, foot - 4) for x in columns]
    pieces += [text(columns[0], 10, "first", "middle", fill=SOFT, font_size=SMALL),
               text(columns[-1], 10, "first", "middle", fill=SOFT, font_size=SMALL)]  # fmt: skip
    for name in texts:
        pieces += _path(columns, [level[name] for level in levels], looks[name])
    for x, order, level in zip(columns, orders.values(), levels, strict=True):
        pieces += _shared(x, order, level)
    for name in texts:
        shape, colour, _ = looks[name]
        pieces += [mark(shape, x, level[name], 6, colour) for x, level in zip(columns, levels, strict=True)]
        for x, anchor, gap, level in (
            (columns[0], "end", -14, levels[0]),
            (columns[-1], "start", 14, levels[-1]),
        ):
            pieces.append(_name(name, x, level[name], anchor, gap, colour))
    labels, foot = _rules(columns, rules, foot)
    key, foot = legend(foot + 4, SHARED if any(map(_is_shared, orders.values())) else [])
    return picture(words, foot, pieces, labels, key, least=least if least > drawing.NARROW else 0)


def seats(orders):
    """For each order {text: seat from 1 downwards}: those who share a place sit in the turn of the order
    before, so that lines cross no more than they must. orders: of {text: place}.

    >>> list(seats([{"a": 2, "b": 1}, {"a": 1, "b": 1}]))
    [{'b': 1, 'a': 2}, {'b': 1, 'a': 2}]
    """
    before = {}
    for order in orders:
        turn = sorted(order, key=lambda name: (order[name], before.get(name, 0)))
        before = {name: seat for seat, name in enumerate(turn, 1)}
        yield before


def _is_shared(order):
    return len(set(order.values())) < len(order)


def _path(columns, levels, look):
    """The line of a text from rule to rule."""
    _, colour, dash = look
    for n in range(len(columns) - 1):
        yield drawing.line(columns[n], levels[n], columns[n + 1], levels[n + 1], colour, 2.5,
                           stroke_dasharray=dash)  # fmt: skip


def _shared(x, order, levels):
    """An outline round each group that shares a place."""
    for place in dict.fromkeys(order.values()):
        same = [levels[name] for name in order if order[name] == place]
        if len(same) > 1:
            yield _outline(x, min(same) - 10, max(same) + 10, 10)


def _outline(x, top, low, half):
    box = element("rect", x=-half, y=f"{top:.1f}", width=2 * half, height=f"{low - top:.1f}", rx=half,
                  fill=PAPER, stroke=SOFT, stroke_width=1.5)  # fmt: skip
    return element("svg", box, x=at(x), overflow="visible")


def _name(name, x, y, anchor, gap, colour):
    lines = broken(name, 13)
    told = [
        element("text", one, x=gap, y=f"{4.5 + 14 * (n - (len(lines) - 1) / 2):.1f}", text_anchor=anchor,
                font_weight=600, font_size=SMALL, fill=colour)
        for n, one in enumerate(lines)
    ]  # fmt: skip
    return drawing.moved(x, y, told)


def _rules(columns, rules, top):
    """What each column counts, upright under it."""
    lines = [broken(rule, 30) for rule in rules]
    low = max(len(line) for each in lines for line in each) * LETTER * 0.88
    upright = {"transform": "rotate(-90)", "text_anchor": "end", "font_size": SMALL, "fill": INK}
    told = [
        drawing.moved(x, top, element("text", one, y=f"{4 + 12 * (n - (len(each) - 1) / 2):.1f}", **upright))
        for x, each in zip(columns, lines, strict=True)
        for n, one in enumerate(each)
    ]
    return told, top + low + 16


SHARED = [("they share a place", lambda x, y: _outline(x, y - 9, y + 9, 6))]  # of the legend
