"""The keys of Lesson 5, computed from the race, the concordance and the voices."""

from functools import cache

from whosewords.measures.concordance import concordance, sentence_of
from whosewords.measures.rule_race import Rule, race, sums
from whosewords.shelf.catalogue import OWN, SHELF, articles
from whosewords.voices import voice_of

RULES = {"raw": Rule("raw count"), "rate": Rule(), "outside": Rule(voices="outside quotation marks")}
SCARE = {  # option of 5.5: text, paragraph, first word of the phrase
    "friendly trt": ("trt", 4, "friendly"),
    "defensive": ("journal_mtl", 4, "defensive"),
    "built trt": ("trt", 27, "built"),
    "built rs": ("rs", 8, "built"),
    "friendly neo": ("neo", 14, "friendly"),
    "self-defense": ("neo", 8, "self-defense"),
    "restore deterrence": ("rs", 11, "restore"),
}


@cache
def orders():
    """Each of the three rules with the order of the five texts under it, best first."""
    summed = {name: sums(articles[name]) for name in SHELF}
    found = race(summed, list(RULES.values()))
    return {name: found[rule] for name, rule in RULES.items()}


def firsts():
    winners = {}
    for name, order in orders().items():
        (winners[name],) = (text for text, (place, _) in order.items() if place == 1)
    return winners


def named_just_before():
    """Hits of militant* in neo with a word of Iran just before, one word may stand between."""
    article = articles["neo"]
    first = sentence_of(article.words)
    lines = concordance(article, "militant*")
    assert len(lines) == 12
    before = [article.words[max(line.start - 2, first[line.start][0]) : line.start] for line in lines]
    return sum(any("Iran" in (word.text or "") and "-" in word.text for word in row) for row in before)


def what_made_lines_cross():
    """{text: the part in which two rules differ}, for moves from one place to another that 5.12 tells of."""
    usual = Rule()
    moves = {
        "neo": (Rule("raw count"), usual, 2, 5),
        "rs": (usual, Rule(voices="outside quotation marks"), 1, 2),
        "journal_mtl": (usual, Rule(words="VADER"), 4, 1),
    }
    found = race(
        {name: sums(articles[name]) for name in SHELF},
        {r for one, two, *_ in moves.values() for r in (one, two)},
    )
    names = {"measure": "length", "voices": "voice", "words": "list"}
    parts = {}
    for text, (one, two, *places) in moves.items():
        assert [found[rule][text][0] for rule in (one, two)] == places
        (parts[text],) = (names[part] for part in names if getattr(one, part) != getattr(two, part))
    return parts


def star_taken():
    """What is lost when the first star goes: a false hit, a true one, both or nothing; or what is new."""

    def hits(pattern):
        return {
            (name, line.start) for name in (*SHELF, *OWN) for line in concordance(articles[name], pattern)
        }

    lost = {articles[name].words[start].text for name, start in hits("*occup*") - hits("occup*")}
    new = hits("occup*") - hits("*occup*")
    false, true = "preoccupied" in lost, bool(lost - {"preoccupied"})
    return "new" if new else {(True, True): "both", (True, False): "only"}.get((false, true), "nothing")


def voice(name, paragraph, text):
    """The voice of the word in that paragraph."""
    words = articles[name].words
    (place,) = (i for i, word in enumerate(words) if word.paragraph == paragraph and word.text == text)
    return voice_of(articles[name])[place]


RECOMPUTED = {
    "5.p4": lambda: "yes" if len(set(firsts().values())) == 1 else "no",
    "5.1": named_just_before,
    "5.3": star_taken,
    "5.5": lambda: [option for option, place in SCARE.items() if voice(*place) == "S"],
    "5.6": lambda: 1000 * 4 // 100 - 1000 * 3 // 100,
    "5.12": what_made_lines_cross,
    "5.13": lambda: sum(line.voice == "A" for line in concordance(articles["neo"], "occup*")),
}
