"""A page as its reader sees it: the blocks of its text in order, and which of them are the article."""

import re
import warnings
from dataclasses import replace
from importlib.util import find_spec
from itertools import count
from typing import NamedTuple

from . import facts, languages, reading, statements
from .encodings import mended
from .reading import Block, Reading, refused
from .roles import folded, judged

SILENT = frozenset((
    "script", "style", "template", "noscript", "noembed", "noframes", "svg", "head", "title", "audio",
    "video",
    "canvas", "applet", "object", "iframe", "rp", "datalist", "annotation", "annotation-xml", "map",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
MENU, HEAD, FOOT, BESIDE = "menu", "head of the page", "foot of the page", "beside the article"
FORM, WINDOW, HIDDEN = "form or button", "window over the page", "hidden on the page"
ZONES = {
    "nav": MENU, "menu": MENU, "footer": FOOT, "aside": BESIDE, "form": FORM, "button": FORM, "select": FORM,
    "textarea": FORM, "search": FORM, "dialog": WINDOW,
}  # fmt: skip
LANDMARKS = {
    "navigation": MENU, "menu": MENU, "menubar": MENU, "banner": HEAD, "contentinfo": FOOT, "search": FORM,
    "complementary": BESIDE, "dialog": WINDOW, "alertdialog": WINDOW, "button": FORM,
}  # fmt: skip
ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), reading.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), reading.ITEM),
    **dict.fromkeys(("td", "th"), reading.CELL),
    **dict.fromkeys(("figure", "figcaption", "caption"), reading.CAPTION),
    "blockquote": reading.QUOTE,
}
UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4}", re.I
)
SET_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.I)
FOR_THE_EAR = frozenset(("sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden"))
# A tag that opens: its name, its attributes, and of a script what it holds, up to the tag that closes it.
TAG = re.compile(
    r"""<(?P<name>(?P<code>script|style)(?=[\s/>])|[a-z][^\s/>]*+)"""
    r"""(?P<inside>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>?"""
    r"""(?(code)(?P<text>[^<]*+(?:<(?!/(?:script|style))[^<]*+)*+))""",
    re.I,
)
ATTRIBUTE = re.compile(r"""[^\s/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|\S++))?+""")
NOTE_MARK = re.compile(r"\W*(?:\d{1,3}|[a-z]|[*†‡])\W*")
STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
SIGNS = 0x1D800  # the first of 512 signs of a script that no page is written in, and that are no letters
SIGN = re.compile(f"([{chr(SIGNS)}-{chr(SIGNS + 511)}])([{chr(SIGNS)}-{chr(SIGNS + 511)}])")
MOST_TAGS = 50_000  # opened and closed; a newspaper has three thousand on a page
MOST_ATTRIBUTES = 100, 100_000  # of a tag, where more are left out, and of a page; each takes memory
LONGEST_TAG = 20_000  # characters
DEEPEST = 200  # elements in elements; the libraries that look for the article take each as a step of a ladder
ENOUGH = 250  # characters: with less than that trafilatura itself calls what it found doubtful
START = 60  # letters by which a text is known
FROM_DATA = (
    "This page shows its article only by a script. The text was read from the data for that script: compare "
    "it with what you see in the browser."
)

WITHOUT_A_FINDER = (
    "The program that finds the article of a page does not work in a browser. So all was taken that stands "
    "in no menu, head or foot of the page: go through the blocks, and drop what is not the article."
)


class _Place(NamedTuple):
    """Where in a page a text stands: in which block element, and what the elements around it make of it."""

    block: int
    role: str = reading.BODY
    zone: str = ""
    silent: bool = False
    as_written: bool = False
    linked: bool = False
    item: int = 0  # the number of the list item around it, in lists that have dots


class _Piece(NamedTuple):
    """The strings of a page that make one block of text, and where the first of them stands."""

    place: _Place
    strings: list
    links: list  # those of the strings that are a link

    @property
    def text(self):
        text = mended("".join(self.strings))
        return text.strip("\n") if self.place.as_written else " ".join(text.split())

    @property
    def linked(self):
        """The share of the text that is a link, 0 to 1."""
        return sum(map(len, self.links)) / sum(map(len, self.strings))


def read(source, name):
    """A page as a `Reading`: trafilatura says which of its blocks are the article."""
    if _is_vast(source):
        raise refused(
            name,
            f"is built of more than {MOST_TAGS:,} tags or {MOST_ATTRIBUTES[1]:,} attributes of tags; an "
            "article's page has far less. Copy the article's text and save it as a file ending in .txt.",
        )
    soup = _soup(source)
    pieces = _pieces(soup)
    stated = _stated(soup)
    said = str(soup.html.get("lang", "")) if soup.html else ""
    chosen, about = _chosen(soup, pieces)
    doubtful = sum(len(pieces[number].text) for number in chosen) < ENOUGH
    if doubtful:
        chosen = {number for number, piece in enumerate(pieces) if not piece.place.zone}
    blocks, notes = _blocks(pieces, chosen, about), () if _finds_articles() else (WITHOUT_A_FINDER,)
    if _is_missing(stated, blocks, doubtful):
        blocks, notes = _with_stated(stated, blocks, about.title), (*notes, FROM_DATA)
    about = facts.improved(about, blocks)
    found = Reading(tuple(blocks), about.title, about.date, about.author, about.outlet, notes=notes)
    return languages.with_language(found, said)


