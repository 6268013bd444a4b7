"""Voices of a text corrected by hand: the rule's draft, stretch by stretch, and what was made of it."""

from itertools import pairwise
from typing import NamedTuple

from ..display.hits import sentence_text
from ..measures.concordance import Line, sentence_of
from ..problems import Problem
from ..readability import is_english
from ..shelf.catalogue import articles
from ..voices import VOICES, voice_of, voice_ranges
from ..voices.by_hand import begins, places_of
from ..voices.ranges import draft_ranges

DRAFT, CONFIRMED, CORRECTED = "draft", "confirmed", "corrected"
ASKED = "QIS"  # of these voices the rule has to be looked at one by one


class Stretch(NamedTuple):
    """Some words of a text in one voice. first, last: its words in their paragraph, counted from 1. state:
    "draft", "confirmed" or "corrected"; drafted: the voice that the rule gave its first word."""

    text: str
    paragraph: int
    first: int
    last: int
    voice: str
    speaker: str
    words: str
    state: str
    drafted: str

    @property
    def key(self):
        return {"text": self.text, "paragraph": str(self.paragraph), "first": str(self.first),
                "last": str(self.last)}  # fmt: skip


def stretches(event, name):
    """All stretches of a text of an event, in order; a paragraph's end ends a stretch."""
    article = articles[name]
    hand = _by_hand(event, article)
    ranges = voice_ranges(article)
    draft, now = (_labels(each, len(article.words)) for each in (draft_ranges(article), ranges))
    firsts = _firsts(article)
    found = []
    for start, end in _cuts(article, ranges, hand):
        words = article.words[start:end]
        first = start - firsts[words[0].paragraph] + 1
        voice, speaker = now[start]
        drafted = draft[start] if draft else (voice, speaker)
        state = DRAFT
        if (start, end) in hand:
            same = drafted[0] == voice and (voice not in "QI" or drafted[1] == speaker)
            state = CONFIRMED if same and len(set(draft[start:end])) == 1 else CORRECTED
        found.append(
            Stretch(name, words[0].paragraph, first, first + end - start - 1, voice, speaker or "",
                    sentence_text(words), state, drafted[0])
        )  # fmt: skip
    return found


def line(name, stretch):
    """A stretch with the sentences that it stands in, as a `concordance.Line`."""
    article = articles[name]
    start = _firsts(article)[stretch.paragraph] + stretch.first - 1
    end = start + stretch.last - stretch.first + 1
    around = sentence_of(article.words)
    ends = around[start][0], around[end - 1][1]
    return Line(article.id, stretch.paragraph, stretch.voice, start, end, *ends)


def to_check(event, name):
    """The stretches that somebody has to look at: quotations, reported speech, scare quotes, and those that
    were corrected."""
    return [one for one in stretches(event, name) if one.voice in ASKED or one.state != DRAFT]


def checked(event, name):
    """(how many of these were looked at, of how many)."""
    listed = to_check(event, name)
    return sum(one.state != DRAFT for one in listed), len(listed)


def note(event, name, paragraph, first, last, voice, speaker="", why=""):
    """Note the voice of words `first` to `last` of a paragraph, in place of what the rule says. Where an
    earlier row has some of these words, it gives way. Raises `Problem`."""
    article = articles[name]
    words = [word for word in article.words if word.paragraph == paragraph]
    if not words:
        raise Problem(f"There is no ¶{paragraph} in {article.name}.")
    if not 1 <= first <= last <= len(words):
        raise Problem(f"¶{paragraph} of {article.name} has {len(words)} words: give the first and the last.")
    if voice not in VOICES:
        raise Problem(f"A voice is one of {', '.join(VOICES)}: {', '.join(VOICES.values())}.")
    for row in event.rows("voices", text=name):
        if row["paragraph"] == str(paragraph) and _meets(row, first, last):
            event.drop("voices", **{k: row[k] for k in ("text", "paragraph", "first", "last")})
    event.put(
        "voices", text=name, paragraph=str(paragraph), first=str(first), last=str(last), voice=voice,
        speaker=speaker if voice in "QI" else "", begins=begins(words[first - 1 : last]), note=why,
    )  # fmt: skip


def find(name, phrase):
    """Where a phrase stands in a text, as (paragraph, first, last) in the words of that paragraph. Raises
    `Problem` where it stands nowhere or twice."""
    from ..measures.names import places_of_words
    from ..words import read

    article = articles[name]
    places = places_of_words(article, phrase)
    if len(places) != 1:
        told = "nowhere" if not places else f"{len(places)} times: give more of its words"
        raise Problem(f"“{phrase[:60]}” stands {told} in {article.name}.")
    paragraph = article.words[places[0]].paragraph
    first = places[0] - _firsts(article)[paragraph] + 1
    return paragraph, first, first + len(read(phrase)) - 1


def may_count(event, name):
    """Whether words may be counted by voice: the rule is for English, so that in a text in another language
    all its stretches have to be looked at first."""
    done, of = checked(event, name)
    return is_english(articles[name]) or 0 < of == done


def shares(name):
    """How many words of a text stand in each voice: {letter: words}, without boilerplate."""
    voices = voice_of(articles[name])
    return {letter: voices.count(letter) for letter in VOICES if letter != "B" and letter in voices}


def _by_hand(event, article):
    rows = event.rows("voices", text=article.id)
    return {place for place in places_of(article, rows) if place}


def _labels(ranges, size):
    labels = [(one.voice, one.speaker) for one in ranges for _ in range(one.start, one.end)]
    return labels if len(labels) == size else []


def _cuts(article, ranges, hand):
    """Where stretches begin and end: at changes of voice, at paragraphs, and where a hand put them."""
    words = article.words
    ends = {0, len(words)} | {one.start for one in ranges} | {place for pair in hand for place in pair}
    ends |= {i for i in range(1, len(words)) if words[i].paragraph != words[i - 1].paragraph}
    return list(pairwise(sorted(ends)))


def _firsts(article):
    """{number of a paragraph: number of its first word}."""
    found: dict = {}
    for i, word in enumerate(article.words):
        found.setdefault(word.paragraph, i)
    return found


def _meets(row, first, last):
    try:
        return int(row["first"]) <= last and first <= int(row["last"])
    except ValueError:
        return False
