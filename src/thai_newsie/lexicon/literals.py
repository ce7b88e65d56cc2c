"""Which of many strings stands at a place, or ends there: for known places, where a search would be waste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import maxsize


class Literals:
    """Strings to be found at a given place of a text, the longest first.

    >>> units = Literals(["ร้าน", "ร้านค้า"])
    >>> units.longest_at("50 ร้านค้า", 3), units.longest_before("ร้านค้าที่ 2", 7)
    ('ร้านค้า', 'ร้านค้า')
    """

    def __init__(self, forms: Iterable[str]) -> None:
        """From the strings, in any order."""
        self._forms = frozenset(forms)
        self._lengths = self._by_letter(0)
        self._lengths_before = self._by_letter(-1)

    def _by_letter(self, place: int) -> dict[str, list[int]]:
        """The lengths of the strings, the longest first, by their letter at a place."""
        lengths: dict[str, set[int]] = {}
        for form in self._forms:
            lengths.setdefault(form[place], set()).add(len(form))
        return {letter: sorted(found, reverse=True) for letter, found in lengths.items()}

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
        for length in self._lengths.get(text[start : start + 1], ()):
            if start + length <= end and (form := text[start : start + length]) in self._forms:
                return form
        return ""

    def longest_before(self, text: str, end: int, low: int = 0) -> str:
        """The longest of them that ends at `end` and begins no earlier than `low`, "" where none does."""
        if end > low:
            for length in self._lengths_before.get(text[end - 1], ()):
                if end - length >= low and (form := text[end - length : end]) in self._forms:
                    return form
        return ""
