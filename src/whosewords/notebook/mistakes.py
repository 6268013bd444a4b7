"""Slips of the keyboard in a notebook cell: one plain sentence for each, in place of a traceback.

`install(shell)` is called once, when the package is imported in a notebook. `starting/settings.py` names this
module as an extension of its kernels, so that a cell that was run before the import is explained, too. Curly
quotation marks are repaired on the way; everything else is explained. Errors from inside the module keep
their traceback: they are ours.
"""

import ast
import builtins
import re
import sys
import traceback
from contextlib import suppress
from io import TextIOWrapper
from types import FunctionType, MappingProxyType

from ..classroom import desk
from ..classroom.pseudonym import taken
from ..display.cards import CARDS
from ..problems import Blank, Problem, arrived, nearest
from ..session import session
from ..shelf.listed import SHELF
from ..vocabulary import VOCABULARY, without_brackets
from . import closing
from .dollars import keep_dollars
from .pauses import settle
from .quotes import CURLY, repaired

LONG = 60  # characters; a longer line holds a text, and not only a call
CLOSING = {"(": ")", "[": "]", "{": "}"}
OF_USE = (NameError, TypeError, AttributeError, LookupError, ValueError, ModuleNotFoundError, OSError)
ALIKE, VERY_ALIKE = 0.6, 0.8  # how alike a name must be, where a name is likely and where it is not
OURS = __package__.partition(".")[0]
# What others call what our calls do: no spelling leads from one to the other.
MEANT = {
    "analyse": "readability or loaded_language", "analyze": "readability or loaded_language",
    "voices": "show or count", "voice": "show or count", "speakers": "show or count",
    "read": "show or unlock", "load": "add_text or unlock", "text": "show or articles",
    "add": "add_text", "upload": "add_text", "paste": "add_text", "own_text": "add_text",
    "remove": "forget_text", "delete": "forget_text", "forget": "forget_text",
    "search": "find", "look": "find", "concordance": "find", "grep": "find",
    "grade": "readability", "grades": "readability", "score": "readability", "flesch": "readability",
    "compare": "pairs, rank or frames", "order": "rank", "race": "rank", "words": "count or find",
    "names": "naming", "outlet": "who_is_behind", "card": "who_is_behind", "answer": "check",
    "guess": "predict", "ticket": "exit_ticket", "save": "my_work", "export": "my_work",
}  # fmt: skip
# Calls of Python's that would make a notebook wait, or end it.
STOPPING = {
    "exit": "There is no need to leave: close the tab when you are done. Your answers are saved.",
    "quit": "There is no need to leave: close the tab when you are done. Your answers are saved.",
    "input": 'input() would make the notebook wait. Write your text into the cell instead: name = "blue-7".',
    "help": "help() alone would make the notebook wait. Put a call between its brackets: help(show).",
    "license": "The licences of this module stand in its files LICENSE and LICENSE-lessons.",
    "breakpoint": "breakpoint() would make the notebook wait. Show a value by writing its name instead.",
}


def install(shell):
    """Hook the explanations into an IPython shell; a second call changes nothing."""
    if shell is None or getattr(shell, "_whosewords_slips", False):
        return
    shell._whosewords_slips = True
    session().leaving.append(put_controls_away)
    if getattr(shell, "kernel", None) is not None:  # whoever works in a terminal wants to leave it
        keep_going(shell)
    plain = shell.SyntaxTB = _Plain(shell.SyntaxTB)
    shell.events.register("pre_run_cell", plain.remember)
    shell.input_transformers_cleanup.append(lambda lines: repaired("".join(lines)).splitlines(keepends=True))
    shell.events.register("post_run_cell", _tell_of_repair)
    shell.events.register("post_run_cell", _forgive_blank)
    shell.set_custom_exc((*OF_USE, Blank), lambda *what, **options: _explain(plain.cell, *what, **options))
    shell.display_formatter.formatters["text/plain"].for_type(FunctionType, _function)
    shell.display_formatter.formatters["text/plain"].for_type(TextIOWrapper, _opened)
    keep_dollars(shell)
    shell.events.register("pre_run_cell", settle)  # what was typed is saved before a line asks for it
    closing.install(shell)
    for kind, draw in CARDS.items():
        shell.display_formatter.formatters["text/html"].for_type(kind, draw)


