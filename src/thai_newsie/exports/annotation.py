"""For formats of annotators: the words of a field, and the labelled spans in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from thai_newsie.schema.article import Article, Field, Mention
from thai_newsie.schema.labels import LABELS
from thai_newsie.text.words import word_starts

# The lists that become flat entities. Of two that overlap, the one of the earlier list is kept.
ENTITIES = ("people", "organizations", "places", "dates", "times", "counts")

_WHITE_SPACE = regex.compile(r"\s++")


class LabelledSpan(NamedTuple):
    """`text[start:end]` of a field, with a label."""

    start: int
    end: int
    label: str


def labelled_spans(article: Article, kind: str, field: Field) -> list[LabelledSpan]:
    """The labelled spans of one list in a field, each once, from left to right."""
    found = {(m.start, m.end) for m in _mentions(article, kind) if m.field == field and m.end > m.start}
    return [LabelledSpan(*span, LABELS[kind]) for span in sorted(found)]


def _mentions(article: Article, kind: str) -> Iterable[Mention]:
    if kind == "roles":
        return (role for person in article.people for role in person.roles)
    items = getattr(article, kind)
    if kind in ("people", "organizations", "places"):
        return (mention for item in items for mention in item.mentions)
    return items  # type: ignore[no-any-return]


def entities(article: Article, field: Field) -> list[LabelledSpan]:
    """The flat entities of a field, from left to right. None overlaps another."""
    found: list[LabelledSpan] = []
    taken = bytearray(len(getattr(article, field)))  # 1 where an entity stands
    for kind in ENTITIES:
        for one in labelled_spans(article, kind, field):
            if taken.find(1, one.start, one.end) < 0:
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                found.append(one)
    return sorted(found)


def tokens(text: str, cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The words of a text and the white space between them, as offsets. They are also cut at each of `cuts`.

    >>> [("กรมการข้าว แถลง")[start:end] for start, end in tokens("กรมการข้าว แถลง", [3])]
    ['กรม', 'การ', 'ข้าว', ' ', 'แถลง']
    """
    spaces = (edge for space in _WHITE_SPACE.finditer(text) for edge in space.span())
    yield from pairwise(sorted({0, len(text), *word_starts(text), *spaces, *cuts}))
