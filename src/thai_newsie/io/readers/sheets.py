"""The rows of spreadsheets as articles: the header is found, and its columns are those of `columns`, as in CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import islice, zip_longest
from typing import Any

from thai_newsie.config import Config
from thai_newsie.io.readers.columns import ColumnError, Columns, columns_of, unique
from thai_newsie.io.readers.json import article
from thai_newsie.io.readers.shown_names import shown
from thai_newsie.metadata import is_missing, known_metadata
from thai_newsie.raw_article import RawArticle, known_id
from thai_newsie.schema.article import Failure

_MAX_HEADER_ROW = 20  # titles, logos and dates may stand above the header
# What a formula gives that cannot be computed (ECMA-376, 18.18.11 ST_CellType "e").
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})

Row = Sequence[Any]
Sheets = Callable[
    [], Iterable[tuple[str, Iterable[Row]]]
]  # the sheets by their names, from the beginning each time


@dataclass(frozen=True)
class _Header:
    """Where the header of a sheet is, and its columns; or why there is none."""

    row: int
    columns: Columns | None
    error: str = ""


def articles_of_sheets(
    sheets: Sheets, where: str, name: str, config: Config, warnings: tuple[str, ...] = ()
) -> Iterator[RawArticle | Failure]:
    """The articles of a workbook: the rows of all sheets that have a column of the text. The first article names the others.

    An article without an id gets `name`, the sheet where there are several, and the number of its row as the program
    shows it.
    """
    headers = {sheet: _header(rows, config, f"{where}:{sheet}") for sheet, rows in sheets()}
    found = {sheet: header for sheet, header in headers.items() if header}
    readable = [sheet for sheet, header in found.items() if header.columns]
    if not readable:
        reasons = [f"sheet {sheet!r} {header.error}" for sheet, header in found.items()]
        yield Failure(id=name, source=where, error="; ".join(reasons) or "has no rows")
        return
    if others := [repr(sheet) for sheet, header in found.items() if not header.columns]:
        warnings += (f"sheets without a column of the text were not read: {shown(others)}",)
    for sheet, rows in sheets():
        if sheet not in readable:
            continue
        part = "" if len(readable) == 1 else f":{sheet}"
        for record in _articles(rows, found[sheet], where + part, name + part):
            if warnings and isinstance(record, RawArticle):
                record, warnings = replace(record, warnings=(*record.warnings, *warnings)), ()
            yield record


def _header(rows: Iterable[Row], config: Config, where: str) -> _Header | None:
    """The row, among the first, whose columns are known best. None for a sheet without rows."""
    best: _Header | None = None
    above: list[str] = []
    for number, row in enumerate(islice(rows, _MAX_HEADER_ROW), 1):
        names = [_text(cell) for cell in row]
        given = sum(map(bool, names))
        if given:
            header = _as_header(number, _with_merged(names, above), config, where)
            if best is None or _known(header) > _known(best):
                best = header
        above = names if given > 1 else []
    return best


def _with_merged(names: list[str], above: list[str]) -> list[str]:
    """The names of a header of two rows: a cell that is merged with the one above has its name there."""
    return [name or upper for name, upper in zip_longest(names, above, fillvalue="")]


def _as_header(number: int, names: list[str], config: Config, where: str) -> _Header:
    while names and not names[-1]:
        names.pop()
    try:
        return _Header(number, columns_of(unique(names), config, where))
    except ColumnError as error:
        return _Header(number, None, str(error))


def _known(header: _Header) -> int:
    return sum(map(bool, header.columns.fields)) if header.columns else 0


def _articles(rows: Iterable[Row], header: _Header, where: str, name: str) -> Iterator[RawArticle | Failure]:
    assert header.columns
    for number, row in enumerate(rows, 1):
        cells = [_value(cell) for cell in row]
        if number <= header.row or all(cell is None or cell == "" for cell in cells):
            continue
        item = header.columns.item(cells)
        known = {column: cell for column, cell in item.items() if cell is not None or column == "text"}
        known["text"] = "" if known.get("text") is None else known["text"]
        place, own_name = f"{where}:{number}", f"{name}:{number}"
        if known["text"] in _ERRORS:
            error = f"the cell of its text holds the error {known['text']}; mend its formula"
            yield Failure(
                id=known_id(known) or own_name, source=place, meta=known_metadata(known), error=error
            )
        else:
            yield article(known, place, own_name, ())


def _value(cell: Any) -> Any:
    """A cell as an article takes it: a day without a clock time is a date, a whole number has no point."""
    if is_missing(cell):
        return None
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _text(cell: Any) -> str:
    return "" if is_missing(cell) else " ".join(str(_value(cell)).split())
