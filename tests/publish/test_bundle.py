"""The folder for a stick: what is in it, what is not, and that its packages are those of the lock."""

import hashlib
import shutil
import subprocess
import tomllib

import pytest

from whosewords import files
from whosewords.__main__ import main
from whosewords.problems import Problem
from whosewords.publish import bundle, pages, wheels

LOCK = files.CHECKOUT / bundle.LOCK
SMALL = """\
one==1.0 ; sys_platform == 'win32' \\
    --hash=sha256:{digest} \\
    --hash=sha256:ff
two==2.0 ; python_full_version < '3.11.5' \\
    --hash=sha256:{digest}
two==3.0 ; python_full_version >= '3.11.5' \\
    --hash=sha256:{digest}
Three_3==0.3 \\
    --hash=sha256:{digest}
"""
DIGEST = hashlib.sha256(b"a wheel").hexdigest()
SMALL = SMALL.format(digest=DIGEST)


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    """A bundle without its packages."""
    folder = tmp_path_factory.mktemp("stick") / "Whose Words é"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "pages", lambda: {"index.html": "<p>Read.</p>"})
        bundle.lay_out(folder, ["windows", "linux"], ["3.13"])
    return folder


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# --- What is in the folder


def test_students_get_the_lessons_and_nothing_that_is_for_teachers(laid):
    found = names(laid)
    assert {"start.py", "lessons/start.ipynb", "data/exercises/keys.txt", "pages/index.html"} <= found
    assert {"starting/settings.py", "src/whosewords/__main__.py"} <= found
    hidden = ("lessons/teacher", "lessons/source", "tests", "tools", "docs", "my_work", ".")
    assert not [name for name in found if name.startswith(hidden) or "__pycache__" in name]
    assert not [name for name in found if name.endswith(("keys.toml", ".pyc"))]


def test_what_a_key_explains_can_be_read_nowhere(laid):
    keys = tomllib.loads((files.CHECKOUT / "lessons/teacher/keys.toml").read_text(encoding="utf-8"))
    told = [key["explained"].strip() for key in keys.values() if isinstance(key, dict) and "explained" in key]
    assert len(told) > 30
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in laid.rglob("*") if path.is_file()]
    assert not [one for one in told if any(one in text for text in texts)]


def test_nothing_of_whoever_makes_it_goes_along(home, tmp_path, monkeypatch):
    checkout = tmp_path / "checkout"
    for name in (*bundle.PARTS, "settings.toml"):
        source, target = files.CHECKOUT / name, checkout / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.mkdir() if source.is_dir() else shutil.copy(source, target)
    for name in ("my_work/my_work_blue-7.json", ".venv/x", "data/.secret", "src/whosewords/__pycache__/x.pyc",
                 "lessons/teacher/keys.toml", "lessons/teacher2/note"):  # fmt: skip
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text("mine")
    monkeypatch.setattr(files, "CHECKOUT", checkout)
    monkeypatch.setattr(pages, "pages", dict)
    bundle.lay_out(tmp_path / "stick", ["linux"], ["3.13"])
    mine = [path for path in (tmp_path / "stick").rglob("*") if path.is_file() and "mine" in path.read_text()]
    assert [path.name for path in mine] == ["note"]


def test_a_bundle_is_for_a_computer_that_several_people_use(laid):
    assert tomllib.loads((laid / "settings.toml").read_text(encoding="utf-8")) == {"shared": True}
    assert tomllib.loads((files.CHECKOUT / "settings.toml").read_text(encoding="utf-8")) == {"shared": False}


def test_each_system_reads_its_start_file(laid):
    windows = (laid / "Start.cmd").read_bytes()
    assert windows.count(b"\r\n") == windows.count(b"\n") > 10 and windows.isascii()
    jumps = {line.split()[-1].decode() for line in windows.splitlines() if b"goto " in line}
    assert jumps <= {line[1:].decode() for line in windows.splitlines() if line.startswith(b":")}
    for name in ("start.sh", "start.command"):
        assert b"\r" not in (laid / name).read_bytes() and (laid / name).stat().st_mode & 0o111
        subprocess.run(["sh", "-n", str(laid / name)], check=True)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["bundle", str(tmp_path), "--for", "linux", "--python", "3.13"]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert names(tmp_path) == {"mine.txt"}


@pytest.mark.parametrize(
    ("systems", "pythons", "words"),
    [
        ("beos", "3.13", "“beos” is not known"),
        ("linux", "2.7", "“2.7” is not known"),
        (",", "3.13", "Nothing"),
    ],
)
def test_what_is_not_known_is_told(tmp_path, capsys, systems, pythons, words):
    assert main(["bundle", str(tmp_path / "new"), "--for", systems, "--python", pythons]) == 1
    assert words in capsys.readouterr().err and not (tmp_path / "new").exists()


