"""The reading view's page: head, switches with their legend, and the paragraphs."""

import re
from functools import cache
from importlib import resources
from itertools import islice

from ...lexicon import accuracy_line
from ...measures.word_kinds import KINDS
from ..html import bullets, code, element, paragraph, squeezed, strong, together, unfold
from . import excerpt
from .drawn_words import text_of

SWITCHES = {  # letter, label, what it means
    "loaded": ("L", "Loaded words", "they carry a judgement or a strong feeling"),
    "name": ("N", "Names", "of states, armed groups, people and places"),
    "speech": (
        "V",
        "Speech verbs",
        ("how somebody speaks, for instance ", element("q", "said"), " or ", element("q", "claimed")),
    ),
    "number": ("#", "Numbers", "and dates"),
}
ROLES = {
    "headline": "Headline",
    "standfirst": "Standfirst (the line under the headline)",
    "deck": "Deck (the line under the headline)",
    "note": "Note",
    "heading": "Heading",
    "quote block": "Set-off quotation",
    "caption": "Caption",
    "byline": "Byline (not counted)",
    "date line": "Date line (not counted)",
    "source line": "Source line",
    "signature": "Signature",
    "furniture": "Site furniture (not part of the article)",
    "disclaimer": "Disclaimer",
}
COLUMN_HEADS = element(
    "div",
    paragraph(
        strong("In short (ours)"),
        ": one plain sentence a paragraph, written for this module",
        look="ww-precis",
    ),
    look="ww-colheads",
)
NOTES = FOLDED, OPEN, OUT = "folded", "open", "out"  # what is done with a paragraph with a content note
LEFT_OUT = "It is left out, as you set it: my_settings() changes it."
LIMITS = (
    "A mark means that the word stands on our list. It does not mean that the word is wrong. A word is "
    "called difficult when it is not on Dale and Chall’s list of about 3,000 everyday words. In blocks a few "
    "other words stay, for instance ",
    element("q", "not"),
    ", because an exercise needs them. Quotation marks, commas and full stops stay too.",
)


@cache
def style_sheet(layered=False):
    """The style sheet, without comments and line ends."""
    room, sheets = resources.files("whosewords.display"), ["palette.css", "reading/reading.css"]
    sheets += ["reading/layers.css"] * layered
    return squeezed("".join(room.joinpath(name).read_text(encoding="utf-8") for name in sheets))


def state_of(article):
    """Whether the text can be read, and why not, in plain words."""
    if article.locked:
        where = f'where_to_read("{article.id}")'
        return f"In blocks: the text belongs to its publisher. {where} tells where it stands."
    if article.kind == "blackout edition":
        return "Full text, unlocked on this computer. It belongs to its publisher: do not pass it on."
    return "Full text."


def head(article, only=()):
    """Outlet, headline and facts of an article, as pieces of HTML. only: see `body`."""
    yield paragraph(strong(article.name), " ", element("span", article.outlet), look="ww-outlet")
    # Where the headline can be read among the paragraphs, it is not shown a second time.
    repeated = any(
        p.role == "headline" and p.text is not None and (not only or p.number in only)
        for p in article.paragraphs
    )
    kind, title = ("ww-sr", article.name) if repeated else ("ww-headline", article.headline)
    yield element("h3", title, look=kind)
    author = strong(article.author or "unknown")
    yield paragraph("Author: ", author, f" · {article.genre}", look="ww-byline")
    facts = [_fact(what, date) for what, date in dates(article).items()]
    facts += [_fact("Please note", article.note, "ww-broad")] if article.note else []
    rights = with_lines(f"{article.rights.rstrip('.')}. {state_of(article)}")
    yield element("dl", facts, _fact("Rights", rights, "ww-broad"), look="ww-facts")


def _fact(what, told, look=None):
    return element("div", element("dt", what), element("dd", told), look=look)


def with_lines(text):
    """A text in which the line that tells where an article stands is seen as one to type.

    >>> with_lines('Ours. where_to_read("neo") tells.')
    Markup('Ours. <code>where_to_read(&#34;neo&#34;)</code> tells.')
    """
    parts = re.split(r'(where_to_read\("\w+"\))', text)
    return together(code(part) if number % 2 else part for number, part in enumerate(parts))


def dates(article):
    """The three dates of an article by name."""
    found = {"Event": article.date_event, "Written": article.date_written, "Posted": article.date_posted}
    return {name: date or "unknown" for name, date in found.items()}


