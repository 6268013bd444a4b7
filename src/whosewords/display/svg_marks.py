"""The marks of a chart as pieces of SVG, one for each row of its table: what a Vega-Lite layer says, drawn.

An axis here is anything with `at(value)` (the place in pixels), `length`, `names` (of its boxes) and `box`
(the size of one).
"""

from html import escape

INK = "#1d1d1f"
PALE, DEEP = "#eaf2fb", "#0b5cad"  # the two ends of a range of colours where a chart names none
SHAPES = {
    "circle": '<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{color}"/>',
    "square": '<rect x="{left:.1f}" y="{top:.1f}" width="{d:.1f}" height="{d:.1f}" fill="{color}"/>',
    "diamond": '<path d="M{x:.1f} {top:.1f}l{r} {r} -{r} {r} -{r} -{r}z" fill="{color}"/>',
    "stroke": '<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="{color}" stroke-width="2"/>',
}


class Unknown(Exception):
    """Something in a chart that is not drawn here."""


def look(layer, row, name, otherwise):
    """What a channel such as "color" or "fillOpacity" makes of a row."""
    channel = layer["encoding"].get(name, {})
    mark = layer["mark"] if isinstance(layer["mark"], dict) else {}
    if "condition" in channel:
        raise Unknown("condition")
    if "field" not in channel:
        return channel.get("value", mark.get(name, otherwise))
    scale, value = channel.get("scale", {}), row[channel["field"]]
    if channel["type"] != "quantitative":
        return dict(zip(scale["domain"], scale["range"], strict=True))[value]
    values = [one[channel["field"]] for one in layer["rows"] if is_number(one[channel["field"]])]
    low, high = scale.get("domain") or (min(values), max(values))
    return _between(*scale.get("range", (PALE, DEEP)), (value - low) / ((high - low) or 1))


def _between(first, last, share):
    """A colour or a number that lies that share of the way from the first to the last."""
    share = min(max(share, 0), 1)
    if is_number(first):
        return round(first + (last - first) * share, 3)
    pairs = zip(_parts(first), _parts(last), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _rule(layer, row, x, y):
    color, width = look(layer, row, "color", INK), look(layer, row, "strokeWidth", 1)
    ends = [_place(layer, row, name, axis) for name, axis in (("x", x), ("y", y), ("x2", x), ("y2", y))]
    left, top, right, low = ends[0], ends[1], ends[2], ends[3]
    right, low = left if right is None else right, top if low is None else low
    left, right = (0, x.length) if left is None else (left, right)
    top, low = (0, y.length) if top is None else (top, low)
    dash = ' stroke-dasharray="5 4"' if look(layer, row, "strokeDash", None) else ""
    return (
        f'<path d="M{left:.1f} {top:.1f}L{right:.1f} {low:.1f}" stroke="{color}" stroke-width="{width}" '
        f'stroke-opacity="{look(layer, row, "opacity", 1)}"{dash}/>'
    )


def _tick(layer, row, x, y):
    at, middle = _place(layer, row, "x", x), _place(layer, row, "y", y)
    half, thick = look(layer, row, "size", 14) / 2, look(layer, row, "thickness", 2)
    flat = not y.names  # a tick stands across the axis of numbers
    line = (
        f"M{at - half:.1f} {middle:.1f}h{2 * half}" if flat else f"M{at:.1f} {middle - half:.1f}v{2 * half}"
    )
    return f'<path d="{line}" stroke="{look(layer, row, "color", INK)}" stroke-width="{thick}"/>'


def _point(layer, row, x, y):
    radius = (look(layer, row, "size", 60) / 3.1416) ** 0.5
    shape, color = look(layer, row, "shape", "circle"), look(layer, row, "color", INK)
    return shaped(shape, color, _place(layer, row, "x", x), _place(layer, row, "y", y), radius)


def shaped(shape, color, x, y, r):
    """A shape of radius r around a point."""
    r = round(r * 1.25 if shape == "diamond" else max(r, 6) if shape == "stroke" else r, 1)
    ends = {"left": x - r, "right": x + r, "top": y - r, "low": y + r, "d": 2 * r}
    return SHAPES[shape].format(x=x, y=y, r=r, color=escape(color), **ends)


def _rect(layer, row, x, y):
    if not (x.names and y.names):
        raise Unknown("rect without boxes")
    left, top = _place(layer, row, "x", x) - x.box / 2, _place(layer, row, "y", y) - y.box / 2
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{x.box:.1f}" height="{y.box:.1f}" '
        f'fill="{look(layer, row, "color", PALE)}" fill-opacity="{look(layer, row, "fillOpacity", 1)}" '
        f'stroke="{look(layer, row, "stroke", "none")}"/>'
    )


def _text(layer, row, x, y):
    channel = layer["encoding"]["text"]
    value = row[channel["field"]] if "field" in channel else channel["value"]
    told = label_of(value, channel.get("format", ""))
    color = layer["encoding"].get("color", {})
    if "condition" in color:
        written = color["condition"]["value"] if _holds(color["condition"], row) else color.get("value", INK)
    else:
        written = look(layer, row, "color", INK)
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


def is_number(value):
    """Whether a value is a number, and not a missing one."""
    return isinstance(value, (int, float)) and value == value


def label_of(value, form):
    """A value as it is written on a picture; form: how numbers are written, as in ".1f", or ""."""
    if not is_number(value):
        return str(value)
    return format(round(value) if form == "d" else value, form or ("d" if value == int(value) else ".1f"))
