"""The Finding: a table that carries its own limits.

Every analysis answers with one. Shown in a notebook it gives the words, the chart, the table, what is held
constant and what is not to be concluded; printed, it gives the same as text.
"""

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from .html import Markup, element, named, paragraph, paragraphs, style_of, table, unfold, wide


@dataclass(frozen=True)
class Finding:
    """What an analysis found. `table` is a tidy DataFrame, `words` tells it in plain language (and is the
    chart's alternative text), `held_constant` names what is the same in all that is compared,
    `do_not_conclude` what does not follow. `chart` may be None. `view` is a piece of HTML that is shown in
    place of the table where one is given. Where `words` are long, `short` says in a sentence or two what a
    reader needs first, and the words are folded away under the chart."""

    title: str
    table: Any
    words: str
    held_constant: str
    do_not_conclude: str
    chart: Any = None
    more: tuple = field(default=())  # further lines under the table: sources, versions
    view: str = ""
    short: str = ""

    def __repr__(self):
        told = self.short or self.words
        return "\n".join((self.title, told, "", self.table.to_string(index=False), "", *self._limits()))

    def save(self, folder=None):
        """Keep it: the table as CSV, the picture as SVG, the words and limits as text. Says where.

        folder: the name of a folder; `findings` among your own files where none is named.
        """
        from .export import save

        return save(self, folder)

    def _limits(self):
        first, second = f"Held constant: {self.held_constant}", f"Do not conclude: {self.do_not_conclude}"
        return first, second, *self.more

    def _repr_html_(self):
        return look() + self.html()

    def html(self, picture=""):
        """The Finding as a piece of HTML, for pages and paper too. picture: a piece that draws the chart."""
        return _box(self._head(), picture, self._foot())

    def _head(self):
        return element("h3", self.title), paragraph(self.short or self.words)

    def _foot(self):
        """The folded words where something shorter stands first, the table and the limits."""
        words = unfold("The picture in words", paragraphs(self.words.splitlines())) if self.short else None
        limits = named("Held constant", self.held_constant), named("Do not conclude", self.do_not_conclude)
        return (
            words,
            wide(self.view or table_html(self.table), f"Table: {self.title}"),
            element("div", limits, look="limits"),
            paragraphs(self.more, look="small"),
        )

    def _ipython_display_(self):
        from IPython.display import HTML, display

        if self.chart is None:
            display(HTML(self._repr_html_()))
            return
        display(HTML(look() + Markup(self.chart.look) + _box(self._head())))
        display(self.chart)
        display(HTML(_box(self._foot())))


def _box(*inside):
    return element("div", *inside, look="ww-finding")


@cache
def look():
    """The look of a Finding in a notebook, as a style element."""
    return style_of(resources.files(__package__).joinpath("finding.css").read_text(encoding="utf-8"))


def table_html(frame):
    """A DataFrame as an HTML table with real header cells: no decimals in whole numbers, a dash for NaN."""
    return table(map(str, frame.columns), (map(_cell, row) for row in frame.itertuples(index=False)))


def _cell(value):
    if value is None or value != value:
        return "–"
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return f"{value:,.1f}" if isinstance(value, float) else str(value)
