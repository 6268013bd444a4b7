"""A table on the disk, written row by row: CSV, or Parquet where pyarrow is there. Whole or not at all."""

import csv
import io
import os
from itertools import islice

from .. import files
from ..problems import Problem, arrived
from .rows import COLUMNS, TYPES

GROUP = 10_000  # rows that are written in one go


def writer(path):
    """The call that writes rows to `path`, by its ending. Raises `Problem` where there is none for it."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in WRITERS:
        raise Problem(f"A table ends in {' or '.join(WRITERS)}, but “{arrived(path)}” was to be written.")
    if ending == ".parquet":
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            raise Problem(
                "A Parquet table needs the package pyarrow, and it is not here: pip install pyarrow. "
                "Or name a table that ends in .csv."
            ) from None
    return WRITERS[ending]


def write_csv(rows, path):
    """Write rows, lists of values in the order of `COLUMNS`; what is undefined is an empty cell."""
    with files.whole(path) as file:
        text = io.TextIOWrapper(file, "utf-8", newline="")
        table = csv.writer(text, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(rows)
        text.detach()


def write_parquet(rows, path):
    """The same as Parquet, a group of rows at a time; what is undefined is null."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    kinds = {int: pyarrow.int64(), float: pyarrow.float64(), str: pyarrow.string()}
    schema = pyarrow.schema([(name, kinds[TYPES[name]]) for name in COLUMNS])
    with files.whole(path) as file, ParquetWriter(file, schema) as table:
        while group := list(islice(rows, GROUP)):
            columns = zip(*group, strict=True)
            arrays = [
                pyarrow.array(column, kinds[TYPES[n]]) for n, column in zip(COLUMNS, columns, strict=True)
            ]
            table.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


WRITERS = {".csv": write_csv, ".parquet": write_parquet}
