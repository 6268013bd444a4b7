"""A kind of exercise is one file: what they do with half an answer, a wild number, marks; and a further
kind, added as a file, is asked, read, judged, shown, kept and printed like the others."""

import ast
import json
import sys
from dataclasses import replace

import pytest
import school as example
from own_home import opened_later

from whosewords import check, files, predict
from whosewords.classroom import exercises, kinds
from whosewords.classroom.answers import judge, understand
from whosewords.classroom.asking import FORMS, NOT_YET, ORDER, Field, gathered
from whosewords.classroom.exercises import exercise, key
from whosewords.classroom.my_work import answers, work
from whosewords.classroom.replies import example as typed
from whosewords.classroom.replies import question_text
from whosewords.display.replies import part
from whosewords.notebook.fields import drawn
from whosewords.problems import Problem
from whosewords.publish import fields, keeping, paper
from whosewords.publish.static import still

ipywidgets = pytest.importorskip("ipywidgets")
pytestmark = pytest.mark.usefixtures("school")


def parts(shown, form):
    """All widgets of a form in what is shown."""
    found, waiting = [], [shown.widget]
    while waiting:
        one = waiting.pop(0)
        found += [one] if isinstance(one, form) else []
        waiting = [*getattr(one, "children", ()), *waiting]
    return found


def press(shown, name):
    (button,) = (one for one in parts(shown, ipywidgets.Button) if one.description == name)
    button.click()


def told(shown):
    return parts(shown, ipywidgets.HTML)[-1].value


def rows(shown):
    return [one for one in parts(shown, ipywidgets.Box) if hasattr(one, "buttons")]


def labels(shown):
    return [one.value for one in parts(shown, ipywidgets.HTML) if one.value.startswith('<p class="ww-item"')]


# ---- half an answer


def test_a_partly_filled_sort_names_what_is_missing_and_is_no_try():
    with pytest.raises(Problem) as slip:
        check("7.3", {"sly": "Q", "“gone”": "A", "spoon": None})  # an item by its short name, one by its text
    assert "“spoon”" in str(slip.value) and "“sly”" not in str(slip.value) and "“gone”" not in str(slip.value)
    assert not work().get("7.3")
    assert "✓ Right" in repr(check("7.3", {"sly": "Q", "“gone”": "A", "spoon": "A"}))
    assert len(work().get("7.3")["tries"]) == 1


@pytest.mark.parametrize(("id", "given"), [("7.1", " "), ("7.1", []), ("7.2", ""), ("7.3", ""), ("7.3", [])])
def test_nothing_chosen_is_no_try(id, given):
    with pytest.raises(Problem):
        check(id, given)
    assert not work().get(id)


def test_of_several_fields_only_the_filled_are_an_answer():
    sort = kinds.kind_of(exercise("7.3")).fields(exercise("7.3"), {"spoon": "A"})
    assert [field.value for field in sort] == [None, "A", None]
    assert gathered(sort, ["Q", None, "A"]) == {"sly": "Q", "gone": "A"}


def test_half_an_answer_that_an_older_version_took_is_no_try_any_more():
    work().change("7.3", lambda entry: {**entry, "kind": "answer", "tries": [{"sly": "Q"}]})
    assert check("7.3").value is None and check("7.3").reply is None
    assert "○ Not yet" in repr(check("7.3", "A, Q, A")), "The first whole try is the first."


# ---- numbers


@pytest.mark.parametrize("given", [45, -1, "45", "−1", "1e400", 1e400, 10**400, "about 41 spoons"])
def test_a_number_out_of_its_range_is_refused_with_the_range(given):
    with pytest.raises(Problem, match="from 0 to 40"):
        predict("7.p2", given)
    assert not work().get("7.p2")


def test_a_number_that_python_itself_does_not_write_is_refused():
    with pytest.raises(Problem, match="from 0 to 40"):
        predict("7.p2", -(10**5000))
    with pytest.raises(Problem):
        check("7.1", 10**5000)


@pytest.mark.parametrize("given", [{"a": 1}, [1, 2], b"12", [[12]], int, 3j, "2½", "1/2"])
def test_what_only_holds_a_number_is_no_number(given):
    with pytest.raises(Problem, match="one number"):
        understand(exercise("7.p2"), given)


