"""Which strings begin with another, however many they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence


def beginning_with(stem: str, alphabetical: Sequence[str]) -> Iterator[str]:
    """The strings of a sorted sequence that begin with `stem`; they stand side by side there.

    >>> list(beginning_with("กรมการ", ["กรมการข้าว", "กรมการแพทย์", "กรมชลประทาน"]))
    ['กรมการข้าว', 'กรมการแพทย์']
    """
    for place in range(bisect_left(alphabetical, stem), len(alphabetical)):
        if not alphabetical[place].startswith(stem):
            return
        yield alphabetical[place]
