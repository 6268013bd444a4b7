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
LONG = {KEPT: 30, MOVED: 30}  # words; a longer stretch is folded, since it is read once elsewhere …
LONGEST = 90  # … and any other only where it is very long
FIRST, LAST = 9, 5  # words that are seen of a folded stretch


def who(article, number):
    """Whose words a paragraph holds, as far as that was noted: `the host, headline`."""
    one = next(each for each in article.page if each.number == number)
    layer = "not noted" if article.yours else LAYERS.get(one.layer, one.layer)
    return layer if one.role in ("body", "furniture") else f"{layer}, {one.role}"


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
    theirs = sorted((s for s in found if s.fate in (ADDED, MOVED)), key=lambda s: s.at)
    across = []
    for last, following in pairwise([None, *kept, None]):
        end, to = (following.start, following.at) if following else (float("inf"),) * 2
        left = _taken(ours, lambda stretch, end=end: stretch.start < end)
        right = _taken(theirs, lambda stretch, to=to: stretch.at < to)
        small = last and following and shown.in_one_paragraph(last, following) and _small(left, right)
        if small:
            across += [*left, *right]
        elif left or right:
            yield from [across] if across else []
            across = []
            yield left, right
        elif across and not shown.alike(last, following):
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


class Both:
    """Two articles as their stretches are drawn."""

    def __init__(self, first, second):
        self.first, self.second = first, second
        self.one, self.other = first.words, second.words

    def labels(self, stretch):
        """Whose words a stretch holds in the first and in the second text; "" where it does not stand."""
        sides = ((self.first, self.of_first(stretch)), (self.second, self.of_second(stretch)))
        return tuple(joined(list(dict.fromkeys(who(a, w.paragraph) for w in words))) for a, words in sides)

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
        left, right = row
        sides = [self._alone(s, self.of_first(s), s.fate == CHANGED) for s in left]
        others = [self._alone(s, self.of_second(s), False, second=True) for s in right]
        others += [self._alone(s, self.of_second(s), False, second=True) for s in left if s.fate == CHANGED]
        return element("div", element("div", sides, look="ww-side"), element("div", others, look="ww-side"),
                       look="ww-apart")  # fmt: skip

    def _across(self, row):
        """Words that stand in both, with the small changes between them."""
        same = [stretch for stretch in row if stretch.fate == KEPT]
        whole = Stretch(KEPT, row[0].start, row[-1].end, row[0].at, row[-1].to)
        changes = len(row) - len(same)
        more = f", {changes} small change{'s' * (changes != 1)} inside" if changes else ""
        total = page.count(sum(stretch.words for stretch in same))
        mine, theirs = self.labels(whole)
        here, there = places(self.of_first(whole)), places(self.of_second(whole))
        where = f"{here} of the first ({mine}), {there} of the second ({theirs})"
        inside = self._mixed(row) if changes else _text(self._legible(whole), KEPT)
        return element("div", _head(KEPT, f"{total}{more}", where), inside, look="ww-fate-kept ww-stretch")

    def _legible(self, stretch):
        """The words of a stretch as the first text has them, or the second where only that can be read."""
        ours, theirs = self.of_first(stretch), self.of_second(stretch)
        hidden = any(word.masked for word in ours) and not any(word.masked for word in theirs)
        return theirs if hidden else ours

    def _mixed(self, row):
        """A paragraph that was changed here and there: its words, and each change with its sign."""
        inside = []
        for stretch in row:
            if stretch.fate == KEPT:
                inside.append(_drawn(self._legible(stretch)))
            else:
                inside.append(self._change(stretch))
        return element("p", [(each, " ") for each in inside], look="ww-words")

    def _change(self, stretch):
        """Words that were changed, cut or added inside a paragraph."""
        sign, name, _ = FATES[stretch.fate]
        old, new = self.of_first(stretch), self.of_second(stretch)
        gone = together(page.unseen("first: "), element("del", _drawn(old))) if old else None
        come = together(page.unseen("second: "), element("ins", _drawn(new))) if new else None
        between = page.unheard(" → ") if old and new else None
        return element("span", _sign(sign), page.unseen(f"({name}: "), gone, between, come, page.unseen(" end)"),
                       look="ww-change")  # fmt: skip

    def _alone(self, stretch, words, changed, second=False):
        """A stretch in the column of its text."""
        mine, theirs = self.labels(stretch)
        where = f"{places(words)} ({theirs if second else mine})"
        if stretch.fate == MOVED:
            other = places(self.of_first(stretch) if second else self.of_second(stretch))
            where += f"; in the {'first' if second else 'second'} it is {other}"
        head = _head(stretch.fate, page.count(len(words)), where)
        return element("div", head, _text(words, stretch.fate), look=f"ww-fate-{stretch.fate} ww-stretch")


def _head(fate, many, where):
    sign, name, _ = FATES[fate]
    told = strong(name[0].upper() + name[1:])
    return paragraph(_sign(sign), " ", told, f": {many}. ", element("span", where), look="ww-fate")


def _sign(sign):
    return page.unheard(sign, look="ww-letter ww-sign")


def _text(words, fate):
    """The words of a stretch, a paragraph each; of a long stretch only both ends until it is opened."""
    rows = [list(row) for _, row in groupby(words, key=lambda word: word.paragraph)]
    whole = [element("p", _number(row[0]), _drawn(row), look="ww-words") for row in rows]
    if len(words) <= LONG.get(fate, LONGEST):
        return whole
    hidden = page.count(len(words) - FIRST - LAST)
    ends = element("span", _drawn(words[:FIRST]), element("small", f" … {hidden} … "), _drawn(words[-LAST:]),
                   look="ww-ends")  # fmt: skip
    return unfold(together(ends, element("small", " Show all", look="ww-open-it")), whole, look="ww-long")


def _number(word):
    return together(page.unheard(f"¶{word.paragraph}", look="ww-par"), page.unseen(f"Paragraph {word.paragraph}. "))


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
    meant = [together(_sign(FATES[fate][0]), " ", strong(FATES[fate][1]), f": {FATES[fate][2]}") for fate in there]
    blocks = page.BLOCKS if locked else None
    return element("div", bullets(meant, look="ww-signs", role="list"), blocks, look="ww-panel")


@cache
def style_sheet():
    """The look of two texts side by side, as the text of a style sheet."""
    return resources.files(__package__).joinpath("copies.css").read_text(encoding="utf-8")
