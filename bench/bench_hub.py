"""A class on a JupyterHub: students log in at once, run and answer Lesson 5; one server is killed meanwhile.

    FOLDER/.venv/bin/python bench/bench_hub.py FOLDER [--students 1 8 28] [--real-users] [--proxy PROGRAM]

FOLDER is what deploy/install.py made. PROGRAM is configurable-http-proxy (docs/hub.md says how to get both);
nothing is installed here. All is on this computer's loopback, in a folder that is deleted afterwards, and ends
after --limit seconds at the latest. Linux only. With --real-users (as root) each student is a user of the
system, made and deleted here, as on a real hub; without, all servers are one user's, so that files of others
are kept apart by what a browser can reach and not by the system. What is over its limit has a ✗, and then 1
is handed back.
"""

import argparse
import contextlib
import json
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
import threading
import time
import tomllib
from pathlib import Path

import requests
import websocket
from scripted_student import LESSON, PATIENCE, Student

ROOT = Path(__file__).resolve().parents[1]
MEMORY = 250  # MB a student: server and kernel
MARK = "WHOSEWORDS_BENCH"  # in the environment of every program that is started here, and of no other
KILLED_AFTER = "5.12"  # the answer after which one server is killed
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
c.Spawner.environment = {{{mark!r}: {number!r}}}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, nargs="+", default=[28])
    parser.add_argument("--real-users", action="store_true")
    parser.add_argument("--proxy", default=shutil.which("configurable-http-proxy"))
    parser.add_argument("--limit", type=int, default=900, help="seconds for each number of students")
    given = parser.parse_args()
    if not given.proxy:
        sys.exit("Name configurable-http-proxy with --proxy; npm install --prefix FOLDER configurable-http-proxy")
    if not (given.folder / "deploy/student.py").is_file():
        sys.exit(f"{given.folder} was not made by deploy/install.py.")
    if given.real_users and os.geteuid():
        sys.exit("Only root can make users.")
    signal.signal(signal.SIGALRM, _too_long)
    print(f"{os.cpu_count()} processors; load before: {os.getloadavg()[0]:.1f}")
    kept = [_round(given, many) for many in given.students]
    return 0 if all(kept) else 1


def _too_long(*_):
    raise TimeoutError("The limit of time is over.")


def _round(given, many):
    """One hub with so many students. Prints its part of the table; whether all is as it should be."""
    names = [f"wwbench{number:02}" for number in range(1, many + 1)]
    signal.alarm(given.limit)
    try:
        with folder_for(names, given.real_users) as folder, hub(given, folder) as (address, password, mine):
            students = [Student(address, name, password) for name in names]
            good = told(students, in_class(students, folder, mine), folder, mine, given)
            if not good:
                kept = Path(tempfile.gettempdir(), f"whosewords-hub-{mine}.log")
                shutil.copy(folder / "hub.log", kept)
                print(f"  what the hub and the servers said is in {kept}")
            return good
    finally:
        signal.alarm(0)


# --- What it needs


@contextlib.contextmanager
def folder_for(names, real):
    """A folder with a home for each student, and for real users an account of the system."""
    folder = Path(tempfile.mkdtemp(prefix="ww-"))
    folder.chmod(0o711)
    homes = folder / "homes"
    homes.mkdir(mode=0o711)
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
            running.wait(30)
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
    """MB of memory that a process holds, its share of what it shares (PSS)."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"Pss:\s+(\d+)", told)[1]) / 1024


def worked(process):
    """Seconds of processor time."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# --- The lesson


def answers(name):
    """What a student answers: right, wrong and in their own words, so that no two have the same."""
    with open(ROOT / "data/exercises/lesson_5.toml", "rb") as file:
        lesson = tomllib.load(file)
    number = int(name[-2:])
    found = {}
    for one in [*lesson["guess"], *lesson["exercise"]]:
        options = [key for key, _ in one.get("options", ())]
        found[one["id"]] = {
            "choice": lambda: options[number % len(options)],
            "number": lambda: number % (one["most"] + 1),
            "words": lambda: f"This is what {name} thinks of {one['id']}.",
            "sort": lambda: {item: options[(number + n) % len(options)] for n, (item, _) in enumerate(one["items"])},
            "several": lambda: options[: 1 + number % (len(options) - 1)],
        }[one["kind"]]()
    return found


