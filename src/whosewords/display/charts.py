"""A table in, a picture and its words out. Charts compute nothing but where a mark stands."""

from . import drawing
from .drawing import (
    BLUE,
    INK,
    LETTER,
    LINE,
    NARROW,
    RULE,
    RUST,
    SMALL,
    SOFT,
    USUAL,
    Chart,
    at,
    axis,
    broken,
    legend,
    mark,
    numbers,
    paragraph,
    picture,
    scale,
    text,
)
from .html import element

__all__ = ["Chart", "along", "grid", "intervals", "matrix"]
FULLEST = 0.45  # opacity of the fullest box of a grid: its number can be read on it, on both grounds
UPRIGHT = 14  # letters in a line of a name that stands upright
LEAST_BOX = 30  # pixels, how narrow a box of a grid can be
ROOM = 74  # hundredths: how much of the width ranges take; what they are in numbers stands beside them
LOOKS = (("circle", INK, False), ("diamond", RUST, True), ("triangle", BLUE, False))


def intervals(table, words, title, zero=False, hundredths=False):
    """A dot for each value and a line for its range, with the range in numbers beside it.

    table: columns text, grade, low, high; where several rows of one text follow each other, the column series
    tells them apart, by shape too; told, where there is one, is the range as it is written. zero: the axis
    begins at nought, as an axis of counts has to. hundredths: the values are hundredths of what is meant, and
    the axis says so.
    """
    rows = table.to_dict("records")
    kinds = list(dict.fromkeys(row["series"] for row in rows)) if "series" in table else []
    values = scale((row[key] for row in rows for key in ("grade", "low", "high")), zero, ROOM)
    pieces, y, last = [], 4, None
    for row in rows:
        if row["text"] != last:
            named, y = paragraph(0, y + LINE - 2, row["text"], NARROW // LETTER, font_weight=600)
            pieces, last, y = pieces + named, row["text"], y - 3
        looks = LOOKS[kinds.index(row["series"]) % len(LOOKS) if kinds else 0]
        pieces.append(element("g", _range(row, values, y, looks)))
        y += 21
    marks, y = axis(numbers(values, hundredths), 8, y, title)
    entries = [(kind, lambda x, y, look=look: mark(look[0], x, y, 5, look[1], look[2]))
               for kind, look in zip(kinds, LOOKS * len(kinds), strict=False)]  # fmt: skip
    key, y = legend(y + 20, entries)
    return picture(words, y, marks, pieces, key)


def _range(row, values, y, look):
    """One row of ranges: its line, the line of its range, its dot, and the range in numbers; of what is
    not known, only what is told of it."""
    shape, colour, hollow = look
    yield drawing.line(0, y, ROOM, y)
    if row["low"] == row["low"]:
        ends = values.at(row["low"]), values.at(row["high"])
        yield drawing.line(ends[0], y, ends[1], y, BLUE, 4, stroke_opacity=0.55)
        for end in ends:
            yield drawing.line(end, y - 6, end, y + 6, BLUE, 2)
    if row["grade"] == row["grade"]:
        yield mark(shape, values.at(row["grade"]), y, 5.5, colour, hollow)
    yield text(100, y + 4, _told(row), "end", font_size=SMALL)


def _told(row):
    """A range as it is read: `15 to 19`; the value alone where there is none."""
    known = [row["low"], row["high"]] if row["low"] == row["low"] else [row["grade"]]
    return row.get("told") or " to ".join(f"{value:,.0f}" for value in known)


def matrix(table, words, rows, columns, value, marks):
    """A grid of marks: a filled circle, a ring or a dash in each box.

    table: one row a box, with columns named by `rows`, `columns` and `value`; `marks` maps values to shapes'
    names, in the order of the legend.
    """
    looks = dict(zip(marks, zip(marks.values(), (BLUE, RUST, SOFT), (7, 5, 4), strict=False), strict=False))

    def drawn(kind, x, y):
        shape, colour, r = looks[kind]
        return mark(shape, x, y, r, colour, hollow=shape == "diamond")

    def box(row, middle, y, size):
        return drawn(row[value], middle, y)

    pieces, y, spare = _boxes(table, rows, columns, box, ruled=True)
    key, y = legend(y + 20, [(kind, lambda x, y, kind=kind: drawn(kind, x, y)) for kind in marks])
    return picture(words, y, pieces, key, spare=spare)


def grid(table, words, rows, columns, value, label, dark="high"):
    """A grid of boxes with a number in each; colour only repeats the numbers.

    table: one row a box, with columns named by `rows`, `columns`, `value` (a number) and `label` (what stands
    in the box). dark: whether "high" or "low" values are the darker ones.
    """
    low, high = table[value].min(), table[value].max()

    def box(row, middle, y, size):
        full = drawing.share(row[value], low, high) / 100
        opacity = f"{FULLEST * (full if dark == 'high' else 1 - full):.2f}"
        yield element("rect", x=at(middle - size / 2), y=y - 13, width=at(size), height=26, fill=BLUE,
                      fill_opacity=opacity, stroke=RULE)  # fmt: skip
        yield text(middle, y + 4.5, row[label], "middle", stroke="none")

    pieces, y, spare = _boxes(table, rows, columns, box)
    least = LEAST_BOX * table[columns].nunique()
    return picture(words, y, pieces, least=least if least > NARROW else 0, spare=spare)


def _boxes(table, rows, columns, box, ruled=False):
    """The names of a grid and its boxes: columns across, their names on top; a row's name above its boxes,
    or beside them where all of them are short. box: (row, middle, y, width) → pieces. ruled: with a line
    under each row."""
    names, lines = list(dict.fromkeys(table[columns])), list(dict.fromkeys(table[rows]))
    beside = max(len(name) for name in lines) * LETTER * 100 / NARROW + 3
    start = beside if beside < 30 else 0
    size = (100 - start) / len(names)
    middles = {name: start + (number + 0.5) * size for number, name in enumerate(names)}
    pieces, y, spare = _headings(middles, size)
    by_name = dict(list(table.groupby(rows, sort=False)))
    for name in lines:
        if start:
            pieces.append(text(0, y + 17.5, name))
            y += 13
        else:
            told, y = paragraph(0, y + LINE, name, NARROW // LETTER, font_weight=600)
            pieces.append(told)
        pieces += [box(row, middles[row[columns]], y, size) for row in by_name[name].to_dict("records")]
        y += 13 if start else 19
        if ruled:
            pieces.append(drawing.line(0, y, 100, y))
    return pieces, y, spare


def _headings(middles, size):
    """The names of columns over them: across where they fit, and upright in a narrow column where they do not
    fit there. Gives (pieces, where they end, how much of that only a narrow column needs)."""
    fits = [_longest(_across(middles, size, column)) <= _letters(size, column) for column in (NARROW, USUAL)]
    low = 0.9 * LETTER * _longest(broken(name, UPRIGHT) for name in middles) + 2
    across = _across(middles, size, NARROW if fits[0] else USUAL)
    high = 14 * max(map(len, across))
    if fits[0]:
        return _level(middles, across, high), high + 8, 0
    if not fits[1]:
        return _upright(middles, low), low + 6, 0
    foot = max(low, high)
    wide = element("g", _level(middles, across, foot), look="ww-wide")
    return (
        [wide, element("g", _upright(middles, foot), look="ww-narrow", display="none")],
        foot + 6,
        foot - high,
    )


def _across(middles, size, column):
    return [broken(name, _letters(size, column)) for name in middles]


def _letters(size, column):
    """How many letters fit over a box, in a column of so many pixels."""
    return round(size * column / 100 / (LETTER * 0.88))


def _longest(names):
    return max(len(line) for lines in names for line in lines)


def _level(middles, names, foot):
    return [
        text(middle, foot - 14 * (len(lines) - 1 - n), told, "middle", font_size=SMALL)
        for middle, lines in zip(middles.values(), names, strict=True)
        for n, told in enumerate(lines)
    ]


def _upright(middles, foot):
    return [
        drawing.moved(middle, foot, element("text", told, transform="rotate(-90)", font_size=SMALL,
                                            y=f"{4 + 13 * (n - (len(lines) - 1) / 2):.1f}"))
        for name, middle in middles.items()
        for lines in [broken(name, UPRIGHT)]
        for n, told in enumerate(lines)
    ]  # fmt: skip


def along(table, words, x, y, series, marks, titles):
    """Points along a text: where a piece begins, and its value; one shape and colour for each series.

    table: one row a point, with columns named by `x` and `y` (numbers) and `series` (a name). marks maps the
    names of two series to shapes; the second is drawn smaller, so that both are seen where they are equal.
    titles: of both axes.
    """
    rows = table.to_dict("records")
    across, up = scale((row[x] for row in rows), room=92), scale(row[y] for row in rows)
    top, high = 26, 220
    looks = dict(zip(marks, zip(marks.values(), (BLUE, RUST), (6.5, 4), strict=False), strict=False))

    def drawn(kind, x, y):
        shape, colour, r = looks[kind]
        return mark(shape, x, y, r, colour)

    def level(value):
        return top + high * (1 - up.at(value) / 100)

    pieces = [text(0, 12, titles[1], fill=SOFT)]
    for tick in up.ticks():
        pieces.append(drawing.line(8, level(tick), 100, level(tick)))
        pieces.append(text(6, level(tick) + 4, f"{tick:,.0f}", "end", fill=SOFT, font_size=SMALL))
    below = [(8 + place, label) for place, label in numbers(across)]
    thin, foot = axis(below, top + high, top + high, titles[0])
    pieces += [drawn(kind, 8 + across.at(row[x]), level(row[y])) for kind in marks for row in rows
               if row[series] == kind]  # fmt: skip
    key, foot = legend(foot + 20, [(kind, lambda x, y, kind=kind: drawn(kind, x, y)) for kind in marks])
    return picture(words, foot, thin, pieces, key)
