"""`nbgrader FOLDER` makes a course that nbgrader can use, with no key in what students get; points are those
of the class page's results. The round with nbgrader itself is tools/nbgrader_round.py: it is not
installed here.
"""

import json
import os
import re

import made_up_class as made_up
import nbformat
import pytest
from library import ROOT
from nbclient import NotebookClient
from own_home import home  # noqa: F401

from whosewords import check, files, my_work
from whosewords.__main__ import main
from whosewords.classroom.exercises import exercise, exercises, key, keys, lessons
from whosewords.notebook.saving import strip
from whosewords.problems import Problem
from whosewords.teacher import course, grading
from whosewords.teacher.grading import points
from whosewords.teacher.item_analysis import Result, is_judged

HIDDEN = re.compile(r"[^\n]*BEGIN (HIDDEN TESTS|MARK SCHEME).*?END \1[^\n]*\n?", re.S)
TASKS = [
    one
    for one in exercises().values()
    if one.lesson in course.LESSONS and one.tier == "core" and not one.guess
]
JUDGED = [one for one in TASKS if is_judged(one)]
AT = "2026-11-29T08:00:00.{}+00:00"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    assert main(["nbgrader", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def notebooks(made):
    return {name: nbformat.read(path, as_version=4) for name, path in course.where(made).items()}


def graded(notebook):
    return [cell for cell in notebook.cells if "nbgrader" in cell.metadata]


# ---- the folder


def test_an_assignment_for_each_of_six_lessons(made, notebooks):
    assert {path.name for path in made.iterdir()} == {"nbgrader_config.py", "source"}
    assert sorted(notebooks) == [f"lesson_{n}" for n in range(1, 7)]
    compile((made / "nbgrader_config.py").read_text("utf-8"), "nbgrader_config.py", "exec")


def test_notebooks_are_as_nbgrader_wants_them(notebooks):
    """The rules of nbgrader's schema, version 3, and of its validator."""
    for notebook in notebooks.values():
        nbformat.validate(notebook)
        about = [(cell.cell_type, cell.metadata.nbgrader) for cell in graded(notebook)]
        assert len({known.grade_id for _, known in about}) == len(about) > 2
        for kind, known in about:
            names = {"schema_version", "grade", "locked", "solution", "task", "grade_id", "points"}
            assert set(known) == names and known.schema_version == 3
            assert known.locked is True and known.solution is False and known.grade is not known.task
            assert re.fullmatch(r"[a-zA-Z0-9_\-]+", known.grade_id) and known.points > 0
            assert kind == ("markdown" if known.task else "code")


def test_each_core_task_is_followed_by_what_gives_points(notebooks):
    found = {}
    for notebook in notebooks.values():
        for asks, gives in zip(notebook.cells, notebook.cells[1:], strict=False):
            if "nbgrader" in gives.metadata:
                (asked,) = re.findall(r'^check\("(.+)"\)$', asks.source)
                found[asked] = gives.metadata.nbgrader.points, gives.metadata.nbgrader.task
    assert found == {one.id: (2, False) if is_judged(one) else (len(one.rubric), True) for one in TASKS}


def test_a_lesson_is_what_it_was(notebooks):
    for number in course.LESSONS:
        plain = nbformat.read(ROOT / "lessons" / lessons()[number].notebook, as_version=4)
        kept = [c for c in notebooks[f"lesson_{number}"].cells if re.fullmatch(r"cell-\d+", c.id)]
        assert [c.id for c in kept] == [c.id for c in plain.cells]
        changed = [c.id for c, was in zip(kept, plain.cells, strict=True) if c != was]
        assert all(".ipynb)" in was.source for was in plain.cells if was.id in changed)


def test_links_lead_to_the_other_assignments(made, notebooks):
    text = "".join(cell.source for notebook in notebooks.values() for cell in notebook.cells)
    linked = re.findall(r"\]\(([^)]*\.ipynb)\)", text)
    assert "../lesson_2/02_nesting_doll.ipynb" in linked and "start page" in text
    assert all((made / "source/lesson_1" / place).is_file() for place in linked)


def test_no_key_is_in_what_students_get(made, notebooks):
    """What nbgrader takes out is taken out here as it does it; what is left of our cells says nothing."""
    shipped = "".join((ROOT / "lessons" / lessons()[n].notebook).read_text("utf-8") for n in course.LESSONS)
    told = [t for id in keys() for t in (key(id).explained, key(id).good, key(id).middling) if len(t) > 20]
    for notebook in notebooks.values():
        for cell in notebook.cells:
            left = HIDDEN.sub("", cell.source)
            assert "points(" not in left and not any(text in left for text in told if text not in shipped)
            if "nbgrader" in cell.metadata:
                assert len(left.strip().splitlines()) == 1
    assert "good answer" in "".join(
        cell.source for cell in graded(notebooks["lesson_1"])
    )  # before it is taken


def test_what_is_there_is_left(made, capsys):
    path = course.where(made)["lesson_1"]
    text = path.read_text("utf-8")
    path.write_text("changed by a teacher", encoding="utf-8")
    try:
        assert main(["nbgrader", str(made)]) == 0
        assert path.read_text("utf-8") == "changed by a teacher"
        assert "source/lesson_1/01_line_them_up.ipynb" in capsys.readouterr().out
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_file_is_no_folder(tmp_path, capsys):
    (tmp_path / "course").write_text("x", encoding="utf-8")
    assert main(["nbgrader", str(tmp_path / "course")]) == 1
    assert "no folder" in capsys.readouterr().err


def test_without_the_project_no_course(monkeypatch):
    monkeypatch.setattr(course, "shipped", dict)
    with pytest.raises(Problem, match="whole project"):
        course.made()


# ---- points


def entry(*tries, at=1):
    return {"kind": "answer", "tries": list(tries), "at": AT.format(at)}


RIGHT, WRONG = "trt and neo", "trt and rs"


@pytest.fixture
def handed_in(tmp_path):
    def put(entries, name="", file="my_work.json"):
        (tmp_path / file).write_bytes(made_up.raw_of(name, entries))
        return tmp_path

    return put


@pytest.mark.parametrize(
    ("first", "result", "given"),
    [
        ("right", "right", 2), ("close", "right", 1), ("not yet", "right", 1), ("not yet", "close", 1),
        ("close", "close", 1), ("close", "not yet", 0), ("not yet", "not yet", 0), ("", "", 0),
    ],
)  # fmt: skip
def test_points_of_a_result(first, result, given):
    assert grading.of(Result(result, 1, None, first)) == given


def test_points_of_what_was_handed_in(handed_in, capsys):
    known = key("1.3").answer
    wrong = next(option.id for option in exercise("1.3").options if option.id != known)
    folder = handed_in(
        {"1.3": entry(wrong, known), "1.4": entry(key("1.4").answer), "1.9": entry("never")}, "blue-7"
    )
    assert [points(id, folder) for id in ("1.3", "1.4", "1.9")] == [1, 2, 0]
    assert capsys.readouterr().out.splitlines() == [
        "1.3: right, 2 tries.",
        "1.4: right, 1 try.",
        "1.9: not answered.",
    ]


def test_a_damaged_file_counts_as_far_as_it_is_whole(handed_in):
    folder = handed_in({"1.3": entry(key("1.3").answer), "1.4": entry(key("1.4").answer)})
    path = folder / "my_work.json"
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.index(b'"1.4"') + 20])
    assert [points(id, folder) for id in ("1.3", "1.4")] == [2, 0]


