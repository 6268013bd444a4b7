"""The recipe for a JupyterHub, as far as no hub is needed: what is installed, and with which settings.

A class on a real hub is bench/bench_hub.py.
"""

import ast
import importlib.util
import json
import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from starting import hub, settings
from whosewords.publish import bundle

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="A hub runs on Linux.")


@pytest.fixture(scope="module")
def install():
    spec = importlib.util.spec_from_file_location("install", DEPLOY / "install.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def installed(install, tmp_path_factory):
    """The copy for all students, without its environment."""
    folder = tmp_path_factory.mktemp("opt") / "whosewords"
    install.lay_out(folder)
    return folder


# --- What is installed


def test_students_get_no_keys_that_can_be_read_and_no_notes(installed):
    there = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert {"start.py", "lessons/start.ipynb", "deploy/student.py", "src/whosewords/__init__.py"} <= there
    assert not [name for name in there if name.startswith("lessons/") and "keys" in name]
    top = {name.split("/")[0] for name in there}
    assert not top & {"tests", "docs", "tools", "bench", ".git", ".venv", "my_work"}
    assert not [name for name in there if name.startswith(("lessons/teacher", "lessons/source"))]


def test_what_a_key_explains_can_be_read_nowhere(installed):
    keys = tomllib.loads((ROOT / "lessons/teacher/keys.toml").read_text(encoding="utf-8"))
    explained = [key["explained"].strip() for key in keys.values() if "explained" in key]
    assert len(explained) > 30
    for path in installed.rglob("*"):
        if path.suffix in (".toml", ".md", ".txt", ".csv", ".ipynb", ".json", ".py"):
            text = path.read_text(encoding="utf-8")
            assert not [one for one in explained if one in text], path


def test_students_get_what_a_stick_gives_them(install, installed):
    assert set(bundle.PARTS) < set(install.PARTS) and set(bundle.FOR_TEACHERS) == install.FOR_TEACHERS
    assert {path.name for path in (installed / "lessons").iterdir()} == {
        path.name for path in (ROOT / "lessons").glob("*.ipynb")
    }


def test_what_was_there_gives_way_and_what_is_not_ours_stays(install, installed, tmp_path):
    old = installed / "lessons" / "99_gone.ipynb"
    old.touch()
    install.lay_out(installed)
    assert not old.exists()
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(SystemExit, match="something else"):
        install.lay_out(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_all_may_read_and_only_the_owner_writes(install, tmp_path):
    folder = tmp_path / "inside"
    folder.mkdir(mode=0o700)
    (folder / "program").touch(mode=0o700)
    (folder / "text").touch(mode=0o666)
    (folder / "link").symlink_to("nowhere")
    install.open_to_all(tmp_path)
    modes = {path.name: stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.iterdir())}
    assert (modes["inside"], modes["program"], modes["text"]) == (0o755, 0o755, 0o644)


def test_a_python_that_students_cannot_run_is_named(install, tmp_path):
    closed = tmp_path / "root"
    closed.mkdir(mode=0o700)
    program = closed / "python"
    program.touch(mode=0o755)
    tmp_path.chmod(0o755)
    assert install.closed_to_students(program) in (closed, *closed.parents)
    assert install.closed_to_students(Path("/bin/sh")) is None


# --- A student's server


def test_a_student_has_a_home_of_their_own_and_settings_that_are_nobodys(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "private_folder", lambda: tmp_path / "run")
    monkeypatch.delenv("WHOSEWORDS_HOME", raising=False)
    given = hub.variables(tmp_path)
    own = (
        "WHOSEWORDS_HOME",
        "JUPYTER_DATA_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
        "IPYTHONDIR",
        "JUPYTER_RUNTIME_DIR",
    )
    assert all(Path(given[name]).is_relative_to(tmp_path) for name in own)
    assert not Path(given["JUPYTER_CONFIG_DIR"]).is_relative_to(tmp_path)
    assert given["PATH"].split(os.pathsep)[0] == str(hub.PYTHON.parent)
    monkeypatch.setenv("WHOSEWORDS_HOME", "/elsewhere")
    assert hub.variables(tmp_path)["WHOSEWORDS_HOME"] == "/elsewhere"


def test_the_settings_are_those_of_the_lessons_with_an_end_for_idle_kernels(tmp_path, monkeypatch):
    monkeypatch.setattr(hub, "JUPYTER", tmp_path)
    monkeypatch.setattr(settings.write_settings, "__defaults__", (tmp_path, settings.SERVER))
    hub.write_settings()
    written = json.loads((tmp_path / "config/jupyter_server_config.json").read_text(encoding="utf-8"))
    assert settings.SERVER.items() <= written.items()
    assert written["ServerApp"]["terminals_enabled"] is False
    assert written["ServerApp"]["contents_manager_class"] == "whosewords.notebook.serving.Desk"
    assert written["MappingKernelManager"]["cull_idle_timeout"] > 50 * 60  # longer than a lesson
    assert "MappingKernelManager" not in settings.SERVER
    assert (tmp_path / "config/migrated").is_file()  # else Jupyter would write it, and no student can


def test_sockets_lie_where_nobody_else_looks(tmp_path, monkeypatch):
    monkeypatch.setattr(hub.tempfile, "tempdir", str(tmp_path))
    first = hub.private_folder()
    assert hub.private_folder() == first and stat.S_IMODE(first.stat().st_mode) == 0o700
    first.chmod(0o777)  # somebody else was quicker with that name
    other = hub.private_folder()
    assert other != first and stat.S_IMODE(other.stat().st_mode) == 0o700
    first.rmdir()
    first.symlink_to(tmp_path)
    assert hub.private_folder() != first


def test_the_launcher_runs_what_it_is_asked_for_in_the_students_home(tmp_path):
    """As Binder asks for a program of its own."""
    home = tmp_path / "home"
    home.mkdir()
    asked = [sys.executable, "-c", "import os; print(os.getcwd(), os.environ['WHOSEWORDS_HOME'])"]
    environment = {name: value for name, value in os.environ.items() if name != "WHOSEWORDS_HOME"}
    done = subprocess.run(
        [sys.executable, DEPLOY / "student.py", *asked], env={**environment, "HOME": str(home)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(home), str(home / "whosewords")]


# --- What a hub reads


class Config(dict):
    """As traitlets' own: a section is there when it is asked for."""

    def __getattr__(self, name):
        return self.setdefault(name, Config())

    __setattr__ = dict.__setitem__


def configured(**there):
    config = Config({name: Config(given) for name, given in there.items()})
    source = (DEPLOY / "jupyterhub_config.py").read_text(encoding="utf-8")
    exec(compile(source, "jupyterhub_config.py", "exec"), {"get_config": lambda: config})
    return config


def test_a_hub_starts_what_was_installed_within_limits(install):
    config = configured()
    python, launcher = config.Spawner["cmd"]
    assert python == "/opt/whosewords/.venv/bin/python" and launcher == "/opt/whosewords/deploy/student.py"
    assert launcher.removeprefix("/opt/whosewords/") in install.PARTS
    assert config.Spawner["mem_limit"] == "1G"
    assert (ROOT / "lessons" / Path(config.Spawner["default_url"]).name).is_file()
    (service,) = config.JupyterHub["services"]
    (role,) = config.JupyterHub["load_roles"]
    assert role["services"] == [service["name"]] and not any("admin" in scope for scope in role["scopes"])


def test_the_services_of_a_hub_that_has_some_are_left_alone():
    config = configured(JupyterHub={"services": ["theirs"]})
    assert config.JupyterHub["services"] == ["theirs"] and "load_roles" not in config.JupyterHub


def test_the_files_for_an_image_name_what_is_there(install):
    values = yaml.safe_load((DEPLOY / "values.yaml").read_text(encoding="utf-8"))
    assert values["singleuser"]["defaultUrl"] == configured().Spawner["default_url"]
    assert values["singleuser"]["memory"]["limit"] == configured().Spawner["mem_limit"]
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    (start,) = (line.removeprefix("ENTRYPOINT ") for line in lines if line.startswith("ENTRYPOINT "))
    assert ast.literal_eval(start) == configured().Spawner["cmd"]
    assert len(lines) <= 25 and (ROOT / "deploy/install.py").is_file()
    copied = [line for line in lines if line.startswith("COPY")]
    assert (
        copied[-1] == "COPY --from=made /opt/whosewords /opt/whosewords"
    )  # and nothing of the project's own
