"""JupyterLab's life: a port, a key that nobody else sees, the lessons in a browser, and their end."""

import contextlib
import http.client
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import webbrowser
from pathlib import Path

from . import settings
from .places import JUPYTER, PYTHON, ROOT
from .troubles import Stop, past_the_mark, say

PORT = 8888


def open_lessons(port, browser):
    """Serves the lessons and shows the first one, until Ctrl+C."""
    token = secrets.token_hex(16)
    environment = {**settings.write_settings(), "JUPYTER_TOKEN": token}
    runtime = private_folder()
    environment["JUPYTER_RUNTIME_DIR"] = str(runtime)
    log = runtime / "jupyter.log"
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        say("Opening the lessons ...")
        lost = False
        while True:
            here = choose_port(port, lost)
            with served(here, environment, log) as server:
                lost = not came_up(server, here, token, log)
                if lost:
                    continue
                show(here, token, runtime, browser and has_screen())
                while server.poll() is None:
                    time.sleep(0.2)
            raise Stop("The lessons have stopped by themselves: type the same command to open them again.")
    except KeyboardInterrupt:
        say(past_the_mark() + "The lessons are closed. The same command opens them again.")
    finally:
        with contextlib.suppress(OSError):
            shutil.copyfile(log, JUPYTER / log.name)
        shutil.rmtree(runtime, ignore_errors=True)


def private_folder():
    """A folder that nobody else may look into, for the key to the lessons and all that leads to it."""
    # A browser in a sandbox sees what is here, and not the system's own place. Not every disk keeps secrets.
    if sys.platform == "linux":
        folder = tempfile.mkdtemp(prefix="runtime-", dir=JUPYTER)
        if not os.stat(folder).st_mode & 0o077:
            return Path(folder)
        os.rmdir(folder)
    return Path(tempfile.mkdtemp(prefix="whosewords-"))


@contextlib.contextmanager
def served(port, environment, log):
    """Jupyter, as long as this lasts. It stops when its standard input ends, so also when we are killed."""
    first = f"--LabApp.default_url=/{first_page()}"
    with open(log, "wb") as output:
        server = subprocess.Popen(
            [str(PYTHON), "-c", settings.LAB, f"--ServerApp.port={port}", first],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT,
            # Ctrl+C is for us alone, so that it asks no question.
            start_new_session=True, creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )  # fmt: skip
    try:
        yield server
    finally:
        end(server)


def came_up(server, port, token, log, patience=120):
    """True when the server answers, False where it lost its port to another program."""
    until = time.time() + patience
    while time.time() < until:
        if answers(port, token):
            return True
        if server.poll() is not None:
            break
        time.sleep(0.1)
    said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    if reason := re.search(r"CannotSave: (.+)", said):
        raise Stop(reason.group(1))
    if server.poll() is not None and taken(port):
        return False
    raise Stop(
        "The lessons did not start (.jupyter/jupyter.log says why): delete the folders .venv and .jupyter, "
        "then type the same command again."
    )


def answers(port, token):
    """Whether our server answers at this port."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/api/status", headers={"Authorization": f"token {token}"})
        return connection.getresponse().status == 200
    return False


def end(server):
    """Stops the server and the lessons' kernels: politely, then less so."""
    with contextlib.suppress(KeyboardInterrupt):
        server.stdin.close()
        for patience in (10, 5):
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(patience)
                return
            server.terminate()
    server.kill()


# --- The port


def taken(port):
    """Why a port of this machine cannot be had, or None."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            return "in use"
    with socket.socket() as probe:
        if os.name != "nt":
            # Else a server that has just stopped would look like one that runs.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return "not to be had"
    return None


def choose_port(wanted=None, lost=False):
    """The port asked for, or the first free one from 8888 on. lost: another program was quicker with that
    one, so it is one that nobody else comes to."""
    if wanted is not None:
        if reason := taken(wanted):
            raise Stop(f"Port {wanted} is {reason}: leave --port away, or name another one.")
        return wanted
    near = () if lost else range(PORT, PORT + 50)
    port = next((port for port in near if not taken(port)), None) or any_port()
    if port != PORT:
        say(f"Port {PORT} is in use, so port {port} is taken.")
    return port


def any_port():
    """A port that the system has to spare."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# --- In the browser


def first_page():
    """Where to begin: the first lesson, alone in its window."""
    lessons = sorted(path.name for path in (ROOT / "lessons").glob("*.ipynb"))
    first = "start.ipynb" if "start.ipynb" in lessons else "".join(lessons[:1])
    return f"doc/tree/{urllib.parse.quote(first)}" if first else "lab"


def show(port, token, runtime, browser):
    """Says where the lessons are, and opens them in a browser."""
    say("The lessons open in your browser. If no window opens:" if browser else "The lessons are ready.")
    say(f"Copy this address into your browser: http://127.0.0.1:{port}/{first_page()}?token={token}")
    say("Leave this window open while you work. To stop, press Ctrl+C here.")
    # Everybody at this computer can read what stands on a command line. So the browser gets Jupyter's page
    # which leads there. Some browsers return only when they are closed.
    for page in runtime.glob("jpserver-*-open.html") if browser else ():
        threading.Thread(target=webbrowser.open, args=(page.as_uri(),), daemon=True).start()


def has_screen():
    """False where a browser could only open inside this very terminal."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, screens))
