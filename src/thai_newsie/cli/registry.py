"""`thai-newsie registry`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from thai_newsie.cli.exits import check_output, check_overwriting, exit_on_input_error, exit_on_output_error
from thai_newsie.cli.paths import path_argument, path_option
from thai_newsie.cli.reading_back import ReadBack
from thai_newsie.cli.standard_streams import show_json

EXAMPLES = """[bold]Example[/bold]

thai-newsie extract 2022.jsonl.xz -o out.jsonl && thai-newsie registry out.jsonl -o registry.json"""


def registry(
    records: Annotated[
        Path,
        path_argument(
            metavar="OUT.jsonl", help="What `extract` wrote; also .json; compressed too (.gz, .xz, .zst)."
        ),
    ],
    output: Annotated[
        Path | None,
        path_option(
            "--output", "-o", metavar="FILE", help="Write here; the file appears whole or not at all."
        ),
    ] = None,
) -> None:
    """Put the people and organizations of many articles together: who held which position, and when articles say so."""
    from thai_newsie.corpus.registry import build_registry
    from thai_newsie.io.writers.atomic_files import atomic_file
    from thai_newsie.run.progress import say

    check_output(output)
    check_overwriting(output, [records])
    with exit_on_input_error():
        read_back = ReadBack(records)
        found = build_registry(read_back)
    with exit_on_output_error(output):
        if output is None:
            show_json(found.to_json())
        else:
            with atomic_file(output) as stream:
                stream.write(found.to_json() + "\n")
    if output:
        counted = f"{len(found.people)} people, {len(found.organizations)} organizations of {found.articles} articles"
        say(f"{counted}; written to {output}")
    read_back.end()
