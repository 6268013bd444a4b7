"""Pieces of pictures, and the `Chart` that they make: SVG that is drawn alike in a notebook, on a page and on
paper.

What lies along a picture is placed in hundredths of its width, what lies down it in pixels. So a picture
fills the column that it stands in, wide or narrow, and its words keep their size. Colours are written out for
programs that know no style sheet; `finding.css` turns each of them into its partner on a dark ground.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from .html import Markup, element, together

INK, SOFT, RULE, PAPER = "#1d1b17", "#5c574c", "#d9d2c2", "#fcfaf4"  # as in the reading view
BLUE, RUST, PLUM, GREEN = "#1c5d8c", "#a8480a", "#84358c", "#2a6a3c"
COLOURS = (BLUE, RUST, PLUM, GREEN, INK)
SIZE, SMALL = 13, 11.5  # pixels, the height of letters
LETTER = 6.7  # pixels, about: how wide a letter is; a picture cannot measure its words before it is drawn
LINE = 17  # pixels from one line of words to the next
NARROW = 240  # pixels: the narrowest column that a picture is made for
USUAL = 480  # pixels, about: how wide a picture is where there is room
EDGE = 12  # pixels around a picture, for marks that stand on its edge
SERIF_FREE = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif'


@dataclass(frozen=True)
class Chart:
    """A picture and the words that stand for it. `drawn` is its inside, `height` in pixels; `least` is the
    width that it needs, in pixels, where it cannot be as narrow as a phone; `spare` are the pixels at its top
    that only a narrow column needs."""

    drawn: Markup
    height: float
    words: str
    least: int = 0
    spare: float = 0

    def svg(self, title=""):
        """The picture as an SVG element that fills its column."""
        style = f"min-width:{self.least or NARROW}px;--spare:{self.spare:.0f}px"
        return self._element(
            title, width="100%", height=f"{self.height:.0f}", overflow="visible", style=style
        )

    def file(self, title=""):
        """The picture as an SVG element of a size of its own, on its paper: to be kept as a file."""
        wide, place = max(640, self.least), {"x": EDGE, "y": EDGE - self.spare}
        ground = element("rect", width="100%", height="100%", fill=PAPER)
        size = {"width": wide, "height": f"{self.height:.0f}", "overflow": "visible"}
        inside = element("svg", self.drawn, **place, **size)
        size = {"width": wide + 2 * EDGE, "height": f"{self.height - self.spare + 2 * EDGE:.0f}"}
        return self._element(title, ground, inside, **size, font_family=SERIF_FREE)

    def _element(self, title, *inside, **given):
        told = ". ".join(filter(None, (title.rstrip("."), " ".join(self.words.split()))))
        look = {"look": "ww-picture", "font_size": SIZE, "fill": INK}
        kind = {"xmlns": "http://www.w3.org/2000/svg", "role": "img"}
        return element("svg", inside or self.drawn, **kind, label=told, **look, **given)

    def __repr__(self):
        return self.words


def share(value, low, high):
    """Where a value lies between two others, in hundredths of the way.

    >>> share(5, 0, 20)
    25.0
    """
    return 100 * (value - low) / ((high - low) or 1)


def at(hundredths):
    """A place along a picture, as SVG writes it.

    >>> at(100 / 3)
    '33.33%'
    """
    return f"{hundredths:.2f}".rstrip("0").rstrip(".") + "%"


def text(x, y, told, anchor="start", **given):
    """Words whose line stands at y, with a little paper around them where lines cross. anchor: which part of
    them stands at x: start, middle or end."""
    halo = {"paint_order": "stroke", "stroke": PAPER, "stroke_width": 4, "stroke_linejoin": "round"}
    return element("text", told, x=at(x), y=f"{y:.1f}", text_anchor=anchor, **halo | given)


def line(x, y, x2, y2, stroke=RULE, width=1, **given):
    """A straight line; x in hundredths, y in pixels."""
    return element("line", x1=at(x), y1=f"{y:.1f}", x2=at(x2), y2=f"{y2:.1f}", stroke=stroke,
                   stroke_width=width, **given)  # fmt: skip


def moved(x, y, *inside):
    """Pieces in pixels around a point."""
    return element("svg", inside, x=at(x), y=f"{y:.1f}", overflow="visible")


OUTLINES = {  # the shapes within a box from -1 to 1, as a path
    "square": "M-.85 -.85H.85V.85H-.85z",
    "diamond": "M0 -1.2L1.2 0 0 1.2 -1.2 0z",
    "triangle": "M0 -1.1L1.1 .9H-1.1z",
    "wedge": "M0 1.1L1.1 -.9H-1.1z",
    "cross": "M-.8 -.8L.8 .8M-.8 .8L.8 -.8",
    "stroke": "M-1 0H1",
}
STROKES = ("cross", "stroke")  # they have no inside
SHAPES = ("circle", "square", "triangle", "diamond", "wedge", "cross", "stroke")


def mark(shape, x, y, r=5, colour=BLUE, hollow=False):
    """A shape of about radius r around a point. hollow: its outline alone."""
    fill = "none" if shape in STROKES else PAPER if hollow else colour
    stroke = colour if hollow or shape in STROKES else PAPER
    drawn = {"fill": fill, "stroke": stroke, "stroke_width": 2 if stroke == colour else 1}
    if shape == "circle":
        return element("circle", cx=at(x), cy=f"{y:.1f}", r=r, **drawn)
    return moved(x, y, element("path", d=_scaled(OUTLINES[shape], r), **drawn))


def _scaled(path, r):
    """A path of the box from -1 to 1, r times as big."""
    import re

    return re.sub(r"-?\d*\.?\d+", lambda number: f"{float(number[0]) * r:.1f}".removesuffix(".0"), path)


def broken(told, letters):
    """Words in lines of at most so many letters; a longer word has a line of its own.

    >>> broken("New Eastern Outlook", 11)
    ['New Eastern', 'Outlook']
    """
    lines = [""]
    for word in told.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) > letters:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def paragraph(x, y, told, letters, anchor="start", **given):
    """(words in lines from y downwards, the line after the last)."""
    lines = broken(told, letters)
    return [text(x, y + n * LINE, one, anchor, **given) for n, one in enumerate(lines)], y + len(lines) * LINE


def legend(y, entries):
    """What the marks mean, in as many lines as a narrow column needs, and where it ends.

    entries: pairs (what it means, a function from (x, y) to the mark).
    """
    pieces, lines, used = [], 0, 0
    for told, drawn in entries:
        wide = 22 + len(told) * LETTER + 18
        if used and used + wide > NARROW:
            lines, used = lines + 1, 0
        base = y + lines * 20
        inside = element("svg", drawn(0, 0), x=6, y=-4.5, overflow="visible"), element("text", told, x=20)
        pieces.append(element("svg", inside, x=f"{used:.0f}", y=f"{base:.0f}", overflow="visible"))
        used += wide
    return pieces, y + 20 * lines + 8 if entries else y - 12


@dataclass(frozen=True)
class Scale:
    """The numbers along a picture, from `low` to `high` with a tick at every `step`; they take the first
    `room` hundredths of the width."""

    low: float
    high: float
    step: float
    room: float = 100

    def at(self, value):
        return share(value, self.low, self.high) * self.room / 100

    def ticks(self):
        """Every number that has a tick."""
        return [self.low + n * self.step for n in range(int((self.high - self.low) / self.step + 1e-9) + 1)]


def scale(values: Iterable[float], zero=False, room=100):
    """A `Scale` that holds all these numbers: it begins and ends on a tick, with at most seven of them.

    zero: it begins at nought, as a scale of counts has to.

    >>> scale([11, 24]).ticks()
    [10, 15, 20, 25]
    """
    known = [float(value) for value in values if value == value] or [0.0]
    low, high = (min(0.0, *known, 0.0) if zero else min(known)), max(known)
    step = _nice((high - low) / 5 or 1)
    low, high = floor(low / step) * step, ceil(high / step) * step
    return Scale(low, high if high > low else low + step, step, room)


def _nice(rough):
    """The next round whole number: 1, 2 or 5 with noughts."""
    power = 10 ** max(floor(log10(rough)), 0)
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough)


def axis(marks, top, low, title=""):
    """Thin lines from top to low with a number under each, and what the numbers are. marks: (place, label)
    in order, the label in one line or two. Gives (pieces, where it ends)."""
    pieces = [line(x, top, x, low + 4) for x, _ in marks]
    for x, label in marks:
        outer = x > 97 and len(label) * LETTER / 2 > EDGE  # a long last one stays inside
        for n, told in enumerate(label.split("\n")):
            place = low + LINE + 13 * n
            pieces.append(text(x, place, told, "end" if outer else "middle", fill=SOFT, font_size=SMALL))
    low += LINE + 13 * any("\n" in label for _, label in marks)
    if not title:
        return pieces, low + 4
    told, end = paragraph(0, low + LINE + 3, title, NARROW // LETTER, fill=SOFT)
    return pieces + told, end - 8


def numbers(values: Scale, hundredths=False):
    """The marks of an axis of numbers. hundredths: the numbers stand there as hundredths of what is meant.

    >>> [told for _, told in numbers(scale([-5, 0]), hundredths=True)][:2]
    ['−0.05', '−0.04']
    """
    if hundredths:
        digits = 2 if values.step % 10 else 1
        return [(values.at(tick), f"{tick / 100:.{digits}f}".replace("-", "−")) for tick in values.ticks()]
    return [(values.at(tick), f"{tick:,.0f}") for tick in values.ticks()]


def picture(words, height, *inside, least=0, spare=0):
    """A `Chart` of these pieces."""
    return Chart(together(inside), height, words, least, spare)
