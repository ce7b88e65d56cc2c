"""The files that are compared: annotations, and what any program has extracted. Their form is looser than the contract.

Each is checked where scores depend on it: a list holds items, an item that is compared by its value has a plain one.
Fields that are not compared may hold anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from thai_newsie.evaluation.agreement import Record

_ANNOTATION = ".gold.json"
_Items = list[dict[str, Any]] | None


class _Person(BaseModel):
    roles: _Items = None


class _Organization(BaseModel):
    aliases: list[Any] | None = None
    mentions: list[Any] | None = None


class _Valued(BaseModel):
    value: str | int | float | None = None


class _Extracted(BaseModel):
    people: list[_Person] | None = None
    organizations: list[_Organization] | None = None
    places: _Items = None
    dates: list[_Valued] | None = None
    times: list[_Valued] | None = None
    counts: list[_Valued] | None = None
    events: _Items = None
    statements: _Items = None


class _AnnotatedArticle(BaseModel):
    id: str | int
    title: str
    text: str


def annotated(folder: Path) -> Iterator[tuple[Record, Record]]:
    """Each article of a gold folder with its annotation, in the order of the names.

    Raises FileNotFoundError, when the first one is taken, for a folder without annotations or an annotation without an
    article, and ValueError, with the file, for one that is no JSON or has another form.
    """
    annotations = sorted(folder.glob(f"*{_ANNOTATION}"))
    if not annotations:
        raise FileNotFoundError(f"{folder}: no annotated articles (*{_ANNOTATION}) in it")
    for path in annotations:
        article = path.with_name(path.name.removesuffix(_ANNOTATION) + ".json")
        yield (
            _record(article.read_bytes(), _AnnotatedArticle, str(article)),
            _record(path.read_bytes(), _Extracted, str(path)),
        )


def predictions(path: Path) -> Iterator[Record]:
    """The records of a file of JSON lines.

    Raises ValueError, with file and line, for one that is no JSON or has another form, and OSError for a file that
    cannot be opened.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _record(line, _Extracted, f"{path}:{number}")


def _record(data: bytes, form: type[BaseModel], where: str) -> Record:
    try:
        record: Record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: is not JSON: {error}") from None
    try:
        form.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        reason = f"{place}: {first['msg']}" if place else f"is no object, but a {type(record).__name__}"
        raise ValueError(f"{where}: {reason}") from None
    return record
