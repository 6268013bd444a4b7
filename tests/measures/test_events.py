"""Events, dates and clocks: the tables hang together, and the hours are those of a map of time zones."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from whosewords.calls import events as calls
from whosewords.files import table_rows
from whosewords.measures.events import clocks, evening, mentions, short_names, when
from whosewords.notebook.clock import sentence
from whosewords.problems import Problem
from whosewords.shelf import catalogue
from whosewords.shelf.catalogue import OWN, SHELF, articles

ZONES = {"Washington": "America/New_York", "London": "Europe/London", "Baghdad": "Asia/Baghdad"}


@pytest.mark.parametrize("clock", clocks())
@pytest.mark.parametrize("hour", range(24))
def test_the_clocks_are_those_of_that_night(clock, hour):
    try:
        there, washington = ZoneInfo(ZONES[clock.split()[0]]), ZoneInfo("America/New_York")
    except ZoneInfoNotFoundError:
        pytest.skip("This computer has no table of time zones.")
    moment = datetime(2021, 6, 27, hour, tzinfo=washington).astimezone(there)
    weekday, date, time = when(hour, clocks()[clock])
    assert (weekday, date, time) == (f"{moment:%A}", f"{moment.day} {moment:%B %Y}", f"{moment:%H:%M}")


def test_sunday_evening_there_is_monday_morning_here():
    for hour in range(evening().first, evening().last + 1):
        assert when(hour, clocks()["Washington (UTC−4)"])[0] == "Sunday"
        assert when(hour, clocks()["Baghdad (UTC+3)"])[0] == "Monday"  # 17:00 + 7 h = 24:00
    # 20:00 in Washington is 24:00 UTC, and 3:00 in Baghdad.
    assert when(20, 3) == ("Monday", "28 June 2021", "03:00")
    assert when(16, 3) == ("Sunday", "27 June 2021", "23:00")
    told = sentence(17, "Baghdad (UTC+3)")
    assert re.match(r"17:00 .*Sunday.* 00:00 .*Monday, 28 June 2021", told)


def test_every_event_has_a_short_name_and_a_source():
    found = table_rows("events.csv")
    assert [row["event_id"] for row in found] == list(short_names())
    for row in found:
        assert all(row[key].strip() for key in ("event", "date_local", "source", "source_date")), row


def test_every_box_of_the_matrix_is_filled_once():
    found = table_rows("event_mentions.csv")
    boxes = [(row["event_id"], row["article"]) for row in found]
    assert sorted(boxes) == sorted((event, name) for event in short_names() for name in (*SHELF, *OWN))
    assert {row["role"] for row in found} == {"main", "mentioned", "absent"}


def test_paragraphs_of_the_matrix_are_paragraphs_of_the_articles():
    for row in table_rows("event_mentions.csv"):
        numbers = [int(number) for number in row["paragraphs"].split(";") if number]
        assert (numbers == []) == (row["role"] == "absent"), row
        assert set(numbers) <= {p.number for p in articles[row["article"]].paragraphs}, row
        assert numbers == sorted(set(numbers))


def test_the_main_event_is_the_strike_that_the_article_is_filed_under():
    strikes = {"2019-12": "strike_2019_12", "2020-03": "rockets_strikes_2020_03", "2021-06": "strike_2021_06"}
    for name in (*SHELF, *OWN):
        main = [box["event_id"] for box in mentions(short_names(), [name]) if box["role"] == "main"]
        assert main == [strikes[articles[name].strike]]


def test_mentions_are_in_the_order_that_was_asked_for():
    found = mentions(["strike_2021_06", "invasion_2003"], ["neo", "trt"])
    assert [(box["event_id"], box["article"]) for box in found] == [
        ("strike_2021_06", "neo"), ("strike_2021_06", "trt"),
        ("invasion_2003", "neo"), ("invasion_2003", "trt"),
    ]  # fmt: skip
    assert mentions(short_names(), ["warmup_courier"]) == []


def test_events_tell_what_the_matrix_says():
    found = calls.events()
    assert list(found.table.columns) == ["event", *(articles[name].name for name in SHELF)]
    assert list(found.table["event"]) == list(short_names().values())
    boxes = {box["event_id"]: box for box in mentions(short_names(), ["neo"])}
    for event, cell in zip(short_names(), found.table[articles["neo"].name], strict=True):
        role = boxes[event]["role"]
        assert cell.startswith("–" if role == "absent" else role)
        assert re.findall(r"\d+", cell) == [
            number for number in boxes[event]["paragraphs"].split(";") if number
        ]
    assert re.search("27/28 June 2021: Journal .*Outlook ", found.words)
    assert len(calls.events(["neo"]).table.columns) == 2


def test_events_of_a_text_that_is_in_no_table():
    with pytest.raises(Problem, match="No events"):
        calls.events("warmup_courier")


def test_dates():
    found = calls.dates()
    assert list(found.table.columns) == ["text", "event", "written", "posted"]
    assert list(found.table["text"]) == [articles[name].name for name in SHELF]
    unknown = [articles[name].name for name in SHELF if articles[name].date_written.startswith("unknown")]
    assert f"For {len(unknown)} of 5 texts" in found.words
    assert "For 0 of 1 texts" in calls.dates("wire_2019").words


def test_a_misspelt_article():
    with pytest.raises(Problem, match=r"mean “neo”\?"):
        calls.events("noe")


def test_nothing_is_counted_beside_its_cut_copy():
    assert not {*catalogue.SPECIMENS} & {row["article"] for row in table_rows("event_mentions.csv")}
