"""What an engine gives: the records of some articles, as bytes for the writer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thai_newsie.io.writers import Format
from thai_newsie.schema.article import Article, Failure


@dataclass(frozen=True)
class Part:
    """The encoded records of some articles, with the number of articles, of those with warnings, and the failures."""

    data: bytes
    articles: int
    warned: int
    failures: tuple[Failure, ...]


def part(records: Sequence[Article | Failure], to: Format) -> Part:
    """The records, encoded by the format `to`."""
    return Part(to.encode(records), *tally(records))


def tally(records: Iterable[Article | Failure]) -> tuple[int, int, tuple[Failure, ...]]:
    """The number of articles, the number of those with warnings, and the failures.

    >>> tally([Article(warnings=("odd",)), Failure(error="no text"), Article()])
    (2, 1, (Failure(id='', source=None, meta={}, error='no text'),))
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
