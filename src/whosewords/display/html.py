"""Escaped pieces of HTML, and words to make them with: no room but `display` and `publish` builds a tag.

A piece is a `Markup`. Whatever is put into one without being a piece itself is text, and is escaped: nothing
from outside can turn into a tag because somebody forgot it.
"""

import re
from functools import cache
from importlib import resources

from markupsafe import Markup, escape

VOID = ("br", "input")  # elements that hold nothing and are not closed
SPELT = {"look": "class", "label": "aria-label"}  # attributes by the names they have here
NO_MATHS = "tex2jax_ignore mathjax_ignore"  # the classes of what holds dollars and no mathematics
COUNTED = "text-align:right;vertical-align:top;font-variant-numeric:tabular-nums"
CELL = "text-align:left;vertical-align:top;white-space:pre-line"  # JupyterLab would put cells to the right


def element(tag, /, *inside, **attributes):
    """An element. inside: texts, pieces, and lists of these; None is nothing. attributes: texts; `look` is
    the class and `label` the name for listeners; None and False leave one out, True gives it no value.

    >>> element("p", "1 < 2 ", element("br"), look="small", hidden=True)
    Markup('<p class="small" hidden>1 &lt; 2 <br></p>')
    """
    start = f"<{tag}{_attributes(attributes)}>"
    return Markup(start) if tag in VOID else Markup(f"{start}{''.join(_flat(inside))}</{tag}>")


def _attributes(given):
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(value)}"'
        for key, value in given.items()
        if value is not None and value is not False
        for name in [SPELT.get(key) or key.replace("_", "-")]
    )


def together(*inside):
    """Texts and pieces in a row, as one piece.

    >>> together("a & b", [element("b", n) for n in (1, 2)], None)
    Markup('a &amp; b<b>1</b><b>2</b>')
    """
    return Markup("".join(_flat(inside)))


def _flat(inside):
    """The escaped pieces of what may be texts, pieces, numbers, and lists of these."""
    found = []
    for one in inside:
        if isinstance(one, (str, int)):
            found.append(escape(one))
        elif one is not None:
            found += _flat(one)
    return found


def paragraph(*inside, **attributes):
    """A paragraph."""
    return element("p", *inside, **attributes)


def heading(level, *inside, **attributes):
    """A heading, of level 2 for a part of a page, 3 for a part of that."""
    return element(f"h{level}", *inside, **attributes)


def block(*inside, **attributes):
    """What belongs together and has no meaning of its own."""
    return element("div", *inside, **attributes)


def without_maths(drawn):
    """HTML that is drawn already, marked as text in which dollars are money."""
    return block(Markup(drawn), look=NO_MATHS)


def span(*inside, **attributes):
    """A part of a line."""
    return element("span", *inside, **attributes)


def section(name, *inside, **attributes):
    """A part of a page under its heading. attributes: `id`, by which it is linked to."""
    return element("section", heading(2, name), *inside, **attributes)


def ways(name, *inside):
    """Links to parts of a page or to other pages, as a region that a listener finds by its name."""
    return element("nav", *inside, label=name)


def isolated(text):
    """A text from outside in a line of ours: letters that turn the direction of writing turn only its own.

    >>> isolated("blue-7")
    Markup('<bdi>blue-7</bdi>')
    """
    return element("bdi", text)


def figure_of(title, words, drawn, *more):
    """A picture in the look of a Finding (see `finding.css`): its title, what it says, and what belongs to
    it."""
    inside = heading(3, title), paragraph(words), element("figure", drawn), more
    return element("div", *inside, look="ww-finding")


def aside(*inside):
    """What a cell of a table says under its first words."""
    return element("small", *inside)


def paragraphs(lines, **attributes):
    """A paragraph for each line that is not empty."""
    return together(element("p", line, **attributes) for line in lines if line.strip())


def lined(text):
    """A text whose line ends are kept.

    >>> lined("a <\\nb")
    Markup('a &lt;<br>b')
    """
    return Markup("<br>").join(text.split("\n"))


