"""Tables as files: tab-separated values with a header.

A line that begins with "#" is a remark. A cell with several values separates them with "|". `schemas` says what each table
holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from thai_newsie.lexicon.checks import check_rows
from thai_newsie.lexicon.schemas import REMOVES, SCHEMAS, TableError, TableSchema
from thai_newsie.once import once
from thai_newsie.text.normalized import NormalizedText

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "data"  # where the wheel puts the tables
DATA = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1] / "data"

Row = Mapping[str, str]  # from column to cell


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell.

    >>> values("พ.ศ.|พศ.")
    ('พ.ศ.', 'พศ.')
    >>> values("")
    ()
    """
    return tuple(filter(None, cell.split("|")))


@once
def bundled_tables() -> Mapping[str, Path]:
    """The files of the bundled tables by name."""
    return {name: DATA / schema.stage / f"{name}.tsv" for name, schema in SCHEMAS.items()}


def read_lines(path: Path) -> list[tuple[int, list[str]]]:
    """The cells of each line that is no remark, with the line's number (the first line is 1).

    Raises TableError for a file that is not UTF-8.
    """
    try:
        # A line ends with a line break; U+2028 and the like are letters of a cell.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise TableError(f"{path}: is not UTF-8 (byte {error.start})") from None
    return [
        (number, line.split("\t"))
        for number, line in enumerate(lines, 1)
        if line.strip() and line != "#" and not line.startswith("# ")  # "#น้ำท่วม" is a word
    ]


def read_bundled(name: str) -> list[Row]:
    """The rows of a bundled table. Raises FileNotFoundError for a name that is no table, TableError for a wrong row."""
    if name not in SCHEMAS:
        raise FileNotFoundError(f"there is no table {name!r}; the tables are {', '.join(sorted(SCHEMAS))}")
    path = bundled_tables()[name]
    lines = read_lines(path)
    check_rows(SCHEMAS[name], path, lines)
    header = lines[0][1]
    return [dict(zip(header, cells, strict=True)) for _, cells in lines[1:]]


def with_own_rows(rows: Sequence[Row], schema: TableSchema, path: Path) -> list[Row]:
    """`rows` of a bundled table with those of the user's file `path` over them.

    A row of the file is added behind the bundled ones. A row with `-` in the column `flags` removes the row of the same key;
    a row of that key in the same file then takes its place. Raises TableError, with file, line and reason, for a row that
    cannot work: a wrong cell, a key that the table has already, a removal of what is not there.
    """
    lines = [(number, _as_in_texts(cells)) for number, cells in read_lines(path)]
    check_rows(schema, path, lines, own=True)
    header = lines[0][1]
    own = [(number, _complete(schema, header, cells)) for number, cells in lines[1:]]
    kept = {_key(schema, row): row for row in rows}
    for number, row in own:
        if row["flags"] == REMOVES and kept.pop(_key(schema, row), None) is None:
            raise TableError(f"{path}, line {number}: there is no row {_named(schema, row)} to remove")
    for number, row in own:
        if row["flags"] != REMOVES:
            if _key(schema, row) in kept:
                raise TableError(
                    f"{path}, line {number}: the table {schema.name} has the row {_named(schema, row)} already; "
                    f'remove it first with a row of the same key and "{REMOVES}" in the column flags'
                )
            kept[_key(schema, row)] = row
    return list(kept.values())


def _as_in_texts(cells: Sequence[str]) -> list[str]:
    """A user's cells in the spelling in which texts are read: with ํา for ำ, or a no-break space, no word would ever match.

    A blank at the end is a slip of the keyboard. One behind `|` may be meant: the unit ม (metre) is none before "ม" and " ม".
    """
    return [NormalizedText(cell).text.strip() for cell in cells]


def _complete(schema: TableSchema, header: Sequence[str], cells: Sequence[str]) -> Row:
    return {**dict.fromkeys(schema.header, ""), **dict(zip(header, cells, strict=True))}


def _key(schema: TableSchema, row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in schema.key)


def _named(schema: TableSchema, row: Row) -> str:
    return " ".join(f'{name} "{row[name]}"' for name in schema.key)
