"""For a terminal: an article with its finds marked in colour, and its lists as tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from thai_newsie.article import Article, Failure


def write(records: Iterable[Article | Failure], stream: TextIO) -> None:
    """Show each record; without colours where `stream` is no terminal."""
    from rich.console import Console

    console = Console(file=stream, width=None if stream.isatty() else 100)
    for record in records:
        console.print(record.to_dict())
