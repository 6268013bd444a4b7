"""The framing brief as plain data: its blocks with their limits, what is missing, and why it is not written.

Both forms of the brief, a page and a Word document, are made of these blocks and of nothing else.
"""

from typing import Any, NamedTuple

from ..display.tables import joined
from ..measures.frames import BOXES
from ..measures.proofs import state_of
from ..measures.rates import OWN, SAID
from ..problems import Problem
from ..readability import is_english
from ..shelf.catalogue import articles
from ..voices import VOICES
from ..words import words as words_in
from . import counting, voices
from .lengths import in_lines, short, size_of
from .limits import CELLS, LAST, MOST_NAMES, MOST_SILENCES, too_long, too_many
from .rules import CLAIMS, LICENCE, REASONS, YES
from .steps import STEPS
from .written import ASKED, CALLED, LIMITS, REQUIRED, is_empty, whole_licence

LONGEST_QUOTE = 6  # words in a row of a text that is not the student’s own
OWN_WORDS, FEWER = 15, 6  # of a box of the grid that a brief has room for: of up to four texts, of more
NOT_DONE = "Not done."


class Text(NamedTuple):
    """Lines of words."""

    lines: tuple


class Table(NamedTuple):
    """A table: what it is of, its columns, its rows of text."""

    label: str
    columns: tuple
    rows: tuple


class Picture(NamedTuple):
    """A picture (`display.drawing.Chart`) with its title; its words stand in it. ranges: what it shows, as
    (value, low, high) for each row of the table below it, for whoever draws it in another way."""

    title: str
    chart: Any
    ranges: tuple = ()


class Block(NamedTuple):
    """A part of the brief: its name and what stands in it, `Text`, `Table` or `Picture`."""

    id: str
    title: str
    parts: tuple


class Brief(NamedTuple):
    """A framing brief. missing: what is not there yet, as sentences that say where to fill it in. refused:
    why it cannot be written; () where it can."""

    title: str
    about: str
    made_by: str
    blocks: tuple
    missing: tuple
    refused: tuple
    notes: tuple = ()


def brief(event):
    """The brief of an event as it stands."""
    made = (
        _licence, _voices, _frames, _count, _claims, _silence, _survived, _my_frame, _not_conclude, _sources,
    )  # fmt: skip
    about = ", ".join(
        filter(None, (short(event.said("event", w), CELLS["event"][w]) for w in ("place", "date")))
    )
    title = event.said("brief", "title") or event.said("event", "title") or event.name
    refused = tuple(_refused(event))
    return Brief(
        short(title, LIMITS["title"]), about,
        event.said("event", "made_by"), tuple(each(event) for each in made),
        (*refused, *_missing(event)), refused, tuple(_notes(event)),
    )  # fmt: skip


def to_export(event):
    """The brief, to be written. Raises `Problem` that says what is missing and where to fill it in."""
    if refused := list(_refused(event)):
        raise Problem("The brief is not written yet. " + " ".join(refused))
    return brief(event)


# ---- what is missing, and what is refused


def _refused(event):
    for what, name in REQUIRED.items():
        if not event.said("brief", what):
            yield f"“{name}” is empty. {LAST}, has its field. {ASKED[what]}"
    if not event.may_compare:
        left = [what for what in LICENCE if what not in event.decided()]
        wants = f"it wants: {', '.join(left)}" if left else "an event needs two texts"
        yield f"Without a licence nothing is compared: {wants}. Step 3 has it."
    for where, now, most in too_long(event):
        yield f"{where} has {now} words, and {most} is the most: cut {now - most}."
    yield from too_many(event)
    for where, run, name in too_long_quotes(event):
        yield (
            f"{where} has more than {LONGEST_QUOTE} words in a row of {name}: “{run} …”. Say it in your own "
            "words, or quote fewer."
        )


def _missing(event):
    for number, each in enumerate(STEPS[:-1], 1):
        wanted = each.wants(event)
        if wanted:
            more = f" and {len(wanted) - 3} more" if len(wanted) > 3 else ""
            yield f"Step {number}, {each.name.lower()}, wants {'; '.join(wanted[:3])}{more}."
    for what in ("title", "my_frame", "silence"):
        if is_empty(event, what):
            yield f"“{CALLED[what]}” is empty. {LAST}, has its field."


