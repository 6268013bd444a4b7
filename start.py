"""Opens the lessons of Whose Words? in your browser.

  python3 start.py                  open the lessons (the first time, this gets what they need)
  python3 start.py fresh            open them for the next class: no name is taken, answers are put aside
  python3 start.py unlock PATH      give the full articles: a file or a folder
  python3 start.py pages [FOLDER]   write the lessons as pages that need no notebook, to read and to print
  python3 start.py paper [FOLDER]   write sheets to print, for lessons without computers
  python3 start.py book [FOLDER]    write the teacher's book and the page for parents, to read and to print
  python3 start.py class FOLDER     make one page of a class's work files; class --forget FOLDER deletes it
  python3 start.py bundle FOLDER    make a folder for a stick: the lessons, and all that computers without a
                                    network need (--for windows,macos,linux,linux-arm  --python 3.12,3.13)
  python3 start.py site [FOLDER]    write the lessons as a web site, with nothing to install; it is built
                                    of pyodide's release (--pyodide FOLDER; docs/site.md says from where)
  python3 start.py test             run all tests; what follows goes to pytest

On Windows type  py  instead of  python3.
"""
# Needs nothing but Python. It is written so that even a Python 2 can read it and say what is missing:
# no f-strings, no annotations, and nothing is imported before the version is known.

import sys

NEEDED = (3, 11)


def too_old(version):
    """One sentence for somebody whose Python is too old, or None."""
    if tuple(version[:2]) >= NEEDED:
        return None
    return (
        "Whose Words? needs Python 3.11 or newer, and this is Python %d.%d: get a newer one from python.org "
        "or from your system's software centre and start with that one, for example: python3.13 start.py"
        % tuple(version[:2])
    )


if too_old(sys.version_info):
    sys.stderr.write(too_old(sys.version_info) + "\n")
    sys.exit(1)

