"""One door: every call takes a text in every form, says the same of each, and names what does not apply."""

import inspect
from pathlib import Path

import pandas as pd
import pytest

import whosewords
from whosewords import (
    add_stops,
    count,
    dates,
    drop_dots,
    drop_headings,
    events,
    find,
    frames,
    hand_check,
    headline_swap,
    loaded_language,
    measure,
    my_frames,
    pairs,
    programs,
    rank,
    readability,
    second_opinion,
    show,
    stability,
    where_to_read,
    who_is_behind,
    windows,
)  # fmt: skip
from whosewords.classroom.hand_check import OTHERS, TASK
from whosewords.classroom.my_work import my_work, work
from whosewords.display.finding import Finding
from whosewords.problems import Problem
from whosewords.shelf.catalogue import OWN, articles, choose
from whosewords.vocabulary import VOCABULARY

# An invented text: a headline of 4 words, two paragraphs of 28 and 23, and a line of furniture with 4.
MINE = (
    "A Ferry Nobody Wanted\n"
    "The council called the ferry a shameful disaster for the town. “We were betrayed by this regime,” said "
    "Ms Roe, who keeps the lighthouse and has no boat.\n"
    "The mayor claims that everybody is happy. Nobody has asked the gulls, of course, and the old bridge "
    "stands empty in the rain.\n"
    "Follow us on: Facebook"
)
# What is asked of one text alone, and what of several.
ONE = {
    "add_stops": add_stops,
    "drop_dots": drop_dots,
    "drop_headings": drop_headings,
    "windows": lambda texts, **more: windows(texts, 30, **more),
    "programs": programs,
    "show": lambda texts, column=None: show(choose(texts, column)),
}
MANY = {
    "count": lambda texts, **more: count("emotive", texts, **more),
    "candidates": lambda texts, **more: count("scare", texts, **more),
    "loaded_language": loaded_language,
    "find": lambda texts, **more: find("*e*", texts, **more),
    "readability": readability,
    "second_opinion": second_opinion,
    "dates": dates,
    "measure": measure,
    "hand_check": hand_check,
}
PAIRED = {"rank": rank, "stability": stability, "pairs": pairs}


def forms(folder):
    """The same text in every form in which it may come: (what is given, options, what it is called)."""
    file = folder / "mine.txt"
    file.write_text(MINE, encoding="utf-8")
    yield MINE, {}, "your text"
    yield choose(MINE)[0], {}, "your text"
    yield file, {}, "mine.txt"
    yield [MINE], {}, "your text"
    yield (MINE,), {}, "your text"
    yield {MINE}, {}, "your text"
    yield (text for text in [MINE]), {}, "your text"
    yield {"quokka": MINE}, {}, "quokka"
    yield {"quokka": file}, {}, "quokka"
    yield pd.Series([MINE]), {}, "your text"
    yield pd.Series([MINE], index=["quokka"]), {}, "quokka"
    yield pd.DataFrame({"year": [2025], "body": [MINE]}), {"column": "body"}, "your text"
    yield pd.DataFrame({"body": [MINE]}, index=["quokka"]), {"column": "body"}, "quokka"


def told(answer, called):
    """What an answer says, whatever its text is called."""
    if isinstance(answer, Finding):
        said = [answer.title, answer.words, *answer.more, answer.table.to_csv(), answer.view or ""]
    elif isinstance(answer, pd.DataFrame):
        said = [answer.to_csv()]
    else:
        said = [repr(answer)]
    return " ".join(" ".join(said).replace(called, "*").split())


@pytest.mark.parametrize("name", [*ONE, *MANY])
def test_every_form_of_a_text_gets_the_same_answer(home, tmp_path, name):
    call = {**ONE, **MANY}[name]
    answers = {told(call(given, **options), called) for given, options, called in forms(tmp_path)}
    assert len(answers) == 1 and "*" in answers.pop()


