"""Opens the lessons of Whose Words? in your browser.

  python3 start.py                  open the lessons (the first time, this gets what they need)
  python3 start.py fresh            open them for the next class: no name is taken, answers are put aside
  python3 start.py unlock PATH      give the full articles: a file or a folder
  python3 start.py pages [FOLDER]   write the lessons as pages that need no notebook, to read and to print
  python3 start.py paper [FOLDER]   write sheets to print, for lessons without computers
  python3 start.py book [FOLDER]    write the teacher's book and the page for parents, to read and to print
  python3 start.py event NAME PAGES make a lesson about another event, from saved pages or a folder of them
  python3 start.py class FOLDER     make one page of a class's work files, which may lie in the homes of a
                                    JupyterHub; class --forget FOLDER deletes it
  python3 start.py nbgrader FOLDER  make a course folder of Lessons 1 to 6 for those who use nbgrader
  python3 start.py bundle FOLDER    make a folder for a stick: the lessons, and all that computers without a
                                    network need (--for windows,macos,linux,linux-arm  --python 3.12,3.13)
  python3 start.py site [FOLDER]    write the lessons as a web site, with nothing to install; it is built
                                    of pyodide's release (--pyodide FOLDER; docs/site.md says from where)
  python3 start.py test             run all tests; what follows goes to pytest

On Windows type  py  instead of  python3.
"""
# Needs nothing but Python. It is written so that even a Python 2 can read it and say what is missing:
# no f-strings, no annotations, and nothing is imported before the version is known but what all of them have.
# What it does stands in the folder `starting`, which only a Python that is new enough reads.

import os
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

ROOT = os.path.dirname(os.path.realpath(__file__))
if not os.path.isdir(os.path.join(ROOT, "starting")):
    sys.stderr.write("The files of Whose Words? belong together: unpack the whole folder and start there.\n")
    sys.exit(1)

import argparse
import contextlib
import traceback

sys.path.insert(0, ROOT)  # not every Python looks beside the file it runs

from starting import commands, environment, fetching, serving
from starting.places import LOG
from starting.troubles import Stop, about, past_the_mark


def options(arguments):
    parser = argparse.ArgumentParser(
        prog="start.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--port", type=port_number, metavar="N", help="port (else the first free from 8888)")
    return parser.parse_args(arguments)


def port_number(text):
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535, not %s" % text)
    return int(text)


COMMANDS = {"test": commands.test, "bundle": fetching.bundle, "site": fetching.site}


def do(arguments):
    """What is asked for; without a command the lessons are opened. Returns the exit code."""
    what, more = "".join(arguments[:1]), arguments[1:]
    if what in COMMANDS:
        return COMMANDS[what](more)
    if what in commands.OF_THE_MODULE:
        return commands.of_the_module(what, more)
    fresh = what == "fresh"
    chosen = options(more if fresh else arguments)
    environment.prepare()
    if fresh and commands.module("fresh"):
        return 1
    serving.open_lessons(chosen.port, not chosen.no_browser)
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


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1:]))
