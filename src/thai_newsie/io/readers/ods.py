"""OpenDocument spreadsheets (.ods): one article a row, read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers.opendocument import (
    DAMAGED,
    OFFICE,
    PARAGRAPHS,
    TABLE,
    elements,
    open_document,
    text_of,
)
from thai_newsie.io.readers.sheets import Row, articles_of_sheets
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_MAX_COLUMNS = 16_384  # of a sheet in LibreOffice
_MAX_ROWS = 1_048_576
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a spreadsheet, in its order."""
    count = 0
    try:
        package = open_document(stream, "OpenDocument spreadsheet", ".ods", config.max_bytes)
        for record in articles_of_sheets(lambda: _sheets(package), where, name, config):
            count += 1
            yield record
    except DAMAGED as error:
        place = f" behind record {count}" if count else ""
        reason = f"is no OpenDocument spreadsheet (.ods) that can be read{place}: {reason_of(error)}"
        yield Failure(id=name, source=where, error=reason)
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))


def _sheets(package: ZipFile) -> Iterator[tuple[str, Iterator[Row]]]:
    with package.open("content.xml") as file:
        events = elements(file)
        for event, element in events:
            if event == "start" and element.tag == f"{TABLE}table":
                rows = _rows(events)
                yield element.get(f"{TABLE}name", ""), rows
                for _ in rows:  # those that nobody asked for
                    pass


def _rows(events: Iterator[tuple[str, Element]]) -> Iterator[Row]:
    """The rows to the end of the table. Rows that are empty to the end are left out."""
    empty, number = 0, 0
    for event, element in events:
        if event == "start":
            continue
        if element.tag == f"{TABLE}table":
            element.clear()
            return
        if element.tag != f"{TABLE}table-row":
            continue
        cells = _cells(element)
        times = min(_count(element, f"{TABLE}number-rows-repeated"), _MAX_ROWS - number)
        number += times
        if any(cell is not None for cell in cells):
            yield from ([] for _ in range(empty))
            yield from (cells for _ in range(times))
            empty = 0
        else:
            empty += times
        element.clear()


def _cells(row: Element) -> list[Any]:
    cells: list[Any] = []
    for cell in row:
        if cell.tag in _CELLS:
            times = min(_count(cell, f"{TABLE}number-columns-repeated"), _MAX_COLUMNS - len(cells))
            cells += [_value(cell)] * times
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _count(element: Element, name: str) -> int:
    given = element.get(name, "1")
    return int(given) if given.isdecimal() else 1


def _value(cell: Element) -> Any:
    """The value of a cell: a day, a number, a truth value or a text."""
    given = cell.get(f"{OFFICE}value-type")
    try:
        if given == "date":
            found = cell.get(f"{OFFICE}date-value", "")
            return datetime.fromisoformat(found) if "T" in found else date.fromisoformat(found)
        if given in ("float", "currency", "percentage"):
            return float(cell.get(f"{OFFICE}value", ""))
    except ValueError:
        pass  # what it shows is its value
    if given == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    lines = [text_of(child) for child in cell if child.tag in PARAGRAPHS]
    return "\n".join(lines) or None
