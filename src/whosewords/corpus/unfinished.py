"""What is done of a long run, kept beside the table until that is whole: after a stop the same call goes on.

The first line says of which input it is; each further line holds the rows of one text, in the order of the
input. A line that was cut off by a stop is measured again.
"""

import json
from contextlib import contextmanager
from pathlib import Path

from .. import files
from ..problems import Problem

ENDING = ".unfinished"


def beside(table):
    """Where it lies while a table is not whole."""
    return Path(f"{table}{ENDING}")


class Unfinished:
    """The rows that are done; `done` says of how many texts."""

    def __init__(self, path, file, done):
        self.path, self._file, self.done = path, file, done

    def add(self, rows):
        """Keep the rows of the next text; when this returns, a killed program does not lose them."""
        try:
            self._file.write(json.dumps(rows, allow_nan=False).encode() + b"\n")
        except OSError as error:
            raise _not_kept(self.path, error) from error
        self.done += 1

    def rows(self):
        """All rows, in order."""
        with open(self.path, "rb") as lines:
            next(lines)
            for line in lines:
                yield from json.loads(line)


@contextmanager
def unfinished(path, about):
    """What is kept at `path` for as long as the block lasts, for this program alone.

    about: a dictionary that says what is measured. Raises `Problem` where another program is at it, or where
    what is kept is of something else.
    """
    with files.held(path, patience=0) as mine:
        if mine is False:
            raise Problem(f"Another program is writing “{path.name}”. Let it end, or name another table.")
        try:
            with open(path, "ab+", buffering=0) as file:
                yield Unfinished(path, file, _taken_up(file, path, about))
        except OSError as error:
            raise _not_kept(path, error) from error
    if mine and not path.exists():
        files.delete(files.lock_of(path))


def _taken_up(file, path, about):
    """How many texts are done. What stands behind the last whole line is cut off."""
    file.seek(0)
    first = file.readline()
    told = _whole(first)
    if told is None:  # nothing yet, or not even one whole line
        file.truncate(0)
        file.write(json.dumps(about).encode() + b"\n")
        return 0
    if told != about:
        raise Problem(
            f"“{path.name}” is of a run that was stopped, of another input, with other columns or by another "
            "version of this program. Give that command again, or delete this file and give yours again."
        )
    done, end = 0, len(first)
    with open(path, "rb") as lines:
        lines.seek(end)
        for line in lines:
            if _whole(line) is None:
                break
            done, end = done + 1, end + len(line)
    file.truncate(end)
    return done


def _whole(line):
    try:
        return json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None


def _not_kept(path, error):
    return files.CannotSave(
        f"“{path.name}” could not be written in the folder {path.absolute().parent} "
        f"({error.strerror or error}). What it holds by now is kept: make room there, or name another table, "
        "and give the command again."
    )