import argparse
import contextlib
import csv
import errno
import hashlib
import http.client
import importlib.metadata
import importlib.util
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sysconfig
import tempfile
import threading
import time
import traceback
import urllib.parse
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UV = PYTHON.with_name("uv.exe" if os.name == "nt" else "uv")
# What this computer may say to Python: where another one is, and that nothing compiled is kept.
UNWANTED = ("PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
FIRST_LOADED = "jupyterlab.labapp, ipykernel.ipkernel, ipywidgets, pandas, textstat, nupunkt, whosewords"
# Written last: an environment without it is half-made.
MARKER = ENVIRONMENT / "whosewords.json"
LOG = ROOT / ".venv-setup.log"
JUPYTER = ROOT / ".jupyter"
LOCK = ROOT / "requirements.lock.txt"
DEV_LOCK = ROOT / "requirements-dev.lock.txt"
SITE_LOCK = ROOT / "requirements-site.lock.txt"
SITE_PACKAGES = ROOT / ".site-packages"
UV_LOCK = ROOT / "requirements-uv.lock.txt"
WINDOWS_LOCK = ROOT / "requirements-windows.lock.txt"
PACKAGES = ROOT / "packages"  # beside the lessons of a bundle: what they need, so that no network is
FIRST_LESSONS = ("start.ipynb", "01_line_them_up.ipynb")
PORT = 8888
SPACE_NEEDED = 600  # megabytes


class Stop(Exception):
    """It cannot go on. The message is one sentence for the reader: what happened and what to do.

    `log` is true where the log of the set-up holds more about it.
    """

    def __init__(self, message, log=False):
        Exception.__init__(self, message)
        self.log = log


# What went wrong, as the installers put it, and what to tell the reader. The first that fits is told.
TROUBLES = (
    (
        "space",
        r"no space left|os error 28\b|os error 112\b|not enough space|disk quota",
        "The disk is full: free about %d MB, then type the same command again." % SPACE_NEEDED,
    ),
    (
        "network",
        r"failed to fetch|error sending request|dns error|name resolution|getaddrinfo|connectionerror|"
        r"connection refused|connection reset|unreachable|proxyerror|max retries|timed out|connecttimeout|"
        r"tunnel error|sslerror|invalid peer certificate|network connectivity is disabled",
        "The packages could not be fetched, so this computer seems to be offline (or a firewall or proxy "
        "stands in between): connect it and type the same command again; after this first time no "
        "connection is needed.",
    ),
    (
        "changed",
        r"do not match the hashes|hash mismatch",
        "A package arrived that is not the one we tested, so nothing was installed: try again on another "
        "network, and if it happens there too, tell whoever gave you this copy (the file data/publisher.toml "
        "may say whom).",
    ),
    (
        "long path",
        r"long path|os error 206\b|filename too long|file name too long",
        "The names of our files become too long here: move this folder nearer to the top of the disk, for "
        "example to C:\\whosewords, then type the same command there.",
    ),
    (
        "no package",
        r"no matching distribution|no usable wheels|no wheels with|has no wheels|requires-python|"
        r"requires a different python|not a supported wheel",
        "There is no ready package for this computer with Python %d.%d: try another Python, for example "
        "3.12 or 3.13." % sys.version_info[:2],
    ),
    (
        "not allowed",
        r"permission denied|access is denied|operation not permitted|os error 5\b|os error 13\b|read-only",
        "A file could not be written, perhaps since it is in use: close all other windows of Whose Words?, "
        "then type the same command again.",
    ),
)
UNKNOWN = (
    "The packages could not be installed: type the same command again, and if it fails once more, delete "
    "the folder .venv first."
)


def trouble(text):
    """What went wrong, read off an installer's output: a short name and a sentence.

    >>> trouble("error: No space left on device (os error 28)")[0]
    'space'
    """
    for name, pattern, sentence in TROUBLES:
        if re.search(pattern, text, re.IGNORECASE):
            return name, sentence
    return "unknown", UNKNOWN


def say(text=""):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def past_the_mark():
    """A terminal shows ^C where Ctrl+C was pressed; what is said next belongs on a new line."""
    return "\n" if sys.stdout.isatty() else ""


# --- The environment ----------------------------------------------------------------------------------------


def fingerprint(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def recorded():
    """What the environment says of itself: the fingerprints of the lists it was made from."""
    try:
        return dict(json.loads(MARKER.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def state(dev=False):
    """missing, foreign, half-made, outdated, without tests, damaged or ready: what stands there now."""
    if not ENVIRONMENT.exists():  # or it is a link to a place that is gone
        return "missing"
    found = recorded()
    if not found:
        config = ENVIRONMENT / "pyvenv.cfg"
        ours = not config.exists() or "whosewords" in config.read_text(encoding="utf-8", errors="replace")
        return "half-made" if ours else "foreign"
    if not PYTHON.exists() or not maker_is_there():
        return "half-made"
    if found.get("lessons") != fingerprint(LOCK):
        return "outdated"
    if dev and found.get("dev") != fingerprint(DEV_LOCK):
        return "without tests"
    return "damaged" if damaged() else "ready"


def packages():
    """Where the packages of the environment are."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(ENVIRONMENT)}))


def way():
    """The file that leads the environment to src."""
    return packages() / "whosewords.pth"


def damaged():
    """What is no longer as the set-up left it: names of packages' folders of records."""
    gone = [name for name in recorded().get("packages", ()) if not whole(name)]
    return gone if way().exists() else gone + [way().name]


def whole(record):
    """Whether each file of a package is there in its full size. (For all packages it takes 0.1 s.)"""
    here = packages()
    try:
        with open(str(here / record / "RECORD"), encoding="utf-8", newline="") as listed:
            sizes = [(name, int(size)) for name, _, size in csv.reader(listed) if size]
        return all(os.stat(os.path.join(str(here), name)).st_size == size for name, size in sizes)
    except (OSError, ValueError):
        return False


def maker_is_there():
    """Whether the Python is still where it was that the environment was made with."""
    with contextlib.suppress(OSError):
        config = (ENVIRONMENT / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
        home = re.search(r"^home = (.+)$", config, re.MULTILINE)
        return not home or Path(home.group(1).strip()).is_dir()
    return True


def prepare(dev=False):
    """Sees to it that the environment is there and complete."""
    misnamed()
    if state(dev) == "ready":
        return
    with alone():
        found = state(dev)  # another window may have done it meanwhile
        if found != "ready":
            set_up(found, dev)


def misnamed():
    """Stops where the name of this folder is one that Python or Jupyter cannot live in."""
    name = str(ROOT)
    if os.pathsep in name:  # no environment is made there
        odd = "a %s" % os.pathsep
    elif os.path.expandvars(name) != name:  # Jupyter would put the variable's value there
        odd = "a $ or % with a word"
    elif name.encode("utf-8", "replace").decode("utf-8") != name:
        odd = "a letter that no text can hold"
    else:
        return
    raise Stop(
        "There is %s in the name of this folder, or of one around it, and the lessons cannot start there: "
        "rename it, then type the same command again." % odd
    )


def set_up(found, dev):
    """Makes, completes or mends the environment. found: its state."""
    if found == "foreign":
        raise Stop(
            "The folder .venv here was not made by start.py: move it away or delete it, then try again."
        )
    say(
        {
            "missing": "Setting up Whose Words? This happens once and takes about a minute.",
            "half-made": "An earlier set-up was not finished, so it is done again from the start.",
            "outdated": "The list of packages has changed, so the environment is brought up to date.",
            "without tests": "Adding what the tests need.",
            "damaged": "Files of the packages are gone or changed, so they are put back.",
        }[found]
    )
    dev = dev or (found == "damaged" and "dev" in recorded())
    if found in ("missing", "half-made"):
        make()
    for name in damaged():  # an installer puts back what is not recorded
        shutil.rmtree(str(packages() / name), ignore_errors=True)
    # No build, and an edit counts at once. The path is relative, so that the folder may be moved and may have
    # any letters in its name.
    way().write_text(os.path.relpath(str(ROOT / "src"), str(packages())) + "\n", encoding="ascii")
    install(DEV_LOCK if dev else LOCK)
    compile_what_starts()
    names = sorted(record.name for record in packages().glob("*.dist-info"))
    made = {"lessons": fingerprint(LOCK), "packages": [name for name in names if whole(name)]}
    if dev:
        made["dev"] = fingerprint(DEV_LOCK)
    MARKER.write_text(json.dumps(made) + "\n", encoding="utf-8")


@contextlib.contextmanager
def alone():
    """Opens the log of the set-up, empty, and holds it so that two windows never set up at once."""
    with open(LOG, "a+b") as log:
        try:
            if os.name == "nt":
                import msvcrt

                log.seek(2**30)  # nobody else can write what is locked, so it is a byte past the end
                msvcrt.locking(log.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise Stop("Another window is setting this up right now: wait for it, then try again.")
        except OSError:
            pass  # some network disks cannot lock; then it must go without
        log.truncate(0)
        yield


def make():
    """An empty environment in the place of whatever stood there."""
    free = shutil.disk_usage(ROOT).free // 10**6
    if free < SPACE_NEEDED:
        raise Stop("The set-up needs %d MB, and this disk has %d MB left: free some." % (SPACE_NEEDED, free))
    if importlib.util.find_spec("venv") is None:
        raise Stop(lacks_venv())
    import venv

    if ENVIRONMENT.is_dir() and not ENVIRONMENT.is_symlink():
        shutil.rmtree(ENVIRONMENT)
    elif os.path.lexists(str(ENVIRONMENT)):  # a file, or a link, even to nowhere
        ENVIRONMENT.unlink()
    venv.EnvBuilder(symlinks=os.name != "nt", prompt="whosewords").create(ENVIRONMENT)


def lacks_venv():
    return (
        "This Python lacks the part that makes environments: on Debian or Ubuntu type sudo apt install "
        "python%d.%d-venv and then the same command again, elsewhere install Python from python.org."
        % sys.version_info[:2]
    )


def install(lock):
    """Puts the packages of a lock file into the environment, with uv where it can be had, else with pip."""
    wanted = ["--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
    if PACKAGES.is_dir():
        # pip comes with Python. Isolated: no setting of this computer may lead it elsewhere.
        wanted = ["--isolated", "--no-index", "--find-links", str(PACKAGES)] + wanted
    elif os.environ.get("WHOSEWORDS_INSTALLER") != "pip":
        uv = uv_command()
        if uv:
            failed = run("Getting the packages", [uv, "pip", "install", "--python", str(PYTHON)] + wanted)
            if failed is None:
                return
            # pip may know a mirror or a certificate that uv does not, so it has a try at anything else.
            if failed[0] == "space":
                raise Stop(failed[1], log=True)
    # The list is complete, so there is nothing to work out; Python compiles what it uses when it uses it.
    command = pip_command() + ["install", "--no-deps", "--no-compile"]
    beside = " from the folder packages" if PACKAGES.is_dir() else ""
    failed = run("Getting the packages%s (with pip)" % beside, command + wanted)
    if failed:
        raise Stop(failed[1], log=True)


def compile_what_starts():
    """Lets Python compile once what every lesson loads: else whoever runs the first cell waits for it."""
    run("Getting them ready", [str(PYTHON), "-c", "import " + FIRST_LOADED])


def uv_command():
    """The uv of this machine, else one fetched into the environment, else None."""
    uv = shutil.which("uv") or (str(UV) if UV.exists() else None)
    if uv:
        return uv
    wanted = ["--no-deps", "--no-compile", "--only-binary", ":all:", "--require-hashes", "-r", str(UV_LOCK)]
    failed = run("Getting the installer", pip_command() + ["install"] + wanted)
    if failed and failed[0] in ("space", "network"):
        raise Stop(failed[1], log=True)
    return str(UV) if UV.exists() else None


def pip_command():
    """A pip for the environment: that of this Python (it saves making another), else one of its own."""
    with contextlib.suppress(Exception):
        if tuple(int(part) for part in importlib.metadata.version("pip").split(".")[:2]) >= (22, 3):
            return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(lacks_venv())
    failed = run("Getting pip", [str(PYTHON), "-m", "ensurepip"])
    if failed:
        raise Stop(failed[1], log=True)
    return [str(PYTHON), "-m", "pip"]


def run(words, command):
    """Runs a step of the set-up and shows that it goes on. None, or what went wrong (see `trouble`)."""
    started = time.time()
    terminal = sys.stdout.isatty()
    environment = dict(os.environ, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    for name in UNWANTED:
        environment.pop(name, None)
    with open(LOG, "ab") as log:
        log.write(("\n$ %s\n" % " ".join(command)).encode("utf-8", "replace"))
        log.flush()
        begin = log.tell()
        child = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            while child.poll() is None:
                if terminal:
                    sys.stdout.write("\r  %s ... %d s " % (words, time.time() - started))
                    sys.stdout.flush()
                time.sleep(0.1)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
    say("%s  %s: %d s." % ("\r" if terminal else "", words, time.time() - started))
    if child.returncode == 0:
        return None
    with open(LOG, "rb") as log:
        log.seek(begin)
        return trouble(log.read().decode("utf-8", "replace"))


# --- JupyterLab ---------------------------------------------------------------------------------------------

# A Jupyter of its own: no prompts, no questions to the network, nothing from the reader's other Jupyter.
SERVER = {
    "ServerApp": {
        "ip": "127.0.0.1",
        "port_retries": 0,
        "open_browser": False,
        "allow_root": True,  # in a container one is often root, and only this machine can connect
        # Only the copies of whoever sits here are seen in the browser: no keys, no notes for teachers, no
        # work of others, and no terminal that would lead there.
        "contents_manager_class": "whosewords.notebook.serving.Desk",
        "terminals_enabled": False,
        "jpserver_extensions": {"whosewords.notebook.serving": True},
        "extra_template_paths": [str(ROOT / "src/whosewords/notebook/templates")],
        # What a kernel answers is sent at once: whoever types sees it up to 40 ms sooner.
        "kernel_websocket_connection_class": "whosewords.notebook.serving.AtOnce",
    },
    "KernelSpecManager": {"allowed_kernelspecs": ["python3"]},
    "LanguageServerManager": {"autodetect": False},
    # What is saved holds no outputs, and a page of one person is never saved as that of another.
    "FileContentsManager": {
        "pre_save_hook": "whosewords.notebook.saving.strip",
        "post_save_hook": "whosewords.notebook.shown.written",
    },
    # What is exported or printed shows what was on the screen, and asks no other computer for a script.
    "Exporter": {"preprocessors": ["whosewords.notebook.exporting.AsShown"]},
    "HTMLExporter": {"require_js_url": "", "mathjax_url": ""},
    "LabApp": {
        "news_url": None,
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "extension_manager": "readonly",
        "extra_labextensions_path": [str(ROOT / "src/whosewords/notebook/labextension")],
    },
}
# How JupyterLab looks and behaves: the site (start.py site) has the same file.
LOOKS = ROOT / "src/whosewords/notebook/jupyter_settings.json"
# A line that is run before the lesson's first one gets a sentence, and not Python's own words for it.
# What is typed is kept in no history: the next person at this computer must not find it.
KERNEL = {
    "InteractiveShellApp": {"extensions": ["whosewords.notebook.mistakes"]},
    "HistoryManager": {"enabled": False},
}

# JupyterLab without a check of international addresses that nothing here asks for: its grammar alone takes half
# of the start.
LAB = "import sys; sys.modules['rfc3987_syntax'] = None; from jupyterlab.labapp import main; main()"


def write_settings():
    """Lays out the Jupyter folder, and returns what a Jupyter that uses it has in its environment."""
    looks = json.loads(LOOKS.read_text(encoding="utf-8"))
    for name, settings in (
        ("config/labconfig/default_setting_overrides.json", looks["settings"]),
        ("config/labconfig/page_config.json", looks["page"]),
        ("config/jupyter_server_config.json", SERVER),
        ("ipython/profile_default/ipython_kernel_config.json", KERNEL),
    ):
        lay_down(JUPYTER / name, json.dumps(settings, indent=2))
    environment = dict(os.environ, PYTHONNOUSERSITE="1", JUPYTER_PREFER_ENV_PATH="1")
    for name in UNWANTED:
        environment.pop(name, None)
    environment.update(
        JUPYTER_CONFIG_DIR=str(JUPYTER / "config"),
        JUPYTER_DATA_DIR=str(JUPYTER / "data"),
        JUPYTERLAB_SETTINGS_DIR=str(JUPYTER / "settings"),
        JUPYTERLAB_WORKSPACES_DIR=str(JUPYTER / "workspaces"),
        IPYTHONDIR=str(JUPYTER / "ipython"),
    )
    return environment


def lay_down(path, text):
    """Writes a file, unless it says that already, and at one stroke: another start may be reading it."""
    if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name("%s.%d" % (path.name, os.getpid()))
    new.write_text(text, encoding="utf-8")
    os.replace(str(new), str(path))


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
        reason = taken(wanted)
        if reason:
            raise Stop("Port %d is %s: leave --port away, or name another one." % (wanted, reason))
        return wanted
    near = () if lost else range(PORT, PORT + 50)
    port = next((port for port in near if not taken(port)), None) or any_port()
    if port != PORT:
        say("Port %d is in use, so port %d is taken." % (PORT, port))
    return port


def any_port():
    """A port that the system has to spare."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def first_page():
    """Where to begin: the first lesson, alone in its window."""
    lessons = [name for name in FIRST_LESSONS if (ROOT / "lessons" / name).is_file()]
    lessons += sorted(path.name for path in (ROOT / "lessons").glob("*.ipynb"))
    return "doc/tree/" + urllib.parse.quote(lessons[0]) if lessons else "lab"


def answers(port, token):
    """Whether our server answers at this port."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/api/status", headers={"Authorization": "token " + token})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def private_folder():
    """A folder that nobody else may look into, for the key to the lessons and all that leads to it."""
    # A browser in a sandbox sees what is here, and not the system's own place. Not every disk keeps secrets.
    if sys.platform == "linux":
        folder = tempfile.mkdtemp(prefix="runtime-", dir=str(JUPYTER))
        if not os.stat(folder).st_mode & 0o077:
            return Path(folder)
        os.rmdir(folder)
    return Path(tempfile.mkdtemp(prefix="whosewords-"))


def open_lessons(port, browser):
    """Serves the lessons and shows the first one, until Ctrl+C."""
    token = secrets.token_hex(16)
    environment = dict(write_settings(), JUPYTER_TOKEN=token)
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
            shutil.copyfile(str(log), str(JUPYTER / log.name))
        shutil.rmtree(str(runtime), ignore_errors=True)


@contextlib.contextmanager
def served(port, environment, log):
    """Jupyter, as long as this lasts. It stops when its standard input ends, so also when we are killed."""
    # Ctrl+C is for us alone, so that it asks no question.
    how = (
        {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        if os.name == "nt"
        else {"start_new_session": True}
    )
    how.update(cwd=str(ROOT), env=environment, stdin=subprocess.PIPE, stderr=subprocess.STDOUT)
    first = "--LabApp.default_url=/" + first_page()
    command = [str(PYTHON), "-c", LAB, "--ServerApp.port=%d" % port, first]
    with open(str(log), "wb") as output:
        server = subprocess.Popen(command, stdout=output, **how)
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
    said = ""
    with contextlib.suppress(OSError):
        said = log.read_text(encoding="utf-8", errors="replace")
    reason = re.search(r"CannotSave: (.+)", said)
    if reason:
        raise Stop(reason.group(1))
    if server.poll() is not None and taken(port):
        return False
    raise Stop(
        "The lessons did not start (.jupyter/jupyter.log says why): delete the folders .venv and .jupyter, "
        "then type the same command again."
    )


def show(port, token, runtime, browser):
    """Says where the lessons are, and opens them in a browser."""
    say("The lessons open in your browser. If no window opens:" if browser else "The lessons are ready.")
    say("Copy this address into your browser: http://127.0.0.1:%d/%s?token=%s" % (port, first_page(), token))
    say("Leave this window open while you work. To stop, press Ctrl+C here.")
    # Everybody at this computer can read what stands on a command line. So the browser gets Jupyter's page
    # which leads there. Some browsers return only when they are closed.
    for page in runtime.glob("jpserver-*-open.html") if browser else ():
        threading.Thread(target=webbrowser.open, args=(page.as_uri(),), daemon=True).start()


def has_screen():
    """False where a browser could only open inside this very terminal."""
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("BROWSER")
    )


def end(server):
    """Stops the server and the lessons' kernels: politely, then less so."""
    with contextlib.suppress(KeyboardInterrupt):
        server.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(10)
            return
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(5)
            return
    server.kill()


# --- The commands -------------------------------------------------------------------------------------------


# What reads the code without running it, and the two runs of the tests: those in a browser measure what a
# second run beside them would disturb, and Chromium takes both cores as it is.
CHECKS = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
WITHOUT_BROWSER = ["-m", "not browser", "-n", "auto", "--dist", "loadfile", "--cov", "--durations", "15"]
IN_A_BROWSER = ["-m", "browser", "--durations", "15"]


def test(arguments):
    """Lint, format, types and all tests, or just those that are asked for. Fails if any of them does."""
    prepare(dev=True)
    found = [check[0] for check in CHECKS if subprocess.call([str(PYTHON), "-m"] + check, cwd=ROOT)]
    for number, run in enumerate([arguments] if arguments else [WITHOUT_BROWSER, IN_A_BROWSER], 1):
        if subprocess.call([str(PYTHON), "-m", "pytest"] + run, cwd=ROOT):
            found.append("run %d of the tests" % number)
    if found:
        say("Something was found, see above: %s." % ", ".join(dict.fromkeys(found)))
    return 1 if found else 0


def unlock(arguments):
    if not arguments or arguments[0].startswith("-"):
        raise Stop(
            "Say which file or folder holds the articles, for example: python3 start.py unlock Downloads"
        )
    prepare()
    return module("unlock", *arguments)


def written(what, arguments):
    """Let the module write its pages, its paper pack or the book."""
    if len(arguments) > 1 or "".join(arguments).startswith("-"):
        raise Stop("Give one folder to write to, or none: python3 start.py %s" % what)
    prepare()
    return module(what, *arguments)


def module(*arguments):
    """One of the commands of the module. Returns its exit code."""
    return subprocess.call([str(PYTHON), "-m", "whosewords"] + list(arguments))


def bundle(arguments):
    """A folder for a stick: the module lays it out and says what is missing, and pip fetches that."""
    parser = argparse.ArgumentParser(prog="start.py bundle", allow_abbrev=False)
    parser.add_argument("folder", help="where to; a folder that is empty or not there yet")
    parser.add_argument("--for", dest="systems", metavar="SYSTEMS", default="windows,macos,linux")
    parser.add_argument("--python", dest="pythons", metavar="VERSIONS", default="3.11,3.12,3.13,3.14")
    chosen = parser.parse_args(arguments)
    folder = Path(chosen.folder).expanduser().absolute()
    prepare()
    asked = [str(folder), "--for", chosen.systems, "--python", chosen.pythons]
    if module("bundle", *asked):
        return 1
    with open(LOG, "wb"):
        pass
    pip = pip_command()
    checked = ["--no-deps", "--require-hashes", "--progress-bar", "off"]
    packages = folder / "packages"
    for needed in sorted((folder / "lists").glob("*.txt")):
        options = still_needed(needed, packages)
        fetch = ["download"] + checked + ["--only-binary", ":all:", "-d", str(packages)]
        if options:
            fetched(run("Getting packages: %s" % needed.stem, pip + fetch + options + ["-r", str(needed)]))
    if "windows" in chosen.systems.split(","):
        place = ["--target", str(folder / "python-windows"), "--upgrade", "-r", str(WINDOWS_LOCK)]
        build = ["install", "--no-compile", "--no-build-isolation"] + checked
        fetched(run("Getting Python for Windows", pip + build + place))
    return module("bundle", "--finish", *asked)


# What a package must fit: the Python of the browser's, and no system.
FOR_A_BROWSER = ["--only-binary", ":all:", "--python-version", "3.12", "--implementation", "cp"] + [
    "--abi", "cp312", "--abi", "none", "--platform", "pyemscripten_2024_0_wasm32", "--platform", "any",
]  # fmt: skip


def site(arguments):
    """A site of static files: pip fetches what it is built of, and the module builds it."""
    parser = argparse.ArgumentParser(prog="start.py site", allow_abbrev=False)
    parser.add_argument("folder", nargs="?", default=str(ROOT / "site"), help="where to (site if not given)")
    parser.add_argument("--pyodide", metavar="FOLDER", default=str(ROOT / "pyodide"), help="its release")
    parser.add_argument("--fetch", action="store_true", help="get the packages, and build nothing")
    chosen = parser.parse_args(arguments)
    prepare()
    there = SITE_PACKAGES / "complete"  # written last
    if not there.is_file() or there.read_text(encoding="utf-8") != fingerprint(SITE_LOCK):
        wanted = ["download", "--no-deps", "--require-hashes", "--progress-bar", "off"] + FOR_A_BROWSER
        wanted += ["-d", str(SITE_PACKAGES), "-r", str(SITE_LOCK)]
        fetched(run("Getting what the site is built of", pip_command() + wanted))
        there.write_text(fingerprint(SITE_LOCK), encoding="utf-8")
    if chosen.fetch:
        return 0
    asked = ["--pyodide", str(Path(chosen.pyodide).expanduser().absolute()), "--packages", str(SITE_PACKAGES)]
    return module("site", str(Path(chosen.folder).expanduser().absolute()), *asked)


def still_needed(needed, packages):
    """With which options pip fetches a list, none where nothing of it is left: what fits every computer came
    with an earlier list, and is struck off."""
    lines = needed.read_text(encoding="utf-8").splitlines()
    there = [fingerprint(path) for path in packages.glob("*-none-any.whl")]
    left = [line for line in lines[1:] if not any(digest in line for digest in there)]
    needed.write_text("\n".join([*lines[:1], *left, ""]), encoding="utf-8")
    return lines[0].lstrip("# ").split() if left else []


def fetched(failed):
    if failed:
        raise Stop(failed[1], log=True)


def of_a_class(arguments):
    """Let the module make a page of a class's work files, or delete what was made."""
    if not [argument for argument in arguments if not argument.startswith("-")]:
        raise Stop("Say which folder holds the work files, for example: python3 start.py class 9b.")
    prepare()
    return module("class", *arguments)


def options(arguments):
    parser = argparse.ArgumentParser(
        prog="start.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument(
        "--port", type=port_number, metavar="N", help="port to use (else the first free from 8888 on)"
    )
    return parser.parse_args(arguments)


def port_number(text):
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535, not %s" % text)
    return int(text)


COMMANDS = {"test": test, "unlock": unlock, "class": of_a_class, "bundle": bundle, "site": site}


def do(arguments):
    """What is asked for; without a command the lessons are opened. Returns the exit code."""
    what, more = "".join(arguments[:1]), arguments[1:]
    if what in COMMANDS:
        return COMMANDS[what](more)
    if what in ("pages", "paper", "book"):
        return written(what, more)
    fresh = what == "fresh"
    chosen = options(more if fresh else arguments)
    prepare()
    if fresh and module("fresh"):
        return 1
    open_lessons(chosen.port, not chosen.no_browser)
    return 0


def main(arguments):
    """Do what is asked for; what goes wrong becomes one sentence."""
    try:
        return do(arguments)
    except KeyboardInterrupt:
        stop = Stop(past_the_mark() + "Stopped: type the same command to go on.")
    except Stop as error:
        stop = error
    except OSError as error:
        with contextlib.suppress(OSError), open(LOG, "a", encoding="utf-8") as log:
            traceback.print_exc(file=log)
        stop = Stop(about(error))
    sys.stderr.write(str(stop) + "\n")
    if stop.log:
        sys.stderr.write("(For whoever helps you: the details are in the file %s.)\n" % LOG.name)
    return 1


def about(error):
    """A sentence for what the system would not do."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "Nothing can be written to %s: copy this folder to a place of your own and start there." % ROOT
    if isinstance(error, (FileExistsError, NotADirectoryError, IsADirectoryError)) and error.filename:
        return "%s is in the way: move it away, then type the same command again." % error.filename
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return TROUBLES[0][2]
    return "It did not work (%s): type the same command again." % error


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
