"""Tables as files: tab-separated values with a header.

A line that begins with "#" is a remark. A cell with several values separates them with "|".
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "data"  # where the wheel puts the tables
DATA = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "data"

Row = Mapping[str, str]  # from column to cell


class TableError(ValueError):
    """A table that cannot be used. The message names the file, the line and the reason."""


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell.

    >>> values("พ.ศ.|พศ.")
    ('พ.ศ.', 'พศ.')
    >>> values("")
    ()
    """
    return tuple(filter(None, cell.split("|")))


@cache
def bundled_tables() -> Mapping[str, Path]:
    """The files of the bundled tables by name."""
    return {path.stem: path for path in sorted(DATA.glob("**/*.tsv"))}


def read_table(path: Path) -> list[tuple[int, Row]]:
    """The rows of a file, each with its line number (the first line is 1).

    Raises TableError for a file that is not UTF-8, has no header, or has a row with more or fewer cells than the header.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: is not UTF-8: {error.reason} at byte {error.start}") from None
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not numbered:
        raise TableError(f"{path}: has no header line")
    cells = list(csv.reader((line for _, line in numbered), delimiter="\t", quoting=csv.QUOTE_NONE))
    header = cells[0]
    return [
        (number, _row(path, number, header, row))
        for (number, _), row in zip(numbered[1:], cells[1:], strict=True)
    ]


def _row(path: Path, number: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) != len(header):
        raise TableError(
            f"{path}:{number}: {cells[0]!r} has {len(cells)} cells, the header has {len(header)}"
        )
    return dict(zip(header, cells, strict=True))
