"""The commands that go on to the module, and the tests."""

import subprocess

from . import environment
from .places import PYTHON, ROOT
from .troubles import Stop, say

WRITTEN = ("pages", "paper", "book")
OF_THE_MODULE = ("unlock", "class", "event", "nbgrader", *WRITTEN)
# What reads the code without running it, and the two runs of the tests: those in a browser measure what a
# second run beside them would disturb, and Chromium takes both cores as it is.
CHECKS = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
WITHOUT_BROWSER = ["-m", "not browser", "-n", "auto", "--dist", "loadfile", "--cov", "--durations", "15"]
IN_A_BROWSER = ["-m", "browser", "--durations", "15"]


def module(*arguments):
    """One of the commands of the module. Returns its exit code."""
    return subprocess.call([str(PYTHON), "-m", "whosewords", *arguments])


def of_the_module(what, arguments):
    """One of OF_THE_MODULE. What cannot be meant is said before anything is set up."""
    named = [argument for argument in arguments if not argument.startswith("-")]
    if what == "unlock" and (not named or named[0] != arguments[0]):
        raise Stop(
            "Say which file or folder holds the articles, for example: python3 start.py unlock Downloads"
        )
    if what == "class" and not named:
        raise Stop("Say which folder holds the work files, for example: python3 start.py class 9b.")
    if what == "nbgrader" and (len(arguments) != 1 or not named):
        raise Stop("Say where the course folder is to be, for example: python3 start.py nbgrader course.")
    if what == "event" and (not named or named[0] != arguments[0]):
        raise Stop(
            "Say a short name and the saved pages, for example: "
            "python3 start.py event pier page_1.html page_2.html"
        )
    if what in WRITTEN and (len(arguments) > 1 or named != arguments):
        raise Stop(f"Give one folder to write to, or none: python3 start.py {what}")
    environment.prepare()
    return module(what, *arguments)


def test(arguments):
    """Lint, format, types and all tests, or just those that are asked for. Fails if any of them does."""
    environment.prepare(dev=True)
    found = [check[0] for check in CHECKS if subprocess.call([str(PYTHON), "-m", *check], cwd=ROOT)]
    for number, run in enumerate([arguments] if arguments else [WITHOUT_BROWSER, IN_A_BROWSER], 1):
        if subprocess.call([str(PYTHON), "-m", "pytest", *run], cwd=ROOT):
            found.append(f"run {number} of the tests")
    if found:
        say(f"Something was found, see above: {', '.join(dict.fromkeys(found))}.")
    return 1 if found else 0