@pytest.mark.parametrize("name", [*MANY, *PAIRED])
def test_several_texts_of_every_kind_at_once(home, tmp_path, name):
    (tmp_path / "mine.txt").write_text(MINE, encoding="utf-8")
    given = ["neo", articles["wire_2019"], MINE, tmp_path / "mine.txt", {"quokka": MINE}, [MINE]]
    answer = {**MANY, **PAIRED}[name](given)
    if isinstance(answer, Finding):
        words = f"{answer.words} {answer.table.to_csv()} {answer.view or ''}"
        for called in ("New Eastern Outlook", "Wire report 2019", "your text", "mine.txt", "quokka"):
            assert called in words
        assert "your text 2" in words


@pytest.mark.parametrize("name", ONE)
def test_what_takes_one_text_says_so_where_several_come(home, name):
    for given in (["trt", MINE], {"a": MINE, "b": MINE}, pd.Series([MINE, MINE]), articles):
        with pytest.raises(Problem, match="one text"):
            getattr(whosewords, name)(given)


@pytest.mark.parametrize("call", [show, where_to_read, my_frames, headline_swap])
def test_nothing_drops_a_second_text(home, call):
    with pytest.raises(Problem, match=r"2 arrived: .* 2019, .* 2020"):
        call(["wire_2019", "wire_2020"])
    assert repr(call(["wire_2019"])) == repr(call("wire_2019"))


@pytest.mark.parametrize(
    "call",
    [
        *ONE.values(),
        *MANY.values(),
        *PAIRED.values(),
        events,
        frames,
        who_is_behind,
        where_to_read,
        my_frames,
    ],
)
@pytest.mark.parametrize(
    "given", [5, b"two words", "", [], [None], ["trt", 3.5], {"a": None}, "noe", object()]
)
def test_what_is_no_text_gets_one_sentence(home, call, given):
    with pytest.raises(Problem) as caught:
        call(given)
    assert "\n" not in str(caught.value)


# A text of one's own is measured as an article is


@pytest.mark.parametrize("name", OWN)
def test_our_own_reports_count_the_same_as_strings(home, name):
    article = articles[name]
    text = "\n\n".join(paragraph.text for paragraph in article.paragraphs)
    assert choose(text)[0].words == article.words and choose(text)[0].body == article.body
    for call in (loaded_language, readability, drop_headings, second_opinion, *list(MANY.values())[:2]):
        mine, ours = (call(one).table.drop(columns="text", errors="ignore") for one in (text, article))
        assert mine.equals(ours)
    assert list(find("the", text).table["place"]) == list(find("the", article).table["place"])
    assert measure(text).drop(columns="text").equals(measure(article).drop(columns="text"))


def test_voices_hits_and_boilerplate_by_hand():
    # “regime” stands in what Ms Roe says: Q; “shameful” and “disaster” in the author's voice: A.
    found = loaded_language(MINE, voice="quoted").table
    assert list(found["words"]) == [6]  # We were betrayed by this regime
    rows = find("shameful", MINE).table
    assert list(rows["voice"]) == ["A author"] and list(rows["place"]) == ["¶2"]
    assert [paragraph.voice for paragraph in choose(MINE)[0].paragraphs] == ["H", "A", "A", "B"]
    assert "Left out" in " ".join(readability(MINE).more) and "¶4" in " ".join(readability(MINE).more)
    assert set(measure(MINE)["words"]) == {4 + 28 + 23}


def test_what_does_not_apply_is_said(home):
    more = " ".join(loaded_language(MINE).more)
    assert "by rule" in more and "noted for" in more
    assert "by rule" not in " ".join(count("emotive", "wire_2019").more)
    assert "No other program" in programs(MINE).words and len(programs(MINE).table) == 1
    for call, part in (
        (events, "nobody has read it"),
        (frames, "my_frames()"),
        (who_is_behind, "Nobody has"),
    ):
        with pytest.raises(Problem, match=part.replace("(", r"\(").replace(")", r"\)")):
            call(MINE)
    assert "for your text" in " ".join(events(["trt", MINE]).more)
    assert "came from you" in repr(where_to_read(MINE))
    german = "Der Rat hat die Fähre am Abend abgelehnt. " * 9
    assert "look English" in " ".join(loaded_language(german).more)


