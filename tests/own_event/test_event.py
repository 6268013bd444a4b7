"""The whole way without a browser, with three of our own texts; and every door with what does not fit."""

import pytest

import whosewords
from whosewords import (
    add_text,
    articles,
    copies,
    dates,
    events,
    forget_text,
    frames,
    loaded_language,
    my_frames,
    naming,
    rank,
    stability,
)
from whosewords.own_event import counting, voices
from whosewords.own_event.opening import event_names, new_event
from whosewords.own_event.rules import LICENCE
from whosewords.own_event.steps import STEPS, as_text
from whosewords.problems import Problem
from whosewords.session import session
from whosewords.shelf import open_event, own_texts
from whosewords.voices import voice_of

from .bridge import TEXTS, begun, finished, on_the_shelf


def test_an_event_is_begun_left_and_gone_on_with(home):
    event = new_event("bridge")
    assert event_names() == ["bridge"] and event.names == []
    on_the_shelf()
    event.take("notice", "gull").say("brief", survived="a vote")
    open_event.close()
    again = new_event("bridge")
    assert again.names == ["notice", "gull"] and again.said("brief", "survived") == "a vote"
    assert new_event().name == "bridge"  # the only one


def test_every_step_says_what_it_wants_until_it_is_done(home):
    event = new_event("empty")
    assert not any(step.done(event) for step in STEPS)
    done = finished()
    assert [step.id for step in STEPS if not step.done(done)] == []
    assert "to do" not in as_text(done)


def test_nothing_is_compared_without_a_licence(home):
    event = begun()
    for call in (counting.counted, counting.ranges):
        with pytest.raises(Problem, match="Step 3, the licence, still wants: event, dates"):
            call(event)
    for what in list(LICENCE)[:-1]:
        event.put("licence", what=what, held="no")
    with pytest.raises(Problem, match="still wants: language"):
        event.licensed()
    event.put("licence", what="language", held="unknown")
    assert [article.id for article in event.licensed()] == list(TEXTS)


def test_every_call_of_the_course_takes_its_texts(home):
    finished()
    names = list(TEXTS)
    assert "gull" in repr(rank(names)) and "gull" in repr(stability(names))
    assert "gull" in copies("courier", "gull").words
    # In ¶7 of the courier the word stands once, in the author's voice; the host has it in headline and note.
    council = naming("The Council").table
    assert list(council["count"]) == [1, 1, 1] and list(council["voice"]) == ["A", "H", "E"]
    assert 'naming("the council"): the council, in your own table.' in naming().words
    grid = frames("gull")
    assert "The council took a path away." in repr(grid) and "You read it" not in grid.words
    assert "gull: cause and judgement and remedy are blank in your reading" in grid.words
    assert list(dates(names).table["event"]) == ["10 September 2025"] * 3
    assert list(events(names).table.iloc[0]) == ["the vote", "main ¶1 ¶2", "main ¶1 ¶2", "main ¶1 ¶2"]
    open_event.close()
    assert dates(names).table["event"][0] == "unknown"
    with pytest.raises(Problem):
        naming("the council")


def test_a_voice_corrected_by_hand_is_what_every_call_takes(home):
    event = begun()
    article = articles["courier"]
    before = voice_of(article)
    number = next(p.number for p in article.paragraphs if p.voice == "A")
    start = next(i for i, word in enumerate(article.words) if word.paragraph == number)
    voices.note(event, "courier", number, 1, 3, "Q", "the baker")
    after = voice_of(article)
    assert after[start : start + 3] == ["Q"] * 3 and after[start + 3 :] == before[start + 3 :]
    said = loaded_language("courier").table.set_index("voice")["words"]
    # Three words went from the author's voice to a quoted one: 206 + 14 words of A, H, Q and I in all.
    assert sum(said) == sum(before.count(letter) for letter in "AHEQI")
    assert "corrected" in " ".join(loaded_language("courier").more)
    one = next(s for s in voices.to_check(event, "courier") if s.paragraph == number and s.first == 1)
    assert (one.voice, one.state, one.drafted, one.last) == ("Q", "corrected", "A", 3)
    voices.note(event, "courier", number, 2, 2, "A")  # it meets the row before, which gives way
    assert len(event.rows("voices", text="courier")) == 1 and voice_of(article)[start] == "A"