def whole(source, _name):
    """All that a page shows its reader, a block a line; a page of too many tags as it is."""
    if _is_vast(source):
        return mended(source)
    text = "\n".join(block.text for block in shown(source, marks=False))
    return (
        text if len(text) >= ENOUGH else "\n".join((text, *(block.text for block in _stated(_soup(source)))))
    )


def shown(source, marks=True):
    """All blocks of a page that its reader sees.

    marks: with what a browser adds, the quotation marks around `<q>` and the dots before list items.
    """
    pieces = _pieces(_soup(source, marks))
    texts = _texts(pieces) if marks else [piece.text for piece in pieces]
    return [
        Block(text, piece.place.role)
        for piece, text in zip(pieces, texts, strict=True)
        if piece.place.zone != HIDDEN
    ]


def _texts(pieces):
    """The texts of pieces, list items with their dots."""
    seen, texts = {0}, []
    for piece in pieces:
        texts.append(piece.text if piece.place.item in seen else f"• {piece.text}")
        seen.add(piece.place.item)
    return texts


def _blocks(pieces, chosen, about):
    """The blocks of a page, those taken whose numbers were chosen."""
    rows = enumerate(zip(pieces, _texts(pieces), strict=True))
    blocks = [_block(piece, text, number in chosen) for number, (piece, text) in rows]
    return judged(blocks, [piece.linked for piece in pieces], about.title, about.author)


def _block(piece, text, taken):
    place = piece.place
    if taken and place.zone != HIDDEN:
        return Block(text, place.role)
    role = reading.FURNITURE if place.zone or place.role == reading.BODY else place.role
    return Block(text, role, False, place.zone or reading.OUTSIDE)


def _stated(soup):
    """The blocks of the article that the page's data state; none where they state none."""
    source = statements.article_in(soup)
    return [] if _is_vast(source) else shown(source)


def _is_missing(stated, blocks, doubtful):
    """Whether the page shows nothing of what its data state, and what was taken is short beside that."""
    article = "".join(block.text for block in stated)
    short = doubtful or 2 * sum(len(block.text) for block in blocks if block.taken) < len(article)
    start = folded(article)[:START]
    return bool(start) and short and start not in folded("".join(block.text for block in blocks))


def _with_stated(stated, blocks, title):
    headline = [Block(title, reading.HEADLINE)] if title else []
    dropped = [replace(block, taken=False, why=block.why or reading.OUTSIDE) for block in blocks]
    return [*headline, *stated, *(block for block in dropped if block.text != title)]


def _finds_articles():
    """Whether trafilatura is here. In a browser it is not: it needs an lxml that no browser has yet."""
    return bool(find_spec("lxml") and find_spec("trafilatura"))


def _soup(source, marks=True):
    from bs4 import BeautifulSoup

    parser = "lxml" if _finds_articles() else "html.parser"
    lean = _lean(source).encode("utf-8", "replace").decode("utf-8")  # half letters are none
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a page that calls itself XML is read as a page all the same
        soup = BeautifulSoup(lean, parser)
    if _is_deep(soup):
        return soup
    for tag in soup.find_all("header"):
        if tag.find("h1") is None and tag.find_parent("article") is None:
            tag["role"] = "banner"
    for tag in soup.find_all("q") if marks else ():
        _in_marks(tag)
    for tag in soup.find_all("sup"):
        if NOTE_MARK.fullmatch(tag.get_text()) and tag.find("a", href=re.compile("#")):
            tag.decompose()
    return soup


def _is_vast(source):
    """Whether a page has more tags or attributes than any that was made to be read."""
    if source.count("<") > MOST_TAGS:
        return True
    return sum(_attributes(tag["inside"]) for tag in TAG.finditer(_lean(source))) > MOST_ATTRIBUTES[1]


def _lean(source):
    """A page without the attributes of tags that hold more than any would: what reads them takes ages."""

    def short(tag):
        lean = len(tag["inside"]) <= LONGEST_TAG and _attributes(tag["inside"]) <= MOST_ATTRIBUTES[0]
        return tag[0] if lean else f"<{tag['name']}>{tag['text'] or ''}"

    return TAG.sub(short, source)


def _attributes(inside):
    """How many attributes stand inside a tag; at least as many as a reader of pages finds."""
    return len(ATTRIBUTE.findall(inside)) if inside else 0


