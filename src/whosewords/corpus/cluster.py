"""Beyond one machine: the same rows by a Dask cluster. What a worker that died had in hand is done again by
another one, and the order and the number of rows are the same."""

from ..problems import Problem, arrived, one_of
from .rows import COLUMNS, TYPES, rows
from .workers import Died

PATIENCE = 10  # seconds until a cluster should have answered
MISSING = Problem(
    "A cluster needs the packages dask and distributed, and they are not here: docs/many.md says how."
)


class Cluster:
    """A Dask cluster as `workers` of `answers`."""

    def __init__(self, client):
        self._client, self.number = client, max(1, sum(client.nthreads().values()))

    def submit(self, call, *things):
        return _Answer(self._client.submit(call, *things, pure=False))

    def renew(self):
        """The cluster itself puts new workers in the place of dead ones, or goes on with the others."""

    def close(self):
        self._client.close()


class _Answer:
    """What a cluster will answer; what went wrong with the cluster itself is told in a sentence."""

    def __init__(self, future):
        self._future = future

    def result(self):
        from distributed import KilledWorker

        try:
            return self._future.result()
        except KilledWorker:
            raise Died from None
        except Exception as error:
            raise Problem(
                f"The Dask cluster could not go on ({type(error).__name__}: {error}). What is done "
                "is kept. Each worker needs this version of whosewords, and folders by the same name."
            ) from error


def cluster(address):
    """The cluster at an address such as tcp://10.0.0.5:8786. Raises `Problem`."""
    try:
        from distributed import Client
    except ImportError:
        raise MISSING from None
    try:
        return Cluster(Client(address, timeout=PATIENCE, set_as_default=False))
    except (OSError, ValueError) as error:
        raise Problem(f"No Dask cluster answers at “{arrived(address)}” ({error}).") from error


def on_dask(texts, column="text", named=None):
    """The rows of every text of a Dask bag or DataFrame, as a Dask DataFrame: nothing is measured before
    it is asked for, and what a worker that died had in hand is done again.

    texts: a DataFrame with its `column`; a bag of texts, or of dictionaries with that key. named: the column
    or key of what a text is called; where nothing is given, its label in a DataFrame, and "2.17" for text 17
    of part 2 in a bag. The columns are those of the table that `measure_to` writes, without `number`.
    """
    try:
        import dask.bag
        import dask.dataframe
    except ImportError:
        raise MISSING from None
    if isinstance(texts, dask.bag.Bag):
        parts = [
            dask.delayed(_of_bag)(part, n, column, named) for n, part in enumerate(texts.to_delayed(), 1)
        ]
        return dask.dataframe.from_delayed(parts, meta=_frame([]), verify_meta=False)
    if not isinstance(texts, dask.dataframe.DataFrame):
        raise Problem(f"on_dask needs a Dask bag or DataFrame, but got “{arrived(texts)}”.")
    for name in filter(None, (column, named)):
        one_of(name, [*map(str, texts.columns)], "column")
    return texts.map_partitions(_of_frame, column, named, meta=_frame([]))


def _of_frame(part, column, named):
    names = part.index if named is None else part[named]
    return _frame(zip(names, part[column], strict=True))


def _of_bag(part, number, column, named):
    return _frame(_pair(one, f"{number}.{place}", column, named) for place, one in enumerate(part, 1))


def _pair(one, place, column, named):
    """What a thing of a bag is called, and its text."""
    if not isinstance(one, dict):
        return place, one
    return one.get(named, place), one.get(column)


def _frame(pairs):
    """Rows as a DataFrame, with the same kinds of columns whatever is in them."""
    import pandas as pd

    kinds = {int: "Int64", float: "float64", str: "str"}
    found = [row for name, source in pairs for row in rows(None, str(name), source)]
    frame = pd.DataFrame(found, columns=[*COLUMNS])
    return frame.astype({name: kinds[kind] for name, kind in TYPES.items()}).drop(columns="number")
