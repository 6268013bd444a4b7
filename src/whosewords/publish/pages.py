"""The lessons as pages: HTML that needs no kernel, no program and no network, for phones, locked-down laptops
and paper.

Pages are made from the lessons' sources and for nobody in particular: as if by a reader who has unlocked no
article and answered nothing, so that neither ever leaves this computer on a page.
"""

import ast
import base64
import hashlib
import re
from collections import Counter
from functools import cache
from html import unescape
from typing import NamedTuple

from .. import files
from ..calls.glossary import new_words
from ..classroom import exit_ticket, tasks
from ..classroom.before_after import FORMS
from ..classroom.exercises import lessons, pack
from ..classroom.sitting import Sitting
from ..display.html import Markup, code, element, paragraph, squeezed, together, unfold
from ..problems import Blank, Problem
from ..publisher import publisher
from ..session import nobody
from ..shelf import catalogue
from ..shelf.unlocking import Where
from . import glossary, keeping
from .static import STAND_INS, all_lessons, folded, my_answers, still, wide
from .templates import changed, filled, part

# A paragraph or an item that opens so tells how a notebook is worked, and so does a section of that name.
FOR_NOTEBOOKS = (
    "**How to run a line.**", "## How it works", "## How to run a line", "## Start here", "## An empty line",
    "- **You cannot break anything.**", "- **Nothing there?**", "- **A line of your own?**",
    "- **No mouse?**", "What you answer is saved by itself", "If you have an article yourself",
    "**More than one person uses this computer?**",
)  # fmt: skip
STILL = paragraph(
    "Its script does not run here: nothing replies, and what you tick or type is not kept. Open the page in "
    "Firefox, Chrome, Edge or Safari, in a version of 2023 or later. Else answer on paper; your teacher has "
    "the answers.",
    look="note still",
)
NOTE = (
    paragraph(
        "You are reading a lesson without its notebook. Where it says ",
        element("em", "run the line"),
        ", what that line shows stands below.",
        look="note",
    )
    + STILL
)

ANSWERED = "What was answered on this device"


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
    with nobody():
        texts = [path.read_text(encoding="utf-8") for path in found]
        listed = [lesson(path.stem, text) for path, text in zip(found, texts, strict=True)]
        words = glossary.page([(p.name, p.title, text) for p, text in zip(listed, texts, strict=True)])
        listed.insert(0, Page("index.html", "Whose Words? Lessons to read", front(listed)))
        listed.append(Page(glossary.NAME, glossary.TITLE, words))
        return {page.name: framed(page, listed) for page in [*listed, *tests()]}


def tests():
    """The test before and after, a page for each form; no lesson leads to it."""
    for name in FORMS:
        sitting = Sitting(name)
        main = still(sitting).replace("</h1>", Markup("</h1>\n") + STILL, 1)
        yield Page(f"before_after_{name.lower()}.html", sitting.head[0], main)


def sources():
    """The sources of the lessons: what a reader changed in a notebook is theirs, and is not looked at. Raises
    `Problem` where they are not here, as in a folder for students' computers."""
    found = list((files.CHECKOUT / "lessons" / "source").glob("*.py"))
    if not found:
        raise Problem(
            "This needs the whole project, and lessons/source is not here. In a folder for students' "
            "computers the pages are there already, in its folder pages; sheets are written in the project "
            "from which it was made."
        )
    return found


class Cell(NamedTuple):
    """A cell of a lesson's source: whether it is code, its text, what its blank may be filled with, other
    lines to try in its place, and the minutes that somebody works with it."""

    is_code: bool
    text: str
    blank: str = ""
    also: tuple = ()
    minutes: float = 0


