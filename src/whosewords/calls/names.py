"""A student's calls about names: who calls whom what, house rules, a headline with another name in it.

Nothing is measured here; see `naming` for the table.
"""

from collections import Counter

from .. import files
from ..display.charts import grid
from ..display.finding import Finding, table_html
from ..display.hits import by_kind, item, lead
from ..display.html import unfold
from ..display.reading import drawn_words
from ..display.tables import pd_frame
from ..measures.concordance import Line, sentence_of
from ..measures.names import (
    actor_named,
    actors,
    authorities,
    is_one_event,
    names,
    own_actors,
    own_names,
    sources,
    told_apart,
    what_was_read,
)  # fmt: skip
from ..problems import Problem, arrived, did_you_mean, one_of
from ..shelf.catalogue import SHELF, articles, choose_one
from ..voices import VOICES

LETTERS = "AHEQISB"  # the order in which the voices of a text stand
CANNOT_TELL = "who is meant cannot be told"
NOT = (
    "that one name is the right or the neutral one; that whoever uses a name agrees with those on whose word "
    "it rests; that a text hides what it does not name; that an outlet writes like one of its texts."
)


def naming(actor=None):
    """What the texts call somebody, in whose voice, and on whose word each name rests: naming("pmf").

    actor: "pmf", "kataib_hezbollah", "soleimani", "strike", "us_forces" or "isis"; an overview of them where
    nothing is given. Every name unfolds to its places. Which words name whom was read by hand. Where an event
    of your own is open, whoever has names in your own table can be asked for as well.
    """
    if actor is None:
        return _overview()
    if own := _own_actor(actor):
        return _of_own_table(own)
    name = actor_named(actor)
    listed, unclear = told_apart(name)
    boxes = _boxes(listed)
    words = _in_words(listed)
    return Finding(
        title=f"Names for {actors()[name]}",
        table=pd_frame(_row(each) for each in listed),
        words=words,
        held_constant=f"who or what is named: {actors()[name]}, read by hand in each place. Not held "
        f"constant: {'' if is_one_event(name) else 'the event, the date, '}the writer, the year of writing, "
        "the kind of text, the length, the translation. Numbers are counts.",
        do_not_conclude=NOT,
        chart=grid(boxes, words, "name", "voice", "count", "label"),
        more=_behind(name),
        view=unfold("The same numbers as a table", table_html(who_says(name))) + _unfolded(listed, unclear),
        short=" ".join(filter(None, [words.partition("\n")[0], _left_out(unclear), _voices(listed)])),
    )


def _own_actor(actor):
    """Whom a student means of their own table, in any case; "" for nobody."""
    asked = " ".join(arrived(actor).casefold().split())
    return next((who for who in own_actors() if who.casefold() == asked), "")


def _of_own_table(who):
    """What the texts of an event of one's own call somebody, as a student noted it."""
    listed = own_names(who)
    if not listed:
        raise Problem(f"Of the names that you noted for “{who}” none stands in the texts of this event.")
    boxes, words = _boxes(listed), _in_words(listed)
    return Finding(
        title=f"Names for {who}",
        table=pd_frame(_row(each) for each in listed),
        words=words,
        held_constant=f"who is named: {who}, as you read it. Not held constant: the writer, the date, the "
        "kind of text, the length, the translation. Numbers are counts.",
        do_not_conclude=NOT,
        chart=grid(boxes, words, "name", "voice", "count", "label"),
        more=("Your own table: nobody else has checked which words name whom.",),
        view=unfold("The same numbers as a table", table_html(_said_by(listed))) + _unfolded(listed, ()),
        short=" ".join(filter(None, [words.partition("\n")[0], _voices(listed)])),
    )


def _rests(name):
    """On whose word a name rests, as it is read; what a student wrote stays as it is."""
    return authorities().get(name.authority, name.authority)


