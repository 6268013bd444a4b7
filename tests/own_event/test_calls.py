"""Every call of the course on an event of one's own, by its short names: with answers counted by hand."""

import pytest
from library import ROOT

import whosewords
from whosewords import (
    add_stops,
    articles,
    copies,
    count,
    dates,
    drop_dots,
    drop_headings,
    events,
    find,
    frames,
    hand_check,
    loaded_language,
    measure,
    my_frames,
    naming,
    pairs,
    programs,
    rank,
    readability,
    second_opinion,
    show,
    silence_grid,
    sources,
    stability,
    where_to_read,
    who_is_behind,
    windows,
)
from whosewords.measures.agreement import agreement_of
from whosewords.own_event import counting, voices
from whosewords.own_event.opening import new_event
from whosewords.own_event.rules import LICENCE, REASONS
from whosewords.problems import Problem
from whosewords.session import Session, somebody
from whosewords.vocabulary import VOCABULARY

from .lake import PAGES, gathered

ALL = list(PAGES)
TAKES = {  # what each call must say of the four pages, worked out by hand beside it
    "articles": lambda: (articles["heron"].outlet, "The Wakeful Heron"),
    "show": lambda: (repr(show("agency")), "The list of numbers is older"),
    "where_to_read": lambda: (repr(where_to_read("kettle")), "came from you"),
    # “boats” in the agency: headline, ¶2 and twice in ¶5 (40, six rowing); heron ¶3 and ¶6; kettle ¶5 and ¶8;
    # digest: headline and twice in ¶2.
    "find": lambda: (find("boats", ALL).words, "11 hits. agency 4, heron 2, kettle 2, digest 3"),
    # Emotive in the heron’s own words: “worst outrage” of the note, and “wrecked” of the last one.
    "count": lambda: (repr(count("emotive", ["agency", "heron"]).words), "agency 0 (0 to 4), heron 2"),
    "loaded_language": lambda: (loaded_language("agency").words, "agency 0"),
    # An agency report without one hit is never first.
    "rank": lambda: (rank(ALL).words, "kettle first, 1 heron"),
    "stability": lambda: (stability(ALL).words, "Never first: agency, digest"),
    "hand_check": lambda: (repr(hand_check(ALL)), "so-called"),
    # One speaker in one sentence is a statement: ¶2 one, ¶3 two, ¶4 two, ¶5 one, ¶6 one, ¶7 three, make 10.
    # The office comes under two names, the official under two, then club, residents, and one of them: 7.
    "sources": lambda: (sources(ALL).short, "agency: 10 statements of 7 speakers."),
    "dates": lambda: (list(dates(ALL).table["posted"]), "2025-06-12"),
    "copies": lambda: (copies("agency", "heron").words, "202 of the 333 words of agency"),
    "readability": lambda: (readability(ALL).words, "None of the 6 pairs"),  # 4 · 3 / 2
    "pairs": lambda: (pairs(ALL).words, "None of the 6 pairs"),
    "second_opinion": lambda: (list(second_opinion("digest").table["text"]), "digest"),
    "measure": lambda: (list(measure(ALL)["text"].unique()), "kettle"),
    "programs": lambda: (programs("agency").words, "No other program was asked"),
    "add_stops": lambda: (add_stops("agency").words, "1 full stop was added, at the end of ¶1"),
    "drop_dots": lambda: (drop_dots("agency").words, "no abbreviation with dots inside"),
    "drop_headings": lambda: (drop_headings("agency").words, "12 of 333 words"),
    # Pieces of 100 words, each 50 further: 1, 51, 101, 151 and 201; the next would end at 350 of 333.
    "windows": lambda: (windows("agency").words, "5 pieces of 100 words"),
}
FROM_HIS_TABLES = {"naming", "events", "frames", "my_frames", "silence_grid", "who_is_behind"}  # tested below
OF_THE_EVENT = {"add_text", "forget_text", "new_event", "my_brief", "review"}
OF_THE_COURSE = {  # about the articles of the lessons, or about no text
    "unlock", "lock", "predict", "reveal", "check", "exit_ticket", "my_work", "my_settings", "import_work",
    "reset", "progress", "style_rules", "headline_swap", "use_list", "my_list", "glossary", "clock", "ledger",
    "rewrite", "tag", "agreement", "my_rates", "unmask", "claim", "relay", "calibration",
    "before_after", "Path",
}  # fmt: skip


@pytest.fixture(scope="module")
def home_of_lake(tmp_path_factory):
    """The four pages are read in once: a disk is slow."""
    folder = tmp_path_factory.mktemp("home")
    with somebody(Session(folder=folder)):
        gathered()
    return folder


@pytest.fixture
def lake(home_of_lake):
    with somebody(Session(folder=home_of_lake)):
        yield new_event("lake")