@pytest.mark.parametrize("raw", [None, b"", b"{", b"[1]", b"\xff\xd8\xff\xe0"])
def test_no_file_no_points_and_the_reason(tmp_path, raw, capsys):
    if raw is not None:
        (tmp_path / "my_work.json").write_bytes(raw)
    assert points("1.3", tmp_path) == 0
    told = capsys.readouterr().out
    assert "my_work().hand_in()" in told and (raw is None) == ("“my_work.json”" not in told)


def test_files_of_two_people_give_no_points(handed_in, capsys):
    handed_in({"1.3": entry(key("1.3").answer)}, "blue-7")
    folder = handed_in({"1.3": entry(key("1.3").answer, at=2)}, "red-3", "my_work_red-3.json")
    assert points("1.3", folder) == 0
    assert "blue-7" in (told := capsys.readouterr().out) and "red-3" in told


def test_an_exercise_without_a_key_or_that_is_none(tmp_path):
    for strange in ("1.7", "1.99", "x"):
        with pytest.raises(Problem):
            points(strange, tmp_path)


# ---- while nbgrader grades


def test_grading_never_writes_into_a_teachers_own_work(home, tmp_path, monkeypatch):  # noqa: F811
    check("1.4", key("1.4").answer)
    before = (home / "my_work.json").read_bytes()
    (tmp_path / "ada").mkdir()
    monkeypatch.chdir(tmp_path / "ada")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert files.home() == tmp_path / "ada"
    check("1.3", key("1.3").answer)  # a line that a student typed, and no file handed in
    assert (home / "my_work.json").read_bytes() == before
    assert (points("1.3"), points("1.4")) == (2, 0)
    assert "in this folder already" in repr(my_work().hand_in())


