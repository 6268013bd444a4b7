"""Bars: how often each of several things was said, with the numbers beside them."""

from . import drawing
from .drawing import BLUE, GREEN, INK, LETTER, LINE, NARROW, broken, picture, share, text
from .html import element, figure_of, unfold, wide, wide_table

ROOM = 86  # hundredths: how much of the width bars take; their number stands behind them
THICK = 14  # pixels
LONGEST = 90  # letters of a name; what is longer is cut


def bars(rows, words, colour=GREEN):
    """A `Chart` of a bar for each row. rows: (name, count, note): a note, such as “the known answer”, stands
    under the name, and its bar has an edge and another colour. words: what the picture says.

    >>> bars([("tea", 3, ""), ("milk", 1, "")], "Three tea, one milk.")
    Three tea, one milk.
    """
    rows = list(rows)
    most = max((count for _, count, _ in rows), default=0)
    pieces, y = [], 0
    for name, count, note in rows:
        told, y = _named(name, note, y + LINE - 3, colour)
        pieces += [told, _bar(count, most, y - 8, colour if note else BLUE)]
        y += THICK + 2
    return picture(words, y + 2, pieces)


def _named(name, note, y, colour):
    cut = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    lines = [part for line in broken(cut, NARROW // LETTER) for part in _short(line)]
    pieces = [text(0, y + n * LINE, one, font_weight=600 if note else None) for n, one in enumerate(lines)]
    y += len(lines) * LINE
    if note:
        pieces.append(text(0, y, f"◆ {note}", fill=colour, font_weight=600))
        y += LINE
    return pieces, y


def _short(line):
    """A line in pieces that fit, for a word that is longer than any."""
    letters = int(NARROW // LETTER)
    return [line[at : at + letters] for at in range(0, len(line), letters)] or [""]


def _bar(count, most, y, colour):
    long = share(count, 0, most) * ROOM / 100 if count else 0
    edge = {"stroke": INK, "stroke_width": 2} if colour != BLUE else {}
    if count:
        size = {"width": drawing.at(long), "height": THICK}
        yield element("rect", x="0%", y=f"{y:.1f}", fill=colour, **size, **edge)
    else:
        yield drawing.line(0, y, 0, y + THICK, INK, 2)
    yield text(long + 1.5, y + THICK - 3, f"{count:,}")


def figure(title, rows, words, columns, colour=GREEN):
    """Bars under their title, with their words and their table. columns: the names of the table's two or
    three columns."""
    rows = list(rows)
    chart = wide(bars(rows, words, colour).svg(title), f"Picture: {title}")
    cells = [[name, count, note][: len(columns)] for name, count, note in rows]
    shown = wide_table(columns, cells, title, numbers=(1,))
    return figure_of(title, words, chart, unfold("As a table", shown, look="at-hand"))
