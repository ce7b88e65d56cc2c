"""Which of many spans stands at a place: for the reasons of rejections, which name what a candidate gives way to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter
from typing import Generic, TypeVar

from thai_newsie.document import Span

S = TypeVar("S", bound=Span)


class Overlaps(Generic[S]):
    """Spans of which none overlaps another. They are put in order when somebody asks first.

    >>> Overlaps([Span(8, 10), Span(0, 3)]).first(2, 9)
    Span(start=0, end=3)
    """

    def __init__(self, spans: Iterable[S]) -> None:
        """Take the spans, in any order."""
        self._spans = spans

    @cached_property
    def _in_order(self) -> list[S]:
        return sorted(self._spans, key=attrgetter("start"))

    def first(self, start: int, end: int) -> S | None:
        """The first that shares a character with the stretch from `start` to `end`; None where none does."""
        place = bisect_right(self._in_order, start, key=attrgetter("end"))
        found = self._in_order[place] if place < len(self._in_order) else None
        return found if found and found.start < end else None