def who_says(actor):
    """A row for each kind of name of an actor: what it rests on, and who says it how often, as a DataFrame.

    actor: a key of `measures.names.actors()`. Where the text does not tell who is meant, a name is left out.
    """
    return _said_by(told_apart(actor)[0])


def _said_by(listed):
    found = []
    for label in _kinds(listed):
        mine = [name for name in listed if name.label == label]
        counts = Counter()
        for name in mine:
            counts[articles[name.article].name, name.voice] += name.count
        said = ", ".join(f"{text} ({voice}) {number}" for (text, voice), number in counts.items())
        rests = ", ".join(dict.fromkeys(_rests(name) for name in mine))
        found.append({"name": label, "rests on": rests, "text (voice) and count": said})
    return pd_frame(found)


def style_rules(about=None):
    """What three news organisations tell their writers about names, in our words, with guide and date.

    about: "terrorist", "regime", "executed" or "Islamic State"; all of them where nothing is given.
    """
    listed = files.table_rows("style_rules.csv")
    known = {row["about"].lower(): row["about"] for row in listed}
    asked = known if about is None else [arrived(about).lower()]
    if not set(asked) <= set(known):
        raise did_you_mean(about, known.values(), "rule about")
    wanted = [known[each] for each in asked]
    chosen = [row for row in listed if row["about"] in wanted]
    return Finding(
        title="House rules about names",
        table=pd_frame(
            {"guide": row["guide"], "about": row["about"], "in our words": row["rule"],
             "source": f"{row['source']}, {row['date']}"}
            for row in chosen
        ),
        words=f"{len(chosen)} rules and objections, each with its date. Two ideas come back: say whose word "
        "it is, and tell what somebody did.",
        held_constant="nothing. The rules are of different years, and rules change.",
        do_not_conclude="that a text which keeps a rule is fair, or that one which breaks it is false. It "
        "need not know the rule. These are rules of a house, not laws.",
        more=("Several were read as others quote them; the source says so. Paraphrased, not quoted.",),
    )  # fmt: skip


def headline_swap(texts=None):
    """A headline of one of our reports with one name after another in it; nothing else changes.

    texts: "wire_2019", "wire_2020" or "wire_2021", one at a time; the first of them where nothing is given.
    """
    table = files.settings("headline_swap.toml")
    known = {row["article"]: row for row in table["headline"]}
    report = next(iter(known)) if texts is None else texts
    if not isinstance(report, str):
        report = choose_one(report, call="headline_swap()")
    wanted = one_of(getattr(report, "id", report), known, "report of ours")
    headline, form = known[wanted]["text"], known[wanted]["form"]
    shown = pd_frame(
        {"headline": headline.format(name=row[form]), "the name rests on": authorities()[row["authority"]]}
        for row in table["name"]
    )
    return Finding(
        title=f"One strike, {len(shown)} headlines",
        table=shown,
        words=f"The headline of a report of ours, {articles[wanted].name}, with {len(shown)} names in "
        "the same place. None of them is made up: each is what a law, a list, a government or a writer "
        "calls those who were meant.",
        held_constant="the strike, the facts, and every word but the name.",
        do_not_conclude="that a headline with another name is a lie, or that one of these is the neutral "
        "one. Each leaves something out.",
        more=(f'naming("{table["about"]}") tells what these names rest on, and where we read it.',),
    )


def _behind(actor):
    """What stands behind the names of an actor, as lines."""
    leads = {short: f"About {told}: " for short, told in authorities().items()} | {"": ""}
    return tuple(f"{leads[s.authority]}{s.text} ({s.source}, {s.date})" for s in sources(actor))


