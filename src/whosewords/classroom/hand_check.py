"""Read hits of the list one by one and tap a verdict: `hand_check()`. Every tap is saved at once."""

import re

from ..display import replies as looks
from ..display.hits import alone, bare, sentence_text
from ..display.yours import RULE as RULED
from ..display.yours import about_yours, named
from ..lexicon import CATEGORIES
from ..measures.precision import VERDICTS, cases, in_words, precision
from ..problems import Problem, arrived
from ..shelf.catalogue import SHELF, articles, choose
from ..voices import VOICES
from .my_work import notes, saved_or_not, work
from .replies import Line, Reply, saved

TASK = "5.9"  # the exercise under which it is kept
OTHERS = "5.9.others"  # where verdicts on other texts than those that are compared are kept
RULE = (
    "Right: here the word judges, or stirs a feeling, beyond what is needed to say what it is about. Wrong: "
    "here it is plain, or a name, or it means something else."
)
SAY = {  # what is said after a verdict; pages say the same
    "begun": "{read} of {of} read. {saved}",
    "none": "none",
    "wrong": "You called wrong",
    "done": "All are read. {saved} You may still go back and change a verdict.",
}


def hand_check(texts=None, verdicts=None, *, column=None):
    """Read eight hits of the list and say whether each is right: hand_check(), typed hand_check("r w c").

    Typed, r is right, w is wrong and c is cannot tell, in the order of the list that print(hand_check())
    shows. The hits are the same for every reader, so that two readers can compare. texts: where the hits are
    drawn from, such as "wire_2019" or texts of your own; the articles that are compared where nothing is
    given. Verdicts on other texts are kept apart: hand_check("wire_2019", "r w c"). column: see count().
    """
    if verdicts is None and _is_typed(texts):
        texts, verdicts = None, texts
    check = HandCheck(None if texts is None and column is None else choose(texts, column))
    return check if verdicts is None else check.typed(verdicts)


def _is_typed(given):
    """Whether a string is verdicts, and no text: letters with blanks between, or the words for them.

    >>> _is_typed("r w c"), _is_typed("right, wrong"), _is_typed("r x"), _is_typed("trt")
    (True, True, True, False)
    """
    parts = re.split(r"[\s,;]+", given.strip().casefold()) if isinstance(given, str) else []
    return any(parts) and all(len(part) < 2 or part in VERDICTS for part in parts)


