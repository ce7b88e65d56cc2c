"""Lines of a page with their places become text: columns one after the other, an empty line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thai_newsie.io.readers.pdf_pages import Line, Piece

_MIN_COLUMN_LINES = 4  # lines in a row with a gap at the same place; fewer are the rows of a table
_MIN_COLUMN_CHARACTERS = 15  # of the middle line of a column; the cells of a table have fewer
_MIN_BREAK = 1.3  # of the usual distance between lines
_CERTAIN_BREAK = 2.2  # of the height of a line
_OTHER_SIZE = 1.15  # of the height of a line: a heading
_INDENT = 1.0  # of the height of a line


def text_of_lines(lines: Sequence[Line]) -> str:
    r"""The text of a page.

    >>> lines = [[Piece(text, 50, 400, y, y + 12)] for text, y in (("กรม", 700), ("การข้าว", 685), ("ปีนี้", 655), ("ฝน", 640))]
    >>> text_of_lines(lines)
    'กรม\nการข้าว\n\nปีนี้\nฝน'
    """
    return "\n\n".join(_paragraphs([piece for piece in _in_reading_order(lines) if piece.text.strip()]))


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
    found = Piece(first.text, first.left, first.right, first.bottom, first.top)
    for piece in others:
        found.grow(" " + piece.text, piece)
    return found


def _middle_length(pieces: Sequence[Piece | None]) -> int:
    lengths = sorted(len(piece.text) for piece in pieces if piece)
    return lengths[len(lengths) // 2] if lengths else 0


def _paragraphs(lines: Sequence[Piece]) -> Iterator[str]:
    """The paragraphs of lines in reading order; the lines of one are separated by line breaks."""
    usual = _usual_distance(lines)
    edge = _left_edge(lines)
    paragraph: list[str] = []
    for number, line in enumerate(lines):
        if number and _is_break(lines[number - 1], line, usual, edge):
            yield "\n".join(paragraph)
            paragraph = []
        paragraph.append(line.text.strip())
    if paragraph:
        yield "\n".join(paragraph)


def _is_break(above: Piece, below: Piece, usual: float, edge: float) -> bool:
    distance = above.bottom - below.bottom
    height = min(above.height, below.height)
    if distance < 0:  # the next column goes on where this one ends; anything else is a running head
        return below.left < above.right
    if distance > min(_MIN_BREAK * usual, _CERTAIN_BREAK * height):
        return True
    if max(above.height, below.height) > _OTHER_SIZE * height:
        return True
    indent = edge + _INDENT * height
    return above.left < indent <= below.left < above.right


def _usual_distance(lines: Sequence[Piece]) -> float:
    """The distance from line to line within paragraphs: that of the lower quarter."""
    distances = sorted(
        above.bottom - below.bottom
        for above, below in zip(lines, lines[1:], strict=False)
        if above.bottom - below.bottom > above.height / 2
    )
    return distances[len(distances) // 4] if distances else 0.0


def _left_edge(lines: Sequence[Piece]) -> float:
    """Where most lines begin."""
    lefts = sorted(line.left for line in lines)
    return lefts[len(lefts) // 4] if lefts else 0.0
