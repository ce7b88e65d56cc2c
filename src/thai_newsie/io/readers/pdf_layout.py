"""Lines of a page with their places become text: columns one after the other, an empty line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from thai_newsie.io.readers.pdf_pages import Line, Piece

_MIN_COLUMN_LINES = 4  # lines in a row with a gap at the same place; fewer are the rows of a table
_MIN_COLUMN_CHARACTERS = 15  # of the middle line of a column; the cells of a table have fewer
_MIN_BREAK = 1.25  # of the usual distance between lines
_USUAL_DISTANCE = 1.8  # of the size of the font, where no paragraph of the page has two lines
_FULL_LINE = 0.85  # of the width of its column: the paragraph goes on in the next line
_OTHER_SIZE = 1.15  # of the size of the font: a heading
_INDENT = 1.2  # of the size of the font


def text_of_lines(lines: Sequence[Line]) -> str:
    r"""The text of a page.

    >>> lines = [[Piece(text, 50, 400, y, 12)] for text, y in (("กรม", 700), ("การข้าว", 685), ("ปีนี้", 655), ("ฝน", 640))]
    >>> text_of_lines(lines)
    'กรม\nการข้าว\n\nปีนี้\nฝน'
    """
    columns = _split_at_jumps([piece for piece in _in_reading_order(lines) if piece.text.strip()])
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
        end, gutter = _columns(lines, number)
        if end > number:
            cut = [_cut(line, gutter) for line in lines[number:end]]
            yield from (left for left, _ in cut if left)
            yield from (right for _, right in cut if right)
            number = end
        else:
            yield _joined(lines[number])
            number += 1


def _columns(lines: Sequence[Line], start: int) -> tuple[int, float]:
    """Where the columns that begin in line `start` end, and the middle between them; `start` itself if there are none."""
    if len(lines[start]) < 2:
        return start, 0.0
    low, high = lines[start][0].right, lines[start][1].left
    end = start
    while end < len(lines):
        sides = _sides(lines[end], low, high)
        if sides is None:
            break
        low, high = max(low, sides[0]), min(high, sides[1])
        end += 1
    cut = [_cut(line, (low + high) / 2) for line in lines[start:end]]
    both = sum(1 for left, right in cut if left and right)
    long = all(_middle_length([pair[side] for pair in cut]) >= _MIN_COLUMN_CHARACTERS for side in (0, 1))
    return (end, (low + high) / 2) if both >= _MIN_COLUMN_LINES and long else (start, 0.0)


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


def _middle_length(pieces: Sequence[Piece | None]) -> int:
    lengths = sorted(len(piece.text) for piece in pieces if piece)
    return lengths[len(lengths) // 2] if lengths else 0


def _split_at_jumps(lines: Sequence[Piece]) -> list[list[Piece]]:
    """The lines in groups, each from above to below."""
    groups: list[list[Piece]] = []
    for line in lines:
        if not groups or line.base > groups[-1][-1].base + line.size / 2:
            groups.append([])
        groups[-1].append(line)
    return groups


def _goes_on(column: Sequence[Piece], following: Sequence[Piece]) -> bool:
    """Whether the paragraph at the end of a column goes on in one to its right. What else stands higher is a running head."""
    is_right = following[0].left > column[-1].right
    return is_right and _is_full(column, len(column) - 1) and not _is_indented(following, 0)


def _usual_distance(columns: Sequence[Sequence[Piece]]) -> float:
    """The distance between the lines of a paragraph, in sizes of the font: the middle one below full lines."""
    distances = []
    for column in columns:
        for number, (above, below) in enumerate(pairwise(column)):
            if _is_full(column, number) and (distance := _distance(above, below)):
                distances.append(distance)
    return median_low(distances) if distances else _USUAL_DISTANCE


def _distance(above: Piece, below: Piece) -> float | None:
    """The distance from line to line, in sizes of the font; None between different sizes."""
    large, small = max(above.size, below.size), min(above.size, below.size)
    return (above.base - below.base) / large if large < _OTHER_SIZE * small else None


def _paragraphs(column: Sequence[Piece], usual: float) -> Iterator[str]:
    """The paragraphs of a column; the lines of one are separated by line breaks."""
    paragraph: list[str] = []
    for number, line in enumerate(column):
        if number and _begins_paragraph(column, number, usual):
            yield "\n".join(paragraph)
            paragraph = []
        paragraph.append(line.text.strip())
    yield "\n".join(paragraph)


def _begins_paragraph(column: Sequence[Piece], number: int, usual: float) -> bool:
    distance = _distance(column[number - 1], column[number])
    if distance is None or distance > _MIN_BREAK * usual:
        return True
    return _is_indented(column, number) and not _is_indented(column, number - 1)


def _is_full(column: Sequence[Piece], number: int) -> bool:
    """Whether a line reaches the right end of its column."""
    left, right = min(line.left for line in column), max(line.right for line in column)
    return column[number].right - left > _FULL_LINE * (right - left)


def _is_indented(column: Sequence[Piece], number: int) -> bool:
    """Whether a line begins further to the right than most of its column."""
    lefts = sorted(line.left for line in column)
    return column[number].left > lefts[len(lefts) // 4] + _INDENT * column[number].size
