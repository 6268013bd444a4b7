"""Slips of the keyboard in a notebook cell: one plain sentence for each, in place of a traceback.

`install(shell)` is called once, when the package is imported in a notebook. start.py names this module as an
extension of its kernels, so that a cell that was run before the import is explained, too. Curly quotation
marks are repaired on the way; everything else is explained. Errors from inside the module keep their
traceback: they are ours.
"""

import ast
import builtins
import re
import types
from difflib import get_close_matches

from ..display.cards import CARDS
from ..problems import Blank
from ..vocabulary import VOCABULARY
from .quotes import CURLY, repaired

LONG = 60  # characters; a longer line holds a text, and not only a call
CLOSING = {"(": ")", "[": "]", "{": "}"}
OF_USE = (NameError, TypeError, AttributeError, KeyError, ValueError, IndexError)


def install(shell):
    """Hook the explanations into an IPython shell; a second call changes nothing."""
    if shell is None or getattr(shell, "_whosewords_slips", False):
        return
    shell._whosewords_slips = True
    plain = shell.SyntaxTB = _Plain(shell.SyntaxTB)
    shell.events.register("pre_run_cell", plain.remember)
    shell.input_transformers_cleanup.append(lambda lines: repaired("".join(lines)).splitlines(keepends=True))
    shell.events.register("post_run_cell", _tell_of_repair)
    shell.events.register("post_run_cell", _forgive_blank)
    shell.set_custom_exc((*OF_USE, Blank), _explain)
    shell.display_formatter.formatters["text/plain"].for_type(types.FunctionType, _function)
    for kind, draw in CARDS.items():
        shell.display_formatter.formatters["text/html"].for_type(kind, draw)


def load_ipython_extension(shell):
    """What IPython calls in a kernel whose configuration names this module."""
    install(shell)


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
        return f"The brackets are missing {where}: write {call[1]}({call[2].rstrip(') ')})."
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


def of_name(missing, names, texts=()):
    """One sentence for a name that does not exist. names: those that do; texts: ids of articles.

    >>> of_name("chek", ["check", "show"])
    'There is nothing called “chek”. Did you mean “check”?'
    """
    if missing in names:  # a word of ours, in a notebook that has not fetched our words
        return (
            f"“{missing}” is not known here yet. First run the grey line near the top that says from "
            "whosewords import *: go there and press Shift + Enter. Then run this line again."
        )
    same = [name for name in names if name.casefold() == missing.casefold()]
    if same:
        return f"“{missing}” is written with other capitals: write {same[0]}."
    if missing in texts:
        return f'“{missing}” is the name of a text: write it in quotation marks, "{missing}".'
    near = get_close_matches(missing, [name for name in names if not name.startswith("_")], 1, 0.6)
    if near:
        return f"There is nothing called “{missing}”. Did you mean “{near[0]}”?"
    return (
        f"There is nothing called “{missing}”. If it is a piece of text, put it in quotation marks. If it "
        "was made in a cell above, run that cell first."
    )


def of_use(error):
    """One sentence for a call that is written in a way that does not work."""
    message = str(error)
    if isinstance(error, AttributeError) and error.name:
        near = get_close_matches(error.name, dir(error.obj), 1)
        return f"There is no “.{error.name}” here." + (f" Did you mean “.{near[0]}”?" if near else "")
    called = re.match(r"(?:\w+\.)*(\w+)\(\) (.*)", message)
    named = ", ".join(re.findall(r"'(\w+)'", message))
    if called and "missing" in called[2]:
        return f"{called[1]}() needs something between its brackets: {named}."
    if called and "positional argument" in called[2]:
        return f"There is too much between the brackets of {called[1]}()."
    if called and "unexpected keyword" in called[2]:
        return f"{called[1]}() does not know “{named}”."
    if "not subscriptable" in message or "not callable" in message:
        return 'The brackets do not fit. A call takes round ones: show("neo"). The shelf: articles["neo"].'
    return f"This does not work: {message[:1].lower()}{message[1:].rstrip('.')}."


class _Plain:
    """Stands in for what shows syntax errors in IPython."""

    def __init__(self, before):
        self._before = before
        self._cell = ""

    def remember(self, info):
        """Keep the cell that is about to run: IPython may tell no more than “incomplete input”."""
        self._cell = info.raw_cell

    def structured_traceback(self, etype, value, *rest, **options):
        if not isinstance(value, SyntaxError):
            return self._before.structured_traceback(etype, value, *rest, **options)
        try:
            ast.parse(self._cell)
        except SyntaxError as error:
            value = error
        return [of_syntax(value, VOCABULARY)]

    def __getattr__(self, name):
        return getattr(self._before, name)


def _explain(shell, etype, error, trace, tb_offset=None):
    """What IPython calls: shows a sentence for a fault in the student's line, else what it would show."""
    if isinstance(error, Blank):
        from IPython.display import display

        from ..classroom.replies import saved

        display(saved(str(error)))
        return []
    last = trace
    while last and last.tb_next:
        last = last.tb_next
    if last is None or last.tb_frame.f_globals is not shell.user_ns:
        shown = shell.InteractiveTB.structured_traceback(etype, error, trace, tb_offset=tb_offset)
    elif isinstance(error, NameError) and error.name:
        shown = [of_name(error.name, [*VOCABULARY, *shell.user_ns, *dir(builtins)], _texts())]
    else:
        shown = [of_use(error)]
    shell._showtraceback(etype, error, shown)  # the way of every front end; IPython offers no public one
    return shown


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
    if (getattr(function, "__module__", None) or "").startswith(__package__.partition(".")[0]):
        printer.text(f"“{function.__name__}” is a call: write brackets after it, {function.__name__}().")
    else:
        printer.text(repr(function))


def _texts():
    from ..shelf.catalogue import articles

    return list(articles)
