"""`thai-newsie export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thai_newsie.cli.exits import (
    check_overwriting,
    check_target,
    exit_on_input_error,
    exit_on_output_error,
    exit_with_message,
)
from thai_newsie.cli.paths import path_argument, path_option
from thai_newsie.cli.reading_back import ReadBack
from thai_newsie.exports import FORMATS

EXAMPLES = "[bold]Formats[/bold]\n\n" + "\n\n".join(
    f"[bold]{name}[/bold]  {what}" for name, what in FORMATS.items()
)


def export(
    records: Annotated[
        Path,
        path_argument(
            metavar="OUT.jsonl", help="What `extract` wrote; also .json; compressed too (.gz, .xz, .zst)."
        ),
    ],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")],
    output: Annotated[
        Path,
        path_option(
            "--output",
            "-o",
            metavar="TARGET",
            help="The file or folder to write; it appears whole or not at all.",
        ),
    ],
) -> None:
    """Write extracted articles in the format of another tool."""
    from thai_newsie.exports import export
    from thai_newsie.extras import MissingExtraError
    from thai_newsie.run.progress import say

    if to not in FORMATS:
        exit_with_message(f"--to {to}: unknown format; choose one of {', '.join(FORMATS)}")
    check_target(output)
    check_overwriting(output, [records])
    try:
        with exit_on_input_error():
            found = ReadBack(records)
            with exit_on_output_error(output):
                export(found, to, output)
    except MissingExtraError as error:
        exit_with_message(f"--to {to}: {error}")
    say(f"written to {output}")
    found.end()
