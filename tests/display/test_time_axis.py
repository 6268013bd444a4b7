"""Days on one true axis: as far apart as in the calendar."""

from datetime import date

import pytest
from drawn import pieces, words

from whosewords import dates
from whosewords.display.time_axis import Row, ticks, time_axis
from whosewords.measures.events import days, happened

DAYS = {
    name: (date(2020, 1, day), date(2020, 1, day))
    for name, day in (("first", 1), ("middle", 11), ("last", 21))
}


def test_days_lie_as_far_apart_as_in_the_calendar():
    """From 1 to 21 January with a twenty-fifth (0.8 days, at least 1) at either end: 22 days are the whole
    width, so 1 January lies at 1/22 = 4.55, the 11th in the middle, and the 21st at 21/22 = 95.45."""
    row = Row("a text", "", tuple(("event", DAYS[name]) for name in DAYS))
    drawn = time_axis([], [row], "Three days.")
    assert [p.x for p in pieces(drawn, "circle")][:3] == [4.55, 50, 95.45]


def test_an_event_is_named_beside_its_mark_and_followed_down():
    event = Row("a vote", "", (("event", DAYS["first"]),))
    text = Row("a text", "written 21 January 2020", (("written", DAYS["last"]),))
    drawn = time_axis([event], [text], "Two rows.")
    assert words(drawn)["a vote"][0] == 4.55
    thread = next(p for p in pieces(drawn, "line") if p.given.get("stroke-dasharray"))
    assert thread.x == 4.55 and float(thread.given["y2"]) >= words(drawn)["a text"][1]
    assert "written 21 January 2020" in words(drawn)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2025, 9, 10), date(2025, 9, 13), ["10 Sep", "11 Sep", "12 Sep", "13 Sep\n2025"]),
        (date(2020, 1, 1), date(2020, 1, 1), ["1 Jan\n2020"]),
        (date(2003, 1, 1), date(2021, 1, 1), ["Jan\n2003", "Jan\n2008", "Jan\n2013", "Jan\n2018"]),
    ],
)
def test_ticks_are_few_and_on_round_days(first, last, told):
    assert [label for _, label in ticks(first, last)] == told


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("29 December 2019", (date(2019, 12, 29), date(2019, 12, 29))),
        ("11 March 2020 (rockets), 12–13 March 2020 (strikes), 14 March 2020",
         (date(2020, 3, 11), date(2020, 3, 14))),
        ("night of 12 to 13 March 2020", (date(2020, 3, 12), date(2020, 3, 13))),
        ("unknown (probably 1–3 January 2020; our inference)", None),
        ("30 February 2020", None),
        ("31 Nonsense 2020", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_date_in_words_is_read(told, found):
    assert days(told) == found


def test_events_whose_day_is_known_are_in_order():
    found = happened(
        {"strike_2021_06", "protests_2019", "rockets_strikes_2020_03", "invasion_2003", "no such"}
    )
    assert [event.id for event in found] == ["protests_2019", "rockets_strikes_2020_03", "strike_2021_06"]
    assert (found[1].first, found[1].last) == (date(2020, 3, 11), date(2020, 3, 14))


def test_dates_are_drawn_and_what_is_unknown_is_said(home):
    found = dates()
    assert found.chart.words.startswith(found.words) and "New Eastern Outlook, " in found.chart.words
    assert "written unknown" in found.chart.words and "posted 8 July 2021" in found.chart.words


def test_a_text_without_dates_has_no_picture(home):
    assert dates("Nobody says when this was written, and that is all we have of it.").chart is None
