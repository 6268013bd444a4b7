"""The reading view's page: head, switches with their legend, and the paragraphs."""

import re
from functools import cache
from html import escape
from importlib import resources

from ...lexicon import accuracy_line
from ...measures.word_kinds import KINDS
from .drawn_words import text_of

SWITCHES = {  # letter, label, what it means
    "loaded": ("L", "Loaded words", "they carry a judgement or a strong feeling"),
    "name": ("N", "Names", "of states, armed groups, people and places"),
    "speech": ("V", "Speech verbs", "how somebody speaks, for instance <q>said</q> or <q>claimed</q>"),
    "number": ("#", "Numbers", "and dates"),
}
ROLES = {
    "headline": "Headline",
    "standfirst": "Standfirst (the line under the headline)",
    "deck": "Deck (the line under the headline)",
    "note": "Note",
    "heading": "Heading",
    "source line": "Source line",
    "signature": "Signature",
    "furniture": "Site furniture (not part of the article)",
    "disclaimer": "Disclaimer",
}
COLUMN_HEADS = (
    '<div class="ww-colheads"><p class="ww-precis"><strong>In short (ours)</strong>: one plain sentence a '
    "paragraph, written for this module</p></div>"
)
BLOCKS = (
    '<ul class="ww-legend" role="list">'
    '<li><span class="ww-m" aria-hidden="true"><i class="hard n9"></i></span>'
    '<span class="ww-sr">Strong block: </span>a difficult word</li>'
    '<li><span class="ww-m" aria-hidden="true"><i class="easy n5"></i></span>'
    '<span class="ww-sr">Pale block: </span>an everyday word or a name</li>'
    "<li>One cell of a block is one letter.</li></ul>"
)
LIMITS = (
    "<p>A mark means that the word stands on our list. It does not mean that the word is wrong. A word is "
    "called difficult when it is not on Dale and Chall’s list of about 3,000 everyday words. In blocks a few "
    "other words stay, for instance <q>not</q>, because an exercise needs them. Quotation marks, commas and "
    "full stops stay too.</p></details></div>"
)


@cache
def style_sheet(layered=False):
    """The style sheet, without comments and line ends."""
    sheets = ("reading.css", "layers.css") if layered else ("reading.css",)
    text = "".join(resources.files(__package__).joinpath(name).read_text(encoding="utf-8") for name in sheets)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"\s*([{};,])\s*", r"\1", text)).strip()


def state_of(article):
    """Whether the text can be read, and why not, in plain words."""
    if article.locked:
        where = f'where_to_read("{article.id}")'
        return f"In blocks: the text belongs to its publisher. {where} tells where it stands."
    if article.kind == "blackout edition":
        return "Full text, unlocked on this computer. It belongs to its publisher: do not pass it on."
    return "Full text."


def head(article):
    """Outlet, headline and facts of an article, as pieces of HTML."""
    name, outlet, genre = map(escape, (article.name, article.outlet, article.genre))
    author = escape(article.author or "unknown")
    rights = escape(f"{article.rights.rstrip('.')}. {state_of(article)}")
    yield f'<p class="ww-outlet"><strong>{name}</strong> <span>{outlet}</span></p>'
    # Where the headline can be read among the paragraphs, it is not shown a second time.
    repeated = any(p.role == "headline" and p.text is not None for p in article.paragraphs)
    kind, title = ("ww-sr", article.name) if repeated else ("ww-headline", article.headline)
    yield f'<h3 class="{kind}">{escape(title)}</h3>'
    yield f'<p class="ww-byline">Author: <strong>{author}</strong> · {genre}</p><dl class="ww-facts">'
    for what, date in dates(article).items():
        yield f"<div><dt>{what}</dt><dd>{escape(date)}</dd></div>"
    if article.note:
        yield f'<div class="ww-broad"><dt>Please note</dt><dd>{escape(article.note)}</dd></div>'
    rights = re.sub(r"(where_to_read\(&quot;\w+&quot;\))", r"<code>\1</code>", rights)
    yield f'<div class="ww-broad"><dt>Rights</dt><dd>{rights}</dd></div></dl>'


def dates(article):
    """The three dates of an article by name."""
    found = {"Event": article.date_event, "Written": article.date_written, "Posted": article.date_posted}
    return {name: date or "unknown" for name, date in found.items()}


def panel(article, looks, legible):
    """The switches and the legend, as pieces of HTML."""
    yield '<div class="ww-panel"><fieldset class="ww-switches"><legend>'
    yield "Words you can read here" if article.locked else "Words that are marked"
    yield "</legend>"
    for kind in KINDS:
        letter, label, _ = SWITCHES[kind]
        number = sum(1 for k, state in looks if k == kind and state != "masked")
        label = f'<span class="ww-k {kind}">{label}</span>'
        yield switch(f"ww-sw-{kind}", letter, label, number, kind in legible)
    if not article.locked:
        yield '<label><input type="checkbox" class="ww-sw-blocks"> Blocks for all other words</label>'
    off = "its words turn into blocks" if article.locked else "its words are no longer marked"
    yield f'</fieldset>{BLOCKS}<details class="ww-more"><summary>What do the marks mean?</summary>'
    yield f"<p>Switch a kind off, and {off}.</p><ul>"
    yield from (f"<li><strong>{label}</strong>: {meaning}</li>" for _, label, meaning in SWITCHES.values())
    yield f"</ul><p>{escape(accuracy_line())}</p>{LIMITS}"


def switch(name, letter, label, number, on=True):
    """A checkbox that the style sheet obeys, with its letter and its number of words."""
    checked = " checked" if on else ""
    badge = f'<span class="ww-letter" aria-hidden="true">{letter}</span>' if letter else ""
    return (
        f'<label><input type="checkbox" class="{name}"{checked}>{badge}<span>{label}</span> '
        f"<small>{count(number)}</small></label>"
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


def body(article, looks):
    """The paragraphs, as pieces of HTML."""
    yield '<ol class="ww-paragraphs" role="list">'
    start = 0
    for paragraph in article.paragraphs:
        end = start + len(paragraph.words)
        yield from row(paragraph, text_of(paragraph.words, looks[start:end]))
        start = end
    yield "</ol>"


def row(paragraph, text, badge=""):
    """One paragraph: its number, our sentence, its text (HTML). `badge` (HTML) stands under the number."""
    role, note = paragraph.role, escape(paragraph.content_note)
    tag = "h4" if role in ("headline", "heading") else "p"
    yield f'<li class="ww-as-{slug(role)}">'
    yield f'<details class="ww-fold"><summary>{note}</summary>' if note else ""
    yield f'<div class="ww-row"><div class="ww-no"><span aria-hidden="true">¶{paragraph.number}</span>'
    yield f'<span class="ww-sr">Paragraph {paragraph.number}.</span>{badge}</div>'
    if paragraph.precis:
        yield f'<p class="ww-precis"><span class="ww-sr">In short: </span>{escape(paragraph.precis)}</p>'
    yield '<div class="ww-text">'
    if role in ROLES:
        yield f'<div class="ww-role">{ROLES[role]}</div>'
    yield f"<{tag}>{text}</{tag}></div></div>{'</details>' if note else ''}</li>"
