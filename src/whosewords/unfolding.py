"""From a number back to its places: for each text a list of hits, each in its sentence or its blocks."""

from html import escape

from .concordance import Line, sentence_of
from .kwic import framed, item
from .lexicon import CATEGORIES
from .reader import ink


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
    looks, sentences = ink.looks_of(article), sentence_of(article.words)
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
