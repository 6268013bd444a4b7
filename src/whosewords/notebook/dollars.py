"""Dollars are dollars: what a lesson shows is about money, and a notebook takes what stands between two of
them for mathematics."""

from IPython.core.formatters import HTMLFormatter
from markupsafe import Markup

from ..display.html import NO_MATHS, block


class AsWritten(HTMLFormatter):
    """Draws a value as HTML as a shell would, marked as text without mathematics. (start.py's JupyterLab sets
    none at all; others obey the mark.)"""

    def __call__(self, value):
        drawn = super().__call__(value)
        return str(block(Markup(drawn), look=NO_MATHS)) if drawn else drawn


def keep_dollars(shell):
    """Let an IPython shell draw everything so."""
    formatters = shell.display_formatter.formatters
    before = formatters["text/html"]
    formatters["text/html"] = AsWritten(
        parent=shell.display_formatter,
        singleton_printers=before.singleton_printers,
        type_printers=before.type_printers,
        deferred_printers=before.deferred_printers,
    )
