"""What is said to the reader, above all the sentences for what may go wrong."""

import errno
import functools
import re
import sys

from .places import ROOT

SPACE_NEEDED = 600  # megabytes
# What went wrong, as the installers put it, and what to tell the reader. The first that fits is told.
TROUBLES = {
    "space": (
        r"no space left|os error 28\b|os error 112\b|not enough space|disk quota",
        f"The disk is full: free about {SPACE_NEEDED} MB, then type the same command again.",
    ),
    "network": (
        r"failed to fetch|error sending request|dns error|name resolution|getaddrinfo|connectionerror|"
        r"connection refused|connection reset|unreachable|proxyerror|max retries|timed out|connecttimeout|"
        r"tunnel error|sslerror|invalid peer certificate|network connectivity is disabled",
        "The packages could not be fetched, so this computer seems to be offline (or a firewall or proxy "
        "stands in between): connect it and type the same command again; after this first time no "
        "connection is needed.",
    ),
    "changed": (
        r"do not match the hashes|hash mismatch",
        "A package arrived that is not the one we tested, so nothing was installed: try again on another "
        "network, and if it happens there too, tell whoever gave you this copy (the file data/publisher.toml "
        "may say whom).",
    ),
    "long path": (
        r"long path|os error 206\b|filename too long|file name too long",
        "The names of our files become too long here: move this folder nearer to the top of the disk, for "
        "example to C:\\whosewords, then type the same command there.",
    ),
    "no package": (
        r"no matching distribution|no usable wheels|no wheels with|has no wheels|requires-python|"
        r"requires a different python|not a supported wheel",
        "There is no ready package for this computer with Python {}.{}: try another Python, for example "
        "3.12 or 3.13.".format(*sys.version_info),
    ),
    "not allowed": (
        r"permission denied|access is denied|operation not permitted|os error 5\b|os error 13\b|read-only",
        "A file could not be written, perhaps since it is in use: close all other windows of Whose Words?, "
        "then type the same command again.",
    ),
}
UNKNOWN = (
    "The packages could not be installed: type the same command again, and if it fails once more, delete "
    "the folder .venv first."
)
LACKS_VENV = (
    "This Python lacks the part that makes environments: on Debian or Ubuntu type sudo apt install "
    "python{}.{}-venv and then the same command again, elsewhere install Python from python.org."
).format(*sys.version_info)


class Stop(Exception):
    """It cannot go on. The message is one sentence for the reader: what happened and what to do.

    `log` is true where the log of the set-up holds more about it.
    """

    def __init__(self, message, log=False):
        super().__init__(message)
        self.log = log


say = functools.partial(print, flush=True)


def past_the_mark():
    """A terminal shows ^C where Ctrl+C was pressed; what is said next belongs on a new line."""
    return "\n" if sys.stdout.isatty() else ""


def trouble(text):
    """What went wrong, read off an installer's output: a short name and a sentence.

    >>> trouble("error: No space left on device (os error 28)")[0]
    'space'
    """
    for name, (pattern, sentence) in TROUBLES.items():
        if re.search(pattern, text, re.IGNORECASE):
            return name, sentence
    return "unknown", UNKNOWN


def about(error):
    """A sentence for what the system would not do."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Nothing can be written to {ROOT}: copy this folder to a place of your own and start there."
    if isinstance(error, FileExistsError | NotADirectoryError | IsADirectoryError) and error.filename:
        return f"{error.filename} is in the way: move it away, then type the same command again."
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return TROUBLES["space"][1]
    return f"It did not work ({error}): type the same command again."
