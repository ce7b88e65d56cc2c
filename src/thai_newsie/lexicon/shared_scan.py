"""The literals that the stages look for in every text, found together: the pass of all costs little more than of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import ahocorasick

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.matcher import Hit, Matcher

_makers: list[Callable[[], Matcher]] = []  # of the stages that are imported


def shared(make: Callable[[], Matcher]) -> Callable[[], Matcher]:
    """Make a matcher, on first use, that shares its pass over a text with the others made so."""
    matcher = compiled(make)
    _makers.append(matcher)
    return matcher


def matches(
    document: Document, matcher: Matcher, accept: Callable[[int, int], bool] | None = None
) -> Iterator[tuple[int, int, str]]:
    """What `matcher.find(document.text, accept)` gives, for a `shared` one.

    >>> from thai_newsie.document import Document
    >>> matcher = shared(lambda: Matcher({"กรม": "head"}))()
    >>> list(matches(Document.from_text("อธิบดีกรมการข้าว"), matcher))
    [(6, 9, 'head')]
    """
    if matcher not in document.hits:
        document.hits = _together(len(_makers)).hits(document.text)
    return matcher.chosen(document.text, document.hits[matcher], accept)


@compiled
def _together(count: int) -> _Together:
    """The first `count` matchers: a stage that is imported later adds its own."""
    return _Together([make() for make in _makers[:count]])


class _Together:
    """Several matchers in one automaton."""

    def __init__(self, matchers: Sequence[Matcher]) -> None:
        self._matchers = matchers
        found: dict[str, list[tuple[int, str]]] = {}
        for number, matcher in enumerate(matchers):
            for literal, value in matcher.entries.items():
                found.setdefault(literal, []).append((number, value))
        self._automaton = ahocorasick.Automaton()
        for literal, owners in found.items():
            self._automaton.add_word(literal, (len(literal), owners))
        self._automaton.make_automaton()

    def hits(self, text: str) -> dict[Matcher, list[Hit]]:
        """Each matcher's hits."""
        hits: list[list[Hit]] = [[] for _ in self._matchers]
        for last, (length, owners) in self._automaton.iter(text):
            for number, value in owners:
                hits[number].append((last + 1 - length, -last - 1, value))
        return dict(zip(self._matchers, hits, strict=True))