def _notes(event):
    """What is worth a second look, as sentences."""
    from ..lexicon import find_hits

    title = event.said("brief", "title")
    found = [hit.term for hit in find_hits(title)] if title else []
    if found:
        yield f"The title has “{found[0]}”, which our list calls loaded. A title names the event."
    chosen = [row["reason"] for row in event.rows("silences") if row["reason"]]
    if chosen and all(reason == REASONS[-1] for reason in chosen):
        yield "Every silence is called chosen. Which innocent reason could it have, too?"
    cut = [row for row in event.rows("frames") if size_of(row["own_words"]) > _room_of_a_box(event)]
    if cut:
        yield (
            f"Step 6: what you wrote for {cut[0]['box']} of {cut[0]['text']} is cut after "
            f"{_room_of_a_box(event)} words, as the grid has no room for more."
        )
    for row in event.rows("frames"):
        if row["proof"] and not row["blank"] and not _stands(event, row):
            where = f"{row['box']} of {row['text']} does not stand in ¶{row['paragraph'] or '?'}"
            yield f"Step 6: the proof of {where}. Look at the spelling and the number."
    claims = [row["verdict"] for row in event.rows("claims") if row["verdict"]]
    if claims and "supported" not in claims:
        yield "No claim is supported. Look for one that holds up."


def _stands(event, row):
    """Whether the proof of a box stands where its row says; nobody can tell of a text that is gone."""
    article = next((one for one in event.articles if one.id == row["text"]), None)
    number = int(row["paragraph"]) if row["paragraph"].isdecimal() else None
    return article is None or state_of(article, row["proof"], number).name not in ("elsewhere", "absent")


def too_long_quotes(event, typed=None):
    """Where more than six words in a row of somebody else's text stand in what was typed: (where, how it
    begins, name of the text). typed: pairs of (where, text); what the student typed into the event."""
    listed = _typed(event) if typed is None else typed
    typed = [(where, [word.casefold() for word in _plain(text)]) for where, text in listed]
    for article in event.articles:
        row = event.row("texts", text=article.id)
        if row["mine"] == YES or row["in_full"]:
            continue
        runs = _runs(_words_of(article))
        for where, listed in typed:
            size = LONGEST_QUOTE + 1
            hit = next(
                (i for i in range(len(listed) - size + 1) if tuple(listed[i : i + size]) in runs), None
            )
            if hit is not None:
                yield where, " ".join(listed[hit : hit + size]), article.name


def _typed(event):
    for what in LIMITS:
        yield f"“{CALLED[what]}”", event.said("brief", what)
    for what in counting.WANTED:
        yield "Step 7, the count,", event.said("count", what)
    for row in event.rows("frames"):
        yield f"Step 6, {row['box']} of {row['text']},", row["own_words"]
        yield f"Step 6, the proof of {row['box']} of {row['text']},", row["proof"]
    for row in event.rows("names"):
        yield f"Step 5, the name of {row['who']},", row["words"]
    for row in event.rows("claims"):
        for column in ("claim", "why", "source_1", "source_2"):
            yield f"Step 9, claim {row['number']},", row[column]
    for row in event.rows("silences"):
        for column in ("what", "told_in", "silent_in", "note"):
            yield "Step 10, the silences,", row[column]
    for row in event.rows("texts"):
        yield f"Step 4, who is behind {row['text']},", row["behind"]
    for row in event.rows("licence"):
        yield "Step 3, the licence,", row["note"]


def _words_of(article):
    """The words of a text without its headline, which is given as a reference."""
    headline = {p.number for p in article.paragraphs if p.role == "headline"}
    return [word.text.casefold() for word in article.words if word.text and word.paragraph not in headline]


def _runs(listed):
    size = LONGEST_QUOTE + 1
    return {tuple(listed[i : i + size]) for i in range(len(listed) - size + 1)}


def _plain(text):
    return [text[word.start : word.end] for word in words_in(text)]


# ---- the blocks


def _licence(event):
    return Block("licence", "Licence", (Text((in_lines(whole_licence(event)) or NOT_DONE,)),))


