"""The keys of Lesson 3, computed from the concordance, the voices and the table of names."""

import re

from whosewords import files
from whosewords.classroom.exercises import exercise
from whosewords.measures.concordance import concordance
from whosewords.measures.names import names
from whosewords.shelf.catalogue import SHELF, articles

MEANT = {"Iran-linked groups (by the text)": "iran", "Daesh": "daesh", "unclear": "unclear"}
# The sentences of 3.7, as they stand in the exercise.
SENTENCES = {option.id: option.text for option in exercise("3.7").options}


def hits(pattern):
    return {(name, line.start): line for name in SHELF for line in concordance(articles[name], pattern)}


def bucket(number):
    return "0-5" if number <= 5 else "6-15" if number <= 15 else "16-40" if number <= 40 else "more"


def is_office(line):
    """Whether the hit is kept legible because it is a title."""
    text = articles[line.article].words[line.start].text.lower()
    return any(
        text in row["forms"].split("|") and row["note"].startswith("a title")
        for row in files.table_rows("lexicon", "kept_words.csv")
    )


def whose(line):
    if line.voice == "B":
        return "law"
    if is_office(line):
        return "office"
    listed = [
        n
        for n in names()
        if (n.article, n.paragraph) == (line.article, line.paragraph) and "terror" in n.words
    ]
    return {"listing": "us"}[listed[0].authority]


def whose_words():
    found = {}
    for (name, _), line in hits("*terror*").items():
        where = {"A": "office", "B": "brackets"}[line.voice] if name == "neo" else line.paragraph
        found[f"{name} {where}"] = whose(line)
    return dict(sorted(found.items(), key=lambda pair: list(ORDER).index(pair[0])))


ORDER = ("trt 5", "trt 16", "neo office", "neo brackets")


def dropped():
    """What is lost when the first star goes."""
    lost = [hits("*terror*")[place] for place in hits("*terror*").keys() - hits("terror*").keys()]
    (line,) = lost
    return "office" if is_office(line) else "other"


def meant(words):
    (target,) = {
        name.target for name in names("pmf") + names("isis") if name.words == words and name.article == "neo"
    }
    return MEANT[target]


def rests(words, actors, article):
    (authority,) = {
        n.authority for a in actors for n in names(a) if n.words == words and n.article == article
    }
    return authority


def say_part_of_the_state():
    """How many of the five texts have a name of that kind, as the option of the guess."""
    found = {name.article for name in names("pmf") if name.label == "part of the state’s forces"} & set(SHELF)
    return ("none", "one", "two", "three", "more")[min(len(found), 4)]


def used_by_nobody():
    """Of the words of 3.p4 the one that stands in no name of the death."""
    said = " ".join(name.words for name in names("soleimani"))
    (word,) = (option.id for option in exercise("3.p4").options if option.id not in said)
    return word


def borne_out():
    """The sentences of 3.12 that the table of names bears out. No count shows on whose side somebody is."""
    pmf, of = names("pmf"), {}
    for name in pmf:
        of.setdefault(name.article, []).append(name)

    def times(text, *labels):
        return sum(name.count for name in of[text] if name.label in labels)

    three = ("soldiers / servicemen", "proxies", "terrorists")
    bears = {
        "neo law": not any(n.authority == "law" for n in of["neo"]),
        "one writer": [t for t in SHELF if all(times(t, label) for label in three)] == ["trt"],
        "side": False,
        "chosen": all(any(n.authority == "writer" for n in of[text]) for text in SHELF),
        "often": times("trt", "terrorists") > times("trt", "soldiers / servicemen"),
    }
    assert list(bears) == [option.id for option in exercise("3.12").options]
    return [id for id, true in bears.items() if true]


def fits_the_law():
    """Whether ¶12 of trt names what the law names, the armed forces, and ¶1 does not."""
    (law,) = (
        row["text"]
        for row in files.table_rows("authorities.csv")
        if (row["actor"], row["authority"]) == ("pmf", "law")
    )
    assert "armed forces" in law and "not make them" in law
    words = {
        n.paragraph: n.words
        for n in names("pmf")
        if n.article == "trt" and n.words.startswith("branch of the Iraqi")
    }
    fits = [number for number, text in words.items() if text.endswith("armed")]
    return "mistaken" if words[1].endswith("Army") and fits == [12] else "both"


def breaks_the_rule(sentence):
    """A label without a source, one word alone in quotation marks, or so-called."""
    if not re.search("terrorist", sentence, re.I):
        return False
    alone = re.search(r"“terrorists?”", sentence, re.I) or "so-called" in sentence.lower()
    return bool(alone) or not re.search(r"which it lists as|called the", sentence)


RECOMPUTED = {
    "3.p1": lambda: bucket(len(hits("*terror*"))),
    "3.p3": say_part_of_the_state,
    "3.p4": used_by_nobody,
    "3.1": whose_words,
    "3.2": dropped,
    "3.3": lambda: {
        words: meant(words)
        for words in ("Shia militants", "pro-Iranian militants", "These militants", "A militant group")
    },
    "3.4": lambda: {
        "Popular Mobilization Forces": rests("Popular Mobilization Forces", ["pmf"], "journal_mtl"),
        "Iraqi soldiers": rests("Iraqi soldiers", ["pmf"], "trt"),
        "US-hunted terrorists": rests("US-hunted terrorists", ["pmf"], "trt"),
        "Kataib Hezbollah": rests("Kataib Hezbollah", ["kataib_hezbollah"], "trt"),
        "proxies": rests("proxies", ["pmf"], "trt"),
        "militants": rests("militants", ["pmf"], "neo"),
    },
    "3.12": borne_out,
    "3.13": fits_the_law,
    "3.7": lambda: [id for id, sentence in SENTENCES.items() if breaks_the_rule(sentence)],
    "3.9": lambda: {
        "Daesh": rests("Daesh", ["isis"], "trt"),
        "ISIS": rests("ISIS", ["isis"], "rs"),
        "Islamic State": rests("Islamic State", ["isis"], "journal_mtl"),
        "terrorist organization": rests("terrorist organization", ["isis"], "neo"),
    },
}
