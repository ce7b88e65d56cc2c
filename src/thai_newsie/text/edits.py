"""A text under correction: edits change it, and every place leads back to the text as it was before the first of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class EditedText:
    """A text with a map back to the original.

    >>> edited = EditedText("จังห วัด")
    >>> edited.apply([Edit(4, 5, "")])
    >>> edited.text, edited.to_original(0, 7)
    ('จังหวัด', (0, 8))
    """

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        """Start with `text`, unchanged."""
        self.text = text
        # Start and end in the original of each character; empty until the first edit.
        self._starts, self._ends = array("l"), array("l")

    def apply(self, edits: Iterable[Edit]) -> None:
        """Make `edits`, which stand in order and do not overlap. None of them may be empty at both ends."""
        length = len(self.text)
        starts = self._starts or array("l", range(length + 1))
        ends = self._ends or array("l", range(1, length + 1))
        pieces: list[str] = []
        new_starts, new_ends = array("l"), array("l")
        done = 0
        for start, end, new in edits:
            pieces += [self.text[done:start], new]
            new_starts.extend(starts[done:start])
            new_ends.extend(ends[done:start])
            new_starts.extend([starts[start]] * len(new))
            new_ends.extend([ends[end - 1]] * len(new))
            done = end
        if not pieces:
            return
        new_starts.extend(starts[done:])
        new_ends.extend(ends[done:])
        self.text = "".join([*pieces, self.text[done:]])
        self._starts, self._ends = new_starts, new_ends

    def copy(self) -> EditedText:
        """The same text with the same map, which edits of this one do not change."""
        other = EditedText(self.text)
        other._starts, other._ends = self._starts, self._ends
        return other

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that became `text[start:end]`. What was taken out at its boundaries stays outside."""
        if not self._starts:
            return start, end
        first = self._starts[start]
        return first, self._ends[end - 1] if end > start else first

    def from_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that `original[start:end]` became."""
        if not self._starts:
            return start, end
        return bisect_left(self._starts, start), bisect_left(self._starts, end)
