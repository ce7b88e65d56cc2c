"""The options that make a `Config`: `--config`, `--tables`, and options of single keys, which override the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thai_newsie.cli.exits import exit_with_message
from thai_newsie.cli.paths import path_option

if TYPE_CHECKING:
    from thai_newsie.config import Config


def _column_option(name: str, holds: str) -> Any:
    return Annotated[
        str | None,
        typer.Option(
            f"--{name}-column",
            metavar="NAME",
            help=f"The column with the {holds} in tables (.csv, .parquet) and JSON; by default it is recognized by its name.",
        ),
    ]


ConfigOption = Annotated[
    Path | None,
    path_option(
        "--config", metavar="FILE.toml", help="How articles are read: the keys of thai_newsie.Config."
    ),
]
TablesOption = Annotated[
    list[Path] | None,
    path_option(
        "--tables", metavar="DIR", help="A folder of your own tables, over the bundled ones; may be repeated."
    ),
]
TextColumnOption = _column_option("text", "text")
TitleColumnOption = _column_option("title", "title")
DateColumnOption = _column_option("date", "day of publication")
IdColumnOption = _column_option("id", "id")


def settings_from(
    file: Path | None,
    tables: list[Path] | None,
    latin: bool | None = None,
    columns: Mapping[str, str | None] | None = None,
    per_page: bool | None = None,
) -> Config:
    """The Config of these options; `columns` are those of tables by field. Ends the command with one line where it, or the model that ships, cannot be used."""
    from thai_newsie.config import Config, ConfigError
    from thai_newsie.ner.model_checksum import SHIPPED_MODEL, ModelError, check

    given: dict[str, Any] = {}
    if tables:
        given["tables"] = tables
    if latin is not None:
        given["latin"] = latin
    if per_page is not None:
        given["per_page"] = per_page
    named = {field: name for field, name in (columns or {}).items() if name is not None}
    try:
        config = Config.from_toml(file) if file else Config()
        if named:
            given["columns"] = {**config.columns.given, **named}
        config = config.replace(**given) if given else config
        if config.recognizer is True and "recognizer" in config.stages:
            check(SHIPPED_MODEL)  # a model of the user's was read when the Config was made
        return config
    except (ConfigError, ModelError) as error:
        exit_with_message(str(error))
    except OSError as error:
        exit_with_message(f"--config {file}: {error.strerror}")


def files_of(settings: Config, file: Path | None) -> list[Path]:
    """The files that `settings` were read from, and those that it names: `file`, the user's tables and model."""
    found = [path for folder in settings.tables for path in folder.rglob("*.tsv")]
    found += [path for path in (file, settings.recognizer) if isinstance(path, Path)]
    return found