def test_a_text_is_drawn_in_full_and_escaped():
    html = show(f"{MINE}\n<script>alert('x')</script> stays a text.").html()
    assert "<script" not in html and "&lt;<" in html and 'class="ww-read ww-open"' in html and "▇" not in html
    named = show({"<b>x</b>": MINE})
    assert "<b>x" not in named.html() and "&lt;b&gt;x" in named.html()
    for layered in (lambda: show(MINE, layers=True), lambda: show(MINE).layers()):
        with pytest.raises(Problem, match="has no layers"):
            layered()
    for call in (loaded_language, lambda one: find("ferry", one), dates):
        assert "<b>x" not in call({"<b>x</b>": MINE})._repr_html_()


def test_a_name_of_the_shelf_gives_a_text_none_of_its_tables():
    mine = choose({"neo": MINE})[0]
    assert mine.name == "neo" and mine.id not in articles and mine.edition is None
    assert told(loaded_language({"neo": MINE}), "neo") == told(loaded_language(MINE), "your text")


# The check by hand


def test_a_check_of_ones_own_text_is_kept_apart(home):
    check = hand_check(MINE)
    assert 0 < len(check.cases) <= 20 and all(case.line.article == "your text" for case in check.cases)
    hand_check("r w c")
    hand_check(MINE, "w")
    assert list(work().get(OTHERS)["hits"].values()) == ["wrong"]
    assert list(work().get(TASK)["hits"].values()) == ["right", "wrong", "unsure"]
    assert list(hand_check({"quokka": MINE}).verdicts.values()) == ["wrong"]  # it is the same text
    assert hand_check("Another shameful disaster, they say.").verdicts == {}
    assert hand_check(list(check.shelf.values())).verdicts and "of other texts" in repr(my_work())
    assert len(hand_check(["wire_2019", MINE]).verdicts) == 1


def test_a_check_needs_a_hit(home):
    with pytest.raises(Problem, match="nothing to check"):
        hand_check("The bridge is closed.")
    assert hand_check(articles).task == hand_check(choose()).task == TASK


def test_a_grid_for_ones_own_text_checks_its_proofs(home):
    reply = my_frames(MINE, problem=("Nobody wants it.", "shameful disaster", 2), remedy="blank")
    assert "stands in ¶2" in repr(reply)
    assert "do not stand" in repr(my_frames(MINE, cause=("The sea.", "no such words", 2)))


# Signatures


ONE_AT_A_TIME = ("show", "where_to_read", "programs", "add_stops", "drop_dots", "drop_headings", "windows")


@pytest.mark.parametrize("word", [word for word in VOCABULARY if word not in ("articles", "Path")])
def test_a_signature_tells_the_truth(word):
    call = getattr(whosewords, word)
    signature = inspect.signature(call)
    parameters = signature.parameters.values()
    assert inspect.getdoc(call)
    assert all(one.kind is not one.VAR_KEYWORD for one in parameters), "What it takes must be named."
    assert not {one.name for one in parameters} & set(dir(__import__("builtins")))
    if "texts" in signature.parameters:
        first = "pattern" if word == "find" else "category" if word == "count" else "texts"
        assert next(iter(signature.parameters)) == first
        default = signature.parameters["texts"].default
        one = word in ONE_AT_A_TIME  # a call for one text cannot do without it
        assert default is (inspect.Parameter.empty if one else None) or word == "headline_swap"
    for name, default in (
        ("column", None),
        ("rule", "careful"),
        ("formula", "flesch_kincaid"),
        ("words", None),
    ):
        if name in signature.parameters:
            assert signature.parameters[name].default == default
            assert signature.parameters[name].kind is inspect.Parameter.KEYWORD_ONLY or name == "formula"


def test_the_word_that_is_a_module_has_the_signature_of_its_call():
    from whosewords.calls import grades

    assert inspect.signature(whosewords.readability) == inspect.signature(grades.readability)
    assert whosewords.readability.__doc__ == grades.readability.__doc__
    assert whosewords.readability.measure("A text.").counts["words"] == 2
    with pytest.raises(Problem, match="no_such_option"):
        whosewords.readability("trt", no_such_option=1)


def test_path_is_a_word():
    assert whosewords.Path is Path
