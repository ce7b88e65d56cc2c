"""Exports: records in the formats of other tools. One module for each format, and here the list of them.

>>> sorted(FORMATS)
['conll', 'csv', 'docbin', 'ftm', 'gexf', 'jsonld', 'parquet', 'popolo']
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thai_newsie.schema.article import Article, Failure

# Each format with a description for users. Its module has the same name and a function `export(records, target)`, which
# reads the records once.
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
    """Write `records` to the file or folder `target`, in one of `FORMATS`.

    `records` is the path of a file that `thai-newsie extract` wrote, or what `extract_many` gives. The target appears
    whole or not at all. Raises ValueError for an unknown format, MissingExtraError where the format's library is not
    installed, and OSError where the target cannot be written, or is `records` under any name or a folder that holds it.

    >>> import tempfile
    >>> from thai_newsie.api import extract
    >>> target = Path(tempfile.mkdtemp()) / "words.conll"
    >>> export([extract("กรมการข้าว", title="ข่าว")], "conll", target)
    >>> target.read_text(encoding="utf-8").splitlines()[0]
    '# article = '
    """
    if not isinstance(to, str) or to not in FORMATS:
        given = repr(to) if isinstance(to, str) else type(to).__name__
        raise ValueError(f"{given} is no format of exports; the formats are {', '.join(FORMATS)}")
    from thai_newsie.io.records import records_of
    from thai_newsie.io.same_file import overwritten

    if isinstance(records, str | Path) and overwritten(Path(target), [Path(records)]):
        raise FileExistsError(errno.EEXIST, "is also to be read; write to another file", str(target))
    write = import_module(f"{__name__}.{to}").export
    write(records_of(records), Path(target))
