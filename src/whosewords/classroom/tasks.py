"""A lesson's calls: guess, see, check, leave. Each shows a question to answer with the keyboard or a tap, or
takes a typed answer; each stores what was answered at once."""

from dataclasses import replace
from inspect import signature

from ..problems import Problem, arrived
from . import replies
from .answers import judge, understand
from .asking import RIGHT
from .exercises import exercise, key
from .kinds import kind_of
from .my_work import NOT_SAVED, notes, stored, work
from .replies import Line, answer_line, answer_text, saved

MOST_TRIES = 50  # kept in the file
GUESS_KEPT = "Your guess is kept: {told}. You can change it until you see the result."
GUESS_SEEN = "Your guess was: {told}. You have seen the result, so it stays as it was."
WRITTEN, WRITTEN_ONE = "Saved, {count} words.", "Saved, 1 word."
TOO_LONG = "That is more than {most}: what can go?"
TOO_SHORT = "Write a sentence or two, then save again to see two sample answers."
BEFORE = "Saved before."
YOUR_GUESS = "Your guess: {told}"
SAVE_GUESS, SAVE, CHECK = "Save my guess", "Save", "Check"  # what the button says
FEWEST_WORDS = 5  # of an open answer, before the sample answers are shown


def predict(number, value=None):
    """Make a guess before you see the result: predict("1.p1"), or typed predict("1.p1", "neo").

    A guess is not judged. It can be changed until the result is shown.
    """
    one = _of_kind(number, guess=True)
    return Task(one) if value is None else answer(one, value)


def check(number, value=None):
    """Answer an exercise: check("1.3"), or typed check("1.3", "trt and rs"). After two tries it is
    explained."""
    one = _of_kind(number, guess=False)
    return Task(one) if value is None else answer(one, value)


def reveal(number, result=None):
    """Show a result beside the guess that was made about it: reveal("1.p1", events).

    result: a call without its brackets, or a value; it is shown as it would be alone. Without a guess nothing
    is shown but the way to make one.
    """
    one = _of_kind(number, guess=True)
    guess = stored(one, work().get(one.id))
    if guess is None:
        return saved(f'First make your guess: run the cell above that says predict("{one.id}").')
    shown = _shown(result)
    work().change(one.id, lambda entry: {**entry, "seen": True})
    known = key(one.id)
    lines = [answer_line(one, known.answer, "The answer")] if known.answer is not None else []
    told = saved(
        YOUR_GUESS.format(told=answer_text(one, guess)), *lines, Line("explained", known.explained), *_notes()
    )
    return Revealed(told, shown)


def answer(one, given, final=True):
    """Take an answer, store it, and reply. final: whether the student handed it in, or only paused in
    typing."""
    value = understand(one, given)
    if one.guess:
        return _guessed(one, value)
    if kind_of(one).is_open:
        return _written(one, value, final)
    known = key(one.id)
    if known.answer is None:
        raise Problem(f"Exercise {one.id} has no key yet. Please tell whoever made this copy of the module.")

    def tried(entry):
        tries = list(entry["tries"]) if isinstance(entry.get("tries"), list) else []
        if not tries or tries[-1] != value:  # the same answer twice is one try
            tries.append(value)
        done = entry.get("result") == RIGHT
        return {**entry, "kind": "answer", "tries": tries[-MOST_TRIES:],
                "result": RIGHT if done else judge(one, known, value).result}  # fmt: skip

    entry = work().change(one.id, tried)
    return with_notes(replies.feedback(one, known, _tries(one, entry)))


class Task:
    """A question to answer. Printed, it says how to answer by typing."""

    def __init__(self, exercise):
        self.exercise = exercise

    @property
    def value(self):
        """The answer that was stored before, or None."""
        return stored(self.exercise, work().get(self.exercise.id))

    @property
    def reply(self):
        """What is said about that answer, or None."""
        return reply_to(self.exercise, work().get(self.exercise.id))

    def take(self, value, final=True):
        """Take an answer, store it, and reply."""
        return answer(self.exercise, value, final)

    def __repr__(self):
        return replies.question_text(self.exercise) + (f"\n{self.reply!r}" if self.reply else "")


class Revealed:
    """A result with the guess that was made about it."""

    def __init__(self, told, result):
        self.told = told
        self.result = result

    def __repr__(self):
        return "\n".join(repr(part) for part in (self.told, self.result) if part is not None)

    def _ipython_display_(self):
        from IPython.display import display

        display(self.told)
        if self.result is not None:
            display(self.result)


def reply_to(one, entry):
    """What is told about an answer that was stored before; None where there is none."""
    value = stored(one, entry)
    if value is None:
        return None
    if one.guess:
        return _guess_kept(one, value, entry)
    if kind_of(one).is_open:
        return saved(BEFORE, *(replies.samples(key(one.id)) if entry.get("finished") else ()))
    return replies.feedback(one, key(one.id), _tries(one, entry) or [value])


def _of_kind(number, guess):
    one = exercise(arrived(number), guess)
    if one.guess != guess:
        call = "predict" if one.guess else "check"
        raise Problem(f'{one.id} is {"a guess" if one.guess else "an exercise"}: write {call}("{one.id}").')
    return one


def _shown(result):
    """What is revealed: a value, or what a call gives that was named without its brackets."""
    if not callable(result):
        return result
    try:
        signature(result).bind()
    except ValueError:  # some of Python's own calls have no signature
        pass
    except TypeError:
        raise Problem(
            "reveal() takes a call that needs nothing between its brackets, such as events, or a result, "
            f'such as show("trt"), but got “{arrived(result)}”.'
        ) from None
    return result()


def _guessed(one, value):
    def kept(entry):
        if entry.get("seen") and stored(one, entry) is not None:
            return entry
        return {**entry, "kind": "guess", "value": value}

    entry = work().change(one.id, kept)
    return with_notes(_guess_kept(one, stored(one, entry), entry))


def _guess_kept(one, value, entry):
    said = GUESS_SEEN if entry.get("seen") else GUESS_KEPT
    return saved(said.format(told=answer_text(one, value).removesuffix(".")))


def _written(one, text, final):
    count = len(text.split())
    long_enough = count >= FEWEST_WORDS

    def written(entry):
        finished = bool(entry.get("finished")) or (final and long_enough)
        return {**entry, "kind": "text", "value": text, "finished": finished}

    entry = work().change(one.id, written)
    told = [WRITTEN_ONE if count == 1 else WRITTEN.format(count=count)]
    if one.most_words and count > one.most_words:
        told.append(TOO_LONG.format(most=one.most_words))
    if final and not long_enough:
        told.append(TOO_SHORT)
    return with_notes(saved(" ".join(told), *(replies.samples(key(one.id)) if entry["finished"] else ())))


def _tries(one, entry):
    """The tries that can be understood: a file may come from elsewhere, an exercise may have changed."""
    tries = entry["tries"] if isinstance(entry.get("tries"), list) else []
    understood = (stored(one, {"value": given}) for given in tries)
    return [value for value in understood if value is not None]


def _notes():
    return [Line("note", sentence) for sentence in notes(work())]


def with_notes(reply):
    """A reply with what the work file has to say. Where that could not be written, nothing claims it was."""
    lines = reply.lines
    if work().trouble and reply.result == "saved":
        lines = (Line("lead", NOT_SAVED), *lines[1:])
    return replace(reply, lines=(*lines, *_notes()))
