"""The steps of an event as controls: each saves by itself, says what it wants, and can be left."""

import asyncio

import ipywidgets
import pytest
from IPython.core.interactiveshell import InteractiveShell
from own_event.bridge import TEXTS, begun, finished, on_the_shelf
from own_home import parts

from whosewords import new_event
from whosewords.notebook import mistakes
from whosewords.own_event import counting, voices
from whosewords.own_event.steps import STEPS


def told(shown):
    return " ".join(part.value for part in parts(shown, ipywidgets.HTML))


def press(shown, name):
    next(one for one in parts(shown, ipywidgets.Button) if one.description == name).click()


def field(shown, name, kind=ipywidgets.Text):
    return next(one for one in parts(shown, kind) if name in one.description)


def go_to(shown, number):
    press(shown, f"{number} {STEPS[number - 1].name}")
    return shown


@pytest.fixture
def event(home):
    on_the_shelf()
    return new_event("bridge")


def test_a_first_step_takes_texts_in_and_tells_what_is_left(event):
    assert "2 more texts" in told(event)
    for name in TEXTS:
        field(event, f"{name}: a text of this event", ipywidgets.Checkbox).value = True
    field(event, "The event, in a few words").value = "The vote"
    field(event, "Its date").value = "2025-09-10"
    field(event, "Where it was").value = "Odderquay"
    assert new_event("bridge").names == list(TEXTS) and "This step is done." in told(event)
    assert event.said("event", "title") == "The vote"


def test_what_cannot_be_kept_is_told_where_it_was_typed(event):
    field(event, "Its date").value = "tomorrow"
    assert "begins with its year" in told(event) and event.said("event", "date") == ""


@pytest.mark.parametrize("number", range(1, 12))
def test_each_step_opens_in_an_empty_event_and_in_a_full_one(home, number):
    assert f"Step {number} of 11" in told(go_to(new_event("empty"), number))
    finished("full")
    assert "This step is done." in told(go_to(new_event("full"), number))


def test_an_event_opens_at_the_first_step_that_wants_something(home):
    begun()
    assert "Step 2 of 11" in told(new_event("bridge"))


def test_dates_and_boxes_are_saved_as_they_are_chosen(home):
    begun()
    event = go_to(new_event("bridge"), 2)
    field(event, "When it was written (or “unknown”): gull").value = "unknown"
    next(one for one in parts(event, ipywidgets.Button) if one.description == "is about it").click()
    assert event.row("texts", text="gull")["written"] == "unknown"
    assert event.rows("matrix")[0]["role"] == "main"
    field(event, "Another event").value = "the flood"
    press(event, "Add this event")
    assert "the flood" in told(event)


def test_the_licence_is_chosen_line_by_line(home):
    begun()
    event = go_to(new_event("bridge"), 3)
    for one in parts(event, ipywidgets.Button):
        if one.description == "not held constant":
            one.click()
    assert event.may_compare and "This step is done." in told(event)


def test_stretches_are_looked_at_one_by_one(home):
    begun()
    event = go_to(new_event("bridge"), 4)
    assert "Stretch 1 of 2 in notice" in told(event)
    press(event, "Q direct quotation")
    assert voices.checked(event, "notice") == (1, 2) and "Stretch 2 of 2" in told(event)
    field(event, "A phrase that the rule missed").value = "no such words"
    press(event, "Note this phrase")
    assert "stands nowhere" in told(event)


def test_a_name_that_does_not_stand_in_the_text_is_told(home):
    begun()
    event = go_to(new_event("bridge"), 5)
    field(event, "Who is it?").value = "the council"
    field(event, "What the text calls them").value = "council"
    press(event, "courier")
    press(event, "Note this name")
    assert event.rows("names")[0]["words"] == "council" and "Noted." in told(event)
    press(event, "Take out “council”")
    assert event.rows("names") == []


