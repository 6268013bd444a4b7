"""A table in, a chart and its sentence out. Charts compute nothing.

A chart is a Vega-Lite picture that JupyterLab draws by itself, without asking any server. Its description is
the alternative text: screen readers get it, and so does everybody where no picture can be drawn.
"""

from dataclasses import dataclass

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
VEGA_LITE = "application/vnd.vegalite.v5+json"  # the newest kind that JupyterLab 4 draws itself
INK, SOFT, ACCENT = "#1d1d1f", "#6b6b70", "#0b5cad"
CONFIG = {
    "background": "#ffffff",
    "padding": 12,
    "axis": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": 13, "titleFontSize": 13, "labelLimit": 240,
        "gridColor": "#e6e6ea", "domainColor": SOFT, "tickColor": SOFT,
    },
    "view": {"stroke": None},
    "legend": {"labelFontSize": 13, "titleFontSize": 13},
}  # fmt: skip


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification with the sentence that stands for it."""

    spec: dict
    words: str

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {VEGA_LITE: self.spec, "text/plain": self.words}

    def __repr__(self):
        return self.words


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
    colours = alt.Scale(domain=list(marks), range=[ACCENT, "#8a4b00", SOFT])
    x = alt.X(f"{columns}:N", sort=list(dict.fromkeys(table[columns])), title=None,
              axis=alt.Axis(orient="top", labelAngle=-35))  # fmt: skip
    y = alt.Y(f"{rows}:N", sort=list(dict.fromkeys(table[rows])), title=None)
    drawing = (
        alt.Chart(table)
        .mark_point(filled=True, opacity=1)
        .encode(
            x=x, y=y,
            shape=alt.Shape(f"{value}:N", scale=shapes, title=None),
            size=alt.Size(f"{value}:N", scale=sizes, legend=None),
            color=alt.Color(f"{value}:N", scale=colours, title=None),
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

    colours = ["#ffffff", "#8fbbe8"] if dark == "high" else ["#8fbbe8", "#ffffff"]
    base = alt.Chart(table).encode(
        x=alt.X(f"{columns}:N", sort=list(dict.fromkeys(table[columns])), title=None,
                axis=alt.Axis(orient="top", labelAngle=-35)),
        y=alt.Y(f"{rows}:N", sort=list(dict.fromkeys(table[rows])), title=None),
    )  # fmt: skip
    boxes = base.mark_rect(stroke="#e6e6ea").encode(
        color=alt.Color(f"{value}:Q", scale=alt.Scale(range=colours, interpolate="rgb"), legend=None)
    )
    numbers = base.mark_text(color=INK, fontSize=13).encode(text=f"{label}:N")
    return chart(alt.layer(boxes, numbers).properties(width=alt.Step(74), height=alt.Step(30)), words)
