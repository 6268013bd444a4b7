"""An event as students get it: in blocks what is not free, the voices noted, and nothing of what is asked."""

from dataclasses import replace

from ..measures.names import places_of_words
from ..own_event import voices
from ..own_event.brief import LONGEST_QUOTE, too_long_quotes
from ..problems import Problem
from ..shelf import own_texts
from ..shelf.sealed import sealed
from ..voices.by_hand import begins
from ..words import read
from .masking import masked, whole_sentences

HANDED = ("texts", "matrix", "names")  # tables that students get as they are
ABOUT = ("format", "version", "title", "date", "place", "id")


def laid_out(event, target):
    """Lay the event out as students get it; {text: sentences of it that can be read whole in its blocks}."""
    said = {what: event.said("event", what) for what in ABOUT}
    target.say("event", **said)
    there, whole = event.opened.there, {}
    for article in event.articles:
        text, listed = _as_handed_out(event, article, own_texts.get(article.id))
        target.keep_text(replace(text, name=there(article.id)))
        whole[article.id] = whole_sentences(listed) if text.sealed else 0
        target.put("voices", *_voices(event, article, listed, there(article.id)))
    for table in HANDED:
        rows = [row | ({"text": there(row["text"])} if row.get("text") else {}) for row in event.rows(table)]
        target.put(table, *rows)
    return whole


def _as_handed_out(event, article, text):
    """A text as students get it, without what was dropped of its page, and its words as they get them."""
    parts = text.paragraphs
    bare = {"source": "", "notes": (), "proposed": ()}
    if event.row("texts", text=article.id)["in_full"]:
        return replace(text, parts=parts, **bare), article.words
    listed = read("\n\n".join(part.text for part in parts))
    try:
        edition = sealed(listed, made := masked(listed, _needed(event, article)))
    except Problem as problem:
        raise Problem(f"“{article.id}”: {problem}") from None
    told = {row["paragraph"]: row["precis"] for row in event.rows("precis", text=article.id)}
    parts = tuple(
        replace(part, text=edition.lines.get(number, part.text), precis=told.get(str(number), ""))
        for number, part in enumerate(parts, 1)
    )
    return replace(text, parts=parts, sealed=edition, **bare), made


def _needed(event, article):
    """The numbers of the words that the table of names is about, wherever they stand: they stay legible."""
    found = set()
    for words in {row["words"] for row in event.rows("names") if row["words"]}:
        for start in places_of_words(article, words):
            found.update(range(start, start + len(read(words))))
    return found


def _voices(event, article, listed, name):
    """Rows for all stretches that are in another voice than their paragraph: the rule's draft, and what the
    teacher corrected of it. How they begin is told in the words that students can read."""
    own, firsts = {one.number: one.voice for one in article.paragraphs}, {}
    for i, word in enumerate(article.words):
        firsts.setdefault(word.paragraph, i)
    for one in voices.stretches(event, article.id):
        if one.voice != own[one.paragraph] or one.state != voices.DRAFT:
            start = firsts[one.paragraph]
            words = listed[start + one.first - 1 : start + one.last]
            yield {"text": name, "paragraph": one.paragraph, "first": one.first, "last": one.last,
                   "voice": one.voice, "speaker": _short(one.speaker), "begins": begins(words)}  # fmt: skip


def _short(speaker):
    """Who speaks, in as many words as may be quoted."""
    return " ".join(speaker.split()[:LONGEST_QUOTE])


def _noted(event):
    """What the teacher noted of the event and students get, as pairs of (where, text)."""
    for row in event.rows("precis"):
        yield f"The précis of {row['text']} ¶{row['paragraph']}", row["precis"]
    for table in HANDED:
        for row in event.rows(table):
            yield from ((f"{table}.csv, column {column}", value) for column, value in row.items())


def refuse_long_quotes(event, said):
    """Raises `Problem` where too many words in a row of a text that is in blocks stand in what students get.

    said: pairs of (where, text) beside what is noted in the event.
    """
    found = [
        f"{where}: “{run} …” ({name})" for where, run, name in too_long_quotes(event, [*said, *_noted(event)])
    ]
    if found:
        raise Problem(
            f"Nothing was made for students: more than {LONGEST_QUOTE} words in a row of a text that is in "
            "blocks stand in what they would get. Say it in your own words.\n" + "\n".join(found)
        )