def test_a_number_may_come_from_a_table():
    numpy = pytest.importorskip("numpy")
    for given in (numpy.int64(12), numpy.float32(12), ["12"]):
        assert json.dumps(understand(exercise("7.p2"), given)) == "12"


@pytest.mark.parametrize("given", [0, 40, "4e1", "40 spoons"])
def test_both_ends_of_a_range_are_answers(given):
    assert "kept" in repr(predict("7.p2", given))


@pytest.mark.parametrize("given", ["twelve", "a dozen", "Twenty-one", "none", "half of them", "forty"])
def test_a_number_in_letters_is_answered_by_write_digits(given):
    with pytest.raises(Problem, match=r"[Ww]rite digits"):
        understand(exercise("7.p2"), given)


def test_a_range_that_is_open_at_one_end_is_said():
    with pytest.raises(Problem, match="of 1 or more"):
        understand(replace(exercise("7.4"), least=1), 0)
    with pytest.raises(Problem, match="of 30 or less"):
        understand(replace(exercise("7.4"), most=30), 31)


def test_the_example_of_a_number_is_in_its_range():
    assert typed(replace(exercise("7.4"), most=10)).endswith(", 10)")
    assert typed(replace(exercise("7.4"), least=100)).endswith(", 100)")


# ---- marks


def test_after_a_first_wrong_try_each_row_is_marked_but_no_answer_is_told():
    judged = judge(exercise("7.3"), key("7.3"), {"sly": "Q", "spoon": "A", "gone": "Q"})
    assert judged.marks == {"sly": "✓ right", "spoon": "✓ right", "gone": "○ not right"}
    reply = repr(check("7.3", "Q, A, Q"))
    assert "✓ right:\n  - “sly”\n  - “spoon”\n○ not right:\n  - “gone”\n" in reply
    assert "A the author's" not in reply


def test_the_same_answer_for_every_row_tells_nothing_apart_and_is_not_marked():
    judged = judge(exercise("7.3"), key("7.3"), {"sly": "A", "spoon": "A", "gone": "A"})
    assert judged.result == NOT_YET and not judged.marks


def test_each_tick_is_marked_and_what_is_not_ticked_is_not():
    judged = judge(exercise("7.2"), key("7.2"), ["thieving", "cat", "spoon"])
    assert judged.marks == {
        "thieving": "✓ belongs", "cat": "○ does not belong", "spoon": "– counts neither way",
    }  # fmt: skip
    reply = repr(check("7.2", "thieving, cat"))
    assert "✓ belongs:\n  - thieving\n" in reply and "not belong:\n  - cat\n" in reply and "sly" not in reply


def test_ticking_everything_is_not_marked():
    every = judge(exercise("7.2"), key("7.2"), ["thieving", "cat", "sly", "kitchen", "spoon"])
    but_one = judge(
        exercise("7.2"), key("7.2"), ["thieving", "cat", "sly", "kitchen"]
    )  # spoon counts neither way
    assert not every.marks and not but_one.marks
    assert "everything" in every.detail and "everything" not in but_one.detail and but_one.detail


def test_rows_carry_their_marks_in_words_until_they_are_changed():
    shown = check("7.3")
    for row, option in zip(rows(shown), "QAQ", strict=True):
        row.buttons[option].click()
    assert not any("✓" in label or "○" in label for label in labels(shown))
    press(shown, "Check")
    assert ["✓ right" in label for label in labels(shown)] == [True, True, False]
    assert "○ not right" in labels(shown)[2]
    assert "○ not right" in rows(shown)[2].buttons["A"].tooltip  # heard with each button of the row
    rows(shown)[2].buttons["A"].click()
    assert "○" not in labels(shown)[2] and "✓ right" in labels(shown)[0]
    press(shown, "Check")
    assert "✓ Right" in told(shown) and all("✓ right" in label for label in labels(shown))


def test_ticks_carry_their_marks_in_their_names():
    shown = check("7.2")
    boxes = {box.description: box for box in parts(shown, ipywidgets.Checkbox)}
    boxes["sly"].value = boxes["cat"].value = True
    press(shown, "Check")
    assert boxes["sly"].description == "sly (✓ belongs)"
    assert boxes["cat"].description.startswith("cat (○") and boxes["thieving"].description == "thieving"
    boxes["cat"].value = False
    assert boxes["cat"].description == "cat"


