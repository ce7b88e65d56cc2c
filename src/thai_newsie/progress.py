"""What a run shows on standard error: a bar while it is long at work, a line a failure, a summary at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING

from thai_newsie.article import Article, Failure

if TYPE_CHECKING:
    from rich.progress import Progress

_LONG = 1.0  # seconds after which a run is long


def say(message: str) -> None:
    """One line on standard error, under the command's name."""
    print(f"thai-newsie: {' '.join(message.split())}", file=sys.stderr, flush=True)


class Watch:
    """Counts the records that pass, and says on standard error what a user wants to know of them."""

    def __init__(self, size: int | None = None) -> None:
        """Watch a run over files of `size` bytes together, None where that is not known."""
        self.articles = self.failures = self.warned = 0
        self._began = time.monotonic()
        self._size = size
        self._behind = self._reached = 0  # bytes of the files read before, and of the one being read
        self._file: IO[bytes] | None = None

    def opened(self, file: IO[bytes]) -> None:
        """Take note that from now on `file` is read."""
        self._behind += self._reached
        self._reached, self._file = 0, file

    def over(self, records: Iterable[Article | Failure], bar: bool = False) -> Iterator[Article | Failure]:
        """Hand on the records as they come; a long run draws a bar if `bar`."""
        with ExitStack() as stack:
            progress = None
            for record in records:
                self._count(record)
                if bar and progress is None and time.monotonic() - self._began > _LONG:
                    progress = stack.enter_context(self._progress())
                if progress:
                    progress.update(progress.task_ids[0], completed=self._position(), records=self.records)
                yield record

    @property
    def records(self) -> int:
        """How many have passed, articles and failures."""
        return self.articles + self.failures

    def summary(self) -> str:
        """The run in one line: how many, how many of them failed, how long it took."""
        parts = [f"{self.articles} article{'' if self.articles == 1 else 's'}"]
        if self.failures:
            parts.append(f"{self.failures} failed (an error record stands in each one's place)")
        if self.warned:
            parts.append(f"{self.warned} with warnings")
        return ", ".join([*parts, f"{time.monotonic() - self._began:.1f} s"])

    def _count(self, record: Article | Failure) -> None:
        if isinstance(record, Failure):
            self.failures += 1
            say(f"{record.source or record.id}: {record.error}")
        else:
            self.articles += 1
            self.warned += bool(record.warnings)

    def _position(self) -> int:
        if self._file and not self._file.closed:
            self._reached = self._file.tell()
        return self._behind + self._reached

    def _progress(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        progress = Progress(
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[records]} articles"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        progress.add_task("", total=self._size, records=self.records)
        return progress
