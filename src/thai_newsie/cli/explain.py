"""`thai-newsie explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thai_newsie.cli.exits import FAILED, check_overwriting, exit_on_output_error, exit_with_message
from thai_newsie.cli.notes import notes_said
from thai_newsie.cli.paths import path_argument
from thai_newsie.cli.settings import (
    ConfigOption,
    DateColumnOption,
    IdColumnOption,
    TablesOption,
    TextColumnOption,
    TitleColumnOption,
    files_of,
    settings_from,
)
from thai_newsie.cli.standard_streams import show, show_json

EXAMPLES = """[bold]Examples[/bold]

thai-newsie explain news.txt [dim]# what made each item, and what was rejected[/dim]

thai-newsie explain news.txt --about โรงเรียนบ้านหนองแวง [dim]# of these words alone[/dim]

thai-newsie explain news.txt --tables my_tables/ [dim]# with your own tables[/dim]"""


def explain(
    path: Annotated[
        Path,
        path_argument(
            metavar="FILE", help="A file with one article or more, in any format that extract reads."
        ),
    ],
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only what touches a place where these words stand.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for each article.")] = False,
    text_column: TextColumnOption = None,
    title_column: TitleColumnOption = None,
    date_column: DateColumnOption = None,
    id_column: IdColumnOption = None,
    config: ConfigOption = None,
    tables: TablesOption = None,
) -> None:
    """Say what made each item (table and row, pattern, model), which candidates were rejected, and why."""
    import json

    import thai_newsie
    from thai_newsie.config import ArticleTooLongError
    from thai_newsie.io.readers import UnknownFormatError
    from thai_newsie.run.progress import say
    from thai_newsie.schema.article import Failure

    columns = {"text": text_column, "title": title_column, "published": date_column, "id": id_column}
    settings = settings_from(config, tables, columns=columns)
    failed = False
    if not path.is_file():
        exit_with_message(f"{path}: is no file; name one with an article in it")
    check_overwriting(None, [path, *files_of(settings, config)])
    try:
        articles = thai_newsie.read(path, config=settings)
    except UnknownFormatError as error:
        exit_with_message(str(error))
    with exit_on_output_error(), notes_said():
        for raw in articles:
            if isinstance(raw, Failure):
                say(f"{raw.source or path}: {raw.error}")
                failed = True
                continue
            try:
                why = thai_newsie.explain(raw.text, raw.title, raw.published, config=settings)
            except ArticleTooLongError as error:
                say(f"{raw.where}: {error}")
                failed = True
                continue
            why = why.about(about) if about else why
            if as_json:
                show_json(json.dumps({"id": raw.id, **why.to_dict()}, ensure_ascii=False))
            else:
                show(f"{raw.id}\n{why}\n")
    if failed:
        raise typer.Exit(FAILED)
