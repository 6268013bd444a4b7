"""The house has a direction: every import of a file goes down, and none runs in a circle."""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter

import pytest

from whosewords import files
from whosewords.vocabulary import MODULES, VOCABULARY

PACKAGE = files.PACKAGE

# Rooms from the ground up. A file may import from its own room and from rooms below it.
ROOMS = (
    "problems", "files", "publisher", "session", "version", "vocabulary", "syllables", "classes", "endings",
    "words", "shelf", "voices", "lexicon", "measures", "readability", "corpus", "display", "calls",
    "classroom", "own_event", "publish", "teacher", "notebook", "site", "", "__main__",
)  # fmt: skip
APART = ("calls", "measures")  # no file of these rooms imports another one of its room …
BUT = {  # … but a measure that is made of another one
    ("measures.agreement", "measures.chance"),
    ("measures.rates", "measures.chance"),
    ("measures.calibration", "measures.chance"),
    ("measures.gains", "measures.chance"),
    ("measures.precision", "measures.chance"),
    ("measures.precision", "measures.concordance"),
    ("measures.sources", "measures.concordance"),
    ("measures.rule_race", "measures.rates"),
    ("measures.tagging", "measures.concordance"),
}
LIGHT = ROOMS[: ROOMS.index("display")]  # what programs import to count, without a notebook
HEAVY = {"pandas", "numpy", "krippendorff", "textstat", "nltk", "nupunkt", "ipywidgets", "IPython"}
NETWORK = {
    "socket", "ssl", "http.client", "http.server", "urllib.request", "urllib3", "requests", "httpx",
    "aiohttp", "ftplib", "smtplib", "webbrowser", "xmlrpc", "socketserver",
}  # fmt: skip