def test_marks_are_there_again_after_a_restart():
    check("7.3", "Q, A, Q")
    opened_later()
    assert "○ not right" in labels(check("7.3"))[2]


def test_not_yet_does_not_stand_above_the_answer():
    assert "○ Not yet" in repr(check("7.1", "cat"))
    assert repr(check("7.1", "cook")).startswith("✓ Right")
    for id, tries in {"7.3": ["A, A, A", "A, Q, A"], "7.2": ["cat", "kitchen"], "7.4": [30, 31]}.items():
        first, last = (repr(check(id, one)) for one in tries)
        assert "○ Not yet" in first and "The answer" not in first
        assert "Not yet" not in last and "The answer" in last
    assert repr(check("7.4", 12)).startswith("≈ Close")


# ---- one file a kind


def test_there_is_a_kind_for_each_file():
    assert set(kinds.kinds()) == {"choice", "several", "sort", "order", "number", "sure", "words"}
    assert [name for name, kind in kinds.kinds().items() if kind.is_open] == ["words"]


def test_no_other_file_asks_for_the_name_of_a_kind():
    asked = []
    for path in files.PACKAGE.rglob("*.py"):
        if path.parent.name == "kinds":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                compared = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
                named = any(isinstance(one, ast.Attribute) and one.attr == "kind" for one in ast.walk(node))
                asked += [(path.name, node.lineno)] if named and set(compared) & set(kinds.kinds()) else []
            if isinstance(node, ast.Dict):
                names = {one.value for one in node.keys if isinstance(one, ast.Constant)}
                known = names & set(kinds.kinds())  # “order” and “number” are words of other tables, too
                asked += [(path.name, node.lineno)] if len(known) > max(1, len(names) / 2) else []
    assert asked == []


# What somebody writes who wants exercises that ask for places: one file.
PLACES = '''
"""Items, to be put into order: a number for each place."""

from whosewords.classroom.asking import NOT_YET, NUMBER, RIGHT, Field, Judgement, Kind, of_items
from whosewords.problems import Problem


def fields(exercise, value):
    return [
        Field(NUMBER, item=item.id, label=item.text, value=(value or {}).get(item.id))
        for item in exercise.items
    ]


def understand(exercise, given):
    found = {item: int(place) for item, place in of_items(exercise, given).items()}
    if sorted(found.values()) != list(range(1, len(found) + 1)):
        raise Problem(f"Give each place from 1 to {len(found)} once.")
    return found


def judge(exercise, key, given):
    marks = {item: "✓ right" if place == key.answer[item] else "○ not right" for item, place in given.items()}
    return Judgement(RIGHT if given == key.answer else NOT_YET, "", marks)


def lines(exercise, value):
    return [f"{value[item.id]}. {item.text}" for item in exercise.items]


def example(exercise):
    return '"' + ", ".join(str(place) for place in range(len(exercise.items), 0, -1)) + '"'


KIND = Kind(fields, understand, lines, example, judge, above="Write a number into each field.")
'''
LESSON = """
lesson = 8
title = "Soup"
question = "What comes first?"
notebook = "08_soup.ipynb"
minutes = 5

[[exercise]]
id = "8.1"
kind = "places"
question = "In which order is <soup> made?"
items = [["boil", "boil <it>"], ["peel", "peel it"], ["eat", "eat it"]]
hint = "Ask a cook."
"""
KEYS = {"8.1": {"answer": {"boil": 2, "peel": 1, "eat": 3}, "explained": "Nobody boils the peel."}}


