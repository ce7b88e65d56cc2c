"""Articles to text: one module a format, and here the registry that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from thai_newsie.article import Article, Failure
from thai_newsie.writers import json, jsonl, table

# A writer takes the records as they come and writes each before it asks for the next.
Writer = Callable[[Iterable[Article | Failure], TextIO], None]
FORMATS: dict[str, Writer] = {"jsonl": jsonl.write, "json": json.write, "table": table.write}


def write(records: Iterable[Article | Failure], stream: TextIO, form: str = "jsonl") -> None:
    """Write `records` to `stream` in one of `FORMATS`.

    Raises KeyError for a form that is none of them.

    >>> import sys
    >>> write([Failure(id="1", error="no text")], sys.stdout)
    {"id":"1","source":null,"error":"no text"}
    """
    FORMATS[form](records, stream)
