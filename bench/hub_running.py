"""A hub for the bench on this computer's loopback: its folder, its users, and what its programs take."""

import contextlib
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[1]
MARK = "WHOSEWORDS_BENCH"  # in the environment of every program that is started here, and of no other
CONFIG = """
c.JupyterHub.bind_url = {hub!r}
c.JupyterHub.hub_port = {inner}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie_secret"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = {spawner!r}
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/homes/{{username}}"
c.Spawner.environment = {{{mark!r}: {number!r}, "TMPDIR": "{folder}/tmp"}}
"""


@contextlib.contextmanager
def folder_for(names, real):
    """A folder with a home for each student, and for real users an account of the system."""
    folder = Path(tempfile.mkdtemp(prefix="ww-"))
    folder.chmod(0o711)
    homes = folder / "homes"
    homes.mkdir(mode=0o711)
    (folder / "tmp").mkdir()
    (folder / "tmp").chmod(0o1777)
    made = []
    try:
        for name in names:
            (homes / name).mkdir(mode=0o700)
            if real:
                subprocess.run(["useradd", "-M", "-d", homes / name, "-s", "/bin/sh", name], check=True)
                made.append(name)
                user = pwd.getpwnam(name)
                os.chown(homes / name, user.pw_uid, user.pw_gid)
        yield folder
    finally:
        for name in made:
            subprocess.run(["userdel", name], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def hub(given, folder):
    """A hub with the recipe's own settings. Gives its address, the password, and what marks its programs."""
    number, password = secrets.token_hex(8), secrets.token_hex(8)
    ports = free_ports(3)
    address = f"http://127.0.0.1:{ports[0]}"
    recipe = (ROOT / "deploy/jupyterhub_config.py").read_text(encoding="utf-8")
    ours = CONFIG.format(
        hub=address, inner=ports[1], api=ports[2], folder=folder, proxy=given.proxy, password=password,
        spawner="jupyterhub.spawner.LocalProcessSpawner" if given.real_users else "simple",
        mark=MARK, number=number,
    )  # fmt: skip
    config = folder / "config.py"
    config.write_text(recipe.replace("/opt/whosewords", str(given.folder.resolve())) + ours, encoding="utf-8")
    program = [given.folder / ".venv/bin/python", "-m", "jupyterhub", "-f", config]
    environment = {**os.environ, MARK: number, "CONFIGPROXY_AUTH_TOKEN": secrets.token_hex(32)}
    with open(folder / "hub.log", "wb") as log:
        running = subprocess.Popen(
            program, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        _wait_for(address, running, folder / "hub.log")
        yield address, password, number
    finally:
        running.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(10)
        for process in programs(number):  # whatever the hub has left behind
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        running.wait()


def _wait_for(address, running, log):
    until = time.monotonic() + 60
    while time.monotonic() < until and running.poll() is None:
        with contextlib.suppress(requests.ConnectionError):
            if requests.get(f"{address}/hub/api/", timeout=5).ok:
                return
        time.sleep(0.2)
    sys.exit("The hub did not start:\n" + log.read_text(errors="replace")[-3000:])


def free_ports(many):
    with contextlib.ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(many)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


# --- The programs that run, of Linux's own books


def programs(number, student=None):
    """The processes of this hub, or of one student in it: {process: its command}."""
    found = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit() and int(place.name) != os.getpid():
            with contextlib.suppress(OSError):
                variables = (place / "environ").read_bytes().split(b"\0")
                if f"{MARK}={number}".encode() in variables and (
                    student is None or f"JUPYTERHUB_USER={student}".encode() in variables
                ):
                    command = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    found[int(place.name)] = command
    return found


def held(process):
    """MB of memory that a process holds, its share of what it shares (PSS); 0 where it has ended."""
    with contextlib.suppress(OSError):
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
        return int(re.search(r"Pss:\s+(\d+)", told)[1]) / 1024
    return 0


def worked(process):
    """Seconds of processor time; 0 where it has ended."""
    with contextlib.suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0
