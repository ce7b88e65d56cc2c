"""Whether the rows of a file fit the schema of its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from thai_newsie.lexicon.schemas import REMOVES, Column, TableError, TableSchema

Rows = Sequence[tuple[int, Sequence[str]]]
Fault = tuple[int, str]  # a line number and what is wrong there


def check_rows(schema: TableSchema, path: Path, rows: Rows, *, own: bool = False) -> None:
    """Raise TableError if `rows` do not fit the schema: numbered lines, the first of them the header.

    A user's `own` table may leave out columns that are not required and may remove a bundled row: then "-" stands in
    its column `flags`, and only the columns of the key are needed. The error names the file, the line and the reason.
    """
    for line, reason in _faults(schema, rows, own=own):
        raise TableError(f"{path}, line {line}: {reason}")


def _faults(schema: TableSchema, rows: Rows, *, own: bool) -> Iterator[Fault]:
    if not rows:
        yield 1, "the table is empty; its first line names the columns"
        return
    (line, header), *lines = rows
    removing = [row for row in lines if own and _removes(header, row[1])]
    adding = [row for row in lines if row not in removing] if removing else lines
    needed = schema.key if removing and not adding else _needed(schema, own=own)
    yield from ((line, reason) for reason in _faults_of_header(schema, header, needed))
    yield from _faults_of_width(header, lines)
    yield from _faults_of_keys(schema, header, removing)
    if adding:
        yield from _faults_of_rows(schema, header, adding)


def _removes(header: Sequence[str], cells: Sequence[str]) -> bool:
    place = header.index("flags") if "flags" in header else len(cells)
    return place < len(cells) and cells[place] == REMOVES


def _needed(schema: TableSchema, *, own: bool) -> tuple[str, ...]:
    """The columns that a file must have."""
    if not own:
        return schema.header
    return tuple(column.name for column in schema.columns if column.required or column.name in schema.key)


def _faults_of_header(schema: TableSchema, header: Sequence[str], needed: Sequence[str]) -> Iterator[str]:
    if len(header) == 1 and " " in header[0]:
        yield "the line has one cell; cells are separated by a tab, not by spaces"
    for name in header:
        if name not in schema.header:
            yield f"the table {schema.name} has no column “{name}”; its columns are {', '.join(schema.header)}"
        if header.count(name) > 1:
            yield f"the column “{name}” stands twice"
    yield from (f"the column “{name}” is missing" for name in needed if name not in header)


def _faults_of_width(header: Sequence[str], lines: Rows) -> Iterator[Fault]:
    for line, cells in lines:
        if len(cells) != len(header):
            yield line, f"the row has {_cells(len(cells))}, the header {len(header)}"


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"


def _faults_of_keys(schema: TableSchema, header: Sequence[str], removing: Rows) -> Iterator[Fault]:
    required = [column.name for column in schema.columns if column.required and column.name in schema.key]
    for line, cells in removing:
        for name in required:
            if not cells[header.index(name)]:
                yield line, f"the column “{name}” is empty"


def _faults_of_rows(schema: TableSchema, header: Sequence[str], lines: Rows) -> Iterator[Fault]:
    known = {column.name: column for column in schema.columns}
    cells_of = dict(zip(header, zip(*(cells for _, cells in lines), strict=True), strict=True))
    for name, cells in cells_of.items():
        for wrong, reason in _faults_of_cells(known[name], set(cells)):
            yield lines[cells.index(wrong)][0], reason
    for column in schema.columns:
        if column.required_of:
            yield from _faults_of_types(column, lines, cells_of)
    if schema.row_fault:
        for line, row in lines:
            if reason := schema.row_fault(dict(zip(header, row, strict=True))):
                yield line, reason
    yield from _repeated(schema, lines, cells_of)


def _faults_of_types(column: Column, lines: Rows, cells_of: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Rows of a type that needs a cell in this column, and have none."""
    cells = cells_of.get(column.name, [""] * len(lines))
    for (line, _), row_type, cell in zip(lines, cells_of["type"], cells, strict=True):
        if row_type in column.required_of and not cell:
            yield line, f"a row of the type “{row_type}” needs the column “{column.name}”"


def _faults_of_cells(column: Column, cells: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Cells of a column that do not fit, each with the reason; the same cells need to be looked at once only."""
    for cell in cells:
        if not cell:
            if column.required:
                yield cell, f"the column “{column.name}” is empty"
        elif column.values is not None:
            for value in cell.split("|") if column.many else (cell,):
                if value not in column.values:
                    yield cell, _not_allowed(column, value)
        elif column.pattern and not column.pattern.fullmatch(cell):
            yield cell, f"“{cell}” does not fit the column “{column.name}”: {column.description}"


def _not_allowed(column: Column, value: str) -> str:
    allowed = ", ".join(column.values or ())
    if column.name == "flags":
        return f"“{value}” is no flag of this table; " + (
            f"its flags are {allowed}" if allowed else "it has none"
        )
    return f"“{value}” is not allowed in the column “{column.name}”; allowed are {allowed}"


def _repeated(
    schema: TableSchema, lines: Rows, cells_of: Mapping[str, Sequence[str]]
) -> Iterator[tuple[int, str]]:
    """Rows whose key stands on an earlier line."""
    keys = list(zip(*(cells_of[name] for name in schema.key), strict=True))
    if len(set(keys)) == len(keys):
        return
    first: dict[tuple[str, ...], int] = {}
    for (line, _), key in zip(lines, keys, strict=True):
        if first.setdefault(key, line) != line:
            named = " and ".join(f"{name} “{cell}”" for name, cell in zip(schema.key, key, strict=True))
            yield line, f"the row with {named} stands already on line {first[key]}"
