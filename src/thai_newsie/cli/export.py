"""`thai-newsie export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thai_newsie.cli.exits import exit_on_input_error, exit_on_output_error, exit_with_message
from thai_newsie.cli.reading_back import ReadBack
from thai_newsie.exports import FORMATS

EXAMPLES = "[bold]Formats[/bold]\n\n" + "\n\n".join(
    f"[bold]{name}[/bold]  {what}" for name, what in FORMATS.items()
)


def export(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="OUT.jsonl", help="What `extract` wrote; also .json; compressed too (.gz, .xz, .zst)."
        ),
    ],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")],
    output: Annotated[
        Path,
        typer.Option(
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
    if not output.parent.is_dir():
        exit_with_message(f"{output}: there is no folder {output.parent}; make it first")
    try:
        with exit_on_input_error():
            found = ReadBack(records)
            with exit_on_output_error(output):
                export(found, to, output)
    except MissingExtraError as error:
        exit_with_message(f"--to {to}: {error}")
    say(f"written to {output}")
    found.end()
