"""Plain text, one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.layout import lay_out
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure


def read_articles(stream: IO[bytes], where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The one article of a text file; `name` becomes its id."""
    yield article(stream.read(), where, name)


def article(data: bytes, where: str, name: str) -> RawArticle | Failure:
    """The article in `data`, or a Failure that says why there is none."""
    try:
        text, warnings = decode(data)
        return lay_out(text, name, warnings, where)
    except ValueError as error:
        return Failure(id=name, source=where, error=str(error))