# --- Which packages


def lines(system, python):
    return [(one.full_version, one.lines) for one in wheels.wanted(SMALL, [system], [python])]


def test_each_computer_is_asked_for_what_it_needs():
    one, two, three, last = (
        f"{asked} --hash=sha256:{DIGEST}" for asked in ("one==1.0", "two==2.0", "two==3.0", "Three_3==0.3")
    )
    one += " --hash=sha256:ff"
    assert lines("windows", "3.11") == [("3.11.99", (one, three, last)), ("3.11.0", (two,))]
    assert lines("linux", "3.13") == [("3.13.99", (three, last))]
    assert [one.computer.machine for one in wheels.wanted(SMALL, ["macos"], ["3.13"])] == ["arm64", "x86_64"]


@pytest.fixture
def packages(tmp_path):
    for name in ("two-3.0-cp313-cp313-manylinux_2_17_x86_64.whl", "three_3-0.3-py3-none-any.whl"):
        (tmp_path / name).write_bytes(b"a wheel")
    return tmp_path


def test_a_wheel_has_to_fit_the_computer_and_to_be_the_one_that_was_tested(packages):
    def lacking(system, python):
        return [
            said.split()[0] for said in wheels.missing(packages, wheels.wanted(SMALL, [system], [python]))
        ]

    assert lacking("linux", "3.13") == []
    assert lacking("linux", "3.12") == lacking("linux-arm", "3.13") == ["two==3.0"]
    assert lacking("windows", "3.13") == ["one==1.0", "two==3.0"]
    (packages / "three_3-0.3-py3-none-any.whl").write_bytes(b"another wheel")
    assert lacking("linux", "3.13") == ["Three_3==0.3"]


def test_the_lock_is_read_whole():
    """Every line of the lock is asked for by some computer, with all its hashes."""
    text = LOCK.read_text(encoding="utf-8")
    asked = {line for one in wheels.wanted(text, wheels.COMPUTERS, wheels.PYTHONS) for line in one.lines}
    assert len(asked) == sum("==" in line and line[0].isalnum() for line in text.splitlines())
    assert sum(line.count("--hash=") for line in asked) == text.count("--hash=")


# --- The end


def test_nothing_is_called_finished_that_lacks_a_package(laid):
    with pytest.raises(Problem, match=r"packages are missing .* first anyio=="):
        bundle.finish(laid, ["linux"], ["3.13"])
    assert not (laid / "README.txt").exists()


def test_whoever_installs_is_told_in_one_file(laid, monkeypatch):
    monkeypatch.setattr(wheels, "missing", lambda folder, everything: ())
    told = bundle.finish(laid, ["windows", "linux"], ["3.13"])
    readme = (laid / "README.txt").read_bytes()
    assert readme.isascii() and readme.count(b"\r\n") == readme.count(b"\n")
    assert b"windows and linux, Python 3.13" in readme and b"{" not in readme
    assert "windows and linux" in told[0] and not (laid / "lists").exists()
    again = bundle.lay_out(laid, ["linux"], ["3.13"])  # a bundle may be made anew in its place
    assert [path.name for path in again] == ["linux x86_64, Python 3.13.txt"]


def test_a_python_that_was_not_checked_does_not_go_along(tmp_path):
    python = tmp_path / "python-windows"
    (python / "Lib").mkdir(parents=True)
    (python / "python.exe").write_bytes(b"MZ")
    with pytest.raises(Problem, match="not the one that was checked"):
        bundle.trim(python)
    assert not python.exists()


def test_of_a_python_what_lessons_need_stays(tmp_path, monkeypatch):
    python = tmp_path / "test" / "python-windows"
    for name in ("python.exe", "Lib/os.py", "Lib/site-packages/x.py", "Lib/idlelib/y.py", "Scripts/pip.exe",
                 "DLLs/_tkinter.pyd", "DLLs/_ssl.pyd", "include/Python.h"):  # fmt: skip
        (python / name).parent.mkdir(parents=True, exist_ok=True)
        (python / name).write_bytes(b"x")
    monkeypatch.setattr(bundle, "CHECKED", bundle.fingerprint(python))
    with pytest.raises(Problem):
        bundle.trim(shutil.copytree(python, tmp_path / "copy"))
    digest = hashlib.sha256(b"x").hexdigest()
    listed = "".join(f"{name} {digest}\n" for name in ("DLLs/_ssl.pyd", "Lib/os.py", "python.exe"))
    monkeypatch.setattr(bundle, "CHECKED", hashlib.sha256(listed.encode()).hexdigest())
    bundle.trim(python)
    assert names(python) == {"python.exe", "Lib/os.py", "DLLs/_ssl.pyd"}
