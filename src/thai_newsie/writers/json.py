"""JSON for people to read: one list of all records, indented."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent
from typing import TextIO

from thai_newsie.article import Article, Failure

_INDENT = 2


def write(records: Iterable[Article | Failure], stream: TextIO) -> None:
    """Write the records as a JSON list, one after the other as they come."""
    stream.write("[")
    comma = "\n"
    for record in records:
        stream.write(comma + indent(record.to_json(indent=_INDENT), " " * _INDENT))
        comma = ",\n"
    stream.write("\n]\n")
