"""A slip of the keyboard gets one plain sentence, in the text of a cell and in a real IPython shell."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from whosewords.classroom import desk
from whosewords.classroom.pseudonym import sit_down
from whosewords.notebook import mistakes
from whosewords.notebook.quotes import repaired
from whosewords.problems import Problem

NAMES = ["check", "show", "find", "events", "articles", "predict", "windows", "exit_ticket"]
WORDS = {"neo": "the name of a text", "naive": "a sentence rule", "verdict": "a category"}


def syntax(cell):
    with pytest.raises(SyntaxError) as caught:
        compile(cell, "cell", "exec")
    return mistakes.of_syntax(caught.value, NAMES)


@pytest.mark.parametrize(
    ("cell", "repair"),
    [
        ("show(“neo”)", 'show("neo")'),
        ("show(”neo”)", 'show("neo")'),
        ("show(„neo“)", 'show("neo")'),
        ("show(«neo»)", 'show("neo")'),
        ("show(‘neo’)", "show('neo')"),
        ('show("neo”)', 'show("neo")'),
        ('check("1.7", “It isn’t fair”)', 'check("1.7", "It isn’t fair")'),
        ("check(“1.7”, “He said ‘no’.”)", 'check("1.7", "He said ‘no’.")'),
        ("check(“1.7”, “two\\nlines”)\nshow(“neo”)", 'check("1.7", "two\\nlines")\nshow("neo")'),
        ("%time\nshow(“neo”)", '%time\nshow("neo")'),
    ],
)
def test_curly_marks_are_repaired(cell, repair):
    assert repaired(cell) == repair


@pytest.mark.parametrize(
    "cell",
    [
        'find("“friendly”")',
        "find('it’s')",
        "# “a note”\nevents()",
        "events()",
        "show(“neo",
        "a “b” c",
        "",
        "“",
    ],
)
def test_what_is_right_or_beyond_repair_is_left_alone(cell):
    assert repaired(cell) == cell


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('show("neo', "A quotation mark is missing in line 1"),
        ('events()\nshow("neo)', "A quotation mark is missing in line 2"),
        ('show("neo"', "no “)” closes the “(”"),
        ('articles["neo"', "no “]” closes the “[”"),
        ('show("neo"))', "There is a “)” too many in line 1"),
        ('show("neo"]', "There is a “]” too many"),
        ('show "neo"', 'The brackets are missing in line 1 (“show "neo"”): write show("neo")'),
        ("show neo", 'write show("neo")'),
        ("find terror", 'find("terror")'),
        ("find islamic state", 'find("islamic state")'),
        ("windows neo, 200", 'windows("neo", 200)'),
        ("show(New Eastern Outlook)", 'show("New Eastern Outlook")'),
        ("exit_ticket 1", "exit_ticket(1)"),
        ("show(“neo", "A quotation mark is missing or curly in line 1"),
        ('find("gulls", "She said "no" to us.")', 'stands between three: """text"""'),
        ('find("gulls", "A first line\nand a second one.")', 'stands between three: """text"""'),
        ("  events()", "blanks"),
        ("check(1.2 “x”)", "line 1"),
        ('check("1.2" "x" y)', "perhaps a comma"),
        ("was ist das?", "Python cannot read what stands in line 1"),
    ],
)
def test_syntax_is_explained(cell, says):
    assert says in syntax(cell)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("chek", "Did you mean “check”?"),
        ("Show", "other capitals: write show."),
        ("EVENTS", "write events."),
        ("neo", '“neo” is the name of a text: write it in quotation marks, "neo".'),
        ("NEO", '"neo"'),
        ("qwertz", "put it in quotation marks"),
    ],
)
def test_names_are_explained(name, says):
    assert says in mistakes.of_name(name, NAMES, WORDS)


# In a shell


def test_what_lies_on_the_shelf_is_shown_as_cards(shell, home):
    shown = shell.display_formatter.format
    for line in ('articles["neo"]', "articles", 'where_to_read("neo")', "lock()"):
        data, _ = shown(shell.ev(line))
        assert "</div>" in data["text/html"] or "<br>" in data["text/html"], line
    assert "New Eastern Outlook" in shown(shell.ev('articles["neo"]'))[0]["text/html"]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('show("neo"', "A bracket is missing"),
        ("sho(1)", "Did you mean “show”?"),
        ("Events()", "write events."),
        ("show(trt)", '"trt"'),
        ("show()", 'show("wire_2019")'),
        ("find()", 'find("*occup*")'),
        ("my_work().export('.', 1)", "too much"),
        ("my_work().load()", "path"),
        ('events("trt", 1, 2)', "events()"),
        ('show("trt", colour=1)', "show() does not know “colour”."),
        ("articles.forgte()", "There is no “.forgte” here. Did you mean “.forget”?"),
        ('show["trt"]', "The brackets do not fit"),
        ('articles("trt")', "The brackets do not fit"),
        ("int('x')", "This does not work: invalid literal"),
        ('articles["neow"]', "“neo”"),
        ('show("New Eastern Outlook")', "neo"),
        ('show("NEO")', "“neo”"),
        ('show("TRT World")', '"trt"'),
        ('show("Can Escalation be Prevented in Iraq?")', '"rs"'),
        ('who_is_behind("Statecraft")', "“rs”"),
        ("show(NEO)", '"neo"'),
        ("pairs(rule=naive)", '"naive"'),
        ("pairs(rule=naiv)", '"naive"'),
        ("readability(formula=smog)", '"smog"'),
        ("count(verdict)", '"verdict"'),
        ("count('verdict', voice=author)", '"author"'),
        ("find(baker)", '"baker"'),
        ("find(counting)", '"counting"'),
        ("find terror", 'find("terror")'),
        ('analyse("x")', "readability"),
        ('voices("neo")', "show"),
        ('brackets("neo")', "no call"),
        ("mytext = 'a'\nfind(mytxt)", "“mytext”"),
        ('"neo".show()', "before its brackets"),
        ('articles["neo"].wrds', "“.words”"),
        ("{}['x']", "“x”"),
        ("open('nowhere.txt')", "“nowhere.txt”"),
        ("import nowhere", "“nowhere”"),
        ('readability("trt", "neo", "rs", "neo")', 'readability(["trt", "neo", "rs", "neo"])'),
        ('readability("trt", formla="smog")', "“formula”"),
        ('count("verdict", category="verdict")', "twice"),
        ('clock("now")', "too much"),
        ('measure("trt", rule="carefull")', "“careful”"),
        ("articles()", "square"),
    ],
)
def test_a_slip_shows_one_sentence(shell, cell, says):
    shell.run_cell(cell)
    (shown,) = shell.shown
    assert says in shown and "Traceback" not in shown and "\n" not in shown


def test_a_line_run_before_the_first_one_says_so(shell):
    shell.user_ns.pop("predict")  # as after a restart, or where the first line was skipped
    shell.run_cell('predict("5.p1")')
    (shown,) = shell.shown
    assert "from whosewords import *" in shown


def test_a_kernel_of_ours_explains_before_anything_was_imported():
    command = [sys.executable, "-m", "IPython", f"--ext={mistakes.__name__}", "-c", 'check("5.2")']
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "grey line" in done.stdout and "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", list(mistakes.STOPPING))
def test_nothing_of_pythons_stops_a_lesson(shell, capsys, name):
    mistakes.keep_going(shell)
    for cell in (f"{name}()", f"{name}"):
        shell.run_cell(cell)
        told = "".join(shell.shown) or capsys.readouterr().out
        assert mistakes.STOPPING[name] in told and "Traceback" not in told
        shell.shown.clear()


def test_help_about_something_is_still_there(shell, capsys):
    mistakes.keep_going(shell)
    shell.run_cell("help(show)")
    assert "reading view" in capsys.readouterr().out and not shell.shown


def test_who_works_in_a_terminal_may_leave_it(shell):
    assert not set(mistakes.STOPPING) & {
        name for name, each in shell.user_ns.items() if isinstance(each, mistakes._Stopping)
    }


def test_a_kernel_outlives_what_would_stop_it():
    """A real one: what hangs would wait for an answer until the time is up."""
    cells = ["exit()", "quit", "input('name?')", "license()", "help()", "copyright()", "print(6 * 7)"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    extension = f"--IPKernelApp.extra_extensions={mistakes.__name__}"
    client = NotebookClient(notebook, timeout=60, allow_errors=True, extra_arguments=[extension])
    client.execute()
    assert notebook.cells[-1].outputs[0].text == "42\n"
    told = [cell.outputs[0] for cell in notebook.cells[:5]]
    assert all("Traceback" not in str(each) and each.output_type != "stream" for each in told)


def test_an_error_of_the_module_keeps_its_traceback(shell):
    shell.run_cell("catalogue.load(5)")
    assert "Traceback" in shell.shown[0]


def test_a_problem_shows_its_sentence_alone(shell):
    shell.user_ns["Problem"] = Problem
    shell.run_cell("raise Problem('Like this.')")
    assert shell.shown == ["Like this."]


def test_a_blank_is_told_as_a_note_and_the_next_lines_run(shell, capsys):
    for cell in ('show("____")', 'readability(["trt", "____"])'):
        result = shell.run_cell(cell)
        assert result.success and not shell.shown
        told = capsys.readouterr().out
        assert told.startswith("Fill the blank") and "neo" in told
    assert not shell.run_cell('show("__neow__")').success


def test_curly_marks_run_and_are_mentioned_once(shell, capsys):
    assert shell.run_cell("len(“neo”)").result == 3
    assert capsys.readouterr().out.count("Curly quotation marks") == 1
    assert shell.run_cell('len("“neo”")').result == 5
    assert "Curly" not in capsys.readouterr().out


def test_a_call_without_brackets_says_so(shell):
    data, _ = shell.display_formatter.format(shell.user_ns["show"])
    assert 'show("wire_2019")' in data["text/plain"]
    for named in (shell.user_ns["readability"], shell.user_ns["events"]):
        shown = shell.display_formatter.format(named)[0]["text/plain"]
        assert f"{named.__name__.rpartition('.')[2]}()" in shown and "<" not in shown
    assert "<function" in shell.display_formatter.format(syntax)[0]["text/plain"]


def test_no_word_is_a_command_of_the_shell_and_an_open_file_says_how_to_count_it(shell, tmp_path):
    mistakes.keep_going(shell)
    shell.run_cell('load("mine.txt")')
    assert "add_text" in shell.shown[-1]
    (tmp_path / "mine.txt").write_text("A text.", encoding="utf-8")
    with open(tmp_path / "mine.txt") as file:
        told = shell.display_formatter.format(file)[0]["text/plain"]
    assert "add_text()" in told and "mine.txt" in told


def test_a_kernel_that_starts_again_works_where_its_reader_sits(home, shell, monkeypatch):
    monkeypatch.chdir(desk.lay_out(""))
    sit_down("blue-7")
    mistakes.load_ipython_extension(shell)
    assert Path.cwd() == home / "lessons_blue-7"
