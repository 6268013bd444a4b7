"""The keys of Lesson 7, computed from the codes of invented coders and the phrases to tag."""

from whosewords.classroom.code_files import codes_in
from whosewords.measures.agreement import agreement_of, scale
from whosewords.measures.tagging import ROUNDS, items, rates

# What would end each dispute of 7.8, and what each step of 7.6 makes and needs.
ASKS = {"which meaning": "sense", "whose word": "voice", "about whom": "target", "how strong": "degree"}
DISPUTES = {
    "sick": "which meaning", "mayor": "whose word", "occupiers": "about whom", "heavy": "how strong",
    "fee": None,
}  # fmt: skip
STEPS = {
    "define": ("rules", None), "train": ("coders who know them", "rules"),
    "code": ("codes", "coders who know them"), "compute": ("a figure", "codes"), "revise": (None, "a figure"),
}  # fmt: skip


def percent_of_a_and_b():
    coders = dict(list(codes_in("three").coders.items())[:2])
    return round(100 * agreement_of(coders).percent)


def rare():
    alpha = agreement_of(codes_in("rare").coders).alpha
    return "zero" if abs(alpha) < 0.05 else "half" if alpha < 0.75 else "95"


def why_little():
    """Whether the codes match in nearly every order: the fewest that can match are those of the rare code
    apart."""
    first, second = ([*codes.values()] for codes in codes_in("rare").coders.values())
    fewest = len(first) - first.count("loaded") - second.count("loaded")
    return "chance" if fewest / len(first) >= 0.95 and first != second else "few"


def what_next():
    return {"usable": "use", "tentative": "careful", "revise": "revise"}[scale(0.74)]


def everything_loaded():
    found = {rates({item.id: "loaded" for item in items(number)}).score for number in ROUNDS}
    assert len(found) == 1
    return str(round(100 * found.pop()))


def in_order():
    order, made = [], None
    while len(order) < len(STEPS):
        step = next(name for name, (_, needs) in STEPS.items() if needs == made and name not in order)
        order.append(step)
        made = STEPS[step][0]
    return order


RECOMPUTED = {
    "7.p2": rare,
    "7.1": percent_of_a_and_b,
    "7.3": why_little,
    "7.2": what_next,
    "7.8": lambda: {name: ASKS.get(asked, "world") for name, asked in DISPUTES.items()},
    "7.5": everything_loaded,
    "7.6": in_order,
}
