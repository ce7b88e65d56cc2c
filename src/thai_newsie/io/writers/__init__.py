"""Articles to bytes: one module a format, and here the registry that knows them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import IO, Protocol, TypeVar, cast

from thai_newsie.schema.article import Article, Failure

T = TypeVar("T")

FORMATS = ("jsonl", "json", "csv", "parquet", "table")


class Format(Protocol):
    """What a module of a format has: one function for where articles are read, one for where the output is written.

    Between the two go bytes, so that the articles may be read in another process, or on another
    machine, and nothing of them is done twice.
    """

    BATCH_SIZE: int  # how many records `encode` is to be given where they are read one after the other

    def encode(self, records: Sequence[Article | Failure]) -> bytes:
        """The records as `write` takes them."""
        ...

    def write(self, pieces: Iterable[bytes], stream: IO[bytes]) -> None:
        """Write what was encoded, each piece before the next is asked for; how it was cut changes nothing."""
        ...


def writer(form: str) -> Format:
    """The module of a format. Raises KeyError for one that is none of `FORMATS`, MissingExtraError for want of a package."""
    if form not in FORMATS:
        raise KeyError(form)
    return cast(Format, import_module(f"{__name__}.{form}"))


def write(records: Iterable[Article | Failure], stream: IO[bytes], form: str = "jsonl") -> None:
    """Write `records` to a stream of bytes in one of `FORMATS`. Raises as `writer` does.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write([Failure(id="1", error="no text")], stream)
    >>> stream.getvalue()
    b'{"id":"1","source":null,"error":"no text"}\\n'
    """
    to = writer(form)
    to.write(map(to.encode, in_batches(records, to.BATCH_SIZE)), stream)


def flushed(pieces: Iterable[bytes], stream: IO[bytes]) -> Iterator[bytes]:
    """The pieces for a writer; each is out of the stream's buffer before the next is asked for."""
    for piece in pieces:
        yield piece
        stream.flush()


def in_batches(records: Iterable[T], size: int) -> Iterator[list[T]]:
    """`size` records at a time, the last time what is left.

    >>> list(in_batches("ABCDE", 2))
    [['A', 'B'], ['C', 'D'], ['E']]
    """
    left = iter(records)
    while batch := list(islice(left, size)):
        yield batch
