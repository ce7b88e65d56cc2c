"""`thai-newsie report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thai_newsie.cli.exits import check_output, check_overwriting, exit_on_input_error, exit_on_output_error
from thai_newsie.cli.paths import path_argument, path_option
from thai_newsie.cli.reading_back import ReadBack

EXAMPLES = """[bold]Example[/bold]

thai-newsie extract articles/ -o out.jsonl

thai-newsie report out.jsonl -o report.html [dim]# open it in any browser[/dim]"""


def report(
    path: Annotated[
        Path,
        path_argument(
            metavar="RECORDS", help="What extract wrote: .jsonl or .json, also as .gz, .xz or .zst."
        ),
    ],
    output: Annotated[
        Path,
        path_option("--output", "-o", metavar="FILE", help="The page; it appears whole or not at all."),
    ],
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The title of the page. Default: the name of RECORDS.")
    ] = None,
) -> None:
    """Make one page of extracted articles. A browser opens it without a network, to search, filter and read."""
    from thai_newsie.io.readers.opening import name_without_suffixes
    from thai_newsie.io.writers.atomic_files import atomic_file
    from thai_newsie.report import write_report
    from thai_newsie.run.progress import say

    check_output(output)
    check_overwriting(output, [path])
    with exit_on_input_error():
        records = ReadBack(path)
        with exit_on_output_error(output), atomic_file(output) as stream:
            articles, failures = write_report(records, stream, title or name_without_suffixes(path))
    unread = f", {failures} that could not be read" if failures else ""
    say(f"{articles} article{'' if articles == 1 else 's'}{unread}; written to {output}")
    records.end()
