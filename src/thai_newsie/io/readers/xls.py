"""Excel before 2007 (.xls): not read, with the advice to save it in the new format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thai_newsie.config import DEFAULT, Config
from thai_newsie.schema.article import Failure


def read_articles(stream: IO[bytes], where: str, name: str, config: Config = DEFAULT) -> Iterator[Failure]:
    """The Failure that says what to do."""
    yield Failure(
        id=name,
        source=where,
        error="is an old Excel file (.xls), which is not read; save it as .xlsx in Excel or LibreOffice",
    )
