"""The one door to the tables of data/.

A table is a TSV file with a header; lines that begin with "#" are remarks. Cells that hold several
values part them with "|". Tables are read once, on first use.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "data"  # where the wheel puts the tables
DATA = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "data"


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `data/<name>.tsv` as mappings from column to cell.

    Raises FileNotFoundError for a table that does not exist and ValueError, naming file and line,
    for a row with more or fewer cells than the header.

    >>> table("months")[0]["full"]
    'มกราคม'
    """
    path = DATA / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(
            (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        header = next(rows)
        out = []
        for row in rows:
            if len(row) != len(header):
                raise ValueError(f"{path}: {row[0]!r} has {len(row)} cells, the header {len(header)}")
            out.append(dict(zip(header, row, strict=True)))
    return tuple(out)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, parted by "|".

    >>> values("พ.ศ.|พศ.")
    ('พ.ศ.', 'พศ.')
    >>> values("")
    ()
    """
    return tuple(filter(None, cell.split("|")))
