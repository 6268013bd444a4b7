"""The words that a student may write in a lesson, where each of them lives, and what fits between its
brackets."""

import re
from functools import cache, wraps
from inspect import Parameter, signature

from .problems import Problem, arrived, nearest

VOCABULARY = {
    "articles": "shelf.catalogue.articles",
    "show": "classroom.reading.show",
    "where_to_read": "shelf.unlocking.where_to_read",
    "unlock": "notebook.unlocking.unlock",
    "lock": "shelf.unlocking.lock",
    "predict": "notebook.tasks.predict",
    "reveal": "classroom.tasks.reveal",
    "check": "notebook.tasks.check",
    "exit_ticket": "notebook.exit_ticket.exit_ticket",
    "my_work": "classroom.my_work.my_work",
    "my_settings": "notebook.settings.my_settings",
    "import_work": "classroom.my_work.import_work",
    "reset": "classroom.reset.reset",
    "progress": "classroom.progress.progress",
    "naming": "calls.names.naming",
    "style_rules": "calls.names.style_rules",
    "headline_swap": "calls.names.headline_swap",
    "find": "calls.find.find",
    "count": "calls.counts.count",
    "loaded_language": "calls.counts.loaded_language",
    "use_list": "calls.own_list.use_list",
    "my_list": "notebook.own_list.my_list",
    "rank": "calls.rankings.rank",
    "stability": "calls.rankings.stability",
    "hand_check": "notebook.hand_check.hand_check",
    "who_is_behind": "calls.outlets.who_is_behind",
    "glossary": "calls.glossary.glossary",
    "events": "calls.events.events",
    "dates": "calls.events.dates",
    "clock": "notebook.clock.clock",
    "ledger": "calls.ledger.ledger",
    "sources": "calls.sources.sources",
    "silence_grid": "calls.silences.silence_grid",
    "frames": "classroom.frames.frames",
    "my_frames": "notebook.own_frames.my_frames",
    "rewrite": "notebook.lab.rewrite",
    "readability": "calls.grades.readability",
    "second_opinion": "calls.grades.second_opinion",
    "pairs": "calls.pairs.pairs",
    "copies": "calls.copies.copies",
    "programs": "calls.programs.programs",
    "add_stops": "calls.experiments.add_stops",
    "drop_dots": "calls.experiments.drop_dots",
    "drop_headings": "calls.experiments.drop_headings",
    "windows": "calls.experiments.windows",
    "tag": "notebook.tagging.tag",
    "agreement": "classroom.agreeing.agreement",
    "my_rates": "classroom.own_rates.my_rates",
    "unmask": "classroom.own_rates.unmask",
    "measure": "readability.table",
    "claim": "calls.claims.claim",
    "relay": "calls.relays.relay",
    "calibration": "classroom.calibrating.calibration",
    "before_after": "notebook.sitting.before_after",
    "Path": "shelf.arriving.Path",
    "add_text": "notebook.own_text.add_text",
    "forget_text": "classroom.own_text.forget_text",
    "new_event": "notebook.own_event.new_event",
    "my_brief": "publish.my_brief.my_brief",
}
# Words that are modules too: `readability("trt")` compares, `readability.measure(s)` measures.
MODULES = ("readability",)


@cache
def word(name, call):
    """A call as a student writes it: what does not fit between its brackets is told in a sentence.

    The answer of a script is the same as that of a notebook; a program that imports the call from where it
    lives gets Python's own errors.
    """
    fitting = signature(call)

    @wraps(call)
    def called(*given, **options):
        try:
            fitting.bind(*given, **options)
        except TypeError:
            raise Problem(misfit(name, call, given, options)) from None
        return call(*given, **options)

    called.__name__ = name
    return called


def misfit(name, call, given, options):
    """Why these arguments do not fit between the brackets of a call, and what does.

    >>> def drum(beat, times=1):
    ...     "Beat: drum('bang')."
    >>> misfit("drum", drum, (), {"time": 2})
    'drum() does not know “time”. Did you mean “times”? Between its brackets can stand: beat, times.'
    >>> misfit("drum", drum, (), {})
    "drum() needs something between its brackets, such as drum('bang')."
    """
    known = signature(call).parameters.values()
    takes = f"Between its brackets can stand: {', '.join(map(_name, known))}." if known else ""
    names = [each.name for each in known if each.kind is not Parameter.VAR_POSITIONAL]
    for option in options:
        if option not in names:
            near = nearest(option, {each: each for each in names})
            hint = f" Did you mean “{near}”?" if near else ""
            return f"{name}() does not know “{arrived(option)}”.{hint} {takes or 'Leave its brackets empty.'}"
    ordered = [each.name for each in known if each.kind is not Parameter.KEYWORD_ONLY]
    if len(given) > len(ordered):
        several = _in_one(name, given, ordered)
        takes = takes or "Leave them empty."
        return f"There is too much between the brackets of {name}().{several} {takes}"
    twice = [each for each in ordered[: len(given)] if each in options]
    if twice:
        return f"“{twice[0]}” stands twice between the brackets of {name}(): once without its name. {takes}"
    return f"{name}() needs something between its brackets, such as {example(name, call)}."


def without_brackets(name, call):
    """What is shown where a call stands without its brackets."""
    return f"“{name}” is a call: write brackets after it, {example(name, call)}."


def example(name, call):
    """How a call is written: the first example of its description, else its name with brackets.

    >>> example("chirp", lambda: None)
    'chirp()'
    """
    found = re.search(rf"\b{name}\([^()]+\)", call.__doc__ or "")
    return found[0] if found else f"{name}()"


def _name(parameter):
    return f"{parameter.name}…" if parameter.kind is Parameter.VAR_POSITIONAL else parameter.name


def _in_one(name, given, ordered):
    """How several texts are given to a call that takes them, where that is what was meant."""
    if ordered[:1] != ["texts"] or not all(isinstance(each, str) for each in given):
        return ""
    return f" Several texts stand in square brackets: {name}([{', '.join(map(_quoted, given))}])."


def _quoted(text):
    return f'"{arrived(text)}"'
