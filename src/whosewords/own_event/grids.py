"""By what a framing brief is reviewed: seven criteria for a classmate, eight for a teacher."""

from typing import NamedTuple

PEER, TEACHER = "peer", "teacher"
KINDS = {PEER: "a classmate", TEACHER: "a teacher"}


class Criterion(NamedTuple):
    """What is looked at. levels: {mark: what the brief is like}, the best first. asks: what the reviewer
    writes beside the mark."""

    id: str
    name: str
    levels: dict
    asks: str


def _peer(short, name, secure, nearly, not_yet, asks):
    return Criterion(short, name, {"3": secure, "2": nearly, "1": not_yet}, asks)


def _teacher(short, name, secure, nearly, not_yet):
    levels = {"3": secure, "2": nearly, "1": not_yet, "0": "nothing is there"}
    return Criterion(short, name, levels, "A note for the author")


GRIDS = {
    PEER: (
        _peer(
            "comparable", "Comparable?", "what is held constant is true and complete", "one gap",
            "unlike things are compared", "One difference that is missing",
        ),
        _peer(
            "voices", "Who speaks?", "every layer and every quotation has a voice", "one slip",
            "voices are mixed", "One phrase and its voice",
        ),
        _peer(
            "frames", "Frame proof", "a phrase of up to six words in every box, blanks marked",
            "one box without proof", "an opinion in place of a proof", "The strongest box",
        ),
        _peer(
            "count", "Count", "I could repeat it in five minutes", "one rule is unclear",
            "it cannot be repeated", "The number that you got",
        ),
        _peer(
            "claim", "Claim", "two sources, a fair verdict", "one source", "no check",
            "What would change the verdict",
        ),
        _peer(
            "fair", "Fair to the text least liked", "I could not tell which text that was", "a hint",
            "obvious", "A line that could be fairer",
        ),
        _peer(
            "usable", "Usable by all", "tables can be read, pictures are described", "one gap",
            "a picture only", "How you tested it",
        ),
    ),
    TEACHER: (
        _teacher(
            "comparability", "Comparability", "what is held constant is true and complete", "one gap",
            "unlike things are compared",
        ),
        _teacher(
            "layers", "Layers and voice", "every layer and every quotation has a voice", "one slip",
            "voices are mixed",
        ),
        _teacher(
            "evidence", "Frame evidence", "a short phrase proves every box, blanks are marked",
            "one box without proof", "opinions in place of proofs",
        ),
        _teacher(
            "count", "Count and its limits", "repeatable, checked by hand, its limits said",
            "one rule or limit is missing", "a number without rules",
        ),
        _teacher(
            "check", "Claim check", "two sources, a fair verdict", "one source", "a verdict without a check",
        ),
        _teacher(
            "silence", "Silence", "innocent reasons first, and how one could know",
            "one reason was passed over", "a silence taken for a plan",
        ),
        _teacher(
            "fairness", "Fairness to the text least liked", "one cannot tell which text that is", "a hint",
            "obvious",
        ),
        _teacher(
            "clarity", "Clarity and access", "short, tables can be read, pictures are described", "one gap",
            "hard to read, or pictures only",
        ),
    ),
}  # fmt: skip
LAST = {PEER: "One thing in this brief that I now rely on", TEACHER: "One thing to do next"}
ONE = {kind: {one.id: one for one in grid} for kind, grid in GRIDS.items()}


def most(kind):
    """How many points a grid gives at most.

    >>> most("peer"), most("teacher")
    (21, 24)
    """
    return sum(max(map(int, one.levels)) for one in GRIDS[kind])
