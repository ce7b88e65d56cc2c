"""Records that a command reads back: bad ones are passed over, told at the end, and seen in the exit status."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from thai_newsie.cli.exits import FAILED

if TYPE_CHECKING:
    from thai_newsie.io.records import NotARecordError
    from thai_newsie.schema.article import Article, Failure

_MAX_TOLD = 10  # lines on standard error: a file of something else has a bad record on each line


class ReadBack:
    """The records of the file `path`, with a `Failure` in the place of each that is none.

    Raises what `read_records` raises at once, and the first NotARecordError at the end where no record was good: then
    the file is something else. `end` tells of the bad ones and ends the command.
    """

    def __init__(self, path: Path) -> None:
        """Open the file."""
        from thai_newsie.io.records import read_records

        self._told: list[NotARecordError] = []
        self._count = 0
        self._records = read_records(path, self._refuse)

    def _refuse(self, error: NotARecordError) -> None:
        self._count += 1
        if len(self._told) < _MAX_TOLD:
            self._told.append(error)

    def __iter__(self) -> Iterator[Article | Failure]:
        """The records, once."""
        number = 0
        for number, record in enumerate(self._records, 1):  # noqa: B007 - counted to the last one
            yield record
        if self._count and self._count == number:
            raise self._told[0]

    def end(self) -> None:
        """Say which records were bad, and end the command with the status of failed articles; do nothing if none was."""
        from thai_newsie.run.progress import say

        for error in self._told:
            say(str(error))
        if self._count > len(self._told):
            say(f"and {self._count - len(self._told):,} more that are no records")
        if self._count:
            raise typer.Exit(FAILED)
