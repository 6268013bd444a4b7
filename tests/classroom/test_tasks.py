"""A lesson's calls, typed and through the widgets; what they store; and whose work it is."""

import json
import re

import pytest
from own_home import opened_later, parts

from whosewords import check, exit_ticket, files, predict, reveal
from whosewords.classroom.my_work import answers, import_work, my_work, work
from whosewords.classroom.progress import progress
from whosewords.classroom.pseudonym import name
from whosewords.classroom.work_format import as_text
from whosewords.problems import Problem

ipywidgets = pytest.importorskip("ipywidgets")


def on_disk(home, name="my_work.json"):
    return json.loads((home / name).read_text(encoding="utf-8"))["entries"]


def press(shown, name):
    (button,) = (one for one in parts(shown, ipywidgets.Button) if one.description == name)
    button.click()


def chosen(shown):
    """The words of the buttons that are chosen."""
    return [one.description for one in parts(shown, ipywidgets.Button) if "ww-chosen" in one._dom_classes]


def told(shown):
    return parts(shown, ipywidgets.HTML)[-1].value


# Guesses


def test_a_guess_is_kept_and_can_change_until_the_result_is_seen(school):
    assert "kept: The cat" in repr(predict("7.p1", "cat"))
    assert "kept: The cook" in repr(predict("7.p1", "cook"))
    shown = reveal("7.p1", lambda: "the result")
    assert shown.result == "the result" and "guess: The cook" in repr(shown)
    assert "stays" in repr(predict("7.p1", "cat"))
    assert on_disk(school)["7.p1"]["value"] == "cook"


def test_a_result_without_its_guess_explains_itself_and_calls_nothing(school):
    reply = reveal("7.p1", lambda: pytest.fail("called"))
    assert 'predict("7.p1")' in repr(reply)


def test_a_result_may_be_a_value_or_nothing_and_tells_what_the_texts_say(school):
    predict("7.p2", 5)
    assert "answer: 12 spoons" in repr(reveal("7.p2", 42)) and reveal("7.p2", 42).result == 42
    assert repr(reveal("7.p2")).startswith("Your guess: 5 spoons")


def test_a_guess_by_buttons_is_saved_with_one_tap(school):
    shown = predict("7.p1")
    press(shown, "The cook")
    assert on_disk(school)["7.p1"]["value"] == "cook"
    assert "kept: The cook" in told(shown) and 'role="status"' in told(shown)
    press(shown, "The cat")
    assert on_disk(school)["7.p1"]["value"] == "cat"
    assert [b.description for b in parts(shown, ipywidgets.Button)] == ["The cat", "The cook"]
    assert chosen(shown) == ["The cat"]


def test_a_guess_that_was_seen_stays_and_is_the_one_that_is_shown_as_chosen(school):
    shown, number = predict("7.p1"), predict("7.p2")
    press(shown, "The cook")
    (field,) = parts(number, ipywidgets.Text)
    field.value = "5"
    press(number, "Save my guess")
    reveal("7.p1"), reveal("7.p2")
    press(shown, "The cat")
    assert chosen(shown) == ["The cook"] and "was: The cook" in told(shown)
    field.value = "12"
    press(number, "Save my guess")
    assert field.value == "5" and on_disk(school)["7.p2"]["value"] == 5


def test_a_guess_by_number_has_a_labelled_field_and_a_button(school):
    shown = predict("7.p2")
    (field,) = parts(shown, ipywidgets.Text)
    assert field.description == "Your number (spoons)"
    press(shown, "Save my guess")
    assert "one number" in told(shown)
    field.value = "about 20"
    press(shown, "Save my guess")
    assert on_disk(school)["7.p2"]["value"] == 20


def test_guesses_and_exercises_are_not_mixed_up(school):
    with pytest.raises(Problem, match=r'guess: write predict\("7.p1"\)'):
        check("7.p1")
    with pytest.raises(Problem, match=r'exercise: write check\("7.1"\)'):
        predict("7.1")


# Exercises


def test_typed_answers_get_a_hint_then_the_answer_and_every_try_is_kept(school):
    assert "Hint" in repr(check("7.1", "cat"))
    assert "Hint" in repr(check("7.1", "cat")), "The same answer twice is one try."
    check("7.3", "Q, A, Q")
    assert "The answer" in repr(check("7.3", "A, A, A"))
    assert "✓ Right" in repr(check("7.1", "cook"))
    assert on_disk(school)["7.1"]["tries"] == ["cat", "cook"] and on_disk(school)["7.1"]["result"] == "right"


