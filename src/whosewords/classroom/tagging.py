"""Tag phrases one by one: `tag()`. Every tap is saved at once; nothing is judged, and no outlet is named."""

import re

from ..display.hits import alone, bare, framed, in_its_sentence, sentence_text
from ..display.html import together
from ..display.replies import tagged
from ..measures.tagging import CODES, ROUNDS, SURE, items, place, shown
from ..problems import Problem, arrived
from .code_files import KEY
from .my_work import notes, saved_or_not, work
from .replies import Line, saved

RULE = (
    "Loaded: the words carry a judgement or a feeling, beyond what is needed to say what they are about. "
    "Plain: they do not. Exact words for violent things are plain. Skip: you need no reason."
)
LETTERS = {"l": "loaded", "p": "plain", "s": "skip"}
SAY = {  # what is said after a tap; pages say the same
    "begun": "{read} of {of} phrases done. {saved}",
    "sure": "Sure?",
    "done": "All {of} are done. {saved} You may still go back and change a code.",
    "summed": "Round {round}: {loaded} loaded, {plain} plain, {skip} skipped, {unsure} not sure.",
}


def tag(number=1, codes=None):
    """Tag the phrases of a round, alone and in silence: tag(), and tag(2) for the second round.

    Typed, a letter for each phrase in the order that print(tag()) shows: tag(1, "l p s l?"). l is loaded,
    p is plain, s is skip, and a ? behind a letter says that you are not sure.
    """
    if codes is None and isinstance(number, str) and not number.strip().isdigit():
        number, codes = 1, number
    tagging = Tagging(_round(number))
    return tagging if codes is None else tagging.typed(codes)


def _round(given):
    number = int(given) if str(given).strip() in map(str, ROUNDS) else None
    if number is None or isinstance(given, bool):
        raise Problem(f"There are two rounds, tag(1) and tag(2), but got “{arrived(given)}”.")
    return number


class Tagging:
    """The phrases of a round, with the codes so far. Printed, it is a list to answer by typing."""

    def __init__(self, number=1):
        self.number = number
        self.task = KEY.format(number=number)
        self.items = items(number)

    @property
    def codes(self):
        """The codes so far: id of a phrase → "loaded", "plain" or "skip"."""
        return self._kept("codes", CODES)

    @property
    def sure(self):
        """How sure the reader was: id of a phrase → "sure" or "unsure"."""
        return self._kept("sure", SURE)

    @property
    def done(self):
        """Whether every phrase has a code."""
        return len(self.codes) == len(self.items)

    def keep(self, codes=(), sure=()):
        """Add codes, and how sure the reader is of them, and save."""
        codes, sure = {**self.codes, **dict(codes)}, {**self.sure, **dict(sure)}

        def kept(entry):
            whole = "codes" if len(codes) == len(self.items) else "begun"
            value = summed(self.number, codes, sure)
            return {**entry, "kind": whole, "codes": codes, "sure": sure, "value": value}

        work().change(self.task, kept)

    def typed(self, codes):
        """Take codes as letters, in the order of the list; gives a `Reply`."""
        given = [part.casefold() for part in re.split(r"[\s,;]+", str(codes).strip()) if part]
        wrong = [one for one in given if one.removesuffix("?")[:1] not in LETTERS]
        if wrong or not 0 < len(given) <= len(self.items):
            raise Problem(
                f"tag({self.number}) takes up to {len(self.items)} letters with blanks between (l loaded, "
                f'p plain, s skip), such as "l p s l?", but got “{arrived(codes)}”.'
            )
        pairs = list(zip(self.items, given, strict=False))
        named = {item.id: LETTERS[one[0]] for item, one in pairs}
        sure = {item.id: "unsure" if one.endswith("?") else "sure" for item, one in pairs if one[0] != "s"}
        self.keep(named, sure)
        return self.result()

    def result(self):
        """How many are done, and never which of them would be called right."""
        said = SAY["done" if self.done else "begun"]
        told = said.format(read=len(self.codes), of=len(self.items), saved=saved_or_not())
        last = Line("", summed(self.number, self.codes, self.sure)) if self.done else Line("", "")
        return saved(told, last, *(Line("note", sentence) for sentence in notes(work())))

    def _kept(self, field, known):
        kept = work().get(self.task).get(field)
        kept = kept if isinstance(kept, dict) else {}
        return {item.id: kept[item.id] for item in self.items if _is_one_of(kept.get(item.id), known)}

    def __repr__(self):
        lines = [f"{n:2}. {item.context}\n    {sentence(item)}" for n, item in enumerate(self.items, 1)]
        how = f'Answer like this, one letter for each phrase: tag({self.number}, "l p s l?")'
        return "\n".join([RULE, *lines, *([repr(self.result())] if self.codes else []), how])


def summed(number, codes, sure):
    """Codes as a sentence, for the work file and for whoever listens.

    >>> summed(1, {"a": "loaded", "b": "skip"}, {"a": "unsure"})
    'Round 1: 1 loaded, 0 plain, 1 skipped, 1 not sure.'
    """
    counted = {code: list(codes.values()).count(code) for code in CODES}
    unsure = sum(sure.get(phrase) == "unsure" and code != "skip" for phrase, code in codes.items())
    return SAY["summed"].format(round=number, unsure=unsure, **counted)


def sentence(item):
    """The phrase and its sentence, as text."""
    article, line = shown(item), place(item)
    phrase = bare(article.words[line.start : line.end])
    return f"“{phrase}” in: {sentence_text(article.words[line.first : line.last])}"


def drawn(item):
    """The phrase in its sentence as HTML, with the line of ours above it."""
    return tagged(item.context, phrase(item))


def listed(rows):
    """Phrases one under the other, in one frame. rows: (a phrase, what is said of it)."""
    return framed(
        together(tagged(item.context, in_its_sentence(shown(item), place(item))), told) for item, told in rows
    )


def phrase(item):
    """The sentence with the phrase marked, as HTML in the look of the reading view."""
    return alone(shown(item), place(item))


def _is_one_of(given, known):
    return isinstance(given, str) and given in known
