"""What the site is built of: nothing is believed but a sha256, and each package is what the lessons need."""

import base64
import gzip
import hashlib
import json
import sys
import zipfile

import pytest
from library import ROOT

from whosewords.problems import Problem
from whosewords.site import building, front, lite, locked, release, together, wheels
from whosewords.site.standins.later import Later


def invented(folder, monkeypatch, numpy=b"numpy"):
    """A release of invented files in a folder, and that it is the pinned one."""
    rows = {"numpy": {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"numpy").hexdigest()}}
    lock = json.dumps({"info": {}, "packages": rows}).encode()
    contents = {"pyodide-lock.json": lock, "pyodide.mjs": b"script"}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in {**contents, "numpy.whl": numpy}.items():
        (folder / name).write_bytes(content)
    files = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    pinned = {
        "pyodide": {"version": "1", "lock": "pyodide-lock.json", "files": files},
        "packages": {"release": ["numpy"]},
    }
    monkeypatch.setattr(release, "pinned", lambda: pinned)


def test_a_release_is_found_as_it_unpacks(tmp_path, monkeypatch):
    invented(tmp_path / "pyodide", monkeypatch)
    found = release.checked(tmp_path)
    assert found["numpy"].read_bytes() == b"numpy" and set(found) == {
        "numpy",
        "pyodide.mjs",
        "pyodide-lock.json",
    }


@pytest.mark.parametrize("changed", ["numpy.whl", "pyodide.mjs", "pyodide-lock.json"])
def test_a_file_that_is_not_the_one_is_refused(changed, tmp_path, monkeypatch):
    invented(tmp_path, monkeypatch)
    (tmp_path / changed).write_bytes(b"another")
    with pytest.raises(Problem, match=rf"{changed}.*not that of pyodide 1.*docs/site\.md"):
        release.checked(tmp_path)


def test_a_file_that_is_missing_is_named(tmp_path, monkeypatch):
    invented(tmp_path, monkeypatch)
    (tmp_path / "numpy.whl").unlink()
    with pytest.raises(Problem, match=r"numpy\.whl.*docs/site\.md"):
        release.checked(tmp_path)


