"""Hits as they are read: each in its sentence or its blocks, with its place and voice, and the way from a
number back to the places that it was counted from."""

from collections import Counter

from ..lexicon import CATEGORIES
from ..measures.concordance import Line, sentence_of
from ..measures.rates import OWN, SAID
from ..shelf.blackout import BLOCK
from ..voices import VOICES
from .html import Markup, element, paragraph, strong, style_of, together, unfold
from .places import Track, places
from .reading import drawn_words, page


def unfolded(found, voices):
    """The places as HTML. found: pairs (article, its places); voices: the letters of the voices that were
    counted. Scare quotes and candidates have lists of their own: they are not part of any number."""
    return framed(_of_one(article, listed, voices) for article, listed in found)


def along_texts(found, letters=None, candidates=False):
    """The places as marks along their texts, for those that were counted: a `Chart`, None without any.

    found: pairs (article, its places). letters: {name: letters of voices} that were counted. candidates: mark
    what only a reader can judge.
    """
    voices = "".join(letters.values()) if letters else OWN + SAID + "S"
    return marks_along(
        (article, [(p.start, p.voice) for p in listed if p.voice in voices and p.candidate == candidates])
        for article, listed in found
    )


def marks_along(found):
    """Hits as marks along the texts that have any: a `Chart`, or None where there is no hit at all.

    found: pairs (article, its hits as pairs (number of the word, voice)).
    """
    found = list(found)
    tracks = [Track(article.name, len(article.words), tuple(hits)) for article, hits in found if hits]
    words = " ".join(_marks_in_words(article, hits) for article, hits in found)
    return places(tracks, VOICES, words) if tracks else None


def _marks_in_words(article, hits):
    """A track in words: how many marks, whose, and in which paragraphs."""
    voices = Counter(voice for _, voice in hits)
    whose = ", ".join(f"{VOICES[voice]} {number}" for voice, number in voices.items())
    at = dict.fromkeys(f"¶{article.words[start].paragraph}" for start, _ in hits)
    told = f"{len(hits)} ({whose}), in {', '.join(at)}" if hits else "no marks"
    return f"{article.name}, {len(article.words):,} words: {told}."


def _of_one(article, listed, voices):
    counted = [p for p in listed if p.voice in voices and not p.candidate]
    scare = [p for p in listed if p.voice == "S" and not p.candidate]
    candidates = [p for p in listed if p.candidate]
    lists = (
        ("Counted", counted),
        ("In scare quotes: listed, not counted", scare),
        ("Candidates that only a reader can judge: listed, not counted", candidates),
    )
    if not any(rows for _, rows in lists):
        return paragraph(f"{article.name}: no places.")
    looks, sentences = drawn_words.looks_of(article), sentence_of(article.words)
    inside = [
        (paragraph(strong(head)), element("ol", (_item(article, p, looks, sentences) for p in rows)))
        for head, rows in lists
        if rows
    ]
    told = f"{len(counted)} counted" if counted else "nothing counted, places to read"
    return unfold(f"{article.name}: {told}. Show the places", inside)


def _item(article, place, looks, sentences):
    at = article.words[place.start].paragraph, place.voice, place.start, place.end, *sentences[place.start]
    target = f" · about: {place.target}" if place.target else ""
    notes = f" · {CATEGORIES[place.category]}{target}"
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
    shown = element("div", inside, look="ww-page")
    return element("div", style_of(page.style_sheet()), shown, look="ww-read")


def listed(items, label):
    """Hits as a numbered list with a name for listeners; where there are none it says so."""
    items = together(items)
    return framed(element("ol", items, label=label)) if items else paragraph("No hits.")


def by_kind(lists):
    """Hits in lists to unfold. lists: pairs (line to open, hits)."""
    return framed(unfold(summary, element("ol", items)) for summary, items in lists)


def alone(article, line):
    """One hit in its sentence, without its place."""
    return framed(in_its_sentence(article, line))


def in_its_sentence(article, line):
    """One hit in its sentence, without the look of the reading view: for several of them in one `framed`."""
    return paragraph(marked(article, line, drawn_words.looks_of(article)), look="ww-kwic")


def lead(*inside):
    """What stands before a place: the text, or the number of a hit."""
    return together(strong(*inside), " ")


def item(article, line, looks, lead="", notes=""):
    """One hit as an item of a list: its place and voice, then its sentence with the hit marked.

    line: a `concordance.Line`. looks: `drawn_words.looks_of(article)`. lead and notes (texts or pieces) stand
    before and after the place.
    """
    place = f"¶{line.paragraph} · voice {line.voice}, {VOICES[line.voice]}"
    hit = paragraph(marked(article, line, looks), look="ww-kwic")
    return element("li", paragraph(lead, place, notes), hit)


def withheld(lead, place, note):
    """An item of such a list whose sentence is not shown: its place, and a line that says why."""
    return element("li", paragraph(lead, place, " ", note))


def marked(article, line, looks):
    """A sentence as HTML, plain but for the hit: what surrounds a hit is read, not judged."""

    def drawn(start, end):  # of these words alone: a long text has thousands of hits
        plain = [("", state) for _, state in looks[start:end]]
        return Markup("".join(drawn_words.pieces(article.words[start:end], plain)))

    def gap(i, inside):
        return article.words[i].gap if inside else None

    hit = article.words[line.start : line.end]
    return together(
        article.words[line.first].before,
        drawn(line.first, line.start),
        gap(line.start - 1, line.start > line.first),
        element("mark", drawn(line.start, line.end) if any(word.masked for word in hit) else bare(hit)),
        gap(line.end - 1, line.end < line.last),
        drawn(line.end, line.last),
        article.words[line.last - 1].after,
    )
