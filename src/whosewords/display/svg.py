"""A chart as a picture that needs no program to be drawn: from its Vega-Lite description to SVG.

Only what the charts of this module use is known: rules, ticks, points, rectangles and words over two axes,
in layers. `svg` answers "" for anything else, and the words and the table beside a chart then stand alone: a
missing picture is better than a wrong one.
"""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

from markupsafe import Markup

from .svg_marks import INK, MARKS, Unknown, is_number, label_of, look, shaped

LETTER = 7.0  # how wide a letter is, about; a picture cannot measure its words
LINE, SIZE = 18, 13  # pixels
GRID = "#e6e6ea"
KNOWN = {"field", "type", "sort", "title", "scale", "axis", "legend", "value", "condition", "format"}


def svg(chart, title=""):
    """A chart as an SVG element with its title and words inside; nothing where it holds what is not known.

    >>> svg(type("Chart", (), {"spec": {"mark": "arc"}, "words": ""}))
    Markup('')
    """
    try:
        return Markup(_drawn(chart.spec, title, chart.words))
    except Unknown:
        return Markup("")


@dataclass(frozen=True)
class Axis:
    """One direction of a picture: `names` where it has boxes, else the numbers from `low` to `high`."""

    length: float
    title: str
    style: dict
    names: tuple = ()
    low: float = 0
    high: float = 1
    step: float = 1
    upwards: bool = False  # numbers grow towards the top of a page

    @property
    def box(self):
        return self.length / len(self.names) if self.names else 0

    def at(self, value):
        """Where a value lies, in pixels from the beginning; for a name the middle of its box."""
        if self.names:
            return (self.names.index(str(value)) + 0.5) * self.box
        share = (float(value) - self.low) / (self.high - self.low)
        return (1 - share if self.upwards else share) * self.length

    def ticks(self):
        """(place, label) for every line of the axis."""
        if self.names:
            return [(self.at(name), name) for name in self.names]
        count = round((self.high - self.low) / self.step)
        values = [self.low + number * self.step for number in range(count + 1)]
        return [(self.at(value), label_of(value, self.style.get("format", ""))) for value in values]


def _drawn(spec, title, words):
    layers = [
        {**layer, "encoding": {**spec.get("encoding", {}), **layer.get("encoding", {})},
         "rows": _rows(layer if "data" in layer else spec, spec)}
        for layer in spec.get("layer", [spec])
    ]  # fmt: skip
    x, y = _axis(layers, "x", spec.get("width", 300)), _axis(layers, "y", spec.get("height", 200))
    marks, plain = [], True
    for layer in layers:
        kind = layer["mark"] if isinstance(layer["mark"], str) else layer["mark"].get("type")
        if kind not in MARKS:
            raise Unknown(kind)
        plain = plain and not (kind == "rect" and "field" in layer["encoding"].get("color", {}))
        marks += [MARKS[kind](layer, row, x, y) for row in layer["rows"] if _whole(layer, row)]
    left = 22 + max([len(label) for _, label in y.ticks()], default=0) * LETTER + (LINE if y.title else 0)
    above, beyond = _top(x)
    legend, legend_height = _legend(layers)
    width = left + x.length + max(beyond, 16)
    height = (
        above
        + y.length
        + (8 if x.style.get("orient") == "top" else 30)
        + (24 if x.title else 0)
        + legend_height
    )
    inside = "".join((*_lines(x, y), *marks, *_x_labels(x, y), *_y_labels(y, left)))
    look = "" if plain else ' class="ww-plate"'  # what has grounds of its own keeps its colours in the dark
    return (
        f'<svg role="img"{look} viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-size="{SIZE}" fill="{INK}">'
        f"<title>{escape(title)}</title><desc>{escape(words)}</desc>"
        f'<g transform="translate({left:.1f} {above:.1f})">{inside}</g>'
        f'<g transform="translate({left:.1f} {height - legend_height:.1f})">{legend}</g></svg>'
    )


def _rows(holder, spec):
    data = holder.get("data", {})
    if "transform" in spec or "transform" in holder or not {"values", "name"} & set(data):
        raise Unknown("rows that are worked out while they are drawn")
    return data["values"] if "values" in data else spec["datasets"][data["name"]]


