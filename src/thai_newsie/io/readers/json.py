"""JSON: an article object (`id title published text`), or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO

from thai_newsie.io.readers.decoding import decode
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure
from thai_newsie.text.normalized import storable


def read_articles(stream: IO[bytes], where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The articles of a JSON file, in its order. The file is read as a whole."""
    yield from articles(stream.read(), where, name)


def articles(data: bytes, where: str, name: str) -> Iterator[RawArticle | Failure]:
    """The articles in `data`. One without an id gets `name`, and its number where it is in a list."""
    try:
        text, warnings = decode(data)
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Failure(id=name, source=where, error=f"is not JSON: {error}")
        return
    if not isinstance(content, list):
        yield article(content, where, name, warnings)
        return
    for number, item in enumerate(content, 1):
        yield article(item, f"{where}:{number}", f"{name}:{number}", warnings)


def article(item: object, where: str, name: str, warnings: tuple[str, ...]) -> RawArticle | Failure:
    """The article in a JSON value, or a Failure that says why it is none."""
    try:
        raw = RawArticle.from_object(item, where)  # type: ignore[arg-type]  # checked there
    except (TypeError, ValueError) as error:
        known = item.get("id") if isinstance(item, Mapping) else None
        return Failure(id=name if known is None else storable(str(known)), source=where, error=str(error))
    return replace(raw, id=raw.id or name, warnings=(*raw.warnings, *warnings))
