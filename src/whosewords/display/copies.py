"""Two texts side by side: what stands in both across the page, what stands in one only in its own column.

Each stretch has a sign and words that say the same; colour says nothing. On a phone the columns stand one
under the other, stretch by stretch. Nothing is compared here.
"""

from functools import cache
from importlib import resources
from itertools import groupby, pairwise

from ..measures.copying import ADDED, CHANGED, CUT, KEPT, LONGEST_CHANGE, MOVED, Stretch
from .finding import table_html
from .hits import framed, sentence_text
from .html import Markup, bullets, element, paragraph, strong, style_of, together, unfold
from .reading import page
from .reading.drawn_words import pieces
from .tables import joined

FATES = {  # sign, what it is called where the stretch stands, what that means
    KEPT: ("=", "in both", "the same words, at the same place in the order"),
    CHANGED: ("≠", "changed", "a few words stand in place of a few others"),
    MOVED: ("⇄", "moved", "the same words, at another place in the order"),
    CUT: ("−", "only in the first", "nothing in the second text stands for it"),
    ADDED: ("+", "only in the second", "nothing in the first text stands for it"),
}
LAYERS = {
    "author": "the author",
    "host": "the host",
    "outlet": "the outlet",
    "excerpt": "an excerpt",
    "furniture": "site furniture",
}
NTH = ("first", "second")
LONG = {KEPT: 30, MOVED: 30}  # words; a longer stretch is folded, since it is read once elsewhere …
LONGEST = 90  # … and any other only where it is very long
FIRST, LAST = 9, 5  # words that are seen of a folded stretch


def who(article):
    """Whose words each paragraph holds, as {number: "the host, headline"}; "" where nobody noted it."""
    return {
        one.number: ", ".join(
            part
            for part in (
                LAYERS.get(one.layer, one.layer) if noted(article) else "",
                "" if one.role in ("body", "furniture") else one.role,
            )
            if part
        )
        for one in article.page
    }


def noted(article):
    """Whether anybody noted who wrote which part of a text."""
    return not article.yours or len({one.layer for one in article.page}) > 1


def bracketed(whose):
    """What stands behind a place or a number: ` (the host, note)`, or nothing."""
    return f" ({whose})" if whose else ""


def places(words):
    """The paragraphs of words: `¶2`, `¶2 to ¶4`, or nothing where there are none.

    >>> from whosewords.words import read
    >>> places(read("One.\\nTwo.")), places([])
    ('¶1 to ¶2', '')
    """
    if not words:
        return ""
    first, last = words[0].paragraph, words[-1].paragraph
    return f"¶{first}" if first == last else f"¶{first} to ¶{last}"


def begins(words, many=6):
    """How words begin, blocks for masked ones.

    >>> from whosewords.words import read
    >>> begins(read("The old bridge closed."), 2)
    'The old …'
    """
    return sentence_text(words[:many]) + (" …" if len(words) > many else "")


def side_by_side(first, second, found, table):
    """Two articles with their stretches, as HTML; the same as a table is folded below.

    found: stretches of their words, parted where another layer or role begins.
    """
    shown = Both(first, second)
    heads = element(
        "div",
        paragraph("First: ", strong(first.name), look="ww-side"),
        paragraph("Second: ", strong(second.name), look="ww-side"),
        look="ww-apart ww-names",
    )
    rows = element("ol", [element("li", shown.row(row)) for row in rows_of(found, shown)], look="ww-pair",
                   role="list", label=f"{first.name} and {second.name}, stretch by stretch")  # fmt: skip
    view = framed([style_of(style_sheet()), _legend(found, first.locked or second.locked), heads, rows])
    return together(view, unfold("The same as a table", table_html(table)))


