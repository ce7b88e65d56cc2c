"""CSV: one article a row, under a header with `text` and possibly `id title published source`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO

from thai_newsie.io.csv_escaping import unescaped
from thai_newsie.io.readers.decoding import encoding_of, warning_of
from thai_newsie.io.readers.json import article
from thai_newsie.raw_article import FIELDS, RawArticle
from thai_newsie.schema.article import Failure

_ENCODING_SAMPLE_BYTES = 65_536  # bytes from which the encoding is detected
_MAX_CELL_LENGTH = (
    2**31 - 1
)  # characters of a cell; Python's own limit, 131,072, is less than an article may have
_DELIMITERS = ",;\t"  # Excel writes semicolons in countries with a decimal comma


def read_articles(stream: IO[bytes], where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The articles of a CSV file, in its order. One without an id gets `name` and the number of its row."""
    csv.field_size_limit(_MAX_CELL_LENGTH)
    try:
        encoding = encoding_of(stream.read(_ENCODING_SAMPLE_BYTES))
        stream.seek(0)
        # A line break in a cell belongs to the text. A broken character does not make a UTF-8 file unreadable.
        lines = TextIOWrapper(stream, encoding, errors="replace", newline="")
        yield from _articles(lines, warning_of(encoding), where, name)
    except (ValueError, csv.Error) as error:
        yield Failure(id=name, source=where, error=f"is not CSV: {error}")


def _articles(
    lines: TextIOWrapper, warnings: tuple[str, ...], where: str, name: str
) -> Iterator[RawArticle | Failure]:
    header = lines.readline()
    delimiter = max(_DELIMITERS, key=header.count)
    columns = [column.strip().lower() for column in next(csv.reader([header], delimiter=delimiter), [])]
    if "text" not in columns:
        yield Failure(id=name, source=where, error='has no column "text" in its first line')
        return
    for number, cells in enumerate(filter(None, csv.reader(lines, delimiter=delimiter)), 1):
        place, known_as = f"{where}:{number}", f"{name}:{number}"
        if len(cells) > len(columns):  # the text behind an unquoted comma must not get lost silently
            error = f"has {len(cells)} cells under {len(columns)} columns; a cell with a comma needs quotes"
            yield Failure(id=known_as, source=place, error=error)
            continue
        row = {
            column: unescaped(cell) for column, cell in zip(columns, cells, strict=False) if column in FIELDS
        }
        torn = sum(cell.count("\ufffd") for cell in row.values())
        unreadable = (f"encoding: {torn} unreadable characters (U+FFFD)",) if torn else ()
        yield article(_known(row), place, known_as, (*warnings, *unreadable))


def _known(row: dict[str, str]) -> dict[str, str]:
    """The row without empty cells, except the text: in CSV an empty cell means that nothing is given."""
    return {column: cell for column, cell in row.items() if cell or column == "text"}
