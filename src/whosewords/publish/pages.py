"""The lessons as pages: HTML that needs no kernel, no program and no network, for phones, locked-down laptops
and paper.

Pages are made from the lessons' sources and for nobody in particular: as if by a reader who has unlocked no
article and answered nothing, so that neither ever leaves this computer on a page.
"""

import ast
import re
from collections import Counter
from functools import cache
from html import escape, unescape
from importlib import resources
from typing import NamedTuple

from .. import files
from ..classroom import tasks
from ..classroom.exercises import lessons
from ..display.charts import in_the_dark
from ..problems import Blank, Problem
from ..session import nobody
from ..shelf import catalogue
from ..shelf.unlocking import Where
from .static import STAND_INS, contents, folded, still, wide

# A paragraph that opens so tells how a notebook is worked, and so does a section of that name.
FOR_NOTEBOOKS = ("**How it works.**", "**How to run a line.**", "## Start here")
NOTE = (
    "You are reading a lesson without its notebook. Where it says <em>run the line</em>, what that line "
    "shows stands below. What you tick or type is not kept and not sent."
)

DARK_CHARTS = f"@media screen and (prefers-color-scheme: dark){{{in_the_dark('svg:not(.ww-plate)')}}}"


class Page(NamedTuple):
    """One page: the name of its file, its title, and what stands on it as HTML."""

    name: str
    title: str
    main: str

    @property
    def label(self):
        """What a link to the page says."""
        return "Start page" if self.name == "start.html" else self.title


def write(folder=None):
    """Write all lessons as pages into a folder, `pages` beside the lessons where none is named.

    Returns the paths, the contents page first. What else lies in the folder is left alone.
    """
    return files.publish(folder, "pages", pages())


def pages():
    """All pages as {file name: HTML}, the contents page first."""
    found = sorted(sources(), key=lambda path: (path.stem != "start", path.stem))
    if not found:
        raise Problem("The lessons are not here. Make the pages in the folder that holds start.py.")
    with nobody():
        listed = [lesson(path.stem, path.read_text(encoding="utf-8")) for path in found]
        listed.insert(0, Page("index.html", "Whose Words? Lessons to read", front(listed)))
    return {page.name: framed(page, listed) for page in listed}


def sources():
    """The sources of the lessons: what a reader changed in a notebook is theirs, and is not looked at."""
    return (files.CHECKOUT / "lessons" / "source").glob("*.py")


def cells(source):
    """(whether it is code, its text, what its blank may be filled with) for every cell of a lesson's source.

    A line with a blank says in its header what fills it: `# %% blank=neo` over `windows("____")`.

    >>> list(cells("# %% [markdown]\\n# # Hello\\n#\\n# you\\n\\n# %% minutes=2 blank=trt\\nshow('____')\\n"))
    [(False, '# Hello\\n\\nyou', ''), (True, "show('____')", 'trt')]
    """
    for cell in re.split(r"^# %%", source, flags=re.M)[1:]:
        kind, _, text = cell.partition("\n")
        is_text = "[markdown]" in kind
        filled = re.search(r"blank=(\w+)", kind)
        text = re.sub(r"^# ?", "", text, flags=re.M) if is_text else text
        yield not is_text, text.strip(), filled[1] if filled else ""


def lesson(name, source):
    """A lesson as a page."""
    names, pieces, title = {}, [], name
    for is_code, text, filled in cells(source):
        if is_code:
            pieces.append(output(text, names, name) if not filled else blank(text, filled, names, name))
            continue
        title = next((line[2:] for line in text.splitlines() if line.startswith("# ")), title)
        pieces.append(prose(text))
    main = "\n".join(filter(None, pieces)).replace("</h1>", f'</h1>\n<p class="note">{NOTE}</p>', 1)
    return Page(f"{name}.html", title, main)


def output(code, names, name):
    """What a cell shows, with the line that shows it in a notebook. names: the cell's variables, kept."""
    tree = ast.parse(code)
    shows = bool(tree.body) and isinstance(tree.body[-1], ast.Expr)
    last = tree.body.pop() if shows else None
    try:
        exec(compile(tree, name, "exec"), names)
        names.update(STAND_INS)
        value = eval(compile(ast.Expression(last.value), name, "eval"), names) if shows else None
    except Blank as left:
        return f"<p>{escape(str(left))}</p>"
    except Problem as problem:
        raise Problem(f"{name}: the line {code} says: {problem}") from problem
    html = still(value)
    if not html or isinstance(value, (tasks.Task, tasks.Ticket)):
        return html
    return f'{html}\n<p class="line">In the notebook: <code>{escape(code)}</code></p>'


