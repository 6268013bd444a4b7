"""The set-up, without setting up: what is said, and what is left alone, when something is in the way."""

import ast
import base64
import contextlib
import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = (
    "start.py", "requirements.lock.txt", "requirements-dev.lock.txt", "requirements-uv.lock.txt",
    "requirements-site.lock.txt", "src/whosewords/notebook/jupyter_settings.json",
)  # fmt: skip
STARTING = sorted((ROOT / "starting").glob("*.py"))
# pip and uv would try again and again, for a network that is only slow.
IMPATIENT = {"PIP_RETRIES": "1", "UV_HTTP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1"}


@pytest.fixture
def folder(tmp_path):
    """A project to set up, in a folder whose name has a blank and letters beyond ASCII."""
    folder = tmp_path / "Prüf ordner é"
    folder.mkdir()
    for name in (*FILES, *(f"starting/{path.name}" for path in STARTING)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def start(folder):
    """That project's start.py as a module, with each file of its folder `starting` by its name."""
    path, others = list(sys.path), {name: sys.modules.pop(name) for name in loaded()}
    spec = importlib.util.spec_from_file_location("start_of_a_copy", folder / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in [one.stem for one in STARTING if one.stem != "__init__"]:
        setattr(module, name, importlib.import_module(f"starting.{name}"))
    yield module
    for name in loaded():
        del sys.modules[name]
    sys.modules.update(others)
    sys.path[:] = path


def loaded():
    return [name for name in sys.modules if name.partition(".")[0] == "starting"]


def call(folder, *arguments, before=(), **environment):
    """What `python start.py ...` prints and returns; a traceback is never right."""
    command = [*before, sys.executable, "start.py", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **IMPATIENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def made(start, **changes):
    """An environment as a finished set-up leaves it, as far as start.py looks at it."""
    start.places.PYTHON.parent.mkdir(parents=True)
    start.places.PYTHON.touch()
    (start.places.ENVIRONMENT / "pyvenv.cfg").write_text("prompt = 'whosewords'\n")
    start.environment.way().parent.mkdir(parents=True, exist_ok=True)
    start.environment.way().touch()
    lists = {
        "lessons": start.environment.fingerprint(start.places.LOCK),
        "dev": start.environment.fingerprint(start.environment.DEV_LOCK),
    }
    start.environment.MARKER.write_text(json.dumps({**lists, **changes}))


def said(start, capsys, *arguments):
    """The one sentence with which a call fails."""
    assert start.main(list(arguments)) == 1
    sentence = capsys.readouterr().err.strip()
    assert "\n" not in sentence and sentence.endswith((".", "Downloads"))
    return sentence


# --- Calling it


def test_help_names_the_commands(folder):
    done = call(folder, "--help")
    assert done.returncode == 0
    for word in ("start.py unlock", "start.py class", "start.py test", "--no-browser", "--port"):
        assert word in done.stdout
    assert not (folder / ".venv").exists()


@pytest.mark.parametrize("apart", [[], ["-I"], ["-P"]])
def test_it_starts_from_elsewhere_beside_a_folder_of_the_same_name(folder, tmp_path, apart):
    """However Python was told where to look, start.py finds its own folder first."""
    (tmp_path / "starting").mkdir()
    (tmp_path / "starting" / "__init__.py").write_text("raise SystemExit('another program')")
    command = [sys.executable, *apart, folder / "start.py", "unlock"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode == 1 and done.stderr.startswith("Say which file")


def test_start_py_alone_says_what_is_missing(folder):
    """As where it is opened inside a zip, which unpacks this one file."""
    shutil.rmtree(folder / "starting")
    done = call(folder)
    assert done.returncode == 1 and "unpack the whole folder" in done.stderr


def test_an_old_python_is_told_so(start):
    assert start.too_old((3, 11)) is None and start.too_old((3, 14, 1)) is None
    assert "this is Python 3.6:" in start.too_old((3, 6, 15))


def test_an_old_python_can_read_the_file(start):
    source = (ROOT / "start.py").read_text(encoding="ascii")
    tree = ast.parse(source, feature_version=(3, 4))  # knows neither f-strings nor annotated variables
    signatures = [node.args for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not any(arguments.kwonlyargs for arguments in signatures)
    check = source.index("if too_old(sys.version_info)")
    assert source.index("\nimport ") < check < source.index("import argparse")


def test_unlock_wants_a_path(start, capsys):
    assert "which file" in said(start, capsys, "unlock")


def test_a_class_wants_a_folder(start, capsys):
    assert "which folder" in said(start, capsys, "class")
    assert "which folder" in said(start, capsys, "class", "--forget")


def test_a_course_wants_a_folder(start, capsys):
    for given in ([], ["--force"], ["a", "b"]):
        assert "course folder" in said(start, capsys, "nbgrader", *given)


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_a_port_is_a_number(folder, port):
    done = call(folder, "--port", port)
    assert done.returncode == 2 and "--port" in done.stderr


# --- What stands where the environment should be


def test_states(start):
    assert start.environment.state() == "missing"
    made(start)
    assert start.environment.state() == start.environment.state(dev=True) == "ready"
    start.environment.MARKER.write_text(
        json.dumps({"lessons": start.environment.fingerprint(start.places.LOCK)})
    )
    assert (start.environment.state(), start.environment.state(dev=True)) == ("ready", "without tests")
    start.environment.MARKER.write_text(json.dumps({"lessons": "another list"}))
    assert start.environment.state() == "outdated"
    start.environment.MARKER.write_text("{")
    assert start.environment.state() == "half-made"
    (start.places.ENVIRONMENT / "pyvenv.cfg").write_text("home = somewhere\n")
    assert start.environment.state() == "foreign"


def test_an_environment_whose_python_is_gone_is_half_made(start):
    made(start)
    start.places.PYTHON.unlink()
    assert start.environment.state() == "half-made"


def test_a_foreign_environment_is_left_alone(start, capsys):
    start.places.ENVIRONMENT.mkdir()
    theirs = start.places.ENVIRONMENT / "pyvenv.cfg"
    theirs.write_text("home = somewhere\n")
    assert "not made by" in said(start, capsys)
    assert theirs.exists()


def test_the_empty_environment_finds_the_source(start, folder):
    (folder / "src" / "whosewords.py").write_text("where = __file__\n")
    start.installing.install = lambda lock: None
    start.environment.set_up("missing", dev=False)
    done = subprocess.run(
        [start.places.PYTHON, "-X", "utf8", "-c", "import whosewords; print(whosewords.where)"],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == str(folder / "src" / "whosewords.py")
    assert start.environment.state() == "ready"


def test_an_environment_whose_maker_moved_is_half_made(start, tmp_path):
    made(start)
    config = start.places.ENVIRONMENT / "pyvenv.cfg"
    config.write_text(f"home = {tmp_path}\nprompt = 'whosewords'\n")
    assert start.environment.state() == "ready"
    config.write_text(f"home = {tmp_path / 'gone'}\nprompt = 'whosewords'\n")
    assert start.environment.state() == "half-made"


def test_a_file_that_is_gone_or_cut_off_is_seen(start):
    made(start, packages=["harbour-1.0.dist-info"])
    record = start.environment.packages() / "harbour-1.0.dist-info" / "RECORD"
    record.parent.mkdir()
    code = start.environment.packages() / "harbour, old.py"
    record.write_text('"harbour, old.py",sha256=x,4\nharbour-1.0.dist-info/RECORD,,\n', encoding="utf-8")
    code.write_text("boat", encoding="utf-8")
    assert start.environment.state() == "ready"
    code.write_text("bo", encoding="utf-8")
    assert start.environment.state() == "damaged" and start.environment.damaged() == ["harbour-1.0.dist-info"]
    code.unlink()
    assert start.environment.state() == "damaged"
    code.write_text("boat", encoding="utf-8")
    start.environment.way().unlink()
    assert start.environment.state() == "damaged"
    start.environment.way().touch()
    shutil.rmtree(record.parent)
    assert start.environment.state() == "damaged"


@pytest.mark.parametrize("place", ["folder", "nowhere"])
def test_a_link_in_the_place_of_the_environment_gives_way(start, tmp_path, place):
    (tmp_path / "folder").mkdir()
    start.places.ENVIRONMENT.symlink_to(tmp_path / place, target_is_directory=True)
    start.environment.make()
    assert (
        start.places.PYTHON.exists()
        and not start.places.ENVIRONMENT.is_symlink()
        and (tmp_path / "folder").is_dir()
    )


def test_what_is_in_the_way_is_named(start, capsys, monkeypatch):
    monkeypatch.setattr(start.environment, "prepare", lambda: None)
    start.places.JUPYTER.mkdir()
    (start.places.JUPYTER / "config").write_text("a file")
    assert "is in the way" in said(start, capsys)


@pytest.mark.parametrize(
    ("name", "odd"),
    [(f"a{os.pathsep}b", f"a {os.pathsep} in"), ("a $HARBOUR", "a $"), ("a\udcff", "a letter that")],
)
def test_a_folder_whose_name_cannot_be_lived_in_is_named(start, capsys, monkeypatch, name, odd):
    """Each of these let the set-up or Jupyter fail in words of its own."""
    monkeypatch.setenv("HARBOUR", "x")
    monkeypatch.setattr(start.environment, "ROOT", start.places.ROOT / name)
    assert odd in said(start, capsys) and not start.places.ENVIRONMENT.exists()
    monkeypatch.setattr(start.environment, "ROOT", start.places.ROOT.parent / "a $5 'b' #c% ~")
    start.environment.misnamed()


# --- From a stick


@pytest.fixture
def stick(folder):
    """A bundle whose lock holds one package, which lies beside it."""
    wheel = folder / "packages" / "harbour-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("harbour.py", "boat = 1")
        archive.writestr(
            "harbour-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: harbour\nVersion: 1.0\n"
        )
        archive.writestr(
            "harbour-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        digest = base64.urlsafe_b64encode(hashlib.sha256(b"boat = 1").digest()).decode().rstrip("=")
        archive.writestr("harbour-1.0.dist-info/RECORD", f"harbour.py,sha256={digest},8\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (folder / "requirements.lock.txt").write_text(f"harbour==1.0 \\\n    --hash=sha256:{digest}\n")
    return folder


def set_up(stick, alone, **environment):
    """A first start as on a computer that has nothing: no network, no setting, no installer but Python's."""
    told = "import sys, start; start.commands.module = lambda *_: 0; sys.exit(start.main(['unlock', 'x']))"
    return subprocess.run(
        [*alone, sys._base_executable, "-c", told],
        cwd=stick,
        env={"PATH": os.defpath, **environment},
        capture_output=True,
        text=True,
    )


def test_a_bundle_sets_itself_up_without_a_network_at_the_first_try(stick, network_of_its_own):
    """Settings of the computer that lead elsewhere change nothing."""
    done = set_up(stick, network_of_its_own, PIP_INDEX_URL="http://127.0.0.1:9/", PIP_TARGET="elsewhere")
    assert (done.returncode, done.stderr) == (0, "")
    assert "folder packages" in done.stdout
    (harbour,) = stick.glob(".venv/**/site-packages/harbour.py")
    assert not (stick / "elsewhere").exists()
    assert set_up(stick, network_of_its_own).stdout == ""
    harbour.write_text("")
    assert "put back" in set_up(stick, network_of_its_own).stdout
    assert harbour.read_text() == "boat = 1" and set_up(stick, network_of_its_own).stdout == ""


def test_a_package_of_a_bundle_that_was_changed_is_refused(stick, network_of_its_own):
    with open(next((stick / "packages").iterdir()), "ab") as wheel:
        wheel.write(b"\0")
    done = set_up(stick, network_of_its_own)
    assert done.returncode == 1 and "not the one we tested" in done.stderr
    assert not list(stick.glob(".venv/**/harbour.py"))


def test_a_bundle_names_its_folder(folder):
    done = call(folder, "bundle")
    assert done.returncode == 2 and "folder" in done.stderr and not (folder / ".venv").exists()


def test_what_the_lists_of_a_bundle_ask_for_is_fetched(start, folder, monkeypatch, capsys):
    stick, asked, steps = folder / "stick", [], []

    def module(*arguments):
        asked.append(arguments)
        (stick / "lists").mkdir(parents=True, exist_ok=True)
        (stick / "lists" / "linux.txt").write_text("# --platform any --python-version 3.13.99\none==1\n")
        return 0

    monkeypatch.setattr(start.environment, "prepare", lambda: None)
    monkeypatch.setattr(start.installing, "pip_command", lambda: ["pip"])
    monkeypatch.setattr(start.commands, "module", module)
    monkeypatch.setattr(start.installing, "run", lambda words, command: steps.append(command))
    assert start.main(["bundle", str(stick), "--for", "linux,windows", "--python", "3.13"]) == 0
    given = (str(stick), "--for", "linux,windows", "--python", "3.13")
    assert asked == [("bundle", *given), ("bundle", "--finish", *given)]
    download, python = steps
    assert download[:2] == ["pip", "download"] and download[-6:] == [
        "--platform", "any", "--python-version", "3.13.99", "-r", str(stick / "lists" / "linux.txt"),
    ]  # fmt: skip
    assert python[:2] == ["pip", "install"] and str(stick / "python-windows") in python
    assert all("--require-hashes" in step for step in steps)
    steps.clear()
    monkeypatch.setattr(start.installing, "run", lambda words, command: ("network", "The network is gone."))
    assert start.main(["bundle", str(stick)]) == 1 and "network is gone" in capsys.readouterr().err
    monkeypatch.setattr(start.commands, "module", lambda *arguments: 1)
    assert start.main(["bundle", str(stick)]) == 1


def test_fresh_opens_the_lessons_after_the_answers_were_put_aside(start, monkeypatch):
    done = []
    monkeypatch.setattr(start.environment, "prepare", lambda: done.append("prepared"))
    monkeypatch.setattr(start.commands, "module", lambda *arguments: done.append(*arguments))
    monkeypatch.setattr(start.serving, "open_lessons", lambda port, browser: done.append((port, browser)))
    assert start.main(["fresh", "--no-browser", "--port", "8899"]) == 0
    assert done == ["prepared", "fresh", (8899, False)]
    monkeypatch.setattr(start.commands, "module", lambda *arguments: 1)
    done.clear()
    assert start.main(["fresh"]) == 1 and done == ["prepared"]


# --- What may stand in the way of the set-up


@pytest.mark.parametrize("installer", ["pip", "uv"])
def test_without_a_network(folder, installer):
    """The proxy that the tests set leads nowhere."""
    (folder / ".venv").mkdir()
    done = call(folder, "--no-browser", WHOSEWORDS_INSTALLER=installer)
    assert done.returncode == 1
    assert "earlier set-up" in done.stdout
    assert "to be offline" in done.stderr
    assert not (folder / ".venv" / "whosewords.json").exists()
    assert (folder / ".venv-setup.log").stat().st_size > 0


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("error: Failed to fetch: `simple/jupyterlab/`\n  cause: dns error", "network"),
        (
            "Retrying after ... [Errno -3] Temporary failure in name resolution\nNo matching distribution",
            "network",
        ),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "space"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "changed"),
        (
            "ERROR: Could not find a version (from versions: none)\nERROR: No matching distribution",
            "no package",
        ),
        ("error: failed to remove file `python.exe`: Access is denied. (os error 5)", "not allowed"),
        ("HINT: you may not have Windows Long Path support enabled", "long path"),
        ("something new", "unknown"),
    ],
)
def test_what_the_installer_says(start, output, name):
    found, sentence = start.troubles.trouble(output)
    assert found == name and sentence.endswith(".")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "copy this folder to a place of your own"),
        (OSError(30, "Read-only file system"), "copy this folder to a place of your own"),
        (OSError(28, "No space left on device"), "The disk is full"),
        (OSError(5, "Input/output error"), "It did not work"),
    ],
)
def test_what_the_system_says(start, monkeypatch, capsys, error, words):
    def prepare():
        raise error

    monkeypatch.setattr(start.environment, "prepare", prepare)
    assert words in said(start, capsys)


@pytest.mark.parametrize(
    ("mount", "words"),
    [
        ('mount --bind . . && mount -o remount,ro,bind . && cd "$PWD"', "Nothing can be written to"),
        (
            "mkdir -p ../disk && mount -t tmpfs -o size=2m none ../disk && cp * ../disk && cd ../disk",
            "600 MB",
        ),
    ],
    ids=["read-only", "full"],
)
def test_a_real_disk(folder, mount, words):
    before = ["unshare", "--mount", "sh", "-c", f'{mount} && exec "$@"', "sh"]
    allowed = shutil.which("unshare") and subprocess.run([*before, "true"], cwd=folder, capture_output=True)
    if not allowed or allowed.returncode:
        pytest.skip("This system does not let a test mount a disk.")
    done = call(folder, "--no-browser", before=before)
    assert done.returncode == 1 and words in done.stderr


def test_a_python_without_venv(start, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert "-venv" in said(start, capsys)


def test_a_python_without_pip(start, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else True)
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "9.0")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "-venv" in said(start, capsys)


def test_two_windows_do_not_set_up_at_once(start, folder):
    with start.environment.alone():
        done = call(folder)
    assert "Another window" in done.stderr


def test_a_step_that_fails_leaves_its_words_in_the_log(start):
    assert start.installing.run(
        "A step", [sys.executable, "-c", "print('Access is denied.'); raise SystemExit(1)"]
    ) == (
        "not allowed",
        start.troubles.trouble("Access is denied")[1],
    )
    assert "Access is denied." in start.places.LOG.read_text()


# --- Opening the lessons


@pytest.fixture
def busy(free_port):
    with socket.create_server(("127.0.0.1", free_port)):
        yield free_port


def test_a_port_in_use_gives_way_to_the_next(start, capsys, monkeypatch, busy):
    monkeypatch.setattr(start.serving, "PORT", busy)
    port = start.serving.choose_port()
    assert busy < port < busy + 50
    told = capsys.readouterr().out
    assert f"Port {busy} " in told and f"port {port} " in told


def test_a_port_asked_for_that_is_in_use(start, capsys, monkeypatch, busy):
    monkeypatch.setattr(start.environment, "prepare", lambda: None)
    assert f"Port {busy} is in use" in said(start, capsys, "--port", str(busy))


def test_a_port_that_another_program_was_quicker_with(start, monkeypatch, busy, tmp_path):
    """Several starts at once see the same port free; all but one of them take another one."""
    log, ended = tmp_path / "log", subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    monkeypatch.setattr(start.serving, "answers", lambda port, token: False)
    assert not start.serving.came_up(ended, busy, "token", log)
    with pytest.raises(start.troubles.Stop, match="did not start"):
        start.serving.came_up(ended, start.serving.any_port(), "token", log)
    log.write_text("Error: CannotSave: The disk is full.\n")
    with pytest.raises(start.troubles.Stop, match="The disk is full"):
        start.serving.came_up(ended, busy, "token", log)

    tried = []

    @contextlib.contextmanager
    def served(port, environment, log):
        tried.append(port)
        yield ended

    monkeypatch.setattr(start.serving, "PORT", start.serving.any_port())
    monkeypatch.setattr(start.serving, "served", served)
    monkeypatch.setattr(start.serving, "came_up", lambda *_: len(tried) == 3)
    with pytest.raises(start.troubles.Stop, match="stopped by themselves"):
        start.serving.open_lessons(None, browser=False)
    assert len(set(tried)) == 3 and tried[0] == start.serving.PORT


def test_settings_are_written_at_one_stroke_and_once(start, monkeypatch):
    start.settings.write_settings()
    monkeypatch.setattr(os, "replace", lambda *_: pytest.fail("Another start may be reading it."))
    start.settings.write_settings()


def test_the_first_lesson(start, folder):
    assert start.serving.first_page() == "lab"
    (folder / "lessons").mkdir()
    for name in ("02_later.ipynb", "01_line_them_up.ipynb", "start.ipynb"):
        (folder / "lessons" / name).touch()
        assert start.serving.first_page() == f"doc/tree/{name}"


def test_jupyter_is_not_the_readers_own(start, folder):
    environment = start.settings.write_settings()
    ours = [name for name in environment if name.startswith(("JUPYTER", "IPYTHON"))]
    assert len(ours) >= 6
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTERLAB_SETTINGS_DIR", "IPYTHONDIR"):
        assert str(folder) in environment[name]


def test_a_kernel_is_told_to_explain_slips_from_the_first_line_on(start):
    folder = Path(start.settings.write_settings()["IPYTHONDIR"]) / "profile_default"
    told = json.loads((folder / "ipython_kernel_config.json").read_text(encoding="utf-8"))
    (name,) = told["InteractiveShellApp"]["extensions"]
    assert hasattr(importlib.import_module(name), "load_ipython_extension")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals.")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_serve_and_stop(folder, free_port, tmp_path, end):
    """The real thing, with the environment that the tests run in, and a browser that returns when it is
    closed."""
    if not (ROOT / ".venv" / "whosewords.json").exists():
        pytest.skip("This run has no environment made by start.py.")
    shutil.rmtree(folder / "src")
    for name in (".venv", "src", "data"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    (folder / "lessons").mkdir()
    (folder / "lessons" / "start.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    shown = tmp_path / "shown"
    browser = tmp_path / "browser"
    says = f'#!/bin/sh\necho "$1" > "{shown}.new"; mv "{shown}.new" "{shown}"\n'
    browser.write_text(says + "exec sleep 15 >/dev/null 2>&1\n")
    browser.chmod(0o755)
    server = subprocess.Popen(
        [sys.executable, "start.py", "--port", str(free_port)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "BROWSER": f"{browser} %s", "WHOSEWORDS_HOME": str(tmp_path / "home")},
    )
    try:
        lines = []
        while not (lines and "http://" in lines[-1]):
            lines.append(server.stdout.readline())
            assert lines[-1], lines
        address = lines[-1].split()[-1]
        assert address.startswith(f"http://127.0.0.1:{free_port}/doc/tree/start.ipynb?token=")
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(address, timeout=20) as page:
            assert page.status == 200
        until(shown.exists)
        door = Path(urllib.request.url2pathname(shown.read_text().strip().removeprefix("file://")))
        token = address.partition("token=")[2]
        assert token not in shown.read_text() and address in door.read_text()
        assert door.parent.stat().st_mode & 0o077 == 0
        assert token not in (folder / ".jupyter" / "config" / "jupyter_server_config.json").read_text()
        server.send_signal(end)
        rest = server.communicate(timeout=90)[0]
    finally:
        server.kill()
    if end == signal.SIGINT:
        assert server.returncode == 0
        assert "lessons are closed" in rest.splitlines()[-1]
        assert not door.parent.exists()
    until(lambda: not answers(free_port))  # nobody is left behind
    assert not door.exists()


def until(met, patience=30):
    """Wait until something is so; fails where it does not become so."""
    for _ in range(patience * 20):
        if met():
            return
        time.sleep(0.05)
    raise AssertionError(met)


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_the_server_reads_no_grammar_of_addresses(start):
    command = [sys.executable, "-X", "importtime", "-c", start.settings.LAB, "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.strip() and "jsonschema._format" in told.stderr
    assert " lark" not in told.stderr


def test_the_server_is_told_to_send_at_once(start):
    module, _, name = start.settings.SERVER["ServerApp"]["kernel_websocket_connection_class"].rpartition(".")
    assert (
        getattr(importlib.import_module(module), name).__mro__[1].__name__ == "ZMQChannelsWebsocketConnection"
    )
