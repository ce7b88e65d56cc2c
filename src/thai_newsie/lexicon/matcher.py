"""The search for many literals at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import Generic, TypeVar

import ahocorasick

from thai_newsie.text.characters import is_syllable_edge

Payload = TypeVar("Payload")
# A place where a literal stands: its start, its end as a negative number, and the payload of the literal.
# In sorted order, the longest of the literals that begin at one place comes first.
Hit = tuple[int, int, Payload]
# Whether a match counts, by its start and end.
Accept = Callable[[int, int], bool]
_making = Lock()


class Matcher(Generic[Payload]):
    """Finds many literal strings in one pass over a text (Aho-Corasick); the time does not grow with their number.

    Each literal has a payload, an object of any type that says what the literal stands for. A payload such as None or ""
    may say that the literal stands for nothing: the match still shields its letters from shorter literals ("สภาพ" is no
    "สภา"), and the caller skips it. Of matches that overlap, the one that begins first wins, then the longest. A match
    counts only where both its edges are edges of syllables: "ยะลา" is not found in "ยะลาน".

    >>> matcher = Matcher({"กรม": "head", "กรมการข้าว": "name"})
    >>> list(matcher.find("อธิบดีกรมการข้าว"))
    [(6, 16, 'name')]
    >>> shielded = Matcher({"สภา": 1, "สภาพ": None})
    >>> [payload for _, _, payload in shielded.find("สภาพและสภา")]
    [None, 1]
    """

    def __init__(self, entries: Mapping[str, Payload] | Iterable[tuple[str, Payload]]) -> None:
        """Take the payload of each literal."""
        self.entries = dict(entries)
        self._automaton: ahocorasick.Automaton | None = None  # the shared scan needs none

    def _search(self) -> ahocorasick.Automaton:
        """The automaton, made by the first thread that searches, and published when it is done."""
        if self._automaton is None:
            with _making:
                if self._automaton is None:
                    automaton = ahocorasick.Automaton()
                    for literal, payload in self.entries.items():
                        automaton.add_word(literal, (len(literal), payload))
                    automaton.make_automaton()
                    self._automaton = automaton
        return self._automaton

    def find(self, text: str, accept: Accept | None = None) -> Iterator[tuple[int, int, Payload]]:
        """Start, end and payload of each match that `accept` lets count, from left to right, none overlapping."""
        if not self.entries:
            return iter(())
        found = self._search().iter(text)
        hits = [(last + 1 - length, -last - 1, payload) for last, (length, payload) in found]
        return chosen(text, hits, accept)


def chosen(text: str, hits: list[Hit[Payload]], accept: Accept | None) -> Iterator[tuple[int, int, Payload]]:
    """The matches that count, of all places where a literal of one matcher stands."""
    done = 0
    # No two hits have the same start and end, so that payloads are never compared.
    for start, negative_end, payload in sorted(hits):
        end = -negative_end
        if (
            start >= done
            and is_syllable_edge(text, end)
            and is_syllable_edge(text, start)
            and (accept is None or accept(start, end))
        ):
            done = end
            yield start, end, payload
