"""How far a class agrees: `agreement()`. Nobody's name is shown, and nobody is said to be right."""

from ..display.charts import intervals
from ..display.finding import Finding, table_html
from ..display.html import bullets, paragraph, strong, together, unfold, wide_table
from ..display.tables import pd_frame
from ..lexicon import CANDIDATES, hits
from ..measures.agreement import FEW, FEWEST_PHRASES, TENTATIVE, agreement_of, clearest, scale, splits
from ..measures.tagging import ROUNDS, by_id, items
from ..problems import Problem, arrived
from ..words import read
from .code_files import Codes, codes_in, invented, of_entries, without_skips
from .my_work import work
from .replies import saved

YOU, LIST = "you", "our list of loaded words"
KINDS = {
    "sense": "a word has two meanings, and each of you took another",
    "voice": "you do not agree whose word it is: the writer’s, or somebody’s who is quoted",
    "target": "you do not agree about whom it speaks",
    "degree": "you do not agree how strong is strong",
    "world": "you do not agree about the thing itself: the strikes, the war",
}
TOLD = {
    "usable": "That is 0.8 or more: such codes can be counted.",
    "tentative": "That is between 0.667 and 0.8: good for careful first conclusions only.",
    "revise": "That is below 0.667: first write better rules, then code again.",
}
MOST_SPLIT = 3  # phrases that are told first
SAY = {  # what is said of a round; pages say the same, but for the range
    "round": "Round {number}",
    "who": "{name}: {coders} {word}, {phrases} phrases.",
    "share": "Of every 100 pairs of codes, {percent} are the same.",
    "alpha": "Alpha is {alpha}.",
    "range": "Chance alone leaves it anywhere from {range}.",
    "none": "There is no alpha: {note}.",
    "split": "These split the coders most:",
    "no_split": "No phrase splits the coders.",
    "on_page": "The notebook also says how far chance alone moves alpha.",
}
FIRST = "First tag at least ten phrases: run the cell above that says tag()."
INVENTED = (
    "You learn alone, so three invented people code with you: Amal, Ben and Chi. Nobody stands behind them."
)


def agreement(source=None, *, add=None):
    """How far readers agree who tagged the same phrases: agreement(), or agreement("class.csv").

    source: a table with the columns coder, phrase_id, code, sure, or a folder of tables and work files; your
    own codes and those of three invented people where nothing is given. "three" and "rare" are the examples
    of the lesson. add: "list" makes our list of loaded words one more coder.
    """
    if add is not None and not (isinstance(add, str) and add == "list"):
        raise Problem(f'add can only be "list", such as agreement(add="list"), but got “{arrived(add)}”.')
    given = _with_you() if source is None else codes_in(source)
    if given is None:
        return saved(FIRST)
    coders = given.coders | ({LIST: by_list()} if add else {})
    return finding_of(given._replace(coders=coders), alone=source is None)


def by_list():
    """How our list of loaded words would code each phrase: loaded where it holds a word of it. It sees the
    phrase alone, so that blocks make no difference."""
    return {item.id: _by_list(item.phrase) for item in items()}


def _by_list(phrase):
    found = any(hit.category not in CANDIDATES for hit in hits(read(phrase)))
    return "loaded" if found else "plain"


def _with_you():
    """Your codes beside those of the invented coders, in the rounds that you have tagged; None before."""
    mine, listed = without_skips(of_entries(work().entries())), invented()
    rounds = [{item.id for item in items(number)} for number in ROUNDS]
    done = set().union(*(ids for ids in rounds if len(ids & set(mine)) >= FEWEST_PHRASES))
    coders = {YOU: mine} | listed
    kept = {who: {one: code for one, code in codes.items() if one in done} for who, codes in coders.items()}
    return Codes(kept) if done else None


def finding_of(given, alone=False):
    """How far the coders of some `Codes` agree, as a `Finding`. alone: invented people are among them."""
    found = {number: agreement_of(given.of(number)) for number in ROUNDS if given.of(number)}
    rounds = {number: one for number, one in found.items() if number == min(found) or one.phrases}
    named = {
        number: SAY["round"].format(number=number) if not given.own else "These phrases" for number in rounds
    }
    last = max(rounds)
    codes = given.of(last)
    words = " ".join([*(_told(named[n], one) for n, one in rounds.items()), _between(list(rounds.values()))])
    table = pd_frame(_row(named[n], one) for n, one in rounds.items())
    return Finding(
        title="How far do the coders agree?",
        table=table,
        words=words.strip(),
        view=together(table_html(table), _split(codes, given.own), _everything(codes), _unread(given.said)),
        held_constant="in a round, the phrases and the rules. From one round to the next both change.",
        do_not_conclude="that those who agree are right, or that somebody who differs was careless.",
        chart=_chart(named, rounds, words),
        more=(INVENTED,) if alone else (),
    )


