"""A chart as a picture that needs no program to be drawn: from its Vega-Lite description to SVG.

Only what the charts of this module use is known: rules, ticks, points, rectangles and words over two axes,
in layers. `svg` answers "" for anything else, and the words and the table beside a chart then stand alone: a
missing picture is better than a wrong one.
"""

from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

LETTER = 7.0  # how wide a letter is, about; a picture cannot measure its words
LINE, SIZE = 18, 13  # pixels
INK, SOFT, GRID = "#1d1d1f", "#6b6b70", "#e6e6ea"
PALE, DEEP = "#eaf2fb", "#0b5cad"  # the two ends of a range of colours where a chart names none
KNOWN = {"field", "type", "sort", "title", "scale", "axis", "legend", "value", "condition", "format"}
SHAPES = {
    "circle": '<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{color}"/>',
    "square": '<rect x="{left:.1f}" y="{top:.1f}" width="{d:.1f}" height="{d:.1f}" fill="{color}"/>',
    "diamond": '<path d="M{x:.1f} {top:.1f}l{r} {r} -{r} {r} -{r} -{r}z" fill="{color}"/>',
    "stroke": '<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="{color}" stroke-width="2"/>',
}


class Unknown(Exception):
    """Something in a chart that is not drawn here."""


def svg(chart, title=""):
    """A chart as an SVG element with its title and its words inside; "" where it holds what is not known.

    >>> svg(type("Chart", (), {"spec": {"mark": "arc"}, "words": ""}))
    ''
    """
    try:
        return _drawn(chart.spec, title, chart.words)
    except (Unknown, KeyError, TypeError, ValueError, AttributeError):
        return ""


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
        return [(self.at(value), _label(value, self.style.get("format", ""))) for value in values]


def _drawn(spec, title, words):
    layers = [
        {**layer, "encoding": {**spec.get("encoding", {}), **layer.get("encoding", {})},
         "rows": _rows(layer if "data" in layer else spec, spec)}
        for layer in spec.get("layer", [spec])
    ]  # fmt: skip
    x, y = _axis(layers, "x", spec.get("width", 300)), _axis(layers, "y", spec.get("height", 200))
    marks, plain = [], True
    for layer in layers:
        kind = layer["mark"] if isinstance(layer["mark"], str) else layer["mark"]["type"]
        if kind not in MARKS:
            raise Unknown(kind)
        plain = plain and kind != "rect"
        marks += [MARKS[kind](layer, row, x, y) for row in layer["rows"] if _whole(layer, row)]
    left = 14 + max([len(label) for _, label in y.ticks()], default=0) * LETTER + (LINE if y.title else 0)
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
    data = holder["data"]
    if "transform" in spec or "transform" in holder:
        raise Unknown("transform")
    return data["values"] if "values" in data else spec["datasets"][data["name"]]


def _axis(layers, name, length):
    """The axis that all layers share."""
    used = [(layer, channel) for layer in layers if (channel := layer["encoding"].get(name))]
    for layer in layers:
        for channel in layer["encoding"].values():
            if isinstance(channel, dict) and set(channel) - KNOWN:
                raise Unknown(set(channel) - KNOWN)
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
    values = [row[field] for layer, field in ends for row in layer["rows"] if _number(row[field])]
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


def _number(value):
    return isinstance(value, (int, float)) and value == value


def _whole(layer, row):
    """Whether a row has all numbers that its mark stands on."""
    return all(
        _number(row[channel["field"]])
        for channel in layer["encoding"].values()
        if channel.get("type") == "quantitative" and "field" in channel
    )


def _look(layer, row, name, otherwise):
    """What a channel such as "color" makes of a row."""
    channel = layer["encoding"].get(name, {})
    mark = layer["mark"] if isinstance(layer["mark"], dict) else {}
    if "field" not in channel:
        return channel.get("value", mark.get(name, otherwise))
    scale, value = channel.get("scale", {}), row[channel["field"]]
    if channel["type"] != "quantitative":
        return dict(zip(scale["domain"], scale["range"], strict=True))[value]
    values = [one[channel["field"]] for one in layer["rows"] if _number(one[channel["field"]])]
    low, high = scale.get("domain") or (min(values), max(values))
    return _between(*scale.get("range", (PALE, DEEP)), (value - low) / ((high - low) or 1))


def _between(first, last, share):
    pairs = zip(_parts(first), _parts(last), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * min(max(share, 0), 1)):02x}" for a, b in pairs)


