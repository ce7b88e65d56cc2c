"""CSV: one article a row, under a header with `text` and possibly `id title published source`; the others are its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.csv_escaping import unescaped
from thai_newsie.io.readers.csv_rows import CsvLines, CsvRow, header_of, rows
from thai_newsie.io.readers.json import article
from thai_newsie.io.readers.lines import byte_lines
from thai_newsie.metadata import known_metadata
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

_DELIMITERS = ",;\t"  # Excel writes semicolons in countries with a decimal comma


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a CSV file, in its order. One without an id gets `name` and the number of its row."""
    found, warnings = byte_lines(stream, config.max_bytes)
    lines = CsvLines(found, config.max_bytes)
    try:
        header, delimiter = header_of(lines, _DELIMITERS)
    except ValueError as error:
        yield Failure(id=name, source=where, error=f"is not CSV: {error}")
        return
    columns = [column.strip().lower() for column in header]
    if "text" not in columns:
        yield Failure(id=name, source=where, error='has no column "text" in its first line')
        return
    for number, row in enumerate(rows(lines, delimiter, len(columns)), 1):
        yield _article(row, columns, f"{where}:{number}", f"{name}:{number}", warnings)


def _article(
    row: CsvRow, columns: list[str], where: str, name: str, warnings: tuple[str, ...]
) -> RawArticle | Failure:
    # In CSV an empty cell means that nothing is given, except for the text.
    known = {
        column: unescaped(cell)
        for column, cell in zip(columns, row.cells, strict=False)
        if cell or column == "text"
    }
    error = row.error
    if not error and len(row.cells) > len(columns):  # the text behind an unquoted comma must not get lost
        error = f"has {len(row.cells)} cells under {len(columns)} columns; a cell with a comma needs quotes"
    if error:
        meta = known_metadata(known)
        return Failure(id=known.get("id", name), source=where, meta=meta, error=error)
    return article(known, where, name, (*warnings, *row.warnings))
