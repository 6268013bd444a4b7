"""Pieces of a page without a kernel: a question, things to tick, a fold, a box that scrolls."""

from html import escape


def wide(html, label):
    """HTML that may be wider than a phone: it scrolls in a box of its own, by keyboard too."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}">{html}</div>'


def folded(kind, summary, html):
    """HTML behind a line to open. kind: "hint", "key", or "key filled" (open on paper)."""
    return f'<details class="{kind}"><summary>{escape(summary)}</summary>{html}</details>'


def asked(top, question, inside, look="ask"):
    """A question with what belongs to it, as a group that a screen reader announces by the question."""
    return (
        f'<fieldset class="{look}"><legend><span class="small">{escape(top)}</span> '
        f"{escape(question)}</legend>{inside}</fieldset>"
    )


def picks(kind, name, options, look="picks"):
    """Things to tick: nothing is sent or kept; whoever ticks has made up their mind before looking."""
    inside = "".join(
        f'<li><label><input type="{kind}" name="{escape(name)}"> <span>{escape(text)}</span></label></li>'
        for _, text in options
    )
    return f'<ul class="{look}" role="list">{inside}</ul>'
