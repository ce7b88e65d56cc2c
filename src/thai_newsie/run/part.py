"""What an engine gives: some articles read, as the bytes that their writer takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thai_newsie.io.writers import Format
from thai_newsie.schema.article import Article, Failure


@dataclass(frozen=True)
class Part:
    """The records of some articles, encoded, and what is to be told of them."""

    data: bytes
    articles: int
    warned: int
    failures: tuple[Failure, ...]


def part(records: Sequence[Article | Failure], to: Format) -> Part:
    """The records as the format `to` encodes them."""
    return Part(to.encode(records), *tally(records))


def tally(records: Iterable[Article | Failure]) -> tuple[int, int, tuple[Failure, ...]]:
    """How many articles, how many of them with warnings, and the failures.

    >>> tally([Article(warnings=("odd",)), Failure(error="no text"), Article()])
    (2, 1, (Failure(id='', source=None, error='no text'),))
    """
    articles = warned = 0
    failures = []
    for record in records:
        if isinstance(record, Failure):
            failures.append(record)
        else:
            articles += 1
            warned += bool(record.warnings)
    return articles, warned, tuple(failures)
