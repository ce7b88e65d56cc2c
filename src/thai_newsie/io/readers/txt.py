"""Plain text, one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.layout import lay_out
from thai_newsie.io.readers.opening import read_whole
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The one article of a text file; `name` becomes its id."""
    try:
        text, warnings = decode(read_whole(stream, config.max_bytes))
        yield article(text, warnings, where, name, config)
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))


def article(text: str, warnings: tuple[str, ...], where: str, name: str, config: Config) -> RawArticle:
    """The article of a text file. Raises ArticleTooLongError."""
    config.check_length(len(text))  # the layout of an endless text takes more memory than the text
    return lay_out(text, name, warnings, where)
