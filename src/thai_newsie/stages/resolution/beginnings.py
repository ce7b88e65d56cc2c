"""Which strings of a sorted sequence begin with another string."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence


def beginning_with(beginning: str, alphabetical: Sequence[str]) -> Iterator[str]:
    """The strings of a sorted sequence that begin with `beginning`, in logarithmic time: they stand side by side.

    >>> list(beginning_with("กรมการ", ["กรมการข้าว", "กรมการแพทย์", "กรมชลประทาน"]))
    ['กรมการข้าว', 'กรมการแพทย์']
    """
    for place in range(bisect_left(alphabetical, beginning), len(alphabetical)):
        if not alphabetical[place].startswith(beginning):
            return
        yield alphabetical[place]
