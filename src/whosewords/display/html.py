"""Pieces of HTML: the look of what is asked and answered, a table, a question, things to tick, a fold, a box
that scrolls."""

from functools import cache
from html import escape
from importlib import resources


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


def table(names, rows, label):
    """A table as HTML. rows: lists of cells that are HTML already; the first is the row's name."""
    left = 'style="text-align:left;vertical-align:top;white-space:pre-line"'
    top = "".join(f'<th scope="col" {left}>{escape(name)}</th>' for name in names)
    body = "".join(
        f'<tr><th scope="row" {left}>{first}</th>'
        + "".join(f"<td {left}>{cell}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'<div style="overflow-x:auto" tabindex="0" role="region" aria-label="{escape(label)}">'
        f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def item(text, mark=""):
    """The line over what is asked about one thing of several, with its mark in words where it has one."""
    told = f' <span class="ww-mark">{escape(mark)}</span>' if mark else ""
    return f'<p class="ww-item">{escape(text)}{told}</p>'


@cache
def style():
    """The look of everything asked and answered, as a style element."""
    css = resources.files(__package__).joinpath("replies.css").read_text(encoding="utf-8")
    return f"<style>{css}</style>"
