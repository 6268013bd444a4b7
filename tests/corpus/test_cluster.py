"""A Dask cluster of two workers of which one is killed in the middle: the same table, nothing lost or twice.

Dask and pyarrow are no packages of the lessons: tools/get_many.py fetches them into a folder that only these
tests look into.
"""

import csv
import os
import subprocess
import sys

import pytest
from library import ROOT

from whosewords.corpus import measure_to
from whosewords.corpus.rows import COLUMNS, TYPES
from whosewords.shelf.catalogue import OWN, WARM_UP, articles

PACKAGES = ROOT / ".many-packages"
pytestmark = pytest.mark.skipif(
    not PACKAGES.is_dir(), reason="Dask is not on this computer: python3 tools/get_many.py gets it."
)
LINES = [p.text for name in (*OWN, *WARM_UP) for p in articles[name].paragraphs]
NUMBER = 200
KINDS = {int: "int64", float: "double", str: "string"}

# A program of its own, since pandas would load pyarrow in every other test as well.
PROGRAM = '''
import os, signal, sys, threading, time
from contextlib import contextmanager
import dask.bag, dask.dataframe
from distributed import Client, LocalCluster
from whosewords.corpus import measure_to, on_dask
from whosewords.corpus.unfinished import beside
import whosewords.corpus.cluster
from whosewords.problems import Problem


@contextmanager
def one_is_killed(cluster, when):
    """Kills a worker as soon as something is so, and says so."""
    over, process = threading.Event(), next(iter(cluster.workers.values())).pid
    def wait():
        while not over.is_set() and not when():
            time.sleep(0.005)
        if not over.is_set():
            os.kill(process, signal.SIGKILL)
            print("killed", flush=True)
    thread = threading.Thread(target=wait)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


if __name__ == "__main__":
    path, folder = sys.argv[1:]
    out = os.path.join(folder, "by_cluster.parquet")
    kept = beside(out)
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        with one_is_killed(cluster, lambda: kept.exists() and kept.read_bytes().count(b"\\n") > 20):
            print(*measure_to(out, [path], dask=cluster.scheduler_address)[1:], flush=True)
        with Client(cluster) as client:
            client.wait_for_workers(2)
            table = dask.dataframe.read_csv(path, dtype=str, keep_default_na=False, blocksize=20_000)
            tasks = cluster.scheduler.tasks
            with one_is_killed(cluster, lambda: any(each.processing_on for each in [*tasks.values()])):
                found = on_dask(table, named="id").compute()
            found.to_csv(os.path.join(folder, "by_frame.csv"), index=False)
            texts = dask.bag.from_sequence([{"text": "One cat sat."}, "Two cats sat.", 5], npartitions=2)
            found = on_dask(texts).compute()
            print(*found["text"], *found["words"].dropna(), *found["error"].dropna(), sep="|")
            nobody = lambda: measure_to(os.path.join(folder, "none.csv"), [path], dask="tcp://127.0.0.1:9")
            whosewords.corpus.cluster.PATIENCE = 1
            for wrong in (lambda: on_dask([1]), lambda: on_dask(table, "body"), nobody):
                try:
                    wrong()
                except Problem as problem:
                    print(problem)
        sys.stdout.flush()
        os._exit(0)  # to close what was killed takes longer than all of it
'''


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """(the folder with what the program wrote, the lines that it printed)"""
    folder = tmp_path_factory.mktemp("cluster")
    path, program = folder / "many.csv", folder / "program.py"
    program.write_text(PROGRAM)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "text"])
        for number in range(NUMBER):
            lines = (LINES[(number * 7 + i * 11) % len(LINES)].replace('"', "'") for i in range(6))
            table.writerow([f"t{number}", "" if number % 50 == 7 else " ".join(lines)])
    places = [ROOT / "tests/offline", ROOT / "src", PACKAGES]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places))}
    command = [sys.executable, str(program), str(path), str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr
    measure_to(folder / "expected.csv", [path], processes=2)
    return folder, done.stdout.splitlines()


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_parquet(path):
    """(the kind of each column, all rows as CSV writes them), read by a program that has pyarrow."""
    code = (
        "import sys, json; from pyarrow.parquet import read_table; table = read_table(sys.argv[1]);"
        "print(json.dumps([[str(f.type) for f in table.schema], table.to_pylist()]))"
    )
    environment = {**os.environ, "PYTHONPATH": str(PACKAGES)}
    done = subprocess.run([sys.executable, "-c", code, path], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    import json

    kinds, found = json.loads(done.stdout)
    return kinds, [{n: "" if value is None else str(value) for n, value in row.items()} for row in found]


def test_a_worker_that_is_killed_changes_nothing_of_the_table(run):
    folder, told = run
    kinds, found = read_parquet(folder / "by_cluster.parquet")
    assert told[:2] == ["killed", f"{NUMBER} 4"]
    assert found == rows(folder / "expected.csv") and kinds == [KINDS[TYPES[name]] for name in COLUMNS]


def test_nor_of_a_dataframe(run):
    folder, told = run
    assert told[2] == "killed"
    expected = rows(folder / "expected.csv")
    for row in expected:
        del row["number"]
    assert rows(folder / "by_frame.csv") == expected


def test_a_bag_holds_texts_or_dictionaries(run):
    names, words, errors = [], [], []
    for cell in run[1][3].split("|"):
        (names if cell[1:2] == "." else words if cell.isdecimal() else errors).append(cell)
    assert sorted(set(names)) == ["1.1", "1.2", "2.1"] or sorted(set(names)) == ["1.1", "2.1", "2.2"]
    assert words == ["3", "3", "0"] * 2 and len(errors) == 1 and "the number 5" in errors[0]


def test_what_is_no_cluster_or_no_collection(run):
    told = run[1][4:]
    assert "Dask bag or DataFrame" in told[0] and "“body”" in told[1] and "tcp://127.0.0.1:9" in told[2]
