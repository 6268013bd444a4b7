"""An example lesson for the tests of the machinery, and a fixture that puts it in place of the real ones."""

from types import SimpleNamespace

import pytest

from whosewords.classroom import exercises
from whosewords.session import Session, somebody

LESSON = """
lesson = 7
title = "The missing spoon"
question = "Who took the spoon?"
notebook = "07_spoon.ipynb"
minutes = 12

[[guess]]
id = "7.p1"
kind = "choice"
question = "Who will be blamed?"
options = [["cat", "The cat"], ["cook", "The cook"]]

[[guess]]
id = "7.p2"
kind = "number"
question = "How many spoons are there?"
unit = "spoons"
least = 0
most = 40

[[exercise]]
id = "7.1"
kind = "choice"
question = "Who was in the kitchen?"
options = [["cat", "The cat"], ["cook", "The cook"], ["nobody", "Nobody"]]
hint = "Read kitchen_news ¶2."

[[exercise]]
id = "7.2"
kind = "several"
question = "Which words judge?"
options = ["thieving", "cat", "sly", "kitchen", "spoon"]
hint = "Read kitchen_news ¶3."

[[exercise]]
id = "7.3"
kind = "sort"
question = "Whose word is it?"
items = [["sly", "“sly”"], ["spoon", "“spoon”"], ["gone", "“gone”"]]
options = [["A", "A the author's"], ["Q", "Q the cook's"]]
hint = "Read kitchen_news ¶4."

[[exercise]]
id = "7.4"
kind = "number"
question = "How many words has the headline?"
unit = "words"
tolerance = 1
near = 4
hint = "Read kitchen_news ¶1."
tier = "stretch"

[[exercise]]
id = "7.5"
kind = "words"
question = "Write a fair headline."
rubric = ["It names the spoon.", "It blames nobody."]
most_words = 8
minutes = 5
"""

KEYS = {
    "7.p2": {"answer": 12, "explained": "There are twelve on the list."},
    "7.1": {"answer": "cook", "accept": ["nobody"], "explained": "The cook says so."},
    "7.2": {"answer": ["thieving", "sly"], "accept": ["spoon"], "explained": "These two judge."},
    "7.3": {"answer": {"sly": "Q", "spoon": "A", "gone": "A"}, "explained": "Look at the marks."},
    "7.4": {"answer": 10, "explained": "Ten."},
    "7.5": {
        "good": "Spoon missing from the kitchen", "good_because": "It blames nobody.",
        "middling": "Cat under suspicion", "middling_because": "It blames the cat.",
    },
}  # fmt: skip


@pytest.fixture
def school(monkeypatch, tmp_path):
    """Lesson 7 in place of the real lessons, and an empty home. Gives the home's path."""
    folder = tmp_path / "data" / "exercises"
    folder.mkdir(parents=True)
    (folder / "lesson_7.toml").write_text(LESSON, encoding="utf-8")
    (folder / "keys.txt").write_text(exercises.pack(KEYS), encoding="ascii")
    monkeypatch.setattr(exercises, "files", SimpleNamespace(data=(tmp_path / "data").joinpath))
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path / "home"))
    forget()
    with somebody(Session()):
        yield tmp_path / "home"
    forget()


def forget():
    """What was read of lessons and keys is read anew."""
    for kept in (exercises.lessons, exercises.exercises, exercises.keys):
        kept.cache_clear()
