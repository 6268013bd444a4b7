"""What has room on two sheets: every limit of the brief, kept and just broken, and what is cut to fit."""

import pytest

from whosewords.own_event.brief import Table, brief, to_export
from whosewords.own_event.lengths import in_lines, short, size_of
from whosewords.own_event.limits import CELLS, MOST_NAMES, MOST_SILENCES, too_long_in
from whosewords.own_event.rules import REASONS
from whosewords.problems import Problem

from .bridge import TEXTS, finished
from .full import SIX, filled

PLACED = [(table, column, most) for table, columns in CELLS.items() for column, most in columns.items()]


KNOWN = {
    "texts": {"text": "gull"}, "claims": {"number": "1"}, "silences": {"number": "1", "what": "rain"},
    "names": {"who": "x", "words": "council", "text": "courier"},
}  # fmt: skip


def typed(event, table, column, text):
    """Type something into a cell that the brief shows."""
    if table in ("event", "count"):
        return event.say(table, **{column: f"2025 {text}"[: len(text)] if column == "date" else text})
    return event.put(table, **(KNOWN[table] | {column: text}))


@pytest.mark.parametrize(("table", "column", "most"), PLACED)
def test_each_cell_may_have_so_many_words_and_no_more(home, table, column, most):
    event = finished()
    typed(event, table, column, " ".join(["2025"] * most))
    to_export(event)
    typed(event, table, column, " ".join(["2025"] * (most + 1)))
    with pytest.raises(Problem, match=f"has {most + 1} words, and {most} is the most: cut 1"):
        to_export(event)


def test_what_is_too_long_is_told_in_its_step(home):
    event = finished()
    assert not [told for number in range(1, 12) for told in too_long_in(event, number)]
    event.put("texts", text="gull", written="one two three four five").say("count", second="a b c d")
    assert (
        [*too_long_in(event, 2)]
        == ["gull: when it was written: 5 words, and the brief has room for 4"]
        == [*too_long_in(event, 4)]
    )
    assert [*too_long_in(event, 7)] == ["the second reader: 4 words, and the brief has room for 3"]
    assert not [*too_long_in(event, 1), *too_long_in(event, 11)]  # nor in steps whose numbers only begin so


def test_a_word_without_end_is_no_way_round_a_limit(home):
    event = finished().say("brief", survived="x" * 60 * 9)
    to_export(event)
    with pytest.raises(Problem, match="has 61 words"):
        to_export(event.say("brief", survived="x" * (60 * 9 + 1)))
    # Broad letters take two places: 270 of them fill 60 words of nine.
    to_export(event.say("brief", survived="船" * 270))
    with pytest.raises(Problem, match="has 61 words"):
        to_export(event.say("brief", survived="船" * 271))


def test_two_lines_that_are_not_concluded_and_four_of_the_rest(home):
    event = finished().say("brief", not_conclude="one\n\ntwo")
    assert brief(event).blocks[8].parts[0].lines == ("one\ntwo",)
    with pytest.raises(Problem, match="has 3 lines, and 2 is the most"):
        to_export(event.say("brief", not_conclude="one\ntwo\nthree"))
    event.say("brief", survived="a\nb\nc\nd\ne", not_conclude="one")
    assert to_export(event).blocks[6].parts[0].lines == ("a\nb\nc\nd e",)


def test_silences_are_few_and_further_names_are_counted(home):
    event = finished()
    for number in range(MOST_NAMES + 1):
        event.put("names", who=str(number), words="council", text="courier")
    for number in range(2, MOST_SILENCES + 1):
        event.put("silences", number=str(number), what="rain", reason=REASONS[0])
    # Two names were there before: 7 and 2, less the 6 that are shown.
    table = next(block for block in to_export(event).blocks if block.id == "voices").parts[1]
    assert "3 more are noted" in table.label and len(table.rows) == MOST_NAMES
    event.put("silences", number="9", what="snow", reason=REASONS[0])
    with pytest.raises(Problem, match="5 silences, and 4 is the most"):
        to_export(event)


def test_what_a_page_says_of_itself_is_cut_and_not_refused(home):
    made = to_export(filled())
    cells = [cell for block in made.blocks for part in block.parts if isinstance(part, Table)
             for row in part.rows for cell in row]  # fmt: skip
    assert max(map(size_of, cells)) <= 26 and len(made.blocks[-1].parts[0].lines) == len(SIX) + 1
    assert any("cut after 6 words" in note for note in made.notes)


@pytest.mark.parametrize("text", ["", " ", "a", "x" * 5000, "a/b/c/" * 300, "船" * 90, "🌊 " * 50, "\n" * 9])
def test_whatever_is_cut_fits_and_is_on_one_line(text):
    for most in (1, 4):
        assert size_of(short(text, most).removesuffix(" …")) <= most and "\n" not in short(text, most)
    assert len(in_lines(text, 2).splitlines()) <= 2


def test_the_texts_of_the_bridge_are_within_the_limits(home):
    assert len(TEXTS) == 3 and brief(finished()).refused == ()
