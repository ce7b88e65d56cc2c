"""The command `thai-newsie`: one module for each subcommand.

Heavy libraries are imported inside functions, so that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import io
import sys
from typing import Annotated, Any

import typer

import thai_newsie
from thai_newsie.cli import evaluate, explain, export, extract, registry, report, schema
from thai_newsie.cli.exits import WRONG_USE
from thai_newsie.cli.signals import ended_by_signals

app = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"thai-newsie {thai_newsie.__version__}")
        raise typer.Exit


@app.callback(epilog=extract.EXAMPLES)
def _command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Thai government news as structured people, offices, organizations, places, dates, counts, events and statements."""


app.command(epilog=extract.EXAMPLES)(extract.extract)
app.command(epilog=explain.EXAMPLES)(explain.explain)
app.command()(schema.schema)
app.command(epilog=export.EXAMPLES)(export.export)
app.command(epilog=registry.EXAMPLES)(registry.registry)
app.command(epilog=report.EXAMPLES)(report.report)
app.command(epilog=evaluate.EXAMPLES)(evaluate.evaluate)


def main() -> None:
    """Run the command. An error that the user can correct is one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # for Thai, whatever the encoding of the system
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with ended_by_signals():
        sys.exit(_status())


def _status() -> Any:
    """Run the command; its exit status."""
    try:
        return app(args=None if sys.argv[1:] else ["--help"], standalone_mode=False)
    except Exception as error:
        # Typer's usage errors have the interface of click's, but their module differs by version.
        if not hasattr(error, "format_message"):
            raise
        from thai_newsie.run.progress import say

        say(f"{error.format_message()} (see thai-newsie --help)")
        return getattr(error, "exit_code", WRONG_USE)
