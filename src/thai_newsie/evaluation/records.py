"""What `evaluate` reads: articles, annotations and predictions, whose form is checked before anything is compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from thai_newsie.evaluation.agreement import Record

_ANNOTATION = ".gold.json"

Scalar = str | int | float | None


class _Open(BaseModel):
    """An object that may have other keys, which are not compared."""

    model_config = ConfigDict(extra="allow")


class _Role(_Open):
    text: Scalar = None
    organization: Scalar = None


class _Person(_Open):
    name: Scalar = None
    title: Scalar = None
    roles: list[_Role] | None = None


class _Written(_Open):
    text: Scalar = None


class _Organization(_Open):
    name: Scalar = None
    aliases: list[Scalar] | None = None
    mentions: list[_Written | Scalar] | None = None


class _Place(_Open):
    text: Scalar = None
    name: Scalar = None


class _Value(_Open):
    value: Scalar = None
    unit: Scalar = None


class _Event(_Open):
    type: Scalar = None
    date: Scalar = None
    time: Scalar = None
    place: Scalar = None
    chair: Scalar = None
    organizer: Scalar = None
    attendance: Scalar = None
    edition: Scalar = None


class _Speaker(_Open):
    name: Scalar = None
    text: Scalar = None


class _Statement(_Open):
    speaker: _Speaker | Scalar = None
    begins: Scalar = None
    text: Scalar = None


class _Lists(_Open):
    """An annotation, or what a program has extracted. A list that is missing or null is empty."""

    id: Scalar = None
    people: list[_Person] | None = None
    organizations: list[_Organization] | None = None
    places: list[_Place] | None = None
    dates: list[_Value] | None = None
    times: list[_Value] | None = None
    counts: list[_Value] | None = None
    events: list[_Event] | None = None
    statements: list[_Statement] | None = None


class _Article(_Open):
    id: str | int
    title: str | None = None
    text: str


def annotated(folder: Path) -> Iterator[tuple[Record, Record]]:
    """Each article of a gold folder with its annotation, in the order of the names.

    Raises FileNotFoundError, when the first one is taken, for a folder without annotations or an annotation without an
    article, and ValueError for a file that is no JSON or has another form. The message names the file.
    """
    annotations = sorted(folder.glob(f"*{_ANNOTATION}"))
    if not annotations:
        raise FileNotFoundError(f"{folder}: no annotated articles (*{_ANNOTATION}) in it")
    for path in annotations:
        article = path.with_name(path.name.removesuffix(_ANNOTATION) + ".json")
        yield _read(article.read_bytes(), _Article, str(article)), _read(path.read_bytes(), _Lists, str(path))


def predicted(path: Path) -> Iterator[Record]:
    """The records of a file of JSON lines. Raises ValueError, which names the line, for one that is no record."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _read(line, _Lists, f"{path}:{number}")


def _read(data: bytes, form: type[BaseModel], where: str) -> Record:
    try:
        record: Any = json.loads(data)
        form.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ValueError(f"{where}: {place + ': ' if place else ''}{first['msg']}") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: is not JSON: {error}") from None
    return record  # type: ignore[no-any-return]