def test_a_lesson_is_graded_by_its_own_cells(notebooks, tmp_path, monkeypatch):
    """Lesson 1 as nbgrader runs it: the answers come out of the file, and no control stands in an output."""
    text = "They write <b>in anger</b>, as two words tell."
    known = {id: entry(key(id).answer) for id in ("1.3", "1.4", "1.9")}
    known["1.9"] = entry("16", "20")
    known["1.10"] = {"kind": "text", "value": text, "finished": True, "at": AT.format(5)}
    (tmp_path / "my_work.json").write_bytes(made_up.raw_of("blue-7", known))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    wanted = [c for c in notebooks["lesson_1"].cells if c.source.startswith(("from", "check", "# 1."))]
    broken = nbformat.v4.new_code_cell("check(")
    notebook = nbformat.v4.new_notebook(cells=[wanted[0], broken, *wanted[1:]])
    where = {"metadata": {"path": str(tmp_path)}}
    environment = {"PYTHONPATH": str(ROOT / "src"), "NBGRADER_EXECUTION": "autograde"}
    client = NotebookClient(notebook, timeout=120, allow_errors=True, resources=where)
    cells = client.execute(env={**os.environ, **environment}).cells
    given = {
        c.metadata.nbgrader.grade_id: [
            o.data["text/plain"] for o in c.outputs if o.output_type == "execute_result"
        ]
        for c in cells
        if c.metadata.get("nbgrader", {}).get("grade")
    }
    assert given == {"points_1_9": ["0"], "points_1_3": ["2"], "points_1_4": ["2"]}
    shown = json.dumps([c.outputs for c in cells])
    assert "&lt;b&gt;in anger&lt;/b&gt;" in shown and "widget-view" not in shown


# ---- handing in


def test_handing_in_writes_the_answers_beside_the_notebook(home, tmp_path, monkeypatch):  # noqa: F811
    (tmp_path / "lesson_1").mkdir()
    monkeypatch.chdir(tmp_path / "lesson_1")
    my_work("blue-7")
    check("1.3", WRONG)
    assert "1 answer" in repr(my_work().hand_in())
    check("1.4", key("1.4").answer)
    my_work().hand_in()  # what lay there gives way
    document = json.loads((tmp_path / "lesson_1/my_work.json").read_text("utf-8"))
    assert document["name"] == "blue-7" and sorted(document["entries"]) == ["1.3", "1.4"]
    assert points("1.4") == 2


def test_somebody_elses_file_is_not_written_over(home, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.chdir(tmp_path)
    check("1.3", WRONG)
    other = made_up.raw_of("red-3", {"1.3": entry(RIGHT)})
    (tmp_path / "my_work.json").write_bytes(other)
    with pytest.raises(Problem, match="somebody else"):
        my_work().hand_in()
    assert (tmp_path / "my_work.json").read_bytes() == other


def test_a_save_keeps_what_nbgrader_knows_of_a_cell(notebooks, home):  # noqa: F811
    content = json.loads(nbformat.writes(notebooks["lesson_1"]))
    strip({"type": "notebook", "content": content})
    kept = [c["metadata"]["nbgrader"] for c in content["cells"] if "nbgrader" in c["metadata"]]
    assert kept == [cell.metadata.nbgrader for cell in graded(notebooks["lesson_1"])]


def test_judged_tasks_are_many():
    assert len(JUDGED) > 12
