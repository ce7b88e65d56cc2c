"""One pass over the text for the literals of all stages: it costs little more than the pass for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, Protocol

import ahocorasick

from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.matcher import Accept, Hit, Matcher, Payload, chosen

_makers: list[Callable[[], Matcher[Any]]] = []  # of the stages that are imported


class Searched(Protocol):
    """What `matches` searches: the text of a `Document`, and the matches that were found in it so far."""

    text: str
    hits: dict[Matcher[Any], list[Hit[Any]]]


def shared(make: Callable[[], Matcher[Payload]]) -> Callable[[], Matcher[Payload]]:
    """Decorate a function that makes a matcher: its literals are searched together with those of the other stages.

    The function runs once for each lexicon. Search with `matches`.
    """
    matcher = compiled(make)
    _makers.append(matcher)
    return matcher


def matches(
    document: Searched, matcher: Matcher[Payload], accept: Accept | None = None
) -> Iterator[tuple[int, int, Payload]]:
    """What `matcher.find(document.text, accept)` gives, for a matcher of a `shared` function.

    >>> from thai_newsie.document import Document
    >>> from thai_newsie.stages.organizations.openings import openings
    >>> [(start, end) for start, end, _ in matches(Document.from_text("อธิบดีกรมการข้าว"), openings())]
    [(6, 16)]
    """
    return chosen(document.text, _hits(document, matcher), accept)


def occurs(document: Searched, matcher: Matcher[Any]) -> bool:
    """Whether a literal of the matcher of a `shared` function stands in the text, also as a part of a word.

    It costs nothing: use it before a search with a pattern that needs one of the literals.
    """
    return bool(_hits(document, matcher))


def _hits(document: Searched, matcher: Matcher[Payload]) -> list[Hit[Payload]]:
    if matcher not in document.hits:
        document.hits = _together(len(_makers)).hits(document.text)
    return document.hits[matcher]


@compiled
def _together(count: int) -> _Together:
    """The first `count` matchers: a stage that is imported later adds its own."""
    makers = _makers[:count]
    for make in makers:
        import_module(make.__module__)  # another thread may import it just now: this waits for its last line
    return _Together([make() for make in makers])


class _Together:
    """Several matchers in one automaton."""

    def __init__(self, matchers: Sequence[Matcher[Any]]) -> None:
        self._matchers = matchers
        found: dict[str, list[tuple[int, Any]]] = {}
        for number, matcher in enumerate(matchers):
            for literal, payload in matcher.entries.items():
                found.setdefault(literal, []).append((number, payload))
        self._automaton = ahocorasick.Automaton()
        for literal, owners in found.items():
            self._automaton.add_word(literal, (len(literal), owners))
        self._automaton.make_automaton()

    def hits(self, text: str) -> dict[Matcher[Any], list[Hit[Any]]]:
        """Each matcher's hits in `text`."""
        hits: list[list[Hit[Any]]] = [[] for _ in self._matchers]
        for last, (length, owners) in self._automaton.iter(text):
            for number, payload in owners:
                hits[number].append((last + 1 - length, -last - 1, payload))
        return dict(zip(self._matchers, hits, strict=True))
