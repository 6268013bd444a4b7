"""What is exported: pictures and questions stand still in it, with the answers given by then; nothing of it
is in what is saved, and what was put back since then does not come along."""

import json
import os

import nbformat
import pytest

from whosewords import check, clock, exit_ticket, hand_check, my_frames, my_list, predict, rewrite
from whosewords.notebook import saving, shown
from whosewords.notebook.exporting import VIEW, Page, standing_still, with_outputs
from whosewords.notebook.live import CALL
from whosewords.notebook.twins import twin

pytest.importorskip("nbconvert")
SECRET = "a text that somebody unlocked"
CHOSEN = " (chosen)</strong>"
ANSWERS = {"7.1": "cat", "7.2": "sly", "7.3": "Q, A, Q", "7.4": 12, "7.5": "A spoon is <gone>, I say"}


def ran(*pairs):
    """A notebook whose lines have these results: pairs (line, what it shows)."""
    cells = []
    for line, value in pairs:
        data, about = value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else ({}, {})
        data = json.loads(json.dumps(data or {"text/html": value._repr_html_()}))
        about = json.loads(json.dumps(about))
        output = nbformat.v4.new_output("execute_result", data, metadata=about, execution_count=1)
        cells.append(nbformat.v4.new_code_cell(line, outputs=[output], execution_count=1))
    return nbformat.v4.new_notebook(cells=cells)


def exported(notebook, **about):
    return Page().from_notebook_node(notebook, resources={"metadata": about})[0]


def saved(path, notebook):
    """Save a notebook as the server does. Gives what is read from its file."""
    model = {"type": "notebook", "path": path.name, "content": json.loads(json.dumps(notebook))}
    saving.strip(model, path=path.name)
    path.write_text(json.dumps(model["content"]), encoding="utf-8")
    shown.written({"path": path.name, "type": "notebook"}, str(path))
    return nbformat.read(path, 4)


# ---- what stands still


@pytest.mark.parametrize(
    "call",
    [lambda: check("7.1"), lambda: check("7.2"), lambda: check("7.3"), lambda: check("7.4"),
     lambda: check("7.5"), lambda: predict("7.p1"), lambda: exit_ticket(7)],
)  # fmt: skip
def test_every_kind_of_question_stands_still_with_and_without_an_answer(call, school):
    before = twin(call())
    assert "No answer yet" in before and "<button" not in before and "<input" not in before
    for id, given in ANSWERS.items():
        check(id, given)
    predict("7.p1", "cat")
    exit_ticket(7, 4, "curious")
    after = twin(call())
    assert "No answer yet" not in after and "<gone>" not in after and after != before


def test_rows_say_what_was_chosen_and_whether_it_is_right(school):
    check("7.3", "Q, A, Q")
    html = twin(check("7.3"))
    assert html.count("(✓ right)") == 2 and html.count("(○ not right)") == 1


def test_the_other_controls_stand_still_too(home):
    for made in (my_frames("neo"), hand_check(), my_list(), rewrite(), clock()):
        data, _ = made._repr_mimebundle_()
        assert VIEW in data and 'class="ww-twin"' in data["text/html"] and data["text/plain"]
        assert "<button" not in data["text/html"]
    hand_check("r w")
    assert twin(hand_check()).count("Your verdict:") == 2
    my_frames("neo", cause="blank")
    assert "Blank. Saved." in twin(my_frames("neo"))


# ---- what an export shows


def test_an_export_has_the_answer_that_was_given_after_the_line_had_run(school):
    notebook = ran(("check('7.1')", check("7.1")), ("predict('7.p1')", predict("7.p1")))
    assert CHOSEN not in exported(notebook)
    check("7.1", "cook")
    page = exported(notebook)
    assert f"The cook{CHOSEN}" in page and "✓ Right" in page and page.count("No answer yet") == 1
    assert "widget-view" not in page and 'src="http' not in page


def test_answers_are_those_of_whose_copy_it_is(school):
    from whosewords import my_work

    notebook = ran(("check('7.1')", check("7.1")))
    my_work("blue-7")
    check("7.1", "cook")
    for person, has in (("red-1", False), ("blue-7", True)):
        notebook.metadata["whosewords"] = {"person": person}
        assert (CHOSEN in exported(notebook)) is has


def test_a_question_of_another_version_keeps_what_it_showed(school):
    notebook = ran(("check('7.1')", check("7.1")))
    output = notebook.cells[0].outputs[0]
    for call in (["check", ["7.99"], {}], ["reset", [], {}], ["check", [], {"x": 1}], "check", None):
        output.data[VIEW], output.metadata[CALL] = {"model_id": "x"}, call
        standing_still(notebook)
        assert "Who was in the kitchen" in output.data["text/html"] and VIEW not in output.data


# ---- what the server keeps


def test_what_is_saved_has_no_outputs_and_an_export_has_them(school, tmp_path):
    from whosewords.classroom.replies import saved as reply

    path = tmp_path / "lesson.ipynb"
    read = saved(path, ran(("show('neo')", reply(SECRET)), ("check('7.1')", check("7.1"))))
    assert SECRET not in path.read_text(encoding="utf-8")
    assert not any(cell.outputs for cell in read.cells)
    page = exported(read, path=str(tmp_path), name="lesson")
    assert SECRET in page and "Who was in the kitchen" in page


def test_what_was_put_back_or_changed_shows_nothing_of_before(school, tmp_path):
    path = tmp_path / "lesson.ipynb"
    read = saved(path, ran(("check('7.1')", check("7.1"))))
    changed = nbformat.from_dict(json.loads(json.dumps(read)))
    changed.cells[0].source = "check('7.2')"
    assert not with_outputs(changed, shown.outputs_of(str(path))).cells[0].outputs
    os.utime(path, ns=(1, 1))  # written anew by somebody else
    assert not shown.outputs_of(str(path)) and not shown.outputs_of(str(tmp_path / "none.ipynb"))


def test_a_page_that_is_saved_without_results_forgets_those_of_before(school, tmp_path):
    path, notebook = tmp_path / "lesson.ipynb", ran(("check('7.1')", check("7.1")))
    saved(path, notebook)
    assert shown.outputs_of(str(path))
    notebook.cells[0].outputs = []
    saved(path, notebook)
    assert not shown.outputs_of(str(path))


def test_only_so_many_pages_are_kept(school, tmp_path):
    for number in range(shown.MOST + 2):
        saved(tmp_path / f"{number}.ipynb", ran(("check('7.1')", check("7.1"))))
    assert len(shown._saved) == shown.MOST and shown.outputs_of(str(tmp_path / f"{number}.ipynb"))


def test_only_what_was_on_the_screen_keeps_its_look_where_cleaned_html_is_asked_for(school, tmp_path):
    path, ours = tmp_path / "lesson.ipynb", ran(("check('7.1')", check("7.1")))
    exporter = Page(sanitize_html=True)
    read = saved(path, ours)
    page = exporter.from_notebook_node(
        read, resources={"metadata": {"path": str(tmp_path), "name": "lesson"}}
    )[0]
    assert '<div class="ww-twin">' in page
    elsewhere = {"metadata": {"path": str(tmp_path), "name": "other"}}
    assert "&lt;style&gt;" in exporter.from_notebook_node(ours, resources=elsewhere)[0]


def test_what_made_it_hides_nothing_of_what_is_shown(home):
    from whosewords import add_text

    adding = add_text("A bridge is shut. It will open in June, says the mayor of the town.")
    assert callable(adding.call) and "<button" not in twin(adding)