def test_the_list_of_packages_names_no_registry_and_every_hash(tmp_path):
    text = (ROOT / locked.LIST).read_text(encoding="utf-8")
    assert "://" not in text and len(locked.rows()) == text.count("==") == text.count("sha256:")
    (tmp_path / "pandas-3.1.1-any.whl").write_bytes(b"not that")
    with pytest.raises(Problem, match=r"not in the folder|not the file"):
        locked.locked(tmp_path)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(Problem, match="holds something else"):
        building.build(tmp_path, tmp_path, tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_without_node_the_sources_stay_as_they_are(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert building.compile_all(tmp_path, {}) is False


def test_our_own_package_has_its_data_and_nothing_of_a_teacher(tmp_path):
    wheel = wheels.ours(tmp_path)
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "whosewords/__init__.py",
        "whosewords/data/events.csv",
        "whosewords/data/exercises/keys.txt",
    } <= names
    assert not [name for name in names if "/teacher/" in name or "/site/" in name or name.endswith(".pyc")]
    assert wheels.ours(tmp_path).read_bytes() == wheel.read_bytes()  # the same files, the same site


@pytest.mark.parametrize("name", release.pinned()["packages"]["standins"])
def test_each_standin_says_where_it_stands(name, tmp_path):
    content = zipfile.ZipFile(wheels.standin(tmp_path, name))
    sources = [content.read(one).decode() for one in content.namelist() if one.endswith(".py")]
    assert any(source.startswith('"""') for source in sources)


@pytest.mark.parametrize(
    "name", [*release.pinned()["packages"]["first"], *release.pinned()["packages"]["later"]]
)
def test_each_package_of_the_desktop_is_the_one_that_was_published(name, tmp_path):
    path = wheels.installed(tmp_path, name)
    assert path.name.endswith("-py3-none-any.whl") and zipfile.ZipFile(path).testzip() is None
    assert not [one for one in zipfile.ZipFile(path).namelist() if one.endswith((".so", ".pyd"))]


def test_what_is_under_the_gpl_comes_when_needed_with_its_source_and_its_terms(tmp_path):
    packages = release.pinned()["packages"]
    assert "krippendorff" in packages["later"] and "krippendorff" in packages["with_source"]
    path = wheels.installed(tmp_path, "krippendorff")
    names = zipfile.ZipFile(path).namelist()
    assert "krippendorff/krippendorff.py" in names and any("LICENSE" in name for name in names)
    row = json.loads(wheels.lock(tmp_path, {}))["packages"]["krippendorff"]
    assert row["imports"] == ["krippendorff"]


def test_pyodide_gets_a_list_of_what_is_there(tmp_path):
    made = wheels.made(
        tmp_path, "Two_Words", "1.2", {"two_words/__init__.py": b"", "single.py": b"", "data.txt": b""}
    )
    row = json.loads(wheels.lock(tmp_path, {"python": "3.12"}))["packages"]["two-words"]
    assert row["imports"] == ["single", "two_words"] and row["sha256"] == release.sha256(made)
    assert row["version"] == "1.2" and row["file_name"] == made.name


def test_what_python_begins_with_is_one_archive(tmp_path):
    contents = {"two_words/__init__.py": b"pier = 3\n", "two_words/list.csv": b"harbour\n"}
    wheels.made(tmp_path, "Two_Words", "1.2", contents)
    wheels.made(tmp_path, "later", "1", {"later.py": b""})
    whole = gzip.decompress(together.first(tmp_path, ["two-words"]).read_bytes())
    start = 10 + int(whole[:10])
    rows, found = json.loads(whole[10:start]), {}
    for name, size in rows:
        found[name], start = whole[start : start + size], start + size
    assert start == len(whole) and contents.items() <= found.items()
    assert [path.name for path in tmp_path.glob("*.whl")] == ["later-1-py3-none-any.whl"]


def test_the_archive_is_taken_for_its_fingerprint(tmp_path):
    (tmp_path / together.ARCHIVE).write_bytes(b"all")
    together.scripts(tmp_path, "lock.json", {"HOME": "/home"})
    given = json.loads((tmp_path / together.PYTHON).read_text().partition(" = ")[2].partition(";\n")[0])
    digest = base64.b64encode(hashlib.sha256(b"all").digest()).decode()
    assert given["integrity"] == f"sha256-{digest}" and given["lock"] == "lock.json"


def test_answers_go_to_the_store_of_the_page_and_nothing_is_fetched_elsewhere(tmp_path):
    place = tmp_path / "static" / "python-0123"
    place.mkdir(parents=True)
    (tmp_path / "jupyter-lite.json").write_text('{"jupyter-config-data": {}}')
    lite.configure(tmp_path, place)
    data = json.loads((tmp_path / "jupyter-lite.json").read_text())["jupyter-config-data"]
    kernel = data["litePluginSettings"][lite.PLUGIN]
    assert kernel["disablePyPIFallback"] and kernel["pyodideUrl"] == "./static/python-0123/python.mjs"
    assert lite.ENVIRONMENT["WHOSEWORDS_HOME"].startswith("/drive/")
    assert "whosewordsOutOfSight" in data and "://" not in json.dumps(data)


def test_the_front_door_needs_no_script():
    door = (front.ROOM / front.DOOR).read_text()
    assert 'http-equiv="refresh"' in door and "<noscript>" in door and "start.ipynb" in door


def a_package(name, content):
    return {"file_name": name, "imports": ["harbour_of_tests"], "sha256": hashlib.sha256(content).hexdigest()}


def test_a_package_comes_when_it_is_imported(tmp_path, monkeypatch):
    content = wheels.made(tmp_path, "harbour", "1", {"harbour_of_tests.py": b"pier = 3\n"}).read_bytes()
    asked, place = [], tmp_path / "packages"
    later = Later(
        {"harbour": a_package("harbour.whl", content)}, lambda name: asked.append(name) or content, str(place)
    )
    monkeypatch.syspath_prepend(str(place))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, later])
    import harbour_of_tests

    assert harbour_of_tests.pier == 3 and asked == ["harbour.whl"]
    assert later.find_spec("harbour_of_tests") is None and later.find_spec("json_of_nobody") is None
    monkeypatch.delitem(sys.modules, "harbour_of_tests")


def test_a_package_that_arrived_changed_is_not_imported(tmp_path):
    later = Later({"harbour": a_package("harbour.whl", b"right")}, lambda name: b"wrong", str(tmp_path))
    with pytest.raises(ImportError, match="arrived changed"):
        later.find_spec("harbour_of_tests")
    assert not list(tmp_path.iterdir())