def panel(article, looks, legible):
    """The switches and the legend, as pieces of HTML."""
    switches = [_kind(kind, looks, kind in legible) for kind in KINDS]
    if not article.locked:
        box = element("input", type="checkbox", look="ww-sw-blocks")
        switches.append(element("label", box, " Blocks for all other words"))
    asked = "Words you can read here" if article.locked else "Words that are marked"
    off = "its words turn into blocks" if article.locked else "its words are no longer marked"
    meant = [together(strong(label), ": ", meaning) for _, label, meaning in SWITCHES.values()]
    yield element(
        "div",
        switched(asked, switches),
        BLOCKS,
        unfold(
            "What do the marks mean?",
            paragraph(f"Switch a kind off, and {off}."),
            bullets(meant),
            paragraph(accuracy_line()),
            paragraph(LIMITS),
            look="ww-more",
        ),
        look="ww-panel",
    )


def _kind(kind, looks, on):
    letter, label, _ = SWITCHES[kind]
    number = sum(1 for k, state in looks if k == kind and state != "masked")
    return switch(f"ww-sw-{kind}", letter, element("span", label, look=f"ww-k {kind}"), number, on)


def switched(asked, switches):
    """Switches under the question that they answer."""
    return element("fieldset", element("legend", asked), switches, look="ww-switches")


def switch(name, letter, label, number, on=True):
    """A checkbox that the style sheet obeys, with its letter and its number of words."""
    box = element("input", type="checkbox", look=name, checked=on)
    badge = unheard(letter, look="ww-letter") if letter else None
    return element("label", box, badge, element("span", label), " ", element("small", count(number)))


def unheard(*inside, look=None):
    """What is only seen."""
    return element("span", *inside, look=look, aria_hidden="true")


def unseen(*inside):
    """What is only heard."""
    return element("span", *inside, look="ww-sr")


def _block(look, heard, told):
    return together(unheard(element("i", look=look), look="ww-m"), unseen(heard), told)


BLOCKS = bullets(
    [
        _block("hard n9", "Strong block: ", "a difficult word"),
        _block("easy n5", "Pale block: ", "an everyday word or a name"),
        "One cell of a block is one letter.",
    ],
    look="ww-legend",
    role="list",
)


def count(number):
    """A number of words, in words.

    >>> count(1), count(1579)
    ('1 word', '1,579 words')
    """
    return f"{number:,} word{'s' * (number != 1)}"


def slug(name):
    """A name as the style sheet can use it.

    >>> slug("source line")
    'source-line'
    """
    return re.sub("[^A-Za-z]+", "-", name)


def left_out(article, only):
    """A line that says which paragraphs are shown, where not all are."""
    last = article.paragraphs[-1].number
    return f"Shown here: {excerpt.listed(only)}. The text goes on to ¶{last}."


def body(article, looks, only=(), notes=FOLDED):
    """The paragraphs, as pieces of HTML. only: the numbers of those that are shown; where none, all are.
    notes: one of `NOTES`."""
    rows = [
        row(one, text_of(one.words, its_looks), notes=notes)
        for one, its_looks in paired(article, looks)
        if not only or one.number in only
    ]
    yield element("ol", rows, look="ww-paragraphs", role="list")


def paired(article, looks):
    """Yield each paragraph with the looks of its words."""
    rest = iter(looks)
    for one in article.paragraphs:
        yield one, list(islice(rest, len(one.words)))


def row(one, text, badge=None, notes=FOLDED):
    """One paragraph: its number, our sentence, its text (a piece). `badge` (one, too) is under the number.
    notes: what is done with a paragraph that has a content note, one of `NOTES`."""
    number = unheard(f"¶{one.number}"), unseen(f"Paragraph {one.number}."), badge
    short = paragraph(unseen("In short: "), one.precis, look="ww-precis") if one.precis else None
    role = element("div", ROLES[one.role], look="ww-role") if one.role in ROLES else None
    tag = "h4" if one.role in ("headline", "heading") else "p"
    told = element("div", role, element(tag, text), look="ww-text")
    shown = element("div", element("div", number, look="ww-no"), short, told, look="ww-row")
    if one.content_note and notes == OUT:
        told = paragraph(f"¶{one.number}. {one.content_note} {LEFT_OUT}", look="ww-part")
        return element("li", told)
    if one.content_note:
        shown = unfold(one.content_note, shown, look="ww-fold", open=notes == OPEN)
    return element("li", shown, look=f"ww-as-{slug(one.role)}")