def cells(source):
    """Every cell of a lesson's source.

    What a page or a clock needs to know stands in the cell's header: `# %% blank=neo` over `windows("____")`,
    `# %% also=find("war")` over a line that a student changes (no spaces; several with ; between them).

    >>> next(cells("# %% minutes=2 blank=trt also=articles\\nshow('____')\\n"))
    Cell(is_code=True, text="show('____')", blank='trt', also=('articles',), minutes=2.0)
    """
    for cell in re.split(r"^# %%", source, flags=re.M)[1:]:
        header, _, text = cell.partition("\n")
        given = dict(re.findall(r"(\w+)=(\S+)", header))
        is_code = "[markdown]" not in header
        text = text if is_code else re.sub(r"^# ?", "", text, flags=re.M)
        also = tuple(filter(None, given.get("also", "").split(";")))
        yield Cell(is_code, text.strip(), given.get("blank", ""), also, float(given.get("minutes", 0)))


def lesson(name, source):
    """A lesson as a page."""
    names, pieces, title, listed = {}, [], name, list(cells(source))
    words = new_words(cell.text for cell in listed if not cell.is_code)
    for cell in listed:
        if cell.is_code:
            pieces.append(ran(cell, names, name))
            continue
        title = next((line[2:] for line in cell.text.splitlines() if line.startswith("# ")), title)
        pieces.append(glossary.linked(prose(cell.text), next(words)))
    main = Markup("\n").join(filter(None, pieces)).replace("</h1>", Markup("</h1>\n") + NOTE, 1)
    return Page(f"{name}.html", title, together(main, "\n", glossary.explained(main)))


def ran(cell, names, name):
    """What a cell of code shows, and what it would show with the other lines that its reader may try."""
    first = blank(cell.text, cell.blank, names, name) if cell.blank else output(cell.text, names, name)
    others = [tried(line, output(line, names, name)) for line in cell.also]
    return together(first, *others)


def tried(line, shown):
    """What a line shows that its reader may try in the place of another, folded away."""
    return paragraph("Or try: ", code(line), look="line") + folded("key", "What this line shows", shown)


def output(line, names, name):
    """What a cell shows, with the line that shows it in a notebook. names: the cell's variables, kept."""
    tree = ast.parse(line)
    shows = bool(tree.body) and isinstance(tree.body[-1], ast.Expr)
    last = tree.body.pop() if shows else None
    try:
        exec(compile(tree, name, "exec"), names)
        names.update(STAND_INS)
        value = eval(compile(ast.Expression(last.value), name, "eval"), names) if shows else None
    except Blank as left:
        return paragraph(str(left))
    except Problem as problem:
        raise Problem(f"{name}: the line {line} says: {problem}") from problem
    html = still(value)
    if not html or isinstance(value, (tasks.Task, exit_ticket.Ticket)):
        return html
    return together(html, "\n", paragraph("In the notebook: ", code(line), look="line"))


def blank(line, word, names, name):
    """What a line with a blank in it shows once a word fills it, folded away: the reader thinks first."""
    shown = output(line.replace("____", word), names, name)
    first = element("span", "Fill the blank in your head first: ", look="still")
    filled_in = paragraph("Filled with ", element("code", word, look="filled-with"), ":", look="small")
    fold = folded("key filled", "What the line shows", filled_in, shown)
    id = f"{int(name[:2])}.line.{line.partition('(')[0]}"  # under which the script keeps the word
    return element("div", paragraph(first, code(line)), fold, look="blank", data_blank=id)


def prose(text):
    """A cell of text as HTML, without what is about notebooks."""
    if text.startswith(FOR_NOTEBOOKS):
        return together()
    return markdown("\n\n".join(filter(None, map(_without, re.split(r"\n{2,}", text)))))


def markdown(text):
    """A text of ours in Markdown as HTML; tags in it are text."""
    return Markup(_markdown()(text).strip())


def _without(part):
    """A paragraph or a list without what is about notebooks."""
    items = re.split(r"\n(?=- )", part)
    return "\n".join(item for item in items if not item.startswith(FOR_NOTEBOOKS))


@cache
def _markdown():
    import mistune  # comes with jupyterlab, which shows the same text with it

    class Renderer(mistune.HTMLRenderer):
        def table(self, text):
            # Two boxes of one name on a page cannot be told apart by ear: the first row tells them apart.
            first = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", text, re.S)[:4]
            names = ", ".join(unescape(re.sub("<[^>]*>", "", cell)) for cell in first)
            return str(wide(Markup(f"<table>{text}</table>"), f"Table: {names}"))

        def table_cell(self, text, align=None, head=False):
            return f'<th scope="col">{text}</th>' if head else f"<td>{text}</td>"

    return mistune.create_markdown(renderer=Renderer(escape=True), plugins=["table"])


