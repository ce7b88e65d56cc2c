"""The rows of CSV. A quote that nobody closed does not swallow the rows behind it."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.opening import InputTooLargeError

_MAX_CELL_LENGTH = (
    2**31 - 1
)  # characters of a cell; Python's own limit, 131,072, is less than an article may have
_UNCLOSED_QUOTE = "a quoted cell begins here and does not end; close its quote"
_LOOSE_QUOTE = "csv: a quote within a cell is not doubled"

csv.field_size_limit(_MAX_CELL_LENGTH)


@dataclass(frozen=True)
class CsvRow:
    """The cells of a row, the warnings about it, and why it cannot be read; then the cells are those of its first line."""

    cells: list[str]
    warnings: tuple[str, ...] = ()
    error: str | None = None


class CsvLines:
    """The lines of a CSV file as text, for `csv.reader`. `taken` are those of the present row, which can be taken again."""

    def __init__(self, lines: Iterator[bytes], max_bytes: int) -> None:
        """Decode `lines`. A row may have `max_bytes`."""
        self._lines, self._max_bytes = lines, max_bytes
        self._waiting: deque[str] = deque()
        self.begin_row()

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self.taken: list[str] = []
        self.warnings: dict[str, None] = {}
        self.ended = False  # whether a line was asked for behind the last one
        self._size = 0

    def take_again(self, lines: Sequence[str]) -> None:
        """Give `lines` once more, before those that follow them."""
        self._waiting.extendleft(reversed(lines))

    def __iter__(self) -> CsvLines:
        """Return this very object."""
        return self

    def __next__(self) -> str:
        """Return the next line. Raises ValueError for one that is no text and for a row that is too long."""
        if not self._waiting:
            self._waiting.extend(self._decoded())
        line = self._waiting.popleft()
        self.taken.append(line)
        self._size += len(line)
        if self._size > self._max_bytes:
            raise InputTooLargeError("the row", self._max_bytes)
        return line

    def _decoded(self) -> list[str]:
        line = next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        if len(line) > self._max_bytes:
            raise InputTooLargeError("the row", self._max_bytes)
        text, warnings = decode(line)
        self.warnings.update(dict.fromkeys(warnings))
        # Each \r ends a line too, in files of old Macs.
        return [text] if "\r" not in text[:-2] else list(io.StringIO(text, newline=""))


def header_of(lines: CsvLines, delimiters: str) -> tuple[list[str], str]:
    """The columns in the first line that is not blank, and which of `delimiters` separates them."""
    line = next((line for line in lines if line.strip()), "")
    delimiter = max(delimiters, key=line.count)
    return _cells(line, delimiter), delimiter


def rows(lines: CsvLines, delimiter: str, width: int) -> Iterator[CsvRow]:
    """The rows that are not blank. `width` is the number of columns.

    >>> lines = CsvLines(iter([b'1,"a\\n', b'2,"b"\\n']), 1000)
    >>> [(row.cells, row.error) for row in rows(lines, ",", 2)]
    [(['1', 'a\\n'], 'a quoted cell begins here and does not end; close its quote'), (['2', 'b'], None)]
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            row = CsvRow(next(reader), tuple(lines.warnings))
        except StopIteration:
            return
        except ValueError as error:
            row = _bad_row(lines, delimiter, width, str(error))
        except csv.Error:  # a quoted cell ends where no cell can end, or not at all
            row = _row_with_odd_quote(lines, delimiter, width)
        if row.cells or row.error:
            yield row


def _row_with_odd_quote(lines: CsvLines, delimiter: str, width: int) -> CsvRow:
    """The row of `lines.taken`, if the quote is a part of a cell and the row ends in the same line: 1,"ก" และ "ข",x."""
    taken = lines.taken
    if lines.ended or _are_rows(taken[1:], delimiter, width):
        return _bad_row(lines, delimiter, width, _UNCLOSED_QUOTE)
    lines.take_again(taken)
    lines.taken = []
    cells = next(csv.reader(lines, delimiter=delimiter))
    if len(lines.taken) > len(taken):
        return _bad_row(lines, delimiter, width, _UNCLOSED_QUOTE)
    return CsvRow(cells, (*lines.warnings, _LOOSE_QUOTE))


def _bad_row(lines: CsvLines, delimiter: str, width: int, error: str) -> CsvRow:
    """The first of the lines that were taken. The others are taken again, if they are rows."""
    first, *others = lines.taken or [""]
    if _are_rows(others, delimiter, width):
        lines.take_again(others)
    return CsvRow(_cells(first, delimiter), tuple(lines.warnings), error)


def _are_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether most of `lines` have as many cells as a row has: then they are no lines of one long cell."""
    widths = [len(_cells(line, delimiter)) for line in lines if line.strip()]
    return sum(found == width for found in widths) * 2 > len(widths)


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
