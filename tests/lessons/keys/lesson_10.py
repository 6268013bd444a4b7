"""The keys of Lesson 10, worked out from the three texts, `copies()` and the half-done event."""

import re

from whosewords.calls.copies import copies
from whosewords.classroom.exercises import exercise
from whosewords.own_event.rules import LICENCE
from whosewords.own_event.written import REQUIRED
from whosewords.shelf.catalogue import articles

TEXTS = ("warmup_harbour", "warmup_courier", "warmup_repost")
SHARES = {"quarter": 25, "half": 50, "most": 75, "all": 100}


def kept():
    """10.p1: the share of the Lamp's words that stand in the Gull, by the nearest of the shares offered."""
    percent = int(re.search(r"\((\d+) %\)", copies("warmup_harbour", "warmup_repost").words)[1])
    return min(SHARES, key=lambda option: abs(SHARES[option] - percent))


def refused_without():
    """10.p2: the two required parts; a licence is asked for before anything is compared."""
    assert list(REQUIRED) == ["survived", "not_conclude"] and LICENCE
    return "humble"


def comparable():
    """10.1: who or what the question is about, a text or more than that."""
    more = ("paper", "town", "writes")
    return {i.id: "not" if any(word in i.text for word in more) else "may" for i in exercise("10.1").items}


def told_by():
    """10.2: in how many of the texts the word of each line stands; no word, and no text can show it."""
    marks = {
        "seven": r"\bseven\b", "planks": r"\b(41|forty-one)\b", "close": r"\b(clos|padlock|path that is)",
        "walkers": r"\b600\b",
    }  # fmt: skip
    answer = {}
    for item in exercise("10.2").items:
        mark = marks.get(item.id)
        found = [text for text in TEXTS if mark and re.search(mark, words(text), re.I)]
        answer[item.id] = "survived" if len(found) == len(TEXTS) else "some" if found else "not"
    return answer


def words(text):
    return " ".join(paragraph.text for paragraph in articles[text].page)


RECOMPUTED = {"10.p1": kept, "10.p2": refused_without, "10.1": comparable, "10.2": told_by}