def _axis(layers, name, length):
    """The axis that all layers share."""
    used = [(layer, channel) for layer in layers if (channel := layer["encoding"].get(name))]
    for layer in layers:
        for channel in layer["encoding"].values():
            if isinstance(channel, dict) and set(channel) - KNOWN:
                raise Unknown(set(channel) - KNOWN)
    if not used:
        raise Unknown(f"no {name} axis")
    first = used[0][1]
    titles = [c[key] for _, c in used for key in ("title",) if key in c] or [first["field"]]
    style = first.get("axis") or {}
    if first["type"] != "quantitative":
        values = [str(row[c["field"]]) for layer, c in used for row in layer["rows"]]
        names = tuple(
            dict.fromkeys(map(str, first["sort"] if isinstance(first.get("sort"), list) else values))
        )
        step = length["step"] * len(names) if isinstance(length, dict) else length
        return Axis(step, titles[0] or "", style, names)
    ends = [(layer, c["field"]) for layer, c in used]
    ends += [(layer, c["field"]) for layer in layers if (c := layer["encoding"].get(f"{name}2"))]
    values = [row[field] for layer, field in ends for row in layer["rows"] if is_number(row[field])]
    scale = first.get("scale", {})
    low, high = scale.get("domain") or (min(values), max(values))
    if scale.get("zero", True):
        low, high = min(low, 0), max(high, 0)
    step = max(_nice((high - low) / 6 or 1), style.get("tickMinStep", 0))
    low, high = floor(low / step) * step, ceil(high / step) * step
    return Axis(length, titles[0] or "", style, (), low, high, step, name == "y")


def _nice(rough):
    """The next round number: 1, 2 or 5 with zeros."""
    power = 10 ** floor(log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough)


def _whole(layer, row):
    """Whether a row has all numbers that its mark stands on."""
    return all(
        is_number(row[channel["field"]])
        for channel in layer["encoding"].values()
        if channel.get("type") == "quantitative" and "field" in channel
    )


def _top(x):
    """How much room the labels above a picture take, upwards and to the right."""
    if x.style.get("orient") != "top":
        return 8, 0
    longest = max(len(name) for name in x.names) * LETTER
    last = len(x.names[-1]) * LETTER * 0.82 - x.box / 2
    return (longest * 0.58 + 22, last + 12) if x.style.get("labelAngle") else (LINE + 10, 0)


def _lines(x, y):
    """The thin lines of a picture's axes of numbers."""
    for axis, across in ((x, y), (y, x)):
        if not axis.names:
            for at, _ in axis.ticks():
                line = f"M{at:.1f} 0v{across.length:.1f}" if axis is x else f"M0 {at:.1f}h{across.length:.1f}"
                yield f'<path d="{line}" stroke="{GRID}"/>'


def _x_labels(x, y):
    above, angle = x.style.get("orient") == "top", x.style.get("labelAngle", 0)
    for at, label in x.ticks():
        turned = f'transform="rotate({angle} {at:.1f} -8)"' if above and angle else 'text-anchor="middle"'
        place = f'x="{at:.1f}" y="{-8 if above else y.length + 20:.1f}"'
        yield f"<text {place} {turned}>{escape(label)}</text>"
    if x.title:
        place = f'x="{x.length / 2:.1f}" y="{y.length + 44:.1f}"'
        yield f'<text {place} text-anchor="middle">{escape(x.title)}</text>'


def _y_labels(y, left):
    for at, label in y.ticks():
        yield f'<text x="-10" y="{at + 4.5:.1f}" text-anchor="end">{escape(label)}</text>'
    if y.title:
        turned = f'transform="translate({12 - left:.1f} {y.length / 2:.1f}) rotate(-90)"'
        yield f'<text {turned} text-anchor="middle">{escape(y.title)}</text>'


def _legend(layers):
    """What the shapes mean, as a row below the picture, and how high it is."""
    for layer in layers:
        channel = layer["encoding"].get("shape")
        if not channel or "scale" not in channel:
            continue
        pieces, at, names = [], 0, channel["scale"]["domain"]
        for name in names:
            row = {channel["field"]: name}
            color, shape = look(layer, row, "color", INK), look(layer, row, "shape", "circle")
            pieces.append(
                shaped(shape, color, at + 7, LINE / 2, 6)
                + f'<text x="{at + 20}" y="{LINE / 2 + 4.5}">{escape(name)}</text>'
            )
            at += 44 + len(name) * LETTER
        return "".join(pieces), LINE + 8
    return "", 0