def put_controls_away():
    """Close all controls on the page: somebody else sits down, and they show what the one before answered."""
    if "ipywidgets" in sys.modules:
        sys.modules["ipywidgets"].Widget.close_all()


def keep_going(shell):
    """Put a sentence in place of each call of Python's that would stop a lesson, and let no word be a command
    of IPython's."""
    shell.automagic = False  # load("mine.txt") would be taken for IPython's own %load, and fail in its words
    stopping = {name: _Stopping(said, getattr(builtins, name, None)) for name, said in STOPPING.items()}
    shell.user_ns.update(stopping)
    shell.user_ns_hidden.update(stopping)


def load_ipython_extension(shell):
    """What IPython calls in a kernel whose configuration names this module."""
    install(shell)
    with suppress(Problem):
        desk.move(taken())  # a kernel that starts again begins in the folder of whoever sat there before


def of_syntax(error, names=()):
    """One sentence for a cell that Python cannot read. names: the calls that a student may write."""
    line, message = (error.text or "").strip(), error.msg or ""
    where = f"in line {error.lineno}" + (f" (“{line[:60]}”)" if line else "")
    if "string" in message and ("unterminated" in message or "EOF" in message):
        said = f"A quotation mark is missing {where}: text needs one before it and one after it."
        return said + _three(line)
    if isinstance(error, IndentationError):
        return f"There are blanks too many or too few at the beginning {where}."
    if "invalid character" in message and CURLY.search(line):
        return (
            f"A quotation mark is missing or curly {where}: text needs a straight one before it and after it."
        )
    if opened := re.search(r"'(.)' was never closed", message):
        return f"A bracket is missing {where}: no “{CLOSING[opened[1]]}” closes the “{opened[1]}”."
    if unmatched := re.search(r"unmatched '(.)'|closing parenthesis '(.)'", message):
        mark = unmatched[1] or unmatched[2]
        return f"There is a “{mark}” too many {where}, or a bracket before it is missing."
    call = re.match(r"([A-Za-z_]\w*)\s+([\"'\w].*)", line)
    if call and call[1] in names:
        return f"The brackets are missing {where}: write {call[1]}({_quoted(call[2].rstrip(') '))})."
    call = re.match(r"([A-Za-z_]\w*)\(((?:[^\W\d][\w-]*\s+)+[\w-]+)\)?$", line)
    if call and call[1] in names:
        return f"Quotation marks are missing {where}: write {call[1]}({_quoted(call[2])})."
    if "forgot a comma" in message:
        return f"Something is missing {where}, perhaps a comma or a quotation mark.{_three(line)}"
    said = f"Python cannot read what stands {where}. Look for a missing bracket, comma or quotation mark."
    return said + _three(line)


def _three(line):
    """What to do with a text of several lines, or with quotation marks inside; nothing for a short call."""
    begun = " " in line.rpartition('"')[2].strip()
    if len(line) < LONG and line.count('"') < 4 and line.count("'") < 3 and not begun:
        return ""
    return ' A text of several lines, or with quotation marks inside, stands between three: """text""".'


