"""The command `thai-newsie`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import thai_newsie

if TYPE_CHECKING:
    from thai_newsie.article import Article, Failure
    from thai_newsie.readers.raw import RawArticle

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


class Format(StrEnum):
    """What `extract` writes."""

    jsonl = "jsonl"
    json = "json"
    table = "table"


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument()],
    output: Annotated[Path | None, typer.Option("-o")] = None,
    form: Annotated[Format, typer.Option("--format")] = Format.jsonl,
) -> None:
    """Extract."""
    from thai_newsie import extract_many, read
    from thai_newsie.writers import write
    from thai_newsie.writers.whole import whole_file

    with ExitStack() as stack:
        stream = stack.enter_context(whole_file(output)) if output else sys.stdout
        write(extract_many(a for p in paths for a in read(p)), stream, form)


@app.callback()
def _c() -> None: ...


def main() -> None:
    """Run the command."""
    app()