def rows_of(found, shown):
    """The rows of the view, in order: lists of stretches that run across the page, and pairs of lists that
    stand apart, (first, second). Small changes inside a paragraph stay with the words around them."""
    kept = [stretch for stretch in found if stretch.fate == KEPT]
    ours = [stretch for stretch in found if stretch.fate in (CUT, CHANGED, MOVED)]
    theirs = sorted((s for s in found if s.fate in (ADDED, CHANGED, MOVED)), key=lambda s: s.at)
    across = []
    for last, following in pairwise([None, *kept, None]):
        end, to = (following.start, following.at) if following else (float("inf"),) * 2
        left = _taken(ours, lambda stretch, end=end: stretch.start < end)
        right = _taken(theirs, lambda stretch, to=to: stretch.at < to)
        small = last and following and shown.in_one_paragraph(last, following) and _small(left, right)
        if small:
            across += [*left, *(stretch for stretch in right if stretch.fate == ADDED)]
        elif left or right:
            yield from [across] if across else []
            across = []
            yield left, right
        elif across and following and not shown.alike(last, following):
            yield across
            across = []
        across += [following] if following else []
    if across:
        yield across


def _taken(listed, fits):
    """The first stretches that fit, taken out of the list."""
    many = next((n for n, stretch in enumerate(listed) if not fits(stretch)), len(listed))
    taken, listed[:many] = listed[:many], []
    return taken


def _small(left, right):
    listed = [*left, *right]
    return all(s.fate != MOVED and s.words <= LONGEST_CHANGE for s in listed)


def chains(column):
    """The stretches of a column, each in a list; moved ones are in one with the changes between them."""
    found = []
    for stretch in column:
        goes_on = found and found[-1][0].fate == MOVED and found[-1][-1][2::2] == stretch[1::2]
        if goes_on and {stretch.fate, found[-1][-1].fate} == {MOVED, CHANGED}:
            found[-1].append(stretch)
        else:
            found.append([stretch])
    return found


class Both:
    """Two articles as their stretches are drawn."""

    def __init__(self, first, second):
        self.first, self.second = first, second
        self.one, self.other = first.words, second.words
        self.whose = who(first), who(second)

    def labels(self, stretch):
        """Whose words a stretch holds in the first and in the second text; "" where it does not stand."""
        sides = zip(self.whose, (self.of_first(stretch), self.of_second(stretch)), strict=True)
        said = [[whose[word.paragraph] for word in words] for whose, words in sides]
        return tuple(joined(list(dict.fromkeys(filter(None, each)))) for each in said)

    def of_first(self, stretch):
        return self.one[stretch.start : stretch.end]

    def of_second(self, stretch):
        return self.other[stretch.at : stretch.to]

    def in_one_paragraph(self, last, following):
        """Whether two kept stretches stand in one paragraph, in both texts."""
        ours = self.one[last.end - 1].paragraph == self.one[following.start].paragraph
        return ours and self.other[last.to - 1].paragraph == self.other[following.at].paragraph

    def alike(self, last, following):
        return self.labels(last) == self.labels(following)

    def row(self, row):
        """A row of the view: stretches across the page, or those that stand apart."""
        if isinstance(row, list):
            return self._across(row)
        columns = ([self._alone(chain, side) for chain in chains(each)] for side, each in enumerate(row))
        return element("div", [element("div", each, look="ww-side") for each in columns], look="ww-apart")

    def _across(self, row):
        """Words that stand in both, with the small changes between them."""
        same = [stretch for stretch in row if stretch.fate == KEPT]
        whole = Stretch(KEPT, row[0].start, row[-1].end, row[0].at, row[-1].to)
        changes = len(row) - len(same)
        total = page.count(sum(stretch.words for stretch in same))
        mine, theirs = self.labels(whole)
        here, there = places(self.of_first(whole)), places(self.of_second(whole))
        where = f"{here} of the first{bracketed(mine)}, {there} of the second{bracketed(theirs)}"
        inside = self._mixed(row) if changes else _text(self._legible(whole), KEPT)
        return element(
            "div", _head(KEPT, total + _inside(changes), where), inside, look="ww-fate-kept ww-stretch"
        )

    def _legible(self, stretch):
        """The words of a stretch as the first text has them, or the second where only that can be read."""
        ours, theirs = self.of_first(stretch), self.of_second(stretch)
        hidden = any(word.masked for word in ours) and not any(word.masked for word in theirs)
        return theirs if hidden else ours

    def _mixed(self, row):
        """Paragraphs that were changed here and there: the words, and each change with its sign."""
        rows, last = [], None
        for stretch in row:
            if stretch.fate not in (KEPT, MOVED):
                rows[-1].append(self._change(stretch))
                continue
            for number, words in by_paragraph(self._legible(stretch)):
                rows += [[]] if number != last else []
                rows[-1].append(_drawn(words))
                last = number
        return [element("p", [(each, " ") for each in inside], look="ww-words") for inside in rows]

    def _change(self, stretch):
        """Words that were changed, cut or added inside a paragraph."""
        sign, name, _ = FATES[stretch.fate]
        old, new = self.of_first(stretch), self.of_second(stretch)
        gone, come = (
            element("del", _drawn(old)) if old else None,
            element("ins", _drawn(new)) if new else None,
        )
        between = (page.unheard(" → "), page.unseen(", in the second: ")) if old and new else None
        start, end = page.unseen(f"({name}: "), page.unseen(" end)")
        return element("span", _sign(sign), start, gone, between, come, end, look="ww-change")

    def _alone(self, chain, side):
        """A stretch in the column of its text, or a moved piece with its changes. side: 0 of the first, 1 of
        the second."""
        first, last = chain[0], chain[-1]
        whole = Stretch(first.fate, first.start, last.end, first.at, last.to)
        both = self.of_first(whole), self.of_second(whole)
        words = both[side]
        where = places(words)
        if first.fate in (CHANGED, MOVED):
            where += f" of the {NTH[side]}"
        where += bracketed(self.labels(whole)[side])
        if first.fate == MOVED:
            where += f"; in the {NTH[1 - side]} it is {places(both[1 - side])}"
        changes = len(chain) // 2
        many = sum(stretch.words for stretch in chain[::2]) if changes else len(words)
        inside = self._mixed(chain) if changes else _text(words, first.fate)
        head = _head(first.fate, page.count(many) + _inside(changes), where)
        return element("div", head, inside, look=f"ww-fate-{first.fate} ww-stretch")


