"""A class on a JupyterHub: students log in at once, run and answer Lesson 5; one server is killed meanwhile.

    FOLDER/.venv/bin/python bench/bench_hub.py FOLDER [--students 1 8 28] [--real-users] [--proxy PROGRAM]

FOLDER is what deploy/install.py made, PROGRAM is configurable-http-proxy: docs/hub.md says how to get both,
since nothing is installed here. All is on this computer's loopback, in a folder that is deleted afterwards,
and ends after --limit seconds at the latest. Linux only. With --real-users (as root) each student is a user
of the system, made and deleted here, as on a real hub; without, all servers are one user's, so that files of
others are kept apart by what a browser can reach and not by the system. What is over its limit has a ✗, and
then 1 is handed back.
"""

import argparse
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
import tomllib
from pathlib import Path

import requests
import websocket
from hub_probes import lost, read_by_the_system, seen_of_another, seen_outside
from hub_running import folder_for, held, hub, programs, worked
from scripted_student import Student

ROOT = Path(__file__).resolve().parents[1]
MEMORY = 250  # MB a student: server and kernel
KILLED_AFTER = "5.12"  # the answer after which one server is killed


def main():
    told_as_it_is = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=told_as_it_is)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, nargs="+", default=[28])
    parser.add_argument("--real-users", action="store_true")
    parser.add_argument("--proxy", default=shutil.which("configurable-http-proxy"))
    parser.add_argument("--limit", type=int, default=900, help="seconds for each number of students")
    given = parser.parse_args()
    if not given.proxy:
        sys.exit("Get configurable-http-proxy, or say with --proxy where it is: docs/hub.md.")
    if not (given.folder / "deploy/student.py").is_file():
        sys.exit(f"{given.folder} was not made by deploy/install.py.")
    if given.real_users and os.geteuid():
        sys.exit("Only root can make users.")
    signal.signal(signal.SIGALRM, _too_long)
    print(f"{os.cpu_count()} processors; load before: {os.getloadavg()[0]:.1f}")
    kept = [_round(given, many) for many in given.students]
    return 0 if all(kept) else 1


class OutOfTimeError(BaseException):
    """The limit is reached. No library that is at work then takes it for a mistake of its own."""


def _too_long(*_):
    raise OutOfTimeError("Stopped, since the limit of time was reached.")


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
    except OutOfTimeError as over:
        print(f"  {over} ✗")
        return False
    finally:
        signal.alarm(0)


# --- The lesson


def answers(name):
    """What a student answers: right, wrong and in their own words, so that no two have the same."""
    with open(ROOT / "data/exercises/lesson_5.toml", "rb") as file:
        lesson = tomllib.load(file)
    return {one["id"]: answer(one, name) for one in [*lesson["guess"], *lesson["exercise"]]}


def answer(asked, name):
    """A student's answer to one question of the lesson."""
    number, options = int(name[-2:]), [key for key, _ in asked.get("options", ())]
    match asked["kind"]:
        case "choice":
            return options[number % len(options)]
        case "several":
            return options[: 1 + number % (len(options) - 1)]
        case "sort":
            return {item: options[(number + n) % len(options)] for n, (item, _) in enumerate(asked["items"])}
        case "number":
            return number % (asked["most"] + 1)
        case "words":
            return f"This is what {name} thinks of {asked['id']}."


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
    stops = [(lambda: kill(unlucky.name)) if one is unlucky else None for one in students]
    seats = [
        threading.Thread(target=begin, args=pair, daemon=True) for pair in zip(students, stops, strict=True)
    ]
    for seat in seats:
        seat.start()
    for seat in seats:
        seat.join()
    return wrong


# --- The table


def told(students, wrong, folder, number, given):
    """Print the part of the table for a class; whether everything is as it should be."""
    many, ended = len(students), [one for one in students if "finished" in one.at]
    print(f"\n{many} students, {'users of their own' if given.real_users else 'one user of the system'}")
    _times(students)
    good = _line("finished", len(ended), many, more=wrong)
    good &= _taken(students, number)
    good &= _line("lines that failed", sum(len(one.failed) for one in students), 0)
    missing = {one.name: what for one in students if (what := lost(one, folder))}
    print(f"  answers that were confirmed          {sum(len(one.sent) for one in students)}")
    good &= _line(
        "lost of them, and of changed lines", sum(map(len, missing.values())), 0, more=missing.items()
    )
    if len(ended) > 1:
        ended[0].come_back()
        good &= _none("seen of another's server", seen_of_another(ended[0], ended[-1]))
        read = list(read_by_the_system(ended[0], ended[-1], folder, given.folder))
        if given.real_users:
            good &= _none("read of another's files by a kernel", read)
        else:
            print(f"  read of another's files by a kernel  {len(read)}: all are one user (--real-users)")
    return good & _none("seen outside of one's copies", seen_outside(ended[0])) if ended else False


def _times(students):
    for what in ("logged in", "server", "kernel", "first answer", "finished"):
        times = sorted(one.at[what] for one in students if what in one.at)
        if times:
            middle = times[len(times) // 2]
            print(f"  {what:28}{times[0]:7.1f} {middle:7.1f} {times[-1]:7.1f} s   first, middle, last")
    for one in students:
        if "killed" in one.at:
            again = one.at.get("server again", float("nan")) - one.at["killed"]
            print(f"  killed at {one.at['killed']:.1f} s, its server was there again {again:.1f} s later")


def _taken(students, number):
    """Print memory and processor time."""
    each = {one.name: programs(number, one.name) for one in students}
    sizes = [_sizes(found) for found in each.values()]
    print(f"  server {_mean(s for s, _ in sizes):.0f} MB, kernel {_mean(k for _, k in sizes):.0f} MB (means)")
    hub = set(programs(number)) - {process for found in each.values() for process in found}
    print(f"  hub and proxy {sum(map(held, hub)):.0f} MB, {sum(map(worked, hub)):.1f} s of processor time")
    spent = [sum(map(worked, each[one.name])) for one in students if "killed" not in one.at]
    if spent:
        print(f"  processor time a student {_mean(spent):.1f} s; load at the end {os.getloadavg()[0]:.1f}")
    most = round(max(map(sum, sizes)))
    kept = most <= MEMORY or len(students) == 1  # who is alone shares nothing with others
    return _line("memory a student at most", most, f"{MEMORY} MB", kept)


def _line(what, value, wanted, kept=None, more=()):
    kept = value == wanted if kept is None else kept
    print(f"  {what:36} {value} (wanted: {wanted}) {'✓' if kept else '✗'}", flush=True)
    for sentence in list(more)[:10]:
        print(f"      {sentence}")
    return kept


def _none(what, found):
    found = list(found)
    return _line(what, len(found), 0, more=found)


def _sizes(found):
    """MB of a student's server, and of the kernels."""
    servers = [process for process, command in found.items() if "singleuser" in command]
    return sum(map(held, servers)), sum(held(process) for process in found if process not in servers)


def _mean(values):
    values = list(values)
    return sum(values) / len(values) if values else float("nan")


if __name__ == "__main__":
    sys.exit(main())
