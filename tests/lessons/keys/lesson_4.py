"""The keys of Lesson 4, worked out from the readings of frames, the table of targets and the texts."""

import re

from whosewords import files
from whosewords.classroom.exercises import exercise
from whosewords.lexicon import hits
from whosewords.lexicon.targets import target_of
from whosewords.measures.frames import BOXES, readings
from whosewords.shelf.catalogue import SHELF, articles

BLAMED_TOO = re.compile(r"(?:Tehran|Iran)[^.]*?(?<!not )\b(?:condemned|charged|blamed)\b")
POWERS = (re.compile(r"\b(?:Washington|Americans?|US)\b"), re.compile(r"\b(?:Iran|Iranian|Tehran)\b"))
PAIR = ("journal_mtl", "neo")
# What each person is who is named in the two texts: none is an ordinary person hurt or helped by the strikes.
NAMED = {
    "Biden": "US president", "Soleimani": "commander", "al-Muhandis": "militia leader",
    "al-Kadhimi": "prime minister", "al-Fayez": "member of parliament", "al-Rubaiy": "member of parliament",
    "Godfrey": "US official", "John T. Godfrey": "US official",
}  # fmt: skip


def of(text):
    """The readings of a text, in order."""
    return list(readings()[text].values())


def blank(text, box):
    return all(one[box].blank for one in of(text))


def most_blank():
    counts = {box: sum(blank(text, box) for text in SHELF) for box in BOXES}
    return max(counts, key=counts.get)


def blames_both():
    (text,) = (
        text for text in SHELF if all(BLAMED_TOO.search(one["judgement"].own_words) for one in of(text))
    )
    return text


def ends_aid():
    def asks(one):
        return {"military", "aid"} <= set(one["remedy"].proof.split())

    (text,) = (text for text in SHELF if all(asks(one) for one in of(text)))
    return text


def about_iran():
    """The phrase of 4.3 that is a loaded word about Iran, and of which the paragraph is right."""
    article = articles["trt"]
    found = hits(article.words)
    about = {}
    for hit, target in zip(found, target_of("trt", found), strict=True):
        text = " ".join(word.text or "" for word in article.words[hit.start : hit.end])
        about[text, article.words[hit.start].paragraph] = target
    fits = []
    for option in exercise("4.3").options:
        paragraph = int(re.search(r"¶(\d+)", option.text)[1])
        fits += [option.id] if about.get((option.id, paragraph)) == "Iran" else []
    (phrase,) = fits
    return phrase


def second_lens():
    conflict = all(
        all(power.search(one["problem"].own_words + " " + one["cause"].own_words) for power in POWERS)
        for text in PAIR
        for one in of(text)
    )
    answerable = not any(one["judgement"].blank for text in PAIR for one in of(text))
    human = "both" if people() - set(NAMED) else "neither"
    return {
        "conflict": "both" if conflict else "neither", "name": human,
        "responsibility": "both" if answerable else "neither", "felt": human,
    }  # fmt: skip


def people():
    """The people of the table of names who are named in the two texts."""
    words = [
        " ".join(word.text for word in row if word.text)
        for text in PAIR
        for row in (articles[text].words[i : i + 3] for i in range(len(articles[text].words)))
    ]
    return {
        row["term"]
        for row in files.table_rows("lexicon", "names.csv")
        if row["kind"] == "person"
        and any(form in words_ for form in row["forms"].split("|") for words_ in words)
    }


def jobs():
    """4.5: the box in which readings have a phrase, where they all take that box from there; else none."""
    answer = {}
    for item in exercise("4.5").items:
        name, paragraph = re.search(r"\((.+) ¶(\d+)\)", item.text).groups()
        (text,) = (text for text in SHELF if articles[text].name == name)
        assert any(w.paragraph == int(paragraph) for w in articles[text].words)
        found = {
            box.box for one in of(text) for box in one.values() if box.proof.casefold() == item.id.casefold()
        }
        used = {box.paragraph for one in of(text) for box in one.values()}
        assert found or int(paragraph) not in used
        answer[item.id] = found.pop() if found else "none"
        if answer[item.id] != "none":
            assert not any(one[answer[item.id]].blank for one in of(text))
        assert not found, f"{item.id} stands in two boxes"
    return answer


def three_kinds():
    """4.6: no verb, a topic; shares its main word with our report, a claim; else a frame."""
    report = {word.text.casefold() for word in articles["wire_2021"].words}
    verbs, main = {"were", "was", "show", "is", "fight", "does"}, {"seven", "binding"}
    answer = {}
    for item in exercise("4.6").items:
        words = set(re.findall(r"[a-z]+", item.text.casefold()))
        kind = "claim" if words & main & report else "frame"
        answer[item.id] = kind if words & verbs else "topic"
    return answer


def canteen():
    marks = {
        "euros": "economic", "at war": "conflict", "a girl": "human", "could have": "responsibility",
        "shameful": "morality",
    }  # fmt: skip
    return {
        item.id: next((frame for mark, frame in marks.items() if mark in item.text), "none")
        for item in exercise("4.8").items
    }


RECOMPUTED = {
    "4.p1": most_blank,
    "4.p2": blames_both,
    "4.1": lambda: [text for text in SHELF if blank(text, "remedy")],
    "4.2": ends_aid,
    "4.3": about_iran,
    "4.4": second_lens,
    "4.5": jobs,
    "4.6": three_kinds,
    "4.8": canteen,
}
