"""Key word in context: a concordance as a student reads it, each hit in its sentence or its blocks."""

from ..display.finding import Finding
from ..display.hits import bare, item, lead, listed, marks_along, sentence_text
from ..display.reading import drawn_words
from ..display.yours import RULE, about_yours
from ..measures.concordance import concordance
from ..shelf.catalogue import OWN, SHELF, choose
from ..voices import VOICES


def find(pattern, texts=None, *, column=None):
    """Every place where a word stands, with its sentence, its voice and its paragraph: find("*occup*").

    pattern: a whole word; `*` stands for any letters; several words with blanks between. texts: short names,
    texts of your own or several of them; the articles that are compared and our three reports where nothing
    is given. In a text in blocks only legible words can be found, and the answer says so. column: see
    count().
    """
    import pandas as pd

    chosen = choose((*SHELF, *OWN) if texts is None and column is None else texts, column)
    found = [(article, line) for article in chosen for line in concordance(article, pattern)]
    table = pd.DataFrame(
        [
            {"text": article.name, "place": f"¶{line.paragraph}",
             "voice": f"{line.voice} {VOICES[line.voice]}",
             "found": bare(article.words[line.start : line.end]),
             "sentence": sentence_text(article.words[line.first : line.last])}
            for article, line in found
        ],
        columns=["text", "place", "voice", "found", "sentence"],
    )  # fmt: skip
    masked = [article for article in chosen if article.locked]
    return Finding(
        title=f"Where “{pattern}” stands",
        table=table,
        words=_in_words(pattern, chosen, found),
        held_constant="the pattern: the same letters are looked for in every text.",
        do_not_conclude="that these are all the places where a text speaks of this, or that each hit means "
        "the same. Read them one by one.",
        more=(*((_limit(masked),) if masked else ()), *about_yours(chosen, RULE)),
        marks=marks_along((article, _places(article, found)) for article in chosen),
        view=_view(pattern, found),
    )


def _places(article, found):
    """The hits of one text, as pairs (number of the word, voice)."""
    return [(line.start, line.voice) for one, line in found if one is article]


def _in_words(pattern, chosen, found):
    counts = {article.name: sum(one is article for one, _ in found) for article in chosen}
    there = [f"{name} {count}" for name, count in counts.items() if count]
    none = [name for name, count in counts.items() if not count]
    if not there:
        return f"“{pattern}” was not found in any of the {len(chosen)} texts."
    hits = f"“{pattern}”: {len(found)} hit{'s' * (len(found) != 1)}. {', '.join(there)}."
    return hits + (f" None in {', '.join(none)}." if none else "")


def _limit(masked):
    total = sum(len(article.words) for article in masked)
    hidden = sum(word.masked for article in masked for word in article.words)
    return (
        f"{hidden:,} of {total:,} words are blocks, and a hit among them would not be found. The words that "
        "the lessons look for can all be read."
    )


def _view(pattern, found):
    """The hits as a list: place and voice first, then the sentence with the hit marked."""
    looks = {article.id: drawn_words.looks_of(article) for article, _ in found}
    items = (item(article, line, looks[article.id], lead(article.name)) for article, line in found)
    return listed(items, f"Hits of {pattern}")