def of_name(missing, names, words=MappingProxyType({}), use="alone"):
    """One sentence for a name that does not exist.

    names: those that do; words: {what stands in quotation marks: what it is}; use: "call" where brackets
    follow the name, "argument" where it stands between brackets, else "alone".

    >>> of_name("chek", ["check", "show"])
    'There is nothing called “chek”. Did you mean “check”?'
    >>> of_name("naive", ["naming"], {"naive": "a sentence rule"}, "argument")
    '“naive” is a sentence rule: write it in quotation marks, "naive".'
    """
    if missing in names:  # a word of ours, in a notebook that has not fetched our words
        return (
            f"“{missing}” is not known here yet. First run the grey line near the top that says from "
            "whosewords import *: go there and press Shift + Enter. Then run this line again."
        )
    same = [name for name in names if name.casefold() == missing.casefold()]
    if same:
        return f"“{missing}” is written with other capitals: write {same[0]}."
    word = nearest(missing, {each: each for each in words}, VERY_ALIKE)
    if word and use != "call":
        lead = f"“{missing}” is" if word.casefold() == missing.casefold() else f"Did you mean “{word}”? It is"
        return f'{lead} {words[word]}: write it in quotation marks, "{word}".'
    if use != "argument" and missing.casefold() in MEANT:
        return f"There is nothing called “{missing}”. Perhaps you mean {MEANT[missing.casefold()]}."
    name = nearest(missing, {each: each for each in names}, VERY_ALIKE if use == "argument" else ALIKE)
    if name:
        return f"There is nothing called “{missing}”. Did you mean “{name}”?"
    if use == "argument":
        return (
            f"There is nothing called “{missing}”. If it is a piece of text, write it in quotation marks, "
            f'"{missing}".'
        )
    if use == "call":
        return f"There is no call “{missing}”. Write one as it stands in your lesson, such as {_show()}."
    return (
        f"There is nothing called “{missing}”. If it is a piece of text, put it in quotation marks. If it "
        "was made in a cell above, run that cell first."
    )


def of_use(error):
    """One sentence for a call that is written in a way that does not work."""
    message = str(error)
    if isinstance(error, AttributeError) and error.name:
        if error.name in VOCABULARY:
            return f"“{error.name}” stands before its brackets, not after a dot, as in {_show()}."
        near = nearest(error.name, {each: each for each in dir(error.obj) if not each.startswith("_")}, ALIKE)
        return f"There is no “.{error.name}” here." + (f" Did you mean “.{near}”?" if near else "")
    if isinstance(error, FileNotFoundError):
        return f"There is no file “{arrived(error.filename)}” here. Look in the file list for its name."
    if isinstance(error, ModuleNotFoundError):
        return f"There is no module called “{error.name}” here."
    if isinstance(error, KeyError):
        return f"There is nothing called “{arrived(error.args[0])}” in it."
    called = re.match(r"(?:\w+\.)*(\w+)\(\) (.*)", message)
    named = ", ".join(re.findall(r"'(\w+)'", message))
    if called and "missing" in called[2]:
        return f"{called[1]}() needs something between its brackets: {named}."
    if called and "positional argument" in called[2]:
        return f"There is too much between the brackets of {called[1]}()."
    if called and "unexpected keyword" in called[2]:
        return f"{called[1]}() does not know “{named}”."
    if "'Shelf' object is not callable" in message:
        return f'The brackets do not fit: the shelf takes square ones, articles["{SHELF[0]}"].'
    if "not subscriptable" in message:
        return f"The brackets do not fit: a call takes round ones, {_show()}."
    if "not callable" in message:
        return "The brackets do not fit: what stands before them is no call."
    said = arrived(message)
    return f"This does not work: {said[:1].lower()}{said[1:].rstrip('.')}."


class _Plain:
    """Stands in for what shows syntax errors in IPython."""

    def __init__(self, before):
        self._before = before
        self.cell = ""

    def remember(self, info):
        """Keep the cell that is about to run: IPython may tell no more than “incomplete input”."""
        self.cell = info.raw_cell

    def structured_traceback(self, etype, value, *rest, **options):
        if not isinstance(value, SyntaxError):
            return self._before.structured_traceback(etype, value, *rest, **options)
        try:
            ast.parse(self.cell)
        except SyntaxError as error:
            value = error
        return [of_syntax(value, VOCABULARY)]

    def __getattr__(self, name):
        return getattr(self._before, name)


class _Stopping:
    """Stands in for a call of Python's that would stop a lesson. help() with something between its brackets
    does what it did."""

    def __init__(self, said, before):
        self._said, self._before = said, before

    def __call__(self, *given):
        if given and self._before is builtins.help:
            return self._before(*given)
        raise Problem(self._said)

    def __repr__(self):
        return self._said


