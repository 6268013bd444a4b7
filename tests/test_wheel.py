"""The wheel: built offline, installed into an empty folder, it brings its data along and works from there."""

import importlib.util
import os
import subprocess
import sys
import zipfile

import pytest
from library import ROOT

from whosewords.readability import measure
from whosewords.shelf import catalogue
from whosewords.shelf.article import relock

CODE = """
from pathlib import Path
import whosewords
from whosewords import *
from whosewords import files
from whosewords.readability import measure as measured
print(Path(whosewords.__file__).parent)
print(files.home())
for name in articles:
    counts = measured(articles[name]).counts
    print(name, articles[name].locked, len(articles[name].page), *counts.values())
print(len(show("neo").html()) > 10_000, events().table.shape[0])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder that holds nothing but the installed wheel."""
    folder = tmp_path_factory.mktemp("installed")
    if importlib.util.find_spec("pip"):
        command = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", "--target"]
        subprocess.run([*command, str(folder), str(wheel)], check=True, capture_output=True)
    else:  # an environment made by uv has no pip; a wheel of pure Python is installed by unpacking it
        zipfile.ZipFile(wheel).extractall(folder)
    return folder


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"whosewords"}
    for name in ("articles/neo.words.csv", "articles/textstat.csv", "events.csv", "cmudict/syllables.txt.gz"):
        assert f"whosewords/data/{name}" in names
    for left_out in ("my_work/", ".venv", "__pycache__", "tests", "shared", ".ipynb"):
        assert not [name for name in names if left_out in name]


def test_the_wheel_holds_every_data_file_that_the_checkout_has(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    data = ROOT / "data"
    for path in data.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            assert f"whosewords/data/{path.relative_to(data).as_posix()}" in names


def test_the_licences_travel_along(wheel):
    names = [name for name in zipfile.ZipFile(wheel).namelist() if "licenses/" in name]
    assert len(names) >= 3


def test_it_works_from_an_empty_folder(installed, tmp_path):
    offline = os.environ["PYTHONPATH"].split(os.pathsep)[0]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join([str(installed), offline]), HOME=str(tmp_path))
    environment.pop("WHOSEWORDS_HOME", None)
    environment["USERPROFILE"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    where, home, *rows, last = done.stdout.splitlines()
    assert where == str(installed / "whosewords")
    assert home == str(tmp_path / "whosewords")
    assert list(tmp_path.iterdir()) == []  # looking needs no folder
    expected = []
    for name in catalogue.articles:
        article = (
            relock(catalogue.load(name))
            if name in (*catalogue.SHELF, *catalogue.SPECIMENS)
            else catalogue.load(name)
        )
        counts = measure(article).counts.values()
        expected.append(" ".join(map(str, (name, article.locked, len(article.page), *counts))))
    assert rows == expected
    assert last == "True 6"


def test_it_can_be_run_as_a_program(installed, tmp_path):
    environment = dict(os.environ, PYTHONPATH=str(installed))
    done = subprocess.run(
        [sys.executable, "-m", "whosewords", "unlock", "none.txt"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "or folder “none.txt”" in done.stderr
    assert f"into the folder “{tmp_path.name}”" in done.stderr
