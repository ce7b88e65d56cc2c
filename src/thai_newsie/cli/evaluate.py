"""`thai-newsie evaluate`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import thai_newsie
from thai_newsie.cli.exits import exit_on_output_error, exit_with_message, text_of
from thai_newsie.cli.paths import path_argument, path_option
from thai_newsie.cli.settings import ConfigOption, TablesOption, settings_from
from thai_newsie.cli.standard_streams import show

EXAMPLES = """[bold]Examples[/bold]

thai-newsie evaluate gold/dev

thai-newsie evaluate gold/dev --misses roles [dim]# what was missed, and what should not be there[/dim]

thai-newsie evaluate gold/dev --tables my_tables/ [dim]# with your own tables[/dim]

thai-newsie evaluate gold/dev --predictions out.jsonl [dim]# score what any program has extracted[/dim]"""


def evaluate(
    gold_dir: Annotated[
        Path, path_argument(metavar="GOLD_DIR", help="Annotated articles: ID.json and ID.gold.json.")
    ],
    misses: Annotated[
        str | None, typer.Option(metavar="LIST", help="Also print what went wrong in this list.")
    ] = None,
    predictions: Annotated[
        Path | None, path_option(metavar="FILE", help="Score these JSON lines; nothing is extracted.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    config: ConfigOption = None,
    tables: TablesOption = None,
) -> None:
    """Score the extraction against annotated articles, list by list."""
    import json

    from thai_newsie.evaluation import LISTS, annotated, miss_lines, score_table
    from thai_newsie.evaluation import evaluate as score
    from thai_newsie.evaluation.files import predictions as records_in
    from thai_newsie.run.progress import Watch

    if misses and misses not in LISTS:
        exit_with_message(f"--misses {misses}: unknown list; choose one of {', '.join(LISTS)}")
    if predictions and (config or tables):
        exit_with_message(
            "--predictions: nothing is extracted, so --config and --tables have no effect; leave them out"
        )
    settings = settings_from(config, tables)
    try:
        if predictions:
            scores = score(gold_dir, records_in(predictions))
        else:
            articles = (article for article, _ in annotated(gold_dir))
            found = Watch().over(thai_newsie.extract_many(articles, config=settings), bar=sys.stderr.isatty())
            scores = score(gold_dir, [record.to_dict() for record in found])
    except OSError as error:
        exit_with_message(text_of(error))
    except ValueError as error:
        exit_with_message(str(error))
    with exit_on_output_error():
        for line in miss_lines(scores, misses) if misses else ():
            show(line)
        show(json.dumps(scores.to_dict()) if as_json else score_table(scores))
