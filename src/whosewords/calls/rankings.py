"""A student's calls for the rule race: the order of the texts under one rule after another, and how often
each text stands at each place.

Nothing is measured here; see `racing`.
"""

from collections import Counter

from ..display.charts import grid
from ..display.finding import Finding, table_html
from ..display.html import numbered, unfold
from ..display.races import race as bump
from ..display.tables import pd_frame
from ..display.yours import RULE, about_own_list, about_yours
from ..lexicon import accuracy_line
from ..lexicon.own import entries_of
from ..measures.rule_race import ALL, LISTS, MINE, OTHERS, Rule, race, rules, shares, sums
from ..problems import Problem
from ..readability import is_english
from ..shelf.catalogue import choose

SHOWN = {
    "raw count": Rule("raw count"),
    "per 1,000 words": Rule(),
    "per 1,000 words outside quotation marks": Rule(voices="outside quotation marks"),
    "per 1,000 words in the author’s voice": Rule(voices="author’s voice"),
    "raw count in the author’s voice": Rule("raw count", "author’s voice"),
    **{f"per 1,000 words with {name}": Rule(words=name) for name in (*LISTS, *OTHERS) if name != "our list"},
}
NOT = (
    "that the text which comes first is biased, or that its outlet is. Each order is words under a rule, and "
    "somebody chose the rule."
)
YOUR_RULE = f"per 1,000 words with {MINE}"
DECIMALS = (1, 2, 3)  # the fewest that tell the values of a row apart
LINES = ("Scare quotes (S) and boilerplate (B) are left out of every rule.",)


def rank(texts=None, *, words=None, column=None):
    """The rule race: the same texts in the order of one rule after another, each order with its rule.

    texts: short names, texts of your own or several of them; the articles that are compared where nothing is
    given. Where a rule says nothing else, every voice counts, with our list and all categories. stability()
    goes through all combinations. words: a list of your own that is one more rule: rank(words=use_list()).
    column: where texts is a table, its column with the texts.
    """
    chosen, own = choose(texts, column), entries_of(words)
    summed = _summed(chosen, own)
    shown = SHOWN if own is None else {**SHOWN, YOUR_RULE: Rule(words=MINE)}
    orders = race(summed, list(shown.values()))
    known = [(name, orders[rule]) for name, rule in shown.items() if rule in orders]
    table = pd_frame(
        {"rule": name}
        | {place: text for place, text in zip(_ordinals(summed), _in_numbers(order), strict=True)}
        for name, order in known
    )
    words = _race_in_words(known)
    return Finding(
        title="The rule race: who comes first, and under which rule?",
        table=table,
        words=words,
        short=_race_in_short(known),
        held_constant="the texts. Everything else in a row is its rule: what is counted, in whose voice, "
        "with which list. Where a rule says nothing else: every voice, our list, all categories.",
        do_not_conclude=NOT,
        chart=bump(
            {_column(name): {text: order[text][0] for text in summed} for name, order in known}, words
        ),
        fold="The same as a table, with the numbers behind each place",
        more=(
            "Where a column names no measure, it counts per 1,000 words.",
            *LINES,
            *([] if own is None else about_own_list(chosen)),
            accuracy_line(),
            *about_yours(chosen, RULE),
        ),
    )


def stability(texts=None, *, column=None):
    """How often each text stands at each place, over all combinations of measure, voices, list and category.

    texts, column: see rank().
    """
    chosen = choose(texts, column)
    summed = _summed(chosen)
    orders = race(summed)
    together = {rule: order for rule, order in orders.items() if rule.category == ALL}
    groups = {"all combinations": orders, "all categories together": together}
    table = pd_frame(
        {"orders": f"{group} ({len(each)})", "text": text}
        | {
            name: f"{round(100 * share)} %"
            for name, share in zip(_ordinals(summed), row.values(), strict=True)
        }
        for group, each in groups.items()
        if each
        for text, row in _in_order(shares(each), summed)
    )
    boxes = pd_frame(
        {"text": text, "place": name, "share": float(share), "label": f"{round(100 * share)} %"}
        for text, row in _in_order(shares(orders), summed)
        for name, share in zip(_ordinals(summed), row.values(), strict=True)
    )
    words = _shares_in_words(orders, summed)
    return Finding(
        title=f"The same texts in {len(orders)} orders: how often does each stand where?",
        table=table,
        words=words,
        short=_shares_in_short(orders, summed),
        held_constant="the texts. Everything else is turned through: raw count or rate; every voice, outside "
        "quotation marks, or the author’s; our list, the part of it made by hand, its strictest part, VADER, "
        "TextBlob; all categories together or each alone.",
        do_not_conclude=NOT
        + " A share is a share of the rules that we thought of, and no chance: with other "
        "rules it would be another.",
        chart=grid(boxes, words, "text", "place", "share", "label"),
        more=(
            f"{len(rules()) - len(orders)} of {len(rules())} combinations order nothing: no text has a hit.",
            "Most combinations count one category alone, with few hits: there one word turns an order. Lines "
            "need not add up to 100 because of rounding; a place that texts share counts for each of them.",
            *LINES,
            accuracy_line(),
            *about_yours(chosen, RULE),
        ),
        fold="The same as a table, and all orders",
        view=table_html(table) + _unfolded(orders),
    )


