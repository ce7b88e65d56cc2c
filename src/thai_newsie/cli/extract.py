"""`thai-newsie extract`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thai_newsie.cli.exits import (
    FAILED,
    STDIN,
    check_output,
    check_overwriting,
    exit_on_output_error,
    exit_with_message,
)
from thai_newsie.cli.inputs import DASH, inputs_of
from thai_newsie.cli.notes import notes_said
from thai_newsie.cli.output_format import check_format, output_format
from thai_newsie.cli.paths import path_option
from thai_newsie.cli.settings import (
    ConfigOption,
    DateColumnOption,
    HostOption,
    IdColumnOption,
    LanguageOption,
    TablesOption,
    TextColumnOption,
    TitleColumnOption,
    files_of,
    settings_from,
)

if TYPE_CHECKING:
    from thai_newsie.config import Config
    from thai_newsie.run.progress import Watch

EXAMPLES = """[bold]Examples[/bold]

thai-newsie extract news.txt [dim]# read one article in the terminal[/dim]

thai-newsie extract articles/ -o out.jsonl [dim]# a folder; one JSON line an article[/dim]

thai-newsie extract https://www.example.go.th/news/1 [dim]# a page on the web[/dim]

thai-newsie extract 2022.jsonl.xz -o 2022.parquet [dim]# a compressed collection; a table for Polars, DuckDB, pandas[/dim]

thai-newsie extract articles/ -o out.jsonl --resume [dim]# the same command again goes on where it was interrupted[/dim]

cat news.txt | thai-newsie extract - [dim]# standard input: text, JSON, JSON lines, CSV[/dim]

[bold]Exit status[/bold]: 0 all well, 1 some inputs failed (each has an error record) or files of a folder were not read, 2 wrong use."""


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Articles: .txt (plain, or title, date line, body, ที่มา line), .json (id title published text, or "
            "a list of such), .jsonl, .csv, .parquet, .xlsx, .ods, .pdf, .docx, .odt, .zip, each also as .gz, .xz or .zst; a folder of them; - for "
            "standard input.",
        ),
    ],
    output: Annotated[
        Path | None,
        path_option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; the file appears whole or not at all. .gz, .xz, .zst: compressed.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="jsonl|json|csv|parquet|table",
            help="Default: table on a terminal, else by the name of FILE, else jsonl.",
        ),
    ] = None,
    latin: Annotated[
        bool | None,
        typer.Option(
            "--latin/--no-latin",
            help="Transcribe the names of persons that the article does not give in Latin letters, to help "
            "reading; a quarter of the words are wrong.",
            show_default=False,
        ),
    ] = None,
    input_format: Annotated[
        str | None,
        typer.Option(
            "--input-format",
            metavar="text|json|jsonl|csv|html",
            help="Read every input as this, whatever its name. Default: by the name of the file; standard input by "
            "its content.",
        ),
    ] = None,
    text_column: TextColumnOption = None,
    title_column: TitleColumnOption = None,
    date_column: DateColumnOption = None,
    id_column: IdColumnOption = None,
    language: LanguageOption = None,
    host: HostOption = None,
    per_page: Annotated[
        bool | None,
        typer.Option(
            "--per-page", help="Each page of a PDF is an article, and not the file.", show_default=False
        ),
    ] = None,
    config: ConfigOption = None,
    tables: TablesOption = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="The number of processes. Default: one for each core, but only one for few articles.",
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Keep the work of an interrupted run in FILE.partial; the same command again goes on from there.",
        ),
    ] = False,
    engine: Annotated[
        str | None,
        typer.Option(
            metavar="local|processes|spark",
            help="Where articles are read: in this process, in many, or with Spark (files to .parquet). "
            "Default: by the size of the input.",
        ),
    ] = None,
) -> None:
    """Extract what articles say: one record for each article, in the order given."""
    from thai_newsie.extras import MissingExtraError
    from thai_newsie.io.readers import input_formats
    from thai_newsie.io.readers.opening import is_address
    from thai_newsie.run import ENGINES
    from thai_newsie.run.engine_choice import size_of
    from thai_newsie.run.progress import Watch, say
    from thai_newsie.run.resuming import ResumeError
    from thai_newsie.run.worker import WorkerError

    check_format(form)
    on_screen = output is None and sys.stdout.isatty()
    if input_format is not None and input_format not in input_formats():
        exit_with_message(
            f"--input-format {input_format}: unknown format; choose one of {', '.join(input_formats())}"
        )
    if engine is not None and engine not in ENGINES:
        exit_with_message(f"--engine {engine}: unknown engine; choose one of {', '.join(ENGINES)}")
    only_files = not any(path == DASH or is_address(path) for path in paths)
    if resume and (output is None or not only_files or engine == "spark"):
        exit_with_message(
            "--resume: needs files to read, and an output file (-o) to go on with; Spark keeps no work"
        )
    columns = {"text": text_column, "title": title_column, "published": date_column, "id": id_column}
    settings = settings_from(
        config,
        tables,
        columns,
        latin=latin,
        per_page=per_page,
        language=language,
        hosts=tuple(host) if host else None,
    )
    check_output(output)
    inputs = inputs_of(paths, output, files_of(settings, config), input_format)
    files = inputs.files
    _check_overwriting(output, files, files_of(settings, config), resume)
    form = output_format(form, output, on_screen)
    if form == "parquet" and on_screen:
        exit_with_message("--format parquet: is not for a terminal; name a file with -o")
    watch = Watch(sum(map(size_of, map(Path, files))) if only_files else None)
    try:
        with exit_on_output_error(output), notes_said():
            if engine == "spark":
                _with_spark(files, output, settings, watch)
            else:
                from thai_newsie.cli.job import Job

                bar = sys.stderr.isatty() and not on_screen
                job = Job(files, form, settings, watch, engine, jobs, bar, input_format)
                job.resume(output) if resume and output else job.run(output)
    except (MissingExtraError, ResumeError, WorkerError) as error:
        exit_with_message(str(error))
    if output or watch.failures or watch.records != 1 or inputs.unread:
        say(watch.summary() + inputs.summary() + (f"; written to {output}" if output else ""))
    if watch.failures or inputs.unread:
        raise typer.Exit(FAILED)


def _with_spark(files: list[str | Path], output: Path | None, config: Config, watch: Watch) -> None:
    """Extract with Spark. Ends the command where Spark cannot read such inputs or write such a file, or fails."""
    from thai_newsie.cli.on_spark import SparkError, run

    if output is None or output.suffix.lower() != ".parquet" or output.exists():
        exit_with_message("--engine spark: give -o FOLDER.parquet, a folder that is not there yet")
    if not all(isinstance(file, Path) for file in files):
        exit_with_message("--engine spark: reads files only, neither standard input nor addresses")
    paths = [Path(file) for file in files]
    try:
        run(paths, output, config, watch)
    except SparkError as error:
        exit_with_message(str(error))


def _check_overwriting(
    output: Path | None, files: list[str | Path], of_settings: list[Path], resume: bool
) -> None:
    """End the command where it would overwrite something that it reads."""
    from thai_newsie.run.resuming import resumable_files

    inputs: list[Path | int] = [file for file in files if isinstance(file, Path)]
    inputs += of_settings
    if DASH in files:
        inputs.append(STDIN)
    for written in (output, *(resumable_files(output) if resume and output else ())):
        check_overwriting(written, inputs)
