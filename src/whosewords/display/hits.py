"""Hits as they are read: each in its sentence or its blocks, with its place and voice, and the way from a
number back to the places that it was counted from."""

from html import escape

from ..lexicon import CATEGORIES
from ..measures.concordance import Line, sentence_of
from ..shelf.blackout import BLOCK
from ..voices import VOICES
from .reading import drawn_words, page


def unfolded(found, voices):
    """The places as HTML. found: pairs (article, its places); voices: the letters of the voices that were
    counted. Scare quotes and candidates have lists of their own: they are not part of any number."""
    return framed("".join(_of_one(article, listed, voices) for article, listed in found))


def _of_one(article, listed, voices):
    counted = [p for p in listed if p.voice in voices and not p.candidate]
    scare = [p for p in listed if p.voice == "S" and not p.candidate]
    candidates = [p for p in listed if p.candidate]
    lists = (
        ("Counted", counted),
        ("In scare quotes: listed, not counted", scare),
        ("Candidates that only a reader can judge: listed, not counted", candidates),
    )
    name = escape(article.name)
    if not any(rows for _, rows in lists):
        return f"<p>{name}: no places.</p>"
    looks, sentences = drawn_words.looks_of(article), sentence_of(article.words)
    inside = "".join(
        f"<p><strong>{head}</strong></p><ol>{''.join(_item(article, p, looks, sentences) for p in rows)}</ol>"
        for head, rows in lists
        if rows
    )
    told = f"{len(counted)} counted" if counted else "nothing counted, places to read"
    return f"<details><summary>{name}: {told}. Show the places</summary>{inside}</details>"


def _item(article, place, looks, sentences):
    at = article.words[place.start].paragraph, place.voice, place.start, place.end, *sentences[place.start]
    target = f" · about: {escape(place.target)}" if place.target else ""
    notes = f" · {escape(CATEGORIES[place.category])}{target}"
    return item(article, Line(article.id, *at), looks, notes=notes)


def sentence_text(words):
    """Words as text with the marks between them, blocks for masked ones; no marks of a next sentence."""
    if not words:
        return ""
    texts = [BLOCK * word.letters if word.text is None else word.text for word in words]
    between = [text + word.gap for text, word in zip(texts, words, strict=True)][:-1]
    return words[0].before + "".join(between) + texts[-1] + words[-1].after


def bare(words):
    """The words of a hit without the marks around them."""
    return "".join((w.text or "") + w.gap * (i + 1 < len(words)) for i, w in enumerate(words))


def framed(inside):
    """A piece of HTML in the look of the reading view."""
    return (
        f'<div class="ww-read"><style>{page.style_sheet()}</style><div class="ww-page">{inside}</div></div>'
    )


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
        return "".join(drawn_words.pieces(article.words[start:end], plain[start:end]))

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