def _is_deep(soup):
    """Whether elements lie in one another as on no page that somebody made to be read."""
    depths = {id(soup): 0}
    for tag in soup.find_all(True):
        depths[id(tag)] = depths[id(tag.parent)] + 1
    return max(depths.values()) > DEEPEST


def _in_marks(tag):
    """Gives a `<q>` the quotation marks that a browser sets around it, unless it brings its own."""
    text = tag.get_text().strip()
    if not text.startswith(reading.OPENING):
        opening, closing = "‘’" if tag.find_parent("q") else "“”"
        tag.insert(0, opening)
        tag.append(closing)


def _pieces(soup):
    """The pieces of text of a page, in order. Comments and scripts are strings of other kinds."""
    from bs4 import NavigableString, Tag

    places, numbers = {id(soup): _Place(0)}, count(1)
    pieces, piece, breaks = [], None, 0
    for node in soup.descendants:
        around = places[id(node.parent)]
        if isinstance(node, Tag):
            place = places[id(node)] = _placed(node, around, numbers)
            breaks += node.name == "br"
            if place.block != around.block:
                piece = None
        elif type(node) is NavigableString and not around.silent:
            if not node.strip():
                if piece and piece.place.block == around.block:
                    piece.strings.append(node)
                continue
            if (
                not piece
                or piece.place.block != around.block
                or (breaks and not _goes_on(piece, node, breaks))
            ):
                piece = _Piece(around, [], [])
                pieces.append(piece)
            elif breaks:
                piece.strings.append(" ")
            piece.strings.append(node)
            if around.linked:
                piece.links.append(node)
            breaks = 0
    return pieces


def _goes_on(piece, following, breaks):
    """Whether a line break stands in mid-sentence: no stop before it, and a small letter after it."""
    before = "".join(piece.strings[-2:]).rstrip()
    return (
        breaks == 1
        and not piece.place.as_written
        and not STOP.search(before[-5:])
        and following.lstrip()[0].islower()
    )


def _placed(tag, around, numbers):
    """The place that an element makes, inside the place around it."""
    name, style = tag.name, str(tag.get("style") or "")
    apart = (
        name in BLOCKS
        or bool(SET_AS_BLOCK.search(style))
        or (name == "cite" and tag.parent.name == "blockquote")
    )
    hidden = _is_hidden(tag, style)
    number = next(numbers)
    return _Place(
        block=number if apart else around.block,
        role=_role(tag, around.role, around.as_written),
        zone=around.zone or (HIDDEN if hidden else _zone(tag, around)),
        silent=around.silent or name in SILENT or (hidden and not apart),
        as_written=around.as_written or name in ("pre", "listing", "xmp"),
        linked=around.linked or name == "a",
        item=number if name == "li" and tag.parent.name == "ul" else around.item,
    )


def _role(tag, around, as_written):
    name = tag.name
    if around == reading.QUOTE and name in ("cite", "footer", "figcaption"):
        return reading.BODY  # who is quoted is no part of the quotation
    if name == "code" and as_written:
        return reading.CODE
    if name == "p" and around == reading.HEADING:
        return reading.BODY  # the end of the heading was forgotten
    if around == reading.BODY and any("caption" in each for each in tag.get_attribute_list("class") if each):
        return reading.CAPTION
    return ROLES.get(name, around)


def _is_hidden(tag, style):
    if tag.name in ("html", "body"):
        return False  # a script shows the page when it is complete
    return (
        tag.has_attr("hidden")
        or bool(UNSHOWN.search(style))
        or not FOR_THE_EAR.isdisjoint(tag.get_attribute_list("class"))
        or (tag.name == "dialog" and not tag.has_attr("open"))
    )


def _zone(tag, around):
    if around.role == reading.QUOTE:
        return ""
    return LANDMARKS.get(str(tag.get("role", "")).lower()) or ZONES.get(tag.name, "")


def _chosen(soup, pieces):
    """The numbers of the pieces that trafilatura takes for the article, and the page's `Facts`.

    It says what it took and not where that stood. So each piece gets its number, written in signs that are no
    letters, before its text, and the numbers are read from what comes back.
    """
    if not pieces or _is_deep(soup):
        return set(), facts.Facts()
    if not _finds_articles():
        return set(), facts.stated(facts.named(soup), soup, str(soup))
    import trafilatura

    for number, piece in enumerate(pieces):
        first = piece.strings[0]
        first.replace_with("".join(chr(SIGNS + part) for part in divmod(number, 512)) + first)
    source = str(soup)
    found = trafilatura.bare_extraction(source, include_comments=False)
    signs = SIGN.findall(found.text) if found else []
    chosen = {(ord(high) - SIGNS) * 512 + ord(low) - SIGNS for high, low in signs}
    plain = SIGN.sub("", source)
    return chosen, facts.stated(trafilatura.extract_metadata(plain), soup, plain)
