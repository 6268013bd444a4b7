"""The documents that stand beside the code keep their promises."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import whosewords

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
NOT_OURS = {"my_work", "dist", "build"}  # what git ignores, beside all that begins with a full stop
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def documents():
    folders = [
        each for each in ROOT.iterdir() if each.is_dir() and each.name[0] != "." and each.name not in NOT_OURS
    ]
    found = [*ROOT.glob("*.md"), *(path for folder in folders for path in folder.rglob("*.md"))]
    return sorted(str(path.relative_to(ROOT)) for path in found)


def anchors(text):
    """The anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ +(.+?)\s*$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def shipped():
    """Every file under data/, as data/README.md names it."""
    paths = (path.relative_to(DATA) for path in DATA.rglob("*") if path.is_file())
    return {p.as_posix() for p in paths if not any(part[0] in "._" for part in p.parts)} - {"README.md"}


def pyproject():
    return tomllib.loads(read("pyproject.toml"))


@pytest.mark.parametrize("name", documents())
def test_links_lead_somewhere(name):
    for target in LINK.findall(read(name)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (ROOT / name).parent / path if path else ROOT / name
        assert there.exists(), f"{name} points to {target}, which is not there."
        if anchor:
            assert anchor in anchors(there.read_text(encoding="utf-8")), f"{name}: no heading for {target}."


@pytest.mark.parametrize("name", documents())
def test_files_that_are_named_are_there(name):
    top = "|".join(path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != ".")
    for path in re.findall(rf"(?:^|[\s`(])((?:{top})/[\w./-]+\.\w+)", read(name)):
        if not re.search(r"\b(?:NN|N|lesson_N|NN_name)\.", path) and not path.startswith("my_work/"):
            assert (ROOT / path).is_file(), f"{name} names {path}, which is not there."


def test_every_file_of_data_is_named_with_its_origin():
    text = read("data/README.md")
    cells = re.findall(r"^\| (`.+?) \|", text, re.M)
    named = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    assert sorted(named) == sorted(shipped()), "each file is named once in the first column of a table"
    for row in re.findall(r"^\| `.*$", text, re.M):
        assert all(cell.strip() for cell in row.strip("|").split("|")), f"an empty cell: {row}"


def test_readme_begins_with_its_reader_and_the_two_commands():
    text = read("README.md")
    opening = text.split("\n## ")[0]
    assert re.search(r"^# .+\n\n.*\b(student|teach)", opening), "the first sentence names the reader"
    block = re.search(r"^```\w*\n(.*?)^```", opening, re.M | re.S).group(1)
    assert [line.split("#")[0].strip() for line in block.splitlines()] == [
        "python3 start.py",
        "python3 start.py test",
    ]
    assert "py start.py" in opening.replace(block, "")
    assert opening.index(block) < opening.index("![")
    assert len(text.splitlines()) <= 150


def test_readme_names_every_lesson_with_its_minutes():
    rows = dict(re.findall(r"^\| \[.*\]\(lessons/(.+?\.ipynb)\) \|.*\| (.+) \|$", read("README.md"), re.M))
    assert sorted(rows) == sorted(path.name for path in (ROOT / "lessons").glob("*.ipynb"))
    for path in (DATA / "exercises").glob("lesson_*.toml"):
        lesson = tomllib.loads(path.read_text(encoding="utf-8"))
        assert rows[lesson["notebook"]] == str(lesson["minutes"])


def test_pictures_have_alternative_text():
    for name in documents():
        for words in re.findall(r"!\[([^\]]*)\]", read(name)):
            assert len(words.split()) > 5, f"{name}: say in words what the picture shows."


def test_citation():
    citation = yaml.safe_load(read("CITATION.cff"))
    assert {"cff-version", "message", "title", "authors", "version", "license", "type"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "software"
    assert citation["authors"] and all(set(author) == {"name"} for author in citation["authors"]), (
        "no person is invented"
    )


def test_one_version_everywhere():
    version = whosewords.__version__
    assert pyproject()["project"].get("version", version) == version
    assert str(yaml.safe_load(read("CITATION.cff"))["version"]) == version
    assert version in read("CHANGELOG.md")
    assert version in read("README.md")


def test_each_dependency_has_its_reason():
    asked = pyproject()
    groups = [asked["project"]["dependencies"], *asked["dependency-groups"].values()]
    reasons = read("CONTRIBUTING.md").partition("\n## Dependencies\n")[2].lower()
    for line in (line for group in groups for line in group):
        name = re.match(r"[\w.-]+", line).group().lower()
        assert f"`{name}`" in reasons, f"CONTRIBUTING.md does not say why {name} is needed."
