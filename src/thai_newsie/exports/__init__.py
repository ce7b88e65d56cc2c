"""Records to the formats that others' tools read: one module a format, and here the registry that knows them all.

>>> sorted(FORMATS)
['conll', 'csv', 'docbin', 'ftm', 'gexf', 'jsonld', 'parquet', 'popolo']
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thai_newsie.schema.article import Article, Failure

# What each format is, for who chooses one; its module has the same name, with a function `export` that takes the
# records, each once, and the path to write.
FORMATS = {
    "csv": "a folder of tables, for spreadsheets",
    "parquet": "a folder of tables, for pandas, Polars, DuckDB, R",
    "jsonld": "schema.org as JSON-LD",
    "ftm": "FollowTheMoney entities, for Aleph and its kin",
    "popolo": "people, organizations, posts and memberships as JSON",
    "gexf": "the network of people and organizations, for Gephi",
    "conll": "words with BIO tags, for annotators",
    "docbin": "spaCy's own format, for annotators",
}


def export(records: str | Path | Iterable[Article | Failure], to: str, target: str | Path) -> None:
    """Write `records`, or those of a file that `extract` wrote, to `target` in one of `FORMATS`.

    The file or folder appears whole or not at all. Raises KeyError for an unknown format, MissingExtraError where
    the format's library is not installed, OSError where `target` cannot be written.
    """
    if to not in FORMATS:
        raise KeyError(to)
    from thai_newsie.io.records import read_records

    write = import_module(f"{__name__}.{to}").export
    write(read_records(records) if isinstance(records, str | Path) else records, Path(target))
