"""Which text is about which event, and when that was by which clock: hand-checked, sourced tables."""

from datetime import UTC, datetime, timedelta

from ..files import table_rows

SHORT = {
    "invasion_2003": "2003 invasion",
    "protests_2019": "protests, autumn 2019",
    "strike_2019_12": "strike, 29 Dec 2019",
    "killing_2020_01": "Soleimani killed, Jan 2020",
    "rockets_strikes_2020_03": "rockets and strikes, March 2020",
    "strike_2021_06": "strike, 27/28 June 2021",
}
CLOCKS = {"Washington (UTC−4)": -4, "London (UTC+1)": 1, "Baghdad (UTC+3)": 3}
EVENING = (17, 23)  # the reports say only "Sunday evening" in Washington; these are the hours that may mean


def mentions(event_ids, article_ids):
    """Who speaks of what: a dictionary for each box, with keys event_id, article, role, paragraphs and note.

    role is "main" (the text is about it), "mentioned" (in passing) or "absent".
    """
    boxes = {(row["event_id"], row["article"]): row for row in table_rows("event_mentions.csv")}
    return [
        boxes[event, article] for event in event_ids for article in article_ids if (event, article) in boxes
    ]


def when(hour, offset):
    """The strike of June 2021 by another clock: (weekday, date, time) as text.

    hour: an hour of Sunday evening, 27 June 2021, in Washington (UTC−4 in summer), 0 to 23. offset: hours
    from UTC.

    >>> when(20, 3)
    ('Monday', '28 June 2021', '03:00')
    >>> when(20, -4)
    ('Sunday', '27 June 2021', '20:00')
    """
    washington = timedelta(hours=-4)
    moment = datetime(2021, 6, 27, hour, tzinfo=UTC) - washington + timedelta(hours=offset)
    return f"{moment:%A}", f"{moment.day} {moment:%B %Y}", f"{moment:%H:%M}"