class HandCheck:
    """The hits to read, with the verdicts so far. Printed, it is a list to answer by typing.

    chosen: the articles that the hits are drawn from; the articles that are compared where nothing is given.
    `shelf` finds them by id, `limits` is what has to be known about them.
    """

    def __init__(self, chosen=None):
        usual = chosen is None or [article.id for article in chosen] == list(SHELF)
        self.task = TASK if usual else OTHERS
        self.shelf = articles if usual else {article.id: article for article in chosen}
        self.limits = () if usual else tuple(about_yours(chosen, RULED))
        self.cases = cases(chosen=None if usual else list(self.shelf.values()))
        if not self.cases:
            raise Problem(f"{named(chosen)}: the list finds no word here, so there is nothing to check.")

    @property
    def verdicts(self):
        """The verdicts so far: id of a case → "right", "wrong" or "unsure"."""
        kept = work().get(self.task).get("hits")
        kept = kept if isinstance(kept, dict) else {}
        return {case.id: kept[case.id] for case in self.cases if kept.get(case.id) in VERDICTS}

    @property
    def summary(self):
        """What the verdicts so far amount to, as sentences."""
        return in_words(precision(self.verdicts.values()), len(self.cases))

    def keep(self, new):
        """Add verdicts and save. What a student wrote about them by hand stays as it is."""
        known = {**self.verdicts, **new}
        summed = in_words(precision(known.values()), len(self.cases))

        def apart(entry):
            before = entry.get("hits")
            hits = {**(before if isinstance(before, dict) else {}), **known}
            return {**entry, "kind": "hits", "hits": hits, "value": f"{named(self.shelf.values())}: {summed}"}

        def kept(entry):
            ours = entry.get("value") in (None, "", entry.get("summed"))
            done = entry.get("kind") == "text" or len(known) == len(self.cases)
            return {**entry, "kind": "text" if done else "begun", "hits": known, "summed": summed,
                    "value": summed if ours else entry["value"]}  # fmt: skip

        work().change(self.task, kept if self.task == TASK else apart)

    def typed(self, verdicts):
        """Take verdicts as letters, in the order of the list; gives a `Reply`."""
        letters = {name[0]: name for name in ("right", "wrong")} | {"c": "unsure", "?": "unsure"}
        given = [part[0].casefold() for part in re.split(r"[\s,;]+", str(verdicts).strip()) if part]
        wrong = [letter for letter in given if letter not in letters]
        if wrong or not 0 < len(given) <= len(self.cases):
            raise Problem(
                f"hand_check() takes up to {len(self.cases)} letters with blanks between, r for right, w "
                f'for wrong, c for cannot tell, such as "r w c", but got “{arrived(verdicts)}”.'
            )
        self.keep({case.id: letters[one] for case, one in zip(self.cases, given, strict=False)})
        return saved(self.summary, *(Line("note", sentence) for sentence in notes(work())))

    def __repr__(self):
        lines = [
            f"{number:2}. {heading(case, self.shelf)}\n    {sentence(case, self.shelf)}"
            for number, case in enumerate(self.cases, 1)
        ]
        typed = 'hand_check("r w c")' if self.task == TASK else 'hand_check(…, "r w c"), with the same texts'
        return "\n".join(
            [RULE, *self.limits, *lines, self.summary, f"Answer like this, one letter for each hit: {typed}"]
        )


def heading(case, shelf=articles):
    """Where a case stands, who speaks there, and what the list takes it for. shelf: id → article."""
    article, line = shelf[case.line.article], case.line
    place = f"{article.name} ¶{line.paragraph} · voice {line.voice}, {VOICES[line.voice]}"
    return f"{place} · the list says: {_category(case)}"


def sentence(case, shelf=articles):
    """The hit, its sentence, and our own summary of the paragraph where there is one, as text."""
    article, line = shelf[case.line.article], case.line
    hit, around = article.words[line.start : line.end], article.words[line.first : line.last]
    short = summary_of(case, shelf)
    return f"“{bare(hit)}” in: {sentence_text(around)}" + f"\n    In short (ours): {short}" * bool(short)


def drawn(case, shelf=articles):
    """The hit in its sentence as HTML, blocks where the article is locked."""
    return looks.hit(heading(case, shelf), hit(case, shelf), summary_of(case, shelf))


def hit(case, shelf=articles):
    """The sentence of a case with the hit marked, as HTML."""
    return alone(shelf[case.line.article], case.line)


def _category(case):
    return CATEGORIES[case.category][0].lower() + CATEGORIES[case.category][1:]


def summary_of(case, shelf=articles):
    """Our sentence beside the paragraph of a case; "" in a text that has none."""
    page = shelf[case.line.article].page
    return next(p.precis for p in page if p.number == case.line.paragraph)


def result(check, verdicts):
    """The reply after a verdict: how many are read; at the end also which hits were called wrong, and the
    figure, which would lead the next verdicts if it came before."""
    done = len(verdicts) == len(check.cases)
    begun = SAY["begun"].format(read=len(verdicts), of=len(check.cases), saved=saved_or_not())
    lines = [Line("lead", check.summary if done else begun)]
    if done:
        wrong = [called(case, check.shelf) for case in check.cases if verdicts[case.id] == "wrong"]
        lines.append(Line("", ", ".join(wrong) or SAY["none"], SAY["wrong"]))
        lines.append(Line("", SAY["done"].format(saved=saved_or_not())))
    return Reply("saved", (*lines, *(Line("note", sentence) for sentence in notes(work()))))


def called(case, shelf=articles):
    """A case in a list of cases: its word and its place."""
    return f"“{case.term}” ({shelf[case.line.article].name} ¶{case.line.paragraph})"
