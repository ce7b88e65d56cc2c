"""JSON lines: one article object a line, read line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.json import NOT_JSON, article, loaded
from thai_newsie.io.readers.lines import byte_lines
from thai_newsie.io.readers.opening import InputTooLargeError
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a JSON lines file, in its order. Blank lines are left out."""
    lines, warnings = byte_lines(stream, config.max_bytes)
    return articles_of_lines(lines, where, name, config, warnings)


def articles_of_lines(
    lines: Iterable[bytes], where: str, name: str, config: Config, warnings: tuple[str, ...]
) -> Iterator[RawArticle | Failure]:
    """The article of each line that is not blank. One without an id gets `name` and the number of its line."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article_of_line(line, f"{where}:{number}", f"{name}:{number}", config, warnings)


def _article_of_line(
    line: bytes, where: str, name: str, config: Config, warnings: tuple[str, ...]
) -> RawArticle | Failure:
    """The article of one line, or a Failure that says why there is none."""
    if len(line) > config.max_bytes:
        return Failure(id=name, source=where, error=str(InputTooLargeError("the line", config.max_bytes)))
    try:
        text, of_line = decode(line)
        item = loaded(text)
    except (ValueError, RecursionError, MemoryError) as error:
        return Failure(id=name, source=where, error=NOT_JSON.format(reason_of(error)))
    return article(item, where, name, (*warnings, *of_line), config)