def strong(*inside):
    """What stands out."""
    return element("strong", *inside)


def named(name, *inside, **attributes):
    """A paragraph that opens with its name, as in `Hint: …`."""
    return element("p", strong(f"{name}:"), " ", *inside, **attributes)


def code(line):
    """A line to type."""
    return element("code", line)


def bullets(items, **attributes):
    """A list of texts or pieces; nothing where there are none."""
    inside = [element("li", item) for item in items]
    return element("ul", inside, **attributes) if inside else together()


def numbered(items, **attributes):
    """A list of texts or pieces in their order."""
    return element("ol", [element("li", item) for item in items], **attributes)


def link(text, address, **attributes):
    """A way to another page."""
    return element("a", text, href=address, **attributes)


def outside(address, **attributes):
    """A link to somebody else's page that tells it nothing about where the reader comes from."""
    return link(address, address, rel="noreferrer noopener", **attributes)


def status(*inside, **attributes):
    """A paragraph that a screen reader tells by itself when it changes."""
    return element("p", *inside, role="status", **attributes)


def unfold(summary, *inside, **attributes):
    """What stands behind a line to open."""
    return element("details", element("summary", summary), *inside, **attributes)


def folded(kind, summary, *inside):
    """The same on a page. kind: "hint", "key", or "key filled" (open on paper)."""
    return unfold(summary, *inside, look=kind)


def wide(inside, label):
    """What may be wider than a phone: it scrolls in a box of its own, by keyboard too."""
    return element(
        "div", inside, look="wide", style="overflow-x:auto", tabindex="0", role="region", label=label
    )


def wide_table(names, rows, label, look=None, numbers=()):
    """A table in such a box. label: what it is a table of."""
    return wide(table(names, rows, look, numbers), f"Table: {label}")


def table(names, rows, look=None, numbers=(), caption=None):
    """A table. names: of its columns. rows: lists of texts or pieces; the first is the row's name.

    look: a class whose style sheet says how cells stand; without one they stand at the upper left, and those
    of the columns whose places are in numbers at the upper right. caption: what it is a table of, over it.
    """
    style = "" if look else f' style="{CELL}"'
    right = f' style="{COUNTED}"'

    def head(scope, name, place=0):
        given = right if place in numbers else style
        return "<td></td>" if name == "" else f'<th scope="{scope}"{given}>{escape(name)}</th>'

    def row(first, *rest):
        cells = [
            part
            for place, cell in enumerate(rest, 1)
            for part in (f"<td{right if place in numbers else style}>", escape(cell), "</td>")
        ]
        return "".join(["<tr>", head("row", first), *cells, "</tr>"])

    top = "".join([head("col", name, place) for place, name in enumerate(names)])
    body = "".join([row(*cells) for cells in rows])
    inside = Markup(f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody>")  # a key stroke waits for it
    return element("table", element("caption", caption) if caption else None, inside, look=look)


def asked(top, question, *inside, look="ask", **attributes):
    """A question with what belongs to it, as a group that a screen reader announces by the question."""
    legend = element("legend", element("span", top, look="small"), " ", question)
    return element("fieldset", legend, *inside, look=look, **attributes)


def picks(kind, name, options, look="picks"):
    """Things to tick: a box for each option, which has its id as value."""
    boxes = (
        element("label", element("input", type=kind, name=name, value=id), " ", element("span", text))
        for id, text in options
    )
    return bullets(boxes, look=look, role="list")


@cache
def style():
    """The look of everything asked and answered, as a style element."""
    return style_of(resources.files(__package__).joinpath("replies.css").read_text(encoding="utf-8"))


def squeezed(css):
    """A style sheet without comments and line ends.

    >>> squeezed("/* why */ a {\\n  b: c;\\n}")
    'a{b: c;}'
    """
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"\s*([{};,])\s*", r"\1", text)).strip()


def style_of(css):
    """A style element with a style sheet of ours."""
    return Markup(f"<style>{css}</style>")
