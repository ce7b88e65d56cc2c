"""`thai-newsie extract`."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

import thai_newsie
from thai_newsie.cli.ends import FAILED, check_output, writing, wrong_use

_STANDARD_INPUT = "-"

EXAMPLES = """[bold]Examples[/bold]

thai-newsie extract news.txt [dim]# read one article in the terminal[/dim]

thai-newsie extract articles/ -o out.jsonl [dim]# a folder; one JSON line an article[/dim]

thai-newsie extract 2022.jsonl.xz --format json [dim]# a packed collection; one JSON list[/dim]

cat news.txt | thai-newsie extract - [dim]# standard input: text, JSON or JSON lines[/dim]

[bold]Exit status[/bold]: 0 all well, 1 some inputs failed (each has an error record), 2 wrong use."""


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
        wrong_use(f"--format {form}: unknown format; choose one of {', '.join(FORMATS)}")
    files = _files(paths, output)
    watch = Watch(None if _STANDARD_INPUT in files else sum(Path(file).stat().st_size for file in files))
    articles = (raw for file in files for raw in thai_newsie.read(file, watch.opened))
    records = thai_newsie.extract_many(articles, latin=latin)
    with writing(output), ExitStack() as stack:
        stream = stack.enter_context(whole_file(output)) if output else sys.stdout
        bar = sys.stderr.isatty() and not on_screen
        write(watch.over(records, bar), stream, form)
    if output or watch.failures or watch.records != 1:
        say(watch.summary() + (f"; written to {output}" if output else ""))
    if watch.failures:
        raise typer.Exit(FAILED)


def _files(paths: list[str], output: Path | None) -> list[str | Path]:
    """Every file to read, in order; ends the command where a path is wrong."""
    from thai_newsie.readers import files

    check_output(output)
    found: list[str | Path] = []
    for path in paths:
        if path == _STANDARD_INPUT:
            found.append(path)
            continue
        try:
            inside = files(path)
        except (OSError, ValueError) as error:
            wrong_use(str(error))
        others = [file for file in inside if not (output and output.exists() and file.samefile(output))]
        if others != inside and not Path(path).is_dir():
            wrong_use(f"{output}: is also to be read; write to another file")
        if not others:
            wrong_use(f"{path}: no articles (.txt, .json, .jsonl) in this folder; check the path")
        found += others  # in a folder, the output of an earlier run is no article
    return found


def _format_for(output: Path | None, on_screen: bool) -> str:
    if on_screen:
        return "table"
    return "json" if output and output.suffix.lower() == ".json" else "jsonl"
