"""JSON lines: one record a line, each handed on as soon as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from thai_newsie.article import Article, Failure


def write(records: Iterable[Article | Failure], stream: TextIO) -> None:
    """Write each record as one line of JSON."""
    for record in records:
        stream.write(record.to_json() + "\n")
        stream.flush()
