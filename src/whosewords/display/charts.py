"""A table in, a chart and its sentence out. Charts compute nothing.

A chart is a Vega-Lite picture that JupyterLab draws by itself, without asking any server. Its description is
the alternative text: screen readers get it, and so does everybody where no picture can be drawn.
"""

from dataclasses import dataclass

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
VEGA_LITE = "application/vnd.vegalite.v5+json"  # the newest kind that JupyterLab 4 draws itself
INK, SOFT, ACCENT, EARTH, LINE = "#1d1d1f", "#6b6b70", "#0b5cad", "#8a4b00", "#e6e6ea"
# Each colour's partner on a dark ground. A colour that is not named here stays as it is.
DARK = {INK: "#efeadf", SOFT: "#b1a999", ACCENT: "#8cc4ff", EARTH: "#f0b45e", LINE: "#413d34"}
FULLEST = 0.45  # opacity of the fullest box of a grid: its number can be read on it, on both grounds
BOX, NARROW = 74, 50  # pixels, how wide a box of a grid is, and where there are many columns
MANY = 9  # columns; more wide ones would not fit beside each other in a window
LETTER = 7.5  # pixels, about: a chart cannot measure its words before it is drawn
# One legend for shape, size and colour: where one of the three has none, Vega-Lite draws none at all.
LEGEND = {"title": None, "legend": {"orient": "bottom"}}
CONFIG = {
    "background": "#ffffff",
    "padding": 12,
    "axis": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": 13, "titleFontSize": 13, "labelLimit": 420,
        "gridColor": LINE, "domainColor": SOFT, "tickColor": SOFT,
    },
    "view": {"stroke": None},
    "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 13, "titleFontSize": 13},
}  # fmt: skip


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification with the sentence that stands for it."""

    spec: dict
    words: str

    @property
    def look(self):
        """A style element that gives charts their colours on a dark ground in JupyterLab, at once when the
        theme changes. Boxes whose colour holds a value would lie: a chart with such boxes keeps its white
        ground, as every chart does in programs that do not know this style."""
        picture = 'body[data-jp-theme-light="false"] .vega-embed svg:not(:has([fill^="rgb("]))'
        ground = f"{picture}{{background:none!important}}"
        return f"<style>@media screen{{{ground}{in_the_dark(picture)}}}</style>"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {VEGA_LITE: self.spec, "text/plain": self.words}

    def __repr__(self):
        return self.words


def in_the_dark(picture):
    """CSS rules that turn the colours of a chart into their partners on a dark ground.

    picture: a selector of SVG elements.

    >>> in_the_dark("svg").count("fill:"), in_the_dark("svg").count("stroke:")
    (5, 5)
    """
    return "".join(
        f'{picture} [{name}="{light}"],{picture}[{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in DARK.items()
        for name in ("fill", "stroke")
    )


def chart(drawing, words):
    """Wrap an altair chart: alternative text set, menu off, labelled as what JupyterLab draws by itself."""
    spec = drawing.to_dict()
    spec["$schema"] = SCHEMA
    spec["description"] = words
    spec["config"] = CONFIG
    spec["usermeta"] = {"embedOptions": {"actions": False, "renderer": "svg"}}
    return Chart(spec, words)


def intervals(table, words, title, zero=False):
    """Points with the range around each. table: columns text, grade, low, high; one row a text, in order.

    zero: the axis begins at nought, as an axis of counts has to.
    """
    import altair as alt

    order = list(table["text"])
    base = alt.Chart(table).encode(y=alt.Y("text:N", sort=order, title=None))
    scale = alt.Scale(zero=zero, nice=True, padding=0 if zero else 12)
    lines = base.mark_rule(strokeWidth=4, color=ACCENT, opacity=0.45).encode(
        x=alt.X("low:Q", title=title, scale=scale, axis=alt.Axis(tickMinStep=1, format="d")), x2="high:Q"
    )
    ends = [base.mark_tick(thickness=3, size=16, color=ACCENT).encode(x=end) for end in ("low:Q", "high:Q")]
    points = base.mark_point(filled=True, size=110, color=INK).encode(x="grade:Q")
    drawing = alt.layer(lines, *ends, points).properties(width=420, height=alt.Step(38))
    return chart(drawing, words)


def matrix(table, words, rows, columns, value, marks):
    """A grid of marks: a filled circle, a ring or a dash in each box.

    table: one row a box, with columns named by `rows`, `columns` and `value`; `marks` maps values to shapes'
    names, in the order of the legend.
    """
    import altair as alt

    shapes = alt.Scale(domain=list(marks), range=list(marks.values()))
    sizes = alt.Scale(domain=list(marks), range=[260, 150, 40])
    colours = alt.Scale(domain=list(marks), range=[ACCENT, EARTH, SOFT])
    x = alt.X(f"{columns}:N", sort=list(dict.fromkeys(table[columns])), title=None,
              axis=alt.Axis(orient="top", labelAngle=-35))  # fmt: skip
    y = alt.Y(f"{rows}:N", sort=list(dict.fromkeys(table[rows])), title=None)
    drawing = (
        alt.Chart(table)
        .mark_point(filled=True, opacity=1, strokeWidth=2)
        .encode(
            x=x, y=y,
            stroke=alt.Stroke(f"{value}:N", scale=colours, **LEGEND),  # a dash is a line: it has no inside
            shape=alt.Shape(f"{value}:N", scale=shapes, **LEGEND),
            size=alt.Size(f"{value}:N", scale=sizes, **LEGEND),
            color=alt.Color(f"{value}:N", scale=colours, **LEGEND),
        )
        .properties(width=alt.Step(62), height=alt.Step(34))
    )  # fmt: skip
    return chart(drawing, words)


def grid(table, words, rows, columns, value, label, dark="high"):
    """A grid of boxes with a number in each; colour only repeats the numbers.

    table: one row a box, with columns named by `rows`, `columns`, `value` (a number) and `label` (what stands
    in the box). dark: whether "high" or "low" values are the darker ones.
    """
    import altair as alt

    names = list(dict.fromkeys(table[columns]))
    box = BOX if len(names) <= MANY else NARROW
    angle = -35 if max(map(len, names)) * LETTER > box else 0
    fullness = [0, FULLEST] if dark == "high" else [FULLEST, 0]
    base = alt.Chart(table).encode(
        x=alt.X(f"{columns}:N", sort=names, title=None, axis=alt.Axis(orient="top", labelAngle=angle)),
        y=alt.Y(f"{rows}:N", sort=list(dict.fromkeys(table[rows])), title=None),
    )
    boxes = base.mark_rect(color=ACCENT, stroke=LINE).encode(
        fillOpacity=alt.FillOpacity(f"{value}:Q", scale=alt.Scale(range=fullness), legend=None)
    )
    numbers = base.mark_text(color=INK, fontSize=13).encode(text=f"{label}:N")
    return chart(alt.layer(boxes, numbers).properties(width=alt.Step(box), height=alt.Step(30)), words)


def along(table, words, x, y, series, marks, titles):
    """Points along a text: where a piece begins, and its value; one shape and colour for each series.

    table: one row a point, with columns named by `x` and `y` (numbers) and `series` (a name). marks maps the
    names of two series to shapes; the second is drawn smaller, so that both are seen where they are equal.
    titles: of both axes.
    """
    import altair as alt

    names, shapes = list(marks), list(marks.values())
    whole = alt.Axis(tickMinStep=1, format="d")
    drawing = (
        alt.Chart(table)
        .mark_point(filled=True, opacity=1)
        .encode(
            x=alt.X(f"{x}:Q", title=titles[0], axis=alt.Axis(format="d")),
            y=alt.Y(f"{y}:Q", title=titles[1], axis=whole, scale=alt.Scale(zero=False, nice=5)),
            shape=alt.Shape(f"{series}:N", scale=alt.Scale(domain=names, range=shapes), **LEGEND),
            size=alt.Size(f"{series}:N", scale=alt.Scale(domain=names, range=[150, 60]), **LEGEND),
            color=alt.Color(f"{series}:N", scale=alt.Scale(domain=names, range=[ACCENT, EARTH]), **LEGEND),
        )
        .properties(width=420, height=240)
    )
    return chart(drawing, words)
