"""Read hits of the list one by one and tap a verdict: `hand_check()`. Every tap is saved at once."""

import re
from functools import cached_property
from html import escape

import ipywidgets

from ..asking import Line, Reply, saved, style
from ..desk import notes, work
from ..handcheck import VERDICTS, cases, in_words, precision
from ..kwic import bare, framed, marked, told
from ..lexicon import CATEGORIES
from ..problems import Problem
from ..reader import ink
from ..shelf import articles
from ..voices import VOICES
from .answering import card
from .picking import Pick

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
    """The hits to read, with the verdicts so far: one at a time with buttons, or printed as a list."""

    def __init__(self):
        self.cases = cases()

    @property
    def verdicts(self):
        """The verdicts so far: id of a case → "right", "wrong" or "unsure"."""
        kept = work().get(TASK).get("hits")
        kept = kept if isinstance(kept, dict) else {}
        return {case.id: kept[case.id] for case in self.cases if kept.get(case.id) in VERDICTS}

    @property
    def told(self):
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
                f'for wrong, c for cannot tell, such as "r w c", but got {str(verdicts)[:60]!r}.'
            )
        self.keep({case.id: letters[one] for case, one in zip(self.cases, given, strict=False)})
        return saved(self.told, *(Line("note", sentence) for sentence in notes(work())))

    @cached_property
    def widget(self):
        """The controls."""
        return _controls(self)

    def __repr__(self):
        lines = [
            f"{number:2}. {heading(case)}\n    {sentence(case)}" for number, case in enumerate(self.cases, 1)
        ]
        return "\n".join(
            [RULE, *lines, self.told, 'Answer like this, one letter for each hit: hand_check("r w c")']
        )

    def _static_html_(self):
        """The check for a page without a kernel."""
        from ..stillwork import hits

        return hits([(heading(case), _hit(case), _summary(articles[case.line.article], case))
                     for case in self.cases], RULE)  # fmt: skip

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = self.widget._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        return {**(data or {}), "text/plain": repr(self)}


def heading(case):
    """Where a case stands, who speaks there, and what the list takes it for."""
    article, line = articles[case.line.article], case.line
    place = f"{article.name} ¶{line.paragraph} · voice {line.voice}, {VOICES[line.voice]}"
    return f"{place} · the list says: {_category(case)}"


def sentence(case):
    """The hit, its sentence, and our own summary of the paragraph, as text."""
    article, line = articles[case.line.article], case.line
    hit, around = article.words[line.start : line.end], article.words[line.first : line.last]
    return f"“{bare(hit)}” in: {told(around)}\n    In short (ours): {_summary(article, case)}"


def drawn(case):
    """The hit in its sentence as HTML, blocks where the article is locked."""
    article = articles[case.line.article]
    return (
        f'<p class="ww-head">{escape(heading(case))}</p>{_hit(case)}'
        f'<p class="ww-small"><strong>In short (ours):</strong> {escape(_summary(article, case))}</p>'
    )


def _hit(case):
    article = articles[case.line.article]
    return framed(f'<p class="ww-kwic">{marked(article, case.line, ink.looks_of(article))}</p>')


def _category(case):
    return CATEGORIES[case.category][0].lower() + CATEGORIES[case.category][1:]


def _summary(article, case):
    return next(p.precis for p in article.page if p.number == case.line.paragraph)


def _controls(check):
    """One hit at a time: the three verdicts stay where they are, so that the focus need not move."""
    state = {"place": 0, "moving": False}
    shown, result = ipywidgets.HTML(), ipywidgets.HTML()
    pick = Pick(VERDICTS.items(), row=True)
    back, on = ipywidgets.Button(description="Back"), ipywidgets.Button(description="Next")
    ways = ipywidgets.Box([back, on])
    ways.add_class("ww-row")
    ways.layout.margin = ".6rem 0 0"

    def look(place):
        state["place"] = place % len(check.cases)
        case, verdicts = check.cases[state["place"]], check.verdicts
        number = f"Hit {state['place'] + 1} of {len(check.cases)}"
        # As high as a long sentence, so that the buttons stay where they are.
        inside = f'<p class="ww-question">{number}</p>{drawn(case)}'
        shown.value = f'<div role="status" style="min-height:21rem">{inside}</div>'
        state["moving"] = True
        pick.value = verdicts.get(case.id)
        state["moving"] = False
        result.value = _result(check, verdicts).html() if verdicts else ""

    def judged(change):
        if state["moving"] or change.new is None:
            return
        check.keep({check.cases[state["place"]].id: change.new})
        left = [i for i, case in enumerate(check.cases) if case.id not in check.verdicts]
        look(next((i for i in left if i > state["place"]), left[0] if left else state["place"]))

    pick.observe(judged, "value")
    back.on_click(lambda _: look(state["place"] - 1))
    on.on_click(lambda _: look(state["place"] + 1))
    open_now = [i for i, case in enumerate(check.cases) if case.id not in check.verdicts]
    look(open_now[0] if open_now else 0)
    head = f'{style()}<p class="ww-head">Your own check</p><p>{escape(RULE)}</p>'
    return card([ipywidgets.HTML(head), shown, pick, ways, result])


def _result(check, verdicts):
    """How many are read; from ten on the figure so far; at the end also which hits were called wrong."""
    begun = f"{len(verdicts)} of {len(check.cases)} read and saved."
    lines = [Line("lead", check.told if len(verdicts) >= ENOUGH else begun)]
    if len(verdicts) == len(check.cases):
        wrong = [f"“{case.term}” ({articles[case.line.article].name} ¶{case.line.paragraph})"
                 for case in check.cases if verdicts[case.id] == "wrong"]  # fmt: skip
        lines.append(Line("", ", ".join(wrong) or "none", "You called wrong"))
        lines.append(Line("", "All are read and saved. You may still go back and change a verdict."))
    return Reply("saved", (*lines, *(Line("note", sentence) for sentence in notes(work()))))
