"""The shapes in which an article may arrive: what programs and people do to a text on its way."""

import re
import textwrap
from email.message import EmailMessage
from html import escape


def straight(text):
    return re.sub("[–—]", "--", text.translate(str.maketrans("“”‘’", "\"\"''"))).replace("…", "...")


def wrapped(text):
    """Hard line breaks at 60 columns, also inside hyphenated words."""
    return "\n\n".join("\n".join(textwrap.wrap(line, 60)) for line in text.split("\n") if line.strip())


def split(text):
    """Long words split in two at line ends, as a printed column has them."""
    return re.sub(r"(?<![^\W_])([^\W\d_]{4})([^\W\d_]{4,})", r"\1-\n\2", text)


def shy(text):
    return re.sub(r"(?<![^\W_])([^\W\d_]{3})([^\W\d_]{4,})", "\\1\u00ad\\2", text)


def page(text):
    """A saved page: scripts, a menu, the article as blocks with markup and entities, comments, a footer."""
    body = "\n".join(f"<p>{entities(line)}</p>" for line in text.split("\n") if line.strip())
    return (
        "<!DOCTYPE html>\n<html><head><title>A page</title><style>p { color: red }</style>\n"
        '<script>var text = "not a part of it";</script></head><body><nav><ul><li><a href="/">Home</a></li>'
        "<li>About us</li></ul></nav><!-- a comment --><main>"
        f"{body}</main><aside>Read next: ten recipes</aside><footer>© Nobody &amp; Sons</footer>"
        "</body></html>"
    )


def entities(line):
    line = escape(line, quote=False).replace("“", "&ldquo;").replace("’", "&#8217;").replace("–", "&ndash;")
    return re.sub(r"(\w{5}) (\w+)", r"\1\n<em>\2</em>", line, count=3)


def as_archive(text):
    """A page saved in one file, quoted-printable inside."""
    message = EmailMessage()
    message["Subject"] = "A page"
    message.set_content(page(text), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_string()


SHAPES = {
    "as it is": str,
    "straight quotes": straight,
    "hard line breaks": wrapped,
    "split words": split,
    "soft hyphens": shy,
    "a saved page": page,
    "a page in one file": as_archive,
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "furniture around": lambda text: (
        f"Home News Sport\nBy our staff\n\n{text}\n\nRelated: ten recipes\nPrivacy"
    ),
    "all of it at once": lambda text: page(wrapped(split(straight(text)))),
}
