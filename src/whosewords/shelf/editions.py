"""The files of an article: what is told of it, its blackout edition, the full text that its reader unlocked.

An edition is the table of words of one page, masked, with seals by which the full text is known again.
"""

import json

from .. import files
from . import blackout


def about_article(name):
    """What is told of an article, as its file tells it: a dictionary."""
    return files.settings("articles", f"{name}.toml")


def edition_of(name):
    """The edition that an article stands in: its own, or that of the page it was excerpted on."""
    return about_article(name).get("page", name)


def edition_words(edition):
    """The words of a blackout edition as it ships, masked."""
    return blackout.from_csv(files.data("articles", f"{edition}.words.csv").read_text(encoding="utf-8"))


def edition_seals(edition):
    """The seals of a blackout edition: (hash of the whole, {sentence: hash})."""
    kept = json.loads(files.data("articles", f"{edition}.seals.json").read_text(encoding="utf-8"))
    return kept["whole"], {int(number): value for number, value in kept["sentences"].items()}


def with_texts(listed, texts):
    """An edition's words with the texts that fit them; texts made for another edition are left aside."""
    if not isinstance(texts, list) or len(texts) != len(listed):
        return listed
    return [
        word._replace(text=text)
        if word.masked and isinstance(text, str) and sum(map(str.isalnum, text)) == word.letters
        else word
        for word, text in zip(listed, texts, strict=True)
    ]
