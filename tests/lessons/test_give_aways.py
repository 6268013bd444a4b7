"""No answer stands in sight before its question; answers planted there are found."""

import give_aways
import pytest

from whosewords.classroom.exercises import Exercise, Key, Option, lessons


def task(number, kind, question, **parts):
    """A task of the invented Lesson 7; options and items as {name: text}."""
    given = {name: tuple(Option(*one) for one in texts.items()) for name, texts in parts.items()}
    return Exercise(f"7.{number}", 7, kind, question, **given)


CHOICE = task(1, "choice", "Who carried the spoon out of the kitchen?",
              options={"cat": "the cat", "cook": "the cook", "none": "nobody"})  # fmt: skip
CHOICE_KEY = Key("cook", explained="The footprints beside the window were made by large boots with nails.")
PAIR = task(2, "choice", "Which two agree?",
            options={"a": "the Bell and the Evening Drum", "b": "the Bell and the Gull"})  # fmt: skip
NUMBER = task(3, "number", "How many spoons are in the kitchen?")
SEVERAL = task(4, "several", "Which words of the headline judge?",
               options={"1": "thieving", "2": "sly", "3": "kitchen"})  # fmt: skip
SORT = task(5, "sort", "Whose word is it?",
            options={"A": "the author", "Q": "the witness"}, items={"sly": "sly rascal"})  # fmt: skip


@pytest.mark.parametrize(
    ("one", "known", "sentence"),
    [
        (CHOICE, CHOICE_KEY, "The cook carried the spoon through the kitchen door."),
        (CHOICE, CHOICE_KEY, "Beside the window somebody left footprints of large boots."),
        (PAIR, Key("a"), "Only the Evening Drum and the Bell tell it so."),
        (NUMBER, Key(12), "There were 12 spoons in the kitchen."),
        (SEVERAL, Key(["1", "2"]), "Which words judge? In the headline “thieving” and “sly” do."),
        (SORT, Key({"sly": "Q"}), "The sly rascal was seen by a witness."),
    ],
)
def test_a_planted_answer_is_found(one, known, sentence):
    assert give_aways.judged(one, known, [sentence])


@pytest.mark.parametrize(
    ("one", "known", "sentence"),
    [
        (CHOICE, CHOICE_KEY, "The cook likes soup."),  # not what is asked
        (CHOICE, CHOICE_KEY, "The cat or the cook carried the spoon out of the kitchen."),  # a wrong one, too
        (CHOICE, CHOICE_KEY, "Somebody carried the spoon out of the kitchen."),
        (CHOICE, CHOICE_KEY, "The window was open."),
        (PAIR, Key("a"), "The Bell and the Gull stand beside the Evening Drum."),
        (NUMBER, Key(12), "There were 12.5 kilos in the kitchen, and many spoons."),
        (SEVERAL, Key(["1", "2"]), "One word of the headline that may judge is “sly”."),  # one of two
        (SORT, Key({"sly": "Q"}), "The author spoke to a witness."),
        (Exercise("7.6", 7, "words", "Why the cook?"), Key(good="Because of the boots."), "Why? The boots."),
    ],
)
def test_what_does_not_answer_is_let_by(one, known, sentence):
    assert not give_aways.judged(one, known, [sentence])


def test_what_stands_on_the_screen_before_a_question_is_looked_through(school):
    before = "# %% [markdown]\n# The cook was in the kitchen.\n\n"
    question = '# %%\nfrom whosewords import *\n\n# %%\ncheck("7.1")\n\n'
    right = give_aways.key("7.1").answer
    sentence = f"Somebody was in the kitchen: {dict(give_aways.exercise('7.1').options)[right].lower()}."
    planted = f"# %% [markdown]\n# {sentence}\n\n"
    assert [one.id for one in give_aways.found(planted + question)] == ["7.1"]
    assert not give_aways.found(question + planted)
    assert not give_aways.found(before.replace("cook", "spoon") + question)


def test_evidence_is_no_give_away():
    html = (
        "<p>Ours.</p><table><tr><td>A cell.</td></tr></table><svg><text>A label.</text></svg>"
        '<div class="ww-text"><p>The text itself.</p></div><p class="ww-precis">Ours, beside it.</p>'
    )
    assert give_aways.of_ours(html) == ["Ours.", "Ours, beside it."]


@pytest.mark.parametrize("number", sorted(lessons()))
def test_no_answer_stands_in_sight_before_its_question(number):
    assert not give_aways.of_lesson(number)
