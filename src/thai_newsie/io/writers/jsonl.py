"""JSON lines: one record a line, written as soon as it is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import IO

from thai_newsie.schema.article import Article, Failure

BATCH_SIZE = 1
_ARTICLE_LINE = re.compile(rb'\{"id":"(?:[^"\\]|\\.)*+","title":')  # behind the id, a failure has its source


def encode(records: Sequence[Article | Failure]) -> bytes:
    """Each record as one line of JSON."""
    return "".join(record.to_json() + "\n" for record in records).encode()


def decode(lines: Iterable[bytes]) -> list[Article | Failure]:
    r"""The records in lines that `encode` made.

    >>> decode(encode([Article(text="ข่าว\n"), Failure(error="no text")]).splitlines())
    [Article(id='', ..., text='ข่าว\n', ...), Failure(id='', source=None, meta={}, error='no text')]
    """
    return [(Article if _ARTICLE_LINE.match(line) else Failure).model_validate_json(line) for line in lines]


def write(pieces: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write each piece as soon as it is there."""
    for piece in pieces:
        stream.write(piece)
