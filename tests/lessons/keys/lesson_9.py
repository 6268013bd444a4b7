"""The keys of Lesson 9, worked out from the claim cards, the relays and the list of loaded words."""

import re
from collections import defaultdict
from itertools import permutations

from whosewords.calls.claims import cards
from whosewords.calls.relays import all_relays
from whosewords.classroom.exercises import exercise, key
from whosewords.lexicon import hits
from whosewords.words import read

PARAGRAPHS = {
    "neo9": ("neo", 9), "trt10": ("trt", 10), "mtl11": ("journal_mtl", 11),
    "rs11": ("rs", 11), "ae4": ("anti_empire", 4),
}  # fmt: skip
# What is left of a phrase when its colouring is taken away, by hand: what somebody could look up.
LEFT = {
    "date": "October 10", "gang": "", "sanctions": "UN sanctions", "hands": "",
    "troops": "around 2,500 soldiers", "objects": "antiquities",
}  # fmt: skip
BY_HAND = {
    "objects",
    "gang",
    "sanctions",
    "hands",
}  # judging words that a reader finds, whatever the list does


def first_two():
    """Which of the first two claims hold."""
    one, other = list(cards().values())[:2]
    found = (one.verdict == "holds", other.verdict == "holds")
    return {(True, True): "both", (True, False): "A", (False, True): "B", (False, False): "neither"}[found]


def of_cards(id):
    return {item.id: cards()[item.id].verdict for item in exercise(id).items}


def mixed():
    """The paragraphs with a claim that holds and one that does not."""
    found = defaultdict(set)
    for card in cards().values():
        found[card.text, card.paragraph].add(card.verdict)
    return [o.id for o in exercise("9.3").options if found[PARAGRAPHS[o.id]] >= {"holds", "fails"}]


def zeros():
    """The relay tells how many zeros each number has."""
    told = " ".join(step.has + step.changed for step in all_relays()["trillion"].steps)
    assert "a billion have nine" in told and "twelve zeros" in told
    return 10 ** (12 - 9)


def step_of(relay, pattern, gone):
    """The first step where a pattern is gone that stood there before, or has come."""
    seen = [bool(re.search(pattern, step.has)) for step in all_relays()[relay].steps]
    return str(next(n for n in range(2, len(seen) + 1) if seen[n - 1] is not gone and seen[n - 2] is gone))


def steps():
    return {
        "number": step_of("trillion", "trillion", gone=False),
        "word": step_of("killing", "assassinat|murder", gone=False),
        "marks": step_of("killing", "“arbitrary killing”|in quotation marks", gone=True),
        "men": step_of("dead", "policemen", gone=True),
        "dead": step_of("dead", "Six dead", gone=True),
    }


def colours():
    """Claim, colouring or both: what is left without it, and whether there is any."""
    for item in exercise("9.6").items:
        phrase = re.search("“(.+?)”", item.text)[1]
        coloured = phrase != LEFT[item.id]
        assert coloured == (item.id in BY_HAND)
        assert coloured or not list(hits(read(phrase))), "A phrase without colouring has no loaded word."
    return {id: "colour" if not left else "both" if id in BY_HAND else "claim" for id, left in LEFT.items()}


# What each line of 9.10 needs to have run before it: names, and the reading and the verdict that come first.
NEEDS = {"open": set(), "read": {"open"}, "mine": {"read"}, "same": {"open", "mine"}, "why": {"open", "mine"}}


def run(order):
    """Whether the lines can be run in an order, and nothing of ours is seen before the verdict."""
    texts, names = dict(exercise("9.10").options), {"claim": cards().get}
    for n, one in enumerate(order):
        exec(texts[one], names)
        if not NEEDS[one] <= set(order[:n]):
            return False
    return True


def in_order():
    """The key is an order that runs, and so are those that are accepted; no other one is."""
    known = key("9.10")
    right = [list(order) for order in permutations(NEEDS) if all(
        NEEDS[one] <= set(order[:n]) for n, one in enumerate(order))]  # fmt: skip
    assert sorted(right) == sorted([known.answer, *known.accept]) and all(map(run, right))
    return known.answer


RECOMPUTED = {
    "9.p1": first_two,
    "9.1": lambda: of_cards("9.1"),
    "9.2": zeros,
    "9.3": mixed,
    "9.4": steps,
    "9.6": colours,
    "9.7": lambda: of_cards("9.7"),
    "9.10": in_order,
}
