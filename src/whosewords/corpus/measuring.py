"""Very many texts into one table: read, measured by many processes or by a cluster, kept, and written."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..problems import Problem
from ..version import __version__
from .cluster import cluster
from .rows import COLUMNS, rows
from .tables import writer
from .texts import Texts
from .unfinished import beside, unfinished
from .workers import Processes, answers, processors

BATCH = 60_000  # characters that are sent in one go
FILE = 20_000  # characters that a file is taken for
DIED = Problem("The process that measured this text died: perhaps there was too little memory for it.")


class Done(NamedTuple):
    """What a run came to: the table, how many texts are in it, and how many of them as an error."""

    table: Path
    texts: int
    failed: int


def measure_to(table, given, *, column=None, named=None, processes=None, dask=None) -> Done:
    """Measure every text of an input and write the table. Raises `Problem`.

    table: where to, .csv or .parquet. given, column, named: the input and its columns, see `Texts`.
    processes: how many measure, one for each processor where nothing is given. dask: the address of a cluster
    that measures instead. After a stop the same call goes on.
    """
    table = Path(table)
    write = writer(table)
    if any(Path(one).resolve() == table.resolve() for one in given):
        raise Problem(f"“{table.name}” is the input itself. Name another file for the table.")
    texts = Texts(given, column, named, but=(table, beside(table)))
    if not len(texts):
        raise Problem("There is no text in this table.")
    about = {"version": __version__, "columns": [*COLUMNS], "input": texts.stamp()}
    with unfinished(beside(table), about) as kept:
        if kept.done < len(texts):
            with _workers(processes, dask) as workers:
                for each in _watched(_measured(texts, kept.done, workers), kept.done, len(texts)):
                    kept.add(each)
        counts = _Counted(kept.rows())
        write(iter(counts), table)
        table.chmod(0o644)
        kept.path.unlink()
    return Done(table, counts.texts, counts.failed)


@contextmanager
def _workers(processes, dask):
    workers = cluster(dask) if dask else Processes(processes or processors())
    try:
        yield workers
    finally:
        workers.close()


def _measured(texts, done, workers):
    """The rows of each text that is not done."""
    left = _batches(islice(texts, done, None))
    return answers(rows, left, workers, lambda number, name, _: rows(number, name, DIED))


def _batches(texts):
    """Lists of texts that are sent in one go: of short ones some, of long ones one."""
    batch: list = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text.source) if isinstance(text.source, str) else FILE
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _watched(found, done, number):
    """The same, with a bar where somebody sits before it."""
    from tqdm import tqdm

    return tqdm(found, initial=done, total=number, unit=" texts", disable=None, smoothing=0.05)


class _Counted:
    """Rows that are counted on their way."""

    def __init__(self, rows):
        self.texts, self.failed, self._rows = 0, 0, rows

    def __iter__(self) -> Iterator[list]:
        for row in self._rows:
            self.texts, self.failed = row[0], self.failed + bool(row[-1])
            yield row
