"""The keys of Lesson 1, computed from the tables of events and from what is known about each text."""

from datetime import date
from itertools import combinations

from whosewords.classroom.exercises import exercise
from whosewords.files import table_rows
from whosewords.measures.events import clocks, mentions, when
from whosewords.shelf.catalogue import SHELF, articles

EVENTS = {row["event_id"]: row for row in table_rows("events.csv")}
OPTIONS = {
    "invasion_2003": "invasion",
    "protests_2019": "protests",
    "strike_2019_12": "december",
    "killing_2020_01": "soleimani",
}
# What each option of 1.6 is called in the genre of a text.
GENRES = {
    "agency": ("news report", "wire"),
    "government": ("statement", "official"),
    "opinion": ("opinion",),
    "translation": ("translation",),
    "excerpt": ("excerpt",),
}


def wrong():
    """Who names a day that is not the day of the strike by the clock in Washington or in Iraq."""
    strike = EVENTS["strike_2021_06"]
    here, there = date.fromisoformat(strike["date_local"]), date.fromisoformat(strike["date_washington"])
    montreal = f"{here:%A}" == "Monday" or f"{there:%A}" == "Monday"
    neo = date(2021, 6, 27) in (here, there)
    return {(True, True): "neither", (True, False): "neo", (False, True): "montreal"}.get(
        (montreal, neo), "both"
    )


def pairs():
    """Pairs of texts that share a main event."""
    main = {(box["event_id"], box["article"]) for box in mentions(EVENTS, SHELF) if box["role"] == "main"}
    return [
        pair for pair in combinations(SHELF, 2) if any({(e, pair[0]), (e, pair[1])} <= main for e in EVENTS)
    ]


def separate():
    """The pair that does not stand on one page."""
    pages = {name: articles[name].page[0].precis + articles[name].page[-1].precis for name in SHELF}
    ((first, second),) = (pair for pair in pairs() if pages[pair[0]] != pages[pair[1]])
    return f"{first} and {second}"


def in_passing():
    """The event that three texts mention and none of them is about."""
    three = ("trt", "journal_mtl", "neo")
    role = {(box["event_id"], box["article"]): box["role"] for box in mentions(EVENTS, three)}
    (event,) = (e for e in EVENTS if all(role[e, name] == "mentioned" for name in three))
    return OPTIONS[event]


def clock():
    """The hour in Washington at which it is still Sunday in London and already Monday in Baghdad."""
    london, baghdad = clocks()["London (UTC+1)"], clocks()["Baghdad (UTC+3)"]
    hours = [option.id for option in exercise("1.9").options]
    (hour,) = (
        h for h in hours if (when(int(h), london)[0], when(int(h), baghdad)[0]) == ("Sunday", "Monday")
    )
    return hour


def different():
    one, other = articles["trt"], articles["neo"]
    year = [
        next(word for word in text.date_posted.split() if word.isdigit() and len(word) == 4)
        for text in (one, other)
    ]
    length = [len(text.body) for text in (one, other)]
    found = {
        "strike": one.strike != other.strike,
        "year": year[0] != year[1],
        "length": max(length) > 1.1 * min(length),
        "language": one.language != other.language,
        "kind": ("opinion" in one.genre) != ("opinion" in other.genre),
    }
    return [name for name, differs in found.items() if differs]


def missing():
    genres = " ".join(articles[name].genre for name in SHELF)
    return [name for name, words in GENRES.items() if not any(word in genres for word in words)]


RECOMPUTED = {
    "1.p1": wrong,
    "1.p2": lambda: len(pairs()),
    "1.3": separate,
    "1.4": in_passing,
    "1.5": different,
    "1.6": missing,
    "1.9": clock,
}
