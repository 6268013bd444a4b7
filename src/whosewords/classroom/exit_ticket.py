"""The exit ticket of a lesson: two taps before one leaves."""

from ..problems import Problem, arrived, one_of
from .exercises import lessons
from .my_work import work
from .replies import saved
from .tasks import with_notes

SURENESS = (("1", "1 not at all"), ("2", "2"), ("3", "3 half and half"), ("4", "4"), ("5", "5 very"))
WORDS = ("clear", "curious", "surprised", "unsure", "stuck")
FIELDS = {"confidence": "how sure you feel", "word": "one word"}
STILL_TO_TAP = "Saved. Still to tap: {missing}."
LEAVE = "Saved. See you in the next lesson."
OWN_WORD = "Or a word of your own, then Enter"
LONGEST_WORD = 40  # characters of the word on an exit ticket


def exit_ticket(lesson, confidence=None, word=None):
    """Two taps before you leave: exit_ticket(1), or typed exit_ticket(1, 4, "curious")."""
    number = int(one_of(arrived(lesson), [str(number) for number in lessons()], "lesson"))
    return Ticket(number) if confidence is None and word is None else leave(number, confidence, word)


def leave(number, confidence, word):
    """Store an exit ticket, as far as it is given."""
    sure = None if confidence is None else arrived(confidence)
    if sure is not None and sure not in dict(SURENESS):
        raise Problem(f"How sure you feel is a number from 1 to 5, but “{sure}” arrived.")
    if not isinstance(word, str | None):
        raise Problem(f'The word stands in quotation marks, as in "curious", but “{arrived(word)}” arrived.')
    said = " ".join((word or "").split())[:LONGEST_WORD]
    new = {"confidence": int(sure)} if sure else {}
    new |= {"word": said} if said else {}
    entry = work().change(f"{number}.exit", lambda entry: {**entry, "kind": "exit ticket", **new})
    missing = [told for field, told in FIELDS.items() if not entry.get(field)]
    return with_notes(saved(STILL_TO_TAP.format(missing=missing[0]) if missing else LEAVE))


class Ticket:
    """The exit ticket of a lesson."""

    def __init__(self, number):
        self.number = number

    @property
    def questions(self):
        """Both questions, as they are read."""
        first = f"How sure are you now of an answer to: {lessons()[self.number].question}"
        return first, "One word for this lesson:"

    @property
    def before(self):
        """What was tapped before: confidence and word, "" where nothing was."""
        entry = work().get(f"{self.number}.exit")
        return {field: str(entry.get(field) or "") for field in ("confidence", "word")}

    def take(self, confidence, word):
        """Store the ticket as far as it is given, and reply."""
        return leave(self.number, confidence, word)

    def __repr__(self):
        return (
            f"Exit ticket. How sure are you now, 1 to 5, of an answer to: {lessons()[self.number].question}\n"
            f'And one word for this lesson.\nAnswer like this: exit_ticket({self.number}, 3, "curious")'
        )