def _parts(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _rule(layer, row, x, y):
    color, width = _look(layer, row, "color", INK), _look(layer, row, "strokeWidth", 1)
    ends = [_place(layer, row, name, axis) for name, axis in (("x", x), ("y", y), ("x2", x), ("y2", y))]
    left, top, right, low = ends[0], ends[1], ends[2], ends[3]
    right, low = left if right is None else right, top if low is None else low
    left, right = (0, x.length) if left is None else (left, right)
    top, low = (0, y.length) if top is None else (top, low)
    dash = ' stroke-dasharray="5 4"' if _look(layer, row, "strokeDash", None) else ""
    return (
        f'<path d="M{left:.1f} {top:.1f}L{right:.1f} {low:.1f}" stroke="{color}" stroke-width="{width}" '
        f'stroke-opacity="{_look(layer, row, "opacity", 1)}"{dash}/>'
    )


def _tick(layer, row, x, y):
    at, middle = _place(layer, row, "x", x), _place(layer, row, "y", y)
    half, thick = _look(layer, row, "size", 14) / 2, _look(layer, row, "thickness", 2)
    flat = not y.names  # a tick stands across the axis of numbers
    line = (
        f"M{at - half:.1f} {middle:.1f}h{2 * half}" if flat else f"M{at:.1f} {middle - half:.1f}v{2 * half}"
    )
    return f'<path d="{line}" stroke="{_look(layer, row, "color", INK)}" stroke-width="{thick}"/>'


def _point(layer, row, x, y):
    radius = (_look(layer, row, "size", 60) / 3.1416) ** 0.5
    shape, color = _look(layer, row, "shape", "circle"), _look(layer, row, "color", INK)
    return _shape(shape, color, _place(layer, row, "x", x), _place(layer, row, "y", y), radius)


def _shape(shape, color, x, y, r):
    r = round(r * 1.25 if shape == "diamond" else max(r, 6) if shape == "stroke" else r, 1)
    ends = {"left": x - r, "right": x + r, "top": y - r, "low": y + r, "d": 2 * r}
    return SHAPES[shape].format(x=x, y=y, r=r, color=escape(color), **ends)


def _rect(layer, row, x, y):
    if not (x.names and y.names):
        raise Unknown("rect without boxes")
    left, top = _place(layer, row, "x", x) - x.box / 2, _place(layer, row, "y", y) - y.box / 2
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{x.box:.1f}" height="{y.box:.1f}" '
        f'fill="{_look(layer, row, "color", PALE)}" stroke="{_look(layer, row, "stroke", "none")}"/>'
    )


def _text(layer, row, x, y):
    channel = layer["encoding"]["text"]
    value = row[channel["field"]] if "field" in channel else channel["value"]
    told = _label(value, channel.get("format", ""))
    color, written = layer["encoding"].get("color", {}), _look(layer, row, "color", INK)
    if "condition" in color:
        written = color["condition"]["value"] if _holds(color["condition"], row) else written
    return (
        f'<text x="{_place(layer, row, "x", x):.1f}" y="{_place(layer, row, "y", y) + 4.5:.1f}" '
        f'text-anchor="middle" fill="{written}">{escape(told)}</text>'
    )


def _holds(condition, row):
    """Whether a comparison such as `datum.share > 0.5` is true of a row."""
    name, sign, number = condition["test"].replace("datum.", "").replace("['", "").replace("']", "").split()
    value = row[name.removeprefix("datum")]
    return {">": value > float(number), ">=": value >= float(number), "<": value < float(number)}[sign]


MARKS = {"rule": _rule, "tick": _tick, "point": _point, "rect": _rect, "text": _text}


def _place(layer, row, name, axis):
    channel = layer["encoding"].get(name)
    if channel is None:
        return None
    return axis.at(row[channel["field"]] if "field" in channel else channel["value"])


def _label(value, form):
    if not _number(value):
        return str(value)
    return format(round(value) if form == "d" else value, form or ("d" if value == int(value) else ".1f"))


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
            color, shape = _look(layer, row, "color", INK), _look(layer, row, "shape", "circle")
            pieces.append(
                _shape(shape, color, at + 7, LINE / 2, 6)
                + f'<text x="{at + 20}" y="{LINE / 2 + 4.5}">{escape(name)}</text>'
            )
            at += 44 + len(name) * LETTER
        return "".join(pieces), LINE + 8
    return "", 0