def test_right_stays_right(school):
    check("7.1", "cook")
    assert "is the answer" in repr(check("7.1", "cat"))
    assert on_disk(school)["7.1"]["result"] == "right"


def test_an_answer_that_is_not_understood_is_not_a_try(school):
    with pytest.raises(Problem, match="mean “cook”"):
        check("7.1", "cok")
    assert not (school / "my_work.json").exists()


def test_choice_by_buttons(school):
    shown = check("7.1")
    press(shown, "Check")
    assert "Choose one" in told(shown)
    press(shown, "The cat")
    assert not (school / "my_work.json").exists(), "Choosing is not yet answering."
    press(shown, "Check")
    assert "○ Not yet" in told(shown) and "kitchen_news ¶2" in told(shown)
    press(shown, "The cook")
    press(shown, "Check")
    assert "✓ Right" in told(shown)


def test_several_by_ticks(school):
    shown = check("7.2")
    boxes = {box.description: box for box in parts(shown, ipywidgets.Checkbox)}
    for box in boxes.values():
        box.value = True
    press(shown, "Check")
    assert "anything apart" in told(shown)
    boxes["cat"].value = boxes["kitchen"].value = boxes["spoon"].value = False
    press(shown, "Check")
    assert "✓ Right" in told(shown)


def test_sort_by_rows_of_buttons(school):
    shown = check("7.3")
    rows = [one for one in parts(shown, ipywidgets.Box) if hasattr(one, "buttons")]
    heard = [{button.tooltip for button in row.buttons.values()} for row in rows]
    assert all(len(names) == 1 for names in heard) and len(set.union(*heard)) == 3  # which row it is
    press(shown, "Check")
    assert "Choose first" in told(shown) and not work().get("7.3")  # no try was counted
    rows[0].buttons["Q"].click()
    press(shown, "Check")
    assert "“spoon”; “gone”" in told(shown) and not work().get("7.3")  # what is missing, and no try
    rows[1].buttons["A"].click()
    rows[2].buttons["A"].click()
    press(shown, "Check")
    assert "✓ Right" in told(shown) and on_disk(school)["7.3"]["tries"][-1] == {
        "sly": "Q",
        "spoon": "A",
        "gone": "A",
    }


def test_number_by_field(school):
    shown = check("7.4")
    (field,) = parts(shown, ipywidgets.Text)
    field.value = "12 words"
    field._handle_custom_msg({"event": "submit"}, [])  # Enter, as the browser tells it
    assert "≈ Close" in told(shown) and "A little less" in told(shown)


def test_an_open_answer_shows_the_rubric_before_and_two_samples_after_saving(school):
    shown = check("7.5")
    assert "It blames nobody." in parts(shown, ipywidgets.HTML)[0].value
    (field,) = parts(shown, ipywidgets.Textarea)
    assert field.description
    field.value = "Spoon gone"  # without a running clock, a pause is at once
    assert "Saved" in told(shown) and "A good answer" not in told(shown)
    press(shown, "Save")
    assert "A good answer" not in told(shown) and "Write a sentence" in told(shown)
    field.value = "The big spoon is missing from our kitchen today"
    press(shown, "Save")
    assert "Spoon missing" in told(shown) and "Cat under" in told(shown)
    assert "more than 8" in told(shown)
    assert on_disk(school)["7.5"]["value"].startswith("The big spoon")


def test_an_open_answer_is_saved_once_after_a_pause(school, monkeypatch):
    import asyncio

    from whosewords.notebook import pauses

    monkeypatch.setattr(pauses, "PAUSE", 0.02)
    shown = check("7.5")

    async def type_slowly():
        (field,) = parts(shown, ipywidgets.Textarea)
        for text in ("A", "A sp", "A spoon"):
            field.value = text
        assert not (school / "my_work.json").exists()
        await asyncio.sleep(0.2)

    asyncio.run(type_slowly())
    assert on_disk(school)["7.5"]["value"] == "A spoon" and not on_disk(school)["7.5"]["finished"]


