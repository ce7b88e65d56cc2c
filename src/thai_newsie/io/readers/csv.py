"""CSV: one article a row, under a header with a column of the text and possibly of title, day, id and publisher.

The other columns are metadata.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.csv_escaping import unescaped
from thai_newsie.io.readers.columns import ColumnError, Columns, columns_of, known_fields, unique
from thai_newsie.io.readers.csv_rows import CsvLines, CsvRow, header_of, rows
from thai_newsie.io.readers.json import article
from thai_newsie.io.readers.lines import byte_lines
from thai_newsie.metadata import known_metadata
from thai_newsie.raw_article import RawArticle, known_id
from thai_newsie.schema.article import Failure

_MIN_COLUMNS = 2  # of a header that is told from a line of text
_MAX_HEADER_CELL_LENGTH = 60  # characters of a column's name there
_DELIMITERS = ",;\t"  # Excel writes semicolons in countries with a decimal comma


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a CSV file, in its order. One without an id gets `name` and the number of its row."""
    lines, warnings = byte_lines(stream, config.max_bytes)
    return articles_of_lines(lines, where, name, config, warnings)


def articles_of_lines(
    found: Iterator[bytes], where: str, name: str, config: Config, warnings: tuple[str, ...]
) -> Iterator[RawArticle | Failure]:
    """The articles of the rows in these lines, the first of which is the header."""
    lines = CsvLines(found, config.max_bytes)
    try:
        header, delimiter = header_of(lines, _DELIMITERS)
    except ValueError as error:
        yield Failure(id=name, source=where, error=f"is not CSV: {error}")
        return
    try:
        columns = columns_of(unique(header), config, where)
    except ColumnError as error:
        yield Failure(id=name, source=where, error=f"{error} (the first line is the header)")
        return
    for number, row in enumerate(rows(lines, delimiter, len(header)), 1):
        yield _article(row, columns, f"{where}:{number}", f"{name}:{number}", warnings)


def is_header(line: bytes, config: Config) -> bool:
    """Whether a line is the header of a table of articles: its cells are short, and some are names of known columns.

    >>> is_header("หัวข้อ,เนื้อหา".encode(), DEFAULT), is_header("ที่มา, กรมการข้าว".encode(), DEFAULT)
    (True, False)
    """
    try:
        names, _ = header_of(CsvLines(iter([line]), config.max_bytes), _DELIMITERS)
    except ValueError:
        return False
    if len(names) < _MIN_COLUMNS or max(map(len, names)) > _MAX_HEADER_CELL_LENGTH:
        return False
    known = known_fields(names, config)
    return "text" in known or len(known) >= _MIN_COLUMNS


def _article(
    row: CsvRow, columns: Columns, where: str, name: str, warnings: tuple[str, ...]
) -> RawArticle | Failure:
    # In CSV an empty cell means that nothing is given, except for the text.
    cells = columns.item(list(map(unescaped, row.cells)))
    known = {column: cell for column, cell in cells.items() if cell or column == "text"}
    error = row.error
    if not error and len(row.cells) > len(
        columns.names
    ):  # the text behind an unquoted comma must not get lost
        error = (
            f"has {len(row.cells)} cells under {len(columns.names)} columns; a cell with a comma needs quotes"
        )
    if error:
        meta = known_metadata(known)
        return Failure(id=known_id(known) or name, source=where, meta=meta, error=error)
    return article(known, where, name, (*warnings, *row.warnings))
