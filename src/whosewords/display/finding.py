"""The Finding: a table that carries its own limits.

Every analysis answers with one. Shown in a notebook it gives the words, the chart, the table, what is held
constant and what is not to be concluded; printed, it gives the same as text.
"""

from dataclasses import dataclass, field
from html import escape
from typing import Any


@dataclass(frozen=True)
class Finding:
    """What an analysis found. `table` is a tidy DataFrame, `words` tells it in plain language (and is the
    chart's alternative text), `held_constant` names what is the same in all that is compared,
    `do_not_conclude` what does not follow. `chart` may be None. `view` is HTML that is shown in place of the
    table where one is given. Where `words` are long, `short` says in a sentence or two what a reader needs
    first, and the words are folded away under the chart."""

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
        return self.head_html() + self.foot_html()

    def head_html(self):
        """Title and words as HTML."""
        return (
            f'<h3 style="margin:.6em 0 .2em;font-size:1.15em">{escape(self.title)}</h3>'
            f'<p style="max-width:44em">{escape(self.short or self.words)}</p>'
        )

    def folded_words(self):
        """The words as HTML to unfold, where something shorter stands first; else nothing."""
        if not self.short:
            return ""
        inside = "".join(f"<p>{escape(line)}</p>" for line in self.words.splitlines())
        return (
            '<details style="max-width:44em;margin:.4em 0 .8em"><summary style="cursor:pointer">'
            f"The picture in words</summary>{inside}</details>"
        )

    def foot_html(self):
        """The folded words, the table and the limits as HTML."""
        named = (("Held constant", self.held_constant), ("Do not conclude", self.do_not_conclude))
        limits = "".join(
            f'<p style="margin:.2em 0"><strong>{name}:</strong> {escape(text)}</p>' for name, text in named
        )
        more = "".join(f'<p style="max-width:44em;margin:.2em 0">{escape(line)}</p>' for line in self.more)
        return (
            self.folded_words()
            + f'<div style="overflow-x:auto" tabindex="0" role="region" aria-label="{escape(self.title)}">'
            f"{self.view or table_html(self.table)}</div>"
            f'<div style="max-width:44em;border-left:.25em solid;padding:.1em .8em;margin:.6em 0">'
            f"{limits}</div>{more}"
        )

    def _ipython_display_(self):
        from IPython.display import HTML, display

        if self.chart is None:
            display(HTML(self._repr_html_()))
            return
        display(HTML(self.chart.look + self.head_html()))
        display(self.chart)
        display(HTML(self.foot_html()))


def table_html(frame):
    """A DataFrame as an HTML table with real header cells: no decimals in whole numbers, a dash for NaN."""
    head = "".join(
        f'<th scope="col" style="text-align:left">{escape(str(name))}</th>' for name in frame.columns
    )
    rows = []
    for row in frame.itertuples(index=False):
        first, *rest = (escape(_cell(value)) for value in row)
        cells = "".join(f'<td style="text-align:left">{value}</td>' for value in rest)
        rows.append(f'<tr><th scope="row" style="text-align:left">{first}</th>{cells}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _cell(value):
    if value is None or value != value:
        return "–"
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return f"{value:,.1f}" if isinstance(value, float) else str(value)
