"""A student's calls about events and dates: what has to be lined up before anything is compared.

Nothing is measured here; see `measures.events` for the tables.
"""

from ..display.charts import matrix
from ..display.finding import Finding
from ..display.tables import joined, pd_frame
from ..display.time_axis import Row, time_axis
from ..display.yours import named
from ..measures.events import days, happened, mentions, short_names
from ..problems import Problem
from ..shelf.catalogue import WARM_UP, choose
from ..shelf.open_event import is_own

KINDS = ("event", "written", "posted")
MARKS = {"main": "circle", "mentioned": "diamond", "absent": "stroke"}


def events(texts=None, *, column=None):
    """Which text is about which event: a row for each event, a column for each text.

    texts: short names or several of them; the articles that are compared where nothing is given. "main" means
    that the text is about it, "mentioned" that it comes up in passing. The paragraphs behind each box stand
    in `.table`. column: where texts is a table, its column with the texts.
    """
    chosen, short = choose(texts, column), short_names()
    names = {article.id: article.name for article in chosen}
    noted = mentions(short, names)
    boxes = [
        {"event": short[box["event_id"]], "text": names[box["article"]], "role": box["role"],
         "paragraphs": " ".join(f"¶{number}" for number in box["paragraphs"].split(";") if number)}
        for box in noted
    ]  # fmt: skip
    if not boxes:
        raise Problem(f"No events were noted for {named(chosen)}{_why_none(chosen)}.")
    long = pd_frame(boxes)
    unread = [article for article in chosen if article.name not in set(long["text"])]
    words = _in_words(long)
    wide = long.assign(box=(long["role"].replace({"absent": "–"}) + " " + long["paragraphs"]).str.strip())
    table = wide.pivot(index="event", columns="text", values="box")
    table = table.reindex(index=list(dict.fromkeys(long["event"])), columns=list(dict.fromkeys(long["text"])))
    table = table.fillna("not read")
    return Finding(
        title="Which text is about which event",
        table=table.reset_index().rename_axis(columns=None),
        words=words,
        held_constant="nothing yet. This table is how you find out what may be compared.",
        do_not_conclude="that a text hides an event because it does not name it. It may be too early, or "
        "about something else.",
        chart=matrix(long, words, "event", "text", "role", MARKS),
        short=_in_short(long),
        more=(
            "Read by hand, paragraph by paragraph; sources of the events: data/events.csv.",
            *([f"No events were noted for {named(unread)}."] if unread else []),
        ),
    )


def dates(texts=None, *, column=None):
    """The three dates of each text: when the event happened, when the text was written, when it was posted.

    texts, column: see events().
    """
    chosen = choose(texts, column)
    table = pd_frame(
        {"text": a.name, "event": a.date_event, "written": a.date_written, "posted": a.date_posted}
        for a in chosen
    )
    unknown = [a.name for a in chosen if a.date_written.startswith("unknown")]
    words = (
        "A text has three dates: when the thing happened, when somebody wrote about it, when it was put "
        f"online. For {len(unknown)} of {len(chosen)} texts nobody says when they were written"
        + (f": {', '.join(unknown)}." if unknown else ".")
    )
    return Finding(
        title="Three dates for each text",
        table=table,
        words=words,
        chart=_on_one_axis(chosen, words),
        held_constant="nothing. Look how far the dates lie apart.",
        do_not_conclude="that the later text knew more. It may have been written before it was posted, or "
        "copied.",
    )


def _on_one_axis(chosen, words):
    """The three dates of each text, and the events that it tells of or names; None without any date."""
    short, names = short_names(), {article.id for article in chosen}
    told = {box["event_id"] for box in mentions(short, names) if box["role"] != "absent"}
    known = [Row(event.short, "", (("event", (event.first, event.last)),)) for event in happened(told)]
    rows = [Row(article.name, _three(article), tuple(_dated(article))) for article in chosen]
    if not any(row.days for row in rows):
        return None
    dated = "; ".join(f"{row.name}, {row.told}" for row in rows)
    return time_axis(known, rows, f"{words} {dated}.")


def _dated(article):
    told = article.date_event, article.date_written, article.date_posted
    for kind, words in zip(KINDS, told, strict=True):
        if found := days(words):
            yield kind, found


def _three(article):
    """The dates of a text as the picture says them: without what stands in brackets."""
    known = dict(_dated(article))
    return " · ".join(f"{kind} {_written(known[kind]) if kind in known else 'unknown'}" for kind in KINDS)


def _written(ends):
    """A day, or the days from the first to the last, as it is written: `27–28 June 2021`."""
    first, last = ends
    whole = f"{last.day} {last:%B %Y}"
    if first == last:
        return whole
    return (
        f"{first.day}–{whole}"
        if first.replace(day=1) == last.replace(day=1)
        else f"{first.day} {first:%B %Y} to {whole}"
    )


def _why_none(chosen):
    """Why no events were noted for some texts."""
    if all(article.id in WARM_UP for article in chosen):
        return ": they tell of an invented one"
    if is_own(chosen[0].id):
        return " yet: step 2 of your event has the table"
    return ": nobody has read it for this" if chosen[0].yours else " yet"


def _in_short(long):
    """How many events there are, and how many of them a text is about; which, the grid is read for."""
    main, events = long.loc[long["role"] == "main", "event"].nunique(), long["event"].nunique()
    return (
        f"Of {events} events, {main} {'is' if main == 1 else 'are'} what a text is about; "
        "the others only come up in passing."
    )


def _in_words(long):
    """The matrix as sentences: who shares a main event, who shares a passing one."""
    lines = []
    for event, group in long.groupby("event", sort=False):
        main = list(group.loc[group["role"] == "main", "text"])
        passing = list(group.loc[group["role"] == "mentioned", "text"])
        told = [f"{joined(main)} {'is' if len(main) == 1 else 'are'} about it"] if main else []
        told += [f"{joined(passing)} mention{'s' if len(passing) == 1 else ''} it"] if passing else []
        lines.append(f"{event[0].upper()}{event[1:]}: {'; '.join(told) or 'in none of these texts'}.")
    return " ".join(lines)
