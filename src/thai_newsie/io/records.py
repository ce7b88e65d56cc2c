"""Records read back from what `extract` wrote: JSON lines or a JSON list, compressed or not, as Articles and Failures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from thai_newsie.io.compression import DECOMPRESSION_ERRORS
from thai_newsie.io.readers.opening import format_suffix, open_bytes
from thai_newsie.schema.article import Article, Failure


class NotARecordError(ValueError):
    """Something in a file is no record of thai-newsie. The message names the file and the place in it."""


def read_records(path: str | Path) -> Iterator[Article | Failure]:
    r"""The records of a file, in its order: `.jsonl` line by line, `.json` (one list, or one record) as a whole.

    Either may be compressed (`.gz`, `.xz`, `.zst`). Raises FileNotFoundError for a path that does not exist and
    NotARecordError for a file of another format, at once. Raises NotARecordError, with the line, where something is no
    record or the compressed file is damaged, when it comes to that line.

    >>> import tempfile
    >>> from thai_newsie import extract
    >>> path = Path(tempfile.mkdtemp()) / "out.jsonl"
    >>> _ = path.write_text(extract("ข่าว").to_json() + "\n" + Failure(id="2", error="no text").to_json())
    >>> [type(record).__name__ for record in read_records(path)]
    ['Article', 'Failure']
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such file; check the path")
    match format_suffix(path):
        case ".jsonl":
            return _records(path, _lines(path))
        case ".json":
            return _records(path, _items(path))
        case _:
            raise NotARecordError(
                f"{path}: unknown format; give .jsonl or .json, or one of them as .gz, .xz or .zst"
            )


def _records(path: Path, found: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    try:
        yield from found
    except DECOMPRESSION_ERRORS as error:
        raise NotARecordError(f"{path}: the compressed file is damaged or cut off: {error}") from error
    except MemoryError as error:
        raise NotARecordError(f"{path}: holds a record that is too large for the memory") from error


def _lines(path: Path) -> Iterator[Article | Failure]:
    with open_bytes(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                # From JSON to the model directly takes a third of the time that it takes through a dict.
                try:
                    article = Article.model_validate_json(line)
                except ValidationError:
                    yield _record(_loaded(line, f"{path}:{number}"), f"{path}:{number}")
                else:
                    yield _extracted(article, f"{path}:{number}")


def _items(path: Path) -> Iterator[Article | Failure]:
    with open_bytes(path) as stream:
        content = _loaded(stream.read(), str(path))
    if not isinstance(content, list):
        yield _record(content, str(path))
        return
    for number, item in enumerate(content, 1):
        yield _record(item, f"{path}:{number}")


def _loaded(data: bytes, where: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotARecordError(f"{where}: is not JSON: {error}") from error


def _record(item: object, where: str) -> Article | Failure:
    """The record in a JSON value."""
    if not isinstance(item, dict):
        raise NotARecordError(f"{where}: a record is an object, not {type(item).__name__}")
    if "error" not in item and "people" not in item:
        raise NotARecordError(_NOT_EXTRACTED.format(where))
    try:
        return (Failure if "error" in item else Article).model_validate(item)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise NotARecordError(f"{where}: is no record of thai-newsie: {place}: {first['msg']}") from error


def _extracted(article: Article, where: str) -> Article:
    """`article`, if it comes from `extract`. An article as it goes in would validate too: all fields have a default."""
    if "people" not in article.model_fields_set:
        raise NotARecordError(_NOT_EXTRACTED.format(where))
    return article


_NOT_EXTRACTED = (
    "{}: holds an article that nothing was extracted from yet; run `thai-newsie extract` on it first"
)