def _column(rule):
    """A rule as it stands under its column: what it shares with most others is left out."""
    return rule.removeprefix("per 1,000 words").lstrip(" ,") or "per 1,000 words"


def _summed(chosen, own=None):
    foreign = [article.name for article in chosen if not is_english(article)]
    named = {article.name: article for article in chosen if article.name not in foreign}
    if len(named) < 2 and foreign:
        raise Problem(
            f"A race needs two texts or more in English, and {', '.join(foreign)} does not look English."
        )
    if len(named) < 2:
        raise Problem('A race needs two texts or more, such as rank(["trt", "neo"]).')
    return {name: sums(article, own) for name, article in named.items()}


def _ordinals(summed):
    """How places are called: 1st, 2nd and so on."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return [f"{n}{ends.get(n, 'th')}" for n in range(1, len(summed) + 1)]


def _in_numbers(order):
    """An order as words: text and number, best first; where places are shared it says so."""
    taken = [place for place, _ in order.values()]
    values = {value for _, value in order.values()}
    told_apart = (n for n in DECIMALS if len({_number(value, n) for value in values}) == len(values))
    places = next(told_apart, DECIMALS[-1])
    return [
        f"{text} {_number(value, places)}" + (" (shared)" if taken.count(place) > 1 else "")
        for text, (place, value) in order.items()
    ]


def _number(value, places):
    """A value with so many decimals, which a row needs for its order to be seen; whole ones without."""
    return f"{float(value):,.{places}f}".removesuffix(f".{'0' * places}")


def _firsts(order):
    return [text for text, (place, _) in order.items() if place == 1]


def _race_in_short(known):
    """How often each text comes first, most often first; or that one always does."""
    wins = Counter(text for _, order in known for text in _firsts(order))
    always = [text for text in wins if wins[text] == len(known)]
    if always:
        return f"The order does not turn at the top: {always[0]} comes first under every rule shown here."
    (most, number), *others = wins.most_common()
    told = [f"{number} put {most} first", *(f"{number} {text}" for text, number in others)]
    return f"Who comes first? That depends on the rule. Of {len(known)} rules, {', '.join(told)}."


def _race_in_words(known):
    """Every row of the picture, a line each: the rule, and the texts in its order."""
    return "\n".join(
        [_race_in_short(known), *(f"{name}: {', '.join(_in_turn(order))}." for name, order in known)]
    )


def _in_turn(order):
    """The texts of an order, best first, with the place where it is shared."""
    taken = [place for place, _ in order.values()]
    return [
        text + (f" (shares place {place})" if taken.count(place) > 1 else "")
        for text, (place, _) in order.items()
    ]


def _shares_in_short(orders, summed):
    ways = len({tuple(order[name][0] for name in summed) for order in orders.values()})
    rows = _in_order(shares(orders), summed)
    ever = [(text, row) for text, row in rows if row[1]]
    if len(ever) == 1:
        told = f"{ever[0][0]} comes first in every one: the first place does not depend on the rule here."
    else:
        lines = ", ".join(f"{text} in {round(100 * row[1])} of 100" for text, row in ever)
        told = f"First place: {lines}."
    never = [text for text, row in rows if not row[1]]
    told += f" Never first: {', '.join(never)}." if never else ""
    return f"{len(orders)} ways to count give {ways} different order{'s' * (ways != 1)}. {told}"


def _shares_in_words(orders, summed):
    """Every row of the picture, a line each: a text, and how often it stands at each place."""
    rows = [
        f"{text}: " + ", ".join(
            f"{name} in {round(100 * share)} of 100"
            for name, share in zip(_ordinals(summed), row.values(), strict=True)
        ) + "."
        for text, row in _in_order(shares(orders), summed)
    ]  # fmt: skip
    return "\n".join([_shares_in_short(orders, summed), *rows])


def _in_order(shared, summed):
    return [(text, shared[text]) for text in summed]


def _unfolded(orders):
    lines = (f"{rule}: {' · '.join(_in_numbers(order))}" for rule, order in orders.items())
    return unfold(f"All {len(orders)} orders, each with its rule", numbered(lines))