def sources():
    """The package as {name of a file from the top: its text}; a folder goes by the name of its `__init__`."""
    return {name_of(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


# The little server of a site is copied into it, and nothing here imports it.
HANDED_OUT = {"site.serve": {"http.server", "webbrowser"}}


def name_of(path):
    *folders, stem = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(folders if stem == "__init__" else [*folders, stem])


def imported(name, text, known):
    """What a file imports anywhere, also inside functions: (line, name, whether it is ours)."""
    folder = name.split(".") if name in folders(known) else name.split(".")[:-1]
    folder = folder if name else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                own, _, rest = alias.name.partition(".")
                yield node.lineno, rest if own == "whosewords" else alias.name, own == "whosewords"
        elif isinstance(node, ast.ImportFrom):
            start = folder[: len(folder) - node.level + 1] if node.level else []
            parts = [*start, *(node.module.split(".") if node.module else [])]
            ours = bool(node.level) or parts[0] == "whosewords"
            parts = parts if node.level or not ours else parts[1:]
            for alias in node.names:
                whole = ".".join([*parts, alias.name])
                yield node.lineno, whole if ours and whole in known else ".".join(parts), ours


def folders(known):
    return {name.rpartition(".")[0] for name in known} | {""}


def graph(known):
    """{file: the files that it imports}."""
    return {
        name: {target for _, target, ours in imported(name, text, known) if ours and target in known}
        for name, text in known.items()
    }


def circle(known):
    """The files of a circle of imports, or nothing."""
    try:
        TopologicalSorter(graph(known)).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def wrong_arrows(known):
    """The imports that go up, or across where nothing may, as sentences."""
    found = []
    for name, targets in graph(known).items():
        for target in targets:
            here, there = name.partition(".")[0], target.partition(".")[0]
            if ROOMS.index(there) > ROOMS.index(here):
                found.append(f"{name} imports {target}, which lies above it")
            elif here == there and here in APART and (name, target) not in BUT:
                found.append(f"{name} imports {target}: nothing in {here}/ leans on its neighbours")
    return found


def starting():
    """The files behind start.py, which runs before anything is installed."""
    folder = files.CHECKOUT / "starting"
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}


def test_what_starts_needs_nothing_but_python_and_runs_in_no_circle():
    known = starting()
    others = {t for name, text in known.items() for _, t, ours in imported(name, text, known) if not ours}
    assert {name.partition(".")[0] for name in others} <= sys.stdlib_module_names
    assert circle(known) == [] and graph(known)["settings"] == {
        "places"
    }  # another server may take these alone


def test_every_file_has_a_room():
    assert {name.partition(".")[0] for name in sources()} == set(ROOMS), "A new file needs a room in ROOMS."


def test_no_import_goes_up_or_across():
    assert wrong_arrows(sources()) == []


def test_imports_run_in_no_circle():
    assert circle(sources()) == []


def test_what_may_lean_on_a_neighbour_does():
    arrows = {(name, target) for name, targets in graph(sources()).items() for target in targets}
    assert arrows >= BUT


@pytest.mark.parametrize(("name", "text"), list(sources().items()), ids=list(sources()))
def test_no_file_can_reach_the_network(name, text):
    names = {target for _, target, ours in imported(name, text, sources()) if not ours}
    names -= HANDED_OUT.get(name, set())
    assert not {
        target for target in names for bad in NETWORK if target == bad or target.startswith(f"{bad}.")
    }


@pytest.mark.parametrize("name", [name for name in sources() if name.partition(".")[0] in LIGHT])
def test_heavy_libraries_are_imported_where_they_are_used(name):
    tree = ast.parse(sources()[name])
    top = ast.Module([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], [])
    found = {target.partition(".")[0] for _, target, ours in imported(name, ast.unparse(top), sources())}
    assert not found & HEAVY


def test_charts_compute_nothing():
    for name in ("bars", "charts", "drawing", "places", "races", "time_axis"):
        found = imported(f"display.{name}", sources()[f"display.{name}"], sources())
        others = {target for _, target, ours in found if not ours}
        assert others <= {"collections.abc", "dataclasses", "datetime", "math", "re", "typing"}, name
        assert all(target.startswith("display.") for _, target, ours in found if ours), name


def loaded_after(code):
    """Which heavy libraries a fresh Python holds after a piece of code."""
    ask = f"import sys\n{code}\nprint(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, cwd=PACKAGE.parent)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("code", ["import whosewords", "from whosewords import articles"])
def test_importing_is_light(code):
    assert loaded_after(code) == []


def test_what_a_lesson_imports_brings_no_library_that_counts_or_draws():
    assert set(loaded_after("from whosewords import *")) <= {"IPython", "ipywidgets"}


def test_the_words_of_a_student_are_all_there():
    import whosewords

    assert sorted(VOCABULARY) == sorted(whosewords.__all__)
    for name in whosewords.__all__:
        assert callable(getattr(whosewords, name)) or name == "articles"
        assert name in dir(whosewords)
    with pytest.raises(AttributeError, match="'nonsense'"):
        whosewords.nonsense  # noqa: B018


def test_a_word_that_is_a_module_is_no_folder():
    """A folder of that name would hide the word, and a file of another word's name would do so, too."""
    top = {name for name in sources() if name and "." not in name}
    assert top & set(VOCABULARY) == set(MODULES)


# ---- the check itself: one planted fault of each kind


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("words", "from .shelf.catalogue import articles"),
        ("words", "def f():\n    from .shelf import blackout"),
        ("words", "def f():\n    if True:\n        import whosewords.shelf.catalogue"),
        ("shelf.catalogue", "from .. import voices"),
        ("shelf.importing", "from whosewords.lexicon import load"),
        ("measures.concordance", "from .names import names"),
        ("measures.concordance", "from ..display import charts"),
        ("calls.find", "from .counts import count"),
        ("calls.find", "from . import counts"),
        ("display.reading.words", "from ...calls import find"),
        ("classroom.tasks", "def f():\n    from ..notebook.tasks import card"),
        ("notebook.mistakes", "def f():\n    import whosewords"),
    ],
)
def test_a_planted_arrow_is_found(name, line):
    known = sources()
    known[name] = known.get(name, "") + "\n" + line
    assert len(wrong_arrows(known)) == 1


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("shelf.blackout", "def f():\n    from .catalogue import articles"),
        ("problems", "from . import files"),
        ("voices.speech", "from . import voices"),
    ],
)
def test_a_planted_circle_is_found(name, line):
    known = sources()
    known[name] += "\n" + line
    assert name in circle(known)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("shelf.catalogue", "import json\nfrom ..words import read\nfrom . import blackout"),
        ("measures.precision", "from .concordance import Line"),
        ("calls.find", "from ..display.finding import Finding"),
    ],
)
def test_an_import_with_the_flow_is_left_in_peace(name, line):
    known = sources()
    known[name] += "\n" + line
    assert wrong_arrows(known) == [] and circle(known) == []
