"""A reader's own codes, for nobody else: `my_rates()`; and where the phrases stand: `unmask()`."""

from ..display.finding import Finding
from ..display.tables import pd_frame
from ..measures.tagging import CODES, ROUNDS, items, rates
from ..shelf.catalogue import articles
from .replies import saved
from .tagging import Tagging

FIRST = "First tag all phrases of round {number}: run the cell above that says tag({number})."
KEYED = (
    "Measured on the phrases that three of the people who made this module called the same, each alone. That "
    "is three makers’ reading, and no study."
)
SAY = {  # pages say the same
    "caught": "Round {round}: you caught {caught} of {loaded} loaded phrases, and gave {alarms} false alarms "
    "on {plain} plain ones.",
    "score": "Of 100: {share} less {false} gives {score}.",
}
COVERED = "The phrases of a round stay covered until you have tagged all of them."
UNMASKED = "Whose words were they?"
SAME = "six words at most, one rule, no name of an outlet."
PICKED = "how loaded a text is: the phrases were picked, and not drawn by chance."
DASH = "–"


def my_rates():
    """How many loaded phrases you caught, and how often you gave a false alarm. Nobody else sees it."""
    done = [tagging for tagging in map(Tagging, ROUNDS) if tagging.done]
    if not done:
        return saved(FIRST.format(number=ROUNDS[0]))
    found = {tagging.number: rates(tagging.codes) for tagging in done}
    return Finding(
        title="Your own catches and false alarms",
        table=pd_frame(_row(f"Round {number}", one) for number, one in found.items()),
        words=" ".join(_told(number, one) for number, one in found.items()),
        held_constant="the phrases of a round and the three readings that they are measured by.",
        do_not_conclude="that these readings are the truth, or that you read well or badly elsewhere.",
        more=(KEYED, "Whoever calls every phrase loaded catches all and has every false alarm: score 0."),
    )


def _row(name, one):
    caught, alarms = f"{one.caught} of {one.loaded}", f"{one.alarms} of {one.plain}"
    return {"Round": name, "caught": caught, "false alarms": alarms, "score, of 100": _signed(one.score)}


def _told(number, one):
    told = SAY["caught"].format(round=number, **one._asdict())
    if one.score != one.score:
        return told
    share, false = round(100 * one.caught / one.loaded), round(100 * one.alarms / one.plain)
    return f"{told} {SAY['score'].format(share=share, false=false, score=_signed(one.score))}"


def _signed(score):
    return DASH if score != score else f"{round(100 * score):+d}".replace("-", "−").replace("+0", "0")


def unmask():
    """Where each phrase that you tagged stands, and what the makers of this module called it."""
    done = [tagging for tagging in map(Tagging, ROUNDS) if tagging.done]
    if not done:
        return saved(FIRST.format(number=ROUNDS[0]))
    rows = [_unmasked(item, tagging.codes[item.id]) for tagging in done for item in tagging.items]
    texts = len({item.text for tagging in done for item in tagging.items})
    covered = (COVERED,) * (len(done) < len(ROUNDS))
    return Finding(
        title=UNMASKED,
        table=pd_frame(rows),
        words=f"{len(rows)} phrases from {texts} texts.",
        held_constant=SAME,
        do_not_conclude=PICKED,
        more=(KEYED, *covered),
    )


def everything():
    """Every phrase with its text and the makers' code, for a page, which is made for nobody."""
    rows = [_unmasked(item, "skip") for item in items()]
    return Finding(
        title=UNMASKED,
        table=pd_frame(rows).drop(columns="you"),
        words=f"{len(rows)} phrases from {len({item.text for item in items()})} texts.",
        held_constant=SAME,
        do_not_conclude=PICKED,
        more=(KEYED,),
    )


def _unmasked(item, code):
    article = articles[item.text]
    return {
        "Phrase": item.phrase, "stands in": f"{article.name} ¶{item.paragraph}", "you": CODES[code].lower(),
        "the makers": item.key or DASH,
    }  # fmt: skip
