"""Your own calibration: how sure you were of claims, beside how often you were right. It is shown to nobody
else: no page about a class has it."""

from ..calls.claims import cards
from ..display.charts import intervals
from ..display.finding import Finding
from ..measures.calibration import calibration as calibrated
from ..measures.calibration import in_words
from ..problems import Problem
from .exercises import exercises
from .kinds import kind_of, sure
from .my_work import stored, work

HOLDS = "holds"  # the verdict of a card whose claim holds as it stands
YES = "yes"  # the option that says so
TITLE = "How sure you were, and how often you were right"
AXIS = "Right, of 100"
PRIVATE = "This is yours alone: no page for your teacher shows it, and nobody gets a mark for it."
BY_HAND = (
    "A claim holds as it stands where our card says “holds”. Count the claims about which you were right. "
    "Then add up how sure you were, in per cent, and divide by how many claims there are. Compare both."
)
SAY = {  # pages say the same
    "title": TITLE,
    "private": PRIVATE,
    "claims": ("Claim", "You said", "Our card"),
    "right": "{right} of {number} right",
    "none": "no claim",
    "not_said": "not yet",
}
HELD = "the claims, and that you had seen no card when you answered"
NOT_THIS = (
    "that somebody who is less sure is cleverer, or that you are always like this: these are few claims."
)


def guesses():
    """The guesses that ask how sure one is, of claims that have a card."""
    return [one for one in exercises().values() if one.guess and kind_of(one) is sure.KIND]


def is_right(card, option):
    """Whether an answer to “Does it hold as it stands?” agrees with our card. A card that cannot tell has no
    right answer, and no such claim is asked."""
    return (option == YES) == (card.verdict == HOLDS)


def asked(exercise):
    """The cards of the claims that a guess asks about."""
    return [cards()[item.id] for item in exercise.items]


def opinions(exercise, value):
    """(claim, option, per cent, whether right) of an answer, in the order of the claims."""
    given = sure.opinions(exercise, value)
    return [
        (cards()[id], option, level, is_right(cards()[id], option)) for id, (option, level) in given.items()
    ]


def calibration():
    """How sure you were of the claims, beside how often you were right: calibration(). Private."""
    found = [row for one in guesses() for row in _mine(one)]
    if not found:
        names = " or ".join(f'predict("{one.id}")' for one in guesses())
        raise Problem(f"First say how sure you are of each claim: run {names}.")
    return _finding(found)


def _mine(one):
    value = stored(one, work().get(one.id))
    return [] if value is None else opinions(one, value)


def _finding(found):
    import pandas

    result = calibrated((level, right) for _, _, level, right in found)
    rows = [(card.claim, _said(option, level), told(card)) for card, option, level, _ in found]
    table = pandas.DataFrame(rows, columns=SAY["claims"])
    return Finding(TITLE, table, in_words(result), HELD, NOT_THIS, picture(result), (PRIVATE,))


def told(card):
    """Our verdict on a claim, with its reason."""
    return f"{card.told.capitalize()}. {card.why}"


def _said(option, level):
    return f"{'it holds' if option == YES else 'it does not'}, {level}\u00a0%"


def picture(result):
    """How often somebody was right beside how sure they were, a pair of rows for every level. Those that were
    not said stand there, too, so that what was said always lies on one line."""
    import pandas

    table = pandas.DataFrame(list(_rows(result)), columns=("text", "grade", "low", "high", "series", "told"))
    return intervals(table, in_words(result), AXIS, zero=True)


def _rows(result):
    nothing, found = float("nan"), {level.said: level for level in result.levels}
    for said in sure.PERCENT:
        name, level = f"You said {said} %", found.get(said)
        if level:
            told = SAY["right"].format(right=level.right, number=level.number)
            yield name, 100 * level.right / level.number, level.low, level.high, "right", told
        else:
            yield name, nothing, nothing, nothing, "right", SAY["none"]
        yield name, said, nothing, nothing, "said", f"{said} %"
