"""The lessons: equal to their source, readable, and runnable from top to bottom, locked and unlocked, offline."""

import ast
import json
import os
import re

import make_lessons
import nbformat
import pytest
from jupyter_client.manager import KernelManager
from library import ARTICLES, ROOT, needs_articles
from nbclient import NotebookClient

import whosewords
from whosewords.shelf import SHELF
from whosewords.unlocking import unlock

pytest_plugins = ["own_home"]
LESSONS = sorted((ROOT / "lessons").glob("*.ipynb"))
PATIENCE = 120  # seconds for one cell, on a machine that is busy with others
IMPORT = "from whosewords import *"
FORBIDDEN = (
    ast.FunctionDef, ast.Lambda, ast.For, ast.While, ast.If, ast.With, ast.Try, ast.ClassDef, ast.Import, ast.ListComp,
    ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Await, ast.Subscript,
)  # fmt: skip

every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def cells(path, kind):
    notebook = nbformat.read(path, as_version=4)
    return [cell["source"] for cell in notebook.cells if cell["cell_type"] == kind]


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
        assert cell["metadata"] == {}
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
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


@every_lesson
def test_code_is_one_readable_line_a_cell(path):
    for code in cells(path, "code"):
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
def test_there_is_more_to_read_than_to_run(path):
    said, coded = (sum(len(text.split()) for text in cells(path, kind)) for kind in ("markdown", "code"))
    assert said > 3 * coded


def run(path, home, source="src"):
    """Run a lesson in a kernel of its own; the notebook with its outputs."""
    notebook = nbformat.read(path, as_version=4)
    search = os.pathsep.join([str(ROOT / source), os.environ["PYTHONPATH"]])
    environment = dict(os.environ, WHOSEWORDS_HOME=str(home), PYTHONPATH=search, JUPYTER_PLATFORM_DIRS="1")
    manager = KernelManager(kernel_name="python3")
    client = NotebookClient(
        notebook, km=manager, timeout=PATIENCE, resources={"metadata": {"path": str(ROOT / "lessons")}}
    )
    manager.start_kernel(env=environment, cwd=str(ROOT / "lessons"))
    try:
        client.execute()
    finally:
        manager.shutdown_kernel(now=True)
    return notebook


def outputs(notebook):
    """(code, outputs) of each cell that a student runs."""
    return [(cell["source"], cell["outputs"]) for cell in notebook.cells if cell["cell_type"] == "code"]


def check(notebook):
    for code, shown in outputs(notebook):
        assert not [each for each in shown if each["output_type"] in ("error", "stream")], (code, shown)
        assert shown or code == IMPORT, f"{code} shows nothing"


@every_lesson
def test_a_lesson_runs_locked(path, home):
    notebook = run(path, home)
    check(notebook)
    shown = json.dumps(notebook, ensure_ascii=False)
    if re.search(r"show\(\"(trt|neo|rs|anti_empire|journal_mtl)\"", shown):
        assert "▇" in shown or "ww-locked" in shown


@needs_articles
@every_lesson
def test_a_lesson_runs_unlocked(path, home):
    unlock(ARTICLES)
    assert not any(whosewords.articles[name].locked for name in SHELF)
    notebook = run(path, home)
    check(notebook)
    assert "ww-locked" not in json.dumps(notebook)


def test_the_kernel_of_a_lesson_is_cut_off_from_the_network(home, tmp_path):
    asked = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
    path = tmp_path / "asks.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(asked)]), path)
    with pytest.raises(Exception, match="NetworkIsCut"):
        run(path, home)


def test_a_mistake_in_a_lesson_is_one_sentence(home, tmp_path):
    path = tmp_path / "mistake.ipynb"
    code = [IMPORT, 'show("noe")']
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(each) for each in code]), path)
    with pytest.raises(Exception, match=r"Did you mean “neo”\?") as caught:
        run(path, home)
    assert "Traceback" not in str(caught.value)
