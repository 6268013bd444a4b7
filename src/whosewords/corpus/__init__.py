"""Very many texts: a folder, files, a CSV or JSONL in; a table with a row for each text and voice out.

Nothing is measured here that a student's calls do not measure: `rows` puts their numbers side by side. Texts
are read one after the other, measured by all processors or by a Dask cluster, and what is done is kept
until the table is whole, so that the same command goes on after a stop. For researchers: docs/many.md.
"""

from .cluster import on_dask
from .measuring import Done, measure_to
from .rows import COLUMNS

__all__ = ["COLUMNS", "Done", "measure_to", "on_dask"]
