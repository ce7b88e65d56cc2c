"""The search for many literals at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import ahocorasick

from thai_newsie.text.characters import is_syllable_edge

# Where a literal begins, minus where it ends, its value: sorted, the longest of those that begin together is first.
Hit = tuple[int, int, str]


class Matcher:
    """Finds many literal strings in one pass over a text (Aho-Corasick), however many they are.

    Of matches that overlap, the one that begins first wins, then the longest. A match whose edge
    would cut a syllable is none: "ยะลา" is not found in "ยะลาน".

    >>> matcher = Matcher({"กรม": "head", "กรมการข้าว": "name"})
    >>> list(matcher.find("อธิบดีกรมการข้าว"))
    [(6, 16, 'name')]
    """

    def __init__(self, entries: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        """From each string to find, to the value it stands for."""
        self.entries = dict(entries)

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for literal, value in self.entries.items():
            automaton.add_word(literal, (len(literal), value))
        automaton.make_automaton()
        return automaton

    def find(
        self, text: str, accept: Callable[[int, int], bool] | None = None
    ) -> Iterator[tuple[int, int, str]]:
        """Start, end and value of each match that `accept` lets stand, from left to right, none overlapping."""
        if not self.entries:
            return iter(())
        found = self._automaton.iter(text)
        hits = [(last + 1 - length, -last - 1, value) for last, (length, value) in found]
        return self.chosen(text, hits, accept)

    @staticmethod
    def chosen(
        text: str, hits: list[Hit], accept: Callable[[int, int], bool] | None
    ) -> Iterator[tuple[int, int, str]]:
        """The matches that stand, of all places where a literal does."""
        done = 0
        for start, negative_end, value in sorted(hits):
            end = -negative_end
            if (
                start >= done
                and is_syllable_edge(text, end)
                and is_syllable_edge(text, start)
                and (accept is None or accept(start, end))
            ):
                done = end
                yield start, end, value
