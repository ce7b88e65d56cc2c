"""JSON for people to read: one list of all records, indented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import indent
from typing import IO

from thai_newsie.schema.article import Article, Failure

BATCH_SIZE = 1
_INDENT = 2


def encode(records: Sequence[Article | Failure]) -> bytes:
    """The records as a part of the list, separated by commas."""
    return ",\n".join(indent(record.to_json(indent=_INDENT), " " * _INDENT) for record in records).encode()


def write(pieces: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write the list, piece after piece."""
    stream.write(b"[")
    comma = b"\n"
    for piece in pieces:
        stream.write(comma + piece)
        comma = b",\n"
    stream.write(b"\n]\n")
