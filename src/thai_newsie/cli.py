"""The command `thai-newsie`.

Whatever is heavy is imported where it is used: `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

import thai_newsie

_FAILED, _WRONG_USE, _PIPE_CLOSED = 1, 2, 141  # exit statuses; the last is a shell's 128 + SIGPIPE
_STANDARD_INPUT = "-"

_EXAMPLES = """[bold]Examples[/bold]

thai-newsie extract news.txt [dim]# read one article in the terminal[/dim]

thai-newsie extract articles/ -o out.jsonl [dim]# a folder; one JSON line an article[/dim]

thai-newsie extract 2022.jsonl.xz --format json [dim]# a packed collection; one JSON list[/dim]

cat news.txt | thai-newsie extract - [dim]# standard input: text, JSON or JSON lines[/dim]

[bold]Exit status[/bold]: 0 all well, 1 some inputs failed (each has an error record), 2 wrong use."""

app = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"thai-newsie {thai_newsie.__version__}")
        raise typer.Exit


@app.callback(epilog=_EXAMPLES)
def _command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Thai government news as structured people, offices, organizations, places, dates, counts, events and statements."""


@app.command(epilog=_EXAMPLES)
def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Articles: .txt (plain, or title, date line, body, ที่มา line), .json (id title published text, or "
            "a list of such), .jsonl, each also as .gz or .xz; a folder of them; - for standard input.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; the file appears whole or not at all. .gz, .xz: packed.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="jsonl|json|table",
            help="Default: table on a terminal, json into FILE.json, else jsonl.",
        ),
    ] = None,
    latin: Annotated[
        bool,
        typer.Option(
            "--latin",
            help="Transcribe the names of persons that the article does not give in Latin letters: a help for "
            "reading, a quarter of its words are wrong.",
        ),
    ] = False,
) -> None:
    """Extract what articles say: one record for each article, in the order given."""
    from thai_newsie.progress import Watch, say
    from thai_newsie.writers import FORMATS, write
    from thai_newsie.writers.whole import whole_file

    on_screen = output is None and sys.stdout.isatty()
    form = form or _format_for(output, on_screen)
    if form not in FORMATS:
        _wrong_use(f"--format {form}: unknown format; choose one of {', '.join(FORMATS)}")
    files = _files(paths, output)
    watch = Watch(None if _STANDARD_INPUT in files else sum(Path(file).stat().st_size for file in files))
    articles = (raw for file in files for raw in thai_newsie.read(file, watch.opened))
    records = thai_newsie.extract_many(articles, latin=latin)
    with _writing(output), ExitStack() as stack:
        stream = stack.enter_context(whole_file(output)) if output else sys.stdout
        bar = sys.stderr.isatty() and not on_screen
        write(watch.over(records, bar), stream, form)
    if output or watch.failures or watch.records != 1:
        say(watch.summary() + (f"; written to {output}" if output else ""))
    if watch.failures:
        raise typer.Exit(_FAILED)


def _files(paths: list[str], output: Path | None) -> list[str | Path]:
    """Every file to read, in order; ends the command where a path is wrong."""
    from thai_newsie.readers import files

    if output and not output.parent.is_dir():
        _wrong_use(f"{output}: there is no folder {output.parent}; make it first")
    if output and output.is_dir():
        _wrong_use(f"{output}: is a folder; name a file in it")
    found: list[str | Path] = []
    for path in paths:
        if path == _STANDARD_INPUT:
            found.append(path)
            continue
        try:
            inside = files(path)
        except (OSError, ValueError) as error:
            _wrong_use(str(error))
        others = [file for file in inside if not (output and output.exists() and file.samefile(output))]
        if others != inside and not Path(path).is_dir():
            _wrong_use(f"{output}: is also to be read; write to another file")
        if not others:
            _wrong_use(f"{path}: no articles (.txt, .json, .jsonl) in this folder; check the path")
        found += others  # in a folder, the output of an earlier run is no article
    return found


def _format_for(output: Path | None, on_screen: bool) -> str:
    if on_screen:
        return "table"
    return "json" if output and output.suffix.lower() == ".json" else "jsonl"


@app.command()
def schema() -> None:
    """Print the JSON Schema of an extracted article."""
    import json

    from thai_newsie.article import json_schema

    with _writing():
        print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command(
    epilog="""[bold]Examples[/bold]

thai-newsie evaluate gold/dev

thai-newsie evaluate gold/dev --misses roles [dim]# what was missed, and what should not be there[/dim]

thai-newsie evaluate gold/dev --predictions out.jsonl [dim]# score what any program has extracted[/dim]"""
)
def evaluate(
    gold_dir: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Annotated articles: ID.json and ID.gold.json.")
    ],
    misses: Annotated[
        str | None, typer.Option(metavar="LIST", help="Also print what went wrong in this list.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score these JSON lines; nothing is extracted.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Score the extraction against annotated articles, list by list."""
    import json

    from thai_newsie.evaluate import LISTS, annotated, miss_lines, score_table
    from thai_newsie.evaluate import evaluate as score
    from thai_newsie.progress import Watch

    if misses and misses not in LISTS:
        _wrong_use(f"--misses {misses}: unknown list; choose one of {', '.join(LISTS)}")
    try:
        if predictions:
            with predictions.open(encoding="utf-8") as lines:
                records = [json.loads(line) for line in lines if line.strip()]
        else:
            articles = (article for article, _ in annotated(gold_dir))
            found = Watch().over(thai_newsie.extract_many(articles), bar=sys.stderr.isatty())
            records = [record.to_dict() for record in found]
        scores = score(gold_dir, records)
    except OSError as error:
        _wrong_use(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except ValueError as error:
        _wrong_use(f"{predictions or gold_dir}: is not JSON as it should be: {error}")
    with _writing():
        for line in miss_lines(scores, misses) if misses else ():
            print(line)
        print(json.dumps(scores.to_dict()) if as_json else score_table(scores))


def _wrong_use(message: str) -> NoReturn:
    from thai_newsie.progress import say

    say(message)
    raise typer.Exit(_WRONG_USE)


@contextmanager
def _writing(output: Path | None = None) -> Iterator[None]:
    """End quietly when the reader of our output has seen enough (`| head`), with a word when it takes no more."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        # Python flushes standard output once more when it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(_PIPE_CLOSED) from None
        _wrong_use(f"{output or 'standard output'}: cannot be written: {error.strerror}")


def main() -> None:
    """Run the command; an error a user can mend is one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Thai, whatever the system's own encoding is
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: Any = app(args=None if sys.argv[1:] else ["--help"], standalone_mode=False)
    except Exception as error:
        # Typer's errors of use come with click's interface, from a module that differs by version.
        if not hasattr(error, "format_message"):
            raise
        from thai_newsie.progress import say

        say(f"{error.format_message()} (see thai-newsie --help)")
        status = getattr(error, "exit_code", _WRONG_USE)
    sys.exit(status)
