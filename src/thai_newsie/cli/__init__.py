"""The command `thai-newsie`: one module for each subcommand.

Heavy libraries are imported inside functions, so that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

import thai_newsie
from thai_newsie.cli import evaluate, explain, export, extract, registry, report, schema
from thai_newsie.cli.exits import BROKEN, WRONG_USE, exit_on_output_error, text_of
from thai_newsie.cli.signals import ended_by_signals
from thai_newsie.cli.standard_streams import prepare

app = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
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
    """Run the command. An error is one line on standard error."""
    prepare()
    with ended_by_signals():
        sys.exit(_status(sys.argv[1:]))


def _status(arguments: list[str]) -> int:
    """Run the command with its arguments; give its exit status."""
    try:
        with exit_on_output_error():
            return app(args=arguments or ["--help"], standalone_mode=False) or 0
    except typer.Exit as end:
        return end.exit_code
    except OSError as error:
        return _told(text_of(error), WRONG_USE)
    except Exception as error:
        # Typer's usage errors have the interface of click's, but their module differs by version.
        usage: Any = error
        if hasattr(error, "format_message"):
            return _told(f"{usage.format_message()} (see thai-newsie --help)", WRONG_USE)
        if sys.flags.dev_mode:
            raise
        return _told(_MISTAKE.format(f"{type(error).__name__}: {error}"), BROKEN)


_MISTAKE = (
    "{}; this is a mistake of thai-newsie: please report it, with what python -X dev -m thai_newsie … prints"
)


def _told(message: str, status: int) -> int:
    from thai_newsie.run.progress import say

    say(message)
    return status