def _overview():
    """Whom one can ask for."""
    known = actors() | {who: f"{who}, in your own table" for who in own_actors()}
    listed = {actor: told_apart(actor)[0] if actor in actors() else own_names(actor) for actor in known}
    return Finding(
        title="Whose names?",
        table=pd_frame(
            {"ask for": f'naming("{actor}")', "names for": told,
             "kinds of names": len(_kinds(listed[actor])), "places": _places(listed[actor])}
            for actor, told in known.items()
        ),
        words=f"{what_was_read()} "
        + " ".join(f'naming("{actor}"): {told}.' for actor, told in known.items()),
        held_constant="nothing yet: choose one, and who is named is held constant.",
        do_not_conclude=NOT,
    )  # fmt: skip


def _row(name):
    return {
        "name": name.words, "kind": name.label, "rests on": _rests(name),
        "text": articles[name.article].name, "place": f"¶{name.paragraph}", "voice": name.voice,
        "who is meant": name.target, "count": name.count,
    }  # fmt: skip


def _columns(listed):
    """(article id, voice) of every column, texts in the order of the shelf, voices in a fixed order."""
    there = {(name.article, name.voice) for name in listed}
    return [(one, letter) for one in articles for letter in LETTERS if (one, letter) in there]


def _boxes(listed):
    """A row for each box of the grid, the empty ones too."""
    counts = Counter()
    for name in listed:
        counts[name.label, name.article, name.voice] += name.count
    return pd_frame(
        {
            "name": label,
            "voice": f"{articles[one].name}, {letter}",
            "count": number,
            "label": str(number or ""),
        }
        for label in _kinds(listed)
        for one, letter in _columns(listed)
        for number in [counts[label, one, letter]]
    )


def _kinds(listed):
    return list(dict.fromkeys(name.label for name in listed))


def _in_words(listed):
    told = []
    for one, letter in _columns(listed):
        counts = Counter()
        for name in listed:
            if (name.article, name.voice) == (one, letter):
                counts[name.label] += name.count
        said = ", ".join(f"{label} {number}" for label, number in counts.items())
        told.append(f"{articles[one].name}, voice {letter}: {said}.")
    read, there = ({name.article for name in each} for each in (names(), listed))
    none = [articles[one].name for one in SHELF if one in read - there]
    told += [f"No name in {', '.join(none)}."] if none else []
    return "\n".join([f"{len(_kinds(listed))} kinds of names in {_places(listed)} places.", *told])


def _left_out(unclear):
    """How many places are not counted, as a sentence; "" where there are none."""
    number = _places(unclear)
    if not number:
        return ""
    return f"{number} more {'is' if number == 1 else 'are'} not counted: {CANNOT_TELL}."


def _voices(listed):
    """What the letters of these names mean, as a sentence."""
    letters = sorted({name.voice for name in listed}, key=LETTERS.index)
    return f"The letters are voices: {', '.join(f'{letter} {VOICES[letter]}' for letter in letters)}."


def _places(listed):
    return sum(name.count for name in listed)


def _unfolded(listed, unclear):
    """The places of each kind of name, each in its sentence or its blocks; last what is not counted."""
    kinds = [(label, [name for name in listed if name.label == label]) for label in _kinds(listed)]
    kinds += [(f"not counted, {CANNOT_TELL}", unclear)] if unclear else []
    looks = {name.article: drawn_words.looks_of(articles[name.article]) for _, mine in kinds for name in mine}
    return by_kind(
        (
            f"{label}: {_places(mine)}. Show the places",
            [_item(name, line, looks[name.article]) for name in mine for line in lines(name)],
        )
        for label, mine in kinds
    )


def lines(name):
    """The places of a `Name` in its article, as a list of `concordance.Line`; in blocks too."""
    words = articles[name.article].words
    first = next(i for i, word in enumerate(words) if word.paragraph == name.paragraph)
    size, sentences = len(name.words.split()), sentence_of(words)
    starts = [first + number - 1 for number in name.at]
    return [Line(name.article, name.paragraph, name.voice, i, i + size, *sentences[i]) for i in starts]


def _item(name, line, looks):
    article = articles[name.article]
    before = lead(article.name) + f"“{name.words}” "
    return item(article, line, looks, before, f" · meant: {name.target}")
