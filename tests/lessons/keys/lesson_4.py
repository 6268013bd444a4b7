"""The keys of Lesson 4, worked out from the readings of frames, the table of targets and the texts."""

import re

from whosewords import files
from whosewords.classroom.exercises import exercise
from whosewords.lexicon import hits
from whosewords.lexicon.targets import target_of
from whosewords.measures.frames import BOXES, readings
from whosewords.shelf.catalogue import SHELF, articles

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
    """4.11: what marks the job in each of our sentences; none of the marks, no job."""
    marks = {
        "left standing": "problem", "since": "cause", "ashamed": "judgement", "Buy": "remedy",
    }  # fmt: skip
    return marked("4.11", marks)


def marked(number, marks):
    """For each item of a task the option of the first mark that stands in it, "none" where none does."""
    return {
        item.id: next((option for mark, option in marks.items() if mark in item.text), "none")
        for item in exercise(number).items
    }


def what_blank_shows():
    """4.10: all readings have a blank there, and the table has no column for a reason."""
    assert sum(blank(text, "remedy") for text in SHELF) == 3
    assert not {"reason", "why"} & set(files.table_rows("frames.csv")[0])
    return "found"


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
    return marked("4.8", marks)


RECOMPUTED = {
    "4.p1": most_blank,
    "4.3": about_iran,
    "4.4": second_lens,
    "4.10": what_blank_shows,
    "4.11": jobs,
    "4.6": three_kinds,
    "4.8": canteen,
}
