"""The Finding: a table that carries its own limits.

Every analysis answers with one. Shown in a notebook it gives the words, the chart, the table, what is held
constant and what is not to be concluded; printed, it gives the same as text.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from .html import element, named, paragraph, paragraphs, squeezed, style_of, table, unfold, wide

NUMBER = re.compile(r"[+−-]?\d[\d,.]*( %)?|–|")  # a column of these is read from the right


@dataclass(frozen=True)
class Finding:
    """What an analysis found. `table` is a tidy DataFrame, `words` tells it in plain language (and is the
    chart's alternative text), `held_constant` names what is the same in all that is compared,
    `do_not_conclude` what does not follow. `chart` may be None; `marks` is a second picture. `view` is a
    piece of HTML that is shown in place of the table where one is given. Where `words` are long, `short` says
    in a sentence or two what a reader needs first, and the words are folded away under the chart. `fold` is
    the line that opens the table where the picture shows what it holds."""

    title: str
    table: Any
    words: str
    held_constant: str
    do_not_conclude: str
    chart: Any = None
    more: tuple = field(default=())  # further lines under the table: sources, versions
    view: str = ""
    short: str = ""
    marks: Any = None
    fold: str = ""

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

    @property
    def pictures(self):
        """Its pictures with their titles, in order."""
        second = f"Where they stand. {self.title}"
        shown = ((self.title, self.chart), (second, self.marks))
        return [(title, chart) for title, chart in shown if chart is not None]

    def _repr_html_(self):
        return look() + self.html()

    def html(self):
        """The Finding as a piece of HTML, the same in a notebook, on a page and on paper."""
        inside = element("h3", self.title), paragraph(self.short or self.words), self._drawn(), self._foot()
        return element("div", inside, look="ww-finding")

    def _drawn(self):
        for title, chart in self.pictures:
            drawn = wide(chart.svg(title), f"Picture: {title}")
            yield element("figure", drawn, look="ww-broad" if chart.least else None)

    def _foot(self):
        """The folded words where something shorter stands first, the table and the limits."""
        words = unfold("The picture in words", paragraphs(self.words.splitlines())) if self.short else None
        limits = named("Held constant", self.held_constant), named("Do not conclude", self.do_not_conclude)
        shown = wide(self.view or table_html(self.table), f"Table: {self.title}")
        return (
            words,
            unfold(self.fold, shown, look="at-hand") if self.fold else shown,
            element("div", limits, look="limits"),
            paragraphs(self.more, look="small"),
        )


@cache
def look():
    """The look of a Finding, as a style element."""
    sheets = (resources.files(__package__).joinpath(name) for name in ("palette.css", "finding.css"))
    return style_of(squeezed("".join(sheet.read_text(encoding="utf-8") for sheet in sheets)))


def table_html(frame):
    """A DataFrame as an HTML table with real header cells: no decimals in whole numbers, a dash for NaN."""
    rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    counted = {
        n for n in range(1, len(frame.columns)) if rows and all(NUMBER.fullmatch(row[n]) for row in rows)
    }
    return table(map(str, frame.columns), rows, numbers=counted)


def _cell(value):
    if value is None or value != value:
        return "–"
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return f"{value:,.1f}" if isinstance(value, float) else str(value)