def test_of_every_call_it_is_said_whether_it_takes_an_event():
    assert set(VOCABULARY) == {*TAKES, *FROM_HIS_TABLES, *OF_THE_EVENT, *OF_THE_COURSE}


@pytest.mark.parametrize("name", TAKES)
def test_a_call_takes_the_texts_of_an_event_by_their_short_names(lake, name):
    said, wanted = TAKES[name]()
    assert wanted in said


@pytest.mark.parametrize("call", [events, frames, silence_grid, who_is_behind])
def test_what_nobody_noted_yet_is_told_with_the_step_that_asks_for_it(lake, call):
    with pytest.raises(Problem) as told:
        call("agency")
    assert any(word in str(told.value) for word in ("step 2", 'my_frames("agency")', "Step 10", "Step 4"))


def test_what_is_noted_in_the_steps_is_what_the_calls_say(home):
    event = gathered()
    for text, outlet in (("agency", "sells reports to 31 papers"), ("heron", "four volunteers")):
        event.put("texts", text=text, happened="3 and 4 June 2025", behind=outlet, behind_source="its foot")
    event.put("matrix", event="the night of the sluice", text="agency", role="main", paragraphs="2;3")
    event.note_name("the keeper", "the plug-puller", "kettle", rests_on="people on the quay")
    my_frames("heron", problem=("A harbour was drained.", "drained our harbour", 2), cause="blank",
              judgement="blank", remedy="blank")  # fmt: skip
    event.put("silences", number="1", what="the dry lane", told_in="agency, kettle", silent_in="heron",
              reason=REASONS[3])  # fmt: skip
    assert "four volunteers (its foot)" in repr(who_is_behind("heron"))
    assert "four volunteers" in who_is_behind("heron")._repr_html_()
    assert len(who_is_behind(["agency", "heron"])) == 2
    assert events("agency").table["agency"][0] == "main ¶2 ¶3"
    assert list(dates("heron").table["event"]) == ["3 and 4 June 2025"]
    assert list(naming("the keeper").table["text"]) == ["kettle"]
    assert "A harbour was drained." in repr(frames("heron"))
    grid = silence_grid(ALL)
    assert grid.words == "The dry lane. Told: agency, kettle; silent: heron."
    assert list(grid.table["box"]) == ["told", "told", f"silent {REASONS[3]}"]
    assert "Pentagon" not in repr(grid) and "strike" not in repr(grid)
    event.put("silences", number="1", told_in="nobody", silent_in="all")
    assert silence_grid(ALL).words == "The dry lane. Silent: agency, heron, kettle, digest."


def test_a_voice_corrected_by_hand_is_a_statement_of_its_speaker(home):
    event = gathered()
    number, first, last = voices.find("agency", "The boat owners’ club spoke of 40 boats")
    voices.note(event, "agency", number, first, last, "I", "the boat owners’ club")
    found = sources("agency")
    assert found.short == "agency: 11 statements of 8 speakers."  # 10 and 7 before, and this one
    assert "corrected" in " ".join(found.more)


def test_two_readers_agree_as_in_lesson_seven(home):
    event = gathered()
    for what in LICENCE:
        event.put("licence", what=what, held="no")
    event.say("count", question="Who judges?", category="all", voice="all", counts="x", leaves_out="y")
    hits = counting.hits_to_check(event)
    assert len(hits) > 10
    for number, case in enumerate(hits):
        counting.judge(event, case, "right" if number % 2 else "wrong", "first")
        counting.judge(event, case, "right" if number % 2 or number == 0 else "wrong", "second")
    agreed = counting.agreed(event)
    assert agreed.both - agreed.same == 1  # they part at number 0 alone
    assert agreed.found == agreement_of(agreed.verdicts) and 0 < agreed.found.alpha < 1
    assert f"alpha {agreed.found.alpha:.2f}" in counting.agreed_in_words(event)


def test_with_few_hits_no_alpha_is_given(home):
    event = gathered()
    event.say("count", category="all", voice="quoted")
    for coder in ("first", "second"):
        for case in counting.hits_to_check(event)[:2]:
            counting.judge(event, case, "right", coder)
    assert "too few to say" in counting.agreed_in_words(event)


def test_the_half_done_event_answers_too(home):
    new_event(ROOT / "data" / "bridge_event", copy="bridge")
    names = ["lamp", "courier", "gull"]
    assert "gull" in rank(names).words and "statement" in sources(names).short
    # Seven voted, and each of the three has the word once or more.
    assert all(f"{name} " in find("seven", names).words for name in names)
    assert "lamp" in repr(who_is_behind("lamp")) and len(events(names).table) >= 1


def test_without_an_event_nothing_of_it_is_left(lake):
    assert whosewords.shelf.open_event.is_own("agency")
    whosewords.shelf.open_event.close()
    with pytest.raises(Problem, match=r"for its silences\. There are boxes"):
        silence_grid("agency")