def blank(code, filled, names, name):
    """What a line with a blank in it shows once it is filled, folded away: the reader thinks first."""
    told = f"<p>Fill the blank in your head first: <code>{escape(code)}</code></p>"
    return told + folded(
        "key filled", f"What the line shows with {filled}", output(code.replace("____", filled), names, name)
    )


def prose(text):
    """A cell of text as HTML, without what is about notebooks."""
    if text.startswith(FOR_NOTEBOOKS):
        return ""
    kept = [part for part in re.split(r"\n{2,}", text) if not part.startswith(FOR_NOTEBOOKS)]
    return _markdown()("\n\n".join(kept)).strip()


@cache
def _markdown():
    import mistune  # comes with jupyterlab, which shows the same text with it

    class Renderer(mistune.HTMLRenderer):
        def table(self, text):
            # Two boxes of one name on a page cannot be told apart by ear: the first row tells them apart.
            first = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", text, re.S)[:4]
            return wide(
                f"<table>{text}</table>",
                "Table: " + ", ".join(unescape(re.sub("<[^>]*>", "", cell)) for cell in first),
            )

        def table_cell(self, text, align=None, head=False):
            return f'<th scope="col">{text}</th>' if head else f"<td>{text}</td>"

    return mistune.create_markdown(renderer=Renderer(escape=True), plugins=["table"])


def front(listed):
    """The contents page: what this is, the lessons, where the articles stand."""
    names = {page.name.replace(".html", ".ipynb") for page in listed}
    known = [one for one in lessons().values() if one.notebook in names]
    articles = "".join(
        f'<li id="{name}">{still(Where(catalogue.articles[name]))}</li>'
        for name in (*catalogue.SHELF, *catalogue.SPECIMENS)
    )
    html = prose(files.data("front_page.txt").read_text(encoding="utf-8"))
    html = html.replace("<p>{lessons}</p>", wide(contents(known), "Table: Lessons"))
    return html.replace("<p>{articles}</p>", f'<ul class="where">{articles}</ul>')


def framed(page, listed):
    """A page as a whole file."""
    place = [one.name for one in listed].index(page.name)
    links = [(listed[0], "Contents")] if place else []
    links += [(one, f"Back: {one.label}") for one in listed[max(place - 1, 1) : place]]
    links += [(one, f"Next: {one.label}") for one in listed[place + 1 : place + 2]]
    inside = "".join(f'<li><a href="{one.name}">{escape(told)}</a></li>' for one, told in links)
    top, bottom = (
        f'<nav aria-label="{name}"><ul>{inside}</ul></nav>' for name in ("Lessons", "Lessons, again")
    )
    title = page.title if not place else f"{page.title} – Whose Words?"
    return whole(title, _told_apart(_linked(page.main)), top, bottom)


def whole(title, main, top="", bottom=""):
    """A self-contained HTML file. main, top, bottom: HTML; style elements in it are gathered at the top."""
    main, styles = _gathered(main)
    style = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", _part("pages.css"), flags=re.S)).strip()
    return _part("pages.html").format(
        title=escape(title), style=style + DARK_CHARTS + "".join(styles), top=top, main=main, bottom=bottom
    )


def _gathered(html):
    """HTML without its style elements, and what stood in them, each once."""
    styles = dict.fromkeys(re.findall(r"<style>(.*?)</style>", html, flags=re.S))
    return re.sub(r"<style>.*?</style>", "", html, flags=re.S), list(styles)


def _told_apart(html):
    """Regions of one name get numbers, as where a lesson shows one table twice: by ear they would be one.

    >>> _told_apart('<div role="region" aria-label="Table"></div>' * 2)
    '<div role="region" aria-label="Table"></div><div role="region" aria-label="Table (2)"></div>'
    """
    seen = Counter()

    def named(found):
        seen[found[2]] += 1
        return found[0] + (f" ({seen[found[2]]})" if seen[found[2]] > 1 else "")

    return re.sub(r'(<(?:section|\w+ [^>]*role="region")[^>]*? aria-label=")([^"]*)', named, html)


def _linked(html):
    """Links to notebooks as links to pages; the line that tells where an article stands as a link there."""
    html = re.sub(r'(href="[\w.-]+)\.ipynb"', r'\1.html"', html)
    line = r"(?:<code>)?where_to_read\(&quot;(\w+)&quot;\)(?:</code>)?"
    return re.sub(line, r'<a href="index.html#\1"><code>where_to_read("\1")</code></a>', html)


def _part(name):
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
