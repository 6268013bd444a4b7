"""The lists of packages agree with each other, and the wheel holds what it needs."""

import os
import re
import socket
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import make_environment
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MANY, HUB = "requirements-many.lock.txt", "requirements-hub.lock.txt"
LOCKS = ("requirements.lock.txt", "requirements-dev.lock.txt", "requirements-uv.lock.txt", MANY, HUB)


def bounds(lines):
    """Names and bounds of requirements, whatever their order and blanks."""
    asked = map(Requirement, lines)
    return {requirement.name.lower(): requirement.specifier for requirement in asked}


def locked(name):
    """The versions that a lock file holds for each package; a package can have one for each system."""
    versions = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / name).read_text(), re.MULTILINE):
        versions.setdefault(package, set()).add(version)
    return versions


def test_the_conda_file_is_generated():
    text = make_environment.HEADER + make_environment.environment(PYPROJECT) + "\n"
    assert (ROOT / "environment.yml").read_text(encoding="utf-8") == text


def test_the_conda_file_asks_for_the_same():
    found = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert found["name"] == PYPROJECT["project"]["name"] and found["channels"] == ["conda-forge"]
    by_pip = next(item["pip"] for item in found["dependencies"] if isinstance(item, dict))
    by_conda = [item for item in found["dependencies"] if isinstance(item, str)]
    assert by_pip.pop() == "-e ." and "pip" in by_conda
    asked = bounds([*by_conda, *by_pip])
    del asked["pip"]
    assert asked.pop("python") == SpecifierSet(PYPROJECT["project"]["requires-python"])
    assert asked == bounds(PYPROJECT["project"]["dependencies"])


def test_each_line_for_conda_is_one_that_conda_reads():
    found = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    for line in found:
        assert isinstance(line, dict) or re.fullmatch(r"[a-z0-9_.-]+((>=|<)[0-9.]+(,(>=|<)[0-9.]+)*)?", line)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_registry_and_has_a_hash_for_each_package(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text and "index-url" not in text
    entries = re.split(r"\n(?=\S)", text.split("\n", 1)[1].strip())
    assert entries and all(re.match(r"[\w.-]+==", entry) and "--hash=sha256:" in entry for entry in entries)


def test_the_locks_hold_what_is_asked_for():
    groups = PYPROJECT["dependency-groups"]
    lessons = PYPROJECT["project"]["dependencies"]
    extras = PYPROJECT["project"]["optional-dependencies"]
    many, hub = ([*lessons, *extras[name]] for name in ("many", "hub"))
    asked = zip(LOCKS, (lessons, [*lessons, *groups["dev"]], groups["installer"], many, hub), strict=True)
    for name, lines in asked:
        versions = locked(name)
        for package, bound in bounds(lines).items():
            assert all(version in bound for version in versions[package]), f"{package} in {name}"


def test_those_who_test_have_the_versions_that_students_have():
    lessons = locked("requirements.lock.txt")
    for others in map(locked, ("requirements-dev.lock.txt", MANY, HUB)):
        assert {name: others.get(name) for name in lessons} == lessons


def test_no_student_gets_a_hub_to_work_alone():
    for name in set(LOCKS) - {HUB}:
        assert "jupyterhub" not in locked(name)


def test_the_hooks_use_the_locked_ruff():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    (version,) = locked("requirements-dev.lock.txt")["ruff"]
    assert all(hook["additional_dependencies"] == [f"ruff=={version}"] for hook in hooks)


def test_no_file_that_records_addresses():
    assert not [name for name in ("uv.lock", "poetry.lock", "package-lock.json") if (ROOT / name).exists()]


def test_a_wheel_brings_its_shelf_along(tmp_path):
    """Built offline, unpacked into an empty folder, used from another one."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(installed)
    assert all(name.startswith(("whosewords/", "whosewords-")) for name in names)
    assert not [name for name in names if "/my_work/" in name or "__pycache__" in name]
    code = "import whosewords; print(whosewords.__file__); print(*whosewords.articles)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(installed), "WHOSEWORDS_HOME": str(elsewhere)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    where, shelf = done.stdout.split("\n", 1)
    assert Path(where).parent == installed / "whosewords"
    assert "trt" in shelf and "wire_2021" in shelf


# --- The cut in the network holds


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "2001:db8::1"])
def test_no_way_out_of_the_test_run(host):
    with pytest.raises(OSError, match="without a network"):
        socket.create_connection((host, 80), timeout=1)


REACH_OUT = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"


def test_no_way_out_of_a_program_that_a_test_starts():
    done = subprocess.run([sys.executable, "-c", REACH_OUT], capture_output=True, text=True)
    assert "without a network" in done.stderr


def test_no_way_out_of_a_network_of_its_own(network_of_its_own):
    """`-I` keeps Python from our own cut, so here it is the system that refuses."""
    done = subprocess.run(
        [*network_of_its_own, sys.executable, "-I", "-c", REACH_OUT], capture_output=True, text=True
    )
    assert "unreachable" in done.stderr
    inside = (
        "import socket as s; one = s.create_server(('127.0.0.1', 0)); s.create_connection(one.getsockname())"
    )
    subprocess.run([*network_of_its_own, sys.executable, "-I", "-c", inside], check=True)
