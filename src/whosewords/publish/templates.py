"""The templates beside this file: what is put into them is text and is escaped, unless it is a `Markup`."""

import re
from functools import cache
from importlib import resources

from markupsafe import Markup, escape


@cache
def _environment():
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(loader=PackageLoader(__package__, "."), autoescape=True, undefined=StrictUndefined)


def filled(name, **given):
    """A template with these values in it, as a piece of HTML.

    >>> filled("keys.html", keys=[("1 < 2?", ["Yes."])])
    Markup('<dl class="key-list"><dt>1 &lt; 2?</dt><dd>Yes.</dd></dl>')
    """
    return Markup(_environment().get_template(name).render(given))


def changed(pattern, new, piece):
    """A piece in which what fits a pattern of HTML is replaced. new: a piece in raw HTML, or what makes it.

    >>> changed("b", "i", Markup("<b>")), changed("b", "<i>", "<b>")
    (Markup('<i>'), Markup('&lt;<i>&gt;'))
    """
    raw = str(escape(piece))  # a Markup would escape what is put in
    return Markup(re.sub(pattern, new, raw, flags=re.S))


def part(name):
    """The text of a file beside this one, such as a style sheet."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
