"""Which of many strings stands at a place: for places that are known, where a search would be waste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import maxsize


class Literals:
    """Strings to be found at a given place of a text, the longest first.

    >>> Literals(["ร้าน", "ร้านค้า"]).longest_at("50 ร้านค้า", 3)
    'ร้านค้า'
    """

    def __init__(self, forms: Iterable[str]) -> None:
        """From the strings, in any order."""
        self._forms = frozenset(forms)
        lengths: dict[str, set[int]] = {}
        for form in self._forms:
            lengths.setdefault(form[0], set()).add(len(form))
        self._lengths = {letter: sorted(found, reverse=True) for letter, found in lengths.items()}

    def __contains__(self, form: str) -> bool:
        """Whether a string is one of them."""
        return form in self._forms

    def at(self, text: str, start: int, end: int = maxsize) -> Iterator[str]:
        """Those that stand at `start` and reach no further than `end`, the longest first."""
        for length in self._lengths.get(text[start : start + 1], ()):
            if start + length <= end and (form := text[start : start + length]) in self._forms:
                yield form

    def longest_at(self, text: str, start: int, end: int = maxsize) -> str:
        """The longest of them at `start`, "" where none stands there."""
        return next(self.at(text, start, end), "")