def front(listed):
    """The contents page: what this is, the lessons, where the articles stand."""
    names = {page.name.replace(".html", ".ipynb") for page in listed}
    known = [one for one in lessons().values() if one.notebook in names]
    articles = [
        element("li", still(Where(catalogue.articles[name])), id=name)
        for name in (*catalogue.SHELF, *catalogue.SPECIMENS)
    ]
    html = prose(files.data("front_page.txt").read_text(encoding="utf-8"))
    html = html.replace("<p>{lessons}</p>", all_lessons(known) + unfold(ANSWERED, my_answers()))
    return html.replace("<p>{articles}</p>", element("ul", articles, look="where"))


def framed(page, listed):
    """A page as a whole file. listed: all pages, the contents first and the glossary last."""
    first, *lessons_, words = listed
    links = [] if page is first else [(first, "Contents")]
    if page in (first, *lessons_):
        place = listed.index(page)
        links += [(one, f"Back: {one.label}") for one in lessons_[max(place - 2, 0) : max(place - 1, 0)]]
        links += [(one, f"Next: {one.label}") for one in lessons_[place : place + 1]]
    if page is not words:
        links += [(words, words.title)]
    title = page.title if page is first else f"{page.title} – Whose Words?"
    links = [(one.name, said) for one, said in links]
    main = told_apart(_linked(page.main))
    if page is words:
        return whole(title, main, links)
    return whole(title, main, links, part("keep.js"), keeping.given(main))


def whole(title, main, links=(), script="", data=None, css=""):
    """A self-contained HTML file. main: a piece; style elements in it are gathered at the top. links: to
    other files, as pairs (address, what the link says). css: a style sheet of ours that comes last.

    script: what the page does, in JavaScript of ours, which finds `basics.js` before it; nothing else may run
    on the page. data: what it does it with, packed as keys are; the script has it from `unpacked("data")`.
    """
    main, styles = _gathered(main)
    style = Markup("".join([squeezed(part("pages.css")), *styles, squeezed(css)]))
    script = part("basics.js") + script if script else ""
    given = {"script": Markup(script), "data": pack(data) if script else "", "allowed": _fingerprint(script)}
    given |= {"copy": publisher().lines()}
    return str(filled("document.html", title=title, style=style, main=main, links=links, **given))


def _fingerprint(script):
    """What a browser calls a script that may run: with any other letter in it, it does not."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    return Markup(f"'sha256-{digest}'")


def _gathered(html):
    """HTML without its style elements, and what stood in them, each once."""
    html = together(html)
    styles = dict.fromkeys(re.findall(r"<style>(.*?)</style>", html, flags=re.S))
    return changed(r"<style>.*?</style>", "", html), list(styles)


def told_apart(html):
    """Regions of one name get numbers, as where a lesson shows one table twice: by ear they would be one.

    >>> print(told_apart(element("div", role="region", label="Table") * 2))
    <div role="region" aria-label="Table"></div><div role="region" aria-label="Table (2)"></div>
    """
    seen = Counter()

    def named(found):
        seen[found[2]] += 1
        return found[0] + (f" ({seen[found[2]]})" if seen[found[2]] > 1 else "")

    return changed(r'(<(?:section|\w+ [^>]*role="region")[^>]*? aria-label=")([^"]*)', named, html)


def _linked(html):
    """Links to notebooks as links to pages; the line that tells where an article stands as a link there."""
    html = changed(r'(href="[\w.-]+)\.ipynb"', r'\1.html"', html)
    line = r"(?:<code>)?where_to_read\((?:&quot;|&#34;)(\w+)(?:&quot;|&#34;)\)(?:</code>)?"
    return changed(line, r'<a href="index.html#\1"><code>where_to_read("\1")</code></a>', html)