def _voices(event):
    rows, lines = [], []
    for article in event.articles:
        row = event.row("texts", text=article.id)
        done, of = voices.checked(event, article.id)
        behind = _cell(row, "behind", "texts") or "not noted"
        source = f" ({_cell(row, 'behind_source', 'texts')})" if row["behind_source"] else ""
        rows.append(
            (_name(article), _layers(article), _shares(event, article.id), f"{done} of {of}", behind + source)
        )
    columns = ("Text", "Who wrote its lines", "Words by voice", "Checked by hand", "Who is behind it")
    lines.append("Who speaks was proposed by a rule; the column before the last says how much was checked.")
    table = Table("Voices: layers, and who is behind them", columns, tuple(rows))
    return Block("voices", "Voices", (table, *_names(event), Text(tuple(lines))))


def _names(event):
    """What somebody is called, where names were noted: a table, or nothing."""
    from ..measures.names import own_names

    found = {}
    for one in own_names():
        found.setdefault((one.actor, one.words, one.authority), []).append(f"{one.article} ({one.voice})")
    rows = tuple(
        (
            short(who, CELLS["names"]["who"]),
            f"“{_first_words(said)}”",
            short(rests, CELLS["names"]["rests_on"]),
            short(", ".join(dict.fromkeys(places)), 6),
        )
        for (who, said, rests), places in list(found.items())[:MOST_NAMES]
    )
    columns = ("Who is named", "Name", "Rests on the word of", "Text (voice)")
    left = f"; {len(found) - MOST_NAMES} more are noted in the event" if len(found) > MOST_NAMES else ""
    return [Table(f"Names, and on whose word each rests{left}", columns, rows)] if rows else []


def _cell(row, column, table):
    """What was typed into a cell, on one line and no longer than the brief has room for."""
    return short(row[column], CELLS[table][column])


def _first_words(text):
    return short(text, LONGEST_QUOTE)


def _name(article):
    return f"{article.id}: {short(article.outlet, 4)}"


def _layers(article):
    counts = {}
    for paragraph in article.paragraphs:
        counts[paragraph.layer] = counts.get(paragraph.layer, 0) + len(paragraph.words)
    return ", ".join(f"{layer} {number}" for layer, number in counts.items() if layer != "furniture")


def _shares(event, name):
    if not voices.may_count(event, name):
        return "not counted: the rule for voices is for English"
    found = voices.shares(name)
    own = sum(number for letter, number in found.items() if letter in OWN)
    said = sum(number for letter, number in found.items() if letter in SAID)
    letters = ", ".join(f"{letter} {number}" for letter, number in found.items())
    return f"own {own}, of others {said} ({letters})"


def _frames(event):
    rows = []
    for box, question in BOXES.items():
        cells = [_box(event.row("frames", text=name, box=box), _room_of_a_box(event)) for name in event.names]
        rows.append((f"{box.capitalize()}: {question}", *cells))
    table = Table("Frames: a phrase as proof in each box", ("Box", *event.names), tuple(rows))
    return Block("frames", "Frames", (table,))


def _room_of_a_box(event):
    return OWN_WORDS if len(event.names) <= 4 else FEWER


def _box(row, most):
    if row["blank"]:
        return "blank: the text offers none"
    if not (row["own_words"] and row["proof"]):
        return NOT_DONE
    return f"{short(row['own_words'], most)} “{_first_words(row['proof'])}”, ¶{row['paragraph'] or '?'}"


def _count(event):
    try:
        finding = counting.counted(event)
    except Problem as problem:
        return Block("count", "One count", (Text((NOT_DONE, str(problem))),))
    listed = finding.table.to_dict("records")
    foreign = [one.name for one in event.articles if not is_english(one)]
    rows = tuple((one["text"], one["voice"], *_numbers(one, foreign)) for one in listed)
    ranges = tuple((one["rate"], one["low"], one["high"]) for one in listed)
    lines = [counting.in_short(event), *_checked(event)]
    held, *_ = finding.held_constant.partition(" Not held constant:")  # what is not, the licence says
    limits = (f"Held constant: {held}", f"Do not conclude: {finding.do_not_conclude}")
    picture = [Picture(finding.title, finding.chart, ranges)] if finding.chart is not None else []
    lines += [f"Not counted, since the list is for English: {joined(foreign)}."] if foreign else []
    columns = ("Text", "Voice", "Words", "Hits", f"Per {counting.PER:,} words", "Range that chance allows")
    table = Table(finding.title, columns, rows)
    return Block(
        "count", "One count", (Text(tuple(lines)), *picture, table, Text((*_readability(event), *limits)))
    )


