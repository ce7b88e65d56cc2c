"""Records that a user's own code hands over: something else among them is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thai_newsie.schema.article import Article, Failure


def only_records(records: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """Each of `records`. Raises TypeError for what holds no records: at once, or when it comes to what is none.

    >>> list(only_records([3]))
    Traceback (most recent call last):
    TypeError: records must be Articles and Failures; number 0 of them is a int
    """
    if isinstance(records, Article | Failure):
        kind = type(records).__name__
        raise TypeError(f"records must be Articles and Failures, not one {kind}; put it in a list: [record]")
    if isinstance(records, str | bytes) or not isinstance(records, Iterable):
        kind = type(records).__name__
        raise TypeError(f"records must be Articles and Failures, as many as there are, and no {kind}")
    return _each(records)


def _each(records: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    for number, record in enumerate(records):
        if not isinstance(record, Article | Failure):
            kind = type(record).__name__
            raise TypeError(f"records must be Articles and Failures; number {number} of them is a {kind}")
        yield record