def test_a_draft_that_is_right_is_confirmed(home):
    event = begun()
    one = voices.to_check(event, "notice")[0]
    assert voices.checked(event, "notice") == (0, 2) and one.state == "draft"
    voices.note(event, "notice", one.paragraph, one.first, one.last, one.voice, one.speaker)
    assert voices.checked(event, "notice") == (1, 2)
    assert voices.to_check(event, "notice")[0].state == "confirmed"


def test_a_voice_finds_its_words_again_where_a_block_was_dropped(home):
    event = begun()
    one = voices.to_check(event, "courier")[-1]
    voices.note(event, "courier", one.paragraph, one.first, one.last, "I", "the baker")
    add_text("courier").drop(3)
    open_event.kept_in_step()
    moved = [s for s in voices.to_check(event, "courier") if s.state != "draft"]
    assert [(s.voice, s.words) for s in moved] == [("I", one.words)]
    assert [s.paragraph for s in moved] == [one.paragraph - 1]


def test_a_phrase_is_found_and_a_wrong_place_is_told(home):
    event = begun()
    assert voices.find("courier", "not dangerous today")[1:] is not None
    for phrase, told in (("no such words here", "nowhere"), ("the", "times")):
        with pytest.raises(Problem, match=told):
            voices.find("courier", phrase)
    for wrong in ((99, 1, 1), (1, 0, 1), (1, 5, 2), (1, 1, 900)):
        with pytest.raises(Problem):
            voices.note(event, "courier", *wrong, "Q")
    with pytest.raises(Problem, match="voice is one of"):
        voices.note(event, "courier", 1, 1, 1, "X")


def test_the_check_by_hand_gives_a_share_with_its_range(home):
    event = finished()
    cases = counting.hits_to_check(event)
    # In the author's voice the list finds 15 hits: 7 in the courier and 8 in the gull.
    assert len(cases) == 15 and {case.line.article for case in cases} == {"courier", "gull"}
    found = counting.checked(event)
    # Every fourth is called wrong: numbers 0, 4, 8, 12, so 4 of 15.
    assert (found.right, found.wrong, round(found.share, 2)) == (11, 4, 0.73)
    assert counting.agreed(event) is None
    for case in cases[:6]:
        counting.judge(event, case, "right", "second")
    # Of the six, 0 and 4 were called wrong by the first reader: the same verdict on 4 of 6.
    agreed = counting.agreed(event)
    assert (agreed.same, agreed.both) == (4, 6) and "67 of 100" in counting.agreed_in_words(event)
    assert set(agreed.verdicts) == {"first", "second"}


def test_a_category_and_a_voice_narrow_the_hits(home):
    event = finished()
    event.say("count", category="violence", voice="quoted")
    assert counting.hits_to_check(event) == []
    assert counting.counted(event).table["hits"].sum() == 0


def test_a_grid_of_a_text_of_the_event_is_kept_in_the_event(home):
    event = begun()
    grid = my_frames("gull", problem=("It is shut.", "seven bullies", 3), cause="blank")
    assert event.row("frames", text="gull", box="problem")["proof"] == "seven bullies"
    assert "Still open: judgement, remedy" in repr(grid)
    assert event.row("frames", text="gull", box="cause")["blank"] == "yes"
    my_frames("gull", judgement="blank", remedy="blank")
    assert "only grid" in repr(my_frames("gull"))


def test_what_add_text_changes_comes_into_the_folder(home):
    event = begun()
    add_text("courier", outlet="The Thimble")
    open_event.kept_in_step()
    assert 'outlet = "The Thimble"' in event.folder.text_file("courier").read_text(encoding="utf-8")


def test_a_text_that_left_the_shelf_comes_back_with_the_event(home):
    begun()
    forget_text("courier")
    assert new_event("bridge").names == list(TEXTS) and "courier" in own_texts.names()


def test_a_text_taken_out_keeps_what_was_noted_of_it(home):
    event = finished().take_out("gull")
    assert event.names == ["notice", "courier"] and event.rows("frames", text="gull") == []
    event.take("gull")
    assert event.row("frames", text="gull", box="problem")["own_words"] == "The council took a path away."


