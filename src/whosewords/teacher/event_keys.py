"""The keys that counts can give for the questions about another event: each from the texts as students get
them. Where a count does not decide, there is no key, and the teacher writes it."""

from collections.abc import Mapping
from itertools import combinations, permutations
from types import MappingProxyType
from typing import NamedTuple

from ..display.tables import joined
from ..measures.concordance import concordance
from ..measures.copying import compare, share_kept
from ..measures.events import days
from ..measures.rates import placed_hits
from ..own_event.rules import LICENCE, NO, UNKNOWN, YES
from ..readability import DIFFER, compared
from ..voices import voice_of

COPIED = 0.1  # of a text's words; less is in common by the way
CLEAR = 0.03  # of a text's words: by so much the largest share lies above the next one
NONE = "none"
MANY = 4, 12  # a word that is asked for stands in all texts together so often: to be counted with a finger


class Filled(NamedTuple):
    """What a count puts into a question. answer: None where it does not decide. told: how the explanation
    says it; words: what is put in for a name in braces."""

    answer: object = None
    options: tuple = ()
    told: str = ""
    words: Mapping = MappingProxyType({})
    accept: tuple = ()


def which_text(event):
    return Filled(options=_texts(event))


def posted(event):
    """The text that was posted first, by the days that the table of texts gives."""
    found = {one.id: days(one.date_posted) for one in event.articles}
    options = _texts(event)
    if None in found.values():
        return Filled(options=options)
    first = min(day for day, _ in found.values())
    there = [name for name, (day, _) in found.items() if day == first]
    told = joined([f"{one.name} {one.date_posted}" for one in event.articles])
    return Filled(there[0] if len(there) == 1 else None, options, told)


def not_held(event):
    """What the licence says is not held constant; what it cannot tell counts neither way."""
    held = {what: said for what, (said, _) in event.decided().items()}
    options = tuple((what, said.partition(":")[0]) for what, said in LICENCE.items())
    answer = [what for what in LICENCE if held.get(what) == NO]
    if set(held) != set(LICENCE) or not answer or YES not in held.values():
        return Filled(options=options)
    unknown = tuple(what for what in LICENCE if held[what] == UNKNOWN)
    return Filled(answer, options, joined([what for what in LICENCE if held[what] == NO]), accept=unknown)


def word(event):
    """How often each name and each loaded word stands in each text: {word: {text: times}}. Which of them is
    asked for is decided when it is known what can be read in blocks, see `agreed`."""
    counts = {term: {one.id: len(concordance(one, term)) for one in event.articles} for term in _terms(event)}
    return Filled(counts, _texts(event))


def asked_for(counts, options):
    """The word that stands in the most texts, as it is asked for in the text that has it most often."""
    found = {term: each for term, each in counts.items() if MANY[0] <= sum(each.values()) <= MANY[1]}
    if not found:
        return Filled()
    term = max(found, key=lambda each: (sum(map(bool, found[each].values())), sum(found[each].values())))
    text = max(found[term], key=found[term].get)
    number = found[term][text]
    words = {"word": term, "text": text, "called": dict(options)[text]}
    return Filled(number, told=f"{number} time{'s' * (number != 1)}", words=words)


def quoted(event):
    """The text with the largest share of quoted and reported words, boilerplate left out."""
    shares = {}
    for one in event.articles:
        voices = [voice for voice in voice_of(one) if voice != "B"]
        shares[one.id] = sum(voice in "QI" for voice in voices) / max(1, len(voices))
    high, next_one = sorted(shares.values(), reverse=True)[:2]
    told = joined([f"{_called(event, name)} {share:.0%}" for name, share in shares.items()])
    answer = max(shares, key=shares.get) if high - next_one >= CLEAR else None
    return Filled(answer, _texts(event), told)


def copied(event):
    """The pair of texts that have most in common, or none. In blocks too few words can be compared to say it
    of short copies."""
    shares = {(a, b): share_kept(compare(a.words, b.words), len(a.words))
              for a, b in permutations(event.articles, 2)}  # fmt: skip
    high = {(a.id, b.id): max(shares[a, b], shares[b, a]) for a, b in combinations(event.articles, 2)}
    options = tuple((f"{a} and {b}", f"{_called(event, a)} and {_called(event, b)}") for a, b in high)
    options += ((NONE, "none: no two have more than a tenth in common"),)
    first, *others = sorted(high, key=high.get, reverse=True)
    clear = not others or high[first] - high[others[0]] >= CLEAR or high[first] < COPIED
    answer = " and ".join(first) if high[first] >= COPIED else NONE
    one, other = (
        first if (first in {(a.id, b.id) for a, b in shares if shares[a, b] == high[first]}) else first[::-1]
    )
    told = f"{_called(event, one)} in {_called(event, other)} {high[first]:.0%}"
    return Filled(answer if clear else None, options, told, {"one": first[0], "other": first[1]})


def apart(event):
    """Whether any pair of texts can be told apart by the usual grade."""
    found = compared(event.articles, "flesch_kincaid", "careful")
    told = [f"{one.name} and {other.name}" for one, other, _, answer in found if answer == DIFFER]
    return Filled("yes" if told else "no", told=joined(told) or "no pair")


def filled(event):
    """What every count puts in, by its name."""
    return {by: count(event) for by, count in FILL.items()}


def agreed(students, full):
    """What is put in for students: a count decides only where it says the same of their texts, in blocks, as
    of the full ones. The licence is the teacher's, and students do not get it."""
    found = {}
    for by, one in students.items():
        found[by] = one if one.answer == full[by].answer else one._replace(answer=None)
    found["not_held"] = full["not_held"]
    counts, known = students["word"].answer, full["word"].answer
    same = {term: each for term, each in counts.items() if known.get(term) == each}
    found["word"] = asked_for(same, students["word"].options)
    return found


FILL = {one.__name__: one for one in (which_text, posted, not_held, word, quoted, copied, apart)}


def has_hits(event):
    """Whether the list finds a word in any of the texts."""
    return any(placed_hits(one) for one in event.articles)


def _texts(event):
    return tuple((one.id, _called(event, one.id)) for one in event.articles)


def _called(event, name):
    """What a text is called in a question: its outlet, where that is known and no other text has it."""
    outlets = {one.id: one.outlet for one in event.articles}
    mine = outlets[name]
    return mine if mine != "unknown" and list(outlets.values()).count(mine) == 1 else name


def _terms(event):
    names = [row["words"] for row in event.rows("names") if row["words"]]
    hits = [hit.term for one in event.articles for hit in placed_hits(one)]
    return list(dict.fromkeys([*names, *hits]))
