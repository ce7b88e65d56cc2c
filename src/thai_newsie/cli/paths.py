"""Paths that are given to the command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer


def _named(path: str) -> Path:
    """The path of an argument. An empty one is a mistake (`"$FOLDER"`, not set), and not the present folder."""
    if not path:
        raise typer.BadParameter("is empty; name a file or a folder")
    return Path(path)


def path_argument(**settings: Any) -> Any:
    """A `typer.Argument` whose value is a path."""
    return typer.Argument(parser=_named, **settings)


def path_option(*names: str, **settings: Any) -> Any:
    """A `typer.Option` whose value is a path."""
    return typer.Option(*names, parser=_named, **settings)
