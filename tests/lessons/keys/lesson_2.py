"""The keys of Lesson 2, computed from layers, voices and words of the pages."""

import csv

from whosewords import files
from whosewords.shelf.catalogue import articles

PAGE = {paragraph.number: paragraph for paragraph in articles["anti_empire"].page}
PLACES = {
    "trump gang": (2, "Trump"),
    "illegal occupier": (6, "occupier"),
    "announced": (9, "announced"),
    "restore deterrence": (11, "restore"),
    "responsible statecraft": (12, "Responsible"),
}


def by_hand(article, voice):
    """Paragraphs of an article with their stretches of one voice, from the hand-checked table."""
    with files.data("voices", "articles.csv").open(encoding="utf-8", newline="") as table:
        found = [row for row in csv.DictReader(table) if row["article"] == article and row["voice"] == voice]
    return [(int(row["paragraph"]), int(row["first"]), int(row["last"])) for row in found]


def voice(number, word):
    """The voice of a legible word in a paragraph: somebody quoted, else whoever the paragraph belongs to."""
    place = next(place for place, one in enumerate(PAGE[number].words, 1) if one.text == word)
    quoted = any(n == number and first <= place <= last for n, first, last in by_hand("anti_empire", "Q"))
    return "Q" if quoted else PAGE[number].voice


def absent():
    """Whether the original tells what the excerpt does not."""
    excerpt = articles["rs"]
    told = "contractor had been killed" in excerpt.note
    return "original" if told and not any("contractor" in p.precis for p in excerpt.paragraphs) else "nobody"


def better_copy():
    """A copy has lost something where the other has more words, or a full stop at the end of a paragraph."""
    whole, cut = articles["trt"], articles["trt_cut"]
    cut_lost = len(cut.words) < len(whole.words)
    ends = [
        next(p for p in text.paragraphs if p.number == n).words[-1].gap for text, n in ((whole, 15), (cut, 1))
    ]
    whole_lost = "." in ends[1] and "." not in ends[0]
    return {(True, True): "neither", (True, False): "trt", (False, True): "trt_cut"}[cut_lost, whole_lost]


def legal_marks():
    """ "law" where every naming of DAESH is followed by a remark of nobody's that names Russia."""
    marks, text = by_hand("neo", "B"), {p.number: p.words for p in articles["neo"].paragraphs}
    named = [(n, i) for n, words in text.items() for i, word in enumerate(words, 1) if word.text == "DAESH"]
    for number, place in named:
        first, last = next((a, b) for n, a, b in marks if n == number and a - 2 <= place <= b)
        assert any((word.text or "").startswith("Russia") for word in text[number][first - 1 : last])
    return "law" if named else ""


RECOMPUTED = {
    "2.11": absent,
    "2.12": lambda: {phrase: voice(*place) for phrase, place in PLACES.items()},
    "2.6": better_copy,
    "2.14": legal_marks,
}