def test_somebody_elses_text_of_the_same_name_is_another_text(home, tmp_path):
    finished()
    session().event.folder.path.rename(tmp_path / "theirs")
    open_event.close()
    forget_text("courier")
    add_text("The harbour is open. It was shut before.", name="courier")
    theirs = new_event(tmp_path / "theirs")
    assert theirs.names == ["notice", "courier_2", "gull"] and any("courier_2" in n for n in theirs.notes)
    assert theirs.row("frames", text="courier_2", box="cause")["blank"] == "yes"
    assert "footbridge" not in articles["courier"].headline and articles["courier_2"].outlet
    with pytest.raises(Problem, match="opened to be read"):
        add_text("courier_2").drop(2)
    assert own_texts.taken_along()[0].keys() == {"courier", "notice", "gull"}
    open_event.close()
    assert "courier_2" not in own_texts.names()


@pytest.mark.parametrize("name", ["", "a b", "9", "x" * 40, "../x", "con", 3, None, "<b>"])
def test_what_can_be_no_event_is_told_in_a_sentence(home, name):
    with pytest.raises(Problem):
        new_event(name)
    assert event_names() == []


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("licence", {"what": "colour", "held": "yes"}),
        ("licence", {"what": "event", "held": "maybe"}),
        ("frames", {"text": "gull", "box": "topic"}),
        ("frames", {"text": "trt", "box": "cause"}),
        ("frames", {"box": "cause"}),
        ("claims", {"number": "3"}),
        ("claims", {"number": "1", "verdict": "true"}),
        ("claims", {"number": "1", "paragraph": "six"}),
        ("matrix", {"event": "x", "text": "gull", "role": "hero"}),
        ("hits", {"coder": "third", "text": "gull", "place": "1", "term": "x"}),
        ("event", {"what": "title"}),
        ("nonsense", {}),
    ],
)
def test_what_fits_no_table_is_told_in_a_sentence(home, table, row):
    event = begun()
    with pytest.raises(Problem):
        event.put(table, **row)


@pytest.mark.parametrize("said", [{"date": "tomorrow"}, {"colour": "red"}])
def test_what_is_said_of_an_event_is_checked(home, said):
    with pytest.raises(Problem):
        begun().tell(**said)


def test_a_name_must_stand_in_its_text(home):
    event = begun()
    for wrong in (
        {"who": "", "words": "council", "text": "courier"},
        {"who": "x", "words": "no such name", "text": "courier"},
        {"who": "x", "words": "one two three four five six seven", "text": "courier"},
        {"who": "x", "words": "council", "text": "trt"},
    ):
        with pytest.raises(Problem):
            event.note_name(**wrong)
    assert event.rows("names") == []


def test_seven_texts_are_one_too_many(home):
    event = new_event("bridge")
    for number in range(7):
        add_text(f"The pier of town {number} is shut. It rained.", name=f"t{number}")
    event.take(*(f"t{number}" for number in range(6)))
    with pytest.raises(Problem, match="6 texts"):
        event.take("t6")


def test_a_text_in_another_language_is_not_counted(home):
    german = "Die Fähre kam am Montag nicht. Die Leute warteten auf dem Steg, und es war sehr kalt. " * 8
    event = finished()
    add_text(german, name="faehre")
    event.take("faehre")
    table = counting.counted(event).table.set_index("text")
    assert table.loc["faehre", "words"] == 0 and table.loc["gull", "hits"] == 8
    assert all(case.line.article != "faehre" for case in counting.hits_to_check(event))


def test_an_earlier_state_is_brought_back(home):
    event = begun().say("brief", survived="a vote at night")
    event.say("brief", survived="nothing")
    assert "1 " in repr(event.earlier()) and "brief" in repr(event.bring_back(1))
    assert event.said("brief", "survived") == "a vote at night"
    event.bring_back(1)
    assert event.said("brief", "survived") == "nothing"
    for wrong in (0, 99, "1", True):
        with pytest.raises(Problem):
            event.bring_back(wrong)


def test_a_disk_that_refuses_is_told(home, monkeypatch):
    event = begun()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(Problem, match="could not be saved"):
        event.say("brief", survived="x")
    monkeypatch.undo()
    assert event.said("brief", "survived") == ""


def test_events_of_two_names_are_apart(home):
    whosewords.my_work("blue-7")
    begun()
    whosewords.my_work("red-3")
    assert session().event is None and event_names() == []
    whosewords.my_work("blue-7")
    assert event_names() == ["bridge"]
