"""Writers: from records to bytes. One module for each format, and here the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import IO, Protocol, TypeVar, cast

from thai_newsie.schema.article import Article, Failure

T = TypeVar("T")

FORMATS = ("jsonl", "json", "csv", "parquet", "table")


class Format(Protocol):
    """What the module of a format has: `encode` runs where articles are read, `write` where the output is written.

    Bytes go from one to the other. So articles can be read in another process or on another machine, and no step is
    done twice.
    """

    BATCH_SIZE: int  # records that `encode` gets at once where articles are read one after the other

    def encode(self, records: Sequence[Article | Failure]) -> bytes:
        """The records as bytes that `write` takes."""
        ...

    def write(self, pieces: Iterable[bytes], stream: IO[bytes]) -> None:
        """Write encoded records, each piece before the next is asked for. The division into pieces changes nothing."""
        ...


def writer(form: str) -> Format:
    """The module of a format. Raises KeyError for a name not in `FORMATS`, MissingExtraError where its library is missing."""
    if form not in FORMATS:
        raise KeyError(form)
    return cast(Format, import_module(f"{__name__}.{form}"))


def write(records: Iterable[Article | Failure], stream: IO[bytes], form: str = "jsonl") -> None:
    """Write `records` to a stream of bytes in one of `FORMATS`. Raises as `writer` does.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write([Failure(id="1", error="no text")], stream)
    >>> stream.getvalue()
    b'{"id":"1","source":null,"meta":{},"error":"no text"}\\n'
    """
    to = writer(form)
    to.write(map(to.encode, in_batches(records, to.BATCH_SIZE)), stream)


def flushed(pieces: Iterable[bytes], stream: IO[bytes]) -> Iterator[bytes]:
    """The pieces for a writer. The stream is flushed before the next piece is asked for."""
    for piece in pieces:
        yield piece
        stream.flush()


def in_batches(records: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` records; the last one has what is left.

    >>> list(in_batches("ABCDE", 2))
    [['A', 'B'], ['C', 'D'], ['E']]
    """
    left = iter(records)
    while batch := list(islice(left, size)):
        yield batch
