"""Files of Markdown as chapters of one page: headings get a level and a name, and links stay on the page."""

import re

from ..display.html import Markup, code, element, together
from .pages import markdown
from .templates import changed

HEADING = r"<h(\d)>(.*?)</h\1>"


def chapter(name, text):
    """A file as HTML, its headings a level lower. name: of the file; links to it and to its headings lead to
    `#name` and `#name-heading`. What is no Markdown file beside it is named and is no link.

    >>> chapter("plans", "## A & B\\n[there](keys.md#last) [here](#a--b) [code](../x.ipynb)")[:42]
    Markup('<h3 id="plans-a--b">A &amp; B</h3>\\n<p><a h')
    """
    html = changed(HEADING, lambda found: _heading(name, found), markdown(text))
    html = changed(r'href="#([^"]*)"', rf'href="#{name}-\1"', html)
    html = changed(r'href="(\w+)\.md"', r'href="#\1"', html)
    html = changed(r'href="(\w+)\.md#([^"]*)"', r'href="#\1-\2"', html)
    return changed(r'<a href="(?:\.\./)+([^"]*)">(.*?)</a>', _elsewhere, html)


def _heading(name, found):
    return element(f"h{int(found[1]) + 1}", Markup(found[2]), id=f"{name}-{slug(found[2])}")


def _elsewhere(found):
    return together(Markup(found[2]), " (", code(found[1]), ")")


def slug(heading):
    """What a link says for a heading, as code hosts make it.

    >>> slug("Open answer <code>0.6</code>: yes?")
    'open-answer-06-yes'
    """
    plain = re.sub(r"<[^>]*>|&\w+;", "", heading).lower()
    return re.sub(r"[^\w-]", "", plain.replace(" ", "-"))


def alone(title, html):
    """A chapter as a page of its own: headings a level higher, under its title, no link to other chapters."""
    html = changed(r"(</?h)(\d)", lambda found: Markup(f"{found[1]}{int(found[2]) - 1}"), html)
    return together(element("h1", title), changed(r'<a href="#[^"]*">(.*?)</a>', r"\1", html))
