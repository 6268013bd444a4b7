"""Read hits of the list one by one and tap a verdict: `hand_check()`. Every tap is saved at once."""

import re
from html import escape

from ..display.hits import bare, framed, marked, sentence_text
from ..display.reading import drawn_words
from ..lexicon import CATEGORIES
from ..measures.precision import VERDICTS, cases, in_words, precision
from ..problems import Problem, arrived
from ..shelf.catalogue import articles
from ..voices import VOICES
from .my_work import notes, work
from .replies import Line, Reply, saved

TASK = "5.9"  # the exercise under which it is kept
ENOUGH = 10  # verdicts; a figure from fewer would only lead the next ones
RULE = (
    "Right: here the word judges, or stirs a feeling, beyond what is needed to say what it is about. Wrong: "
    "here it is plain, or a name, or it means something else."
)


def hand_check(verdicts=None):
    """Read 20 hits of the list and say of each whether it is right: hand_check(), typed hand_check("r w c").

    Typed, r is right, w is wrong and c is cannot tell, in the order of the list that print(hand_check())
    shows. The hits are the same for every reader, so that two readers can compare.
    """
    check = HandCheck()
    return check if verdicts is None else check.typed(verdicts)


class HandCheck:
    """The hits to read, with the verdicts so far. Printed, it is a list to answer by typing."""

    def __init__(self):
        self.cases = cases()

    @property
    def verdicts(self):
        """The verdicts so far: id of a case → "right", "wrong" or "unsure"."""
        kept = work().get(TASK).get("hits")
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

        def kept(entry):
            ours = entry.get("value") in (None, "", entry.get("summed"))
            done = entry.get("kind") == "text" or len(known) == len(self.cases)
            return {**entry, "kind": "text" if done else "begun", "hits": known, "summed": summed,
                    "value": summed if ours else entry["value"]}  # fmt: skip

        work().change(TASK, kept)

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
            f"{number:2}. {heading(case)}\n    {sentence(case)}" for number, case in enumerate(self.cases, 1)
        ]
        return "\n".join(
            [RULE, *lines, self.summary, 'Answer like this, one letter for each hit: hand_check("r w c")']
        )


def heading(case):
    """Where a case stands, who speaks there, and what the list takes it for."""
    article, line = articles[case.line.article], case.line
    place = f"{article.name} ¶{line.paragraph} · voice {line.voice}, {VOICES[line.voice]}"
    return f"{place} · the list says: {_category(case)}"


def sentence(case):
    """The hit, its sentence, and our own summary of the paragraph, as text."""
    article, line = articles[case.line.article], case.line
    hit, around = article.words[line.start : line.end], article.words[line.first : line.last]
    return f"“{bare(hit)}” in: {sentence_text(around)}\n    In short (ours): {summary_of(case)}"


def drawn(case):
    """The hit in its sentence as HTML, blocks where the article is locked."""
    return (
        f'<p class="ww-head">{escape(heading(case))}</p>{hit(case)}'
        f'<p class="ww-small"><strong>In short (ours):</strong> {escape(summary_of(case))}</p>'
    )


def hit(case):
    """The sentence of a case with the hit marked, as HTML."""
    article = articles[case.line.article]
    return framed(f'<p class="ww-kwic">{marked(article, case.line, drawn_words.looks_of(article))}</p>')


def _category(case):
    return CATEGORIES[case.category][0].lower() + CATEGORIES[case.category][1:]


def summary_of(case):
    """Our sentence beside the paragraph of a case."""
    page = articles[case.line.article].page
    return next(p.precis for p in page if p.number == case.line.paragraph)


def result(check, verdicts):
    """The reply after a verdict: how many are read; from ten on the figure so far; at the end also which hits
    were called wrong."""
    begun = f"{len(verdicts)} of {len(check.cases)} read and saved."
    lines = [Line("lead", check.summary if len(verdicts) >= ENOUGH else begun)]
    if len(verdicts) == len(check.cases):
        wrong = [f"“{case.term}” ({articles[case.line.article].name} ¶{case.line.paragraph})"
                 for case in check.cases if verdicts[case.id] == "wrong"]  # fmt: skip
        lines.append(Line("", ", ".join(wrong) or "none", "You called wrong"))
        lines.append(Line("", "All are read and saved. You may still go back and change a verdict."))
    return Reply("saved", (*lines, *(Line("note", sentence) for sentence in notes(work()))))
