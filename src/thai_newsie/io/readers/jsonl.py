"""JSON lines: one article object a line, read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO

from thai_newsie.io.readers.decoding import decode, split_lines
from thai_newsie.io.readers.json import article
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure


def read_articles(stream: IO[bytes], where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The articles of a JSON lines file, in its order. Blank lines are left out."""
    return articles_of_lines(split_lines(stream), where, name)


def articles_of_lines(lines: Iterable[bytes], where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The article of each line that is not blank. One without an id gets `name` and the number of its line."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article_of_line(line, f"{where}:{number}", f"{name}:{number}")


def _article_of_line(line: bytes, where: str, name: str) -> RawArticle | Failure:
    """The article of one line, or a Failure that says why there is none."""
    try:
        text, warnings = decode(line)
        item = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Failure(id=name, source=where, error=f"is not JSON: {error}")
    return article(item, where, name, warnings)
