"""Every key is what the data say, the packed keys are the teacher's, and what students see gives no key away.

Each lesson has a file `tests/lessons/keys/lesson_<n>.py` with a dictionary RECOMPUTED: from the id of an
exercise to a call without arguments that works its key out from the data.
"""

import importlib.util
import math
import re
from pathlib import Path

import make_keys
import pytest
from library import ROOT

from whosewords.classroom import answers, asking, exercises, replies
from whosewords.classroom.kinds import kind_of
from whosewords.classroom.kinds.several import discernment
from whosewords.problems import Problem
from whosewords.shelf.catalogue import articles

EVERY = exercises.exercises()
OPEN = [id for id, one in EVERY.items() if one.kind == "words"]
PLACE = re.compile(r"\b([a-z][a-z0-9_]*)(?:'s)?,?(?: above)? (¶\d+(?:(?: to |, | and )¶\d+)*)")


def recomputed():
    found = {}
    for path in sorted((Path(__file__).parent / "keys").glob("lesson_*.py")):
        spec = importlib.util.spec_from_file_location(f"keys_of_{path.stem}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found.update(module.RECOMPUTED)
    return found


def headings(number):
    """The headings of a lesson."""
    (source,) = (ROOT / "lessons" / "source").glob(f"{number:02}_*.py")
    return re.findall(r"^# ## (.+)$", source.read_text(encoding="utf-8"), re.M)


RECOMPUTED = recomputed()
KEYED = {id: key for id, key in make_keys.clear().items() if "answer" in key}


def test_packed_keys_are_the_teachers():
    assert make_keys.packed() == make_keys.clear(), "Run python tools/make_keys.py."


def test_packed_keys_are_not_read_at_a_glance():
    text = make_keys.PACKED.read_text(encoding="ascii")
    assert "answer" not in text and '"' not in text


def test_no_exercise_is_answered_by_ticking_nothing():
    """Nothing chosen is taken for “not yet chosen”, so it can be no answer."""
    assert all(key["answer"] for id, key in KEYED.items() if EVERY[id].kind in ("several", "sort"))


@pytest.mark.parametrize("id", KEYED)
def test_key_is_what_the_data_say(id):
    assert id in RECOMPUTED, f"Write in tests/keys/ how the key of {id} is worked out from the data."
    assert RECOMPUTED[id]() == KEYED[id]["answer"]
    assert KEYED[id]["how"], "A teacher wants to know how the key was worked out."


def test_nothing_is_recomputed_that_has_no_key():
    assert not set(RECOMPUTED) - set(KEYED)


def test_every_exercise_has_what_it_needs():
    for id, one in EVERY.items():
        key = exercises.key(id)
        if one.kind == "words":
            assert one.rubric and key.good and key.good_because and key.middling and key.middling_because, id
        elif not one.guess:
            assert key.answer is not None and key.explained and one.hint, id
    assert set(make_keys.clear()) <= set(EVERY), "There are keys without an exercise."


@pytest.mark.parametrize("id", [id for id in KEYED if id in EVERY])
def test_key_is_an_answer_that_is_judged_right(id):
    one, key = EVERY[id], exercises.key(id)
    given = answers.understand(one, key.answer)
    assert given == key.answer
    assert answers.judge(one, key, given).result == asking.RIGHT


@pytest.mark.parametrize(
    "id", [id for id, one in EVERY.items() if one.kind in ("several", "sort") and not one.guess]
)
def test_flagging_everything_scores_nothing(id):
    one, key = EVERY[id], exercises.key(id)
    if one.kind == "several":
        assert 0 < len(key.answer) < len(one.options), "Some options must be plain."
        everything = [option.id for option in one.options]
        assert discernment(everything, key.answer, everything) == 0
        assert answers.judge(one, key, everything).result == asking.NOT_YET
    else:
        assert len(set(key.answer.values())) > 1
        for option in one.options:
            same = dict.fromkeys(key.answer, option.id)
            assert answers.judge(one, key, same).result == asking.NOT_YET


@pytest.mark.parametrize("id", [id for id, one in EVERY.items() if not one.guess and one.kind != "words"])
def test_hint_points_to_a_place_that_exists_and_does_not_tell(id):
    one, key = EVERY[id], exercises.key(id)
    places = [
        (name, int(number))
        for name, numbers in PLACE.findall(one.hint)
        if name in articles
        for number in re.findall(r"\d+", numbers)
    ]
    parts = [part for part in re.findall("“([^”]+)”", one.hint) if part in headings(one.lesson)]
    assert places or parts, f"The hint of {id} names no place: trt ¶7, or a part of the lesson in quotes."
    for name, number in places:
        assert number in {paragraph.number for paragraph in articles[name].page}, (name, number)
    if one.kind == "number":
        assert str(key.answer) not in re.sub(r"¶\d+|\d+\.\d+", "", one.hint)
    if one.kind == "choice":
        texts = {option.id: option.text for option in one.options}
        assert texts[key.answer].casefold() not in one.hint.casefold()


@pytest.mark.parametrize("id", [id for id, one in EVERY.items() if one.kind == "number"])
def test_a_number_has_a_range_that_gives_nothing_away(id):
    one, key = EVERY[id], exercises.key(id)
    assert 0 <= one.least < one.most < math.inf, f"The question of {id} has a natural range: write it down."
    if key.answer is not None:
        assert one.least + one.tolerance < key.answer < one.most - one.tolerance
        given = answers.understand(one, replies.example(one).partition(", ")[2].rstrip(")"))
        assert one.guess or answers.judge(one, key, given).result != asking.RIGHT
    for wild in (one.least - 1, one.most + 1):
        with pytest.raises(Problem):
            answers.understand(one, wild)


@pytest.mark.parametrize("id", OPEN)
def test_good_sample_keeps_the_limit(id):
    limit = EVERY[id].most_words
    assert not limit or len(exercises.key(id).good.split()) <= limit


def test_ids_are_unique_and_in_their_lesson():
    for number, lesson in exercises.lessons().items():
        ids = [one.id for one in (*lesson.guesses, *lesson.exercises)]
        assert len(ids) == len(set(ids))
        assert all(
            id.startswith(f"{number}.p") == one.guess for id, one in EVERY.items() if one.lesson == number
        )


@pytest.mark.parametrize("id", [id for id in KEYED if id in EVERY and EVERY[id].kind != "number"])
def test_the_example_of_the_typed_form_is_not_the_answer(id):
    one, key = EVERY[id], exercises.key(id)
    typed = re.search(r', "(.*)"\)$', replies.example(one))[1]
    assert answers.understand(one, typed) != key.answer, f"Order the options of {id} in another way."


@pytest.mark.parametrize("id", [id for id, one in EVERY.items() if one.kind == "number"])
def test_a_number_has_a_range_that_makes_sense_and_an_example_that_is_not_the_answer(id):
    one, known = EVERY[id], exercises.key(id)
    assert 0 <= one.least < one.most < math.inf
    given = answers.understand(one, float(kind_of(one).example(one)))
    assert known.answer is None or answers.judge(one, known, given).result == asking.NOT_YET
    for wild in (one.least - 1, one.most + 1):
        with pytest.raises(Problem):
            answers.understand(one, wild)
