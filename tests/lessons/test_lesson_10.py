"""What Lesson 10 and its notes say of the half-done event is in it. Should it change, they must too."""

import re

import make_half_done
import pytest
from library import ROOT

from whosewords.own_event import counting, voices
from whosewords.own_event.limits import too_long, too_many
from whosewords.own_event.opening import new_event
from whosewords.own_event.rules import LICENCE
from whosewords.own_event.steps import STEPS
from whosewords.session import Session, somebody
from whosewords.shelf.catalogue import articles

SOURCE = (ROOT / "lessons" / "source" / "10_your_own_event.py").read_text(encoding="utf-8")
NOTES = " ".join((ROOT / "lessons" / "teacher" / "lesson_10.md").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def bridge(tmp_path_factory):
    """A copy of the half-done event, opened as the lesson opens it."""
    with somebody(Session(folder=tmp_path_factory.mktemp("home"))):
        yield new_event("data/bridge_event", copy="bridge")


def test_the_half_done_event_is_what_its_tool_makes():
    assert not make_half_done.main(check=True), "Run python tools/make_half_done.py."


def test_what_is_done_and_what_is_asked(bridge):
    done = [number for number, step in enumerate(STEPS, 1) if step.done(bridge)]
    told = re.search(r"Steps (.+?) are done; open them", SOURCE)[1]
    assert [int(number) for number in re.findall(r"\d+", told)] == done
    asked = [int(number) for number in re.findall(r"^# \| (\d+) [A-Z]", SOURCE, re.M)]
    readability, brief = 8, 11  # the first opens with the licence, the second is asked for at the end
    assert sorted([*done, *asked, readability, brief]) == list(range(1, len(STEPS) + 1))


def test_what_is_given_has_room_in_the_brief(bridge):
    assert not [*too_long(bridge), *too_many(bridge)]


def test_the_minutes_of_the_steps_add_up():
    table = SOURCE.partition("| Step | What you do | Minutes |")[2].partition("# %%")[0]
    minutes = [int(number) for number in re.findall(r"\| (\d+) \|$", table, re.M)]
    assert f"# %% minutes={sum(minutes)}\nnew_event(" in SOURCE


def test_the_figures_of_the_notes(bridge):
    lengths = re.search(r"length no \((\d+), (\d+), (\d+) words\)", NOTES).groups()
    counted = [sum(len(p.words) for p in articles[n].paragraphs if p.voice != "B") for n in bridge.names]
    assert [int(one) for one in lengths] == counted
    found = counting.hits_to_check(bridge)
    told = re.search(r"(\d+) hits: Courier (\d+), Gull (\d+), Lamp (\d+)", NOTES).groups()
    each = [sum(case.line.article == name for case in found) for name in ("courier", "gull", "lamp")]
    assert [int(one) for one in told] == [len(found), *each]
    assert {case.line.voice for case in found if case.line.article == "gull"} <= set("EH")
    verdicts = {case.term: counting.verdicts(bridge, "second")[case.id] for case in found}
    assert {term for term, verdict in verdicts.items() if verdict != "right"} == {"worm", "truly"}


def test_the_gull_is_asked_and_the_others_are_read(bridge):
    assert [voices.checked(bridge, name)[0] for name in bridge.names] == [10, 4, 0]
    assert [one.voice for one in voices.to_check(bridge, "gull")] == ["S", "Q", "I", "Q"]
    by_rule = [one for one in voices.to_check(bridge, "lamp") if one.state == voices.CORRECTED]
    assert len(by_rule) == 2 and "It missed two stretches in the Lamp" in NOTES


def test_all_ranges_overlap(home):
    again = new_event("data/bridge_event", copy="other")
    for what in LICENCE:
        again.put("licence", what=what, held="no")
    assert "All these ranges overlap" in counting.counted(again).words
