"""The house has a direction: words → articles → voices → measures → findings → charts. Imports keep it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from whosewords import MODULES, VOCABULARY, files

PACKAGE = files.PACKAGE

# Rooms from the bottom up. A module may import from its own room and from rooms below it.
ROOMS = {
    "words": ["problems", "files", "pronunciation", "words"],
    "the door": ["blackout", "fitting", "importing"],
    "the shelf": ["shelf", "unlocking"],
    "voices": ["voices"],
    "measures": [
        "concordance", "framing", "legibility", "lexicon", "marks", "naming", "readability", "timeline",
    ],
    "findings": ["findings", "tally", "racing", "handcheck"],
    "showing": ["charts", "reader", "cards", "kwic", "unfolding", "gridlook"],
    "comparing": ["comparing", "experiments", "namegrid", "otherprograms", "pairing"],
    "classroom": [
        "asking", "beside", "classroom", "counting", "desk", "exercises", "gridding", "handouts", "holding",
        "judging", "lab", "mylist", "owngrid", "pages", "paper", "parts", "pictures", "ranking", "repairs",
        "saving", "steps", "still", "stillwork", "widgets", "workfile", "workformat",
    ],
    "the front": ["__init__", "__main__", "serving", "slips"],
}  # fmt: skip
ROOM_OF = {module: number for number, modules in enumerate(ROOMS.values()) for module in modules}
MEASURES = set(ROOMS["measures"])
MAY = {("legibility", "lexicon")}  # what stays legible is decided by the list of loaded words
HEAVY = {"pandas", "numpy", "textstat", "nltk", "nupunkt", "altair", "ipywidgets", "IPython"}
NETWORK = {
    "socket", "ssl", "http.client", "http.server", "urllib.request", "urllib3", "requests", "httpx",
    "aiohttp", "ftplib", "smtplib", "webbrowser", "xmlrpc", "socketserver",
}  # fmt: skip


def imports(tree, package):
    """What a module imports anywhere, also inside functions: (line, names from the top, is it our own).

    package: the parts of the package's name below `whosewords` that the module lies in.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                own, _, rest = alias.name.partition(".")
                yield node.lineno, rest if own == "whosewords" else alias.name, own == "whosewords"
        elif isinstance(node, ast.ImportFrom):
            names = node.module.split(".") if node.module else []
            if node.level:
                base = [*package[: len(package) - node.level + 1], *names]
            elif names[0] == "whosewords":
                base = names[1:]
            else:
                yield node.lineno, ".".join(names), False
                continue
            # `from . import shelf` names modules, `from .shelf import articles` names what is in one.
            for alias in [] if base else node.names:
                yield node.lineno, alias.name, True
            if base:
                yield node.lineno, ".".join(base), True


def against_the_flow(source, module, package=()):
    """The imports of a module that go up, as sentences."""
    own = (module if not package else package[0]).partition(".")[0]
    wrong = []
    for line, name, ours in imports(ast.parse(source), list(package)):
        target = name.partition(".")[0]
        target = target or "__init__"
        if not ours or target == own or target not in ROOM_OF:
            continue
        if ROOM_OF[target] > ROOM_OF[own]:
            wrong.append(f"line {line}: {own} imports {target}, which lies above it")
        if {own, target} <= MEASURES and (own, target) not in MAY:
            wrong.append(f"line {line}: the measure {own} imports the measure {target}")
    return wrong


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        *package, name = path.relative_to(PACKAGE).with_suffix("").parts
        yield path, name, package


@pytest.mark.parametrize(
    ("path", "name", "package"), list(modules()), ids=lambda value: getattr(value, "stem", None)
)
def test_no_import_goes_against_the_flow(path, name, package):
    assert (package or [name])[0] in ROOM_OF, (
        "A new module needs a room: put it into ROOMS, as low as it can be."
    )
    assert against_the_flow(path.read_text(encoding="utf-8"), name, package) == []


@pytest.mark.parametrize(
    ("path", "name", "package"), list(modules()), ids=lambda value: getattr(value, "stem", None)
)
def test_no_module_can_reach_the_network(path, name, package):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {name for _, name, ours in imports(tree, package) if not ours}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not {name for name in names for bad in NETWORK if name == bad or name.startswith(f"{bad}.")}


@pytest.mark.parametrize("name", [name for room in list(ROOMS)[:5] for name in ROOMS[room]])
def test_heavy_libraries_are_imported_where_they_are_used(name):
    folder = PACKAGE / name
    for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{name}.py"]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = ast.Module([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], [])
        assert not {name.partition(".")[0] for _, name, ours in imports(top, []) if not ours} & HEAVY, path


def test_charts_compute_nothing():
    names = {
        name for _, name, _ in imports(ast.parse((PACKAGE / "charts.py").read_text(encoding="utf-8")), [])
    }
    assert names <= {"dataclasses", "altair"}


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

    assert sorted({*VOCABULARY, *MODULES}) == sorted(whosewords.__all__)
    for name in whosewords.__all__:
        assert callable(getattr(whosewords, name)) or name == "articles"
        assert name in dir(whosewords)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        whosewords.nonsense  # noqa: B018


# ---- the check itself


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("words", "from .shelf import articles"),
        ("words", "def f():\n    from . import blackout"),
        ("words", "def f():\n    if True:\n        import whosewords.shelf"),
        ("importing", "from whosewords.unlocking import unlock"),
        ("shelf", "from . import voices, files"),
        ("readability", "from . import timeline"),
        ("lexicon", "from .legibility import kinds"),
        ("concordance", "from .lexicon import hits"),
        ("findings", "from .charts import chart"),
        ("charts", "from .comparing import events"),
        ("reader", "from .widgets.clock import clock"),
        ("reader", "def f():\n    import whosewords"),
    ],
)
def test_an_import_against_the_flow_is_found(module, source):
    assert len(against_the_flow(source, module)) == 1


def test_a_deep_import_against_the_flow_is_found():
    assert against_the_flow("from ..comparing import events", "ink", ["reader"]) != []
    assert against_the_flow("from .. import comparing", "ink", ["reader"]) != []
    assert (
        against_the_flow(
            "from . import page\nfrom .page import rows\nfrom ..shelf import x", "ink", ["reader"]
        )
        == []
    )


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("shelf", "from . import blackout, files\nfrom .words import read\nimport json"),
        ("legibility", "from . import lexicon"),
        ("comparing", "from .findings import Finding\nfrom .readability import measure"),
        ("timeline", "from datetime import datetime"),
    ],
)
def test_an_import_with_the_flow_is_left_in_peace(module, source):
    assert against_the_flow(source, module) == []


def test_every_room_has_its_modules():
    assert len(ROOM_OF) == sum(map(len, ROOMS.values()))
    assert Path(PACKAGE / "words.py").is_file()