def _inside(changes):
    return f", {changes} small change{'s' * (changes != 1)} inside" if changes else ""


def _head(fate, many, where):
    sign, name, _ = FATES[fate]
    told = strong(name[0].upper() + name[1:])
    return paragraph(_sign(sign), " ", told, f": {many}. ", element("span", where), look="ww-fate")


def _sign(sign):
    return page.unheard(sign, look="ww-letter ww-sign")


def _text(words, fate):
    """The words of a stretch, a paragraph each; of a long stretch only both ends until it is opened."""
    number = _number if fate != KEPT else {}.get  # what stands in both has two numbers: they are in the head
    whole = [element("p", number(n), _drawn(row), look="ww-words") for n, row in by_paragraph(words)]
    if len(words) <= LONG.get(fate, LONGEST):
        return whole
    hidden = page.count(len(words) - FIRST - LAST)
    ends = element("span", _drawn(words[:FIRST]), element("small", f" … {hidden} … "), _drawn(words[-LAST:]),
                   look="ww-ends")  # fmt: skip
    return unfold(together(ends, element("small", " Show all", look="ww-open-it")), whole, look="ww-long")


def by_paragraph(words):
    """Words as pairs (number of the paragraph, its words)."""
    return [(number, list(row)) for number, row in groupby(words, key=lambda word: word.paragraph)]


def _number(paragraph):
    return together(page.unheard(f"¶{paragraph}", look="ww-par"), page.unseen(f"Paragraph {paragraph}. "))


def _drawn(words):
    """Words as HTML with the marks around them; blocks where they are masked."""
    looks = [("", "masked" if word.masked else "kept") for word in words]
    if not words:
        return Markup("")
    drawn = Markup("".join(pieces(words, looks)))
    return together(words[0].before, drawn, words[-1].after)


def _legend(found, locked):
    """What the signs mean, of those that are there."""
    there = [fate for fate in FATES if any(stretch.fate == fate for stretch in found)]
    meant = [
        together(_sign(FATES[fate][0]), " ", strong(FATES[fate][1]), f": {FATES[fate][2]}") for fate in there
    ]
    blocks = page.BLOCKS if locked else None
    return element("div", bullets(meant, look="ww-signs", role="list"), blocks, look="ww-panel")


@cache
def style_sheet():
    """The look of two texts side by side, as the text of a style sheet."""
    return resources.files(__package__).joinpath("copies.css").read_text(encoding="utf-8")