def sit(student, stop):
    """One student's hour, from the log-in to the last line. stop: called after the answer KILLED_AFTER."""
    student.begun = time.monotonic()
    student.log_in()
    student.start()
    wanted = answers(student.name)
    while True:
        try:
            through(student, wanted, stop)
            break
        except (websocket.WebSocketException, OSError, requests.RequestException):
            if stop is None or "killed" not in student.at:
                raise
            stop = None
            student.start()  # the page says that the server is gone, and the student asks for it again
            student.mark("server again")
    student.mark("finished")


def through(student, wanted, stop):
    for code in student.open_lesson():
        student.run(code.replace("____", "verdict"))
        asked = re.fullmatch(r'(predict|check)\("(5\.\w+)"\)', code)
        if asked and asked[2] not in student.sent:
            student.answer(asked[1], asked[2], wanted[asked[2]])
            if stop and asked[2] == KILLED_AFTER:
                student.mark("killed")
                stop()
    student.change_a_line()
    student.leave()


def in_class(students, folder, number):
    """All of them at once. Returns what went wrong, as sentences."""
    wrong = []

    def begin(student, stop):
        try:
            sit(student, stop)
        except Exception as error:
            wrong.append(f"{student.name}: {type(error).__name__} {error} {sorted(student.at)}")

    def kill(name):
        for process, command in programs(number, name).items():
            if "singleuser" in command:
                os.kill(process, signal.SIGKILL)

    unlucky = students[len(students) // 2]
    seats = [
        threading.Thread(
            target=begin, args=(one, (lambda: kill(unlucky.name)) if one is unlucky else None), daemon=True
        )
        for one in students
    ]
    for seat in seats:
        seat.start()
    for seat in seats:
        seat.join()
    return wrong


# --- What is looked at afterwards


def lost(student, folder):
    """Which answers are not in the student's file as they were given, and whether the changed line is."""
    home = folder / "homes" / student.name / "whosewords"
    try:
        entries = json.loads((home / "my_work.json").read_text(encoding="utf-8"))["entries"]
        page = (home / "lessons" / LESSON).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        return [str(error)]
    kept = {one: entry.get("value", entry.get("tries", [None])[-1]) for one, entry in entries.items()}
    missing = [one for one, given in student.sent.items() if kept.get(one) != given]
    return missing + (["the changed line"] if f"# {student.name}" not in page else [])


READ = (
    "", "lab", "api/contents", f"api/contents/{LESSON}", f"files/{LESSON}", f"nbconvert/html/{LESSON}", "api/kernels",
    "api/sessions", "whosewords/person",
)  # fmt: skip


def seen_of_another(one, other):
    """What a student gets of another's server, with a cookie, a token, or neither: sentences."""
    token = one.run("import os; print(os.environ['JUPYTERHUB_API_TOKEN'])").strip()
    for path in READ:
        address = one.url(path, other.name)
        ways = {
            "cookie": one.ask("GET", path, other.name),
            "token": requests.get(address, headers={"Authorization": f"token {token}"}, timeout=PATIENCE),
            "nothing": requests.get(address, timeout=PATIENCE),
        }
        for way, got in ways.items():
            # Whoever is nobody is led to the hub's form, which is a page, too.
            refused = got.status_code in (401, 403, 404) or (way != "cookie" and "/hub/login" in got.url)
            if not refused:
                yield f"{path or '/'} of another with {way}: {got.status_code} {got.url}"
    for what, asked in (("kernel", "POST api/kernels"), ("file", f"DELETE api/contents/{LESSON}")):
        method, _, path = asked.partition(" ")
        if one.ask(method, path, other.name).status_code not in (403, 404):
            yield f"a {what} of another was changed"
    with contextlib.suppress(websocket.WebSocketBadStatusException):
        one.connected(other.kernel, other.name).close()
        yield "the line to the kernel of another"


OUTSIDE = ("keys.toml", "lessons/teacher/keys.toml", "lessons/teacher/quick_start.md", "src", "my_work.json", "etc/passwd")
UPWARDS = ("", "..%2f", "%2e%2e/", "..%2f..%2f", "..%2f..%2f..%2f..%2f..%2f", "%2f")


def seen_outside(student):
    """What a student's browser gets of their own server beyond the copies of the lessons: sentences."""
    for handler in ("api/contents/", "files/", "nbconvert/html/", "nbconvert/script/", "doc/tree/", "tree/", "edit/"):
        for way in UPWARDS:
            for path in OUTSIDE:
                address = f"{student.url(handler)}{way}{path}"
                request = student.web.prepare_request(requests.Request("GET", address))
                request.url = address  # as it stands: a client would take the dots away
                got = student.web.send(request, timeout=PATIENCE, allow_redirects=True)
                # JupyterLab's page is the same for any path; it then asks api/contents.
                if got.status_code < 400 and "jupyter-config-data" not in got.text:
                    yield f"{handler}{way}{path}: {got.status_code}"
    if (got := student.ask("POST", "api/terminals")).status_code < 400:
        yield f"a terminal: {got.status_code}"


def read_by_the_system(one, other, folder, installed):
    """What one student's kernel reads of another's folder and of what is for teachers: sentences."""
    places = [folder / "homes" / other.name / "whosewords/my_work.json", *installed.rglob("keys.toml")]
    for place in places:
        told = one.run(f"print(len(open({str(place)!r}).read()))")
        if told.strip().isdigit():
            yield f"{place.name} of another was read by a kernel" if other.name in str(place) else str(place)


def told(students, wrong, folder, number, given):
    """Print the part of the table for a class; whether everything is as it should be."""
    many, ended = len(students), [one for one in students if "finished" in one.at]
    print(f"\n{many} students, {'users of their own' if given.real_users else 'one user of the system'}")
    for what in ("logged in", "server", "kernel", "first answer", "finished"):
        times = sorted(one.at[what] for one in students if what in one.at)
        if times:
            middle = times[len(times) // 2]
            print(f"  {what:28}{times[0]:7.1f} {middle:7.1f} {times[-1]:7.1f} s   first, middle, last")
    for one in students:
        if "killed" in one.at:
            again = one.at.get("server again", float("nan")) - one.at["killed"]
            print(f"  killed at {one.at['killed']:.1f} s, its server was there again {again:.1f} s later")
    good = _line("finished", len(ended), many, len(ended) == many)
    for sentence in wrong:
        print(f"      {sentence}")
    sizes = [_sizes(number, one.name) for one in students]
    whole = sorted(server + kernel for server, kernel in sizes)
    print(f"  server {_mean(s for s, _ in sizes):.0f} MB, kernel {_mean(k for _, k in sizes):.0f} MB (means)")
    good &= _line("memory a student at most", f"{whole[-1]:.0f}", f"{MEMORY} MB", whole[-1] <= MEMORY)
    others = set(programs(number)) - {p for one in students for p in programs(number, one.name)}
    print(f"  hub and proxy {sum(map(held, others)):.0f} MB, {sum(map(worked, others)):.1f} s of processor time")
    spent = [sum(map(worked, programs(number, one.name))) for one in students if "killed" not in one.at]
    if spent:
        print(f"  processor time a student {_mean(spent):.1f} s; load at the end {os.getloadavg()[0]:.1f}")
    good &= _line("lines that failed", sum(len(one.failed) for one in students), 0)
    missing = {one.name: what for one in students if (what := lost(one, folder))}
    good &= _line("answers confirmed and lost", sum(map(len, missing.values())), 0)
    print(f"      of {sum(len(one.sent) for one in students)} that were confirmed {missing or ''}")
    if len(ended) > 1:
        ended[0].come_back()
        found = list(seen_of_another(ended[0], ended[-1]))
        good &= _line("seen of another's server", len(found), 0, more=found)
        found = list(read_by_the_system(ended[0], ended[-1], folder, given.folder))
        if given.real_users:
            good &= _line("read of another's files by a kernel", len(found), 0, more=found)
        else:
            print(f"  read of another's files by a kernel: {len(found)}, since all are one user (see --real-users)")
    if ended:
        found = list(seen_outside(ended[0]))
        good &= _line("seen outside of one's copies", len(found), 0, more=found)
    return good


def _line(what, value, wanted, kept=None, more=()):
    kept = value == wanted if kept is None else kept
    print(f"  {what:36} {value} (wanted: {wanted}) {'✓' if kept else '✗'}", flush=True)
    for sentence in list(more)[:10]:
        print(f"      {sentence}")
    return kept


def _sizes(number, name):
    """MB of a student's server, and of the kernels."""
    found = programs(number, name)
    servers = [process for process, command in found.items() if "singleuser" in command]
    return sum(map(held, servers)), sum(held(process) for process in found if process not in servers)


def _mean(values):
    values = list(values)
    return sum(values) / len(values) if values else float("nan")


if __name__ == "__main__":
    sys.exit(main())
