"""Lines of a page with their places become text: columns one after the other, an empty line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from thai_newsie.io.readers.pdf_pages import Line, Piece

_MIN_COLUMN_LINES = 4  # lines in a row with a gap at the same place; fewer are the rows of a table
_MIN_COLUMN_CHARACTERS = 15  # of the middle line of a column; the cells of a table have fewer
_MIN_FULL_SHARE = (
    0.6  # of the lines of a column reach its right end; in a list of names and positions they do not
)
_MIN_BREAK = 1.25  # of the usual distance between lines
_USUAL_DISTANCE = 1.8  # of the size of the font, where no paragraph of the page has two lines
_FULL_LINE = 0.85  # of the width of its column: the paragraph goes on in the next line
_OTHER_SIZE = 1.15  # of the size of the font: a heading
_PARAGRAPH_INDENT = 1.2  # of the size of the font


@dataclass(frozen=True)
class _Column:
    """Lines one below the other. Most of them begin at `edge`."""

    lines: Sequence[Piece]
    left: float
    right: float
    edge: float

    @classmethod
    def of(cls, lines: Sequence[Piece]) -> _Column:
        lefts = sorted(line.left for line in lines)
        return cls(lines, lefts[0], max(line.right for line in lines), lefts[len(lefts) // 4])

    def is_full(self, line: Piece) -> bool:
        """Whether a line reaches the right end."""
        return line.right - self.left > _FULL_LINE * (self.right - self.left)

    def is_indented(self, line: Piece) -> bool:
        """Whether a line begins further to the right than most."""
        return line.left > self.edge + _PARAGRAPH_INDENT * line.size


def text_of_lines(lines: Sequence[Line]) -> str:
    r"""The text of a page.

    >>> lines = [[Piece(text, 50, 400, y, 12)] for text, y in (("กรม", 700), ("การข้าว", 685), ("ปีนี้", 655), ("ฝน", 640))]
    >>> text_of_lines(lines)
    'กรม\nการข้าว\n\nปีนี้\nฝน'
    """
    columns = _columns([piece for piece in _in_reading_order(lines) if piece.text.strip()])
    usual = _usual_distance(columns)
    text = ""
    for number, column in enumerate(columns):
        if number:
            text += "\n" if _goes_on(columns[number - 1], column) else "\n\n"
        text += "\n\n".join(_paragraphs(column, usual))
    return text


def _in_reading_order(lines: Sequence[Line]) -> Iterator[Piece]:
    """Each line as one piece; where lines stand in two columns, the left ones before the right ones."""
    number = 0
    while number < len(lines):
        end, gutter = _run_with_gap(lines, number)
        cut = [_cut(line, gutter) for line in lines[number:end]]
        if _are_columns(cut):
            yield from (left for left, _ in cut if left)
            yield from (right for _, right in cut if right)
        else:
            yield from map(_joined, lines[number:end])
        number = end


def _run_with_gap(lines: Sequence[Line], start: int) -> tuple[int, float]:
    """Behind which line the gap of line `start` ends, and its middle."""
    if len(lines[start]) < 2:
        return start + 1, 0.0
    low, high = lines[start][0].right, lines[start][1].left
    end = start
    while end < len(lines) and (free := _sides(lines[end], low, high)):
        low, high = free
        end += 1
    return max(end, start + 1), (low + high) / 2


def _are_columns(cut: Sequence[tuple[Piece | None, Piece | None]]) -> bool:
    if sum(1 for left, right in cut if left and right) < _MIN_COLUMN_LINES:
        return False
    return all(_is_running_text([pair[side] for pair in cut]) for side in (0, 1))


def _is_running_text(found: Sequence[Piece | None]) -> bool:
    pieces = [piece for piece in found if piece]
    column = _Column.of(pieces)
    lengths = sorted(len(piece.text) for piece in pieces)
    is_long = lengths[len(lengths) // 2] >= _MIN_COLUMN_CHARACTERS
    return is_long and sum(map(column.is_full, pieces)) >= _MIN_FULL_SHARE * len(pieces)


def _sides(line: Line, low: float, high: float) -> tuple[float, float] | None:
    """The gap between `low` and `high` that `line` leaves free; None where it leaves none."""
    rights = [piece.right for piece in line if piece.left < (low + high) / 2]
    lefts = [piece.left for piece in line if piece.left >= (low + high) / 2]
    free = max([low, *rights]), min([high, *lefts])
    return free if free[0] < free[1] else None


def _cut(line: Line, gutter: float) -> tuple[Piece | None, Piece | None]:
    left = [piece for piece in line if piece.left < gutter]
    right = [piece for piece in line if piece.left >= gutter]
    return (_joined(left) if left else None, _joined(right) if right else None)


def _joined(line: Line) -> Piece:
    first, *others = line
    found = Piece(first.text, first.left, first.right, first.base, first.size)
    for piece in others:
        found.grow(" " + piece.text, piece.left, piece.right)
    return found


def _columns(lines: Sequence[Piece]) -> list[_Column]:
    """The lines in groups, each from above to below."""
    groups: list[list[Piece]] = []
    for line in lines:
        if not groups or line.base > groups[-1][-1].base + line.size / 2:
            groups.append([])
        groups[-1].append(line)
    return [_Column.of(group) for group in groups]


def _goes_on(column: _Column, following: _Column) -> bool:
    """Whether the paragraph at the end of a column goes on in one to its right. What else stands higher is a running head."""
    last, first = column.lines[-1], following.lines[0]
    return first.left > last.right and column.is_full(last) and not following.is_indented(first)


def _usual_distance(columns: Sequence[_Column]) -> float:
    """The distance between the lines of a paragraph, in sizes of the font: the middle one below full lines."""
    pairs = [pair for column in columns for pair in pairwise(column.lines) if column.is_full(pair[0])]
    distances = [distance for above, below in pairs if (distance := _distance(above, below))]
    return median_low(distances) if distances else _USUAL_DISTANCE


def _distance(above: Piece, below: Piece) -> float | None:
    """The distance from line to line, in sizes of the font; None between different sizes."""
    large, small = max(above.size, below.size), min(above.size, below.size)
    return (above.base - below.base) / large if large < _OTHER_SIZE * small else None


def _paragraphs(column: _Column, usual: float) -> Iterator[str]:
    """The paragraphs of a column; the lines of one are separated by line breaks."""
    paragraph = [column.lines[0].text.strip()]
    for above, below in pairwise(column.lines):
        if _is_break(column, above, below, usual):
            yield "\n".join(paragraph)
            paragraph = []
        paragraph.append(below.text.strip())
    yield "\n".join(paragraph)


def _is_break(column: _Column, above: Piece, below: Piece, usual: float) -> bool:
    distance = _distance(above, below)
    if distance is None or distance > _MIN_BREAK * usual:
        return True
    return column.is_indented(below) and not column.is_indented(above)