def test_whoever_works_on_a_hub_is_told_that_a_teacher_can_read_it(school, monkeypatch):
    assert "It is sent nowhere." in repr(my_work())
    monkeypatch.setenv("JUPYTERHUB_USER", "blue-7")  # a hub sets it in each server
    assert "Your teacher can read it there." in repr(my_work()) and "nowhere" not in repr(my_work())


def test_my_work_is_in_the_order_of_a_lesson(school):
    for id in ("7.10", "7.exit", "7.2", "7.p2", "7.1", "7.p1", "10.1", "odd"):
        work().change(id, lambda entry: {**entry, "kind": "answer"})
    assert [id for id, *_ in answers(work().entries())] == [
        "7.p1", "7.p2", "7.1", "7.2", "7.10", "7.exit", "10.1", "odd"
    ]  # fmt: skip


def test_what_was_answered_is_there_after_a_restart(school):
    for id, given in {
        "7.1": "cat",
        "7.2": "sly",
        "7.3": "Q, A, Q",
        "7.4": 12,
        "7.5": "A spoon is gone today, it seems",
    }.items():
        check(id, given)
    predict("7.p1", "cat")
    predict("7.p2", 3)
    opened_later()
    assert chosen(check("7.1")) == ["The cat"]
    assert "Hint" in told(check("7.1")) and "Hint" in repr(check("7.1"))
    assert [box.value for box in parts(check("7.2"), ipywidgets.Checkbox)] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert [row.value for row in parts(check("7.3"), ipywidgets.Box) if hasattr(row, "buttons")] == [
        "Q",
        "A",
        "Q",
    ]
    assert parts(check("7.4"), ipywidgets.Text)[0].value == "12"
    assert parts(check("7.5"), ipywidgets.Textarea)[0].value.startswith("A spoon")
    assert "A good answer" in told(check("7.5"))
    assert chosen(predict("7.p1")) == ["The cat"]
    assert parts(predict("7.p2"), ipywidgets.Text)[0].value == "3"


def test_a_file_that_somebody_edited_does_not_break_a_lesson(school):
    entries = {
        "7.1": {"at": "2025", "kind": "answer", "tries": "cat", "result": 7},
        "7.2": {"at": "2025", "kind": "answer", "tries": [["gone"], 5, None, {"a": 1}]},
        "7.3": {"at": "2025", "kind": "answer", "tries": [{"fly": "A"}]},
        "7.4": {"at": "2025", "kind": "answer", "tries": [True, "x"]},
        "7.5": {"at": "2025", "kind": "text", "value": 12},
        "7.p1": {"at": 5, "value": ["cat", "cook"]},
        "7.p2": "no entry",
        "7.exit": {"at": "2025", "confidence": {"a": 1}, "word": ["x"]},
    }
    school.mkdir()
    (school / "my_work.json").write_text(as_text({"version": 1, "entries": entries}), encoding="utf-8")
    for id in ("7.1", "7.2", "7.3", "7.4", "7.5"):
        assert check(id).widget and repr(check(id))
    for id in ("7.p1", "7.p2"):
        assert predict(id).widget and repr(reveal(id))
    assert exit_ticket(7).widget and repr(my_work()) and my_work()._repr_html_() and repr(progress())
    assert "✓ Right" in repr(check("7.1", "cook")) and "Hint" in repr(check("7.4", 30))


def test_printed_without_a_notebook_a_question_says_how_to_answer(school):
    text = repr(check("7.1"))
    assert "Who was in" in text and 'check("7.1", "cat")' in text


def test_in_a_notebook_it_is_a_widget_with_the_text_beside_it(school):
    bundle, _ = check("7.1")._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "Who was" in bundle["text/plain"] and "Who was" in bundle["text/html"]


# Exit ticket and progress


def test_exit_ticket_typed_and_tapped(school):
    assert "tap: one word" in repr(exit_ticket(7, 4))
    assert "See you" in repr(exit_ticket("7", word="curious"))
    assert on_disk(school)["7.exit"] | {"at": ""} == {
        "kind": "exit ticket", "confidence": 4, "word": "curious", "at": ""
    }  # fmt: skip
    shown = exit_ticket(7)
    press(shown, "2")
    press(shown, "clear")
    assert (on_disk(school)["7.exit"]["confidence"], on_disk(school)["7.exit"]["word"]) == (2, "clear")
    parts(shown, ipywidgets.Text)[0].value = "spoony"
    assert on_disk(school)["7.exit"]["word"] == "spoony"
    assert chosen(shown) == ["2"]
    press(shown, "curious")
    assert on_disk(school)["7.exit"]["word"] == "curious" and parts(shown, ipywidgets.Text)[0].value == ""
    for wrong in (0, 6, "high"):
        with pytest.raises(Problem, match="from 1 to 5"):
            exit_ticket(7, wrong)
    with pytest.raises(Problem, match="lesson called “8”"):
        exit_ticket(8)