def _row(name, one):
    return {
        "Codes of": name, "coders": one.coders, "phrases": one.phrases,
        "agreement, of 100": str(round(100 * one.percent)) if one.percent == one.percent else FEW,
        "alpha": _number(one.alpha), "range of alpha": _range(one),
    }  # fmt: skip


def _told(name, one):
    coders = "coder" if one.coders == 1 else "coders"
    who = SAY["who"].format(name=name, coders=one.coders, word=coders, phrases=one.phrases)
    if one.percent != one.percent:
        return f"{who} That is {FEW}: it takes two coders and ten phrases that both have coded."
    share = f"{who} {SAY['share'].format(percent=round(100 * one.percent))}"
    if one.alpha != one.alpha:
        return f"{share} {SAY['none'].format(note=one.note)}"
    low = "" if one.low != one.low else f" {SAY['range'].format(range=_range(one))}"
    alpha = SAY["alpha"].format(alpha=_number(one.alpha))
    return f"{share} {alpha}{low} {TOLD[scale(one.alpha)]}{_rare(one)}"


def _rare(one):
    """What is to be said where agreement is high and worth nothing."""
    if one.percent < 0.9 or one.alpha >= TENTATIVE:
        return ""
    return (
        " Nearly all codes are the same one, so even people who never looked would mostly agree. Alpha takes "
        "that away, and little is left."
    )


def _between(rounds):
    """Whether the second round differs from the first by more than chance."""
    known = [one for one in rounds if one.low == one.low]
    if len(known) < 2:
        return ""
    first, second = known
    if first.high < second.low or second.high < first.low:
        return "The two ranges do not touch."
    return "The two ranges overlap: with so few phrases, chance alone may have made the difference."


def _chart(named, rounds, words):
    rows = [
        {"text": named[n], "grade": 100 * one.alpha, "low": 100 * one.low, "high": 100 * one.high,
         "told": _range(one)}
        for n, one in rounds.items() if one.alpha == one.alpha
    ]  # fmt: skip
    return intervals(pd_frame(rows), words, "Krippendorff’s alpha", hundredths=True) if rows else None


def _number(value):
    """A number from −1 to 1 as it is read."""
    return "–" if value != value else f"{value:.2f}".replace("-", "−").replace("−0.00", "0.00")


def _range(one):
    return "–" if one.low != one.low else f"{_number(one.low)} to {_number(one.high)}"


def _split(codes, own):
    """The phrases that part the coders most, and what kinds of disagreement there are."""
    found = splits(codes)
    if not found:
        return paragraph(strong(SAY["no_split"]))
    rows = [together(strong(_name(one.phrase)), f": {_counted(one.codes)}") for one in found[:MOST_SPLIT]]
    asked = unfold(
        "What kind of disagreement is it?",
        bullets(together(strong(kind), f": {what}") for kind, what in KINDS.items()),
        paragraph("Rules can settle the first four. The fifth is left standing, politely."),
    )
    return together(paragraph(strong(SAY["split"])), bullets(rows), None if own else asked)


def _everything(codes):
    """How often each code was given to each phrase, folded."""
    counted = {one.phrase: one for one in splits(codes)}
    same = clearest(codes)
    rows = [[_name(one), _counted(split.codes)] for one, split in counted.items()]
    rows += [[_name(one), "everybody the same"] for one in same]
    if not rows:
        return None
    told = f"All phrases: on {len(same)} of {len(rows)} everybody gave the same code"
    return unfold(told, wide_table(["Phrase", "Codes"], rows, "codes of each phrase", "texts"))


def _unread(said):
    """What was not read of the files, folded under how much it is."""
    if not said:
        return None
    told = f"Read this about the files: {len(said)} line{'s' * (len(said) != 1)}"
    return unfold(told, bullets(map(str, said)), open=True)


def _name(phrase):
    return f"“{by_id()[phrase].phrase}”" if phrase in by_id() else phrase


def _counted(codes):
    return ", ".join(f"{times} {code}" for code, times in sorted(codes.items()))
