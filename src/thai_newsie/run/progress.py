"""What a run shows on standard error: a bar if it takes long, a line for each failure, a summary at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, TypeVar

from thai_newsie.run.part import Part, tally
from thai_newsie.schema.article import Article, Failure
from thai_newsie.text.printable import printable

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
Tally = tuple[int, int, Sequence[Failure]]  # articles, how many of them with warnings, failures

_BAR_AFTER_SECONDS = 1.0  # a shorter run shows none


def say(message: str) -> None:
    """Print one line on standard error, with the name of the command."""
    print(f"thai-newsie: {' '.join(printable(message).split())}", file=sys.stderr, flush=True)


class Watch:
    """Counts the records that pass, and shows progress and failures on standard error."""

    def __init__(self, size: int | None = None) -> None:
        """Watch a run over files of `size` bytes together; None where the size is not known."""
        self.articles = self.failures = self.warned = self._before = 0
        self._began = time.monotonic()
        self._size = size
        self._behind = self._reached = 0  # bytes read of the earlier files, and of the present one
        self._file: IO[bytes] | None = None

    def add(self, articles: int, warned: int, failures: int) -> None:
        """Count records that passed elsewhere, whose failures are shown already."""
        self.articles += articles
        self.warned += warned
        self.failures += failures

    def resumed(self, articles: int, warned: int, failures: int) -> None:
        """Count the records of the interrupted run."""
        self.add(articles, warned, failures)
        self._before = self.records

    def opened(self, file: IO[bytes]) -> None:
        """Note that `file` is read from now on."""
        self._behind += self._reached
        self._reached, self._file = 0, file

    def over(self, records: Iterable[Article | Failure], bar: bool = False) -> Iterator[Article | Failure]:
        """Pass the records on. With `bar`, a run that takes long shows a bar."""
        return self._over(records, lambda record: tally([record]), bar)

    def over_parts(self, parts: Iterable[Part], bar: bool = False) -> Iterator[Part]:
        """The same for what an engine gives."""
        return self._over(parts, lambda part: (part.articles, part.warned, part.failures), bar)

    def _over(self, items: Iterable[T], tally_of: Callable[[T], Tally], bar: bool) -> Iterator[T]:
        with ExitStack() as stack:
            progress = None
            for item in items:
                self._count(*tally_of(item))
                if bar and progress is None and time.monotonic() - self._began > _BAR_AFTER_SECONDS:
                    progress = stack.enter_context(self._progress())
                if progress:
                    progress.update(progress.task_ids[0], completed=self._position(), records=self.records)
                yield item

    @property
    def records(self) -> int:
        """The number of records so far, articles and failures."""
        return self.articles + self.failures

    def summary(self) -> str:
        """The run in one line: the numbers of articles, failures and warnings, and the seconds."""
        parts = [f"{self.articles} article{'' if self.articles == 1 else 's'}"]
        if self.failures:
            parts.append(f"{self.failures} failed (an error record stands in each one's place)")
        if self.warned:
            parts.append(f"{self.warned} with warnings")
        if self._before:
            parts.append(f"{self._before} of them from the interrupted run")
        return ", ".join([*parts, f"{time.monotonic() - self._began:.1f} s"])

    def _count(self, articles: int, warned: int, failures: Sequence[Failure]) -> None:
        self.add(articles, warned, len(failures))
        for failure in failures:
            say(f"{failure.source or failure.id}: {failure.error}")

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
            console=Console(file=sys.__stderr__),  # it draws with the commands of the terminal
            transient=True,
        )
        progress.add_task("", total=self._size, records=self.records)
        return progress
