"""The module from a shell: `python -m whosewords` with `unlock FILE_OR_FOLDER`, `measure INPUT`,
`pages [FOLDER]`, `paper [FOLDER]`, `book [FOLDER]`, `class FOLDER`, `event NAME [PAGES]`, `nbgrader FOLDER`,
`fresh`, `bundle FOLDER` or `site FOLDER`."""

import argparse
import sys
from pathlib import Path

from . import __version__, files
from .problems import Problem

WRITTEN = {
    "pages": "write all lessons as pages that need no notebook",
    "paper": "write sheets to print, for lessons without computers",
    "book": "write the teacher's book and the page for parents, to print",
}

MOST_PROCESSES = 61  # Windows waits for no more at once


def main(arguments=None):
    """Run one command; returns the exit code. Mistakes are told in one sentence on standard error."""
    given = _parser().parse_args(arguments)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a Windows console does not know every letter
    try:
        COMMANDS[given.command](given)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # start.py, if it called, says that it was stopped
        return 1
    return 0


def _parser():
    """What can be asked for, and how."""
    parser = argparse.ArgumentParser("whosewords", description="Whose Words? — how texts frame an event.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    unlock = commands.add_parser("unlock", help="read articles you have, and take them out of their blocks")
    unlock.add_argument("source", nargs="+", help="a file or a folder")
    measure = commands.add_parser("measure", help="measure many texts, into a table; docs/many.md")
    measure.add_argument(
        "input", nargs="+", help="a folder, a pattern such as “archive/**/*.txt”, a CSV or JSONL file, files"
    )
    measure.add_argument(
        "--out", metavar="TABLE", help="the table: .csv or .parquet; else readability alone is printed as CSV"
    )
    measure.add_argument(
        "--text", metavar="COLUMN", help="the column that holds the texts; text if not given"
    )
    measure.add_argument("--id", metavar="COLUMN", help="the column of what they are called; id if not given")
    who = measure.add_mutually_exclusive_group()
    who.add_argument("--processes", metavar="N", type=_number, help="how many; all processors if not given")
    who.add_argument("--dask", metavar="ADDRESS", help="a Dask cluster measures, such as tcp://10.0.0.5:8786")
    for name, what in WRITTEN.items():
        where = f"where to; the folder {name} beside the lessons if not given"
        commands.add_parser(name, help=what).add_argument("folder", nargs="?", help=where)
    commands.add_parser("fresh", help="for the next class: no name, fresh lessons, answers put aside")
    course = commands.add_parser("nbgrader", help="a course folder of Lessons 1 to 6; docs/nbgrader.md")
    course.add_argument("folder")
    bundle = commands.add_parser("bundle", help="a folder for a stick; start.py bundle fetches the packages")
    bundle.add_argument("folder")
    bundle.add_argument("--for", dest="systems", required=True, help="windows, macos, linux, linux-arm")
    bundle.add_argument("--python", dest="pythons", required=True, help="for example 3.12,3.13")
    bundle.add_argument("--finish", action="store_true", help="when the packages are there")
    site = commands.add_parser("site", help="the lessons as a web site; start.py site fetches the packages")
    site.add_argument("folder")
    site.add_argument("--pyodide", metavar="FOLDER", required=True, help="pyodide's release, unpacked")
    site.add_argument(
        "--packages", metavar="FOLDER", required=True, help="requirements-site.lock.txt, fetched"
    )
    event = commands.add_parser("event", help="a lesson about another event, from saved pages")
    event.add_argument("name", help="a short name of letters, digits and _")
    event.add_argument("pages", nargs="*", help="two to six saved pages or texts, or a folder of them")
    event.add_argument(
        "--in-full", metavar="TEXT=WHY", action="append", default=[], type=_right,
        help="a text may be handed out in full, and why: --in-full agency=“our own text”",
    )  # fmt: skip
    klass = commands.add_parser("class", help="make one page and one table of a class’s work files")
    klass.add_argument(
        "folder",
        help="the folder that holds the work files, as they came, also in zips; or all homes of a hub",
    )
    klass.add_argument(
        "--same", metavar="NAME", action="append", default=[], help="all files of this name are one person's"
    )
    klass.add_argument(
        "--names", metavar="FILE", help="the names that you gave out, one a line: who is missing?"
    )
    klass.add_argument(
        "--out", metavar="FOLDER", help="where the results go; beside the work files if not given"
    )
    klass.add_argument(
        "--place", metavar="FOLDER", help="where in each home the answers lie, if not in whosewords"
    )
    klass.add_argument(
        "--only", metavar="FILE", help="the homes of this class, one a line; others are not opened"
    )
    klass.add_argument("--forget", action="store_true", help="delete what was made of the folder; asks first")
    klass.add_argument("--yes", action="store_true", help="with --forget: do not ask")
    return parser


def _number(given):
    """How many processes somebody asks for."""
    if not given.isdecimal() or not 1 <= int(given) <= MOST_PROCESSES:
        raise argparse.ArgumentTypeError(f"a number from 1 to {MOST_PROCESSES}, not “{given}”")
    return int(given)


def _right(given):
    """A text and why it may be handed out in full."""
    text, _, why = given.partition("=")
    if not text.strip() or not why.strip():
        raise argparse.ArgumentTypeError(
            f"a text and the reason, such as agency=“our own text”, not “{given}”"
        )
    return text.strip(), why.strip()


def _unlock(given):
    from .shelf.unlocking import unlock

    print(unlock(*map(Path, given.source)))


def _pages(given):
    from .publish.pages import write

    first, *others = write(given.folder)
    print(f"{len(others) + 1} pages are in the folder {first.resolve().parent}.")
    print(
        f"To read them, double-click {first.name} there. The folder may be copied to any computer or phone."
    )


def _paper(given):
    from .publish.paper import write

    made = write(given.folder)
    print(f"{len(made)} files are in the folder {made[0].resolve().parent}.")
    print(f"Double-click {made[0].name} there: it says what to print, how often, in which order.")


def _book(given):
    from .teacher.book import write
    from .teacher.printing import HOW

    made = write(given.folder)
    print(f"In the folder {made.pages[0].resolve().parent}:")
    print("\n".join(path.name for path in [*made.pages, *made.pdfs]))
    for page in made.unprinted:
        print(HOW.format(name=page.name))


def _fresh(given):
    from .classroom.fresh import put_aside

    print(put_aside())


def _nbgrader(given):
    from .teacher.course import write

    print("\n".join(write(given.folder)))


def _bundle(given):
    from .publish import bundle, wheels

    systems = wheels.chosen(given.systems, wheels.COMPUTERS)
    pythons = wheels.chosen(given.pythons, wheels.PYTHONS)
    if not given.finish:
        bundle.lay_out(given.folder, systems, pythons)
    else:
        print("\n".join(bundle.finish(given.folder, systems, pythons)))


def _site(given):
    from .site.building import build

    built = build(given.folder, given.pyodide, given.packages)
    print(f"The site is in the folder {built.folder}: {built.count} files, {built.size / 1e6:.0f} MB.")
    if not built.compiled:
        print(
            "Python’s sources were not compiled, since Node is not here: the first line takes twice as long."
        )
    print("Put the folder on any web server; docs/site.md says how.")


def _event(given):
    from .teacher.another_event import write

    print("\n".join(write(given.name, given.pages, given.in_full)))


def _class(given):
    from .teacher.results import forget, ours, would_forget, write

    if not given.forget:
        homes = {"home": given.place, "only": given.only}
        print("\n".join(write(given.folder, given.same, given.names, given.out, **homes)))
        print("They hold answers of students: they are for you alone, and nothing was sent.")
        return
    of = given.folder, given.out or (files.home() if given.place or given.only else None)
    if given.yes or not ours(*of)[0]:
        print("\n".join(forget(*of)))
    else:
        print("\n".join(would_forget(*of)))
        print("\n".join(forget(*of)) if _sure() else "Nothing was deleted.")


def _sure():
    """Whether somebody at the keyboard says yes."""
    print("To delete it, type yes:", end=" ", flush=True)
    try:
        return input().strip().casefold() in ("yes", "y")
    except EOFError:
        print("(nobody typed anything; with --yes it is not asked)")
        return False


def _measure(given):
    if not given.out:
        return _print_measured(given)
    from .corpus.measuring import measure_to

    try:
        done = measure_to(
            given.out,
            given.input,
            column=given.text,
            named=given.id,
            processes=given.processes,
            dask=given.dask,
        )
    except KeyboardInterrupt:
        print("Stopped. What is done is kept: the same command goes on.", file=sys.stderr)
        raise
    failed = f"; {done.failed} of them could not be measured, see the column error" if done.failed else ""
    print(f"{done.table} is written: {done.texts:,} texts{failed}.", file=sys.stderr)


def _print_measured(given):
    """Readability as the call measure() has it, text by text."""
    from .corpus.rows import text_of
    from .corpus.texts import Texts
    from .readability import table
    from .shelf.catalogue import your_text

    if given.processes or given.dask:
        raise Problem("--processes and --dask go with a table: --out TABLE.")
    first = True
    for _, name, source in Texts(given.input, given.text, given.id):
        try:
            told = table({name: your_text(text_of(source), name)})
        except Problem as problem:
            print(problem, file=sys.stderr)
        else:
            told.to_csv(sys.stdout, index=False, header=first, lineterminator="\n")
            first = False
    if first:
        raise Problem("There is no text here that can be read.")


COMMANDS = {
    "unlock": _unlock, "measure": _measure, "pages": _pages, "paper": _paper, "book": _book, "class": _class,
    "event": _event, "fresh": _fresh, "bundle": _bundle, "site": _site, "nbgrader": _nbgrader,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
