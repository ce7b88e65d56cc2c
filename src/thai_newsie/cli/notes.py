"""What a command says on standard error about how it reads: which columns of tables it has recognized."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Said(logging.Handler):
    """Says each note once, with the first place that it is about: a folder may hold a thousand tables of one kind."""

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        from thai_newsie.run.progress import say

        if (message := record.getMessage()) not in self._said:
            self._said.add(message)
            where = getattr(record, "where", "")
            say(f"{where}: {message}" if where else message)


@contextmanager
def notes_said() -> Iterator[None]:
    """Say the notes of the readers during the block."""
    notes = logging.getLogger("thai_newsie.columns")
    handler, level, passes_on = _Said(), notes.level, notes.propagate
    notes.addHandler(handler)
    notes.setLevel(logging.INFO)
    notes.propagate = False
    try:
        yield
    finally:
        notes.removeHandler(handler)
        notes.setLevel(level)
        notes.propagate = passes_on
