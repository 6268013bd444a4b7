"""Pages as PDF, printed by a browser that the computer has: no library of ours draws a page."""

import os
import shutil
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
    "microsoft-edge-stable", "chrome", "msedge",
)  # fmt: skip
# Where Windows and macOS keep them, below the folders that the system names.
WINDOWS = (r"Microsoft\Edge\Application\msedge.exe", r"Google\Chrome\Application\chrome.exe")
FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
MACOS = ("Microsoft Edge", "Google Chrome", "Chromium")
PATIENCE = 120  # seconds for one page
HOW = (
    "To print {name} to PDF: open it in a browser, press Ctrl+P (Mac: Cmd+P), and choose “Save as PDF” as "
    "the printer, A4."
)


def browser():
    """A browser of this computer that prints to PDF by itself, as a path; None where none is found."""
    on_path = filter(None, map(shutil.which, NAMES))
    installed = (str(path) for path in _usual_places() if path.is_file())
    return next(chain(on_path, installed), None)


def _usual_places():
    for folder in filter(None, map(os.environ.get, FOLDERS)):
        yield from (Path(folder, *place.split("\\")) for place in WINDOWS)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / f"{name}.app" / "Contents" / "MacOS" / name for name in MACOS)


def printed(page, program):
    """A page as a PDF beside it, with tags and an outline; None where the browser did not make one.

    page: the path of an HTML file. program: the path of a browser, as `browser` gives it.
    """
    path = Path(page).resolve()
    made = path.with_suffix(".pdf")
    if not _gone(made):
        return None
    with tempfile.TemporaryDirectory(prefix="whosewords-", ignore_cleanup_errors=True) as folder:
        try:
            subprocess.run(
                [*_command(program, folder), f"--print-to-pdf={made}", path.as_uri()],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
    return made if made.is_file() and made.read_bytes()[:5] == b"%PDF-" else None


def _gone(path):
    """Whether an older PDF is out of the way: where a reader has it open, some systems keep it."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def joined(title):
    """A title without its blanks: an outline loses the one at which a long title is broken."""
    return "".join(title.split())


def starts(pdf):
    """On which page each entry of a PDF's outline begins, as {joined title: number}; the first of a name."""
    from pypdf import PdfReader

    reader = PdfReader(pdf)
    page = reader.get_destination_page_number
    return {joined(one.title): page(one) + 1 for one in reversed([*_flat(reader.outline)])}


def _flat(outline):
    for one in outline:
        yield from _flat(one) if isinstance(one, list) else [one]


def _command(program, folder):
    """What starts a browser without a window, with a folder of its own: the reader's is not touched."""
    options = (
        "headless", "disable-gpu", "disable-extensions", "disable-background-networking", "no-first-run",
        "no-default-browser-check", "no-pdf-header-footer", "export-tagged-pdf",
        "generate-pdf-document-outline", f"user-data-dir={folder}",
    )  # fmt: skip
    as_root = ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []
    return [program, *(f"--{option}" for option in options), *as_root]
