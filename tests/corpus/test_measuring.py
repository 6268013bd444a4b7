"""The command from end to end: the same table after a stop, after a kill, by one process or by two."""

import csv
import os
import signal
import subprocess
import sys
import time

import pytest
from library import ROOT

from whosewords.__main__ import main
from whosewords.corpus import COLUMNS, measure_to
from whosewords.corpus.unfinished import beside
from whosewords.problems import Problem
from whosewords.shelf.catalogue import OWN, WARM_UP, articles

LINES = [p.text for name in (*OWN, *WARM_UP) for p in articles[name].paragraphs]
NUMBER = 240  # texts: a kill has to come in the middle


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Texts in a table, some of them damaged, and what is to come of them."""
    path = tmp_path_factory.mktemp("many") / "many.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "text"])
        for number in range(NUMBER):
            text = "\n".join(LINES[(number * 7 + i * 11) % len(LINES)] for i in range(6))
            table.writerow([f"t{number % 200}", "" if number % 50 == 7 else text])
    out = path.with_name("expected.csv")
    assert measure_to(out, [path], processes=2) == (out, NUMBER, 5)
    return path, out.read_bytes()


def command(path, out, *more):
    program = [sys.executable, "-m", "whosewords", "measure", str(path), "--out", str(out), *more]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'tests/offline'}{os.pathsep}{ROOT / 'src'}"}
    return subprocess.Popen(
        program, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def until_some_are_done(out, running):
    """Wait until some texts are done, and not all."""
    kept = beside(out)
    while running.poll() is None and (not kept.exists() or kept.read_bytes().count(b"\n") < 20):
        time.sleep(0.01)
    assert running.poll() is None, "it was over before it could be stopped"


def gone(session):
    """Whether no process of a session is left."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        told = subprocess.run(["ps", "-o", "pid=", "-s", str(session)], capture_output=True, text=True).stdout
        if not told.strip():
            return True
        time.sleep(0.05)
    return False


def test_the_table(many):
    content = many[1]
    rows = list(csv.reader(content.decode().splitlines()))
    assert rows[0] == list(COLUMNS)
    numbers = [int(row[0]) for row in rows[1:]]
    failed = [n + 1 for n in range(NUMBER) if n % 50 == 7]
    assert numbers == sorted(
        [*failed, *[n for n in range(1, NUMBER + 1) if n not in failed for _ in range(3)]]
    )
    assert [row[1] for row in rows[1:] if row[-1]] == [f"t{(n - 1) % 200}" for n in failed]


def test_after_kills_in_the_middle_it_is_the_same_table(many, tmp_path):
    path, content = many
    out = tmp_path / "a.csv"
    out.write_text("old")
    running = command(path, out)
    until_some_are_done(out, running)
    running.kill()  # the program alone: its processes have to see it for themselves
    running.wait()
    assert gone(running.pid) and out.read_text() == "old"
    done = beside(out).read_bytes()
    running = command(path, out, "--processes", "1")
    assert running.wait(120) == 0 and f"{NUMBER} texts; 5 of them" in running.stderr.read()
    assert done.count(b"\n") >= 20 and out.read_bytes() == content and list(tmp_path.iterdir()) == [out]


def test_ctrl_c_ends_it_cleanly(many, tmp_path):
    path, content = many
    out = tmp_path / "a.csv"
    running = command(path, out)
    until_some_are_done(out, running)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 1 and told == "Stopped. What is done is kept: the same command goes on.\n"
    assert gone(running.pid)
    measure_to(out, [path])
    assert out.read_bytes() == content


def test_a_stop_between_the_last_text_and_the_table(many, tmp_path, monkeypatch):
    path, content = many
    out = tmp_path / "a.csv"
    monkeypatch.setattr("whosewords.corpus.measuring.writer", lambda table: lambda rows, table: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        measure_to(out, [path], processes=1)  # one writes what two write
    monkeypatch.undo()
    monkeypatch.setattr("whosewords.corpus.measuring._workers", None)  # nothing is measured again
    measure_to(out, [path])
    assert out.read_bytes() == content and list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--out", "a.txt"], ".csv or .parquet"),
        (["--out", "a"], ".csv or .parquet"),
        (["--out", "no such column.csv", "--text", "body"], "“body”"),
        (["--processes", "2"], "--out"),
    ],
)
def test_what_cannot_be_asked_for(many, tmp_path, monkeypatch, capsys, options, why):
    monkeypatch.chdir(tmp_path)
    assert main(["measure", str(many[0]), *options]) == 1
    told = capsys.readouterr()
    assert why in told.err and "Traceback" not in told.err and not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", ["0", "62", "two", "-1"])
def test_a_number_of_processes_that_is_none(many, number, capsys):
    with pytest.raises(SystemExit):
        main(["measure", str(many[0]), "--out", "a.csv", "--processes", number])
    assert f"“{number}”" in capsys.readouterr().err


def test_the_input_is_never_written_over(many, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(many[0].read_bytes())
    with pytest.raises(Problem, match="itself"):
        measure_to(path, [path])
    assert path.read_bytes() == many[0].read_bytes() and list(tmp_path.iterdir()) == [path]


def test_a_table_without_a_text(tmp_path):
    (tmp_path / "a.csv").write_text("text\n")
    with pytest.raises(Problem, match="no text"):
        measure_to(tmp_path / "b.csv", [tmp_path / "a.csv"])
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_parquet_without_pyarrow(many, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Problem, match="pyarrow"):
        measure_to(tmp_path / "a.parquet", [many[0]])


def test_a_cluster_without_dask(many, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Problem, match="dask"):
        measure_to(tmp_path / "a.csv", [many[0]], dask="tcp://127.0.0.1:1")


def test_tables_and_patterns_without_out_print_todays_table(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text(
        '{"id": "x", "text": "The cat sat on the mat. The dog ran."}\n{"text": ""}\n'
    )
    assert main(["measure", f"{tmp_path}/*.jsonl"]) == 0
    told = capsys.readouterr()
    rows = list(csv.DictReader(told.out.splitlines()))
    assert (
        len(rows) == 7 and {row["text"] for row in rows} == {"x"} and {row["words"] for row in rows} == {"9"}
    )
    assert "no word" in told.err
