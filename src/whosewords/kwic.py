"""Key word in context: a concordance as a student reads it, each hit in its sentence or its blocks."""

from html import escape

from .blackout import BLOCK
from .concordance import concordance
from .findings import Finding
from .reader import ink, page
from .shelf import OWN, SHELF, articles
from .voices import VOICES


def find(pattern, wanted=None):
    """Every place where a word stands, with its sentence, its voice and its paragraph: find("*occup*").

    pattern: a whole word; `*` stands for any letters; several words with blanks between. wanted: article ids;
    the five articles and our three reports where nothing is given. In a text in blocks only legible words can
    be found, and the answer says so.
    """
    import pandas as pd

    chosen = articles.choose(wanted if wanted is not None else (*SHELF, *OWN))
    found = [(article, line) for article in chosen for line in concordance(article, pattern)]
    table = pd.DataFrame(
        [
            {"text": article.name, "place": f"¶{line.paragraph}",
             "voice": f"{line.voice} {VOICES[line.voice]}",
             "found": bare(article.words[line.start : line.end]),
             "sentence": told(article.words[line.first : line.last])}
            for article, line in found
        ],
        columns=["text", "place", "voice", "found", "sentence"],
    )  # fmt: skip
    masked = [article for article in chosen if article.locked]
    return Finding(
        title=f"Where “{pattern}” stands",
        table=table,
        words=_in_words(pattern, chosen, found),
        held_constant="the pattern: the same letters are looked for in every text.",
        do_not_conclude="that these are all the places where a text speaks of this, or that each hit means "
        "the same. Read them one by one.",
        more=(_limit(masked),) if masked else (),
        view=_view(pattern, found),
    )


def told(words):
    """Words as text with the marks between them, blocks for masked ones; no marks of a next sentence."""
    if not words:
        return ""
    texts = [BLOCK * word.letters if word.text is None else word.text for word in words]
    between = [text + word.gap for text, word in zip(texts, words, strict=True)][:-1]
    return words[0].before + "".join(between) + texts[-1] + words[-1].after


def bare(words):
    """The words of a hit without the marks around them."""
    return "".join((w.text or "") + w.gap * (i + 1 < len(words)) for i, w in enumerate(words))


def _in_words(pattern, chosen, found):
    counts = {article.name: sum(one is article for one, _ in found) for article in chosen}
    there = [f"{name} {count}" for name, count in counts.items() if count]
    none = [name for name, count in counts.items() if not count]
    if not there:
        return f"“{pattern}” was not found in any of the {len(chosen)} texts."
    hits = f"“{pattern}”: {len(found)} hit{'s' * (len(found) != 1)}. {', '.join(there)}."
    return hits + (f" None in {', '.join(none)}." if none else "")


def _limit(masked):
    total = sum(len(article.words) for article in masked)
    hidden = sum(word.masked for article in masked for word in article.words)
    names = ", ".join(article.name for article in masked)
    return (
        f"{names}: {hidden:,} of {total:,} words are blocks, and a hit among them would not be found. "
        "The words that the lessons look for can all be read. "
        f'where_to_read("{masked[0].id}") tells how to unlock a text.'
    )


def _view(pattern, found):
    """The hits as a list: place and voice first, then the sentence with the hit marked."""
    looks = {article.id: ink.looks_of(article) for article, _ in found}
    items = "".join(
        item(article, line, looks[article.id], f"<strong>{escape(article.name)}</strong> ")
        for article, line in found
    )
    if not items:
        return "<p>No hits.</p>"
    return framed(f'<ol aria-label="Hits of {escape(pattern)}">{items}</ol>')


def framed(inside):
    """A piece of HTML in the look of the reading view."""
    return f'<div class="ww-read"><style>{page.style()}</style><div class="ww-page">{inside}</div></div>'


def item(article, line, looks, lead="", notes=""):
    """One hit as an item of a list: its place and voice, then its sentence with the hit marked.

    line: a `concordance.Line`. looks: `ink.looks_of(article)`. lead and notes (HTML) stand before and after
    the place.
    """
    voice = f"voice {line.voice}, {escape(VOICES[line.voice])}"
    return (
        f"<li><p>{lead}¶{line.paragraph} · {voice}{notes}</p>"
        f'<p class="ww-kwic">{marked(article, line, looks)}</p></li>'
    )


def marked(article, line, looks):
    """A sentence as HTML, plain but for the hit: what surrounds a hit is read, not judged."""
    plain = [("", state) for _, state in looks]

    def drawn(start, end):
        return "".join(ink.pieces(article.words[start:end], plain[start:end]))

    def gap(i, inside):
        return escape(article.words[i].gap) if inside else ""

    hit = article.words[line.start : line.end]
    inside = drawn(line.start, line.end) if any(word.masked for word in hit) else escape(bare(hit))
    return (
        escape(article.words[line.first].before)
        + drawn(line.first, line.start)
        + gap(line.start - 1, line.start > line.first)
        + f"<mark>{inside}</mark>"
        + gap(line.end - 1, line.end < line.last)
        + drawn(line.end, line.last)
        + escape(article.words[line.last - 1].after)
    )
