"""Parquet: a folder of tables with typed columns, days and lists among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from thai_newsie.corpus import columns_of
from thai_newsie.corpus.frames import arrow
from thai_newsie.extras import require
from thai_newsie.io.tables import TABLES
from thai_newsie.io.writers.atomic_files import atomic_folder
from thai_newsie.schema.article import Article, Failure

_PARQUET_FILES = {table: f"{table}.parquet" for table in TABLES}
_ARTICLES_IN_MEMORY = 1000  # articles at a time: their rows are kept until they are written


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the tables of `records` to the folder `target`, a thousand articles at a time."""
    parquet = require("pyarrow.parquet", "parquet")
    empty = columns_of([])
    with atomic_folder(target, _PARQUET_FILES.values()) as folder, ExitStack() as stack:
        writers = {
            table: stack.enter_context(parquet.ParquetWriter(folder / file, arrow(empty[table]).schema))
            for table, file in _PARQUET_FILES.items()
        }
        for some in _batches(records):
            for table, columns in columns_of(some).items():
                writers[table].write_table(arrow(columns))


def _batches(records: Iterable[Article | Failure]) -> Iterator[list[Article | Failure]]:
    waiting = iter(records)
    while some := list(islice(waiting, _ARTICLES_IN_MEMORY)):
        yield some