def _explain(cell, shell, etype, error, trace, tb_offset=None):
    """What IPython calls: shows a sentence for a fault in the student's line, else what it would show."""
    if isinstance(error, Blank):
        from IPython.display import display

        from ..classroom.replies import saved

        display(saved(str(error)))
        return []
    if not _in_the_cell(shell, error, trace):
        shown = shell.InteractiveTB.structured_traceback(etype, error, trace, tb_offset=tb_offset)
    elif isinstance(error, NameError) and error.name:
        own = {name for name in shell.user_ns if name not in shell.user_ns_hidden and name[0] != "_"}
        shown = [of_name(error.name, [*VOCABULARY, *own], _words(), use_of(error.name, cell))]
    else:
        shown = [of_use(error)]
    shell._showtraceback(etype, error, shown)  # the way of every front end; IPython offers no public one
    return shown


def _in_the_cell(shell, error, trace):
    """Whether it is the student's line that went wrong. IPython opens files in a place of its own."""
    rooms = [frame.f_globals for frame, _ in traceback.walk_tb(trace)]
    if isinstance(error, OSError):
        return not any(str(room.get("__name__")).startswith(OURS) for room in rooms)
    return bool(rooms) and rooms[-1] is shell.user_ns


def use_of(name, cell):
    """How a name is used in a cell: as a "call", as an "argument" of one, or "alone".

    >>> use_of("baker", "find(baker)"), use_of("voices", 'voices("trt")'), use_of("x", "x")
    ('argument', 'call', 'alone')
    """
    try:
        calls = [node for node in ast.walk(ast.parse(cell)) if isinstance(node, ast.Call)]
    except (SyntaxError, ValueError):
        return "alone"
    if any(isinstance(call.func, ast.Name) and call.func.id == name for call in calls):
        return "call"
    inside = [part for call in calls for part in (*call.args, *(word.value for word in call.keywords))]
    names = {node.id for part in inside for node in ast.walk(part) if isinstance(node, ast.Name)}
    return "argument" if name in names else "alone"


def _tell_of_repair(result):
    cell = result.info.raw_cell if result.info else None
    if cell and result.error_before_exec is None and repaired(cell) != cell:
        print('Curly quotation marks were read as straight ones. The straight one is this: "')


def _forgive_blank(result):
    """A line whose blank is not filled yet is no error: "Run All" goes on to the lines below it."""
    if isinstance(result.error_in_exec, Blank):
        result.error_in_exec = None


def _function(function, printer, cycle):
    """How a call of ours is shown that was written without its brackets."""
    if (getattr(function, "__module__", None) or "").startswith(OURS):
        printer.text(without_brackets(function.__name__, function))
    else:
        printer.text(repr(function))


def _opened(file, printer, cycle):
    """How a file is shown that somebody opened to see it."""
    printer.text(
        f"“{file.name}” is open, and nothing of it is shown. To count what is in it, write its name as "
        f'Path("{file.name}") between the brackets of a call; add_text() puts it on the shelf.'
    )


def _quoted(given):
    """What a student wrote without brackets, as it stands between them: text gets its quotation marks.

    >>> _quoted("terror"), _quoted("neo, 200"), _quoted('"neo"')
    ('"terror"', '"neo", 200', '"neo"')
    """
    if re.search(r"[\"'=()\[\]]", given):
        return given
    parts = [part.strip() for part in given.split(",")]
    return ", ".join(part if part.isdecimal() else f'"{part}"' for part in parts)


def _show():
    """A call as it is written, for an example."""
    return f'show("{SHELF[0]}")'


def _words():
    """What stands in quotation marks between brackets: {short name: what it is}."""
    from ..lexicon import CATEGORIES
    from ..measures.names import actors
    from ..measures.word_kinds import KINDS
    from ..readability import FORMULAS, RULES
    from ..shelf.catalogue import articles

    kinds = {
        "somebody who is named": actors(), "a kind of word": KINDS, "a voice": ("author", "quoted", "all"),
        "a formula": FORMULAS, "a sentence rule": RULES, "a category": CATEGORIES,
        "the name of a text": articles,
    }  # fmt: skip
    return {name: what for what, names in kinds.items() for name in names}