def test_progress_goes_from_not_begun_to_done(school):
    assert "Begin with Lesson 7" in repr(progress()) and "not begun" in repr(progress())
    predict("7.p1", "cat")
    assert "1 of 7 done" in repr(progress()) and "The missing spoon, 7.p2" in repr(progress())
    predict("7.p2", 3)
    check("7.1", "cook")
    check("7.2", "cat")
    assert "3 of 7 done" in repr(progress()), "One wrong try is not yet done."
    check("7.2", "kitchen")
    check("7.3", "Q, A, A")
    check("7.5", "A spoon is gone")
    exit_ticket(7, 3, "clear")
    assert "lessons are done" in repr(progress()), "A stretch exercise is not needed."
    assert 'href="07_spoon.ipynb"' in progress()._repr_html_() and "✓ done" in progress()._repr_html_()


# Whose work


def test_my_work_shows_exports_and_loads_everything(school, tmp_path):
    predict("7.p1", "cat")
    check("7.1", "cook")
    check("7.5", "<b>A spoon</b> is gone from us")
    assert "The cook (right)" in repr(my_work()) and "3 answers" in repr(my_work())
    assert "<b>A spoon" not in my_work()._repr_html_()
    assert "3 answers written" in repr(my_work().export(tmp_path))
    with pytest.raises(Problem, match="already a file"):
        my_work().export(tmp_path)
    (school / "my_work.json").unlink()
    opened_later()
    assert "3 answers read" in repr(import_work(tmp_path / "my_work.json"))
    assert "The cook (right)" in repr(my_work())
    assert "0 of them new" in repr(import_work(tmp_path / "my_work.json"))


def test_an_older_copy_does_not_undo_a_later_answer(school, tmp_path):
    check("7.1", "cat")
    my_work().export(tmp_path / "copy.json")
    check("7.1", "cook")
    import_work(tmp_path / "copy.json")
    assert on_disk(school)["7.1"]["result"] == "right"


def test_loading_what_is_damaged_or_not_there(school, tmp_path):
    check("7.1", "cook")
    predict("7.p1", "cat")
    text = (school / "my_work.json").read_text(encoding="utf-8")
    (tmp_path / "cut.json").write_text(text[: text.index('"7.p1"')], encoding="utf-8")
    (tmp_path / "poem.json").write_text("roses are red")
    (school / "my_work.json").unlink()
    assert "1 answer read" in repr(import_work(tmp_path / "cut.json"))
    assert on_disk(school)["7.1"]["result"] == "right"
    with pytest.raises(Problem, match="not a work file"):
        import_work(tmp_path / "poem.json")
    with pytest.raises(Problem, match="There is no file"):
        import_work(tmp_path / "nothing.json")
    with pytest.raises(Problem, match="could not be read"):
        import_work(tmp_path)


def test_two_students_on_one_machine_have_a_file_each(school, tmp_path):
    my_work("Blue-7")
    check("7.1", "cook")
    my_work("red-3")
    check("7.1", "cat")
    assert on_disk(school, "my_work_blue-7.json")["7.1"]["result"] == "right"
    assert on_disk(school, "my_work_red-3.json")["7.1"]["result"] == "not yet"
    opened_later()
    assert name() == "red-3", "A notebook opened later goes on under the name."
    my_work().export(tmp_path)
    my_work("blue-7")
    with pytest.raises(Problem, match=r'belongs to “red-3”.*my_work\("red-3"\) first'):
        import_work(tmp_path / "my_work_red-3.json")
    my_work("")
    assert work().path.name == "my_work.json"