def test_the_count_waits_for_the_licence_and_hits_are_judged_one_by_one(home):
    begun()
    event = go_to(new_event("bridge"), 7)
    press(event, "Count")
    assert "Nothing is compared before" in told(event)
    finished("full")
    event = go_to(new_event("full"), 7)
    press(event, "Count")
    assert "ww-finding" in told(event)
    press(event, "Check as the second reader")
    assert "Hit 1 of 15, second reader" in told(event)
    for _ in range(15):
        press(event, "Right")
    assert len(counting.verdicts(event, "second")) == 15 and "73 of 100" in told(event)


def test_the_brief_counts_its_words_and_is_written_when_it_may_be(home):
    finished()
    event = go_to(new_event("bridge"), 11)
    field(event, "What survived", ipywidgets.Textarea).value = ""
    press(event, "Write the brief")
    assert "“What survived” is empty" in told(event)
    field(event, "What survived", ipywidgets.Textarea).value = "a vote after midnight"
    assert "4 of 60 words." in told(event)
    press(event, "Write the brief")
    assert (event.folder.path / "brief.html").is_file() and "Written" in told(event)


def test_a_button_takes_what_was_typed_just_before(home):
    finished()
    event = go_to(new_event("bridge"), 11)
    survived = field(event, "What survived", ipywidgets.Textarea)

    async def typed_and_pressed():
        survived.value = "All count seven, and nothing else was checked."
        assert event.said("brief", "survived") != survived.value  # a moment's pause has not passed
        press(event, "Write the brief")

    asyncio.run(typed_and_pressed())
    assert "nothing else was checked" in (event.folder.path / "brief.html").read_text(encoding="utf-8")


def test_a_step_that_is_left_and_a_line_that_is_run_take_it_too(home):
    finished()
    event = go_to(new_event("bridge"), 11)

    async def typed_and_left():
        field(event, "What survived", ipywidgets.Textarea).value = "Seven of all."
        go_to(event, 2)
        assert event.said("brief", "survived") == "Seven of all."
        field(go_to(event, 11), "What survived", ipywidgets.Textarea).value = "Seven of nine."
        shell = InteractiveShell()
        mistakes.install(shell)
        shell.run_cell("1")
        assert event.said("brief", "survived") == "Seven of nine."

    asyncio.run(typed_and_left())


def test_somebody_elses_event_shows_its_steps_and_changes_nothing(home, tmp_path):
    finished().folder.path.rename(tmp_path / "theirs")
    event = new_event(tmp_path / "theirs")
    assert "Opened to be read" in told(event)
    go_to(event, 1)
    field(event, "The event, in a few words").value = "mine"
    assert "opened to be read" in told(event) and event.said("event", "title") != "mine"


def test_a_printed_event_tells_the_same(home):
    begun()
    assert "2. Dates and events: to do: notice" in repr(new_event("bridge"))
    bundle, _ = new_event("bridge")._repr_mimebundle_()
    assert "Dates and events" in bundle["text/html"]


def test_a_step_that_was_left_keeps_no_controls(home):
    finished()
    event = new_event("bridge")
    go_to(event, 9)
    first = parts(event, ipywidgets.Text)[0]
    go_to(event, 10)
    assert first.comm is None


def test_whoever_goes_on_in_another_event_has_that_one_opened_again(home):
    first = finished()
    second = go_to(new_event("lake"), 1)
    assert not second.names
    shown = go_to(new_event("bridge"), 2)
    press(second, "Look again at my shelf")
    field(second, "gull: a text of this event", ipywidgets.Checkbox).value = True
    assert second.names == ["gull"] and first.names == list(TEXTS)
    assert "This step is done." in told(go_to(shown, 4))  # its own voices are known again


def test_two_windows_on_one_event_lose_nothing_of_each_other(home):
    begun()
    one, two = go_to(new_event("bridge"), 10), go_to(new_event("bridge"), 10)
    field(one, "Silence 1: what is left out").value = "the survey"
    field(two, "Silence 1: told in").value = "notice"
    press(one, "There was no room.")
    kept = two.row("silences", number="1")
    assert (kept["what"], kept["told_in"], kept["reason"]) == ("the survey", "notice", "There was no room.")
