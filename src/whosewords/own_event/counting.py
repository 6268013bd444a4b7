"""The one count of an event: its protocol, the count itself, and the check by hand of twenty of its hits."""

from typing import NamedTuple

from ..calls.counts import COLUMNS, NAMED, count, loaded_language
from ..calls.grades import readability
from ..display.hits import sentence_text
from ..measures.agreement import agreement_of
from ..measures.precision import cases, in_words, precision
from ..problems import Problem
from ..readability import is_english
from .rules import ALL, CODERS, COUNTED, HIT_VERDICTS, THINGS, WHOSE

HITS = 20
PER = 1000
WANTED = {
    "question": "what you want to find out",
    "category": "which words are counted",
    "voice": "in whose voice",
    "counts": "what counts as a hit",
    "leaves_out": "what does not count",
}


class Agreed(NamedTuple):
    """How often two readers gave the same verdict: `same` of `both` hits that both judged; NaN for none.

    What chance alone would give is not taken off there; `found` is the measure of Lesson 7, which takes it
    off. It is made of `verdicts`: {reader: {hit: verdict}}.
    """

    same: int
    both: int
    verdicts: dict

    @property
    def share(self):
        return self.same / self.both if self.both else float("nan")

    @property
    def found(self):
        """The same as an `Agreement`, with Krippendorff's alpha where it can be told."""
        return agreement_of(self.verdicts)


def protocol(event):
    """The protocol as it is filled in: {what: text}. What nobody can choose, as in a file that was changed by
    hand, is not filled in."""
    said = {what: event.said("count", what) for what in WANTED}
    return {what: text if text in (THINGS["count"][what] or (text,)) else "" for what, text in said.items()}


def missing(event):
    """What the protocol still wants, in words."""
    said = protocol(event)
    return [told for what, told in WANTED.items() if not said[what]]


def counted(event):
    """The count as a `Finding`. Raises `Problem` without a licence or a protocol."""
    chosen = event.licensed()
    if left := missing(event):
        raise Problem(f"Step 7, the count, still wants: {', '.join(left)}.")
    said = protocol(event)
    voice = None if said["voice"] == "all" else said["voice"]
    if said["category"] == ALL:
        return loaded_language(chosen, voice=voice, per=PER)
    return count(said["category"], chosen, voice=voice, per=PER)


def hits_to_check(event):
    """Twenty hits of the count, or as many as there are, drawn by chance and the same for every reader."""
    said = protocol(event)
    letters = dict(NAMED.get(said["voice"], COLUMNS)).values()
    voices = "".join(letters)
    category = None if said["category"] in ("", ALL) else said["category"]
    chosen = [article for article in event.articles if is_english(article)]
    return cases(HITS, chosen=chosen, category=category, voices=voices) if chosen else []


def verdicts(event, coder="first"):
    """The verdicts of a reader on these hits: {id of a case: verdict}."""
    kept = {(r["text"], r["place"], r["term"]): r for r in event.rows("hits", coder=coder)}
    found = {}
    for case in hits_to_check(event):
        row = kept.get((case.line.article, str(case.line.start), case.term))
        if row and row["verdict"] in HIT_VERDICTS and row["begins"] == _begins(event, case):
            found[case.id] = row["verdict"]
    return found


def judge(event, case, verdict, coder="first"):
    """Keep a reader's verdict on a hit."""
    event.put(
        "hits", coder=coder, text=case.line.article, place=str(case.line.start), term=case.term,
        begins=_begins(event, case), verdict=verdict,
    )  # fmt: skip


def checked(event, coder="first"):
    """The `Precision` of the count by the verdicts of a reader; None where there are none."""
    found = verdicts(event, coder)
    return precision(found.values()) if found else None


def checked_in_words(event, coder="first"):
    """The same as a sentence; "" where nothing was judged."""
    found = checked(event, coder)
    return in_words(found, len(hits_to_check(event))) if found else ""


def agreed(event):
    """How often two readers agree on the hits, as `Agreed`; None where there is no second reader.

    agreed(event).found is what `agreement_of` says of them.
    """
    both = {coder: verdicts(event, coder) for coder in CODERS}
    shared = both["first"].keys() & both["second"].keys()
    if not shared:
        return None
    same = sum(both["first"][id] == both["second"][id] for id in shared)
    return Agreed(same, len(shared), both)


def agreed_in_words(event):
    """The same as a sentence; "" without a second reader."""
    found = agreed(event)
    if not found:
        return ""
    return (
        f"A second reader judged {found.both} of these hits: the same verdict on {found.same} "
        f"({round(100 * found.share)} of 100). {_alpha(found.found)}"
    )


def _alpha(found):
    """What is left of an agreement where chance is taken off, as a sentence."""
    if found.alpha != found.alpha:
        return f"Less what chance would give: {found.note}."
    alpha, low, high = (f"{one:.2f}".replace("-", "−") for one in (found.alpha, found.low, found.high))
    return f"Less what chance would give: alpha {alpha} ({low} to {high}; 1 is full agreement, 0 is chance)."


def in_short(event):
    """The protocol as a sentence or two."""
    said = protocol(event)
    what, whose = COUNTED.get(said["category"], ""), WHOSE.get(said["voice"], "")
    return (
        f"Counted: {what}, in {whose}, per {PER:,} words of that voice. Question: {said['question']} What "
        f"counts: {said['counts']} What does not: {said['leaves_out']}"
    )


def ranges(event):
    """Readability as ranges, a `Finding`. Raises `Problem` without a licence."""
    return readability(event.licensed())


def _begins(event, case):
    article = next(one for one in event.articles if one.id == case.line.article)
    return sentence_text(article.words[case.line.start : case.line.start + 6])