def test_a_deleted_work_file_is_offered_back(school):
    check("7.1", "cook")
    check("7.5", "Nobody took the spoon away from here.")
    assert "bring_back" not in repr(my_work())
    (school / "my_work.json").unlink()
    opened_later()
    assert "my_work().bring_back()" in repr(my_work()) and "bring_back" in my_work()._repr_html_()
    my_work().bring_back()
    assert on_disk(school)["7.1"]["result"] == "right"  # all but the last change
    assert "bring_back" not in repr(my_work())
    assert "nothing to bring back" in repr(my_work().bring_back())


def work_of(folder, name, answer):
    """An exported file of somebody at another computer."""
    entries = {"7.1": {"kind": "answer", "tries": [answer], "result": "not yet", "at": "2999"}}
    document = {"format": "Whose Words? my work", "version": 1, "name": name, "entries": entries}
    path = folder / f"theirs{name}.json"
    path.write_text(as_text(document), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("mine", "theirs", "says"),
    [("", "red-3", r"my_work\(\"red-3\"\) first"), ("blue-7", "", "has no name"), ("", "", "without a name")],
)
def test_answers_of_perhaps_somebody_else_are_asked_about(school, tmp_path, mine, theirs, says):
    my_work(mine)
    check("7.1", "cook")
    path = work_of(tmp_path, theirs, "cat")
    with pytest.raises(Problem, match=says):
        import_work(path)
    assert work().get("7.1")["tries"] == ["cook"]
    import_work(path, "yes")
    assert work().get("7.1")["tries"] == ["cat"]


def test_own_answers_are_taken_home_and_back_without_a_question(school, tmp_path):
    check("7.1", "cat")
    my_work().export(tmp_path / "home.json")
    check("7.1", "cook")
    predict("7.p1", "cat")
    (school / "my_work.json").unlink()
    opened_later()
    import_work(tmp_path / "home.json")  # nothing was here
    predict("7.p1", "cook")
    import_work(tmp_path / "home.json")  # one answer is the same in both
    assert work().get("7.1")["tries"] == ["cat"]


def test_a_notebook_keeps_the_name_it_began_with(school):
    my_work("blue-7")
    (school / "name.txt").write_text("red-3\n")
    assert name() == "blue-7"


@pytest.mark.parametrize(
    "name", ["../etc", "a/b", "a\\b", "..", "-x", "x-", "a b", "con:", "x" * 25, "name.txt", "*"]
)
def test_names_that_are_no_names(school, name):
    with pytest.raises(Problem, match="cannot be a name here"):
        my_work(name)


@pytest.mark.parametrize("name", ["blue-7", "ñandú_2", "7", "Ärger", "شجرة-۷"])
def test_names_of_every_script(school, name):
    my_work(name)
    check("7.1", "cook")
    assert len(list(school.glob("my_work_*.json"))) == 1


def test_a_full_disk_is_told_and_nothing_is_lost(school, monkeypatch):
    import os

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        reply = repr(check("7.1", "cook"))
        assert "✓ Right" in reply and "No space left" in reply and "kept in this notebook" in reply
        assert "The cook (right)" in repr(my_work())
    assert "No space" not in repr(predict("7.p1", "cat"))
    assert on_disk(school)["7.1"]["result"] == "right"


def test_a_damaged_file_is_told_once(school):
    check("7.1", "cook")
    predict("7.p1", "cat")
    text = (school / "my_work.json").read_text(encoding="utf-8")
    (school / "my_work.json").write_text(text[:60], encoding="utf-8")
    assert "was damaged" in repr(check("7.4", 10))
    assert "was damaged" not in repr(check("7.4", 10))
    assert set(on_disk(school)) == {"7.1", "7.4"}


CONTROLS = {
    "a guess": lambda: predict("7.p1", "cat"),
    "an open answer": lambda: check("7.5", "Nobody took the spoon away from here."),
    "the exit ticket": lambda: exit_ticket(7, 3, "clear"),
    "half an exit ticket": lambda: exit_ticket(7, 3),
}


@pytest.mark.parametrize("answer", CONTROLS.values(), ids=CONTROLS)
def test_nothing_says_saved_that_is_not_on_the_disk(school, monkeypatch, answer):
    def full(path, text):
        raise files.CannotSave("The disk is full.")

    monkeypatch.setattr(files, "write", full)
    told = repr(answer())
    assert told.startswith("Not saved yet.") and "The disk is full." in told
    assert not re.search(r"\b[Ss]aved,|Saved\.|is kept:", told)
    monkeypatch.undo()
