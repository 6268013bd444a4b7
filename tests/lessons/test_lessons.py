"""The lessons: equal to their source, readable, and run from top to bottom, locked and unlocked, offline."""

import ast
import json
import os
import re
from itertools import islice, pairwise

import make_lessons
import nbformat
import pytest
from library import ARTICLES, ROOT, needs_articles
from nbclient import NotebookClient

import whosewords
from whosewords.publish import pages
from whosewords.shelf.unlocking import unlock

LESSONS = sorted((ROOT / "lessons").glob("*.ipynb"))
PATIENCE = 120  # seconds for one cell, on a machine that is busy with others
IMPORT = "from whosewords import *"
EMPTY = ""  # the line at the end, where a student types
FORBIDDEN = (
    ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Import,
    ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Await, ast.Subscript,
)  # fmt: skip

every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def cells(path, kind):
    """What stands in the cells of a kind; an empty one is the reader's, and holds nothing."""
    notebook = nbformat.read(path, as_version=4)
    return [cell["source"] for cell in notebook.cells if cell["cell_type"] == kind and cell["source"]]


def test_there_are_lessons():
    assert len(LESSONS) >= 2
    assert {path.stem for path in LESSONS} == {
        path.stem for path in (ROOT / "lessons" / "source").glob("*.py")
    }


@pytest.mark.parametrize(
    ("path", "text"), list(make_lessons.lessons()), ids=lambda value: getattr(value, "stem", "")
)
def test_a_lesson_is_its_source(path, text):
    assert path.read_text(encoding="utf-8") == text, "Run python tools/make_lessons.py."


@every_lesson
def test_a_lesson_is_stripped(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        assert cell["metadata"] == {"deletable": False}
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


@every_lesson
def test_a_lesson_has_one_title_and_no_step_in_its_headings_is_left_out(path):
    levels = [
        len(mark)
        for text in cells(path, "markdown")
        for mark in re.findall(r"^(#+) ", text, flags=re.MULTILINE)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@every_lesson
def test_code_is_one_readable_line_a_cell(path):
    for code in filter(None, cells(path, "code")):
        assert len(code.splitlines()) == 1, code
        assert len(code) <= 90, code
        if code == IMPORT:
            continue
        tree = ast.parse(code)
        assert not [node for node in ast.walk(tree) if isinstance(node, FORBIDDEN)], code
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert names <= set(whosewords.__all__), f"{code} uses a name that no student knows"
        assert not re.search(r"plot|altair|chart|display|print|%|!", code), code


@every_lesson
def test_a_student_changes_lines_and_has_one_of_their_own(path):
    source = (ROOT / "lessons" / "source" / f"{path.stem}.py").read_text(encoding="utf-8")
    listed = list(pages.cells(source))
    if path.stem == "start":
        return
    # Lines with a blank, and those that the text invites to type in the place of another.
    assert sum(bool(cell.blank) + len(cell.also) for cell in listed) >= 2
    assert sum(cell.is_code and not cell.text for cell in listed) == 1
    (told,) = (one for one, after in pairwise(listed) if after.is_code and not after.text)
    assert '"""' in told.text  # how a text of one's own is counted


@every_lesson
def test_there_is_more_to_read_than_to_run(path):
    said, coded = (sum(len(text.split()) for text in cells(path, kind)) for kind in ("markdown", "code"))
    assert said > 3 * coded


def run(lessons, home):
    """Run lessons (lists of code) from top to bottom in one kernel, swept clean between them.

    Gives for each lesson a list of (code, outputs). A cell that fails does not stop the others.
    """
    made = [[nbformat.v4.new_code_cell(code) for code in (*lesson, "%reset -f")] for lesson in lessons]
    notebook = nbformat.v4.new_notebook(cells=[cell for lesson in made for cell in lesson])
    search = os.pathsep.join([str(ROOT / "src"), os.environ["PYTHONPATH"]])
    environment = dict(os.environ, WHOSEWORDS_HOME=str(home), PYTHONPATH=search)
    where = {"metadata": {"path": str(ROOT / "lessons")}}
    client = NotebookClient(
        notebook, timeout=PATIENCE, kernel_name="python3", allow_errors=True, resources=where
    )
    done = iter(client.execute(env=environment).cells)
    return [[(cell["source"], cell["outputs"]) for cell in islice(done, len(lesson))][:-1] for lesson in made]


def run_all(home):
    return dict(zip(LESSONS, run([cells(path, "code") for path in LESSONS], home), strict=True))


def check(lesson):
    for code, shown in lesson:
        assert not [each for each in shown if each["output_type"] in ("error", "stream")], (code, shown)
        assert shown or code in (IMPORT, EMPTY), f"{code} shows nothing"


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    return run_all(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def unlocked(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOSEWORDS_HOME", str(home))
        unlock(ARTICLES)
        whosewords.articles.forget()
    return run_all(home)


@every_lesson
def test_a_lesson_runs_locked(path, locked):
    check(locked[path])
    for code, shown in locked[path]:
        if re.search(r"^show\(.(trt|neo|rs|anti_empire|journal_mtl)\b", code):
            assert "ww-read ww-locked" in json.dumps(shown)


@needs_articles
@every_lesson
def test_a_lesson_runs_unlocked(path, unlocked):
    check(unlocked[path])
    assert "ww-read ww-locked" not in json.dumps(unlocked[path])


def test_a_kernel_is_cut_off_from_the_network_and_tells_a_mistake_in_one_sentence(tmp_path):
    reach = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
    ((reached, _, missed),) = run([[reach, IMPORT, 'show("noe")']], tmp_path)
    assert reached[1][0]["ename"] == "NetworkIsCut"
    said = "\n".join(missed[1][0]["traceback"])
    assert "mean “neo”?" in said
    assert "Traceback" not in said