@pytest.fixture
def places(school, tmp_path, monkeypatch):
    """A further kind, as one file of a folder, and a lesson that has it."""
    folder = tmp_path / "more_kinds"
    folder.mkdir()
    (folder / "places.py").write_text(PLACES, encoding="utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(folder)])
    data = tmp_path / "data" / "exercises"
    (data / "lesson_8.toml").write_text(LESSON, encoding="utf-8")
    (data / "keys.txt").write_text(exercises.pack({**example.KEYS, **KEYS}), encoding="ascii")
    kinds.kinds.cache_clear()
    example.forget()
    yield exercise("8.1")
    kinds.kinds.cache_clear()
    sys.modules.pop("whosewords.classroom.kinds.places", None)
    vars(kinds).pop("places", None)


def test_a_further_kind_is_typed_judged_and_kept(places, school):
    assert 'check("8.1", "3, 2, 1")' in question_text(places)
    with pytest.raises(Problem, match="from 1 to 3"):
        check("8.1", "1, 1, 2")
    with pytest.raises(Problem, match="peel it; eat"):
        check("8.1", {"boil": 1})
    reply = repr(check("8.1", "1, 2, 3"))
    assert "○ Not yet" in reply and "✓ right:\n  - eat it\n" in reply and "Ask a cook" in reply
    assert "\n  - 2. boil <it>\n  - 1. peel it\n  - 3. eat it\n" in repr(check("8.1", "3, 2, 1"))
    opened_later()
    kept = json.loads((school / "my_work.json").read_text(encoding="utf-8"))["entries"]["8.1"]
    assert kept["tries"] == [{"boil": 1, "peel": 2, "eat": 3}, {"boil": 3, "peel": 2, "eat": 1}]
    assert [row[2] for row in answers(work().entries())] == ["3. boil <it>; 2. peel it; 1. eat it (not yet)"]


def test_a_further_kind_is_shown_in_a_notebook(places):
    check("8.1", "1, 2, 3")
    opened_later()
    shown = check("8.1")
    typed_in = parts(shown, ipywidgets.Text)
    assert [place.value for place in typed_in] == ["1", "2", "3"]
    assert [place.description for place in typed_in] == [
        "boil <it> (○ not right)", "peel it (○ not right)", "eat it (✓ right)",
    ]  # fmt: skip
    assert "Write a number" in parts(shown, ipywidgets.HTML)[0].value
    typed_in[0].value, typed_in[1].value = "2", ""
    press(shown, "Check")
    assert "peel it" in told(shown) and len(work().get("8.1")["tries"]) == 1
    typed_in[1].value = "1"
    press(shown, "Check")
    assert "✓ Right" in told(shown) and "Nobody boils" in told(shown)


def test_a_further_kind_is_on_a_page_and_on_paper(places):
    page = still(check("8.1"))
    assert page.count("<input") == 3 and "boil &lt;it&gt;" in page and "<it>" not in page
    assert "2. boil" not in page and "Write a number" in page
    assert "3. eat it" in json.dumps(keeping.task(places)) and keeping.task(places)["says"] == {}
    table = fields.tick_table(places)
    assert table.count("<tr>") == 4 and "peel it" in table and "☐" not in table
    cut_out = fields.cards_to_sort(places)
    assert cut_out.count("<li>") == 3 and "<it>" not in cut_out and "<it>" not in table
    listed = paper.keys(8)
    assert "<dd>1. peel it</dd>" in listed and "<it>" not in listed


def test_every_form_of_a_field_can_be_drawn():
    one = exercise("7.1")
    for form in FORMS:
        for about in ("", "spoon"):
            field = Field(form, one.options, about, "a <spoon>" if about else "")
            shown = drawn(one, field)
            assert shown.widgets and (form == ORDER or not shown.read())
            shown.mark({"spoon": "✓ right", "cat": "✓ belongs"})
            page = fields._rows([field]) if about else fields._whole(one, field)
            assert ("<label>" in page or form == ORDER) and "<spoon>" not in page


def test_marks_are_escaped():
    assert "<b>" not in part("<b>", "<b>") and "&lt;b&gt;" in part("<b>", "<b>")


def test_what_stands_on_a_page_is_the_same_whatever_is_right(monkeypatch):
    """Fields tell their options apart by id, and nothing else tells one from another."""
    asked = [check(id) for id in ("7.1", "7.2", "7.3", "7.4")] + [predict("7.p1")]
    before = [still(one) for one in asked]
    monkeypatch.setattr(exercises, "key", lambda id: exercises.Key())
    assert [still(one) for one in asked] == before
    assert (
        'value="spoon"' in before[1] and 'data-item="' in before[2] and 'class="mark' not in "".join(before)
    )