def _checked(event):
    for coder in ("first", "second"):
        if told := counting.checked_in_words(event, coder):
            who = event.said("count", coder)
            who = short(who, CELLS["count"][coder])
            yield f"Check by hand, {coder} reader{f' ({who})' if who else ''}: {told}"
    if told := counting.agreed_in_words(event):
        yield told
    if not counting.verdicts(event):
        yield "Check by hand: not done, so nobody knows how often the list is right here."


def _readability(event):
    try:
        return [f"Readability, as ranges. {counting.ranges(event).words}"]
    except Problem:
        return []


def _numbers(row, foreign):
    if row["text"] in foreign:
        return (*["–"] * 3, "not counted")
    return (*map(_shown, (row["words"], row["hits"], row["rate"])), _range(row))


def _range(row):
    return (
        f"{_shown(row['low'])} to {_shown(row['high'])}" if row["low"] == row["low"] else "too few sentences"
    )


def _shown(value):
    if value is None or value != value:
        return "–"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.1f}"
    return str(value)


def _claims(event):
    rows = []
    for number in CLAIMS:
        row = event.row("claims", number=number)
        if not row["claim"]:
            continue
        verdict = row["verdict"] or "no verdict"
        verdict += ", incomplete" if row["incomplete"] else ""
        sources = (
            "; ".join(filter(None, (_cell(row, f"source_{n}", "claims") for n in CLAIMS))) or "no source"
        )
        place = f"{row['text']} ¶{row['paragraph']}" if row["text"] else "–"
        claim, why = (_cell(row, column, "claims") for column in ("claim", "why"))
        rows.append((claim, place, verdict, sources, f"{short(row['confidence'], 1) or '?'} of 5", why))
    columns = ("Claim, in my words", "Where", "Verdict", "Sources", "How sure", "Why")
    parts = (Table("Claims, checked", columns, tuple(rows)),) if rows else (Text((NOT_DONE,)),)
    return Block("claim", "Claims", parts)


def _silence(event):
    order = {reason: number for number, reason in enumerate(REASONS)}
    there = [row for row in event.rows("silences") if row["what"]]
    there.sort(key=lambda row: order.get(row["reason"], -1))
    said = [{c: _cell(row, c, "silences") for c in CELLS["silences"]} | {"reason": short(row["reason"], 12)}
            for row in there[:MOST_SILENCES]]  # fmt: skip
    rows = tuple((r["what"], r["told_in"], r["silent_in"], r["reason"], r["note"]) for r in said)
    columns = ("What", "Told in", "Not told in", "The most innocent reason that fits", "How one could know")
    words = in_lines(event.said("brief", "silence"))
    parts = [Text((words,))] if words else []
    parts += [Table("Silences, innocent reasons first", columns, rows)] if rows else []
    return Block("silence", "Silence", tuple(parts) or (Text((NOT_DONE,)),))


def _said(what):
    def block(event):
        return Block(what, CALLED[what], (Text((in_lines(event.said("brief", what)) or NOT_DONE,)),))

    return block


_survived, _my_frame, _not_conclude = _said("survived"), _said("my_frame"), _said("not_conclude")


def _sources(event):
    lines, headline = [], 14 if len(event.names) <= 4 else 9  # words
    for name in event.names:
        one = articles[name]
        made = f"{short(one.author, 4)}, " if not one.author.startswith("unknown") else ""
        happened, written, posted = (
            short(day, 4) for day in (one.date_event, one.date_written, one.date_posted)
        )
        lines.append(
            f"{name}: {made}“{short(one.headline, headline)}”, {short(one.outlet, 4)}. Event: {happened}; "
            f"written: {written}; posted: {posted}."
        )
    letters = ", ".join(f"{letter} {name}" for letter, name in VOICES.items() if letter != "B")
    ours = (
        "Quotations have six words at most. Made with “Whose Words?”; its counts follow rules, and rules can "
        f"be wrong. Letters of voices: {letters}."
    )
    return Block("sources", "Sources", (Text((*lines, ours)),))
